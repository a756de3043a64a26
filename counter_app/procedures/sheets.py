"""The cells of a spreadsheet from outside (.xlsx, .xls, .ods), read in a process of bounded memory and time."""

from __future__ import annotations

import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from counter_app.apart.worker_process import WorkerDied, WorkerProcess

Cells = list[list[Any]]
MOST_BYTES = 50_000_000
"""Of a file; all procedures of the country have some five million."""
MOST_CELLS = 2_000_000
"""Of a sheet, empty ones between others included."""
MEMORY = 2 * 1024**3
SECONDS = 60.0
"""For each sheet."""


class NoSpreadsheet(Exception):
    """It cannot be opened without a password, or is far larger than any list of procedures."""


def read_sheets(path: Path) -> Mapping[str, Cells]:
    """The sheets by their names, in their order. Raises NoSpreadsheet."""
    found: dict[str, Cells] = {}
    try:
        with WorkerProcess(MEMORY) as worker:
            for sheet in worker.results(f"{__name__}:cells_of", str(path), seconds=SECONDS):
                if sheet is None:
                    raise NoSpreadsheet(path.suffix)
                name, cells = sheet
                found[name] = cells
    except WorkerDied as died:
        raise NoSpreadsheet(type(died).__name__) from died
    return found


def cells_of(path: str) -> Iterator[tuple[str, Cells] | None]:
    """The same in the process of its own; None where it goes no further."""
    try:
        status = Path(path).stat()
        if not stat.S_ISREG(status.st_mode) or status.st_size > MOST_BYTES:
            yield None
            return
        with CalamineWorkbook.from_path(path) as book:
            for name in book.sheet_names:
                sheet = book.get_sheet_by_name(name)
                last_row, last_column = sheet.end or (0, 0)
                if (last_row + 1) * (last_column + 1) > MOST_CELLS:
                    yield None
                    return
                yield name, sheet.to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError):  # ValueError: a name with a null character
        yield None

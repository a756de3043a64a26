"""Files of the national portal: its records as JSON, and its list of procedures as a spreadsheet."""

from __future__ import annotations

import io
import json
import lzma
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

from counter_app.bounded_files import read_file
from counter_app.dossier.plain import plain
from counter_app.procedures.catalogue import CODE, Procedure
from counter_app.procedures.data_files import DataFault, Wanted, fault_at
from counter_app.procedures.portal_records import NO_PAPERS, NO_TERM, SOURCE, Doubt, Taken, taken_from
from counter_app.procedures.sheets import NoSpreadsheet, read_sheets

_MOST_BYTES = 500_000_000  # of records, unpacked; all of the country's have some two hundred million
_HEADS = ("ma so", "ten")  # the first two of the list's heads
_NO_JSON = Wanted("records of the national portal as JSON: one, a list, or one on each line")


def read_portal_records(path: Path, on: date) -> tuple[Taken, ...]:
    """What the records of a JSON file say: one record, a list, the portal's answer, or one on each line; also packed
    (.xz). `on` is the day the file is of. Raises DataFault where it is no such file.
    """
    try:
        text = _content(path).decode("utf-8-sig")
    except (OSError, EOFError, lzma.LZMAError, ValueError) as failure:
        raise DataFault(faults=[fault_at(path.name, 1, path.suffix or path.name, _NO_JSON)]) from failure
    return tuple(taken_from(record, on) for record in _records(path.name, text))


def _content(path: Path) -> bytes:
    """The file's bytes, unpacked. Raises OSError, lzma.LZMAError; ValueError where it is far larger than any record."""
    content = read_file(path, _MOST_BYTES)
    if path.suffix != ".xz":
        return content
    with lzma.open(io.BytesIO(content)) as packed:
        unpacked = packed.read(_MOST_BYTES + 1)
    if len(unpacked) > _MOST_BYTES:
        raise ValueError("too large")
    return unpacked


def _records(name: str, text: str) -> Iterator[Any]:
    try:
        yield from _listed(json.loads(text))
        return
    except RecursionError as failure:
        raise DataFault(faults=[fault_at(name, 1, "JSON", _NO_JSON)]) from failure
    except json.JSONDecodeError as failure:
        if failure.msg != "Extra data":  # a second record on a line of its own
            raise DataFault(faults=[fault_at(name, failure.lineno, "JSON", _NO_JSON)]) from failure
    except ValueError as failure:  # a number longer than any
        raise DataFault(faults=[fault_at(name, 1, "JSON", _NO_JSON)]) from failure
    for number, line in enumerate(text.split("\n"), 1):  # other line ends may stand in a text
        if line.strip():
            try:
                yield json.loads(line)
            except (ValueError, RecursionError) as failure:
                raise DataFault(faults=[fault_at(name, number, "JSON", _NO_JSON)]) from failure


def _listed(told: Any) -> Iterable[Any]:
    """The records, whether alone, in a list, or in an answer of the portal."""
    for key in ("data", "items"):
        if isinstance(told, dict) and key in told and "name" not in told:
            told = told[key]
    return told if isinstance(told, list) else [told]


def read_portal_list(path: Path, on: date) -> tuple[Taken, ...] | None:
    """What the portal's list says (Danh sách TTHC: code, name, agencies, field); None where it is another spreadsheet.

    Raises DataFault where it is none at all.
    """
    try:
        rows = next(iter(read_sheets(path).values()), [])
    except NoSpreadsheet as failure:
        wanted = Wanted("a spreadsheet (.xlsx, .xls or .ods) that opens without a password")
        raise DataFault(faults=[fault_at(path.name, 1, path.suffix or path.name, wanted)]) from failure
    head = next((n for n, row in enumerate(rows[:5]) if tuple(plain(str(cell)) for cell in row[:2]) == _HEADS), None)
    if head is None:
        return None
    return tuple(_row([_cell(cell) for cell in row], on) for row in rows[head + 1 :] if any(map(str, row)))


def _row(cells: list[str], on: date) -> Taken:
    code, name, publisher, settles, of_law = (cells + [""] * 5)[:5]
    if not CODE.match(code) or not name:
        return taken_from({"code": code, "name": name}, on)
    known = {"field": of_law, "competence": settles}
    missing = ("components", "term", "fees", *(field for field, value in known.items() if not value))
    procedure = Procedure(
        code=code,
        name=name,
        field=of_law or "Chưa có dữ liệu",
        competence=settles,
        version=f"{on:%Y-%m-%d}",
        components=(NO_PAPERS,),
        term=NO_TERM,
        unknown=missing,
        source=f"{SOURCE}, {publisher}" if publisher else SOURCE,
        source_date=on,
        valid_from=on,
    )
    partial = ("name", *(field for field, value in known.items() if value))
    doubt = Doubt("term", "the list says nothing of term, papers and fees")
    return Taken(code, name, procedure, partial=partial, doubts=(doubt,))


def _cell(value: object) -> str:
    """The text of a cell; agencies stand one below the other. A code read as a number gets its six digits again."""
    if isinstance(value, float):
        return f"{value:.6f}"
    return "; ".join(" ".join(line.split()) for line in str(value).splitlines() if line.strip())

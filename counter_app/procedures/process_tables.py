"""Tables of internal processes out of a province's decisions (CSV, or a sheet of a workbook), taken over as steps of
procedures that are known.

A row a step, under heads in Vietnamese or English (`_COLUMNS`); other columns are not looked at. Only what is whole is
taken: a process with a code of the catalogue, steps numbered from 1 on, each with its unit and its hours. A last step
that the decision gives no time has none; any other without hours leaves the process out, and so do several processes
for one code, which are those of different cases or offices. What is left out is told.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from counter_app.bounded_files import read_file
from counter_app.dossier.plain import plain
from counter_app.procedures.catalogue import Catalogue, ProcessStep
from counter_app.procedures.data_files import DataFault, Wanted, fault_at
from counter_app.procedures.importing import ImportPlan, StepsTaken, plan_of_steps
from counter_app.procedures.portal_records import Doubt
from counter_app.procedures.sheets import NoSpreadsheet, read_sheets

_COLUMNS = {
    "decision": "Quyết định",
    "code": "Mã thủ tục",
    "procedure": "Thủ tục",
    "step": "Bước",
    "unit": "Đơn vị",
    "work": "Nội dung công việc",
    "hours": "Số giờ",
}
_LARGEST = 16_000_000  # bytes
_Rows = list[dict[str, str]]


def plan_of_table(path: Path, catalogue: Catalogue, today: date) -> ImportPlan:
    """What the CSV table changes. Raises DataFault where it is none."""
    try:
        lines = list(csv.reader(io.StringIO(read_file(path, _LARGEST).decode("utf-8-sig"), newline="")))
    except (OSError, ValueError, csv.Error) as fault:
        raise DataFault(faults=[fault_at(path.name, 1, path.name, _table_wanted())]) from fault
    rows = _rows(lines)
    if not rows:
        raise DataFault(faults=[fault_at(path.name, 1, path.name, _table_wanted())])
    return plan_of_steps(catalogue, list(_taken(_processes(rows))), today)


def plan_of_sheet(path: Path, catalogue: Catalogue, today: date) -> ImportPlan | None:
    """What the first such table of the workbook changes; None where none of its sheets is one."""
    try:
        sheets = read_sheets(path)
    except NoSpreadsheet:
        return None  # whoever asks next says what is wrong with it
    for cells in sheets.values():
        if rows := _rows([[_text(cell) for cell in line] for line in cells]):
            return plan_of_steps(catalogue, list(_taken(_processes(rows))), today)
    return None


def _text(cell: Any) -> str:
    """As it would stand in a CSV: a spreadsheet's whole numbers are fractions, too."""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)


def _rows(lines: Sequence[Sequence[str]]) -> _Rows:
    """The rows below the heads, by the columns' names; none where the first line with anything in it lacks a head."""
    filled = [line for line in lines if any(cell.strip() for cell in line)]
    heads = [plain(head) for head in filled[0]] if filled else []
    places: dict[str, int] = {}
    for name, head in _COLUMNS.items():
        if (said := next((text for text in (name, plain(head)) if text in heads), None)) is None:
            return []
        places[name] = heads.index(said)
    return [
        {name: " ".join(line[place].split()) if place < len(line) else "" for name, place in places.items()}
        for line in filled[1:]
    ]


def _processes(rows: Iterable[dict[str, str]]) -> list[_Rows]:
    """The rows of each process; one begins at each step 1."""
    found: list[_Rows] = []
    for row in rows:
        if row["step"] == "1" or not found:
            found.append([])
        found[-1].append(row)
    return found


def _table_wanted() -> Wanted:
    heads = ", ".join(_COLUMNS.values())
    return Wanted("a table of processes with the columns {columns}", {"columns": heads})


def _taken(processes: Sequence[_Rows]) -> Iterator[StepsTaken]:
    codes = [rows[0]["code"] for rows in processes]
    for rows in processes:
        first = rows[0]
        code = first["code"]
        steps, doubt = _steps(rows)
        if not code:
            doubt = Doubt("steps", "the table does not say the procedure's code")
        elif codes.count(code) > 1:
            doubt = Doubt("steps", "the table has more than one process of this code: choose by hand")
        yield StepsTaken(code, first["procedure"], first["decision"], () if doubt else steps, doubt)


def _steps(rows: _Rows) -> tuple[tuple[ProcessStep, ...], Doubt | None]:
    """The steps, or why the process is not whole."""
    steps: list[ProcessStep] = []
    for place, row in enumerate(rows, start=1):
        hours = _hours(row["hours"])
        if row["step"] != str(place) or not row["unit"] or not row["work"]:
            return (), Doubt("steps", "step {step} lacks its number, unit or work", {"step": str(place)})
        if hours is None and (row["hours"] or place < len(rows)):
            return (), Doubt("steps", "step {step} has no hours", {"step": str(place)})
        steps.append(ProcessStep(unit=row["unit"], name=row["work"], hours=hours or 0.0))
    return tuple(steps), None


def _hours(said: str) -> float | None:
    """Office hours; None where nothing that can be used is said."""
    try:
        hours = float(said.replace(",", "."))
    except ValueError:
        return None
    return hours if 0 < hours < 100_000 else None

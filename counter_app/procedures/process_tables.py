"""Tables of internal processes out of a province's decisions (CSV), taken over as steps of procedures that are known.

A row a step: decision, date, code, step, unit, work, hours, time_text. Only what is whole is taken: a process with a
code of the catalogue, steps numbered from 1 on, each with its unit and its hours. A last step that the decision gives
no time has none; any other without hours leaves the process out, and so do several processes for one code, which are
those of different cases or offices. What is left out is told.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from counter_app.bounded_files import read_file
from counter_app.procedures.catalogue import Catalogue, ProcessStep
from counter_app.procedures.data_files import DataFault, Wanted, fault_at
from counter_app.procedures.importing import ImportPlan, StepsTaken, plan_of_steps
from counter_app.procedures.portal_records import Doubt

_COLUMNS = ("decision", "code", "procedure", "step", "unit", "work", "hours")
_LARGEST = 16_000_000  # bytes
_Rows = list[dict[str, str]]


def plan_of_table(path: Path, catalogue: Catalogue, today: date) -> ImportPlan:
    """What the table changes. Raises DataFault where it is none."""
    return plan_of_steps(catalogue, list(_taken(_processes(path))), today)


def _processes(path: Path) -> list[_Rows]:
    """The rows of each process; one begins at each step 1. Raises DataFault."""
    try:
        reader = csv.DictReader(io.StringIO(read_file(path, _LARGEST).decode("utf-8-sig"), newline=""))
        lacking = [name for name in _COLUMNS if name not in (reader.fieldnames or ())]
        rows = [{name: " ".join((row.get(name) or "").split()) for name in _COLUMNS} for row in reader]
    except (OSError, ValueError, csv.Error) as fault:
        raise DataFault(faults=[fault_at(path.name, 1, path.name, _table_wanted())]) from fault
    if lacking or not rows:
        raise DataFault(faults=[fault_at(path.name, 1, ", ".join(lacking) or path.name, _table_wanted())])
    found: list[_Rows] = []
    for row in rows:
        if row["step"] == "1" or not found:
            found.append([])
        found[-1].append(row)
    return found


def _table_wanted() -> Wanted:
    return Wanted("a table of processes with the columns {columns}", {"columns": ", ".join(_COLUMNS)})


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
        hours = float(said)
    except ValueError:
        return None
    return hours if 0 < hours < 100_000 else None

"""Files an import is made of: records of the national portal, its list, processes of a decision, our own files; told
apart by themselves."""

from __future__ import annotations

import shutil
import tempfile
from datetime import date
from pathlib import Path

from counter_app.procedures.catalogue import Catalogue
from counter_app.procedures.catalogue_files import load_catalogue
from counter_app.procedures.data_files import DataFault, Wanted, fault_at
from counter_app.procedures.importing import ImportPlan, plan_of_records, plan_of_versions
from counter_app.procedures.portal_files import read_portal_list, read_portal_records
from counter_app.procedures.process_tables import plan_of_sheet, plan_of_table
from counter_app.procedures.spreadsheet import read_spreadsheet

_RECORDS = (".json", ".jsonl", ".xz")
_SHEETS = (".xlsx", ".xls", ".ods")
_TABLE = ".csv"
KINDS = (*_RECORDS, *_SHEETS, ".toml", _TABLE)
"""The endings of the files that are understood."""


def plan_of(path: Path, catalogue: Catalogue, today: date) -> ImportPlan:
    """What the file, or the folder of TOML files, would change. Raises DataFault where it is none of those."""
    ending = path.suffix.casefold()
    if path.is_dir():
        return plan_of_versions(catalogue, load_catalogue(path).all)
    if ending == ".toml":
        with tempfile.TemporaryDirectory() as beside:
            if path.is_file():
                shutil.copyfile(path, Path(beside, path.name))
            return plan_of_versions(catalogue, load_catalogue(Path(beside)).all)
    if ending == _TABLE:
        return plan_of_table(path, catalogue, today)
    if ending in _RECORDS:
        return plan_of_records(catalogue, read_portal_records(path, today), today)
    if ending in _SHEETS:
        listed = read_portal_list(path, today)
        if listed is not None:
            return plan_of_records(catalogue, listed, today)
        if (steps := plan_of_sheet(path, catalogue, today)) is not None:
            return steps
        return plan_of_versions(catalogue, read_spreadsheet(path))
    wanted = Wanted("a file of procedures: {kinds}, or a folder of .toml", {"kinds": ", ".join(KINDS)})
    raise DataFault(faults=[fault_at(path.name, 1, ending or path.name, wanted)])

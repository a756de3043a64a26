"""The catalogue as a spreadsheet: written as .xlsx, read from .xlsx, .xls or .ods with every fault's sheet and cell."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter
from pydantic import ValidationError
from xlsxwriter.utility import xl_col_to_name

from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.catalogue_checks import flaws
from counter_app.procedures.data_files import ONE_OF, DataFault, Fault, Place, Wanted, fault_at, wanted_by
from counter_app.procedures.sheets import NoSpreadsheet, read_sheets
from counter_app.procedures.spreadsheet_columns import (
    BY_LIST,
    CODE,
    OF_CODE,
    OF_VERSION,
    SHEETS,
    VERSION,
    Column,
    Sheet,
    columns_of,
)

_FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet program may take for the beginning of a formula, in a cell somebody edits again."""


def write_spreadsheet(procedures: Iterable[Procedure], path: Path) -> None:
    """Writes the versions; every text is written as text, never as a formula or a link. Raises OSError."""
    try:
        with xlsxwriter.Workbook(
            str(path), {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
        ) as book:
            formats = {
                "head": book.add_format({"bold": True, "bg_color": "#DCE6F1", "text_wrap": True, "valign": "vcenter"}),
                "text": book.add_format({"text_wrap": True, "valign": "top", "num_format": "@"}),
                "marked": book.add_format(
                    {"text_wrap": True, "valign": "top", "num_format": "@", "quote_prefix": True}
                ),
                "day": book.add_format({"num_format": "dd/mm/yyyy", "valign": "top", "align": "left"}),
                "number": book.add_format({"num_format": "#,##0.##", "valign": "top"}),
            }
            values = [procedure.model_dump(mode="python") for procedure in procedures]
            for sheet in SHEETS:
                _write_sheet(book.add_worksheet(sheet.name), sheet, values, formats)
    except xlsxwriter.exceptions.FileCreateError as failure:
        raise OSError(str(failure)) from failure


def read_spreadsheet(path: Path) -> tuple[Procedure, ...]:
    """The versions in the file. Raises DataFault with all faults, each with its sheet and cell."""
    try:
        cells = read_sheets(path)
    except NoSpreadsheet as failure:
        wanted = Wanted("a spreadsheet (.xlsx, .xls or .ods) that opens without a password")
        raise DataFault(faults=[fault_at(path.name, 1, path.suffix or path.name, wanted)]) from failure
    missing = [sheet for sheet in SHEETS if sheet.name not in cells]
    read = {sheet.holds: _Rows(path.name, sheet, cells[sheet.name]) for sheet in SHEETS if sheet not in missing}
    faults = [
        fault_at(path.name, 1, sheet.name, Wanted("a sheet of this name"), f"{sheet.name}, A1")
        for sheet in missing
        if not sheet.optional
    ]
    faults += [fault for rows in read.values() for fault in rows.faults]
    if faults:
        raise DataFault(faults=faults)
    return _joined(path.name, read)


@dataclass
class _Row:
    number: int  # as the spreadsheet counts, from 1
    key: tuple[str, str]
    values: dict[str, Any]


@dataclass
class _Rows:
    """The rows of a sheet, and in which column each field stands."""

    file: str
    sheet: Sheet
    cells: list[list[Any]]
    rows: list[_Row] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    places: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        heads = [str(cell).strip().casefold() for cell in self.cells[0]] if self.cells else []
        for column in columns_of(self.sheet):
            if column.head.casefold() in heads:
                self.places[column.field] = heads.index(column.head.casefold())
            elif not column.optional:
                wanted = Wanted("a column with this head")
                self.faults.append(fault_at(self.file, 1, column.head, wanted, f"{self.sheet.name}, A1"))
        if not self.faults:
            self.rows = [
                self._row(number, cells)
                for number, cells in enumerate(self.cells[1:], 2)
                if any(str(cell).strip() for cell in cells)
            ]

    def fault(self, row: int, name: str, wanted: Wanted) -> Fault:
        """A fault in the column of a field."""
        column = next(
            (known for known in columns_of(self.sheet) if known.field == name),
            columns_of(self.sheet)[0],
        )
        if wanted.sentence == ONE_OF and column.words:
            wanted = Wanted(ONE_OF, {"expected": ", ".join(column.words)})
        cell = f"{xl_col_to_name(self.places[column.field])}{row}"
        return fault_at(self.file, row, column.head, wanted, f"{self.sheet.name}, {cell}")

    def _row(self, number: int, cells: list[Any]) -> _Row:
        values = {
            column.field: column.read(cells[place])
            for column in columns_of(self.sheet)
            if (place := self.places.get(column.field, len(cells))) < len(cells) and str(cells[place]).strip()
        }
        of = (OF_CODE, OF_VERSION) if self.sheet.holds else (CODE, VERSION)
        key = (str(values.get(of[0].field, "")), str(values.get(of[1].field, "")))
        return _Row(number, key, values)


def _joined(file: str, read: Mapping[str, _Rows]) -> tuple[Procedure, ...]:
    """The procedures with the rows of the other sheets that name their code and version."""
    faults: list[Fault] = []
    main = read[""]
    known = {row.key for row in main.rows}
    parts: dict[tuple[str, str, str], list[_Row]] = {}
    for holds, rows in read.items():
        for row in rows.rows if holds else ():
            if row.key not in known:
                wanted = Wanted("code and version of a row of {sheet}", {"sheet": main.sheet.name})
                faults.append(rows.fault(row.number, OF_CODE.field, wanted))
            parts.setdefault((*row.key, holds), []).append(row)
    procedures: list[Procedure] = []
    rows_of: list[_Row] = []
    for row in main.rows:
        values: dict[str, Any] = {"term": {}, **_nested(row.values)}
        for holds in read:
            if holds and (*row.key, holds) in parts:
                values[holds] = tuple(_nested(_without_key(part.values)) for part in parts[*row.key, holds])
        try:
            procedures.append(Procedure.model_validate(values))
            rows_of.append(row)
        except ValidationError as failure:
            faults += [
                _located(read, row, parts, error["loc"], wanted_by(error, "01/03/2026"))
                for error in failure.errors(include_url=False)
            ]
    faults += [_located(read, rows_of[flaw.index], parts, flaw.place, flaw.wanted) for flaw in flaws(procedures)]
    if not main.rows:
        faults.append(main.fault(2, CODE.field, Wanted("at least one procedure")))
    if faults:
        raise DataFault(faults=faults)
    return tuple(procedures)


def _located(
    read: Mapping[str, _Rows],
    row: _Row,
    parts: Mapping[tuple[str, str, str], list[_Row]],
    place: Place,
    wanted: Wanted,
) -> Fault:
    holds = str(place[0])
    if holds in BY_LIST and len(place) > 1:
        part = parts[*row.key, holds][int(place[1])]
        return read[holds].fault(part.number, str(place[2]) if len(place) > 2 else "", wanted)
    if holds in BY_LIST:  # the list as a whole: it has no row
        sheet = BY_LIST[holds].name
        return read[""].fault(row.number, CODE.field, Wanted("at least one row in the sheet {sheet}", {"sheet": sheet}))
    names = {column.field for column in SHEETS[0].columns}
    inner = ".".join(str(part) for part in place)
    name = inner if inner in names else holds if holds in names else f"{holds}.unit"
    return read[""].fault(row.number, name, wanted)


def _nested(values: Mapping[str, Any]) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for name, value in values.items():
        outer, dot, inner = name.partition(".")
        if dot:
            nested.setdefault(outer, {})[inner] = value
        else:
            nested[name] = value
    return nested


def _without_key(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if name not in (OF_CODE.field, OF_VERSION.field)}


def _write_sheet(page: Any, sheet: Sheet, procedures: list[dict[str, Any]], formats: Mapping[str, Any]) -> None:
    columns = columns_of(sheet)
    for place, column in enumerate(columns):
        page.set_column(place, place, column.width)
        page.write_string(0, place, column.head, formats["head"])
    page.freeze_panes(1, 2)
    line = 0
    for procedure in procedures:
        for entry in procedure[sheet.holds] if sheet.holds else (procedure,):
            line += 1
            for place, column in enumerate(columns):
                value = _value({**entry, "of": procedure}, column)
                _write_cell(page, line, place, value, formats)
    page.autofilter(0, 0, max(line, 1), len(columns) - 1)


def _value(entry: Mapping[str, Any], column: Column) -> Any:
    value: Any = entry
    for name in column.field.split("."):
        value = value.get(name) if value is not None else None
    return column.write(value) if value not in (None, "", ()) else None


def _write_cell(page: Any, line: int, place: int, value: Any, formats: Mapping[str, Any]) -> None:
    if value is None:
        return
    if isinstance(value, date):
        page.write_datetime(line, place, value, formats["day"])
    elif isinstance(value, int | float):
        page.write_number(line, place, value, formats["number"])
    else:
        marked = str(value).startswith(_FORMULA_MARKS)
        page.write_string(line, place, str(value), formats["marked" if marked else "text"])

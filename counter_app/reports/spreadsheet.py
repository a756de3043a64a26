"""A table as a spreadsheet (.xlsx): heads merged as they span, widths, formats, ready to print.

What citizens and clerks wrote goes in as text and nothing else: it is shown as it was written, but no letter at its
beginning (=, +, -, @, a tab) makes a formula of it, here or where a spreadsheet is saved and opened again.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter

from counter_app.dossier.clock import VIETNAM
from counter_app.durable import written_aside
from counter_app.errors import CounterError
from counter_app.tables import Cell, Column, Kind, Row, Table, head_cells, head_levels

_FONT = {"font_name": "Times New Roman", "font_size": 11}
_FORMATS = {
    Kind.TEXT: "@",
    Kind.ORDINAL: "0",
    Kind.NUMBER: "#,##0",
    Kind.MONEY: "#,##0",
    Kind.PERCENT: "0.00%",
    Kind.POINTS: "#,##0.00",
    Kind.DATE: "dd/mm/yyyy",
    Kind.MOMENT: "hh:mm dd/mm/yyyy",
}
_A4 = 9
_LONG = 2_000
"""From how many rows on a sheet is written row by row, without keeping it in memory."""
_TO_SIGN = 36
"""Points of a row that people sign in."""
_LONGEST_TEXT = 32_767
"""What a cell of a spreadsheet can hold."""


class SpreadsheetFault(CounterError):
    """The spreadsheet could not be written."""

    what = "The spreadsheet {file} could not be saved."
    todo = "Close it if it is open elsewhere, check that the disk is not full, then save it again."


def write_spreadsheet(table: Table, path: Path, *, author: str = "") -> None:
    """Writes the table to `path`, whole or not at all. Raises SpreadsheetFault."""
    try:
        with written_aside(path) as aside:
            _write(table, aside, author)
    except (OSError, xlsxwriter.exceptions.XlsxFileError) as fault:
        raise SpreadsheetFault(type(fault).__name__, file=path.name) from fault


def _write(table: Table, path: Path, author: str) -> None:
    options = {
        "constant_memory": len(table.rows) >= _LONG,
        "strings_to_formulas": False,
        "strings_to_numbers": False,
        "strings_to_urls": False,
    }
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"title": table.title, "author": author})
        sheet = _Sheet(book, table)
        sheet.write()


class _Sheet:
    """One table on one sheet, written from top to bottom: long ones cannot go back."""

    def __init__(self, book: Any, table: Table) -> None:
        self._table = table
        self._sheet = book.add_worksheet("Báo cáo")
        self._last = len(table.columns) - 1
        self._line = 0
        self._title = book.add_format(_FONT | {"bold": True, "font_size": 14, "align": "center"})
        self._mark = book.add_format(
            _FONT | {"bold": True, "font_size": 20, "align": "center", "font_color": "#B00020"}
        )
        self._subtitle = book.add_format(_FONT | {"italic": True, "align": "center"})
        self._note = book.add_format(_FONT | {"italic": True})
        self._fault = book.add_format(_FONT | {"bold": True, "font_color": "#B00020"})
        head = {"bold": True, "border": 1, "align": "center", "valign": "vcenter", "text_wrap": True}
        self._head = book.add_format(_FONT | head | {"bg_color": "#E8EEF4"})
        self._number = book.add_format(_FONT | {"italic": True, "border": 1, "align": "center", "font_size": 9})
        self._cells = [book.add_format(_cell_format(column)) for column in table.columns]
        self._totals = [book.add_format(_cell_format(column) | {"bold": True}) for column in table.columns]

    def write(self) -> None:
        table, sheet = self._table, self._sheet
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, max(column.width, 5) * 1.15)
        if table.mark:
            self._across(table.mark, self._mark)
        if table.form:
            self._text_line(table.form, self._note)
        for label, name in table.parties:
            self._text_line(f"{label}: {name or '…………'}", self._note)
        self._across(table.title, self._title)
        for subtitle in table.subtitles:
            self._across(subtitle, self._subtitle)
        self._line += 1
        first = self._line
        self._heads()
        below = self._line
        for row in table.rows:
            self._row(row, self._cells)
        if table.total is not None:
            self._row(table.total, self._totals)
        for fault in table.faults:
            self._text_line(fault, self._fault)
        for note in table.notes:
            self._text_line(note, self._note)
        sheet.freeze_panes(below, 0)
        sheet.repeat_rows(first, below - 1)
        self._for_printing()

    def _for_printing(self) -> None:
        sheet = self._sheet
        sheet.set_paper(_A4)
        if self._table.letters > 90:
            sheet.set_landscape()
        sheet.set_margins(left=0.6, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&CTrang &P/&N")
        if self._table.mark:
            sheet.set_header(f"&C&B&14{self._table.mark}")

    def _across(self, text: str, how: Any) -> None:
        """A line over all columns."""
        self._sheet.write_string(self._line, 0, text, how)
        if self._last:
            self._merge(self._line, 0, self._line, self._last)
        self._line += 1

    def _merge(self, top: int, left: int, bottom: int, right: int) -> None:
        """Cells that were written become one; `merge_range` would write them, and rows once left cannot be written."""
        self._sheet.merge.append([top, left, bottom, right])

    def _text_line(self, text: str, how: Any) -> None:
        self._sheet.write_string(self._line, 0, text, how)
        self._line += 1

    def _heads(self) -> None:
        columns, levels = self._table.columns, head_levels(self._table.columns)
        cells = head_cells(columns)
        starts = {(cell.level, cell.column): cell.text for cell in cells}
        for level in range(levels):
            for place in range(len(columns)):
                self._sheet.write_string(self._line + level, place, starts.get((level, place), ""), self._head)
        for cell in cells:
            top, left = self._line + cell.level, cell.column
            if cell.levels > 1 or cell.columns > 1:
                self._merge(top, left, top + cell.levels - 1, left + cell.columns - 1)
        self._line += levels
        if self._table.is_numbered:
            for place, column in enumerate(self._table.columns):
                self._sheet.write_string(self._line, place, column.number, self._number)
            self._line += 1

    def _row(self, row: Row, formats: list[Any]) -> None:
        if any(column.to_sign for column in self._table.columns):
            self._sheet.set_row(self._line, _TO_SIGN)
        for place, cell in enumerate(row):
            self._cell(place, cell, formats[place])
        self._line += 1

    def _cell(self, place: int, cell: Cell, how: Any) -> None:
        match cell:
            case None | "":
                self._sheet.write_blank(self._line, place, None, how)
            case str():
                self._sheet.write_string(self._line, place, cell[:_LONGEST_TEXT], how)
            case datetime():
                self._sheet.write_datetime(self._line, place, _local(cell), how)
            case date():
                self._sheet.write_datetime(self._line, place, cell, how)
            case _:
                self._sheet.write_number(self._line, place, cell, how)


def _local(at: datetime) -> datetime:
    return at.astimezone(VIETNAM).replace(tzinfo=None) if at.tzinfo else at


def _cell_format(column: Column) -> dict[str, Any]:
    align = "right" if column.kind.is_number else "left" if column.kind is Kind.TEXT else "center"
    return _FONT | {
        "num_format": _FORMATS[column.kind],
        "border": 1,
        "valign": "top",
        "align": align,
        "text_wrap": True,
        "quote_prefix": column.kind is Kind.TEXT,
    }

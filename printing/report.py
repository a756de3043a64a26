"""A report on paper: the letterhead, the title, the table with its heads again on each page, notes, who signs.

What does not fit a portrait page stands on a landscape one, in smaller letters where it is a book of many columns. Long
names wrap, and a word longer than its column is broken: nothing is cut off.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, LongTable, Spacer

from counter_app.tables import Column, Kind, Row, Table, head_cells, head_levels, shown
from printing.layout import Letterhead, columns, day_in_words, document, head, room, signatures, style, text

SIGNERS = ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ")
_PORTRAIT_LETTERS = 90
"""How many letters of the table's size fit the width of a portrait page."""
_SMALL_LETTERS = 180
"""How many fit a landscape page."""
_SIDE, _ABOVE, _BELOW = 2, 1, 2.5
"""The room around what stands in a cell, in points."""
_SIDES: dict[object, str] = {TA_CENTER: "CENTER", TA_RIGHT: "RIGHT"}
_RULED: list[Any] = [
    ("GRID", (0, 0), (-1, -1), 0.5, "black"),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), _SIDE),
    ("RIGHTPADDING", (0, 0), (-1, -1), _SIDE),
    ("TOPPADDING", (0, 0), (-1, -1), _ABOVE),
    ("BOTTOMPADDING", (0, 0), (-1, -1), _BELOW),
]


def report(table: Table, letterhead: Letterhead, on: date, signers: Sequence[str] = SIGNERS) -> bytes:
    """The table as PDF, dated `on`; `signers` are the roles that sign it, none for lists nobody signs."""
    wide = table.letters > _PORTRAIT_LETTERS
    width, height = room(wide)
    story: list[Flowable] = [
        head(letterhead, width),
        Spacer(1, 2 * mm),
        columns(
            [[text(table.form, "small")], [text(f"{letterhead.place}, {day_in_words(on)}", "date")]],
            [width * 0.47, width * 0.53],
        ),
        Spacer(1, 3 * mm),
        text(table.title, "title"),
        *(text(line, "subtitle") for line in table.subtitles),
        Spacer(1, 3 * mm),
        _Pages(_Grid(table, width), height),
        Spacer(1, 2 * mm),
    ]
    below: list[Flowable] = [text(fault, "small_bold") for fault in table.faults]
    below += [text(note, "note") for note in table.notes]
    if signers:
        below += [Spacer(1, 4 * mm), signatures([(role, "") for role in signers], width)]
    story += [KeepTogether(below)] if below else []
    return document([story], title=table.title, author=letterhead.agency, wide=wide)


@dataclass(frozen=True)
class _Line:
    """A row ready for the page: its cells and its height in points; the total is bold."""

    cells: list[Any]
    height: float
    is_total: bool = False


@dataclass(frozen=True)
class _Grid:
    """The ruled table. What fits on one line is drawn as it is; only what must be broken becomes a paragraph."""

    table: Table
    width: float

    @cached_property
    def size(self) -> str:
        """The name of the letters' size among the styles."""
        return "tiny" if self.table.letters > _SMALL_LETTERS else "small"

    @cached_property
    def widths(self) -> list[float]:
        """The widths of the columns, in points."""
        return [self.width * column.width / self.table.letters for column in self.table.columns]

    @cached_property
    def heads_height(self) -> float:
        """The height of the heads, in points."""
        return float(self.part([]).wrap(self.width, A4[1])[1])

    def part(self, lines: Sequence[_Line]) -> LongTable:
        """The lines under the heads."""
        heads, how = self._heads()
        ruled = LongTable(
            [*heads, *(line.cells for line in lines)], colWidths=self.widths, repeatRows=len(heads), splitInRow=1
        )
        bold = [("FONTNAME", (0, -1), (-1, -1), style(f"{self.size}_bold").fontName)]
        last = bold if lines and lines[-1].is_total else []
        ruled.setStyle([*_RULED, *self._letters(), *last, ("VALIGN", (0, 0), (-1, len(heads) - 1), "MIDDLE"), *how])
        return ruled

    def lines(self) -> Iterator[_Line]:
        """The rows, and the total after them."""
        kinds = self._kinds()
        for row in self.table.rows:
            yield self._line(row, kinds)
        if self.table.total is not None:
            right, left = f"{self.size}_bold_right", f"{self.size}_bold"
            bold = [right if column.kind.is_number else left for column in self.table.columns]
            yield replace(self._line(self.table.total, bold), is_total=True)

    def _line(self, row: Row, kinds: Sequence[str]) -> _Line:
        cells = self._cells(row, kinds)
        heights = (
            style(self.size).leading if isinstance(cell, str) else cell.wrap(width - 2 * _SIDE, 0)[1]
            for cell, width in zip(cells, self.widths, strict=True)
        )
        return _Line(cells, max(heights) + _ABOVE + _BELOW)

    def _letters(self) -> Iterator[Any]:
        """How cells that are no paragraphs are written, by column."""
        for place, kind in enumerate(self._kinds()):
            one = style(kind)
            top, bottom = (place, 0), (place, -1)
            yield ("FONT", top, bottom, one.fontName, one.fontSize, one.leading)
            yield ("ALIGN", top, bottom, _SIDES.get(one.alignment, "LEFT"))

    def _heads(self) -> tuple[list[list[Any]], list[Any]]:
        heads = self.table.columns
        rows: list[list[Any]] = [[""] * len(heads) for _ in range(head_levels(heads))]
        spans: list[Any] = []
        for cell in head_cells(heads):
            rows[cell.level][cell.column] = text(cell.text, f"{self.size}_head")
            end = (cell.column + cell.columns - 1, cell.level + cell.levels - 1)
            spans.append(("SPAN", (cell.column, cell.level), end))
        if self.table.is_numbered:
            rows.append([text(column.number, f"{self.size}_italic") for column in heads])
        return rows, spans

    def _cells(self, row: Row, kinds: Sequence[str]) -> list[Any]:
        cells: list[Any] = []
        for cell, column, kind, width in zip(row, self.table.columns, kinds, self.widths, strict=True):
            content = unicodedata.normalize("NFC", shown(cell, column.kind))
            letters = style(kind)
            fits = stringWidth(content, letters.fontName, letters.fontSize) <= width - 2 * _SIDE
            cells.append(content if fits and "\n" not in content else text(content, kind))
        return cells

    def _kinds(self) -> list[str]:
        return [f"{self.size}{_side(column)}" for column in self.table.columns]


class _Pages(Flowable):
    """The table as it goes over the pages: as many lines as fit, then the rest on the next one.

    Lines are made when their page comes; a table that is split page by page is laid out anew each time.
    """

    def __init__(
        self,
        grid: _Grid,
        height: float,
        lines: Iterator[_Line] | None = None,
        waiting: _Line | None = None,
    ) -> None:
        super().__init__()
        self._grid = grid
        self._page = height - grid.heads_height
        self._height = height
        self._lines = grid.lines() if lines is None else lines
        self._waiting = waiting

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        """More than any page has, so that it is split."""
        return self._grid.width, self._height * 1000

    def split(self, available_width: float, available_height: float) -> list[Flowable]:
        left = available_height - self._grid.heads_height
        taken: list[_Line] = []
        line = self._waiting or next(self._lines, None)
        while line and line.height <= left:
            taken.append(line)
            left -= line.height
            line = next(self._lines, None)
        self._waiting = line
        if line and not taken and line.height <= self._page:
            return []  # it fits the next page
        if line and not taken:
            return self._broken(line, available_width, available_height)
        return [self._grid.part(taken), *self._rest(line)]

    def _broken(self, line: _Line, width: float, height: float) -> list[Flowable]:
        """A line that fits no page goes on over several."""
        pieces: list[Flowable] = self._grid.part([line]).split(width, height)
        return [*pieces, *self._rest(next(self._lines, None))] if pieces else []

    def _rest(self, line: _Line | None) -> list[Flowable]:
        return [_Pages(self._grid, self._height, self._lines, line)] if line else []


def _side(column: Column) -> str:
    if column.kind.is_number:
        return "_right"
    return "" if column.kind is Kind.TEXT else "_centred"

"""A report on paper: the letterhead, the title, the table with its heads again on each page, notes, who signs.

What does not fit a portrait page stands on a landscape one, in smaller letters where it is a book of many columns. Long
names wrap, and a word longer than its column is broken: nothing is cut off.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from reportlab.lib.enums import TA_CENTER, TA_RIGHT
from reportlab.lib.units import mm
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.platypus import Flowable, KeepTogether, LongTable, Spacer

from counter_app.tables import Column, Kind, Row, Table, head_cells, head_levels, shown
from printing.layout import WIDE, WIDTH, Letterhead, columns, day_in_words, document, head, signatures, style, text

SIGNERS = ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ")
_PORTRAIT_LETTERS = 90
"""How many letters of the table's size fit the width of a portrait page."""
_SMALL_LETTERS = 180
"""How many fit a landscape page."""
_SIDE = 2
"""The room on either side of what stands in a cell, in points."""
_SIDES: dict[object, str] = {TA_CENTER: "CENTER", TA_RIGHT: "RIGHT"}
_RULED: list[Any] = [
    ("GRID", (0, 0), (-1, -1), 0.5, "black"),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), _SIDE),
    ("RIGHTPADDING", (0, 0), (-1, -1), _SIDE),
    ("TOPPADDING", (0, 0), (-1, -1), 1),
    ("BOTTOMPADDING", (0, 0), (-1, -1), 2.5),
]


def report(table: Table, letterhead: Letterhead, on: date, signers: Sequence[str] = SIGNERS) -> bytes:
    """The table as PDF, dated `on`; `signers` are the roles that sign it, none for lists nobody signs."""
    wide = table.letters > _PORTRAIT_LETTERS
    width = WIDE if wide else WIDTH
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
        _Grid(table, width).flowable(),
        Spacer(1, 2 * mm),
    ]
    below: list[Flowable] = [text(fault, "small_bold") for fault in table.faults]
    below += [text(note, "note") for note in table.notes]
    if signers:
        below += [Spacer(1, 4 * mm), signatures([(role, "") for role in signers], width)]
    story += [KeepTogether(below)] if below else []
    return document([story], title=table.title, author=letterhead.agency, wide=wide)


@dataclass(frozen=True)
class _Grid:
    """The ruled table. What fits on one line is drawn as it is; only what must be broken becomes a paragraph."""

    table: Table
    width: float

    @property
    def size(self) -> str:
        """The name of the letters' size among the styles."""
        return "tiny" if self.table.letters > _SMALL_LETTERS else "small"

    @cached_property
    def widths(self) -> list[float]:
        """The widths of the columns, in points."""
        return [self.width * column.width / self.table.letters for column in self.table.columns]

    def flowable(self) -> Flowable:
        """The table as the page takes it."""
        heads, how = self._heads()
        body = [*heads, *self._body()]
        ruled = LongTable(body, colWidths=self.widths, repeatRows=len(heads), splitInRow=1)
        ruled.setStyle([*_RULED, *self._letters(), ("VALIGN", (0, 0), (-1, len(heads) - 1), "MIDDLE"), *how])
        return ruled

    def _letters(self) -> Iterator[Any]:
        """How cells that are no paragraphs are written, by column; the total is bold."""
        for place, kind in enumerate(self._kinds()):
            one = style(kind)
            top, bottom = (place, 0), (place, -1)
            yield ("FONT", top, bottom, one.fontName, one.fontSize, one.leading)
            yield ("ALIGN", top, bottom, _SIDES.get(one.alignment, "LEFT"))
        if self.table.total is not None:
            yield ("FONTNAME", (0, -1), (-1, -1), style(f"{self.size}_bold").fontName)

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

    def _body(self) -> Iterator[list[Any]]:
        kinds = self._kinds()
        for row in self.table.rows:
            yield self._cells(row, kinds)
        if self.table.total is not None:
            right, left = f"{self.size}_bold_right", f"{self.size}_bold"
            bold = [right if column.kind.is_number else left for column in self.table.columns]
            yield self._cells(self.table.total, bold)

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


def _side(column: Column) -> str:
    if column.kind.is_number:
        return "_right"
    return "" if column.kind is Kind.TEXT else "_centred"

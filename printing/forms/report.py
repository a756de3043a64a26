"""A report on paper: the letterhead, the title, the table with its heads again on each page, notes, who signs.

What does not fit a portrait page stands on a landscape one, in smaller letters where it is a book of many columns. Long
names wrap, and a word longer than its column is broken: nothing is cut off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether

from counter_app.tables import Column, Kind, Table, head_cells, head_levels, shown
from printing.layout.document import document
from printing.layout.heads import Letterhead, head, place_and_day
from printing.layout.long_table import Cell, Cells, Padding, long_table
from printing.layout.sheets import LANDSCAPE, PORTRAIT
from printing.layout.signing import signatures
from printing.layout.texts import DOTS, columns, gap, style, text
from printing.layout.watermark import watermarked

SIGNERS = ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ")
_PORTRAIT_LETTERS = 90
"""How many letters of the table's usual size fit the width of a portrait page."""
_LETTERS, _SMALL_LETTERS = 160, 220
"""How many of the usual and of the smaller size fit a landscape page."""
_PADDING = Padding(side=2, above=1, below=2.5)
_TO_SIGN = 12 * mm


def report(table: Table, letterhead: Letterhead, on: date, signers: Sequence[str] = SIGNERS) -> bytes:
    """The table as PDF, dated `on`; `signers` are the roles that sign it, none for lists nobody signs."""
    sheet = LANDSCAPE if table.letters > _PORTRAIT_LETTERS else PORTRAIT
    width, _ = sheet.printable_size
    story: list[Flowable] = [
        head(letterhead, width),
        gap(2),
        columns(
            [_form(table, letterhead), [text(place_and_day(letterhead, on), "date")]], [width * 0.55, width * 0.45]
        ),
        gap(3, 1),
        text(table.title, "title"),
        *(text(line, "subtitle") for line in table.subtitles),
        gap(3, 1),
        _ruled(table, width),
        gap(2),
    ]
    below: list[Flowable] = [text(fault, "medium_bold") for fault in table.faults]
    below += [text(note, "note") for note in table.notes]
    if signers:
        below += [gap(4, 1), signatures([(role, "") for role in signers], width)]
    story += [KeepTogether(below)] if below else []
    return watermarked(document([story], title=table.title, author=letterhead.agency, sheet=sheet), table.mark)


def _form(table: Table, letterhead: Letterhead) -> list[Flowable]:
    """The number of the form, the number of the book, who reports to whom."""
    numbered = f"Số: {DOTS}/{table.symbol}-{letterhead.unit_symbol}" if table.symbol else ""
    told = [f"{label}: {name or DOTS}" for label, name in table.parties]
    return [text(line, "medium") for line in (table.form, numbered, *told) if line]


def _ruled(table: Table, width: float) -> Flowable:
    size = "medium" if table.letters <= _LETTERS else "small" if table.letters <= _SMALL_LETTERS else "tiny"
    widths = [width * column.width / table.letters for column in table.columns]
    styles = [style(f"{size}{_side(column)}") for column in table.columns]
    least = _TO_SIGN if any(column.to_sign for column in table.columns) else 0.0
    padding = replace(_PADDING, least=least)
    return long_table(widths, styles, _rows(table, size), _heads(table, size), style(f"{size}_head"), padding)


def _rows(table: Table, size: str) -> Iterator[Cells]:
    """The rows, and the total after them in bold."""
    kinds = [column.kind for column in table.columns]
    for row in table.rows:
        yield [shown(cell, kind) for cell, kind in zip(row, kinds, strict=True)]
    if table.total is not None:
        left, right = style(f"{size}_bold"), style(f"{size}_bold_right")
        yield [
            Cell(shown(cell, kind), right if kind.is_number else left)
            for cell, kind in zip(table.total, kinds, strict=True)
        ]


def _heads(table: Table, size: str) -> list[list[Cell]]:
    levels: list[list[Cell]] = [[] for _ in range(head_levels(table.columns))]
    for cell in head_cells(table.columns):
        levels[cell.level].append(Cell(cell.text, None, cell.columns, cell.levels))
    if table.is_numbered:
        levels.append([Cell(column.number, style(f"{size}_italic")) for column in table.columns])
    return levels


def _side(column: Column) -> str:
    if column.kind.is_number:
        return "_right"
    return "" if column.kind is Kind.TEXT else "_centred"

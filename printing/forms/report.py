"""A report on paper: the letterhead, the title, the table with its heads again on each page, notes, who signs.

What does not fit a portrait page stands on a landscape one, in smaller letters where it is a book of many columns. Long
names wrap, and a word longer than its column is broken: nothing is cut off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, Spacer

from counter_app.tables import Column, Kind, Table, head_cells, head_levels, shown
from printing.layout.document import (
    Letterhead,
    columns,
    day_in_words,
    document,
    head,
    printable_size,
    signatures,
    style,
    text,
)
from printing.layout.long_table import Cell, Cells, Padding, long_table

SIGNERS = ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ")
_PORTRAIT_LETTERS = 90
"""How many letters of the table's size fit the width of a portrait page."""
_SMALL_LETTERS = 180
"""How many fit a landscape page."""
_PADDING = Padding(side=2, above=1, below=2.5)


def report(table: Table, letterhead: Letterhead, on: date, signers: Sequence[str] = SIGNERS) -> bytes:
    """The table as PDF, dated `on`; `signers` are the roles that sign it, none for lists nobody signs."""
    wide = table.letters > _PORTRAIT_LETTERS
    width, _ = printable_size(wide)
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
        _ruled(table, width),
        Spacer(1, 2 * mm),
    ]
    below: list[Flowable] = [text(fault, "small_bold") for fault in table.faults]
    below += [text(note, "note") for note in table.notes]
    if signers:
        below += [Spacer(1, 4 * mm), signatures([(role, "") for role in signers], width)]
    story += [KeepTogether(below)] if below else []
    return document([story], title=table.title, author=letterhead.agency, wide=wide)


def _ruled(table: Table, width: float) -> Flowable:
    size = "tiny" if table.letters > _SMALL_LETTERS else "small"
    widths = [width * column.width / table.letters for column in table.columns]
    styles = [style(f"{size}{_side(column)}") for column in table.columns]
    return long_table(widths, styles, _rows(table, size), _heads(table, size), style(f"{size}_head"), _PADDING)


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

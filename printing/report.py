"""A report on paper: the letterhead, the title, the table with its heads again on each page, notes, who signs.

What does not fit a portrait page stands on a landscape one. Long names wrap, and a word longer than its column is
broken: nothing is cut off.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, KeepTogether, LongTable, Spacer

from counter_app.tables import Column, Kind, Row, Table, head_cells, head_levels, shown
from printing.layout import WIDE, WIDTH, Letterhead, columns, day_in_words, document, head, signatures, text

SIGNERS = ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ")
_PORTRAIT_LETTERS = 90
"""How many letters of the table's size fit the width of a portrait page."""
_RULED: list[Any] = [
    ("GRID", (0, 0), (-1, -1), 0.5, "black"),
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2),
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
    heads, spans = _heads(table)
    body = [*heads, *_body(table)]
    ruled = LongTable(body, colWidths=_widths(table, width), repeatRows=len(heads), splitInRow=1)
    ruled.setStyle([*_RULED, ("VALIGN", (0, 0), (-1, len(heads) - 1), "MIDDLE"), *spans])
    return ruled


def _heads(table: Table) -> tuple[list[list[Any]], list[Any]]:
    levels = head_levels(table.columns)
    rows: list[list[Any]] = [[""] * len(table.columns) for _ in range(levels)]
    spans: list[Any] = []
    for cell in head_cells(table.columns):
        rows[cell.level][cell.column] = text(cell.text, "small_head")
        end = (cell.column + cell.columns - 1, cell.level + cell.levels - 1)
        spans.append(("SPAN", (cell.column, cell.level), end))
    if table.is_numbered:
        rows.append([text(column.number, "small_italic") for column in table.columns])
    return rows, spans


def _body(table: Table) -> Iterator[list[Any]]:
    kinds = [_cell_style(column) for column in table.columns]
    for row in table.rows:
        yield _cells(row, table.columns, kinds)
    if table.total is not None:
        bold = ["small_bold_right" if column.kind.is_number else "small_bold" for column in table.columns]
        yield _cells(table.total, table.columns, bold)


def _cells(row: Row, heads: Sequence[Column], kinds: Sequence[str]) -> list[Any]:
    return [
        text(shown(cell, column.kind), kind) if cell not in (None, "") else ""
        for cell, column, kind in zip(row, heads, kinds, strict=True)
    ]


def _cell_style(column: Column) -> str:
    if column.kind.is_number:
        return "small_right"
    return "small" if column.kind is Kind.TEXT else "small_centred"


def _widths(table: Table, width: float) -> list[float]:
    return [width * column.width / table.letters for column in table.columns]

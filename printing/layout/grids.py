"""Ruled tables of a few lines, whose heads may span."""

from __future__ import annotations

from collections.abc import Sequence

from printing.layout.long_table import Cell, Cells, LongTable, long_table
from printing.layout.texts import style

Span = tuple[str, tuple[int, int], tuple[int, int]]
"""("SPAN", first, last): cells by column and line, counted from nought."""


def grid(
    heads: Sequence[Cells],
    rows: Sequence[Cells],
    widths: Sequence[float],
    spans: Sequence[Span] = (),
    centred: Sequence[int] = (),
    kind: str = "cell",
) -> LongTable:
    """A ruled table whose heads are repeated on each page; `centred` are the columns with centred cells.

    `kind` is the style of the cells. What spans is either a `Cell` that says so, or a text in `spans`, and then what it
    covers is left empty.
    """
    styles = [style(f"{kind}_centred" if column in centred else kind) for column in range(len(widths))]
    lines = _spanned([*heads, *rows], spans) if spans else [*heads, *rows]
    return long_table(widths, styles, lines[len(heads) :], lines[: len(heads)], style(f"{kind}_head"), middle=True)


def _spanned(lines: Sequence[Cells], spans: Sequence[Span]) -> list[Cells]:
    """The lines with cells for what spans, and without what is covered by it."""
    cells: list[list[str | Cell | None]] = [list(line) for line in lines]
    for _, (left, top), (right, bottom) in spans:
        text = str(lines[top][left])
        for line in cells[top : bottom + 1]:
            line[left : right + 1] = [None] * (right + 1 - left)
        cells[top][left] = Cell(text, columns=right + 1 - left, levels=bottom + 1 - top)
    return [[cell for cell in line if cell is not None] for line in cells]

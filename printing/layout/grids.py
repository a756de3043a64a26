"""Ruled tables of a few lines under one line of heads."""

from __future__ import annotations

from collections.abc import Sequence

from printing.layout.long_table import Cells, LongTable, long_table
from printing.layout.texts import style


def grid(
    heads: Sequence[str],
    rows: Sequence[Cells],
    widths: Sequence[float],
    centred: Sequence[int] = (),
    kind: str = "cell",
) -> LongTable:
    """The heads are repeated on each page; `centred` are the columns with centred cells, `kind` is their style."""
    styles = [style(f"{kind}_centred" if column in centred else kind) for column in range(len(widths))]
    return long_table(widths, styles, rows, [heads], style(f"{kind}_head"), middle=True)

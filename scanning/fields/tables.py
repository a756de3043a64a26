"""Whether a page holds a table and nothing else: such a page has no title, and belongs to the paper before it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from counter_app.dossier.pages import PageReading
from scanning.fields.labels import are_apart
from scanning.fields.lines import TextLine, line_texts
from scanning.fields.titles import in_capitals

LEAST_ROWS = 3
LEAST_CELLS = 3
MOST_OF_IT = 0.6
"""Share of a page's lines that stand in cells."""
HEADING_WORDS = 3
"""Words in capitals on one line without gaps that make a heading: such a page has a title, known or not."""


def is_table(page: PageReading) -> bool:
    """Whether the page's lines stand in columns side by side, under no heading of their own."""
    lines = line_texts([page])
    if len(lines) < LEAST_ROWS or _has_heading(lines):
        return False
    rows = [line for line in lines if _cells(line) >= LEAST_CELLS]
    return len(rows) >= LEAST_ROWS and len(rows) >= MOST_OF_IT * len(lines)


def _cells(line: TextLine) -> int:
    return 1 + sum(are_apart(one, other) for one, other in pairwise(line.words))


def _has_heading(lines: Sequence[TextLine]) -> bool:
    return any(
        in_capitals(line.text) and len(line.words) >= HEADING_WORDS and _cells(line) == 1 for line in lines[:LEAST_ROWS]
    )

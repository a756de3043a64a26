"""The title of a page as it is printed, known or not: the first lines in capitals that are no header."""

from __future__ import annotations

import re

from counter_app.dossier.pages import PageReading
from counter_app.dossier.plain import plain
from scanning.fields.lines import line_texts
from scanning.fields.titles import MOST_LINES, TITLE_LINES, in_capitals

_STATE = ("cong hoa xa hoi", "doc lap", "uy ban nhan dan", "ubnd", "mau so", "mau ")
"""How lines in capitals begin that are no title."""


def title_on(page: PageReading) -> str:
    """The title as it is printed: the first lines in capitals that are no header; "" where there are none."""
    lines = [line.text for line in line_texts([page])][:TITLE_LINES]
    for start, line in enumerate(lines):
        if _may_be_title(line):
            block = [line]
            for more in lines[start + 1 : start + MOST_LINES]:
                if not _may_be_title(more):
                    break
                block.append(more)
            return " ".join(block).strip(" .:")
    return ""


def _may_be_title(line: str) -> bool:
    return in_capitals(line) and len(re.findall(r"[^\W\d_]{2,}", line)) >= 2 and not is_of_state(line)


def is_of_state(line: str) -> bool:
    """Whether a line is the header of the state, of an office, or a form's number."""
    return plain(line).startswith(_STATE)

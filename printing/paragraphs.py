"""What a clerk wrote, in the clerk's own lines."""

from __future__ import annotations

from reportlab.platypus import Flowable

from printing.layout import DOTS, text


def paragraphs(label: str, content: str) -> list[Flowable]:
    """`label: ` and the lines of `content`, a paragraph each; dots to fill in by hand where there are none."""
    first, *more = [one for one in content.splitlines() if one.strip()] or [DOTS]
    return [text(f"{label}: {first}"), *map(text, more)]

"""Running text of the papers: sentences of a letter, and what a clerk wrote in the clerk's own lines."""

from __future__ import annotations

from reportlab.platypus import Flowable

from printing.layout.texts import DOTS, text


def sentences(content: str) -> Flowable:
    """A paragraph of a letter: its first line indented, both edges straight (NĐ 30/2020)."""
    return text(content, "body")


def paragraphs(label: str, content: str) -> list[Flowable]:
    """`label: ` and the lines of `content`, a paragraph each; dots to fill in by hand where there are none."""
    first, *more = lines(content) or [DOTS]
    return [sentences(f"{label}: {first}"), *map(sentences, more)]


def lines(content: str) -> list[str]:
    """The lines in which something stands."""
    return [splitline for splitline in content.splitlines() if splitline.strip()]

"""Which paper a page is, by its printed title.

Production's rule: match the whole title, else say "unknown"; a title quoted inside a sentence is no title.
"""

from __future__ import annotations

import tomllib
from functools import cache

from rapidfuzz import fuzz

from counter_app.dossier.pages import UNKNOWN_DOCUMENT
from counter_app.dossier.plain import plain
from counter_app.resources import resource

SIMILAR = 88.0
"""Of 100: allows a few misread letters in a title, not another title."""
TITLE_LINES = 24
"""Titles stand in the upper part of the page."""


def classify(text: str) -> str:
    """The name of the paper whose title stands first among the upper lines of `text`, or "unknown".

    Titles stand in capitals (Nghị định 30/2020/NĐ-CP, Phụ lục I), on one to three lines; the same words in small
    letters only mention the paper.
    """
    lines = [line for line in text.splitlines() if line.strip()][:TITLE_LINES]
    for start in range(len(lines)):
        best, name = SIMILAR, UNKNOWN_DOCUMENT
        for end in range(start + 1, start + 4):
            if not _in_capitals(block := " ".join(lines[start:end])):
                break
            for title, paper in _titles():
                if (likeness := fuzz.ratio(plain(block), title)) > best:
                    best, name = likeness, paper
        if name != UNKNOWN_DOCUMENT:
            return name
    return UNKNOWN_DOCUMENT


def _in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isupper, letters)) > 0.7 * len(letters)


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    """(title in plain letters, paper's name) of resources/templates/titles.toml."""
    papers = tomllib.loads(resource("templates", "titles.toml").read_text(encoding="utf-8"))["paper"]
    return tuple((plain(title), paper["name"]) for paper in papers for title in paper["titles"])

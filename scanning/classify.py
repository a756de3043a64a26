"""Which paper a page is, by its printed title.

Production's rule: match the whole title, else say "unknown"; a title quoted inside a sentence is no title.
"""

from __future__ import annotations

import tomllib
from functools import cache
from itertools import pairwise

from rapidfuzz import fuzz

from counter_app.dossier.plain import plain
from counter_app.resources import resource
from scanning.pages import UNKNOWN_DOCUMENT

SIMILAR = 88.0
"""Of 100: allows a few misread letters in a title, not another title."""
TITLE_LINES = 24
"""Titles stand in the upper part of the page."""


def classify(text: str) -> str:
    """The name of the paper whose title stands in the first lines of `text`, or "unknown"."""
    lines = [plain(line) for line in text.splitlines() if line.strip()][:TITLE_LINES]
    candidates = lines + [f"{a} {b}" for a, b in pairwise(lines)]
    candidates += [f"{a} {b} {c}" for a, b, c in zip(lines, lines[1:], lines[2:], strict=False)]
    best, name = SIMILAR, UNKNOWN_DOCUMENT
    for candidate in candidates:
        for title, paper in _titles():
            if (likeness := fuzz.ratio(candidate, title)) > best:
                best, name = likeness, paper
    return name


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    """(title in plain letters, paper's name) of resources/templates/titles.toml."""
    papers = tomllib.loads(resource("templates", "titles.toml").read_text(encoding="utf-8"))["paper"]
    return tuple((plain(title), paper["name"]) for paper in papers for title in paper["titles"])

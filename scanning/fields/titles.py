"""Which paper a page is: by its printed title, by what its codes say; else unknown.

Production's rule: match the whole title, else say "unknown"; a title quoted inside a sentence is no title.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from rapidfuzz import fuzz

from counter_app.dossier.identity import NotACardCode, read_card_qr
from counter_app.dossier.pages import MACHINE_READABLE, UNKNOWN_DOCUMENT, Code
from counter_app.dossier.plain import plain
from counter_app.resources import resource

SIMILAR = 88.0
"""Of 100: allows a few misread letters in a title, not another title."""
TITLE_LINES = 24
"""Titles stand in the upper part of the page."""


@dataclass(frozen=True)
class PageClass:
    """Which paper a page is, how sure that is and why."""

    paper: str
    """A name of resources/templates/titles.toml, or "unknown"."""
    confidence: float = 0.0
    """0 to 100."""
    reason: str = ""
    """What tells it: the title as it stands on the page, or the kind of code."""


UNKNOWN = PageClass(UNKNOWN_DOCUMENT)


def classify(text: str, codes: Sequence[Code] = ()) -> PageClass:
    """The paper whose title stands first among the upper lines of `text`; without one, what a code on it says.

    Titles stand in capitals (Nghị định 30/2020/NĐ-CP, Phụ lục I), on one to three lines; the same words in small
    letters only mention the paper.
    """
    by_title = _by_title([line for line in text.splitlines() if line.strip()][:TITLE_LINES])
    return by_title if by_title != UNKNOWN else _by_codes(codes)


def title_of(paper: str) -> str:
    """What a paper is called: the first of its titles; its name where it has none."""
    return _called().get(paper, paper)


def papers_with_titles() -> frozenset[str]:
    """Every paper that can be recognised by its title."""
    return frozenset(paper for _, paper in _titles())


def _by_title(lines: Sequence[str]) -> PageClass:
    for start in range(len(lines)):
        best = UNKNOWN
        for end in range(start + 1, start + 4):
            if not _in_capitals(block := " ".join(lines[start:end])):
                break
            for title, paper in _titles():
                likeness = fuzz.ratio(plain(block), title, score_cutoff=max(SIMILAR, best.confidence + 0.001))
                if likeness > SIMILAR:
                    best = PageClass(paper, round(likeness, 1), block)
        if best != UNKNOWN:
            return best
    return UNKNOWN


def _by_codes(codes: Iterable[Code]) -> PageClass:
    for code in codes:
        if code.format == MACHINE_READABLE:
            return PageClass("passport" if code.text.startswith("P") else "identity_card", 100.0, code.format)
        try:
            read_card_qr(code.text)
        except NotACardCode:
            continue
        return PageClass("identity_card", 100.0, code.format)
    return UNKNOWN


def _in_capitals(text: str) -> bool:
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isupper, letters)) > 0.7 * len(letters)


@cache
def _called() -> dict[str, str]:
    papers = tomllib.loads(resource("templates", "titles.toml").read_text(encoding="utf-8"))["paper"]
    return {paper["name"]: paper["titles"][0] for paper in papers}


@cache
def _titles() -> tuple[tuple[str, str], ...]:
    """(title in plain letters, paper's name) of resources/templates/titles.toml."""
    papers = tomllib.loads(resource("templates", "titles.toml").read_text(encoding="utf-8"))["paper"]
    return tuple((plain(title), paper["name"]) for paper in papers for title in paper["titles"])

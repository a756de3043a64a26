"""Which paper a page is: by its printed title, by what its codes say; else unknown.

Production's rule: match the whole title, else say "unknown"; a title quoted inside a sentence is no title.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from counter_app.dossier.identity import NotACardCode, read_card_qr
from counter_app.dossier.pages import MACHINE_READABLE, UNKNOWN_DOCUMENT, Code
from counter_app.dossier.plain import plain
from counter_app.resources import resource
from scanning.fields.form_numbers import own_number

SIMILAR = 88.0
"""Of 100: allows a few misread letters in a title, not another title."""
BY_NUMBER = 90.0
"""Of 100: of a form whose title was not read, but its number and act."""
TITLE_LINES = 24
"""Titles stand in the upper part of the page."""
MOST_LINES = 4
"""On so many lines a title is printed at most."""
_REMARKS = re.compile(r"\([^)]*\)")
_LEAST_WORDS, _MANY_WORDS = 3, 12
_SHORT_WORD, _LONG = 5, 20
_MARKS_OF_NOTES = re.compile(r"[(\[{]\s*\d{1,2}\s*[)\]}]")

Title = tuple[str, str]
"""A title as it is printed, and the paper's name."""


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


@dataclass(frozen=True)
class FoundTitle:
    """A title among the lines of a page: from line `start` to before `end`."""

    known_as: PageClass
    start: int
    end: int


def classify(text: str, codes: Sequence[Code] = (), own: Iterable[Title] = ()) -> PageClass:
    """The paper whose title stands first among the upper lines of `text`; without one, what a code on it says, or the
    number that its form has in the act it is an annex of.

    Titles stand in capitals (Nghị định 30/2020/NĐ-CP, Phụ lục I), on one to four lines; the same words in small
    letters only mention the paper. `own`: titles that the office knows beside those of titles.toml.
    """
    lines = [line for line in text.splitlines() if line.strip()][:TITLE_LINES]
    first = next(titles_among(lines, own), None)
    if first:
        return first.known_as
    coded = _by_codes(codes)
    return _by_number(text) if coded == UNKNOWN else coded


def titles_among(lines: Sequence[str], own: Iterable[Title] = ()) -> Iterator[FoundTitle]:
    """Every title that stands among the lines, from top to bottom; none twice over the same line."""
    known = [*_titles(), *((_compared(title), paper) for title, paper in own)]
    start = 0
    while start < len(lines):
        found = _title_at(start, lines, known)
        if found:
            yield found
        start = found.end if found else start + 1


def papers_with_titles() -> frozenset[str]:
    """Every paper that can be recognised by its title."""
    return frozenset(paper for _, paper in _titles())


def known_papers() -> tuple[Title, ...]:
    """(paper's name, its first title) of every paper of titles.toml, by their titles."""
    first: dict[str, str] = {}
    for title, paper in _printed():
        first.setdefault(paper, title)
    return tuple(sorted(first.items(), key=lambda item: plain(item[1])))


def title_of(paper: str, own: Iterable[Title] = ()) -> str:
    """What a paper is called: the first of its titles; its name where it has none, such as "unknown"."""
    return next((title for title, name in (*_printed(), *own) if name == paper), paper)


def papers_asked_for(component: str) -> dict[str, float]:
    """The papers that a component of a procedure may be by its name, and how sure that is (0 to 100).

    One whose title begins the name is it, and no other: `Tờ khai cấp Giấy xác nhận …` asks for no `Giấy xác nhận …`.
    """
    name = _compared(_REMARKS.sub(" ", component))
    begun = [(title, paper) for title, paper in _titles() if f"{name} ".startswith(f"{title} ")]
    if begun:
        longest = max(len(title) for title, _ in begun)
        return _by_words(name) | {paper: 100.0 for title, paper in begun if len(title) == longest}
    inside = {paper: 80.0 for title, paper in _titles() if f" {title} " in f" {name} "}
    return inside | _by_words(name)


def names_component(title: str, component: str) -> bool:
    """Whether a printed title is how a component's name begins: of papers that nobody knows otherwise."""
    written, name = _compared(title), _compared(_REMARKS.sub(" ", component))
    words = len(written.split())
    return words >= _LEAST_WORDS and _word_by_word(written, " ".join(name.split()[:words]))


def _by_words(name: str) -> dict[str, float]:
    return {paper: 90.0 for words, paper in _asked_for() if f" {words} " in f" {name} "}


def in_capitals(text: str) -> bool:
    """Whether a line is written in capitals, as titles are."""
    letters = [letter for letter in text if letter.isalpha()]
    return sum(map(str.isupper, letters)) > 0.7 * len(letters)


def _title_at(start: int, lines: Sequence[str], known: Sequence[Title]) -> FoundTitle | None:
    best, end_of_best = UNKNOWN, start
    for end in range(start + 1, min(len(lines), start + MOST_LINES) + 1):
        if not in_capitals(block := " ".join(lines[start:end])):
            break
        written = _compared(block)
        for title, paper in known:
            likeness = fuzz.ratio(written, title, score_cutoff=max(SIMILAR, best.confidence + 0.001))
            if likeness > SIMILAR and _word_by_word(written, title):
                best, end_of_best = PageClass(paper, round(likeness, 1), block), end
    return FoundTitle(best, start, end_of_best) if best != UNKNOWN else None


def _word_by_word(written: str, title: str) -> bool:
    """Whether a title is misread only inside its words: a word more, fewer or quite another makes another title."""
    words, wanted = written.split(), title.split()
    if len(words) + 1 == len(wanted) >= _MANY_WORDS and any(
        words == wanted[:at] + wanted[at + 1 :] for at in range(len(wanted))
    ):
        return True  # one was not read, and nothing else is called so much alike
    if len(words) != len(wanted):
        joined = "".join(wanted)
        return Levenshtein.distance("".join(words), joined) <= (2 if len(joined) > _LONG else 1)
    return all(
        Levenshtein.distance(word, other) <= (1 if len(other) <= _SHORT_WORD else 2)
        for word, other in zip(words, wanted, strict=True)
    )


def _compared(title: str) -> str:
    """A title as it is compared: without marks, footnote marks and whatever is no letter."""
    return " ".join(re.findall(r"[a-z0-9]+", plain(_MARKS_OF_NOTES.sub(" ", title))))


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


def _by_number(text: str) -> PageClass:
    form = own_number(text)
    paper = _numbers().get(form.key, "")
    return PageClass(paper, BY_NUMBER, f"Mẫu {form.number} {form.act}".strip()) if paper else UNKNOWN


@cache
def _numbers() -> dict[str, str]:
    """Papers by the numbers of their forms (`FormNumber.key`)."""
    return {number: paper["name"] for paper in _file() for number in paper.get("numbers", ())}


@cache
def _titles() -> tuple[Title, ...]:
    """(title as it is compared, paper's name)."""
    return tuple((_compared(title), name) for title, name in _printed())


@cache
def _printed() -> tuple[Title, ...]:
    """(title, paper's name)."""
    return tuple((title, paper["name"]) for paper in _file() for title in paper["titles"])


@cache
def _asked_for() -> tuple[Title, ...]:
    """(words by which a procedure asks for a paper, paper's name)."""
    return tuple((_compared(words), paper["name"]) for paper in _file() for words in paper.get("components", ()))


def _file() -> list[dict[str, Any]]:
    """The papers of resources/templates/titles.toml."""
    papers: list[dict[str, Any]] = tomllib.loads(resource("templates", "titles.toml").read_text(encoding="utf-8"))[
        "paper"
    ]
    return papers

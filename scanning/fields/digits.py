"""Numbers and days written by hand: what a field's signs may say, where its kind of value bears it out.

A suggestion for the clerk and never a value. What could as well be something else is not suggested.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import prod

from counter_app.dossier.identity import is_citizen_number
from counter_app.dossier.pages import Writing

LEAST = 95.0
"""Confidence below which nothing is suggested. On forms by drawn hands of six seeds (1,692 numbers and days) 129 of the
131 suggestions are right; two took a 7 on a rule for a 2. Above 88 they were 25 of 28 on a seed before these."""
_NUMBER = re.compile(r"(?<![\d?])(?<!\d )\d(?: ?\d)*+(?!\?)")
"""A whole run of digits: beside a sign that is none some may be missing, and a part of them is another number."""
_DAY = re.compile(r"(?<!\d)(\d\d|(?<!\?)\d) ?/ ?(\d{1,2}) ?/ ?(\d{4})(?!\d)")
"""A day of one digit behind a sign that is none may have had two."""
_BLIND_DAY = re.compile(r"(\d\d)[/17](\d\d)[/17](\d{4})")
"""Ten signs in a row: a slanting stroke and a one look alike."""
_IN_WORDS = re.compile(r"[? ]*(\d{1,2})[? ]*\?[? ]*(\d{1,2})[? ]*\?[? ]*((?:19|20)\d\d)[? ]*")
"""ngày 15 tháng 4 năm 1990, if no letter looks like a digit."""
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Suggestion:
    """What may be written in a field."""

    text: str
    confidence: float
    """0 to 100."""


Found = tuple[str, Sequence[int]]
"""A text, and which of the signs it was made of."""


def suggested(kind: str, writing: Sequence[Writing]) -> Suggestion | None:
    """What a field of that kind may say, by what is written in it; None where that is not clear."""
    finder = _FINDERS.get(kind)
    if finder is None or any(written.crossed_out for written in writing):
        return None
    signs = " ".join(written.signs for written in writing)
    sure = [share for written in writing for share in (*written.sure, 100)][: len(signs)]
    found = dict(finder(signs))
    if len(found) != 1:
        return None
    ((text, places),) = found.items()
    confidence = 100 * prod(sure[place] / 100 for place in places)
    return Suggestion(text, round(confidence, 1)) if confidence >= LEAST else None


def _numbers(signs: str, fits: Callable[[str], bool]) -> Iterator[Found]:
    """The runs of digits, spaces between them left out, that are a number of that kind."""
    for match in _NUMBER.finditer(signs):
        text = match[0].replace(" ", "")
        if fits(text):
            yield text, [place for place in range(*match.span()) if signs[place] != " "]


def _citizen_numbers(signs: str) -> Iterator[Found]:
    return _numbers(signs, lambda text: is_citizen_number(text) and text[0] == "0")


def _telephones(signs: str) -> Iterator[Found]:
    return _numbers(signs, lambda text: bool(re.fullmatch(r"0[35789]\d{8}", text)))


def _days(signs: str) -> Iterator[Found]:
    """A day with strokes between its numbers, in words, in boxes or of ten signs; else the only year there."""
    found = list(_days_in(signs, _DAY)) or (list(_days_in(signs, _IN_WORDS)) if _IN_WORDS.fullmatch(signs) else [])
    if not found:
        found = [day for token in _tokens(signs, 10) for day in _days_in(signs, _BLIND_DAY, *token)]
    found = found or list(_in_boxes(signs))
    if not found and (year := _YEAR.fullmatch(signs)):  # and nothing beside it that was not read
        found = [(year[0], list(range(4)))]
    yield from found


def _days_in(signs: str, pattern: re.Pattern[str], start: int = 0, end: int | None = None) -> Iterator[Found]:
    for match in pattern.finditer(signs, start, len(signs) if end is None else end):
        if text := _day(*match.groups()):
            yield text, [place for group in (1, 2, 3) for place in range(*match.span(group))]


def _in_boxes(signs: str) -> Iterator[Found]:
    """Eight digits, with or without gaps, and nothing else."""
    places = [place for place, sign in enumerate(signs) if sign != " "]
    digits = "".join(signs[place] for place in places)
    if re.fullmatch(r"\d{8}", digits) and (text := _day(digits[:2], digits[2:4], digits[4:])):
        yield text, places


def _tokens(signs: str, length: int) -> Iterator[tuple[int, int]]:
    """Where so many signs stand together between spaces."""
    return (match.span() for match in re.finditer(r"[^ ]+", signs) if len(match[0]) == length)


def _day(day: str, month: str, year: str) -> str:
    """dd/mm/yyyy, if there was such a day."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return ""
    return f"{found:%d/%m/%Y}" if date(1900, 1, 1) <= found <= date.today() else ""


_FINDERS: dict[str, Callable[[str], Iterator[Found]]] = {
    "identity_number": _citizen_numbers,
    "date": _days,
    "issued": _days,
    "phone": _telephones,
}
IN_DIGITS = frozenset(_FINDERS)
"""Kinds of values of which something may be suggested."""

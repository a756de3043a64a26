"""Whether two values that were read say the same, by what kind of thing they are; None where that cannot be told."""

from __future__ import annotations

import re
import unicodedata
from calendar import monthrange
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation

from counter_app.dossier.plain import plain
from scanning.fields.field import Field

_TONES = "\u0300\u0301\u0309\u0303\u0323"
_DAY = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")


def same_name(one: Field, other: Field) -> bool | None:
    """The same letters and marks, wherever a tone is written (Hoà, Hòa); the letters alone of a zone's name."""
    if plain(one.value) != plain(other.value):
        return False
    if one.value.isascii() or other.value.isascii():
        return True
    return _spelled(one.value) == _spelled(other.value)


def same_text(one: Field, other: Field) -> bool | None:
    """The same letters, whatever the marks."""
    return plain(one.normal or one.value) == plain(other.normal or other.value)


def same_code(one: Field, other: Field) -> bool | None:
    """The same number of a register or parcel, whatever its spaces and leading zeros."""
    return _code(one.value) == _code(other.value)


def same_number(one: Field, other: Field) -> bool | None:
    """The same amount or measure."""
    first, second = number_of(one), number_of(other)
    return None if first is None or second is None else first == second


def same_day(one: Field, other: Field) -> bool | None:
    """The same day, as far as both say it: a year agrees with every day in it."""
    first, second = day_of(one), day_of(other)
    shorter = min(len(first), len(second))
    return first[:shorter] == second[:shorter] if shorter else None


COMPARISONS: dict[str, Callable[[Field, Field], bool | None]] = {
    "name": same_name,
    "text": same_text,
    "code": same_code,
    "number": same_number,
    "day": same_day,
}


def number_of(field: Field) -> Decimal | None:
    """The amount that a field means."""
    try:
        return Decimal(field.normal)
    except InvalidOperation:
        return None


def day_of(field: Field) -> str:
    """The day that a field means, perhaps in part: 1990-04-15, 1990-04, 1990; "" for none."""
    found = _DAY.match(field.normal)
    return found[0] if found else ""


def first_day(written: str) -> date:
    """The earliest day that a day written in part can be."""
    year, month, day = (*map(int, written.split("-")), 1, 1)[:3]
    return date(year, month, day)


def last_day(written: str) -> date:
    """The latest day that a day written in part can be."""
    if len(written) == len("1990-04-15"):
        return first_day(written)
    year, month = (*map(int, written.split("-")), 12)[:2]
    return date(year, month, monthrange(year, month)[1])


def _spelled(name: str) -> list[tuple[str, str]]:
    """Each syllable's letters and its tone, apart."""
    syllables = [unicodedata.normalize("NFD", syllable) for syllable in name.casefold().split()]
    return [
        ("".join(letter for letter in syllable if letter not in _TONES), "".join(sorted(set(syllable) & set(_TONES))))
        for syllable in syllables
    ]


def _code(text: str) -> str:
    return re.sub(r"[\s.]", "", plain(text)).lstrip("0")

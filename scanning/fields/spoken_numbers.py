"""Numbers and days written out in Vietnamese words, read back so that they can be held against the figures.

Marks may be lost in reading; without them no two of these words are the same but `mười` and `mươi`, told apart by what
stands before them. What is not wholly understood is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from counter_app.dossier.plain import plain

_DIGITS = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "nham": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9,
}  # fmt: skip
_TEN, _HUNDRED, _FILLING = "muoi", "tram", ("linh", "le")
_GROUPS = {"nghin": 10**3, "ngan": 10**3, "trieu": 10**6, "ty": 10**9, "ti": 10**9}
_UNITS = re.compile(r"\b(?:viet nam|dong|vnd|chan|met vuong|m2)\b")
_COMMA = "phay"
_MONTHS = (
    "gieng|mot", "hai", "ba", "tu|bon", "nam", "sau", "bay", "tam", "chin", "muoi", "muoi mot", "muoi hai|chap"
)  # fmt: skip
_ANY_MONTH = "|".join(sorted("|".join(_MONTHS).split("|"), key=len, reverse=True))
_DAY = re.compile(rf"ngay (?:mung |mong )?(.+?) thang ({_ANY_MONTH}) nam (.+)")


def number_in(words: str) -> Decimal | None:
    """The number that the words say: `một trăm linh năm phẩy hai mét vuông` is 105.2; None where they say none."""
    text = " ".join(re.findall(r"[a-z0-9]+", _UNITS.sub(" ", plain(words))))
    whole, comma, part = text.partition(f" {_COMMA} ")
    number = _whole(whole.split())
    if number is None or not comma:
        return None if number is None else Decimal(number)
    digits = [_DIGITS.get(word) for word in part.split()]
    tail = "".join(str(digit) for digit in digits) if None not in digits else _digits_of(_whole(part.split()))
    return Decimal(f"{number}.{tail}") if tail else None


def day_in(words: str) -> str:
    """The day that the words say, as 2026-04-15; "" where they say none."""
    found = _DAY.search(" ".join(re.findall(r"[a-z]+", plain(words))))
    if found is None:
        return ""
    day, year = _whole(found[1].split()), _whole(found[3].split())
    month = next(number for number, names in enumerate(_MONTHS, 1) if found[2] in names.split("|"))
    return f"{year:04d}-{month:02d}-{day:02d}" if day and year and day <= 31 and year > 1000 else ""


def _digits_of(number: int | None) -> str:
    return "" if number is None else str(number)


def _whole(words: Sequence[str]) -> int | None:
    """A whole number: groups of hundreds, each with its thousands, millions or milliards behind it."""
    if not words:
        return None
    total = held = 0
    group: list[str] = []
    for word in words:
        if word not in _GROUPS:
            group.append(word)
            continue
        value = _hundreds(group) if group else (1 if held or total else None)
        if value is None:
            return None
        group, held = [], held + value * _GROUPS[word]
        if _GROUPS[word] == 10**9:
            held, total = 0, (total + held if total == 0 else total * 10**9 + held)
    rest = _hundreds(group) if group else 0
    return None if rest is None else total + held + rest


def _hundreds(words: Sequence[str]) -> int | None:
    """Up to three digits in words: `hai trăm linh năm`, `hai mươi mốt`, `mười lăm`."""
    value = 0
    for word, before in zip(words, [*_before(words)], strict=True):
        if word in _DIGITS:
            if before in _DIGITS:
                return None
            value += _DIGITS[word]
        elif word == _TEN:
            value = value - _DIGITS[before] + 10 * _DIGITS[before] if before in _DIGITS else value + 10
        elif word == _HUNDRED and before in _DIGITS and value < 10:
            value *= 100
        elif word not in _FILLING:
            return None
    return value if words else None


def _before(words: Sequence[str]) -> Iterator[str]:
    yield ""
    yield from words[:-1]

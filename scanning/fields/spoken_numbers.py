"""Numbers and days written out in Vietnamese words, read back so that they can be held against the figures.

Marks may be lost in reading; without them no two of these words are the same but `mười` and `mươi`, told apart by what
stands before them. What is not wholly understood is not read at all.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from counter_app.dossier.plain import plain

_DIGITS = {
    "khong": 0, "mot": 1, "hai": 2, "ba": 3, "bon": 4, "tu": 4, "nam": 5, "lam": 5, "nham": 5, "sau": 6, "bay": 7,
    "tam": 8, "chin": 9,
}  # fmt: skip
_DIGIT = "|".join(_DIGITS)
_GROUP = re.compile(
    rf"(?:(?P<hundreds>{_DIGIT}) tram(?: |$))?"
    rf"(?:(?:(?P<tens>{_DIGIT}) )?(?P<ten>muoi)(?: (?P<ones>{_DIGIT}))?|(?:(?:linh|le) )?(?P<one>{_DIGIT}))?"
)
_GROUPS = ((("trieu",), 10**6), (("nghin", "ngan"), 10**3))
_MILLIARD = ("ty", "ti")
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
    try:
        return date(year or 0, month, day or 0).isoformat() if year and year > 1000 else ""
    except ValueError:
        return ""


def _digits_of(number: int | None) -> str:
    return "" if number is None else str(number)


def _whole(words: Sequence[str]) -> int | None:
    """A whole number: the milliards, of which there may be thousands and millions, before what is below one."""
    at = next((place for place, word in enumerate(words) if word in _MILLIARD), None)
    if at is None:
        return _below_a_milliard(words)
    above, rest = _below_a_milliard(words[:at]), words[at + 1 :]
    below = _below_a_milliard(rest) if rest else 0
    return None if above is None or below is None else above * 10**9 + below


def _below_a_milliard(words: Sequence[str]) -> int | None:
    """Millions, thousands and the rest, each once and in this order."""
    if not words:
        return None
    total, rest = 0, list(words)
    for names, value in _GROUPS:
        at = next((place for place, word in enumerate(rest) if word in names), None)
        if at is not None:
            group = _hundreds(rest[:at])
            if group is None:
                return None
            total, rest = total + group * value, rest[at + 1 :]
    below = _hundreds(rest) if rest else 0
    return None if below is None else total + below


def _hundreds(words: Sequence[str]) -> int | None:
    """Up to three digits in words: `hai trăm linh năm`, `hai mươi mốt`, `mười lăm`."""
    found = _GROUP.fullmatch(" ".join(words))
    if found is None or not words:
        return None
    digits = {name: _DIGITS[word] if word else 0 for name, word in found.groupdict().items() if name != "ten"}
    tens = (digits["tens"] if found["tens"] else 1) if found["ten"] else 0
    return 100 * digits["hundreds"] + 10 * tens + digits["ones"] + digits["one"]

"""The day on which a digitised paper was issued, where it is known: confirmed by a clerk, else as its head says.

An administrative paper has place and day in a line of their own or behind its number: “Nghi Lộc, ngày 05 tháng 3 năm
2026” (Nghị định 30/2020/NĐ-CP, Phụ lục I). A day inside a sentence is none of these. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from unicodedata import normalize

from counter_app.dossier.pages import READABLE
from counter_app.dossier.verified import VerifiedPaper

_ISSUED = re.compile(r"(.+\.)?issued")
_WORD = r"[A-ZÀ-ỸĐ][^\W\d_]*"
_NUMBER = r"(?:Số|SỐ|S[oôốồ]|No)\s*[:.]?\s*[^,]{0,40}?\s"
_HEAD = re.compile(
    rf"^\s*(?:{_NUMBER})?{_WORD}(?:[ .]+{_WORD}){{0,5}}\s*,"
    r"\s*ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})\s*\.?\s*$"
)


def issue_day(verified: Iterable[VerifiedPaper], pages: Iterable[tuple[str, float]], latest: date) -> date | None:
    """The day; None where nothing says it or two days are said. `pages`: the text of each and how surely it was read
    (0 to 100). What was issued after the `latest` day, when the paper was here, was misread.
    """
    confirmed = {
        day
        for paper in verified
        for field in paper.fields
        if _ISSUED.fullmatch(field.name) and (day := _day(*field.normal.split("-")))
    }
    read = {
        day
        for text, confidence in pages
        if confidence >= READABLE
        for line in normalize("NFC", text).splitlines()
        if (found := _HEAD.match(line)) and (day := _day(found[3], found[2], found[1]))
    }
    days = confirmed or read
    day = next(iter(days)) if len(days) == 1 else None
    return day if day is not None and day <= latest else None


def _day(*parts: str) -> date | None:
    if len(parts) == 3:
        with suppress(ValueError):
            return date(*map(int, parts))
    return None

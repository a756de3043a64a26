"""How the national services write instants and how long their texts may be."""

from __future__ import annotations

import unicodedata
from datetime import datetime

from counter_app.dossier.clock import VIETNAM

_CUT = "…"


def stamp(at: datetime | None) -> str:
    """`yyyyMMddHHmmss` in Vietnam's time; "" where nothing happened yet."""
    return at.astimezone(VIETNAM).strftime("%Y%m%d%H%M%S") if at else ""


def iso(at: datetime | None) -> str | None:
    """`yyyy-MM-ddTHH:mm:ss.fff` in Vietnam's time; None where nothing happened yet."""
    return at.astimezone(VIETNAM).replace(tzinfo=None).isoformat(timespec="milliseconds") if at else None


def cut(text: str, most: int) -> str:
    """The text in at most `most` characters as the services count them (UTF-16), a letter never parted from its marks.

    A text that was cut ends in “…”.
    """
    if _length(text) <= most:
        return text
    kept, room = "", most - _length(_CUT)
    for letter in _letters(text):
        room -= _length(letter)
        if room < 0:
            break
        kept += letter
    return kept + _CUT


def folded(text: str) -> str:
    """For comparing what a service says: one form of every letter, whatever its case, single spaces."""
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold()).split())


def _length(text: str) -> int:
    return len(text.encode("utf-16-le", errors="surrogatepass")) // 2


def _letters(text: str) -> list[str]:
    letters: list[str] = []
    for sign in text:
        if letters and unicodedata.combining(sign):
            letters[-1] += sign
        else:
            letters.append(sign)
    return letters

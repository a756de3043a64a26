"""The order of Vietnamese words: a ă â b c d đ e ê …, and within a letter the tones as dictionaries have them."""

from __future__ import annotations

import unicodedata

_LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_PLACES = {letter: place for place, letter in enumerate(_LETTERS, start=1)}
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}
"""huyền, hỏi, ngã, sắc, nặng; no mark comes before them."""

Collated = tuple[tuple[tuple[int, str], ...], tuple[int, ...]]


def collated(text: str) -> Collated:
    """By what texts are sorted: their letters, and their tones where the letters are the same."""
    letters: list[tuple[int, str]] = []
    tones: list[int] = []
    for sign in unicodedata.normalize("NFC", text.casefold()):
        parts = unicodedata.normalize("NFD", sign)
        tone = next((_TONES[mark] for mark in parts if mark in _TONES), 0)
        letter = unicodedata.normalize("NFC", "".join(mark for mark in parts if mark not in _TONES))
        letters.append((_PLACES.get(letter, 0), letter))  # what is no letter comes first
        tones.append(tone)
    return tuple(letters), tuple(tones)

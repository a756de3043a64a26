"""What of a text can be printed: the one place that decides it, for every paper.

Whoever types, pastes or scans brings emoji, Arabic, zero-width marks and line breaks into names. A paper prints every
letter its font has, and shows one sign where there was something it cannot print, so that nobody takes it for whole.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from printing.layout.fonts import vietnamese_serif


def printable(content: str) -> str:
    """`content` in one line with composed letters, of which the font has every one.

    Line breaks and tabs become spaces, marks without a shape of their own (bidi, zero width, soft hyphen) go. What the
    font cannot print, right-to-left writing included, becomes one replacement sign a run.
    """
    composed = unicodedata.normalize("NFC", content)
    if vietnamese_serif().letters.issuperset(composed):
        return composed
    shaped = "".join(sign for sign in content if sign.isspace() or not _is_shapeless(sign))
    composed = unicodedata.normalize("NFC", shaped)  # what stood between a letter and its mark is gone
    return "".join(_signs(composed))


def _is_shapeless(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cf") or sign in _SELECTORS


def _signs(composed: str) -> Iterator[str]:
    family = vietnamese_serif()
    before, replaced = " ", False
    for sign in composed:
        if sign.isspace():
            sign = sign if sign in family.letters else " "  # one that keeps words together stays
        elif sign not in family.letters and not (sign in family.marks and before.isalnum()):
            if not replaced:
                yield family.replacement
            before, replaced = " ", True
            continue
        yield sign
        before, replaced = sign, False  # a mark is no letter: a second one on the same letter finds no place


_SELECTORS = frozenset(map(chr, range(0xFE00, 0xFE10)))  # variation selectors: they have no shape

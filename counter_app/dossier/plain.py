"""Vietnamese text without its marks, for searching: `dang` finds `Đặng`."""

from __future__ import annotations

import unicodedata
from itertools import filterfalse


def plain(text: str) -> str:
    """Lower case, no diacritics, đ as d, white space single."""
    straight = text.replace("đ", "d").replace("Đ", "D")  # a letter of its own, which Unicode does not decompose
    decomposed = unicodedata.normalize("NFD", straight)
    bare = "".join(filterfalse(unicodedata.combining, decomposed))
    return " ".join(bare.casefold().split())

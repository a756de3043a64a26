"""Vietnamese text without its marks, for searching: `dang` finds `Đặng`."""

from __future__ import annotations

import unicodedata
from itertools import filterfalse

_STROKE = str.maketrans("đĐ", "dD")  # a letter of its own, which Unicode does not decompose


def plain(text: str) -> str:
    """Lower case, no diacritics, đ as d, white space single."""
    decomposed = unicodedata.normalize("NFD", text.translate(_STROKE))
    bare = "".join(filterfalse(unicodedata.combining, decomposed))
    return " ".join(bare.casefold().split())

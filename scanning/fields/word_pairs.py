"""Pairs of words that have only one way to be marked: thay đổi, never thay đối.

Data of resources/templates/pairs.txt, as the national catalogue of procedures writes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from counter_app.dossier.plain import plain
from counter_app.resources import resource

EDGES = " .,;:…()"
"""What may stand around a word that is no part of it."""


def in_known_pairs(words: Sequence[str]) -> set[int]:
    """Which of the words, as they were read, stand beside one with which they are known to be written so. A name
    (Bản Đồng) is in no pair."""
    there = [at for at, pair in enumerate(pairwise(words)) if _is_known(*pair)]
    return {number for at in there for number in (at, at + 1)}


def _is_known(one: str, other: str) -> bool:
    one, other = one.lstrip(EDGES), other.strip(EDGES)
    if not one.isalpha() or (other.istitle() and not one.isupper()):
        return False
    pair = (one.casefold(), other.casefold())
    return _pairs().get(plain(" ".join(pair))) == pair


@cache
def _pairs() -> dict[str, tuple[str, str]]:
    """By their letters."""
    lines = resource("templates", "pairs.txt").read_text(encoding="utf-8").splitlines()
    return {plain(line): (one, other) for line in lines if line[:1] != "#" for one, other in [line.split(" ")]}

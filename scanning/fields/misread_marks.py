"""Marks that were misread in a phrase which has only one way to be written: the phrase's own are put back."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache

from counter_app.dossier.plain import plain
from scanning.syllables import is_syllable

_EDGES = ".,;:()"


def with_their_marks(text: str, phrases: Iterable[Sequence[str]]) -> str:
    """The text, with the phrases (in small letters) that most words of are read rightly, or as no syllable there is
    (Viêt), as they are written.

    What has the same marks at another letter (uỷ for ủy) is no misreading; a phrase of which most marks differ is
    somebody's who writes without them.
    """
    words = text.split(" ")
    read = [plain(word.strip(_EDGES)) for word in words]  # marks put back change no letters
    for phrase in phrases:
        letters = _letters(tuple(phrase))
        for at in range(len(words) - len(phrase) + 1):
            if read[at] == letters[0] and read[at : at + len(phrase)] == letters:
                here = words[at : at + len(phrase)]
                marked = [_marked(word, right) for word, right in zip(here, phrase, strict=True)]
                if 2 * sum(map(_speaks_for_it, here, marked)) > len(phrase):
                    words[at : at + len(phrase)] = marked
    return " ".join(words)


@cache
def _letters(phrase: tuple[str, ...]) -> list[str]:
    return [plain(word) for word in phrase]


def _speaks_for_it(read: str, right: str) -> bool:
    core = read.strip(_EDGES)
    return read == right or (plain(core) != core.casefold() and not is_syllable(core))


def _marked(word: str, right: str) -> str:
    """The word with the right marks, in its own capitals."""
    core = word.strip(_EDGES)
    if len(core) != len(right) or _signs(core) == _signs(right):
        return word
    letters = (new.upper() if old.isupper() else new for old, new in zip(core, right, strict=True))
    return word.replace(core, "".join(letters))


def _signs(word: str) -> list[str]:
    return sorted(unicodedata.normalize("NFD", word.casefold()))

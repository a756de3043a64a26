"""The words that there are: closed lists, set phrases, usual parts of names, words of places.

Lists of resources/templates/words.toml; each is read once.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from itertools import groupby

from counter_app.dossier.plain import plain
from counter_app.procedures.places_files import load_places
from counter_app.resources import resource
from scanning.syllables import is_syllable

_GAPS = re.compile(r"[\s'’-]+")


@cache
def word_lists() -> dict[str, tuple[str, ...]]:
    """Those of resources/templates/words.toml, by their names."""
    lists = tomllib.loads(resource("templates", "words.toml").read_text(encoding="utf-8"))
    return {name: tuple(entries) for name, entries in lists.items()}


def closed_lists() -> tuple[str, ...]:
    """Every entry of every closed list."""
    return tuple(entry for group in word_lists().values() for entry in group)


def without_gaps(text: str) -> str:
    """Without spaces, hyphens and apostrophes, which are left out or read too many: H’Mông."""
    return _GAPS.sub("", text)


@cache
def known_by_letters(group: str) -> dict[str, str]:
    """The entries of a list by their letters, without marks and gaps."""
    return {without_gaps(plain(word)): word for word in word_lists()[group]}


@cache
def set_phrases() -> tuple[tuple[str, ...], ...]:
    """The phrases that have only one way to be written, in words."""
    return (*long_phrases(), *(tuple(phrase.split()) for phrase in word_lists()["phrases"]))


@cache
def long_phrases() -> tuple[tuple[str, ...], ...]:
    """Those that nothing else is like, with whatever marks: Uy ban nhân dân is none."""
    return tuple(tuple(phrase.split()) for phrase in word_lists()["long_phrases"])


@cache
def phrases_by_letters() -> tuple[tuple[str, str], ...]:
    """The set phrases, each behind its letters without marks."""
    return tuple((plain(phrase), phrase) for phrase in map(" ".join, set_phrases()))


@cache
def relations() -> frozenset[str]:
    """The words that say how somebody is related."""
    return frozenset(word_lists()["relations"])


@cache
def usual_parts(group: str) -> frozenset[str]:
    """The usual parts of names of a list, "families" or "given_names", in small letters."""
    return frozenset(part.casefold() for part in word_lists()[group])


@cache
def parts_of_names() -> frozenset[str]:
    """All usual parts of names, in small letters: a family's name may be a given one too."""
    return usual_parts("families") | usual_parts("given_names")


def has_twin(part: str) -> bool:
    """Whether another usual part of names has the same letters with other marks."""
    return len(_usual_by_letters().get(plain(part), ())) > 1


@cache
def _usual_by_letters() -> dict[str, frozenset[str]]:
    """All usual parts of names, by their letters without marks."""
    found: dict[str, set[str]] = {}
    for usual in parts_of_names():
        found.setdefault(plain(usual), set()).add(usual)
    return {letters: frozenset(parts) for letters, parts in found.items()}


@cache
def usual_letters(group: str) -> frozenset[str]:
    """The usual parts of names of a list without their marks."""
    return frozenset(map(plain, usual_parts(group)))


def only_part(group: str, letters: str) -> str | None:
    """The one usual part of names of a list with these letters, without marks and small; None where there are several
    or none."""
    found = _parts_by_letters(group).get(letters, ())
    return found[0] if len(found) == 1 else None


@cache
def _parts_by_letters(group: str) -> dict[str, tuple[str, ...]]:
    """The parts of a list as it has them, by their letters without marks."""
    ordered = sorted(word_lists()[group], key=plain)
    return {letters: tuple(parts) for letters, parts in groupby(ordered, plain)}


@cache
def words_of_places() -> frozenset[str]:
    """Those that stand in names of places, gathered once: that takes as long as all else that is done with a page."""
    return load_places(resource("places")).words()


def likely_word(kind: str, word: str) -> bool:
    """Whether a word of a value of that kind is one that there may be: of a name a usual part of names."""
    parts = re.findall(r"[^\W\d_]+", word)
    if kind == "name":
        return all(part.casefold() in parts_of_names() for part in parts)
    return all(is_syllable(part) or part.casefold() in words_of_places() for part in parts)

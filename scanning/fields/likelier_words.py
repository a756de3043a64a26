"""One word that two readers read: which of their readings is the likelier one, and what grew together in it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter

from counter_app.dossier.plain import plain
from scanning.fields.known_words import likely_word, only_part, set_phrases
from scanning.fields.lines import Print, letters_in
from scanning.fields.second_opinion import KINDS_OF_PLACES, OF_PLACES
from scanning.fields.values import KINDS_OF_TEXT
from scanning.fields.word_pairs import EDGES, in_known_pairs
from scanning.syllables import is_syllable

DOUBTED = 60.0
"""Confidence of a word below which the second reader's marks count more."""
DOTTED = frozenset({"phone", "email", "money", "date", "moment"})
PARTED = frozenset({"name", *KINDS_OF_TEXT, *OF_PLACES})
"""Kinds of which words may have grown together."""
LEAST_OF_TWO = 5
"""Letters of two words."""
_DOT_BELOW = "\u0323"
_ON_AN_I = re.compile("(?<=[Ii])[\u0301\u0309]")
"""What the dot of an i is taken for."""


def clearer_marks(word: Print, kind: str) -> str:
    """A word as the first reader read it, but for marks that the second one hardly ever has wrong: a dot below that the
    first overlooked (36 of 36 on six seeds' forms), the bare i of a name (34 of 34: Nghỉ for Nghi, Đỉnh for Đinh), and
    small letters or capitals (Ly for ly)."""
    text, again = word.text, word.second.strip(EDGES)
    if kind not in PARTED or plain(text) != plain(word.second) or text == word.second:
        return text
    first, second = (unicodedata.normalize("NFD", read) for read in (text, word.second))
    evenly = again.islower() or again.istitle() or again.isupper()
    if second.replace(_DOT_BELOW, "") == first or (evenly and first.casefold() == second.casefold()):
        return word.second
    named = text.istitle() and text.strip(EDGES).casefold() not in KINDS_OF_PLACES
    return word.second if named and _ON_AN_I.sub("", first) == second else text


def parted(text: str, word: Print, kind: str) -> str:
    """A word as it was read, with the gap between two that grew together: where the other reader has it, or there is
    only one way to have two words of it."""
    if kind not in PARTED:
        return text
    if " " in word.second and word.second.replace(" ", "") == text:
        return word.second
    core = text.strip(EDGES)
    if len(core) < LEAST_OF_TWO or not core.isalpha() or is_syllable(core) or is_syllable(core.capitalize()):
        return text
    halves = [(core[:at], core[at:]) for at in range(2, len(core) - 1)]
    ways = [f"{one} {other}" for one, other in halves if _stand_together(one, other, kind)]
    return text.replace(core, ways[0]) if len(ways) == 1 else text


def _stand_together(one: str, other: str, kind: str) -> bool:
    if kind == "name":
        return all(half[:1].isupper() and likely_word(kind, half) for half in (one, other))
    pair = (one.casefold(), other.casefold())
    return pair in set_phrases() or bool(in_known_pairs(pair))


def with_lost_dot(word: Print, kind: str) -> str:
    """A word as the first reader read it, with the dot behind it, or the gap in a telephone's number, that it has for
    the second: dots are taken for specks."""
    gap = kind == "phone" and word.second.replace(" ", "") == word.text
    dot = word.second.endswith(".") and word.second.strip(".,:; ") == word.text
    if kind in DOTTED and dot:
        return f"{word.text}."
    return word.second if kind in DOTTED and gap else word.text


def likelier_word(word: Print, kind: str, *, first: bool) -> str:
    """The likelier one of a word's two readings; of a name's word, `first` or not, the only usual part with its letters
    where the readers differ or what was read is none."""
    differ = word.second != word.text
    family = only_part("families", word.letters) if kind == "name" and first else None
    if family and (differ or _lost_marks(word.text, family)):
        return family.upper() if word.text.isupper() else family  # the readers differ in marks that no family has
    same_letters = differ and letters_in(word.second) == word.letters
    same_letters = same_letters or (word.letters.isalpha() and not is_syllable(word.text.capitalize()))  # UYEN
    given = only_part("given_names", word.letters) if kind == "name" and not first and same_letters else None
    if given and not likely_word(kind, word.text) and _may_be(given, word):
        return given.upper() if word.text.isupper() else given  # likewise
    if not word.second or kind in DOTTED or not likely_word(kind, word.second):
        return with_lost_dot(word, kind)
    doubted = word.confidence < DOUBTED and letters_in(word.second) == word.letters
    return word.second if doubted or not likely_word(kind, word.text) else word.text


def _may_be(name: str, word: Print) -> bool:
    """Whether a name has no fewer marks than either reader saw: Cơ is none for CỒ."""
    marks = len(unicodedata.normalize("NFD", name))
    return all(marks >= len(unicodedata.normalize("NFD", text)) for text in (word.text, word.second or word.text))


def _lost_marks(read: str, whole: str) -> bool:
    """Whether a word is another one of which some marks were not read: XÔNG of Xồng."""
    one, other = (unicodedata.normalize("NFD", text.casefold()) for text in (read, whole))
    return len(one) < len(other) and not Counter(one) - Counter(other)

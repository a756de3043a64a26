"""What the second reader says to what the first one read: the same, something else, or nothing that counts.

It sees a line in few pixels, where the marks of â, ê and ô are easily taken for others (Đõng for Đồng). So of two
readings with the same letters its own counts only if it is a word that there is.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from enum import Enum
from functools import cache

from rapidfuzz.distance import Levenshtein

from counter_app.dossier.plain import plain
from scanning.fields.known_words import closed_lists, has_twin, set_phrases, words_of_places
from scanning.fields.lines import Print
from scanning.fields.place_names import places_meant, without_kind
from scanning.fields.values import KINDS_OF_TEXT
from scanning.fields.word_pairs import in_known_pairs

EVERY_SIGN = frozenset({"email", "money", "number", "code", "phone", "date", "ethnicity", "nationality"})
"""Kinds of which a sign between the letters is a part."""
OF_PLACES: Collection[str] = {"address", "agency"}
"""Kinds that name places."""
KINDS_OF_PLACES = frozenset({
    *("tỉnh", "thành", "phố", "thị", "trấn", "huyện", "quận", "phường", "xã"),
    *("thôn", "xóm", "bản", "khối", "ấp", "tổ", "số", "ngõ", "đường"),
})  # fmt: skip
"""Words before a name in an address: with these letters no others stand there."""
_LEFT_OUT = {"phone": ". ", "date": ".", "money": ".()", "email": "("}
"""Signs of a kind that one of two readers overlooks, or sees beside another (Tesseract many an @ as “(@”): its digits
and letters decide."""
_BY_LETTERS: Collection[str] = {"ethnicity", "nationality", "money"}
"""Kinds whose words are told by their letters; the marks are those of a closed list, which holds by its own rule."""
_SHORT: Collection[str] = {"sex", "name"}
"""Kinds of which a word without its first letter is seldom another one."""
SURELY = 90.0
"""Confidence of a word of which the first reader's marks count more than such as make no word, of 33 names on 135 forms
that differed so it had each right; and from which a name that has twins is sure: of five seeds' names both readers had
two wrong alike, at 56 and 87."""
_EDGES = " .,;:…·_|()-–—"
_NO_LETTERS = re.compile(r"[\W_]+")


class Opinion(Enum):
    """What the second reader's reading means for the first one's."""

    CONFIRMS = "confirms"
    CONTRADICTS = "contradicts"
    NONE = "none"


def second_opinion(words: Sequence[Print], kind: str) -> Opinion:
    """On the words of a field of that kind."""
    if kind in EVERY_SIGN:
        return _on_signs(words, kind)
    texts = [word.text for word in words]
    names = _names_meant(" ".join(texts)) if kind in OF_PLACES else frozenset()
    shared = _shared(names)
    known = _known(texts, kind, names - shared)
    letters = [plain(_NO_LETTERS.sub("", text)) for text in texts]
    twins = _standing_in({tuple(plain(name).split()) for name in shared}, letters)
    opinions = {
        _on_word(word, kind, known=at in known, twin=at in twins) for at, word in enumerate(words) if word.letters
    }
    if Opinion.CONTRADICTS in opinions:
        return Opinion.CONTRADICTS
    return Opinion.NONE if Opinion.NONE in opinions else Opinion.CONFIRMS


def apportioned(words: Sequence[str], line: str) -> tuple[str, ...]:
    """The second reader's line, to each of the first one's words its part."""
    said = line.split()
    if len(said) == len(words):
        return tuple(said)
    first = " ".join(words)
    places = _places(first, line)
    parts, at = [], 0
    for word in words:
        after = at + len(word) + 1
        parts.append(line[places[at] : places[min(after, len(first))]].strip())
        at = after
    return tuple(parts)


def _places(first: str, second: str) -> list[int]:
    """For each place of the first text the one of the second that it lies at."""
    places = list(range(len(first) + 1))
    for step in Levenshtein.opcodes(first, second):
        for at in range(step.src_start, step.src_end):
            places[at] = min(step.dest_start + at - step.src_start, step.dest_end)
        places[step.src_end] = step.dest_end
    places[0] = 0  # what only the second one saw before the first word is that word's, so that they differ
    return places


def _on_signs(words: Sequence[Print], kind: str) -> Opinion:
    if not all(word.second for word in words):
        return Opinion.NONE
    without = str.maketrans("", "", _LEFT_OUT.get(kind, ""))
    said = zip(*((word.text, word.second) for word in words), strict=True)
    first, second = ("".join(texts).strip(_EDGES).translate(without).casefold() for texts in said)
    same = plain(first) == plain(second) if kind in _BY_LETTERS else first == second
    return Opinion.CONFIRMS if same else Opinion.CONTRADICTS


def _on_word(word: Print, kind: str, *, known: bool, twin: bool) -> Opinion:
    """`known`: it stands in a phrase or the name of a place, which with these letters has these marks and no others;
    `twin`: in the name of one that has them otherwise, too."""
    if not word.second:
        return Opinion.NONE
    first, second = (_NO_LETTERS.sub("", text).casefold() for text in (word.text, word.second))
    same_letters = plain(first) == plain(second)
    # Hiến, Hiền and Hiển: both may misread one of them alike, and seldom a word that was read surely
    twin = twin or (kind == "name" and has_twin(first))
    doubtful = twin and word.confidence < SURELY
    if first == second or (known and same_letters):
        return Opinion.CONTRADICTS if doubtful else Opinion.CONFIRMS
    if kind in _SHORT and first[1:] == second and word.confidence >= SURELY:
        return Opinion.NONE  # the second reader lost the first letter
    nothing = same_letters and first.isalpha() and second not in _words() and first in _words()
    clear = word.confidence >= SURELY and not twin and not sees_more(second, first)
    return Opinion.NONE if nothing and clear else Opinion.CONTRADICTS


def sees_more(second: str, first: str) -> bool:
    """Whether the second of two words of the same letters has a mark where the first has none, or one more (năng and
    nặng, Làm and Lẫm): it overlooks marks and takes them for others, but it hardly invents them."""
    marks = ([len(unicodedata.normalize("NFD", letter)) for letter in word] for word in (second, first))
    return any(more > less for more, less in zip(*marks, strict=False))


def _known(texts: Sequence[str], kind: str, names: Collection[str]) -> set[int]:
    """Which of the words stand in set phrases and in one of the `names` of places, with their marks."""
    words = [_NO_LETTERS.sub("", text).casefold() for text in texts]
    named = {number for number, word in enumerate(words) if kind in OF_PLACES and word in KINDS_OF_PLACES}
    named |= in_known_pairs(texts) if kind in KINDS_OF_TEXT else set()
    return named | _standing_in([*set_phrases(), *(tuple(name.split()) for name in names)], words)


def _standing_in(phrases: Iterable[tuple[str, ...]], words: Sequence[str]) -> set[int]:
    """Which of the words stand in one of the phrases."""
    return {
        number
        for phrase in phrases
        for at in range(len(words) - len(phrase) + 1)
        if tuple(words[at : at + len(phrase)]) == phrase
        for number in range(at, at + len(phrase))
    }


def _shared(names: Collection[str]) -> frozenset[str]:
    """Those of the names that another one shares but for its marks: Vinh Lộc, Vĩnh Lộc."""
    letters = Counter(map(plain, names))
    return frozenset(name for name in names if letters[plain(name)] > 1)


def _names_meant(text: str) -> frozenset[str]:
    """The names of the places that the text may mean, in small letters, their kinds apart."""
    places = places_meant(text)
    return frozenset(without_kind(name) for place in places for name in (place.old or place.name).split(", "))


@cache
def _words() -> frozenset[str]:
    """Those of places and of the closed lists."""
    listed = (word.casefold() for entry in closed_lists() for word in entry.split())
    return words_of_places() | frozenset(listed)

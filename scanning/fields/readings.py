"""Which of two readings a value is taken from: the first reader's, the second one's, or word by word the likelier one.

What neither reader read so as a whole is never sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from counter_app.dossier.plain import plain
from scanning.fields.lines import Print, letters_in
from scanning.fields.second_opinion import EVERY_SIGN, OF_PLACES
from scanning.fields.values import KINDS_OF_TEXT, Value, family_of, given_name_of, likely_word, parse
from scanning.fields.word_pairs import in_known_pairs

DOUBTED = 60.0
"""Confidence of a word below which the second reader's marks count more."""
DOTTED = frozenset({"phone", "email", "money", "date"})
MOST_DOUBTED = 5
"""Words of an address that are tried as the second reader read them, each with each."""

_MAY_BE_CLEARER = frozenset({"number", "code", "ethnicity", "nationality"})


def value_of(kind: str, words: Sequence[Print]) -> tuple[Value, Sequence[Print]] | None:
    """The value, and its words as they were taken: where the first reader's reading does not hold, the second one's, or
    that of both together; None where there is no such value."""
    first = parse(kind, [_with_lost_dot(word, kind) for word in words])
    doubted = kind in EVERY_SIGN and any(word.confidence < DOUBTED for word in words)
    if first and first.valid and not doubted:
        return _clearer(kind, first, words)
    second = _second(kind, words)
    if first and second and second.valid and second.text == first.text:
        return second, _as_second(words, range(len(words)))  # what had to be put right, the other reader read so
    if kind in OF_PLACES and (named := _with_a_place(kind, words)):
        return named
    if first and first.valid and (second is None or second.text == first.text):
        return first, words
    if second and second.valid:
        return _unsure(second), words
    if first and first.valid:
        return first, words
    likelier = parse(kind, [_likelier(word, kind, first=at == 0) for at, word in enumerate(words)])
    if kind == "email" and second:
        likelier = second
    if likelier and (first is None or likelier.text != first.text):
        return _unsure(likelier), words
    if first is None:
        return (replace(second, possible=False), words) if second else None
    return first, words


def _unsure(value: Value) -> Value:
    return replace(value, valid=False, possible=False)


def _second(kind: str, words: Sequence[Print]) -> Value | None:
    return parse(kind, [word.second or word.text for word in words])


def _clearer(kind: str, first: Value, words: Sequence[Print]) -> tuple[Value, Sequence[Print]]:
    """The first reader's value, which holds; or what is likelier all the same, and then not sure."""
    second = _second(kind, words) if kind in _MAY_BE_CLEARER else None
    if second and second.text != first.text and _is_clearer(kind, first.text, second.text):
        return _unsure(second), words
    if kind in KINDS_OF_TEXT and (put_right := _by_known_pairs(words)):
        value = parse(kind, put_right)
        return (_unsure(value), words) if value else (first, words)
    return first, words


def _is_clearer(kind: str, first: str, second: str) -> bool:
    """Whether the second reader has a comma for a full stop, which makes no fraction here; a digit for the only letter
    among digits; or the only way to write what both name."""
    match kind:
        case "number":
            return first.replace(".", ",") == second
        case "code":
            return second.isdigit() and not first.isdigit() and len(first) == len(second)
        case "ethnicity" | "nationality":
            return plain(first).replace(" ", "") == plain(second).replace("'", "").replace(" ", "") and "'" in second
        case _:
            return False


def _by_known_pairs(words: Sequence[Print]) -> list[str] | None:
    """The words with those of the second reader that are known to stand beside their neighbours, where the first one's
    are not; None where there are none."""
    texts = [word.text for word in words]
    known = in_known_pairs(texts)
    for at, word in enumerate(words):
        if at in known or word.second in ("", word.text) or " " in word.second:
            continue
        tried = [*texts[:at], word.second, *texts[at + 1 :]]
        if at in in_known_pairs(tried):
            texts = tried
    return texts if texts != [word.text for word in words] else None


def _as_second(words: Sequence[Print], chosen: Sequence[int]) -> Sequence[Print]:
    """The words, some of them as the second reader read them, if both saw the same letters."""
    return [
        replace(word, text=word.second) if at in chosen and letters_in(word.second) == word.letters else word
        for at, word in enumerate(words)
    ]


def _with_a_place(kind: str, words: Sequence[Print]) -> tuple[Value, Sequence[Print]] | None:
    """The value with as few words as may be as the second reader read them, if only so a place that there is stands in
    it. It holds where the readers differ in marks alone: with the first one's there is no such place."""
    doubted = [at for at, word in enumerate(words) if word.second not in ("", word.text)][:MOST_DOUBTED]
    for count in range(1, len(doubted) + 1):
        for chosen in combinations(doubted, count):
            value = parse(kind, [word.second if at in chosen else word.text for at, word in enumerate(words)])
            if value and value.valid:
                in_marks = all(letters_in(words[at].second) == words[at].letters for at in chosen)
                return (value if in_marks else _unsure(value)), _as_second(words, chosen)
    return None


def _with_lost_dot(word: Print, kind: str) -> str:
    """A word as the first reader read it, with the dot behind it, or the gap in a telephone's number, that it has for
    the second: dots are taken for specks."""
    gap = kind == "phone" and word.second.replace(" ", "") == word.text
    return word.second if kind in DOTTED and (gap or word.second == f"{word.text}.") else word.text


def _likelier(word: Print, kind: str, *, first: bool) -> str:
    if kind == "name" and first and word.second != word.text and (family := family_of(word.letters)):
        return family.upper() if word.text.isupper() else family  # the readers differ in marks that no family has
    same_letters = word.second != word.text and letters_in(word.second) == word.letters
    given = given_name_of(word.letters) if kind == "name" and not first and same_letters else None
    if given and not likely_word(kind, word.text):
        return given.upper() if word.text.isupper() else given  # likewise
    if not word.second or kind in DOTTED or not likely_word(kind, word.second):
        return _with_lost_dot(word, kind)
    doubted = word.confidence < DOUBTED and letters_in(word.second) == word.letters
    return word.second if doubted or not likely_word(kind, word.text) else word.text

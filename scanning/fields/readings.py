"""Which of two readings a value is taken from: the first reader's, the second one's, or word by word the likelier one.

What neither reader read so as a whole is never sure.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from counter_app.dossier.plain import plain
from scanning.fields.likelier_words import DOUBTED, clearer_marks, likelier_word, parted, with_lost_dot
from scanning.fields.lines import Print, letters_in
from scanning.fields.second_opinion import EVERY_SIGN, OF_PLACES, Opinion, second_opinion, sees_more
from scanning.fields.values import KINDS_OF_TEXT, Value, parse
from scanning.fields.word_pairs import EDGES, in_known_pairs
from scanning.syllables import is_syllable

READ_SURELY = 95.0
"""Confidence of a word of a name from which on its marks are the first reader's."""
MOST_DOUBTED = 5
"""Words of an address that are tried as the second reader read them, each with each."""

_MAY_BE_CLEARER = frozenset({"number", "code", "ethnicity", "nationality"})


def value_of(kind: str, words: Sequence[Print]) -> tuple[Value, Sequence[Print]] | None:
    """The value, and its words as they were taken: where the first reader's reading does not hold, the second one's, or
    that of both together; None where there is no such value."""
    found = _value_of(kind, words)
    clearer = [replace(word, text=clearer_marks(word, kind)) for word in words]
    if clearer == list(words) or (found and found[0].valid and second_opinion(found[1], kind) is Opinion.CONFIRMS):
        return found
    likely = _value_of(kind, clearer)
    return (_unsure(likely[0]), likely[1]) if likely else found


def _value_of(kind: str, words: Sequence[Print]) -> tuple[Value, Sequence[Print]] | None:
    texts = [with_lost_dot(word, kind) for word in words]
    apart = [parted(text, word, kind) for text, word in zip(texts, words, strict=True)]
    first = parse(kind, apart)
    if first and apart != texts:
        first = _unsure(first)
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
    if first and kind == "name" and _surely_read(first, second, words):
        return first, words
    if second and second.valid:
        return _unsure(second), words
    if first and first.valid:
        return first, words
    if first and apart != texts:
        return first, words
    likelier = parse(kind, [likelier_word(word, kind, first=at == 0) for at, word in enumerate(words)])
    if kind == "email" and second:
        likelier = second
    if likelier and (first is None or likelier.text != first.text):
        return _unsure(likelier), words
    if first is None:
        return (replace(second, possible=False), words) if second else None
    return first, words


def _surely_read(first: Value, second: Value | None, words: Sequence[Print]) -> bool:
    """Whether the first reader read a name that is not usual surely where the second has other marks: Kỷ, not Kỳ. Of
    families there are few."""
    if second is None or plain(first.text) != plain(second.text):
        return False
    differ = [word for word in words if word.second != word.text]
    return (
        bool(differ)
        and words[0] not in differ
        and all(
            word.confidence >= READ_SURELY
            and is_syllable(word.text.strip(EDGES).capitalize())
            and not sees_more(word.second, word.text)
            for word in differ
        )
    )


def _unsure(value: Value) -> Value:
    return replace(value, valid=False, possible=False)


def _second(kind: str, words: Sequence[Print]) -> Value | None:
    texts = [word.second or word.text for word in words]
    if kind == "email":  # what it read on over a gap of the first reader is one piece for it
        texts = "".join(f"{word.second or word.text}{' ' * (word.second == word.text)}" for word in words).split()
    value = parse(kind, texts)
    if value and max(value.words) >= len(words):  # the second reader has more gaps than the first has words
        value = replace(value, words=tuple(range(len(words))))
    return value


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
            return first.replace(".", ",") == second or _is_more(first, second)
        case "code":
            misread = second.isdigit() and not first.isdigit() and len(first) == len(second)
            return misread or _is_more(first, second)
        case "ethnicity" | "nationality":
            return plain(first).replace(" ", "") == plain(second).replace("'", "").replace(" ", "") and "'" in second
        case _:
            return False


def _is_more(first: str, second: str) -> bool:
    """Whether the second reader has digits that the first overlooked (5 of 57, or of 5,8), or another one than a 0 with
    which no number begins."""
    digits = second.replace(",", "").isdigit()
    more = second.startswith(first) and len(second) > len(first)
    return digits and (more or (first[:1] == "0" and len(first) == len(second) > 1 and first[1:] == second[1:]))


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

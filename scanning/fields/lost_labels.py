"""Labels of which only the beginning was read, or the end with its colon, because a pen runs over the rest: looked for
between their neighbours.

A form's labels have an order. Between two that were found, the beginning of one that lies between them is enough to
know where its answer belongs; for a value to be taken from there it is not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from rapidfuzz.distance import Levenshtein

from scanning.fields.labels import Place, are_apart, is_written
from scanning.fields.lines import Print
from scanning.fields.templates import Label

LEAST, LEAST_SHARE = 3, 0.35
"""Letters of a label's beginning, and the share of the label they are, by which it is known between its neighbours."""
MISREAD = 0.2
LIKENESS, LIKENESS_OF_END = 0.5, 0.6
"""Of such a label's place: too little for a value to be sure."""
WHOLE, MISREAD_WHOLE = 6, 0.3
"""Letters of a label that was read to its colon, and the share of them that may be wrong between its neighbours."""
END = 2
"""Letters before the colon that must be the label's own."""


def with_lost(labels: Sequence[Label], words: Sequence[Print], places: Sequence[Place]) -> tuple[Place, ...]:
    """The places, and between them those of labels of which the beginning stands there."""
    first, last = Place(-1, 0, 0, 0, 0.0, 0.0), Place(len(labels), len(words), len(words), len(words), 0.0, 0.0)
    found: list[Place] = []
    for one, other in pairwise([first, *places, last]):
        found += [one] if one.label >= 0 else []
        start = one.value
        for number in range(one.label + 1, other.label):
            if labels[number].parts and (place := _beginning(number, labels[number], words, start, other.start)):
                found.append(place)
                start = place.value
    return tuple(found)


def _beginning(number: int, label: Label, words: Sequence[Print], start: int, end: int) -> Place | None:
    candidates = [place for wording in label.wordings for place in _places(number, wording, words, start, end)]
    return max(candidates, key=lambda place: place.weight, default=None)


def _places(number: int, wording: str, words: Sequence[Print], start: int, end: int) -> Iterator[Place]:
    for at in range(start, end):
        if not words[at].letters or not (words[at].first or _stands_free(words, at)):
            continue
        text, broken = "", False
        for last in range(at, end):
            if words[last].line != words[at].line or len(text) >= len(wording):
                break
            if is_written(words[last]):
                broken = True
                continue
            text += words[last].letters
            if words[last].text.endswith(":") and (_ends(text, wording) or _is_misread(text, wording)):
                yield Place(number, at, last + 1, last + 1, LIKENESS_OF_END, len(text) + 0.5)
            enough = not broken and len(text) >= max(LEAST, LEAST_SHARE * len(wording))
            if enough and Levenshtein.distance(text, wording[: len(text)]) <= MISREAD * len(text):
                yield Place(number, at, last + 1, last + 1, LIKENESS, float(len(text)))


def _ends(text: str, wording: str) -> bool:
    """Whether a label's letters were read to its end, some of those before it left out."""
    if text[-END:] != wording[-END:] or len(text) < max(LEAST, LEAST_SHARE * len(wording)):
        return False
    return Levenshtein.distance(text, wording) <= abs(len(wording) - len(text)) + MISREAD * len(text)


def _is_misread(text: str, wording: str) -> bool:
    """Whether a whole label was read, more of its letters wrong than are between others elsewhere."""
    return len(wording) >= WHOLE and Levenshtein.distance(text, wording) <= MISREAD_WHOLE * len(wording)


def _stands_free(words: Sequence[Print], at: int) -> bool:
    """Whether a word is no part of what stands before it: a pen's, the mark of a footnote, a number, or far away."""
    before = words[at - 1]
    return before.by_pen or not before.letters or before.text.rstrip(".").isdigit() or are_apart(before, words[at])


def full_breadth(place: Place, label: Label, words: Sequence[Print]) -> Print:
    """The last word of a label that was read in part, as broad as what is missing of it."""
    last = words[place.end - 1]
    text = "".join(word.letters for word in words[place.start : place.end])
    mine = [word for word in words if word.line == last.line and word.letters and not word.by_pen]
    letter = sum(word.box[2] for word in mine) / max(1, sum(len(word.text) for word in mine))
    missing = max(0, len(label.wordings[0]) - len(text))
    left, top, width, height = last.box
    return replace(last, box=(left, top, width + round(letter * (missing + 1.5)), height)) if missing else last

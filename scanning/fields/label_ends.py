"""Where a label ends on its line, so that its answer begins there: behind its colon, the mark of a footnote and the
remark in brackets that belong to it, however much of these was read; before dots and strokes that were read with it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from rapidfuzz.distance import Levenshtein

from scanning.fields.labels import Place, are_apart
from scanning.fields.lines import Print, letters_in
from scanning.fields.templates import Label

SURELY = 90.0
"""Confidence of a word from which on it is print though a pen crosses it, where a remark goes on."""
CLOSING, LOST_MARK = "):", "(2"
"""What ends a remark behind a label; and what was not read of a footnote's mark, of which the bracket that closes it
was."""
TOO_BROAD = 0.25
"""Sizes by which a word's box goes beyond its letters, if dots to write on or a pen's stroke were read with it."""
UNEVEN = 0.1
"""By which part words may mostly be broader or narrower than their letters say."""
MARK_APART = 0.8
"""Sizes between a label and the mark of its footnote at most: what stands further off was written there."""
NOT_READ = 4
"""Letters at a label's end that a pen may hide, however sure the label is."""
_MARK = re.compile(r"[(\[{]\d{0,2}[)\]}]?|\d?[)\]}]")
"""The mark of a footnote alone, as much of it as was read; strokes may have grown together with it."""
_WHOLE_MARK = re.compile(r"[(\[{]\w{0,2}[)\]}]")
_DOTS_BEHIND = re.compile(r"(?<=[)\]}:])[.…·]+$")
_EMPTY_MARK = re.compile(r"\(\)(?=:?$)")
_BREADTHS = {
    sign: share
    for signs, share in (
        ("ijltI:;,./!'|", 0.28), ("fr()[]{}-", 0.33), ("acesz", 0.44), ("mwMW", 0.8), ("EFJLPST", 0.58),
    )
    for sign in signs
}  # fmt: skip
_SMALL, _CAPITAL = 0.5, 0.7
"""How broad letters are in parts of their size, nearly alike in all print that forms have."""


def size_of_print(words: Sequence[Print]) -> float:
    """The size in which most of some pages is printed, by the breadth of its words; 0 where that does not tell it, as
    where all letters are of one breadth."""
    told = [word.box[2] / breadth(word.text) for word in words if len(word.letters) > 1 and not word.by_pen]
    size = median(told or [0.0])
    return size if median([abs(one - size) for one in told] or [0.0]) <= UNEVEN * size else 0.0


def end_of_label(words: Sequence[Print], place: Place, label: Label, size: float) -> Print:
    """The last word of a label with what belongs to it; its box ends where its letters do. `size`: of the print."""
    missing = _missing(words, place, label)
    if missing:
        at, last = _with_missing(words, place.end, missing, size)
    else:
        at = place.value if place.value > place.end else place.end
        misread = place.likeness < 1 and words[at - 1].text.endswith(":")  # its letters tell no breadth, its box does
        last = words[at - 1] if misread or _is_parted_wrongly(words, at - 1, size) else _trimmed(words[at - 1], size)
    remark = "".join(word.text for word in words[place.end : at])
    before = "".join(word.text for word in words[place.start : place.end])
    remark = "(" * (before.count("(") > before.count(")")) + remark  # it is a part of the label: (bằng số; VNĐ):
    while at < len(words) and _goes_on(words, at, remark):
        last, remark = _trimmed(words[at], size), remark + words[at].text
        at += 1
    while at < len(words) and (mark := _mark(words[at], last, size)):
        remark += mark
        last = _trimmed(replace(words[at], text=mark), size)
        at += 1
    trimmed = words[at - 1].box[2] - last.box[2]
    if not remark and before.count(")") > before.count("(") and trimmed > TOO_BROAD * size:
        last = _broader(last, size * breadth(LOST_MARK))
    lost = CLOSING * (remark.count("(") > remark.count(")") and not remark.endswith(":"))
    return _broader(last, size * breadth(lost))


def _is_parted_wrongly(words: Sequence[Print], at: int, size: float) -> bool:
    """Whether a word is as broad as it is because the word before it lent it a part of its box: c|ư trú."""
    before, word = words[max(0, at - 1)], words[at]
    if before is word or before.line != word.line or not size:
        return False
    lacks = size * breadth(before.text) - before.box[2]
    return lacks > UNEVEN * size and word.box[2] - lacks <= size * (breadth(word.text) + TOO_BROAD)


def _broader(word: Print, more: float) -> Print:
    left, top, width, height = word.box
    return replace(word, box=(left, top, round(width + more), height))


def is_read_under_a_pen(words: Sequence[Print], place: Place, label: Label) -> bool:
    """Whether the last letters of a label, which its place lacks, stand behind it, a pen running over them."""
    missing = _missing(words, place, label)
    return bool(missing) and _is_behind(words, place.end, missing)


def _missing(words: Sequence[Print], place: Place, label: Label) -> str:
    """The last letters of a label that were not read with it, as a pen runs over them; "" where nothing is missing."""
    text = "".join(word.letters for word in words[place.start : place.end])
    if words[place.end - 1].text.endswith(":") or place.value > place.end or text in label.wordings:
        return ""
    rests = (wording[len(text) :] for wording in label.wordings if _begins(wording, text))
    return next((rest for rest in rests if 0 < len(rest) <= NOT_READ), "")


def _begins(wording: str, text: str) -> bool:
    begin = wording[: len(text)]
    return begin[-2:] == text[-2:] and Levenshtein.distance(text, begin) <= 1


def _is_behind(words: Sequence[Print], end: int, missing: str) -> bool:
    if end >= len(words) or words[end].line != words[end - 1].line or are_apart(words[end - 1], words[end]):
        return False
    return words[end].by_pen and letters_in(words[end].text) == missing


def _with_missing(words: Sequence[Print], end: int, missing: str, size: float) -> tuple[int, Print]:
    """(the number of the word behind, the last word) of a label whose last letters a pen hides: a word under it that
    has them, or as broad as they are."""
    if _is_behind(words, end, missing):
        return end + 1, _trimmed(words[end], size)
    return end, _broader(_trimmed(words[end - 1], size), size * breadth(f"{missing}:"))


def _goes_on(words: Sequence[Print], at: int, remark: str) -> bool:
    """Whether a word goes on with a remark in brackets whose end a pen hides, or begins one."""
    word = words[at]
    if word.line != words[at - 1].line or are_apart(words[at - 1], word):
        return False
    if remark.count("(") > remark.count(")") and not remark.endswith(":"):
        return not word.by_pen or word.confidence >= SURELY or word.text.endswith(":")
    return not remark and not word.by_pen and word.text[0] == "(" and len(word.letters) > 1


def breadth(text: str) -> float:
    """About how broad a text is, in parts of its size."""
    return sum(map(_letter, text))


def _letter(sign: str) -> float:
    bare = unicodedata.normalize("NFD", sign)[0]
    return _BREADTHS.get(bare, _CAPITAL if bare.isupper() else _SMALL)


def _trimmed(word: Print, size: float) -> Print:
    """The word no broader than its letters are; the mark of a footnote ends with its bracket."""
    own = size * breadth(_EMPTY_MARK.sub("(2)", _DOTS_BEHIND.sub("", word.text)))
    left, top, width, height = word.box
    return replace(word, box=(left, top, round(own), height)) if size and width > own + TOO_BROAD * size else word


def _mark(word: Print, last: Print, size: float) -> str:
    """The mark of a footnote that the word right behind a label is or begins with; "" for none."""
    gap = word.box[0] - (last.box[0] + last.box[2])
    if word.line != last.line or gap > MARK_APART * (size or word.box[3]):
        return ""
    if whole := _WHOLE_MARK.match(word.text):
        return whole[0]
    found = _MARK.match(word.text)
    return found[0] if found and not word.by_pen and len(word.text) - len(found[0]) <= 1 else ""

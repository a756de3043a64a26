"""Where the labels of a template stand on a page: the best way to lay their sequence over the printed words.

Labels are compared by letters without marks, with a few misread; over line ends, for labels are broken anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from rapidfuzz.distance import Levenshtein

from scanning.fields.lines import Print
from scanning.fields.templates import Label

MISREAD = 0.2
"""Share of a label's letters that may be wrong; none in labels of up to SHORT letters."""
SHORT = 5
SHORTEST = 4
"""Letters of a heading that needs no colon at the beginning of a line."""
WIDE = 1.5
"""A gap between two words, in their heights, that separates a value from the next label."""
_FOOTNOTE = re.compile(r"[\W_]*\d{1,2}[)\]}][\W_]*")
_MARK = re.compile(r"[(\[{]\d{0,2}[)\]}]")
"""A footnote's mark; a pen may hide its number."""
_OPEN_MARK = re.compile(r"[(\[{]\d")
"""A footnote's mark whose closing bracket was not read."""
_COLON = re.compile(r"[:：]|(?<=[)\]}]);$")
"""A label's; behind a bracket it may be misread."""
_COLONS = frozenset(":：")
_BEGINNING = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]|[IVX]{1,4}\.|[a-hđ]\)")
_STRICT_NUMBERING = re.compile(r"\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[a-hđ]\)")
_NUMBERED_TWICE = re.compile(r"\d{1,2}\.?\d{1,2}\.?")
_NUMBER_READ = re.compile(r"(\d{1,2})[.,;:]?", re.ASCII)
"""The number of a label, whatever its full stop was read as."""
_BARE = re.compile(r"\d{1,3}\.?")
_NUMBERING = re.compile(
    r"[(\[]?(?:\d{1,2}(?:[.,]\d{1,2})*[.,)\]]*|[a-zđ][.)]|[IVX]{1,4}[.,)]*|[-–—+*•☐□])", re.IGNORECASE
)
REMARK_WORDS = 14
"""Longest remark in brackets behind a label."""
ANCHOR_WEIGHT = 1.5
LONGEST = 40
"""Words of a label."""
PREFIX = 8
"""Letters by which it is seen that a label cannot begin here."""


@dataclass(frozen=True)
class Place:
    """Where a label stands: its words lie from `start` to before `end`; the value may begin at `value`."""

    label: int
    start: int
    end: int
    value: int
    likeness: float
    """0 to 1."""
    weight: float


def find_labels(labels: Sequence[Label], words: Sequence[Print]) -> list[Place]:
    """Those of the labels that stand on the pages, in their order: the heaviest chain of places one after the other."""
    heaviest: list[tuple[float, tuple[Place, ...]]] = [(0.0, ())] * (len(words) + 1)
    begun = _beginnings(words)
    for number, label in enumerate(labels):
        ended = [wording for following in labels[number + 1 : number + 2] for wording in following.wordings]
        ends = [
            (place.end, heaviest[place.start][0] + place.weight, (*heaviest[place.start][1], place))
            for place in _places(number, label, words, begun)
            if not label.leads or _is_ended(place, ended, words)
        ]
        for end, weight, chain in ends:
            for at in range(end, len(words) + 1):
                if heaviest[at][0] >= weight:
                    break
                heaviest[at] = (weight, chain)
    return list(heaviest[-1][1])


def line_start(words: Sequence[Print], start: int) -> int:
    """Where what belongs to a label begins: its numbering (1., a)) stands before it on its line."""
    first = start
    while not words[first].first and _NUMBERING.fullmatch(words[first - 1].text):
        first -= 1
    if words[first].first or first == start:
        return first
    if _is_bare_number(words, first, start):
        return first
    before = words[start - 1]
    numbered = any(_STRICT_NUMBERING.fullmatch(text) for text in (before.text, before.second))  # full stops are lost
    numbered = numbered or _counts_on(words, start)
    return start - 1 if numbered and not are_apart(before, words[start]) else start


def _counts_on(words: Sequence[Print], start: int) -> bool:
    """Whether the number before a label, its full stop misread, is the one after the number that begins the line:
    `2. … 3, Giới tính:`."""
    found = _NUMBER_READ.fullmatch(words[start - 1].text)
    begins = next((words[at] for at in range(start - 2, -1, -1) if words[at].first), None)
    counted = begins and _NUMBER_READ.fullmatch(begins.text)
    return bool(found and counted and int(found[1]) == int(counted[1]) + 1)


def _is_bare_number(words: Sequence[Print], first: int, start: int) -> bool:
    """Whether the 22, or 2 2., before a label is its 2.2. without full stops: the label that begins the line has a 2.1.
    and the number stands at this label, not at that one's value."""
    line = next(words[at] for at in range(first - 1, -1, -1) if words[at].first)
    if not _NUMBERED_TWICE.fullmatch(line.text) or not are_apart(words[first - 1], words[first]):
        return False
    joined = not any(are_apart(words[at], words[at + 1]) for at in range(first, start))
    return joined and all(_BARE.fullmatch(word.text) for word in words[first:start])


def is_numbered(word: Print) -> bool:
    """Whether a word is the numbering that begins a line: 5., II., a)."""
    return word.first and bool(_BEGINNING.fullmatch(word.text))


def _beginnings(words: Sequence[Print]) -> list[bool | None]:
    """Of each word whether what begins with it stands apart from what is before it; None where no label can begin."""
    return [_stands_apart(words, start) if word.letters else None for start, word in enumerate(words)]


def _stands_apart(words: Sequence[Print], start: int) -> bool:
    first = line_start(words, start)
    if words[first].first or first < start or is_written(words[first - 1]):
        return True
    return are_apart(words[first - 1], words[first])


def _places(number: int, label: Label, words: Sequence[Print], begun: Sequence[bool | None]) -> Iterator[Place]:
    for start, word in enumerate(words):
        begins = begun[start]
        if begins is None:
            continue
        wordings = [wording for wording in label.wordings if begins or _begins_alike(wording, word.letters)]
        if not wordings:
            continue
        ways = [*_over_cells(words, start)] if label.columns else [_in_a_row(words, start)]
        matches = [_match(wording, words, way) for wording in wordings for way in ways]
        found = max(matches, key=partial(_preferred, words, start), default=None)
        if found is None or not found[0]:
            continue
        likeness, end, length = found
        value, closed = _after(words, end)
        if value < len(words) and _is_mark(words[value]):
            value += 1
        if length <= SHORT and not begins:
            continue
        if length <= SHORT and not closed and (label.parts or length < SHORTEST) and not label.leads:
            continue
        weight = length * (likeness**2 if begins else 0.8 * likeness**4) * (1.0 if closed or not label.parts else 0.6)
        if not closed and label.parts and value < len(words) and _goes_on(words, value):
            weight *= 0.4
        if likeness < 1 and _runs_over_a_colon(words[start:end]):
            weight *= 0.3
        yield Place(number, start, end, value, likeness, weight * (ANCHOR_WEIGHT if label.anchor else 1.0))


def _is_ended(place: Place, wordings: Sequence[str], words: Sequence[Print]) -> bool:
    """Whether a label begins its line, and one of the wordings stands further on in it."""
    line = words[place.start].line
    rest = (start for start in _in_a_row(words, place.end) if words[start].line == line and words[start].letters)
    return words[place.start].first and any(
        _match(wording, words, _in_a_row(words, start))[0] for start in rest for wording in wordings
    )


def _is_mark(word: Print) -> bool:
    """Whether a word is the mark of a footnote; what a pen wrote is none that begins without its bracket."""
    if _OPEN_MARK.fullmatch(word.text):
        return not word.by_pen
    return bool(_FOOTNOTE.fullmatch(word.text)) and (not word.by_pen or bool(_MARK.match(word.text)))


def _in_a_row(words: Sequence[Print], start: int) -> Iterable[int]:
    """The words from one on, by their numbers."""
    return range(start, min(len(words), start + LONGEST))


def _over_cells(words: Sequence[Print], start: int) -> Iterator[Sequence[int]]:
    """The words of a table's cell, as it may be: what stands beyond a wide gap is another cell's; or, where the cell is
    filled to its rule, beyond any gap of its first line.
    """
    yield list(_before_gaps(words, start))
    below = next((at for at in _in_a_row(words, start + 1) if words[at].first), None)
    if below is not None:
        rest = list(_before_gaps(words, below))
        for end in range(start + 1, below):
            if not are_apart(words[end - 1], words[end]):
                yield [*range(start, end), *rest]


def _before_gaps(words: Sequence[Print], start: int) -> Iterator[int]:
    before, skipping = words[start], False
    for number in _in_a_row(words, start):
        word = words[number]
        skipping = not word.first and (skipping or (number > start and are_apart(before, word)))
        before = word
        if not skipping:
            yield number


def _match(wording: str, words: Sequence[Print], numbers: Iterable[int]) -> tuple[float, int, int]:
    """(likeness or 0, the end, length) of the first of the words that are most like the wording."""
    allowed = int(len(wording) * MISREAD) if len(wording) > SHORT else 0
    text, best = "", (0.0, 0, len(wording))
    for number in numbers:
        text += words[number].letters
        if len(text) > len(wording) + allowed:
            break
        if len(text) < len(wording) - allowed:
            if len(text) >= PREFIX and Levenshtein.distance(text, wording[: len(text)]) > allowed + 1:
                break
            continue
        likeness = 1 - Levenshtein.distance(text, wording, score_cutoff=allowed) / len(wording)
        if likeness > best[0] and likeness >= 1 - allowed / len(wording):
            best = (likeness, number + 1, len(wording))
    return best


def _preferred(words: Sequence[Print], start: int, match: tuple[float, int, int]) -> tuple[bool, float]:
    """Of two wordings that stand there, one within the other, the longer one is meant, unless much of it is misread, or
    it goes on over a colon: that ends a label, and the value may begin with the same words.
    """
    likeness, end, length = match
    if not likeness:
        return False, 0.0
    closed = any(word.text[-1:] in _COLONS for word in words[start : end - 1])
    return not closed, length * likeness**4


def _runs_over_a_colon(words: Sequence[Print]) -> bool:
    """Whether one of a label's words, not the last, ends another label: its own beginning was not read."""
    return any(word.letters and word.text[-1:] in _COLONS for word in words[:-1])


def _begins_alike(wording: str, first: str) -> bool:
    """Whether a label inside a line can begin with a word: else `Văn Thắng Năm sinh` is taken for a day of birth."""
    return Levenshtein.distance(first, wording[: len(first)]) <= max(1, len(first) // 3)


def _after(words: Sequence[Print], end: int) -> tuple[int, bool]:
    """Where the value begins behind a label's last word, and whether a colon closed the label.

    Between them may stand a footnote mark, however it was read, and a remark in brackets.
    """
    if _COLON.search(words[end - 1].text[-2:]):
        return end, True
    place = end
    while place < len(words) and words[place].text[0] in "([{" and not is_written(words[place]):
        closing = _end_of_remark(words, place)
        if closing is None:
            break
        place = closing + 1
        if _COLON.search(words[closing].text):
            return place, True
    for at in range(place, min(len(words), place + 2)):
        if words[at].line != words[end - 1].line or len(words[at].letters) > 2 or is_written(words[at]):
            break
        if _COLON.search(words[at].text):
            return at + 1, True
    return place, False


def _end_of_remark(words: Sequence[Print], start: int) -> int | None:
    """The last word of a remark in brackets. Where another one opens before it closes, its end was lost under a pen: it
    is before what is written, or stands apart.
    """
    within = range(start, min(len(words), start + REMARK_WORDS))
    closing = next((at for at in within if set(words[at].text) & set(")]}")), None)
    last = within[-1] if closing is None else closing
    another = next((at for at in range(start + 1, last + 1) if words[at].text[0] in "([{"), None)
    if another is None:
        return closing
    beyond = (at for at in range(start + 1, another) if is_written(words[at]) or are_apart(words[at - 1], words[at]))
    return next(beyond, another) - 1


def is_written(word: Print) -> bool:
    """Whether a word was read from handwriting and is no part of a label; a footnote's mark is, whatever crosses it."""
    return word.by_pen and not word.letters and not _MARK.match(word.text)


def are_apart(one: Print, other: Print) -> bool:
    """Whether a wide gap lies between two words of a line."""
    return other.box[0] - (one.box[0] + one.box[2]) > WIDE * max(one.box[3], other.box[3])


def _goes_on(words: Sequence[Print], value: int) -> bool:
    """Whether what follows a label is more of a sentence: a word in small letters on the same line."""
    return words[value].line == words[value - 1].line and words[value].text[:1].islower()

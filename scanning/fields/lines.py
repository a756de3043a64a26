"""The words of pages as lines of print: what stands at one height is one line, from left to right."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import itemgetter
from statistics import median

from counter_app.dossier.pages import Box, PageReading, Word
from counter_app.dossier.plain import plain

WITHIN = 0.4
"""Share of a word's box that lies over what it is compared with, where both are the same."""
SURELY_READ = 80.0
"""Confidence of a word before a colon from which on it is print though strokes run through it: no pen ends so."""
_FOOTNOTE = re.compile(r"[(\[{]\s*\d{1,2}\s*[)\]}]")
_GLUED = re.compile(
    r"(?<=:)(?=[^\s\d:/.…]|\d{2,}(?!$)[^:]*$)|(?<=[^\W\d]:|[)\]]:)(?=\d)"  # a time (05:30) stays one word
    r"|(?<=[(\[]\d[)\]])(?=[^\W_])|(?<=[(\[]\d\d[)\]])(?=[^\W_])"
    r"|(?<=^\d\.)(?=[^\W\d_])|(?<=^\d\d\.)(?=[^\W\d_])|(?<=^[a-hđ]\))(?=[^\W\d_]{2})"
)
"""After a colon, the mark of a footnote and the number of a label, that something follows without a space."""
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")
APART = 5.0
"""Heights of a word between where two columns of labels begin."""
_SAME_LINE = 0.6
"""Of the lower one's height that two words of a line share, wherever their middles lie: marks are high, tails low."""
_LINES_OF_DOTS = re.compile(r"[.…·_\-–—~|]+")


@dataclass(frozen=True)
class Print:
    """One printed word where it stands."""

    text: str
    letters: str
    """Its letters and digits without marks, in small letters, without footnote marks: what labels are compared by."""
    confidence: float
    box: Box
    page: int
    line: int
    """Counted over all pages."""
    first: bool
    """Whether it begins its line."""
    second: str = ""
    """The same word as the second reader read it; "" where it was not asked."""
    by_pen: bool = False
    """Whether it lies in handwriting: read from it, or print that a pen crosses."""


def printed(pages: Sequence[PageReading]) -> tuple[Print, ...]:
    """All words of the pages of one paper, line by line."""
    found: list[Print] = []
    number = 0
    for page, reading in enumerate(pages):
        words, pens = _words(reading)
        certain = frozenset(reading.print_words)
        second = {word.box: word.text for word in reading.second_reading}
        for line in _lines([part for word in words for part in _parts(word)]):
            for place, word in enumerate(line):
                by_pen = any(shared(word.box, pen) >= WITHIN for pen in pens)
                label = word.text.endswith(":") and word.confidence >= SURELY_READ
                letters = letters_in(word.text) if word in certain or not by_pen or label else ""
                at = (page, number, place == 0)
                again = second.get(word.box, "")
                found.append(Print(word.text, letters, word.confidence, word.box, *at, again, by_pen))
            number += 1
    return tuple(found)


def letters_in(text: str) -> str:
    """Letters and digits of a word without marks, in small letters, without footnote marks."""
    return _NOT_LETTERS.sub("", plain(_FOOTNOTE.sub("", text)))


def shared(box: Box, other: Box) -> float:
    """Share of the first box that lies within the other."""
    width = min(box[0] + box[2], other[0] + other[2]) - max(box[0], other[0])
    height = min(box[1] + box[3], other[1] + other[3]) - max(box[1], other[1])
    return max(0, width) * max(0, height) / max(1, box[2] * box[3])


def _words(page: PageReading) -> tuple[Sequence[Word], Sequence[Box]]:
    """The words of a page, its print as it reads without the pen; and where a pen wrote, if the page was read so."""
    if not page.print_words:
        return page.words, ()
    boxes = sorted((word.box for word in page.print_words), key=itemgetter(1))
    tops, highest = [box[1] for box in boxes], max(box[3] for box in boxes)

    def is_print(box: Box) -> bool:
        near = boxes[bisect(tops, box[1] - highest) : bisect(tops, box[1] + box[3])]
        return any(_lie_over(box, other) for other in near)

    by_pen = [word for word in page.words if not is_print(word.box)]
    return (*page.print_words, *by_pen), [writing.box for writing in page.writing if not writing.boxes]


def _lie_over(one: Box, other: Box) -> bool:
    return max(shared(one, other), shared(other, one)) >= WITHIN


def by_columns(words: Sequence[Print], begin: Sequence[Print]) -> tuple[Print, ...]:
    """The words column by column, a column where those begin that begin their lines (of `begin`, labels)."""
    lefts: list[float] = []
    for word in sorted((word for word in begin if word.first), key=lambda word: word.box[0]):
        if not lefts or word.box[0] - lefts[-1] > APART * word.box[3]:
            lefts.append(word.box[0])
    columns: list[list[Print]] = [[] for _ in lefts] or [[]]
    for word in words:
        column = sum(word.box[0] >= left - word.box[3] for left in lefts[1:])
        before = columns[column][-1] if columns[column] else None
        first = before is None or before.line != word.line
        columns[column].append(replace(word, first=first))
    return tuple(word for column in columns for word in column)


@dataclass(frozen=True)
class TextLine:
    """A line of print as text; `top` in pixels of its page."""

    text: str
    page: int
    top: int
    words: tuple[Print, ...]


def line_texts(pages: Sequence[PageReading]) -> tuple[TextLine, ...]:
    """All lines of the pages, from top to bottom."""
    lines: list[TextLine] = []
    for _, group in groupby(printed(pages), key=lambda word: word.line):
        words = tuple(group)
        text = " ".join(word.text for word in words)
        lines.append(TextLine(text, words[0].page, min(word.box[1] for word in words), words))
    return tuple(lines)


def around(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them."""
    corners = [(x, y, x + width, y + height) for x, y, width, height in boxes]
    left, top = (min(corner[side] for corner in corners) for side in (0, 1))
    right, bottom = (max(corner[side] for corner in corners) for side in (2, 3))
    return left, top, right - left, bottom - top


def _parts(word: Word) -> list[Word]:
    """The word, taken apart where its label and its value grew together; nothing for dots to write on."""
    texts = [text for text in _GLUED.split(word.text) if text and not _LINES_OF_DOTS.fullmatch(text)]
    if len(texts) < 2:
        return [Word(text, word.confidence, word.box) for text in texts]
    left, top, width, height = word.box
    parts, done, step = [], 0, width / max(1, len(word.text))
    for text in texts:
        at = word.text.index(text, done)
        parts.append(
            Word(text, word.confidence, (left + round(at * step), top, max(1, round(len(text) * step)), height))
        )
        done = at + len(text)
    return parts


def _lines(words: list[Word]) -> list[list[Word]]:
    """Words at the height of the line's last words: their middles near each other, or most of their height shared."""
    if not words:
        return []
    usual = median(word.box[3] for word in words)
    lines: list[list[Word]] = []
    middles: list[float] = []
    for word in sorted(words, key=lambda word: word.box[0]):
        middle = word.box[1] + word.box[3] / 2
        apart = [abs(other - middle) for other in middles]
        nearest = min(apart, default=0.0)
        at = apart.index(nearest) if apart else -1
        if at >= 0 and (nearest <= 0.5 * usual or _side_by_side(lines[at][-1], word)):
            lines[at].append(word)
            middles[at] = _middle(lines[at])
        else:
            lines.append([word])
            middles.append(middle)
    return sorted(lines, key=_middle)


def _side_by_side(one: Word, other: Word) -> bool:
    (_, top, _, height), (_, beside, _, high) = one.box, other.box
    shared = min(top + height, beside + high) - max(top, beside)
    return shared >= _SAME_LINE * min(height, high)


def _middle(line: list[Word]) -> float:
    """Of the words that end the line: a line may still rise or fall a little."""
    last = line[-3:]
    return sum(word.box[1] + word.box[3] / 2 for word in last) / len(last)

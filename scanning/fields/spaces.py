"""Where the answers of a form belong: behind each label to the next one, to the end of its dots or rule, and on the
lines below that belong to it too. Found by the labels, so that a form needs no coordinates and may lie as it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from counter_app.dossier.pages import Box, PageReading
from scanning.fields.labels import Place, line_start
from scanning.fields.lines import Print, around
from scanning.fields.lost_labels import LIKENESS, full_breadth
from scanning.fields.templates import Label

HIGH, LOW = 0.89, 0.21
"""A line of print reaches so far above and below its base line, in parts of its size."""
CAPITAL = 0.66
"""Height of a capital in parts of its size."""
GAP = 0.25
"""Between a label and its answer, likewise."""
SAME_BASE = 0.45
"""By which part of its size the rule or the dots of a line lie off its base line."""
NEXT_LINE = 2.2
"""Sizes from a line to the next one that goes on with it."""
DOTS_READ = 1.0
"""Sizes of what may have been read from dots as the end of a label."""
LEAST_READ, LEAST_OF_ONE = 60.0, 80.0
"""Confidence of a word, and of a single letter, at which a space ends."""
UNLIKE = 0.12
"""By which part the size of a line differs from the page's usual one, if it was measured wrong."""
STEP = 1.65
"""Sizes from one line of a form to the next, about."""
CLOSING = "):"
"""What ends a remark behind a label."""
NARROWEST = 1.5
"""Sizes of a space: less is none."""
_FOOTNOTE = re.compile(r"[(\[{]\d{0,2}[)\]}]?\W?|\d?[)\]}]\W?")
_ASCENDING = set("bdđhklt0123456789")
_DESCENDING = set("gjpqy,;()[]{}|/")


@dataclass(frozen=True)
class Space:
    """Where the answer of one label belongs."""

    label: int
    party: str
    """Of a table's column; "" elsewhere."""
    page: int
    lines: tuple[Box, ...]
    """From the upper one."""

    @property
    def box(self) -> Box:
        """All of it."""
        return around(self.lines)


@dataclass(frozen=True)
class _Line:
    """A line of print: its base line and the size of its letters, in pixels."""

    base: float
    size: float

    def box(self, left: float, right: float, base: float | None = None) -> Box:
        base = self.base if base is None else base
        top = base - HIGH * self.size
        return round(left), round(top), max(1, round(right - left)), round((HIGH + LOW) * self.size)


def find_spaces(
    labels: Sequence[Label],
    words: Sequence[Print],
    places: Sequence[Place],
    pages: Sequence[PageReading],
    columns: tuple[int, tuple[str, str]] | None,
) -> Iterator[Space]:
    """The space of every label that stands on the pages and asks for something.

    `columns`: of a table of two parties where the right one begins, and both names from left to right.
    """
    starts = [line_start(words, place.start) for place in places]
    sizes = [
        _line(_print_of(words, words[place.end - 1].line, words[place.start : place.end])).size for place in places
    ]
    usual = median(sizes or [0.0])
    for number, place in enumerate(places):
        label = labels[place.label]
        if not label.parts:
            continue
        last = _last(words, place) if place.likeness > LIKENESS else full_breadth(place, label, words)
        page = pages[last.page]
        if label.columns:
            if columns is not None:
                yield from _cells(place.label, words[place.start], page, *columns)
            continue
        line = _line(_print_of(words, last.line, words[place.start : place.end]))
        if abs(line.size - usual) > UNLIKE * usual:
            line = _Line(line.base, usual)
        following = words[starts[number + 1]] if number + 1 < len(places) else None
        lines = list(_lines(words[place.start], last, line, following, words, page))
        if lines:
            yield Space(place.label, "", last.page, tuple(lines))


def _print_of(words: Sequence[Print], line: int, label: Sequence[Print]) -> list[Print]:
    """The print of a line, the label's own words whatever crosses them."""
    return [word for word in words if word.line == line and not word.by_pen] or list(label)


def _last(words: Sequence[Print], place: Place) -> Print:
    """The last word of a label, or of the footnote's mark behind it, however much of that was read."""
    at = place.value if place.value > place.end else place.end
    while at < len(words) and words[at].line == words[at - 1].line and _FOOTNOTE.fullmatch(words[at].text):
        at += 1
    remark = "".join(word.text for word in words[place.end : at])
    return _as_printed(words[at - 1], words, CLOSING * (remark.count("(") > remark.count(")")))


def _as_printed(last: Print, words: Sequence[Print], lost: str) -> Print:
    """The last word with what was `lost` behind it; one that a pen crosses is no broader than its letters are on its
    line: dots and strokes were read with it.
    """
    mine = [word for word in words if word.line == last.line and word.letters and not word.by_pen]
    if not mine or not (last.by_pen or lost):
        return last
    letter = sum(word.box[2] for word in mine) / sum(len(word.text) for word in mine)
    left, top, width, height = last.box
    own = min(width, letter * (len(last.text) + 0.5)) if last.by_pen else width
    return replace(last, box=(left, top, round(own + letter * len(lost)), height))


def _cells(label: int, first: Print, page: PageReading, between: int, parties: tuple[str, str]) -> Iterator[Space]:
    """The cells of a row on both sides of the rule that parts its columns; nothing where there are no rules."""
    x, y, _, height = first.box
    middle = y + height / 2
    upright = sorted(box[0] for box in page.ruled if box[3] > 4 * box[2] and box[1] <= middle <= box[1] + box[3])
    level = sorted(box[1] for box in page.ruled if box[2] > box[3] and box[0] <= x <= box[0] + box[2])
    above, below = (
        max((rule for rule in level if rule < middle), default=None),
        min((rule for rule in level if rule > middle), default=None),
    )
    parting = min(upright, key=lambda rule: abs(rule - between), default=None)
    if above is None or below is None or parting is None:
        return
    left = max((rule for rule in upright if x < rule < parting - height), default=None)
    right = min((rule for rule in upright if rule > parting + height), default=None)
    if left is None or right is None:
        return
    for party, (start, end) in zip(parties, ((left, parting), (parting, right)), strict=True):
        yield Space(label, party, first.page, ((start, above, end - start, below - above),))


def _lines(
    first: Print, last: Print, line: _Line, following: Print | None, words: Sequence[Print], page: PageReading
) -> Iterator[Box]:
    """The label's own line from its end on, and what is ruled below it before the next label."""
    left = last.box[0] + last.box[2] + GAP * line.size
    own = [word for word in words if word.line == last.line and word.box[0] >= left and _is_print(word)]
    if following is not None and following.line == last.line:
        own.append(following)
    until = min((word.box[0] - GAP * line.size for word in own), default=None)
    ruled = [box for box in page.ruled if box[2] > box[3] and _ends(box) > left + line.size]
    on_it = [box for box in ruled if abs(box[1] + box[3] / 2 - line.base) <= SAME_BASE * line.size]
    end = max((_ends(box) for box in on_it if until is None or box[0] < until), default=None)
    if end is not None and _is_hidden(end, line, page, until):
        end = None
    if on_it:
        line = _Line(median(box[1] + box[3] / 2 for box in on_it), line.size)
    if end is not None:
        left = max(left - DOTS_READ * line.size, min(left, min(box[0] for box in on_it)))
    right = _margin(page, words) if end is None else end
    right = right if until is None else min(until, right)
    if right - left >= NARROWEST * line.size:
        yield line.box(left, right)
    if until is None:
        begins = min(word.box[0] for word in words if word.line in (first.line, last.line))
        lowest = _lowest(last, following, line, page)
        further = list(_ruled_below(last, line, lowest, words, page))
        for base, box in further or _written_below(line, following, last.page, page):
            yield line.box(min(box[0], begins), max(_ends(box), end or 0), base)


def _ruled_below(
    last: Print, line: _Line, lowest: float, words: Sequence[Print], page: PageReading
) -> Iterator[tuple[float, Box]]:
    """The rules and rows of dots below a label's line, with their base lines, as long as nothing is printed on them."""
    base = line.base
    for box in sorted(page.ruled, key=lambda box: box[1]):
        middle = box[1] + box[3] / 2
        if box[2] > box[3] and base + 0.8 * line.size < middle < min(lowest, base + NEXT_LINE * line.size):
            between = [word for word in words if word.page == last.page and _stands_on(word, middle, line.size)]
            if any(_is_print(word) for word in between):
                return
            base = middle
            yield middle, box


def _written_below(line: _Line, following: Print | None, number: int, page: PageReading) -> Iterator[tuple[float, Box]]:
    """What is written between a label's line and the next one's, its dots hidden: lines lie at even steps."""
    if following is None or following.page != number:
        return
    gap = following.box[1] + following.box[3] - line.base
    steps = round(gap / (STEP * line.size))
    lines: dict[int, list[Box]] = {}
    for item in page.writing:
        foot = item.box[1] + item.box[3] / 2 + 0.35 * line.size
        at = round((foot - line.base) / gap * steps) if steps > 1 else 0
        if 0 < at < steps and line.base + 0.8 * line.size < foot:
            lines.setdefault(at, []).append(item.box)
    for at, boxes in sorted(lines.items()):
        yield line.base + gap * at / steps, around(boxes)


def _is_print(word: Print) -> bool:
    """Whether a word is more than specks, or than what is left of handwriting."""
    least = LEAST_READ if len(word.letters) > 1 else LEAST_OF_ONE
    return not word.by_pen and bool(word.letters) and word.confidence >= least


def _is_hidden(end: int, line: _Line, page: PageReading, until: float | None) -> bool:
    """Whether writing goes on over the end of a row of dots: more of them lie under it."""
    return any(
        item.box[0] < end + line.size < _ends(item.box) - line.size and (until is None or item.box[0] < until)
        for item in page.writing
        if line.base - line.size < item.box[1] + item.box[3] / 2 < line.base + LOW * line.size
    )


def _stands_on(word: Print, base: float, size: float) -> bool:
    return abs(word.box[1] + word.box[3] - base) <= SAME_BASE * size


def _lowest(last: Print, following: Print | None, line: _Line, page: PageReading) -> float:
    """Above which base line what belongs to this label must lie."""
    if following is None or following.page != last.page:
        return float(page.height)
    return following.box[1] + following.box[3] - 0.6 * line.size


def _ends(box: Box) -> int:
    return box[0] + box[2]


def _margin(page: PageReading, words: Sequence[Print]) -> float:
    """How far to the right the page is printed on, or could be: its margins are as broad on both sides."""
    printed = [word.box for word in words if not word.by_pen] + [box for box in page.ruled if box[2] > box[3]]
    return float(max(*map(_ends, printed), page.width - min(box[0] for box in printed)))


def _line(words: Sequence[Print]) -> _Line:
    """The base line and the size of a line's letters, by words that tell them."""
    feet = [word.box[1] + word.box[3] for word in words if not set(word.text) & _DESCENDING and word.letters]
    base = median(feet or [word.box[1] + 0.8 * word.box[3] for word in words])
    heights = [
        base - word.box[1]
        for word in words
        if set(word.text) & _ASCENDING and word.box[1] < base and word.text.islower()
    ] or [base - word.box[1] for word in words if word.box[1] < base]
    return _Line(base, median(heights or [words[0].box[3]]) / CAPITAL)

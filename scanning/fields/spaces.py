"""Where the answers of a form belong: behind each label to the next one, to the end of its dots or rule, and on the
lines below that belong to it too. Found by the labels, so that a form needs no coordinates and may lie as it likes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from counter_app.dossier.pages import Box, PageReading
from scanning.fields.label_ends import end_of_label, is_read_under_a_pen, size_of_print
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
COLON = 0.5
"""Sizes before the end of a label in which its dots or its rule may begin: the lower dot of its colon grew together
with them."""
LATER = 3.0
"""Sizes behind a label within which its dots or its rule begin: its footnote's mark may have been overlooked."""
FIRST_DOT = 0.6
"""Likewise of dots: the first ones were read as a full stop. A footnote's mark is broader."""
INSIDE = 8.0
"""Sizes from where lines begin to a label that stands inside one."""
INDENT = 1.2
"""Sizes by which a dash or a numbering stands before a label's words."""
LEVEL, SEVERAL = 0.15, 3
"""Sizes by which lines begin apart that begin at one margin, and how many do at least."""
RISES = 0.2
"""Sizes above its line at which what is written on it surely has ink."""
SHORTEST_RULE, HIGHEST_RULE = 13.5, 0.56
"""Millimetres of a rule; what is shorter, or mostly higher, is a row of dots."""
LEAST_READ, LEAST_OF_ONE = 60.0, 80.0
"""Confidence of a word, and of a single letter, at which a space ends."""
UNLIKE = 0.12
"""By which part the size of a line differs from the page's usual one, if it was measured wrong."""
LEAST_HEIGHT = 0.38
"""Sizes of a single printed letter; small ones are 0.45 high."""
TOO_HIGH = 1.4
"""Sizes of print from which on a word's box holds more than print, or no print at all."""
FEW_WORDS = 3
"""Words of print on one line that a pen does not make."""
STEP = 1.65
"""Sizes from one line of a form to the next, about."""
NARROWEST = 1.5
"""Sizes of a space: less is none."""
_MARK = re.compile(r"[(\[{]\w?[)\]}]?")
"""A footnote's mark, as it may be misread."""
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
    printed_in = size_of_print(words)
    on_line = [
        _print_of(words, words[place.end - 1].line, words[place.start : place.end], printed_in) for place in places
    ]
    usual = median([_line(print_).size for print_ in on_line] or [0.0])
    for number, place in enumerate(places):
        label = labels[place.label]
        if not label.parts:
            continue
        whole = place.likeness > LIKENESS or is_read_under_a_pen(words, place, label)
        last = end_of_label(words, place, label, printed_in) if whole else full_breadth(place, label, words)
        page = pages[last.page]
        if label.columns:
            if columns is not None:
                yield from _cells(place.label, words[place.start], page, *columns)
            continue
        line = _line(on_line[number])
        if abs(line.size - usual) > UNLIKE * usual:
            line = _Line(line.base, usual)
        following = None
        if number + 1 < len(places):
            following = _on_its_line(words[starts[number + 1]], words, places[number + 1], printed_in)
        lines = list(_lines(words[place.start], last, line, following, words, page))
        if lines:
            yield Space(place.label, "", last.page, tuple(lines))


def _print_of(words: Sequence[Print], line: int, label: Sequence[Print], size: float) -> list[Print]:
    """The print of a line, the label's own words whatever crosses them; but for boxes that strokes made too high."""
    mine = [word for word in words if word.line == line and not word.by_pen] or list(label)
    return [word for word in mine if word.box[3] <= TOO_HIGH * size] or mine


def _on_its_line(first: Print, words: Sequence[Print], place: Place, size: float) -> Print:
    """The first word of a label, its box down to its base line, whatever strokes it was read with."""
    base = _line(_print_of(words, first.line, words[place.start : place.end], size)).base
    left, top, width, _ = first.box
    return replace(first, box=(left, top, width, max(1, round(base) - top)))


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
    own = [word for word in words if word.line == last.line and word.box[0] >= left and _is_print(word, line, page)]
    if following is not None and following.line == last.line:
        own.append(following)
    until = _until(left, own, following, line)
    ruled = [box for box in page.ruled if box[2] > box[3] and _ends(box) > left + line.size]
    on_it = [box for box in ruled if abs(box[1] + box[3] / 2 - line.base) <= SAME_BASE * line.size]
    end = max((_ends(box) for box in on_it if until is None or box[0] < until), default=None)
    if end is not None and _is_hidden(end, line, page, until):
        end = None
    if on_it:
        line = _Line(median(box[1] + box[3] / 2 for box in on_it), line.size)
    if end is not None:
        left = _begin(left, line, on_it, [word for word in words if word.line == last.line], page)
    right = _margin(page, words) if end is None else end
    right = right if until is None else min(until, right)
    if right - left >= NARROWEST * line.size:
        yield line.box(left, right)
    if until is None:
        begins = _left(words, first, last, line)
        lowest = _lowest(first, last, following, line, page)
        further = list(_ruled_below(last, following, line, lowest, words, page))
        if not further and (further := list(_written_below(line, following, last.page, words, page))):
            lower = _Line(further[-1][0], line.size)  # a rule that is full of writing was not seen; those below it are
            further += _ruled_below(last, following, lower, lowest, words, page)
        for base, box in further:
            yield line.box(min(box[0], begins), max(_ends(box), end or 0), base)


def _until(left: float, own: Sequence[Print], following: Print | None, line: _Line) -> float | None:
    """Before which print on its line an answer ends; None where none follows. What stands where it begins is the answer
    itself, taken for print: a form leaves room behind each label."""
    begin = left
    for word in sorted(own, key=lambda word: word.box[0]):
        ends = word.box[0] - GAP * line.size
        if word is following or ends - begin >= NARROWEST * line.size:
            return ends
        begin = _ends(word.box)
    return None


def _left(words: Sequence[Print], first: Print, last: Print, line: _Line) -> int:
    """Where the lines below a label begin: where its own does, or with several others a little further left, before its
    dash."""
    own = min(word.box[0] for word in words if word.line in (first.line, last.line))
    lefts = [word.box[0] for word in words if word.first and not word.by_pen and word.letters]

    def is_shared(left: int) -> bool:
        return sum(abs(other - left) <= LEVEL * line.size for other in lefts) >= SEVERAL

    return min((left for left in lefts if own - INDENT * line.size <= left <= own and is_shared(left)), default=own)


def _begin(left: float, line: _Line, on_it: Sequence[Box], words: Sequence[Print], page: PageReading) -> float:
    """Where an answer begins that may begin at `left`: with its rule, or with its dots if nothing hides the first."""
    first = min(on_it, key=lambda box: box[0])
    label = left - GAP * line.size
    if label - COLON * line.size <= first[0] <= label:
        return left
    if first[0] <= left:
        return max(left - DOTS_READ * line.size, float(first[0]))
    if first[0] > left + LATER * line.size:
        return left
    if first[0] <= left + FIRST_DOT * line.size and _has_dots(page):
        return left
    above = [item.box for item in page.writing] + [word.box for word in words if not _MARK.fullmatch(word.text)]
    hidden = any(box[0] < first[0] and _ends(box) > left + GAP * line.size and _reaches(box, line) for box in above)
    return left if hidden and _has_dots(page) else float(first[0])


def _reaches(box: Box, line: _Line) -> bool:
    """Whether a writing stands on a line, or on it too."""
    return box[1] < line.base - RISES * line.size and box[1] + box[3] > line.base - RISES * line.size


def _has_dots(page: PageReading) -> bool:
    """Whether the page's forms are written on dots: strokes take their rows apart, but no rule; and they are higher."""
    unit = page.dpi / 25.4
    level = [box for box in page.ruled if box[2] > box[3]]
    short = any(box[2] < SHORTEST_RULE * unit for box in level)
    return short or median([box[3] for box in level] or [0]) > HIGHEST_RULE * unit


def _ruled_below(
    last: Print, following: Print | None, line: _Line, lowest: float, words: Sequence[Print], page: PageReading
) -> Iterator[tuple[float, Box]]:
    """The rules and rows of dots below a label's line, with their base lines, as long as nothing is printed on them."""
    base = line.base
    level = sorted((box for box in page.ruled if box[2] > box[3] and not _is_of_a_table(box, line, page)), key=_middle)
    while level:
        row = [box for box in level if _middle(box) <= _middle(level[0]) + SAME_BASE * line.size]
        level, middle = level[len(row) :], median(map(_middle, row))
        if base + 0.8 * line.size < middle < min(lowest, base + NEXT_LINE * line.size):
            between = [word for word in words if word.page == last.page and _stands_on(word, middle, line.size)]
            before = [
                word
                for word in between
                if following is None or word.line < following.line or word.box[0] < following.box[0]
            ]
            if any(_is_print(word, line, page) for word in before):
                return
            base = middle
            yield middle, around(row)


def _is_of_a_table(level: Box, line: _Line, page: PageReading) -> bool:
    """Whether an upright rule meets a level one, or another one as broad that begins as far left: nobody writes on a
    table's edge."""
    near = line.size / 2
    alike = [box for box in page.ruled if abs(box[0] - level[0]) < near and abs(box[2] - level[2]) < near]
    upright = [box for box in page.ruled if box[3] > 4 * box[2]]
    return any(
        left - near < box[0] < left + width + near and box[1] - near < top < box[1] + box[3] + near
        for left, top, width, _ in alike
        for box in upright
    )


def _written_below(
    line: _Line, following: Print | None, number: int, words: Sequence[Print], page: PageReading
) -> Iterator[tuple[float, Box]]:
    """What is written between a label's line and the next one's, its dots hidden: lines lie at even steps. A line of
    print in between is a label's that was not read."""
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
    whole = [word for word in words if word.page == number and len(word.letters) > 1]
    for at, boxes in sorted(lines.items()):
        base = line.base + gap * at / steps
        if sum(_stands_on(word, base, line.size) and _is_print(word, line, page) for word in whole) >= FEW_WORDS:
            return
        yield base, around(boxes)


def _is_print(word: Print, line: _Line, page: PageReading) -> bool:
    """Whether a word is the form's own: no specks, nothing that is left of a pen or stands on its rules."""
    least = LEAST_READ if len(word.letters) > 1 else LEAST_OF_ONE
    if word.by_pen or not word.letters or word.confidence < least or word.box[3] > TOO_HIGH * line.size:
        return False
    foot = word.box[1] + word.box[3]
    if len(word.letters) == 1 and word.box[3] < LEAST_HEIGHT * line.size:
        return False  # part of a stroke
    under = (box for box in page.ruled if box[2] > box[3] and abs(_middle(box) - foot) <= SAME_BASE * line.size)
    return not any(box[0] <= word.box[0] and _ends(box) >= _ends(word.box) for box in under)


def _is_hidden(end: int, line: _Line, page: PageReading, until: float | None) -> bool:
    """Whether writing goes on over the end of a row of dots: more of them lie under it."""
    return any(
        item.box[0] < end + line.size < _ends(item.box) - line.size and (until is None or item.box[0] < until)
        for item in page.writing
        if line.base - line.size < item.box[1] + item.box[3] / 2 < line.base + LOW * line.size
    )


def _stands_on(word: Print, base: float, size: float) -> bool:
    return abs(word.box[1] + word.box[3] - base) <= SAME_BASE * size


def _lowest(first: Print, last: Print, following: Print | None, line: _Line, page: PageReading) -> float:
    """Above which base line what belongs to this label must lie: that of the next label's line too, if something stands
    on it before that label."""
    if following is None or following.page != last.page:
        return float(page.height)
    inside = not following.first and following.box[0] > first.box[0] + INSIDE * line.size
    below = SAME_BASE if inside else -0.6
    return following.box[1] + following.box[3] + below * line.size


def _ends(box: Box) -> int:
    return box[0] + box[2]


def _middle(box: Box) -> float:
    return box[1] + box[3] / 2


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

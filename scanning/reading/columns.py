"""Two columns that stand side by side and are read line by line: the head of every official letter, the signature
beside the list of receivers. Tesseract takes them for lines with a gap.

What tells them from a form's line (label, gap, value) and from a table's row is their shape: two lines and more have
their gap at the same place, one gap each, and at least on one side the lines are set around a middle of their own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from counter_app.dossier.pages import Word

WIDE_GAP = 1.3
"""Heights of a line that lie between two columns at least."""
MOST_LINES = 10
"""With a gap at the same place; more are a table, or columns that Tesseract tells apart by itself."""
CLOSE = 1.6
"""Heights of a line from one line to the next of the same column's head."""


Line = list[Word]
"""From left to right."""


def in_reading_order(paragraphs: Sequence[Sequence[Line]]) -> list[list[Line]]:
    """The paragraphs, with columns that were read line by line taken apart: all of the left one, then the right one."""
    lines = [(number, line) for number, paragraph in enumerate(paragraphs) for line in paragraph if line]
    result: list[list[Line]] = []
    last = -1
    place = 0
    while place < len(lines):
        band = _band([line for _, line in lines[place:]])
        if band is not None:
            result += [side for side in (band.left, band.right) if side]
            place, last = place + band.length, -1
            continue
        number, line = lines[place]
        if number == last:
            result[-1].append(line)
        else:
            result.append([line])
        last, place = number, place + 1
    return result


@dataclass
class _Band:
    """Lines that lie left and right of one corridor without print."""

    height: float
    """Pixels of a usual line of it."""
    begin: float = 0.0
    """Where the corridor begins and ends."""
    end: float = float("inf")
    left: list[Line] = field(default_factory=list)
    right: list[Line] = field(default_factory=list)
    both: list[tuple[Line, Line]] = field(default_factory=list)
    length: int = 0
    """How many of the lines, as they were read, it took."""
    bottom: float = 0.0

    def add(self, line: Line) -> bool:
        """Takes the next line if it leaves the corridor free."""
        if self.length and not -self.height < _top(line) - self.bottom < 12 * self.height:
            return False
        gaps = _wide_gaps(line, self.height)
        if len(gaps) > 1:
            return False
        left, right = (line[: gaps[0]], line[gaps[0] :]) if gaps else _one_sided(line, self.begin, self.end)
        begin = max(self.begin, _right(left)) if left else self.begin
        end = min(self.end, _left(right)) if right else self.end
        if (not left and not right) or end - begin < WIDE_GAP * self.height:
            return False
        if left and not right and self.left and _top(left) - _bottom(self.left[-1]) > CLOSE * self.height:
            return False
        self.begin, self.end, self.bottom = begin, end, max(self.bottom, _bottom(line))
        if left and right:
            self.both.append((left, right))
        self.left += [left] if left else []
        self.right += [right] if right else []
        self.length += 1
        return True

    def is_two_columns(self) -> bool:
        """Whether no form and no table looks like this."""
        if not 2 <= len(self.both) <= MOST_LINES:
            return False
        labels = sum(left[-1].text.endswith(":") for left, _ in self.both)
        figures = sum(_mostly_figures(left) or _mostly_figures(right) for left, right in self.both)
        if max(labels, figures) > len(self.both) / 2:
            return False
        return any(_centred(side, self.height) for side in (self.left, self.right))


def _band(lines: list[Line]) -> _Band | None:
    """The two columns that begin with the first of the lines; None where none do."""
    first = lines[0]
    band = _Band(_height(first))
    gaps = len(_wide_gaps(first, band.height))
    if not gaps and len(lines) > 1 and len(_wide_gaps(lines[1], _height(lines[1]))) == 1:
        return _with_first(first, _band(lines[1:]))
    if gaps != 1:
        return None
    for line in lines:
        if not band.add(line):
            break
    return band if band.is_two_columns() else None


def _with_first(line: Line, band: _Band | None) -> _Band | None:
    """The columns with the line above them as the first of one side; None where it is none of them."""
    if band is None or not 0 < _top(band.both[0][0]) - _top(line) < CLOSE * 1.5 * band.height:
        return None
    left, right = _one_sided(line, band.begin, band.end)
    if not (left and _right(left) <= band.begin) and not (right and _left(right) >= band.end):
        return None
    band.left[:0] = [left] if left else []
    band.right[:0] = [right] if right else []
    band.length += 1
    return band


def _height(line: Line) -> float:
    return float(np.median([word.box[3] for word in line]))


def _wide_gaps(line: Line, height: float) -> list[int]:
    """Before which words a wide gap lies."""
    gaps = [other.box[0] - item.box[0] - item.box[2] for item, other in pairwise(line)]
    return [place for place, gap in enumerate(gaps, 1) if gap >= WIDE_GAP * height]


def _one_sided(line: Line, begin: float, end: float) -> tuple[Line, Line]:
    """The line as the left or the right side of the corridor; two empty ones where it crosses it."""
    middle = (begin + end) / 2
    if _right(line) < middle:
        return line, []
    return ([], line) if _left(line) > middle else ([], [])


def _centred(lines: list[Line], height: float) -> bool:
    """Whether the lines have their middles above each other, but neither their beginnings nor their ends."""
    begins, ends = np.array([_left(line) for line in lines]), np.array([_right(line) for line in lines])
    ragged = min(np.ptp(begins), np.ptp(ends))
    return len(lines) >= 2 and bool(ragged > 0.7 * height and _spread((begins + ends) / 2) < 0.6 * _spread(begins))


def _spread(places: npt.NDArray[np.float64]) -> float:
    return float(np.abs(places - np.median(places)).max())


def _mostly_figures(words: Line) -> bool:
    letters = "".join(word.text for word in words)
    return sum(map(str.isdigit, letters)) >= 0.5 * len(letters) or len(letters) <= 2


def _left(line: Line) -> int:
    return line[0].box[0]


def _right(line: Line) -> int:
    return line[-1].box[0] + line[-1].box[2]


def _top(line: Line) -> int:
    return min(word.box[1] for word in line)


def _bottom(line: Line) -> int:
    return max(word.box[1] + word.box[3] for word in line)

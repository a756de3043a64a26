"""Dot leaders: the rows of dots and dashes that a form gives to write on. They are no words.

Tesseract reads them as "cccc", "oooo" or "2221", and misreads what is written on them. They are told by their shape:
five and more small marks, all alike, at even steps along one line. A full stop, an i's dot, an ellipsis of three and
the dots of a colon have no such company.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from scanning.picture import Boxes, Picture

DOT = 0.55
"""Height of the highest dot, in parts of a small letter's height."""
DASH = 1.1
"""Likewise width of the widest dash."""
LONGEST_STEP = 2.2
"""From one dot to the next, in small letters' heights."""
FEWEST = 5
"""Marks in a row that nobody writes."""
ON_THE_LINE = 0.2
"""Small letters' heights by which marks of one row lie higher or lower."""


def leaders(blobs: Boxes, letter: float) -> Boxes:
    """Those of the blobs that are dots of leaders. `letter`: height of a small letter in pixels."""
    width, height = blobs[:, 2], blobs[:, 3]
    marks = blobs[(height <= DOT * letter) & (width <= DASH * letter)]
    marks = marks[~_colons(marks, letter)]
    rows = [row for line in _lines(marks, letter) for row in _rows(line, letter)]
    gaps = [_within_gaps(marks, row, letter) for row in rows]
    return np.concatenate([*map(_alike, rows), *gaps]) if rows else blobs[:0]


def painted_over(picture: Picture, marks: Boxes) -> None:
    """The marks become paper, in place, with the grey of their rims."""
    for x, y, width, height in marks.tolist():
        picture[max(0, y - 2) : y + height + 2, max(0, x - 2) : x + width + 2] = 255


def _colons(marks: Boxes, letter: float) -> npt.NDArray[np.bool_]:
    """Which marks stand right above or below another one of their own width."""
    found = np.zeros(len(marks), np.bool_)
    order = np.argsort(marks[:, 0], kind="stable")
    for place, index in enumerate(order):
        x, y, width, _ = marks[index]
        for other in order[place + 1 :]:
            if marks[other, 0] > x + 0.5 * width:
                break
            apart = abs(int(marks[other, 1]) - int(y))
            if 0.4 * letter < apart < 1.3 * letter and abs(int(marks[other, 2]) - int(width)) <= 0.15 * letter:
                found[index] = found[other] = True
    return found


def _lines(marks: Boxes, letter: float) -> list[Boxes]:
    """The marks of each height on the page, from left to right; a mark may be in two."""
    if not len(marks):
        return []
    middle = marks[:, 1] + marks[:, 3] / 2
    marks = marks[np.argsort(middle, kind="stable")]
    middle = np.sort(middle, kind="stable")
    lines = []
    first = 0
    for last in range(1, len(marks) + 1):
        if last == len(marks) or middle[last] - middle[last - 1] > ON_THE_LINE * letter:
            line = marks[first:last]
            lines.append(line[np.argsort(line[:, 0], kind="stable")])
            first = last
    return lines


def _rows(line: Boxes, letter: float) -> list[Boxes]:
    """The stretches of FEWEST and more marks that are alike and evenly apart."""
    found = []
    first = 0
    for last in range(1, len(line) + 1):
        if last < len(line) and _goes_on(line[max(first, last - 2) : last + 1], letter):
            continue
        if last - first >= FEWEST:
            found.append(line[first:last])
        first = last
    return found


def _goes_on(marks: Boxes, letter: float) -> bool:
    """Whether the last of two or three marks continues the row."""
    one, other = marks[-2], marks[-1]
    step = int(other[0] - one[0])
    alike = abs(int(other[2]) - int(one[2])) <= max(1.5, 0.5 * min(other[2], one[2]))
    level = abs((other[1] + other[3] / 2) - (one[1] + one[3] / 2)) <= ON_THE_LINE * letter
    even = len(marks) < 3 or 0.5 <= step / max(1, int(one[0] - marks[-3][0])) <= 2.0
    return bool(alike and level and even and step <= LONGEST_STEP * letter)


def _alike(row: Boxes) -> Boxes:
    """The row without what is larger than its dots: an accent may lie among them."""
    return row[np.all(row[:, 2:] <= np.median(row[:, 2:], axis=0) + 1.5, axis=1)]


def _within_gaps(marks: Boxes, row: Boxes, letter: float) -> Boxes:
    """Marks that carry on the row's own steps beyond something written over it."""
    step = float(np.diff(row[:, 0]).mean())
    slope, height = np.polyfit(row[:, 0], row[:, 1] + row[:, 3] / 2, 1)
    level = np.abs(marks[:, 1] + marks[:, 3] / 2 - (slope * marks[:, 0] + height)) <= 0.12 * letter
    alike = np.all(np.abs(marks[:, 2:] - np.median(row[:, 2:], axis=0)) <= 1.0, axis=1)
    beyond = np.minimum(np.abs(marks[:, 0] - row[0, 0]), np.abs(marks[:, 0] - row[-1, 0]))
    phase = (marks[:, 0] - row[0, 0]) / step
    in_step = np.abs(phase - np.round(phase)) <= 0.2
    return np.asarray(marks[level & alike & in_step & (beyond <= 20 * letter)], np.int32)

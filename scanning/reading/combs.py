"""Combs: rows of equal boxes, side by side or apart, for one digit each, as for a citizen's number or a day."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import cv2
import numpy as np

from counter_app.dossier.pages import Box
from scanning.picture import Mask

SMALLEST, LARGEST = 3.2, 9.5
"""Millimetres of a box's sides."""
FULL = 0.8
"""Share of a box's outline's rectangle that is inside it."""
ALIKE = 0.18
"""By which part boxes of one row differ in height, and in place up and down."""
WIDEST_GAP = 2.6
"""From one box to the next, in widths, where none is missing but perhaps one that a digit broke."""
FEWEST = 4
RIM = 4
"""Pixels of an outline at most."""


@dataclass(frozen=True)
class Comb:
    """The boxes from left to right, also those whose outline a digit broke."""

    boxes: tuple[Box, ...]


def find_combs(ink: Mask, dpi: int) -> tuple[Comb, ...]:
    """The combs among the ink of a page (255 where ink is, rules and all)."""
    outlines, nesting = cv2.findContours(ink, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return ()
    low, high = SMALLEST / 25.4 * dpi, LARGEST / 25.4 * dpi
    boxes: list[Box] = []
    for outline, (*_, parent) in zip(outlines, nesting[0], strict=True):
        if parent < 0:
            continue
        x, y, width, height = cv2.boundingRect(outline)
        if low <= width <= high and low <= height <= high and cv2.contourArea(outline) >= FULL * width * height:
            boxes.append((x, y, width, height))
    return tuple(Comb(_with_broken(row)) for row in _rows(boxes) if len(row) >= FEWEST)


def _rows(boxes: list[Box]) -> list[list[Box]]:
    rows: list[list[Box]] = []
    for box in sorted(boxes):
        near = next((row for row in rows if _continues(row[-1], box)), None)
        if near is None:
            rows.append([box])
        else:
            near.append(box)
    return rows


def _continues(one: Box, other: Box) -> bool:
    gap = other[0] - (one[0] + one[2])
    level = abs((other[1] + other[3] / 2) - (one[1] + one[3] / 2)) <= ALIKE * one[3]
    return level and abs(other[3] - one[3]) <= ALIKE * one[3] and 0 <= gap <= WIDEST_GAP * one[2]


def _with_broken(row: list[Box]) -> tuple[Box, ...]:
    """The row with the boxes between others that were not found: a digit crosses their outline."""
    step = median(other[0] - one[0] for one, other in pairwise(row))
    width = round(median(box[2] for box in row))
    complete = [row[0]]
    for box in row[1:]:
        last = complete[-1]
        missing = round((box[0] - last[0]) / step) - 1
        close = box[0] - (last[0] + last[2]) >= 0.8 * width  # room for a box, not just a stroke between day and month
        for number in range(1, missing + 1) if close and abs((box[0] - last[0]) / step - missing - 1) < 0.2 else ():
            complete.append((round(last[0] + number * step), last[1], width, last[3]))
        complete.append(box)
    return tuple(complete)


def without(ink: Mask, combs: tuple[Comb, ...]) -> Mask:
    """The ink without the outlines of the combs: what stands in their boxes stays."""
    found = np.array(ink)
    for comb in combs:
        inside = [found[y : y + height, x : x + width].copy() for x, y, width, height in comb.boxes]
        for x, y, width, height in comb.boxes:
            found[max(0, y - RIM) : y + height + RIM, max(0, x - RIM) : x + width + RIM] = 0
        for (x, y, width, height), kept in zip(comb.boxes, inside, strict=True):
            found[y : y + height, x : x + width] = kept
    return found

"""Print that somebody crossed out: a stroke goes through the middle of its words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import cv2
import numpy as np

from counter_app.dossier.pages import Box
from scanning.picture import Picture

SHORTEST, BEYOND = 5.2, 5.0
"""Millimetres of a stroke, and by how many it goes beyond its line's print at the most: a rule or a fold goes on."""
INK = 150
"""Grey below which a stroke of pencil or pen is."""
STEEP = 3
"""Rows by which a stroke may rise where one of its pieces ends and the next begins."""
HIGHEST, LOWEST = 0.18, 0.7
"""Where a stroke goes through a word, in parts of its height from above; below lie the rules that people write on."""
ENDS, ALONE, THICK = 1.3, 0.4, 1.3
"""Millimetres at either end of a stroke, in how many of them nothing but the stroke is, no thicker than that: it begins
before the print and ends behind it, as the bars of a bold 444 that grew together do not."""


def crossed_out(grey: Picture, dpi: int, lines: Sequence[Sequence[Box]]) -> tuple[Box, ...]:
    """Where print is crossed out. `grey`: the page upright, straight and white; `lines`: of its words, line by line."""
    return tuple(box for words in lines for box in _in_line(grey, dpi / 25.4, words))


def _in_line(grey: Picture, unit: float, words: Sequence[Box]) -> Iterator[Box]:
    """`unit`: pixels a millimetre."""
    rim = round(BEYOND * unit)
    left, right = max(0, min(word[0] for word in words) - rim), max(word[0] + word[2] for word in words) + rim
    top, bottom = max(0, min(word[1] for word in words)), max(word[1] + word[3] for word in words)
    ink = np.asarray(grey[top:bottom, left:right] < INK, np.uint8)
    thick = cv2.dilate(ink, np.ones((STEEP, 1), np.uint8))
    level = cv2.morphologyEx(thick, cv2.MORPH_OPEN, np.ones((1, round(SHORTEST * unit)), np.uint8))
    if not cv2.countNonZero(level):
        return
    _, strokes, facts, _ = cv2.connectedComponentsWithStats(level)
    for number, (x, _, width, _, _) in enumerate(facts[1:].tolist(), start=1):
        goes_on = x <= 1 or x + width >= ink.shape[1] - 1
        mine = [word for word in words if word[0] < left + x + width and word[0] + word[2] > left + x]
        stroke: Picture = np.asarray(strokes == number, np.uint8)
        if mine and not goes_on and _is_crossed(ink[:, x : x + width], stroke[:, x : x + width], unit):
            middle = top + float(np.nonzero(stroke)[0].mean())
            if all(word[1] + HIGHEST * word[3] <= middle <= word[1] + LOWEST * word[3] for word in mine):
                upper, lower = min(word[1] for word in mine), max(word[1] + word[3] for word in mine)
                yield left + x, upper, width, lower - upper


def _is_crossed(ink: Picture, stroke: Picture, unit: float) -> bool:
    """Whether a stroke lies over letters, and at both of its ends beside them."""
    over = cv2.dilate(stroke, np.ones((2 * STEEP + 1, 1), np.uint8))
    here = ink.sum(axis=0)
    alone = (here > 0) & (here <= THICK * unit) & ~((ink > 0) & (over == 0)).any(axis=0)
    ends = round(ENDS * unit)
    beside = min(int(alone[:ends].sum()), int(alone[-ends:].sum()))
    return beside >= ALONE * unit and not bool(alone.all())

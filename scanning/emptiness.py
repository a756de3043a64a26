"""Whether a page holds nothing: only noise, specks, shadows of its edges, or its other side shining through.

Anything coloured, anything of a stroke's size stays. That the other side shines through is believed only where it can
be shown.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from scanning.marks import MARK_DPI, Marks
from scanning.pages import Box
from scanning.picture import Picture

_MILLIMETRE = MARK_DPI / 25.4
SPECK = 0.65
"""Millimetres across; dots that belong together (a dotted line) lie nearer to each other than JOINED."""
TINY = 4
"""Pixels at MARK_DPI (half a square millimetre) of what is a speck, however it is measured."""
SMALL = 1.7
"""Millimetres that a speck with its soft rim may take up at MARK_DPI."""
JOINED = 1.3
MOST_JOINED = 2
"""Specks that may lie side by side by chance."""
AT_EDGE = 4.0
"""Millimetres from the page's edge within which its own shadow is seen, as a line along it."""
LONG = 6.0
"""Times its breadth that such a shadow is long."""
SHOWN_THROUGH = 60
"""Strongest contrast, in grey levels, of what shines through from the back."""
MOST_BLACK = 0.0005
"""Share of the page that specks and holes may cover on an otherwise empty back."""
LEAST_LETTERS = 40
"""Letters of a printed back; with fewer there is no telling."""


def anything_stands(marks: Marks, tones: Picture) -> bool:
    """Whether more than specks and the shadows of its edges is on the page.

    `tones`: the page with its paper white, of any size.
    """
    black = cv2.resize(marks.ink.view(np.uint8), marks.places.shape[::-1], interpolation=cv2.INTER_NEAREST)
    anything = np.asarray(cv2.bitwise_or(np.asarray(black), marks.places.view(np.uint8)), np.uint8)
    joined = round(JOINED * _MILLIMETRE) | 1
    near = cv2.morphologyEx(anything, cv2.MORPH_CLOSE, np.ones((joined, joined), np.uint8))
    _, labels, facts, _ = cv2.connectedComponentsWithStats(np.asarray(near), connectivity=8)
    coloured = np.unique(labels[marks.coloured])
    if coloured.any():
        return True
    pale = tones if tones.ndim == 2 else np.asarray(tones.min(axis=2))
    for number in 1 + np.argsort(-facts[1:, cv2.CC_STAT_AREA]):  # the largest first: it is seldom a speck
        left, top, width, height = (int(side) for side in facts[number, :4])
        rows, columns = slice(top, top + height), slice(left, left + width)
        part = anything[rows, columns] * (labels[rows, columns] == number)
        if not (
            _are_specks(part, (left, top), pale, anything.shape[1])
            or _is_edge(left, top, width, height, anything.shape[:2])
        ):
            return True
    return False


def _are_specks(part: Picture, corner: tuple[int, int], pale: Picture, page_width: int) -> bool:
    count, _, facts, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(part), connectivity=8)
    if count - 1 > MOST_JOINED or (facts[1:, 2:4] > SMALL * _MILLIMETRE).any():
        return False
    scale = pale.shape[1] / page_width
    return all(
        area <= TINY or _size(pale, (corner[0] + x, corner[1] + y, width, height), scale) <= SPECK
        for x, y, width, height, area in facts[1:].tolist()
    )


def _size(pale: Picture, box: Box, scale: float) -> float:
    """Millimetres of the longer side of what stands in the box, measured where it is half as dark as it gets.

    `box` at MARK_DPI, `pale` finer by `scale`.
    """
    x, y, width, height = box
    rows = slice(max(0, int((y - 1) * scale)), int((y + height + 1) * scale) + 1)
    columns = slice(max(0, int((x - 1) * scale)), int((x + width + 1) * scale) + 1)
    dark = 255 - np.asarray(cv2.GaussianBlur(pale[rows, columns], (0, 0), 0.7), np.float32)
    dark -= np.median(dark)
    _, _, across, down = cv2.boundingRect((dark > 0.5 * dark.max()).astype(np.uint8))
    return float(max(across, down) / scale / _MILLIMETRE)


def _is_edge(left: int, top: int, width: int, height: int, shape: tuple[int, ...]) -> bool:
    edge = AT_EDGE * _MILLIMETRE
    beside = left + width <= edge or left >= shape[1] - edge
    above = top + height <= edge or top >= shape[0] - edge
    return (beside and height >= LONG * width) or (above and width >= LONG * height)


def shines_through(tones: Picture, marks: Marks, sense: Callable[[Picture], float]) -> bool:
    """Whether all that stands on the page is its back: without colour, pale, much of it, and making sense only in a
    mirror.

    `tones`: the page with its paper white. `sense` tells how much sense a page of this size makes.
    """
    if marks.coloured.any() or float(marks.ink.mean()) > MOST_BLACK:
        return False
    letters, _ = cv2.connectedComponents(marks.places.astype(np.uint8), connectivity=8)
    pale = tones if tones.ndim == 2 else np.asarray(tones.min(axis=2))
    soft = np.asarray(cv2.GaussianBlur(pale, (0, 0), 1.0))[::2, ::2]
    paper, darkest = float(np.median(soft)), float(np.percentile(soft, 0.1))
    if letters <= LEAST_LETTERS or paper - darkest > SHOWN_THROUGH:
        return False
    dark = np.clip((np.arange(256) - darkest) / max(1.0, paper - 4 - darkest) * 255, 0, 255).astype(np.uint8)
    darkened = np.asarray(cv2.LUT(pale, dark), np.uint8)
    mirrored = sense(np.ascontiguousarray(darkened[:, ::-1]))
    return mirrored >= LEAST_LETTERS and mirrored > 2 * sense(darkened)

"""Whether a page holds nothing: only noise, specks, shadows of its edges, or its other side shining through.

Anything coloured, anything of a stroke's size stays. That the other side shines through is believed only where it can
be shown.
"""

from __future__ import annotations

from collections.abc import Callable

import cv2
import numpy as np

from counter_app.dossier.pages import Box
from scanning.page.marks import MARK_DPI, Marks
from scanning.picture import Flags, Picture, median_and_deviation, smaller, strongest, weakest

_MILLIMETRE = MARK_DPI / 25.4
SPECK = 0.65
"""Millimetres across; dots that belong together (a dotted line) lie nearer to each other than JOINED."""
TINY = 9
"""Pixels at MARK_DPI (a square millimetre) of what is a speck, however it is measured."""
SMALL = 1.7
"""Millimetres that a speck with its soft rim may take up at MARK_DPI."""
JOINED = 1.3
MOST_JOINED = 2
"""Specks that may lie side by side by chance."""
AT_EDGE = 4.0
"""Millimetres from the page's edge within which its own shadow is seen, as a line along it."""
LONG = 6.0
"""Times its breadth that such a shadow is long."""
DEEP = 25.0
"""Millimetres into the page that a shadow of its edge may reach."""
ALONG = 0.4
"""Share of the page's side that such a shadow takes up at least."""
STROKE = 10.0
"""Grey levels by which a stroke is darker than what lies 1 mm beside it; shadows fade more slowly."""
SHOWN_THROUGH = 60
"""Strongest contrast, in grey levels, of what shines through from the back."""
MOST_BLACK = 0.0005
"""Share of the page that specks and holes may cover on an otherwise empty back."""
LEAST_LETTERS = 40
"""Letters of a printed back; with fewer there is no telling."""
LIGHTER = 12.0
"""Grey levels by which a stroke of white ink is lighter than the paper beside it."""
TIMES_NOISE = 6.0
LEAST_LIGHT = 2.0
"""Square millimetres of light strokes in one place that are no speck."""


def what_stands(marks: Marks, tones: Picture) -> Flags:
    """All that is more than specks and the shadows of the page's edges, at MARK_DPI.

    `tones`: the page with its paper white, of any size.
    """
    black = cv2.resize(marks.ink.view(np.uint8), marks.places.shape[::-1], interpolation=cv2.INTER_NEAREST)
    anything = np.asarray(cv2.bitwise_or(np.asarray(black), marks.places.view(np.uint8)), np.uint8)
    joined = round(JOINED * _MILLIMETRE) | 1
    near = cv2.morphologyEx(anything, cv2.MORPH_CLOSE, np.ones((joined, joined), np.uint8))
    _, labels, facts, _ = cv2.connectedComponentsWithStats(np.asarray(near), connectivity=8)
    coloured = np.zeros(len(facts), np.bool_)
    coloured[np.unique(labels[marks.coloured])] = True
    pale = _pale(tones)
    stands = np.ones(len(facts), np.bool_)
    for number, (left, top, width, height) in enumerate(facts[:, :4].tolist()):
        rows, columns = slice(top, top + height), slice(left, left + width)
        small = max(width, height) <= (MOST_JOINED + 1) * SMALL * _MILLIMETRE
        if not number or coloured[number] or not (small or _at_edge(rows, columns, anything.shape)):
            continue
        part = anything[rows, columns] * (labels[rows, columns] == number)
        if small:
            stands[number] = not _are_specks(part, (left, top), pale, anything.shape[1])
        if stands[number]:
            stands[number] = not _is_edge_shadow(part, rows, columns, pale, anything.shape)
    stands[0] = False
    return np.asarray(stands[labels] & (anything > 0))


def light_strokes(before: Picture, sheet: Flags) -> bool:
    """Whether anything stands on the page in a lighter colour than its own: white ink, chalk, the lines of a blueprint.

    `before`: the page as it was scanned, of any size; `sheet`: where it is the sheet, at MARK_DPI.
    """
    small = smaller(before, (sheet.shape[1], sheet.shape[0]))
    around = np.ones((round(2 * _MILLIMETRE) | 1,) * 2, np.uint8)
    lighter = np.asarray(cv2.morphologyEx(small, cv2.MORPH_TOPHAT, around), np.uint8)
    lighter = np.asarray(strongest(lighter), np.uint8)
    usual, deviation = median_and_deviation(lighter)
    there = (lighter > usual + max(LIGHTER, TIMES_NOISE * 1.5 * deviation)) & sheet
    edge = round(AT_EDGE * _MILLIMETRE)
    inside = np.ascontiguousarray(there[edge:-edge, edge:-edge]).astype(np.uint8)
    if not inside.any():
        return False
    _, _, facts, _ = cv2.connectedComponentsWithStats(inside, connectivity=8)
    return bool(facts[1:, cv2.CC_STAT_AREA].max(initial=0) >= LEAST_LIGHT * _MILLIMETRE**2)


def _pale(tones: Picture) -> Picture:
    """The weakest colour of each place."""
    return np.asarray(weakest(tones), np.uint8)


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


def _at_edge(rows: slice, columns: slice, shape: tuple[int, ...]) -> bool:
    edge = round(AT_EDGE * _MILLIMETRE)
    within = min(rows.start, columns.start, shape[0] - int(rows.stop), shape[1] - int(columns.stop))
    return bool(within < edge)


def _is_edge_shadow(part: Picture, rows: slice, columns: slice, pale: Picture, shape: tuple[int, ...]) -> bool:
    """Whether what lies there is a line along the page's edge, or dark that fades away from it without any stroke."""
    edge = AT_EDGE * _MILLIMETRE
    width, height = columns.stop - columns.start, rows.stop - rows.start
    beside = columns.stop <= edge or columns.start >= shape[1] - edge
    above = rows.stop <= edge or rows.start >= shape[0] - edge
    if (beside and height >= LONG * width) or (above and width >= LONG * height):
        return True
    if not _at_edge(rows, columns, shape) or max(width / shape[1], height / shape[0]) < ALONG:
        return False
    middle = np.zeros(shape, np.uint8)
    middle[rows, columns] = part
    deep = round(DEEP * _MILLIMETRE)
    if middle[deep:-deep, deep:-deep].any():
        return False
    soft = cv2.resize(pale, shape[::-1], interpolation=cv2.INTER_AREA)
    wider = cv2.copyMakeBorder(soft, 8, 8, 8, 8, cv2.BORDER_REPLICATE)
    closed = np.asarray(cv2.morphologyEx(wider, cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8)), np.uint8)
    strokes = np.asarray(cv2.subtract(closed[8:-8, 8:-8], soft), np.uint8)
    rim = round(edge)  # the sheet's own edge is a line
    inside = middle[rim:-rim, rim:-rim] > 0
    return bool(not inside.any() or np.percentile(strokes[rim:-rim, rim:-rim][inside].astype(np.float32), 98) < STROKE)


def shines_through(tones: Picture, standing: Flags, marks: Marks, confident: Callable[[Picture], float]) -> bool:
    """Whether all that stands on the page is its back: without colour, pale, much of it, and making sense only in a
    mirror.

    `tones`: the page with its paper white; `standing`: what stands on it (`what_stands`). `confident` counts the
    letters that are read surely on a page of this size.
    """
    if marks.coloured.any() or float((marks.ink & standing).mean()) > MOST_BLACK:
        return False
    letters, _ = cv2.connectedComponents(standing.view(np.uint8), connectivity=8)
    pale = _pale(tones)
    soft = np.asarray(cv2.resize(cv2.GaussianBlur(pale, (0, 0), 1.0), standing.shape[::-1]))
    paper = float(np.median(soft[::2, ::2]))
    darkest = float(np.percentile(soft[standing], 1))
    if letters <= LEAST_LETTERS or paper - darkest > SHOWN_THROUGH:
        return False
    dark = np.clip((np.arange(256) - darkest) / max(1.0, paper - 4 - darkest) * 255, 0, 255).astype(np.uint8)
    darkened = np.asarray(cv2.LUT(pale, dark), np.uint8)
    mirrored = confident(np.ascontiguousarray(darkened[:, ::-1]))
    return mirrored >= LEAST_LETTERS and mirrored > 2 * confident(darkened)

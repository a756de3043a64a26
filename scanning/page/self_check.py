"""What the paper had that the filed page has not: the page's own check, made on what is really filed.

Both are compared at a reduced size by their strokes: what is darker, or lighter, than everything within two
millimetres. It knows nothing of how the page was taken apart, so that a fault there is seen here.
"""

from __future__ import annotations

import io

import cv2
import numpy as np
from PIL import Image

from scanning.page.layers import Layers
from scanning.picture import FiledPage, Flags, Picture, median_and_deviation, smaller, spread

CHECK_DPI = 100
NEAR = 2.0
"""Millimetres within which a stroke is compared with what lies beside it."""
LEAST_CONTRAST = 12.0
"""Grey levels below which nothing is compared: paper's own texture."""
TIMES_NOISE = 6.0
HALO = 0.2
"""Share of the strongest contrast nearby that halos and the echoes of JPEG reach."""
LEAST_TINT = 30.0
"""Difference of the strongest and the weakest colour, beyond that around it, below which it is a fringe."""
STILL_THERE = 0.4
"""Share of its contrast that a stroke must have kept."""
LEAST_LOST = 3.0
"""Square millimetres of lost strokes in one place that are no speck."""
ENOUGH = 0.985
"""Share of the strokes that a cleaned page must have kept."""


def kept(page: FiledPage, filed: Layers) -> tuple[float, bool]:
    """The share of the paper's strokes that the filed page shows, from 0 to 1, and whether that is all that matters:
    nothing of the size of a mark is gone."""
    scale = min(1.0, CHECK_DPI / page.dpi)
    size = (max(1, round(filed.size[0] * scale)), max(1, round(filed.size[1] * scale)))
    before = smaller(page.before, size)
    after = composed(filed, size)
    was, now = _contrast(before, scale * page.dpi), _contrast(after, scale * page.dpi)
    sheet = cv2.resize(page.sheet.view(np.uint8), size, interpolation=cv2.INTER_NEAREST) > 0
    there = (was > _least(was)) & sheet
    lost = there & _faded(was, now, 3)
    if before.ndim == 3:  # a blue signature that is filed black tells the original no longer from a copy
        was, now = _tint(before, scale * page.dpi), _tint(after, scale * page.dpi)
        lost |= (was > LEAST_TINT) & _faded(was, now, 5) & sheet
    count = int(lost.sum())
    share = 1 - count / max(1, int(there.sum()))
    least = LEAST_LOST / (25.4 / (scale * page.dpi)) ** 2
    return share, share >= ENOUGH and (count < least or _largest(lost) < least)


def composed(filed: Layers, size: tuple[int, int]) -> Picture:
    """The filed page as a viewer shows it, in colour, of `size` (columns, rows)."""
    page = np.full((size[1], size[0], 3), 255, np.uint8)
    scale = size[0] / filed.size[0]
    for patch in filed.patches:
        left, top, right, bottom = (
            round(side * scale)
            for side in (patch.box[0], patch.box[1], patch.box[0] + patch.box[2], patch.box[1] + patch.box[3])
        )
        with Image.open(io.BytesIO(patch.jpeg)) as image:
            picture = np.asarray(image.convert("RGB"))
        area = page[top:bottom, left:right]
        if area.size:
            area[:] = cv2.resize(picture, area.shape[1::-1], interpolation=cv2.INTER_AREA)
    if filed.ink.any():
        black = smaller(filed.ink.view(np.uint8) * np.uint8(255), size)
        page = np.asarray(cv2.subtract(page, cv2.merge([black] * 3)), np.uint8)
    return page


def _contrast(picture: Picture, dpi: float) -> Picture:
    """Of each pixel, by how much it is darker or lighter than what lies around it; the strongest channel."""
    around = np.ones((max(3, round(NEAR / 25.4 * dpi) | 1),) * 2, np.uint8)
    contrast = np.zeros(picture.shape[:2], np.uint8)
    for channel in cv2.split(picture):
        soft = cv2.GaussianBlur(channel, (0, 0), 0.7)
        cv2.max(contrast, cv2.morphologyEx(soft, cv2.MORPH_BLACKHAT, around), dst=contrast)
        cv2.max(contrast, cv2.morphologyEx(soft, cv2.MORPH_TOPHAT, around), dst=contrast)
    return contrast


def _tint(picture: Picture, dpi: float) -> Picture:
    """Of each pixel, by how much more colour it has than what lies around it; smoothed, as the fringes of black print
    cancel out."""
    around = np.ones((max(3, round(NEAR / 25.4 * dpi) | 1),) * 2, np.uint8)
    colour = spread(np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.2), np.uint8))
    return np.asarray(cv2.subtract(colour, cv2.morphologyEx(colour, cv2.MORPH_OPEN, around)), np.uint8)


def _faded(was: Picture, now: Picture, across: int) -> Flags:
    """Where too little is left of what was there, within so many pixels."""
    left = cv2.dilate(now, np.ones((across, across), np.uint8))
    return np.asarray(left < cv2.LUT(was, np.ceil(np.arange(256) * STILL_THERE).astype(np.uint8)), np.bool_)


def _least(contrast: Picture) -> Picture:
    """What a stroke must have more than, beside the paper's noise and beside the strokes around it."""
    usual, deviation = median_and_deviation(contrast[::2, ::2])
    least = max(LEAST_CONTRAST, usual + TIMES_NOISE * max(1.0, 1.5 * deviation))
    halo = np.maximum(least, HALO * np.arange(256)).clip(0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(cv2.dilate(contrast, np.ones((9, 9), np.uint8)), halo), np.uint8)


def _largest(places: Flags) -> int:
    _, _, facts, _ = cv2.connectedComponentsWithStats(places.astype(np.uint8), connectivity=8)
    return int(facts[1:, cv2.CC_STAT_AREA].max(initial=0))

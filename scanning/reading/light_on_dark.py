"""Light print on dark ground (banners, heads of tables) made dark on light, so that it can be read."""

from __future__ import annotations

import cv2
import numpy as np

from scanning.picture import Picture, scaled

COARSE_DPI = 75
DARKER = 190
"""Grey below which a broad area may be a ground for light letters; whitened paper is brighter than that."""
BROAD = 3.0
"""Millimetres: a ground is at least this high and wide, strokes of letters are not."""
LETTERS = (0.01, 0.5)
"""Share of a ground that is letters."""
BETWEEN = 0.25
"""A photograph has more of its area halfway between its dark and its light than this; a banner has not."""
CONTRAST = 60


def dark_on_light(grey: Picture, dpi: int) -> Picture:
    """The page (rows × columns) with its grounds inverted; the same array where there is none."""
    shrink = max(1, round(dpi / COARSE_DPI))
    small = scaled(grey, 1 / shrink)
    dark = np.asarray(small < DARKER).astype(np.uint8)
    kernel = np.ones((round(BROAD / 25.4 * COARSE_DPI),) * 2, np.uint8)
    tight = np.ones((3, 3), np.uint8)
    core = cv2.morphologyEx(dark, cv2.MORPH_OPEN, kernel)
    if not core.any():
        return grey
    seeds = cv2.morphologyEx(dark, cv2.MORPH_OPEN, tight)
    _, labels, facts, _ = cv2.connectedComponentsWithStats(seeds, connectivity=4)
    result = grey
    for label in np.unique(labels[core > 0]):
        left, top, width, height, _ = (int(side) for side in facts[label])
        place = (
            slice(top * shrink, (top + height) * shrink),
            slice(left * shrink, (left + width) * shrink),
        )
        turned = _inverted(grey[place], dpi)
        if label and turned is not None:
            result = result.copy() if result is grey else result
            result[place] = turned
    return result


def _inverted(part: Picture, dpi: int) -> Picture | None:
    """Light letters on a dark ground become dark on white; None where it is no such ground but a picture."""
    broad = (round(BROAD / 25.4 * dpi),) * 2
    ground = cv2.blur(cv2.morphologyEx(part, cv2.MORPH_OPEN, np.ones(broad, np.uint8)), broad)
    above = cv2.subtract(part, ground)
    light = float(np.percentile(above[::2, ::2], 99))
    if light < CONTRAST:
        return None
    depth = above[::2, ::2] / light
    letters = float((depth > 0.5).mean())
    between = float(((depth > 0.25) & (depth < 0.75)).mean())
    if not LETTERS[0] <= letters <= LETTERS[1] or between > BETWEEN:
        return None
    return np.asarray(255 - cv2.convertScaleAbs(above, alpha=255 / light), np.uint8)

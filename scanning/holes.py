"""Punched holes: dark discs near the page's edge where the scanner's black lid shows through."""

from __future__ import annotations

import cv2
import numpy as np

from scanning.picture import Picture

COARSE_DPI = 75
_MILLIMETRE = COARSE_DPI / 25.4
SIZES = (4.0, 8.5)
"""Millimetres across; ISO 838 has 6."""
NEAR_THE_EDGE = 22.0
"""Millimetres from the page's edge to the far rim of the hole; ISO 838 has 15."""
FILLED = (0.68, 0.9)
"""Share of its box that a disc fills (π/4), give or take the pixels."""

Disc = tuple[float, float, float]
"""x, y, radius in parts of the page's width."""


def find_holes(grey: Picture, dpi: int) -> list[Disc]:
    """The holes of a white page (`grey`: rows × columns), whichever way it lies."""
    scale = COARSE_DPI / dpi
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    rows, columns = small.shape[:2]
    dark = np.asarray(small < 110).astype(np.uint8)
    _, _, facts, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    found = []
    for left, top, width, height, area in facts[1:].tolist():
        inwards = min(left + width, top + height, columns - left, rows - top)
        if (
            SIZES[0] <= min(width, height) / _MILLIMETRE
            and max(width, height) / _MILLIMETRE <= SIZES[1]
            and max(width, height) <= 1.25 * min(width, height)
            and FILLED[0] <= area / (width * height) <= FILLED[1]
            and inwards / _MILLIMETRE <= NEAR_THE_EDGE
        ):
            radius = max(width, height) / 2 + 0.6 * _MILLIMETRE
            found.append(((left + width / 2) / columns, (top + height / 2) / columns, radius / columns))
    return found


def covered(picture: Picture, holes: list[Disc]) -> None:
    """Paints the holes white, in place."""
    columns = picture.shape[1]
    for x, y, radius in holes:
        cv2.circle(picture, (round(x * columns), round(y * columns)), round(radius * columns), (255,) * 3, -1)

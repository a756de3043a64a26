"""Punched holes: discs as dark as the scanner's lid, which shows through them, where punches make them.

ISO 838: 6 mm across, their middles 12 mm from the edge and 80 mm apart, the pair (or the four) in the middle of the
side. A disc anywhere else, of another size or with print in it is a mark: an answer filled in, a number on black.
"""

from __future__ import annotations

from itertools import combinations

import cv2
import numpy as np

from scanning.picture import Picture, scaled

COARSE_DPI = 75
_MILLIMETRE = COARSE_DPI / 25.4
SIZES = (4.8, 7.2)
"""Millimetres across; ISO 838 has 6 ± 0.5, worn holes a little more."""
FROM_EDGE = (9.0, 15.5)
"""Millimetres from the sheet's edge to a hole's middle; ISO 838 has 12 ± 1, scanned sheets are cut a little."""
APART = (78.0, 82.0)
IN_LINE = 3.5
OFF_MIDDLE = 15.0
"""Millimetres by which a pair's middle may miss the middle of the side."""
FILLED = (0.68, 0.9)
"""Share of its box that a disc fills (π/4), give or take the pixels."""
AS_DARK = 110

Disc = tuple[float, float, float]
"""x, y, radius in parts of the page's width."""


def find_holes(grey: Picture, dpi: int) -> list[Disc]:
    """The holes of a white page (`grey`: rows × columns), whichever way it lies."""
    small = scaled(grey, COARSE_DPI / dpi)
    discs = _discs(small)
    rows, columns = (side / _MILLIMETRE for side in small.shape[:2])
    pairs = [
        (item, other)
        for item, other in combinations(discs, 2)
        if _is_pair(item, other, columns, rows) or _is_pair(_swapped(item), _swapped(other), rows, columns)
    ]
    punched = {disc for pair in pairs if _in_the_middle(pair, columns, rows) for disc in pair}
    while more := {disc for pair in pairs if punched & set(pair) for disc in pair} - punched:  # four holes, 80 mm each
        punched |= more
    return [(x / columns, y / columns, (size / 2 + 0.6) / columns) for x, y, size in sorted(punched)]


def _discs(small: Picture) -> list[Disc]:
    """x, y and diameter in millimetres of each dark disc of a hole's size without anything in it."""
    dark = np.asarray(small < AS_DARK).astype(np.uint8)
    if not cv2.erode(dark, np.ones((8, 8), np.uint8)).any():  # as large as the dark middle of the smallest hole
        return []
    _, _, facts, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    found = []
    for left, top, width, height, area in facts[1:].tolist():
        if (
            SIZES[0] <= min(width, height) / _MILLIMETRE
            and max(width, height) / _MILLIMETRE <= SIZES[1]
            and max(width, height) <= 1.25 * min(width, height)
            and FILLED[0] <= area / (width * height) <= FILLED[1]
            and _plain(small[top : top + height, left : left + width])
        ):
            middle = ((left + width / 2) / _MILLIMETRE, (top + height / 2) / _MILLIMETRE)
            found.append((*middle, max(width, height) / _MILLIMETRE))
    return found


def _plain(box: Picture) -> bool:
    """No print inside the disc."""
    rows, columns = box.shape
    inner = box[rows // 4 : rows - rows // 4, columns // 4 : columns - columns // 4]
    return int(inner.max()) < AS_DARK


def _is_pair(one: Disc, other: Disc, width: float, height: float) -> bool:
    """Whether both lie along the left or the right side as punches make them."""
    if abs(one[0] - other[0]) > IN_LINE or not APART[0] <= abs(one[1] - other[1]) <= APART[1]:
        return False
    return all(FROM_EDGE[0] <= min(disc[0], width - disc[0]) <= FROM_EDGE[1] for disc in (one, other))


def _in_the_middle(pair: tuple[Disc, Disc], width: float, height: float) -> bool:
    one, other = pair
    along_height = abs(one[0] - other[0]) < abs(one[1] - other[1])
    side, middle = (height, one[1] + other[1]) if along_height else (width, one[0] + other[0])
    return abs(middle / 2 - side / 2) <= OFF_MIDDLE


def _swapped(disc: Disc) -> Disc:
    return disc[1], disc[0], disc[2]


def covered(picture: Picture, holes: list[Disc]) -> Picture:
    """The picture with its holes painted white; the same where there are none."""
    if holes:
        picture = picture.copy()
    columns = picture.shape[1]
    for x, y, radius in holes:
        cv2.circle(picture, (round(x * columns), round(y * columns)), round(radius * columns), (255,) * 3, -1)
    return picture

"""Black print and pens on a white page, to be kept at one bit a pixel.

How dark a stroke must be is judged by the darkest stroke within a millimetre: a hairline or the hook of an ả is paler
than a stem only because it is thinner, and half of its own contrast is still its edge. Strokes that are broad and yet
not dark (pencil, carbon copies, grey stamps) are no black ink: they keep their tone elsewhere (see `layers`).
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from scanning.picture import Flags, Picture, smaller

BLACK = 100
"""Contrast with the paper, in grey levels, from which on the darkest place of a stroke makes it black ink."""
SURELY_BLACK = 150
"""From this contrast on a broad stroke is black, too; a pencil's stays below."""
EDGE = 0.4
"""Share of the darkest contrast nearby at which a stroke ends. Half would be the optical edge; the lighter hooks and
tildes of Vietnamese letters want a little more."""
BROAD = 0.75
"""Share of its contrast that a broad stroke still has where it is three pixels wide."""
FINE_DPI = 250
NEAR = 1.1
"""Millimetres within which strokes are compared."""


_LEVELS = np.arange(256)
_NARROW = np.where(_LEVELS < SURELY_BLACK, np.ceil(_LEVELS * BROAD) - 1, 255).clip(0).astype(np.uint8)
_END = np.where(_LEVELS < BLACK, 255, _LEVELS * EDGE).astype(np.uint8)
"""By the strongest contrast nearby: the most that a narrow stroke keeps of it; and that at which black strokes end."""


@dataclass(frozen=True, eq=False)
class Strokes:
    """How dark the strokes around each place are, at half the page's size."""

    contrast: Picture
    """The strongest contrast with the paper of each four pixels."""
    end: Picture
    """Contrast above which a pixel is black ink; 255 where none is."""


def strokes(grey: Picture, dpi: int) -> Strokes:
    """`grey`: rows × columns, the paper white."""
    size = max(3, round(NEAR / 25.4 * dpi) | 1)
    around = np.ones((size, size), np.uint8)
    contrast = np.asarray(cv2.bitwise_not(_darkest_of_four(grey)), np.uint8)
    darkest = cv2.dilate(contrast, around)
    thinned = np.asarray(cv2.dilate(grey, np.ones((3, 3), np.uint8)), np.uint8)
    broad = cv2.dilate(cv2.bitwise_not(_darkest_of_four(thinned)), around)
    grey_ones = cv2.compare(broad, cv2.LUT(darkest, _NARROW), cv2.CMP_GT)
    return Strokes(contrast, np.asarray(cv2.bitwise_or(cv2.LUT(darkest, _END), grey_ones), np.uint8))


def ink(grey: Picture, dpi: int) -> Flags:
    """Where the page has black ink, twice as fine as a page of fewer than FINE_DPI: its grey edges tell that much."""
    lightest = cv2.bitwise_not(strokes(grey, dpi).end)
    if dpi < FINE_DPI:
        lightest = cv2.resize(lightest, grey.shape[1::-1], interpolation=cv2.INTER_NEAREST)
        grey = np.asarray(cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), np.uint8)
    rows, columns = grey.shape
    wide = np.asarray(cv2.merge([lightest, lightest]), np.uint8).reshape(len(lightest), -1)[:, :columns]
    ink = np.empty((rows, columns), np.bool_)
    for first in (0, 1):  # row by row it is far faster than from a picture twice as large
        np.less(grey[first::2], wide[: len(ink[first::2])], out=ink[first::2])
    return ink


def ink_at(size: tuple[int, int], around: Strokes) -> Flags:
    """Roughly the same at another size (columns, rows): wherever any black is."""
    black = np.asarray(cv2.compare(around.contrast, around.end, cv2.CMP_GT), np.uint8)
    return smaller(black, size) > 0


def _darkest_of_four(picture: Picture) -> Picture:
    """Half the size, of four pixels the darkest."""
    rows, columns = picture.shape
    of_two = np.full(((rows + 1) // 2, columns + columns % 2), 255, np.uint8)
    of_two[:, :columns] = picture[::2]
    np.minimum(of_two[: rows // 2, :columns], picture[1::2], out=of_two[: rows // 2, :columns])
    left, right = cv2.split(of_two.reshape(len(of_two), -1, 2))
    return np.asarray(cv2.min(left, right, dst=left), np.uint8)

"""Black print and pens on a white page, to be kept at one bit a pixel.

How dark a stroke must be is judged by the darkest stroke within a millimetre: a hairline or the hook of an ả is paler
than a stem only because it is thinner, and half of its own contrast is still its edge. Strokes that are broad and yet
not dark (pencil, carbon copies, grey stamps) are no black ink: they keep their tone elsewhere (see `layers`).
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from scanning.picture import Flags, Picture

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


_NARROW = np.ceil(np.arange(256) * BROAD).astype(np.uint8)
_END = (np.arange(256) * EDGE).astype(np.uint8)
"""By the strongest contrast nearby."""


@dataclass(frozen=True, eq=False)
class Strokes:
    """How dark the strokes around each place are, at half the page's size."""

    end: Picture
    """Contrast above which a pixel is black ink; 255 where none is."""
    darkest: Picture
    """The strongest contrast nearby."""


def strokes(grey: Picture, dpi: int) -> Strokes:
    """`grey`: rows × columns, the paper white."""
    contrast = cv2.bitwise_not(grey)
    thinned = cv2.erode(contrast, np.ones((3, 3), np.uint8))
    size = max(3, round(NEAR / 25.4 * dpi) | 1)
    around = np.ones((size, size), np.uint8)
    darkest = cv2.dilate(_half(contrast), around)
    broad = cv2.dilate(_half(thinned), around)
    narrow = cv2.compare(broad, cv2.LUT(darkest, _NARROW), cv2.CMP_LT) > 0
    end = np.asarray(cv2.LUT(darkest, _END), np.uint8)
    end[(darkest < BLACK) | ((darkest < SURELY_BLACK) & ~narrow)] = 255
    return Strokes(end, np.asarray(darkest, np.uint8))


def ink(grey: Picture, dpi: int) -> Flags:
    """Where the page has black ink, twice as fine as a page of fewer than FINE_DPI: its grey edges tell that much."""
    end = strokes(grey, dpi).end
    if dpi < FINE_DPI:
        grey = np.asarray(cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC), np.uint8)
    end = np.asarray(cv2.resize(end, grey.shape[1::-1], interpolation=cv2.INTER_NEAREST), np.uint8)
    return np.asarray(cv2.compare(cv2.bitwise_not(grey), end, cv2.CMP_GT)) > 0


def ink_at(size: tuple[int, int], grey: Picture, around: Strokes) -> Flags:
    """Roughly the same at another size (columns, rows): wherever any black is."""
    contrast = cv2.bitwise_not(grey)
    half = _half(contrast)
    black = cv2.compare(half, around.end[: half.shape[0], : half.shape[1]], cv2.CMP_GT)
    return np.asarray(cv2.resize(black, size, interpolation=cv2.INTER_AREA)) > 0


def _half(picture: cv2.typing.MatLike) -> Picture:
    """Half the size, of four pixels the greatest."""
    return np.ascontiguousarray(np.asarray(cv2.dilate(picture, np.ones((2, 2), np.uint8), anchor=(0, 0)))[::2, ::2])

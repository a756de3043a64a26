"""How large the paper of a picture was: its header's resolution where that can be true, else what the picture tells.

A picture tells by its shape (A4 is what is scanned most) and by the size of its letters: print is hardly ever smaller
than 6 or larger than 24 points.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from scanning.picture import Picture

WORKING_DPI = 300
"""Finer scans are reduced to this: no letter reads better above it."""
CREDIBLE_DPI = range(100, 1201)
"""72 and 96 are what programs write that do not know."""
A4_INCHES = (8.27, 11.69)
_SHEET_INCHES = (2.0, 47.0)
"""A card's shorter side (54 mm), A0's longer one."""
_RECEIPT_INCHES = 80 / 25.4
"""Of a strip whose header says nothing; 58 mm is the other width of rolls."""
_STRIP = 2.2
"""Sides' ratio from which on a page is no sheet."""
_SHAPES = (2**0.5, 11 / 8.5, 14 / 8.5, 13 / 8.5, 1.586)
"""Longer by shorter side of A4 and its kin, letter, legal, folio, an identity card."""
_FAX_ACROSS, _FAX_DOWN = range(199, 206), range(97, 102)
"""The coarse fax: the one resolution with oblong pixels that is common (ITU-T T.4)."""
SAME = 1.02
"""Two resolutions that differ by less are one."""
_OBLONG = 1.4
"""Ratio from which on letters look squashed."""
_ALIKE = 0.05
"""Two shapes that differ by less (logarithm) may be the same sheet."""
LEGIBLE = 18
"""Pixels of a usual letter (as `letter_height` has it) below which nothing is reduced: 6 points at WORKING_DPI."""
_LETTER_POINTS = 7.6
"""Its height in print of 12 points, in points: two thirds of the print's."""
_CLEARLY = 0.3
"""By how much (logarithm) the shape must explain the letters better than the header does."""
_SQUARE, _SQUASHED = 1.15, 1.25
"""Widths of letters (as `letter_width` has them) up to which and from which on the answer is sure; measured on print of
8 to 13 points at 150 to 300 dpi, whole (0.82 to 1.11) and squashed to half its height (1.25 to 1.59).
"""
_USUAL_WIDTH = 0.9
"""A letter's width by its height."""
_TILE = 1024
_TILES = 6
_SMALLEST = 8
"""Pixels; what is lower is noise or cannot be read anyway."""
_FEWEST = 60
"""Letters below which their size says nothing."""

_Sizes = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Tagged:
    """What a header says: pixels per inch across and down, or only their ratio."""

    across: float | None
    down: float | None
    ratio: float = 1.0
    """Pixels per inch across by those down."""


def tagged(image: Image.Image) -> Tagged:
    """The header's word, turned with the picture if EXIF says that it lies."""
    across, down = _pair(image.info.get("dpi"))
    ratio = 1.0
    if across and down:
        ratio = across / down
    else:
        across = down = None
        for name in ("jfif_density", "aspect", "resolution"):
            one, other = _pair(image.info.get(name))
            if one and other:
                ratio = one / other
                break
    return Tagged(across, down, ratio if 0.1 <= ratio <= 10 else 1.0)


def turned(said: Tagged) -> Tagged:
    """The same after a quarter turn."""
    return Tagged(said.down, said.across, 1 / said.ratio)


def squared(picture: Picture, said: Tagged) -> tuple[Picture, float | None]:
    """The picture with square pixels and its header's resolution, None where that is not to be believed.

    Only ever stretched, and only where that makes paper of it: a wrong header does not distort a page.
    """
    if 1 / SAME <= said.ratio <= SAME:
        return picture, said.across
    rows, columns = picture.shape[:2]
    wide, high = (columns, round(rows * said.ratio)) if said.ratio > 1 else (round(columns / said.ratio), rows)
    if not _is_better_paper(wide, high, picture, said):
        return picture, None
    stretched = cv2.resize(picture, (wide, high), interpolation=cv2.INTER_CUBIC)
    finer = max(said.across, said.down) if said.across and said.down else None
    return np.asarray(stretched, np.uint8), finer


def paper_dpi(picture: Picture, said: float | None) -> int:
    """Pixels per inch of a picture whose header says `said`."""
    rows, columns = picture.shape[:2]
    guess = dpi_by_shape(columns, rows)
    claim = round(said) if said else 0
    if claim not in CREDIBLE_DPI or not _is_sheet(columns / claim, rows / claim):
        return guess
    if 0.85 < claim / guess < 1.18:
        return claim
    letter = letter_height(picture)
    if letter is None:
        small = rows * columns <= math.prod(A4_INCHES) * WORKING_DPI**2
        return guess if claim > WORKING_DPI * 1.1 and small else claim
    return guess if _oddity(letter / guess * 72) + _CLEARLY < _oddity(letter / claim * 72) else claim


def dpi_by_shape(width: int, height: int) -> int:
    """The resolution at which a picture of this size would be an A4 sheet, or a receipt of 80 mm."""
    short, long = sorted((width, height))
    dpi = max(short / A4_INCHES[0], long / A4_INCHES[1])
    if long > _STRIP * short:
        dpi = min(dpi, short / _RECEIPT_INCHES)
    return max(CREDIBLE_DPI.start, min(CREDIBLE_DPI.stop, round(dpi)))


def reduced(picture: Picture, dpi: int) -> tuple[Picture, int]:
    """The picture at WORKING_DPI if it is finer and its letters stay large enough."""
    if dpi <= WORKING_DPI * 1.1:
        return picture, dpi
    letter = letter_height(picture)
    scale = max(WORKING_DPI / dpi, min(1.0, LEGIBLE / letter) if letter else 0.0)
    if scale > 0.95:
        return picture, dpi
    small = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return np.asarray(small, np.uint8), round(dpi * scale)


def letter_height(picture: Picture) -> float | None:
    """Pixels of a usual letter, None where there are too few letters to tell."""
    _, heights = _letters(picture)
    if len(heights) < _FEWEST:
        return None
    heights = np.repeat(heights, heights)  # there are as many dots and accents as letters, but they are smaller
    lower, middle, upper = np.percentile(heights, (25, 50, 75))
    return float(middle) if middle >= _SMALLEST and upper <= 3 * lower else None


def letter_width(picture: Picture) -> float | None:
    """A usual letter's width by its height, 1.0 for what is usual; None where there are too few letters to tell."""
    widths, heights = _letters(picture)
    if len(heights) < _FEWEST or np.median(np.repeat(heights, heights)) < _SMALLEST:
        return None
    return float(np.median(np.repeat(widths / heights, heights))) / _USUAL_WIDTH


def _pair(value: object) -> tuple[float | None, float | None]:
    """Two numbers above nought, else None."""
    try:
        one, other = (float(number) for number in value)  # type: ignore[attr-defined]
    except (TypeError, ValueError, ArithmeticError):
        return None, None
    good = all(math.isfinite(number) and number > 0 for number in (one, other))
    return (one, other) if good else (None, None)


def _is_sheet(width: float, height: float) -> bool:
    """Whether paper of so many inches exists; a strip may be as long as it likes."""
    short, long = sorted((width, height))
    return short >= _SHEET_INCHES[0] and (long <= _SHEET_INCHES[1] or long > _STRIP * short)


def _is_better_paper(wide: int, high: int, picture: Picture, said: Tagged) -> bool:
    """Whether the stretched picture is a page rather than the picture as it is: by its letters, else by its shape."""
    rows, columns = picture.shape[:2]
    if not 1 / _OBLONG < said.ratio < _OBLONG and (width := letter_width(picture)):
        squashed = width if said.ratio > 1 else 1 / width
        if not _SQUARE < squashed < _SQUASHED:
            return squashed >= _SQUASHED
    before, after = _strangeness(columns, rows), _strangeness(wide, high)
    if _is_coarse_fax(said):
        return columns > rows or before > _ALIKE
    return after < before and after < 3 * _ALIKE


def _is_coarse_fax(said: Tagged) -> bool:
    if not said.across or not said.down:
        return False
    return round(said.across) in _FAX_ACROSS and round(said.down) in _FAX_DOWN


def _strangeness(width: int, height: int) -> float:
    """How far the shape is from any sheet's (logarithm of the ratio)."""
    ratio = max(width, height) / min(width, height)
    return min(abs(math.log(ratio / shape)) for shape in _SHAPES)


def _oddity(points: float) -> float:
    """How far a letter's height is from what is printed."""
    return abs(math.log(points / _LETTER_POINTS))


def _letters(picture: Picture) -> tuple[_Sizes, _Sizes]:
    """Widths and heights of what looks like letters, in pixels.

    Looks at the busiest parts only, so that a large picture costs no more than a small one.
    """
    found = np.concatenate([_letters_in(tile) for tile in _busiest_tiles(picture)])
    return found[:, 0], found[:, 1]


def _busiest_tiles(picture: Picture) -> list[Picture]:
    rows, columns = picture.shape[:2]
    tiles = [
        picture[top : top + _TILE, left : left + _TILE]
        for top in range(0, max(1, rows - _TILE // 4), _TILE)
        for left in range(0, max(1, columns - _TILE // 4), _TILE)
    ]
    return sorted(tiles, key=_busyness, reverse=True)[:_TILES]


def _busyness(tile: Picture) -> float:
    coarse = cv2.resize(tile, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA) if min(tile.shape[:2]) > 8 else tile
    return float(np.std(np.asarray(coarse)))


def _letters_in(tile: Picture) -> _Sizes:
    """Width and height of each, n × 2."""
    grey = tile if tile.ndim == 2 else cv2.cvtColor(tile, cv2.COLOR_RGB2GRAY)
    if min(grey.shape) < 64:
        return np.zeros((0, 2), np.int32)
    coarse = cv2.resize(grey, None, fx=0.125, fy=0.125, interpolation=cv2.INTER_AREA)
    paper = cv2.resize(cv2.medianBlur(coarse, 15), grey.shape[1::-1], interpolation=cv2.INTER_LINEAR)
    ink = (cv2.subtract(paper, grey) > 40).astype(np.uint8)
    _, _, boxes, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    width, height, area = boxes[1:, 2], boxes[1:, 3], boxes[1:, 4]
    letter = (height >= 4) & (height <= 200) & (width >= 0.15 * height) & (width <= 4 * height)
    letter &= area >= 0.15 * width * height
    return np.asarray(boxes[1:, 2:4][letter], np.int32)

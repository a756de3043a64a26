"""The shapes a page has between the stages of cleaning and reading."""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce

import cv2
import numpy as np
import numpy.typing as npt

from counter_app.dossier.pages import Box, Word

Picture = npt.NDArray[np.uint8]
"""rows × columns (grey) or rows × columns × 3 (red, green, blue); uint8, 0 black, 255 white."""
Mask = npt.NDArray[np.uint8]
"""rows × columns, 255 where it holds."""
Flags = npt.NDArray[np.bool_]
"""rows × columns."""
Boxes = npt.NDArray[np.int32]
"""n × 4: x, y, width, height."""
NO_BOXES: Boxes = np.zeros((0, 4), np.int32)
_LEVELS = np.arange(256.0)


@dataclass(frozen=True, eq=False)
class DecodedPage:
    """The page as pixels, upright as its own header says, at no more than 300 dpi."""

    picture: Picture
    dpi: int
    own: tuple[tuple[Word, ...], str] | None = None
    """The words and the text of a page that a program wrote; None where it is to be read."""


@dataclass(frozen=True, eq=False)
class CleanPage:
    """The page white, upright, straight and cropped, as it is read."""

    grey: Picture
    """rows × columns."""
    dpi: int
    rotation: int
    """Degrees clockwise that were undone: 0, 90, 180, 270."""
    skew: float
    """Degrees clockwise that were undone beside `rotation`."""
    cropped: bool
    """Something around the sheet was cut off."""
    part: Box
    """Which part of the turned and straightened picture it is."""
    side: int = 0
    """LEFT, RIGHT, UPPER or LOWER (`counter_app.dossier.pages`); 0 where it is all of the sheet."""


@dataclass(frozen=True, eq=False)
class FiledPage:
    """The same page as it is filed: black ink to be taken from `grey`, everything else from `tones`."""

    grey: Picture
    """rows × columns, the paper as white as can be."""
    tones: Picture
    """Grey or colour, at half its size or so; white where it is surely paper, and as it was elsewhere."""
    before: Picture
    """The same place as it was scanned, to be compared with what is filed: no coarser than the self-check wants it."""
    marks: Flags
    """Where more than black ink stands on the paper, at 75 dpi."""
    coloured: Flags
    """Where it has a colour, at 75 dpi."""
    sheet: Flags
    """Where the sheet surely is: neither the lid nor what a turn left beside it, at 75 dpi."""
    dpi: int
    """Of `grey`."""


def strongest(picture: cv2.typing.MatLike) -> cv2.typing.MatLike:
    """Of each pixel its strongest channel; rows × columns. (numpy's own max over channels takes ten times as long.)"""
    return picture if picture.ndim == 2 else reduce(cv2.max, cv2.split(picture))


def weakest(picture: cv2.typing.MatLike) -> cv2.typing.MatLike:
    """Of each pixel its weakest channel; rows × columns."""
    return picture if picture.ndim == 2 else reduce(cv2.min, cv2.split(picture))


def spread(picture: Picture) -> Picture:
    """Of each pixel the difference between its strongest and its weakest channel; rows × columns."""
    channels = cv2.split(picture) if picture.ndim == 3 else (picture,)
    return np.asarray(cv2.subtract(reduce(cv2.max, channels), reduce(cv2.min, channels)), np.uint8)


def smaller(picture: Picture, size: tuple[int, int]) -> Picture:
    """The picture reduced to `size` (columns, rows), each pixel the mean of its place: halved first as often as it can
    be, which is done in a tenth of the time."""
    while all(now > then and now + 1 >= 2 * then for now, then in zip(picture.shape[1::-1], size, strict=True)):
        picture = np.asarray(cv2.resize(picture, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.uint8)
    if picture.shape[1::-1] == size:
        return picture
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)


def scaled(picture: Picture, scale: float) -> Picture:
    """The same by a factor; one above 1 enlarges it."""
    rows, columns = picture.shape[:2]
    return smaller(picture, (max(1, round(columns * scale)), max(1, round(rows * scale))))


def sharpened(picture: Picture, softness: float = 1.0) -> Picture:
    """The picture with what a scanner blurred by so many pixels made clearer."""
    soft = cv2.GaussianBlur(picture, (0, 0), softness)
    return np.asarray(cv2.addWeighted(picture, 2.0, soft, -1.0, 0), np.uint8)


def boxes_of(places: Picture) -> Boxes:
    """The boxes of what is connected, corners included: found by outlines, in a fifth of the time of labels.

    `places`: rows × columns, 0 where nothing is.
    """
    outlines, nesting = cv2.findContours(places, cv2.RETR_CCOMP, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return NO_BOXES
    outer = (line for line, (*_, parent) in zip(outlines, nesting[0], strict=True) if parent < 0)
    return np.array([cv2.boundingRect(line) for line in outer], np.int32)


def median(levels: Picture) -> float:
    """The median of grey levels; counting them takes a twentieth of the time of sorting them."""
    return _median(_LEVELS, _counts(levels))


def median_and_deviation(levels: Picture) -> tuple[float, float]:
    """The median of grey levels, and the median of how far they are from it."""
    counts = _counts(levels)
    usual = _median(_LEVELS, counts)
    apart = np.abs(_LEVELS - usual)
    order = np.argsort(apart, kind="stable")
    return usual, _median(apart[order], counts[order])


def _counts(levels: Picture) -> npt.NDArray[np.int64]:
    """How often each grey level occurs."""
    return np.asarray(cv2.calcHist([np.ascontiguousarray(levels)], [0], None, [256], [0, 256]), np.int64).ravel()


def _median(values: npt.NDArray[np.float64], counts: npt.NDArray[np.int64]) -> float:
    """The median of values from the smallest on, each of which occurs so often."""
    ends = np.cumsum(counts)
    middle = np.searchsorted(ends, ((ends[-1] - 1) // 2, ends[-1] // 2), side="right")
    return float(values[middle].mean())

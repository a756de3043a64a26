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
    """1 the left, 2 the right of two pages that lay side by side; 0 otherwise."""


@dataclass(frozen=True, eq=False)
class FiledPage:
    """The same page as it is filed: black ink to be taken from `grey`, everything else from `tones`."""

    grey: Picture
    """rows × columns, the paper as white as can be."""
    tones: Picture
    """Grey or colour, at half its size or so; white where it is surely paper, and as it was elsewhere."""
    before: Picture
    """The same place as it was scanned, of the size of `tones`."""
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
    return np.asarray(cv2.subtract(strongest(picture), weakest(picture)), np.uint8)

"""The shapes a page has between the stages of cleaning and reading."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

Picture = npt.NDArray[np.uint8]
"""rows × columns (grey) or rows × columns × 3 (red, green, blue); uint8, 0 black, 255 white."""


@dataclass(frozen=True, eq=False)
class DecodedPage:
    """The page as pixels, upright as its own header says, at no more than 300 dpi."""

    picture: Picture
    dpi: int


@dataclass(frozen=True, eq=False)
class CleanPage:
    """The page white, upright, straight and cropped."""

    picture: Picture
    grey: Picture
    """The same as grey, rows × columns."""
    dpi: int
    rotation: int
    """Degrees clockwise that were undone: 0, 90, 180, 270."""
    skew: float
    """Degrees clockwise that were undone beside `rotation`."""

"""The shapes a page has between the stages of cleaning and reading."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from scanning.pages import Word

Picture = npt.NDArray[np.uint8]
"""rows × columns (grey) or rows × columns × 3 (red, green, blue); uint8, 0 black, 255 white."""


@dataclass(frozen=True, eq=False)
class DecodedPage:
    """The page as pixels, upright as its own header says, at no more than 300 dpi."""

    picture: Picture
    dpi: int
    own: tuple[tuple[Word, ...], str] | None = None
    """The words and the text of a page that a program wrote; None where it is to be read."""


@dataclass(frozen=True, eq=False)
class CleanPage:
    """The page white, upright, straight and cropped."""

    grey: Picture
    """rows × columns."""
    colour: Picture | None
    """The same at half its size or so, rows × columns × 3; None where the page has no colours worth keeping."""
    dpi: int
    """Of `grey`."""
    rotation: int
    """Degrees clockwise that were undone: 0, 90, 180, 270."""
    skew: float
    """Degrees clockwise that were undone beside `rotation`."""
    cropped: bool
    """Something around the sheet was cut off."""
    as_scanned: bool = False
    """The paper's own colour and shades were kept."""
    side: int = 0
    """1 the left, 2 the right of two pages that lay side by side; 0 otherwise."""

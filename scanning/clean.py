"""From the decoded picture to the clean page: surroundings cut off, paper white, text upright and straight."""

from __future__ import annotations

import cv2
import numpy as np

from scanning.picture import CleanPage, DecodedPage, Picture
from scanning.straighten import Letters, Lie, find_letters, possible_lies
from scanning.whiten import Mask, surroundings, whitened

FAINT = 215
"""Grey below which even pencil and carbon copies count as ink on white paper."""
LEAST_SKEW = 0.1
"""A smaller turn costs more sharpness than it wins."""


class WhitePage:
    """The page made white, not yet turned; from it every possible lie can be made."""

    def __init__(self, page: DecodedPage) -> None:
        grey = as_grey(page.picture)
        self.outside: Mask | None = surroundings(grey, page.dpi)
        self.picture = whitened(page.picture, self.outside, page.dpi)
        self.grey = as_grey(self.picture)
        self.dpi = page.dpi

    def letters(self) -> Letters:
        """The letters for judging how the page lies and whether it is empty; of a faint page, the faint ones."""
        letters = find_letters(self.grey, self.dpi)
        if len(letters.boxes) >= 12:
            return letters
        return find_letters(self.grey, self.dpi, darker_than=FAINT)

    def lies(self) -> list[Lie]:
        """How it may lie, the most likely first; as it is where there is too little text to tell."""
        return possible_lies(self.letters()) or [Lie(0, 0.0, 0.0)]

    def turned(self, lie: Lie) -> CleanPage:
        """The page after undoing `lie`, cropped to the sheet."""
        skew = lie.skew if abs(lie.skew) >= LEAST_SKEW else 0.0
        picture = straight(np.rot90(self.picture, lie.rotation // 90), skew, 255)
        outside = np.zeros(self.grey.shape, np.uint8) if self.outside is None else self.outside
        beyond = straight(np.rot90(outside, lie.rotation // 90), skew, 255)
        picture = picture[sheet(beyond, as_grey(picture))]
        return CleanPage(picture, as_grey(picture), self.dpi, lie.rotation, skew)


def as_grey(picture: Picture) -> Picture:
    """rows × columns of brightness."""
    return picture if picture.ndim == 2 else np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)


def straight(picture: Picture, skew: float, around: int) -> Picture:
    """The picture turned back by `skew` degrees clockwise, on a canvas that loses no corner."""
    picture = np.ascontiguousarray(picture)
    if not skew:
        return picture
    rows, columns = picture.shape[:2]
    sine, cosine = abs(np.sin(np.radians(skew))), np.cos(np.radians(skew))
    width, height = round(columns * cosine + rows * sine), round(rows * cosine + columns * sine)
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), skew, 1.0)
    turn[:, 2] += (width - columns) / 2, (height - rows) / 2
    paint = (around,) * 3
    return np.asarray(
        cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=paint), np.uint8
    )


def sheet(beyond: Mask, grey: Picture) -> tuple[slice, slice]:
    """Rows and columns of the sheet: where most is not `beyond` it, widened so that no ink is cut off."""
    step = max(1, min(grey.shape) // 400)
    inside = beyond[::step, ::step] < 128
    ink = cv2.erode(cv2.blur(grey, (step, step)), np.ones((step, step), np.uint8))[::step, ::step] < 128
    bounds = []
    for axis in (1, 0):
        coverage = inside.mean(axis=axis)
        wanted = (coverage >= 0.5 * coverage.max()) | (ink.sum(axis=axis) >= 2)
        places = np.flatnonzero(wanted)
        bounds.append(slice(int(places[0]) * step, min((int(places[-1]) + 1) * step, grey.shape[1 - axis])))
    return bounds[0], bounds[1]


def ink_share(grey: Picture) -> float:
    """Which part of the page is ink, from 0 to 1; the outermost 4 % (punch marks, shadows of edges) left out."""
    rows, columns = grey.shape
    middle = grey[rows // 25 : rows - rows // 25, columns // 25 : columns - columns // 25]
    return float((cv2.medianBlur(middle, 5) < FAINT).mean())

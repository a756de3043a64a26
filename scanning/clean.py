"""From the decoded picture to the clean page: surroundings cut off, paper white, text upright and straight.

Everything is done in grey; the colours of a page that has any (stamps, pens, photographs) go beside it at half the
resolution, which costs a quarter.
"""

from __future__ import annotations

import cv2
import numpy as np

from scanning.holes import covered, find_holes
from scanning.pages import LEFT_TO_THE_PROGRAM, Treatment
from scanning.picture import CleanPage, DecodedPage, Picture
from scanning.reading_picture import without_stamps
from scanning.straighten import Letters, Lie, find_letters, possible_lies
from scanning.whiten import Mask, coloured, surroundings, whitened

FAINT = 215
"""Grey below which even pencil and carbon copies count as ink on white paper."""
LEAST_SKEW = 0.1
"""A smaller turn costs more sharpness than it wins."""
COLOUR_DPI = 150
"""Finer pages keep their colours at half their resolution."""
COARSE_DPI = 75
"""Enough to find the sheet's edges."""


class WhitePage:
    """The page made white, not yet turned; from it every possible lie can be made."""

    def __init__(self, page: DecodedPage, treatment: Treatment = LEFT_TO_THE_PROGRAM) -> None:
        self.dpi = page.dpi
        self._whiten = treatment.whiten is not False
        self._outside = surroundings(page.picture, page.dpi) if treatment.crop else None
        coarse = self._coarse(page.picture) if page.picture.ndim == 3 else None
        has_colours = coarse is not None and coloured(coarse)
        grey = as_grey(page.picture) if coarse is None else without_stamps(page.picture, coarse)
        self.grey = self._white(grey, page.dpi)
        self._holes = find_holes(self.grey, page.dpi) if treatment.crop else []
        covered(self.grey, self._holes)
        self._letters = self._find_letters()
        self.ink = ink_share(self.grey)
        self._colour = self._colours(page.picture) if has_colours or self._as_scanned(page) else None

    def letters(self) -> Letters:
        """The letters for judging how the page lies and whether it is empty; of a faint page, the faint ones."""
        return self._letters

    def lies(self) -> list[Lie]:
        """How it may lie, the most likely first; as it is where there is too little text to tell."""
        return possible_lies(self._letters) or [Lie(0, 0.0, 0.0)]

    def turned(self, lie: Lie) -> CleanPage:
        """The page after undoing `lie`, cropped to the sheet."""
        skew = lie.skew if abs(lie.skew) >= LEAST_SKEW else 0.0
        grey = straight(_quarter_turned(self.grey, lie.rotation), skew, 255)
        colour = None if self._colour is None else straight(_quarter_turned(self._colour, lie.rotation), skew, 255)
        cropped = self._outside is not None
        if cropped or skew:
            grey, colour = self._cropped(grey, colour, lie.rotation, skew)
        return CleanPage(grey, colour, self.dpi, lie.rotation, skew, cropped, as_scanned=not self._whiten)

    def _find_letters(self) -> Letters:
        letters = find_letters(self.grey, self.dpi)
        return letters if len(letters.boxes) >= 12 else find_letters(self.grey, self.dpi, darker_than=FAINT)

    def _white(self, picture: Picture, dpi: int) -> Picture:
        outside = self._outside
        if outside is not None:
            outside = np.asarray(cv2.resize(outside, picture.shape[1::-1], interpolation=cv2.INTER_NEAREST), np.uint8)
            picture = picture.copy()
            picture[outside > 0] = 255
        return whitened(picture, outside, dpi) if self._whiten else picture.copy()

    def _as_scanned(self, page: DecodedPage) -> bool:
        return not self._whiten and page.picture.ndim == 3

    def _coarse(self, picture: Picture) -> Picture:
        """The white page at COARSE_DPI, where colours are judged at little cost: most pages have none."""
        coarse = max(1, round(self.dpi / COARSE_DPI))
        small = cv2.resize(picture, None, fx=1 / coarse, fy=1 / coarse, interpolation=cv2.INTER_AREA)
        return self._white(np.asarray(small, np.uint8), round(self.dpi / coarse))

    def _colours(self, picture: Picture) -> Picture:
        scale = colour_scale(self.dpi)
        small = np.asarray(cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)
        small = self._white(small, round(self.dpi * scale))
        covered(small, self._holes)
        return small

    def _cropped(
        self, grey: Picture, colour: Picture | None, rotation: int, skew: float
    ) -> tuple[Picture, Picture | None]:
        coarse = max(1, round(self.dpi / COARSE_DPI))
        size = (self.grey.shape[1] // coarse, self.grey.shape[0] // coarse)
        outside = np.zeros((1, 1), np.uint8) if self._outside is None else self._outside
        beyond = np.asarray(cv2.resize(outside, size, interpolation=cv2.INTER_NEAREST), np.uint8)
        beyond = straight(_quarter_turned(beyond, rotation), skew, 255)
        small = np.asarray(cv2.resize(grey, beyond.shape[1::-1], interpolation=cv2.INTER_AREA), np.uint8)
        rows, columns = (slice(part.start * coarse, part.stop * coarse) for part in sheet(beyond, small))
        if colour is not None:
            part = colour_scale(self.dpi)
            colour = colour[_scaled(rows, part), _scaled(columns, part)]
        return np.ascontiguousarray(grey[rows, columns]), colour


def drawn(page: DecodedPage) -> CleanPage:
    """A page that a program drew: white, upright and straight as it is."""
    scale = colour_scale(page.dpi)
    small = cv2.resize(page.picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    colour = np.asarray(small, np.uint8) if page.picture.ndim == 3 else None
    keep = colour is not None and coloured(np.asarray(cv2.resize(colour, None, fx=0.5, fy=0.5), np.uint8))
    return CleanPage(as_grey(page.picture), colour if keep else None, page.dpi, 0, 0.0, cropped=False)


def colour_scale(dpi: int) -> float:
    """The size of a page's colours beside its grey."""
    return 0.5 if dpi >= 2 * COLOUR_DPI * 0.8 else 1.0


def as_grey(picture: Picture) -> Picture:
    """rows × columns of brightness."""
    return picture if picture.ndim == 2 else np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)


def straight(picture: Picture, skew: float, around: int) -> Picture:
    """The picture turned back by `skew` degrees clockwise, on a canvas that loses no corner."""
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
    """Rows and columns of the sheet: where most is not `beyond` it, widened so that no ink is cut off.

    Both at COARSE_DPI or so.
    """
    inside = beyond < 128
    ink = cv2.erode(grey, np.ones((2, 2), np.uint8)) < 128
    bounds = []
    for axis in (1, 0):
        coverage = inside.mean(axis=axis)
        wanted = (coverage >= 0.5 * coverage.max()) | (ink.sum(axis=axis) >= 2)
        places = np.flatnonzero(wanted)
        bounds.append(slice(int(places[0]), int(places[-1]) + 1))
    return bounds[0], bounds[1]


def ink_share(grey: Picture) -> float:
    """Which part of the page is ink, from 0 to 1; the outermost 4 % (punch marks, shadows of edges) left out."""
    rows, columns = grey.shape
    middle = grey[rows // 25 : rows - rows // 25, columns // 25 : columns - columns // 25]
    small = cv2.resize(middle, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    return float((cv2.medianBlur(small, 3) < FAINT).mean())


def _quarter_turned(picture: Picture, rotation: int) -> Picture:
    """The picture after undoing a clockwise rotation of 0, 90, 180 or 270 degrees."""
    undone = {90: cv2.ROTATE_90_COUNTERCLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_CLOCKWISE}
    return np.asarray(cv2.rotate(picture, undone[rotation]), np.uint8) if rotation else picture


def _scaled(part: slice, scale: float) -> slice:
    return slice(round(part.start * scale), round(part.stop * scale))

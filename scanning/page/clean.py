"""From the decoded picture to the clean page: surroundings cut off, paper white, text upright and straight.

Two pictures are made of it. One is read: grey, as white as can be (`CleanPage`). One is filed: its paper white where it
is surely paper, everything else as it was, at a lower resolution, for what is black and sharp is filed apart
(`FiledPage`, see `layers`).
"""

from __future__ import annotations

from functools import cached_property

import cv2
import numpy as np

from counter_app.dossier.pages import LEFT_TO_THE_PROGRAM, Treatment
from scanning.page.holes import covered, find_holes
from scanning.page.lid import surroundings
from scanning.page.marks import Marks, find_marks
from scanning.page.paper import find_paper
from scanning.page.self_check import CHECK_DPI
from scanning.page.straighten import Letters, Orientation, find_letters, possible_orientations
from scanning.page.whiten import whitened
from scanning.picture import CleanPage, DecodedPage, FiledPage, Flags, Mask, Picture, scaled, smaller
from scanning.reading.reading_picture import without_stamps

FAINT = 215
"""Grey below which even pencil and carbon copies count as ink on white paper."""
LEAST_SKEW = 0.1
"""A smaller turn costs more sharpness than it wins."""
WHOLE_DPI = 200
"""Of pages that are filed as they were."""
TONE_DPI = 150
"""Finer pages keep their colours and shades at half their resolution."""
WHITE = (255.0, 255.0, 255.0)
COARSE_DPI = 75
"""Enough to find the sheet's edges."""
SOFT = 0.45
"""Pixels by which a picture is softened before it is reduced by a third, lest its hairlines fall between the pixels."""


class WhitePage:
    """The page made white, not yet turned; from it every possible orientation can be made."""

    def __init__(self, page: DecodedPage, treatment: Treatment = LEFT_TO_THE_PROGRAM) -> None:
        self.dpi = page.dpi
        self._small = scaled(page.picture, tone_scale(page.dpi))
        self._outside = surroundings(self._small, self._small_dpi) if treatment.crop else None
        grey = as_grey(page.picture) if page.picture.ndim == 2 else without_stamps(page.picture, self._coarse())
        self.grey = self._white(grey, page.dpi)
        holes = self._holes = find_holes(self.grey, page.dpi) if treatment.crop else []
        self.grey = covered(self.grey, holes)
        self._letters = self._find_letters()
        self._paper = None if treatment.whiten is False else find_paper(self._small, self._small_dpi, self._outside)
        self._small = covered(self._without_outside(self._small, self._paper_colour()), holes)
        self.tones = self._small if self._paper is None else self._without_outside(self._paper.evened(self._small))
        self.tones = covered(self.tones, holes)
        self._turned_tones: tuple[CleanPage, Picture] | None = None

    @cached_property
    def marks(self) -> Marks:
        """Looked for only when they are wanted: by then the decoded picture takes up no memory any more."""
        return find_marks(self.tones, self.grey, self.dpi)

    def letters(self) -> Letters:
        """The letters for judging how the page lies and whether it is empty; of a faint page, the faint ones."""
        return self._letters

    def orientations(self) -> list[Orientation]:
        """How it may lie, the most likely first; as it is where there is too little text to tell."""
        return possible_orientations(self._letters) or [Orientation(0, 0.0, 0.0)]

    def turned(self, orientation: Orientation, grey: Picture | None = None) -> CleanPage:
        """The page (or `grey` in its place) after undoing `orientation`, cropped to the sheet, to be read."""
        skew = orientation.skew if abs(orientation.skew) >= LEAST_SKEW else 0.0
        grey = straight(quarter_turned(self.grey if grey is None else grey, orientation.rotation), skew)
        rows, columns = grey.shape
        part = (0, 0, columns, rows)
        cropped = self._outside is not None
        if cropped or skew:
            part = self._sheet(grey, orientation.rotation, skew)
        left, top, width, height = part
        grey = np.ascontiguousarray(grey[top : top + height, left : left + width])
        return CleanPage(grey, self.dpi, orientation.rotation, skew, cropped, part)

    def tones_of(self, clean: CleanPage) -> Picture:
        """The same page with its colours and shades, at half its size or so; made once for a page."""
        if self._turned_tones is None or self._turned_tones[0] is not clean:
            self._turned_tones = clean, self._like(clean, self.tones)
        return self._turned_tones[1]

    def filed(self, clean: CleanPage) -> FiledPage:
        """The same page to be filed."""
        tones, before = self.tones_of(clean), self._to_compare(clean)
        nothing = np.zeros(self.marks.places.shape, np.uint8)
        beyond = self._outside_of(nothing)
        flags = [np.asarray(there.view(np.uint8) * np.uint8(255)) for there in (self.marks.places, self.marks.coloured)]
        masks = np.asarray(cv2.merge([*flags, nothing if beyond is None else beyond]), np.uint8)
        places, colours, around = cv2.split(self._like(clean, masks, (0, 0, 255)))
        sheet = self._away_from(np.asarray(around, np.uint8))
        return FiledPage(clean.grey, tones, before, places > 0, colours > 0, sheet, clean.dpi)

    def _to_compare(self, clean: CleanPage) -> Picture:
        """As it was scanned, at CHECK_DPI or finer: where it is to lose a third, that is done while it is turned."""
        scale = CHECK_DPI / self._small_dpi
        if not 0.5 < scale < 1:
            return self._like(clean, self._small, self._paper_colour())
        soft = np.asarray(cv2.GaussianBlur(self._small, (3, 3), SOFT), np.uint8)
        return self._like(clean, soft, self._paper_colour(), scale)

    def as_it_was(self, clean: CleanPage, picture: Picture) -> Picture:
        """The same page with its paper's own shades and colours, fine enough for small print.

        `picture`: as decoded; it is too large to be kept for the few pages that want it.
        """
        picture = scaled(picture, min(1.0, WHOLE_DPI / self.dpi))
        colour = self._paper_colour()
        return self._like(clean, covered(self._without_outside(picture, colour), self._holes), colour)

    @property
    def has_paper(self) -> bool:
        """Whether it is known what of the picture is paper."""
        return self._paper is not None

    @property
    def before(self) -> Picture:
        """The page as it was scanned, of the size of `tones`."""
        return self._small

    def sheet(self) -> Flags:
        """Where the sheet surely is, neither the lid nor its own rim, at 75 dpi."""
        return self._away_from(self._outside_of(np.zeros(self.marks.places.shape, np.uint8)))

    def _away_from(self, beyond: Mask | None) -> Flags:
        if beyond is None:
            return np.ones(self.marks.places.shape, np.bool_)
        edged = cv2.copyMakeBorder(beyond, 1, 1, 1, 1, cv2.BORDER_CONSTANT, value=(255,))
        near = np.asarray(cv2.dilate(edged, np.ones((13, 13), np.uint8)), np.uint8)
        return np.asarray(near[1:-1, 1:-1] == 0)

    def _paper_colour(self) -> tuple[float, ...]:
        sample = self._small[::8, ::8].reshape(-1, 1 if self._small.ndim == 2 else self._small.shape[2])
        return tuple(float(value) for value in np.percentile(sample, 75, axis=0))

    @property
    def _small_dpi(self) -> int:
        return round(self.dpi * tone_scale(self.dpi))

    def _find_letters(self) -> Letters:
        letters = find_letters(self.grey, self.dpi)
        return letters if len(letters.boxes) >= 12 else find_letters(self.grey, self.dpi, darker_than=FAINT)

    def _coarse(self) -> Picture:
        """At COARSE_DPI, which is enough to see colours."""
        small = scaled(self._small, min(1.0, COARSE_DPI / self._small_dpi))
        return self._white(small, COARSE_DPI)

    def _white(self, picture: Picture, dpi: int) -> Picture:
        return whitened(self._without_outside(picture), self._outside_of(picture), dpi)

    def _without_outside(self, picture: Picture, colour: tuple[float, ...] = (255.0,)) -> Picture:
        outside = self._outside_of(picture)
        if outside is None:
            return picture
        picture = picture.copy()
        picture[outside > 0] = colour if picture.ndim == 3 else colour[0]
        return picture

    def _outside_of(self, picture: Picture) -> Mask | None:
        if self._outside is None:
            return None
        return np.asarray(cv2.resize(self._outside, picture.shape[1::-1], interpolation=cv2.INTER_NEAREST), np.uint8)

    def _sheet(self, grey: Picture, rotation: int, skew: float) -> tuple[int, int, int, int]:
        """Where the sheet lies in the turned picture: x, y, width, height."""
        coarse = max(1, round(self.dpi / COARSE_DPI))
        size = (self.grey.shape[1] // coarse, self.grey.shape[0] // coarse)
        outside = np.zeros((1, 1), np.uint8) if self._outside is None else self._outside
        beyond = np.asarray(cv2.resize(outside, size, interpolation=cv2.INTER_NEAREST), np.uint8)
        beyond = straight(quarter_turned(beyond, rotation), skew)
        small = smaller(grey, (beyond.shape[1], beyond.shape[0]))
        rows, columns = sheet(beyond, small)
        left, top = columns.start * coarse, rows.start * coarse
        right, bottom = min(columns.stop * coarse, grey.shape[1]), min(rows.stop * coarse, grey.shape[0])
        return left, top, right - left, bottom - top

    def _like(
        self, clean: CleanPage, picture: Picture, around: tuple[float, ...] = WHITE, scale: float = 1.0
    ) -> Picture:
        """A smaller picture of the page, turned and cut as `clean` was, and reduced by `scale`."""
        turned = straight(quarter_turned(picture, clean.rotation), clean.skew, around, scale)
        scale *= picture.shape[1] / self.grey.shape[1]
        left, top, width, height = (round(side * scale) for side in clean.part)
        return np.ascontiguousarray(turned[top : top + max(1, height), left : left + max(1, width)])


def drawn(page: DecodedPage) -> tuple[CleanPage, FiledPage]:
    """A page that a program drew: white, upright and straight as it is."""
    grey = as_grey(page.picture)
    rows, columns = grey.shape
    clean = CleanPage(grey, page.dpi, 0, 0.0, False, (0, 0, columns, rows))
    small = scaled(page.picture, tone_scale(page.dpi))
    marks = find_marks(small, grey, page.dpi)
    return clean, FiledPage(grey, small, small, marks.places, marks.coloured, np.ones_like(marks.places), page.dpi)


def tone_scale(dpi: int) -> float:
    """The size of a page's tones beside its grey."""
    return 0.5 if dpi >= 2 * TONE_DPI * 0.8 else 1.0


def as_grey(picture: Picture) -> Picture:
    """rows × columns of brightness."""
    return picture if picture.ndim == 2 else np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)


def straight(picture: Picture, skew: float, around: tuple[float, ...] = WHITE, scale: float = 1.0) -> Picture:
    """The picture turned back by `skew` degrees clockwise, on a canvas of the colour `around` that loses no corner; and
    reduced by `scale`."""
    if not skew and scale == 1:
        return picture
    rows, columns = picture.shape[:2]
    sine, cosine = scale * abs(np.sin(np.radians(skew))), scale * np.cos(np.radians(skew))
    width, height = round(columns * cosine + rows * sine), round(rows * cosine + columns * sine)
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), skew, scale)
    turn[:, 2] += (width - columns + scale - 1) / 2, (height - rows + scale - 1) / 2  # pixels are where their middle is
    if picture.ndim == 3:  # of four channels it is done in a third of the time
        picture, around = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2RGBA), np.uint8), (*around[:3], 0)
    turned = cv2.warpAffine(picture, turn, (width, height), flags=cv2.INTER_LINEAR, borderValue=around)
    return np.asarray(cv2.cvtColor(turned, cv2.COLOR_RGBA2RGB) if picture.ndim == 3 else turned, np.uint8)


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


def quarter_turned(picture: Picture, rotation: int) -> Picture:
    """The picture after undoing a clockwise rotation of 0, 90, 180 or 270 degrees."""
    undone = {90: cv2.ROTATE_90_COUNTERCLOCKWISE, 180: cv2.ROTATE_180, 270: cv2.ROTATE_90_CLOCKWISE}
    return np.asarray(cv2.rotate(picture, undone[rotation]), np.uint8) if rotation else picture

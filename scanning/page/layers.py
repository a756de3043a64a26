"""The clean page taken apart: sharp black ink at one bit a pixel, and what has colours or shades as small pictures.

Mixed raster content: the eye wants sharp letters and soft colours; each is kept as what it needs.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import cv2
import numpy as np
from PIL import Image

from counter_app.dossier.pages import ALL_SHADES, NO_SHADES, SOME_SHADES, Box
from scanning.page.ink import ink
from scanning.page.marks import MARGIN, MARK_DPI, TINT
from scanning.picture import FiledPage, Flags, Picture, boxes_of, smaller, spread, strongest, weakest

JPEG_QUALITY = 70
"""Of marks: at 55 strokes that differ from their paper by a few grey levels are gone."""
SHADED = 200
"""Grey below which areas of 3 mm and more are a photograph: no stroke of a letter is so broad."""
PHOTOGRAPH = 12
"""Millimetres of the smallest photograph's shorter side."""
WHOLE_PAGE = 0.6
"""From this share of the page on, one picture of it all is simpler than several."""
MOST_PATCHES = 40
BLACK = 110
"""Strongest colour of black print among colours, at the resolution of the tones."""
NOT_BLACK = 42
"""Difference of the strongest and the weakest colour from which on a dark stroke is coloured, not black."""
SURELY_BLACK = 60
"""The same where a colour beside it, of a seal across the letter, does not matter."""
GREY = 5
"""A patch whose colours differ by no more, but for FEW of its pixels, is grey."""
FEW = 0.001


@dataclass(frozen=True, eq=False)
class Patch:
    """A part of the page with colours or shades."""

    box: Box
    """Where it lies, in pixels of the page."""
    jpeg: bytes
    channels: int
    """3 red, green, blue; 1 grey."""
    size: tuple[int, int]
    """Columns and rows of the JPEG itself."""


@dataclass(frozen=True, eq=False)
class Layers:
    """The page as black ink over patches over white paper."""

    size: tuple[int, int]
    """Columns and rows of the page."""
    ink: Flags
    """Of the page's size, or twice as fine."""
    patches: tuple[Patch, ...]
    shades: str
    """NO_SHADES, SOME_SHADES or ALL_SHADES."""


def layers(page: FiledPage) -> Layers:
    """What the page is made of."""
    black = ink(page.grey, page.dpi)
    photographs = _photographs(page)
    kept, coloured = _with_margin(page.marks) | photographs, _with_margin(page.coloured)
    patches = []
    for box in _boxes(kept):
        part = _scaled(box, page.tones.shape[1] / kept.shape[1], page.tones.shape)
        patches.append(_patch(page, black, (kept, photographs, coloured), part))
    return Layers(_size(page), black, tuple(patches), SOME_SHADES if patches else NO_SHADES)


def whole_page(picture: Picture, size: tuple[int, int]) -> Layers:
    """The page as it was scanned, in one picture; `size` (columns, rows) in pixels of the page."""
    patch = _encoded(picture, (0, 0, *size))
    return Layers(size, np.zeros((1, 1), np.bool_), (patch,), ALL_SHADES)


def _size(page: FiledPage) -> tuple[int, int]:
    rows, columns = page.grey.shape
    return columns, rows


def _with_margin(marks: Flags) -> Flags:
    """The marks with what is near them; what lies nearer to each other than twice that becomes one."""
    around = 2 * round(MARGIN / 25.4 * MARK_DPI) + 1
    kernel = np.ones((around, around), np.uint8)
    return np.asarray(cv2.dilate(marks.astype(np.uint8), kernel)) > 0


def _photographs(page: FiledPage) -> Flags:
    """Where photographs and broad dark areas lie: nothing in them is black ink on paper."""
    small = smaller(page.tones, (page.marks.shape[1], page.marks.shape[0]))
    dark = (np.asarray(weakest(small)) < SHADED).astype(np.uint8)
    broad = cv2.erode(dark, np.ones((9, 9), np.uint8))
    if not broad.any():
        return np.zeros(dark.shape, np.bool_)
    areas = np.asarray(cv2.dilate(broad, np.ones((13, 13), np.uint8)), np.uint8)
    _, _, facts, _ = cv2.connectedComponentsWithStats(areas, connectivity=8)
    for left, top, width, height, area in facts[1:]:  # faces and white shirts belong to their photograph
        if min(width, height) >= PHOTOGRAPH / 25.4 * MARK_DPI and area > 0.4 * width * height:
            areas[top : top + height, left : left + width] = 1
    return areas > 0


def _boxes(areas: Flags) -> list[Box]:
    """Rectangles around the areas, none over another."""
    places = areas.astype(np.uint8)
    boxes = _around_each(places)
    while len(boxes) > MOST_PATCHES:
        places = np.asarray(cv2.dilate(places, np.ones((15, 15), np.uint8)), np.uint8)
        boxes = _around_each(places)
    boxes = _apart(boxes)
    if sum(width * height for _, _, width, height in boxes) > WHOLE_PAGE * areas.size:
        return [(0, 0, areas.shape[1], areas.shape[0])]
    return boxes


def _around_each(places: Picture) -> list[Box]:
    return [(x, y, width, height) for x, y, width, height in boxes_of(places).tolist()]


def _apart(boxes: list[Box]) -> list[Box]:
    """Boxes that touch become one, until none does."""
    apart: list[Box] = []
    for box in boxes:
        while touching := next((other for other in apart if _touch(box, other)), None):
            apart.remove(touching)
            left, top = min(box[0], touching[0]), min(box[1], touching[1])
            right = max(box[0] + box[2], touching[0] + touching[2])
            bottom = max(box[1] + box[3], touching[1] + touching[3])
            box = (left, top, right - left, bottom - top)
        apart.append(box)
    return sorted(apart, key=lambda box: (box[1], box[0]))


def _touch(box: Box, other: Box) -> bool:
    beside = box[0] <= other[0] + other[2] and other[0] <= box[0] + box[2]
    return beside and box[1] <= other[1] + other[3] and other[1] <= box[1] + box[3]


def _scaled(box: Box, scale: float, shape: tuple[int, ...]) -> Box:
    left, top = int(box[0] * scale), int(box[1] * scale)
    right = min(shape[1], round((box[0] + box[2]) * scale))
    bottom = min(shape[0], round((box[1] + box[3]) * scale))
    return left, top, max(1, right - left), max(1, bottom - top)


def _patch(page: FiledPage, black: Flags, areas: tuple[Flags, Flags, Flags], part: Box) -> Patch:
    """The part of the tones; its black letters stay in `black`, its colours and photographs leave it.

    `areas`: what is kept in patches at all, photographs, and what is coloured, each with its margin.
    """
    kept, photographs, coloured = areas
    left, top, width, height = part
    picture = page.tones[top : top + height, left : left + width].copy()
    tones = page.tones.shape[1::-1]
    here = _part_of(kept, tones, part)
    fine = black.shape[1] / tones[0]
    x, y, right, bottom = (round(side * fine) for side in (left, top, left + width, top + height))
    ink_here = black[y:bottom, x:right]
    not_ink = _part_of(photographs, tones, part)
    if picture.ndim == 3:
        not_ink |= _part_of(coloured, tones, part) & ~_near_black(picture)
    ink_here &= cv2.resize(not_ink, ink_here.shape[::-1], interpolation=cv2.INTER_NEAREST) == 0
    coarse = cv2.resize(ink_here.astype(np.uint8) * 255, (width, height), interpolation=cv2.INTER_AREA)
    letters = np.asarray(cv2.dilate(coarse, np.ones((3, 3), np.uint8))) > 0
    picture[letters] = cv2.dilate(picture, np.ones((9, 9), np.uint8))[letters]  # the paper beside them
    picture[here == 0] = 255
    scale = page.grey.shape[1] / tones[0]
    place = (round(left * scale), round(top * scale), round(width * scale), round(height * scale))
    return _encoded(picture, place)


def _near_black(picture: Picture) -> Picture:
    """1 where something without colour is dark, or beside it: black print under a stamp, but no coloured pen."""
    darkest = np.asarray(strongest(picture))
    black = (darkest < BLACK) & (spread(picture) < NOT_BLACK)
    # the colour of a dark blue pen is weak in single pixels, for cameras and JPEG smooth colours: it counts around them
    soft = np.asarray(cv2.GaussianBlur(picture, (0, 0), 1.2), np.uint8)
    tinted = np.asarray(spread(soft) > TINT * (255 - np.asarray(weakest(soft))))
    black &= (darkest < SURELY_BLACK) | ~tinted
    return np.asarray(cv2.dilate(black.view(np.uint8), np.ones((3, 3), np.uint8)), np.uint8)


def _part_of(flags: Flags, size: tuple[int, int], part: Box) -> Picture:
    """The part of the flags as if they were enlarged to `size` (columns, rows)."""
    left, top, width, height = part
    rows = np.arange(top, top + height) * flags.shape[0] // size[1]
    columns = np.arange(left, left + width) * flags.shape[1] // size[0]
    return np.asarray(flags[rows[:, np.newaxis], columns], np.uint8)


def _has_colours(picture: Picture) -> bool:
    colours = spread(np.asarray(cv2.blur(picture, (7, 7)), np.uint8))
    return float((colours > GREY).mean()) > FEW


def _encoded(picture: Picture, place: Box) -> Patch:
    if picture.ndim == 3 and not _has_colours(picture):
        picture = np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
    memory = io.BytesIO()
    Image.fromarray(picture).save(memory, "JPEG", quality=JPEG_QUALITY, optimize=True, subsampling=0)
    return Patch(place, memory.getvalue(), 3 if picture.ndim == 3 else 1, (picture.shape[1], picture.shape[0]))

"""The clean page taken apart: sharp black ink at one bit a pixel, and what has colours or shades as small pictures.

Mixed raster content: the eye wants sharp letters and soft colours; each is kept as what it needs.
"""

from __future__ import annotations

import io
from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from scanning.clean import colour_scale
from scanning.pages import Box
from scanning.picture import CleanPage, Picture
from scanning.whiten import COLOURED, spread

INK = 165
"""Grey below which a pixel is ink."""
JPEG_QUALITY = 55
COARSE_DPI = 75
"""Where colours and shades lie is found at this resolution."""
COLOUR_MARGIN = 5
"""Pixels at COARSE_DPI around colours that are kept with them; what is nearer than twice that becomes one picture."""
SHADED = 200
"""Grey below which areas of 1.7 mm and more are a photograph: no stroke of a letter is so broad."""
PHOTOGRAPH = 12
"""Millimetres of the smallest photograph's shorter side."""
WHOLE_PAGE = 0.6
"""From this share of the page on, one picture of it all is simpler than several."""
LEAST_AREA = 12
"""Coloured pixels at COARSE_DPI (1.4 mm²) below which an area is a speckle."""

Flags = npt.NDArray[np.bool_]
"""rows × columns."""


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

    ink: Flags
    patches: tuple[Patch, ...]


def layers(page: CleanPage) -> Layers:
    """What the page is made of."""
    source = page.colour if page.colour is not None else _half(page.grey, page.dpi)
    if page.as_scanned:
        rows, columns = page.grey.shape
        return Layers(np.zeros((rows, columns), np.bool_), (_encoded(source, (0, 0, columns, rows)),))
    ink = np.asarray(cv2.GaussianBlur(page.grey, (0, 0), 0.8) < INK)
    scale = source.shape[1] / page.grey.shape[1]
    colours, shades = _colours_and_shades(page)
    patches = []
    for box in _boxes(colours | shades):
        part = _scaled(box, source.shape[1] / colours.shape[1], source.shape)
        place = tuple(round(side / scale) for side in part)
        patches.append(_patch(source, ink, shades, (part[0], part[1], part[2], part[3]), place))
    return Layers(ink, tuple(patches))


def _half(grey: Picture, dpi: int) -> Picture:
    scale = colour_scale(dpi)
    return np.asarray(cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA), np.uint8)


def _colours_and_shades(page: CleanPage) -> tuple[Flags, Flags]:
    """Where colours lie and where photographs lie, at COARSE_DPI, with their margins."""
    scale = min(1.0, COARSE_DPI / page.dpi)
    small = cv2.resize(page.grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    dark = np.asarray(small < SHADED).astype(np.uint8)
    broad = cv2.erode(dark, np.ones((5, 5), np.uint8))
    photographs = np.asarray(cv2.dilate(broad, np.ones((9, 9), np.uint8)), np.uint8)
    _fill_photographs(photographs)
    if page.colour is None:
        return np.zeros(small.shape[:2], np.bool_), photographs > 0
    colour = cv2.resize(page.colour, small.shape[1::-1], interpolation=cv2.INTER_AREA)
    bright = (spread(np.asarray(colour, np.uint8)) > COLOURED).astype(np.uint8)
    areas = cv2.dilate(bright, np.ones((3, 3), np.uint8))
    _, labels, facts, _ = cv2.connectedComponentsWithStats(areas, connectivity=8)
    large = np.flatnonzero(facts[:, cv2.CC_STAT_AREA] >= LEAST_AREA)
    kept = np.isin(labels, large[large > 0]).astype(np.uint8)
    around = 2 * COLOUR_MARGIN + 1
    return cv2.dilate(kept, np.ones((around, around), np.uint8)) > 0, photographs > 0


def _fill_photographs(areas: Picture) -> None:
    """Faces and white shirts belong to their photograph: areas that fill most of a rectangle become that rectangle."""
    _, _, facts, _ = cv2.connectedComponentsWithStats(areas, connectivity=8)
    for left, top, width, height, area in facts[1:]:
        if min(width, height) >= PHOTOGRAPH / 25.4 * COARSE_DPI and area > 0.4 * width * height:
            areas[top : top + height, left : left + width] = 1


def _boxes(areas: Flags) -> list[Box]:
    """Rectangles around the areas, none over another."""
    count, _, facts, _ = cv2.connectedComponentsWithStats(areas.astype(np.uint8), connectivity=8)
    boxes: list[Box] = [(int(x), int(y), int(w), int(h)) for x, y, w, h, _ in facts[1:count]]
    merged = True
    while merged:
        merged = False
        for first in range(len(boxes)):
            for second in range(first + 1, len(boxes)):
                if _overlap(boxes[first], boxes[second]):
                    boxes[first] = _around(boxes[first], boxes.pop(second))
                    merged = True
                    break
            if merged:
                break
    if sum(width * height for _, _, width, height in boxes) > WHOLE_PAGE * areas.size:
        return [(0, 0, areas.shape[1], areas.shape[0])]
    return boxes


def _overlap(one: Box, other: Box) -> bool:
    return all(one[i] < other[i] + other[i + 2] and other[i] < one[i] + one[i + 2] for i in (0, 1))


def _around(one: Box, other: Box) -> Box:
    left, top = min(one[0], other[0]), min(one[1], other[1])
    right, bottom = max(one[0] + one[2], other[0] + other[2]), max(one[1] + one[3], other[1] + other[3])
    return left, top, right - left, bottom - top


def _scaled(box: Box, scale: float, shape: tuple[int, ...]) -> Box:
    left, top = int(box[0] * scale), int(box[1] * scale)
    right = min(shape[1], round((box[0] + box[2]) * scale))
    bottom = min(shape[0], round((box[1] + box[3]) * scale))
    return left, top, max(1, right - left), max(1, bottom - top)


def _patch(source: Picture, ink: Flags, shades: Flags, part: Box, place: Box) -> Patch:
    """The part of `source`; its black letters stay in `ink`, its colours and photographs leave it."""
    left, top, width, height = part
    picture = source[top : top + height, left : left + width].copy()
    rows = slice(place[1], min(place[1] + place[3], ink.shape[0]))
    columns = slice(place[0], min(place[0] + place[2], ink.shape[1]))
    belongs = cv2.resize(shades.astype(np.uint8), ink.shape[::-1], interpolation=cv2.INTER_NEAREST)[rows, columns]
    if picture.ndim == 3:
        bright = (spread(picture) > COLOURED * 0.7).astype(np.uint8)
        belongs = cv2.max(belongs, cv2.resize(bright, belongs.shape[::-1], interpolation=cv2.INTER_NEAREST))
    ink[rows, columns] &= belongs == 0
    black = cv2.resize(ink[rows, columns].astype(np.uint8), (width, height), interpolation=cv2.INTER_AREA)
    letters = np.asarray(cv2.dilate(black, np.ones((3, 3), np.uint8))) > 0
    picture[letters] = cv2.dilate(picture, np.ones((9, 9), np.uint8))[letters]  # the paper beside them
    return _encoded(picture, place)


def _encoded(picture: Picture, place: Box) -> Patch:
    memory = io.BytesIO()
    Image.fromarray(picture).save(memory, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return Patch(place, memory.getvalue(), 3 if picture.ndim == 3 else 1, (picture.shape[1], picture.shape[0]))

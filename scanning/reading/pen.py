"""What was written on a page by hand, told from print by its strokes: their directions, breadth and unsteady feet.

A page is taken apart into pieces, words or parts of words, by what lies close together; rules and dots to write on are
left out. How likely each is a pen's is said by a small network (resources/reading/pen.npz), trained by
counter_app/bench/training.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from statistics import median

import cv2
import numpy as np
import numpy.typing as npt

from counter_app.resources import resource
from scanning.picture import Boxes, Mask, Picture, boxes_of, spread, weakest
from scanning.reading.combs import Comb, find_combs, without
from scanning.reading.reading_picture import INK

DPI = 150
"""At which a page is looked at: a thin pen's stroke has two pixels there."""
RED = 45
"""How much stronger than the others red is in a stamp, which is neither pen nor print."""
TINTED = 40
"""Difference of the strongest and the weakest colour from which on ink is not black."""
NEAR, NEAR_ABOVE = 1.1, 0.25
"""Millimetres between two strokes of one piece, beside and above each other."""
LONGEST_STROKE = 14.0
"""Millimetres of a level or upright stroke that is a rule."""
THICKEST_RULE = 0.8
BESIDE_STROKE, CROSSING = 1.0, 0.3
"""Millimetres above and below a level stroke, and the share of it that has ink both there and there, if it crosses
something out."""
SHORTEST_ROW = 3.0
"""Millimetres of a row of dots."""
BETWEEN_DOTS = 5.0
"""Millimetres of a row of dots that what is written on them may hide."""
SMALLEST, LOWEST = 0.9, 0.7
"""Millimetres of a piece's longer and of its shorter side; specks and dots are none."""
LARGEST = 16.0
"""Millimetres of a piece's height; what is higher is a picture."""
TURNS = 18
"""Directions in which the edges of strokes are counted, from 0 to 180 degrees."""
UPRIGHT = 4
"""So many of them to either side of upright are strokes that stand."""
FEATURES = TURNS + 9
STRONG = 120
"""Of an edge that counts."""
Features = npt.NDArray[np.float32]
Sums = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Inked:
    """A page's ink at DPI."""

    grey: Picture
    """Of each pixel its weakest colour, so that blue ink is as dark as black; stamps are white."""
    colours: Picture
    """How far each pixel is from grey."""
    everything: Mask
    """255 where ink is."""
    ink: Mask
    """Likewise, without rules, combs and dots to write on."""
    combs: tuple[Comb, ...]
    ruled: Boxes
    """Rules, level and upright, and rows of dots to write on."""

    @cached_property
    def edges(self) -> tuple[Places, Features]:
        """Of each pixel the direction of its edge, one of TURNS, and how strong it is; 0 where it does not count."""
        soft = cv2.GaussianBlur(self.grey, (0, 0), 0.7)
        across, down = (np.asarray(cv2.Sobel(soft, cv2.CV_16S, *way), np.int16) for way in ((1, 0), (0, 1)))
        rows, columns = np.nonzero(np.abs(across) + np.abs(down) > STRONG)
        x, y = across[rows, columns].astype(np.float32), down[rows, columns].astype(np.float32)
        strength = np.hypot(x, y)
        turns, strong = np.zeros(self.grey.shape, np.int64), np.zeros(self.grey.shape, np.float32)
        turns[rows, columns] = np.round((np.arctan2(y, x) % np.pi) * (TURNS / np.pi)).astype(np.int64) % TURNS
        strong[rows, columns] = np.where(strength > STRONG, strength, 0)
        return turns, strong

    @cached_property
    def sums(self) -> tuple[Sums, ...]:
        """Summed up from the upper left corner: along the middles of strokes one, their breadth in millimetres and its
        square; ink; ink of a colour."""
        depth = cv2.distanceTransform(self.ink, cv2.DIST_L2, 3)
        middles = depth >= cv2.dilate(depth, np.ones((3, 3), np.uint8))
        breadth = np.asarray(50.8 / DPI * np.where(middles, depth, 0), np.float32)
        flags = (breadth > 0, self.ink > 0, (self.colours > TINTED) & (self.ink > 0))
        places, ink, tinted = (cv2.integral(there.view(np.uint8), sdepth=cv2.CV_32S) for there in flags)
        tables = (places, *cv2.integral2(breadth, sdepth=cv2.CV_64F), ink, tinted)
        return tuple(np.asarray(table, np.float64) for table in tables)

    @cached_property
    def strokes(self) -> Boxes:
        """What of the ink is connected."""
        return boxes_of(self.ink)


def likely_by_pen(seen: Features) -> Features:
    """How likely each piece was written by hand, 0 to 1."""
    (first, first_bias), (last, last_bias) = _layers()
    scores = np.maximum(seen @ first + first_bias, 0) @ last + last_bias
    return np.asarray(1 / (1 + np.exp(-scores[:, 0])), np.float32)


def lean_and_breadth(seen: Features, weights: npt.NDArray[np.int32]) -> tuple[float, float]:
    """How far the strokes of some pieces lean to the right (degrees), and how broad they are (millimetres)."""
    mean = np.average(seen, axis=0, weights=weights)
    near = mean[:TURNS].take(range(-UPRIGHT, UPRIGHT + 1), mode="wrap")
    turns = np.arange(-UPRIGHT, UPRIGHT + 1) * (180 / TURNS)
    return round(float((near * turns).sum() / max(1e-6, near.sum())), 1), round(float(mean[TURNS + 2] / 2), 2)


def inked(picture: Picture, dpi: int, dots: Boxes) -> Inked:
    """The picture at DPI, without rules and without the dots to write on; `dots` are in its own pixels."""
    rows, columns = picture.shape[:2]
    size = (max(1, round(columns * DPI / dpi)), max(1, round(rows * DPI / dpi)))
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8) if dpi != DPI else picture
    grey, colours = np.asarray(weakest(small), np.uint8), spread(small)
    if small.ndim == 3:
        red, green, blue = cv2.split(small)
        grey = np.asarray(
            cv2.add(grey, cv2.threshold(cv2.subtract(red, cv2.max(green, blue)), RED, 255, cv2.THRESH_BINARY)[1]),
            np.uint8,
        )
    everything = _ink(grey)
    combs = find_combs(everything, DPI)
    ink = without(everything, combs)
    ruled, rules = _rules(ink)
    ink[ruled > 0] = 0
    dots = boxes_scaled(dots, DPI / dpi)
    for x, y, width, height in dots.tolist():
        ink[y : y + height, x : x + width] = 0
    return Inked(grey, colours, everything, ink, combs, np.concatenate([rules, _rows(dots, ink.shape)]))


def boxes_scaled(boxes: Boxes, scale: float) -> Boxes:
    """The smallest boxes of whole pixels that hold the others."""
    start = np.floor(boxes[:, :2] * scale).astype(np.int32)
    return np.concatenate([start, np.ceil((boxes[:, :2] + boxes[:, 2:]) * scale).astype(np.int32) - start], axis=1)


def _rows(dots: Boxes, shape: tuple[int, ...]) -> Boxes:
    """The rows that dots to write on make, whatever was written between them."""
    row = np.zeros(shape, np.uint8)
    for x, y, width, height in dots.tolist():
        row[y : y + height, x : x + width] = 255
    gap = np.ones((1, round(BETWEEN_DOTS / 25.4 * DPI)), np.uint8)
    boxes = boxes_of(np.asarray(cv2.morphologyEx(row, cv2.MORPH_CLOSE, gap), np.uint8))
    return np.asarray(boxes[boxes[:, 2] >= SHORTEST_ROW / 25.4 * DPI], np.int32)


def pieces_of(page: Inked) -> Boxes:
    """What lies close together, but for specks and pictures."""
    unit = DPI / 25.4
    closing = np.ones((max(1, round(NEAR_ABOVE * unit)), max(1, round(NEAR * unit))), np.uint8)
    boxes = boxes_of(np.asarray(cv2.morphologyEx(page.ink, cv2.MORPH_CLOSE, closing), np.uint8))
    large = (boxes[:, 2:].max(1) >= SMALLEST * unit) & (boxes[:, 3] >= LOWEST * unit)
    return np.asarray(boxes[large & (boxes[:, 3] <= LARGEST * unit)], np.int32)


def features(page: Inked, boxes: Boxes) -> Features:
    """n × FEATURES: what each piece's strokes look like."""
    found = np.zeros((len(boxes), FEATURES), np.float32)
    if not len(boxes):
        return found
    unit = 25.4 / DPI
    height, width = boxes[:, 3], boxes[:, 2]
    places, broad, squares, inside, coloured = (_within(table, boxes) for table in page.sums)
    places = np.maximum(1, places)
    mean = broad / places
    uneven = np.sqrt(np.maximum(0, squares / places - mean**2))
    feet, heads, count = _feet(page.strokes, boxes)
    found[:, :TURNS] = _directions(page, boxes)
    found[:, TURNS:] = np.stack(
        [
            height * unit / 5,
            np.minimum(8.0, width / np.maximum(1, height)) / 8,
            mean * 2,
            uneven / np.maximum(1e-3, mean),
            inside / np.maximum(1, width * height),
            feet,
            heads,
            np.minimum(4.0, count / np.maximum(1e-3, width * unit)) / 2,
            coloured / np.maximum(1, inside),
        ],
        axis=1,
    )
    return found


def _within(table: Sums, boxes: Boxes) -> Sums:
    """What lies in each of the boxes, by a table summed up from the upper left corner."""
    left, top = boxes[:, 0], boxes[:, 1]
    right, bottom = left + boxes[:, 2], top + boxes[:, 3]
    return np.asarray(table[bottom, right] - table[top, right] - table[bottom, left] + table[top, left])


def _directions(page: Inked, boxes: Boxes) -> Features:
    """n × TURNS: how much of the edges in each box goes in each direction; all together 1."""
    turns, strong = page.edges
    found = np.zeros((len(boxes), TURNS), np.float32)
    for row, (left, top, width, height) in enumerate(boxes.tolist()):
        place = slice(top, top + height), slice(left, left + width)
        found[row] = np.bincount(turns[place].ravel(), strong[place].ravel(), TURNS)
    return np.asarray(found / np.maximum(1e-6, found.sum(1, keepdims=True)), np.float32)


def _feet(parts: Boxes, boxes: Boxes) -> tuple[Sums, Sums, Sums]:
    """How uneven the feet and the heads of each piece's letters are, in parts of its height; and how many they are."""
    start, end = parts[:, :2], parts[:, :2] + parts[:, 2:]
    first, last = boxes[:, np.newaxis, :2], (boxes[:, :2] + boxes[:, 2:])[:, np.newaxis]
    inside = ((start >= first) & (end <= last)).all(axis=2)
    letters = inside & (parts[:, 3] >= 0.35 * boxes[:, np.newaxis, 3])
    found = np.zeros((2, len(boxes)))
    for row in np.flatnonzero(letters.sum(axis=1) > 1):
        mine = np.flatnonzero(letters[row])
        for side, places in enumerate((end[mine, 1], start[mine, 1])):
            apart = sorted(np.abs(places - median(places.tolist())).tolist())
            found[side, row] = 4 * median(apart) / boxes[row, 3]
    return found[0], found[1], inside.sum(axis=1).astype(np.float64)


def _ink(grey: Picture) -> Mask:
    level, _ = cv2.threshold(grey[::3, ::3], 0, 1, cv2.THRESH_BINARY_INV + cv2.THRESH_OTSU)
    _, ink = cv2.threshold(grey, min(max(level, INK[0]), INK[1]), 255, cv2.THRESH_BINARY_INV)
    return np.asarray(ink, np.uint8)


def _without_strikes(rules: Mask, ink: Mask) -> Mask:
    """Level rules but for those through the middle of something: with them it was crossed out."""
    found = rules.copy()
    near = round(BESIDE_STROKE * DPI / 25.4)
    for x, y, width, height in boxes_of(rules).tolist():
        above = ink[max(0, y - near) : max(0, y - 1), x : x + width]
        below = ink[y + height + 1 : y + height + near, x : x + width]
        if all(side.size and side.any(axis=0).mean() >= CROSSING for side in (above, below)):
            found[y : y + height, x : x + width] = 0
    return found


def _rules(ink: Mask) -> tuple[Mask, Boxes]:
    """Where long straight strokes are, level or upright; and each of them."""
    length, thick = round(LONGEST_STROKE / 25.4 * DPI), round(THICKEST_RULE / 25.4 * DPI)
    everywhere, found = np.zeros_like(ink), []
    for level in (True, False):
        gap, line, across = ((1, 3), (1, length), (thick, 1)) if level else ((3, 1), (length, 1), (1, thick))
        closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, np.ones(gap, np.uint8))
        lines = cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones(line, np.uint8))
        broad = cv2.morphologyEx(lines, cv2.MORPH_OPEN, np.ones(across, np.uint8))
        rules = np.asarray(cv2.subtract(lines, broad), np.uint8)
        rules = _without_strikes(rules, ink) if level else rules
        found.append(boxes_of(rules))
        everywhere |= rules
    return np.asarray(cv2.dilate(everywhere, np.ones((3, 1), np.uint8)), np.uint8), np.concatenate(found)


@cache
def _layers() -> tuple[tuple[Features, Features], ...]:
    with np.load(str(resource("reading", "pen.npz"))) as kept:
        return tuple((kept[f"w{n}"].astype(np.float32), kept[f"b{n}"].astype(np.float32)) for n in range(2))

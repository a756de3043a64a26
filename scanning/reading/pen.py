"""What was written on a page by hand, told from print by its strokes: their directions, breadth and unsteady feet.

A page is taken apart into pieces, words or parts of words, by what lies close together; rules and dots to write on are
left out. How likely each is a pen's is said by a small network (resources/reading/pen.npz), trained by
counter_app/bench/training.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import cv2
import numpy as np
import numpy.typing as npt

from counter_app.resources import resource
from scanning.picture import Boxes, Mask, Picture, boxes_of, scaled, spread, weakest
from scanning.reading.combs import Comb, find_combs, without
from scanning.reading.leaders import leaders
from scanning.reading.reading_picture import INK, letter_height

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
Features = npt.NDArray[np.float32]


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


def inked(picture: Picture, dpi: int) -> Inked:
    """The page at DPI, without rules and dots to write on."""
    small = scaled(picture, DPI / dpi)
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
    blobs = boxes_of(ink)
    dots = leaders(blobs, letter_height(blobs, DPI))
    for x, y, width, height in dots.tolist():
        ink[y : y + height, x : x + width] = 0
    return Inked(grey, colours, everything, ink, combs, np.concatenate([rules, _rows(dots, ink.shape)]))


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
    ink = page.ink
    soft = cv2.GaussianBlur(page.grey, (0, 0), 0.7)
    across, down = (np.asarray(cv2.Sobel(soft, cv2.CV_16S, *way), np.int16) for way in ((1, 0), (0, 1)))
    depth = cv2.distanceTransform(ink, cv2.DIST_L2, 3)
    ridge = (depth >= cv2.dilate(depth, np.ones((3, 3), np.uint8))) & (depth > 0)
    count, _, facts, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    parts = np.asarray(facts[1:count, :4], np.int32)
    unit = 25.4 / DPI
    found = np.zeros((len(boxes), FEATURES), np.float32)
    for row, (x, y, width, height) in enumerate(boxes.tolist()):
        place = slice(y, y + height), slice(x, x + width)
        found[row, :TURNS] = _directions(across[place], down[place])
        breadth = 2 * unit * depth[place][ridge[place]]
        feet, heads, count_inside = _feet(parts, (x, y, width, height))
        found[row, TURNS:] = (
            height * unit / 5,
            min(8.0, width / max(1, height)) / 8,
            float(breadth.mean()) * 2 if len(breadth) else 0,
            float(breadth.std() / max(1e-3, breadth.mean())) if len(breadth) else 0,
            float((ink[place] > 0).mean()),
            feet,
            heads,
            min(4.0, count_inside / max(1e-3, width * unit)) / 2,
            float(((page.colours[place] > TINTED) & (ink[place] > 0)).sum() / max(1, (ink[place] > 0).sum())),
        )
    return found


def _directions(across: npt.NDArray[np.int16], down: npt.NDArray[np.int16]) -> Features:
    """How much of the edges goes in each of TURNS directions; all together 1."""
    x, y = across.ravel().astype(np.float32), down.ravel().astype(np.float32)
    strength = np.hypot(x, y)
    strong = strength > 120
    if not strong.any():
        return np.zeros(TURNS, np.float32)
    turn = (np.arctan2(y[strong], x[strong]) % np.pi) * (TURNS / np.pi)
    places = np.round(turn).astype(np.int64) % TURNS
    counted = np.bincount(places, strength[strong], TURNS)
    return np.asarray(counted / counted.sum(), np.float32)


def _feet(parts: npt.NDArray[np.int32], box: tuple[int, int, int, int]) -> tuple[float, float, int]:
    """How uneven the feet and the heads of a piece's letters are, in parts of its height; and how many they are."""
    x, y, width, height = box
    inside = (parts[:, 0] >= x) & (parts[:, 0] + parts[:, 2] <= x + width)
    inside &= (parts[:, 1] >= y) & (parts[:, 1] + parts[:, 3] <= y + height)
    letters = parts[inside & (parts[:, 3] >= 0.35 * height)]
    if len(letters) < 2:
        return 0.0, 0.0, int(inside.sum())
    feet, heads = letters[:, 1] + letters[:, 3], letters[:, 1]
    apart = [float(np.median(np.abs(places - np.median(places)))) / height for places in (feet, heads)]
    return 4 * apart[0], 4 * apart[1], int(inside.sum())


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

"""How a page lies: askew by a few degrees, on its side, upside down.

Letters stand on lines. Seen along the right angle, the lower edges of the letters pile up on few rows; the angle at
which they pile up most is the skew, and lower edges (which all stand on the base line) pile up more than upper edges
(which reach as high as x, b, B or Ế do): that tells the two ends of a line apart. Which way lines run cannot be told
from it, because the columns of a list pile up even better; but in any list a letter's next neighbour is the next letter
of its word, nearer than the line below. This only proposes: reading decides (see `orientation`).
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from scanning.picture import Boxes, Picture, boxes_of, scaled

Points = npt.NDArray[np.float32]
"""n × 2: x, y of one letter each."""

MEASURE_DPI = 150
LARGEST_SKEW = 15.0
FEWEST_LETTERS = 12
"""With fewer, a page is left as it lies."""
MOST_ASKED = 600
"""Letters whose neighbours are looked for: more tell no more."""
NEAR = 1.2
"""Widest gap to a neighbour, in sizes of the letter."""
CLEARLY_NEARER = 0.6
"""The gap to the next letter, as a share of the gap to the next line."""
PILED_UP = 0.3
"""What the piling up of lower edges counts beside the neighbours' direction."""


@dataclass(frozen=True)
class Orientation:
    """One way the page may lie: turned by `rotation` (0, 90, 180, 270) and askew by `skew`, degrees clockwise."""

    rotation: int
    skew: float
    evidence: float
    """How likely it is by the letters' places alone; comparable between the orientations of one page."""
    along: float = 0.5
    """Share of the letters with a near neighbour that have it along its lines, 0 to 1; 0.5 where none has."""


@dataclass(frozen=True)
class Letters:
    """What looks like letters on a grey page reduced to MEASURE_DPI."""

    boxes: Boxes
    rows: int
    columns: int


def find_letters(grey: Picture, dpi: int, darker_than: int = 160) -> Letters:
    """The dark blobs of a letter's size (0.8 to 12 mm high or wide, accents and speckles left out).

    `grey`: rows × columns, the background already white.
    """
    small = scaled(grey, MEASURE_DPI / dpi)
    boxes = boxes_of((small < darker_than).view(np.uint8))
    size = np.maximum(boxes[:, 2], boxes[:, 3])
    millimetre = MEASURE_DPI / 25.4
    boxes = boxes[(size >= 1.3 * millimetre) & (size <= 12 * millimetre)]
    return Letters(boxes, *small.shape[:2])


def possible_orientations(letters: Letters) -> list[Orientation]:
    """The four ways the page may lie, the most likely first; empty where there is too little text to tell."""
    if len(letters.boxes) < FEWEST_LETTERS:
        return []
    across = share_of_lines_down(letters)
    found = []
    for rotation in (0, 90, 180, 270):
        skew, piled_up = _best_angle(_lower_edges(letters, rotation))
        found.append(Orientation(rotation, skew, piled_up, across if rotation % 180 else 1 - across))
    most = max(orientation.evidence for orientation in found)
    weighed = [
        replace(orientation, evidence=orientation.along + PILED_UP * orientation.evidence / most)
        for orientation in found
    ]
    return sorted(weighed, key=lambda orientation: -orientation.evidence)


def share_of_lines_down(letters: Letters) -> float:
    """Which share of the letters with a near neighbour of their size has it above or below rather than beside it.

    0.5 where none has one.
    """
    asked = letters.boxes[:: max(1, len(letters.boxes) // MOST_ASKED)].astype(np.float32)
    beside = _nearest(letters.boxes, asked, axis=0)
    below = _nearest(letters.boxes, asked, axis=1)
    near = np.minimum(beside, below) < NEAR * asked[:, 2:].max(axis=1)
    lines_across = int((near & (beside < CLEARLY_NEARER * below)).sum())
    lines_down = int((near & (below < CLEARLY_NEARER * beside)).sum())
    return lines_down / (lines_across + lines_down) if lines_across + lines_down else 0.5


def _nearest(boxes: Boxes, asked: npt.NDArray[np.float32], axis: int) -> npt.NDArray[np.float32]:
    """Gap in pixels from each asked box to the next one of like size along `axis` (0 beside, 1 above or below)."""
    begin, extent = boxes[:, axis].astype(np.float32), boxes[:, 2 + axis].astype(np.float32)
    begin_across, extent_across = boxes[:, 1 - axis].astype(np.float32), boxes[:, 3 - axis].astype(np.float32)
    own, own_extent, own_across, own_extent_across = (
        asked[:, column, np.newaxis] for column in (axis, 2 + axis, 1 - axis, 3 - axis)
    )
    shared = np.minimum(own_across + own_extent_across, begin_across + extent_across) - np.maximum(
        own_across, begin_across
    )
    size, own_size = np.maximum(extent, extent_across), np.maximum(own_extent, own_extent_across)
    like = (
        (size < 2.2 * own_size)
        & (own_size < 2.2 * size)
        & (shared > 0.4 * np.minimum(own_extent_across, extent_across))
    )
    like &= (own != begin) | (own_across != begin_across)
    gap = np.maximum(own, begin) - np.minimum(own + own_extent, begin + extent)
    return np.asarray(np.where(like, np.maximum(gap, 0), np.inf).min(axis=1), np.float32)


def _lower_edges(letters: Letters, rotation: int) -> Points:
    """Middle of each letter's lower edge, after the page's rotation is undone."""
    x, y, width, height = letters.boxes.astype(np.float32).T
    if rotation == 0:
        points = (x + width / 2, y + height)
    elif rotation == 180:
        points = (-(x + width / 2), -y)
    elif rotation == 90:  # the page's top lies at the right: what was below a letter is at its left
        points = (y + height / 2, -x)
    else:
        points = (-(y + height / 2), x + width)
    return np.stack(points, axis=1)


def _best_angle(points: Points) -> tuple[float, float]:
    """(degrees clockwise, evidence): first coarsely over ±15°, then finely around the best."""
    coarse = np.arange(-LARGEST_SKEW, LARGEST_SKEW + 0.01, 0.5)
    best = coarse[int(np.argmax([_piled_up(points, angle, 2.0) for angle in coarse]))]
    fine = best + np.arange(-0.6, 0.61, 0.05)
    sharpness = np.array([_piled_up(points, angle, 1.0) for angle in fine])
    sharpness = np.convolve(sharpness, np.ones(3) / 3, mode="same")
    return float(np.clip(fine[int(np.argmax(sharpness))], -LARGEST_SKEW, LARGEST_SKEW)), float(sharpness.max())


def _piled_up(points: Points, degrees: float, row: float) -> float:
    """Mean number of other letters that end on a letter's own row of `row` pixels."""
    slope = np.tan(np.radians(degrees))
    heights = points[:, 1] - points[:, 0] * slope
    places = ((heights - heights.min()) / row).astype(np.int64)
    counts = np.bincount(places).astype(np.float64)
    counts = counts[:-1] + counts[1:] if len(counts) > 1 else counts
    return float((counts**2).sum() / len(points))

"""How a page lies: askew by a few degrees, on its side, upside down.

Letters stand on lines. Seen along the right angle, the lower edges of the letters pile up on few rows; the angle at
which they pile up most is the skew. The same measure tells the four ways a page can lie apart: along the text's lines
it is far higher than across them, and lower edges (which all stand on the base line) pile up more than upper edges
(which reach as high as x, b, B or Ế do). This only proposes: reading decides (see `read_page`).
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from scanning.picture import Picture

Points = npt.NDArray[np.float32]
"""n × 2: x, y of one letter each."""

MEASURE_DPI = 150
LARGEST_SKEW = 15.0
FEWEST_LETTERS = 12
"""With fewer, a page is left as it lies."""


@dataclass(frozen=True)
class Lie:
    """One way the page may lie: turned by `rotation` (0, 90, 180, 270) and askew by `skew`, degrees clockwise."""

    rotation: int
    skew: float
    evidence: float
    """How strongly lower letter edges pile up on lines if it lies so; comparable between the lies of one page."""


@dataclass(frozen=True)
class Letters:
    """What looks like letters on a grey page reduced to MEASURE_DPI."""

    boxes: npt.NDArray[np.int32]
    """n × 4: x, y, width, height."""
    rows: int
    columns: int


def find_letters(grey: Picture, dpi: int, darker_than: int = 160) -> Letters:
    """The dark blobs of a letter's size (0.8 to 12 mm high or wide, accents and speckles left out).

    `grey`: rows × columns, the background already white.
    """
    scale = MEASURE_DPI / dpi
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ink = (small < darker_than).astype(np.uint8)
    _, _, facts, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    boxes = np.asarray(facts[1:, :4], np.int32)
    size = np.maximum(boxes[:, 2], boxes[:, 3])
    millimetre = MEASURE_DPI / 25.4
    boxes = boxes[(size >= 1.3 * millimetre) & (size <= 12 * millimetre)]
    return Letters(boxes, *small.shape[:2])


def possible_lies(letters: Letters) -> list[Lie]:
    """The four ways the page may lie, the most likely first; empty where there is too little text to tell."""
    if len(letters.boxes) < FEWEST_LETTERS:
        return []
    found = []
    for rotation in (0, 90, 180, 270):
        points = _lower_edges(letters, rotation)
        skew, evidence = _best_angle(points)
        found.append(Lie(rotation, skew, evidence))
    return sorted(found, key=lambda lie: -lie.evidence)


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

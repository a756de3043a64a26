"""Makes a clean rendered page look like paper that has lain on desks and under a scanner.

For the demo and the tests: the same seed wears the same page in the same way.
"""

from __future__ import annotations

import io
import math

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image

from scanning.picture import Picture

Light = npt.NDArray[np.float32]
"""rows × columns × 3 from 0 to 255, or rows × columns of factors."""
STAMP_RED = (196, 30, 45)


def wear(
    picture: Picture,
    seed: int,
    *,
    skew: float = 0.0,
    shadow: float = 0.0,
    noise: float = 6.0,
    yellowing: float = 0.3,
    speckles: int = 60,
    stamp: bool = False,
    black_border: bool = False,
    turned: int = 0,
    upside_down: bool = False,
) -> Picture:
    """The page after a desk's life.

    `picture`: rows × columns × 3. `skew`: degrees clockwise. `shadow`: 0 none to 1 heavy, falling over one side.
    `noise`: standard deviation of the sensor's noise in grey levels. `yellowing`: 0 white paper to 1 old paper.
    `stamp`: a round red seal near the signature. `black_border`: the scanner's open lid around a sheet smaller than
    the glass. `turned`: 0, 90, 180 or 270 degrees clockwise; `upside_down` adds 180.
    """
    chance = np.random.default_rng(seed)
    worn = picture.astype(np.float32)
    if stamp:
        worn = _stamped(worn, chance)
    worn *= 1 - np.float32(yellowing) * np.array([0.06, 0.10, 0.25], np.float32)
    worn = _speckled(worn, speckles, chance)
    if black_border:
        worn = _on_dark_glass(worn)
    worn = _skewed(worn, skew, (25, 25, 25) if black_border else _paper_colour(worn))
    if shadow:
        worn *= _shadow(worn.shape[0], worn.shape[1], shadow, chance)[:, :, np.newaxis]
    worn = np.asarray(cv2.GaussianBlur(worn, (0, 0), 0.7), np.float32)
    worn += noise * chance.standard_normal(worn.shape, np.float32)
    turns = (turned // 90 + 2 * upside_down) % 4
    return np.ascontiguousarray(np.rot90(np.clip(worn, 0, 255).astype(np.uint8), -turns))


def encoded_jpeg(picture: Picture, dpi: int, quality: int = 85) -> bytes:
    """The picture as a scanner would hand it over: JPEG with its resolution."""
    memory = io.BytesIO()
    Image.fromarray(picture).save(memory, "JPEG", quality=quality, dpi=(dpi, dpi))
    return memory.getvalue()


def _stamped(page: Light, chance: np.random.Generator) -> Light:
    """A seal of two rings and a star, 36 mm on A4, at the lower right, ink unevenly thin."""
    rows, columns = page.shape[:2]
    radius = round(columns * 18 / 210)
    centre = (round(columns * chance.uniform(0.62, 0.72)), round(rows * chance.uniform(0.80, 0.86)))
    ink = np.zeros((rows, columns), np.float32)
    for part, width in ((1.0, 0.05), (0.72, 0.025)):
        cv2.circle(ink, centre, round(radius * part), 1.0, max(1, round(radius * width)), cv2.LINE_AA)
    points = [
        (
            round(centre[0] + radius * reach * math.sin(math.pi * corner / 5)),
            round(centre[1] - radius * reach * math.cos(math.pi * corner / 5)),
        )
        for corner, reach in ((c, 0.4 if c % 2 == 0 else 0.16) for c in range(10))
    ]
    cv2.fillPoly(ink, [np.array(points, np.int32)], 1.0, cv2.LINE_AA)
    grain = np.asarray(cv2.resize(chance.random((rows // 6, columns // 6), np.float32), (columns, rows)))
    left, top, width, height = cv2.boundingRect((ink > 0).astype(np.uint8))
    seal = np.s_[top : top + height, left : left + width]
    ink = (ink[seal] * (0.55 + 0.4 * grain[seal]))[:, :, np.newaxis]
    under = page[seal]
    page[seal] = under * (1 - ink) + np.array(STAMP_RED, np.float32) * ink * (under / 255)
    return page


def _speckled(page: Light, count: int, chance: np.random.Generator) -> Light:
    rows, columns = page.shape[:2]
    for _ in range(count):
        place = (int(chance.integers(columns)), int(chance.integers(rows)))
        grey = float(chance.uniform(60, 160))
        cv2.circle(page, place, int(chance.integers(1, 3)), (grey, grey, grey), -1)
    return page


def _on_dark_glass(page: Light) -> Light:
    """The sheet with the dark of the open lid around it, 3 to 6 % of its size."""
    rows, columns = page.shape[:2]
    top, bottom, left, right = round(rows * 0.03), round(rows * 0.05), round(columns * 0.03), round(columns * 0.06)
    dark = (25, 25, 25)
    return np.asarray(cv2.copyMakeBorder(page, top, bottom, left, right, cv2.BORDER_CONSTANT, value=dark), np.float32)


def _skewed(page: Light, degrees: float, around: tuple[float, ...]) -> Light:
    if not degrees:
        return page
    rows, columns = page.shape[:2]
    turn = cv2.getRotationMatrix2D((columns / 2, rows / 2), -degrees, 1.0)
    skewed = cv2.warpAffine(page, turn, (columns, rows), flags=cv2.INTER_CUBIC, borderValue=around)
    return np.asarray(skewed, np.float32)


def _paper_colour(page: Light) -> tuple[float, ...]:
    return tuple(float(value) for value in np.percentile(page[::8, ::8].reshape(-1, 3), 90, axis=0))


def _shadow(rows: int, columns: int, depth: float, chance: np.random.Generator) -> Light:
    """Light from one side: a soft slope, and the darker edge of a book or a hand."""
    across = np.linspace(0, 1, columns, dtype=np.float32)
    if chance.random() < 0.5:
        across = across[::-1]
    slope = 1 - 0.35 * depth * across
    edge = 1 - 0.35 * depth / (1 + np.exp((0.88 - across) * 40))
    down = 1 - 0.12 * depth * np.linspace(0, 1, rows, dtype=np.float32)
    return np.asarray((slope * edge)[np.newaxis, :] * down[:, np.newaxis], np.float32)

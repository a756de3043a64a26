"""What of a picture is paper, and how bright it is there: only that may be made white.

Light and shadow change slowly over a sheet; what is printed, pasted or laid on it ends at an edge. So an area is paper
if it can be reached from the rest of the paper without crossing an edge, and everything else keeps its tones.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt

from scanning.picture import Mask, Picture, median, smaller, strongest, weakest

Light = npt.NDArray[np.float32]
"""rows × columns × channels, 0 to 255."""

COARSE_DPI = 37
"""Enough to know the paper: about 1.5 pixels a millimetre, and a scanner's noise is averaged away."""
EDGE = 3.5
"""Grey levels of a step within 1.5 mm, beyond what the light's own slope explains: an edge (1.4 % of white)."""
RUN = 4
"""Pixels in line that are a piece of an edge and no noise on a steep shadow."""
GAP = 25
"""Pixels at COARSE_DPI (17 mm) that a straight edge may break off."""
BIG_PART = 0.08
"""Share of the picture from which on a connected area may be the paper; the brightest such is."""
LEAST_PAPER = 0.5
"""With less paper than this share of the sheet, it may be the sky of a photograph: the picture is kept as it is."""
DARKEST_PAPER = 100
"""Median of the paper's strongest colour below which it is more likely a dark photograph."""
UNEVEN = 0.055
"""Deviation from a smooth surface, as a share of the brightness, beyond which it is a picture and no light on paper:
drawn shadows of hands and book spines stay below 0.04, soft photographs reach 0.1."""
EVEN = 0.012
"""Share by which paper may differ from the smooth surface of its light."""
NEAR_EDGE = 4
"""Pixels at COARSE_DPI (3 mm) from the sheet's edge."""
AS_LIGHT = 0.985
"""An enclosed area that is at least so light beside the paper around it is paper, too."""
SPECK = 6.0
"""Grey levels by which a place may be darker than the lightest around it and still be paper and noise."""
SMOOTH = 2.5
"""Pixels at COARSE_DPI over which the light is smoothed: more would round off steep shadows."""
BEYOND = 12
"""Pixels by which it is continued beyond the picture's edge, lest it is rounded off there."""
_POWERS = [(i, j) for i in range(4) for j in range(4 - i)]
"""Of x and y in a polynomial of the third degree."""
WHITE = 253.0
"""To this the paper's mean is brought: its noise must not be cut off where marks stand beside it."""


@dataclass(frozen=True, eq=False)
class Paper:
    """The sheet's own brightness, as if nothing stood on it."""

    brightness: Picture
    """At COARSE_DPI, of the picture's channels."""

    def evened(self, picture: Picture) -> Picture:
        """The picture with its paper white and everything on it as dark and as coloured beside it as it was."""
        background = cv2.resize(self.brightness, picture.shape[1::-1], interpolation=cv2.INTER_LINEAR)
        return np.asarray(cv2.divide(picture, background, scale=WHITE), np.uint8)


def find_paper(picture: Picture, dpi: int, outside: Mask | None) -> Paper | None:
    """The paper of a page; None where the picture is a photograph, or too little of it is paper to know it.

    `outside`: what is not the sheet at all, of any size.
    """
    small = _coarse(picture, dpi)
    beyond = _beyond(outside, small)
    if min(small.shape[:2]) <= 2 * BEYOND:
        return None
    round_8mm = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (13, 13))
    filled = small if beyond is None else _painted(small, beyond)
    closed_levels = np.asarray(cv2.morphologyEx(filled, cv2.MORPH_CLOSE, round_8mm), np.uint8)
    closed = _channels(closed_levels).astype(np.float32)
    labels = _connected(closed)
    reference = _brightest_part(closed, labels, beyond)
    if reference is None:
        return None
    paper = labels == reference
    brightness = _spread_over(closed_levels, paper)
    paper |= _as_light(closed, brightness, labels)
    if beyond is not None:
        paper &= ~beyond
    paper &= ~_islands(closed, paper)
    # closed, the paper is as light as its lightest specks; its mean is wanted
    plain = paper & (np.asarray(strongest(cv2.subtract(closed_levels, filled))) < SPECK)
    brightness = _spread_over(filled, plain)
    if _is_picture(brightness, paper):
        return None
    shape = small.shape if small.ndim == 3 else small.shape[:2]
    return Paper(np.clip(brightness, 1, 255).astype(np.uint8).reshape(shape))


def _coarse(picture: Picture, dpi: int) -> Picture:
    shrink = max(1, round(dpi / COARSE_DPI))
    size = (max(1, picture.shape[1] // shrink), max(1, picture.shape[0] // shrink))
    return smaller(picture, size)


def _channels(picture: cv2.typing.MatLike) -> Picture:
    """rows × columns × channels, also of a grey picture."""
    array = np.asarray(picture, np.uint8)
    return array[:, :, np.newaxis] if array.ndim == 2 else array


def _beyond(outside: Mask | None, small: Picture) -> npt.NDArray[np.bool_] | None:
    if outside is None:
        return None
    place = cv2.resize(outside, small.shape[1::-1], interpolation=cv2.INTER_NEAREST)
    return np.asarray(cv2.dilate(place, np.ones((3, 3), np.uint8))) > 0


def _painted(small: Picture, beyond: npt.NDArray[np.bool_]) -> Picture:
    """The surroundings in the paper's own colour, lest the paper near them is thought to be darker."""
    painted = small.copy()
    painted[beyond] = np.median(small[~beyond], axis=0).astype(np.uint8) if (~beyond).any() else 255
    return painted


def _connected(closed: Light) -> npt.NDArray[np.int32]:
    """The areas between edges, numbered from 1; neither passages narrower than 3 mm nor gaps in a straight edge, where
    a photograph is as light as the paper, connect."""
    edges = np.zeros(closed.shape[:2], np.uint8)
    for axis, straight in ((0, np.ones((3, GAP), np.uint8)), (1, np.ones((GAP, 3), np.uint8))):
        steps = (_steps(closed, axis) > EDGE).astype(np.uint8)
        runs = cv2.morphologyEx(steps, cv2.MORPH_OPEN, np.ones((1, RUN) if axis == 0 else (RUN, 1), np.uint8))
        edges |= steps | np.asarray(cv2.morphologyEx(runs, cv2.MORPH_CLOSE, straight), np.uint8)
    passable = cv2.erode(1 - edges, np.ones((3, 3), np.uint8), borderValue=1)
    return np.asarray(cv2.connectedComponents(passable, connectivity=4)[1], np.int32)


def _steps(light: Light, axis: int) -> Light:
    """Of each pixel, by how much the light jumps across it, less its slope on either side; the strongest channel."""
    padded = np.pad(light, [(3, 3) if side == axis else (0, 0) for side in range(3)], mode="edge")
    length = light.shape[axis]

    def at(shift: int) -> Light:
        part = slice(3 + shift, 3 + shift + length)
        return padded[part] if axis == 0 else padded[:, part]

    here = np.abs(at(1) - at(-1))
    slope = np.maximum(np.abs(at(3) - at(1)), np.abs(at(-1) - at(-3)))
    return np.asarray(strongest(here - slope), np.float32)


def _brightest_part(closed: Light, labels: npt.NDArray[np.int32], beyond: npt.NDArray[np.bool_] | None) -> int | None:
    """The number of the area that is the paper: the lightest of the big ones."""
    inside = labels if beyond is None else np.where(beyond, 0, labels)
    sheet = inside.size if beyond is None else max(1, int((~beyond).sum()))
    sizes = np.bincount(inside.ravel())
    sizes[0] = 0
    big = [int(number) for number in np.flatnonzero(sizes >= BIG_PART * sheet)]
    if not big:
        return None
    palest = np.asarray(weakest(closed))
    lightness = {number: float(np.median(palest[inside == number])) for number in big}
    best = max(big, key=lambda number: lightness[number])
    return best if sizes[best] >= LEAST_PAPER * sheet else None


def _as_light(closed: Light, brightness: Light, labels: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """Cells of tables and insides of frames: enclosed, but as light as the paper around."""
    count = int(labels.max()) + 1
    ratio = np.asarray(weakest(closed / np.maximum(brightness, 1)))
    sums = np.bincount(labels.ravel(), weights=ratio.ravel(), minlength=count)
    means = sums / np.maximum(1, np.bincount(labels.ravel(), minlength=count))
    light = means >= AS_LIGHT
    light[0] = False
    return np.asarray(light[labels])


def _spread_over(picture: Picture, where: npt.NDArray[np.bool_]) -> Light:
    """The smoothed light of the marked places, and between them what lies around: the farther, the smoother."""
    channels = cv2.split(picture)
    weight = np.pad(where.astype(np.float32), BEYOND, mode="reflect")
    planes = [*(_beyond_the_edge(np.asarray(channel, np.float32)) * weight for channel in channels), weight]
    weighted = cv2.merge(planes)
    totals = [np.zeros_like(weight) for _ in channels]
    missing = np.ones_like(weight)
    for shrink in (1, 4, 16):
        size = (max(1, weight.shape[1] // shrink), max(1, weight.shape[0] // shrink))
        near = cv2.GaussianBlur(cv2.resize(weighted, size, interpolation=cv2.INTER_AREA), (0, 0), SMOOTH)
        *lights, share = cv2.split(cv2.resize(near, weight.shape[1::-1], interpolation=cv2.INTER_LINEAR))
        sure = np.clip(np.asarray(share) * 4 - 0.2, 0, 1) * missing
        missing -= sure
        sure /= np.maximum(share, 1e-6)
        for total, light in zip(totals, lights, strict=True):
            total += light * sure
    for total, channel in zip(totals, channels, strict=True):
        total += missing * (median(np.asarray(channel, np.uint8)[where]) if where.any() else 255.0)
    return np.ascontiguousarray(np.dstack(totals)[BEYOND:-BEYOND, BEYOND:-BEYOND], np.float32)


def _beyond_the_edge(plane: Light) -> Light:
    """A plane of light continued: its slope goes on beyond the edge."""
    return np.pad(plane, BEYOND, mode="reflect", reflect_type="odd")


def _islands(closed: Light, paper: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Pale areas inside the sheet that its light does not explain: photographs and shades whose edges are too soft.

    Shadows come in from the sheet's edges; what touches them is left to its own edges.
    """
    inliers = paper
    for _ in range(3):
        deviation = _deviation(closed, inliers)
        inliers = paper & (np.asarray(strongest(np.abs(deviation))) < EVEN)
        if inliers.sum() < 0.5 * paper.sum():
            return np.zeros_like(paper)
    darker = (paper & (np.asarray(weakest(deviation)) < -EVEN)).astype(np.uint8)
    darker = np.asarray(cv2.morphologyEx(darker, cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)), np.uint8)
    _, labels, facts, _ = cv2.connectedComponentsWithStats(darker, connectivity=8)
    rows, columns = paper.shape
    left, top, width, height, _ = facts.T
    inside = (left > NEAR_EDGE) & (top > NEAR_EDGE)
    inside &= (left + width < columns - NEAR_EDGE) & (top + height < rows - NEAR_EDGE)
    inside[0] = False
    islands = inside[labels].astype(np.uint8)
    return np.asarray(cv2.dilate(islands, np.ones((5, 5), np.uint8))) > 0


def _deviation(light: Light, where: npt.NDArray[np.bool_]) -> Light:
    """By which share each place is lighter or darker than a smooth surface (of the third degree) through `where`."""
    terms = _terms(*where.shape)
    chosen = np.flatnonzero(where.ravel())
    chosen = chosen[:: max(1, len(chosen) // 4_000)]
    places = terms[chosen].astype(np.float64)
    values = light.reshape(-1, light.shape[2])[chosen]
    fit = np.linalg.lstsq(places.T @ places, places.T @ values, rcond=None)[0]  # ten equations instead of 4,000
    smooth = np.maximum(terms @ fit.astype(np.float32), 1).reshape(light.shape)
    return np.asarray(light / smooth - 1, np.float32)


@lru_cache(maxsize=1)  # asked for four times a page
def _terms(rows: int, columns: int) -> Light:
    """Of each place in turn the ten terms of a polynomial of the third degree in x and y."""
    x, y = np.linspace(-1, 1, columns, dtype=np.float32), np.linspace(-1, 1, rows, dtype=np.float32)
    terms = np.empty((rows, columns, 10), np.float32)
    for number, (i, j) in enumerate(_POWERS):
        np.multiply.outer(y**j, x**i, out=terms[:, :, number])
    return terms.reshape(-1, 10)


def _is_picture(brightness: Light, paper: npt.NDArray[np.bool_]) -> bool:
    """Whether what was taken for paper is too dark, or its light too uneven, for a sheet of paper."""
    if not paper.any() or np.median(np.asarray(strongest(brightness))[paper]) < DARKEST_PAPER:
        return True
    return bool(np.sqrt((_deviation(brightness, paper)[paper] ** 2).mean(axis=0)).max() > UNEVEN)

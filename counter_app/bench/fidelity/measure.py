"""How much of a mark the filed page shows, and how alike its structure is to the paper's.

A pixel of the mark is kept if the filed page, within a pixel of it, differs from its surroundings there by at least
half of what the mark differed on the paper: in the same direction, in a channel in which the mark is seen. Strokes are
looked at as the mean of 3 × 3 pixels, areas as the mean of the mark within half a millimetre, so that noise is no mark.
Only pixels that differ by nearly twice the noise and by a third of the mark's contrast count, and of a stroke only its
middle; what lies on black print does not. The bench and the tests use this; no page is filed by it.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from counter_app.bench.as_scanned import Light
from scanning.picture import Picture

Flags = npt.NDArray[np.bool_]
Plane = npt.NDArray[np.float32]
"""rows × columns."""
HALF = 0.5
"""Of a mark's contrast that must be left for it to count as seen."""
PRINT = 40.0
"""Grey levels below its surroundings at which something is print, on which nothing paler is seen."""
SURROUNDINGS = (30.0, 8.0, 2.5)
"""Millimetres within which the paper beside a mark is looked for, the nearest last."""
ANYTHING = 2.0
"""Grey levels by which a mark changes its paper at least."""


@dataclass(frozen=True)
class Truth:
    """A page with one mark, free of noise and straight."""

    without: Light
    """The page without the mark."""
    marked: Light
    dpi: int
    broad: bool
    """The mark is an area, not strokes."""
    noise: float
    """Standard deviation of the scan's noise in grey levels."""
    skew: float
    """By how many degrees clockwise the scan lies askew."""


@dataclass(frozen=True)
class Filed:
    """The filed page, laid on the paper it was made from: as large as `Truth.without`."""

    picture: Picture
    tolerance: int = 1
    """Pixels by which it may lie beside it."""


def kept_share(truth: Truth, filed: Filed) -> float:
    """Which part of the mark's pixels the filed page shows, from 0 to 1."""
    rows, columns = _around(truth)
    without = truth.without[rows, columns]
    shown = filed.picture[rows, columns].astype(np.float32)
    change = truth.marked[rows, columns] - without
    mark = _strength(change)
    paper = ~grown(_printed(without, truth.dpi), 2)
    beside = _beside(shown, without, paper & ~grown(mark > ANYTHING, 3), truth.dpi)
    seen, contrast = shown - beside, _contrast(change)
    least = max(1.8 * truth.noise, contrast / 3)
    if truth.broad:
        part = (mark > 0.2 * contrast) & paper
        radius = max(1, round(0.5 / 25.4 * truth.dpi))
        change, seen = _within(change, part, radius), _within(seen, part, radius)
        counted = part & (_strength(change) >= least)
    else:
        change, seen = averaged(change, 1), averaged(seen, 1)
        mark = _strength(change)
        counted = paper & (mark >= np.maximum(least, 0.6 * _highest(mark, 2)))
    counted &= _scanned_part(truth)[rows, columns]
    kept = _kept(change, seen, filed.tolerance)
    return float(kept[counted].mean()) if counted.any() else 1.0


def visible_contrast(without: Light, marked: Light) -> float:
    """The contrast that a tenth of the mark's pixels exceed, in the mean of 3 × 3 pixels; 0 where there is no mark."""
    return _contrast(marked - without)


def tones(light: Picture | Light, box: tuple[int, int, int, int]) -> tuple[float, float]:
    """Mean and standard deviation of the brightness inside `box`: left, top, right, bottom in pixels."""
    left, top, right, bottom = box
    grey = _grey(light[top:bottom, left:right])
    return float(grey.mean()), float(grey.std())


def structure(truth: Truth, filed: Filed) -> float:
    """How alike the structure of the filed page and of the paper is, from −1 to 1.

    SSIM's product of contrast and structure (Wang et al. 2004; brightness left out, for white paper is no fault), over
    7 × 7 pixels at half the resolution, in the mean of the places where either shows something.
    """
    ours, paper = (_halved(_grey(light)) for light in (filed.picture, truth.marked))
    mean_a, mean_b = averaged(ours, 3), averaged(paper, 3)
    variance_a = averaged(ours * ours, 3) - mean_a**2
    variance_b = averaged(paper * paper, 3) - mean_b**2
    both = averaged(ours * paper, 3) - mean_a * mean_b
    constant = (0.03 * 255) ** 2
    places = np.maximum(variance_a, variance_b) > constant
    alike = (2 * both + constant) / (variance_a + variance_b + constant)
    return float(alike[places].mean()) if places.any() else 1.0


def laid_on(truth: Truth, filed: Picture, rotation: int, skew: float) -> Filed:
    """The filed page moved to where the paper was.

    `filed`: rows × columns × 3. `rotation`, `skew`: what the program undid, in degrees clockwise.
    """
    rows, columns = truth.marked.shape[:2]
    turned = np.rot90(filed, -rotation // 90)  # it was turned against the clock
    picture = np.ascontiguousarray(turned)
    rest = truth.skew - skew
    if picture.shape == truth.marked.shape and not truth.skew and not rest:
        return Filed(picture)
    middle = (picture.shape[1] / 2, picture.shape[0] / 2)
    turn = cv2.getRotationMatrix2D(middle, rest, 1.0)
    straight = cv2.warpAffine(picture, turn, picture.shape[1::-1], borderValue=(255, 255, 255))
    down, right = _offset(_grey(truth.marked), _grey(np.asarray(straight, np.uint8)))
    turn[:, 2] += np.array((right, down))
    moved = cv2.warpAffine(picture, turn, (columns, rows), borderValue=(255, 255, 255))
    return Filed(np.asarray(moved, np.uint8), 2 if truth.skew else 1)


def averaged(light: Light, radius: int) -> Light:
    """Each pixel as the mean of the square around it, 2 × `radius` + 1 broad."""
    return np.asarray(cv2.blur(light, (2 * radius + 1,) * 2, borderType=cv2.BORDER_REPLICATE), np.float32)


def grown(flags: Flags, radius: int) -> Flags:
    """What lies within `radius` pixels of them."""
    return np.asarray(_highest(flags.astype(np.float32), radius) > 0, np.bool_)


def _highest(light: Plane, radius: int) -> Plane:
    return np.asarray(cv2.dilate(light, np.ones((2 * radius + 1,) * 2, np.uint8)), np.float32)


def _grey(light: Picture | Light) -> Plane:
    return np.asarray(cv2.cvtColor(np.ascontiguousarray(light), cv2.COLOR_RGB2GRAY), np.float32)


def _strength(change: Light) -> Plane:
    """The strongest channel's change."""
    red, green, blue = cv2.split(np.abs(change))
    return np.asarray(cv2.max(cv2.max(red, green), blue), np.float32)


def _contrast(change: Light) -> float:
    seen = _strength(averaged(change, 1))
    peak = float(seen.max())
    return float(np.percentile(seen[seen > 0.3 * peak], 90)) if peak else 0.0


def _around(truth: Truth) -> tuple[slice, slice]:
    """Rows and columns of the mark, with the surroundings that are looked at."""
    mark = _strength(truth.marked - truth.without) > ANYTHING
    margin = round(12 / 25.4 * truth.dpi)
    bounds = []
    for axis in (1, 0):
        places = np.flatnonzero(mark.any(axis=axis))
        first, last = (int(places[0]), int(places[-1])) if len(places) else (0, 0)
        bounds.append(slice(max(0, first - margin), last + margin))
    return bounds[0], bounds[1]


def _scanned_part(truth: Truth) -> Flags:
    """The pixels that the scan has: of a sheet that lies askew, the corners lie beside the glass."""
    height, width = truth.without.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), truth.skew, 1.0)
    return np.asarray(cv2.warpAffine(np.ones((height, width), np.uint8), turn, (width, height)) > 0, np.bool_)


def _printed(without: Light, dpi: int) -> Flags:
    """Strokes of black print; a dark area is none."""
    red, green, blue = cv2.split(without)
    dark = np.asarray(cv2.min(cv2.min(red, green), blue), np.float32)
    return np.asarray(_highest(dark, round(0.8 / 25.4 * dpi)) - dark > PRINT, np.bool_)


def _beside(shown: Light, without: Light, bare: Flags, dpi: int) -> Light:
    """What the filed page shows beside the mark: the mean of the bare paper near by that is as light or as dark."""
    result = np.full(shown.shape, 255, np.float32)
    light = _grey(without) > 128
    for ground in (light, ~light):
        paper = bare & ground
        if not paper.any():
            continue
        result[ground] = cv2.mean(shown, paper.astype(np.uint8))[:3]
        for millimetres in SURROUNDINGS:
            radius = round(millimetres / 25.4 * dpi)
            amount = averaged(paper.astype(np.float32), radius)
            near = ground & (amount > 0.04)
            total = averaged(shown * paper[:, :, np.newaxis], radius)
            result[near] = total[near] / amount[near][:, np.newaxis]
    return result


def _within(light: Light, part: Flags, radius: int) -> Light:
    """The mean of `part` around each pixel."""
    amount = averaged(part.astype(np.float32), radius)[:, :, np.newaxis]
    return np.asarray(averaged(light * part[:, :, np.newaxis], radius) / np.maximum(amount, 1e-3), np.float32)


def _kept(change: Light, seen: Light, tolerance: int) -> Flags:
    """Where any channel in which the mark is seen shows half of it, the same way."""
    strongest = _strength(change)
    kept = np.zeros(strongest.shape, np.bool_)
    for channel in range(3):
        wanted, found = change[:, :, channel], np.ascontiguousarray(seen[:, :, channel])
        lighter, darker = _highest(found, tolerance), -_highest(-found, tolerance)
        enough = np.where(wanted > 0, lighter >= HALF * wanted, darker <= HALF * wanted)
        kept |= enough & (np.abs(wanted) >= 0.6 * strongest)
    return kept


def _offset(paper: Plane, filed: Plane) -> tuple[float, float]:
    """By how many pixels down and right the filed page must be moved to lie on the paper."""
    rows, columns = (max(sizes) for sizes in zip(paper.shape, filed.shape, strict=True))
    dark = []
    for light in (filed, paper):
        padded = np.zeros((rows, columns), np.float32)
        padded[: light.shape[0], : light.shape[1]] = np.median(light) - light  # coloured paper is no mark
        dark.append(padded)
    (right, down), _ = cv2.phaseCorrelate(*dark)
    return down, right


def _halved(light: Plane) -> Plane:
    return np.asarray(cv2.resize(light, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), np.float32)

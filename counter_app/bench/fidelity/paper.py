"""A page with one mark, as a scanner sees it, and its truth.

Strengths: "strong" is the mark as its kind draws it. "faint" is the least that a person surely sees: strokes that
differ from their paper by FAINT_STROKE grey levels after the scanner's blur, areas by three times the noise. "plain"
lies between, at the geometric mean. A stroke of three times the noise could not be told from dust; an area of it can.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np
from PIL import Image, ImageChops

from counter_app.bench.as_scanned import Light, ScannerWear
from counter_app.bench.drawn_paper import A4, A5, WHITE, Sheet, printed_sheet
from counter_app.bench.fidelity.marks import Kind
from counter_app.bench.fidelity.measure import Truth, visible_contrast

STRENGTHS = ("faint", "plain", "strong")
FAINT_STROKE = 26.0
"""Grey levels, of the strongest channel, in the mean of 3 × 3 pixels on the stroke."""
FAINT_AREA = 3.0
"""Times the noise's standard deviation."""
LARGE = 0.15
"""Share of A4 pages; the others are A5, which take half the time."""


@dataclass(frozen=True)
class MarkedPage:
    """One worn page and what is known about it."""

    truth: Truth
    wear: ScannerWear
    noise_seed: tuple[int, int]

    @cached_property
    def jpeg(self) -> bytes:
        """As the scanner hands it over; noise takes half the time of a page, and who looks at its truth wants none."""
        return self.wear.scanned(self.truth.marked, self.truth.dpi, np.random.default_rng(self.noise_seed))


@dataclass(frozen=True)
class _Sides:
    """A page without its mark and with all of it, both lit and without noise."""

    without: Light
    strong: Light
    contrast: float
    wear: ScannerWear


def marked_page(kind: Kind, strength: str, dpi: int, seed: int) -> MarkedPage:
    """The page of this seed: the same layout, paper and place of the mark for each strength and resolution."""
    return _scanned(_on_print(kind, dpi, seed), kind, strength, dpi, seed)


def page_with_one_mark(kind: Kind, strength: str, dpi: int, seed: int) -> MarkedPage:
    """A page on which nothing else stands."""
    return _scanned(_alone(kind, dpi, seed), kind, strength, dpi, seed)


@lru_cache(maxsize=1)  # the three strengths of a page come one after the other
def _on_print(kind: Kind, dpi: int, seed: int) -> _Sides:
    chance = np.random.default_rng(seed)
    wear = ScannerWear.by_chance(chance)
    return _both_sides(printed_sheet(dpi, chance, A4 if chance.random() < LARGE else A5), kind, wear, chance)


@lru_cache(maxsize=1)
def _alone(kind: Kind, dpi: int, seed: int) -> _Sides:
    chance = np.random.default_rng(seed)
    wear = ScannerWear.by_chance(chance)
    sheet = Sheet(dpi, A4 if chance.random() < 0.5 else A5)
    width, height = sheet.size
    sheet.free = (width * 0.1, height * 0.1, width * 0.9, height * 0.9)
    return _both_sides(sheet, kind, wear, chance)


def _both_sides(sheet: Sheet, kind: Kind, wear: ScannerWear, chance: np.random.Generator) -> _Sides:
    if kind.ground:
        kind.ground(sheet, chance)
    bare = sheet.image
    sheet.show(bare.copy() if kind.covers else Image.new("RGB", bare.size, WHITE))
    kind.draw(sheet, chance)
    full = sheet.image if kind.covers else ImageChops.multiply(bare, sheet.image)
    without, strong = wear.lit(np.asarray(bare)), wear.lit(np.asarray(full))
    return _Sides(without, strong, visible_contrast(without, strong), wear)


def _scanned(sides: _Sides, kind: Kind, strength: str, dpi: int, seed: int) -> MarkedPage:
    wear, without = sides.wear, sides.without
    share = opacity(sides.contrast, strength, wear.noise, kind.broad)
    light = without + np.float32(share) * (sides.strong - without)
    truth = Truth(without, light, dpi, kind.broad, wear.noise, wear.skew)
    return MarkedPage(truth, wear, (seed, STRENGTHS.index(strength)))


def opacity(strongest: float, strength: str, noise: float, broad: bool) -> float:
    """How much of a mark a strength takes, from 0 to 1. `strongest`: its contrast as it is drawn."""
    faint = min(1.0, (FAINT_AREA * noise if broad else FAINT_STROKE) / strongest)
    return {"faint": faint, "plain": float(faint**0.5), "strong": 1.0}[strength]

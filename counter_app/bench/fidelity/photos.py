"""Pages with photographs, whose tones `counter bench fidelity` compares: white paper, even light."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image, ImageOps

from counter_app.bench.as_scanned import ScannerWear
from counter_app.bench.drawn_paper import A5, BLACK, Place, Sheet, printed_sheet
from counter_app.bench.fidelity.areas import shapes
from counter_app.bench.fidelity.measure import Truth
from counter_app.bench.fidelity.strokes import Chance

Painting = Callable[[tuple[int, int], Chance], Image.Image]


@dataclass(frozen=True)
class Photograph:
    """What is pictured, its size in millimetres, and where it lies."""

    name: str
    paint: Painting
    size: Place = (80, 55)
    at: Place | None = None
    """Its upper left corner; None: somewhere below the print."""
    framed: bool = False
    printed: bool = True
    """Print stands on the page too."""


@dataclass(frozen=True)
class PhotoPage:
    """The scan, its truth, and where the photograph lies: left, top, right, bottom in pixels."""

    jpeg: bytes
    truth: Truth
    box: tuple[int, int, int, int]


def _house(size: tuple[int, int], chance: Chance) -> Image.Image:
    """A pale sky, a hill, a house: the photograph of a land file."""
    width, height = size
    texture = np.asarray(shapes(size, chance), np.float32) - 145
    y = np.linspace(0, 1, height, dtype=np.float32)[:, np.newaxis, np.newaxis]
    sky = np.array((196, 214, 232), np.float32) + y * np.array((30, 20, 5), np.float32)
    total = np.broadcast_to(sky, (height, width, 3)) + 0.06 * texture
    hill = (0.55 + 0.08 * np.sin(np.linspace(0, 5, width)))[np.newaxis, :, np.newaxis]
    total = np.where(y > hill, np.array((95, 118, 72), np.float32) + 0.3 * texture, total)
    picture = Image.fromarray(np.clip(total, 0, 250).astype(np.uint8))
    sheet = Sheet(254, (width / 10, height / 10))
    sheet.show(picture)
    w, h = width / 10, height / 10
    sheet.box((w * 0.3, h * 0.45, w * 0.68, h * 0.85), fill=(205, 190, 165))
    sheet.draw.polygon(
        [tuple(sheet.at((w * x, h * y))) for x, y in ((0.26, 0.46), (0.49, 0.25), (0.72, 0.46))], (150, 80, 62)
    )
    sheet.box((w * 0.45, h * 0.6, w * 0.54, h * 0.85), fill=(92, 66, 50))
    return picture


def _shapes(size: tuple[int, int], chance: Chance) -> Image.Image:
    return shapes(size, chance)


def _portrait(size: tuple[int, int], chance: Chance) -> Image.Image:
    return shapes(size, chance, portrait=True)


def _grey(paint: Painting) -> Painting:
    return lambda size, chance: paint(size, chance).convert("L").convert("RGB")


def _scaled(paint: Painting, darkest: int, lightest: int) -> Painting:
    """Its tones between these two."""
    table = [round(darkest + (lightest - darkest) * value / 255) for value in range(256)] * 3
    return lambda size, chance: paint(size, chance).point(table)


def _sepia(size: tuple[int, int], chance: Chance) -> Image.Image:
    return ImageOps.colorize(_house(size, chance).convert("L"), (50, 30, 15), (245, 225, 190))


def _screened(size: tuple[int, int], chance: Chance) -> Image.Image:
    """Newspaper print: dots of a screen, finer than the eye parts them."""
    grey = np.asarray(_house(size, chance).convert("L"), np.float32)
    y, x = np.mgrid[0 : size[1], 0 : size[0]]
    screen = 127 + 60 * np.sin(x * math.pi / 2.5) * np.sin(y * math.pi / 2.5)
    return Image.fromarray(np.where(grey > screen, 235, 60).astype(np.uint8)).convert("RGB")


PHOTOGRAPHS = (
    Photograph("house in colour", _house),
    Photograph("house in grey", _grey(_house)),
    Photograph("house in a frame", _house, framed=True),
    Photograph("soft shapes", _shapes),
    Photograph("soft grey shapes", _grey(_shapes)),
    Photograph("portrait 3 × 4", _portrait, (30, 40)),
    Photograph("grey portrait 3 × 4", _grey(_portrait), (30, 40)),
    Photograph("dark", _scaled(_house, 15, 130)),
    Photograph("pale", _scaled(_house, 130, 245)),
    Photograph("sepia", _sepia),
    Photograph("screened", _screened),
    Photograph("in the corner", _house, (70, 50), at=(0, 160)),
    Photograph("over the whole page", _house, (148, 210), at=(0, 0), printed=False),
    Photograph("dark, over the whole page", _scaled(_shapes, 10, 120), (148, 210), at=(0, 0), printed=False),
)


def photo_page(photograph: Photograph, dpi: int, seed: int) -> PhotoPage:
    """An A5 page with this photograph."""
    chance = np.random.default_rng(seed)
    sheet = printed_sheet(dpi, chance) if photograph.printed else Sheet(dpi, A5)
    bare = sheet.image.copy()
    width, height = photograph.size
    left, top = photograph.at or (float(chance.uniform(15, 133 - width)), float(chance.uniform(122, 200 - height)))
    x, y, right, bottom = sheet.at((left, top, left + width, top + height))
    sheet.image.paste(photograph.paint((right - x, bottom - y), chance), (x, y))
    if photograph.framed:
        sheet.box((left, top, left + width, top + height), BLACK, 0.5)
    wear = ScannerWear(
        blur=float(chance.uniform(0.5, 0.9)),
        noise=float(chance.uniform(2, 5)),
        quality=int(chance.integers(85, 93)),
        paper=(0.98, 0.98, 0.98),
        shadow=0.0,
        skew=0.0,
    )
    without, light = wear.lit(np.asarray(bare)), wear.lit(np.asarray(sheet.image))
    truth = Truth(without, light, dpi, broad=True, noise=wear.noise, skew=0.0)
    return PhotoPage(wear.scanned(light, dpi, chance), truth, (x, y, right, bottom))

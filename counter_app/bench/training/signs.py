"""Signs to learn digits from: real handwritten digits, signs drawn with fonts, and what is no digit.

A sign is a picture (rows × columns, black on white) cut close around its ink, as large as a scanner makes it. Sources:
resources/reading/README.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import cv2
import numpy as np
from PIL import Image, ImageDraw, ImageFont

from counter_app.bench.drawn_paper import Sheet
from counter_app.bench.hand import Hand
from scanning.picture import Picture
from scanning.reading.digits import CLASSES

Labelled = tuple[Picture, int]
"""A sign and its place in CLASSES."""
STROKE, NONE = CLASSES.index("/"), CLASSES.index("?")
_NO_DIGITS = "adefhkmnprtvwxAEFGHKMNRVWX:;+=#&%@ăâđêưếạ"
"""Letters and signs that nobody takes for a digit."""
_SMALLEST, _LARGEST = 18, 44
"""Pixels of a sign's longer side: 2.3 to 5.6 mm at 200 dpi."""
HELD_OUT = 900
"""The first so many of scikit-learn's digits are learned from, the others are not."""


def of_mnist(folder: Path, part: str) -> tuple[Picture, Picture]:
    """(n × 28 × 28 white on black, n labels) of `part`: "train", or "t10k", which other people wrote."""
    pictures = np.frombuffer((folder / f"{part}-images-idx3-ubyte").read_bytes()[16:], np.uint8)
    return pictures.reshape(-1, 28, 28), np.frombuffer(
        (folder / f"{part}-labels-idx1-ubyte").read_bytes()[8:], np.uint8
    )


def of_scikit_learn(held_out: bool) -> tuple[Picture, Picture]:
    """(n × 32 × 32 white on black, n labels): 8 × 8 counts of 4 × 4 pixels, made large again."""
    from sklearn.datasets import load_digits

    kept = load_digits()
    part = slice(HELD_OUT, None) if held_out else slice(0, HELD_OUT)
    return np.stack([enlarged(eight) for eight in kept.images[part]]), np.asarray(kept.target[part], np.uint8)


def enlarged(eight: Picture) -> Picture:
    """A digit of 8 × 8 counts from 0 to 16 as strokes: 32 × 32, white on black."""
    counts = np.pad(np.asarray(eight, np.float32) * (255 / 16), 1)
    large = cv2.resize(counts, (40, 40), interpolation=cv2.INTER_CUBIC)[4:36, 4:36]
    return np.asarray(np.clip((large - 90) * 3, 0, 255), np.uint8)


@dataclass(frozen=True)
class Fonts:
    """Fonts of several files each, for their letters lie in parts; all that draw digits like a hand or a printer."""

    files: tuple[Path, ...]

    @classmethod
    def inside(cls, folders: Sequence[Path]) -> Fonts:
        """All there are."""
        return cls(tuple(sorted(file for folder in folders for file in folder.rglob("*.[ot]tf"))))

    def sign(self, letter: str, chance: np.random.Generator) -> Picture | None:
        """The letter in one of them; None where it has none."""
        font = ImageFont.truetype(str(self.files[int(chance.integers(len(self.files)))]), 40)
        if font.getmask(letter).getbbox() is None or bytes(font.getmask(letter)) == bytes(font.getmask("\ufffe")):
            return None
        image = Image.new("L", (120, 120), 0)
        ImageDraw.Draw(image).text((40, 30), letter, 255, font)
        return np.asarray(image)


def drawn(fonts: Fonts, chance: np.random.Generator, count: int) -> Iterator[Labelled]:
    """So many digits, strokes and letters, distorted."""
    for _ in range(count):
        kind = chance.random()
        letters = CLASSES[:10] if kind < 0.5 else "/" if kind < 0.6 else _NO_DIGITS
        letter = letters[int(chance.integers(len(letters)))]
        picture = fonts.sign(letter, chance)
        if picture is not None and picture.any():
            yield as_scanned(distorted(picture, chance), chance), CLASSES.index(letter) if kind < 0.6 else NONE


def strokes(chance: np.random.Generator, count: int) -> Iterator[Labelled]:
    """Strokes between two numbers, steeper or flatter."""
    for _ in range(count):
        picture = np.zeros((80, 80), np.uint8)
        lean, bend = float(chance.uniform(4, 24)), float(chance.uniform(-3, 3))
        line = np.array([[40 + lean, 12], [40 + bend, 40], [40 - lean, 68]], np.int32)
        cv2.polylines(picture, [line], False, 255, int(chance.integers(3, 8)), cv2.LINE_AA)
        yield as_scanned(picture, chance), STROKE


def by_hand(chance: np.random.Generator, count: int) -> Iterator[Labelled]:
    """Digits, strokes and letters of hands that the benches draw."""
    for _ in range(count):
        kind = chance.random()
        letters = CLASSES[:10] if kind < 0.6 else "/" if kind < 0.75 else _NO_DIGITS
        letter = letters[int(chance.integers(len(letters)))]
        sheet = Sheet(200, (16, 16))
        ink = replace(Hand.by_chance(chance), ink=(0, 0, 0), height=2.5)
        ink.write(sheet, letter, (6, 10), chance)
        picture = 255 - np.asarray(sheet.image.convert("L"))
        if (picture > 100).sum() > 12:
            yield as_scanned(np.asarray(picture, np.uint8), chance), CLASSES.index(letter) if kind < 0.75 else NONE


def spoiled(digits: Picture, chance: np.random.Generator, count: int) -> Iterator[Labelled]:
    """What becomes of digits that is none: two that touch, one crossed out."""
    for _ in range(count):
        one, other = (digits[int(place)] for place in chance.integers(0, len(digits), 2))
        picture = np.zeros((56, 72), np.uint8)
        picture[14:42, 8:36] = one
        if chance.random() < 0.5:
            left = int(chance.integers(20, 27))
            picture[14:42, left : left + 28] = np.maximum(picture[14:42, left : left + 28], other)
        else:
            for _ in range(int(chance.integers(1, 4))):
                begin = int(chance.integers(2, 12)), int(chance.integers(14, 42))
                end = int(chance.integers(34, 50)), int(chance.integers(14, 42))
                cv2.line(picture, begin, end, 255, int(chance.integers(2, 4)), cv2.LINE_AA)
        yield as_scanned(distorted(picture, chance), chance), NONE


def distorted(picture: Picture, chance: np.random.Generator) -> Picture:
    """White on black, turned, slanted, stretched, bent, thinner or thicker, as another hand would write it."""
    rows, columns = picture.shape
    middle = np.array([columns / 2, rows / 2])
    turn, slant = np.radians(chance.uniform(-9, 9)), chance.uniform(-0.25, 0.25)
    stretch = np.diag(np.exp(chance.uniform(-0.16, 0.16, 2)))
    change = (
        np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        @ np.array([[1, slant], [0, 1]])
        @ stretch
    )
    move = np.concatenate([change, (middle - change @ middle)[:, np.newaxis]], axis=1).astype(np.float32)
    moved = cv2.warpAffine(picture, move, (columns, rows), flags=cv2.INTER_LINEAR)
    bends = [
        cv2.GaussianBlur(chance.uniform(-1, 1, picture.shape).astype(np.float32), (0, 0), 5) * 14 for _ in range(2)
    ]
    down, across = np.indices(picture.shape).astype(np.float32)
    bent = cv2.remap(moved, across + bends[0], down + bends[1], cv2.INTER_LINEAR)
    if chance.random() < 0.4:
        how = cv2.dilate if chance.random() < 0.6 else cv2.erode
        changed = how(bent, np.ones((2, 2), np.uint8))
        bent = changed if (changed > 100).sum() > 20 else bent
    return np.asarray(bent, np.uint8)


def as_scanned(picture: Picture, chance: np.random.Generator) -> Picture:
    """White on black as a scanner sees it: as large, as soft and as noisy; black on white, cut close."""
    ink = picture > 90
    rows, columns = (np.flatnonzero(ink.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return np.full((_SMALLEST, _SMALLEST), 255, np.uint8)
    cut = picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    scale = float(chance.uniform(_SMALLEST, _LARGEST)) / max(cut.shape)
    size = (max(2, round(cut.shape[1] * scale)), max(2, round(cut.shape[0] * scale)))
    small = cv2.resize(cut, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC).astype(np.float32)
    soft = cv2.GaussianBlur(
        cv2.copyMakeBorder(small, 1, 1, 1, 1, cv2.BORDER_CONSTANT), (0, 0), float(chance.uniform(0.3, 0.9))
    )
    noisy = soft * float(chance.uniform(0.65, 1.0)) + chance.normal(0, 3, soft.shape)
    return np.asarray(np.clip(255 - noisy, 0, 255), np.uint8)

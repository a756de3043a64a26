"""Handwriting as the benches draw it: letters of single strokes, each a little different, by hands of their own.

Two signs of `_LETTERS` are a point: across, and up from below the line (0), the base line (3), small letters' height
(7) to capitals' (b); a bar lifts the pen. Nobody's hand was copied.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from counter_app.bench.drawn_paper import Area, Colour, Place, Sheet

_LETTERS = {
    "a": "47 26 14 23 33 45|47 44 53", "b": "1b 13|16 37 46 44 33 13", "c": "46 27 15 14 23 43",
    "d": "46 27 15 14 23 43|4b 43", "đ": "46 27 15 14 23 43|4b 43|29 59", "e": "15 45 46 37 26 14 23 33 44",
    "f": "4b 3b 29 23|17 47", "g": "47 27 15 23 44|47 41 20 11", "h": "1b 13|15 37 46 43", "i": "17 13|19 19",
    "j": "27 21 10|29 29", "k": "1b 13|47 15 43", "l": "1b 14 23", "m": "17 13|15 27 36 33|36 57 66 63",
    "n": "17 13|15 37 46 43", "o": "27 15 14 23 33 45 46 37 27", "p": "17 10|16 37 46 44 33 14",
    "q": "47 27 15 23 44|47 40", "r": "17 13|15 27 37", "s": "46 27 16 35 44 33 13", "t": "2a 24 33 43|07 47",
    "u": "17 14 23 34 47|47 43", "v": "17 23 47", "w": "17 23 36 43 57", "x": "17 43|47 13", "y": "17 24 34|47 33 10",
    "z": "17 47 13 43", "A": "03 3b 63|16 56", "B": "1b 13|1b 4b 59 47 17|47 65 43 13", "C": "6a 4b 19 15 33 64",
    "D": "1b 13|1b 4b 68 65 43 13", "Đ": "1b 13|1b 4b 68 65 43 13|07 37", "E": "5b 1b 13 53|17 47",
    "F": "5b 1b 13|17 47", "G": "6a 4b 18 15 33 64 67 47", "H": "1b 13|5b 53|17 57", "I": "1b 13", "J": "4b 44 23 14",
    "K": "1b 13|5b 17 53", "L": "1b 13 53", "M": "13 1b 37 6b 63", "N": "13 1b 63 6b", "O": "3b 18 15 33 56 59 3b",
    "P": "1b 13|1b 4b 59 47 17", "Q": "3b 18 15 33 56 59 3b|45 63", "R": "1b 13|1b 4b 59 47 17|37 63",
    "S": "5a 3b 19 37 55 33 14", "T": "0b 6b|3b 33", "U": "1b 15 33 55 5b", "V": "0b 33 6b", "X": "1b 53|5b 13",
    "Y": "0b 37 6b|37 33", "0": "3b 18 15 33 56 59 3b", "1": "19 3b 33", "2": "19 2b 4b 59 36 13 53",
    "3": "1a 3b 59 37 56 44 23 14", "4": "3b 16 56|4a 43", "5": "5b 1b 18 38 56 44 23 13",
    "6": "4b 27 14 23 43 55 37 15", "7": "1b 5b 33", "8": "3b 19 37 55 33 15 37 59 3b", "9": "59 3b 19 28 48 59|59 43",
    ",": "23 11", ".": "23 23", "/": "13 5b", "-": "16 46", "@": "46 36 34 44 47 29 05 12 32", "(": "3b 17 32",
    ")": "1b 37 12", ":": "26 26|23 23", "²": "1b 2b 19 29",
}  # fmt: skip
_MARKS = {
    "\u0301": "28 3a", "\u0300": "38 2a", "\u0309": "29 3a 38", "\u0303": "18 29 39 4a", "\u0323": "21 21",
    "\u0302": "18 3a 48", "\u0306": "1a 29 4a", "\u031b": "47 58 59",
}  # fmt: skip
_BELOW = {"\u0323", "\u031b"}
BLUE, BLACK_INK = (28, 44, 150), (38, 38, 42)


@dataclass(frozen=True)
class Hand:
    """How somebody writes."""

    height: float
    """Millimetres of a small letter."""
    slant: float
    """Millimetres to the right for one up."""
    width: float
    """Of a letter, in parts of the usual one."""
    pen: float
    """Millimetres of its stroke."""
    ink: Colour
    unsteady: float
    """Standard deviation of a point, in parts of a small letter's height."""
    joined: float
    """Share of the letters of a word that are written without lifting the pen."""

    @classmethod
    def by_chance(cls, chance: np.random.Generator) -> Hand:
        """Somebody's."""
        return cls(
            height=float(chance.uniform(1.9, 2.6)),
            slant=float(chance.uniform(-0.1, 0.5)),
            width=float(chance.uniform(0.8, 1.15)),
            pen=float(chance.uniform(0.3, 0.6)),
            ink=BLUE if chance.random() < 0.65 else BLACK_INK,
            unsteady=float(chance.uniform(0.04, 0.09)),
            joined=float(chance.choice([0.0, 0.5, 0.85])),
        )

    def length(self, text: str) -> float:
        """About how many millimetres a text takes."""
        return sum(self._advance(letter) for letter in text)

    def write(self, sheet: Sheet, text: str, place: Place, chance: np.random.Generator) -> Area:
        """Writes a text that begins at `place`, on its base line; the place of its ink."""
        x, base = place
        ink: list[Place] = []
        rise, end = float(chance.normal(0, 0.008)), None
        for letter in text:
            size = self.height / 4 * float(chance.normal(1, 0.05))
            low = base + rise * (x - place[0]) + float(chance.normal(0, 0.05)) * self.height
            lines = [self._line(points, x, low, size, chance) for points in _strokes(letter)]
            if end is not None and lines and letter.isalpha() and chance.random() < self.joined:
                lines.insert(0, [end, lines[0][0]])
            for line in lines:
                sheet.line(line if len(line) > 1 else line * 2, self.ink, self.pen)
                ink += line
            end = lines[-1][-1] if lines and len(lines) == 1 else None
            x += self._advance(letter) * float(chance.normal(1, 0.06))
        across, down = [point[0] for point in ink] or [x], [point[1] for point in ink] or [base]
        return min(across), min(down), max(across), max(down)

    def strike(self, sheet: Sheet, area: Area, chance: np.random.Generator) -> None:
        """Crosses out what stands there."""
        left, top, right, bottom = area
        middle, end = (float(chance.normal((top + bottom) / 2, 0.2)) for _ in range(2))
        sheet.line(
            [(left - 1, middle), ((left + right) / 2, (middle + end) / 2 + 0.2), (right + 1, end)], self.ink, self.pen
        )

    def _advance(self, letter: str) -> float:
        lines = _strokes(letter)
        wide = max((x for line in lines for x, _ in line), default=3.0)
        return (wide + 1.6) * self.height / 4 * self.width * 0.82

    def _line(
        self, points: list[Place], x: float, base: float, size: float, chance: np.random.Generator
    ) -> list[Place]:
        shaken = [
            (px + chance.normal(0, 4 * self.unsteady), py + chance.normal(0, 4 * self.unsteady)) for px, py in points
        ]
        return [
            (x + size * (px * self.width * 0.82 + self.slant * (py - 3)), base - size * (py - 3))
            for px, py in _smooth([(float(px), float(py)) for px, py in shaken])
        ]


def _strokes(letter: str) -> list[list[Place]]:
    """The strokes of a letter with its marks, as points."""
    parts = unicodedata.normalize("NFD", letter)
    strokes = list(_points(_LETTERS.get(parts[0], "")))
    lift, above = (4 if parts[0].isupper() else 0), 0
    for mark in parts[1:]:
        for line in _points(_MARKS.get(mark, "")):
            up = 0 if mark in _BELOW else lift + 2 * above
            strokes.append([(x, y + up) for x, y in line])
        above += mark not in _BELOW
    return strokes


def _points(text: str) -> Iterator[list[Place]]:
    for line in text.split("|"):
        if line:
            yield [(float(int(point[0], 16)), float(int(point[1], 16))) for point in line.split()]


def _smooth(points: list[Place]) -> list[Place]:
    """A curve through the points (Catmull and Rom's)."""
    if len(points) < 3:
        return points
    padded = np.array([points[0], *points, points[-1]])
    steps = np.linspace(0, 1, 6)[:, np.newaxis]
    curve = [
        0.5 * (2 * b + (c - a) * steps + (2 * a - 5 * b + 4 * c - d) * steps**2 + (3 * b - a - 3 * c + d) * steps**3)
        for a, b, c, d in zip(padded, padded[1:], padded[2:], padded[3:], strict=False)
    ]
    return [(float(x), float(y)) for x, y in np.concatenate(curve)]

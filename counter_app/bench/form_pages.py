"""Filled forms as a scanner sees them: other people, fonts, sizes, leaders and wear with each seed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from counter_app.bench.as_scanned import ScannerWear
from counter_app.bench.drawn_paper import A4, BLACK, Sheet, lettering
from counter_app.bench.form_texts import FORM_TEXTS
from counter_app.bench.form_values import filled

LEFT, RIGHT, TOP = 24.0, 190.0, 18.0
"""Millimetres from the sheet's upper left corner."""
MOST_SKEW = 5.0
_FIELD = re.compile(r"\{([\w.]+)\}")
_COLUMNS = (LEFT, 66.0, 128.0, RIGHT)


@dataclass(frozen=True)
class FilledForm:
    """A scanned form: which paper it is and what is printed in its fields."""

    paper: str
    dpi: int
    jpeg: bytes
    truth: dict[str, str]


@dataclass
class _Writer:
    """A form being printed: where the next word goes, and what was filled in."""

    sheet: Sheet
    chance: np.random.Generator
    points: float
    sans: bool
    style: str
    dots: str
    x: float = LEFT
    y: float = TOP
    truth: dict[str, str] = field(default_factory=dict)

    @property
    def step(self) -> float:
        return self.points * 0.3528 * 1.5

    def width(self, words: str, style: str) -> float:
        pixels = max(4, round(self.points / 72 * self.sheet.dpi))
        return lettering(style, pixels, self.sans).getlength(words) * 25.4 / self.sheet.dpi

    def words(self, text: str, style: str, left: float = LEFT, right: float = RIGHT) -> None:
        """Word after word, over the line's end where there is no room."""
        for word in text.split():
            if self.x > left and self.x + self.width(word, style) > right:
                self.x, self.y = left, self.y + self.step
            self.sheet.text((self.x, self.y), word, self.points, BLACK, style, self.sans)
            self.x += self.width(f"{word} ", style)

    def filled(self, text: str, style: str, left: float = LEFT, right: float = RIGHT) -> None:
        """A text with its fields filled in."""
        for place, part in enumerate(_FIELD.split(text)):
            if place % 2 == 0:
                self.words(part, style, left, right)
                continue
            value, truth = filled(part, self.chance)
            self.truth |= truth
            self.words(value, self.style, left, right)

    def leaders(self, until: float = RIGHT) -> None:
        """Dots to the line's end, on forms that have them."""
        count = int((until - self.x) / max(0.1, self.width(self.dots, "Regular"))) if self.dots else 0
        if count > 3:
            self.sheet.text((self.x, self.y), self.dots * count, self.points, BLACK, "Regular", self.sans)

    def row(self, cells: list[str]) -> None:
        """A row of the table, with its rules."""
        top, bottom = self.y, self.y
        for cell, left, right in zip(cells, _COLUMNS, _COLUMNS[1:], strict=False):
            self.x, self.y = left + 2, top + 1
            self.filled(cell, "Regular", left + 2, right - 2)
            bottom = max(bottom, self.y + self.step)
        for y in (top, bottom):
            self.sheet.line([(_COLUMNS[0], y), (_COLUMNS[-1], y)], BLACK, 0.2)
        for x in _COLUMNS:
            self.sheet.line([(x, top), (x, bottom)], BLACK, 0.2)
        self.x, self.y = LEFT, bottom

    def line(self, text: str) -> None:
        """One line of the form's text, as its first sign says."""
        if text.startswith("|"):
            self.row(text[1:].split("|"))
            return
        style = "Bold" if text[0] in "^*" else "Regular"
        if text.startswith("^"):
            self.x = (LEFT + RIGHT - self.width(text[1:], style)) / 2
        parts = text.lstrip("^*").split("  ")
        for number, part in enumerate(parts):
            if number:
                tab = LEFT + (RIGHT - LEFT) * number / len(parts)
                self.leaders(tab - 2)
                self.x = max(self.x + 2, tab)
            self.filled(part, style)
        if style == "Regular" and text.endswith("}"):
            self.leaders()
        self.x, self.y = LEFT, self.y + self.step * float(self.chance.uniform(1.0, 1.15))


def filled_form(paper: str, chance: np.random.Generator, dpi: int = 200) -> FilledForm:
    """One form, filled in and scanned askew by up to 5°."""
    writer = _Writer(
        Sheet(dpi, A4),
        chance,
        points=float(chance.choice([11.5, 12, 13, 13.5])),
        sans=bool(chance.random() < 0.3),
        style=str(chance.choice(["Regular", "Regular", "Bold", "Italic"])),
        dots=str(chance.choice(["", ".", "…"])),
    )
    for heading in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"):
        writer.line(f"^{heading}")
    writer.y += 4
    for text in FORM_TEXTS[paper].splitlines():
        writer.line(text)
    wear = ScannerWear.by_chance(chance)
    skew = float(chance.uniform(-MOST_SKEW, MOST_SKEW))
    worn = ScannerWear(wear.blur, wear.noise, wear.quality, wear.paper, wear.shadow, skew)
    jpeg = worn.scanned(worn.lit(np.asarray(writer.sheet.image)), dpi, chance)
    return FilledForm(paper, dpi, jpeg, writer.truth)


def filled_forms(seed: int, share: float = 1.0) -> Iterator[FilledForm]:
    """Five of each form; fewer, and not every form, for a smaller share."""
    for number in range(max(1, round(5 * share))):
        for place, paper in enumerate(FORM_TEXTS):
            if place < max(1.0, 5 * share * len(FORM_TEXTS)):
                yield filled_form(paper, np.random.default_rng((seed, number, place)))

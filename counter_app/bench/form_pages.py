"""Filled forms as a scanner sees them: other people, fonts, sizes, leaders and wear with each seed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from counter_app.bench.as_scanned import ScannerWear
from counter_app.bench.drawn_paper import A4, BLACK, Sheet, lettering
from counter_app.bench.form_texts import FORM_TEXTS
from counter_app.bench.form_values import filled
from scanning.picture import Picture

LEFT, RIGHT, TOP = 24.0, 190.0, 18.0
"""Millimetres from the sheet's upper left corner."""
MOST_SKEW = 5.0
FAMILIES = ("Serif",) * 6 + ("Sans",) * 2 + ("OtherSerif", "OtherSans", "NarrowSerif", "NarrowSans")
"""What forms are printed in; most of them in Times."""
COPIED, FADED = 0.2, 0.25
"""Share of the forms that are copies of copies, and of those printed with little toner."""
_FIELD = re.compile(r"\{([\w.]+)\}")
_FOOTNOTE = re.compile(r" ?\(\d\)")
_COLUMNS = (LEFT, 66.0, 128.0, RIGHT)


@dataclass(frozen=True)
class FilledForm:
    """A scanned form: which paper it is and what is printed in its fields."""

    paper: str
    dpi: int
    jpeg: bytes
    truth: dict[str, str]


@dataclass(frozen=True)
class _Manner:
    """How one form is printed and filled in."""

    points: float
    family: str
    filled_family: str
    """Of what is filled in; likewise its style."""
    filled_style: str
    spacing: float
    """Of the lines, as a multiple of the print's size."""
    dots: str
    """To write on; "" for none."""
    led: int
    """Dots that stay before what is filled in."""
    gap: float
    """Millimetres more before what is filled in: below nothing it stands at the colon itself."""
    raised: float
    """Millimetres by which it stands higher than the line."""
    space_before_colon: bool
    footnotes: bool

    @classmethod
    def by_chance(cls, chance: np.random.Generator) -> _Manner:
        family = str(chance.choice(FAMILIES))
        return cls(
            points=float(chance.choice([11, 11.5, 12, 13, 13.5, 14])),
            family=family,
            filled_family=family if chance.random() < 0.8 else str(chance.choice([*FAMILIES, "Mono"])),
            filled_style=str(chance.choice(["Regular", "Regular", "Bold", "Italic", "BoldItalic"])),
            spacing=float(chance.uniform(1.25, 1.75)),
            dots=str(chance.choice(["", ".", "…"])),
            led=int(chance.integers(2, 7)) if chance.random() < 0.15 else 0,
            gap=float(chance.choice([0, 0, 0, 0, -2, 1, 3, 6])),
            raised=float(chance.choice([0, 0, 0, 0.3, 0.6])),
            space_before_colon=bool(chance.random() < 0.15),
            footnotes=bool(chance.random() < 0.75),
        )

    def of_label(self, text: str) -> str:
        """A printed text as this form has it."""
        text = text if self.footnotes else _FOOTNOTE.sub("", text)
        return text.replace(":", " :") if self.space_before_colon else text


@dataclass
class _Writer:
    """A form being printed: where the next word goes, and what was filled in."""

    sheet: Sheet
    chance: np.random.Generator
    manner: _Manner
    blank: bool
    x: float = LEFT
    y: float = TOP
    truth: dict[str, str] = field(default_factory=dict)

    @property
    def step(self) -> float:
        return self.manner.points * 0.3528 * self.manner.spacing

    def width(self, words: str, style: str, family: str) -> float:
        pixels = max(4, round(self.manner.points / 72 * self.sheet.dpi))
        return lettering(style, pixels, family).getlength(words) * 25.4 / self.sheet.dpi

    def words(self, text: str, style: str, family: str, left: float, right: float, raised: float = 0.0) -> None:
        """Word after word, over the line's end where there is no room."""
        for word in text.split():
            if self.x > left and self.x + self.width(word, style, family) > right:
                self.x, self.y = left, self.y + self.step
            self.sheet.text((self.x, self.y - raised), word, self.manner.points, BLACK, style, family)
            self.x += self.width(f"{word} ", style, family)

    def filled(self, text: str, style: str, left: float = LEFT, right: float = RIGHT) -> None:
        """A text with its fields filled in."""
        manner = self.manner
        for place, part in enumerate(_FIELD.split(text)):
            if place % 2 == 0:
                self.words(manner.of_label(part), style, manner.family, left, right)
                continue
            value, truth = ("", {}) if self.blank else filled(part, self.chance)
            self.truth |= truth
            self.words(manner.dots * manner.led, "Regular", manner.family, left, right)
            self.x = max(left, self.x + max(manner.gap, -self.width(" ", style, manner.family)))
            self.words(value, manner.filled_style, manner.filled_family, left, right, manner.raised)

    def leaders(self, until: float = RIGHT) -> None:
        """Dots to the line's end, on forms that have them."""
        dots, family = self.manner.dots, self.manner.family
        count = int((until - self.x) / max(0.1, self.width(dots, "Regular", family))) if dots else 0
        if count > 3:
            self.sheet.text((self.x, self.y), dots * count, self.manner.points, BLACK, "Regular", family)

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
            self.x = (LEFT + RIGHT - self.width(text[1:], style, self.manner.family)) / 2
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


def filled_form(paper: str, chance: np.random.Generator, dpi: int = 200, *, blank: bool = False) -> FilledForm:
    """One form, filled in or left blank, and scanned askew by up to 5°."""
    writer = _Writer(Sheet(dpi, A4), chance, _Manner.by_chance(chance), blank)
    for heading in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"):
        writer.line(f"^{heading}")
    writer.y += 4
    for text in FORM_TEXTS[paper].splitlines():
        writer.line(text)
    wear = _heavier(ScannerWear.by_chance(chance), chance)
    page = _copied(np.asarray(writer.sheet.image), dpi, chance)
    return FilledForm(paper, dpi, wear.scanned(wear.lit(page), dpi, chance), writer.truth)


def _heavier(wear: ScannerWear, chance: np.random.Generator) -> ScannerWear:
    """As the office's old scanner sees what people carry about."""
    return replace(
        wear,
        blur=float(wear.blur + chance.exponential(0.12)),
        noise=float(wear.noise + chance.exponential(1.5)),
        quality=int(chance.integers(60, 93)),
        skew=float(chance.uniform(-MOST_SKEW, MOST_SKEW)),
    )


def _copied(page: Picture, dpi: int, chance: np.random.Generator) -> Picture:
    """The print as toner left it: full, faded, or the copy of a copy, with specks."""
    ink = 255 - page
    if chance.random() < FADED:
        ink = np.asarray(ink * chance.uniform(0.5, 0.85), np.uint8)
    if chance.random() < COPIED:
        thin, specks = chance.random(page.shape[:2]), chance.random(page.shape[:2])
        ink = np.asarray(np.where(thin < 0.06, 0, ink.max(axis=2)), np.uint8)
        ink[specks < 0.02 / dpi] = 200
        ink = np.repeat(ink[:, :, np.newaxis], 3, axis=2)
    return np.asarray(255 - ink, np.uint8)


def blank_forms(seed: int, share: float = 1.0) -> Iterator[FilledForm]:
    """One of each form with nothing in it."""
    for place, paper in enumerate(FORM_TEXTS):
        if place < max(1.0, share * len(FORM_TEXTS)):
            yield filled_form(paper, np.random.default_rng((seed, 1000, place)), blank=True)


def filled_forms(seed: int, share: float = 1.0) -> Iterator[FilledForm]:
    """Five of each form; fewer, and not every form, for a smaller share."""
    for number in range(max(1, round(5 * share))):
        for place, paper in enumerate(FORM_TEXTS):
            if place < max(1.0, 5 * share * len(FORM_TEXTS)):
                yield filled_form(paper, np.random.default_rng((seed, number, place)))

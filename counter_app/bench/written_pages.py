"""Forms filled in by hand as a scanner sees them: other people, hands, pens, dots and wear with each seed."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np

from counter_app.bench.as_scanned import ScannerWear
from counter_app.bench.drawn_paper import A4, BLACK, Area, Sheet, lettering
from counter_app.bench.form_texts import FORM_TEXTS
from counter_app.bench.form_values import filled
from counter_app.bench.hand import Hand

LEFT, RIGHT, TOP = 24.0, 190.0, 18.0
"""Millimetres from the sheet's upper left corner."""
MOST_SKEW = 5.0
ANSWER = 25.0
"""Millimetres left for an answer that print follows."""
_FIELD = re.compile(r"\{([\w.]+)\}")
_COLUMNS = (LEFT, 66.0, 128.0, RIGHT)


@dataclass(frozen=True)
class WrittenForm:
    """A scanned form: which paper it is and what is printed in its fields."""

    paper: str
    dpi: int
    jpeg: bytes
    truth: dict[str, str]
    spaces: dict[str, Area] = field(default_factory=dict)
    """Where answers belong, on a form to be filled in by hand: millimetres on the straight sheet."""
    printed: tuple[tuple[str, Area], ...] = ()
    """The form's own words where they stand there."""


@dataclass
class FormWriter:
    """A form being printed: where the next word goes, and what was filled in."""

    sheet: Sheet
    chance: np.random.Generator
    points: float
    style: str
    dots: str
    blank: bool
    x: float = LEFT
    y: float = TOP
    hand: Hand | None = None
    """Who fills it in; None where it is filled in by a printer."""
    crossed_out: bool = False
    """Whether the first word of each name is."""
    truth: dict[str, str] = field(default_factory=dict)
    spaces: dict[str, Area] = field(default_factory=dict)
    printed: list[tuple[str, Area]] = field(default_factory=list)

    @property
    def step(self) -> float:
        return self.points * 0.3528 * 1.5

    def width(self, words: str, style: str) -> float:
        pixels = max(4, round(self.points / 72 * self.sheet.dpi))
        return lettering(style, pixels).getlength(words) * 25.4 / self.sheet.dpi

    def words(self, text: str, style: str, left: float = LEFT, right: float = RIGHT) -> None:
        """Word after word, over the line's end where there is no room."""
        for word in text.split():
            if self.x > left and self.x + self.width(word, style) > right:
                self.x, self.y = left, self.y + self.step
            self.printed.append((word, self.sheet.text((self.x, self.y), word, self.points, BLACK, style)))
            self.x += self.width(f"{word} ", style)

    def filled(self, text: str, style: str, left: float = LEFT, right: float = RIGHT) -> None:
        """A text with its fields filled in."""
        parts = _FIELD.split(text)
        for place, part in enumerate(parts):
            if place % 2 == 0:
                self.words(part, style, left, right)
                continue
            value, truth = filled(part, self.chance)
            if self.hand is not None:
                follows = bool(parts[place + 1].strip(" .,;:"))
                self.by_hand(part, value, list(truth), (left, min(right, self.x + ANSWER) if follows else right))
            elif not self.blank:
                self.words(value, self.style, left, right)
            self.truth |= {} if self.blank else truth

    def by_hand(self, name: str, value: str, fields: list[str], sides: tuple[float, float]) -> None:
        """An answer on its dots: smaller where there is little room, on the next line too where there is none."""
        assert self.hand is not None
        begin, right = sides
        left, top, lines = self.x, self.y, [(self.x, right, self.y)]
        end = self.leaders(right)
        more = self.hand.length(value) / max(1.0, right - left) - 1.0 if right > RIGHT - 70 else 0.0
        for _ in range(min(4, math.ceil(more * 0.85))):
            self.x, self.y = begin, self.y + self.step
            lines.append((begin, right, self.y))
            end = max(end, self.leaders(right))
        self._write(value, lines)
        for field_name in fields if left < right else []:
            self.spaces[field_name] = (min(x for x, _, _ in lines), top, end, self.y + self.points * 0.3528 * 1.1)
        self.x = right

    def _write(self, value: str, lines: list[tuple[float, float, float]]) -> None:
        """Word after word over the lines (from, to, top)."""
        assert self.hand is not None
        if self.blank:
            return
        room = sum(right - left - 3 for left, right, _ in lines)
        hand = replace(self.hand, height=self.hand.height * min(1.0, room / max(1.0, self.hand.length(value))))
        waiting = value.split()
        for number, (left, right, top) in enumerate(lines):
            base = top + self.points * 0.3528 * 0.92 - 0.3
            x, text = left + float(self.chance.uniform(0.5, 2)), ""
            while waiting and (not text or x + hand.length(f"{text} {waiting[0]}") < right or number + 1 == len(lines)):
                text = f"{text} {waiting.pop(0)}".strip()
            area = hand.write(self.sheet, text, (x, base), self.chance)
            if self.crossed_out and text:
                hand.strike(self.sheet, area, self.chance)

    def leaders(self, until: float = RIGHT) -> float:
        """Dots to the line's end, on forms that have them; where the last one stands."""
        count = int((until - self.x) / max(0.1, self.width(self.dots, "Regular"))) if self.dots.strip("_") else 0
        if self.dots == "_":
            base = self.y + self.points * 0.3528 * 0.92
            self.sheet.line([(self.x, base), (until, base)], BLACK, 0.2)
        if count > 3:
            until = self.x + count * self.width(self.dots, "Regular")
            self.sheet.text((self.x, self.y), self.dots * count, self.points, BLACK, "Regular")
        return until

    def row(self, cells: list[str]) -> None:
        """A row of the table, with its rules."""
        top, bottom, dots, answers = self.y, self.y, self.dots, dict[str, tuple[float, float]]()
        self.dots = ""
        for cell, left, right in zip(cells, _COLUMNS, _COLUMNS[1:], strict=False):
            self.x, self.y = left + 2, top + 1
            known = set(self.spaces)
            self.filled(cell, "Regular", left + 2, right - 2)
            answers |= dict.fromkeys(set(self.spaces) - known, (left, right))
            bottom = max(bottom, self.y + self.step)
        for y in (top, bottom):
            self.sheet.line([(_COLUMNS[0], y), (_COLUMNS[-1], y)], BLACK, 0.2)
        for x in _COLUMNS:
            self.sheet.line([(x, top), (x, bottom)], BLACK, 0.2)
        self.spaces |= {name: (left, top, right, bottom) for name, (left, right) in answers.items()}
        self.x, self.y, self.dots = LEFT, bottom, dots

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
                if self.hand is None:
                    self.leaders(tab - 2)
                self.x = max(self.x + 2, tab)
            end = LEFT + (RIGHT - LEFT) * (number + 1) / len(parts) - 2 if number + 1 < len(parts) else RIGHT
            self.filled(part, style, right=RIGHT if self.hand is None else end)
        if style == "Regular" and text.endswith("}") and self.hand is None:
            self.leaders()
        self.x, self.y = LEFT, self.y + self.step * float(self.chance.uniform(1.0, 1.15))


def written_form(
    paper: str, chance: np.random.Generator, dpi: int = 200, *, crossed_out: bool = False, blank: bool = False
) -> WrittenForm:
    """One form, filled in by hand on its dots or lines."""
    writer = FormWriter(
        Sheet(dpi, A4),
        chance,
        points=float(chance.choice([12, 13, 13.5, 14])),
        style="Regular",
        dots=str(chance.choice([".", "…", "_"])),
        blank=blank,
        hand=Hand.by_chance(chance),
        crossed_out=crossed_out,
    )
    return scanned(paper, writer)


def scanned(paper: str, writer: FormWriter) -> WrittenForm:
    """The form printed, filled in, and scanned askew by up to 5°."""
    chance, dpi = writer.chance, writer.sheet.dpi
    for heading in ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"):
        writer.line(f"^{heading}")
    writer.y += 4
    for text in FORM_TEXTS[paper].splitlines():
        writer.line(text)
    wear = ScannerWear.by_chance(chance)
    skew = float(chance.uniform(-MOST_SKEW, MOST_SKEW))
    worn = ScannerWear(wear.blur, wear.noise, wear.quality, wear.paper, wear.shadow, skew)
    jpeg = worn.scanned(worn.lit(np.asarray(writer.sheet.image)), dpi, chance)
    return WrittenForm(paper, dpi, jpeg, writer.truth, writer.spaces, tuple(writer.printed))


def written_forms(seed: int, share: float = 1.0, *, blank: bool = False) -> Iterator[WrittenForm]:
    """Three of each form filled in by hand, or left empty; fewer, and not every form, for a smaller share."""
    for number in range(max(1, round(3 * share))):
        for place, paper in enumerate(FORM_TEXTS):
            if place < max(1.0, 3 * share * len(FORM_TEXTS)):
                yield written_form(paper, np.random.default_rng((seed, 2000 + number, place)), blank=blank)

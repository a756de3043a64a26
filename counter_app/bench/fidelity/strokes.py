"""Marks that are strokes: pens, pencils, stamps, rules, dots, codes."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np

from counter_app.bench.drawn_paper import BLACK, Area, Colour, Place, Sheet, squiggle

Chance = np.random.Generator
Drawing = Callable[[Sheet, Chance], None]
GREY, BLUE, PALE_BLUE, VIOLET = (90, 90, 92), (40, 60, 170), (110, 150, 225), (130, 110, 200)
RED, GREEN, ORANGE, PINK, YELLOW = (210, 40, 50), (40, 140, 80), (235, 140, 50), (245, 120, 170), (255, 235, 60)


def words_in(
    words: str, ink: Colour, points: float = 13, style: str = "Italic", family: str = "Serif", at: Place = (0.05, 0.3)
) -> Drawing:
    """Words written in this ink; `at` as shares of the free part."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        sheet.text(_somewhere(sheet, chance, at), words, points, ink, style, family)

    return draw


def _somewhere(sheet: Sheet, chance: Chance, at: Place) -> Place:
    """A place in the free part, `at` a share of its width and height, moved about by a few millimetres."""
    left, top, right, bottom = sheet.free
    x, y = left + (right - left) * at[0], top + (bottom - top) * at[1]
    return x + float(chance.uniform(0, 8)), y + float(chance.uniform(-6, 6))


def free_part(sheet: Sheet, chance: Chance, width: float, height: float) -> Area:
    """So much of the free part, anywhere in it."""
    left, top, right, bottom = sheet.free
    x = float(chance.uniform(left, max(left, right - width)))
    y = float(chance.uniform(top, max(top, bottom - height)))
    return x, y, min(x + width, right), min(y + height, bottom)


def signature(ink: Colour, width: float = 0.45, size: Place = (50, 18)) -> Drawing:
    """A signature; `size` in millimetres."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        sheet.line(squiggle(free_part(sheet, chance, *size), chance), ink, width)

    return draw


def tick(ink: Colour, width: float = 0.5) -> Drawing:
    """A tick."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        x, y, _, _ = free_part(sheet, chance, 14, 14)
        sheet.line([(x, y + 6), (x + 3, y + 10), (x + 11, y)], ink, width)

    return draw


def rules(ink: Colour, width: float, step: float = 9) -> Drawing:
    """Lines across the free part, every `step` millimetres."""

    def draw(sheet: Sheet, _: Chance) -> None:
        left, top, right, bottom = sheet.free
        for row in range(int((bottom - top) / step)):
            sheet.line([(left, top + row * step), (right, top + row * step)], ink, width)

    return draw


def grid(ink: Colour, width: float, step: float = 9, across: float = 26) -> Drawing:
    """A table of rules, its rows `step` high and its columns `across` broad."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        left, top, right, bottom = sheet.free
        rows, columns = int((bottom - top) / step), int((right - left) / across)
        for row in range(rows + 1):
            sheet.line([(left, top + row * step), (left + columns * across, top + row * step)], ink, width)
        for column in range(columns + 1):
            sheet.line([(left + column * across, top), (left + column * across, top + rows * step)], ink, width)

    return draw


def dotted(ink: Colour, size: float, gap: float, step: float = 9) -> Drawing:
    """Lines of dots, `size` broad and `gap` apart."""

    def draw(sheet: Sheet, _: Chance) -> None:
        left, top, right, bottom = sheet.free
        for row in range(1, int((bottom - top) / step)):
            x = left
            while x < right:
                sheet.disc((x, top + row * step), size / 2, fill=ink)
                x += gap

    return draw


def dashed(ink: Colour, width: float) -> Drawing:
    """Three dashed rules."""

    def draw(sheet: Sheet, _: Chance) -> None:
        left, top, right, bottom = sheet.free
        for y in (top + 6, (top + bottom) / 2, bottom - 6):
            for dash in range(int((right - left) / 4)):
                sheet.line([(left + 4 * dash, y), (left + 4 * dash + 2.4, y)], ink, width)

    return draw


def leaders(sheet: Sheet, chance: Chance) -> None:
    """Lines of full stops, as forms have them to write on."""
    left, top, _, _ = sheet.free
    for row in range(4):
        dots = "." * int(chance.integers(60, 90))
        sheet.text((left, top + 6 + 11 * row), dots, 10, (70, 70, 70))


def framed_stamp(ink: Colour) -> Drawing:
    """A stamp of two lines in a frame."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        x, y, right, bottom = free_part(sheet, chance, 62, 20)
        sheet.box((x, y, right, bottom), ink, 0.6)
        sheet.text((x + 5, y + 3), "CHỨNG THỰC", 14, ink, "Bold")
        sheet.text((x + 5, y + 11), "Bản sao đúng với bản chính", 9, ink)

    return draw


def date_stamp(ink: Colour) -> Drawing:
    """The stamp of what came in: number and date."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        x, y, right, bottom = free_part(sheet, chance, 40, 22)
        sheet.box((x, y, right, bottom), ink, 0.4)
        sheet.line([(x, y + 11), (right, y + 11)], ink, 0.4)
        sheet.text((x + 7, y + 2), "ĐẾN SỐ: 0417", 10, ink, "Bold", family="Sans")
        sheet.text((x + 5, y + 13), "24 -11- 2026", 11, ink, "Regular", family="Sans")

    return draw


def seal(ink: Colour, centre: Place | None = None) -> Drawing:
    """A round seal of 34 mm; without `centre` somewhere in the free part."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        x, y, _, _ = free_part(sheet, chance, 36, 36)
        place = centre or (x + 17, y + 17)
        for radius, width in ((17.0, 0.9), (12.0, 0.4)):
            sheet.disc(place, radius, ink, width)
        star = [on_circle(place, 6 if corner % 2 == 0 else 2.4, corner / 10) for corner in range(10)]
        sheet.draw.polygon([tuple(sheet.at(point)) for point in star], ink)
        for tick in range(28):
            turn = tick / 28
            sheet.line([on_circle(place, 13.4, turn), on_circle(place, 15.6, turn + 0.012)], ink, 0.5)

    return draw


def on_circle(centre: Place, radius: float, turn: float) -> Place:
    """A point of a circle; `turn`: from 0 at the top to 1, clockwise."""
    return centre[0] + radius * math.sin(2 * math.pi * turn), centre[1] - radius * math.cos(2 * math.pi * turn)


def fingerprint(ink: Colour) -> Drawing:
    """The ridges of a finger."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        x, y, _, _ = free_part(sheet, chance, 18, 24)
        for ring in range(1, 16):
            start = float(chance.uniform(0, 0.3))
            path = [
                (
                    x + 8 + 0.52 * ring * math.cos(7 * t) * (1 + 0.03 * math.sin(9 * t)),
                    y + 11 + 0.68 * ring * math.sin(7 * t),
                )
                for t in np.linspace(start, start + 0.8, 60).tolist()
            ]
            sheet.line(path, ink, 0.22)

    return draw


def labels(sheet: Sheet, chance: Chance) -> None:
    """Five small words, each in a colour of its own."""
    left, top, right, _ = sheet.free
    inks = (ORANGE, (60, 160, 90), (200, 80, 160), (90, 140, 200), (170, 120, 60))
    for number, ink in enumerate(inks):
        sheet.text((left + number * (right - left) / 5, top + 20), f"nhãn {number}", 8, ink)


def embossed(sheet: Sheet, chance: Chance) -> None:
    """The shadows of a relief pressed into the paper."""
    x, y, _, _ = free_part(sheet, chance, 34, 34)
    for radius in (15.0, 11.0):
        sheet.draw.arc(
            sheet.at((x + 16 - radius, y + 16 - radius, x + 16 + radius, y + 16 + radius)),
            20,
            200,
            (120,) * 3,
            sheet.px(0.7),
        )
    sheet.text((x + 10, y + 12), "VD", 18, (130, 130, 130), "Bold")


def boxes(sheet: Sheet, chance: Chance) -> None:
    """Four empty boxes with their labels."""
    left, top, _, _ = sheet.free
    for number in range(4):
        sheet.box((left, top + 10 * number, left + 4, top + 10 * number + 4), BLACK, 0.25)
        sheet.text((left + 8, top + 10 * number), "Có kèm theo", 10)


def ticks_in_boxes(sheet: Sheet, chance: Chance) -> None:
    """Ticks in three of `boxes`."""
    left, top, _, _ = sheet.free
    for number in (0, 2, 3):
        y = top + 10 * number
        sheet.line([(left + 0.7, y + 2), (left + 1.8, y + 3.4), (left + 4.6, y - 0.8)], GREY, 0.4)


def coffee(sheet: Sheet, chance: Chance) -> None:
    """The ring of a cup."""
    x, y, _, _ = free_part(sheet, chance, 46, 46)
    sheet.disc((x + 23, y + 23), 22, (150, 105, 60), 1.6)


def over_print(ink: Colour, width: float, shape: str) -> Drawing:
    """A stroke that belongs to a printed line: "signature", "strike", "circle" or "wave"."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        left, top, right, bottom = sheet.lines[int(chance.integers(len(sheet.lines)))]
        middle = (top + bottom) / 2
        if shape == "signature":
            sheet.line(squiggle((left, top - 6, right, bottom + 8), chance), ink, width)
        elif shape == "strike":
            sheet.line([(left, middle + 0.4), (right, middle)], ink, width)
        elif shape == "circle":
            sheet.draw.ellipse(
                sheet.at((left - 2, top - 1.5, left + 30, bottom + 1.5)), None, ink, max(1, sheet.px(width))
            )
        else:
            wave = [(x, bottom + 1 + 0.5 * math.sin(2.2 * x)) for x in np.arange(left, right, 0.3).tolist()]
            sheet.line(wave, ink, width)

    return draw


def initials(sheet: Sheet, chance: Chance) -> None:
    """Initials at the right margin."""
    sheet.line(
        squiggle((sheet.size[0] * 0.92, sheet.size[1] * 0.5, sheet.size[0] * 0.985, sheet.size[1] * 0.53), chance, 4),
        BLUE,
        0.35,
    )


def barcode(sheet: Sheet, chance: Chance) -> None:
    """Bars of three widths."""
    x, y, _, _ = free_part(sheet, chance, 50, 14)
    at = x
    while at < x + 46:
        bar = float(chance.choice([0.35, 0.7, 1.05]))
        sheet.box((at, y, at + bar, y + 11), fill=GREY)
        at += bar + float(chance.choice([0.4, 0.8]))


def matrix(sheet: Sheet, chance: Chance) -> None:
    """The squares of a matrix code; it says nothing."""
    x, y, _, _ = free_part(sheet, chance, 26, 26)
    for row, column in np.argwhere(chance.random((25, 25)) < 0.5).tolist():
        sheet.box((x + column, y + row, x + column + 1, y + row + 1), fill=GREY)


def arrow(sheet: Sheet, chance: Chance) -> None:
    """A red arrow."""
    x, y, _, _ = free_part(sheet, chance, 36, 12)
    sheet.line([(x, y + 8), (x + 30, y + 3)], RED, 0.5)
    sheet.line([(x + 25, y + 1), (x + 30, y + 3), (x + 26.5, y + 7)], RED, 0.5)


def accents(sheet: Sheet, chance: Chance) -> None:
    """Only the marks over letters that are printed already."""
    left, top, _, _ = sheet.free
    for number in range(14):
        x = left + 6 * number
        sheet.line([(x + 1, top + 11.2), (x + 2.4, top + 10)], (60, 60, 60), 0.3)


def bare_letters(sheet: Sheet, chance: Chance) -> None:
    """A row of letters without the marks that `accents` puts on them."""
    left, top, _, _ = sheet.free
    for number in range(14):
        sheet.text((left + 6 * number, top + 10), "a", 14)


def contours(sheet: Sheet, chance: Chance) -> None:
    """The contour lines of a map."""
    left, top, right, bottom = sheet.free
    for line in range(7):
        base, phase = top + 6 + 9 * line, float(chance.uniform(0, 6))
        path = [
            (x, min(bottom, base + 3.5 * math.sin(x / 11 + phase) + 2 * math.sin(x / 5)))
            for x in np.arange(left, right, 0.7).tolist()
        ]
        sheet.line(path, (175, 120, 70), 0.2)


def staves(sheet: Sheet, chance: Chance) -> None:
    """Staves with notes."""
    left, top, right, _ = sheet.free
    for system in range(3):
        for line in range(5):
            y = top + 20 * system + 1.8 * line
            sheet.line([(left, y), (right, y)], (70, 70, 70), 0.15)
        for _ in range(9):
            x, y = float(chance.uniform(left + 4, right - 4)), top + 20 * system + float(chance.uniform(0, 7))
            sheet.disc((x, y), 0.9, fill=(70, 70, 70))


def asterisks(sheet: Sheet, chance: Chance) -> None:
    """Small red asterisks after three printed lines."""
    for _left, top, right, _bottom in sheet.lines[:3]:
        sheet.text((right + 1.5, top - 1), "*", 12, RED)


def crease(sheet: Sheet, chance: Chance) -> None:
    """A fold across the page."""
    y = (sheet.free[1] + sheet.free[3]) / 2
    sheet.line([(0, y), (sheet.size[0], y + 0.4)], (120, 120, 120), 0.5)


def clip(sheet: Sheet, chance: Chance) -> None:
    """A paper clip at the upper edge."""
    x, y = sheet.size[0] * 0.75, 3.0
    path = [
        (x, y + 22),
        (x, y + 4),
        (x + 3, y + 1),
        (x + 6, y + 4),
        (x + 6, y + 26),
        (x + 3, y + 29),
        (x + 1.5, y + 26),
        (x + 1.5, y + 7),
    ]
    sheet.line(path, (95, 95, 100), 0.8)


def crosses(ink: Colour) -> Drawing:
    """Four crosses."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        for _ in range(4):
            x, y, _, _ = free_part(sheet, chance, 6, 6)
            sheet.line([(x, y), (x + 4, y + 4)], ink, 0.4)
            sheet.line([(x + 4, y), (x, y + 4)], ink, 0.4)

    return draw

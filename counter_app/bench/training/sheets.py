"""Sheets of nothing but print, and of nothing but handwriting: what the network learns that tells pen from print."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from counter_app.bench.as_scanned import ScannerWear
from counter_app.bench.drawn_paper import Colour, Sheet, font_file
from counter_app.bench.form_values import filled
from counter_app.bench.hand import BLUE, Hand
from scanning.page.clean import WhitePage
from scanning.page.decode import decode
from scanning.pages import RawPage
from scanning.picture import Picture

SIZE = (190.0, 130.0)
_FIELDS = (
    "requester.name", "requester.address", "requester.born", "requester.paper", "subject.birthplace", "purpose",
    "owner.name", "requester.phone",
    "business.name", "area", "owner.email", "marital_status", "request", "addressee", "capital",
)  # fmt: skip
BLUE_PRINT = 0.08
"""Share of the printed sheets whose ink is blue."""


def printed_sheet(chance: np.random.Generator, dpi: int, others: Sequence[Path]) -> Picture:
    """Lines of print in one font of this machine, or one of `others`, as they come out of the program's whitening."""
    sheet = Sheet(dpi, SIZE)
    family, style = (
        str(chance.choice(["Serif", "Serif", "Sans", "Mono"])),
        str(chance.choice(["Regular", "Bold", "Italic"])),
    )
    file = others[int(chance.integers(len(others)))] if chance.random() < 0.35 else font_file(style, family)
    points = float(chance.uniform(9, 15))
    font = ImageFont.truetype(str(file), round(points / 72 * dpi))
    ink: Colour = BLUE if chance.random() < BLUE_PRINT else (20, 20, 20)
    y = 6.0
    while y < SIZE[1] - 10:
        text = _text(chance)
        sheet.draw.text((sheet.px(8), sheet.px(y)), text.upper() if chance.random() < 0.15 else text, ink, font)
        _to_write_on(sheet, y + points * 0.33, chance)
        y += points * 0.3528 * float(chance.uniform(1.4, 1.9))
    return _scanned(sheet, chance, dpi)


def written_sheet(chance: np.random.Generator, dpi: int, fonts: Sequence[Sequence[Path]], digits: Picture) -> Picture:
    """Lines of handwriting: drawn strokes, a handwriting font's shaken letters, or people's digits."""
    sheet = Sheet(dpi, SIZE)
    hand, kind = Hand.by_chance(chance), chance.random()
    font = fonts[int(chance.integers(len(fonts)))]
    y = 14.0
    while y < SIZE[1] - 8:
        _to_write_on(sheet, y + 0.5, chance)
        if kind < 0.4:
            hand.write(sheet, _text(chance)[:52], (8, y), chance)
        elif kind < 0.8:
            _shaken(sheet, font, _text(chance), (8, y), hand, chance)
        else:
            _of_digits(sheet, digits, (8, y), hand.ink, chance)
        y += float(chance.uniform(8, 11))
    return _scanned(sheet, chance, dpi)


def _text(chance: np.random.Generator) -> str:
    return "  ".join(filled(str(chance.choice(_FIELDS)), chance)[0] for _ in range(3))


def _to_write_on(sheet: Sheet, base: float, chance: np.random.Generator) -> None:
    """Dots, a rule or nothing under a line."""
    kind = chance.random()
    if kind < 0.25:
        sheet.text((8, base - 3.6), "." * 110, 11)
    elif kind < 0.45:
        sheet.line([(8, base), (182, base)], (0, 0, 0), 0.2)


def _shaken(
    sheet: Sheet, files: Sequence[Path], text: str, place: tuple[float, float], hand: Hand, chance: np.random.Generator
) -> None:
    """Letter after letter of a font whose files share the letters out, each at its own height, size and lean."""
    x, base = sheet.px(place[0]), sheet.px(place[1])
    for letter in text:
        size = round(hand.height * 2.1 * float(chance.normal(1, 0.05)) / 25.4 * sheet.dpi)
        font = next(
            (font for font in (ImageFont.truetype(str(file), size) for file in files) if _has(font, letter)), None
        )
        if font is None:
            x += size // 4
            continue
        box = font.getbbox(letter, anchor="ls")
        mask = Image.new("L", (round(box[2] - box[0]) + 12, round(box[3] - box[1]) + 12), 0)
        ImageDraw.Draw(mask).text((6 - box[0], 6 - box[1]), letter, 255, font, anchor="ls")
        mask = mask.rotate(float(chance.normal(0, 2.5)), resample=Image.Resampling.BICUBIC)
        low = base + round(float(chance.normal(0, 0.12)) / 25.4 * sheet.dpi)
        sheet.image.paste(hand.ink, (round(x + box[0]) - 6, round(low + box[1]) - 6), mask)
        x += round(font.getlength(letter) * float(chance.normal(1.02, 0.04)))
        if x > sheet.px(SIZE[0] - 12):
            break


def _has(font: ImageFont.FreeTypeFont, letter: str) -> bool:
    return bytes(font.getmask(letter)) != bytes(font.getmask("\ufffe"))


def _of_digits(
    sheet: Sheet, digits: Picture, place: tuple[float, float], ink: Colour, chance: np.random.Generator
) -> None:
    """A row of people's digits."""
    x = sheet.px(place[0])
    size = sheet.px(float(chance.uniform(4, 6)))
    while x < sheet.px(SIZE[0] - 20):
        digit = digits[int(chance.integers(len(digits)))]
        mask = Image.fromarray(digit).resize((size, size), Image.Resampling.BICUBIC)
        sheet.image.paste(ink, (x, sheet.px(place[1]) - size), mask)
        x += round(size * float(chance.uniform(0.55, 1.0)))


def _scanned(sheet: Sheet, chance: np.random.Generator, dpi: int) -> Picture:
    """As the program sees the sheet once it is white."""
    wear = ScannerWear.by_chance(chance)
    worn = ScannerWear(wear.blur, wear.noise, wear.quality, wear.paper, wear.shadow, float(chance.uniform(-0.3, 0.3)))
    picture = np.asarray(sheet.image)
    if chance.random() < 0.4:  # scanned without colours
        picture = np.repeat(np.asarray(sheet.image.convert("L"))[:, :, np.newaxis], 3, axis=2)
    jpeg = worn.scanned(worn.lit(picture), dpi, chance)
    return WhitePage(decode(RawPage(jpeg, "image/jpeg", dpi, "", 0))).tones

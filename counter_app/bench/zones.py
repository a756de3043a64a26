"""Copies of cards and passports with machine-readable zones, invented, with right check digits: for the bench."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PIL import ImageFont

from counter_app.bench.as_scanned import ScannerWear
from counter_app.bench.drawn_paper import A4, BLACK, Sheet, font_file
from counter_app.dossier.identity import check_digit

_NAMES = ("NGUYEN<<THI<MAI", "LO<<VAN<THU", "TRAN<<MINH<QUANG", "VI<<HOAI<ANH", "DANG<<QUOC<KHANH<LINH")
_PITCH = 2.54
"""Millimetres from one letter to the next (ICAO 9303)."""


def zones(seed: int, count: int, dpi: int = 200) -> Iterator[tuple[bytes, str]]:
    """(the scan, the zone's lines as a text): cards and passports in turn."""
    for number in range(count):
        chance = np.random.default_rng((seed, 7, number))
        lines = passport_zone(chance) if number % 2 else card_zone(chance)
        yield _scanned(lines, dpi, chance), "\n".join(lines)


def card_zone(chance: np.random.Generator) -> tuple[str, ...]:
    """TD1."""
    serial, born, expires = _digits(chance, 9), _day(chance, 40, 99), _day(chance, 27, 39)
    number = f"040{serial}"
    first = f"IDVNM{_checked(serial)}{number}<<{check_digit(number)}"
    start = f"{_checked(born)}{chance.choice(['M', 'F'])}{_checked(expires)}VNM" + "<" * 11
    whole = first[5:30] + start[0:7] + start[8:15] + start[18:29]
    return first, f"{start}{check_digit(whole)}", str(chance.choice(_NAMES)).ljust(30, "<")


def passport_zone(chance: np.random.Generator) -> tuple[str, ...]:
    """TD3."""
    number, born, expires = f"C{_digits(chance, 8)}", _day(chance, 40, 99), _day(chance, 27, 39)
    personal = f"040{_digits(chance, 9)}<<"
    second = f"{_checked(number)}VNM{_checked(born)}{chance.choice(['M', 'F'])}{_checked(expires)}{_checked(personal)}"
    whole = second[0:10] + second[13:20] + second[21:43]
    return f"P<VNM{chance.choice(_NAMES)}".ljust(44, "<"), f"{second}{check_digit(whole)}"


def _checked(text: str) -> str:
    return f"{text}{check_digit(text)}"


def _digits(chance: np.random.Generator, count: int) -> str:
    return "".join(map(str, chance.integers(0, 10, count)))


def _day(chance: np.random.Generator, first: int, last: int) -> str:
    return f"{chance.integers(first, last):02d}{chance.integers(1, 13):02d}{chance.integers(1, 29):02d}"


def _scanned(lines: tuple[str, ...], dpi: int, chance: np.random.Generator) -> bytes:
    sheet = Sheet(dpi, A4)
    left, top = float(chance.uniform(25, 45)), float(chance.uniform(40, 120))
    sheet.text((left, top), "Nơi cư trú / Place of residence", 7)
    sheet.text((left, top + 6), "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An", 8)
    letters = ImageFont.truetype(str(font_file(str(chance.choice(["Regular", "Bold"])), "Mono")), 100)
    pixels = round(100 * _PITCH / 25.4 * dpi / letters.getlength("0"))
    for number, line in enumerate(lines):
        x, y = sheet.at((left, top + 25 + 4.6 * number))
        sheet.draw.text((x, y), line, BLACK, letters.font_variant(size=pixels))
    wear = ScannerWear.by_chance(chance)
    return wear.scanned(wear.lit(np.asarray(sheet.image)), dpi, chance)

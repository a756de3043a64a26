"""The machine-readable zone of a card (TD1) or a passport (TD3): its band of the page read once more, letter by letter.

What its check digits do not confirm is not given. Letters are mistaken for digits and digits for letters only where
the other cannot stand (ICAO 9303, parts 4 and 5).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import product

import cv2
import numpy as np
from PIL import Image

from counter_app.dossier.identity import BadMrz, read_mrz, read_passport_mrz
from counter_app.dossier.pages import MACHINE_READABLE, Box, Code, Word
from scanning.errors import MissingLanguage
from scanning.picture import CleanPage, Picture
from scanning.reading.ocr import tesseract_table
from scanning.reading.zone_names import read_name

SETTINGS = "--psm 6 -c tessedit_do_invert=0 -c tessedit_char_whitelist=ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<"
CAPITALS = "--psm 7 -c tessedit_do_invert=0 -c tessedit_char_whitelist=ABCDEFGHIJKLMNOPQRSTUVWXYZ"
"""For a line of capitals and nothing else."""
HEIGHTS = (32, 44, 26)
"""Pixels of a capital at which the band is read, one after the other until the check digits hold."""
BLURS = (0.0, 0.8)
"""Standard deviations of the softness with which it is, in its enlarged pixels."""
_ZONE = re.compile(r"(?=.*<<)[A-Z0-9<ĐÐ|()«»]{10,}|(?:ID|P<|TD)[A-Z<]{3,}[A-Z0-9<]{10,}")
_DIGITS = str.maketrans("OQDUILTZSGBA", "000011125684")
_LETTERS = str.maketrans("0158264", "OISBZGA")
_TD1, _TD3 = 30, 44


def machine_readable(page: CleanPage, words: Sequence[Word], language: str) -> tuple[Code, ...]:
    """The zone whose check digits all hold; nothing where there is none, or where they do not."""
    band = _band(page.grey, words)
    if band is None:
        return ()
    left, top, width, height = band
    lines_high = np.median([word.box[3] for word in words if _ZONE.search(word.text)])
    picture = page.grey[top : top + height, left : left + width]
    for capital, blur in product(HEIGHTS, BLURS):
        enlarged = _enlarged(picture, capital / float(lines_high), blur)
        for lines in _readings(enlarged, language):
            if _holds(lines):
                return (Code(MACHINE_READABLE, "\n".join(_with_name(lines, enlarged, language)), band),)
    return ()


def _with_name(lines: tuple[str, ...], picture: Picture, language: str) -> tuple[str, ...]:
    """The zone with the line of its name, which no digit checks, told by the shape of its fillers where that can be."""
    name = 2 if len(lines) == 3 else 0
    read = read_name(picture, lines, name, lambda line: _letters(line, language))
    again = (*lines[:name], read or lines[name], *lines[name + 1 :])
    return again if _holds(again) else lines


def _letters(line: Picture, language: str) -> str:
    return "".join(re.sub(r"[^A-Z]", "", row["text"]) for row in _words(line, language, CAPITALS))


def _band(grey: Picture, words: Sequence[Word]) -> Box | None:
    """Where the zone stands: what looks like it, and a line more above and below."""
    boxes = [word.box for word in words if _ZONE.search(word.text)]
    if not boxes:
        return None
    high = max(box[3] for box in boxes)
    left = max(0, min(box[0] for box in boxes) - 12 * high)
    right = min(grey.shape[1], max(box[0] + box[2] for box in boxes) + 12 * high)
    top = max(0, min(box[1] for box in boxes) - 2 * high)
    bottom = min(grey.shape[0], max(box[1] + box[3] for box in boxes) + 2 * high)
    return left, top, right - left, bottom - top


def _enlarged(picture: Picture, scale: float, blur: float) -> Picture:
    enlarged = cv2.resize(picture, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    return np.asarray(cv2.GaussianBlur(enlarged, (0, 0), blur) if blur else enlarged, np.uint8)


def _readings(picture: Picture, language: str) -> Iterator[tuple[str, ...]]:
    """The zone's lines as they may be meant, from one reading of the band."""
    lines: dict[tuple[str, ...], str] = {}
    for row in _words(picture, language, SETTINGS):
        line = (row["block_num"], row["par_num"], row["line_num"])
        lines[line] = lines.get(line, "") + row["text"].strip()
    read = [re.sub(r"[^A-Z0-9<]", "", text) for text in lines.values()]
    for at, first in enumerate(read):
        if len(read) > at + 2 and abs(len(first) - _TD1) <= 1:
            yield _as_td1(first, read[at + 1], read[at + 2])
        if len(read) > at + 1 and abs(len(read[at + 1]) - _TD3) <= 1:
            yield _as_td3(first, read[at + 1])


def _words(picture: Picture, language: str, settings: str) -> list[dict[str, str]]:
    """By the language data without marks, which tell an I from a T; by the page's own where they are not installed."""
    image = Image.fromarray(picture)
    image.format = "TIFF"
    try:
        table = tesseract_table(image, "eng", settings)
    except MissingLanguage:
        table = tesseract_table(image, language, settings)
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [row for row in rows if row["level"] == "5"]


def _as_td1(first: str, second: str, third: str) -> tuple[str, ...]:
    first, second = _filled(first, _TD1), _filled(second, _TD1)
    first = "IDVNM" + _digits(first[5:27]) + "<<" + _digits(first[29:])
    second = _digits(second[:7]) + second[7] + _digits(second[8:15]) + "VNM" + "<" * 11 + _digits(second[29:])
    return first, second, _name(third, _TD1)


def _as_td3(first: str, second: str) -> tuple[str, ...]:
    second = _filled(second, _TD3)
    country = second[10:13].translate(_LETTERS)
    dates = _digits(second[13:20]) + second[20] + _digits(second[21:28])
    return _name(first, _TD3), second[:9] + _digits(second[9]) + country + dates + second[28:42] + _digits(second[42:])


def _digits(text: str) -> str:
    return text.translate(_DIGITS)


def _name(text: str, length: int) -> str:
    """A line of letters: its long run of fillers is often read as other signs, or too short."""
    letters = re.sub(r"<[<CKLSE]{4,}$", "", text.translate(_LETTERS)).rstrip("<")
    return letters[:length].ljust(length, "<")


def _filled(text: str, length: int) -> str:
    """The line at its length: where fillers were lost or doubled, they are set in its longest run of them."""
    run = max(re.findall(r"<+", text), key=len, default="")
    missing = length - len(text)
    if not run or len(run) + missing < 1:
        return text[:length].ljust(length, "<")
    return text.replace(run, "<" * (len(run) + missing), 1)


def _holds(lines: tuple[str, ...]) -> bool:
    try:
        if len(lines) == 3:
            read_mrz((lines[0], lines[1], lines[2]), date.today())
        else:
            read_passport_mrz((lines[0], lines[1]), date.today())
    except BadMrz:
        return False
    return True

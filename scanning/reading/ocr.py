"""The words of a clean page, by Tesseract."""

from __future__ import annotations

import csv
import os
import re
import sys
import tempfile
import unicodedata
from dataclasses import dataclass, field, replace
from itertools import groupby, zip_longest
from pathlib import Path
from statistics import median

import cv2
import numpy as np
import pytesseract
from PIL import Image

from counter_app.dossier.pages import Box, Word
from counter_app.resources import beside_program
from scanning.errors import MissingLanguage, OcrMissing
from scanning.picture import NO_BOXES, Boxes, CleanPage, Picture, scaled
from scanning.private_directory import private_directory
from scanning.reading.columns import in_reading_order
from scanning.reading.reading_picture import reading_picture
from scanning.syllables import is_syllable

DARK = 225
"""Grey below which something stands on a white page, seen at 60 dpi, where thin faint strokes are mostly paper."""
LARGEST_GAP = 5.0
"""Millimetres around a place in which what stands there is counted."""
MORE_THAN_DUST = 0.02
"""Share of the surroundings that dust does not fill; a single small digit does."""
MARGIN = 5.0
"""Millimetres of white that are left around what is printed: Tesseract reads worse at the very edge."""
SETTINGS = "--psm 3 -c tessedit_do_invert=0"
"""One page of any layout; white on black, which forms do not have, is not tried."""
_SQUARE_METRES = re.compile(r"^m(?:2[?°]?|[?°])([.,;:)]*)$")
"""How m² comes out of language data that have no ²; as a word of its own it means nothing else."""
_TO_WRITE_ON = re.compile(r"[.…·_]{4,}|^(?:[.…·_,~\-–—=]{2,}|_|([eocasEOCG])\1{3,})$|(?<=[:,;])[.…·_]{2,}$|^\|+|\|+$")
"""Dots, dashes and rules to write on or between, as they are read, alone or beside a word. An ellipsis of three
behind a word stays."""
LEAST_CONFIDENCE = 10.0
"""Below this lie the "words" that are read from stamps and speckles; and about every two hundredth word of print, read
rightly and told to be worth nothing. Such a one stands among others on its line, is as high as they are, and a syllable
or a number."""
AMONG_OTHERS = 60.0
"""Confidence of the words beside it that show how high a line's print is."""
AS_HIGH = 1.45
"""How many times as high as print without tails such a word may be, and print as it."""
_MARK = re.compile(r"\(\d{1,2}\)")
"""Of a footnote."""
_LOOK_ALIKE = str.maketrans("Ðð⁄Ø", "Đđ/0")
"""Signs that Tesseract gives now and then for those that look like them: the Icelandic eth and the Danish O, the stroke
of fractions."""
_NO_SPECKLES = re.compile(r"\d{1,2}/\d{1,2}/\d{4}|\d{9,12}")
"""A day or a long number, which Tesseract often reads rightly without any confidence; speckles make none."""


@dataclass(frozen=True)
class Reading:
    """What was read from one page."""

    words: tuple[Word, ...]
    text: str
    dots: Boxes = field(default_factory=lambda: NO_BOXES, compare=False)
    """Rows of dots to write on, dot by dot, in the page's own pixels."""

    @property
    def mean_confidence(self) -> float:
        """Over all letters, 0 to 100."""
        letters = sum(len(word.text) for word in self.words)
        return sum(word.confidence * len(word.text) for word in self.words) / letters if letters else 0.0

    @property
    def confident_letters(self) -> float:
        """How much of the page could be read: the number of letters in words of two letters or more read surely."""
        return float(sum(len(word.text) for word in self.words if word.confidence >= 70 and len(word.text) >= 2))


def find_tesseract() -> None:
    """Has pytesseract take, on Windows, the Tesseract that was installed with the program, or by an installer of its
    own: neither is on the path there."""
    if sys.platform == "win32":
        elsewhere = Path(os.environ.get("PROGRAMFILES", r"C:\Program Files")) / "Tesseract-OCR"
        for folder in (beside_program("tesseract"), elsewhere):
            if (folder / "tesseract.exe").exists():
                pytesseract.pytesseract.tesseract_cmd = str(folder / "tesseract.exe")
                return


find_tesseract()


def check_language(language: str) -> str:
    """Tesseract's version and the language, where both are there. Raises OcrMissing, MissingLanguage."""
    try:
        known = pytesseract.get_languages()
        version = pytesseract.get_tesseract_version()
    except pytesseract.TesseractNotFoundError as error:
        raise OcrMissing from error
    if language not in known:
        raise _missing(language)
    return f"Tesseract {version}, {language}"


def read(page: CleanPage, language: str) -> Reading:
    """The page's words with their boxes in the page's own pixels."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # more threads slow Tesseract down: pages are what runs in parallel
    left, top, width, height = _printed(page.grey, page.dpi)
    if not width:
        return Reading((), "")
    to_read = reading_picture(page.grey[top : top + height, left : left + width], page.dpi)
    image = Image.fromarray(to_read.picture)
    image.format = "TIFF"  # uncompressed; pytesseract would make a PNG, and a PPM is read byte by byte
    table = tesseract_table(image, language, f"{SETTINGS} --dpi {round(page.dpi * to_read.scale)}")
    dots = to_read.dots + np.array([left, top, 0, 0], np.int32)
    return replace(_from_table(table, to_read.scale, (left, top)), dots=dots)


def _printed(grey: Picture, dpi: int) -> Box:
    """Where anything stands that is more than dust: the rest need not be looked at."""
    shrink = max(1, dpi // 60)
    small = scaled(grey, 1 / shrink)
    around = round(LARGEST_GAP / 25.4 * dpi / shrink)
    crowded = cv2.blur((small < DARK).astype(np.float32), (around, around)) > MORE_THAN_DUST
    left, top, width, height = (side * shrink for side in cv2.boundingRect(crowded.astype(np.uint8)))
    if not width:
        return 0, 0, 0, 0
    edge = round(MARGIN / 25.4 * dpi)
    begin = (max(0, left - edge), max(0, top - edge))
    end = (min(grey.shape[1], left + width + edge), min(grey.shape[0], top + height + edge))
    return *begin, end[0] - begin[0], end[1] - begin[1]


def tesseract_table(image: Image.Image, language: str, settings: str) -> str:
    """Tesseract's table of words (TSV); its files live in a private folder for that long."""
    usual = tempfile.tempdir
    try:
        with private_directory() as folder:
            tempfile.tempdir = str(folder)  # the only way to tell pytesseract; one page at a time runs in a process
            return str(pytesseract.image_to_data(image, lang=language, config=settings))
    except pytesseract.TesseractNotFoundError as error:
        raise OcrMissing from error
    except pytesseract.TesseractError as error:
        if "load" in str(error.message) and "language" in str(error.message):
            raise _missing(language) from error
        raise
    finally:
        tempfile.tempdir = usual


def _missing(language: str) -> MissingLanguage:
    return MissingLanguage(language=language, package=f"tesseract-ocr-{language.replace('_', '-')}")


def _from_table(table: str, scale: float, origin: tuple[int, int]) -> Reading:
    """Words, lines and paragraphs from Tesseract's table; a row of level 5 is a word."""
    rows = csv.DictReader(table.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)
    found = [row for row in rows if row["level"] == "5" and row["text"].strip()]
    found = [row for _, line in groupby(found, key=_line) for row in _read_on(list(line)) if _letters(row)]
    paragraphs = [
        [
            apart([_word(row, scale, origin) for row in line])
            for _, line in groupby(paragraph, key=lambda row: row["line_num"])
        ]
        for _, paragraph in groupby(found, key=lambda row: (row["block_num"], row["par_num"]))
    ]
    ordered = in_reading_order(paragraphs)
    words = tuple(word for paragraph in ordered for line in paragraph for word in line)
    text = "\n\n".join("\n".join(" ".join(word.text for word in line) for line in paragraph) for paragraph in ordered)
    return Reading(words, text)


def apart(line: list[Word]) -> list[Word]:
    """The words of a line, none reaching into the next one: where a stroke crosses several, Tesseract gives the first
    of them the box of all."""
    return [
        replace(word, box=(word.box[0], word.box[1], min(word.box[2], after.box[0] - word.box[0]), word.box[3]))
        if after is not None and after.box[0] > word.box[0]
        else word
        for word, after in zip_longest(line, line[1:])
    ]


def _line(row: dict[str, str]) -> tuple[str, ...]:
    return row["block_num"], row["par_num"], row["line_num"]


def _read_on(line: list[dict[str, str]]) -> list[dict[str, str]]:
    """The words of a line that are words."""
    sure = [row for row in line if float(row["conf"]) >= AMONG_OTHERS and len(row["text"].strip()) > 1]
    return [
        row
        for row in line
        if float(row["conf"]) >= LEAST_CONFIDENCE
        or _NO_SPECKLES.fullmatch(row["text"].strip())
        or (sure and _is_print(row, sure))
    ]


def _is_print(row: dict[str, str], sure: list[dict[str, str]]) -> bool:
    """Whether a word without any confidence is one of the line's all the same."""
    text = row["text"].strip()
    parts = re.findall(r"[^\W\d_]+|\d+", text)
    least = 1 if parts and not parts[0].isascii() else 2
    if sum(map(len, parts)) < max(least, len(text) / 2) and not _MARK.fullmatch(text):
        return False
    if not all(part.isdigit() or part == "m" or is_syllable(part) for part in parts):
        return False
    height, usual = int(row["height"]), median(int(other["height"]) for other in sure)
    middle = int(row["top"]) + height / 2
    near = min(sure, key=lambda other: abs(int(other["left"]) - int(row["left"])))
    beside = abs(middle - int(near["top"]) - int(near["height"]) / 2) <= usual / 2
    return beside and usual / AS_HIGH <= height <= usual * AS_HIGH


def _word(row: dict[str, str], scale: float, origin: tuple[int, int]) -> Word:
    left, top = (round(int(row[side]) / scale) + at for side, at in zip(("left", "top"), origin, strict=True))
    width, height = (round(int(row[side]) / scale) for side in ("width", "height"))
    return Word(_letters(row), float(row["conf"]), (left, top, width, height))


def _letters(row: dict[str, str]) -> str:
    """The word's text; "" for what was read from a line to write on."""
    text = unicodedata.normalize("NFC", row["text"].strip()).translate(_LOOK_ALIKE)
    text = _TO_WRITE_ON.sub("", text)
    return "-" if text == "~" else _SQUARE_METRES.sub(r"m²\1", text)  # no line begins with a tilde; with a dash, many

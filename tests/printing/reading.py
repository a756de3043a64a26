"""Papers read back by other libraries than the one that wrote them: text and boxes by PDFium, fonts by QPDF."""

from __future__ import annotations

import io
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import pikepdf
import pypdfium2 as pdfium
import pypdfium2.raw as raw
import zxingcpp

from printing.layout.pictures import rendered_pages
from printing.layout.sheets import BOTTOM, LEFT, RIGHT, TOP

OVERHANG = 2.5
"""Points by which the ink of a letter may reach into the next one's box."""


@dataclass(frozen=True)
class Box:
    """A letter or a line of letters on a page; points from the lower left corner."""

    text: str
    left: float
    bottom: float
    right: float
    top: float


def pages(pdf: bytes) -> list[str]:
    """The text of each page, composed, with single spaces."""
    document = pdfium.PdfDocument(pdf)
    return [flat(page.get_textpage().get_text_range()) for page in document]


def page_size(pdf: bytes) -> tuple[int, int]:
    """Width and height of the first page, in whole points."""
    width, height = pdfium.PdfDocument(pdf)[0].get_size()
    return round(width), round(height)


def sizes(pdf: bytes) -> dict[str, float]:
    """The text runs of the first page with the size of their letters in points."""
    page = pdfium.PdfDocument(pdf)[0]
    text = page.get_textpage()
    found: dict[str, float] = {}
    for line in text.get_text_range().splitlines():
        start = text.get_text_range().index(line)
        if line.strip():
            found[flat(line)] = round(raw.FPDFText_GetFontSize(text, start), 1)
    return found


def flat(text: str) -> str:
    """Composed letters, single spaces."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


@lru_cache(maxsize=2)  # one paper is looked at for several things
def letters_of(pdf: bytes) -> list[list[Box]]:
    """Page by page."""
    return [letters(page) for page in pdfium.PdfDocument(pdf)]


def letters(page: pdfium.PdfPage) -> list[Box]:
    """The ink boxes of all letters of a page that are no spaces."""
    text = page.get_textpage()
    found = []
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        if letter.strip():
            found.append(Box(letter, *text.get_charbox(index)))
    return found


def assert_inside_margins(
    pdf: bytes, left: float = LEFT, bottom: float = BOTTOM, right: float = RIGHT, top: float = TOP
) -> None:
    """No letter stands outside the margins (points); the page number above the text may."""
    document = pdfium.PdfDocument(pdf)
    for number, found in enumerate(letters_of(pdf), start=1):
        width, height = document.get_page_size(number - 1)
        for box in found:
            is_page_number = box.text.isdigit() and box.bottom > height - top and abs(box.left - width / 2) < 20
            inside = box.left >= left - 1 and box.right <= width - right + 1 and box.bottom >= bottom - 1
            assert is_page_number or (inside and box.top <= height - top + 1), (number, box)


def assert_no_overlaps(pdf: bytes) -> None:
    """No two letters are printed one over the other: their ink boxes share less than a third of the smaller one.

    A mark of its own over its letter may share all of it; a slanting f may hang over the comma after it.
    """
    for number, all_found in enumerate(letters_of(pdf), start=1):
        found = [box for box in all_found if not unicodedata.combining(box.text[0])]
        found.sort(key=lambda box: box.left)
        for index, item in enumerate(found):
            for other in islice(found, index + 1, None):
                if other.left >= item.right - OVERHANG:
                    break
                if other.bottom >= item.top or other.top <= item.bottom or _is_ligature(item, other):
                    continue
                wide = min(item.right, other.right) - max(item.left, other.left)
                high = min(item.top, other.top) - max(item.bottom, other.bottom)
                smaller = min(_area(item), _area(other))
                assert wide <= OVERHANG or wide * high < smaller / 3, (number, item, other)


def assert_fonts_embedded(pdf: bytes) -> None:
    """Every font is embedded as a subset and maps every glyph back to its letter (ToUnicode)."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        fonts = [
            font
            for page in document.pages
            for font in page.obj.get("/Resources", {}).get("/Font", pikepdf.Dictionary()).values()
        ]
        used = [font for font in fonts if font.get("/BaseFont") != "/Helvetica"]  # named, never used
        assert used
        for font in used:
            assert "/FontFile2" in font["/FontDescriptor"], font["/BaseFont"]
            assert "/ToUnicode" in font, font["/BaseFont"]


def codes(pdf: bytes, dpi: int = 200) -> list[list[str]]:
    """The QR codes and barcodes on each rendered page."""
    return [[code.text for code in zxingcpp.read_barcodes(picture)] for picture in rendered_pages(pdf, dpi)]


def _is_ligature(one: Box, other: Box) -> bool:
    """Two letters that PDFium reads from one sign, such as ﬁ."""
    places = [(box.left, box.bottom, box.right, box.top) for box in (one, other)]
    return one.text != other.text and places[0] == places[1]


def _area(box: Box) -> float:
    return max((box.right - box.left) * (box.top - box.bottom), 0.01)

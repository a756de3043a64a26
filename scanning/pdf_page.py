"""A page of a PDF: its pixels, and its own text where a program wrote it and no scanner."""

from __future__ import annotations

import ctypes
import unicodedata

import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from scanning.errors import BrokenPdf, EncryptedPdf
from scanning.pages import Box, Word

DPI = 300
"""Of a page that is no scan."""
LEAST_DPI, MOST_DPI = 100, 600
"""Of the picture that makes a page a scan."""
LEAST_LETTERS = 20
"""With fewer, a page has no text of its own worth taking over instead of reading it."""
STRANGE = 0.03
"""Share of letters without a meaning from which on a page's text is worth nothing."""


def rendered(data: bytes, source: str) -> tuple[pypdfium2.PdfDocument, pypdfium2.PdfPage, int]:
    """The document, its first page and the resolution at which to draw it.

    Raises EncryptedPdf, BrokenPdf. The document must be closed.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        kind = EncryptedPdf if "assword" in str(error) else BrokenPdf
        raise kind("pdfium", file=source) from error
    try:
        page = document[0]
        return document, page, scan_dpi(page) or DPI
    except (pypdfium2.PdfiumError, IndexError) as error:
        document.close()
        raise BrokenPdf("pdfium", file=source) from error


def picture(page: pypdfium2.PdfPage, dpi: int, source: str) -> Image.Image:
    """The page drawn at `dpi`, its filled-in fields too."""
    try:
        drawn: Image.Image = page.render(scale=dpi / 72, rev_byteorder=True, may_draw_forms=True).to_pil()
    except pypdfium2.PdfiumError as error:
        raise BrokenPdf("pdfium", file=source) from error
    return drawn


def scan_dpi(page: pypdfium2.PdfPage) -> int | None:
    """The resolution of the one picture that fills the page, where the page is a scan."""
    pictures = [thing for thing in page.get_objects() if thing.type == pdfium.FPDF_PAGEOBJ_IMAGE]
    if len(pictures) != 1:
        return None
    left, bottom, right, top = pictures[0].get_bounds()
    width, height = page.get_size()
    if (right - left) * (top - bottom) < 0.9 * width * height:
        return None
    columns, rows = ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFImageObj_GetImagePixelSize(pictures[0], columns, rows):
        return None
    dpi = round(max(columns.value, rows.value) / max(right - left, top - bottom) * 72)
    return min(dpi, MOST_DPI) if dpi >= LEAST_DPI else None


def own_words(page: pypdfium2.PdfPage, dpi: int) -> tuple[tuple[Word, ...], str] | None:
    """(words with their boxes in pixels at `dpi`, the text in lines); None where the page is to be read instead.

    A scan's text came from a program like this one, and fonts of the time before Unicode (TCVN3, VNI) name other
    letters than they show.
    """
    layer = page.get_textpage()
    count = layer.count_chars()
    if count < LEAST_LETTERS or scan_dpi(page) or any(_old_font(layer, at) for at in range(0, count, 25)):
        return None
    letters = [(chr(pdfium.FPDFText_GetUnicode(layer, at)), at) for at in range(count)]
    if sum(map(_strange, (letter for letter, _ in letters))) > STRANGE * count:
        return None
    words: list[Word] = []
    lines: list[list[str]] = [[]]
    start = 0
    for at in range(count + 1):
        letter = letters[at][0] if at < count else " "
        if not letter.isspace():
            continue
        text = unicodedata.normalize("NFC", "".join(one for one, _ in letters[start:at] if not _strange(one)))
        if text and (box := _box(page, layer, range(start, at), dpi)):
            words.append(Word(text, 100.0, box))
            lines[-1].append(text)
        if letter == "\n" and lines[-1]:
            lines.append([])
        start = at + 1
    return tuple(words), "\n".join(" ".join(line) for line in lines if line)


def _strange(letter: str) -> bool:
    return letter == "\ufffd" or unicodedata.category(letter) in ("Co", "Cn", "Cs") or letter in "\x00\ufffe\uffff"


def _old_font(layer: pypdfium2.PdfTextPage, at: int) -> bool:
    name = ctypes.create_string_buffer(128)
    length = pdfium.FPDFText_GetFontInfo(layer, at, name, len(name), ctypes.c_int())
    font = name.raw[: max(0, min(length, len(name)) - 1)].decode("latin-1").rpartition("+")[2].lower()
    return font.startswith((".vn", "vn", "vni"))


def _box(page: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage, letters: range, dpi: int) -> Box | None:
    corners = []
    for at in letters:
        left, bottom, right, top = layer.get_charbox(at)
        if right > left and top > bottom:
            corners += [_pixel(page, left, top, dpi), _pixel(page, right, bottom, dpi)]
    if not corners:
        return None
    left_, top_ = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right_, bottom_ = (max(corner[axis] for corner in corners) for axis in (0, 1))
    return left_, top_, max(1, right_ - left_), max(1, bottom_ - top_)


def _pixel(page: pypdfium2.PdfPage, x: float, y: float, dpi: int) -> tuple[int, int]:
    """Where a place on the page is drawn; the page's own rotation counts."""
    width, height = (round(side / 72 * dpi) for side in page.get_size())
    column, row = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(page, 0, 0, width, height, 0, x, y, column, row)
    return column.value, row.value

"""A page's own text: what a program wrote on it and its drawn picture shows; everything else is for OCR to read."""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Iterator

import cv2
import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from counter_app.dossier.pages import Box, Word
from scanning.formats.pdf_page import PdfPage
from scanning.picture import Picture

LEAST_LETTERS = 20
"""With fewer, a page has no text of its own worth taking over instead of reading it."""
STRANGE = 0.03
"""Share of letters without a meaning from which on a page's text is worth nothing."""
MOST_PICTURES = 0.1
"""Share of the page in pictures from which on they may carry text: a logo and a seal fill less."""
OTHER_LETTERS = 0.25
"""How many marks of a letter's size, beside its own letters, a page may have that is not read."""
FAINTEST = 12
"""Least difference between the darkest and the lightest pixel around a letter that can be seen."""
_ENOUGH_PIXELS = 16
"""Height of a word at which letters are still apart."""
_UNSEEN = frozenset([pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP])


def own_words(page: PdfPage, picture: Picture) -> tuple[tuple[Word, ...], str] | None:
    """(words with their boxes in pixels of `picture`, the text in lines); None where the page is to be read instead.

    `picture` is the page as it was drawn. The text of pictures is not known here, a scan's text came from a program
    like this one, and fonts of the time before Unicode (TCVN3, VNI) name other letters than they show. The page is
    changed: what lies over it as annotations and fields becomes part of it, so that their words count too.
    """
    if page.layers_off or sum(picture.share for picture in page.pictures) > MOST_PICTURES:
        return None
    grey = picture if picture.ndim == 2 else np.asarray(cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY), np.uint8)
    sheet = _flattened(page)
    layer = sheet.get_textpage()
    count = layer.count_chars()
    if count < LEAST_LETTERS or any(_old_font(layer, at) for at in range(0, count, 25)):
        return None
    letters = [_letter(layer, at) for at in range(count)]
    if sum(map(_strange, letters)) > STRANGE * count:
        return None
    lines = [list(_seen(sheet, layer, letters, line, grey)) for line in _lines(letters)]
    words = [word for line in lines for word in line]
    if sum(len(word.text) + 1 for word in words) < LEAST_LETTERS or _other_letters(grey, words):
        return None
    return tuple(words), "\n".join(" ".join(word.text for word in line) for line in lines if line)


def _flattened(page: PdfPage) -> pypdfium2.PdfPage:
    """The page with its annotations and fields as part of its content."""
    if pdfium.FPDFPage_GetAnnotCount(page.page) <= 0:
        return page.page
    pdfium.FPDFPage_Flatten(page.page, pdfium.FLAT_NORMALDISPLAY)
    page.page.close()
    return page.document[0]


def _letter(layer: pypdfium2.PdfTextPage, at: int) -> str:
    """The letter at a place; "" for one that is not drawn."""
    thing = pdfium.FPDFText_GetTextObject(layer, at)
    if thing and pdfium.FPDFTextObj_GetTextRenderMode(thing) in _UNSEEN:
        return ""
    return chr(pdfium.FPDFText_GetUnicode(layer, at))


def _lines(letters: list[str]) -> Iterator[list[range]]:
    """The words of each line as places of their letters."""
    line: list[range] = []
    start = 0
    for at, letter in enumerate([*letters, "\n"]):
        if not letter.isspace():
            continue
        if at > start:
            line.append(range(start, at))
        if letter == "\n":
            yield line
            line = []
        start = at + 1


def _seen(
    sheet: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage, letters: list[str], line: list[range], grey: Picture
) -> Iterator[Word]:
    """The words of a line that can be seen in the picture."""
    for places in line:
        drawn = [at for at in places if letters[at] and not _strange(letters[at])]
        text = unicodedata.normalize("NFC", "".join(letters[at] for at in drawn))
        box = _box(sheet, layer, drawn, grey.shape) if text else None
        if box is not None and _is_seen(grey, box if len(text) > 1 else _around(box)):
            yield Word(text, 100.0, box)


def _around(box: Box) -> Box:
    """The box of a dash or a stroke, which fills its own, with some paper."""
    x, y, width, height = box
    return x - 3, y - 3, width + 6, height + 6


def _is_seen(grey: Picture, box: Box) -> bool:
    x, y, width, height = box
    found = grey[max(0, y) : y + height, max(0, x) : x + width]
    return found.size > 0 and int(found.max()) - int(found.min()) >= FAINTEST


def _other_letters(grey: Picture, words: list[Word]) -> bool:
    """Whether much looks like letters that are none of the words: outlines, patterns, pictures of text."""
    tall = float(np.median([word.box[3] for word in words]))
    scale = min(1.0, _ENOUGH_PIXELS / tall)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    rest = (np.asarray(small) < 160).astype(np.uint8)
    for word in words:
        x, y, width, height = (round(side * scale) for side in word.box)
        rest[max(0, y - 2) : y + height + 2, max(0, x - 2) : x + width + 2] = 0
    tall *= scale
    _, _, facts, _ = cv2.connectedComponentsWithStats(rest, connectivity=8)
    across, down, ink = (facts[1:, column] for column in (cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT, cv2.CC_STAT_AREA))
    alike = (down > 0.3 * tall) & (down < 2.5 * tall) & (across > 0.1 * tall) & (across < 2.5 * tall)
    alike &= (ink > 0.1 * across * down) & (ink < 0.9 * across * down)
    return int(alike.sum()) > max(LEAST_LETTERS, OTHER_LETTERS * sum(len(word.text) for word in words))


def _strange(letter: str) -> bool:
    if not letter:
        return False
    return letter == "\ufffd" or unicodedata.category(letter) in ("Co", "Cn", "Cs") or letter in "\x00\ufffe\uffff"


def _old_font(layer: pypdfium2.PdfTextPage, at: int) -> bool:
    name = ctypes.create_string_buffer(128)
    length = pdfium.FPDFText_GetFontInfo(layer, at, name, len(name), ctypes.c_int())
    font = name.raw[: max(0, min(length, len(name)) - 1)].decode("latin-1").rpartition("+")[2].lower()
    return font.startswith((".vn", "vn", "vni"))


def _box(
    sheet: pypdfium2.PdfPage, layer: pypdfium2.PdfTextPage, letters: list[int], shape: tuple[int, ...]
) -> Box | None:
    corners = []
    for at in letters:
        left, bottom, right, top = layer.get_charbox(at)
        if right > left and top > bottom:
            corners += [_pixel(sheet, left, top, shape), _pixel(sheet, right, bottom, shape)]
    if not corners:
        return None
    left_, top_ = (min(corner[axis] for corner in corners) for axis in (0, 1))
    right_, bottom_ = (max(corner[axis] for corner in corners) for axis in (0, 1))
    return left_, top_, max(1, right_ - left_), max(1, bottom_ - top_)


def _pixel(sheet: pypdfium2.PdfPage, x: float, y: float, shape: tuple[int, ...]) -> tuple[int, int]:
    """Where a place on the page is drawn; the page's own rotation counts."""
    column, row = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDF_PageToDevice(sheet, 0, 0, shape[1], shape[0], 0, x, y, column, row)
    return column.value, row.value

"""A page of a PDF as a viewer shows it: its pixels, with annotations, filled-in fields and the layers that are on."""

from __future__ import annotations

import ctypes
import io
import math
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
from PIL import Image

from counter_app.errors import CounterError
from scanning.errors import BrokenPdf, EncryptedPdf, PageTooLarge, PdfPageNotDrawn, TruncatedPicture
from scanning.formats.pdf_resolution import Drawing, PlacedPicture, drawing
from scanning.formats.picture_file import loaded

LARGEST_UNIT = 1000.0
"""Seventy-seconds of an inch that one unit of a page may be long."""
_DEEPEST = 8
"""Forms within forms that are looked into."""
_SHOWN = frozenset([pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_PATH, pdfium.FPDF_PAGEOBJ_SHADING])
Matrix = tuple[float, float, float, float, float, float]


@dataclass(frozen=True, eq=False)
class PdfPage:
    """The one page of an opened PDF."""

    document: pypdfium2.PdfDocument
    page: pypdfium2.PdfPage
    pictures: tuple[PlacedPicture, ...]
    drawing: Drawing
    layers_off: bool
    """Some of its layers may be switched off; `pypdfium2` does not tell whose text is theirs."""

    def picture(self) -> Image.Image:
        """What a viewer shows; raises PdfiumError where a picture on it cannot be decoded whole."""
        for thing in self.page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], _DEEPEST):
            if min(_pixels(thing)) > 0:
                _check(thing)
        drawn: Image.Image = self.page.render(
            scale=self.drawing.scale, rev_byteorder=True, may_draw_forms=True
        ).to_pil()
        return drawn


def _check(picture: pypdfium2.PdfImage) -> None:
    """Raise PdfiumError where the picture, or part of it, would not be drawn."""
    picture.get_bitmap()
    if picture.get_filters()[-1:] == ["DCTDecode"]:
        jpeg = bytes(picture.get_data(decode_simple=True))
        try:
            loaded(jpeg, "")
        except TruncatedPicture as error:
            raise pypdfium2.PdfiumError("a JPEG that breaks off") from error
        except CounterError:
            return  # PDFium drew what is not read alone


@contextmanager
def opened(data: bytes, source: str) -> Iterator[PdfPage]:
    """The first page of a PDF while the block runs.

    Raises EncryptedPdf, BrokenPdf, PageTooLarge; PdfPageNotDrawn for what PDFium cannot draw within the block.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        kind = EncryptedPdf if "assword" in str(error) else BrokenPdf
        raise kind("pdfium", file=source) from error
    try:
        document.init_forms()
        page = document[0]
        yield _described(document, page, data, source)
    except (pypdfium2.PdfiumError, IndexError, ValueError, OverflowError, ctypes.ArgumentError) as error:
        raise PdfPageNotDrawn("pdfium", file=source) from error
    finally:
        document.close()


def _described(document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, data: bytes, source: str) -> PdfPage:
    unit, layers_off = _unit_and_layers(data)
    size = page.get_size()
    pictures = tuple(_pictures(page))
    how = drawing(size, unit, pictures, others=_shows_more(page))
    if min(size) <= 0:
        raise ValueError("no size")
    if how is None:
        metres = (round(side * unit / 72 * 0.0254) for side in size)
        raise PageTooLarge("no resolution", file=source, **dict(zip(("width", "height"), metres, strict=True)))
    return PdfPage(document, page, pictures, how, layers_off)


def _unit_and_layers(data: bytes) -> tuple[float, bool]:
    """What PDFium does not tell: how long the page's unit is, and whether the document has layers."""
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            unit = float(document.pages[0].obj.get("/UserUnit", 1))
            layers = "/OCProperties" in document.Root
    except (pikepdf.PdfError, ValueError, TypeError, IndexError, RuntimeError):
        return 1.0, False  # PDFium opened it all the same
    return unit if 1 / LARGEST_UNIT <= unit <= LARGEST_UNIT else 1.0, layers


def _pictures(page: pypdfium2.PdfPage) -> Iterator[PlacedPicture]:
    box = page.get_bbox()
    for thing in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], _DEEPEST):
        placed = _placed(_matrix(thing), _pixels(thing), box)
        if placed is not None:
            yield placed


def _placed(matrix: Matrix, pixels: tuple[int, int], box: tuple[float, float, float, float]) -> PlacedPicture | None:
    """A picture whose unit square `matrix` lays over the page's `box`; None where nothing of it is there."""
    a, b, c, d, e, f = matrix
    across, down = math.hypot(a, b), math.hypot(c, d)
    if not (all(map(math.isfinite, matrix)) and across > 0 and down > 0 and min(pixels) > 0):
        return None
    left, right = (edge(0.0, a, c, a + c) + e for edge in (min, max))
    low, high = (edge(0.0, b, d, b + d) + f for edge in (min, max))
    width = min(right, box[2]) - max(left, box[0])
    height = min(high, box[3]) - max(low, box[1])
    area = (box[2] - box[0]) * (box[3] - box[1])
    if width <= 0 or height <= 0 or area <= 0:
        return None
    return PlacedPicture(min(1.0, width * height / area), max(pixels[0] / across, pixels[1] / down))


def _matrix(thing: pypdfium2.PdfObject) -> Matrix:
    """Of an object on the page, also where forms hold it."""
    matrix = thing.get_matrix()
    while thing.container is not None:
        thing = thing.container
        matrix = matrix.multiply(thing.get_matrix())
    found: Matrix = matrix.get()
    return found


def _pixels(thing: pypdfium2.PdfObject) -> tuple[int, int]:
    columns, rows = ctypes.c_uint(), ctypes.c_uint()
    if not pdfium.FPDFImageObj_GetImagePixelSize(thing, columns, rows):
        return 0, 0
    return columns.value, rows.value


def _shows_more(page: pypdfium2.PdfPage) -> bool:
    """Whether anything but pictures and invisible text stands on it."""
    if pdfium.FPDFPage_GetAnnotCount(page) > 0:
        return True
    return any(
        thing.type in _SHOWN
        and not (
            thing.type == pdfium.FPDF_PAGEOBJ_TEXT
            and pdfium.FPDFTextObj_GetTextRenderMode(thing) == pdfium.FPDF_TEXTRENDERMODE_INVISIBLE
        )
        for thing in page.get_objects(list(_SHOWN), _DEEPEST)
    )

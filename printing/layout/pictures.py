"""Pages of a PDF as pictures, for the preview and for the printers; and what else PDFium knows about a PDF.

PDFium is not made for several threads at once: in this process all its work goes through here, one call at a time.
"""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator

import pypdfium2 as pdfium
from PIL import Image

_ONE_AT_A_TIME = threading.Lock()


def rendered_pages(pdf: bytes, dpi: float) -> Iterator[Image.Image]:
    """The pages as RGB pictures at `dpi`, one after the other."""
    with _ONE_AT_A_TIME:
        document = pdfium.PdfDocument(pdf)
        count = len(document)
    try:
        for number in range(count):
            with _ONE_AT_A_TIME:
                page = document[number]
                picture = page.render(scale=dpi / 72).to_pil().convert("RGB")
                page.close()
            yield picture
    finally:
        with _ONE_AT_A_TIME:
            document.close()


def first_page(pdf: bytes, dpi: int) -> tuple[memoryview, int, int, int]:
    """The first page at `dpi` for a screen: bytes of blue, green, red and one unused; columns, rows, bytes a row."""
    with _ONE_AT_A_TIME:
        document = pdfium.PdfDocument(pdf)
        page = document[0]
        bitmap = page.render(scale=dpi / 72, prefer_bgrx=True, bitmap_maker=pdfium.PdfBitmap.new_foreign)
        page.close()
        document.close()
    return memoryview(bitmap.buffer).cast("B"), bitmap.width, bitmap.height, bitmap.stride


def page_pictures(pdf: bytes, dpi: int) -> list[bytes]:
    """The pages as PNG files at `dpi`."""
    return [_png(picture) for picture in rendered_pages(pdf, dpi)]


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in points (1/72 inch)."""
    with _ONE_AT_A_TIME:
        document = pdfium.PdfDocument(pdf)
        sizes = [document.get_page_size(number) for number in range(len(document))]
        document.close()
    return sizes


def first_text(pdf: bytes) -> str:
    """The text of the first page; "" where PDFium cannot open it."""
    with _ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(pdf)
        except pdfium.PdfiumError:
            return ""
        try:
            return str(document[0].get_textpage().get_text_range())
        except pdfium.PdfiumError:
            return ""
        finally:
            document.close()


def written_anew(pdf: bytes) -> bytes | None:
    """The document as PDFium understands it, which mends some damage that others do not; None where it cannot."""
    memory = io.BytesIO()
    with _ONE_AT_A_TIME:
        try:
            document = pdfium.PdfDocument(pdf)
        except pdfium.PdfiumError:
            return None
        try:
            document.save(memory)
        except pdfium.PdfiumError:
            return None
        finally:
            document.close()
    return memory.getvalue()


def _png(picture: Image.Image) -> bytes:
    memory = io.BytesIO()
    picture.save(memory, "PNG", compress_level=1)
    return memory.getvalue()

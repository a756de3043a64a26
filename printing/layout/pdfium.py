"""PDFium, which is not made for several threads at once: its work is done one call after the other, in processes apart.

The window draws by `printing.layout.pictures`, which asks these functions in such a process.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import pypdfium2 as pdfium
from PIL import Image

from printing.errors import PdfNotDrawn

MOST_PAGES = 5_000
"""Of a PDF that is shown or printed as a picture; a year's register has some hundreds."""
_SIDES = (1.0, 14_400.0)
"""Points of a page's side, at least and at most (ISO 32000-1, annex C)."""


def rendered_pages(pdf: bytes, dpi: float) -> Iterator[Image.Image]:
    """The pages as RGB pictures at `dpi`, one after the other. Raises PdfNotDrawn."""
    with _opened(pdf) as document:
        _sizes(document)
        for number in range(len(document)):
            yield _drawn(document, number, dpi)


def previewed(pdf: bytes, dpi: float) -> Iterator[list[tuple[float, float]] | bytes]:
    """The sizes of the pages in points, then each as a PNG file. Raises PdfNotDrawn."""
    with _opened(pdf) as document:
        yield _sizes(document)
        for number in range(len(document)):
            memory = io.BytesIO()
            _drawn(document, number, dpi).save(memory, "PNG", compress_level=1)
            yield memory.getvalue()


def page_sizes(pdf: bytes) -> Iterator[tuple[float, float]]:
    """Width and height of each page in points (1/72 inch). Raises PdfNotDrawn."""
    with _opened(pdf) as document:
        yield from _sizes(document)


def first_page(pdf: bytes, dpi: int, area: tuple[int, int] | None) -> tuple[bytes, int, int, int]:
    """The first page for a screen, at `dpi` or as it fits into `area` (pixels): bytes of blue, green, red and one
    unused; columns, rows, bytes a row. Raises PdfNotDrawn."""
    with _opened(pdf) as document:
        width, height = _size(document, 0)
        if area is not None:
            dpi = max(1, min(dpi, int(min(area[0] / width, area[1] / height) * 72)))
        page = document[0]
        bitmap = page.render(scale=dpi / 72, prefer_bgrx=True, bitmap_maker=pdfium.PdfBitmap.new_foreign)
        page.close()
        return bytes(bitmap.buffer), bitmap.width, bitmap.height, bitmap.stride


def first_text(pdf: bytes) -> str:
    """The text of the first page; "" where PDFium cannot open it."""
    try:
        with _opened(pdf) as document:
            return str(document[0].get_textpage().get_text_range())
    except PdfNotDrawn:
        return ""


def written_anew(pdf: bytes) -> bytes | None:
    """The document as PDFium understands it, which mends some damage that others do not; None where it cannot."""
    memory = io.BytesIO()
    try:
        with _opened(pdf) as document:
            document.save(memory)
    except PdfNotDrawn:
        return None
    return memory.getvalue()


@contextmanager
def _opened(pdf: bytes) -> Iterator[Any]:
    try:
        with closing(pdfium.PdfDocument(pdf)) as document:
            yield document
    except (pdfium.PdfiumError, IndexError, ValueError, OverflowError) as fault:
        raise PdfNotDrawn(type(fault).__name__) from fault


def _sizes(document: Any) -> list[tuple[float, float]]:
    if len(document) > MOST_PAGES:
        raise PdfNotDrawn(f"{len(document)} pages")
    return [_size(document, number) for number in range(len(document))]


def _size(document: Any, number: int) -> tuple[float, float]:
    width, height = document.get_page_size(number)
    if not all(_SIDES[0] <= side <= _SIDES[1] for side in (width, height)):
        raise PdfNotDrawn(f"{width} x {height} points")
    return width, height


def _drawn(document: Any, number: int, dpi: float) -> Image.Image:
    page = document[number]
    try:
        picture: Image.Image = page.render(scale=dpi / 72).to_pil().convert("RGB")
        return picture
    finally:
        page.close()

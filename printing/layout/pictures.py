"""Pages of a PDF as pictures, for the preview and for the printers, drawn in processes apart.

A PDF may come from outside and be made to harm: whatever it does to the process that draws it, the window's goes on.
"""

from __future__ import annotations

import atexit
from collections.abc import Iterator
from typing import Any

from PIL import Image

from counter_app.apart.pool import Pool
from counter_app.apart.worker_process import WorkerDied
from printing.errors import PdfNotDrawn

MEMORY = 2 * 1024**3
"""Bytes of addresses, libraries included: an A4 page at 600 dpi takes a tenth of it."""
SECONDS = 30.0
"""For a page; those of our own papers take a hundredth of a second at the preview's size."""
DRAWERS = Pool(MEMORY)
"""The processes that draw what comes from outside, shared by all of this process: a start of one costs 0.2 s."""
atexit.register(DRAWERS.close)


def drawn(function: str, *given: Any) -> Iterator[Any]:
    """What a function ("module:name") gives that draws apart. Raises PdfNotDrawn, and what it raises itself."""
    try:
        yield from DRAWERS.results(function, *given, seconds=SECONDS)
    except WorkerDied as died:
        raise PdfNotDrawn(type(died).__name__) from died


def rendered_pages(pdf: bytes, dpi: float) -> Iterator[Image.Image]:
    """The pages as RGB pictures at `dpi`, one after the other. Raises PdfNotDrawn."""
    return drawn("printing.layout.pdfium:rendered_pages", pdf, dpi)


def previewed(pdf: bytes, dpi: float) -> Iterator[list[tuple[float, float]] | bytes]:
    """First the sizes of the pages in points (1/72 inch), then each as a PNG file. Raises PdfNotDrawn."""
    return drawn("printing.layout.pdfium:previewed", pdf, dpi)


def page_pictures(pdf: bytes, dpi: int) -> list[bytes]:
    """The pages as PNG files at `dpi`. Raises PdfNotDrawn."""
    return [picture for picture in previewed(pdf, dpi) if isinstance(picture, bytes)]


def page_sizes(pdf: bytes) -> list[tuple[float, float]]:
    """Width and height of each page in points (1/72 inch). Raises PdfNotDrawn."""
    return list(drawn("printing.layout.pdfium:page_sizes", pdf))

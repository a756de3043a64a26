"""A page as the window shows it, decoded in a process apart: a picture as it came, or a PDF of one page."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image, ImageFile, ImageOps

from printing.layout.pdfium import first_page
from scanning.formats.picture_file import foreign_bytes, opened

Pixels = tuple[bytes, int, int, int]
"""Bytes of blue, green, red and one unused; columns, rows, bytes a row."""


def ready() -> Iterator[None]:
    """Nothing: what PDFs need is loaded now."""
    yield from ()


def shown(data: bytes, dpi: int, area: tuple[int, int] | None) -> Iterator[Pixels]:
    """The page upright as its EXIF says, no larger than `area` (pixels) where one is given; a PDF at `dpi` otherwise.

    Raises PdfNotDrawn, and what `scanning.formats.picture_file.opened` raises.
    """
    yield first_page(data, dpi, area) if data.startswith(b"%PDF") else _picture(data, area)


def _picture(data: bytes, area: tuple[int, int] | None) -> Pixels:
    from scanning.formats.colours import to_picture  # with OpenCV, which PDFs do without

    image, own = opened(data, "")
    with foreign_bytes(own, ""):
        if area is not None:
            image.draft(None, area)  # a JPEG is decoded small from the start
        ImageFile.LOAD_TRUNCATED_IMAGES = True  # half a page says more than none
        image = ImageOps.exif_transpose(image)
        if area is not None:
            image.thumbnail(area)
        whole = Image.fromarray(to_picture(image, own)).convert("RGB")
    return whole.tobytes("raw", "BGRX"), whole.width, whole.height, 4 * whole.width

"""A paper as the bytes a thermal printer takes: raster of black and white dots, each page cut off."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from typing import Any

from PIL import Image, ImageOps

from printing.layout.pictures import page_sizes, rendered_pages

DOTS = {80: 576, 58: 384}
"""Width of the paper in mm → dots its printers have across, eight a millimetre (203 dpi)."""
STRIP = 960
"""Lines sent as one picture; a printer has room for little more."""
BLACK_BELOW = 180
"""Of 255. A dot a third covered by a letter is black: thin strokes and the marks over Vietnamese vowels hold together.
Of the slip so printed Tesseract reads 98 % of the letters; dithered, 84 %."""
_DPI = 8 * 25.4


def printed(pdf: bytes, width: int, copies: int) -> bytes:
    """The bytes for paper `width` mm wide (80 or 58): every page cut off, the whole `copies` times."""
    printer = _composer(DOTS[width])
    printer.hw("INIT")
    for _ in range(copies):
        for picture in pictures(pdf, width):
            printer.image(picture, fragment_height=STRIP)
            printer.cut("PART")
    return bytes(printer.output)


def pictures(pdf: bytes, width: int) -> Iterator[Image.Image]:
    """The pages in black and white, as wide as the printer prints and as long as there is something on them.

    A page no wider than the paper is printed in its true size, the margins no printer reaches cut off; a wider one is
    made as narrow as the printer prints.
    """
    dots = DOTS[width]
    widest = max(points for points, _ in page_sizes(pdf)) / 72 * 25.4
    dpi = _DPI if widest < width + 1 else dots / widest * 25.4
    for page in rendered_pages(pdf, dpi):
        sheet = Image.new("L", (dots, page.height), 255)
        sheet.paste(page.convert("L"), (-((page.width - dots) // 2), 0))
        dotted = sheet.point([0] * BLACK_BELOW + [255] * (256 - BLACK_BELOW))
        inked = ImageOps.invert(dotted).getbbox()
        yield dotted.crop((0, 0, dots, inked[3] if inked else 1))


def _composer(dots: int) -> Any:
    """A printer of python-escpos that keeps the bytes it would send."""
    from escpos import capabilities  # with the first slip: it reads a large table, 0.2 s
    from escpos.printer import Dummy

    if "ESCPOS_CAPABILITIES_PICKLE_DIR" not in os.environ:
        shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)  # it leaves such a folder behind at each start
    profile = capabilities.Profile(features={"paperFullCut": True, "paperPartCut": True})
    profile.profile_data = profile.profile_data | {"media": {"width": {"pixels": dots}}}
    return Dummy(profile=profile)

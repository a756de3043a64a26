"""A QR code drawn as squares, sharp at any printer's resolution."""

from __future__ import annotations

from functools import lru_cache

import zxingcpp
from reportlab.pdfgen.pathobject import PDFPathObject
from reportlab.platypus import Flowable


class Qr(Flowable):
    """A QR code (ISO/IEC 18004, level M) of `text`, `side` points wide without its quiet zone."""

    def __init__(self, text: str, side: float) -> None:
        super().__init__()
        self.width = self.height = side
        self._text = text

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return self.width, self.height

    def draw(self) -> None:
        modules, path = _dark(self._text)
        self.canv.saveState()
        self.canv.scale(self.width / modules, self.height / modules)
        self.canv.drawPath(path, stroke=0, fill=1)
        self.canv.restoreState()


def qr_modules(text: str) -> tuple[int, bytes]:
    """The code for a screen: how many modules it is wide, and a byte for each, 0 where it is dark."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    image = code.to_image(scale=1, add_quiet_zones=False)
    return image.shape[1], memoryview(image).tobytes()  # type: ignore[arg-type]  # the stub does not say it is a buffer


@lru_cache(maxsize=2)  # the copies of one paper bear the same code
def _dark(text: str) -> tuple[int, PDFPathObject]:
    """How many modules the code is wide, and its dark ones as a path in which a module is one unit."""
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image = code.to_image(scale=1, add_quiet_zones=False)
    rows, columns = image.shape
    modules = memoryview(image).tobytes()  # type: ignore[arg-type]  # the stub does not say it is a buffer
    path = PDFPathObject()
    for row in range(rows):
        column = 0
        while column < columns:
            start = column
            while column < columns and modules[row * columns + column] == 0:
                column += 1
            if column > start:  # a run of dark modules as one rectangle: no hairlines between them
                path.rect(start, rows - row - 1, column - start, 1)
            column += 1
    return columns, path

"""A QR code drawn as squares, sharp at any printer's resolution."""

from __future__ import annotations

import zxingcpp
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
        code = zxingcpp.create_barcode(self._text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
        image = code.to_image(scale=1, add_quiet_zones=False)
        rows, columns = image.shape
        modules = memoryview(image).tobytes()  # type: ignore[arg-type]  # the stub does not say it is a buffer
        side = self.width / columns
        path = self.canv.beginPath()
        for row in range(rows):
            column = 0
            while column < columns:
                start = column
                while column < columns and modules[row * columns + column] == 0:
                    column += 1
                if column > start:  # a run of dark modules as one rectangle: no hairlines between them
                    path.rect(start * side, self.height - (row + 1) * side, (column - start) * side, side)
                column += 1
        self.canv.drawPath(path, stroke=0, fill=1)

"""What stands below a form, in the bottom margin of the page on which it is: it takes no room from the form."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Flowable

from printing.layout.qr import Qr
from printing.layout.sheets import Sheet
from printing.layout.texts import Text, style

_QR = 13 * mm
_LOWEST = 4.5 * mm  # where office printers begin to print
_BESIDE = 3 * mm


class Foot(Flowable):
    """A line, with a small QR before it where the margin has room for one that telephones read."""

    def __init__(self, sentence: str, code: str, sheet: Sheet) -> None:
        super().__init__()
        self._sheet = sheet
        room = sheet.bottom - _LOWEST
        self._code = Qr(code, _QR) if code and room >= _QR else None
        beside = _QR + _BESIDE if self._code else 0
        self._width = sheet.size[0] - sheet.left - sheet.right - beside
        self._text = Text(sentence, style("medium"))
        self._left = sheet.left + beside

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        canvas, sheet = self.canv, self._sheet
        left, bottom = canvas.absolutePosition(0, 0)
        scale = canvas.absolutePosition(1, 0)[0] - left
        canvas.saveState()
        canvas.translate(-left / scale, -bottom / scale)
        canvas.scale(1 / scale, 1 / scale)  # from here on points of the sheet
        if self._code:
            self._code.drawOn(canvas, sheet.left, _LOWEST)
        _, height = self._text.wrap(self._width, sheet.bottom)
        middle = _LOWEST + (_QR / 2 if self._code else height / 2)
        self._text.drawOn(canvas, self._left, middle - height / 2)
        canvas.restoreState()

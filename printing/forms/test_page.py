"""A page that shows whether a printer prints as it should, and by its known places whether a scanner scans as it should
(`scanning.page.test_scan`): crosses, grey steps, fine lines, a black bar, white bands, a code to read back.

Places are millimetres from the sheet's upper left corner.
"""

from __future__ import annotations

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Flowable, Spacer

from printing.layout.document import document
from printing.layout.qr import Qr
from printing.layout.sheets import PORTRAIT
from printing.layout.texts import text

SHEET = (210.0, 297.0)
CROSSES = ((15.0, 15.0), (195.0, 15.0), (195.0, 282.0), (15.0, 282.0))
"""The middles of the crosses, clockwise from the upper left one."""
UPRIGHT = (35.0, 15.0)
"""One more beside the first: it tells which side is up."""
ARM, DISC = 6.0, 2.0
"""How far a cross reaches from its middle, and the radius of the disc on it."""
GREYS = (33.0, 98.0, 18.0, 12.0)
"""The first grey step: left, top, width, height; each next one stands beside it."""
STEPS = 8
"""Of grey, from black to white."""
BAR = (25.0, 118.0, 160.0, 6.0)
"""Black from end to end: left, top, width, height."""
LINES = ((33.0, 1.0), (63.0, 0.6), (93.0, 0.4), (123.0, 0.3))
"""Groups of upright lines: where each begins, and how far apart its lines are; a line is half as wide."""
LINES_WIDE, LINES_TOP, LINES_HIGH = 18.0, 132.0, 8.0
BANDS = ((84.0, 8.0), (148.0, 8.0), (262.0, 8.0))
"""Top and height of the bands in which nothing is printed from edge to edge."""
_CODE = (85.0, 168.0, 40.0)  # left, top, side
_NOTE_TOP = 222.0
_LETTERS = (
    "Đủ dấu: ắ ằ ẳ ẵ ặ · ấ ầ ẩ ẫ ậ · ế ề ể ễ ệ · ố ồ ổ ỗ ộ · ớ ờ ở ỡ ợ · ứ ừ ử ữ ự · đ Đ",
    "Số: 0123456789 · 45/UBND-XNTTHN · 1.234.567 đồng",
)
_NOTE = (
    "Máy in tốt thì chữ đủ dấu, tám ô xám khác nhau, vạch đen liền, mã đọc được bằng đầu đọc."
    " Quét lại trang này trong mục Máy quét để đo cả máy in lẫn máy quét."
)


class _Marks(Flowable):
    """All that stands at known places of the sheet; takes no room in the text."""

    def __init__(self, code: str) -> None:
        super().__init__()
        self._code = code

    def wrap(self, available_width: float, available_height: float) -> tuple[float, float]:
        return 0, 0

    def draw(self) -> None:
        canvas = self.canv
        left, bottom = canvas.absolutePosition(0, 0)
        canvas.saveState()
        canvas.translate(-left, -bottom)
        for middle in (*CROSSES, UPRIGHT):
            _draw_cross(canvas, *middle)
        _draw_greys(canvas)
        canvas.rect(*_placed(*BAR), stroke=0, fill=1)
        for begins, apart in LINES:
            for nth in range(int(LINES_WIDE / apart)):
                line = _placed(begins + nth * apart, LINES_TOP, apart / 2, LINES_HIGH)
                canvas.rect(*line, stroke=0, fill=1)
        x, y, side, _ = _placed(_CODE[0], _CODE[1], _CODE[2], _CODE[2])
        Qr(self._code, side).drawOn(canvas, x, y)
        note = text(_NOTE, "note_centred")
        _, high = note.wrap(150 * mm, 30 * mm)
        note.drawOn(canvas, 30 * mm, (SHEET[1] - _NOTE_TOP) * mm - high)
        canvas.restoreState()


def test_page(office: str, desk: str, printer: str, at: datetime) -> bytes:
    """The page as a PDF; nothing of a person is on it."""
    story = [
        _Marks(f"{desk} {at:%d/%m/%Y %H:%M}"),
        Spacer(1, 4 * mm),
        text("TRANG IN THỬ", "title"),
        text(office, "centred"),
        text(f"{printer} · {desk} · {at:%H:%M %d/%m/%Y}", "centred"),
        Spacer(1, 3 * mm),
        *(text(line, "body") for line in _LETTERS),
    ]
    return document([story], title="Trang in thử", author="", sheet=PORTRAIT, one_page=True)


def _draw_cross(canvas: Canvas, x: float, y: float) -> None:
    canvas.rect(*_placed(x - ARM, y - 0.5, 2 * ARM, 1), stroke=0, fill=1)
    canvas.rect(*_placed(x - 0.5, y - ARM, 1, 2 * ARM), stroke=0, fill=1)
    canvas.circle(x * mm, (SHEET[1] - y) * mm, DISC * mm, stroke=0, fill=1)


def _draw_greys(canvas: Canvas) -> None:
    left, top, width, height = GREYS
    for nth in range(STEPS):
        canvas.setFillGray(nth / (STEPS - 1))
        canvas.rect(*_placed(left + nth * width, top, width, height), stroke=0, fill=1)
    canvas.setFillGray(0)
    canvas.setLineWidth(0.3)
    canvas.rect(*_placed(left, top, STEPS * width, height), stroke=1, fill=0)


def _placed(left: float, top: float, width: float, height: float) -> tuple[float, float, float, float]:
    """A box as the canvas wants it: points, from the lower left corner."""
    return left * mm, (SHEET[1] - top - height) * mm, width * mm, height * mm

"""A page that shows whether a printer prints as it should: edges, letters, grey, a code to read back."""

from __future__ import annotations

from datetime import datetime

from reportlab.lib import colors
from reportlab.lib.units import mm
from reportlab.platypus import Spacer, Table

from printing.layout.document import document
from printing.layout.qr import Qr
from printing.layout.texts import text

_LETTERS = (
    "Tiếng Việt đủ dấu: ắ ằ ẳ ẵ ặ · ấ ầ ẩ ẫ ậ · ế ề ể ễ ệ · ố ồ ổ ỗ ộ · ớ ờ ở ỡ ợ · ứ ừ ử ữ ự · đ Đ",
    "Số: 0123456789 · 45/UBND-XNTTHN · 1.234.567 đồng",
)


def test_page(office: str, desk: str, printer: str, at: datetime) -> bytes:
    """The page as a PDF; nothing of a person is on it."""
    code = Qr(f"{desk} {at:%d/%m/%Y %H:%M}", 40 * mm)
    code.hAlign = "CENTER"
    greys = Table([[""] * 8], colWidths=18 * mm, rowHeights=12 * mm)
    greys.setStyle([("BACKGROUND", (n, 0), (n, 0), colors.Color(n / 7, n / 7, n / 7)) for n in range(8)])
    greys.setStyle([("BOX", (0, 0), (-1, -1), 0.3, colors.black)])
    story = [
        text("TRANG IN THỬ", "title"),
        text(office, "centred"),
        text(f"{printer} · {desk} · {at:%H:%M %d/%m/%Y}", "centred"),
        Spacer(1, 8 * mm),
        *(text(line, "body") for line in _LETTERS),
        Spacer(1, 8 * mm),
        greys,
        Spacer(1, 8 * mm),
        code,
        Spacer(1, 4 * mm),
        text("Máy in tốt thì chữ đủ dấu, tám ô xám khác nhau, mã đọc được bằng đầu đọc.", "note_centred"),
    ]
    return document([story], title="Trang in thử", author="")

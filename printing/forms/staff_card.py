"""The card of somebody who works at the desk (thẻ đăng nhập): held before the reader, it signs them in."""

from __future__ import annotations

from reportlab.lib.units import mm
from reportlab.platypus import Spacer

from printing.layout.document import document
from printing.layout.qr import Qr
from printing.layout.texts import text
from printing.layout.watermark import watermarked


def staff_card(office: str, name: str, code: str, mark: str) -> bytes:
    """The card as a PDF, to be cut out; `code` is all that is needed to sign in, so the file is printed and deleted.
    `mark` stands across it."""
    qr = Qr(code, 40 * mm)
    qr.hAlign = "CENTER"
    card = document(
        [
            [
                text("THẺ ĐĂNG NHẬP", "title"),
                text(office, "centred"),
                Spacer(1, 6 * mm),
                qr,
                Spacer(1, 6 * mm),
                text(name, "title"),
                text(
                    "Đưa mã trước đầu đọc tại màn hình đăng nhập. Mất thẻ thì báo ngay người quản trị.", "note_centred"
                ),
            ]
        ],
        title="Thẻ đăng nhập",
        author="",
    )
    return watermarked(card, mark)

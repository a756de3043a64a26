"""The sheet with the recovery key of a desk's backups, for the office's safe: as a QR for a reader, and as letters."""

from __future__ import annotations

from datetime import datetime

from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Spacer

from printing.layout.document import document
from printing.layout.qr import Qr
from printing.layout.sheets import WIDTH
from printing.layout.texts import Rule, text
from printing.layout.watermark import watermarked

_QR = 60 * mm
_HALF = 20  # letters of a line, with their hyphens


def recovery_sheet(key: str, office: str, desk: str, at: datetime, mark: str) -> bytes:
    """The sheet as a PDF. `key` in groups of four letters; `mark` stands across it."""
    code = Qr(key, _QR)
    code.hAlign = "CENTER"
    content: list[Flowable] = [
        text("KHÓA KHÔI PHỤC DỮ LIỆU CỦA QUẦY", "title"),
        text(office, "centred"),
        text(f"Quầy {desk} – ngày {at:%d/%m/%Y}", "centred"),
        Spacer(1, 8 * mm),
        Rule(WIDTH),
        Spacer(1, 10 * mm),
        code,
        Spacer(1, 8 * mm),
        text(key[:_HALF].rstrip("-"), "title"),
        text(key[_HALF:].lstrip("-"), "title"),
        Spacer(1, 10 * mm),
        Rule(WIDTH),
        Spacer(1, 6 * mm),
        text(
            "Ai có tờ này và máy hoặc bản sao lưu của quầy thì đọc được mọi hồ sơ: cất vào tủ mật, không chụp ảnh.",
            "note_centred",
        ),
        text(
            "Khi máy hỏng: cài chương trình lên máy khác, khôi phục bản sao lưu, rồi quét mã hoặc nhập khóa này.",
            "note_centred",
        ),
        text(
            "Khi quên hết mật khẩu: chọn “Không ai nhớ mật khẩu” lúc đăng nhập, rồi quét mã hoặc nhập khóa này.",
            "note_centred",
        ),
        text(
            "In khóa mới thì tờ này hết hiệu lực với máy và các bản sao lưu sau đó; bản cũ hơn vẫn mở bằng tờ này.",
            "note_centred",
        ),
    ]
    return watermarked(document([content], title="Khóa khôi phục", author=""), mark)

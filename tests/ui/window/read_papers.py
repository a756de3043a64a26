"""Papers as if they had been scanned and read just now: drawn, with their words known, so that no OCR is waited for."""

from __future__ import annotations

import io
from collections.abc import Collection, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from counter_app.desk.desk import Desk
from counter_app.dossier.pages import Code, PageReading, SpooledPage, Word

DPI = 200
_SCALE = DPI / 72
_FACE, _POINTS = "Liberation", 12.5
_FILE = "/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf"

BIRTH = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "TỜ KHAI ĐĂNG KÝ KHAI SINH",
    "Họ, chữ đệm, tên người yêu cầu: Nguyễn Thị Hường",
    "Ngày, tháng, năm sinh: 15/04/1990",
    "Nơi cư trú: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An",
    "Giấy tờ tùy thân: Căn cước số 040190001234 cấp ngày 10/05/2021",
    "Quan hệ với người được khai sinh: Mẹ",
    "Đề nghị cơ quan đăng ký khai sinh cho người dưới đây:",
    "Họ, chữ đệm, tên: Đặng Bảo Quỳnh",
    "Ngày, tháng, năm sinh: 12/11/2026",
    "Giới tính: Nữ",
    "Dân tộc: Kinh",
    "Quốc tịch: Việt Nam",
    "Nơi sinh: Bệnh viện Sản Nhi Nghệ An",
    "Quê quán: xã Quỳnh Lưu, tỉnh Nghệ An",
    "Họ, chữ đệm, tên người mẹ: Nguyễn Thị Hường",
    "Năm sinh: 1990",
    "Dân tộc: Kinh",
    "Quốc tịch: Việt Nam",
    "Nơi cư trú: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An",
    "Giấy tờ tùy thân: Căn cước số 040190001234 cấp ngày 10/05/2021",
    "Họ, chữ đệm, tên người cha: Đặng Văn Đức",
    "Năm sinh: 1988",
    "Dân tộc: Kinh",
    "Quốc tịch: Việt Nam",
    "Nơi cư trú: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An",
    "Giấy tờ tùy thân: Căn cước số 040088005678 cấp ngày 12/06/2021",
    "Tôi cam đoan nội dung đề nghị đăng ký khai sinh trên đây là đúng sự thật",
    "Đề nghị cấp bản sao: Có. Số lượng: 02 bản",
    "Làm tại: xã Nghi Lộc, ngày 20 tháng 11 năm 2026",
)
NOTIFICATION = ("GIẤY CHỨNG SINH", "Họ và tên mẹ: Nguyễn Thị Hường", "Giới tính của con: Nữ", "Cân nặng: 3.200 gam")
CARD = ("CĂN CƯỚC CÔNG DÂN", "Số: 040190001234", "Họ và tên: Nguyễn Thị Hường")
CARD_CODE = "040190001234|187123456|Nguyễn Thị Hường|15041990|Nữ|Xóm 3, xã Nghi Lộc, tỉnh Nghệ An|10052021"


def put(
    desk: Desk,
    holder: str,
    component: str,
    lines: Sequence[str],
    document_type: str,
    *,
    doubtful: Collection[str] = (),
    codes: Sequence[str] = (),
) -> SpooledPage:
    """A page of a draft, read; the `doubtful` words with little confidence. Nothing on it: a blank one."""
    pdf, words = drawn(lines, doubtful)
    sha = desk.store.files.put(pdf, "application/pdf").sha256
    end = desk.store.drafts.end(holder, component)
    page = desk.store.drafts.add_page(holder, component, sha, "application/pdf", DPI, "scan", end)
    width, height = (round(side * _SCALE) for side in A4)
    reading = PageReading(
        width=width,
        height=height,
        dpi=DPI,
        rotation=0,
        skew=0.0,
        cropped=False,
        side=0,
        blank=not lines,
        words=words,
        text="\n".join(lines),
        mean_confidence=95.0,
        codes=tuple(Code("QRCode", code, (1100, 150, 280, 280)) for code in codes),
        document_type=document_type,
        document_confidence=0.0 if document_type == "unknown" else 100.0,
        document_reason="QRCode"
        if codes
        else lines[1 if document_type.startswith("birth_reg") else 0]
        if lines
        else "",
    )
    desk.store.drafts.page_read(page.id, picture=sha, reading=reading)
    return page.model_copy(update={"picture": sha, "reading": reading.facts})


def drawn(lines: Sequence[str], doubtful: Collection[str]) -> tuple[bytes, tuple[Word, ...]]:
    """The page as a PDF, and its words with their boxes."""
    registerFont(TTFont(_FACE, _FILE))
    target = io.BytesIO()
    canvas = Canvas(target, pagesize=A4)
    canvas.setFont(_FACE, _POINTS)
    words = []
    for number, line in enumerate(lines):
        x, y = 70.0, A4[1] - 60 - 23 * number
        for text in line.split():
            width = stringWidth(text, _FACE, _POINTS)
            canvas.drawString(x, y, text)
            box = tuple(round(side * _SCALE) for side in (x, A4[1] - y - _POINTS * 0.8, width, _POINTS))
            words.append(Word(text, 55.0 if text.strip(",.") in doubtful else 96.5, box))  # type: ignore[arg-type]
            x += width + stringWidth(" ", _FACE, _POINTS)
    canvas.showPage()
    canvas.save()
    return target.getvalue(), tuple(words)

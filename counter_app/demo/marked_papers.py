"""Papers of the demo with what clean-ups lose: pencil, thermal print, a photograph, hairlines, a digital signature.

Each can be drawn with and without its mark, so that whoever looks for the mark on a filed page knows its every dot.
Every person and number in them is invented.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import pikepdf
from PIL import Image, ImageDraw, ImageFilter
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from counter_app.demo.sample_papers import SamplePaper
from counter_app.demo.signed_paper import draw_signature, signed
from counter_app.dossier import clock
from printing.layout.fonts import vietnamese_serif

Millimetres = tuple[float, float, float, float]
"""x, y from the sheet's upper left corner, width, height."""
A4 = (210.0, 297.0)
_PENCIL, _THERMAL, _HAIRLINE = 0.58, 0.52, 0.35  # greys from 0 black to 1 white
_SLIP = (80.0, 120.0)


@dataclass(frozen=True)
class Mark:
    """Something on the paper that must still be there on the filed page, and where."""

    name: str
    box: Millimetres
    least_likeness: float = 0.0
    """How alike its shades must be on both, from -1 to 1; 0 where only its shape counts."""


@dataclass(frozen=True)
class MarkedPaper:
    """One page as it lies on the desk; `plain` is the same page without its mark."""

    component: str
    name: str
    pdf: bytes = field(repr=False)
    plain: bytes = field(repr=False)
    mark: Mark
    file: bytes = field(default=b"", repr=False)
    """The PDF that is brought instead of paper; `pdf` is drawn as a viewer shows it."""
    signer: str = ""
    """Who signed that PDF digitally."""


def marked_papers(procedure: str) -> tuple[MarkedPaper, ...]:
    """What lies among the papers of the sample dossier of a procedure, after them."""
    match procedure:
        case "1.001193":
            return (_pencilled(),)
        case "1.013225":
            return (_photograph(), _signed())
        case _:
            return (_hairlines(), _slip())


def _pencilled() -> MarkedPaper:
    form = SamplePaper(
        "van-ban-uy-quyen",
        (
            "Người ủy quyền: Nguyễn Thị Mai",
            "Người được ủy quyền: Trần Văn Đức",
            "Nội dung ủy quyền: Nộp hồ sơ và nhận Giấy khai sinh của con",
            "Thời hạn ủy quyền: Đến khi nhận kết quả",
            "Làm tại: phường Sao Mai, ngày 20 tháng 11 năm 2026",
        ),
        "Văn bản ủy quyền",
    ).pdf()
    return MarkedPaper(
        "van-ban-uy-quyen", "pencil", _over(form, _pencil), form, Mark("ghi chú bằng bút chì", (35, 150, 80, 40))
    )


def _pencil(canvas: Canvas) -> None:
    """A note, a tick and an underline by hand, as a clerk jots them down."""
    canvas.setStrokeGray(_PENCIL)
    canvas.setFillGray(_PENCIL)
    canvas.setLineWidth(0.35 * mm)
    canvas.setLineCap(1)
    canvas.saveState()
    canvas.translate(40 * mm, _up(165))
    canvas.rotate(3)
    canvas.setFont(vietnamese_serif().italic, 15)
    canvas.drawString(0, 0, "đã gọi, hẹn chiều thứ Năm")
    canvas.restoreState()
    wave = [(40 + step, 171 + 0.7 * math.sin(step * 1.3)) for step in range(61)]
    _line(canvas, wave)
    _line(canvas, [(92, 181), (95, 185), (103, 174)])


def _slip() -> MarkedPaper:
    def draw(canvas: Canvas, *, printed: bool) -> None:
        canvas.setFillGray(0.93)
        canvas.rect(0, 0, _SLIP[0] * mm, _SLIP[1] * mm, stroke=0, fill=1)
        if not printed:
            return
        canvas.setFillGray(_THERMAL)
        for row, words in enumerate(
            (
                "QUẦY THU PHÍ ĐO ĐẠC (MẪU)",
                "Phiếu số: 000417",
                "Ngày: 19/11/2026 09:42",
                "Người nộp: Hoàng Thị Quỳnh",
                "Đo đạc thửa 27, tờ 14",
                "Số tiền: 1.120.000 đ",
                "Hình thức: tiền mặt",
                "Cảm ơn quý khách",
            )
        ):
            canvas.setFont(vietnamese_serif().name, 11)
            canvas.drawString(8 * mm, (_SLIP[1] - 18 - 9 * row) * mm, words)

    return MarkedPaper(
        "don",
        "thermal-slip",
        _page(lambda canvas: draw(canvas, printed=True), _SLIP),
        _page(lambda canvas: draw(canvas, printed=False), _SLIP),
        Mark("phiếu in nhiệt", (6, 10, 68, 80)),
    )


def _photograph() -> MarkedPaper:
    def draw(canvas: Canvas, *, photograph: bool) -> None:
        _heading(canvas, "ẢNH HIỆN TRẠNG KHU ĐẤT", "Chụp ngày 15 tháng 11 năm 2026, nhìn từ đường Mẫu Đơn")
        if photograph:
            canvas.drawImage(ImageReader(_house()), 45 * mm, _up(150), 120 * mm, 80 * mm)
        canvas.setFont(vietnamese_serif().italic, 12)
        canvas.drawCentredString(105 * mm, _up(160), "Ảnh 1: nhà cũ trên thửa đất số 27, tờ bản đồ số 14")

    return MarkedPaper(
        "ban-ve",
        "photograph",
        _page(lambda canvas: draw(canvas, photograph=True)),
        _page(lambda canvas: draw(canvas, photograph=False)),
        Mark("ảnh chụp", (47, 72, 116, 76), 0.9),
    )


def _hairlines() -> MarkedPaper:
    rows = ("Thửa 27|14|240,0 m²", "Thửa 28|14|118,5 m²", "Thửa 31|14|96,2 m²", "Thửa 9|15|310,0 m²")

    def draw(canvas: Canvas, *, ruled: bool) -> None:
        _heading(canvas, "BẢNG LIỆT KÊ THỬA ĐẤT", "Kèm theo đơn đăng ký biến động")
        canvas.setFont(vietnamese_serif().name, 12)
        for row, cells in enumerate(("Thửa đất|Tờ|Diện tích", *rows)):
            for left, words in zip((38, 88, 128), cells.split("|"), strict=True):
                canvas.drawString(left * mm, _up(77 + 12 * row), words)
        if ruled:
            canvas.setStrokeGray(_HAIRLINE)
            canvas.setLineWidth(0.25)  # points: one dot of a scanner
            for row in range(len(rows) + 2):
                _line(canvas, [(35, 69 + 12 * row), (175, 69 + 12 * row)])
            for left in (35, 85, 125, 175):
                _line(canvas, [(left, 69), (left, 69 + 12 * (len(rows) + 1))])

    return MarkedPaper(
        "don",
        "hairlines",
        _page(lambda canvas: draw(canvas, ruled=True)),
        _page(lambda canvas: draw(canvas, ruled=False)),
        Mark("bảng kẻ nét mảnh", (33, 67, 60, 40)),
    )


def _signed() -> MarkedPaper:
    def draw(canvas: Canvas) -> None:
        _heading(canvas, "CHỨNG CHỈ HÀNH NGHỀ THIẾT KẾ", "Bản điện tử (mẫu)")
        canvas.setFont(vietnamese_serif().name, 13)
        for row, words in enumerate(("Họ và tên: Vũ Minh Khôi", "Số chứng chỉ: NAN-00004321", "Hạng: III")):
            canvas.drawString(35 * mm, _up(80 + 10 * row), words)

    plain = _page(draw)
    signer, at = "Sở Xây dựng (chứng thư thử nghiệm)", clock.now().replace(microsecond=0)
    box = x, y, width, height = (110.0, 150.0, 70.0, 24.0)

    def sign(canvas: Canvas) -> None:
        canvas.translate(x * mm, _up(y + height))
        draw_signature(canvas, signer, at, width * mm, height * mm)

    mark = Mark("chữ ký số nhìn thấy được", box)
    return MarkedPaper("chung-chi", "signed", _over(plain, sign), plain, mark, signed(plain, signer, at, box), signer)


def _house() -> Image.Image:
    """A house under a sky, soft and grainy as a photograph of one: 600 x 400 dots."""
    chance = np.random.default_rng(7)
    rows, columns = 400, 600
    down = np.linspace(0, 1, rows)[:, np.newaxis, np.newaxis]
    tones = (1 - down) * np.array([[[150, 185, 220]]]) + down * np.array([[[225, 228, 226]]])
    tones = np.broadcast_to(tones, (rows, columns, 3)).copy()
    tones[300:] = (118, 122, 84)
    picture = Image.fromarray(tones.astype(np.uint8))
    pen = ImageDraw.Draw(picture)
    pen.rectangle((170, 190, 430, 330), fill=(201, 176, 138))
    pen.polygon([(150, 195), (300, 100), (450, 195)], fill=(128, 70, 55))
    pen.rectangle((270, 240, 330, 330), fill=(84, 62, 48))
    for left in (195, 360):
        pen.rectangle((left, 225, left + 45, 270), fill=(92, 110, 122))
    pen.ellipse((460, 150, 590, 320), fill=(70, 96, 58))
    soft = np.asarray(picture.filter(ImageFilter.GaussianBlur(3)), np.float64)
    return Image.fromarray(np.clip(soft + chance.normal(0, 5, soft.shape), 0, 255).astype(np.uint8))


def _heading(canvas: Canvas, title: str, below: str) -> None:
    canvas.setFont(vietnamese_serif().bold, 15)
    canvas.drawCentredString(105 * mm, _up(40), title)
    canvas.setFont(vietnamese_serif().italic, 12)
    canvas.drawCentredString(105 * mm, _up(50), below)


def _line(canvas: Canvas, points: Sequence[tuple[float, float]]) -> None:
    path = canvas.beginPath()
    path.moveTo(points[0][0] * mm, _up(points[0][1]))
    for x, y in points[1:]:
        path.lineTo(x * mm, _up(y))
    canvas.drawPath(path)


def _up(y: float) -> float:
    """Millimetres from the upper edge of A4 as points from the lower one."""
    return (A4[1] - y) * mm


def _page(draw: Callable[[Canvas], None], size: tuple[float, float] = A4) -> bytes:
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(size[0] * mm, size[1] * mm), invariant=True)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return memory.getvalue()


def _over(form: bytes, draw: Callable[[Canvas], None]) -> bytes:
    """The form with something drawn over it."""
    memory = io.BytesIO()
    with pikepdf.open(io.BytesIO(form)) as below, pikepdf.open(io.BytesIO(_page(draw))) as above:
        below.pages[0].add_overlay(above.pages[0], None)
        below.save(memory, deterministic_id=True)
    return memory.getvalue()

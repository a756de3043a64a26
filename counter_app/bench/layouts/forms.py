"""Forms: dotted, ruled, in two columns; cards, codes, stamps, handwriting."""

from __future__ import annotations

import numpy as np
import zxingcpp

from counter_app.bench.layouts.pen import A4, A5_ACROSS, Pen

_LABELS = (
    "Họ và tên,Ngày sinh,Nơi cư trú,Số điện thoại,Giấy tờ tùy thân,Nghề nghiệp,Quê quán,Dân tộc,Quốc tịch,Lý do,"
    "Ngày cấp,Nơi cấp,Tên cơ quan,Loại đất,Diện tích,Thời hạn"
)


def dotted_form(pen: Pen) -> None:
    """Labels and dots, hardly anything else."""
    pen.text(105, 28, "TỜ KHAI", pen.size(13, 18), "Bold", "m")
    step = pen.size(8, 11)
    for n in range(pen.number(8, 18)):
        label = str(pen.chance.choice(_LABELS.split(","))) + ": "
        pen.text(25, 45 + n * step, label, 12)
        end = 25 + pen.length(label, 12)
        pen.dots(end, 45 + n * step, 185 - end)


def only_dots(pen: Pen) -> None:
    """The second side of a form: dotted lines, a label or two."""
    pen.text(25, 30, "Ý kiến: ", 12)
    for n in range(pen.number(10, 20)):
        pen.dots(25, 40 + n * 9, 160)
    pen.text(150, 240, "Người khai", 12, at="m")


def form_in_columns(pen: Pen) -> None:
    """Labels and answers in two columns of boxes."""
    pen.text(105, 22, "PHIẾU ĐĂNG KÝ THÔNG TIN", 14, "Bold", "m")
    for n in range(pen.number(7, 12)):
        for x in (18.0, 108.0):
            pen.text(x, 38 + n * 18, str(pen.chance.choice(_LABELS.split(","))), 9.5)
            pen.box(x, 40 + n * 18, 84, 9)
            if pen.chance.random() < 0.6:
                pen.text(x + 2, 46.5 + n * 18, str(pen.chance.choice([pen.name(), pen.date(), pen.digits(9)])), 11)


def check_list(pen: Pen) -> None:
    """Boxes to tick before short lines."""
    pen.text(25, 28, "Thành phần hồ sơ", 13, "Bold")
    for n in range(pen.number(8, 20)):
        pen.box(25, 38 + n * 10, 5, 5)
        if pen.chance.random() < 0.4:
            pen.path([(26, 40 + n * 10), (28, 43 + n * 10), (32, 36 + n * 10)], 1.5)
        pen.text(34, 42 + n * 10, pen.sentence(pen.number(3, 8)), 11)


def stamp_and_signature(pen: Pen) -> None:
    """A seal and a stroke on an empty sheet."""
    x, y = pen.size(60, 150), pen.size(60, 240)
    pen.disc(x, y, 18, thick=2)
    pen.disc(x, y, 13)
    for corner in range(5):
        turn = corner * 2 * np.pi / 5
        pen.rule(x, y, x + 7 * float(np.sin(turn)), y - 7 * float(np.cos(turn)), 2)
    pen.scribble(x + 5, y, 45, 18)


def handwriting(pen: Pen) -> None:
    """Lines of strokes that are no letters."""
    for n in range(pen.number(5, 16)):
        x = 25.0
        while x < pen.size(110, 175):
            width = pen.size(7, 24)
            pen.scribble(x, 40 + n * 12, width, pen.size(3, 6), turns=width / 3, thick=1.1)
            x += width + pen.size(3, 6)


def barcodes(pen: Pen) -> None:
    """Labels to stick on: codes with their numbers."""
    for row in range(pen.number(4, 8)):
        for x in (20.0, 115.0):
            number = pen.digits(10)
            pen.code(x, 25 + row * 32, 70, 14, number, zxingcpp.BarcodeFormat.Code128)
            pen.text(x + 35, 45 + row * 32, number, 11, at="m")


def identity_card(pen: Pen) -> None:
    """Front and back of a card, copied below each other."""
    for top in (30.0, 120.0):
        pen.box(62, top, 86, 54, 1)
    pen.paste(66, 50, 22, 28, pen.chance.integers(60, 200, (12, 9)).astype(np.uint8))
    pen.text(112, 40, "CĂN CƯỚC CÔNG DÂN", 10, "Bold", "m")
    pen.lines(92, 52, [f"Số: {pen.digits(12)}", pen.name().upper(), f"Sinh: {pen.date()}", f"Quê: {pen.place()}"], 8, 5)
    pen.lines(66, 132, ["Đặc điểm nhận dạng: không có", f"Ngày cấp: {pen.date()}"], 8, 6)
    pen.text(66, 168, "IDVNM" + pen.digits(20) + "<<", 9)


def transfer_slip(pen: Pen) -> None:
    """A bank's slip, half a sheet across."""
    pen.text(105, 14, "ỦY NHIỆM CHI", 14, "Bold", "m")
    for n, label in enumerate(["Đơn vị trả tiền", "Số tài khoản", "Đơn vị nhận", "Số tiền", "Nội dung"]):
        pen.text(15, 30 + n * 14, label + ":", 10)
        pen.box(60, 24 + n * 14, 130, 9)
        if n < 4:
            pen.text(63, 30 + n * 14, pen.digits(12) if n == 1 else pen.amount() if n == 3 else pen.name(), 11)


def answer_sheet(pen: Pen) -> None:
    """Circles to fill, numbered."""
    pen.text(105, 20, "PHIẾU TRẢ LỜI TRẮC NGHIỆM", 13, "Bold", "m")
    for column in range(4):
        for row in range(25):
            x, y = 20 + column * 45, 40 + row * 9.5
            pen.text(x + 4, y + 1.5, str(column * 25 + row + 1), 10, at="r")
            for n, letter in enumerate("ABCD"):
                filled = bool(pen.chance.random() < 0.25)
                pen.disc(x + 10 + n * 7, y, 2.4, filled)
                if not filled:
                    pen.text(x + 10 + n * 7, y + 1.1, letter, 7, at="m")


FORMS = {
    "dotted form": (A4, dotted_form),
    "only dots": (A4, only_dots),
    "form in columns": (A4, form_in_columns),
    "check list": (A4, check_list),
    "stamp and signature": (A4, stamp_and_signature),
    "handwriting": (A4, handwriting),
    "barcodes": (A4, barcodes),
    "identity card": (A4, identity_card),
    "transfer slip": (A5_ACROSS, transfer_slip),
    "answer sheet": (A4, answer_sheet),
}

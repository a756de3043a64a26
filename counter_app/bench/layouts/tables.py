"""Columns: lists, tables with rules and without, receipts."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.bench.layouts.pen import A4, A4_ACROSS, A5, Pen


def columns(pen: Pen, kinds: str, rows: int, points: float, step: float, left: float = 20, top: float = 25) -> None:
    """Rows without rules; `kinds`, a letter a column: # row, n name, d date, a amount, s score, i identity number."""
    widths = {"#": 1.2, "n": 8.5, "d": 4.2, "a": 4.0, "s": 2.0, "i": 5.0}
    total = sum(widths[kind] for kind in kinds)
    room = pen.width - 2 * left
    for row in range(rows):
        x = left
        for kind in kinds:
            width = widths[kind] / total * room
            text = _cell(pen, kind, row)
            if kind == "a":
                pen.text(x + width - 3, top + row * step, text, points, at="r")
            else:
                pen.text(x, top + row * step, text, points)
            x += width


def _cell(pen: Pen, kind: str, row: int) -> str:
    cells: dict[str, Callable[[], str]] = {
        "#": lambda: str(row + 1),
        "n": pen.name,
        "d": pen.date,
        "a": pen.amount,
        "s": lambda: f"{pen.number(10, 40) / 4:.4g}".replace(".", ","),
        "i": lambda: "0" + pen.digits(11),
    }
    return cells[kind]()


def numbers(pen: Pen) -> None:
    """Nothing but numbers in columns."""
    columns(pen, "#ia", pen.number(20, 45), pen.size(10, 12), pen.size(5.2, 5.9))


def names_list(pen: Pen) -> None:
    """Number, name, date."""
    columns(pen, "#nd", pen.number(20, 45), pen.size(10, 12), pen.size(5.2, 5.9))


def short_list(pen: Pen) -> None:
    """A handful of rows far apart."""
    columns(pen, "#n", pen.number(5, 10), pen.size(11, 13), pen.size(7, 16))


def names_amounts(pen: Pen) -> None:
    """Names … amounts, across."""
    columns(pen, "na", pen.number(15, 28), pen.size(10, 12), 6)


def wide_list(pen: Pen) -> None:
    """Number, name, date, amount, across."""
    columns(pen, "#nda", pen.number(12, 28), pen.size(10, 12), 6)


def scores(pen: Pen) -> None:
    """Names and marks in a ruled table."""
    rows, row = pen.number(20, 40), pen.size(5.6, 6.4)
    widths = [10.0, 60, *[18.0] * 5]
    pen.table(20, 25, widths, row, rows)
    columns_x = [20 + sum(widths[:n]) + 2 for n in range(len(widths))]
    for n in range(rows):
        y = 25 + (n + 1) * row - 1.6
        for x, kind in zip(columns_x, "#nsssss", strict=True):
            pen.text(x, y, _cell(pen, kind, n), 10)


def score_digits(pen: Pen) -> None:
    """A ruled table of single digits, hardly a word."""
    rows, side = pen.number(15, 30), pen.size(6, 8)
    count = int(170 / side)
    pen.table(20, 25, [side] * count, side, rows)
    for row in range(rows):
        for column in range(count):
            pen.text(20 + (column + 0.5) * side, 25 + (row + 0.75) * side, pen.digits(1), 11, at="m")


def receipt(pen: Pen) -> None:
    """What a till prints on 80 mm."""
    points = pen.size(8, 10)
    pen.text(40, 10, "CỬA HÀNG " + pen.place().upper(), points + 2, "Bold", "m")
    pen.text(40, 16, f"Ngày {pen.date()}  {pen.number(7, 21)}:{pen.number(10, 60)}", points, at="m")
    y = 24.0
    for _ in range(int((pen.height - 60) / 5)):
        pen.text(4, y, " ".join(pen.words(pen.number(1, 3))), points)
        pen.text(52, y, str(pen.number(1, 9)), points, at="r")
        pen.text(76, y, pen.amount(), points, at="r")
        y += 5
    pen.rule(4, y, 76, y)
    pen.text(4, y + 6, "TỔNG CỘNG", points + 1, "Bold")
    pen.text(76, y + 6, pen.amount(), points + 1, "Bold", at="r")
    pen.text(40, y + 16, "Cảm ơn quý khách", points, at="m")


def vertical_heads(pen: Pen) -> None:
    """A ruled table whose heads stand upright on their side."""
    side, rows, count = pen.size(7, 9), pen.number(15, 26), 14
    widths = [50.0, *[side] * count]
    pen.table(18, 65, widths, 7, rows)
    pen.table(18, 25, widths, 40, 1)
    for n in range(count):
        label = " ".join(pen.words(pen.number(2, 4)))
        pen.turned_text(18 + 50 + (n + 0.5) * side, 45, label, pen.size(8, 10))
    for row in range(rows):
        y = 65 + row * 7 + 5
        pen.text(20, y, pen.name(), 10)
        for n in range(count):
            if pen.chance.random() < 0.7:
                pen.text(18 + 50 + (n + 0.5) * side, y, pen.digits(1), 10, at="m")


def wide_table(pen: Pen) -> None:
    """A ruled table across."""
    widths = [10.0, 48, 25, 28, 70, 30, 40]
    rows, row = pen.number(10, 22), pen.size(6.5, 8)
    pen.text(148, 20, "SỔ THEO DÕI HỒ SƠ", 14, "Bold", "m")
    pen.table(22, 28, widths, row, rows)
    for n in range(rows):
        cells = [str(n + 1), pen.name(), pen.date(), pen.digits(9), "Xã " + pen.place() + ", Nghệ An", pen.amount(), ""]
        for column, cell in enumerate(cells):
            pen.text(22 + sum(widths[:column]) + 1.5, 28 + (n + 1) * row - 2, cell, 9.5)


def timetable(pen: Pen) -> None:
    """Days and hours."""
    widths = [20.0, *[30.0] * 5]
    pen.table(20, 40, widths, 20, 9)
    for column, day in enumerate(["Tiết", "Thứ hai", "Thứ ba", "Thứ tư", "Thứ năm", "Thứ sáu"]):
        pen.text(20 + sum(widths[:column]) + 3, 52, day, 11, "Bold")
    for row in range(1, 9):
        pen.text(28, 40 + row * 20 + 12, str(row), 12)
        for column in range(1, 6):
            if pen.chance.random() < 0.8:
                pen.text(20 + sum(widths[:column]) + 3, 40 + row * 20 + 12, " ".join(pen.words(2)), 10)


def invoice(pen: Pen) -> None:
    """Heads, goods in a table, sums."""
    pen.text(105, 25, "HÓA ĐƠN BÁN HÀNG", pen.size(15, 20), "Bold", "m")
    pen.lines(
        20, 38, [f"Người mua: {pen.name()}", f"Địa chỉ: xã {pen.place()}", f"Mã số thuế: {pen.digits(10)}"], 11, 7
    )
    widths, rows = [12.0, 70, 20, 32, 36], pen.number(6, 20)
    pen.table(20, 65, widths, 8, rows)
    for n in range(rows):
        cells = [str(n + 1), " ".join(pen.words(3)), str(pen.number(1, 40)), pen.amount(), pen.amount()]
        for column, cell in enumerate(cells):
            pen.text(22 + sum(widths[:column]), 65 + (n + 1) * 8 - 2.5, cell, 10)
    pen.text(186, 65 + rows * 8 + 8, "Cộng: " + pen.amount(), 11, "Bold", at="r")


def coordinates(pen: Pen) -> None:
    """Corners of a parcel."""
    pen.text(105, 30, "BẢNG KÊ TỌA ĐỘ", 13, "Bold", "m")
    widths, rows = [20.0, 45, 45, 30], pen.number(8, 30)
    pen.table(35, 38, widths, 6.5, rows)
    for n in range(rows):
        cells = [str(n + 1), f"20{pen.digits(5)}.{pen.digits(2)}", f"5{pen.digits(5)}.{pen.digits(2)}", pen.digits(2)]
        for column, cell in enumerate(cells):
            pen.text(38 + sum(widths[:column]), 38 + (n + 1) * 6.5 - 1.8, cell, 10.5)


def phone_numbers(pen: Pen) -> None:
    """Digits, line after line."""
    columns(pen, "ii", pen.number(12, 40), pen.size(11, 14), 6.4)


TABLES = {
    "numbers": (A4, numbers),
    "list": (A4, names_list),
    "short list": (A5, short_list),
    "names and amounts": (A4_ACROSS, names_amounts),
    "wide list": (A4_ACROSS, wide_list),
    "scores": (A4, scores),
    "digits": (A4, score_digits),
    "receipt": ((80.0, 260.0), receipt),
    "short receipt": ((80.0, 120.0), receipt),
    "vertical heads": (A4, vertical_heads),
    "wide table": (A4_ACROSS, wide_table),
    "timetable": (A4, timetable),
    "invoice": (A4, invoice),
    "coordinates": (A4, coordinates),
    "phone numbers": (A4, phone_numbers),
}

"""Papers of money and of the office, kept out of all tuning: statements, payrolls, tax invoices, lists, registers.

The thresholds of `scanning.page.orientation` and `scanning.page.straighten` were chosen without looking at these kinds.
"""

from __future__ import annotations

import zxingcpp

from counter_app.bench.layouts.pen import A4, A4_ACROSS, A5, Pen

_GOODS = "Xi măng,Gạch ống,Cát vàng,Thép cuộn,Sơn nước,Ống nhựa,Bóng đèn,Dây điện,Giấy in,Mực in,Phân lân,Lúa giống"
_FOOD = "SUA TUOI,MI GOI,NUOC SUOI,BANH MI,DAU AN,GAO ST,TRUNG GA"


def bank_statement(pen: Pen) -> None:
    """Movements of an account: dates, references and three columns of money, without upright rules."""
    pen.text(15, 18, "SAO KÊ TÀI KHOẢN", pen.size(12, 16), "Bold")
    pen.lines(15, 28, [f"Chủ tài khoản: {pen.name().upper()}", f"Số tài khoản: {pen.digits(12)}"], 9, 5)
    pen.text(195, 28, f"Từ {pen.date()} đến {pen.date()}", 9, at="r")
    for x, head in ((15, "Ngày"), (38, "Diễn giải")):
        pen.text(x, 45, head, 9, "Bold")
    for x, head in ((130, "Ghi nợ"), (162, "Ghi có"), (195, "Số dư")):
        pen.text(x, 45, head, 9, "Bold", "r")
    step, points = pen.size(4.6, 6.4), pen.size(7.5, 9.5)
    for row in range(pen.number(18, 36)):
        y = 52 + row * step
        pen.rule(15, y + 1.4, 195, y + 1.4, 0.3, ink=140)
        pen.text(15, y, pen.date(), points)
        pen.text(38, y, f"CK{pen.digits(8)} {' '.join(pen.words(pen.number(1, 4)))}", points)
        pen.text(130 if pen.chance.random() < 0.6 else 162, y, pen.amount(), points, at="r")
        pen.text(195, y, pen.amount(), points, at="r")


def payroll(pen: Pen) -> None:
    """Wages across: a name and eight columns of money, small."""
    widths = [9.0, 46, *[25.0] * 8]
    pen.text(148, 18, f"BẢNG THANH TOÁN LƯƠNG THÁNG {pen.number(1, 13)}", 13, "Bold", "m")
    rows, row, points = pen.number(10, 22), pen.size(6, 7.4), pen.size(7.5, 9)
    pen.table(20, 26, widths, row, rows + 1)
    heads = "TT,Họ và tên,Hệ số,Lương,Phụ cấp,Làm thêm,Bảo hiểm,Thuế,Tạm ứng,Thực lĩnh"
    for line in range(rows + 1):
        y = 26 + (line + 1) * row - 2
        for column, head in enumerate(heads.split(",")):
            x = 20 + sum(widths[:column])
            if not line:
                pen.text(x + widths[column] / 2, y, head, points, "Bold", "m")
            elif column < 2:
                pen.text(x + 1.5, y, pen.name() if column else str(line), points)
            else:
                pen.text(x + widths[column] - 1.5, y, pen.amount(), points, at="r")


def tax_invoice(pen: Pen) -> None:
    """A square code at the head, buyer and seller, goods in two languages of heads, sums in words."""
    pen.code(14, 12, 28, 28, f"{pen.digits(20)}|{pen.digits(10)}", zxingcpp.BarcodeFormat.QRCode)
    pen.text(110, 20, "HÓA ĐƠN GIÁ TRỊ GIA TĂNG", pen.size(12, 15), "Bold", "m")
    pen.text(110, 27, "(VAT INVOICE)", 9, "Italic", "m")
    pen.lines(160, 36, [f"Ký hiệu: 1C{pen.digits(2)}TAA", f"Số: {pen.digits(8)}"], 9, 5)
    labels = ["Đơn vị bán", "Mã số thuế", "Địa chỉ", "Người mua", "Hình thức thanh toán"]
    for n, label in enumerate(labels):
        pen.text(14, 52 + n * 6, f"{label}: {pen.digits(10) if n == 1 else pen.name()}", 9.5)
    widths, rows = [12.0, 62, 20, 18, 32, 38], pen.number(3, 14)
    pen.table(14, 86, widths, 7, rows + 1)
    heads = ["STT", "Tên hàng hóa", "ĐVT", "SL", "Đơn giá", "Thành tiền"]
    for line in range(rows + 1):
        goods = str(pen.chance.choice(_GOODS.split(",")))
        cells = [str(line), goods, "cái", str(pen.number(1, 90)), pen.amount(), pen.amount()] if line else heads
        for column, cell in enumerate(cells):
            pen.text(16 + sum(widths[:column]), 86 + (line + 1) * 7 - 2.2, cell, 9, "Regular" if line else "Bold")
    y = 86 + rows * 7 + 16
    pen.lines(14, y, [f"Thuế suất: {pen.number(5, 11)} %", f"Bằng chữ: {pen.sentence(9)} đồng"], 9.5, 6)
    for x, who in ((50, "Người mua hàng"), (160, "Người bán hàng")):
        pen.text(x, y + 22, who, 10, "Bold", "m")


def phone_list(pen: Pen) -> None:
    """Names and numbers in two columns."""
    points, step = pen.size(9, 12), pen.size(5.4, 7)
    pen.text(105, 18, "DANH BẠ ĐIỆN THOẠI", 13, "Bold", "m")
    for row in range(min(pen.number(20, 45), int(260 / step))):
        for x in (14.0, 110.0):
            pen.text(x, 30 + row * step, pen.name(), points)
            pen.text(x + 86, 30 + row * step, f"0{pen.digits(3)}.{pen.digits(3)}.{pen.digits(3)}", points, at="r")


def names_in_capitals(pen: Pen) -> None:
    """A ruled list of voters, names in capitals and two columns to sign."""
    pen.text(105, 18, "DANH SÁCH CỬ TRI", pen.size(13, 17), "Bold", "m")
    widths, row = [12.0, 62, 22, 38, 24, 24], pen.size(6.5, 8.5)
    rows = pen.number(14, 28)
    pen.table(14, 28, widths, row, rows)
    for line in range(rows):
        cells = [str(line + 1), pen.name().upper(), str(pen.number(1940, 2008)), "0" + pen.digits(11), "X", ""]
        for column, cell in enumerate(cells):
            pen.text(15.5 + sum(widths[:column]), 28 + (line + 1) * row - 2, cell, 10)


def meter_readings(pen: Pen) -> None:
    """Numbers of customers and of meters, four columns of digits, two words of head."""
    pen.text(20, 18, f"Ghi chỉ số điện kỳ {pen.number(1, 13)}/{pen.number(2015, 2027)}", 11, "Bold")
    step = pen.size(4.8, 6.2)
    for row in range(pen.number(20, 44)):
        y = 28 + row * step
        pen.text(20, y, f"PA{pen.digits(9)}", 9.5)
        for column in range(4):
            pen.text(95 + column * 30, y, f"{pen.number(10, 99999)}", 9.5, at="r")


def till_slip(pen: Pen) -> None:
    """A slip without accents, all in capitals, its goods on two lines each."""
    pen.family = "Mono"
    points, y = pen.size(7, 8.5), 20.0
    pen.text(29, 9, "CUA HANG TIEN LOI", points + 1, "Bold", "m")
    pen.text(29, 14, f"HD {pen.digits(6)}", points, at="m")
    for _ in range(int((pen.height - 50) / 9)):
        pen.text(
            3,
            y,
            str(pen.chance.choice(_FOOD.split(","))),
            points,
        )
        pen.text(8, y + 4, f"{pen.number(1, 9)} x {pen.amount()}", points)
        pen.text(55, y + 4, pen.amount(), points, at="r")
        y += 9
    pen.text(3, y + 2, "TONG", points + 2, "Bold")
    pen.text(55, y + 2, pen.amount(), points + 2, "Bold", "r")
    pen.code(9, y + 7, 40, 9, pen.digits(12), zxingcpp.BarcodeFormat.Code128)


def price_board(pen: Pen) -> None:
    """Fees with dots to their prices."""
    pen.text(74, 22, "BẢNG GIÁ", pen.size(16, 24), "Bold", "m")
    for row in range(pen.number(8, 16)):
        y = 38 + row * 10
        goods = str(pen.chance.choice(_GOODS.split(",")))
        price = pen.amount()
        pen.text(14, y, goods, 12)
        left, right = 15 + pen.length(goods, 12), 133 - pen.length(price, 12)
        pen.dots(left, y, right - left, 12)
        pen.text(134, y, price, 12, at="r")


def turned_register(pen: Pen) -> None:
    """A wide register on a sheet whose page number and running head stand as on the upright pages around it."""
    pen.turned_text(288, 105, f"SỔ ĐỊA CHÍNH XÃ {pen.place().upper()}", 9)
    pen.turned_text(8, 105, f"Trang {pen.number(2, 190)}", 9)
    widths, rows, row = [12.0, 52, 30, 30, 46, 36, 44], pen.number(9, 20), pen.size(6.5, 8)
    pen.table(24, 24, widths, row, rows)
    for line in range(rows):
        cells = [str(line + 1), pen.name(), pen.date(), pen.digits(3), f"Xã {pen.place()}", pen.amount(), ""]
        for column, cell in enumerate(cells):
            pen.text(25.5 + sum(widths[:column]), 24 + (line + 1) * row - 2, cell, 9.5)


ACCOUNTS = {
    "bank statement": (A4, bank_statement),
    "payroll": (A4_ACROSS, payroll),
    "tax invoice": (A4, tax_invoice),
    "phone list": (A4, phone_list),
    "names in capitals": (A4, names_in_capitals),
    "meter readings": (A4, meter_readings),
    "till slip": ((58.0, 140.0), till_slip),
    "price board": (A5, price_board),
    "turned register": (A4_ACROSS, turned_register),
}

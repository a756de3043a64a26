"""Papers of schools, clinics and surveyors, kept out of all tuning as `accounts` are."""

from __future__ import annotations

from math import cos, pi, sin

from counter_app.bench.layouts.pen import A4, A4_ACROSS, A5, ENGLISH, Pen

_SUBJECTS = "Toán,Ngữ văn,Vật lí,Hóa học,Sinh học,Lịch sử,Địa lí,Tiếng Anh,Tin học,Công nghệ,Thể dục,Âm nhạc,Mĩ thuật"
_DAYS = "Thứ hai,Thứ ba,Thứ tư,Thứ năm,Thứ sáu,Thứ bảy"


def transcript(pen: Pen) -> None:
    """Marks of a pupil: subjects down, terms across, the terms' heads standing on their side."""
    pen.text(105, 20, "HỌC BẠ", pen.size(16, 22), "Bold", "m")
    pen.lines(20, 32, [f"Họ và tên: {pen.name()}", f"Sinh ngày: {pen.date()}"], 11, 6.5)
    widths = [44.0, *[12.0] * 8, 30.0]
    pen.table(20, 48, widths, 34, 1)
    heads = "Học kì một,Học kì hai,Cả năm,Thi lại,Xếp loại,Hạnh kiểm,Chuyên cần,Ghi chú"
    for n, head in enumerate(heads.split(",")):
        pen.turned_text(20 + 44 + (n + 0.5) * 12, 65, head, pen.size(8.5, 10.5))
    subjects, row = _SUBJECTS.split(","), pen.size(8, 11)
    pen.table(20, 82, widths, row, len(subjects))
    for line, subject in enumerate(subjects):
        y = 82 + (line + 1) * row - 3
        pen.text(22, y, subject, 10.5)
        for n in range(8):
            if pen.chance.random() < 0.75:
                pen.text(20 + 44 + (n + 0.5) * 12, y, f"{pen.number(40, 101) / 10:.1f}".replace(".", ","), 9.5, at="m")


def class_schedule(pen: Pen) -> None:
    """A week across: days above, the halves of the day on their side at the left."""
    pen.text(148, 18, f"THỜI KHÓA BIỂU LỚP {pen.number(6, 13)}A{pen.number(1, 9)}", 14, "Bold", "m")
    widths, row = [14.0, 14, *[37.0] * 6], pen.size(11, 14)
    pen.table(22, 26, widths, row, 11)
    for n, day in enumerate(_DAYS.split(",")):
        pen.text(22 + 28 + (n + 0.5) * 37, 26 + row - 4, day, 11, "Bold", "m")
    for half, name in enumerate(("BUỔI SÁNG", "BUỔI CHIỀU")):
        pen.turned_text(29, 26 + row * (3.5 + 5 * half), name, 11, style="Bold")
    for lesson in range(10):
        y = 26 + (lesson + 2) * row - 4
        pen.text(43, y, str(lesson % 5 + 1), 11, at="m")
        for n in range(6):
            if pen.chance.random() < 0.75:
                pen.text(22 + 28 + (n + 0.5) * 37, y, str(pen.chance.choice(_SUBJECTS.split(","))), 10.5, at="m")


def bilingual_certificate(pen: Pen) -> None:
    """A certificate of birth in two languages: label over label, answers beside."""
    pen.text(105, 26, "GIẤY KHAI SINH", pen.size(18, 26), "Bold", "m")
    pen.text(105, 34, "BIRTH CERTIFICATE", pen.size(11, 15), "Italic", "m")
    labels = (
        ("Họ, chữ đệm, tên", "Full name"),
        ("Ngày, tháng, năm sinh", "Date of birth"),
        ("Giới tính", "Sex"),
        ("Dân tộc", "Ethnicity"),
        ("Quốc tịch", "Nationality"),
        ("Nơi sinh", "Place of birth"),
        ("Họ tên mẹ", "Mother's name"),
        ("Họ tên cha", "Father's name"),
    )
    step = pen.size(17, 22)
    for n, (label, english) in enumerate(labels):
        y = 55 + n * step
        pen.text(25, y, label + ":", 12)
        pen.text(25, y + 5, english, 9, "Italic")
        pen.text(90, y, pen.date() if n == 1 else pen.name().upper() if n in (0, 6, 7) else pen.place(), 13, "Bold")
        pen.rule(88, y + 1.5, 190, y + 1.5, 0.4)
    pen.lines(25, 60 + len(labels) * step, [" ".join(ENGLISH.split()[:9])], 9, style="Italic")


def attendance(pen: Pen) -> None:
    """A name and thirty-one narrow columns of marks, across."""
    pen.text(148, 18, f"BẢNG CHẤM CÔNG THÁNG {pen.number(1, 13)}", 12, "Bold", "m")
    widths, rows, row = [8.0, 44, *[6.6] * 31], pen.number(8, 20), pen.size(6, 8)
    pen.table(18, 26, widths, row, rows + 1)
    for day in range(31):
        pen.text(18 + 52 + (day + 0.5) * 6.6, 26 + row - 2, str(day + 1), 7.5, at="m")
    for line in range(1, rows + 1):
        y = 26 + (line + 1) * row - 2
        pen.text(19, y, str(line), 8.5)
        pen.text(27, y, pen.name(), 8.5)
        for day in range(31):
            mark = str(pen.chance.choice(["x", "x", "x", "P", "", "0"]))
            pen.text(18 + 52 + (day + 0.5) * 6.6, y, mark, 8.5, at="m")


def comb_form(pen: Pen) -> None:
    """A box for each letter, as machine-read forms have."""
    pen.text(105, 24, "PHIẾU THU THẬP THÔNG TIN", 13, "Bold", "m")
    labels = ("Họ tên", "Ngày sinh", "Số định danh", "Mã số thuế", "Điện thoại", "Nơi ở", "Số thửa", "Số tờ")
    for n, label in enumerate(labels):
        y = 38 + n * 20
        pen.text(18, y, label, 10)
        for place in range(24):
            pen.box(18 + place * 7.2, y + 2, 7.2, 8, 0.5)
        answer = pen.name().upper() if n in (0, 5) else pen.digits(pen.number(6, 13))
        for place, sign in enumerate(answer):
            pen.text(18 + (place + 0.5) * 7.2, y + 8.4, sign, 12, at="m")


def prescription(pen: Pen) -> None:
    """Medicines with how to take them; half of the sheet empty."""
    pen.text(74, 18, "ĐƠN THUỐC", pen.size(14, 19), "Bold", "m")
    pen.lines(14, 30, [f"Họ tên: {pen.name()}", f"Tuổi: {pen.number(2, 90)}", "Chẩn đoán: " + pen.sentence(4)], 10, 6)
    for n in range(pen.number(2, 7)):
        y = 56 + n * 13
        pen.text(14, y, f"{n + 1}. {pen.chance.choice(['Paracetamol', 'Amoxicilin', 'Vitamin C'])!s} 500 mg", 11)
        pen.text(134, y, f"{pen.number(5, 40)} viên", 11, at="r")
        pen.text(20, y + 5.5, f"Ngày uống {pen.number(1, 4)} lần, mỗi lần {pen.number(1, 3)} viên", 10, "Italic")
    pen.text(105, 180, f"Bác sĩ {pen.name()}", 10, at="m")


def corners_of_a_plot(pen: Pen) -> None:
    """A plot with its numbered corners and the lengths of its sides, and their X and Y in a narrow table."""
    corners = pen.number(5, 10)
    turns = [2 * pi * n / corners + pen.size(-0.2, 0.2) for n in range(corners)]
    places = [(75 + pen.size(30, 48) * cos(turn), 85 + pen.size(30, 48) * sin(turn)) for turn in turns]
    pen.path([*places, places[0]], 1.2)
    for n, (x, y) in enumerate(places):
        pen.disc(x, y, 0.8, filled=True)
        pen.text(x + 2, y - 2, str(n + 1), 9)
        after = places[(n + 1) % corners]
        pen.text((x + after[0]) / 2, (y + after[1]) / 2, f"{pen.number(5, 60)}.{pen.digits(2)}", 7.5, at="m")
    pen.text(105, 22, "SƠ ĐỒ THỬA ĐẤT", 13, "Bold", "m")
    widths, row = [22.0, 48, 48, 30], pen.size(6.5, 8)
    pen.table(30, 155, widths, row, corners + 1)
    for line in range(corners + 1):
        cells = ["Đỉnh", "X (m)", "Y (m)", "Cạnh (m)"]
        if line:
            east, north = f"20{pen.digits(5)}.{pen.digits(2)}", f"5{pen.digits(5)}.{pen.digits(2)}"
            cells = [str(line), east, north, pen.digits(2)]
        for column, cell in enumerate(cells):
            x = 30 + sum(widths[:column]) + widths[column] / 2
            pen.text(x, 155 + (line + 1) * row - 2, cell, 10, "Regular" if line else "Bold", "m")


def calendar(pen: Pen) -> None:
    """A month: large days, small ones of the moon beside them."""
    pen.text(148, 30, f"THÁNG {pen.number(1, 13)}", 34, "Bold", "m")
    for n, day in enumerate(["Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Chủ nhật"]):
        pen.text(38 + n * 36, 52, day, 13, "Bold", "m")
    first = pen.number(0, 7)
    for date in range(30):
        column, line = (first + date) % 7, (first + date) // 7
        pen.text(38 + column * 36, 78 + line * 22, str(date + 1), 26, at="m")
        pen.text(50 + column * 36, 82 + line * 22, str((date + 11) % 30 + 1), 8, at="m")


SCHOOL = {
    "transcript": (A4, transcript),
    "class schedule": (A4_ACROSS, class_schedule),
    "bilingual certificate": (A4, bilingual_certificate),
    "attendance": (A4_ACROSS, attendance),
    "comb form": (A4, comb_form),
    "prescription": (A5, prescription),
    "corners of a plot": (A4, corners_of_a_plot),
    "calendar": (A4_ACROSS, calendar),
}

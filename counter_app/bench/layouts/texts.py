"""Pages of running text, and of a few large or odd words."""

from __future__ import annotations

from counter_app.bench.layouts.pen import A4, A4_ACROSS, A5, BLACK, ENGLISH, Pen


def prose(pen: Pen) -> None:
    """A letter."""
    points = pen.size(10, 14)
    pen.text(105, 25, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", points, "Bold", "m")
    pen.text(105, 31, "Độc lập - Tự do - Hạnh phúc", points, "Bold", "m")
    y = 50.0
    for _ in range(pen.number(3, 6)):
        y = pen.paragraph(25, y, 160, pen.words(pen.number(25, 60)), points) + 4
    pen.text(150, min(y + 10, 280), pen.name(), points, at="m")


def capitals(pen: Pen) -> None:
    """A notice all in capitals."""
    points, y = pen.size(11, 18), 35.0
    for _ in range(pen.number(6, 16)):
        pen.text(105, y, pen.sentence(pen.number(3, 6)).upper(), points, "Bold", "m")
        y += points * 0.62


def one_line(pen: Pen) -> None:
    """A single line somewhere on the sheet."""
    line = [
        f"Đã nhận đủ hồ sơ của ông {pen.name()}",
        f"(Mặt sau) Người nộp: {pen.name()}",
        "Đã nộp đủ lệ phí ngày hôm nay",
    ]
    pen.text(pen.size(20, 60), pen.size(40, 250), str(pen.chance.choice(line)), pen.size(11, 16))


def certificate(pen: Pen) -> None:
    """An award across, in large ornamental type in a frame."""
    pen.family = "Serif"
    pen.box(8, 8, 281, 194, 4)
    pen.box(12, 12, 273, 186, 1)
    for x in range(20, 280, 8):
        pen.disc(x, 16, 2)
        pen.disc(x, 194, 2)
    pen.text(148, 45, "ỦY BAN NHÂN DÂN XÃ " + pen.place().upper(), pen.size(16, 22), "Bold", "m")
    pen.text(148, 80, "GIẤY KHEN", pen.size(50, 72), "BoldItalic", "m")
    pen.text(148, 108, "Tặng ông " + pen.name(), pen.size(26, 34), "Italic", "m")
    pen.text(148, 128, "Đã có thành tích xuất sắc năm " + str(pen.number(1990, 2026)), pen.size(18, 24), "Italic", "m")
    pen.text(210, 158, "CHỦ TỊCH", 18, "Bold", "m")
    pen.scribble(190, 170, 40, 12)


def bilingual(pen: Pen) -> None:
    """Each sentence in two languages."""
    y, points = 30.0, pen.size(9, 12)
    for n in range(pen.number(6, 11)):
        y = pen.paragraph(22, y, 165, [f"{n + 1}.", *pen.words(pen.number(8, 22))], points)
        start = pen.number(0, 30)
        pen.lines(22, y, [" ".join(ENGLISH.split()[start : start + 11])], points, style="Italic")
        y += points * 0.9


def two_columns(pen: Pen) -> None:
    """One text in two columns under one heading."""
    pen.text(105, 25, pen.sentence(6).upper(), 14, "Bold", "m")
    for x in (18.0, 110.0):
        pen.paragraph(x, 40, 80, pen.words(pen.number(160, 260)), pen.size(9, 11))


def typewriter(pen: Pen) -> None:
    """Old type: uneven, soft, worn."""
    pen.family = "Mono"
    y = 30.0
    for _ in range(pen.number(14, 30)):
        x = 25.0
        for letter in pen.sentence(pen.number(6, 10)):
            pen.text(x, y + pen.size(-0.25, 0.25), letter, 11, ink=pen.number(10, 110))
            x += 2.33
        y += 6.3
    pen.soften(0.5)


def characters(pen: Pen) -> None:
    """Square characters of strokes beside words in letters."""
    y = 35.0
    for _ in range(pen.number(8, 14)):
        for n in range(pen.number(8, 20)):
            _character(pen, 25 + n * 5.2, y, 4.4)
        start = pen.number(0, 30)
        pen.text(25, y + 11, " ".join(ENGLISH.split()[start : start + 9]), 11)
        y += 18


def _character(pen: Pen, x: float, y: float, side: float) -> None:
    for _ in range(pen.number(2, 5)):
        at = y + side * pen.size(0, 1)
        pen.rule(x, at, x + side, at, 1)
    for _ in range(pen.number(1, 4)):
        at = x + side * pen.size(0, 1)
        pen.rule(at, y, at, y + side, 1)
    pen.rule(x + side * 0.5, y + side * 0.4, x + side, y + side, 1)


def cover(pen: Pen) -> None:
    """A title page: few large words."""
    pen.text(105, 40, "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", 14, at="m")
    pen.text(105, 120, "BÁO CÁO", pen.size(30, 44), "Bold", "m")
    pen.text(105, 138, pen.sentence(4).upper(), pen.size(14, 20), "Bold", "m")
    pen.text(105, 270, f"{pen.place()}, năm {pen.number(2000, 2027)}", 13, at="m")


def poem(pen: Pen) -> None:
    """Short lines that all start at one place."""
    points, y = pen.size(11, 15), 40.0
    for n in range(pen.number(16, 32)):
        pen.text(60, y, pen.sentence(pen.number(5, 9)), points, "Italic")
        y += points * 0.55 * (1.8 if n % 4 == 3 else 1)


def contents(pen: Pen) -> None:
    """Chapters, dots, page numbers."""
    pen.text(105, 30, "MỤC LỤC", 14, "Bold", "m")
    page = 1
    for n in range(pen.number(14, 30)):
        title = f"{n + 1}. {pen.sentence(pen.number(3, 7))} "
        pen.text(25, 42 + n * 7, title, 11)
        end = 25 + pen.length(title, 11)
        pen.dots(end, 42 + n * 7, 172 - end)
        pen.text(185, 42 + n * 7, str(page), 11, at="r")
        page += pen.number(1, 9)


def envelope(pen: Pen) -> None:
    """Two addresses on a long cover."""
    pen.lines(12, 15, [f"Người gửi: {pen.name()}", f"Xã {pen.place()}, tỉnh Nghệ An"], 10, 6)
    pen.box(190, 8, 22, 26, 1)
    pen.lines(105, 65, [f"Kính gửi: {pen.name()}", f"Số {pen.number(1, 99)}, xã {pen.place()}", "Tỉnh Nghệ An"], 13, 9)


def white_on_black(pen: Pen) -> None:
    """A dark banner with white words above a short text."""
    pen.box(0, 20, 210, 40, fill=BLACK)
    pen.text(105, 45, "THÔNG BÁO KHẨN", 32, "Bold", "m", ink=255)
    pen.paragraph(25, 85, 160, pen.words(pen.number(30, 80)), pen.size(12, 16))


TEXTS = {
    "prose": (A4, prose),
    "capitals": (A4, capitals),
    "one line": (A4, one_line),
    "certificate": (A4_ACROSS, certificate),
    "bilingual": (A4, bilingual),
    "two columns": (A4, two_columns),
    "typewriter": (A4, typewriter),
    "characters": (A4, characters),
    "cover": (A4, cover),
    "poem": (A5, poem),
    "contents": (A4, contents),
    "envelope": ((220.0, 110.0), envelope),
    "white on black": (A4, white_on_black),
}

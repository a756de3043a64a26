"""Maps, plans, charts, photographs: more lines than words."""

from __future__ import annotations

from itertools import pairwise

import numpy as np

from counter_app.bench.layouts.pen import A4, A4_ACROSS, BLACK, Pen


def parcel_map(pen: Pen) -> None:
    """Parcels with their numbers and areas; neighbours' names, some along the boundary."""
    across, down = pen.number(3, 6), pen.number(4, 7)
    xs = np.linspace(20, 190, across + 1) + np.r_[0, pen.chance.uniform(-6, 6, across - 1), 0]
    ys = np.linspace(40, 260, down + 1) + np.r_[0, pen.chance.uniform(-8, 8, down - 1), 0]
    lean = pen.size(-0.05, 0.05)
    for x in xs:
        pen.rule(x + 40 * lean, 40, x + 260 * lean, 260, 1)
    for y in ys:
        pen.rule(20, y, 195, y + 175 * lean, 1)
    for x, x2 in pairwise(xs):
        for y, y2 in pairwise(ys):
            middle = (x + x2) / 2, (y + y2) / 2
            pen.text(*middle, str(pen.number(1, 300)), pen.size(8, 12), at="m")
            pen.text(middle[0], middle[1] + 5, f"{pen.number(50, 900)},{pen.number(0, 10)}", 8, at="m")
            if pen.chance.random() < 0.3:
                pen.turned_text(x + 3, middle[1], f"{pen.number(4, 60)},{pen.number(0, 100):02}", 8)
    pen.text(105, 28, "TRÍCH LỤC BẢN ĐỒ ĐỊA CHÍNH", pen.size(12, 16), "Bold", "m")
    pen.turned_text(198, 150, "Đường liên xã " + pen.place(), 10)


def sketch_map(pen: Pen) -> None:
    """A crossing, a river, three names, two of them on their side."""
    pen.rule(90, 20, 95, 280, 1.5)
    pen.rule(104, 20, 109, 280, 1.5)
    pen.rule(15, 140, 195, 130, 1.5)
    xs = np.linspace(15, 195, 60)
    pen.path([(float(x), 200 + 10 * float(np.sin(x / 14))) for x in xs], 1.2)
    pen.turned_text(99, 80, "Quốc lộ " + str(pen.number(1, 60)), 11)
    pen.turned_text(150, 90, "Nhà ông " + pen.name(), 11)
    pen.text(130, 215, "Sông Lam", pen.size(10, 14), "Italic")


def floor_plan(pen: Pen) -> None:
    """Rooms, measures along both sides, half of them on their side."""
    pen.box(40, 50, 120, 180, 3)
    for x, y, x2, y2 in ((40, 110, 110, 110), (110, 50, 110, 170), (40, 170, 160, 170), (80, 170, 80, 230)):
        pen.rule(x, y, x2, y2, 2.5)
    rooms = ("PHÒNG KHÁCH", "BẾP", "PHÒNG NGỦ", "VỆ SINH", "SÂN")
    for room, (x, y) in zip(rooms, ((75, 80), (135, 110), (75, 140), (60, 200), (120, 200)), strict=True):
        pen.text(x, y, room, pen.size(8, 11), at="m")
    for n in range(4):
        pen.rule(40, 40, 160, 40, 0.5)
        pen.text(55 + n * 30, 38, str(pen.number(12, 60) * 100), 8, at="m")
        pen.rule(30, 50, 30, 230, 0.5)
        pen.turned_text(27, 70 + n * 45, str(pen.number(12, 60) * 100), 8)
    pen.text(105, 255, "MẶT BẰNG TẦNG 1", pen.size(12, 16), "Bold", "m")
    pen.text(105, 263, "TỶ LỆ 1/100", 10, at="m")


def drawing(pen: Pen) -> None:
    """A machine part: circles, lines, a measure or two."""
    for _ in range(pen.number(3, 7)):
        x, y, radius = pen.size(50, 160), pen.size(60, 230), pen.size(8, 40)
        pen.disc(x, y, radius)
        pen.rule(x - radius - 5, y, x + radius + 5, y, 0.4)
        pen.rule(x, y - radius - 5, x, y + radius + 5, 0.4)
    pen.text(100, 50, f"R{pen.number(10, 99)}", 10)
    pen.turned_text(35, 140, str(pen.number(100, 999)), 10)
    pen.turned_text(180, 140, str(pen.number(100, 999)), 10)


def photograph(pen: Pen) -> None:
    """A large grey picture with a caption."""
    noise = pen.chance.random((14, 10)) * 255
    pen.paste(25, 35, 160, 190, noise.astype(np.uint8))
    pen.text(105, 242, f"Ảnh {pen.number(1, 20)}. {pen.sentence(pen.number(6, 9))}", pen.size(10, 13), "Italic", "m")
    pen.text(105, 250, f"Chụp ngày {pen.date()} tại xã {pen.place()}", 10, at="m")


def staves(pen: Pen) -> None:
    """Groups of five lines with blobs on them, as of music."""
    for staff in range(pen.number(6, 10)):
        top = 30 + staff * 26
        for n in range(5):
            pen.rule(20, top + n * 2, 190, top + n * 2, 0.5)
        for _ in range(pen.number(8, 18)):
            x, y = pen.size(30, 185), top + pen.number(0, 9)
            pen.disc(x, y, 1.1, filled=True)
            pen.rule(x + 1, y, x + 1, y - 7, 0.7)


def grid(pen: Pen) -> None:
    """Squared paper, nothing on it."""
    side = pen.size(4, 8)
    for n in range(int(170 / side)):
        pen.rule(20, 30 + n * side, 190, 30 + n * side, 0.4, ink=120)
        pen.rule(20 + n * side, 30, 20 + n * side, 200, 0.4, ink=120)


def lined(pen: Pen) -> None:
    """Lines to write on, and a stroke."""
    for n in range(28):
        pen.rule(15, 30 + n * 8.5, 195, 30 + n * 8.5, 0.5, ink=90)
    pen.scribble(30, 45, 60, 6, turns=14)


def chart(pen: Pen) -> None:
    """Bars with labels at their feet and a label along the upright axis."""
    pen.text(148, 20, pen.sentence(5), 14, "Bold", "m")
    pen.rule(40, 30, 40, 170, 1)
    pen.rule(40, 170, 270, 170, 1)
    for n in range(8):
        height = pen.size(20, 130)
        pen.box(50 + n * 27, 170 - height, 16, height, fill=150)
        pen.text(58 + n * 27, 177, str(pen.chance.choice(["Vinh", "Nam", "Bắc", "Sơn", "Lộc"])), 9, at="m")
        pen.text(58 + n * 27, 167 - height, str(pen.number(10, 999)), 9, at="m")
    pen.turned_text(25, 100, "Số hồ sơ đã giải quyết trong năm", 11)
    pen.text(148, 195, f"Nguồn: Ủy ban nhân dân xã {pen.place()}", 10, at="m")


def family_tree(pen: Pen) -> None:
    """Boxes with names, joined by lines."""
    rows = [[148.0], [90.0, 206.0], [50.0, 115.0, 180.0, 245.0]]
    for depth, places in enumerate(rows):
        y = 35 + depth * 55
        for n, x in enumerate(places):
            pen.box(x - 28, y, 56, 20, 1)
            pen.text(x, y + 9, pen.name(), 9.5, at="m")
            pen.text(x, y + 16, str(pen.number(1900, 2020)), 8.5, at="m")
            if depth:
                pen.rule(x, y, rows[depth - 1][n // 2], y - 35)


def dark_edge(pen: Pen) -> None:
    """A poster: a black band at one edge, a big number, few words."""
    pen.box(0, 0, 30, 297, fill=BLACK)
    pen.text(120, 150, str(pen.number(100, 999)), pen.size(90, 140), "Bold", "m")
    pen.text(120, 200, f"XÃ {pen.place().upper()}", 30, "Bold", "m")


DRAWINGS = {
    "parcel map": (A4, parcel_map),
    "sketch map": (A4, sketch_map),
    "floor plan": (A4, floor_plan),
    "drawing": (A4, drawing),
    "photograph": (A4, photograph),
    "staves": (A4, staves),
    "grid": (A4, grid),
    "lined": (A4, lined),
    "chart": (A4_ACROSS, chart),
    "family tree": (A4_ACROSS, family_tree),
    "dark edge": (A4, dark_edge),
}

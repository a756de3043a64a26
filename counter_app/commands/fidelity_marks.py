"""The marks that `counter bench fidelity` draws: everything paler, thinner or smaller than black print, and dark areas.

A kind draws at full strength; the bench takes as much of it as a strength asks for (see `fidelity_paper`).
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from PIL import Image

from counter_app.commands.drawn_paper import BLACK, WHITE, Area, Colour, Place, Sheet, squiggle

Chance = np.random.Generator
Drawing = Callable[[Sheet, Chance], None]
GREY, BLUE, PALE_BLUE, VIOLET = (90, 90, 92), (40, 60, 170), (110, 150, 225), (130, 110, 200)
RED, GREEN, ORANGE, PINK, YELLOW = (210, 40, 50), (40, 140, 80), (235, 140, 50), (245, 120, 170), (255, 235, 60)


@dataclass(frozen=True)
class Kind:
    """One kind of mark. `ground`: what it stands on, part of the page without it (a black bar under white print)."""

    name: str
    draw: Drawing
    broad: bool = False
    """An area, not strokes: seen by its mean, so that it may be much paler."""
    covers: bool = False
    """Opaque (a photograph, white print), not ink through which the print beneath is seen."""
    ground: Drawing | None = None


def _words(
    words: str, ink: Colour, points: float = 13, style: str = "Italic", sans: bool = False, at: Place = (0.05, 0.3)
) -> Drawing:
    return lambda sheet, chance: _put(sheet, words, ink, points, style, sans, _somewhere(sheet, chance, at))


def _put(sheet: Sheet, words: str, ink: Colour, points: float, style: str, sans: bool, place: Place) -> None:
    sheet.text(place, words, points, ink, style, sans)


def _somewhere(sheet: Sheet, chance: Chance, at: Place) -> Place:
    """A place in the free part, `at` a share of its width and height, moved about by a few millimetres."""
    left, top, right, bottom = sheet.free
    x, y = left + (right - left) * at[0], top + (bottom - top) * at[1]
    return x + float(chance.uniform(0, 8)), y + float(chance.uniform(-6, 6))


def _part(sheet: Sheet, chance: Chance, width: float, height: float) -> Area:
    """So much of the free part, anywhere in it."""
    left, top, right, bottom = sheet.free
    x = float(chance.uniform(left, max(left, right - width)))
    y = float(chance.uniform(top, max(top, bottom - height)))
    return x, y, min(x + width, right), min(y + height, bottom)


def _signature(ink: Colour, width: float = 0.45, size: Place = (50, 18)) -> Drawing:
    def draw(sheet: Sheet, chance: Chance) -> None:
        sheet.line(squiggle(_part(sheet, chance, *size), chance), ink, width)

    return draw


def _tick(ink: Colour, width: float = 0.5) -> Drawing:
    def draw(sheet: Sheet, chance: Chance) -> None:
        x, y, _, _ = _part(sheet, chance, 14, 14)
        sheet.line([(x, y + 6), (x + 3, y + 10), (x + 11, y)], ink, width)

    return draw


def _rules(ink: Colour, width: float, step: float = 9) -> Drawing:
    def draw(sheet: Sheet, _: Chance) -> None:
        left, top, right, bottom = sheet.free
        for row in range(int((bottom - top) / step)):
            sheet.line([(left, top + row * step), (right, top + row * step)], ink, width)

    return draw


def _grid(ink: Colour, width: float, step: float = 9, across: float = 26) -> Drawing:
    def draw(sheet: Sheet, chance: Chance) -> None:
        left, top, right, bottom = sheet.free
        rows, columns = int((bottom - top) / step), int((right - left) / across)
        for row in range(rows + 1):
            sheet.line([(left, top + row * step), (left + columns * across, top + row * step)], ink, width)
        for column in range(columns + 1):
            sheet.line([(left + column * across, top), (left + column * across, top + rows * step)], ink, width)

    return draw


def _dotted(ink: Colour, size: float, gap: float, step: float = 9) -> Drawing:
    def draw(sheet: Sheet, _: Chance) -> None:
        left, top, right, bottom = sheet.free
        for row in range(1, int((bottom - top) / step)):
            x = left
            while x < right:
                sheet.disc((x, top + row * step), size / 2, fill=ink)
                x += gap

    return draw


def _dashed(ink: Colour, width: float) -> Drawing:
    def draw(sheet: Sheet, _: Chance) -> None:
        left, top, right, bottom = sheet.free
        for y in (top + 6, (top + bottom) / 2, bottom - 6):
            for dash in range(int((right - left) / 4)):
                sheet.line([(left + 4 * dash, y), (left + 4 * dash + 2.4, y)], ink, width)

    return draw


def _leaders(sheet: Sheet, chance: Chance) -> None:
    left, top, _, _ = sheet.free
    for row in range(4):
        dots = "." * int(chance.integers(60, 90))
        sheet.text((left, top + 6 + 11 * row), dots, 10, (70, 70, 70))


def _framed_stamp(ink: Colour) -> Drawing:
    def draw(sheet: Sheet, chance: Chance) -> None:
        x, y, right, bottom = _part(sheet, chance, 62, 20)
        sheet.box((x, y, right, bottom), ink, 0.6)
        sheet.text((x + 5, y + 3), "CHỨNG THỰC", 14, ink, "Bold")
        sheet.text((x + 5, y + 11), "Bản sao đúng với bản chính", 9, ink)

    return draw


def _date_stamp(ink: Colour) -> Drawing:
    def draw(sheet: Sheet, chance: Chance) -> None:
        x, y, right, bottom = _part(sheet, chance, 40, 22)
        sheet.box((x, y, right, bottom), ink, 0.4)
        sheet.line([(x, y + 11), (right, y + 11)], ink, 0.4)
        sheet.text((x + 7, y + 2), "ĐẾN SỐ: 0417", 10, ink, "Bold", sans=True)
        sheet.text((x + 5, y + 13), "24 -11- 2026", 11, ink, "Regular", sans=True)

    return draw


def seal(ink: Colour, centre: Place | None = None) -> Drawing:
    """A round seal of 34 mm; without `centre` somewhere in the free part."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        x, y, _, _ = _part(sheet, chance, 36, 36)
        place = centre or (x + 17, y + 17)
        for radius, width in ((17.0, 0.9), (12.0, 0.4)):
            sheet.disc(place, radius, ink, width)
        star = [_on_circle(place, 6 if corner % 2 == 0 else 2.4, corner / 10) for corner in range(10)]
        sheet.draw.polygon([tuple(sheet.at(point)) for point in star], ink)
        for tick in range(28):
            turn = tick / 28
            sheet.line([_on_circle(place, 13.4, turn), _on_circle(place, 15.6, turn + 0.012)], ink, 0.5)

    return draw


def _on_circle(centre: Place, radius: float, turn: float) -> Place:
    return centre[0] + radius * math.sin(2 * math.pi * turn), centre[1] - radius * math.cos(2 * math.pi * turn)


def _fingerprint(ink: Colour) -> Drawing:
    def draw(sheet: Sheet, chance: Chance) -> None:
        x, y, _, _ = _part(sheet, chance, 18, 24)
        for ring in range(1, 16):
            start = float(chance.uniform(0, 0.3))
            path = [
                (
                    x + 8 + 0.52 * ring * math.cos(7 * t) * (1 + 0.03 * math.sin(9 * t)),
                    y + 11 + 0.68 * ring * math.sin(7 * t),
                )
                for t in np.linspace(start, start + 0.8, 60).tolist()
            ]
            sheet.line(path, ink, 0.22)

    return draw


def _highlight(ink: Colour, over_print: bool = True) -> Drawing:
    def draw(sheet: Sheet, chance: Chance) -> None:
        if over_print:
            left, top, right, bottom = sheet.lines[int(chance.integers(len(sheet.lines)))]
        else:
            left, top, right, bottom = _part(sheet, chance, 70, 6)
        sheet.box((left - 1, top - 0.6, right + 1, bottom + 0.6), fill=ink)

    return draw


def _cells(ink: Colour, rows: tuple[int, ...], columns: tuple[int, ...] = (0, 1, 2, 3)) -> Drawing:
    def draw(sheet: Sheet, _: Chance) -> None:
        left, top, right, _bottom = sheet.free
        for row in rows:
            for column in columns:
                x = left + (right - left) / 4 * column
                sheet.box((x, top + 9 * row, x + (right - left) / 4, top + 9 * row + 9), fill=ink)

    return draw


def _black_table(sheet: Sheet, chance: Chance) -> None:
    left, top, right, _ = sheet.free
    for row in range(8):
        sheet.line([(left, top + 9 * row), (right, top + 9 * row)], BLACK, 0.25)
    for column in range(5):
        x = left + (right - left) / 4 * column
        sheet.line([(x, top), (x, top + 63)], BLACK, 0.25)
    for row in range(7):
        sheet.text((left + 3, top + 9 * row + 2), f"Mục {row + 1}", 9)


def _labels(sheet: Sheet, chance: Chance) -> None:
    left, top, right, _ = sheet.free
    inks = (ORANGE, (60, 160, 90), (200, 80, 160), (90, 140, 200), (170, 120, 60))
    for number, ink in enumerate(inks):
        sheet.text((left + number * (right - left) / 5, top + 20), f"nhãn {number}", 8, ink)


def _watermark(ink: Colour, words: str = "BẢN SAO") -> Drawing:
    def draw(sheet: Sheet, chance: Chance) -> None:
        stencil = Sheet(sheet.dpi, (sheet.size[0], 60))
        stencil.text((sheet.size[0] * 0.08, 12), words, 78, ink, "Bold", sans=True)
        turned = stencil.image.rotate(float(chance.uniform(20, 40)), expand=True, fillcolor=WHITE)
        place = (round((sheet.image.width - turned.width) / 2), round((sheet.image.height - turned.height) / 2))
        sheet.image.paste(turned, place)

    return draw


def _logo(sheet: Sheet, chance: Chance) -> None:
    x, y = sheet.size[0] / 2, sheet.size[1] * 0.6
    for radius in (32.0, 24.0):
        sheet.disc((x, y), radius, (120, 170, 220), 2.2)
    sheet.draw.polygon([tuple(sheet.at(_on_circle((x, y), 20, turn / 3))) for turn in range(3)], (120, 170, 220))


def _embossed(sheet: Sheet, chance: Chance) -> None:
    x, y, _, _ = _part(sheet, chance, 34, 34)
    for radius in (15.0, 11.0):
        sheet.draw.arc(
            sheet.at((x + 16 - radius, y + 16 - radius, x + 16 + radius, y + 16 + radius)),
            20,
            200,
            (120,) * 3,
            sheet.px(0.7),
        )
    sheet.text((x + 10, y + 12), "VD", 18, (130, 130, 130), "Bold")


def _bar(ink: Colour) -> Drawing:
    def draw(sheet: Sheet, _: Chance) -> None:
        left, top, right, _bottom = sheet.free
        sheet.box((left, top + 10, right, top + 24), fill=ink)

    return draw


def _bar_print(sheet: Sheet, chance: Chance) -> None:
    left, top, _, _ = sheet.free
    sheet.text((left + 8, top + 12.5), "BẢN SAO SỐ 3", 17, WHITE, "Bold")


def _edge(side: str, ink: Colour) -> Drawing:
    def draw(sheet: Sheet, _: Chance) -> None:
        width, height = sheet.size
        areas: dict[str, Area] = {
            "top": (-1, -1, width + 1, height * 0.045),
            "bottom": (-1, height * 0.945, width + 1, height + 1),
            "left": (-1, -1, width * 0.06, height + 1),
            "right": (width * 0.945, -1, width + 1, height + 1),
        }
        sheet.box(areas[side], fill=ink)
        if side in ("top", "bottom"):
            sheet.text((width * 0.2, areas[side][1] + 2.5), "Điện thoại: 0000 000 000", 12, WHITE, "Bold")

    return draw


def _photograph(
    size: Place, grey: bool = False, framed: bool = False, corner: bool = False, portrait: bool = False
) -> Drawing:
    def draw(sheet: Sheet, chance: Chance) -> None:
        area = _part(sheet, chance, *size)
        if corner:
            area = (0, sheet.size[1] - size[1], size[0], sheet.size[1])
        x, y, right, bottom = sheet.at(area)
        picture = shapes((right - x, bottom - y), chance, portrait)
        sheet.image.paste(picture.convert("L").convert("RGB") if grey else picture, (x, y))
        if framed:
            sheet.box(area, BLACK, 0.6)

    return draw


def shapes(size: tuple[int, int], chance: Chance, portrait: bool = False) -> Image.Image:
    """A soft coloured picture of ordinary brightness, darkest 45, lightest 235; or a head and shoulders."""
    width, height = size
    total = np.full((height, width, 3), 145, np.float32)
    for cells, strength in ((3, 55), (9, 28), (30, 12)):
        coarse = chance.normal(0, 1, (cells + 2, cells + 2, 3)).astype(np.float32)
        for channel in range(3):
            layer = Image.fromarray(coarse[:, :, channel]).resize((width, height), Image.Resampling.BICUBIC)
            total[:, :, channel] += strength * np.asarray(layer)
    if portrait:
        total = np.full((height, width, 3), (150, 180, 215), np.float32) + 0.12 * (total - 145)
    picture = Image.fromarray(np.clip(total, 45, 235).astype(np.uint8))
    if portrait:
        sheet = Sheet(254, (width / 10, height / 10))
        sheet.show(picture)
        w, h = width / 10, height / 10
        sheet.draw.ellipse(sheet.at((w * 0.12, h * 0.66, w * 0.88, h * 1.3)), (70, 80, 110))
        sheet.draw.ellipse(sheet.at((w * 0.28, h * 0.14, w * 0.72, h * 0.5)), (50, 45, 45))
        sheet.draw.ellipse(sheet.at((w * 0.3, h * 0.2, w * 0.7, h * 0.7)), (215, 175, 150))
    return picture


def _answers(sheet: Sheet, chance: Chance) -> None:
    for number in range(3):
        sheet.disc((sheet.size[0] * 0.055, sheet.free[1] + 6 + 17 * number), 2.6, fill=(20, 20, 20))


def _disc_ground(sheet: Sheet, chance: Chance) -> None:
    sheet.disc((sheet.size[0] - 12, 14), 4, fill=(15, 15, 15))


def _disc_digit(sheet: Sheet, chance: Chance) -> None:
    sheet.text((sheet.size[0] - 13.3, 11), str(chance.integers(1, 9)), 14, WHITE, "Bold")


def _boxes(sheet: Sheet, chance: Chance) -> None:
    left, top, _, _ = sheet.free
    for number in range(4):
        sheet.box((left, top + 10 * number, left + 4, top + 10 * number + 4), BLACK, 0.25)
        sheet.text((left + 8, top + 10 * number), "Có kèm theo", 10)


def _ticks_in_boxes(sheet: Sheet, chance: Chance) -> None:
    left, top, _, _ = sheet.free
    for number in (0, 2, 3):
        y = top + 10 * number
        sheet.line([(left + 0.7, y + 2), (left + 1.8, y + 3.4), (left + 4.6, y - 0.8)], GREY, 0.4)


def _note(ink: Colour) -> Drawing:
    def draw(sheet: Sheet, chance: Chance) -> None:
        x, y, _, _ = _part(sheet, chance, 52, 52)
        sheet.box((x, y, x + 50, y + 50), fill=ink)
        sheet.text((x + 5, y + 10), "Gọi lại chiều mai", 12, BLUE, "Italic")

    return draw


def _coffee(sheet: Sheet, chance: Chance) -> None:
    x, y, _, _ = _part(sheet, chance, 46, 46)
    sheet.disc((x + 23, y + 23), 22, (150, 105, 60), 1.6)


def _over_print(ink: Colour, width: float, shape: str) -> Drawing:
    def draw(sheet: Sheet, chance: Chance) -> None:
        left, top, right, bottom = sheet.lines[int(chance.integers(len(sheet.lines)))]
        middle = (top + bottom) / 2
        if shape == "signature":
            sheet.line(squiggle((left, top - 6, right, bottom + 8), chance), ink, width)
        elif shape == "strike":
            sheet.line([(left, middle + 0.4), (right, middle)], ink, width)
        elif shape == "circle":
            sheet.draw.ellipse(
                sheet.at((left - 2, top - 1.5, left + 30, bottom + 1.5)), None, ink, max(1, sheet.px(width))
            )
        else:
            wave = [(x, bottom + 1 + 0.5 * math.sin(2.2 * x)) for x in np.arange(left, right, 0.3).tolist()]
            sheet.line(wave, ink, width)

    return draw


def _initials(sheet: Sheet, chance: Chance) -> None:
    sheet.line(
        squiggle((sheet.size[0] * 0.92, sheet.size[1] * 0.5, sheet.size[0] * 0.985, sheet.size[1] * 0.53), chance, 4),
        BLUE,
        0.35,
    )


def _barcode(sheet: Sheet, chance: Chance) -> None:
    x, y, _, _ = _part(sheet, chance, 50, 14)
    at = x
    while at < x + 46:
        bar = float(chance.choice([0.35, 0.7, 1.05]))
        sheet.box((at, y, at + bar, y + 11), fill=GREY)
        at += bar + float(chance.choice([0.4, 0.8]))


def _matrix(sheet: Sheet, chance: Chance) -> None:
    x, y, _, _ = _part(sheet, chance, 26, 26)
    for row, column in np.argwhere(chance.random((25, 25)) < 0.5).tolist():
        sheet.box((x + column, y + row, x + column + 1, y + row + 1), fill=GREY)


def _arrow(sheet: Sheet, chance: Chance) -> None:
    x, y, _, _ = _part(sheet, chance, 36, 12)
    sheet.line([(x, y + 8), (x + 30, y + 3)], RED, 0.5)
    sheet.line([(x + 25, y + 1), (x + 30, y + 3), (x + 26.5, y + 7)], RED, 0.5)


def _accents(sheet: Sheet, chance: Chance) -> None:
    """Only the marks over letters that are printed already."""
    left, top, _, _ = sheet.free
    for number in range(14):
        x = left + 6 * number
        sheet.line([(x + 1, top + 11.2), (x + 2.4, top + 10)], (60, 60, 60), 0.3)


def _bare_letters(sheet: Sheet, chance: Chance) -> None:
    left, top, _, _ = sheet.free
    for number in range(14):
        sheet.text((left + 6 * number, top + 10), "a", 14)


def _revenue_stamp(sheet: Sheet, chance: Chance) -> None:
    x, y, _, _ = _part(sheet, chance, 24, 30)
    sheet.box((x, y, x + 22, y + 28), (180, 70, 60), 0.4, (245, 200, 170))
    sheet.disc((x + 11, y + 11), 7, (180, 70, 60), 0.5)
    sheet.text((x + 4, y + 20), "2000 đ", 10, (150, 50, 50), "Bold")


def _ribbon(sheet: Sheet, chance: Chance) -> None:
    x, y, _, bottom = _part(sheet, chance, 14, 60)
    sheet.box((x, y, x + 5, bottom), fill=(215, 60, 70))
    sheet.box((x + 7, y, x + 9, bottom), fill=(245, 205, 60))


def _identity_card(sheet: Sheet, chance: Chance) -> None:
    x, y, _, _ = _part(sheet, chance, 86, 54)
    sheet.box((x, y, x + 85, y + 53), (120, 120, 120), 0.3, (205, 208, 205))
    face = shapes((sheet.px(20), sheet.px(27)), chance, portrait=True).convert("L").convert("RGB")
    sheet.image.paste(face, (sheet.px(x + 4), sheet.px(y + 15)))
    for row, words in enumerate(
        ("CĂN CƯỚC (MẪU)", "Số: 000000000000", "Họ tên: TRẦN THỊ THỬ", "Ngày sinh: 01/01/1990")
    ):
        sheet.text((x + 30, y + 8 + 9 * row), words, 9, (60, 60, 60), sans=True)


def _map(sheet: Sheet, chance: Chance) -> None:
    left, top, right, bottom = sheet.free
    for line in range(7):
        base, phase = top + 6 + 9 * line, float(chance.uniform(0, 6))
        path = [
            (x, min(bottom, base + 3.5 * math.sin(x / 11 + phase) + 2 * math.sin(x / 5)))
            for x in np.arange(left, right, 0.7).tolist()
        ]
        sheet.line(path, (175, 120, 70), 0.2)


def _staves(sheet: Sheet, chance: Chance) -> None:
    left, top, right, _ = sheet.free
    for system in range(3):
        for line in range(5):
            y = top + 20 * system + 1.8 * line
            sheet.line([(left, y), (right, y)], (70, 70, 70), 0.15)
        for _ in range(9):
            x, y = float(chance.uniform(left + 4, right - 4)), top + 20 * system + float(chance.uniform(0, 7))
            sheet.disc((x, y), 0.9, fill=(70, 70, 70))


def _asterisks(sheet: Sheet, chance: Chance) -> None:
    for _left, top, right, _bottom in sheet.lines[:3]:
        sheet.text((right + 1.5, top - 1), "*", 12, RED)


def _correction_fluid(sheet: Sheet, _: Chance) -> None:
    left, top, _right, bottom = sheet.lines[2]
    sheet.box((left, top - 0.5, left + 24, bottom + 0.5), fill=WHITE)


def _on_correction_fluid(sheet: Sheet, _: Chance) -> None:
    left, top, _right, _bottom = sheet.lines[2]
    sheet.text((left + 1, top - 0.8), "đã sửa", 11, BLUE, "Italic")


def _crease(sheet: Sheet, chance: Chance) -> None:
    y = (sheet.free[1] + sheet.free[3]) / 2
    sheet.line([(0, y), (sheet.size[0], y + 0.4)], (120, 120, 120), 0.5)


def _clip(sheet: Sheet, chance: Chance) -> None:
    x, y = sheet.size[0] * 0.75, 3.0
    path = [
        (x, y + 22),
        (x, y + 4),
        (x + 3, y + 1),
        (x + 6, y + 4),
        (x + 6, y + 26),
        (x + 3, y + 29),
        (x + 1.5, y + 26),
        (x + 1.5, y + 7),
    ]
    sheet.line(path, (95, 95, 100), 0.8)


def _crosses(ink: Colour) -> Drawing:
    def draw(sheet: Sheet, chance: Chance) -> None:
        for _ in range(4):
            x, y, _, _ = _part(sheet, chance, 6, 6)
            sheet.line([(x, y), (x + 4, y + 4)], ink, 0.4)
            sheet.line([(x + 4, y), (x, y + 4)], ink, 0.4)

    return draw


KINDS: tuple[Kind, ...] = (
    Kind(
        "pencil line",
        lambda sheet, chance: sheet.line(
            [(sheet.free[0], sheet.free[1] + 20), (sheet.free[2], sheet.free[1] + 21)], GREY, 0.4
        ),
    ),
    Kind("pencil words", _words("đã nộp bản sao, hẹn chiều mai", GREY, 14)),
    Kind("pencil tick", _tick(GREY)),
    Kind("pencil squiggle", _signature(GREY, 0.4)),
    Kind("carbon copy", _words("Liên 2: giao người nộp tiền", (85, 85, 130), 11, "Regular", True)),
    Kind("thermal print", _words("TONG CONG    120.000 VND", (80, 75, 85), 11, "Regular", True)),
    Kind("pale blue pen", _words("Nguyễn Thử, ngày 24/11", PALE_BLUE, 15)),
    Kind("pale green pen", _words("đã thu đủ", (130, 200, 150), 15)),
    Kind("orange pen", _words("đã thu", ORANGE, 13)),
    Kind("pink pen", _words("xem lại mục 3", PINK, 13)),
    Kind("yellow pen", _words("lưu ý", (225, 195, 40), 16)),
    Kind("blue ball pen", _signature(BLUE, 0.35)),
    Kind("black ball pen", _signature((30, 30, 30), 0.3)),
    Kind("red ball pen", _words("Bổ sung", RED, 15)),
    Kind("green ball pen", _signature(GREEN, 0.35)),
    Kind("felt pen", _signature((60, 80, 190), 1.2)),
    Kind("grey stamp", _framed_stamp((130, 130, 132))),
    Kind("violet stamp", _framed_stamp(VIOLET)),
    Kind("red seal", seal(RED)),
    Kind("blue seal", seal((70, 90, 190))),
    Kind(
        "red seal over the edge",
        lambda sheet, chance: seal(RED, (sheet.size[0] + 6, sheet.size[1] * 0.6))(sheet, chance),
    ),
    Kind("date stamp", _date_stamp((60, 60, 140))),
    Kind("grey fingerprint", _fingerprint((110, 110, 115))),
    Kind("blue fingerprint", _fingerprint((80, 90, 170))),
    Kind("yellow highlight over print", _highlight(YELLOW), broad=True),
    Kind("pink highlight over print", _highlight((255, 150, 200)), broad=True),
    Kind("green highlight over print", _highlight((150, 240, 150)), broad=True),
    Kind("orange highlight over print", _highlight((255, 190, 110)), broad=True),
    Kind("yellow highlight on white", _highlight(YELLOW, False), broad=True),
    Kind("shaded cells", _cells((175, 175, 175), (2, 3), (1, 3)), broad=True, ground=_black_table),
    Kind("shaded header row", _cells((180, 195, 225), (0,)), broad=True, ground=_black_table),
    Kind("zebra rows", _cells((190, 190, 190), (1, 3, 5)), broad=True),
    Kind("black hairlines", _rules(BLACK, 0.08)),
    Kind("grey hairlines", _rules((120, 120, 120), 0.15)),
    Kind("red hairlines", _rules((210, 80, 80), 0.1)),
    Kind("blue ruled lines", _rules((130, 170, 220), 0.2)),
    Kind("table of hairlines", _grid(BLACK, 0.08)),
    Kind("table of grey rules", _grid((140, 140, 140), 0.2)),
    Kind("dotted lines", _dotted((40, 40, 40), 0.25, 0.9)),
    Kind("dashed rules", _dashed((90, 90, 90), 0.2)),
    Kind("leader dots", _leaders),
    Kind("small coloured labels", _labels),
    Kind("small grey words", _words("Mẫu số 01/ĐK-TT, ban hành kèm theo", (110, 110, 110), 6.5, "Regular")),
    Kind("watermark", _watermark((150, 150, 150)), broad=True),
    Kind("coloured watermark", _watermark((150, 180, 235), "MẪU"), broad=True),
    Kind("pale logo", _logo, broad=True),
    Kind("embossed shadow", _embossed),
    Kind("black bar", _bar((15, 15, 15)), broad=True),
    Kind("white print on black", _bar_print, covers=True, ground=_bar((15, 15, 15))),
    Kind("white print on blue", _bar_print, covers=True, ground=_bar((30, 60, 140))),
    Kind("white print on grey", _bar_print, covers=True, ground=_bar((120, 120, 120))),
    Kind("photograph in colour", _photograph((80, 55)), broad=True, covers=True),
    Kind("photograph in grey", _photograph((80, 55), grey=True), broad=True, covers=True),
    Kind("photograph in a frame", _photograph((80, 55), framed=True), broad=True, covers=True),
    Kind("portrait 3 × 4", _photograph((30, 40), portrait=True), broad=True, covers=True),
    Kind("grey portrait 3 × 4", _photograph((30, 40), grey=True, portrait=True), broad=True, covers=True),
    Kind("photograph in the corner", _photograph((60, 50), corner=True), broad=True, covers=True),
    Kind("dark banner at the top", _edge("top", (20, 20, 20)), broad=True, covers=True),
    Kind("dark banner at the bottom", _edge("bottom", (15, 25, 80)), broad=True, covers=True),
    Kind("dark band at the left", _edge("left", (25, 25, 25)), broad=True, covers=True),
    Kind("dark band at the right", _edge("right", (60, 20, 25)), broad=True, covers=True),
    Kind("filled circles at the margin", _answers),
    Kind("digit in a disc", _disc_digit, covers=True, ground=_disc_ground),
    Kind("ticks in boxes", _ticks_in_boxes, ground=_boxes),
    Kind("crosses", _crosses(BLUE)),
    Kind("words on correction fluid", _on_correction_fluid, ground=_correction_fluid),
    Kind("yellow note", _note((255, 240, 130)), broad=True, covers=True),
    Kind("pink note", _note((255, 190, 210)), broad=True, covers=True),
    Kind("paper clip", _clip),
    Kind("coffee ring", _coffee),
    Kind("crease", _crease),
    Kind("signature across print", _over_print(BLUE, 0.4, "signature")),
    Kind("line through print", _over_print(RED, 0.35, "strike")),
    Kind("circled word", _over_print((70, 70, 75), 0.4, "circle")),
    Kind("wavy underline", _over_print(GREEN, 0.3, "wave")),
    Kind("initials at the margin", _initials),
    Kind("pale barcode", _barcode),
    Kind("grey matrix code", _matrix),
    Kind("red arrow", _arrow),
    Kind("small asterisks", _asterisks),
    Kind("accents alone", _accents, ground=_bare_letters),
    Kind("revenue stamp", _revenue_stamp, broad=True, covers=True),
    Kind("ribbon", _ribbon, broad=True, covers=True),
    Kind("copied identity card", _identity_card, broad=True, covers=True),
    Kind("contour lines", _map),
    Kind("graph paper", _grid((150, 190, 220), 0.12, 5, 5)),
    Kind("staves", _staves),
)

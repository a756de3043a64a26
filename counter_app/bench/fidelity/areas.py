"""Marks that are areas: highlights, shades, pictures, notes, bars and what is printed white on them."""

from __future__ import annotations

import numpy as np
from PIL import Image

from counter_app.bench.drawn_paper import BLACK, WHITE, Area, Colour, Place, Sheet
from counter_app.bench.fidelity.strokes import BLUE, Chance, Drawing, free_part, on_circle


def highlight(ink: Colour, over_print: bool = True) -> Drawing:
    """A felt marker over a printed line, or on bare paper."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        if over_print:
            left, top, right, bottom = sheet.lines[int(chance.integers(len(sheet.lines)))]
        else:
            left, top, right, bottom = free_part(sheet, chance, 70, 6)
        sheet.box((left - 1, top - 0.6, right + 1, bottom + 0.6), fill=ink)

    return draw


def cells(ink: Colour, rows: tuple[int, ...], columns: tuple[int, ...] = (0, 1, 2, 3)) -> Drawing:
    """Shaded cells of `black_table`."""

    def draw(sheet: Sheet, _: Chance) -> None:
        left, top, right, _bottom = sheet.free
        for row in rows:
            for column in columns:
                x = left + (right - left) / 4 * column
                sheet.box((x, top + 9 * row, x + (right - left) / 4, top + 9 * row + 9), fill=ink)

    return draw


def black_table(sheet: Sheet, chance: Chance) -> None:
    """A table of four columns and seven rows in black."""
    left, top, right, _ = sheet.free
    for row in range(8):
        sheet.line([(left, top + 9 * row), (right, top + 9 * row)], BLACK, 0.25)
    for column in range(5):
        x = left + (right - left) / 4 * column
        sheet.line([(x, top), (x, top + 63)], BLACK, 0.25)
    for row in range(7):
        sheet.text((left + 3, top + 9 * row + 2), f"Mục {row + 1}", 9)


def watermark(ink: Colour, words: str = "BẢN SAO") -> Drawing:
    """Large slanted words."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        stencil = Sheet(sheet.dpi, (sheet.size[0], 60))
        stencil.text((sheet.size[0] * 0.08, 12), words, 78, ink, "Bold", family="Sans")
        turned = stencil.image.rotate(float(chance.uniform(20, 40)), expand=True, fillcolor=WHITE)
        place = (round((sheet.image.width - turned.width) / 2), round((sheet.image.height - turned.height) / 2))
        sheet.image.paste(turned, place)

    return draw


def logo(sheet: Sheet, chance: Chance) -> None:
    """A large pale sign."""
    x, y = sheet.size[0] / 2, sheet.size[1] * 0.6
    for radius in (32.0, 24.0):
        sheet.disc((x, y), radius, (120, 170, 220), 2.2)
    sheet.draw.polygon([tuple(sheet.at(on_circle((x, y), 20, turn / 3))) for turn in range(3)], (120, 170, 220))


def bar(ink: Colour) -> Drawing:
    """A dark bar."""

    def draw(sheet: Sheet, _: Chance) -> None:
        left, top, right, _bottom = sheet.free
        sheet.box((left, top + 10, right, top + 24), fill=ink)

    return draw


def bar_print(sheet: Sheet, chance: Chance) -> None:
    """White words on `bar`."""
    left, top, _, _ = sheet.free
    sheet.text((left + 8, top + 12.5), "BẢN SAO SỐ 3", 17, WHITE, "Bold")


def edge(side: str, ink: Colour) -> Drawing:
    """A dark band that reaches an edge: "top", "bottom" (with white words), "left" or "right"."""

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


def photograph(
    size: Place, grey: bool = False, framed: bool = False, corner: bool = False, portrait: bool = False
) -> Drawing:
    """A photograph, in the free part or in the sheet's lower left corner."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        area = free_part(sheet, chance, *size)
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


def answers(sheet: Sheet, chance: Chance) -> None:
    """Three filled circles at the left margin."""
    for number in range(3):
        sheet.disc((sheet.size[0] * 0.055, sheet.free[1] + 6 + 17 * number), 2.6, fill=(20, 20, 20))


def disc_ground(sheet: Sheet, chance: Chance) -> None:
    """A black disc."""
    sheet.disc((sheet.size[0] - 12, 14), 4, fill=(15, 15, 15))


def disc_digit(sheet: Sheet, chance: Chance) -> None:
    """A white digit on `disc_ground`."""
    sheet.text((sheet.size[0] - 13.3, 11), str(chance.integers(1, 9)), 14, WHITE, "Bold")


def note(ink: Colour) -> Drawing:
    """A sticky note with words."""

    def draw(sheet: Sheet, chance: Chance) -> None:
        x, y, _, _ = free_part(sheet, chance, 52, 52)
        sheet.box((x, y, x + 50, y + 50), fill=ink)
        sheet.text((x + 5, y + 10), "Gọi lại chiều mai", 12, BLUE, "Italic")

    return draw


def revenue_stamp(sheet: Sheet, chance: Chance) -> None:
    """A revenue stamp (tem)."""
    x, y, _, _ = free_part(sheet, chance, 24, 30)
    sheet.box((x, y, x + 22, y + 28), (180, 70, 60), 0.4, (245, 200, 170))
    sheet.disc((x + 11, y + 11), 7, (180, 70, 60), 0.5)
    sheet.text((x + 4, y + 20), "2000 đ", 10, (150, 50, 50), "Bold")


def ribbon(sheet: Sheet, chance: Chance) -> None:
    """A red and a yellow ribbon."""
    x, y, _, bottom = free_part(sheet, chance, 14, 60)
    sheet.box((x, y, x + 5, bottom), fill=(215, 60, 70))
    sheet.box((x + 7, y, x + 9, bottom), fill=(245, 205, 60))


def identity_card(sheet: Sheet, chance: Chance) -> None:
    """A copied card with a face and words on grey."""
    x, y, _, _ = free_part(sheet, chance, 86, 54)
    sheet.box((x, y, x + 85, y + 53), (120, 120, 120), 0.3, (205, 208, 205))
    face = shapes((sheet.px(20), sheet.px(27)), chance, portrait=True).convert("L").convert("RGB")
    sheet.image.paste(face, (sheet.px(x + 4), sheet.px(y + 15)))
    for row, words in enumerate(
        ("CĂN CƯỚC (MẪU)", "Số: 000000000000", "Họ tên: TRẦN THỊ THỬ", "Ngày sinh: 01/01/1990")
    ):
        sheet.text((x + 30, y + 8 + 9 * row), words, 9, (60, 60, 60), family="Sans")


def correction_fluid(sheet: Sheet, _: Chance) -> None:
    """A printed word painted over."""
    left, top, _right, bottom = sheet.lines[2]
    sheet.box((left, top - 0.5, left + 24, bottom + 0.5), fill=WHITE)


def on_correction_fluid(sheet: Sheet, _: Chance) -> None:
    """What was written on `correction_fluid`."""
    left, top, _right, _bottom = sheet.lines[2]
    sheet.text((left + 1, top - 0.8), "đã sửa", 11, BLUE, "Italic")

"""Sheets of paper drawn for the benches: black print in several layouts, all places and sizes in millimetres.

Everything on them is invented.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import product
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

from printing.layout.fonts import font_folders

Colour = tuple[int, int, int]
Place = tuple[float, float]
"""x, y in millimetres from the sheet's upper left corner."""
Area = tuple[float, float, float, float]
"""Left, top, right, bottom in millimetres."""

WHITE: Colour = (255, 255, 255)
BLACK: Colour = (0, 0, 0)
A4, A5 = (210.0, 297.0), (148.0, 210.0)
_FAMILIES = {
    "Serif": ("LiberationSerif", "times", "DejaVuSerif"),
    "Sans": ("LiberationSans", "arial", "DejaVuSans"),
    "Mono": ("LiberationMono", "cour", "DejaVuSansMono"),
    "Zone": ("OCRB", "OCR-B", "LiberationMono", "cour", "DejaVuSansMono"),
    "OtherSerif": ("DejaVuSerif", "cambria", "LiberationSerif"),
    "OtherSans": ("Carlito", "calibri", "DejaVuSans", "tahoma"),
    "NarrowSerif": ("DejaVuSerifCondensed", "georgia", "LiberationSerif"),
    "NarrowSans": ("DejaVuSansCondensed", "arial", "LiberationSans"),
}
_STYLES = {
    "Regular": ("-Regular", ""),
    "Bold": ("-Bold", "bd", "b"),
    "Italic": ("-Italic", "-Oblique", "i"),
    "BoldItalic": ("-BoldItalic", "-BoldOblique", "bi"),
}
"""How the names of fonts' files end, on Linux and on Windows."""
SENTENCES = (
    "Kính gửi: Ủy ban nhân dân xã Mẫu Thử, huyện Ví Dụ",
    "Họ, chữ đệm, tên người yêu cầu: Trần Thị Thử Nghiệm",
    "Nơi cư trú: Xóm Ví Dụ, xã Mẫu Thử, tỉnh Không Có",
    "Giấy tờ tùy thân: không có thật, chỉ dùng để đo",
    "Quan hệ với người được khai: người thân trong gia đình",
    "Đề nghị cơ quan đăng ký cho người có tên dưới đây",
    "Thửa đất số 00, tờ bản đồ số 00, diện tích 120 m",
    "Tôi cam đoan những nội dung khai trên đây là đúng sự thật",
    "và chịu trách nhiệm trước pháp luật về cam đoan của mình.",
    "Hồ sơ gồm: đơn đề nghị, bản sao giấy tờ, ảnh 3 × 4",
    "Ngày hẹn trả kết quả: theo giấy tiếp nhận hồ sơ",
    "Lệ phí đã nộp theo biên lai kèm theo hồ sơ này",
)


@dataclass
class Sheet:
    """A sheet that is being drawn; `lines` are its lines of print, `free` is where nothing stands yet."""

    dpi: int
    size: tuple[float, float] = A5
    image: Image.Image = field(init=False)
    draw: ImageDraw.ImageDraw = field(init=False)
    lines: list[Area] = field(default_factory=list)
    free: Area = (0, 0, 0, 0)

    def __post_init__(self) -> None:
        self.show(Image.new("RGB", (self.px(self.size[0]), self.px(self.size[1])), WHITE))

    def show(self, image: Image.Image) -> None:
        """Draw on this picture from now on."""
        self.image = image
        self.draw = ImageDraw.Draw(image)

    def px(self, millimetres: float) -> int:
        """A length in whole pixels."""
        return round(millimetres / 25.4 * self.dpi)

    def at(self, place: Sequence[float]) -> list[int]:
        """Millimetres in pixels."""
        return [self.px(value) for value in place]

    def text(
        self,
        place: Place,
        words: str,
        points: float = 12,
        ink: Colour = BLACK,
        style: str = "Regular",
        family: str = "Serif",
    ) -> Area:
        """Words whose upper left corner is at `place`; where they stand."""
        letters = lettering(style, max(4, round(points / 72 * self.dpi)), family)
        x, y = self.at(place)
        self.draw.text((x, y), words, ink, letters)
        left, top, right, bottom = self.draw.textbbox((x, y), words, letters)
        scale = 25.4 / self.dpi
        return left * scale, top * scale, right * scale, bottom * scale

    def width(self, words: str, points: float, style: str = "Regular") -> float:
        """How broad words are, in millimetres."""
        letters = lettering(style, max(4, round(points / 72 * self.dpi)))
        return letters.getlength(words) * 25.4 / self.dpi

    def line(self, places: Sequence[Place], ink: Colour, width: float) -> None:
        """A stroke through `places`, `width` millimetres broad and at least one pixel."""
        points = [(self.px(x), self.px(y)) for x, y in places]
        self.draw.line(points, ink, max(1, self.px(width)), joint="curve")

    def box(self, area: Area, outline: Colour | None = None, width: float = 0.3, fill: Colour | None = None) -> None:
        """A rectangle."""
        self.draw.rectangle(self.at(area), fill, outline, max(1, self.px(width)) if outline else 0)

    def disc(
        self,
        centre: Place,
        radius: float,
        outline: Colour | None = None,
        width: float = 0.3,
        fill: Colour | None = None,
    ) -> None:
        """A circle, filled or not."""
        (x, y), r = self.at(centre), radius / 25.4 * self.dpi
        box = (x - r, y - r, x + r, y + r)
        self.draw.ellipse(box, fill, outline, max(1, self.px(width)) if outline else 0)


@cache
def lettering(style: str, pixels: int, family: str = "Serif") -> ImageFont.FreeTypeFont:
    """A font with Vietnamese letters, as `font_file` finds it."""
    return ImageFont.truetype(str(font_file(style, family)), pixels)


@cache
def font_file(style: str, family: str) -> Path:
    """A font with Vietnamese letters: "Regular", "Bold", "Italic" or "BoldItalic"; `family`: "Serif", "Sans" …"""
    for name, ending, kind in product(_FAMILIES[family], _STYLES[style], ("ttf", "otf")):
        for folder in font_folders():
            if found := next(iter(sorted(folder.rglob(f"{name}{ending}.{kind}"))), None):
                return found
    raise FileNotFoundError(f"no font with Vietnamese letters for {style}")


def squiggle(area: Area, chance: np.random.Generator, turns: int = 7) -> list[Place]:
    """The path of a signature across `area`."""
    left, top, right, bottom = area
    phase, path = chance.random() * 6, []
    for step in range(300):
        t = step / 299
        wave = math.sin(turns * 2 * math.pi * t)
        x = left + (right - left) * min(1, max(0, 0.08 + 0.84 * t + 0.06 * wave))
        y = 0.6 * math.sin(turns * 2 * math.pi * t + 1) * (1 - 0.5 * t) + 0.3 * math.sin(5 * t + phase)
        path.append((x, (top + bottom) / 2 + (bottom - top) / 2 * y))
    return path


def _form(sheet: Sheet, chance: np.random.Generator) -> None:
    """A heading and lines of a form in the upper part."""
    width, height = sheet.size
    left = width * 0.11
    sheet.text((width * 0.28, height * 0.06), "TỜ KHAI (MẪU THỬ)", 13, style="Bold")
    _sentences(sheet, chance, left, height * 0.12, 9, height * 0.042)


def _letter(sheet: Sheet, chance: np.random.Generator) -> None:
    """The two-column head of an official letter, and its text."""
    width, height = sheet.size
    small = 9 if width < 180 else 12
    sheet.text((width * 0.08, height * 0.05), "ỦY BAN NHÂN DÂN", small, style="Bold")
    sheet.text((width * 0.10, height * 0.075), "XÃ MẪU THỬ", small, style="Bold")
    sheet.text((width * 0.48, height * 0.05), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA", small, style="Bold")
    sheet.text((width * 0.52, height * 0.075), "Độc lập - Tự do - Hạnh phúc", small, style="Bold")
    sheet.line([(width * 0.54, height * 0.102), (width * 0.82, height * 0.102)], BLACK, 0.25)
    _sentences(sheet, chance, width * 0.11, height * 0.15, 8, height * 0.044)


def _table(sheet: Sheet, chance: np.random.Generator) -> None:
    """A table with black rules."""
    width, height = sheet.size
    columns = [width * share for share in (0.09, 0.17, 0.62, 0.9)]
    rows = [height * (0.12 + 0.052 * row) for row in range(8)]
    sheet.text((width * 0.3, height * 0.05), "DANH MỤC HỒ SƠ", 13, style="Bold")
    for y in rows:
        sheet.line([(columns[0], y), (columns[-1], y)], BLACK, 0.25)
    for x in columns:
        sheet.line([(x, rows[0]), (x, rows[-1])], BLACK, 0.25)
    for number, y in enumerate(rows[:-1], 1):
        sheet.text((columns[0] + 2, y + 2), str(number), 10)
        words = str(chance.choice(SENTENCES))[:24]
        sheet.lines.append(sheet.text((columns[1] + 2, y + 2), words, 10))
        sheet.text((columns[2] + 2, y + 2), f"{chance.integers(1, 9)} bản chính", 10)


def _two_columns(sheet: Sheet, chance: np.random.Generator) -> None:
    """Two columns of small print."""
    width, height = sheet.size
    for left in (0.08, 0.53):
        for row in range(10):
            words = str(chance.choice(SENTENCES))[:28]
            place = (width * left, height * (0.07 + 0.045 * row))
            sheet.lines.append(sheet.text(place, words, 8 if width < 180 else 10))


def _sentences(sheet: Sheet, chance: np.random.Generator, left: float, top: float, count: int, step: float) -> None:
    points = 10 if sheet.size[0] < 180 else 13
    for row, words in enumerate(chance.permutation(SENTENCES)[:count]):
        sheet.lines.append(sheet.text((left, top + row * step), str(words), points))


LAYOUTS: tuple[Callable[[Sheet, np.random.Generator], None], ...] = (_form, _letter, _table, _two_columns)


def printed_sheet(dpi: int, chance: np.random.Generator, size: tuple[float, float] = A5) -> Sheet:
    """A sheet with black print in its upper part; its lower 40 % are free."""
    sheet = Sheet(dpi, size)
    LAYOUTS[int(chance.integers(len(LAYOUTS)))](sheet, chance)
    width, height = size
    sheet.free = (width * 0.1, height * 0.58, width * 0.9, height * 0.93)
    return sheet

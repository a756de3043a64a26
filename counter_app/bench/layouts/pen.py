"""A sheet to draw on in millimetres and points, and a seed's worth of fictional names, dates and amounts."""

from __future__ import annotations

import numpy as np
import zxingcpp
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from counter_app.bench.drawn_paper import font_file
from scanning.picture import Picture

FAMILIES = ("Serif", "Sans", "Mono")
A4, A4_ACROSS, A5, A5_ACROSS = (210.0, 297.0), (297.0, 210.0), (148.0, 210.0), (210.0, 148.0)
BLACK = 20

_SURNAMES = "Nguyễn Trần Lê Phạm Hoàng Phan Vũ Đặng Bùi Đỗ Hồ Ngô Dương Lý Cao Đinh"
_MIDDLE = "Văn Thị Đình Hữu Xuân Ngọc Quang Thanh Minh Bá Khánh Bảo"
_GIVEN = "An Bình Cường Dũng Giang Hạnh Hường Khoẻ Lan Mai Nhung Phúc Quỳnh Sơn Thưởng Tuyết Vân Yến"
_PLACES = "Vinh Phú,Vinh Hưng,Diễn Châu,Yên Thành,Quỳnh Lưu,Nghi Lộc,Đô Lương,Anh Sơn,Con Cuông,Nam Đàn"
_SYLLABLES = (
    "các cơ quan có trách nhiệm tiếp nhận hồ sơ theo quy định của pháp luật về đất đai người dân được hướng dẫn đầy "
    "đủ trong thời hạn bảy ngày làm việc kể từ khi nhận đủ giấy tờ hợp lệ tôi xin cam đoan những nội dung trên đây "
    "là đúng sự thật nếu sai tôi hoàn toàn chịu trách nhiệm trước tổ chức chính quyền xã phường tỉnh về việc cấp giấy "
    "phép xây dựng nhà ở riêng lẻ đăng ký khai sinh kết hôn cư trú thay đổi cải chính hộ tịch"
)
ENGLISH = (
    "The applicant shall submit the original papers to the office within thirty days after the date of this notice. "
    "Copies are returned together with the receipt. Fees are paid in cash or by transfer before the result is handed "
    "over. The owner of the land keeps the right to use it for the term that is written in the certificate."
)


class Pen:
    """Draws in one family of letters on a sheet; places in millimetres from the upper left corner, sizes in points."""

    def __init__(self, size: tuple[float, float], dpi: int, seed: int, name: str) -> None:
        self.chance = np.random.default_rng([seed, *name.encode()])
        self.width, self.height = size
        self._dpi = dpi
        self.family = str(self.chance.choice(FAMILIES))
        self._sheet = Image.new("L", (self._pixels(size[0]), self._pixels(size[1])), 255)
        self._draw = ImageDraw.Draw(self._sheet)

    def picture(self) -> Picture:
        """rows × columns × 3, upright."""
        return np.asarray(self._sheet.convert("RGB"))

    def font(self, points: float, style: str = "Regular") -> ImageFont.FreeTypeFont:
        """A font of the sheet's family."""
        return ImageFont.truetype(str(font_file(style, self.family)), max(6, points / 72 * self._dpi))

    def length(self, text: str, points: float, style: str = "Regular") -> float:
        """Millimetres."""
        return self.font(points, style).getlength(text) / self._dpi * 25.4

    def text(
        self, x: float, y: float, text: str, points: float = 11, style: str = "Regular", at: str = "l", ink: int = BLACK
    ) -> None:
        """One line whose base line is at `y`; `at`: "l", "m" or "r" of it is at `x`."""
        place = (self._pixels(x), self._pixels(y))
        self._draw.text(place, text, fill=ink, font=self.font(points, style), anchor=f"{at}s")

    def turned_text(
        self, x: float, y: float, text: str, points: float = 9, turn: int = 90, style: str = "Regular"
    ) -> None:
        """A line around its middle (`x`, `y`), turned `turn` degrees against the clock."""
        font = self.font(points, style)
        left, top, right, bottom = font.getbbox(text)
        label = Image.new("L", (round(right - left) + 8, round(bottom - top) + 8), 0)
        ImageDraw.Draw(label).text((4 - left, 4 - top), text, fill=255, font=font)
        label = label.rotate(turn, expand=True, resample=Image.Resampling.BICUBIC)
        self._sheet.paste(BLACK, (self._pixels(x) - label.width // 2, self._pixels(y) - label.height // 2), label)

    def lines(
        self, x: float, y: float, texts: list[str], points: float = 11, step: float = 0, style: str = "Regular"
    ) -> float:
        """Lines below each other; where the next would stand."""
        for text in texts:
            self.text(x, y, text, points, style)
            y += step or points * 0.5
        return y

    def paragraph(
        self, x: float, y: float, width: float, words: list[str], points: float = 11, step: float = 0
    ) -> float:
        """Words set ragged in a column; where the next line would stand."""
        line: list[str] = []
        lines = []
        for word in words:
            if line and self.length(" ".join([*line, word]), points) > width:
                lines.append(" ".join(line))
                line = []
            line.append(word)
        return self.lines(x, y, [*lines, " ".join(line)], points, step)

    def rule(self, x: float, y: float, x2: float, y2: float, points: float = 0.7, ink: int = BLACK) -> None:
        """A straight line."""
        ends = [self._pixels(place) for place in (x, y, x2, y2)]
        self._draw.line(ends, fill=ink, width=max(1, round(points / 72 * self._dpi)))

    def path(self, points: list[tuple[float, float]], thick: float = 0.7, ink: int = BLACK) -> None:
        """A line through `points`."""
        places = [(self._pixels(x), self._pixels(y)) for x, y in points]
        self._draw.line(places, fill=ink, width=max(1, round(thick / 72 * self._dpi)), joint="curve")

    def box(self, x: float, y: float, width: float, height: float, thick: float = 0.7, fill: int | None = None) -> None:
        """A rectangle."""
        corners = [self._pixels(place) for place in (x, y, x + width, y + height)]
        self._draw.rectangle(corners, outline=BLACK, fill=fill, width=max(1, round(thick / 72 * self._dpi)))

    def disc(self, x: float, y: float, radius: float, filled: bool = False, thick: float = 0.7) -> None:
        """A circle around (x, y)."""
        corners = [self._pixels(place) for place in (x - radius, y - radius, x + radius, y + radius)]
        self._draw.ellipse(
            corners, outline=BLACK, fill=BLACK if filled else None, width=max(1, self._pixels(thick / 3))
        )

    def dots(self, x: float, y: float, width: float, points: float = 11) -> None:
        """A dotted line to write on."""
        self.text(x, y, "." * max(1, int(width / self.length(".", points))), points)

    def table(self, x: float, y: float, widths: list[float], row: float, rows: int, thick: float = 0.7) -> None:
        """The rules of a table."""
        for n in range(rows + 1):
            self.rule(x, y + n * row, x + sum(widths), y + n * row, thick)
        for n in range(len(widths) + 1):
            left = x + sum(widths[:n])
            self.rule(left, y, left, y + rows * row, thick)

    def scribble(self, x: float, y: float, width: float, height: float, turns: float = 6, thick: float = 1.2) -> None:
        """A stroke as of a signature, its left middle at (x, y)."""
        along = np.linspace(0, 1, 300)
        phase, other = self.chance.uniform(0, 6, 2)
        xs = x + width * (along * 0.9 + 0.07 * np.sin(turns * 2 * np.pi * along + phase))
        ys = y + height / 2 * (0.7 * np.sin(turns * 2 * np.pi * along + other) + 0.3 * np.sin(9 * along + phase))
        self.path(list(zip(xs.tolist(), ys.tolist(), strict=True)), thick)

    def paste(self, x: float, y: float, width: float, height: float, picture: Picture) -> None:
        """A picture (rows × columns) stretched into a place."""
        image = Image.fromarray(picture).resize((self._pixels(width), self._pixels(height)))
        self._sheet.paste(image, (self._pixels(x), self._pixels(y)))

    def code(self, x: float, y: float, width: float, height: float, text: str, kind: zxingcpp.BarcodeFormat) -> None:
        """A bar code or a square one."""
        self.paste(x, y, width, height, np.asarray(zxingcpp.create_barcode(text, kind).to_image(scale=2)))

    def soften(self, radius: float) -> None:
        """As worn type or a photograph out of focus; `radius` in points."""
        self._sheet = self._sheet.filter(ImageFilter.GaussianBlur(radius / 72 * self._dpi))
        self._draw = ImageDraw.Draw(self._sheet)

    def number(self, low: int, high: int) -> int:
        """From `low` to below `high`."""
        return int(self.chance.integers(low, high))

    def size(self, low: float, high: float) -> float:
        """Anything between."""
        return float(self.chance.uniform(low, high))

    def name(self) -> str:
        """A person that does not exist."""
        return " ".join(str(self.chance.choice(part.split())) for part in (_SURNAMES, _MIDDLE, _GIVEN))

    def place(self) -> str:
        """A commune."""
        return str(self.chance.choice(_PLACES.split(",")))

    def date(self) -> str:
        """15/04/1994."""
        return f"{self.number(1, 29):02}/{self.number(1, 13):02}/{self.number(1950, 2027)}"

    def amount(self) -> str:
        """1.250.000."""
        return f"{self.number(1, 9000) * 500:,}".replace(",", ".")

    def digits(self, count: int) -> str:
        """A number of so many digits."""
        return "".join(str(digit) for digit in self.chance.integers(0, 10, count))

    def words(self, count: int) -> list[str]:
        """Words as of an office's letter."""
        return [str(word) for word in self.chance.choice(_SYLLABLES.split(), count)]

    def sentence(self, count: int) -> str:
        """So many words, the first with a capital."""
        return " ".join(self.words(count)).capitalize()

    def _pixels(self, millimetres: float) -> int:
        return round(millimetres / 25.4 * self._dpi)

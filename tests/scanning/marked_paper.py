"""A form in black print with one mark beside it, as a scanner sees it, and how much of it the filed page shows."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from counter_app.demo.wear import encoded_jpeg
from scanning.pages import RawPage, ReadPage
from scanning.picture import Picture, strongest

Colour = tuple[int, int, int]
Draw = Callable[["Pen"], None]
_FONTS = "/usr/share/fonts/truetype/liberation2/LiberationSerif-{}.ttf"
_LINES = """TỜ KHAI ĐĂNG KÝ (MẪU THỬ)
Kính gửi: Ủy ban nhân dân xã Mẫu Thử
Họ, chữ đệm, tên người yêu cầu: Trần Thị Thử Nghiệm
Nơi cư trú: Xóm Ví Dụ, xã Mẫu Thử, tỉnh Không Có
Quan hệ với người được khai: người thân trong gia đình
Đề nghị cơ quan đăng ký cho người có tên dưới đây theo quy định
và chịu trách nhiệm trước pháp luật về cam đoan của mình.""".splitlines()


class Pen:
    """Draws on an A4 sheet in millimetres."""

    def __init__(self, dpi: int, paper: int = 250) -> None:
        self.dpi = dpi
        self.sheet = Image.new("RGB", (self.px(210), self.px(297)), (paper,) * 3)
        self.pen = ImageDraw.Draw(self.sheet)

    def px(self, millimetres: float) -> int:
        """So many pixels."""
        return round(millimetres / 25.4 * self.dpi)

    def text(self, place: tuple[float, float], text: str, colour: Colour = (0, 0, 0), points: float = 13) -> None:
        """A line of print."""
        font = ImageFont.truetype(_FONTS.format("Regular"), round(points / 72 * self.dpi))
        self.pen.text((self.px(place[0]), self.px(place[1])), text, colour, font)

    def line(self, points: list[tuple[float, float]], colour: Colour, pixels: int) -> None:
        """Straight strokes from point to point."""
        self.pen.line([(self.px(x), self.px(y)) for x, y in points], colour, pixels)

    def signature(self, colour: Colour, millimetres: float = 0.45) -> None:
        """A curled stroke."""
        t = np.linspace(0, 1, 300)
        x, y = 110 + 50 * t + 3 * np.sin(50 * t), 200 + 10 * np.sin(50 * t + 1) * (1 - 0.5 * t)
        self.line(list(zip(x.tolist(), y.tolist(), strict=True)), colour, max(1, self.px(millimetres)))

    def box(self, sides: tuple[float, float, float, float], colour: Colour) -> None:
        """A filled rectangle: left, top, right, bottom."""
        self.pen.rectangle([self.px(side) for side in sides], fill=colour)

    def disc(self, middle: tuple[float, float], radius: float, colour: Colour) -> None:
        """A filled circle."""
        x, y, r = self.px(middle[0]), self.px(middle[1]), self.px(radius)
        self.pen.ellipse([x - r, y - r, x + r, y + r], fill=colour)

    def picture(self, place: tuple[float, float], pixels: Picture) -> None:
        """A photograph, at its upper left corner."""
        self.sheet.paste(Image.fromarray(pixels), (self.px(place[0]), self.px(place[1])))

    def form(self) -> None:
        """Some lines in black print."""
        for number, line in enumerate(_LINES):
            self.text((25, 25 + 9 * number), line)


def drawn(dpi: int, *marks: Draw, form: bool = True) -> Pen:
    """A sheet with these marks."""
    pen = Pen(dpi)
    if form:
        pen.form()
    for mark in marks:
        mark(pen)
    return pen


def scanned(pen: Pen, noise: float = 4.0) -> RawPage:
    """The sheet as a scanner hands it over: a little soft, a little noisy."""
    soft = cv2.GaussianBlur(np.asarray(pen.sheet), (0, 0), 0.7)
    picture = np.asarray(cv2.add(soft, _grain(soft.shape, noise), dtype=cv2.CV_8U), np.uint8)
    return RawPage(encoded_jpeg(picture, pen.dpi, 90), "image/jpeg", pen.dpi, "giấy.jpg", 0)


@lru_cache(maxsize=4)  # two resolutions, with more noise and less; drawing it costs more than reading the page
def _grain(shape: tuple[int, ...], noise: float) -> npt.NDArray[np.int8]:
    """A scanner's noise in whole grey levels, the same for every page of that size."""
    return np.floor(np.float32(noise) * np.random.default_rng(3).standard_normal(shape, np.float32)).astype(np.int8)


def seen(page: ReadPage) -> Picture:
    """The filed page as a viewer draws it, in its own pixels."""
    document = pypdfium2.PdfDocument(page.sheet)
    picture = document[0].render(scale=page.dpi / 72).to_pil().convert("RGB")
    return np.asarray(picture.resize((page.width, page.height)))


def still_seen(page: ReadPage, mark: Draw, dpi: int, form: bool = True) -> float:
    """Share of the mark's own pixels at which the filed page has at least half of its contrast with the paper."""
    change = _difference(_unmarked(dpi, form), np.asarray(drawn(dpi, mark, form=form).sheet))
    filed = np.asarray(cv2.resize(seen(page), change.shape[::-1], interpolation=cv2.INTER_AREA))
    paper = np.median(filed[::4, ::4].reshape(-1, 3), axis=0)
    left, top, width, height = cv2.boundingRect(change)
    around = np.s_[max(0, top - 2) : top + height + 2, max(0, left - 2) : left + width + 2]
    change, filed = change[around], filed[around]
    near = cv2.dilate(_difference(filed, np.full_like(filed, paper)), np.ones((3, 3), np.uint8))
    own = change > 0.5 * change.max()
    return float((near[own] >= 0.45 * cv2.blur(change.astype(np.float32), (3, 3))[own]).mean())


@lru_cache(maxsize=2)
def _unmarked(dpi: int, form: bool) -> Picture:
    return np.asarray(drawn(dpi, form=form).sheet)


def _difference(one: Picture, other: Picture) -> Picture:
    """Of each pixel by how much its channels differ; the channel that differs most."""
    return np.asarray(strongest(cv2.absdiff(one, other)), np.uint8)

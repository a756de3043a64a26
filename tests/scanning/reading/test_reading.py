"""What is read of clean, straight pages of real layout: never worse than Tesseract alone, and what it cannot read."""

from __future__ import annotations

import io
import subprocess
from collections import Counter
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image, ImageDraw, ImageFont

from scanning.page.read_page import read_page
from scanning.pages import RawPage, ReadPage

FONTS = Path("/usr/share/fonts/truetype/liberation2")
BLACK = (15, 15, 20)
PROSE = (
    "Căn cứ Nghị định số 61/2018/NĐ-CP ngày 23 tháng 4 năm 2018 của Chính phủ",
    "Xét đề nghị của Trưởng phòng Tài nguyên và Môi trường, Ủy ban nhân dân xã",
    "Quỹ khuyến học của dòng họ Phạm tặng quà cho mười bảy cháu đỗ đại học.",
    "Trưởng thôn Ngõ Sỏi cùng các hộ dân đã ký biên bản xác nhận ranh giới,",
    "những thửa ruộng ngập úng, kênh mương bị sạt lở được hỗ trợ giống lúa,",
    "chỉ đạo kiểm tra, thẩm định hồ sơ và giữ gìn mốc giới; nếu có vướng mắc",
    "thì kịp thời phản ánh để được giải quyết theo thẩm quyền của cấp xã.",
)


class Sheet:
    """A sheet of A4 to draw on, in millimetres and points."""

    def __init__(self, dpi: int = 200) -> None:
        self.dpi = dpi
        self.image = Image.new("RGB", (round(8.27 * dpi), round(11.69 * dpi)), "white")
        self.pen = ImageDraw.Draw(self.image)
        self.truth: list[str] = []

    def font(self, points: float, style: str) -> ImageFont.FreeTypeFont:
        return ImageFont.truetype(FONTS / f"Liberation{style}.ttf", round(points / 72 * self.dpi))

    def pixels(self, *millimetres: float) -> tuple[float, ...]:
        return tuple(at / 25.4 * self.dpi for at in millimetres)

    def write(
        self,
        x: float,
        y: float,
        text: str,
        points: float = 13,
        style: str = "Serif-Regular",
        fill: tuple[int, int, int] = BLACK,
        anchor: str = "la",
    ) -> float:
        """Where the text ends, in millimetres."""
        left, top = self.pixels(x, y)
        font = self.font(points, style)
        self.pen.text((left, top), text, fill=fill, font=font, anchor=anchor)
        self.truth += text.split()
        return x + self.pen.textlength(text, font) / self.dpi * 25.4

    def prose(self, points: float = 13, style: str = "Serif-Regular", fill: tuple[int, int, int] = BLACK) -> None:
        for number, line in enumerate(PROSE):
            self.write(25, 30 + number * points * 0.55, line, points, style, fill)

    def scanned(self) -> RawPage:
        """A little soft, a little noisy."""
        soft = cv2.GaussianBlur(np.asarray(self.image, np.float32) * 0.97, (0, 0), 0.65)
        soft = soft + _grain(soft.shape)
        memory = io.BytesIO()
        Image.fromarray(np.clip(soft, 0, 255).astype(np.uint8)).save(memory, "JPEG", quality=90, dpi=(self.dpi,) * 2)
        return RawPage(memory.getvalue(), "image/jpeg", self.dpi, "giấy.jpg", 0)

    def read(self) -> ReadPage:
        return read_page(self.scanned())

    def missed(self, text: str) -> list[str]:
        """The words that stand on the sheet and were not read."""
        return list((Counter(map(_bare, self.truth)) - Counter(map(_bare, text.split()))).elements())


@lru_cache(maxsize=2)  # drawing it costs as much as reading the page
def _grain(shape: tuple[int, ...]) -> npt.NDArray[np.float32]:
    """A scanner's noise, the same for every page of that size."""
    return 4 * np.random.default_rng(3).standard_normal(shape, np.float32)


def _bare(word: str) -> str:
    return word.strip(".,;:…-")


def by_tesseract_alone(page: RawPage, folder: Path) -> str:
    picture = folder / "giấy.jpg"
    picture.write_bytes(page.data)
    return subprocess.run(
        ["tesseract", picture, "-", "-l", "vie"], capture_output=True, check=True, encoding="utf-8"
    ).stdout


def small_print() -> Sheet:
    sheet = Sheet(200)
    sheet.prose(9)
    return sheet


def bold_print() -> Sheet:
    sheet = Sheet(300)
    sheet.prose(12, "Serif-BoldItalic")
    return sheet


def a_table() -> Sheet:
    sheet = Sheet(200)
    columns = (20, 32, 90, 120, 185)
    for row in range(16):
        top = 30 + 7 * row
        cells = (str(row + 1), f"Nguyễn Thị Hường {row + 10}", str(1950 + row), "Xóm Trung Tiến, xã Yên Thành")
        for left, text in zip(columns, cells, strict=False):
            sheet.write(left + 1.2, top + 1, text, 11)
        sheet.pen.line(sheet.pixels(20, top, 185, top), fill=BLACK, width=2)
    for left in columns:
        sheet.pen.line(sheet.pixels(left, 30, left, 30 + 7 * 15), fill=BLACK, width=2)
    return sheet


def stamped_print() -> Sheet:
    sheet = Sheet(200)
    sheet.prose()
    picture = np.asarray(sheet.image, np.float32)
    seal = np.zeros(picture.shape[:2], np.float32)
    cv2.circle(seal, (700, 400), 140, 0.75, 10, cv2.LINE_AA)
    cv2.circle(seal, (700, 400), 60, 0.75, -1, cv2.LINE_AA)
    ink = np.array((200, 30, 45), np.float32) * (picture / 255)
    sheet.image = Image.fromarray((picture * (1 - seal[..., None]) + ink * seal[..., None]).astype(np.uint8))
    return sheet


def a_letter() -> Sheet:
    sheet = Sheet(200)
    head = (
        (55, 18, "ỦY BAN NHÂN DÂN", "Serif-Regular"),
        (55, 24, "XÃ DIỄN CHÂU", "Serif-Bold"),
        (55, 33, "Số: 12/UBND-VP", "Serif-Regular"),
        (140, 18, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Serif-Bold"),
        (140, 24, "Độc lập - Tự do - Hạnh phúc", "Serif-Bold"),
        (140, 33, "Diễn Châu, ngày 24 tháng 11 năm 2026", "Serif-Italic"),
    )
    for x, y, text, style in head:
        sheet.write(x, y, text, 12, style, anchor="ma")
    for number, line in enumerate(PROSE):
        sheet.write(25, 50 + 7 * number, line)
    sheet.write(25, 110, "Nơi nhận:", 12, "Serif-BoldItalic")
    sheet.write(25, 116, "- Như trên;", 11)
    sheet.write(25, 121, "- Lưu: VT.", 11)
    sheet.write(145, 110, "TM. ỦY BAN NHÂN DÂN", 13, "Serif-Bold", anchor="ma")
    sheet.write(145, 116, "CHỦ TỊCH", 13, "Serif-Bold", anchor="ma")
    sheet.write(145, 145, "Hoàng Đình Thưởng", 13, "Serif-Bold", anchor="ma")
    return sheet


def a_faint_copy() -> Sheet:
    sheet = Sheet(200)
    sheet.prose(fill=(185, 185, 190))
    return sheet


def low_resolution() -> Sheet:
    sheet = Sheet(100)
    sheet.prose()
    return sheet


@pytest.mark.parametrize(
    "drawn", [small_print, bold_print, a_table, stamped_print, a_letter, a_faint_copy, low_resolution]
)
def test_no_clean_page_is_read_worse_than_by_tesseract_alone(drawn: Callable[[], Sheet], tmp_path: Path) -> None:
    sheet = drawn()
    page = sheet.scanned()
    ours, alone = sheet.missed(read_page(page).text), sheet.missed(by_tesseract_alone(page, tmp_path))
    assert len(ours) <= len(alone), f"missed {ours}; Tesseract alone {alone}"


def test_hooks_and_tildes_of_small_print_are_read() -> None:
    sheet = small_print()
    missed = sheet.missed(sheet.read().text)
    assert len(missed) <= 4, missed  # of 105


@pytest.mark.parametrize("dots", [".", "…", ". ", "-", "- "])
def test_dots_and_dashes_to_write_on_are_no_words(dots: str) -> None:
    sheet = Sheet(200)
    labels = ("Họ, chữ đệm, tên", "Ngày, tháng, năm sinh", "Dân tộc", "Nơi cư trú", "Giấy tờ tùy thân", "Nghề nghiệp")
    for number, label in enumerate(labels * 2):
        end = sheet.write(25, 30 + 9 * number, label + ":")
        length = sheet.pen.textlength(dots, sheet.font(13, "Serif-Regular")) / sheet.dpi * 25.4
        sheet.pen.text(
            sheet.pixels(end + 2, 30 + 9 * number),
            dots * int((183 - end) / length),
            BLACK,
            sheet.font(13, "Serif-Regular"),
        )
    read = sheet.read()
    assert not sheet.missed(read.text)
    assert len(read.words) == len(sheet.truth), [word.text for word in read.words]
    assert read.text.count(":") == len(labels * 2), "colons stay"


def test_what_is_written_on_dots_is_read() -> None:
    sheet = Sheet(200)
    for number, name in enumerate(("Hoàng Đình Thưởng", "Nguyễn Thị Hường", "xã Yên Thành", "phường Vinh Phú") * 3):
        end = sheet.write(25, 30 + 9 * number, "Kính gửi:")
        sheet.pen.text(sheet.pixels(end + 2, 30 + 9 * number), "." * 130, BLACK, sheet.font(13, "Serif-Regular"))
        sheet.write(end + 20, 29.2 + 9 * number, name, 13, "Sans-Regular")
    missed = sheet.missed(sheet.read().text)
    assert len(missed) <= 2, missed


def test_full_stops_decimal_points_and_ellipses_stay() -> None:
    sheet = Sheet(200)
    for number, line in enumerate(
        ("Số tiền: 1.250.000.000 đồng.", "Hồ sơ gồm: đơn, bản sao, ảnh...", "Mục 1.2.3.4. Lệ phí.")
    ):
        sheet.write(25, 30 + 9 * number, line)
    sheet.write(25, 70, PROSE[0])
    text = sheet.read().text
    assert "1.250.000.000" in text and "1.2.3.4." in text and "ảnh..." in text.replace("…", "...")


def test_the_head_of_a_letter_is_read_as_two_columns() -> None:
    read = a_letter().read()
    lines = [line for line in read.text.splitlines() if line]
    assert lines[:3] == ["ỦY BAN NHÂN DÂN", "XÃ DIỄN CHÂU", "Số: 12/UBND-VP"]
    assert lines[3:5] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert lines[lines.index("CHỦ TỊCH") - 1] == "TM. ỦY BAN NHÂN DÂN"
    assert [word.text for word in read.words] == read.text.split()


def test_a_label_and_its_value_far_to_the_right_stay_one_line() -> None:
    sheet = Sheet(200)
    rows = (("Họ và tên:", "Hoàng Đình Thưởng"), ("Năm sinh:", "1968"), ("Nơi cư trú:", "Xóm 3, xã Diễn Châu"))
    for number, (label, value) in enumerate(rows * 3):
        sheet.write(25, 30 + 9 * number, label)
        sheet.write(110, 30 + 9 * number, value)
    lines = [line for line in sheet.read().text.splitlines() if line]
    assert lines == [f"{label} {value}" for label, value in rows * 3]


@pytest.mark.parametrize("ground", [(10, 10, 10), (20, 40, 90), (120, 15, 20), (90, 90, 90)])
def test_white_titles_on_dark_ground_are_read(ground: tuple[int, int, int]) -> None:
    sheet = Sheet(200)
    for number, title in enumerate(("PHIẾU HẸN TRẢ KẾT QUẢ", "A. THÔNG TIN NGƯỜI NỘP HỒ SƠ")):
        sheet.pen.rectangle(sheet.pixels(20, 30 + 30 * number, 190, 39 + 30 * number), fill=ground)
        sheet.write(25, 32 + 30 * number, title, 13, "Sans-Bold", (255, 255, 255))
        sheet.write(25, 45 + 30 * number, PROSE[number])
    missed = sheet.missed(sheet.read().text)
    assert not missed, missed


@pytest.mark.parametrize("colour", [(200, 30, 45), (220, 70, 70), (90, 130, 220), (230, 110, 30), (150, 150, 150)])
def test_print_in_pale_colours_is_read(colour: tuple[int, int, int]) -> None:
    sheet = Sheet(200)
    sheet.prose(12, fill=colour)
    sheet.write(25, 100, "Dòng chữ màu đen ở dưới.")
    missed = sheet.missed(sheet.read().text)
    assert len(missed) <= 1, missed

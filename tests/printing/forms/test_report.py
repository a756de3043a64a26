"""Reports on paper, read back by another library than the one that wrote them."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from datetime import date, datetime

import pikepdf
import pypdfium2 as pdfium
import pytest

from counter_app.dossier.clock import VIETNAM
from counter_app.tables import Column, Kind, Row, Table
from printing.forms.report import report
from printing.layout.heads import Letterhead
from printing.layout.sheets import RIGHT, TOP

ON = date(2026, 2, 5)
NARROW = (Column("TT", Kind.ORDINAL, 5), Column("Nội dung", width=40), Column("Số hồ sơ", Kind.NUMBER, 12))
WIDE = (
    Column("TT", Kind.ORDINAL, 6, number="(1)"),
    Column("Họ tên chủ hồ sơ", width=40, number="(2)"),
    Column("Nhận hồ sơ", Kind.MOMENT, 13, ("Ngày, tháng, năm",), "(3)"),
    Column("Hẹn trả", Kind.DATE, 13, ("Ngày, tháng, năm",), "(4)"),
    Column("Số tiền", Kind.MONEY, 20, number="(5)"),
    Column("Ghi chú", width=100, number="(6)"),
)


class Lines:
    """Rows made when they are asked for, as a book reads them from the store."""

    def __init__(self, count: int, note: str = "") -> None:
        self._count = count
        self._note = note

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        at = datetime(2026, 2, 5, 9, 5, tzinfo=VIETNAM)
        for number in range(1, self._count + 1):
            name = f"Đặng Thị Hường {number}" + " Khuếch Trương" * (number % 5)
            yield (number, name, at, ON, 1_000 * number, self._note)


def wide(count: int, note: str = "") -> Table:
    return Table(
        "SỔ THEO DÕI HỒ SƠ",
        WIDE,
        Lines(count, note),
        ("Lĩnh vực: Hộ tịch",),
        (None, "Tổng cộng", None, None, 1_234_567, None),
        ("Ghi chú cuối bảng.",),
        ("Thiếu số biên lai: 7.",),
        form="Mẫu số 07 – Thông tư số 03/2025/TT-VPCP",
    )


def pages(pdf: bytes) -> list[str]:
    return [
        re.sub(r"\s+", " ", unicodedata.normalize("NFC", page.get_textpage().get_text_range()))
        for page in pdfium.PdfDocument(pdf)
    ]


def test_a_short_report_stands_on_one_portrait_page(letterhead: Letterhead) -> None:
    table = Table("BÁO CÁO", NARROW, ((1, "Hộ tịch", 1_234), (2, "Đất đai", 0)), ("Kỳ: Năm 2026",))
    pdf = report(table, letterhead, ON)
    (page,) = pages(pdf)
    for expected in (
        "ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Sao Mai, ngày 05 tháng 02 năm 2026",
        "BÁO CÁO",
        "Kỳ: Năm 2026",
        "Hộ tịch",
        "1.234",
        "NGƯỜI LẬP BIỂU",
        "THỦ TRƯỞNG ĐƠN VỊ",
    ):
        assert expected in page
    width, height = pdfium.PdfDocument(pdf)[0].get_size()
    assert width < height


def test_a_book_has_every_line_and_its_heads_and_number_on_each_landscape_page(letterhead: Letterhead) -> None:
    pdf = report(wide(400), letterhead, ON)
    found = pages(pdf)
    assert len(found) > 8
    whole = " ".join(found)
    for number in range(1, 401):
        assert f"Đặng Thị Hường {number}" + " Khuếch Trương" * (number % 5) in whole
        assert f"{number * 1_000:,}".replace(",", ".") in whole
    for page in found[:-1]:
        assert page.count("Ngày, tháng, năm") == page.count("Nhận hồ sơ") == page.count("(6)") == 1
    for number, page in enumerate(pdfium.PdfDocument(pdf), start=1):
        width, height = page.get_size()
        assert width > height
        above = page.get_textpage().get_text_bounded(bottom=height - TOP + 1).strip()
        assert above == (str(number) if number > 1 else "")
    last = found[-1]
    for expected in ("Ghi chú cuối bảng.", "Thiếu số biên lai: 7.", "NGƯỜI LẬP BIỂU"):
        assert expected in last
    assert whole.count("1.234.567") == 1


@pytest.mark.parametrize("note", ["Chữ " * 400, "KhôngCóDấuCách" * 40, "Dài " * 5_000])
def test_nothing_is_cut_off_however_long_it_is(letterhead: Letterhead, note: str) -> None:
    pdf = report(wide(2, note), letterhead, ON)
    text = "".join("".join(pages(pdf)).split())
    word = note.split()[0]
    expected = 2 * note.count(word)
    heads = wide(0).title
    assert text.count(word if len(word) < 10 else "KhôngCó") >= expected * (1 if len(word) < 10 else 39)
    assert heads.replace(" ", "") in text
    for page in pdfium.PdfDocument(pdf):
        width, height = page.get_size()
        drawn = page.get_textpage()
        for index in range(drawn.count_rects()):
            left, bottom, right, top = drawn.get_rect(index)
            assert left >= TOP - 1
            assert right <= width - RIGHT + 1
            assert bottom >= RIGHT - 3
            assert top <= height - TOP + 3 or abs((left + right) / 2 - width / 2) < 10  # the page's number


def test_an_empty_report_has_its_heads(letterhead: Letterhead) -> None:
    (page,) = pages(report(Table("TRỐNG", NARROW, ()), letterhead, ON))
    assert "Nội dung" in page


def test_a_list_nobody_signs_has_no_signatures(letterhead: Letterhead) -> None:
    (page,) = pages(report(Table("DANH SÁCH", NARROW, ((1, "a", 2),)), letterhead, ON, signers=()))
    assert "THỦ TRƯỞNG" not in page


def test_what_people_wrote_is_no_markup(letterhead: Letterhead) -> None:
    rows: tuple[Row, ...] = ((1, "Nộp <b>gấp</b> & trả", 1), (2, "<b>" + "rất dài & " * 20 + "</b>", 1))
    (page,) = pages(report(Table("<i>BÁO</i> CÁO", NARROW, rows), letterhead, ON))
    assert "Nộp <b>gấp</b> & trả" in page
    assert "<b>rất dài &" in page
    assert "<i>BÁO</i> CÁO" in page


def test_decomposed_letters_are_composed_and_every_font_is_embedded(letterhead: Letterhead) -> None:
    rows: tuple[Row, ...] = ((1, unicodedata.normalize("NFD", "Đặng Thị Hường"), 1),)
    pdf = report(Table("BÁO CÁO", NARROW, rows, total=(None, "Tổng", 1)), letterhead, ON)
    assert "Đặng Thị Hường" in pdfium.PdfDocument(pdf)[0].get_textpage().get_text_range()
    document = pikepdf.open(io.BytesIO(pdf))
    fonts = [font for page in document.pages for font in page.Resources.Font.values()]
    drawn = [font for font in fonts if font.Subtype != "/Type1"]
    assert drawn
    assert all("/FontFile2" in font.FontDescriptor for font in drawn)

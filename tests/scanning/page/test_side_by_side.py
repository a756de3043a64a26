"""Two pages on one picture become two; a wide form stays one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from counter_app.bench.form_pages import filled_form
from counter_app.bench.layouts.kinds import layout
from counter_app.bench.layouts.spreads import ONE_SHEET, SPREADS
from counter_app.demo.wear import encoded_jpeg, wear
from counter_app.dossier.pages import PageReading, Treatment, Word
from scanning.fields.papers import fields_of, papers_of
from scanning.fields.sides import are_two_forms
from scanning.page.read_page import read_page, read_pages
from scanning.page.side_by_side import gutter
from scanning.page.straighten import MEASURE_DPI, find_letters
from scanning.pages import RawPage
from scanning.picture import Picture
from tests.scanning.fields.written_pages import BIRTH

Typeset = Callable[..., Picture]
NOTIFICATION = """GIẤY CHỨNG SINH
Họ và tên mẹ: TRẦN THỊ THỬ
Năm sinh: 1990
Nơi thường trú: Xóm 3, xã Nghi Lộc, tỉnh Nghệ An
Số con trong lần sinh này: 1
Giới tính của con: Nam
Cân nặng: 3100 g"""


def booklet(typeset_page: Typeset, papers: dict[str, str], turned: int = 0) -> RawPage:
    """Two papers on one sheet of A3, scanned at 200 dpi."""
    spread = np.hstack([typeset_page(papers[name], 200) for name in ("birth", "land")])
    return RawPage(encoded_jpeg(wear(spread, 3, skew=0.6, turned=turned), 200), "image/jpeg", 200, "sổ.jpg", 0)


@pytest.mark.parametrize("turned", [0, 90])
def test_an_open_booklet_is_read_as_two_pages(typeset_page: Typeset, papers: dict[str, str], turned: int) -> None:
    left, right = read_pages(booklet(typeset_page, papers, turned))
    assert (left.side, right.side) == (1, 2)
    assert left.rotation == right.rotation == turned
    assert "TỜ KHAI ĐĂNG KÝ KHAI SINH" in left.text and "BIẾN ĐỘNG" not in left.text
    assert "ĐƠN ĐĂNG KÝ BIẾN ĐỘNG" in right.text and "KHAI SINH" not in right.text


def test_the_clerk_can_have_it_as_one_page(typeset_page: Typeset, papers: dict[str, str]) -> None:
    (page,) = read_pages(replace(booklet(typeset_page, papers), treatment=Treatment(side=0)))
    assert page.side == 0 and page.width > 1.3 * page.height
    assert "KHAI SINH" in page.text and "BIẾN ĐỘNG" in page.text


def test_a_page_that_lies_across_is_one_page(typeset_page: Typeset) -> None:
    line = "Thửa đất số 87, tờ bản đồ số 21, diện tích 320 m², xã Yên Thành, tỉnh Nghệ An"
    wide = np.full((2480, 3508, 3), 255, np.uint8)
    wide[200:1600, 600:3000] = typeset_page("\n".join(f"{n}. {line}" for n in range(1, 16)))[200:1600, 80:2480]
    assert len(read_pages(RawPage(encoded_jpeg(wide, 300), "image/jpeg", 300, "sổ theo dõi", 0))) == 1


@pytest.mark.parametrize("name", ONE_SHEET)
def test_lists_columns_and_leaflets_across_stay_one_page(name: str) -> None:
    for seed, dpi in ((1, 200), (2, 150), (3, 300)):
        assert gutter(grey_of(name, seed, dpi), dpi) is None


@pytest.mark.parametrize("name", SPREADS)
def test_books_and_folded_sheets_are_two_pages(name: str) -> None:
    for seed, dpi in ((1, 200), (2, 150), (3, 300)):
        sheet = grey_of(name, seed, dpi)
        column = gutter(sheet, dpi)
        assert column is not None
        assert abs(column / sheet.shape[1] - 0.5) < 0.03


@pytest.mark.parametrize("name", ["book", "chapter ends"])
def test_a_speck_beside_a_page_number_leaves_it_a_page_number(name: str) -> None:
    for seed in (20262, 7):
        sheet = grey_of(name, seed, 200)
        letters = find_letters(sheet[-240:], 200).boxes
        assert len(letters), "the page numbers"
        middle = sheet.shape[0] - 240 + int((letters[0, 1] + letters[0, 3] / 2) * 200 / MEASURE_DPI)
        for column in (300, 1700):
            sheet[middle - 2 : middle + 3, column : column + 5] = 40
        assert gutter(sheet, 200) is not None


def test_a_list_with_an_empty_middle_is_read_as_one_page() -> None:
    worn = wear(layout("four columns", 4, 200), 4, skew=0.7)
    assert len(read_pages(RawPage(encoded_jpeg(worn, 200), "image/jpeg", 200, "danh sách.jpg", 0))) == 1


def grey_of(name: str, seed: int, dpi: int) -> Picture:
    """The sheet as it is after cleaning."""
    return np.ascontiguousarray(layout(name, seed, dpi)[:, :, 0])


@pytest.mark.slow
def test_two_forms_printed_side_by_side_on_one_sheet_are_two_pages_and_neither_has_the_others_words() -> None:
    """As offices print them to save paper: half as large, with margins too small for a picture to tell."""
    kinds = ("marital_status_declaration", "death_registration_declaration")
    drawn = [filled_form(kind, np.random.default_rng((number, 11282319))) for number, kind in enumerate(kinds)]
    halves = [Image.open(BytesIO(form.jpeg)).convert("RGB").resize((1169, 1654)) for form in drawn]
    sheet = np.hstack([np.asarray(half) for half in halves])
    pages = read_pages(RawPage(encoded_jpeg(sheet, 200), "image/jpeg", 200, "hai tờ khai.jpg", 0))
    assert [page.side for page in pages] == [1, 2]
    for form, paper in zip(drawn, papers_of(pages), strict=True):
        fields = fields_of(paper, pages)
        assert paper.known_as.paper == form.paper
        assert not [field.name for field in fields if field.sure and form.truth.get(field.name) != field.value]
        assert sum(form.truth.get(field.name) == field.value for field in fields) >= 6, "small print, and read"
        (other,) = (one for one in drawn if one is not form)
        assert not [field for field in fields if other.truth["requester.name"] in field.value]


def test_two_forms_of_two_components_one_under_the_other_are_two_pages_and_the_clerk_can_have_them_as_one(
    typeset_page: Typeset,
) -> None:
    header = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    text = f"{header}{BIRTH}\n\n{header}{NOTIFICATION}"
    drawn = RawPage(encoded_jpeg(wear(typeset_page(text, 200), 3, skew=1.5), 200), "image/jpeg", 200, "hai mẫu.jpg", 0)
    pages = read_pages(drawn)
    assert [page.side for page in pages] == [3, 4]
    assert [page.document_type for page in pages] == ["birth_registration_declaration", "birth_notification"]
    assert "LÊ VĂN MẪU" in pages[0].text and "LÊ VĂN MẪU" not in pages[1].text
    assert "3100" in pages[1].text and "3100" not in pages[0].text
    again = read_page(replace(drawn, treatment=Treatment(side=4)))
    assert again.text == pages[1].text, "read anew it is the same part of the sheet"
    assert len(read_pages(replace(drawn, treatment=Treatment(side=0)))) == 1


def test_a_letter_with_one_header_across_a_wide_sheet_is_no_two_forms() -> None:
    header = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
    assert not are_two_forms(wide(("ỦY BAN NHÂN DÂN XÃ NGHI LỘC", header)))
    assert are_two_forms(wide((header, header)))
    assert not are_two_forms(wide((header, header), *[("một dòng chữ dài " * 8, "")] * 4))


def wide(*lines: tuple[str, str]) -> PageReading:
    """A page of A4 that lies across, with what stands on its lines at the left and at the right."""
    words = [
        Word(word, 96.0, (left + 22 * sum(map(len, before)) + 10 * len(before), 100 + 60 * at, 22 * len(word), 30))
        for at, sides in enumerate(lines)
        for left, text in zip((100, 1270), sides, strict=True)
        for number, word in enumerate(text.split())
        for before in [text.split()[:number]]
    ]
    return PageReading(2338, 1654, 200, 0, 0.0, False, 0, False, tuple(words), "", 96.0, (), "unknown")

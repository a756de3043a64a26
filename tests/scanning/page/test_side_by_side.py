"""Two pages on one picture become two; a wide form stays one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from counter_app.bench.layouts.kinds import layout
from counter_app.bench.layouts.spreads import ONE_SHEET, SPREADS
from counter_app.demo.wear import encoded_jpeg, wear
from counter_app.dossier.pages import Treatment
from scanning.page.read_page import read_pages
from scanning.page.side_by_side import gutter
from scanning.page.straighten import MEASURE_DPI, find_letters
from scanning.pages import RawPage
from scanning.picture import Picture

Typeset = Callable[..., Picture]


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

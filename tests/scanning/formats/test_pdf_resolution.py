"""A page is drawn as finely as its pictures are and its letters need, whatever the PDF says about its size."""

from __future__ import annotations

import pytest
from pikepdf import Array

from scanning.errors import PageTooLarge
from scanning.page.decode import decode
from scanning.pages import RawPage
from scanning.picture import DecodedPage
from scanning.sources.opening import pages_in
from tests.scanning.pdf_papers import (
    A4,
    draft,
    drawn,
    grey_sheet,
    jpeg_of,
    layered_scan,
    line,
    only,
    picture_of,
    scan_in_strips,
    scan_of,
)


def has_pixels(page: DecodedPage, width: int, height: int) -> bool:
    """As many as asked for, but for rounding and what is finer than is ever read."""
    rows, columns = page.picture.shape[:2]
    return columns >= 0.99 * width and rows >= 0.99 * height


@pytest.mark.parametrize("pixels", [(2480, 3508), (3024, 4032), (1240, 1754)])
@pytest.mark.parametrize("more", ["", "0 0 0 rg 100 100 400 40 re f"], ids=["the jpeg alone", "marked"])
def test_one_point_a_pixel_is_a_sheet_of_a4(pixels: tuple[int, int], more: str) -> None:
    page = drawn(scan_of(grey_sheet(pixels), pixels, more))
    assert min(page.picture.shape[:2]) <= 3100
    assert has_pixels(page, min(pixels[0], 2400), min(pixels[1], 3200))
    assert 140 <= page.dpi <= 310


def test_the_jpeg_of_a_telephone_is_handed_on_as_it_is() -> None:
    page = only(scan_of(grey_sheet((2480, 3508)), (2480, 3508)))
    assert (page.media_type, page.dpi) == ("image/jpeg", None)


@pytest.mark.parametrize("more", ["", "1 0 0 rg 10 10 20 20 re f"])
def test_a_scan_on_a_page_like_a_visiting_card_keeps_its_pixels(more: str) -> None:
    page = drawn(scan_of(grey_sheet((1654, 2339)), (150, 212), more))
    assert has_pixels(page, 1654, 2339)
    assert 180 <= page.dpi <= 220


@pytest.mark.parametrize("unit", [10.0, 0.1])
@pytest.mark.parametrize("more", ["", "1 0 0 rg 1 1 2 2 re f"])
def test_the_length_of_the_pages_unit_counts(unit: float, more: str) -> None:
    page = drawn(scan_of(grey_sheet((1654, 2339)), (595 / unit, 842 / unit), more, UserUnit=unit))
    assert abs(page.dpi - 200) <= 2
    assert has_pixels(page, 1654, 2339)


@pytest.mark.parametrize("pixels", [(1654, 1170), (827, 2339), (1654, 780)])
def test_a_stretched_picture_keeps_the_pixels_of_both_axes_and_the_pages_shape(pixels: tuple[int, int]) -> None:
    page = drawn(scan_of(grey_sheet(pixels)))
    assert has_pixels(page, *pixels)
    rows, columns = page.picture.shape[:2]
    assert abs(rows / columns - A4[1] / A4[0]) < 0.01


def test_a_picture_that_lies_turned_counts_by_its_own_axes() -> None:
    made = draft().add_page("q 0 842 -595 0 595 0 cm /Scan Do Q")
    made.put("Scan", picture_of(made.document, jpeg_of(grey_sheet((2339, 1654))), (2339, 1654)))
    page = drawn(made)
    assert abs(page.dpi - 200) <= 2
    assert has_pixels(page, 1654, 2339)


@pytest.mark.parametrize("made", [layered_scan, scan_in_strips])
def test_a_scan_in_several_pictures_is_drawn_as_finely_as_the_finest(made: object) -> None:
    page = drawn(made())  # type: ignore[operator]
    assert page.dpi == 288
    assert has_pixels(page, 600, 800)
    assert page.own is None


def test_a_fine_logo_does_not_make_a_page_finer() -> None:
    made = draft().add_page("q 40 0 0 40 60 700 cm /Logo Do Q " + line("GIAY MOI HOP THU NGHIEM"))
    made.put("Logo", picture_of(made.document, jpeg_of(grey_sheet((1200, 1200))), (1200, 1200)))
    assert drawn(made).dpi == 300


def test_a_coarse_picture_is_drawn_so_that_a_mark_over_it_can_be_read() -> None:
    made = scan_of(grey_sheet((496, 702)))
    assert drawn(made).dpi == 120, "60 dpi, doubled"
    made.annotate("Stamp", (60, 60, 300, 100), line("DA THU PHI", 5, 5))
    assert drawn(made).dpi == 240


@pytest.mark.parametrize(("size", "least"), [((2384, 3370), 150), ((14_400, 7200), 40), ((200, 14_400), 90)])
def test_a_large_plan_is_drawn_as_finely_as_there_is_room(size: tuple[int, int], least: int) -> None:
    made = draft(size).add_page(line("BAN VE MAT BANG TONG THE MAU THU", 20, 200, size[0] // 30))
    page = drawn(made)
    assert page.dpi >= least
    assert page.picture.shape[0] * page.picture.shape[1] <= 51_000_000
    assert page.own is not None
    assert page.own[1] == "BAN VE MAT BANG TONG THE MAU THU"


def test_a_plan_that_would_show_nothing_is_refused_by_its_size() -> None:
    made = draft((14_400, 14_400)).add_page(line("KM"), UserUnit=100)
    with pytest.raises(PageTooLarge) as error:
        decode(only(made))
    assert "508 × 508" in error.value.sentence("en")


@pytest.mark.parametrize("unit", [0, -1, 10.0**9, Array([])])
def test_a_unit_that_is_none_is_passed_over(unit: object) -> None:
    assert drawn(draft().add_page(line("TO KHAI"), UserUnit=unit)).dpi == 300


@pytest.mark.parametrize("box", [[0, 0, 0, 0], [595, 842, 0, 0], [], [1, 2], [0, 0, 0.0001, 0.0001]])
def test_a_page_without_a_size_is_drawn_or_named(box: list[float]) -> None:
    made = draft().add_page(line("TO KHAI CO KHO GIAY LA"))
    made.page.obj.MediaBox = Array(box)
    results = list(pages_in(made.add_page(line("TRANG HAI")).data(), "giấy.pdf"))
    assert len(results) == 2
    assert isinstance(results[1], RawPage)
    assert isinstance(results[0], RawPage)
    assert min(decode(results[0]).picture.shape[:2]) > 100

"""The slip in its four sizes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pypdfium2 as pdfium
import pytest
from reportlab.lib.units import mm

from counter_app.dossier.life import DueCause, DueChange
from counter_app.dossier.model import Dossier, Term
from counter_app.dossier.subjects import ActAt
from printing.errors import CannotFit, OfficeIncomplete
from printing.forms.context import FormContext
from printing.forms.slip import SIZES, slip
from printing.layout.heads import Letterhead
from tests.printing.reading import (
    assert_fonts_embedded,
    assert_inside_margins,
    assert_no_overlaps,
    codes,
    letters,
    pages,
)

WIDTHS = {"80mm": 80, "58mm": 58, "A6": 105, "A5": 148}
SIDES = {"80mm": 4, "58mm": 5, "A6": 8, "A5": 10}


@pytest.mark.parametrize("size", SIZES)
def test_each_size_says_when_to_come_and_nothing_personal_but_the_name(
    size: str, dossier: Dossier, context: Callable[..., FormContext], letterhead: Letterhead
) -> None:
    office = replace(letterhead, opening_hours="Thứ Hai đến thứ Sáu: 07:00–11:30, 13:30–17:00")
    pdf = slip(context(dossier, size=size, office=office))
    (page,) = pages(pdf)
    for expected in (
        "ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI",
        "PHIẾU HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ: H41.99-260205-0001",
        "Họ và tên: Đặng Thị Hường",
        "Thủ tục: Đăng ký thành lập hộ kinh doanh",
        "Nhận lúc: 09 giờ 05 phút, ngày 05/02/2026",
        "Hẹn trả kết quả: 09 giờ 05 phút, ngày 10/02/2026",
        "Mang theo phiếu này",
        office.address,
        "0238 000 0000 – Thứ Hai đến thứ Sáu: 07:00–11:30, 13:30–17:00",
    ):
        assert expected in page
    for personal in ("040190001234", "Xóm 3", "0912000123", "huong@example.vn"):
        assert personal not in page
    assert codes(pdf) == [[dossier.look_up_token]]
    width, _ = pdfium.PdfDocument(pdf)[0].get_size()
    assert width == pytest.approx(WIDTHS[size] * mm, abs=1)
    assert_inside_margins(pdf, SIDES[size] * mm, 2 * mm, SIDES[size] * mm, 2 * mm)
    assert_no_overlaps(pdf)
    assert_fonts_embedded(pdf)


def test_a_slip_of_no_size_is_80_mm_wide(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    assert pages(slip(context(dossier))) == pages(slip(context(dossier, size="80mm")))


def test_what_is_due_the_same_day_is_there_before_the_office_closes(
    dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    """“Sau 17 giờ” sent people to a door that closes at 17."""
    today = dossier.received_at.replace(hour=17, minute=0)
    (page,) = pages(slip(context(dossier.model_copy(update={"term": Term(unit="same_day"), "due_at": today}))))
    assert "Hẹn trả kết quả: Trước 17 giờ 00 phút, ngày 05/02/2026" in page and "sau" not in page


def test_a_slip_on_a5_fills_its_sheet(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    """It was the small slip on a sheet, half of it empty."""
    (page,) = pdfium.PdfDocument(slip(context(dossier, size="A5")))
    found = letters(page)
    height = page.get_size()[1]
    assert max(box.top for box in found) - min(box.bottom for box in found) > 0.75 * height


def test_a_moved_promise_is_told(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    assert dossier.due_at is not None
    at, later = dossier.received_at + timedelta(days=1), dossier.due_at + timedelta(days=2)
    change = DueChange(cause=DueCause.EXTENSION, before=dossier.due_at, after=later, at=at, clerk="Mẫu")
    moved = dossier.model_copy(update={"promised_at": dossier.due_at, "due_at": later, "due_changes": (change,)})
    (page,) = pages(slip(context(moved, about=ActAt(at))))
    assert (
        "Hẹn trả kết quả: 09 giờ 05 phút, ngày 12/02/2026 Thay cho ngày hẹn trả: 09 giờ 05 phút, ngày 10/02/2026."
        in page
    )


@pytest.mark.parametrize("size", SIZES)
def test_a_long_text_makes_a_roll_longer_and_does_not_leave_a_sheet(
    size: str, dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    long = dossier.model_copy(update={"procedure_name": "Đăng ký rất dài " * 240})
    if size in ("A5", "A6"):
        with pytest.raises(CannotFit) as failure:
            slip(context(long, size=size))
        assert "PHIẾU HẸN TRẢ KẾT QUẢ" in failure.value.sentence()
    else:
        (page,) = pages(slip(context(long, size=size)))
        assert page.count("Đăng ký rất dài") == 240
        assert long.code in page and "0238 000 0000" in page


def test_an_endless_text_fits_no_roll(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    with pytest.raises(CannotFit):
        slip(context(dossier.model_copy(update={"procedure_name": "dài " * 40_000})))


def test_an_office_without_an_address_is_told_to_enter_it(
    dossier: Dossier, context: Callable[..., FormContext], letterhead: Letterhead
) -> None:
    with pytest.raises(OfficeIncomplete):
        slip(context(dossier, office=replace(letterhead, address="")))

"""Biên lai: copies of one A5 page, read back from the paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from counter_app.dossier.model import Dossier
from counter_app.dossier.money import copies_of
from counter_app.dossier.states import PayMethod
from counter_app.dossier.subjects import OneReceipt, ReceiptState
from printing.errors import CannotFit
from printing.forms.context import FormContext
from printing.forms.fee_receipt import SHEET, fee_receipt
from printing.layout.heads import Letterhead
from tests.printing.lives import SERIES, lived
from tests.printing.reading import assert_inside_margins, assert_no_overlaps, pages

Occasions = Callable[..., FormContext]
COPIES = ("Lưu tại cơ quan thu", "Giao người nộp", "Lưu nội bộ")


@pytest.fixture
def office(letterhead: Letterhead) -> Letterhead:
    return replace(letterhead, tax_code="2900000001")


@pytest.mark.parametrize("base", ["01/2018/TT-VPCP", "03/2025/TT-VPCP"])
def test_every_copy_says_everything(dossier: Dossier, context: Occasions, office: Letterhead, base: str) -> None:
    pdf = fee_receipt(context(lived(dossier), about=OneReceipt(SERIES, 12), office=office, base=base))
    for number, (page, copy) in enumerate(zip(pages(pdf), COPIES[:2], strict=True), start=1):
        for expected in (
            "Đơn vị thu: Ủy ban nhân dân phường Sao Mai",
            "Mã số thuế: 2900000001",
            "Mẫu số: 01BLP2-001",
            "Ký hiệu: NA-26T",
            "Số: 0000012",
            "BIÊN LAI THU TIỀN PHÍ, LỆ PHÍ",
            f"(Liên {number}: {copy})",
            "Tên loại phí, lệ phí: Lệ phí đăng ký hộ kinh doanh Người nộp: Đặng Thị Hường",
            "Mã hồ sơ: H41.99-260205-0001",
            "Địa chỉ: Xóm 3, xã Nghi Phú, tỉnh Nghệ An",
            "Số tiền: 121.500 đồng",
            "(Viết bằng chữ: Một trăm hai mươi mốt nghìn năm trăm đồng)",
            "P: 0 đồng",
            "LP: 121.500 đồng",
            "Hình thức thanh toán: Tiền mặt",
            "Sao Mai, ngày 05 tháng 02 năm 2026",
            "NGƯỜI NỘP TIỀN",
            "NGƯỜI THU TIỀN",
            "Trần Thị Mẫu",
        ):
            assert expected in page
        assert "HỦY" not in page
    for sheet in pdfium.PdfDocument(pdf):
        width, height = sheet.get_size()
        assert (round(width / 72 * 25.4), round(height / 72 * 25.4)) == (210, 148)


def test_a_receipt_has_as_many_copies_as_its_form_says(dossier: Dossier, context: Occasions) -> None:
    """Three were printed of 01BLP2, a form of two."""
    assert [copies_of(form) for form in ("01BLP2-001", "01BLP3-001", "PT", "01BLP1-001")] == [2, 3, 2, 2]
    found = pages(fee_receipt(context(lived(dossier), about=OneReceipt(SERIES, 12), copies=4)))
    names = [*COPIES, ""]
    for number, (page, name) in enumerate(zip(found, names, strict=True), start=1):
        assert (f"(Liên {number}: {name})" if name else f"(Liên {number})") in page


def test_a_fee_is_no_charge_and_one_number_is_not_the_beginning_of_another(
    dossier: Dossier, context: Occasions
) -> None:
    page = pages(fee_receipt(context(lived(dossier), about=OneReceipt(SERIES, 123))))[0]
    for expected in (
        "Số: 0000123",
        "Tên loại phí, lệ phí: Phí cung cấp thông tin Người nộp",
        "P: 20.000 đồng",
        "LP: 0 đồng",
        "Hình thức thanh toán: Chuyển khoản",
        "Mã số thuế: …",
    ):
        assert expected in page


def with_receipt(dossier: Dossier, **changes: object) -> Dossier:
    whole = lived(dossier)
    return whole.model_copy(update={"fee_receipts": (whole.fee_receipts[0].model_copy(update=changes),)})


def test_a_cancelled_receipt_is_crossed_out_and_says_why(dossier: Dossier, context: Occasions) -> None:
    cancelled = with_receipt(dossier, cancelled="Ghi sai tên người nộp tiền.")
    pdf = fee_receipt(context(cancelled, about=OneReceipt(SERIES, 12, ReceiptState.CANCELLED)))
    for page in pages(pdf):
        assert "ĐÃ HỦY Lý do hủy: Ghi sai tên người nộp tiền." in page
        assert "121.500 đồng" in page and "0000012" in page
    valid = fee_receipt(context(lived(dossier), about=OneReceipt(SERIES, 12)))
    assert [len(diagonals(item)) for item in (pdf, valid)] == [2, 0]


def diagonals(pdf: bytes) -> list[tuple[float, ...]]:
    """The boxes of the lines on the first page that go across all of it."""
    page = pdfium.PdfDocument(pdf)[0]
    width, height = SHEET.printable_size
    paths = [get_object.get_bounds() for get_object in page.get_objects([pdfium.raw.FPDF_PAGEOBJ_PATH])]
    return [
        (left, bottom, right, top)
        for left, bottom, right, top in paths
        if right - left >= width - 1 and top - bottom >= height - 1
    ]


def test_money_given_back_is_told(dossier: Dossier, context: Occasions) -> None:
    refunded = with_receipt(dossier, refunded_at=lived(dossier).received_at.replace(day=7), method=PayMethod.ONLINE)
    page = pages(fee_receipt(context(refunded, about=OneReceipt(SERIES, 12, ReceiptState.REFUNDED))))[0]
    assert "ĐÃ HOÀN PHÍ ngày 07 tháng 02 năm 2026" in page
    assert "Hình thức thanh toán: Thanh toán trực tuyến" in page


def test_long_names_make_the_letters_smaller_and_stay_on_one_page(dossier: Dossier, context: Occasions) -> None:
    name, street = "Nguyễn Thị " + "Khuếch Trương " * 13, "Xóm Dài " * 24
    long = with_receipt(dossier, payer=name.strip(), cancelled="Ghi sai. " * 12)
    long = long.model_copy(update={"owner": long.owner.model_copy(update={"address": street.strip()})})
    pdf = fee_receipt(context(long, about=OneReceipt(SERIES, 12)))
    assert len(pages(pdf)) == 2
    for page in pages(pdf):
        assert f"Người nộp: {name.strip()}" in page
        assert f"Địa chỉ: {street.strip()}" in page
        assert page.count("Ghi sai.") == 12
    assert_inside_margins(pdf, SHEET.left, SHEET.bottom, SHEET.right, SHEET.top)
    assert_no_overlaps(pdf)


def test_what_no_page_can_hold_is_refused(dossier: Dossier, context: Occasions) -> None:
    with pytest.raises(CannotFit):
        fee_receipt(context(with_receipt(dossier, cancelled="Lý do rất dài " * 400), about=OneReceipt(SERIES, 12)))

"""The receipts of many dossiers, and of documents to certify."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from counter_app.dossier.model import Agencies, Dossier, Person
from counter_app.dossier.money import CertifiedDocument, FeeDue
from printing.forms.batch_receipt import batch_receipt
from printing.forms.certification_receipt import certification_receipt
from printing.forms.context import FormContext
from printing.layout.heads import Letterhead
from printing.layout.sheets import RIGHT, TOP
from tests.printing.reading import assert_fonts_embedded, assert_inside_margins, assert_no_overlaps, codes, pages

DELEGATE = Person(name="Lê Văn Ủy", phone="0912000999", address="Xóm 5", identity_number="040190009999")


def batch(dossier: Dossier, count: int) -> list[Dossier]:
    return [
        dossier.model_copy(
            update={
                "code": f"H41.99-260205-{number:04d}",
                "owner": Person(name=f"Đặng Thị Hường {number}"),
                "submitter": DELEGATE,
                "look_up_token": f"token{number}",
                "batch": "x",
            }
        )
        for number in range(1, count + 1)
    ]


def test_a_batch_has_a_line_for_each_dossier_and_one_code(
    dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    pdf = batch_receipt(context(*batch(dossier, 3)))
    width, height = pdfium.PdfDocument(pdf)[0].get_size()
    assert width > height
    keep, give = pages(pdf)
    assert "(Liên: Lưu)" in keep and "(Liên: Giao cá nhân, tổ chức nộp hồ sơ)" in give
    for page in (keep, give):
        for expected in (
            "ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI",
            "Sao Mai, ngày 05 tháng 02 năm 2026",
            "Người nộp hồ sơ: Ông/Bà Lê Văn Ủy",
            "Số định danh cá nhân/tổ chức: 040190009999",
            "Đã tiếp nhận 03 hồ sơ theo danh sách sau:",
            "STT Mã hồ sơ Nội dung Đơn vị Ngày nhận Ngày hẹn trả Thời hạn xử lý Số lượng hồ sơ Họ và tên",
            "Tổng phí, lệ phí của các hồ sơ: 300.000 đồng",
            "Mẫu số 01 – Thông tư số 03/2025/TT-VPCP",
        ):
            assert expected in page
        for number in range(1, 4):
            line = page[page.index(f"H41.99-260205-{number:04d} Đăng") :]
            for expected in (
                "Đăng ký thành lập hộ kinh doanh",
                "Ủy ban nhân dân phường Sao Mai",
                "09:05 05/02/2026 09:05 10/02/2026 03 ngày làm việc 01",
                f"Đặng Thị Hường {number}",
            ):
                assert expected in line[:250]
    assert codes(pdf) == [["token1"]] * 2


def test_five_dossiers_and_their_signatures_stand_on_one_sheet(
    dossier: Dossier, context: Callable[..., FormContext], letterhead: Letterhead
) -> None:
    """The signatures stood on a second sheet beside one line."""
    name = "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất do chuyển nhượng, tặng cho"
    branch = Agencies(receiving="H41.99", competent="H41.97", competent_name="CHI NHÁNH VPĐKĐĐ KHU VỰC SAO MAI")
    office = replace(letterhead, opening_hours="Thứ Hai đến thứ Sáu: 07:00–11:30, 13:30–17:00")
    five = batch(dossier.model_copy(update={"procedure_name": name, "agencies": branch}), 5)
    assert len(pages(batch_receipt(context(*five, office=office)))) == 2  # a sheet a copy


@pytest.mark.parametrize(
    ("kinds", "head"),
    [(("phi",), "Phí (đồng)"), (("le_phi",), "Lệ phí (đồng)"), (("phi", "le_phi"), "Phí, lệ phí (đồng)")],
)
def test_what_certifying_costs_is_called_what_it_is(
    dossier: Dossier, context: Callable[..., FormContext], kinds: tuple[str, ...], head: str
) -> None:
    """A fee (phí) stood under “Lệ phí”."""
    documents = (CertifiedDocument(name="Căn cước", pages=1, copies=5, fee=10_000),)
    fees = tuple(FeeDue(name="Chứng thực", kind=kind, amount=10_000) for kind in kinds)
    certified = dossier.model_copy(update={"certified": documents, "fees": fees})
    assert f"Số bản {head}" in pages(certification_receipt(context(certified)))[0]


def test_a_large_batch_goes_over_pages_with_its_heads(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    pdf = batch_receipt(context(*batch(dossier, 60)))
    found = pages(pdf)
    half = len(found) // 2
    for copy in (found[:half], found[half:]):
        whole = " ".join(copy)
        assert all(whole.count(f"H41.99-260205-{number:04d} Đăng") == 1 for number in range(1, 61))
        listed = [page for page in copy if "Đăng ký thành lập" in page]
        assert len(listed) > 2 and all("STT Mã hồ sơ" in page for page in listed)
        assert [page.split()[-1] for page in copy[1:-1]] == [str(number) for number in range(2, len(copy))]
        assert "NGƯỜI NỘP HỒ SƠ" in copy[-1]
    assert_inside_margins(pdf, TOP, RIGHT, RIGHT, TOP)
    assert_no_overlaps(pdf)
    assert_fonts_embedded(pdf)


def test_documents_to_certify_with_pages_copies_and_the_total_in_words(
    dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    documents = (
        CertifiedDocument(name="Bằng tốt nghiệp đại học", pages=2, copies=3, fee=18_000),
        CertifiedDocument(name="Căn cước", pages=1, copies=5, fee=1_010_000),
    )
    pdf = certification_receipt(context(dossier.model_copy(update={"certified": documents})))
    keep, give = pages(pdf)
    for page in (keep, give):
        for expected in (
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            "Tiếp nhận hồ sơ của Ông/Bà: Đặng Thị Hường",
            "STT Tên thành phần Số trang Số bản Lệ phí (đồng)",
            "1 Bằng tốt nghiệp đại học 2 3 18.000",
            "2 Căn cước 1 5 1.010.000",
            "Tổng cộng 1.028.000",
            "Bằng chữ: Một triệu không trăm hai mươi tám nghìn đồng",
            "Số lượng hồ sơ: 01 (bộ)",
            "Thời gian trả kết quả giải quyết hồ sơ: 09 giờ 05 phút, ngày 10/02/2026",
        ):
            assert expected in page
        assert "Bản chứng thực" not in page
    assert codes(pdf) == [[dossier.look_up_token]] * 2
    assert_inside_margins(pdf)
    assert_no_overlaps(pdf)
    assert_fonts_embedded(pdf)

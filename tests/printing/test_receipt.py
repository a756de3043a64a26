"""Mẫu số 01 read back by other libraries than the one that wrote it."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Callable

import pikepdf
import pypdfium2 as pdfium
import pytest
import zxingcpp

from counter_app.dossier.model import Component, Dossier, Person, Term
from counter_app.dossier.states import DeliveryMethod
from printing.forms.receipt import receipt
from printing.forms.slip import slip
from printing.layout import BOTTOM, LEFT, RIGHT, TOP
from printing.occasion import Occasion
from printing.pictures import page_pictures, rendered_pages


def pages(pdf: bytes) -> list[str]:
    document = pdfium.PdfDocument(pdf)
    return [_flat(page.get_textpage().get_text_range()) for page in document]


def _flat(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text))


def test_both_copies_say_everything(dossier: Dossier, occasion: Callable[..., Occasion]) -> None:
    keep, give = pages(receipt(occasion(dossier)))
    assert "(Liên: Lưu)" in keep
    assert "(Liên: Giao cá nhân, tổ chức nộp hồ sơ)" in give
    for page in (keep, give):
        for expected in (
            "UBND PHƯỜNG SAO MAI",
            "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Sao Mai, ngày 05 tháng 02 năm 2026",
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            "Mã hồ sơ: H41.99-260205-0001",
            "Tiếp nhận hồ sơ của: Đặng Thị Hường",
            "Người nộp: Đặng Thị Hường",
            "Địa chỉ: Xóm 3, xã Nghi Phú, tỉnh Nghệ An",
            "Số điện thoại: 0912000123",
            "Email: huong@example.vn",
            "Số CMND/Thẻ căn cước/Hộ chiếu: 040190001234",
            "Đăng ký thành lập hộ kinh doanh (mã thủ tục 1.001612)",
            "1. Thành phần hồ sơ, số lượng mỗi loại giấy tờ:",
            "Căn cước của chủ hộ kinh doanh",
            "2. Số lượng hồ sơ: 01 (bộ)",
            "3. Thời gian giải quyết hồ sơ theo quy định là: 03 ngày làm việc",
            "4. Thời gian nhận hồ sơ: 09 giờ 05 phút, ngày 05/02/2026",
            "5. Thời gian trả kết quả giải quyết hồ sơ: Sau 09 giờ 05 phút, ngày 10/02/2026",
            "Bộ phận Tiếp nhận và Trả kết quả",
            "Lệ phí đăng ký hộ kinh doanh: 100.000 đồng",
            "NGƯỜI NỘP HỒ SƠ",
            "NGƯỜI TIẾP NHẬN HỒ SƠ",
            "Trần Thị Mẫu",
            "Thông tư số 03/2025/TT-VPCP",
        ):
            assert expected in page


def test_the_qr_holds_the_token_and_no_number_of_a_person(dossier: Dossier, occasion: Callable[..., Occasion]) -> None:
    for pdf in (receipt(occasion(dossier)), slip(occasion(dossier))):
        for picture in rendered_pages(pdf, 200):
            codes = [code.text for code in zxingcpp.read_barcodes(picture)]
            assert codes == ["Zk3_dK19sLq8aQpw"]


def test_a_delegate_files_for_the_owner(dossier: Dossier, occasion: Callable[..., Occasion]) -> None:
    delegate = Person(name="Lê Văn Ủy", phone="0912000999", address="Xóm 5")
    page = pages(receipt(occasion(dossier.model_copy(update={"submitter": delegate}))))[0]
    assert "Tiếp nhận hồ sơ của: Đặng Thị Hường" in page
    assert "Người nộp: Lê Văn Ủy (người được ủy quyền)" in page
    assert "Số điện thoại: 0912000999" in page


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"due_at": None, "term": Term(unit="none")}, "Không có ngày hẹn trả cụ thể theo quy định"),
        ({"due_at": None, "term": Term(unit="none")}, "theo quy định là: Không quy định"),
        ({"fees": ()}, "7. Phí, lệ phí (nếu có): Không"),
        ({"delivery_method": DeliveryMethod.POST}, "Qua dịch vụ bưu chính công ích"),
        ({"note": "Nộp <b>gấp</b> & trả nhanh"}, "Ghi chú: Nộp <b>gấp</b> & trả nhanh"),
        ({"sets": 3}, "2. Số lượng hồ sơ: 03 (bộ)"),
    ],
)
def test_what_the_dossier_says_is_what_is_printed(
    dossier: Dossier, occasion: Callable[..., Occasion], changes: dict[str, object], expected: str
) -> None:
    assert expected in pages(receipt(occasion(dossier.model_copy(update=changes))))[0]


def test_a_dossier_of_the_old_days_keeps_the_old_form(dossier: Dossier, occasion: Callable[..., Occasion]) -> None:
    pdf = receipt(occasion(dossier, base="01/2018/TT-VPCP"))
    assert "Thông tư số 01/2018/TT-VPCP" in pages(pdf)[0]


def test_an_ugly_dossier_loses_nothing_and_stays_inside_the_margins(
    dossier: Dossier, occasion: Callable[..., Occasion]
) -> None:
    long_name = "Nguyễn Thị " + "Khuếch Trương " * 13
    ugly = dossier.model_copy(
        update={
            "owner": dossier.owner.model_copy(update={"name": long_name.strip(), "address": "Xóm Dài " * 40}),
            "components": tuple(
                Component(key=f"giay-{number}", name=f"Giấy tờ số {number} " + "rất dài " * 12, originals=1)
                for number in range(1, 41)
            ),
        }
    )
    pdf = receipt(occasion(ugly))
    text = " ".join(pages(pdf))
    assert all(f"Giấy tờ số {number} " in text for number in range(1, 41))
    assert text.count("Thành phần hồ sơ Số lượng") > 2  # the table's head again on each page
    assert _flat(long_name.strip()) in text
    for page in pdfium.PdfDocument(pdf):
        width, height = page.get_size()
        page_text = page.get_textpage()
        for index in range(page_text.count_rects()):
            left, bottom, right, top = page_text.get_rect(index)
            assert left >= LEFT - 1 and right <= width - RIGHT + 1
            assert bottom >= BOTTOM - 3 and (top <= height - TOP + 3 or abs((left + right) / 2 - width / 2) < 10)


def test_every_font_is_embedded(dossier: Dossier, occasion: Callable[..., Occasion]) -> None:
    for pdf in (receipt(occasion(dossier)), slip(occasion(dossier))):
        document = pikepdf.open(io.BytesIO(pdf))
        fonts = [font for page in document.pages for font in page.Resources.Font.values()]
        drawn = [font for font in fonts if font.Subtype != "/Type1"]
        assert drawn
        assert all("/FontFile2" in font.FontDescriptor for font in drawn)


def test_the_slip_is_80_mm_wide_and_says_when_to_come(dossier: Dossier, occasion: Callable[..., Occasion]) -> None:
    pdf = slip(occasion(dossier))
    width, _ = pdfium.PdfDocument(pdf)[0].get_size()
    assert abs(width / 72 * 25.4 - 80) < 0.1
    (page,) = pages(pdf)
    for expected in ("PHIẾU HẸN TRẢ KẾT QUẢ", dossier.code, "Đặng Thị Hường", "09 giờ 05 phút, ngày 10/02/2026"):
        assert expected in page
    assert "040190001234" not in page


def test_the_preview_shows_every_page(dossier: Dossier, occasion: Callable[..., Occasion]) -> None:
    pictures = page_pictures(receipt(occasion(dossier)), 72)
    assert len(pictures) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)

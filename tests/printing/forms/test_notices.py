"""What the office tells an applicant after receipt: a request, a refusal, an apology, a stop; read back from paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from counter_app.dossier.model import Dossier, Person
from counter_app.dossier.subjects import WHOLE, ActAt, Subject
from printing.forms.apology import apology
from printing.forms.context import FormContext
from printing.forms.loss_declaration import loss_declaration
from printing.forms.pause_notice import pause_notice
from printing.forms.receipt import receipt
from printing.forms.refusal import refusal
from printing.forms.slip import slip
from printing.forms.stop_notice import stop_notice
from printing.forms.supplement_request import supplement_request
from printing.forms.withdrawal_note import withdrawal_note
from printing.layout.document import Letterhead
from tests.printing.lives import ASKED, BEFORE_IT_IS_LATE, LOST, PAUSED, STOPPED, WHEN_IT_IS_LATE, lived
from tests.printing.reading import pages

OLD, NEW = "01/2018/TT-VPCP", "03/2025/TT-VPCP"
Occasions = Callable[..., FormContext]

HEAD = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "UBND PHƯỜNG SAO MAI")


@pytest.mark.parametrize("base", [OLD, NEW])
def test_a_request_names_all_that_is_missing(dossier: Dossier, context: Occasions, base: str) -> None:
    (page,) = pages(supplement_request(context(lived(dossier), about=ActAt(ASKED), base=base)))
    for expected in (
        *HEAD,
        "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
        "Số: ……………………/HDHS",
        "Sao Mai, ngày 05 tháng 02 năm 2026",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Hồ sơ của: Đặng Thị Hường",
        "Mã hồ sơ: H41.99-260205-0001",
        "Nội dung yêu cầu giải quyết: Đăng ký thành lập hộ kinh doanh",
        "Địa chỉ: Xóm 3, xã Nghi Phú, tỉnh Nghệ An",
        "Số điện thoại: 0912000123",
        "Email: huong@example.vn",
        "Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:",
        "1. Bản sao Căn cước rõ nét",
        "2. Văn bản ủy quyền có chữ ký của các thành viên hộ gia đình",
        "Lý do: Bản sao Căn cước bị mờ, không đọc được số.",
        "Thời hạn bổ sung, hoàn thiện hồ sơ: trước 09 giờ 05 phút, ngày 15/02/2026.",
        "Ông/Bà liên hệ với công chức Trần Thị Mẫu, số điện thoại 0238 000 0000 để được hướng dẫn./.",
        "NGƯỜI HƯỚNG DẪN (Ký và ghi rõ họ tên) Trần Thị Mẫu",
        f"Mẫu số 02 – Thông tư số {base}",
    ):
        assert expected in page
    assert "NGƯỜI NỘP HỒ SƠ" not in page  # only who gives the advice signs


def test_each_request_has_its_own_paper(dossier: Dossier, context: Occasions) -> None:
    whole = lived(dossier)
    again = whole.pauses[0].model_copy(
        update={"began_at": ASKED.replace(day=8), "asked": ("Giấy chứng sinh",), "deadline": None}
    )
    twice = whole.model_copy(update={"pauses": (*whole.pauses, again)})
    (first,) = pages(supplement_request(context(twice, about=ActAt(ASKED))))
    (second,) = pages(supplement_request(context(twice, about=ActAt(again.began_at))))
    assert "Giấy chứng sinh" not in first and "Căn cước rõ nét" in first
    assert "1. Giấy chứng sinh" in second and "ngày 08 tháng 02 năm 2026" in second
    assert "Thời hạn bổ sung" not in second


@pytest.mark.parametrize("base", [OLD, NEW])
def test_a_refusal_gives_the_clerks_own_reason(dossier: Dossier, context: Occasions, base: str) -> None:
    delegate = Person(name="Lê Văn Ủy", phone="0912000999", address="Xóm 5")
    (page,) = pages(refusal(context(lived(dossier).model_copy(update={"submitter": delegate}), base=base)))
    for expected in (
        *HEAD,
        "Sao Mai, ngày 06 tháng 02 năm 2026",
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "Mã hồ sơ: H41.99-260205-0001",
        "Tiếp nhận hồ sơ của: Đặng Thị Hường",
        "Địa chỉ: Xóm 5",
        "Số điện thoại: 0912000999",
        "Nội dung yêu cầu giải quyết: Đăng ký thành lập hộ kinh doanh",
        "Qua xem xét, Bộ phận tiếp nhận và trả kết quả UBND phường Sao Mai thông báo không tiếp nhận, giải quyết hồ sơ "
        "này với lý do cụ thể như sau: Nơi đăng ký không thuộc địa bàn. Đề nghị nộp tại UBND phường Trường Vinh.",
        "Xin thông báo cho Ông/Bà được biết và thực hiện./.",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
        f"Mẫu số 03 – Thông tư số {base}",
    ):
        assert expected in page
    assert page.count("Lê Văn Ủy") == 1  # who was there signs


def test_the_apology_of_2018_promises_another_day(dossier: Dossier, context: Occasions) -> None:
    (page,) = pages(apology(context(lived(dossier), about=ActAt(BEFORE_IT_IS_LATE), base=OLD)))
    for expected in (
        *HEAD,
        "Số: ……………………/PXL",
        "Sao Mai, ngày 09 tháng 02 năm 2026",
        "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
        "Kính gửi: Đặng Thị Hường",
        "Ngày 05 tháng 02 năm 2026, UBND phường Sao Mai tiếp nhận hồ sơ",
        "mã hồ sơ: H41.99-260205-0001.",
        "Ngày hẹn trả kết quả: 09 giờ 05 phút, ngày 10 tháng 02 năm 2026.",
        "không thể trả kết quả giải quyết hồ sơ",
        "ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
        "Lý do: Phải lấy ý kiến của cơ quan thuế.",
        "xin lỗi Ông/Bà/Tổ chức về sự chậm trễ này",
        "Thời gian hẹn trả kết quả lại: 16 giờ 00 phút, ngày 20 tháng 02 năm 2026.",
        "Trân trọng./.",
        "Nơi nhận: - Như trên; - Lưu: VT, Bộ phận Tiếp nhận và Trả kết quả.",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ (Ký, ghi rõ họ tên, đóng dấu) Nguyễn Văn Mẫu",
        "Mẫu số 04 – Thông tư số 01/2018/TT-VPCP",
    ):
        assert expected in page
    assert "gia hạn" not in page and "ngày 27" not in page


def test_the_request_of_2025_tells_every_extension_so_far(dossier: Dossier, context: Occasions) -> None:
    whole = lived(dossier)
    (first,) = pages(apology(context(whole, about=ActAt(BEFORE_IT_IS_LATE), base=NEW)))
    (second,) = pages(apology(context(whole, about=ActAt(WHEN_IT_IS_LATE), base=NEW)))
    for expected in (
        "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "Ngày hẹn trả kết quả: 16 giờ 00 phút, ngày 20 tháng 02 năm 2026.",
        "Tuy nhiên, đến nay UBND phường Sao Mai chưa trả kết quả giải quyết hồ sơ",
        "đề nghị gia hạn thời gian giải quyết hồ sơ.",
        "Thời gian hẹn trả kết quả lại: 11 giờ 30 phút, ngày 27 tháng 02 năm 2026.",
        "1 09/02/2026 09:05 10/02/2026 16:00 20/02/2026 Phải lấy ý kiến",
        "2 21/02/2026 16:00 20/02/2026 11:30 27/02/2026 Cơ quan phối hợp",
        "Nguyễn Văn Mẫu",
        "Mẫu số 04 – Thông tư số 03/2025/TT-VPCP",
    ):
        assert expected in second
    assert "21/02/2026" not in first
    assert "không quá 01 lần" not in first + second, "the limit is held, not printed"


def test_a_dossier_without_a_promised_day_breaks_no_promise(dossier: Dossier, context: Occasions) -> None:
    whole = lived(dossier)
    change = whole.due_changes[0].model_copy(update={"before": None})
    without = whole.model_copy(update={"due_changes": (change,)})
    (page,) = pages(apology(context(without, about=ActAt(change.at), base=OLD)))
    assert "Ngày hẹn trả kết quả" not in page and "Tuy nhiên" not in page
    assert "Thời gian hẹn trả kết quả lại: 16 giờ 00 phút" in page


def test_what_the_head_signs_goes_out_from_the_agency(
    dossier: Dossier, context: Occasions, letterhead: Letterhead
) -> None:
    office = replace(letterhead, parent="UBND tỉnh Nghệ An")
    for pdf in (
        apology(context(lived(dossier), about=ActAt(BEFORE_IT_IS_LATE), office=office)),
        stop_notice(context(lived(dossier), about=ActAt(STOPPED), office=office)),
    ):
        (page,) = pages(pdf)
        assert "UBND TỈNH NGHỆ AN UBND PHƯỜNG SAO MAI" in page
        assert "BỘ PHẬN TIẾP NHẬN" not in page


@pytest.mark.parametrize(("base", "number"), [(OLD, False), (NEW, True)])
def test_a_stop_the_applicant_asked_for_is_answered_by_its_notice(
    dossier: Dossier, context: Occasions, base: str, number: bool
) -> None:
    (page,) = pages(stop_notice(context(lived(dossier), about=ActAt(STOPPED), base=base)))
    for expected in (
        *HEAD,
        "Số: ……………………/TB",
        "Sao Mai, ngày 05 tháng 02 năm 2026",
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "Kính gửi: Đặng Thị Hường",
        "tiếp nhận hồ sơ đề nghị giải quyết thủ tục “Đăng ký thành lập hộ kinh doanh”",
        "mã hồ sơ: H41.99-260205-0001.",
        "hồ sơ chưa có kết quả giải quyết.",
        "thông báo dừng giải quyết hồ sơ nêu trên kể từ 12 giờ 05 phút, ngày 05/02/2026.",
        "Ông/Bà/Tổ chức Đặng Thị Hường (Đơn ngày 05/02/2026) đề nghị dừng giải quyết hồ sơ nêu trên.",
        "Lý do: Không còn nhu cầu.",
        "Nơi nhận: - Như trên; - Lưu: VT, Bộ phận Tiếp nhận và Trả kết quả.",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ (Ký, ghi rõ họ tên, đóng dấu)",
    ):
        assert expected in page
    assert ("Mẫu số 05 – Thông tư số 03/2025/TT-VPCP" in page) is number
    assert ("Mẫu số" in page) is number


def test_a_pause_of_the_agency_has_a_notice_of_its_own_without_the_number_of_a_form(
    dossier: Dossier, context: Occasions
) -> None:
    (page,) = pages(pause_notice(context(lived(dossier), about=ActAt(PAUSED))))
    for expected in (
        "THÔNG BÁO TẠM DỪNG GIẢI QUYẾT HỒ SƠ",
        "Kính gửi: Đặng Thị Hường",
        "thông báo tạm dừng giải quyết hồ sơ nêu trên kể từ 11 giờ 05 phút, ngày 05/02/2026.",
        "Lý do: Đất đang tranh chấp.",
        "Thời gian tạm dừng không tính vào thời hạn giải quyết.",
    ):
        assert expected in page
    assert "Mẫu số" not in page


def test_papers_taken_back_are_listed_and_signed_for(dossier: Dossier, context: Occasions) -> None:
    (page,) = pages(withdrawal_note(context(lived(dossier))))
    for expected in (
        "GIẤY BIÊN NHẬN TRẢ LẠI HỒ SƠ",
        "Giấy đề nghị đăng ký hộ kinh doanh",
        "Căn cước của chủ hộ kinh doanh",
        "NGƯỜI NHẬN LẠI HỒ SƠ",
        "NGƯỜI TRẢ HỒ SƠ",
    ):
        assert expected in page


def test_a_lost_receipt_is_declared_in_writing_with_what_was_checked(dossier: Dossier, context: Occasions) -> None:
    (page,) = pages(loss_declaration(context(lived(dossier), about=ActAt(LOST))))
    for expected in (
        "ĐƠN TRÌNH BÁO MẤT GIẤY TIẾP NHẬN HỒ SƠ",
        "Tôi tên là: Đặng Thị Hường",
        "040190001234",
        "Mã hồ sơ: H41.99-260205-0001",
        "Căn cước bản chính; đối chiếu ảnh, chữ ký.",
        "NGƯỜI TRÌNH BÁO",
    ):
        assert expected in page


@pytest.mark.parametrize(
    ("make", "about"),
    [(receipt, WHOLE), (slip, WHOLE), (supplement_request, ActAt(ASKED)), (apology, ActAt(WHEN_IT_IS_LATE))],
)
def test_a_corrected_paper_says_that_it_replaces_another(
    dossier: Dossier, context: Occasions, make: Callable[[FormContext], bytes], about: Subject
) -> None:
    corrected = " ".join(pages(make(context(lived(dossier), about=about, corrected=1))))
    first = " ".join(pages(make(context(lived(dossier), about=about))))
    assert "(Bản sửa đổi lần 1, ngày 05/02/2026, thay cho bản đã cấp trước đó)" in corrected
    assert "Bản sửa đổi" not in first

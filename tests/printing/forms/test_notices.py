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
from printing.layout.heads import Letterhead, Signatory
from tests.printing.lives import ASKED, BEFORE_IT_IS_LATE, LOST, PAUSED, STOPPED, WHEN_IT_IS_LATE, lived
from tests.printing.reading import pages

OLD, NEW = "01/2018/TT-VPCP", "03/2025/TT-VPCP"
Occasions = Callable[..., FormContext]

HEAD = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI")


@pytest.mark.parametrize(("base", "number"), [(OLD, "……/HDHS"), (NEW, "……/PBS-BPTNTKQ")])
def test_a_request_names_all_that_is_missing(dossier: Dossier, context: Occasions, base: str, number: str) -> None:
    (page,) = pages(supplement_request(context(lived(dossier), about=ActAt(ASKED), base=base)))
    for expected in (
        *HEAD,
        "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
        f"Số: {number}",
        "Sao Mai, ngày 05 tháng 02 năm 2026",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Hồ sơ của: Ông/Bà Đặng Thị Hường",
        "Mã hồ sơ: H41.99-260205-0001",
        "Nội dung yêu cầu giải quyết: Đăng ký thành lập hộ kinh doanh",
        "Địa chỉ: Xóm 3, xã Nghi Phú, tỉnh Nghệ An",
        "Số điện thoại: 0912000123",
        "Email: huong@example.vn",
        "Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung sau:",
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
        "Tiếp nhận hồ sơ của: Ông/Bà Đặng Thị Hường",
        "Số định danh cá nhân/tổ chức: 040190001234",
        "Địa chỉ: Xóm 3, xã Nghi Phú, tỉnh Nghệ An",
        "Số điện thoại: 0912000123",
        "Nội dung yêu cầu giải quyết: Đăng ký thành lập hộ kinh doanh",
        "Qua xem xét, Bộ phận Tiếp nhận và Trả kết quả Ủy ban nhân dân phường Sao Mai thông báo không tiếp nhận, giải "
        "quyết hồ sơ này với lý do cụ thể như sau: Nơi đăng ký không thuộc địa bàn. "
        "Đề nghị nộp tại UBND phường Trường Vinh.",
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
        "Số: ……/PXL",
        "Sao Mai, ngày 09 tháng 02 năm 2026",
        "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ",
        "Kính gửi: Ông/Bà Đặng Thị Hường",
        "Ngày 05 tháng 02 năm 2026, Ủy ban nhân dân phường Sao Mai tiếp nhận giải quyết hồ sơ",
        "số định danh: 040190001234; mã số hồ sơ: H41.99-260205-0001.",
        "Thời gian hẹn trả kết quả giải quyết hồ sơ: 09 giờ 05 phút, ngày 10 tháng 02 năm 2026.",
        "không thể trả kết quả giải quyết hồ sơ",
        "ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả.",
        "Lý do: Phải lấy ý kiến của cơ quan thuế.",
        "xin lỗi Ông/Bà về sự chậm trễ này",
        "Thời gian hẹn trả kết quả lại: 16 giờ 00 phút, ngày 20 tháng 02 năm 2026.",
        "Mong nhận được sự thông cảm của Ông/Bà vì sự chậm trễ này./.",
        "Nơi nhận: - Như trên; - Lưu: VT, Bộ phận Tiếp nhận và Trả kết quả.",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ Nguyễn Văn Mẫu",
        "Mẫu số 04 – Thông tư số 01/2018/TT-VPCP",
    ):
        assert expected in page
    assert "gia hạn" not in page and "ngày 27" not in page


def test_the_letter_of_2025_has_the_words_of_its_form(dossier: Dossier, context: Occasions) -> None:
    whole = lived(dossier)
    (second,) = pages(apology(context(whole, about=ActAt(WHEN_IT_IS_LATE), base=NEW)))
    for expected in (
        "PHIẾU XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "Thời gian hẹn trả kết quả giải quyết hồ sơ: 16 giờ 00 phút, ngày 20 tháng 02 năm 2026.",
        "Tuy nhiên đến nay, Ủy ban nhân dân phường Sao Mai chưa trả kết quả giải quyết hồ sơ của Ông/Bà đúng thời hạn",
        "Ủy ban nhân dân phường Sao Mai xin trân trọng gửi lời xin lỗi đến Ông/Bà vì sự chậm trễ",
        "và sẽ trả kết quả giải quyết hồ sơ cho Ông/Bà vào 11 giờ 30 phút, ngày 27 tháng 02 năm 2026.",
        "Nguyễn Văn Mẫu",
        "Mẫu số 04 – Thông tư số 03/2025/TT-VPCP",
    ):
        assert expected in second
    assert "không quá 01 lần" not in second, "a limit is kept, not printed beside what broke it"


def test_the_agencys_name_is_written_in_full_inside_sentences(
    dossier: Dossier, context: Occasions, letterhead: Letterhead
) -> None:
    """“UBND PHƯỜNG SAO MAI thông báo dừng …”, in capitals, stood inside sentences."""
    office = replace(letterhead, agency="UBND PHƯỜNG SAO MAI")
    (page,) = pages(stop_notice(context(lived(dossier), about=ActAt(STOPPED), office=office)))
    assert "Ủy ban nhân dân phường Sao Mai thông báo dừng giải quyết hồ sơ" in page
    assert page.count("PHƯỜNG SAO MAI") == 1 and "UBND PHƯỜNG" not in page


@pytest.mark.parametrize(
    ("role", "printed"),
    [
        (("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"), "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Nguyễn Văn Mẫu"),
        (
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH Nguyễn Văn Mẫu",
        ),
    ],
)
def test_who_signs_stands_under_what_they_sign_as(
    dossier: Dossier, context: Occasions, letterhead: Letterhead, role: tuple[str, ...], printed: str
) -> None:
    office = replace(letterhead, signatories=(Signatory("Nguyễn Văn Mẫu", role),))
    (page,) = pages(apology(context(lived(dossier), about=ActAt(BEFORE_IT_IS_LATE), office=office)))
    assert printed in page
    assert "đóng dấu" not in page and "Ký" not in page.partition("Nơi nhận")[2]


def test_a_drawn_number_stands_on_the_paper(dossier: Dossier, context: Occasions) -> None:
    (page,) = pages(supplement_request(context(lived(dossier), about=ActAt(ASKED), number="07/PBS-TTPVHCC")))
    assert "Số: 07/PBS-TTPVHCC" in page and "……" not in page


@pytest.mark.parametrize("count", range(8, 25))
def test_the_guides_signature_stays_with_the_last_paragraph(dossier: Dossier, context: Occasions, count: int) -> None:
    """On a request for 15 papers it stood alone on a second sheet."""
    whole = lived(dossier)
    items = tuple(f"Bản sao có chứng thực giấy tờ thứ {place} theo Điều 28" for place in range(count))
    asked = whole.model_copy(update={"pauses": (whole.pauses[0].model_copy(update={"asked": items}),)})
    found = pages(supplement_request(context(asked, about=ActAt(ASKED))))
    assert "để được hướng dẫn./. NGƯỜI HƯỚNG DẪN" in found[-1]
    assert len(found) == 1 or count > 15


def test_a_dossier_without_a_promised_day_breaks_no_promise(dossier: Dossier, context: Occasions) -> None:
    whole = lived(dossier)
    change = whole.due_changes[0].model_copy(update={"before": None})
    without = whole.model_copy(update={"due_changes": (change,)})
    (page,) = pages(apology(context(without, about=ActAt(change.at), base=OLD)))
    assert "Thời gian hẹn trả kết quả giải quyết" not in page and "Tuy nhiên" not in page
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
        assert "ỦY BAN NHÂN DÂN TỈNH NGHỆ AN ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI" in page
        assert "BỘ PHẬN TIẾP NHẬN" not in page


@pytest.mark.parametrize(("base", "number"), [(OLD, False), (NEW, True)])
def test_a_stop_the_applicant_asked_for_is_answered_by_its_notice(
    dossier: Dossier, context: Occasions, base: str, number: bool
) -> None:
    (page,) = pages(stop_notice(context(lived(dossier), about=ActAt(STOPPED), base=base)))
    for expected in (
        *HEAD,
        "Số: ……/TB-UBND",
        "Sao Mai, ngày 05 tháng 02 năm 2026",
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "Kính gửi: Ông/Bà Đặng Thị Hường",
        "tiếp nhận giải quyết hồ sơ đề nghị giải quyết thủ tục hành chính “Đăng ký thành lập hộ kinh doanh”",
        "số định danh: 040190001234; mã số hồ sơ: H41.99-260205-0001.",
        "hồ sơ chưa có kết quả giải quyết.",
        "thông báo dừng giải quyết hồ sơ nêu trên kể từ 12 giờ 05 phút, ngày 05/02/2026.",
        "Ông/Bà Đặng Thị Hường (Đơn ngày 05/02/2026) đề nghị dừng giải quyết hồ sơ nêu trên.",
        "Lý do: Không còn nhu cầu.",
        "Nơi nhận: - Như trên; - Lưu: VT, Bộ phận Tiếp nhận và Trả kết quả.",
        "THỦ TRƯỞNG CƠ QUAN, ĐƠN VỊ ……",
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
        "Kính gửi: Ông/Bà Đặng Thị Hường",
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

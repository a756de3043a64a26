"""Mẫu số 01 read back by other libraries than the one that wrote it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import pytest
from reportlab.lib.units import mm

from counter_app.dossier.applicants import Party
from counter_app.dossier.codes import token_in
from counter_app.dossier.life import DueCause, DueChange
from counter_app.dossier.model import Agencies, Component, Dossier, Person, Term
from counter_app.dossier.money import FeeDue
from counter_app.dossier.states import DeliveryMethod
from counter_app.dossier.subjects import WHOLE, ActAt
from printing.errors import CannotFit, OfficeIncomplete
from printing.forms.context import FormContext
from printing.forms.receipt import receipt
from printing.layout.heads import Letterhead
from printing.layout.pictures import page_pictures
from tests.printing.reading import (
    assert_fonts_embedded,
    assert_inside_margins,
    assert_no_overlaps,
    codes,
    flat,
    page_size,
    pages,
    sizes,
)
from tests.work import calls


def test_both_copies_say_everything(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    keep, give = pages(receipt(context(dossier)))
    assert "(Liên: Lưu)" in keep
    assert "(Liên: Giao cá nhân, tổ chức nộp hồ sơ)" in give
    for page in (keep, give):
        for expected in (
            "ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI",
            "Số: ……/……-BPTNTKQ",
            "BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Sao Mai, ngày 05 tháng 02 năm 2026",
            "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
            "Mã hồ sơ: H41.99-260205-0001",
            "Bộ phận Tiếp nhận và Trả kết quả: Ủy ban nhân dân phường Sao Mai",
            "Tiếp nhận hồ sơ của Ông/Bà: Đặng Thị Hường",
            "Số định danh cá nhân/tổ chức: 040190001234",
            "Địa chỉ: Xóm 3, xã Nghi Phú, tỉnh Nghệ An",
            "Số điện thoại: 0912000123",
            "Email: huong@example.vn",
            "Đăng ký thành lập hộ kinh doanh (mã thủ tục 1.001612)",
            "Thành phần hồ sơ nộp gồm: 1. Giấy đề nghị đăng ký hộ kinh doanh: 01 bản chính "
            "2. Căn cước của chủ hộ kinh doanh: 02 bản photo",
            "Số lượng hồ sơ: 01 (bộ)",
            "Thời gian giải quyết hồ sơ theo quy định là: 03 ngày làm việc",
            "Thời gian nhận hồ sơ: 09 giờ 05 phút, ngày 05/02/2026",
            "Thời gian trả kết quả giải quyết hồ sơ: 09 giờ 05 phút, ngày 10/02/2026",
            "Bộ phận Tiếp nhận và Trả kết quả",
            "Lệ phí đăng ký hộ kinh doanh: 100.000 đồng",
            "NGƯỜI NỘP HỒ SƠ",
            "NGƯỜI TIẾP NHẬN HỒ SƠ",
            "Trần Thị Mẫu",
            "Thông tư số 03/2025/TT-VPCP",
        ):
            assert expected in page


def test_the_qr_holds_the_token_and_no_number_of_a_person(
    dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    assert codes(receipt(context(dossier))) == [[dossier.look_up_token]] * 2


def test_the_qr_leads_a_citizens_phone_to_the_look_up_page(
    dossier: Dossier, context: Callable[..., FormContext], letterhead: Letterhead
) -> None:
    """A bare token made a phone show nonsense; the address is the office's, its token says nothing of a person."""
    office = replace(letterhead, look_up="https://tra-cuu.example.vn/look-up?ma={token}")
    address = "https://tra-cuu.example.vn/look-up?ma=Zk3_dK19sLq8aQpw"
    assert codes(receipt(context(dossier, office=office))) == [[address]] * 2
    assert token_in(address) == dossier.look_up_token, "and the desk's own reader still opens the dossier"


def test_a_delegate_and_the_owner_are_both_named_with_number_and_address(
    dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    """The owner's number was not printed where somebody else filed, nor the address of who filed."""
    delegate = Person(name="Lê Văn Ủy", sex="Nam", phone="0912000999", address="Xóm 5", identity_number="040085000777")
    page = pages(receipt(context(dossier.model_copy(update={"submitter": delegate}))))[0]
    assert "Tiếp nhận hồ sơ của Ông/Bà: Đặng Thị Hường Số định danh cá nhân/tổ chức: 040190001234" in page
    assert (
        "Người nộp hồ sơ theo ủy quyền: Ông Lê Văn Ủy; số định danh cá nhân: 040085000777; địa chỉ: Xóm 5; "
        "số điện thoại: 0912000999; email: ……………………; giấy tờ ủy quyền: ……………………" in page
    )
    assert "NGƯỜI NỘP HỒ SƠ" in page and page.count("Lê Văn Ủy") == 2  # who filed it signs


@pytest.mark.parametrize(("sex", "whom"), [("Nam", "Ông"), ("Nữ", "Bà"), ("", "Ông/Bà")])
def test_a_person_is_addressed_by_their_sex(
    dossier: Dossier, context: Callable[..., FormContext], sex: str, whom: str
) -> None:
    owner = dossier.owner.model_copy(update={"sex": sex})
    page = pages(receipt(context(dossier.model_copy(update={"owner": owner}))))[0]
    assert f"Tiếp nhận hồ sơ của {whom}: Đặng Thị Hường" in page


@pytest.mark.parametrize(
    ("born", "named"),
    [
        ("06/02/2008", "Tiếp nhận hồ sơ của: Đặng Thị Hường"),
        ("05/02/2008", "Tiếp nhận hồ sơ của Bà: Đặng Thị Hường"),
        ("2020", "Tiếp nhận hồ sơ của: Đặng Thị Hường"),
        ("2008", "Tiếp nhận hồ sơ của Bà: Đặng Thị Hường"),
    ],
    ids=["18 tomorrow", "18 today", "some year", "surely under 18 only from 2009 on"],
)
def test_a_child_is_not_called_mr_or_mrs(
    dossier: Dossier, context: Callable[..., FormContext], born: str, named: str
) -> None:
    """The papers of a birth or a pupil's dossier said “Bà” to a girl of five; no form has a word for children."""
    owner = dossier.owner.model_copy(update={"sex": "Nữ", "born": born})
    assert named in pages(receipt(context(dossier.model_copy(update={"owner": owner}))))[0]


def test_two_who_marry_have_each_their_own_address(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    hers = dossier.owner.model_copy(update={"party": Party.FEMALE, "sex": "Nữ"})
    his = Person(name="Trần Văn Mẫu", sex="Nam", party=Party.MALE, address="Khối 5, phường Sao Mai, tỉnh Nghệ An")
    both = dossier.model_copy(update={"owner": hers, "co_owners": (his,)})
    page = pages(receipt(context(both)))[0]
    assert "Địa chỉ: Xóm 3, xã Nghi Phú, tỉnh Nghệ An (bên nữ); Khối 5, phường Sao Mai, tỉnh Nghệ An (bên nam)" in page
    together = both.model_copy(update={"co_owners": (his.model_copy(update={"address": hers.address}),)})
    assert "Địa chỉ: Xóm 3, xã Nghi Phú, tỉnh Nghệ An Số" in pages(receipt(context(together)))[0], "said once"


def test_no_code_of_the_programs_own_is_shown_to_a_citizen(
    dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    """“mã thủ tục 9.000001” stood on receipts of transfers, a code that no decision ever published."""
    page = pages(receipt(context(dossier.model_copy(update={"procedure": "9.000001"}))))[0]
    assert "9.000001" not in page and "mã thủ tục" not in page


def test_the_register_says_where_the_dossier_stands_in_it(
    dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    """Quyển số and Số thứ tự stood there twice, always dots."""
    entered = pages(receipt(context(dossier.model_copy(update={"book": 2, "book_number": 7}))))[0]
    assert "Vào Sổ theo dõi hồ sơ, Quyển số: 02; Số thứ tự: 07" in entered and entered.count("Quyển số") == 1
    before = pages(receipt(context(dossier)))[0]
    assert "Quyển số: ……………………; Số thứ tự: ……………………" in before


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"due_at": None, "term": Term(unit="none")}, "Không có ngày hẹn trả cụ thể theo quy định"),
        ({"due_at": None, "term": Term(unit="none")}, "theo quy định là: Không quy định"),
        ({"fees": ()}, "Phí, lệ phí (nếu có): Không"),
        ({"delivery_method": DeliveryMethod.POST}, "Qua dịch vụ bưu chính công ích"),
        ({"note": "Nộp <b>gấp</b> & trả nhanh"}, "Ghi chú: Nộp <b>gấp</b> & trả nhanh"),
        ({"sets": 3}, "Số lượng hồ sơ: 03 (bộ)"),
        ({"term": Term(amount=8, unit="hours")}, "theo quy định là: 08 giờ làm việc"),
        ({"case": "Nhà ở riêng lẻ"}, "theo quy định là: 03 ngày làm việc (Nhà ở riêng lẻ)"),
        ({"term": Term(unit="same_day")}, "kết quả giải quyết hồ sơ: Trước 09 giờ 05 phút, ngày 10/02/2026"),
        (
            {"fees": (FeeDue(name="Phí", kind="phi", amount=0, full=20_000, exemption="miễn: hộ nghèo"),)},
            "Phí, lệ phí (nếu có): Phí: 0 đồng (miễn: hộ nghèo)",
        ),
        (
            {"agencies": Agencies(receiving="H41.99", competent="H41.98", competent_name="UBND phường Hoa Lư")},
            "Cơ quan có thẩm quyền giải quyết: Ủy ban nhân dân phường Hoa Lư",
        ),
    ],
)
def test_what_the_dossier_says_is_what_is_printed(
    dossier: Dossier, context: Callable[..., FormContext], changes: dict[str, object], expected: str
) -> None:
    assert expected in pages(receipt(context(dossier.model_copy(update=changes))))[0]


def test_a_dossier_of_the_old_days_keeps_the_old_form(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    elsewhere = Agencies(receiving="H41.99", competent="H41.98", competent_name="UBND phường Hoa Lư")
    page = pages(receipt(context(dossier.model_copy(update={"agencies": elsewhere}), base="01/2018/TT-VPCP")))[0]
    assert "Mẫu số 01 – Thông tư số 01/2018/TT-VPCP" in page
    assert "03/2025" not in page
    assert "có thẩm quyền" not in page  # bounds of districts still held then


def test_the_items_come_in_the_order_of_the_form(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    page = pages(receipt(context(dossier)))[0]
    items = (
        "Số: ",
        "GIẤY TIẾP NHẬN",
        "(Liên",
        "Mã hồ sơ",
        "Bộ phận Tiếp nhận và Trả kết quả: ",
        "Tiếp nhận hồ sơ của",
        "Số định danh cá nhân/tổ chức",
        "Địa chỉ",
        "Số điện thoại",
        "Email",
        "Nội dung yêu cầu giải quyết",
        "Thành phần hồ sơ nộp gồm",
        "Số lượng hồ sơ",
        "Thời gian giải quyết hồ sơ theo quy định là",
        "Thời gian nhận hồ sơ",
        "Thời gian trả kết quả giải quyết hồ sơ",
        "Đăng ký nhận kết quả tại",
        "Vào Sổ theo dõi hồ sơ",
        "NGƯỜI NỘP HỒ SƠ",
    )
    places = [page.index(item) for item in items]
    assert places == sorted(places)


def change(at: datetime, before: datetime | None, after: datetime, cause: DueCause = DueCause.EXTENSION) -> DueChange:
    return DueChange(cause=cause, before=before, after=after, at=at, clerk="Trần Thị Mẫu")


def moved(dossier: Dossier, *causes: DueCause, **more: Any) -> Dossier:
    """The dossier with a promise moved by a day for each cause, a day after the other."""
    assert dossier.due_at is not None
    changes, due = [], dossier.due_at
    for nth, cause in enumerate(causes, start=1):
        changes.append(change(dossier.received_at + timedelta(days=nth), due, due + timedelta(days=1), cause))
        due += timedelta(days=1)
    told = {"due_changes": tuple(changes), "promised_at": dossier.due_at, "due_at": due}
    return dossier.model_copy(update={**told, **more})


def test_the_first_receipt_shows_the_first_promise_whatever_came_later(
    dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    again = receipt(context(moved(dossier, DueCause.EXTENSION), about=WHOLE))
    assert pages(again) == pages(receipt(context(dossier)))


def test_a_moved_promise_has_a_receipt_that_says_which_date_it_replaces(
    dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    twice = moved(dossier, DueCause.SUPPLEMENT, DueCause.EXTENSION)
    first, second = (pages(receipt(context(twice, about=ActAt(due_change.at))))[0] for due_change in twice.due_changes)
    assert "ngày 06 tháng 02 năm 2026" in first
    assert "hồ sơ: 09 giờ 05 phút, ngày 11/02/2026 Thay cho ngày hẹn trả: 09 giờ 05 phút, ngày 10/02/2026." in first
    assert "ngày 12/02/2026" not in first  # what came later is not known on that paper
    assert "ngày 07 tháng 02 năm 2026" in second
    assert "09 giờ 05 phút, ngày 12/02/2026 Thay cho ngày hẹn trả: 09 giờ 05 phút, ngày 11/02/2026." in second
    assert "Thời gian nhận hồ sơ: 09 giờ 05 phút, ngày 05/02/2026" in second


def test_two_stages_take_two_lines_more(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    page = pages(receipt(context(dossier.model_copy(update={"next_term": Term(amount=5, unit="working_days")}))))[0]
    for expected in (
        "Thời gian giải quyết hồ sơ theo quy định là: 03 ngày làm việc; giai đoạn 2: 05 ngày làm việc",
        "Thời gian nhận hồ sơ (giai đoạn 2 nếu có): …",
        "Thời gian trả kết quả giải quyết hồ sơ (giai đoạn 2 nếu có): …",
    ):
        assert expected in page


def test_the_second_stage_has_a_receipt_with_both_dates(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    later = {"stage": 2, "term": Term(amount=5, unit="working_days")}
    begun = moved(dossier, DueCause.EXTENSION, DueCause.STAGE, DueCause.EXTENSION, **later)
    stage, after = (
        pages(receipt(context(begun, about=ActAt(due_change.at))))[0] for due_change in begun.due_changes[1:]
    )
    for page in (stage, after):
        assert "theo quy định là: 05 ngày làm việc (giai đoạn 2)" in page
        assert "Thời gian trả kết quả giải quyết hồ sơ: 09 giờ 05 phút, ngày 11/02/2026 Thời gian nhận" in page
        assert "Thời gian nhận hồ sơ (giai đoạn 2 nếu có): 09 giờ 05 phút, ngày 07/02/2026" in page
    assert "(giai đoạn 2 nếu có): 09 giờ 05 phút, ngày 12/02/2026" in stage
    assert "Thay cho" not in stage
    assert "(giai đoạn 2 nếu có): 09 giờ 05 phút, ngày 13/02/2026 Thay cho ngày hẹn trả: 09 giờ 05" in after


def test_the_office_says_its_hours_and_its_own_notes(
    dossier: Dossier, context: Callable[..., FormContext], letterhead: Letterhead
) -> None:
    office = replace(
        letterhead, opening_hours="07:00–11:30", website="saomai.example", notes=("Lời thứ nhất.", "Lời thứ hai.")
    )
    page = pages(receipt(context(dossier, office=office)))[0]
    for expected in (
        f"Tra cứu, giải đáp: {office.address}; điện thoại 0238 000 0000; saomai.example. Giờ làm việc: 07:00–11:30.",
        "Lời thứ nhất. Lời thứ hai.",
    ):
        assert expected in page


def test_an_office_without_an_address_is_told_to_enter_it(
    dossier: Dossier, context: Callable[..., FormContext], letterhead: Letterhead
) -> None:
    with pytest.raises(OfficeIncomplete) as failure:
        receipt(context(dossier, office=replace(letterhead, address=" ")))
    assert "địa chỉ" in failure.value.sentence("vi")


def test_forty_components_long_names_and_three_lines_of_address_lose_nothing(
    dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    name, address = "Nguyễn Thị " + "Khuếch Trương " * 13, "Xóm Rất Dài, " * 20 + "tỉnh Nghệ An"
    ugly = dossier.model_copy(
        update={
            "owner": dossier.owner.model_copy(update={"name": name.strip(), "address": address}),
            "components": tuple(
                Component(
                    key=f"giay-{number}", name=f"Giấy tờ số {number} " + "rất dài " * 11 + "rất dài", originals=number
                )
                for number in range(1, 41)
            ),
        }
    )
    pdf = receipt(context(ugly))
    found = pages(pdf)
    half = len(found) // 2
    assert found[0].replace("(Liên: Lưu)", "") == found[half].replace("(Liên: Giao cá nhân, tổ chức nộp hồ sơ)", "")
    text = " ".join(found[:half])
    assert flat(name) in text and address in text
    for number in range(1, 41):
        assert flat(f"{number}. Giấy tờ số {number} " + "rất dài " * 12).rstrip() + f": {number:02d} bản chính" in text
    assert "NGƯỜI NỘP HỒ SƠ" in found[half - 1] and "NGƯỜI NỘP HỒ SƠ" in found[-1]
    assert_inside_margins(pdf)
    assert_no_overlaps(pdf)
    assert_fonts_embedded(pdf)


LAND = (
    "Đơn đăng ký biến động đất đai, tài sản gắn liền với đất theo Mẫu số 18",
    "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất đã cấp",
    "Hợp đồng chuyển nhượng quyền sử dụng đất đã được công chứng hoặc chứng thực theo quy định của pháp luật",
    "Mảnh trích đo bản đồ địa chính thửa đất đối với trường hợp phải đo đạc lại kích thước các cạnh, diện tích",
    "Tờ khai lệ phí trước bạ nhà, đất (Mẫu số 01/LPTB)",
    "Tờ khai thuế thu nhập cá nhân đối với thu nhập từ chuyển nhượng bất động sản (Mẫu số 03/BĐS-TNCN)",
)


def land(dossier: Dossier, **more: object) -> Dossier:
    """Six papers, two stages, decided elsewhere."""
    papers = tuple(Component(key=str(place), name=name, originals=1) for place, name in enumerate(LAND))
    branch = Agencies(receiving="H41.99", competent="H41.97.02", competent_name="CHI NHÁNH VPĐKĐĐ KHU VỰC SAO MAI")
    name = "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất do chuyển nhượng, tặng cho"
    told = {"components": papers, "next_term": Term(amount=3, unit="working_days"), "agencies": branch}
    return dossier.model_copy(update={**told, "procedure_name": name, **more})


def test_a_land_receipt_of_two_stages_is_one_sheet_a_copy(
    dossier: Dossier, context: Callable[..., FormContext], letterhead: Letterhead
) -> None:
    """Its signatures stood on a second sheet beside one line, while the first had room."""
    office = replace(letterhead, opening_hours="Thứ Hai đến thứ Sáu: 07:00–11:30, 13:30–17:00")
    pdf = receipt(context(land(dossier), office=office))
    assert len(pages(pdf)) == 2
    assert_inside_margins(pdf)
    assert_no_overlaps(pdf)


@pytest.mark.parametrize("count", range(4, 24))
def test_signatures_never_stand_alone_on_a_sheet(
    dossier: Dossier, context: Callable[..., FormContext], count: int
) -> None:
    papers = tuple(Component(key=str(place), name=LAND[place % 6], originals=1) for place in range(count))
    found = pages(receipt(context(land(dossier, components=papers))))
    last = found[len(found) // 2 - 1]
    assert "NGƯỜI NỘP HỒ SƠ" in last and "Tra cứu, giải đáp" in last


def test_letters_have_the_sizes_of_the_decree(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    """NĐ 30/2020 Phụ lục I: quốc hiệu 12–13, tiêu ngữ 13–14, text 13–14, title 13–14, signatures 13–14."""
    for item in (dossier, land(dossier)):
        found = sizes(receipt(context(item)))
        assert found["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"] == 12
        assert found["Độc lập - Tự do - Hạnh phúc"] == 13
        assert found["GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ"] == 14
        assert found["NGƯỜI TIẾP NHẬN HỒ SƠ"] == 13
        assert {size for line, size in found.items() if line.startswith(("Địa chỉ", "Thời gian", "1. "))} == {13}


def test_the_forms_of_2018_are_printed_on_a5(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    """TT 01/2018/TT-VPCP art. 9.2."""
    pdf = receipt(context(dossier, base="01/2018/TT-VPCP"))
    assert [page_size(pdf), len(pages(pdf))] == [(420, 595), 2]
    assert_inside_margins(pdf, left=11 * mm, bottom=9 * mm, right=7 * mm, top=9 * mm)


def test_an_ordinary_receipt_is_one_sheet_a_copy(
    dossier: Dossier, context: Callable[..., FormContext], letterhead: Letterhead
) -> None:
    office = replace(letterhead, opening_hours="Thứ Hai đến thứ Sáu: 07:00–11:30, 13:30–17:00")
    parts = tuple(Component(key=str(number), name=f"Giấy tờ số {number}", originals=1) for number in range(6))
    pdf = receipt(context(dossier.model_copy(update={"components": parts}), office=office))
    assert len(pages(pdf)) == 2
    assert_inside_margins(pdf)
    assert_no_overlaps(pdf)
    assert_fonts_embedded(pdf)


def test_a_receipt_is_small_and_quick(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    """≤ 60 kB, and as many calls as take 40 ms on a desk's computer once what is loaded once is loaded."""
    made = receipt(context(dossier))
    assert len(made) <= 60_000
    assert calls(lambda: receipt(context(dossier))) < 90_000


def test_a_text_longer_than_any_page_is_told_without_quoting_it(
    dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    endless = dossier.owner.model_copy(update={"email": "dài " * 5_000})
    with pytest.raises(CannotFit) as failure:
        receipt(context(dossier.model_copy(update={"owner": endless})))
    assert dossier.code in failure.value.sentence()
    assert "dài dài" not in failure.value.sentence() + str(failure.value)


def test_the_preview_shows_every_page(dossier: Dossier, context: Callable[..., FormContext]) -> None:
    pictures = page_pictures(receipt(context(dossier)), 72)
    assert len(pictures) == 2
    assert all(picture.startswith(b"\x89PNG") for picture in pictures)

"""Lists of dossiers and of results between two units, read back from the paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counter_app.dossier.agency_names import in_full
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import DeliveryMethod
from counter_app.dossier.subjects import ActAt
from printing.forms.context import FormContext
from printing.forms.hand_over_list import COPIES, hand_over_list, result_hand_over
from printing.layout.sheets import RIGHT, TOP
from tests.printing.conftest import AT
from tests.printing.lives import DESK, HALL, HEAD, lived
from tests.printing.reading import assert_fonts_embedded, assert_inside_margins, assert_no_overlaps, pages
from tests.work import calls

Occasions = Callable[..., FormContext]
COLUMNS = "TT Mã hồ sơ Nội dung Kết quả Chủ hồ sơ Địa chỉ"


def many(dossier: Dossier, count: int) -> list[Dossier]:
    """Dossiers of which every third goes by post and every second costs nothing."""
    return [
        dossier.model_copy(
            update={
                "code": f"H41.99-260205-{number:04d}",
                "owner": dossier.owner.model_copy(update={"name": f"Đặng Thị Hường {number}."}),
                "delivery_method": DeliveryMethod.COUNTER if number % 3 else DeliveryMethod.POST,
                "fees": dossier.fees if number % 2 else (),
            }
        )
        for number in range(1, count + 1)
    ]


@pytest.mark.parametrize("base", ["01/2018/TT-VPCP", "03/2025/TT-VPCP"])
def test_both_sides_get_the_same_list(dossier: Dossier, context: Occasions, base: str) -> None:
    given = many(lived(dossier), 3)
    copies = pages(hand_over_list(context(*given, about=ActAt(AT.replace(day=7)), base=base)))
    for page, copy in zip(copies, COPIES, strict=True):
        for expected in (
            "ỦY BAN NHÂN DÂN PHƯỜNG SAO MAI",
            "Số: ……/BPTNTKQ",
            "Sao Mai, ngày 07 tháng 02 năm 2026",
            "GIẤY BÀN GIAO HỒ SƠ",
            f"({copy})",
            f"Bên giao: {HALL} Bên nhận: {in_full(HEAD)}",
            "Thời gian bàn giao: 09 giờ 05 phút, ngày 07/02/2026",
            COLUMNS,
            "Phí, lệ phí (X)",
            "Trả qua bưu điện (X)",
            "1 H41.99-260205-0001 Đăng ký thành lập hộ kinh doanh",
            "Giấy chứng nhận đăng ký hộ kinh doanh số 27A8000123",
            "Đặng Thị Hường 1. Xóm 3, xã Nghi Phú, tỉnh Nghệ An X 2 H41.99-260205-0002",
            "Tổng cộng: 3 hồ sơ 2 1",
            "Lập thành 02 bản, mỗi bên giữ 01 bản.",
            "BÊN GIAO (Ký và ghi rõ họ tên)",
            "BÊN NHẬN (Ký và ghi rõ họ tên)",
            "Lê Văn Nhận",
            "Phạm Thị Ký",
        ):
            assert expected in page


def test_the_list_of_an_earlier_hand_over_names_its_own_units(dossier: Dossier, context: Occasions) -> None:
    page = pages(hand_over_list(context(*many(lived(dossier), 1), about=ActAt(AT.replace(hour=14)))))[0]
    assert f"Bên giao: {DESK} Bên nhận: {HALL}" in page
    assert "14 giờ 05 phút, ngày 05/02/2026" in page


def test_results_come_from_the_unit_that_made_them_to_the_desk(dossier: Dossier, context: Occasions) -> None:
    first, last = pages(result_hand_over(context(*many(lived(dossier), 2), about=ActAt(AT.replace(day=10)))))
    for expected in (
        "PHIẾU BÀN GIAO KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH",
        f"Bên giao: {in_full(HEAD)} Bên nhận: {DESK}",
        "Thời gian bàn giao: 09 giờ 05 phút, ngày 10/02/2026",
        "Giấy chứng nhận đăng ký hộ kinh doanh số 27A8000123; Thông báo mã số thuế; Giấy phép con",
    ):
        assert expected in first
        assert expected in last


def test_a_desk_does_not_hand_results_over_to_itself(dossier: Dossier, context: Occasions) -> None:
    """After the unit gave the dossier back, “Bên giao” was the desk, as “Bên nhận” was."""
    whole = lived(dossier)
    back = whole.hand_overs[-1].model_copy(update={"from_unit": HALL, "to_unit": DESK.upper()})
    given_back = whole.model_copy(update={"hand_overs": (whole.hand_overs[0], back)})
    page = pages(result_hand_over(context(given_back, about=ActAt(AT.replace(day=10)))))[0]
    assert f"Bên giao: {HALL} Bên nhận: {DESK}" in page


def test_a_long_list_loses_nobody_and_counts_its_pages(dossier: Dossier, context: Occasions) -> None:
    given = many(lived(dossier), 60)
    pdf = hand_over_list(context(*given, about=ActAt(AT.replace(day=7))))
    found = pages(pdf)
    half = len(found) // 2
    assert len(found) == 2 * half > 4
    for copy in (found[:half], found[half:]):
        whole = " ".join(copy)
        assert all(whole.count(f"Đặng Thị Hường {number}.") == 1 for number in range(1, 61))
        assert all(page.endswith(f" {number}") for number, page in enumerate(copy[1:], start=2))
        assert all(page.count(COLUMNS) == 1 for page in copy[:-1])
        assert "Tổng cộng: 60 hồ sơ 30 20" in copy[-1] and "BÊN NHẬN" in copy[-1]
    assert_inside_margins(pdf, left=TOP, bottom=RIGHT)
    assert_no_overlaps(pdf)
    assert_fonts_embedded(pdf)


def test_what_a_font_cannot_print_stops_no_list(dossier: Dossier, context: Occasions) -> None:
    ugly = dossier.owner.model_copy(update={"name": "Trần 😀 Mẫu\nb", "address": "Xóm 3\tمرحبا <b>&"})
    page = pages(hand_over_list(context(lived(dossier).model_copy(update={"owner": ugly}))))[0]
    assert "Mẫu b" in page and "<b>&" in page


def test_a_page_of_a_long_list_is_no_more_work_than_one_of_a_short_one(dossier: Dossier, context: Occasions) -> None:
    about = ActAt(AT.replace(day=7))
    short, long = (context(*many(lived(dossier), count), about=about) for count in (120, 1_200))
    hand_over_list(short)  # what is loaded once
    for_short = calls(lambda: hand_over_list(short))
    assert calls(lambda: hand_over_list(long)) < 11 * for_short


def test_both_owners_of_a_dossier_stand_in_the_list_with_where_each_lives(dossier: Dossier, context: Occasions) -> None:
    his = dossier.owner.model_copy(update={"name": "Trần Văn Chung", "address": "Khối 5, phường Sao Mai"})
    both = lived(dossier).model_copy(update={"co_owners": (his,)})
    page = pages(hand_over_list(context(both, about=ActAt(AT.replace(day=7)))))[0]
    assert f"{dossier.owner.name}, Trần Văn Chung" in page
    assert "Khối 5, phường Sao Mai" in page

"""The sheet that travels with a dossier, read back from the paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from counter_app.dossier.agency_names import in_full
from counter_app.dossier.model import Agencies, Dossier
from counter_app.dossier.subjects import WayThrough
from counter_app.procedures.control_sheet import Outcome
from printing.forms.context import FormContext
from printing.forms.control_sheet import BLOCKS, control_sheet
from tests.printing.conftest import AT
from tests.printing.lives import DESK, HALL, HEAD, control, lived
from tests.printing.reading import pages

Occasions = Callable[..., FormContext]
TO_FILL_IN = "……… giờ ……… phút, ngày …… tháng …… năm ………"


@pytest.mark.parametrize(("base", "form"), [("01/2018/TT-VPCP", "05"), ("03/2025/TT-VPCP", "06")])
def test_each_hand_over_is_a_block_and_the_next_ones_are_empty(
    dossier: Dossier, context: Occasions, base: str, form: str
) -> None:
    (page,) = pages(control_sheet(context(lived(dossier), base=base, control=control(), about=WayThrough(2))))
    for expected in (
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "Kèm theo hồ sơ của: Đặng Thị Hường",
        "Mã số hồ sơ: H41.99-260205-0001",
        "Ngày nhận: 09 giờ 05 phút, ngày 05/02/2026",
        "Hẹn trả kết quả vào: 09 giờ 05 phút, ngày 10/02/2026",
        "Cơ quan (bộ phận) giải quyết hồ sơ: Ủy ban nhân dân phường Sao Mai",
        "Cơ quan phối hợp giải quyết hồ sơ: …",
        "TÊN ĐƠN VỊ THỜI GIAN GIAO NHẬN HỒ SƠ",
        "KẾT QUẢ GIẢI QUYẾT HỒ SƠ (Trước hạn/đúng hạn/quá hạn)",
        "GHI CHÚ",
        f"1. Giao: {DESK}",
        f"2. Nhận: {HALL}",
        "14 giờ 05 phút, ngày 05 tháng 02 năm 2026",
        f"1. Giao: {HALL}",
        f"2. Nhận: {in_full(HEAD)}",
        "09 giờ 05 phút, ngày 07 tháng 02 năm 2026",
        "Đã thẩm định",
        f"1. Giao: {in_full(HEAD)} 2. Nhận: …",
        f"Mẫu số {form} – Thông tư số {base}",
    ):
        assert expected in page
    assert page.count("Người giao") == page.count("Người nhận") == BLOCKS
    assert page.count(TO_FILL_IN) == BLOCKS - 2
    assert page.count("Lê Văn Nhận") == 2  # he took it, and gave it on
    assert "Đúng hạn" not in page
    assert page.count("Trước hạn") == 1 and "Quá hạn" not in page  # the head's own: the taker writes it
    assert ("Số: ……/PKS-BPTNTKQ" in page) is base.startswith("03/2025")


def test_before_any_hand_over_the_sheet_is_to_be_filled_in_by_hand(dossier: Dossier, context: Occasions) -> None:
    (page,) = pages(control_sheet(context(dossier, about=WayThrough(0))))
    assert page.count(TO_FILL_IN) == BLOCKS
    assert f"1. Giao: {DESK} 2. Nhận: …" in page


def test_the_last_units_hand_over_is_told_once_it_is_done(dossier: Dossier, context: Occasions) -> None:
    *before, holder = control()
    done = replace(holder, given_at=AT.replace(day=9, hour=16), outcome=Outcome.ON_TIME)
    page = " ".join(pages(control_sheet(context(lived(dossier), control=(*before, done)))))
    assert f"1. Giao: {in_full(HEAD)} 2. Nhận: …" in page
    assert "16 giờ 05 phút, ngày 09 tháng 02 năm 2026" in page
    assert "Đúng hạn" not in page
    assert page.count(TO_FILL_IN) == 1


def test_many_hand_overs_go_on_over_pages_under_the_same_heads(dossier: Dossier, context: Occasions) -> None:
    first, held = control()[0], control()[-1]
    units = [replace(first, unit=f"Phòng chuyên môn số {number}.") for number in range(1, 31)]
    sheets = pages(control_sheet(context(lived(dossier), control=(*units, held))))
    assert len(sheets) > 4
    assert all("THỜI GIAN GIAO NHẬN HỒ SƠ" in sheet for sheet in sheets)
    whole = " ".join(sheets)
    assert all(f"1. Giao: Phòng chuyên môn số {number}." in whole for number in range(1, 31))
    assert whole.count(TO_FILL_IN) == 1  # room for the next one


def test_another_agency_decides(dossier: Dossier, context: Occasions) -> None:
    elsewhere = Agencies(receiving="H41.99", competent="H41.12", competent_name="Sở Xây dựng")
    (page,) = pages(control_sheet(context(dossier.model_copy(update={"agencies": elsewhere}))))
    assert "Cơ quan (bộ phận) giải quyết hồ sơ: Sở Xây dựng" in page
    nameless = elsewhere.model_copy(update={"competent_name": ""})
    (page,) = pages(control_sheet(context(dossier.model_copy(update={"agencies": nameless}))))
    assert "Cơ quan (bộ phận) giải quyết hồ sơ: …" in page

"""The day on which a paper was issued is what a clerk confirmed, else what stands at its head alone."""

from __future__ import annotations

from datetime import date

import pytest

from counter_app.dossier.issue_day import issue_day
from counter_app.dossier.verified import Outcome, VerifiedField, VerifiedPaper

RECEIVED = date(2026, 11, 25)


def read(text: str, *, confidence: float = 90.0) -> date | None:
    return issue_day((), [(text, confidence)], RECEIVED)


@pytest.mark.parametrize(
    "head",
    [
        "Nghi Lộc, ngày 05 tháng 3 năm 2026",
        "Số: 15/UBND-XNTTHN Nghi Lộc, ngày 05 tháng 3 năm 2026",
        "TP. Vinh , ngày 05 tháng 03 năm 2026.",
        "Đô Lương, ngày 5 tháng 3 năm 2026\nGiấy này có giá trị sử dụng 6 tháng kể từ ngày cấp.",
        "Nghi Lộc, ngày 05 tháng 3 năm 2026\nSinh ngày 02 tháng 4 năm 1990\ncó vợ là bà Mai, ngày 1 tháng 2 năm 2015",
    ],
)
def test_the_line_of_place_and_day_says_it(head: str) -> None:
    assert read(f"GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN\n{head}") == date(2026, 3, 5)


@pytest.mark.parametrize(
    "text",
    [
        "Sinh ngày 05 tháng 3 năm 1990",
        "sinh tại Nghi Lộc, ngày 05 tháng 3 năm 1990",
        "Nghi Lộc, ngày … tháng … năm 2026",
        "Nghi Lộc, ngày 31 tháng 2 năm 2026",
        "Nghi Lộc, ngày 05 tháng 3 năm 2027",
        "Nghi Lộc, ngày 05 tháng 3 năm 2026\nVinh, ngày 06 tháng 3 năm 2026",
        "",
    ],
)
def test_a_day_in_a_sentence_none_two_or_one_that_is_to_come_say_nothing(text: str) -> None:
    assert read(text) is None


def test_a_page_that_could_hardly_be_read_says_nothing() -> None:
    assert read("Nghi Lộc, ngày 05 tháng 3 năm 2026", confidence=30) is None


def test_what_a_clerk_confirmed_goes_before_what_was_read() -> None:
    field = VerifiedField(name="certificate.issued", value="08/03/2026", normal="2026-03-08", outcome=Outcome.CORRECTED)
    card = field.model_copy(update={"name": "subject.identity_issued", "normal": "2021-05-10"})
    paper = VerifiedPaper(component="xac-nhan", paper="own_xac_nhan", fields=(card, field))
    assert issue_day([paper], [("Nghi Lộc, ngày 05 tháng 3 năm 2026", 90)], RECEIVED) == date(2026, 3, 8)

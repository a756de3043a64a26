"""Records of the national portal: what can be used is taken over, what cannot is unknown and told, never guessed."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from counter_app.dossier.model import Term
from counter_app.language import translate
from counter_app.procedures.catalogue import CaseTerm, Procedure
from counter_app.procedures.portal_records import NO_PAPERS, Taken, taken_from

DAY = date(2026, 7, 18)
PAPER = {"code": "000.00.00.G15-KQ003208", "name": "- Tờ khai", "originalQty": 1, "copyQty": 0, "required": False}


def method(time: object, unit: object, channel: str = "DIRECT", note: str = "", *fees: object) -> dict[str, Any]:
    return {
        "submissionMethod": channel,
        "processingTime": time,
        "processingTimeUnit": unit,
        "description": note,
        "fees": list(fees),
    }


def record(*methods: object, **more: object) -> dict[str, Any]:
    detail = {
        "code": "1.004873",
        "name": "Thủ tục cấp Giấy xác nhận",
        "isWard": True,
        "categoriesDetails": [{"name": "Hộ tịch", "code": "G15-TP07"}],
        "unitGroupsExecuting": [{"name": "Ủy ban nhân dân cấp xã"}],
        "executionMethods": list(methods),
        "executionCases": [{"name": "", "profileComponents": [PAPER]}],
        "procedureProposal": {"proposalNumber": "163/QĐ-BTP", "decisionDate": 1768496400000},
        "departmentPromulgateCode": "G15",
        "updatedAt": 1776242191512,
    }
    return {"id": "x", "code": "1.004873", "detail": detail | more}


def procedure(told: object) -> Procedure:
    taken = taken_from(told, DAY)
    assert taken.procedure is not None
    return taken.procedure


def doubted(taken: Taken) -> dict[str, str]:
    return {doubt.about: doubt.sentence.format(**doubt.values) for doubt in taken.doubts}


def test_a_sound_record_becomes_a_version_with_its_decision_and_days_of_vietnam() -> None:
    found = procedure(record(method(3, "WORKING_DAY", "DIRECT", "", {"type": "SERVICE_FEE", "value": 15000})))
    assert (found.code, found.version, found.decision) == ("1.004873", "2026-04-15", "163/QĐ-BTP")
    assert found.valid_from == date(2026, 1, 16), "17:00 of the day before in the record"
    assert (found.term, found.competence, found.levels) == (Term(amount=3, unit="working_days"), "Cấp xã", ("commune",))
    assert [(fee.kind, fee.amount) for fee in found.fees] == [("le_phi", 15000)]
    assert [
        (component.key, component.name, component.originals, component.required) for component in found.components
    ] == [("g15-kq003208", "Tờ khai", 1, False)]
    assert found.unknown == () and found.initials == "cgxn", "“Thủ tục” is no part of what clerks type"


@pytest.mark.parametrize(
    ("time", "unit", "said"),
    [
        (1, "OTHER", "1 OTHER"),
        (0, "OTHER", "0 OTHER"),
        (2, "MONTH", "2 tháng"),
        (1, "YEAR", "1 năm"),
        (21.5, "WORKING_DAY", "21,5 ngày làm việc"),
        (0, "WORKING_DAY", "0 ngày làm việc"),
        (-3, "DAY", "-3 ngày"),
        ("khoảng 10", "WORKING_DAY", "khoảng 10 ngày làm việc"),
        (True, "DAY", "True ngày"),
        (10, None, "10"),
        (None, "WORKING_DAY", "ngày làm việc"),
    ],
)
def test_a_term_that_cannot_be_counted_is_unknown_and_told(time: object, unit: object, said: str) -> None:
    taken = taken_from(record(method(time, unit)), DAY)
    assert taken.procedure and taken.procedure.term == Term(unit="unknown") and "term" in taken.procedure.unknown
    assert said in doubted(taken)["term"]


def test_days_are_calendar_days() -> None:
    assert procedure(record(method(20, "DAY"))).term == Term(amount=20, unit="calendar_days")


def test_terms_of_several_cases_are_kept_by_case_and_none_of_them_is_chosen() -> None:
    found = procedure(record(method(10, "WORKING_DAY", note="Công trình"), method(7, "WORKING_DAY", note="Nhà ở")))
    assert found.term.unit == "unknown" and "term" in found.unknown
    assert found.case_terms == (
        CaseTerm(name="Công trình", term=Term(amount=10, unit="working_days")),
        CaseTerm(name="Nhà ở", term=Term(amount=7, unit="working_days")),
    )


def test_the_three_channels_of_a_land_procedure_are_cases_not_speeds() -> None:
    methods = [
        method(17, "WORKING_DAY", "ONLINE"),
        method(20, "WORKING_DAY", "POSTAL"),
        method(27, "WORKING_DAY", "DIRECT"),
    ]
    land = procedure(record(*methods, categoriesDetails=[{"name": "Đất đai"}]))
    assert land.term.unit == "unknown" and "17 ngày làm việc" in land.term_note
    assert procedure(record(*methods)).term.amount == 27, "elsewhere the counter's term is the counter's"


@pytest.mark.parametrize(
    "fee",
    [
        {"type": "FEE", "value": 0, "description": "Theo quy định của Hội đồng nhân dân cấp tỉnh"},
        {"type": "FEE", "value": 10, "currencyName": "USD"},
        {"type": "FEE", "value": "50.000 đồng"},
        {"type": "FEE", "value": None},
        {"type": "FEE", "value": 20000, "description": "Trường hợp công dân thuộc diện được miễn phí"},
        {"type": "PRICE_LEVEL", "value": 100},
    ],
)
def test_fees_that_cannot_be_used_are_unknown_and_their_words_are_kept(fee: dict[str, object]) -> None:
    found = procedure(record(method(3, "WORKING_DAY", "DIRECT", "", fee)))
    assert found.fees == () and "fees" in found.unknown and bool(found.fee_note) == (fee["value"] is not None)


def test_a_fee_of_nothing_without_a_note_is_nothing() -> None:
    found = procedure(record(method(3, "WORKING_DAY", "DIRECT", "", {"type": "FEE", "value": 0, "description": ""})))
    assert found.fees == () and "fees" not in found.unknown


def test_two_amounts_for_one_thing_are_none() -> None:
    fees = ({"type": "FEE", "value": 50000}, {"type": "FEE", "value": 150000})
    assert "fees" in procedure(record(method(3, "WORKING_DAY", "DIRECT", "", *fees))).unknown


def test_what_is_shown_is_not_handed_in_and_notes_are_no_papers() -> None:
    cases = [
        {"name": "* Giấy tờ phải nộp:", "profileComponents": [PAPER, None]},
        {"name": "* Giấy tờ phải xuất trình:", "profileComponents": [{**PAPER, "name": "Hộ chiếu"}]},
        {"name": "* Lưu ý:", "profileComponents": [{"name": "Đối với giấy tờ nộp, xuất trình…", "originalQty": 0}]},
        {"name": "b) Người ở nước ngoài", "profileComponents": [{"name": "Bản dịch", "copyQty": 2}]},
    ]
    found = procedure(record(method(3, "WORKING_DAY"), executionCases=cases)).components
    assert [(item.name, item.originals, item.copies, item.shown_only, item.case) for item in found] == [
        ("Tờ khai", 1, 0, False, ""),
        ("Hộ chiếu", 0, 0, True, ""),
        ("Bản dịch", 0, 2, False, "b) Người ở nước ngoài"),
    ]
    assert len({item.key for item in found}) == 3


def test_nulls_in_every_place_are_nothing_and_leave_the_rest() -> None:
    taken = taken_from({"code": "1.004873", "name": "Tên", "detail": dict.fromkeys(record()["detail"])}, DAY)
    assert taken.procedure is None, "a null name is none"
    nulls = record(**{key: None for key in record()["detail"] if key not in ("code", "name")})
    found = procedure(nulls)
    assert found.components == (NO_PAPERS,) and found.term.unit == "unknown" and found.valid_from == DAY
    assert set(found.unknown) == {"term", "fees", "components", "field", "competence"}


@pytest.mark.parametrize("told", [None, [], "text", 7, {}, {"code": "abc", "name": "x"}, {"code": "1.004873"}])
def test_what_is_no_record_is_left_out_and_told(told: object) -> None:
    taken = taken_from(told, DAY)
    assert taken.procedure is None and not taken.deleted and taken.doubts


@pytest.mark.parametrize("code", ["1.014955-Xoa", "1.014955-xóa", "1.014955_XOA"])
def test_a_deleted_code_is_known_as_one(code: str) -> None:
    taken = taken_from({"code": code, "name": "Hỗ trợ"}, DAY)
    assert taken.deleted and taken.code == "1.014955" and taken.procedure is None


def test_every_doubt_has_its_vietnamese() -> None:
    rooms = Path(__file__).parents[2] / "counter_app" / "procedures"
    sentences = {
        match[1]
        for name in ("portal_records.py", "portal_files.py")
        for match in re.finditer(r'Doubt\("\w+", "([^"]+)"', (rooms / name).read_text(encoding="utf-8"))
    }
    assert len(sentences) > 9
    assert [sentence for sentence in sentences if translate("import", sentence) == sentence] == []


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e300, 10**30, True, -1, 0.5])
def test_an_amount_that_no_fee_has_is_unknown_and_stops_no_import(value: object) -> None:
    found = procedure(record(method(3, "WORKING_DAY", "DIRECT", "", {"type": "FEE", "value": value})))
    assert found.fees == () and "fees" in found.unknown


@pytest.mark.parametrize("time", [float("nan"), float("inf"), 1e300, True])
def test_an_endless_term_is_unknown_and_stops_no_import(time: object) -> None:
    assert procedure(record(method(time, "WORKING_DAY", "DIRECT"))).term.unit == "unknown"


def test_letters_nobody_sees_go_from_a_name_and_its_marks_come_together() -> None:
    found = procedure(record(name="\ufeffĐa\u0306ng ky\u0301\x00\u202e khai\u200b\ud800 sinh"))
    assert found.name == "Đăng ký khai sinh"

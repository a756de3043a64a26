"""A dossier's life on paper: each step gives the paper that belongs to it, and a newer step gives another one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from counter_app.desk import casework, till
from counter_app.desk.after_receipt import correct, declare_lost, stated
from counter_app.desk.desk import Desk
from counter_app.dossier.acts import ACTS
from counter_app.dossier.agency_names import in_full
from counter_app.dossier.life import ResultNamed
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import FeeDue
from counter_app.dossier.payloads.after import ReceiptLost
from counter_app.dossier.payloads.papers import Received
from counter_app.dossier.payloads.results import ResultReturned
from counter_app.dossier.states import DeliveryMethod, PayMethod
from counter_app.dossier.subjects import WHOLE, CorrectedPaper
from printing.form_list import FORMS, NothingToPrint, newest
from printing.handout import ask_for, paper
from printing.offers import offers_of
from printing.print_queue import PrintQueue
from tests.dossier.entries import received
from tests.printing.paper_printers import PaperPrinter
from tests.printing.reading import pages

HALL = "Phòng Kinh tế"


def owing(desk: Desk) -> str:
    code = f"H41.99-261120-{desk.store.entries.check_own() + 1:04d}"
    fees = (FeeDue(name="Lệ phí", kind="le_phi", amount=100_000),)
    payload: Received = received().model_copy(update={"fees": fees, "procedure": "1.001193"})
    desk.record(code, payload)
    return code


def printed(desk: Desk, code: str, form: str) -> None:
    ask_for(desk, [code], form)
    PrintQueue(desk, lambda name: PaperPrinter("Máy A")).run_once()


def said(desk: Desk, code: str, form: str) -> str:
    return " ".join(pages(paper(desk, [code], form)))


def test_every_paper_an_act_prints_is_known_to_the_desk() -> None:
    assert {act.form for act in ACTS.values() if act.form} <= set(FORMS)


@pytest.mark.parametrize("form", sorted(set(FORMS) - {"receipt", "slip", "control_sheet"}))
def test_a_new_dossier_has_only_the_papers_of_its_receipt(desk: Desk, form: str) -> None:
    with pytest.raises(NothingToPrint):
        paper(desk, [owing(desk)], form)


def test_a_second_request_is_a_paper_of_its_own_and_the_first_stays_as_it_was(desk: Desk) -> None:
    code = owing(desk)
    casework.ask_for_supplements(desk, code, ["Giấy chứng sinh"], "Thiếu giấy")
    first = newest("supplement_request", desk.dossier(code))
    printed(desk, code, "supplement_request")
    kept = paper(desk, [code], "supplement_request")
    casework.take_supplements(desk, code)
    casework.ask_for_supplements(desk, code, ["Căn cước của mẹ"], "Thiếu giấy", again="Thấy ra sau")
    assert "1. Căn cước của mẹ" in said(desk, code, "supplement_request")
    assert paper(desk, [code], "supplement_request", first) == kept
    assert "1. Giấy chứng sinh" in " ".join(pages(kept))


def test_a_refusal_can_be_printed_once_it_was_said(desk: Desk) -> None:
    code = owing(desk)
    casework.refuse(desk, code, "Không thuộc thẩm quyền của phường")
    assert "cụ thể như sau: Không thuộc thẩm quyền của phường" in said(desk, code, "refusal")


def test_an_extension_a_stop_and_a_return_have_their_papers(desk: Desk) -> None:
    code = owing(desk)
    due = desk.now() + timedelta(days=20)
    casework.extend(desk, code, due, "Chờ xác minh", "Nguyễn Văn Mẫu")
    assert f"ngày {due:%d}" in said(desk, code, "apology")
    casework.stop(desk, code, "Đất đang tranh chấp")
    assert "Lý do: Đất đang tranh chấp" in said(desk, code, "pause_notice")
    casework.resume(desk, code)
    results = [ResultNamed(name="Giấy khai sinh", number="12/2026"), ResultNamed(name="Thẻ bảo hiểm y tế")]
    casework.take_results(desk, code, results)
    assert "Giấy khai sinh số 12/2026; Thẻ bảo hiểm y tế" in said(desk, code, "result_hand_over")
    owner = desk.dossier(code).owner.name
    for place, result in enumerate(results):
        taken = ResultReturned(results=(place,), method=DeliveryMethod.COUNTER, recipient=owner)
        casework.return_results(desk, code, taken)
        note = said(desk, code, "return_note")
        assert [item.name in note for item in results] == [item is result for item in results]


def test_each_hand_over_makes_another_control_sheet(desk: Desk) -> None:
    code = owing(desk)
    before = newest("control_sheet", desk.dossier(code))
    assert "2. Nhận: …" in said(desk, code, "control_sheet")
    casework.hand_over(desk, code, HALL)
    assert newest("control_sheet", desk.dossier(code)) != before
    assert f"2. Nhận: {HALL}" in said(desk, code, "control_sheet")
    assert f"Bên nhận: {HALL}" in said(desk, code, "hand_over_list")
    casework.take_results(desk, code, [ResultNamed(name="Giấy khai sinh")])
    assert f"1. Giao: {HALL}" in said(desk, code, "control_sheet")


def test_a_list_names_all_dossiers_that_went_together(desk: Desk) -> None:
    codes = [casework.hand_over(desk, owing(desk), HALL).code for _ in range(3)]
    text = " ".join(pages(paper(desk, codes, "hand_over_list")))
    assert all(text.count(code) == 2 for code in codes)  # two copies


@pytest.mark.parametrize(
    ("undo", "mark"),
    [
        (lambda desk, code, one: till.cancel_receipt(desk, code, one.series, one.number, "Ghi sai tên"), "ĐÃ HỦY"),
        (lambda desk, code, one: till.give_back(desk, code), "ĐÃ HOÀN PHÍ"),
    ],
)
def test_a_receipt_that_holds_no_more_is_never_printed_again_as_if_it_did(
    desk: Desk, undo: Callable[[Desk, str, object], Dossier], mark: str
) -> None:
    code = owing(desk)
    taken = till.take_fee(desk, code, "le_phi", PayMethod.CASH)
    printed(desk, code, "fee_receipt")
    assert mark not in said(desk, code, "fee_receipt")
    undo(desk, code, taken.fee_receipts[0])
    assert said(desk, code, "fee_receipt").count(mark) == 2


def test_a_receipt_that_went_out_with_a_mistake_is_printed_again_as_a_corrected_one(desk: Desk) -> None:
    code = owing(desk)
    printed(desk, code, "receipt")
    wrong = paper(desk, [code], "receipt")
    wanted = stated(desk.dossier(code))
    right = replace(wanted, owner=wanted.owner.model_copy(update={"name": "Đặng Thị Hồng"}))
    correct(desk, code, right, "Gõ sai tên", "Lê Văn Mẫu")
    text = said(desk, code, "receipt")
    assert "Đặng Thị Hồng" in text and "Bản sửa đổi lần 1" in text
    assert offers_of(desk, code)[0].form in ("receipt", "slip"), "the corrected paper is offered first"
    assert paper(desk, [code], "receipt", WHOLE) == wrong, "what went out stays as it was"
    printed(desk, code, "receipt")
    assert [item.about for item in desk.dossier(code).papers] == [WHOLE, CorrectedPaper(WHOLE, 1)]
    assert [item.print_number for item in desk.dossier(code).papers] == [1, 1]


def test_what_was_corrected_before_anything_went_out_bears_no_mark(desk: Desk) -> None:
    code = owing(desk)
    correct(desk, code, replace(stated(desk.dossier(code)), sets=2), "Đếm nhầm", "Lê Văn Mẫu")
    text = said(desk, code, "receipt")
    assert "02 (bộ)" in text and "Bản sửa đổi" not in text


def test_the_results_are_handed_over_by_the_unit_that_gave_the_dossier_back_not_by_the_desk(desk: Desk) -> None:
    code = owing(desk)
    casework.hand_over(desk, code, HALL)
    casework.hand_over(desk, code, desk.profile.office.unit, "Trần Thị Mẫu", from_unit=HALL, given_by="Ngô Văn Mẫu")
    casework.take_results(desk, code, [ResultNamed(name="Giấy khai sinh")])
    text = said(desk, code, "result_hand_over")
    assert f"Bên giao: {HALL} Bên nhận: {in_full(desk.profile.office.unit)}" in text
    assert "Ngô Văn Mẫu" in text


def test_a_result_returned_without_the_receipt_says_so_on_its_note(desk: Desk) -> None:
    code = owing(desk)
    owner = desk.dossier(code).owner
    checked = "Căn cước bản chính, đối chiếu ảnh"
    declare_lost(
        desk, code, ReceiptLost(declared_by=owner.name, identity_number=owner.identity_number, checked=checked)
    )
    assert checked in said(desk, code, "loss_declaration")
    casework.take_results(desk, code, [ResultNamed(name="Giấy khai sinh", number="45/UBND-XNTTHN")])
    taken = ResultReturned(results=(0,), method=DeliveryMethod.COUNTER, recipient=owner.name)
    casework.return_results(desk, code, taken)
    note = said(desk, code, "return_note")
    assert "đã trình báo mất" in note and checked in note
    assert "45/UBND-XNTTHN" in note, "a number stands in one piece"


def test_nobody_signs_for_what_went_by_post(desk: Desk) -> None:
    code = owing(desk)
    casework.take_results(desk, code, [ResultNamed(name="Giấy khai sinh")])
    sent = ResultReturned(results=(0,), method=DeliveryMethod.POST, recipient="Đặng Thị Hường", post_bill="EA1")
    casework.return_results(desk, code, sent)
    assert said(desk, code, "return_note").count("(Ký và ghi rõ họ tên)") == 1

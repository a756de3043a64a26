"""The whole set of a dossier's papers: what every dossier has, what its case asks for, and nothing twice."""

from __future__ import annotations

from counter_app.desk import casework, receiving, till
from counter_app.desk.desk import Desk
from counter_app.dossier.draft import DocumentTyped
from counter_app.dossier.states import PayMethod
from printing.print_queue import PrintQueue
from printing.whole_set import ask_for_set, whole_set
from tests.conftest import filled
from tests.printing.paper_printers import PaperPrinter
from tests.printing.test_offers import owing


def received(desk: Desk) -> str:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def forms(desk: Desk, code: str) -> list[str]:
    return [offer.form for offer in whole_set(desk, code)]


def test_a_dossier_just_received_has_receipt_slip_and_control_sheet_in_this_order(desk: Desk) -> None:
    code = received(desk)
    assert forms(desk, code) == ["receipt", "slip", "control_sheet"]
    assert [job.form for job in ask_for_set(desk, code)] == ["receipt", "slip", "control_sheet"]


def test_pressed_twice_the_set_is_asked_for_once(desk: Desk) -> None:
    code = received(desk)
    first = [job.id for job in ask_for_set(desk, code)]
    assert list(ask_for_set(desk, code)) == []
    assert [job.id for job in desk.store.print_jobs.open()] == first


def test_what_came_out_is_not_printed_again_with_the_set(desk: Desk) -> None:
    code = received(desk)
    printer = PaperPrinter("Quầy 1")
    for job in ask_for_set(desk, code):
        assert job.open
        PrintQueue(desk, lambda _: printer).run_once()
    assert len(printer.tray) == 3 and list(ask_for_set(desk, code)) == []
    casework.hand_over(desk, code, "Phòng Kinh tế")
    assert [job.form for job in ask_for_set(desk, code)] == ["control_sheet"], "a new block of it"


def test_what_the_case_asks_for_is_in_the_set_while_it_asks(desk: Desk) -> None:
    code = received(desk)
    casework.ask_for_supplements(desk, code, ["Giấy chứng sinh"], "Thiếu giấy tờ")
    assert "supplement_request" in forms(desk, code)
    casework.take_supplements(desk, code)
    assert "supplement_request" not in forms(desk, code), "nobody is asked any more"


def test_every_receipt_for_money_is_in_the_set(desk: Desk) -> None:
    code = owing(desk)
    till.take_all_fees(desk, code, PayMethod.CASH)
    assert forms(desk, code).count("fee_receipt") == len(desk.dossier(code).fee_receipts) == 1


def test_of_several_receipts_that_say_the_same_one_is_printed(desk: Desk) -> None:
    draft = filled(desk.new_draft(), "2.000815", *keys_of(desk, "2.000815"))
    documents = (DocumentTyped(name="Bằng tốt nghiệp", pages=2, copies=3),)
    desk.keep_draft(draft.model_copy(update={"certified": documents}))
    code = receiving.receive(desk, draft.id).code
    assert [form for form in forms(desk, code) if form.endswith("receipt")] == ["certification_receipt"]


def keys_of(desk: Desk, procedure: str) -> list[str]:
    found = desk.knowledge.catalogue.get(procedure, desk.now().date())
    assert found is not None
    return [rule.key for rule in found.components if not rule.shown_only][:1]

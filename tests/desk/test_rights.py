"""Who may do what: every act and every part of the program, against every role; and the second person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest

from counter_app.desk import accounts, after_receipt, cash_count, catalogue, guidance, receiving, report_answers, till
from counter_app.desk.batch import receive_batch
from counter_app.desk.desk import Desk, NoSecond, NotSignedIn, nobody
from counter_app.desk.dossier_view import dossier_view
from counter_app.desk.personal_data import erase
from counter_app.dossier import acts
from counter_app.dossier.acts import ACTS, possible
from counter_app.dossier.acts.act import AnyAct, NotYourTask, SecondNeeded, refuse_unless_task
from counter_app.dossier.journal import PROVINCE
from counter_app.dossier.payloads.after import Corrected, NoteWritten
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.money import FeeReceiptCancelled
from counter_app.dossier.roles import TASKS, Clerk, Role, Task, tasks_of
from counter_app.dossier.states import PayMethod, Status
from counter_app.procedures.offered import Offer
from counter_app.reports.offered import REPORTS, Question, offered
from counter_app.reports.periods import day
from counter_app.reports.scope import Scope
from counter_app.store.accesses import AccessKind
from printing.handout import ask_for
from printing.print_queue import PrintQueue
from tests.conftest import CLERK, SUPERVISOR, filled

COUNTER = {Role.CLERK, Role.SUPERVISOR}
RETURNS = COUNTER | {Role.RETURN_DESK}
NOBODY: set[Role] = set()
MATRIX: dict[str, set[Role]] = {
    "guide": COUNTER,
    "end_guidance": COUNTER,
    "file_online": NOBODY,
    "receive": COUNTER,
    "refuse": COUNTER,
    "ask_supplement": COUNTER,
    "take_supplement": COUNTER,
    "ask_obligation": COUNTER,
    "confirm_obligation": RETURNS,
    "hand_over": COUNTER,
    "extend": COUNTER,
    "stop": COUNTER,
    "resume": COUNTER,
    "stop_at_request": COUNTER,
    "withdraw": COUNTER,
    "take_results": RETURNS,
    "begin_stage": COUNTER,
    "return_results": RETURNS,
    "take_fee": RETURNS,
    "cancel_receipt": RETURNS,
    "refund": RETURNS,
    "digitise": RETURNS,
    "reuse": RETURNS,
    "borrow": RETURNS,
    "verify": RETURNS,
    "number_paper": RETURNS,
    "give_paper": RETURNS,
    "correct": COUNTER,
    "cancel_receiving": COUNTER,
    "declare_lost": RETURNS,
    "add_papers": RETURNS,
    "take_page_out": RETURNS,
    "digitise_result": RETURNS,
    "write_note": RETURNS,
    "change_status": NOBODY,
    "change_delivery": NOBODY,
    "settle": COUNTER,
    "open_account": {Role.ADMINISTRATOR},
    "change_roles": {Role.ADMINISTRATOR},
    "set_secret": {Role.ADMINISTRATOR},
    "change_key": {Role.ADMINISTRATOR},
    "erase": {Role.SUPERVISOR},
    "delete_files": NOBODY,
    "sign_evaluation": {Role.SUPERVISOR},
    "draw_sample": {Role.SUPERVISOR, Role.ADMINISTRATOR, Role.INSPECTOR},
    "take_feedback": RETURNS,
    "sort_feedback": COUNTER,
    "answer_feedback": COUNTER,
    "publish_feedback": COUNTER,
    "lend": NOBODY,  # the province, at the word of another office's desk
    "answer_survey": NOBODY,  # a citizen, at the kiosk
}
"""By whom each act may be done at a desk; those of nobody are the province's word, or done by the rules."""


def at(desk: Desk, *roles: Role) -> Desk:
    """The desk as somebody with these roles alone works at it."""
    return desk.of(Clerk("Phạm Văn Thử", tasks_of(roles)))


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("act", ACTS.values(), ids=str)
def test_every_act_is_of_these_roles_and_of_no_other(act: AnyAct, role: Role) -> None:
    if role in MATRIX[act.name]:
        refuse_unless_task(act, TASKS[role])
    else:
        with pytest.raises(NotYourTask):
            refuse_unless_task(act, TASKS[role])


def test_the_matrix_names_every_act_that_there_is() -> None:
    assert {act.name for act in ACTS.values()} == set(MATRIX)


PARTS: dict[str, tuple[Callable[[Desk], object], set[Role]]] = {
    "receive": (lambda desk: receiving.receive(desk, "draft-none"), COUNTER),
    "receive several": (lambda desk: receive_batch(desk, "draft-none", [None]), COUNTER),  # type: ignore[list-item]
    "count the cash": (lambda desk: cash_count.count_cash(desk, {}), RETURNS),
    "offer otherwise": (lambda desk: catalogue.change_offer(desk, lambda offer: Offer()), {Role.ADMINISTRATOR}),
    "read the access log": (
        lambda desk: report_answers.answer(
            desk, offered("nhat-ky-truy-cap"), Question(Scope(day(date(2026, 11, 20)), desk.now()))
        ),
        {Role.SUPERVISOR, Role.ADMINISTRATOR, Role.INSPECTOR},
    ),
    "begin an intake": (lambda desk: desk.new_draft(), set(Role) - {Role.INSPECTOR}),
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("part", PARTS)
def test_what_is_no_act_asks_for_its_role_too(desk: Desk, part: str, role: Role) -> None:
    do, theirs = PARTS[part]
    try:
        do(at(desk, role))
    except NotYourTask:
        assert role not in theirs
    except Exception:  # noqa: BLE001 - let in, and then there is no such draft
        assert role in theirs
    else:
        assert role in theirs


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.INSPECTOR])
def test_who_only_looks_writes_nothing_into_a_dossier_by_any_way(desk: Desk, role: Role) -> None:
    code = received(desk)
    theirs = at(desk, role)
    before = desk.store.entries.last_sequence()
    with pytest.raises(NotYourTask):
        after_receipt.write_note(theirs, code, "Xin chào")
    with pytest.raises(NotYourTask):
        theirs.record(code, NoteWritten(text="Xin chào"))
    assert possible(desk.dossier(code), theirs.clerk.tasks) == []
    assert desk.store.entries.last_sequence() == before


def test_an_inspector_reads_everything_and_whatever_they_try_is_refused_with_a_sentence(desk: Desk) -> None:
    code = received(desk)
    theirs = at(desk, Role.INSPECTOR)
    desk.store.news.come([desk.store.entries.of_dossier(code)[0].model_copy(update={"desk": PROVINCE})], desk.now())
    question = Question(Scope(day(date(2026, 11, 20)), desk.now()))
    for report in REPORTS:
        report_answers.answer(theirs, report, question)
    assert dossier_view(theirs, code).entries
    assert desk.store.news.newest(9)[0].seen is False  # it is news to the clerks still
    before = desk.store.entries.last_sequence()
    tries: dict[str, Callable[[], object]] = {
        "an intake": theirs.new_draft,
        "a receipt": lambda: receiving.receive(theirs, "draft-none"),
        "somebody who came back": lambda: guidance.take_up(theirs, "H41.99-261120-H-0001"),
        "money": lambda: till.take_all_fees(theirs, code, PayMethod.CASH),
        "a note": lambda: after_receipt.write_note(theirs, code, "Xin chào"),
        "a paper": lambda: ask_for(theirs, (code,), "receipt"),
        "a print job": lambda: PrintQueue(theirs, lambda name: None).cancel(1),  # type: ignore[arg-type, return-value]
        "an account": lambda: accounts.open_account(theirs, "Lê Văn Mới", [Role.CLERK], "mật khẩu 12", "mật khẩu 12"),
        "erasing": lambda: erase(theirs, code, "Theo yêu cầu", "Lê Văn Ký"),
    }
    for what, act in tries.items():
        with pytest.raises(NotYourTask) as refused:
            act()
        assert "không thuộc nhiệm vụ" in refused.value.sentence(), what
    assert desk.store.entries.last_sequence() == before
    (access,) = [item for item in desk.store.accesses.between(0, 2**40) if item.clerk == theirs.clerk.name]
    assert (access.kind, access.subject) == (AccessKind.OPENED, code)


def test_no_desk_says_what_only_the_province_may_say(desk: Desk) -> None:
    code = received(desk)
    with pytest.raises(NotYourTask):
        desk.record(code, StatusChanged(status=Status.DONE))


def test_where_nobody_is_signed_in_nothing_is_written(desk: Desk) -> None:
    code = received(desk)
    with pytest.raises(NotSignedIn) as refused:
        after_receipt.write_note(replace(desk, who=nobody), code, "Xin chào")
    assert "Chưa ai đăng nhập" in refused.value.sentence()


def test_the_entry_names_who_was_signed_in(desk: Desk) -> None:
    code = received(desk)
    after_receipt.write_note(at(desk, Role.RETURN_DESK), code, "Xin chào")
    assert [entry.clerk for entry in desk.store.entries.of_dossier(code)] == [CLERK.name, "Phạm Văn Thử"]


def test_a_receipt_is_cancelled_and_money_given_back_with_a_second_person_only(desk: Desk) -> None:
    alone = replace(desk, second=None)
    code = received(desk)
    receipt = till.take_all_fees(alone, code, PayMethod.CASH).fee_receipts[0]
    for do in (
        lambda one: till.cancel_receipt(one, code, receipt.series, receipt.number, "Ghi sai"),
        lambda one: till.give_back(one, code),
        lambda one: after_receipt.cancel_receiving(one, code, "Nhập nhầm", "Lê Văn Ký"),
        lambda one: after_receipt.correct(one, code, after_receipt.stated(desk.dossier(code)), "Sai", "Lê Văn Ký"),
    ):
        with pytest.raises(SecondNeeded) as refused:
            do(alone)
        assert "cần người thứ hai" in refused.value.sentence()
    till.cancel_receipt(alone.seconded(SUPERVISOR), code, receipt.series, receipt.number, "Ghi sai")
    entry = desk.store.entries.of_dossier(code)[-1]
    payload = entry.read()
    assert isinstance(payload, FeeReceiptCancelled)
    assert (entry.clerk, payload.seconded_by) == (CLERK.name, SUPERVISOR.name)


def test_nobody_confirms_what_they_do_themselves_nor_without_the_role(desk: Desk) -> None:
    for second in (replace(CLERK), Clerk("Lê Thị Ba", tasks_of([Role.CLERK, Role.ADMINISTRATOR]))):
        with pytest.raises(NoSecond):
            desk.seconded(second)


def test_a_spoiled_receipt_needs_nobody_else_for_it_was_worth_nothing(desk: Desk) -> None:
    code = received(desk)
    (fee, *_) = desk.dossier(code).fees
    till.spoil_receipt(replace(desk, second=None), code, fee.kind, "Mực lem")


def test_an_office_can_do_without_a_second_person(desk: Desk) -> None:
    rules = desk.knowledge.rules.of(desk.now().date()).model_copy(update={"second_person": ()})
    knowledge = replace(desk.knowledge, rules=type(desk.knowledge.rules)([rules]))
    code = received(desk)
    free = replace(desk, second=None, knowledge=knowledge)
    after_receipt.cancel_receiving(free, code, "Nhập nhầm", "Lê Văn Ký")
    assert acts.CANCEL_RECEIVING.name not in rules.second_person


def test_an_entry_of_before_there_was_a_second_person_is_still_read() -> None:
    for payload in (Corrected, FeeReceiptCancelled):
        assert not payload.model_fields["seconded_by"].is_required()


def received(desk: Desk) -> str:
    """A dossier with a fee to pay."""
    draft = filled(desk.new_draft(), "1.001612", "giay-de-nghi")
    desk.keep_draft(draft)
    code = receiving.receive(desk, draft.id).code
    assert Task.RECEPTION in desk.clerk.tasks and desk.dossier(code).fees
    return code

"""The life of a dossier at the desk, told as the clerk does it. 20/11/2026 is a Friday, 24/11 a public holiday."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from counter_app.desk import casework, receiving, reusing
from counter_app.desk.desk import Desk
from counter_app.desk.entered_with_receipt import NothingToReuse
from counter_app.dossier import acts
from counter_app.dossier.acts import possible
from counter_app.dossier.acts.act import AnyAct, NotYourTask, StepIncomplete, StepRefused
from counter_app.dossier.applicants import Relation
from counter_app.dossier.life import DueCause, PauseKind, ResultNamed
from counter_app.dossier.model import Component, DigitisedPage, Dossier, Reuse, Term
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.papers import Received
from counter_app.dossier.recipients import WrongRecipient, lacking
from counter_app.dossier.roles import Clerk, Task
from counter_app.dossier.states import Delivery, DeliveryMethod, PauseMode, Status
from tests.conftest import CLERK, filled, said_by_the_province, with_changed
from tests.desk.household import OWNER, TAKEN, at, on, received


def with_tasks(desk: Desk, *mine: Task) -> Desk:
    return desk.of(Clerk(CLERK.name, frozenset(mine)))


def changed(desk: Desk, **changes: object) -> Desk:
    """The desk where the law of a household business is another."""
    catalogue = with_changed(desk.knowledge, "1.001612", at("2026-11-20 09:00").date(), **changes)
    return replace(desk, knowledge=replace(desk.knowledge, catalogue=catalogue))


def test_a_supplement_stops_the_clock_and_the_term_runs_again_from_its_start(desk: Desk) -> None:
    code = received(desk)
    assert desk.dossier(code).due_at == at("2026-11-26 09:00")
    asked = casework.ask_for_supplements(
        on(desk, "2026-11-23 10:00"), code, [" Bản sao căn cước ", ""], "Thiếu giấy tờ", at("2026-12-04 17:00")
    )
    assert asked.status is Status.SUPPLEMENT_REQUESTED
    assert asked.open_pause and asked.open_pause.asked == ("Bản sao căn cước",)
    came = Component(key="can-cuoc", name="Căn cước của chủ hộ", copies=1)
    done = casework.take_supplements(on(desk, "2026-11-25 14:00"), code, [came])
    assert done.status is Status.ACCEPTED
    assert done.due_at == at("2026-11-30 14:00")
    assert [component.key for component in done.components] == ["giay-de-nghi", "can-cuoc"]
    assert done.pauses[0].ended_at == at("2026-11-25 14:00")
    (change,) = done.due_changes
    assert (change.cause, change.before, change.after) == (DueCause.SUPPLEMENT, at("2026-11-26 09:00"), done.due_at)
    assert done.promised_at == at("2026-11-26 09:00"), "what the receipt says stays known"


def test_in_the_older_mode_the_due_date_moves_by_the_time_the_clock_stood_still(desk: Desk) -> None:
    desk = changed(desk, on_supplement=PauseMode.SHIFT)
    code = received(desk)
    casework.hand_over(on(desk, "2026-11-20 10:00"), code, "Phòng Kinh tế")
    casework.ask_for_supplements(on(desk, "2026-11-23 10:00"), code, ["Căn cước"], "Thiếu")
    done = casework.take_supplements(on(desk, "2026-11-25 11:00"), code)
    assert done.status is Status.IN_PROCESS, "it goes on where it was"
    assert done.due_at == at("2026-11-27 10:00"), "one working day and an hour later; the 24th is a holiday"


def test_paying_the_land_tax_does_not_count(desk: Desk) -> None:
    code = received(desk)
    casework.ask_for_obligation(on(desk, "2026-11-23 08:00"), code, "Nộp thuế trước bạ", 1_500_000)
    done = casework.confirm_obligation(on(desk, "2026-11-27 08:00"), code, "Giấy nộp tiền 12")
    assert done.status is Status.IN_PROCESS
    assert done.due_at == at("2026-12-01 09:00"), "three working days later: 23, 25 and 26 stood still"
    assert done.pauses[0].kind is PauseKind.OBLIGATION


def test_an_extension_keeps_what_was_promised_why_it_moved_and_who_signed(desk: Desk) -> None:
    code = received(desk)
    later = at("2026-11-30 16:00")
    done = casework.extend(on(desk, "2026-11-25 10:00"), code, later, "Chờ xác minh", "Lê Văn Mẫu")
    (change,) = done.due_changes
    assert (change.before, change.after) == (at("2026-11-26 09:00"), later)
    assert (change.reason, change.signer, change.clerk) == ("Chờ xác minh", "Lê Văn Mẫu", "Trần Thị Mẫu")
    assert done.status is Status.ACCEPTED
    other = received(desk)
    for wrong in ("2026-11-25 08:30", "2026-11-26 09:00"):
        with pytest.raises(StepIncomplete):
            casework.extend(on(desk, "2026-11-25 11:00"), other, at(wrong), "Chờ xác minh", "Lê Văn Mẫu")
    with pytest.raises(StepIncomplete) as lacks:
        casework.extend(on(desk, "2026-11-25 11:00"), other, at("2026-12-01 09:00"), "Chờ xác minh", " ")
    assert "who signs it" in lacks.value.sentence("en")


def test_no_change_of_status_moves_a_promise(desk: Desk) -> None:
    code = received(desk)
    for status in (Status.IN_PROCESS, Status.STOPPED, Status.IN_PROCESS, Status.DONE):
        assert said_by_the_province(desk, code, StatusChanged(status=status)).due_at == at("2026-11-26 09:00")
    assert desk.dossier(code).due_changes == ()


def test_a_stop_that_follows_a_supplement_shifts_by_both(desk: Desk) -> None:
    code = received(desk)
    casework.ask_for_supplements(on(desk, "2026-11-23 08:00"), code, ["Căn cước"], "Thiếu")
    stopped = casework.stop(on(desk, "2026-11-25 08:00"), code, "Người nộp đề nghị dừng")
    assert stopped.status is Status.STOPPED
    assert [pause.ended_at is None for pause in stopped.pauses] == [False, True]
    done = casework.resume(on(desk, "2026-11-26 08:00"), code)
    assert (done.status, done.due_at) == (Status.IN_PROCESS, at("2026-11-30 09:00"))


def test_a_hand_over_is_a_line_of_the_control_sheet(desk: Desk) -> None:
    code = received(desk)
    casework.hand_over(desk, code, "Phòng Kinh tế, Hạ tầng và Đô thị", "Ngô Văn Mẫu", "kèm bản vẽ")
    done = casework.hand_over(
        desk, code, "Bộ phận Một cửa", "Trần Thị Mẫu", from_unit="Phòng Kinh tế, Hạ tầng và Đô thị"
    )
    assert [(line.from_unit, line.to_unit, line.taken_by) for line in done.hand_overs] == [
        ("BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ", "Phòng Kinh tế, Hạ tầng và Đô thị", "Ngô Văn Mẫu"),
        ("Phòng Kinh tế, Hạ tầng và Đô thị", "Bộ phận Một cửa", "Trần Thị Mẫu"),
    ]
    assert done.status is Status.IN_PROCESS


def test_two_results_are_returned_one_by_one(desk: Desk) -> None:
    code = received(desk)
    casework.take_results(desk, code, [ResultNamed(name="Giấy chứng nhận", number="12/GCN")], complete=False)
    assert desk.dossier(code).status is Status.ACCEPTED, "another one is awaited"
    done = casework.take_results(desk, code, [ResultNamed(name="Thông báo thuế")])
    assert (done.status, done.delivery) == (Status.DONE, Delivery.AT_DESK)
    half = casework.return_results(desk, code, TAKEN.model_copy(update={"results": (1,)}))
    assert half.status is Status.DONE
    whole = casework.return_results(desk, code, TAKEN)
    assert (whole.status, whole.delivery) == (Status.RESULT_RETURNED, Delivery.HANDED_OVER)
    assert whole.returned_at and whole.finished_at and whole.finished_at < whole.returned_at
    with pytest.raises(StepRefused):
        casework.return_results(desk, code, TAKEN)


def test_a_result_keeps_its_electronic_copy_and_only_a_pdf_is_one(desk: Desk, tmp_path: Path) -> None:
    code, pdf, picture = received(desk), tmp_path / "ket-qua.pdf", tmp_path / "anh.png"
    pdf.write_bytes(b"%PDF-1.4 invented")
    picture.write_bytes(b"no pdf")
    named = ResultNamed(name="Giấy chứng nhận", code="KQ.G15.000031")
    done = casework.take_results(desk, code, [casework.with_file(desk, named, pdf)])
    file = done.results[0].file
    assert file and desk.store.files.get(file.sha256) == pdf.read_bytes()
    row = next(iter(desk.store.db.query("SELECT result_files, result_codes FROM ledger WHERE code = ?", [code])))
    assert (row["result_files"], row["result_codes"]) == (1, 1)
    for wrong in (picture, tmp_path / "gone.pdf"):
        with pytest.raises(casework.NoResultFile):
            casework.with_file(desk, named, wrong)


def test_what_the_procedure_ends_in_is_noted_where_nobody_noted_a_result(desk: Desk) -> None:
    code = received(desk)
    said_by_the_province(desk, code, StatusChanged(status=Status.DONE))
    done = casework.return_results(desk, code, TAKEN)
    assert done.status is Status.RESULT_RETURNED
    assert [result.name for result in done.results] == ["Giấy chứng nhận đăng ký hộ kinh doanh"]


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"recipient": "Đặng Văn Hùng", "identity_number": ""}, WrongRecipient),
        ({"identity_number": "040190009999"}, WrongRecipient),
        ({"recipient": " "}, StepIncomplete),
        ({"relation": Relation.AUTHORISED, "recipient": "Đặng Văn Hùng"}, StepIncomplete),
        ({"method": DeliveryMethod.POST}, StepIncomplete),
    ],
)
def test_a_return_to_the_wrong_person_is_refused_explained_and_logged(
    desk: Desk, caplog: pytest.LogCaptureFixture, changes: dict[str, object], refused: type[Exception]
) -> None:
    code = received(desk)
    casework.take_results(desk, code, [ResultNamed(name="Giấy chứng nhận")])
    entries = desk.store.entries.check_own()
    with caplog.at_level(logging.WARNING), pytest.raises(refused):
        casework.return_results(desk, code, TAKEN.model_copy(update=changes))
    assert desk.store.entries.check_own() == entries
    if refused is WrongRecipient:
        assert "refused return_results: WrongRecipient" in caplog.text
    assert "Hường" not in caplog.text and "0401" not in caplog.text


@pytest.mark.parametrize(
    "changes",
    [
        {"recipient": "dang thi huong", "identity_number": ""},
        {"recipient": "Đặng Văn Hùng", "relation": Relation.AUTHORISED, "authority": "Giấy ủy quyền 01/UQ"},
        {"method": DeliveryMethod.POST, "post_bill": "EA123456789VN"},
        {"method": DeliveryMethod.ELECTRONIC, "recipient": "", "identity_number": ""},
    ],
)
def test_it_is_returned_to_the_holder_the_authorised_by_post_and_electronically(
    desk: Desk, changes: dict[str, object]
) -> None:
    code = received(desk)
    casework.take_results(desk, code, [ResultNamed(name="Giấy chứng nhận")])
    assert casework.return_results(desk, code, TAKEN.model_copy(update=changes)).status is Status.RESULT_RETURNED


def test_the_second_stage_has_its_own_term(desk: Desk) -> None:
    desk = changed(desk, next_term=Term(amount=2, unit="working_days"))
    code = received(desk)
    casework.take_results(on(desk, "2026-11-25 10:00"), code, [ResultNamed(name="Thông báo nộp tiền")])
    begun = casework.begin_stage(on(desk, "2026-11-27 10:00"), code)
    assert (begun.status, begun.stage, begun.next_term) == (Status.IN_PROCESS, 2, None)
    assert begun.due_at == at("2026-12-01 10:00")
    assert begun.due_changes[-1].cause is DueCause.STAGE
    assert begun.finished_at is None
    with pytest.raises(StepRefused):
        casework.begin_stage(desk, code)


def test_a_document_of_an_earlier_dossier_serves_again_for_the_same_person_only(desk: Desk) -> None:
    first, second = received(desk), received(desk)
    document = desk.store.files.put(b"%PDF", "application/pdf")
    page = DigitisedPage(original="ab" * 32, text="GIẤY ĐỀ NGHỊ")
    desk.add_document(first, "giay-de-nghi", document, (page,), [])
    done = reusing.reuse_document(desk, second, "giay-de-nghi", Reuse(dossier=first), "giay-de-nghi")
    assert done.components[0].document == document
    assert done.components[0].reused == Reuse(dossier=first)
    with pytest.raises(NothingToReuse):
        reusing.reuse_document(desk, second, "giay-de-nghi", Reuse(dossier=first), "can-cuoc")
    draft = filled(desk.new_draft())
    stranger = draft.owner.model_copy(update={"identity_number": "040190005678"})
    desk.keep_draft(draft.model_copy(update={"owner": stranger}))
    other = receiving.receive(desk, draft.id).code
    with pytest.raises(NothingToReuse):
        reusing.reuse_document(desk, other, "to-khai", Reuse(dossier=first), "giay-de-nghi")


ACTS: dict[AnyAct, Callable[[Desk, str], Dossier]] = {
    acts.REFUSE: lambda desk, code: casework.refuse(desk, code, "Không thuộc thẩm quyền"),
    acts.ASK_SUPPLEMENT: lambda desk, code: casework.ask_for_supplements(desk, code, ["Căn cước"], "Thiếu"),
    acts.TAKE_SUPPLEMENT: casework.take_supplements,
    acts.ASK_OBLIGATION: lambda desk, code: casework.ask_for_obligation(desk, code, "Thuế"),
    acts.CONFIRM_OBLIGATION: casework.confirm_obligation,
    acts.HAND_OVER: lambda desk, code: casework.hand_over(desk, code, "Phòng Kinh tế"),
    acts.EXTEND: lambda desk, code: casework.extend(desk, code, at("2027-02-01 09:00"), "Chậm", "Lê Văn Mẫu"),
    acts.STOP: lambda desk, code: casework.stop(desk, code, "Tranh chấp"),
    acts.STOP_AT_REQUEST: lambda desk, code: casework.stop_at_request(desk, code, "Đề nghị dừng", OWNER),
    acts.RESUME: casework.resume,
    acts.WITHDRAW: lambda desk, code: casework.withdraw(desk, code, "Đề nghị rút"),
    acts.TAKE_RESULTS: lambda desk, code: casework.take_results(desk, code, [ResultNamed(name="Kết quả")]),
    acts.RETURN_RESULTS: lambda desk, code: casework.return_results(desk, code, TAKEN),
}
WAYS: dict[Status, list[AnyAct]] = {
    Status.ACCEPTED: [],
    Status.NOT_ACCEPTED: [acts.REFUSE],
    Status.IN_PROCESS: [acts.HAND_OVER],
    Status.SUPPLEMENT_REQUESTED: [acts.ASK_SUPPLEMENT],
    Status.FINANCIAL_OBLIGATION: [acts.ASK_OBLIGATION],
    Status.WITHDRAWN: [acts.WITHDRAW],
    Status.STOPPED: [acts.STOP],
    Status.DONE: [acts.TAKE_RESULTS],
    Status.RESULT_RETURNED: [acts.TAKE_RESULTS, acts.RETURN_RESULTS],
}


@pytest.mark.parametrize("status", WAYS, ids=lambda status: status.name.lower())
def test_in_each_status_what_is_offered_can_be_done_and_nothing_else(desk: Desk, status: Status) -> None:
    for act, do in ACTS.items():
        code = received(desk)
        for way in WAYS[status]:
            ACTS[way](desk, code)
        before = desk.dossier(code)
        assert before.status is status
        if act in possible(before, desk.clerk.tasks):
            after = do(desk, code)
            assert after.status in (act.to or {status})
        else:
            with pytest.raises(StepRefused) as refused:
                do(desk, code)
            assert desk.dossier(code) == before
            assert "{" not in refused.value.sentence()


@pytest.mark.parametrize("act", ACTS, ids=str)
def test_an_act_is_done_by_those_whose_task_it_is(desk: Desk, act: AnyAct) -> None:
    code = received(desk)
    for way in next(ways for status, ways in WAYS.items() if status in act.allowed):
        ACTS[way](desk, code)
    others = set(Task) - act.tasks
    with pytest.raises(NotYourTask):
        ACTS[act](with_tasks(desk, *others), code)
    assert act not in possible(desk.dossier(code), others)
    ACTS[act](with_tasks(desk, next(iter(act.tasks))), code)


@pytest.mark.parametrize("nothing", ["\u200b", " \ufeff\u00ad ", "\u2060\n"])
def test_a_reason_that_nobody_can_see_is_none(desk: Desk, nothing: str) -> None:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    dossier = receiving.receive(desk, draft.id, nothing)
    first = desk.store.entries.of_dossier(dossier.code)[0].read()
    assert isinstance(first, Received) and first.incomplete is None
    for attempt in (
        lambda: casework.refuse(desk, dossier.code, nothing),
        lambda: casework.ask_for_supplements(desk, dossier.code, [nothing], "thiếu"),
    ):
        with pytest.raises(StepIncomplete):
            attempt()


def test_an_authority_that_nobody_can_see_lets_nobody_take_a_result() -> None:
    taken = TAKEN.model_copy(update={"relation": Relation.AUTHORISED, "authority": "\u200b", "recipient": "Lê Văn Hai"})
    assert lacking(taken) == "authority"
    assert lacking(taken.model_copy(update={"recipient": "\ufeff"})) == "recipient"

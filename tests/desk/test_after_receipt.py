"""After the receipt, told as the clerk does it: a mistake, a receipt that should not be, a lost one, papers that come
later. 20/11/2026 is a Friday, 24/11 a public holiday."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.desk import after_receipt, casework, till
from counter_app.desk.after_receipt import (
    MoneyStillTaken,
    PageNotInDocument,
    TooLateToCancel,
)
from counter_app.desk.desk import Desk
from counter_app.desk.moving import put_right
from counter_app.dossier import acts
from counter_app.dossier.acts import possible
from counter_app.dossier.acts.act import CannotApply, StepIncomplete, StepRefused
from counter_app.dossier.applicants import Relation
from counter_app.dossier.life import PauseKind, ResultNamed
from counter_app.dossier.model import Component, DigitisedPage, result_key
from counter_app.dossier.payloads.after import ReceiptLost
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.recipients import WrongRecipient
from counter_app.dossier.states import PayMethod, Status
from counter_app.procedures.rules import Rules
from tests.conftest import said_by_the_province
from tests.desk.household import OWNER, SIGNER, TAKEN, at, on, received, told


def with_rules(desk: Desk, **changes: object) -> Desk:
    """The desk under a law in which something is otherwise."""
    law = desk.knowledge.rules.of(at("2026-11-20 09:00").date()).model_copy(update=changes)
    return replace(desk, knowledge=replace(desk.knowledge, rules=Rules([law])))


def test_a_receipt_made_by_mistake_is_cancelled_within_its_day_and_its_number_stays_used(desk: Desk) -> None:
    code = received(desk)
    done = after_receipt.cancel_receiving(on(desk, "2026-11-20 16:00"), code, "Nhận hai lần", SIGNER)
    assert (done.status, done.status_reason) == (Status.CANCELLED, "Nhận hai lần")
    assert done.finished_at == at("2026-11-20 16:00")
    assert received(desk) != code, "its number is not given again"
    assert {line.code: line.status for line in desk.store.find("hường")}[code] is Status.CANCELLED
    offered = possible(done, desk.clerk.tasks)
    assert offered == [acts.WRITE_NOTE], "nothing is done to it any more"


def test_after_its_day_a_receipt_is_not_cancelled_any_more(desk: Desk) -> None:
    code = received(desk)
    with pytest.raises(TooLateToCancel) as late:
        after_receipt.cancel_receiving(on(desk, "2026-11-23 08:00"), code, "Nhận hai lần", SIGNER)
    assert "20/11/2026" in late.value.sentence("en")
    with pytest.raises(TooLateToCancel):
        after_receipt.cancel_receiving(on(desk, "2026-11-21 08:00"), code, "Nhận hai lần", SIGNER)  # a Saturday
    lenient = with_rules(on(desk, "2026-11-23 08:00"), cancel_within_days=2)
    assert after_receipt.cancel_receiving(lenient, code, "Nhận hai lần", SIGNER).status is Status.CANCELLED


def test_what_was_worked_on_or_paid_is_not_cancelled(desk: Desk) -> None:
    worked = received(desk)
    casework.hand_over(on(desk, "2026-11-20 10:00"), worked, "Phòng Kinh tế")
    with pytest.raises(StepRefused):
        after_receipt.cancel_receiving(on(desk, "2026-11-20 11:00"), worked, "Nhầm", SIGNER)
    paid = received(desk)
    today = on(desk, "2026-11-20 11:00")
    (receipt,) = till.take_all_fees(today, paid, PayMethod.CASH).fee_receipts[-1:]
    with pytest.raises(MoneyStillTaken):
        after_receipt.cancel_receiving(today, paid, "Nhầm", SIGNER)
    till.cancel_receipt(today, paid, receipt.series, receipt.number, "Nhầm")
    assert after_receipt.cancel_receiving(today, paid, "Nhầm", SIGNER).status is Status.CANCELLED


def test_the_province_does_not_cancel_a_receipt_in_one_word(desk: Desk) -> None:
    code = received(desk)
    with pytest.raises(CannotApply):
        said_by_the_province(desk, code, StatusChanged(status=Status.CANCELLED))
    assert desk.dossier(code).status is Status.ACCEPTED


def test_a_lost_receipt_is_declared_what_was_checked_is_kept_and_the_result_is_returned(desk: Desk) -> None:
    code = received(desk)
    lost = ReceiptLost(
        declared_by=OWNER, identity_number="040190001234", checked="Căn cước bản chính, đối chiếu ảnh và chữ ký"
    )
    after = after_receipt.declare_lost(desk, code, lost)
    (line,) = after.lost_receipts
    assert (line.checked, line.clerk) == (lost.checked, "Trần Thị Mẫu")
    assert "Căn cước bản chính" in told(desk, code)
    casework.take_results(desk, code, [ResultNamed(name="Giấy chứng nhận")])
    assert casework.return_results(desk, code, TAKEN).status is Status.RESULT_RETURNED


@pytest.mark.parametrize(
    ("changes", "refused"),
    [
        ({"declared_by": "Đặng Văn Hùng", "identity_number": "040190009999"}, WrongRecipient),
        ({"checked": " "}, StepIncomplete),
        ({"relation": Relation.AUTHORISED}, StepIncomplete),
        ({"relation": Relation.AUTHORISED, "authority": "Giấy ủy quyền 01", "identity_number": ""}, StepIncomplete),
    ],
)
def test_a_stranger_or_an_unchecked_person_declares_nothing(
    desk: Desk, changes: dict[str, object], refused: type[Exception]
) -> None:
    code = received(desk)
    lost = ReceiptLost(declared_by=OWNER, identity_number="040190001234", checked="Căn cước")
    with pytest.raises(refused):
        after_receipt.declare_lost(desk, code, lost.model_copy(update=changes))
    assert desk.dossier(code).lost_receipts == ()


def test_papers_that_come_later_and_notes_stand_on_the_dossier(desk: Desk) -> None:
    code = received(desk)
    casework.hand_over(desk, code, "Phòng Kinh tế")
    key = after_receipt.new_paper_key(desk.dossier(code))
    more = Component(key=key, name="Văn bản ủy quyền", originals=1)
    again = Component(key="giay-de-nghi", name="Giấy đề nghị", copies=2)
    after = after_receipt.add_papers(desk, code, [more, again], "Nộp bổ sung theo ý kiến của phòng")
    assert [(component.key, component.originals, component.copies) for component in after.components] == [
        ("giay-de-nghi", 1, 2),
        (key, 1, 0),
    ]
    assert after.status is Status.IN_PROCESS, "the business goes on as it did"
    assert "Văn bản ủy quyền" in told(desk, code)
    noted = after_receipt.write_note(desk, code, " Gọi lại sau 15 giờ ")
    assert [(note.text, note.clerk) for note in noted.notes] == [("Gọi lại sau 15 giờ", "Trần Thị Mẫu")]
    with pytest.raises(StepIncomplete):
        after_receipt.write_note(desk, code, " ")


def test_after_supplements_an_extension_that_was_granted_is_kept(desk: Desk) -> None:
    code = received(desk)
    casework.extend(on(desk, "2026-11-23 08:00"), code, at("2026-12-03 09:00"), "Chờ xác minh", SIGNER)
    casework.ask_for_supplements(on(desk, "2026-11-25 09:00"), code, ["Căn cước"], "Thiếu")
    done = casework.take_supplements(on(desk, "2026-11-26 09:00"), code)
    assert done.due_at == at("2026-12-08 09:00"), "three days from the 26th, and the five it was extended by"


def test_a_second_extension_is_refused_by_the_law_not_printed_beside_it(desk: Desk) -> None:
    code = received(desk)
    casework.extend(on(desk, "2026-11-23 08:00"), code, at("2026-12-03 09:00"), "Chờ xác minh", SIGNER)
    later = at("2026-12-10 09:00")
    with pytest.raises(casework.TooManyExtensions):
        casework.extend(on(desk, "2026-11-24 08:00"), code, later, "Chờ xác minh", SIGNER)
    unknown = with_rules(on(desk, "2026-11-24 08:00"), most_extensions=0)
    assert casework.extend(unknown, code, later, "Chờ xác minh", SIGNER).due_at == later


@pytest.mark.parametrize("closed", ["2026-11-29 09:00", "2027-01-01 09:00", "2026-12-03 03:00", "2026-12-02 07:30"])
def test_nothing_is_promised_for_a_sunday_a_holiday_the_night_or_the_minute_of_opening(desk: Desk, closed: str) -> None:
    code = received(desk)
    with pytest.raises(casework.OutOfHours) as refused:
        casework.extend(on(desk, "2026-11-23 08:00"), code, at(closed), "Chờ xác minh", SIGNER)
    assert "{" not in refused.value.sentence()
    assert desk.dossier(code).due_changes == ()


def test_a_second_request_for_supplements_says_why(desk: Desk) -> None:
    code = received(desk)
    casework.ask_for_supplements(on(desk, "2026-11-20 10:00"), code, ["Căn cước"], "Thiếu")
    casework.take_supplements(on(desk, "2026-11-20 11:00"), code)
    again = on(desk, "2026-11-20 14:00")
    with pytest.raises(StepIncomplete) as lacking:
        casework.ask_for_supplements(again, code, ["Hợp đồng"], "Thiếu")
    assert "once more" in lacking.value.sentence("en")
    done = casework.ask_for_supplements(again, code, ["Hợp đồng"], "Thiếu", again="Phòng chuyên môn phát hiện sau")
    assert len([pause for pause in done.pauses if pause.kind is PauseKind.SUPPLEMENT]) == 2
    assert "Phòng chuyên môn phát hiện sau" in told(desk, code)


def test_a_stop_the_applicant_asks_for_ends_the_dossier_and_is_neither_withdrawal_nor_pause(desk: Desk) -> None:
    code = received(desk)
    done = casework.stop_at_request(
        on(desk, "2026-11-23 10:00"), code, "Không còn nhu cầu", OWNER, "Đơn ngày 23/11/2026", SIGNER
    )
    assert (done.status, done.finished_at, done.open_pause) == (Status.STOPPED, at("2026-11-23 10:00"), None)
    assert done.stop_request and done.stop_request.request == "Đơn ngày 23/11/2026"
    offered = possible(done, desk.clerk.tasks)
    assert not {acts.RESUME, acts.WITHDRAW, acts.REFUSE, acts.STOP_AT_REQUEST} & set(offered)
    with pytest.raises(StepRefused):
        casework.resume(desk, code)
    assert acts.STOP_AT_REQUEST.form != acts.STOP.form != acts.WITHDRAW.form


def test_what_is_decided_is_not_stopped_at_request(desk: Desk) -> None:
    code = received(desk)
    casework.take_results(desk, code, [ResultNamed(name="Giấy chứng nhận")], complete=False)
    with pytest.raises(StepRefused):
        casework.stop_at_request(desk, code, "Không còn nhu cầu", OWNER)


@pytest.mark.parametrize(
    "way",
    [
        lambda desk, code: None,
        lambda desk, code: casework.hand_over(desk, code, "Phòng Kinh tế"),
        lambda desk, code: casework.ask_for_supplements(desk, code, ["Căn cước"], "Thiếu"),
        lambda desk, code: casework.ask_for_obligation(desk, code, "Thuế"),
        lambda desk, code: casework.stop(desk, code, "Tranh chấp"),
    ],
    ids=["accepted", "in process", "supplement", "obligation", "paused"],
)
def test_a_refusal_of_the_province_is_followed_from_every_open_status(desk: Desk, way) -> None:  # type: ignore[no-untyped-def]
    refused = StatusChanged(status=Status.NOT_ACCEPTED, reason="Không đủ điều kiện")
    for refuse in (
        lambda code: said_by_the_province(desk, code, refused),
        lambda code: casework.refuse(desk, code, "Không đủ điều kiện"),
    ):
        code = received(desk)
        way(desk, code)
        done = refuse(code)
        assert (done.status, done.status_reason) == (Status.NOT_ACCEPTED, "Không đủ điều kiện")
        assert done.open_pause is None and done.finished_at is not None


def test_a_unit_hands_over_by_its_own_people_and_never_to_itself(desk: Desk) -> None:
    code = received(desk)
    office, hall = desk.profile.office.unit, "Phòng Kinh tế"
    casework.hand_over(desk, code, hall)
    back = casework.hand_over(desk, code, office, "Trần Thị Mẫu", from_unit=hall)
    assert [step.given_by for step in back.hand_overs] == ["Trần Thị Mẫu", ""]
    named = casework.hand_over(desk, code, hall, from_unit="Lãnh đạo", given_by="Ngô Văn Mẫu")
    assert named.hand_overs[-1].given_by == "Ngô Văn Mẫu"
    with pytest.raises(StepIncomplete):
        casework.hand_over(desk, code, office.lower(), from_unit=office)


def test_a_result_of_a_day_to_come_is_refused(desk: Desk) -> None:
    code = received(desk)
    tomorrow = at("2027-05-01 00:00").date()
    with pytest.raises(casework.ResultInFuture) as refused:
        casework.take_results(desk, code, [ResultNamed(name="Giấy chứng nhận", issued_on=tomorrow)])
    assert "01/05/2027" in refused.value.sentence()
    today = at("2026-11-20 00:00").date()
    assert casework.take_results(desk, code, [ResultNamed(name="Giấy chứng nhận", issued_on=today)]).results


def two_pages(desk: Desk, code: str) -> tuple[int, int]:
    """Two scanned pages of which a document was made; their ids in the spool."""
    drafts = desk.store.drafts
    right, wrong = (
        drafts.add_page(code, "giay-de-nghi", desk.store.files.put(text, "image/jpeg").sha256, "image/jpeg", 300, "máy")
        for text in (b"to khai", b"trang cua nguoi khac")
    )
    document = desk.store.files.put(b"%PDF hai trang", "application/pdf")
    pages = tuple(DigitisedPage(original=page.original, text="chữ") for page in (right, wrong))
    desk.add_document(code, "giay-de-nghi", document, pages, [right.id, wrong.id])
    return right.id, wrong.id


def test_a_page_of_somebody_else_leaves_the_document_with_its_reason_and_its_scan_stays(desk: Desk) -> None:
    code = received(desk)
    right, wrong = two_pages(desk, code)
    original = desk.store.drafts.get_page(wrong).original  # type: ignore[union-attr]
    with pytest.raises(StepIncomplete):
        after_receipt.take_page_out(desk, code, wrong, " ")
    after = after_receipt.take_page_out(desk, code, wrong, "Trang của hồ sơ khác.")
    component = after.components[0]
    assert component.document is None and len(component.pages) == 1, "nobody is shown the document with that page"
    said = told(desk, code)
    assert said.startswith("Page 2 of Giấy đề nghị") and said.endswith("taken out: Trang của hồ sơ khác.")
    assert [page.id for page in desk.store.drafts.pages(code)] == [right]
    assert code in desk.store.drafts.unfinished(), "what is left waits to be made into a document"
    assert desk.store.files.get(original) == b"trang cua nguoi khac"
    assert desk.store.entries.names_files([original]) == {original}, "the entry of the scan keeps it from the sweep"
    assert desk.store.journal.differing_projections() == []
    with pytest.raises(PageNotInDocument):
        after_receipt.take_page_out(desk, code, wrong, "Trang của hồ sơ khác.")


def test_the_only_page_taken_out_leaves_a_paper_that_is_not_digitised(desk: Desk) -> None:
    code = received(desk)
    for page in two_pages(desk, code):
        desk.store.drafts.documented([page], "ab" * 32)
        after = after_receipt.take_page_out(desk, code, page, "Quét trùng.")
    assert after.components[0].document is None and after.components[0].pages == ()
    assert after.components[0].originals == 1 and code not in desk.store.drafts.unfinished()


def test_a_paper_of_two_pages_that_lay_at_the_wrong_component_is_put_right_by_one_entry(desk: Desk) -> None:
    code = received(desk)
    pages = two_pages(desk, code)
    entries = len(desk.store.entries.of_dossier(code))
    moved = put_right(desk, code, pages, "giay-to-tuy-than", "Giấy tờ này là “Căn cước”.")
    drafts = desk.store.drafts
    assert drafts.pages(code, "giay-de-nghi") == [] and drafts.pages(code, "giay-to-tuy-than") == moved
    assert [page.document for page in moved] == ["", ""] and len({page.id for page in moved} | set(pages)) == 4
    assert len(desk.store.entries.of_dossier(code)) == entries + 1
    component = desk.dossier(code).components[0]
    assert component.document is None and component.pages == ()
    assert code in drafts.unfinished(), "they wait to be made into the other paper's document"
    put_right(desk, code, [page.id for page in moved], "giay-de-nghi", "Xếp nhầm.")
    assert len(desk.store.entries.of_dossier(code)) == entries + 1, "they were in no document yet"
    with pytest.raises(PageNotInDocument):
        put_right(desk, code, pages, "giay-to-tuy-than", "Xếp nhầm.")


def test_two_desks_that_take_the_same_page_out_contradict_each_other_once(desk: Desk) -> None:
    code = received(desk)
    _, wrong = two_pages(desk, code)
    after_receipt.take_page_out(desk, code, wrong, "Quét trùng.")
    again = desk.store.entries.of_dossier(code)[-1].read()
    assert again is not None
    with pytest.raises(CannotApply):
        desk.record(code, again)


def test_a_page_of_a_scanned_result_is_taken_out_of_it(desk: Desk) -> None:
    code = received(desk)
    casework.take_results(desk, code, [ResultNamed(name="Giấy chứng nhận")])
    drafts = desk.store.drafts
    original = desk.store.files.put(b"ket qua", "image/jpeg").sha256
    page = drafts.add_page(code, result_key(0), original, "image/jpeg", 300, "máy")
    file = desk.store.files.put(b"%PDF ket qua", "application/pdf")
    after_receipt.add_result_document(desk, code, 0, file, (DigitisedPage(original=original),), [page.id])
    after = after_receipt.take_page_out(desk, code, page.id, "Quét nhầm.")
    assert after.results[0].file is None
    assert "Page 1 of Giấy chứng nhận taken out" in told(desk, code)

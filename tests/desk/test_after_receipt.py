"""After the receipt, told as the clerk does it: a mistake, a receipt that should not be, a lost one, papers that come
later. 20/11/2026 is a Friday, 24/11 a public holiday."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.desk import after_receipt, casework, receiving, till
from counter_app.desk.after_receipt import (
    MoneyStillTaken,
    NothingCorrected,
    PageNotInDocument,
    PaperIsScanned,
    TooLateForProcedure,
    TooLateToCancel,
    stated,
)
from counter_app.desk.desk import Desk
from counter_app.desk.receiving import DraftIncomplete
from counter_app.dossier import acts
from counter_app.dossier.acts import possible
from counter_app.dossier.acts.act import CannotApply, StepIncomplete, StepRefused
from counter_app.dossier.applicants import Party, Relation
from counter_app.dossier.correction_words import FIELD, SILENT
from counter_app.dossier.describing import describe
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.fold import fold
from counter_app.dossier.life import DueCause, PauseKind, ResultNamed
from counter_app.dossier.model import Agencies, Component, DigitisedPage, Dossier, Person, result_key
from counter_app.dossier.payloads.after import ReceiptLost
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.papers import Received
from counter_app.dossier.recipients import WrongRecipient
from counter_app.dossier.states import IdentityKind, Payment, PayMethod, Status
from counter_app.language import translate
from counter_app.procedures.rules import Rules
from tests.conftest import filled, said_by_the_province
from tests.desk.household import OWNER, TAKEN, at, on, received

SIGNER = "Lê Văn Mẫu"


def told(desk: Desk, code: str) -> str:
    """The newest entry as the timeline has it."""
    entries = desk.store.entries.of_dossier(code)
    return describe(entries[-1], fold(entries).dossier).in_full(lambda context, text: translate(context, text, "en"))


def with_rules(desk: Desk, **changes: object) -> Desk:
    """The desk under a law in which something is otherwise."""
    law = desk.knowledge.rules.of(at("2026-11-20 09:00").date()).model_copy(update=changes)
    return replace(desk, knowledge=replace(desk.knowledge, rules=Rules([law])))


def corrected_owner(desk: Desk, code: str, **changes: object) -> Dossier:
    wanted = stated(desk.dossier(code))
    wanted = replace(wanted, owner=wanted.owner.model_copy(update=changes))
    return after_receipt.correct(desk, code, wanted, "Gõ sai khi tiếp nhận", SIGNER)


def test_a_telephone_number_typed_wrongly_is_put_right_with_the_old_and_the_new_in_the_timeline(desk: Desk) -> None:
    code = received(desk)
    before = desk.dossier(code)
    after = corrected_owner(desk, code, phone="0912000124", address="Xóm 5, phường Sao Mai, tỉnh Nghệ An")
    assert (after.owner.phone, after.status, after.due_at) == ("0912000124", before.status, before.due_at)
    assert [(correction.reason, correction.signer, correction.clerk) for correction in after.corrections] == [
        ("Gõ sai khi tiếp nhận", SIGNER, "Trần Thị Mẫu")
    ]
    said = told(desk, code)
    assert "0912000123 → 0912000124" in said and "Xóm 3" in said and "Xóm 5" in said
    assert SIGNER in said and "Gõ sai" in said
    public = " ".join(describe(desk.store.entries.of_dossier(code)[-1], after).in_public(translate))
    assert "0912" not in public and "Xóm" not in public, "the province is told that, not what"


def test_who_was_corrected_is_found_by_the_new_name_and_shown_by_it_in_the_list(desk: Desk) -> None:
    code = received(desk)
    corrected_owner(desk, code, name="Đặng Thị Hương Giang")
    (found,) = desk.store.find("giang")
    assert (found.code, found.owner) == (code, "Đặng Thị Hương Giang")
    assert desk.store.journal.differing_projections() == []


def test_a_submitter_who_was_forgotten_is_added_and_taken_away_again(desk: Desk) -> None:
    code = received(desk)
    wanted = stated(desk.dossier(code))
    delegate = wanted.owner.model_copy(update={"name": "Lê Văn Ủy", "identity_number": "040085000321"})
    after = after_receipt.correct(desk, code, replace(wanted, submitter=delegate), "Quên ghi", SIGNER)
    assert after.submitter and after.submitter.name == "Lê Văn Ủy"
    assert "none → Lê Văn Ủy" in told(desk, code)
    again = after_receipt.correct(desk, code, replace(stated(after), submitter=None), "Ghi nhầm", SIGNER)
    assert again.submitter is None and len(again.corrections) == 2


def test_who_no_longer_wants_to_be_told_by_telephone_is_not_and_the_timeline_says_so(desk: Desk) -> None:
    code = received(desk)
    wished = after_receipt.correct(desk, code, replace(stated(desk.dossier(code)), notices=True), "Quên ghi", SIGNER)
    assert wished.notices and "no → yes" in told(desk, code)
    after = after_receipt.correct(desk, code, replace(stated(wished), notices=False), "Công dân đổi ý", SIGNER)
    assert not after.notices and "yes → no" in told(desk, code)


def married(desk: Desk) -> str:
    """A marriage was received; of the two sides each is an owner."""
    draft = filled(on(desk, "2026-11-20 09:00").new_draft(), "1.000894")
    he = PersonTyped(name="Trần Văn Mẫu", sex="Nam", party=Party.MALE, address="Khối 5, phường Sao Mai, tỉnh Nghệ An")
    she = draft.owner.model_copy(update={"party": Party.FEMALE})
    desk.keep_draft(draft.model_copy(update={"owner": she, "co_owners": (he,)}))
    return receiving.receive(on(desk, "2026-11-20 09:00"), draft.id).code


def test_the_other_party_is_put_right_and_stays_a_party(desk: Desk) -> None:
    code = married(desk)
    wanted = stated(desk.dossier(code))
    (he,) = wanted.co_owners
    right = replace(wanted, co_owners=(he.model_copy(update={"name": "Trần Văn Mậu", "phone": "0912000777"}),))
    after = after_receipt.correct(desk, code, right, "Gõ sai tên bên nam", SIGNER)
    assert [(owner.name, owner.party) for owner in after.owners] == [
        ("Đặng Thị Hường", Party.FEMALE),
        ("Trần Văn Mậu", Party.MALE),
    ]
    assert "Trần Văn Mẫu" in told(desk, code) and "Trần Văn Mậu" in told(desk, code)
    (found,) = desk.store.find("mau 0912000777")
    assert found.code == code
    with pytest.raises(DraftIncomplete, match="co_owners"):
        after_receipt.correct(desk, code, replace(right, co_owners=()), "Bỏ bên nam", SIGNER)
    with pytest.raises(DraftIncomplete, match=r"co_owners\.0\.born"):
        born = he.model_copy(update={"born": "31/02/1990"})
        after_receipt.correct(desk, code, replace(wanted, co_owners=(born,)), "Gõ sai", SIGNER)


def test_a_co_owner_who_was_forgotten_is_added_and_taken_out_again(desk: Desk) -> None:
    code = received(desk)
    wanted = stated(desk.dossier(code))
    brother = PersonTyped(name="Đặng Văn Bảo", address="Xóm 9, xã Nghi Lộc")
    after = after_receipt.correct(desk, code, replace(wanted, co_owners=(brother,)), "Quên ghi", SIGNER)
    assert [person.name for person in after.co_owners] == ["Đặng Văn Bảo"]
    twin = brother.model_copy(update={"identity_number": "040190001234", "identity_kind": IdentityKind.CITIZEN})
    with pytest.raises(DraftIncomplete, match="co_owners"):
        after_receipt.correct(desk, code, replace(wanted, co_owners=(twin,)), "Trùng số", SIGNER)
    again = after_receipt.correct(desk, code, replace(stated(after), co_owners=()), "Ghi nhầm", SIGNER)
    assert again.co_owners == ()


def test_papers_counted_wrongly_are_put_right_and_their_scans_stay(desk: Desk) -> None:
    code = received(desk, "1.001612", "giay-de-nghi", "can-cuoc")
    document = desk.store.files.put(b"%PDF", "application/pdf")
    desk.add_document(code, "giay-de-nghi", document, (DigitisedPage(original="ab" * 32),), [])
    wanted = stated(desk.dossier(code))
    first, second = wanted.components
    two = (first.model_copy(update={"originals": 2}), second)
    after = after_receipt.correct(desk, code, replace(wanted, components=two), "Đếm nhầm", SIGNER)
    assert (after.components[0].originals, after.components[0].document) == (2, document)
    assert "(1 original) → " in told(desk, code)
    fewer = after_receipt.correct(desk, code, replace(wanted, components=(two[0],)), "Không nộp", SIGNER)
    assert [component.key for component in fewer.components] == ["giay-de-nghi"]
    with pytest.raises(PaperIsScanned):
        after_receipt.correct(desk, code, replace(wanted, components=(second,)), "Không nộp", SIGNER)


def test_the_procedure_is_corrected_with_term_fees_and_promise_while_nothing_followed(desk: Desk) -> None:
    code = received(desk)
    wanted = replace(stated(desk.dossier(code)), procedure="1.004873")
    after = after_receipt.correct(desk, code, wanted, "Nhầm thủ tục", SIGNER)
    assert after.procedure == "1.004873" and after.procedure_name.startswith("Cấp Giấy xác nhận")
    assert [component.key for component in after.components] == ["giay-de-nghi"], "what was handed in was handed in"
    right = desk.knowledge.catalogue.get("1.004873", at("2026-11-20 09:00").date())
    assert right is not None and (after.term, after.fees_total) == (right.term, sum(fee.amount for fee in right.fees))
    assert (after.payment is Payment.UNPAID) is bool(after.fees_total)
    assert after.due_at == desk.due(after.received_at, right.term), "as if it had been received under it"
    assert after.promised_at == at("2026-11-26 09:00"), "what the first receipt said stays known"
    (row,) = desk.store.db.query("SELECT procedure FROM ledger WHERE code = ?", [code])
    assert row["procedure"] == "1.004873"


def test_a_moved_promise_of_another_procedure_is_told_and_dated(desk: Desk) -> None:
    code = received(desk)
    wanted = replace(stated(desk.dossier(code)), procedure="1.001193")
    after = after_receipt.correct(desk, code, wanted, "Nhầm thủ tục", SIGNER)
    (change,) = after.due_changes
    assert (change.cause, change.before, change.after) == (
        DueCause.CORRECTION,
        at("2026-11-26 09:00"),
        at("2026-11-20 17:00"),
    )
    assert "Due date moved: 26/11/2026 09:00 → 20/11/2026 17:00" in told(desk, code)


def test_once_work_has_begun_the_procedure_stays_and_the_person_is_still_corrected(desk: Desk) -> None:
    code = received(desk)
    casework.hand_over(desk, code, "Phòng Kinh tế")
    with pytest.raises(TooLateForProcedure):
        after_receipt.correct(
            desk, code, replace(stated(desk.dossier(code)), procedure="1.004873"), "Nhầm thủ tục", SIGNER
        )
    assert corrected_owner(desk, code, email="huong@example.vn").owner.email == "huong@example.vn"


def test_a_correction_names_its_reason_and_who_answers_for_it_and_changes_something(desk: Desk) -> None:
    code = received(desk)
    wanted = stated(desk.dossier(code))
    with pytest.raises(NothingCorrected):
        after_receipt.correct(desk, code, wanted, "Gõ sai", SIGNER)
    other = replace(wanted, sets=2)
    for reason, signer in (("", SIGNER), ("Gõ sai", " ")):
        with pytest.raises(StepIncomplete):
            after_receipt.correct(desk, code, other, reason, signer)
    wrong = replace(wanted, owner=wanted.owner.model_copy(update={"identity_number": "0401"}))
    with pytest.raises(DraftIncomplete):
        after_receipt.correct(desk, code, wrong, "Gõ sai", SIGNER)
    assert desk.dossier(code).corrections == ()


def test_two_desks_that_correct_one_thing_differently_contradict_each_other(desk: Desk) -> None:
    code = received(desk)
    corrected_owner(desk, code, phone="0912000124")
    first, mine = desk.store.entries.of_dossier(code)
    theirs = mine.model_copy(update={"desk": "H41.99:9", "payload": mine.payload.replace("0912000124", "0912000999")})
    folded = fold([first, mine, theirs])
    assert folded.dossier and folded.dossier.owner.phone == "0912000124"
    assert folded.conflicts == (theirs,), "a clerk settles it"


def test_every_field_of_a_person_and_an_agency_has_a_name_in_the_timeline_or_needs_none() -> None:
    for value in (Person, Agencies):
        assert not set(value.model_fields) - FIELD.keys() - SILENT


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


def test_what_a_receipt_says_can_all_be_corrected_or_is_no_matter_of_a_mistake() -> None:
    """Whoever gives the receipt another field says here what becomes of it."""
    from counter_app.dossier.correctable import Correctable

    of_the_desk = {"kind", "channel", "batch", "certified", "look_up_token", "note", "incomplete", "guided"}
    of_the_desk |= {"book", "book_number"}  # the line in the register stays where it was written
    assert set(Received.model_fields) - set(Correctable.model_fields) == of_the_desk


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

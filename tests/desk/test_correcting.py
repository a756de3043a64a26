"""What was taken down wrongly is put right, with the old and the new, its reason and who answers for it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.desk import after_receipt, casework
from counter_app.desk.after_receipt import (
    NothingCorrected,
    PaperIsScanned,
    TooLateForProcedure,
    stated,
)
from counter_app.desk.desk import Desk
from counter_app.desk.receiving import DraftIncomplete
from counter_app.dossier.acts.act import StepIncomplete
from counter_app.dossier.applicants import Party
from counter_app.dossier.correction_words import FIELD, SILENT
from counter_app.dossier.describing import describe
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.fold import fold
from counter_app.dossier.life import DueCause
from counter_app.dossier.model import Agencies, DigitisedPage, Dossier, Person
from counter_app.dossier.payloads.papers import Received
from counter_app.dossier.states import IdentityKind, Payment
from counter_app.language import translate
from tests.desk.household import SIGNER, at, married, received, told


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


def test_what_a_receipt_says_can_all_be_corrected_or_is_no_matter_of_a_mistake() -> None:
    """Whoever gives the receipt another field says here what becomes of it."""
    from counter_app.dossier.correctable import Correctable

    of_the_desk = {"kind", "channel", "batch", "certified", "look_up_token", "note", "incomplete", "guided"}
    of_the_desk |= {"book", "book_number"}  # the line in the register stays where it was written
    assert set(Received.model_fields) - set(Correctable.model_fields) == of_the_desk

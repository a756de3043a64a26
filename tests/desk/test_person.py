"""Who stands at the desk: what of theirs is here, and what a new dossier of theirs need not ask again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from counter_app.desk import casework, receiving
from counter_app.desk.desk import Desk
from counter_app.desk.person import person_view, prefilled
from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.dossier.identity import Card
from counter_app.dossier.states import IdentityKind, Status
from counter_app.store.accesses import AccessKind
from tests.conftest import MORNING, filled

HERS = Card("040190001234", "187123456", "Đặng Thị Hường", date(1990, 4, 15), "Nữ", "Xóm 9, xã Cũ", date(2021, 5, 10))
HIS = Card("040085004321", "", "Đặng Văn Bảo", date(1985, 2, 20), "Nam", "Xóm 7", None)


def received(desk: Desk, days_ago: int = 0, **owner: object) -> str:
    past = replace(desk, now=lambda: MORNING - timedelta(days=days_ago))
    draft = filled(past.new_draft())
    draft = draft.model_copy(update={"owner": draft.owner.model_copy(update=owner)})
    past.keep_draft(draft)
    return receiving.receive(past, draft.id).code


def test_what_is_open_stands_first_and_what_can_be_returned_is_told(desk: Desk) -> None:
    over, done, waiting = received(desk, 9), received(desk, 8), received(desk, 7)
    casework.withdraw(desk, over, "Đổi ý")
    casework.take_results(desk, done, casework.expected_results(desk, desk.dossier(done)))
    casework.ask_for_supplements(desk, waiting, ["Giấy chứng sinh"], "Thiếu giấy tờ")
    view = person_view(desk, HERS)
    assert [line.code for line in view.dossiers] == [waiting, done, over]
    assert [line.open for line in view.dossiers] == [True, True, False]
    assert [line.returnable for line in view.dossiers] == [False, True, False]
    assert view.dossiers[0].asked == ("Giấy chứng sinh",) and view.dossiers[0].status is Status.SUPPLEMENT_REQUESTED


def test_somebody_else_whose_number_begins_alike_is_not_shown(desk: Desk) -> None:
    received(desk)
    assert not person_view(desk, "04019000").known and not person_view(desk, HIS).known


def test_the_old_number_on_the_card_finds_what_was_filed_under_it(desk: Desk) -> None:
    code = received(desk, identity_number="187123456", identity_kind=IdentityKind.OLD_CARD)
    assert [line.code for line in person_view(desk, HERS).dossiers] == [code]


def test_who_filed_for_another_finds_it_with_whose_it_is(desk: Desk) -> None:
    draft = filled(desk.new_draft())
    submitter = PersonTyped(name="Đặng Văn Bảo", identity_number=HIS.number, phone="0988000111")
    desk.keep_draft(draft.model_copy(update={"submitter": submitter}))
    receiving.receive(desk, draft.id)
    view = person_view(desk, HIS)
    assert view.dossiers[0].acts_for == "Đặng Thị Hường"
    assert view.contact is not None and view.contact.phone == "0988000111", "his, not hers"


def test_a_new_dossier_has_the_contact_of_the_latest_one_and_says_which(desk: Desk) -> None:
    received(desk, 9, phone="0900000001", email="cu@example.vn")
    latest = received(desk, 3, phone="0900000002", email="moi@example.vn", address="Khối 5, phường Mới")
    filled_in = prefilled(person_view(desk, HERS))
    owner = filled_in.owner
    assert (owner.name, owner.born, owner.identity_number) == ("Đặng Thị Hường", "15/04/1990", HERS.number)
    assert (owner.phone, owner.email, owner.address) == ("0900000002", "moi@example.vn", "Khối 5, phường Mới")
    assert filled_in.source is not None and filled_in.source.code == latest
    assert filled_in.offers == {"address": "Xóm 9, xã Cũ"}


def test_a_card_issued_after_the_latest_dossier_knows_the_address_better(desk: Desk) -> None:
    received(desk, 3, phone="0900000002", address="Khối 5, phường Mới")
    renewed = replace(HERS, issued=MORNING.date())
    filled_in = prefilled(person_view(desk, renewed))
    assert filled_in.owner.address == "Xóm 9, xã Cũ" and filled_in.offers == {"address": "Khối 5, phường Mới"}
    assert filled_in.source is not None and filled_in.source.address == ""


def test_of_somebody_new_only_the_card_speaks(desk: Desk) -> None:
    filled_in = prefilled(person_view(desk, HIS))
    assert filled_in.owner.name == "Đặng Văn Bảo" and filled_in.owner.phone == "" and filled_in.source is None


def test_by_a_typed_number_the_person_is_as_their_latest_dossier_has_them(desk: Desk) -> None:
    received(desk)
    view = person_view(desk, HERS.number)
    assert (view.person.name, view.person.born, view.issued) == ("Đặng Thị Hường", "15/04/1990", None)
    assert person_view(desk, "040299999999").person == PersonTyped(
        identity_kind=view.person.identity_kind, identity_number="040299999999"
    )


def test_an_intake_that_was_begun_for_the_person_is_found(desk: Desk) -> None:
    hers = filled(desk.new_draft())
    desk.keep_draft(hers)
    desk.keep_draft(Draft(id="draft-another", note=f"gọi cho {HERS.number}"))
    assert [draft.id for draft in person_view(desk, HERS).begun] == [hers.id], "a number in a note is no owner"


def test_that_somebody_was_looked_up_is_noted(desk: Desk) -> None:
    person_view(desk, HERS)
    noted = list(desk.store.accesses.between(0, 1 << 40))
    assert [(access.kind, access.subject) for access in noted] == [(AccessKind.SEARCHED, HERS.number)]

"""Whose card it is, told by number, or by name and birth where there is no number."""

from __future__ import annotations

import pytest

from counter_app.dossier.draft import ComponentTicked, Draft, PersonTyped, ReusedPaper
from counter_app.dossier.identity import read_card_qr
from counter_app.dossier.model import Reuse
from counter_app.dossier.whose import Place, are_one, by_card, may_be_one, place_for, replaced, taken_over, with_card

CARD = read_card_qr("040190001234|187123456|Nguyễn Thị Hường|15041990|Nữ|Xóm 3, xã Nghi Lộc, tỉnh Nghệ An|10052021")
OTHER = PersonTyped(name="Trần Văn Bình", identity_number="001088004321")


@pytest.mark.parametrize(
    "typed",
    [
        {"identity_number": "040190001234", "name": "viết sai"},
        {"identity_number": "187123456"},
        {"identity_number": "0401"},
        {"name": "NGUYỄN THỊ HƯỜNG"},
        {"name": "nguyen thi huong", "born": "1990"},
    ],
)
def test_one_person(typed: dict[str, str]) -> None:
    assert are_one(PersonTyped(**typed), CARD)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "typed",
    [
        {},
        {"identity_number": "040190001235", "name": "Nguyễn Thị Hường"},
        {"identity_number": "0402"},
        {"name": "Nguyễn Thị H"},
        {"name": "Nguyễn Thị Hường", "born": "15/04/1991"},
        {"phone": "0912345678"},
    ],
)
def test_two_people(typed: dict[str, str]) -> None:
    assert not are_one(PersonTyped(**typed), CARD)  # type: ignore[arg-type]


def test_a_card_fills_empty_fields_and_those_of_its_person_and_no_others() -> None:
    both = Draft(id="draft-1234", owner=OTHER, submitter=PersonTyped())
    assert place_for(Draft(id="draft-1234"), CARD, Place.OWNER) is Place.OWNER
    assert place_for(both, CARD, Place.OWNER) is Place.SUBMITTER
    assert place_for(Draft(id="draft-1234", submitter=PersonTyped()), CARD, Place.SUBMITTER) is Place.SUBMITTER
    assert place_for(Draft(id="draft-1234", owner=OTHER), CARD, Place.OWNER) is None
    assert place_for(Draft(id="draft-1234", owner=PersonTyped(phone="0912345678")), CARD, Place.OWNER) is None


def test_what_the_card_does_not_say_stays_with_the_same_person_only() -> None:
    same = PersonTyped(name="Nguyễn Thị Hường", phone="0912345678", sex="Nam")
    assert taken_over(same, CARD) == by_card(CARD).model_copy(update={"phone": "0912345678"})
    assert taken_over(OTHER.model_copy(update={"phone": "0912345678"}), CARD) == by_card(CARD)


def test_every_field_of_the_draft_is_of_the_matter_or_goes_with_the_owner() -> None:
    """Who adds a field to the draft decides here to which of the two it belongs."""
    of_the_person = {"owner", "submitter", "delivery_method", "exemption", "owners", "note", "guidance"}
    of_the_matter = set(Draft.model_fields) - of_the_person
    full = Draft(
        id="draft-1234", procedure="1.001193", owner=OTHER, submitter=OTHER, note="của A", exemption="x", case="Nhà ở"
    )
    after = replaced(full, Place.OWNER, by_card(CARD))
    assert after.owner == by_card(CARD)
    for name in of_the_matter:
        assert getattr(after, name) == getattr(full, name), name
    for name in of_the_person - {"owner"}:
        assert getattr(after, name) == Draft.model_fields[name].get_default(), name


def test_papers_of_the_one_before_that_were_to_serve_again_do_not_serve_another_owner() -> None:
    lent = ReusedPaper(source=Reuse(dossier="H41.99-261120-0001"), key="giay-chung-nhan")
    ticks = (ComponentTicked(key="a", reused=lent), ComponentTicked(key="b", originals=1, reused=lent))
    after = replaced(Draft(id="draft-1234", components=ticks), Place.OWNER, PersonTyped(name="Lê Văn Hai"))
    assert after.components == (ComponentTicked(key="b", originals=1),)


def test_a_name_that_differs_in_its_marks_alone_is_another_persons_unless_the_birth_says_so() -> None:
    assert not are_one(PersonTyped(name="Nguyễn Thị Hương", phone="0912345678"), CARD)
    assert are_one(PersonTyped(name="Nguyễn Thị Hương", born="15/04/1990"), CARD)
    assert are_one(PersonTyped(name="Nguye\u0302\u0303n Thị Hường"), CARD) and are_one(
        PersonTyped(name="nguyen thi huong"), CARD
    )
    moved = read_card_qr("040190001234||Lê Thị Hoà|15041990|Nữ|Nghệ An|10052021")
    assert are_one(PersonTyped(name="Lê Thị Hòa"), moved)


def test_father_and_son_of_one_name_on_a_paper_are_two() -> None:
    son = PersonTyped(name="Nguyễn Văn Tám", born="01/02/2000")
    assert not may_be_one(son, PersonTyped(name="Nguyễn Văn Tám", born="03/04/1970", identity_number="040070001234"))
    assert may_be_one(son, PersonTyped(name="NGUYỄN VĂN TÁM", born="2000"))


def test_the_card_of_a_households_head_is_that_of_who_represents_it() -> None:
    household = Draft(id="draft-1234", owner=PersonTyped(kind="household"))
    assert place_for(household, CARD, Place.OWNER) is Place.REPRESENTATIVE
    household = with_card(household, Place.REPRESENTATIVE, CARD)
    acting = household.owner.representative
    assert acting is not None and (acting.name, acting.identity_number) == (CARD.name, CARD.number)
    assert household.owner.name == "" and place_for(household, CARD, Place.OWNER) is Place.REPRESENTATIVE, "read again"
    company = Draft(id="draft-1234", owner=PersonTyped(kind="enterprise", name="Sao Mẫu", identity_number="2999999916"))
    assert place_for(company, CARD, Place.REPRESENTATIVE) is Place.REPRESENTATIVE, "the cursor is there"
    assert place_for(company, CARD, Place.OWNER) is None, "director or messenger: the clerk says it"


def test_a_card_leaves_what_its_person_is_to_be() -> None:
    abroad = Draft(id="draft-1234", owner=PersonTyped(kind="overseas", nationality="Việt Nam"))
    assert place_for(abroad, CARD, Place.OWNER) is Place.OWNER
    owner = with_card(abroad, Place.OWNER, CARD).owner
    assert (owner.kind, owner.nationality, owner.name) == ("overseas", "Việt Nam", CARD.name)

"""A declaration names who files it: it fills what is empty, and writes nothing over."""

from __future__ import annotations

from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.dossier.states import IdentityKind
from counter_app.dossier.verified import Outcome, VerifiedField, VerifiedPaper
from counter_app.dossier.whose import Place, by_paper, differing, filled_up, place_named


def declared(**values: str) -> VerifiedPaper:
    fields = tuple(
        VerifiedField(name=f"requester.{name}", value=value, outcome=Outcome.ACCEPTED) for name, value in values.items()
    )
    return VerifiedPaper(component="to-khai", paper="birth_registration_declaration", fields=fields)


MAI = by_paper(
    declared(name="Nguyễn Thị Mai", identity_number="040190001234", address="Xóm 3, xã Nghi Lộc"), "requester"
)


def test_the_person_is_as_the_paper_has_them() -> None:
    born = VerifiedField(name="requester.born", value="tháng 4 năm 1990", normal="1990-04", outcome=Outcome.SEEN)
    name = VerifiedField(name="requester.name", value="NGUYỄN THỊ MAI", normal="Nguyễn Thị Mai", outcome=Outcome.SEEN)
    person = by_paper(VerifiedPaper(component="a", paper="b", fields=(born, name)), "requester")
    assert (person.name, person.born) == ("Nguyễn Thị Mai", "04/1990"), "a partial date stays partial"
    assert MAI.identity_kind is IdentityKind.CITIZEN and MAI.phone == ""


def test_it_fills_the_owner_where_nobody_is_typed_yet() -> None:
    draft = Draft(id="draft-12345678")
    assert place_named(draft, MAI) is Place.OWNER
    assert filled_up(draft.owner, MAI) == MAI


def test_what_was_typed_or_read_from_a_card_stays() -> None:
    card = PersonTyped(name="Nguyễn Thị Mai", identity_number="040190001234", address="Khối 2, phường Vinh Hưng")
    draft = Draft(id="draft-12345678", owner=card)
    assert place_named(draft, MAI) is Place.OWNER
    assert filled_up(card, MAI).address == card.address
    assert differing(card, MAI) == {"address": "Xóm 3, xã Nghi Lộc"}


def test_somebody_else_is_not_taken_for_the_owner() -> None:
    other = PersonTyped(name="Nguyễn Thị Mai", identity_number="040188009999")
    assert place_named(Draft(id="draft-12345678", owner=other), MAI) is None, "the same name, another number"
    both = Draft(id="draft-12345678", owner=other, submitter=PersonTyped(name="nguyễn thị mai"))
    assert place_named(both, MAI) is Place.SUBMITTER


def test_an_address_whose_kinds_a_card_leaves_out_is_no_other_address() -> None:
    typed = PersonTyped(address="Xóm 3, xã Nghi Lộc, tỉnh Nghệ An")
    assert differing(typed, PersonTyped(address="Xóm 3, Nghi Lộc, Nghệ An")) == {}
    for other in ("Xóm 3, phường Nghi Lộc, tỉnh Nghệ An", "Xóm 4, Nghi Lộc, Nghệ An", "Nghi Lộc, Nghệ An"):
        assert differing(typed, PersonTyped(address=other)) == {"address": other}

"""What a field filled in by hand may say is offered from who is known, the likeliest first."""

from __future__ import annotations

from datetime import date

from counter_app.desk.field_suggestions import Asked, KnownPerson, Offer, Source, suggestions
from counter_app.dossier.model import Person
from counter_app.procedures.places_files import load_places
from counter_app.resources import resource

MOTHER = Person(
    name="Trần Thị Thử", identity_number="040190001234", born="15/04/1990", sex="Nữ", address="Xóm 3, xã Nghi Lộc"
)
FATHER = Person(
    name="Lê Văn Mẫu", identity_number="040088005678", born="02/09/1988", sex="Nam", address="Khối 5, phường Cửa Lò"
)
KNOWN = (KnownPerson(MOTHER, Source.CARD), KnownPerson(FATHER, Source.EARLIER))
TODAY = date(2026, 11, 27)


def offers(asked: Asked, accepted: dict[str, str] | None = None) -> tuple[Offer, ...]:
    return suggestions(asked, KNOWN, accepted or {}, load_places(resource("places")), TODAY, home="40")


def test_who_shows_the_card_is_offered_first_where_the_applicant_stands() -> None:
    assert [offer.text for offer in offers(Asked("requester.name"))] == ["Trần Thị Thử", "Lê Văn Mẫu"]
    assert offers(Asked("requester.name"))[0].source is Source.CARD


def test_a_father_is_no_woman_and_a_mother_no_man() -> None:
    assert [offer.text for offer in offers(Asked("father.name"))] == ["Lê Văn Mẫu"]
    assert [offer.text for offer in offers(Asked("mother.identity_number"))] == ["040190001234"]


def test_once_the_number_is_settled_the_rest_is_of_that_person_alone() -> None:
    (only,) = offers(Asked("requester.born"), {"requester.identity_number": "040088005678"})
    assert (only.text, only.whose) == ("02/09/1988", "Lê Văn Mẫu")


def test_who_stands_on_the_form_already_by_number_is_not_offered_as_another_part() -> None:
    assert [offer.whose for offer in offers(Asked("requester.name"), {"subject.identity_number": "040190001234"})] == [
        "Lê Văn Mẫu"
    ]


def test_a_handwritten_number_read_with_two_wrong_digits_still_finds_whose_it_is() -> None:
    first, *_, last = offers(Asked("requester.identity_number", read="040088006676"))
    assert (first.text, first.source) == ("040088005678", Source.EARLIER)
    assert (last.text, last.source) == ("040088006676", Source.HANDWRITING)


def test_typing_narrows_to_what_goes_on_from_it_without_marks() -> None:
    assert [offer.text for offer in offers(Asked("requester.name", typed="mau"))] == ["Lê Văn Mẫu"]
    assert offers(Asked("requester.name", typed="xyz")) == ()


def test_an_address_is_completed_from_the_places() -> None:
    texts = [offer.text for offer in offers(Asked("subject.hometown", typed="Xóm 2, cl"))]
    assert any(text.startswith("Xóm 2, phường Cửa Lò") for text in texts)
    assert all(offer.source is Source.PLACE for offer in offers(Asked("subject.hometown", typed="Xóm 2, cl")))

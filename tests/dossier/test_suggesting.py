"""A field that could not be read is offered what is known of the same person elsewhere, if that is one thing."""

from __future__ import annotations

from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.read_papers import ReadField, ReadPaper
from counter_app.dossier.suggesting import suggested
from counter_app.dossier.verifying import Verification, begun


def paper(applicant: str = "", **values: str) -> Verification:
    fields = tuple(ReadField(name.replace("_", ".", 1), "", value) for name, value in values.items())
    return begun("to-khai", ReadPaper("birth_registration_declaration", "Tờ khai", (1,), fields, applicant), None)


DECLARATION = paper(requester_name="NGUYỄN THỊ MAI", requester_address="", mother_name="Nguyễn Thị Mai")
CARD = paper(subject_name="Nguyễn Thị Mai", subject_address="Xóm 3, xã Nghi Lộc")


def test_the_card_says_where_the_requester_lives() -> None:
    assert suggested("requester.address", DECLARATION, [DECLARATION, CARD], []) == "Xóm 3, xã Nghi Lộc"


def test_an_applicant_of_the_intake_does_too() -> None:
    person = PersonTyped(name="Nguyễn Thị Mai", address="Xóm 3, xã Nghi Lộc")
    assert suggested("requester.address", DECLARATION, [DECLARATION], [person]) == "Xóm 3, xã Nghi Lộc"


def test_two_answers_are_none() -> None:
    person = PersonTyped(name="Nguyễn Thị Mai", address="Khối 2, phường Vinh Hưng")
    assert suggested("requester.address", DECLARATION, [DECLARATION, CARD], [person]) == ""


def test_of_somebody_else_and_of_names_nothing_is_known() -> None:
    other = paper(father_name="Đặng Văn Đức", father_address="")
    assert suggested("father.address", other, [other, CARD], []) == ""
    assert suggested("requester.name", DECLARATION, [DECLARATION, CARD], []) == ""


def test_an_address_that_a_card_gives_without_the_kinds_of_its_places_is_the_same_one() -> None:
    person = PersonTyped(name="Nguyễn Thị Mai", address="Xóm 3, Nghi Lộc, Nghệ An")
    other = paper(mother_name="Nguyễn Thị Mai", mother_address="Xóm 3, xã Nghi Lộc, tỉnh Nghệ An")
    assert suggested("requester.address", DECLARATION, [DECLARATION, other], [person]).startswith("Xóm 3, xã Nghi Lộc,")


def test_who_applies_by_the_paper_is_who_applies_in_the_intake() -> None:
    person = PersonTyped(name="Nguyễn Thị Mai")
    by_hand = paper("requester", requester_name="", subject_name="")
    assert suggested("requester.name", by_hand, [by_hand], [person]) == "Nguyễn Thị Mai"
    assert suggested("subject.name", by_hand, [by_hand], [person]) == ""
    assert suggested("requester.name", by_hand, [by_hand], [person, PersonTyped(name="Đặng Văn Đức")]) == ""

"""What a card among the pages says that is sure, and whose fields of the intake that fills."""

from __future__ import annotations

from dataclasses import replace

import pytest

from counter_app.dossier.applicants import BY_SOMEBODY
from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.dossier.read_papers import ReadField, ReadPaper
from counter_app.dossier.scanned_cards import ScannedCard, of_nobody_here, scanned_cards
from counter_app.dossier.verifying import Verification, begun
from counter_app.dossier.whose import Place

NUMBER = "040190001234"
SAID = {"identity_number": NUMBER, "name": "Nguyễn Thị Hường", "born": "1990-04-15", "sex": "Nữ"}


def paper(kind: str = "identity_card", *, unsure: tuple[str, ...] = (), page: int = 1, **said: str) -> Verification:
    fields = tuple(
        ReadField(f"subject.{name}", "", value, value, 99, name not in unsure) for name, value in said.items()
    )
    return begun("giay-to", ReadPaper(kind, "Căn cước công dân", (page,), fields), None)


def card(**said: str) -> ScannedCard:
    (found,) = scanned_cards([paper(**(SAID | said))])
    return found


def draft(**owner: str) -> Draft:
    return Draft(id="draft-of-a-card", owner=PersonTyped(**owner))  # type: ignore[arg-type]


def test_what_is_not_sure_stays_blank_and_a_card_without_a_sure_number_says_nothing() -> None:
    (found,) = scanned_cards([paper(unsure=("name",), **SAID)])
    assert (found.person.name, found.person.born, found.person.sex) == ("", "15/04/1990", "Nữ")
    assert scanned_cards([paper(unsure=("identity_number",), **SAID)]) == ()
    assert scanned_cards([paper("birth_notification", **SAID)]) == ()


def test_what_the_clerk_confirmed_counts_whatever_was_read() -> None:
    read = paper(unsure=("identity_number",), **SAID)
    (found,) = scanned_cards([read.settled(0, NUMBER, NUMBER).settled(1, "", "")])
    assert (found.person.identity_number, found.person.name) == (NUMBER, "")


def test_front_and_back_on_two_sheets_are_one_card() -> None:
    back = paper(identity_number=NUMBER, address="Xóm 3, xã Nghi Lộc", page=2)
    (found,) = scanned_cards([paper(**SAID), back])
    assert (found.person.name, found.person.address, found.pages) == (SAID["name"], "Xóm 3, xã Nghi Lộc", (1,))


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ({}, Place.OWNER),
        ({"identity_number": NUMBER}, Place.OWNER),
        ({"name": "nguyen thi huong", "born": "1990"}, Place.OWNER),
        ({"name": "Nguyễn Thị Hường", "born": "1990", "identity_number": "187123456"}, Place.OWNER),
        ({"name": "Nguyễn Thị Hường", "identity_number": "187123456"}, None),
        ({"name": "Đặng Bảo Quỳnh"}, None),
        ({"identity_number": "040188005678", "name": "Nguyễn Thị Hường", "born": "15/04/1990"}, None),
    ],
)
def test_it_fills_the_same_person_or_nobody_yet_and_asks_of_anybody_else(
    typed: dict[str, str], place: Place | None
) -> None:
    assert card().place(draft(**typed)) is place


def test_it_says_nothing_more_once_all_of_it_stands_there_and_points_at_what_is_otherwise() -> None:
    whole = draft(identity_number=NUMBER, name="Nguyễn Thị Hường", born="15/04/1991", sex="Nữ")
    assert not card().fills(whole)
    assert card().contradicts(whole) == {"born": "15/04/1990"}
    unnumbered = whole.model_copy(update={"owner": whole.owner.model_copy(update={"identity_number": ""})})
    assert card().contradicts(unnumbered) == {}, "it may be somebody else of that name"
    assert replace(card(), person=PersonTyped(identity_number="x")).place(whole) is None


def test_a_card_is_a_strangers_where_neither_the_receipt_nor_a_paper_that_was_read_names_its_person() -> None:
    mother, somebody = card(), {"owner": PersonTyped(name="Lê Văn Lạ", identity_number="040088001239")}
    declaration = paper("birth_registration_declaration", name="NGUYEN THI HUONG", page=2)
    assert of_nobody_here(somebody, [mother], [paper(**SAID)]) == (mother,), "the card itself names nobody"
    assert of_nobody_here(somebody, [mother], [paper(**SAID), declaration]) == ()
    assert of_nobody_here({"owner": PersonTyped(identity_number=NUMBER)}, [mother], []) == ()
    office = PersonTyped(name="Công ty Mẫu", kind=next(iter(BY_SOMEBODY)))
    assert of_nobody_here({"owner": office}, [mother], []) == (), "who acts for it need not be named"


def test_a_parents_card_is_no_strangers_while_the_declaration_by_hand_that_may_name_them_waits_to_be_typed() -> None:
    mother, somebody = card(), {"owner": PersonTyped(name="Đặng Bảo Quỳnh", identity_number="040326001239")}
    by_hand = ReadField("mother.name", "name", box=(100, 200, 300, 40), page=2)
    form = ReadPaper("birth_registration_declaration", "Tờ khai đăng ký khai sinh", (2,), (by_hand,))
    waiting = begun("to-khai", form, None)
    assert of_nobody_here(somebody, [mother], [waiting]) == ()
    assert of_nobody_here(somebody, [mother], [waiting.settled(0, "Nguyễn Thị Hường", "")]) == ()
    assert of_nobody_here(somebody, [mother], [waiting.settled(0, "Trần Thị Khác", "")]) == (mother,)
    assert of_nobody_here(somebody, [mother], [waiting.settled(0, "", "")]) == (mother,), "nothing stands there"

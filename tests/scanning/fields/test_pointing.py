"""What contradicts another field or paper is looked at by the clerk, however surely it was read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from counter_app.dossier.read_papers import ReadField, ReadPaper
from counter_app.dossier.verifying import State, begun
from scanning.fields.pointing import contradictions, pointed_anew, with_findings, would_agree

TODAY = date(2026, 11, 25)
OFFICE = "UBND phường Sao Mai"


def sure(name: str, value: str, normal: str = "") -> ReadField:
    return ReadField(name, "", value, normal or value, 99, True, (1, 2, 3, 4), 7)


DECLARATION = ReadPaper(
    "birth_registration_declaration",
    "Tờ khai đăng ký khai sinh",
    (7,),
    (
        sure("requester.name", "Nguyễn Thị Mai"),
        sure("requester.born", "15/04/1991", "1991-04-15"),
        sure("requester.identity_number", "040190001234"),
        ReadField("requester.relation", "text"),
    ),
)
CARD = ReadPaper(
    "identity_card",
    "Căn cước công dân",
    (8,),
    (
        sure("subject.name", "Nguyễn Thị Mai"),
        sure("subject.born", "15/04/1990", "1990-04-15"),
        sure("subject.identity_number", "040190001234"),
    ),
)


def test_a_birth_that_the_card_contradicts_is_doubtful_and_the_cards_is_suggested() -> None:
    declaration, _ = with_findings([DECLARATION, CARD], TODAY, OFFICE)
    born = next(field for field in declaration.fields if field.name == "requester.born")
    assert born.contradicted and "15/04/1990" in " ".join(born.points) and born.meant == "15/04/1990"
    states = {row.read.name: row.state for row in begun("to-khai", declaration, None).rows}
    assert states["requester.born"] is State.DOUBTFUL and states["requester.name"] is State.SURE


def test_what_agrees_is_left_alone() -> None:
    declaration, card = with_findings([CARD, CARD], TODAY, OFFICE)
    assert not any(field.contradicted for paper in (declaration, card) for field in paper.fields)


def test_what_a_clerk_types_from_handwriting_is_held_against_the_card_like_what_was_read() -> None:
    by_hand = replace(DECLARATION, fields=tuple(replace(field, value="", normal="") for field in DECLARATION.fields))
    papers = [begun("to-khai", by_hand, None), begun("giay-to", CARD, None)]
    papers[0] = papers[0].settled(2, "040190001234", "040190001234")
    assert not contradictions(papers, 0, "requester.identity_number", TODAY, OFFICE)
    papers[0] = papers[0].settled(1, "15/04/1991", "1991-04-15")
    found = contradictions(papers, 0, "requester.born", TODAY, OFFICE)
    assert [finding.suggestion for finding in found if finding.rule == "card_and_declaration"] == ["15/04/1990"]
    assert contradictions(papers, 1, "subject.born", TODAY, OFFICE), "of the card's side it is told, too"


def test_a_field_is_doubtful_no_longer_once_what_it_was_held_against_was_put_right() -> None:
    misread = replace(
        CARD,
        fields=tuple(replace(field, normal="1991-04-15") if "born" in field.name else field for field in CARD.fields),
    )
    declared = replace(
        DECLARATION,
        fields=(*DECLARATION.fields[:1], sure("requester.born", "15/04/1990", "1990-04-15"), *DECLARATION.fields[2:]),
    )
    papers = pointed_anew([begun("to-khai", declared, None), begun("giay-to", misread, None)], TODAY, OFFICE)
    assert papers[0].rows[1].state is State.DOUBTFUL and papers[0].rows[1].read.meant
    put_right = papers[1].settled(1, "15.04.1990", "1990-04-15")
    declaration, _ = pointed_anew([papers[0], put_right], TODAY, OFFICE)
    assert declaration.rows[1].state is State.SURE and not declaration.rows[1].read.points
    assert not declaration.rows[1].read.meant


def test_the_mother_on_the_hospitals_paper_is_suggested_as_the_mother_of_a_declaration_by_hand() -> None:
    names = ("requester.name", "requester.relation", "subject.name", "mother.name", "mother.ethnicity")
    empty = ReadPaper(DECLARATION.paper, "Tờ khai", (7,), tuple(ReadField(name, "") for name in names))
    fields = (sure("mother.name", "VỪ Y MÁI"), sure("subject.name", "Lầu Bá Khôi"), sure("mother.ethnicity", "Mông"))
    papers = [begun("to-khai", empty, None), begun("cs", ReadPaper("birth_notification", "CS", (8,), fields), None)]
    meant = {name: would_agree(papers, 0, name, TODAY) for name in names}
    assert meant == dict.fromkeys(names, "") | {"mother.name": "VỪ Y MÁI", "subject.name": "Lầu Bá Khôi"}


def test_a_requester_who_is_the_mother_is_suggested_as_the_mother() -> None:
    values = {"requester.name": "Vừ Y Mái", "requester.relation": "Mẹ đẻ", "mother.name": "", "father.name": ""}
    fields = tuple(ReadField(name, "", value, value) for name, value in values.items())
    papers = [begun("to-khai", ReadPaper(DECLARATION.paper, "Tờ khai", (7,), fields), None)]
    assert would_agree(papers, 0, "mother.name", TODAY) == "Vừ Y Mái"
    assert would_agree(papers, 0, "father.name", TODAY) == ""

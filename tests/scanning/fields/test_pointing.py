"""What contradicts another field or paper is looked at by the clerk, however surely it was read."""

from __future__ import annotations

from datetime import date

from counter_app.dossier.read_papers import ReadField, ReadPaper
from counter_app.dossier.verifying import State, begun
from scanning.fields.pointing import with_findings

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
    assert born.contradicted and "15/04/1990" in " ".join(born.points) and born.suggestion == "15/04/1990"
    states = {row.read.name: row.state for row in begun("to-khai", declaration, None).rows}
    assert states["requester.born"] is State.DOUBTFUL and states["requester.name"] is State.SURE


def test_what_agrees_is_left_alone() -> None:
    declaration, card = with_findings([CARD, CARD], TODAY, OFFICE)
    assert not any(field.contradicted for paper in (declaration, card) for field in paper.fields)

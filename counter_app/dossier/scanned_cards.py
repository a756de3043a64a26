"""An identity card or passport among the scanned pages of an intake: whose it is, as far as that is known. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from counter_app.dossier.applicants import BY_SOMEBODY
from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.dossier.plain import plain
from counter_app.dossier.verified import IDENTITY_PAPERS
from counter_app.dossier.verifying import FieldRow, State, Verification
from counter_app.dossier.whose import (
    Place,
    by_fields,
    by_pages,
    differing,
    filled_up,
    is_whole,
    marks_agree,
    may_be_one,
    place_scanned,
)

_WHOSE = "subject."
_WHO = (".name", ".identity_number")
_UNREAD = (State.TO_TYPE, State.MISSING)


@dataclass(frozen=True)
class ScannedCard:
    """What a card on a page says that is sure, or was held against it. `title`: what kind of card it is."""

    pages: tuple[int, ...]
    title: str
    person: PersonTyped

    def place(self, draft: Draft) -> Place | None:
        """Whose fields of the intake it fills; None where it is of somebody whom the intake does not know."""
        return place_scanned(draft, self.person)

    def fills(self, draft: Draft) -> bool:
        """Whether it says anything that the intake has not: of its people, or of somebody else."""
        place = self.place(draft)
        return place is None or by_pages(draft, place, self.person) != draft

    def contradicts(self, draft: Draft) -> dict[str, str]:
        """What it says otherwise of the owner or the submitter whose number it has, by their fields."""
        place = self.place(draft)
        if place not in (Place.OWNER, Place.SUBMITTER):
            return {}
        typed: PersonTyped = getattr(draft, place) or PersonTyped()
        return _said(typed, self.person) if typed.identity_number == self.person.identity_number else {}


def scanned_cards(papers: Iterable[Verification]) -> tuple[ScannedCard, ...]:
    """The cards among the papers whose number is known; the same one once, as it was found first."""
    found: dict[str, ScannedCard] = {}
    for paper in papers:
        if paper.paper.paper in IDENTITY_PAPERS:
            person = _person(paper)
            if is_whole(person.identity_number):
                card = ScannedCard(paper.paper.pages, paper.paper.title, person)
                before = found.setdefault(person.identity_number, card)
                found[person.identity_number] = ScannedCard(
                    before.pages, before.title, filled_up(before.person, person)
                )
    return tuple(found.values())


@dataclass(frozen=True)
class SaidOtherwise:
    """What a card on a page says of somebody in a received dossier that the dossier does not: to be corrected by an
    entry, or left."""

    card: ScannedCard
    place: str
    """Who it is: `owner`, `submitter`, `co_owners.0`."""
    said: Mapping[str, str]
    """By the person's fields."""


def said_otherwise(people: Mapping[str, PersonTyped], cards: Iterable[ScannedCard]) -> tuple[SaidOtherwise, ...]:
    """Of cards whose person is one of the dossier's. What stands in an address is none of it: a card keeps that of the
    day it was issued."""
    found = []
    for card in cards:
        for place, typed in people.items():
            if typed.kind in BY_SOMEBODY or not may_be_one(typed, card.person):
                continue
            filled = filled_up(typed, card.person)
            more = {name: value for name, value in filled.model_dump().items() if value != getattr(typed, name)}
            said = {name: value for name, value in _said(typed, card.person).items() if name != "address"} | more
            said.pop("identity_kind", None)
            if said:
                found.append(SaidOtherwise(card, place, said))
            break
    return tuple(found)


def of_nobody_here(
    people: Mapping[str, PersonTyped], cards: Iterable[ScannedCard], papers: Sequence[Verification]
) -> tuple[ScannedCard, ...]:
    """Cards whose person neither the dossier nor one of its other papers names: they may have been scanned into another
    citizen's dossier. None where somebody acts for an organisation: who does need not be named; nor while a name
    or number in a paper, written by hand, waits to be typed: it may be the card's."""
    if any(typed.kind in BY_SOMEBODY for typed in people.values()):
        return ()
    rows = [row for paper in papers if paper.paper.paper not in IDENTITY_PAPERS for row in paper.rows]
    if any(row.state in _UNREAD and row.read.box and row.read.name.endswith(_WHO) for row in rows):
        return ()
    named = {plain(row.value) for row in rows}

    def is_named(person: PersonTyped) -> bool:
        return bool({plain(person.identity_number), plain(person.name)} & named)

    return tuple(
        card
        for card in cards
        if not is_named(card.person) and not any(may_be_one(typed, card.person) for typed in people.values())
    )


def _said(typed: PersonTyped, card: PersonTyped) -> dict[str, str]:
    """What a card says otherwise: its name also by a single mark."""
    named = card.name and typed.name and not marks_agree(typed.name, card.name)
    return differing(typed, card) | ({"name": card.name} if named else {})


def _person(paper: Verification) -> PersonTyped:
    rows = {row.read.name.removeprefix(_WHOSE): row for row in paper.rows if row.read.name.startswith(_WHOSE)}

    def what(field: str) -> str:
        return _known(rows[field]) if field in rows else ""

    return by_fields(what, rows["address"].value if what("address") else "")


def _known(row: FieldRow) -> str:
    """What stands in a field, if it is sure or was confirmed; "" otherwise: blank beats wrong."""
    if row.done is not None:
        return row.done.normal or row.done.value
    return (row.read.normal or row.read.value) if row.read.sure else ""

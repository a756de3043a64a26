"""Whose intake is it: a person who comes, by card or by number, while an intake is open.

Two people are one where their numbers are; where one of them has none yet, where names and births agree.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from unicodedata import normalize

from counter_app.dossier.applicants import BY_SOMEBODY, Representative, is_tax_code
from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.dossier.identity import Card, is_citizen_number, is_old_number, kind_of
from counter_app.dossier.place_names import is_one_address
from counter_app.dossier.plain import plain
from counter_app.dossier.verified import VerifiedPaper
from counter_app.dossier.written import day_written


class Place(StrEnum):
    """Whose fields on the intake."""

    OWNER = "owner"
    SUBMITTER = "submitter"
    REPRESENTATIVE = "representative"  # who acts for an owner that is no single person


@dataclass(frozen=True)
class Newcomer:
    """Somebody else than the intake is about: what is known of them, and the fields their number was typed into, None
    where their card was read, or a paper of the intake names them (`named_on`: what it is called)."""

    person: PersonTyped
    typed_at: Place | None = None
    named_on: str = ""


def by_card(card: Card) -> PersonTyped:
    """The person as their card says."""
    return PersonTyped(
        name=card.name,
        identity_kind=kind_of(card.number),
        identity_number=card.number,
        born=f"{card.born:%d/%m/%Y}",
        sex=card.sex,
        address=card.address,
    )


def by_number(number: str) -> PersonTyped:
    """Somebody of whom only the number is known."""
    return PersonTyped(identity_kind=kind_of(number), identity_number=number)


def by_paper(paper: VerifiedPaper, role: str) -> PersonTyped:
    """The person of that role as a paper names them, as far as a clerk confirmed it."""
    said = {field.name.removeprefix(f"{role}."): field for field in paper.fields if field.name.startswith(f"{role}.")}

    def what(field: str) -> str:
        return (said[field].normal or said[field].value) if field in said else ""

    return by_fields(what, said["address"].value if "address" in said else "")


def by_fields(what: Callable[[str], str], address: str) -> PersonTyped:
    """The person of whom `what` tells each field; "" what is not known. `address` as it is written."""
    number = what("identity_number").replace(" ", "")
    return PersonTyped(
        name=what("name"),
        identity_kind=kind_of(number),
        identity_number=number,
        born=day_written(what("born")),
        sex=what("sex"),
        address=address,
        phone=what("phone"),
        email=what("email"),
    )


def is_whole(number: str) -> bool:
    """Whether a number is typed to its end: of a card, an old card, a passport or an organisation."""
    passport = number[:1].isalpha() and len(number) >= 7
    return is_citizen_number(number) or is_old_number(number) or is_tax_code(number) or passport


def is_nobody(typed: PersonTyped) -> bool:
    """Whether nothing is known of a person but what they are to be: their kind, their side, their nationality."""
    return typed == PersonTyped(kind=typed.kind, party=typed.party, nationality=typed.nationality)


def are_one(typed: PersonTyped, card: Card) -> bool:
    """Whether the card is that of the person typed so far."""
    number = typed.identity_number
    if is_whole(number):
        return number in (card.number, card.old_number)
    if not card.number.startswith(number) or not (number or typed.name):
        return False
    if plain(typed.name) not in ("", plain(card.name)) or not _births_agree(typed.born, f"{card.born:%d/%m/%Y}"):
        return False
    return bool(number or typed.born) or marks_agree(typed.name, card.name)


def may_be_one(typed: PersonTyped, named: PersonTyped) -> bool:
    """Whether a paper names the person typed so far: by the number where both have one, else by name and birth, for
    father and son share names."""
    if typed.identity_number and named.identity_number:
        if is_old_number(typed.identity_number) is is_old_number(named.identity_number):
            return typed.identity_number == named.identity_number
        if not (typed.born and named.born):  # the old card's number and the new one's say nothing of each other
            return False
    same_name = bool(typed.name) and plain(typed.name) == plain(named.name)
    return same_name and _births_agree(typed.born, named.born)


def place_named(draft: Draft, named: PersonTyped) -> Place | None:
    """Whose fields a person named on a paper fills: of the same one, or the owner's while there is none; None where it
    is somebody else."""
    people = {Place.OWNER: draft.owner, Place.SUBMITTER: draft.submitter}
    same = (place for place, person in people.items() if person is not None and may_be_one(person, named))
    nobody = Place.OWNER if draft.owner == PersonTyped() else None
    return next(same, nobody)


def place_scanned(draft: Draft, person: PersonTyped) -> Place | None:
    """Whose fields a card on a scanned page fills: of the same person, else of the first of whom nothing is known yet;
    None where it is of somebody else. Who represents an organisation or household comes before its own fields."""
    people = {Place.OWNER: draft.owner, Place.SUBMITTER: draft.submitter}
    if draft.owner.kind in BY_SOMEBODY:
        del people[Place.OWNER]
        acting = draft.owner.representative or Representative()
        named = PersonTyped(name=acting.name, identity_number=acting.identity_number)
        if is_nobody(named) or may_be_one(named, person):
            return Place.REPRESENTATIVE
    same = (place for place, typed in people.items() if typed is not None and may_be_one(typed, person))
    empty = (place for place, typed in people.items() if typed is not None and is_nobody(typed))
    return next(same, next(empty, None))


def by_pages(draft: Draft, place: Place, person: PersonTyped) -> Draft:
    """The draft with what a card on a page says of the person there, where nothing stands yet."""
    if place is not Place.REPRESENTATIVE:
        return draft.model_copy(update={place: filled_up(getattr(draft, place) or PersonTyped(), person)})
    known = draft.owner.representative or Representative()
    acting = known.model_copy(
        update={
            field: getattr(person, field)
            for field in ("name", "identity_kind", "identity_number")
            if not getattr(known, field if field == "name" else "identity_number")
        }
    )
    return draft.model_copy(update={"owner": draft.owner.model_copy(update={"representative": acting})})


def filled_up(typed: PersonTyped, named: PersonTyped) -> PersonTyped:
    """The person with what the paper says where nothing was typed or read from a card."""
    more = {
        field: getattr(named, field) for field in _ON_A_PAPER if getattr(named, field) and not getattr(typed, field)
    }
    if "identity_number" in more:
        more["identity_kind"] = named.identity_kind
    return typed.model_copy(update=more)


def differing(typed: PersonTyped, named: PersonTyped) -> dict[str, str]:
    """What the paper says otherwise than it was typed or read from a card, by the person's fields."""
    otherwise = {
        field: getattr(named, field)
        for field in _ON_A_PAPER
        if getattr(named, field) and plain(getattr(typed, field)) not in ("", plain(getattr(named, field)))
    }
    if is_one_address(typed.address, named.address):
        otherwise.pop("address", None)
    return otherwise


def place_for(draft: Draft, card: Card, cursor: Place) -> Place | None:
    """Whose fields a card fills, those with the `cursor` first among empty ones; None where it is of somebody else.

    No organisation or household has a card: with nothing else known of them, or the `cursor` there, it is that of who
    represents them.
    """
    people = {Place.OWNER: draft.owner, Place.SUBMITTER: draft.submitter}
    for place, person in people.items():
        if person is not None and are_one(person, card):
            return place
    if draft.owner.kind in BY_SOMEBODY:
        del people[Place.OWNER]
        if _may_represent(draft.owner, card, at_them=cursor is Place.REPRESENTATIVE):
            return Place.REPRESENTATIVE
    empty = [place for place, person in people.items() if person is not None and is_nobody(person)]
    return cursor if cursor in empty else next(iter(empty), None)


def with_card(draft: Draft, place: Place, card: Card) -> Draft:
    """The draft with what the card says of the person there."""
    if place is not Place.REPRESENTATIVE:
        return draft.model_copy(update={place: taken_over(getattr(draft, place), card)})
    known = draft.owner.representative or Representative()
    named = {"name": card.name, "identity_kind": kind_of(card.number), "identity_number": card.number}
    acting = known.model_copy(update=named)
    return draft.model_copy(update={"owner": draft.owner.model_copy(update={"representative": acting})})


def taken_over(typed: PersonTyped | None, card: Card) -> PersonTyped:
    """The person with what their card says; what it does not say stays as it was typed of the same person, and what
    somebody of whom nothing else is known yet is to be."""
    person = by_card(card)
    if typed is None or not (are_one(typed, card) or is_nobody(typed)):
        return person
    return typed.model_copy(update=person.model_dump(include=set(_ON_A_CARD)))


def replaced(draft: Draft, place: Place, person: PersonTyped) -> Draft:
    """The draft with another person there. With another owner only the matter stays: procedure, papers, what they cost;
    of the owner before, of who acted for them, and of papers of theirs that were to serve again, nothing does."""
    if place is Place.SUBMITTER:
        return draft.model_copy(update={"submitter": person})
    matter = {name: getattr(draft, name) for name in _OF_THE_MATTER}
    brought = tuple(tick.model_copy(update={"reused": None}) for tick in draft.components)
    return Draft(owner=person, **matter | {"components": tuple(tick for tick in brought if tick.here)})


def _may_represent(owner: PersonTyped, card: Card, *, at_them: bool) -> bool:
    """Whether the card is that of who represents the owner, or fills what is empty of them."""
    acting = owner.representative or Representative()
    if acting.identity_number:
        return acting.identity_number in (card.number, card.old_number)
    if acting.name:
        return plain(acting.name) == plain(card.name)
    return at_them or is_nobody(owner)


def _births_agree(one: str, other: str) -> bool:
    """Whether two births may be of one person, as far as both say them: a year agrees with every day in it."""
    return one.endswith(other) or other.endswith(one)


def marks_agree(typed: str, name: str) -> bool:
    """Whether a name that was typed with marks has those of the other, wherever a tone is written (Hoà, Hòa)."""
    return typed.isascii() or _spelled(typed) == _spelled(name)


def _spelled(name: str) -> list[list[str]]:
    return [sorted(normalize("NFD", word)) for word in name.casefold().split()]


_ON_A_CARD = ("name", "identity_kind", "identity_number", "born", "sex", "address")
_ON_A_PAPER = ("name", "identity_number", "born", "sex", "address", "phone", "email")
_OF_THE_MATTER = (
    *("id", "procedure", "components", "verified", "sets", "channel", "certified", "copies", "case", "promised_on"),
)

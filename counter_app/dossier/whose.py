"""Whose intake is it: a person who comes, by card or by number, while an intake is open.

Two people are one where their numbers are; where one of them has none yet, where names and births agree.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.dossier.identity import Card, is_citizen_number, is_old_number, kind_of
from counter_app.dossier.plain import plain


class Place(StrEnum):
    """Whose fields on the intake."""

    OWNER = "owner"
    SUBMITTER = "submitter"


@dataclass(frozen=True)
class Newcomer:
    """Somebody else than the intake is about: what is known of them, and the fields their number was typed into, None
    where their card was read."""

    person: PersonTyped
    typed_at: Place | None = None


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


def is_whole(number: str) -> bool:
    """Whether a number is typed to its end: of a card, an old card or a passport."""
    return is_citizen_number(number) or is_old_number(number) or (number[:1].isalpha() and len(number) >= 7)


def are_one(typed: PersonTyped, card: Card) -> bool:
    """Whether the card is that of the person typed so far."""
    number = typed.identity_number
    if is_whole(number):
        return number in (card.number, card.old_number)
    if not card.number.startswith(number) or not (number or typed.name):
        return False
    named = plain(typed.name) in ("", plain(card.name))
    return named and typed.born in ("", f"{card.born:%d/%m/%Y}", f"{card.born.year}")


def place_for(draft: Draft, card: Card, cursor: Place) -> Place | None:
    """Whose fields a card fills, those with the `cursor` first among empty ones; None where it is of somebody else."""
    people = {Place.OWNER: draft.owner, Place.SUBMITTER: draft.submitter}
    for place, person in people.items():
        if person is not None and are_one(person, card):
            return place
    empty = [place for place, person in people.items() if person == PersonTyped()]
    return cursor if cursor in empty else next(iter(empty), None)


def taken_over(typed: PersonTyped | None, card: Card) -> PersonTyped:
    """The person with what their card says; what it does not say stays as it was typed of the same person."""
    person = by_card(card)
    if typed is None or not are_one(typed, card):
        return person
    return typed.model_copy(update=person.model_dump(include=set(_ON_A_CARD)))


def replaced(draft: Draft, place: Place, person: PersonTyped) -> Draft:
    """The draft with another person there. With another owner only the matter stays: procedure, papers, what they cost;
    of the owner before, and of who acted for them, nothing does."""
    if place is Place.SUBMITTER:
        return draft.model_copy(update={"submitter": person})
    return Draft(owner=person, **{name: getattr(draft, name) for name in _OF_THE_MATTER})


_ON_A_CARD = ("name", "identity_kind", "identity_number", "born", "sex", "address")
_OF_THE_MATTER = ("id", "procedure", "components", "sets", "channel", "certified", "copies", "case", "promised_on")

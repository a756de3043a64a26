"""Applicants as a clerk types them: what is missing or wrong of each and between them, and who they are then."""

from __future__ import annotations

from datetime import date

from counter_app.dossier import bounds
from counter_app.dossier.applicants import BY_SOMEBODY, ORGANISATIONS, ApplicantKind, Party, is_tax_code, tax_code
from counter_app.dossier.draft import Draft, Missing, PersonTyped
from counter_app.dossier.identity import is_citizen_number, is_old_number
from counter_app.dossier.model import Person
from counter_app.dossier.states import IdentityKind
from counter_app.dossier.written import birth_fault, email_fault, phone_fault, tidied_day
from counter_app.procedures.places import Places

_NUMBER = "The citizen number must have 12 digits, an old card's number 9."
_TAX_CODE = "The tax code must have 10 or 13 digits, the tenth being its check digit."


def person_faults(person: PersonTyped, place: str = "", today: date | None = None) -> list[Missing]:
    """What is missing or wrong of a person; `place` goes before the field's name. Nobody is born after `today`."""
    faults = []
    if not trimmed(person.name):
        several = "The name of the organisation or household is missing."
        faults.append(Missing(f"{place}name", several if person.kind in BY_SOMEBODY else "The name is missing."))
    faults += _kind_faults(person, place)
    for field, sentence in (
        ("born", birth_fault(person.born, today)),
        ("phone", phone_fault(person.phone)),
        ("email", email_fault(person.email)),
    ):
        if sentence:
            faults.append(Missing(f"{place}{field}", sentence))
    return faults


def person_of(typed: PersonTyped, places: Places, on: date) -> Person:
    """The person as typed, white space apart; beside the address the commune it means, if it can be only one."""
    address = trimmed(typed.address)
    meant = places.read(address, on) if address else ()
    place = meant[0] if len(meant) == 1 else None
    number = trimmed(typed.identity_number)
    return Person(
        name=trimmed(typed.name),
        identity_kind=typed.identity_kind,
        identity_number=tax_code(number) if typed.identity_kind is IdentityKind.TAX_CODE else number,
        born=tidied_day(typed.born),
        sex=trimmed(typed.sex),
        address=address,
        commune=place.code if place else "",
        commune_name=place.name if place else "",
        phone=trimmed(typed.phone),
        email=trimmed(typed.email),
        kind=typed.kind,
        nationality=trimmed(typed.nationality),
        representative=typed.representative if typed.kind in BY_SOMEBODY else None,
        party=typed.party,
    )


def trimmed(text: str) -> str:
    """White space at the ends gone, inside one space each; letters and their marks in one, and none that are unseen."""
    return " ".join(str(bounds.cleaned(text)).split())


def _kind_faults(person: PersonTyped, place: str) -> list[Missing]:
    """What is missing or wrong of a person because of what they are, their number too."""
    faults = []
    organisation = person.kind in ORGANISATIONS
    on_old_card = person.identity_kind is IdentityKind.OLD_CARD
    if not _fits(person.identity_kind, person.identity_number) or (organisation and on_old_card):
        faults.append(Missing(f"{place}identity_number", _TAX_CODE if organisation else _NUMBER))
    if person.kind is ApplicantKind.FOREIGNER and not trimmed(person.nationality):
        faults.append(Missing(f"{place}nationality", "The nationality is missing."))
    acting = person.representative
    if person.kind in BY_SOMEBODY and (acting is None or not trimmed(acting.name)):
        faults.append(Missing(f"{place}representative", "The name of who represents them is missing."))
    if acting and acting.identity_number and not _fits(acting.identity_kind, acting.identity_number):
        faults.append(Missing(f"{place}representative_number", _NUMBER))
    return faults


def between_applicants(draft: Draft, today: date, *, two_parties: bool) -> list[Missing]:
    """What does not fit between the people of a draft; `two_parties`: its procedure is about two (bên nam, bên nữ)."""
    faults = []
    owners = (draft.owner, *draft.co_owners)
    numbers = [trimmed(owner.identity_number) for owner in owners]
    again = next((nth for nth, number in enumerate(numbers) if number and number in numbers[:nth]), None)
    if again is not None:
        field = f"co_owners.{again - 1}.identity_number"
        faults.append(Missing(field, "Two of the owners have the same number."))
    if _files_their_own(draft):
        faults.append(Missing("submitter.identity_number", "This is the owner’s number: who files it is the owner."))
    if two_parties and not draft.owners and {owner.party for owner in owners} != {Party.MALE, Party.FEMALE}:
        faults.append(Missing("co_owners", "The procedure is about two people: enter the other party."))
    if draft.submitter and draft.authority and draft.authority.issued_on and draft.authority.issued_on > today:
        faults.append(Missing("authority", "The paper of authority is dated in the future."))
    return faults


def _files_their_own(draft: Draft) -> bool:
    """Whether the other person who files it is the owner after all; a household may have its head's number."""
    number = trimmed(draft.submitter.identity_number) if draft.submitter else ""
    return bool(number) and number == trimmed(draft.owner.identity_number) and draft.owner.kind not in BY_SOMEBODY


def _fits(kind: IdentityKind, number: str) -> bool:
    match kind:
        case IdentityKind.CITIZEN:
            return is_citizen_number(number)
        case IdentityKind.OLD_CARD:
            return is_old_number(number)
        case IdentityKind.TAX_CODE:
            return is_tax_code(number)
        case _:
            return True

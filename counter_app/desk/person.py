"""A person who stands at the desk: what of theirs is here, what is open, what can be done for them now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time

from counter_app.desk.desk import Desk
from counter_app.desk.finding import note
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.identity import Card
from counter_app.dossier.life import PauseKind
from counter_app.dossier.model import Dossier, Person
from counter_app.dossier.reuse import Reusable, documents_of
from counter_app.dossier.states import ENDED, Status
from counter_app.dossier.whose import by_card, by_number
from counter_app.store.accesses import AccessKind

MOST = 50
"""Dossiers of a person that are looked into, the newest."""


@dataclass(frozen=True)
class Contact:
    """How a person said they are reached, and in which dossier they said it last."""

    phone: str
    address: str
    email: str
    code: str
    at: datetime


@dataclass(frozen=True)
class PersonsDossier:
    """A dossier of the person: what can be done about it now.

    `asked` is what it waits for; `acts_for` the owner, where the person only filed it.
    """

    code: str
    procedure: str
    status: Status
    received_at: datetime
    due_at: datetime | None
    asked: tuple[str, ...] = ()
    deadline: datetime | None = None
    acts_for: str = ""

    @property
    def open(self) -> bool:
        """Whether something is still to be done."""
        return self.status not in ENDED or self.returnable

    @property
    def returnable(self) -> bool:
        """Whether its result can be handed over now."""
        return self.status is Status.DONE


@dataclass(frozen=True)
class PersonView:
    """What the desk knows of a person: by their card (`issued` then), else as their latest dossier has them; intakes
    that were begun, who was sent home before a receipt, dossiers (what is open first), digitised papers, contact."""

    person: PersonTyped
    issued: date | None
    begun: tuple[Draft, ...]
    cases: tuple[GuidanceCase, ...]
    dossiers: tuple[PersonsDossier, ...]
    papers: tuple[Reusable, ...]
    contact: Contact | None
    more: bool = False
    """Whether there are older dossiers, which nobody looked into."""

    @property
    def known(self) -> bool:
        """Whether anything of the person is here."""
        return bool(self.begun or self.cases or self.dossiers)


@dataclass(frozen=True)
class Prefilled:
    """A new intake's owner, with the contact of `source`; `offers` is what the older of the two says
    otherwise, by the person's fields."""

    owner: PersonTyped
    offers: dict[str, str]
    source: Contact | None


def person_view(desk: Desk, who: Card | str) -> PersonView:
    """All that is here of who has the card, or the number; it is noted that the clerk looked for them."""
    numbers = tuple(filter(None, (who.number, who.old_number))) if isinstance(who, Card) else (who,)
    note(desk, AccessKind.SEARCHED, numbers[0])
    dossiers, more = _dossiers(desk, numbers)
    drafts = [draft for number in numbers for draft in desk.store.drafts.of_number(number)]
    cases = [code for number in numbers for code in desk.store.guidance.of_person(PersonTyped(identity_number=number))]
    lines = [_line(dossier, numbers) for dossier in dossiers]
    own = [dossier for dossier in dossiers if dossier.owner.identity_number in numbers]
    papers = [paper for dossier in own for paper in documents_of(dossier)]
    return PersonView(
        person=by_card(who) if isinstance(who, Card) else _by_dossiers(who, dossiers),
        issued=who.issued if isinstance(who, Card) else None,
        begun=tuple(drafts),
        cases=tuple(filter(None, map(desk.store.journal.case, cases))),
        dossiers=tuple(sorted(lines, key=lambda line: not line.open)),
        papers=tuple(sorted(papers, key=lambda paper: not paper.source.from_result)),
        contact=_contact(dossiers, numbers),
        more=more,
    )


def prefilled(view: PersonView) -> Prefilled:
    """Whoever begins a new intake for the person has them filled in: who they are, telephone and e-mail of the latest
    dossier. The address is the newer one: a card issued after that dossier knows it better."""
    owner, contact = view.person, view.contact
    if contact is None:
        return Prefilled(owner, {}, None)
    issued = datetime.combine(view.issued, time(), VIETNAM) if view.issued else None
    is_newer = bool(contact.address) and not (issued and issued > contact.at)
    address, other = (contact.address, owner.address) if is_newer else (owner.address, contact.address)
    typed = owner.model_copy(update={"phone": contact.phone, "email": contact.email, "address": address})
    taken = replace(contact, address=address if address != owner.address else "")
    return Prefilled(
        owner=typed,
        offers={"address": other} if other and other != address else {},
        source=taken if taken.phone or taken.email or taken.address else None,
    )


def _dossiers(desk: Desk, numbers: tuple[str, ...]) -> tuple[list[Dossier], bool]:
    """Those in which the person stands, the newest first; whether there are more than are looked into."""
    codes = {line.code: line.received_at for number in numbers for line in desk.store.find(number, limit=MOST + 1)}
    found = map(desk.store.dossier, sorted(codes, key=lambda code: codes[code], reverse=True)[:MOST])
    return [dossier for dossier in found if dossier and _as_whom(dossier, numbers)], len(codes) > MOST


def _by_dossiers(number: str, dossiers: list[Dossier]) -> PersonTyped:
    """Who has the number, as their latest dossier has them; how they are reached is said apart."""
    person = next((found for dossier in dossiers if (found := _as_whom(dossier, (number,)))), None)
    if person is None:
        return by_number(number)
    known = ("name", "identity_kind", "identity_number", "born", "sex", "kind", "nationality", "representative")
    return PersonTyped(**{name: getattr(person, name) for name in known})


def _as_whom(dossier: Dossier, numbers: tuple[str, ...]) -> Person | None:
    """The person as the dossier has them."""
    return next((person for person in dossier.people if person.identity_number in numbers), None)


def _line(dossier: Dossier, numbers: tuple[str, ...]) -> PersonsDossier:
    owners = (dossier.owner, *dossier.co_owners)
    pause = dossier.open_pause
    waits = pause if pause and pause.kind is PauseKind.SUPPLEMENT else None
    return PersonsDossier(
        code=dossier.code,
        procedure=dossier.procedure_name,
        status=dossier.status,
        received_at=dossier.received_at,
        due_at=dossier.due_at,
        asked=waits.asked if waits else (),
        deadline=waits.deadline if waits else None,
        acts_for="" if any(owner.identity_number in numbers for owner in owners) else dossier.owner.name,
    )


def _contact(dossiers: list[Dossier], numbers: tuple[str, ...]) -> Contact | None:
    """How the person was reached by the latest dossier that has a telephone or e-mail, else by one with an address."""
    said = [
        Contact(person.phone, person.address, person.email, dossier.code, dossier.received_at)
        for dossier in dossiers
        if (person := _as_whom(dossier, numbers))
    ]
    reached = next((contact for contact in said if contact.phone or contact.email), None)
    return reached or next((contact for contact in said if contact.address), None)

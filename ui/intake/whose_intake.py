"""Whose intake it is, and what becomes of somebody else who comes while it is open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.dossier.identity import Card, is_citizen_number, kind_of
from counter_app.dossier.scanned_cards import ScannedCard
from counter_app.dossier.states import IdentityKind
from counter_app.dossier.whose import (
    Newcomer,
    Place,
    by_card,
    by_number,
    by_pages,
    differing,
    filled_up,
    is_whole,
    place_for,
    place_named,
    replaced,
    with_card,
)

if TYPE_CHECKING:
    from ui.intake.intake import Intake


class WhoseIntake(QObject):
    """Takes cards and numbers for the people of the intake. Those of somebody else are asked about: until the clerk
    says what they are here for, nothing of them is in the intake."""

    asked = Signal()  # `newcomer` is another now, or nobody
    owner_replaced = Signal()  # by somebody else: of the one before nothing may come back
    offers_changed = Signal()  # a paper says something otherwise; what is being typed stays
    people_changed = Signal()  # by a card, or back to what they were; all else on the screen stays as it is

    def __init__(self, intake: Intake) -> None:
        super().__init__(intake)
        self._intake = intake
        self.newcomer: Newcomer | None = None
        self.offers: dict[Place, dict[str, str]] = {}
        """What a paper says otherwise than it was typed or read from a card, by the person's fields: to be taken over
        by the clerk or not at all."""
        self._numbers: dict[Place, str] = {}  # of the people the intake is about, whatever is being typed over them
        self._about = ""  # the draft that it is
        intake.started.connect(self._begin)

    def read_card(self, card: Card, cursor: Place) -> None:
        """Takes a card over for the person it is of, or for one who is not named yet; `cursor` says who is typed."""
        place = place_for(self._intake.draft, card, cursor)
        if place is None:
            self._ask(Newcomer(by_card(card)))
            return
        people = with_card(self._intake.draft, place, card)
        self._intake.change(owner=people.owner, submitter=people.submitter)
        self._know_people()
        self.people_changed.emit()

    def read_paper(self, named: PersonTyped, paper: str) -> None:
        """A person whom a confirmed paper names: fills what is empty of the same one; somebody else is asked about.
        Nothing that was typed or read from a card is written over; what differs is offered."""
        place = place_named(self._intake.draft, named)
        if place is None:
            self._ask(Newcomer(named, named_on=paper))
            return
        before: PersonTyped = getattr(self._intake.draft, place)
        self.offers[place] = differing(before, named)
        self._intake.change(**{place: filled_up(before, named)})
        self._know_people()
        self.people_changed.emit()

    def know_more(self, card: ScannedCard) -> None:
        """A confirmed card fills what is empty of the owner or submitter whose number it has; of nobody else."""
        draft = self._intake.draft
        place = card.place(draft)
        if place not in (Place.OWNER, Place.SUBMITTER):
            return
        known: PersonTyped = getattr(draft, place) or PersonTyped()
        if known.identity_number == card.person.identity_number:
            self._intake.change(**{place: filled_up(known, card.person)})
            self.people_changed.emit()

    def take_scanned(self, card: ScannedCard) -> None:
        """The clerk says that a card on a page is of this intake: it fills what is empty of its person; somebody else
        is asked about. Nothing that was typed or read from a card is written over; what differs is offered. It can be
        taken back."""
        draft = self._intake.draft
        place = card.place(draft)
        if place is None:
            self._ask(Newcomer(card.person, named_on=card.title))
            return
        after = by_pages(draft, place, card.person)
        said = self.tr("Filled from the scanned card of {name}").format(
            name=card.person.name or card.person.identity_number
        )
        self._intake.change_undoably(said, owner=after.owner, submitter=after.submitter)
        if place is not Place.REPRESENTATIVE:
            self.offers[place] = differing(getattr(draft, place) or PersonTyped(), card.person)
        self._know_people()
        self.people_changed.emit()

    def point_out(self, place: Place, offers: dict[str, str]) -> None:
        """A paper says otherwise what was typed of its person: said at the fields, changed is nothing."""
        self.offers[place] = self.offers.get(place, {}) | offers
        self.offers_changed.emit()

    def take_offer(self, place: Place, field: str) -> None:
        """The paper is right: what it says stands in the person's field now."""
        if value := self.offers.get(place, {}).pop(field, ""):
            self._intake.type_person(place, **{field: value})
            self.people_changed.emit()

    def type_number(self, place: Place, number: str, *, left: bool = False) -> None:
        """Notes a number as it is typed; `left` says that it is typed to its end. Over the number of the person whose
        intake it is, another one is nobody's until it is left, and then asked about."""
        known = self._numbers.get(place, "")
        is_other = bool(known) and number != known and self._holds_more_than_number(place)
        if is_other and not left:
            return
        if is_other and is_whole(number):
            self._ask(Newcomer(by_number(number), place))
            return
        self._note_number(place, number)
        if is_citizen_number(number) or (left and is_whole(number)):
            self._numbers[place] = number
        if self.newcomer is not None and self.newcomer.typed_at is place:
            self._ask(None)

    def begin_for_newcomer(self) -> None:
        """A dossier of their own; the open one is kept."""
        if self.newcomer is not None:
            person = self.newcomer.person
            self._intake.begin()
            self.fill_owner(person, {})

    def fill_owner(self, person: PersonTyped, offers: dict[str, str]) -> None:
        """The intake was begun for somebody of whom something is known; `offers` is what is known otherwise as well."""
        self._intake.show_draft(self._intake.draft.model_copy(update={"owner": person}))
        self.offers[Place.OWNER] = offers
        self.people_changed.emit()

    def let_newcomer_file(self) -> None:
        """They bring the dossier for its owner; taken back, it is asked again what they are here for."""
        if self.newcomer is None:
            return
        newcomer, before = self.newcomer, self._intake.draft.submitter
        self._intake.show_draft(replaced(self._intake.draft, Place.SUBMITTER, newcomer.person))

        def take_back() -> None:
            self._intake.show_draft(self._intake.draft.model_copy(update={"submitter": before}))
            self._ask(newcomer)

        name = newcomer.person.name or newcomer.person.identity_number
        self._intake.did(self.tr("{name} files for the owner").format(name=name), take_back)

    def replace_by_newcomer(self) -> None:
        """The intake is theirs: of the person before nothing stays."""
        if self.newcomer is None:
            return
        if self.newcomer.typed_at is Place.SUBMITTER:
            self.let_newcomer_file()
            return
        self._intake.show_draft(replaced(self._intake.draft, Place.OWNER, self.newcomer.person))
        self.owner_replaced.emit()

    def mend_number(self) -> None:
        """The number that was typed is this person's after all."""
        if self.newcomer is not None and self.newcomer.typed_at is not None:
            place, number = self.newcomer.typed_at, self.newcomer.person.identity_number
            self._note_number(place, number)
            self._know_people()
            self.people_changed.emit()

    def dismiss_newcomer(self) -> None:
        """Nobody came: all stays as it was."""
        self._ask(None)
        self.people_changed.emit()

    def _begin(self) -> None:
        """Another intake is on the screen, or the same one once it is on disk."""
        before = self._about, self._numbers
        self._know_people()
        self._about = self._intake.draft.id if self._intake.ready else ""
        if before[0] or before[1] != self._numbers:
            self.offers = {}

    def _ask(self, newcomer: Newcomer | None) -> None:
        if newcomer != self.newcomer:
            self.newcomer = newcomer
            self.asked.emit()

    def _note_number(self, place: Place, number: str) -> None:
        self._intake.type_person(place, identity_number=number, identity_kind=kind_of(number))

    def _know_people(self) -> None:
        """Those who stand in the intake now are those it is about."""
        people = _people(self._intake.draft).items()
        self._numbers = {place: item.identity_number for place, item in people if is_whole(item.identity_number)}
        self._ask(None)

    def _holds_more_than_number(self, place: Place) -> bool:
        """Whether anything here would pass to somebody else with another number."""
        draft, unnumbered = self._intake.draft, {"identity_number": "", "identity_kind": IdentityKind.NONE}
        person = _people(draft).get(place, PersonTyped()).model_copy(update=unnumbered)
        more = draft.submitter or self._intake.pages or any(tick.here for tick in draft.components)
        return person != PersonTyped() or bool(more)


def _people(draft: Draft) -> dict[Place, PersonTyped]:
    everyone = {Place.OWNER: draft.owner, Place.SUBMITTER: draft.submitter}
    return {place: person for place, person in everyone.items() if person is not None}

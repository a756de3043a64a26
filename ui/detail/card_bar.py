"""A card lies among the pages of a received dossier and says something of its people that the receipt does not: one key
opens what puts it right. Or it is of nobody here: one key takes it out."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from counter_app.desk.after_receipt import typed
from counter_app.dossier.correction_words import FIELD
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.model import Dossier
from counter_app.dossier.scanned_cards import SaidOtherwise, ScannedCard, of_nobody_here, said_otherwise, scanned_cards
from ui import words
from ui.detail.verifying import DossierVerifying
from ui.widgets.offer_bar import OfferBar


class DossierCardBar(OfferBar):
    """Not there where no card says more than the receipt, or otherwise, and none is of a stranger. Nothing is changed
    but by the clerk's entry."""

    correction_wanted = Signal(object)  # SaidOtherwise
    page_unwanted = Signal(int)  # the id of a page that belongs to nobody here

    def __init__(self, verifying: DossierVerifying, parent: QWidget | None = None) -> None:
        super().__init__("card", "Ctrl+K", self._want, parent)
        self._verifying = verifying
        self._passed_over: set[tuple[str, str]] = set()  # dossier and number of those who are left as they are
        self.said: tuple[SaidOtherwise, ...] = ()
        self.strange: tuple[ScannedCard, ...] = ()
        self.pass_over = self.add_leave(self.tr("Take nothing of this card"), self._pass_over)
        verifying.read.changed.connect(self._show)
        verifying.read.looked.connect(self._show)

    def _want(self) -> None:
        if self.said:
            self.correction_wanted.emit(self.said[0])
        elif self.strange:
            self.page_unwanted.emit(self.strange[0].pages[0])

    def _pass_over(self) -> None:
        dossier = self._verifying.dossier
        shown = [*(one.card for one in self.said), *self.strange]
        if dossier is not None and shown:
            self._passed_over.add((dossier.code, shown[0].person.identity_number))
            self._show()

    def _show(self) -> None:
        dossier, read = self._verifying.dossier, self._verifying.read
        people, code = (_people(dossier), dossier.code) if dossier is not None else ({}, "")
        papers = read.papers
        cards = [card for card in scanned_cards(papers) if (code, card.person.identity_number) not in self._passed_over]
        self.said = said_otherwise(people, cards)
        # while papers are read, the one that names the card's person may be among them
        self.strange = of_nobody_here(people, cards, papers) if people and not read.is_looking else ()
        self.setVisible(bool(self.said or self.strange))
        if self.said:
            self._say(self.said[0].card, self.said[0].said)
        elif self.strange:
            self._say(self.strange[0], {})

    def _say(self, card: ScannedCard, otherwise: Mapping[str, str]) -> None:
        """What it says otherwise; nothing: it is a stranger's."""
        if otherwise:
            said = self.tr("Among the pages, {card} of {name} ({number}) says otherwise: {what}")
            button = self.tr("Correct the receipt (Ctrl+K)")
        else:
            said = self.tr("Among the pages, {card} is of {name} ({number}): neither receipt nor papers read name them")
            button = self.tr("Take its page out (Ctrl+K)")
        what = ", ".join(f"{words.say('fields', FIELD[name])} {value}" for name, value in otherwise.items())
        person = card.person
        self.text.setText(said.format(card=card.title, name=person.name, number=person.identity_number, what=what))
        self.button.setText(button)


def _people(dossier: Dossier) -> dict[str, PersonTyped]:
    """By where they stand, as the form that corrects them names it."""
    people = {"owner": typed(dossier.owner)} | ({"submitter": typed(dossier.submitter)} if dossier.submitter else {})
    return people | {f"co_owners.{nth}": typed(person) for nth, person in enumerate(dossier.co_owners)}

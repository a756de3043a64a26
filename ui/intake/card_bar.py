"""A card lies among the scanned pages: one key takes its person into the intake, like one that the reader read."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from counter_app.dossier.scanned_cards import ScannedCard, scanned_cards
from counter_app.dossier.whose import Place
from ui.intake.intake import Intake
from ui.widgets.offer_bar import OfferBar


class CardBar(OfferBar):
    """Not there where no card says anything that the intake has not. Nobody becomes the applicant unless the clerk says
    so: a parent's card may lie among a child's papers. What a card says otherwise than was typed of its person is said
    at the fields at once."""

    def __init__(self, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__("card", "Ctrl+K", self.take, parent)
        self._intake = intake
        self._about = ""  # the draft that it is
        self._found: tuple[ScannedCard, ...] = ()
        self._passed_over: set[str] = set()  # numbers of those who are nobody here
        self._pointed_out: set[tuple[str, str, str]] = set()
        self.cards: tuple[ScannedCard, ...] = ()
        self.pass_over = self.add_leave(self.tr("Take nothing of this card"), self._pass_over)
        intake.verifying.read.changed.connect(self._look)
        intake.changed.connect(self._show)
        intake.started.connect(self._begin)

    def take(self) -> None:
        """The person of the first card is in the intake, or is asked about."""
        if self.cards and self._intake.ready:
            self._intake.whose.take_scanned(self.cards[0])

    def _pass_over(self) -> None:
        if self.cards:
            self._passed_over.add(self.cards[0].person.identity_number)
            self._show()

    def _begin(self) -> None:
        """Another intake, or the same with other people."""
        if self._about != self._intake.draft.id:
            self._about = self._intake.draft.id
            self._passed_over, self._pointed_out = set(), set()
        self._look()

    def _look(self) -> None:
        self._found = scanned_cards(self._intake.verifying.read.papers)
        self._show()

    def _show(self) -> None:
        if not (self._found or self.cards):
            return
        draft = self._intake.draft
        for card in self._found:
            self._point_out(card)
        here = [card for card in self._found if card.person.identity_number not in self._passed_over]
        new = [card for card in here if card.fills(draft)]
        # of somebody the intake is about before others, who would be asked about
        self.cards = tuple(sorted(new, key=lambda card: card.place(draft) is None))
        self.setVisible(bool(self.cards))
        if self.cards:
            self._say(self.cards[0], len(self.cards) - 1)

    def _point_out(self, card: ScannedCard) -> None:
        draft, number = self._intake.draft, card.person.identity_number
        otherwise = card.contradicts(draft)
        new = {what: said for what, said in otherwise.items() if (number, what, said) not in self._pointed_out}
        place = card.place(draft)
        if new and place is not None:
            self._pointed_out |= {(number, what, said) for what, said in new.items()}
            self._intake.whose.point_out(place, new)

    def _say(self, card: ScannedCard, more: int) -> None:
        person, place = card.person, card.place(self._intake.draft)
        who = " · ".join(part for part in (person.name, person.identity_number, person.born) if part)
        said = self.tr("Among the pages, {card}: {who}").format(card=card.title, who=who)
        others = self.tr("and %n more", "", more) if more else ""
        self.text.setText(", ".join(part for part in (said, others) if part))
        self.button.setText(
            {
                Place.OWNER: self.tr("Fill in the owner (Ctrl+K)"),
                Place.SUBMITTER: self.tr("Fill in the submitter (Ctrl+K)"),
                Place.REPRESENTATIVE: self.tr("Fill in the representative (Ctrl+K)"),
                None: self.tr("Somebody else: what for? (Ctrl+K)"),
            }[place]
        )

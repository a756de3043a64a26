"""What the strip at the bottom says of an intake: where its data come from, what the program did, what to look at."""

from __future__ import annotations

from PySide6.QtCore import QObject

from counter_app.desk.person import Contact
from ui import words
from ui.background.messages import Messages
from ui.intake.intake import OpenDraft


class Notices(QObject):
    """One sentence each; none of them stops anybody."""

    def __init__(self, messages: Messages, parent: QObject) -> None:
        super().__init__(parent)
        self._messages = messages

    def taken_from(self, contact: Contact) -> None:
        """What was filled in from an earlier dossier, and from which."""
        parts = (
            (contact.phone, self.tr("telephone")),
            (contact.email, self.tr("e-mail")),
            (contact.address, self.tr("address")),
        )
        sentence = self.tr("Taken from dossier {code} of {day}: {what}. Ask whether it still holds.")
        taken = ", ".join(name for value, name in parts if value)
        self._messages.inform(sentence.format(code=contact.code, day=words.day(contact.at.date()), what=taken))

    def restored(self, taken_up: OpenDraft) -> None:
        """The intake that was not finished is on the screen again."""
        owner = taken_up.draft.owner
        name = owner.name or owner.identity_number or self.tr("no name yet")
        sentence = self.tr("Going on with the intake that was not finished ({name}). F2 begins a new one.")
        self._messages.inform(sentence.format(name=name))

    def pages_moved(self, key: str, count: int) -> None:
        """Their paper is not one of the procedure that was chosen."""
        sentence = self.tr("%n scanned pages were put to the first paper of this procedure; check them.", "", count)
        self._messages.inform(sentence)

    def compare_pages(self, count: int) -> None:
        """Pages lay here before it was known whose they are."""
        sentence = self.tr(
            "%n pages were scanned before this card was read; check that they are this person's.", "", count
        )
        self._messages.inform(sentence)

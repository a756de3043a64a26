"""Forms of what happens after the receipt: cancelled, declared lost, stopped at request, papers that come, a note."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from counter_app.desk import after_receipt, casework
from counter_app.dossier.acts.act import given
from counter_app.dossier.applicants import Relation
from counter_app.dossier.identity import Card
from counter_app.dossier.model import Component
from counter_app.dossier.payloads.after import NoteWritten, PapersAdded, ReceiptLost, ReceivingCancelled
from counter_app.dossier.payloads.business import StoppedAtRequest
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.recipients import WrongRecipient, refuse_unless_holder
from ui import words
from ui.detail.acts.form import ActForm, Step, ready_phrases
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.number_box import NumberBox
from ui.widgets.phrase_edit import PhraseEdit


class CancelReceivingForm(ActForm):
    """Why the receipt is cancelled, and who answers for it."""

    def build(self) -> None:
        self.reason = PhraseEdit(*ready_phrases(self.act, self.seen))
        self.signer = QLineEdit()
        self.put("reason", self.tr("Reason"), self.reason, 0, 0, 8, required=True)
        self.put("signer", self.tr("Who answers for it"), self.signer, 0, 8, 4, required=True)

    def step(self) -> Step:
        code, reason, signer = self.dossier.code, self.reason.text(), self.signer.text()
        return lambda desk: after_receipt.cancel_receiving(desk, code, reason, signer)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, ReceivingCancelled):
            self.reason.setText(payload.reason)
            self.signer.setText(payload.signer)

    def caution(self) -> str:
        said = [self.tr("The number {code} stays used and is shown as cancelled.").format(code=self.dossier.code)]
        if self.dossier.paid:
            paid = words.money(self.dossier.paid)
            said.append(self.tr("Give the {amount} back first.").format(amount=paid))
        return " ".join(said)


class LostForm(ActForm):
    """Who says that the receipt is lost, and what was looked at to know them; a card that is read fills in who."""

    def build(self) -> None:
        person = self.dossier.submitter or self.dossier.owner
        self.relation = ChoiceBox()
        for relation in Relation:
            self.relation.addItem(words.relation_name(relation), relation)
        self.declared_by = QLineEdit(person.name)
        self.number = QLineEdit(person.identity_number)
        self.number.setPlaceholderText(self.tr("Type it, or read the card's QR"))
        self.phone = QLineEdit(person.phone)
        self.authority = QLineEdit()
        self.authority.setPlaceholderText(self.tr("number, day, certified by"))
        self.checked = PhraseEdit(
            self.tr("Identity card (original); the picture is of this person."),
            self.tr("Identity card on VNeID, level 2; the picture is of this person."),
            self.tr("Passport (original); the picture is of this person."),
        )
        self.put("declared_by", self.tr("Full name"), self.declared_by, 0, 0, 4, required=True)
        self.put("identity_number", self.tr("Identity number"), self.number, 0, 4, 3)
        self.put("phone", self.tr("Telephone"), self.phone, 0, 7, 2)
        self.put("relation", self.tr("As"), self.relation, 0, 9, 3)
        self.put("checked", self.tr("What was looked at to know the person"), self.checked, 1, 0, 8, required=True)
        self.put("authority", self.tr("Paper of authority"), self.authority, 1, 8, 4, required=True)
        self.changed.connect(self._follow)
        self._follow()

    def step(self) -> Step:
        code, lost = self.dossier.code, self._lost()
        given(self.act, "declared_by", lost.declared_by)
        given(self.act, "checked", lost.checked)
        return lambda desk: after_receipt.declare_lost(desk, code, lost)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, ReceiptLost):
            self.declared_by.setText(payload.declared_by)
            self.number.setText(payload.identity_number)
            self.phone.setText(payload.phone)
            self.relation.setCurrentIndex(self.relation.findData(payload.relation))
            self.authority.setText(payload.authority)
            self.checked.setText(payload.checked)

    def take_card(self, card: Card) -> bool:
        self.declared_by.setText(card.name)
        self.number.setText(card.number)
        if not self.checked.text():
            self.checked.setText(self.checked.phrases[0])
        return True

    def focus_first(self) -> None:
        self.number.setFocus(Qt.FocusReason.TabFocusReason)

    def _lost(self) -> ReceiptLost:
        relation = Relation(self.relation.currentData())
        holder = relation is Relation.HOLDER
        return ReceiptLost(
            declared_by=self.declared_by.text().strip(),
            identity_number="".join(self.number.text().split()),
            phone=self.phone.text().strip(),
            relation=relation,
            authority="" if holder else self.authority.text().strip(),
            checked=self.checked.text().strip(),
        )

    def _follow(self) -> None:
        """Asks for the paper of authority where there must be one; says at once where it is the wrong person."""
        lost = self._lost()
        holder = lost.relation is Relation.HOLDER
        self.fields["authority"].setVisible(not holder)
        self.fields["declared_by"].set_warning("")
        try:
            if holder:
                refuse_unless_holder(self.dossier, lost.declared_by, lost.identity_number)
        except WrongRecipient as wrong:
            self.fields["declared_by"].set_warning(wrong.happened(self.desk.profile.language))


class StopRequestForm(ActForm):
    """Who asks to stop, with which paper, why, and who signs the notice."""

    def build(self) -> None:
        self.asked_by = QLineEdit((self.dossier.submitter or self.dossier.owner).name)
        self.request = QLineEdit()
        self.request.setPlaceholderText(self.tr("such as the request's day"))
        self.reason = PhraseEdit(*ready_phrases(self.act, self.seen))
        self.reason.setText(self.reason.phrases[0])
        self.signer = QLineEdit()
        self.put("reason", self.tr("Reason"), self.reason, 0, 0, 12, required=True)
        self.put("asked_by", self.tr("Who asks for it"), self.asked_by, 1, 0, 4, required=True)
        self.put("request", self.tr("Paper of the request"), self.request, 1, 4, 4)
        self.put("signer", self.tr("Signed by (name, office)"), self.signer, 1, 8, 4)

    def step(self) -> Step:
        code, reason, asked_by = self.dossier.code, self.reason.text(), self.asked_by.text()
        request, signer = self.request.text(), self.signer.text()
        return lambda desk: casework.stop_at_request(desk, code, reason, asked_by, request, signer)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, StoppedAtRequest):
            self.reason.setText(payload.reason)
            self.asked_by.setText(payload.asked_by)
            self.request.setText(payload.request)
            self.signer.setText(payload.signer)

    def caution(self) -> str:
        return self.tr(
            "This ends the dossier. Who takes papers back withdraws it; a pause of the agency goes on later."
        )


class AddedForm(ActForm):
    """A paper that came: one the dossier has already, one of the procedure, or another; its pages are scanned next."""

    def build(self) -> None:
        procedure = self.seen.procedure
        there = {component.name: component.key for component in self.dossier.components}
        asked = {rule.name: rule.key for rule in procedure.components} if procedure else {}
        self._keys = asked | there
        self.name = PhraseEdit(*self._keys)
        self.originals, self.certified, self.copies = (NumberBox() for _ in range(3))
        for spin in (self.originals, self.certified, self.copies):
            spin.setRange(0, 999)
        self.originals.setValue(1)
        self.note = QLineEdit()
        self.put("components", self.tr("Paper"), self.name, 0, 0, 6, required=True)
        self.put("originals", self.tr("Originals"), self.originals, 0, 6, 2)
        self.put("certified_copies", self.tr("Certified copies"), self.certified, 0, 8, 2)
        self.put("copies", self.tr("Copies"), self.copies, 0, 10, 2)
        self.put("note", self.tr("Note"), self.note, 1, 0, 12)

    def step(self) -> Step:
        code, note, name = self.dossier.code, self.note.text(), given(self.act, "components", self.name.text())
        paper = Component(
            key=self._keys.get(name) or after_receipt.new_paper_key(self.dossier),
            name=name,
            originals=self.originals.value(),
            certified_copies=self.certified.value(),
            copies=self.copies.value(),
        )
        return lambda desk: after_receipt.add_papers(desk, code, [paper], note)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, PapersAdded) and payload.components:
            paper = payload.components[0]
            self.name.setText(paper.name)
            self.originals.setValue(paper.originals)
            self.certified.setValue(paper.certified_copies)
            self.copies.setValue(paper.copies)
            self.note.setText(payload.note)

    def caution(self) -> str:
        return self.tr("Its pages are scanned next, in the tab beside the timeline.")


class TakePageOutForm(ActForm):
    """Why a page leaves its document; which page it is was chosen where it is shown."""

    def build(self) -> None:
        self._page_id = 0
        self.page = QLabel()
        self.reason = PhraseEdit(*ready_phrases(self.act, self.seen))
        self.put_plain(self.page, 0, 0, 12)
        self.put("reason", self.tr("Reason"), self.reason, 1, 0, 12, required=True)

    def show_page(self, page_id: int, number: int, paper: str) -> None:
        """The page that is meant: the `number`-th of a paper."""
        self._page_id = page_id
        self.page.setText(self.tr("Page {number} of “{paper}”").format(number=number, paper=paper))

    def step(self) -> Step:
        code, page_id, reason = self.dossier.code, self._page_id, given(self.act, "reason", self.reason.text())
        return lambda desk: after_receipt.take_page_out(desk, code, page_id, reason)

    def caution(self) -> str:
        return self.tr("The other pages are made into a document of their own; the scan is kept as the rules say.")


class NoteForm(ActForm):
    """What is to be remembered about the dossier."""

    def build(self) -> None:
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(58)
        self.text.setPlaceholderText(self.tr("Ctrl+Enter confirms"))
        self.put("text", self.tr("Note"), self.text, 0, 0, 12, required=True)

    def step(self) -> Step:
        code, text = self.dossier.code, self.text.toPlainText()
        return lambda desk: after_receipt.write_note(desk, code, text)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, NoteWritten):
            self.text.setPlainText(payload.text)

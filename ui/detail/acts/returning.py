"""Handing results to the citizen, or sending them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from counter_app.desk import casework
from counter_app.dossier.acts.act import lacks
from counter_app.dossier.applicants import Relation
from counter_app.dossier.identity import Card
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.payloads.results import ResultReturned
from counter_app.dossier.recipients import WrongRecipient, check_recipient
from counter_app.dossier.states import DeliveryMethod, Payment
from ui import words
from ui.detail.acts.form import ActForm, Step
from ui.detail.acts.results import result_line
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.ticks import Ticks


class ReturnForm(ActForm):
    """Which results, how, and to whom; a card that is read fills in who."""

    def build(self) -> None:
        person = self.dossier.submitter or self.dossier.owner
        self.results = Ticks(columns=1)
        self.waiting: list[int] = []
        for place, result in enumerate(self.dossier.results):
            if result.returned is None:
                self.waiting.append(place)
                self.results.add(result_line(result), ticked=True)
        if not self.dossier.results:  # done without a word on results: what the procedure ends in is handed over
            for place, named in enumerate(casework.expected_results(self.desk, self.dossier)):
                self.waiting.append(place)
                self.results.add(result_line(named), ticked=True)
            self.results.setEnabled(False)
        self.method = ChoiceBox()
        for method in DeliveryMethod:
            self.method.addItem(words.delivery_method_name(method), method)
        self.method.setCurrentIndex(self.method.findData(self.dossier.delivery_method))
        self.relation = ChoiceBox()
        for relation in Relation:
            name = words.relation_name(relation)
            self.relation.addItem(name[:1].upper() + name[1:], relation)
        self.recipient = QLineEdit(person.name)
        self.number = QLineEdit(person.identity_number)
        self.number.setPlaceholderText(self.tr("Type it, or read the card's QR"))
        self.phone = QLineEdit(person.phone)
        self.authority = QLineEdit()
        self.authority.setPlaceholderText(self.tr("number, day, certified by"))
        self.post_bill = QLineEdit()
        self.put("results", self.tr("Results that are handed over"), self.results, 0, 0, 12)
        self.put("method", self.tr("How"), self.method, 1, 0, 4)
        self.put("relation", self.tr("Taken by"), self.relation, 1, 4, 4)
        self.put("post_bill", self.tr("Postal bill"), self.post_bill, 1, 4, 4, required=True)
        self.put("phone", self.tr("Telephone"), self.phone, 1, 8, 4)
        self.put("recipient", self.tr("Full name"), self.recipient, 2, 0, 4, required=True)
        self.put("identity_number", self.tr("Identity number"), self.number, 2, 4, 4)
        self.put("authority", self.tr("Paper of authority"), self.authority, 2, 8, 4, required=True)
        self.changed.connect(self._follow)
        self._follow()

    def step(self) -> Step:
        code = self.dossier.code
        boxes = self.results.boxes
        chosen = tuple(place for place, box in zip(self.waiting, boxes, strict=True) if box.isChecked())
        if not chosen:
            raise lacks(self.act, "results")
        payload = self._payload(chosen)
        return lambda desk: casework.return_results(desk, code, payload)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, ResultReturned):
            self.method.setCurrentIndex(self.method.findData(payload.method))
            self.relation.setCurrentIndex(self.relation.findData(payload.relation))
            self.recipient.setText(payload.recipient)
            self.number.setText(payload.identity_number)
            self.phone.setText(payload.phone)
            self.authority.setText(payload.authority)
            self.post_bill.setText(payload.post_bill)

    def caution(self) -> str:
        said = []
        if self.dossier.payment in (Payment.UNPAID, Payment.PENDING):
            left = self.dossier.fees_total - self.dossier.paid
            said.append(self.tr("Not paid yet: {amount}.").format(amount=words.money(left)))
        for lost in self.dossier.lost_receipts[-1:]:
            told = self.tr("Receipt declared lost on {when}; checked: {what}.")
            said.append(told.format(when=words.moment(lost.at), what=lost.checked.rstrip(".")))
        return " ".join(said)

    def take_card(self, card: Card) -> bool:
        if self.recipient.isHidden():
            self.method.setCurrentIndex(self.method.findData(DeliveryMethod.COUNTER))
        person = self.dossier.submitter or self.dossier.owner
        self.recipient.setText(card.name)
        self.number.setText(card.number)
        if card.number != person.identity_number:
            self.phone.clear()
        if self.fields["recipient"].warning():
            self.relation.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def focus_first(self) -> None:
        self.number.setFocus(Qt.FocusReason.TabFocusReason)

    def _payload(self, chosen: tuple[int, ...]) -> ResultReturned:
        method, relation = DeliveryMethod(self.method.currentData()), Relation(self.relation.currentData())
        electronic, by_hand = method is DeliveryMethod.ELECTRONIC, method is DeliveryMethod.COUNTER
        authorised = by_hand and relation is not Relation.HOLDER
        return ResultReturned(
            results=chosen,
            method=method,
            recipient=self.recipient.text().strip(),
            identity_number="" if electronic else "".join(self.number.text().split()),
            phone=self.phone.text().strip(),
            relation=relation if by_hand else Relation.HOLDER,
            authority=self.authority.text().strip() if authorised else "",
            post_bill=self.post_bill.text().strip() if method is DeliveryMethod.POST else "",
        )

    def _follow(self) -> None:
        """Shows what this way of returning needs, and says at once where it is not the right person."""
        method = DeliveryMethod(self.method.currentData())
        by_hand = method is DeliveryMethod.COUNTER
        authorised = by_hand and self.relation.currentData() != Relation.HOLDER
        self.fields["relation"].setVisible(by_hand)
        self.fields["post_bill"].setVisible(method is DeliveryMethod.POST)
        self.fields["authority"].setVisible(authorised)
        self.fields["recipient"].set_warning("")
        try:
            check_recipient(self.dossier, self._payload((0,)))
        except WrongRecipient as wrong:
            self.fields["recipient"].set_warning(wrong.happened(self.desk.profile.language))

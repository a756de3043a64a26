"""What the applicant has to pay elsewhere first (nghĩa vụ tài chính), and that it was paid."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from counter_app.desk import casework
from counter_app.dossier.acts.act import lacks
from counter_app.dossier.payloads import ObligationMet, ObligationRequested, Payload
from ui.detail.acts.form import ActForm, Step, ready_phrases
from ui.detail.acts.moments import day_edit
from ui.detail.acts.phrase_edit import PhraseEdit


class ObligationForm(ActForm):
    """Why, how much where it is known, until when."""

    def build(self) -> None:
        self.reason = PhraseEdit(*ready_phrases(self.act))
        self.reason.setText(self.reason.phrases[0])
        self.amount = QLineEdit()
        self.amount.setPlaceholderText(self.tr("if known"))
        self.deadline = day_edit()
        self.put("reason", self.tr("Reason"), self.reason, 0, 0, 7, required=True)
        self.put("amount", self.tr("Amount in đồng"), self.amount, 0, 7, 2)
        self.put("deadline", self.tr("To be paid until"), self.deadline, 0, 9, 3)

    def step(self) -> Step:
        code, reason = self.dossier.code, self.reason.text()
        typed = "".join(self.amount.text().replace(".", " ").split())
        if typed and not typed.isdecimal():
            raise lacks(self.act, "amount")
        amount, deadline = int(typed or 0), self.day("deadline", self.deadline)
        return lambda desk: casework.ask_for_obligation(desk, code, reason, amount, deadline)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, ObligationRequested):
            self.reason.setText(payload.reason)
            self.amount.setText(str(payload.amount) if payload.amount else "")
            self.deadline.setText(day_edit(payload.deadline).text())


class MetForm(ActForm):
    """The paper that shows the payment."""

    def build(self) -> None:
        self.proof = QLineEdit()
        self.proof.setPlaceholderText(self.tr("such as the receipt's number and day"))
        self.put("proof", self.tr("Paper that shows it was paid"), self.proof, 0, 0, 12)

    def step(self) -> Step:
        code, proof = self.dossier.code, self.proof.text()
        return lambda desk: casework.confirm_obligation(desk, code, proof)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, ObligationMet):
            self.proof.setText(payload.proof)

"""Acts that need a reason at the most: refusing, stopping, going on, withdrawing, beginning the second stage."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QLineEdit

from counter_app.desk import casework
from counter_app.dossier.payloads import Payload, Stopped
from ui import words
from ui.detail.acts.form import ActForm, Step, ready_phrases
from ui.detail.acts.phrase_edit import PhraseEdit


class ReasonForm(ActForm):
    """Asks for the reason, with the phrases most often used: the form of every act that has none of its own."""

    def build(self) -> None:
        self.reason = PhraseEdit(*ready_phrases(self.act))
        self.put("reason", self.tr("Reason"), self.reason, 0, 0, 12, required="reason" in self.act.needs)

    def step(self) -> Step:
        code, act, reason = self.dossier.code, self.act, self.reason.text()
        return lambda desk: casework.do_for_reason(desk, code, act, reason)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, self.act.payload):
            self.reason.setText(str(getattr(payload, "reason", "")))


class ResumeForm(ReasonForm):
    """The same for going on, which moves the due date."""

    def step(self) -> Step:
        code, reason = self.dossier.code, self.reason.text()
        return lambda desk: casework.resume(desk, code, reason)


class StopForm(ActForm):
    """The reason, and who signed the notice."""

    def build(self) -> None:
        self.reason = PhraseEdit(*ready_phrases(self.act))
        self.signer = QLineEdit()
        self.put("reason", self.tr("Reason"), self.reason, 0, 0, 8, required=True)
        self.put("signer", self.tr("Signed by"), self.signer, 0, 8, 4)

    def step(self) -> Step:
        code, reason, signer = self.dossier.code, self.reason.text(), self.signer.text()
        return lambda desk: casework.stop(desk, code, reason, signer)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, Stopped):
            self.reason.setText(payload.reason)
            self.signer.setText(payload.signer)


class StageForm(ActForm):
    """Nothing to fill in: the second stage has a term of its own, shown before it begins."""

    def build(self) -> None:
        term = self.dossier.next_term
        said = self.tr("The second stage begins now, with its own term: {term}.")
        self.put_plain(QLabel(said.format(term=words.term_text(term) if term else "")), 0, 0, 12)

    def step(self) -> Step:
        code = self.dossier.code
        return lambda desk: casework.begin_stage(desk, code)

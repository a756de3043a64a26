"""Which form an act has, and the forms of a few lines."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLabel, QLineEdit

from counter_app.desk import casework
from counter_app.desk.desk import Desk
from counter_app.desk.dossier_view import DossierView
from counter_app.desk.reasons import usual_reason
from counter_app.dossier import acts
from counter_app.dossier.acts.act import AnyAct, lacks
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.payloads.business import Extended, HandedOver, Stopped
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.payloads.waiting import ObligationMet, ObligationRequested
from counter_app.dossier.plain import plain
from counter_app.errors import CounterError
from ui import words
from ui.detail.acts import after, correcting, fees, online, results, returning, supplement
from ui.detail.acts.form import ActForm, Step, ready_phrases
from ui.widgets.moments import day_edit, read_day
from ui.widgets.phrase_edit import PhraseEdit


class ReasonForm(ActForm):
    """Asks for the reason, with the phrases most often used: the form of every act that has none of its own."""

    def build(self) -> None:
        self.reason = PhraseEdit(*ready_phrases(self.act, self.seen))
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
        self.reason = PhraseEdit(*ready_phrases(self.act, self.seen))
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


class ObligationForm(ActForm):
    """Why, how much where it is known, until when."""

    def build(self) -> None:
        self.reason = PhraseEdit(*ready_phrases(self.act, self.seen))
        self.reason.setText(usual_reason(self.act))
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


class HandOverForm(ActForm):
    """From the unit that has it to the next of the procedure's process, or any other."""

    def build(self) -> None:
        process = [step.unit for step in self.seen.procedure.steps] if self.seen.procedure else []
        units = list(dict.fromkeys(process))
        here = self.dossier.hand_overs[-1].to_unit if self.dossier.hand_overs else self.desk.profile.office.unit
        others = [unit for unit in units if unit != here]
        self.to_unit = PhraseEdit(*others)
        self.from_unit = PhraseEdit(*dict.fromkeys([here, self.desk.profile.office.unit, *units]))
        self.from_unit.setText(here)
        self.to_unit.setText(casework.next_unit(process, here if self.dossier.hand_overs else ""))
        self.taken_by = QLineEdit()
        self.note = QLineEdit()
        self.given_by = QLineEdit()
        self.put("to_unit", self.tr("Unit that takes it"), self.to_unit, 0, 0, 8, required=True)
        self.put("taken_by", self.tr("Taken by"), self.taken_by, 0, 8, 4)
        self.put("from_unit", self.tr("Unit that gives it"), self.from_unit, 1, 0, 8)
        self.put("given_by", self.tr("Given by"), self.given_by, 1, 8, 4)
        self.put("note", self.tr("Note"), self.note, 2, 0, 12)
        self.from_unit.textChanged.connect(self._show_giver)
        self._show_giver()

    def step(self) -> Step:
        code, unit = self.dossier.code, self.to_unit.text()
        taken_by, note, giver = self.taken_by.text(), self.note.text(), self.from_unit.text()
        given_by = self.given_by.text()
        return lambda desk: casework.hand_over(desk, code, unit, taken_by, note, giver, given_by)

    def _show_giver(self) -> None:
        """The desk is given for by its clerk; who gives for another unit is typed."""
        here, clerk = plain(self.desk.profile.office.unit), self.desk.clerk.name
        if plain(self.from_unit.text()) == here and not self.given_by.text():
            self.given_by.setText(clerk)
        elif plain(self.from_unit.text()) != here and self.given_by.text() == clerk:
            self.given_by.clear()

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, HandedOver):
            self.to_unit.setText(payload.to_unit)
            self.taken_by.setText(payload.taken_by)
            self.note.setText(payload.note)


_USUAL = 3  # working days later, until the clerk says otherwise


class ExtendForm(ActForm):
    """The new date and hour, the reason, and who signs the apology."""

    def build(self) -> None:
        self.due = day_edit(self._usual(), with_hour=True)
        self.reason = PhraseEdit(*ready_phrases(self.act, self.seen))
        extensions = self.dossier.extensions
        self.signer = QLineEdit(extensions[-1].signer if extensions else "")
        self.put("reason", self.tr("Reason"), self.reason, 0, 0, 12, required=True)
        self.put("due_at", self.tr("New due date"), self.due, 1, 0, 5, required=True)
        self.put("signer", self.tr("Signed by (name, office)"), self.signer, 1, 5, 7, required=True)

    def step(self) -> Step:
        code, reason, signer = self.dossier.code, self.reason.text(), self.signer.text()
        due = self.day("due_at", self.due)
        if due is None:
            raise lacks(self.act, "due_at")
        return lambda desk: casework.extend(desk, code, due, reason, signer)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, Extended):
            self.due.setText(words.moment(payload.due_at))
            self.reason.setText(payload.reason)
            self.signer.setText(payload.signer)

    def due_after(self) -> datetime | None:
        return read_day(self.due.text(), self.desk.now(), self.desk.knowledge.hours) or self.dossier.due_at

    def caution(self) -> str:
        due = self.due_after()
        try:
            casework.refuse_extension_beyond_law(self.desk, self.dossier)
            if due is not None:
                casework.refuse_out_of_hours(self.desk, due)
        except (casework.TooManyExtensions, casework.OutOfHours) as refused:
            return refused.sentence(self.desk.profile.language)
        return ""

    def _usual(self) -> datetime | None:
        due, now = self.dossier.due_at, self.desk.now()
        start = max(due, now) if due else now
        try:
            day = self.desk.knowledge.calendar.after(start.astimezone(VIETNAM).date(), _USUAL)
        except CounterError:  # the calendar does not reach so far: the clerk types it
            return None
        return datetime.combine(day, (due or now).astimezone(VIETNAM).timetz())


FORMS: dict[AnyAct, type[ActForm]] = {
    acts.RECEIVE: online.AcceptForm,
    acts.ASK_SUPPLEMENT: supplement.SupplementForm,
    acts.TAKE_SUPPLEMENT: supplement.BroughtForm,
    acts.ASK_OBLIGATION: ObligationForm,
    acts.CONFIRM_OBLIGATION: MetForm,
    acts.HAND_OVER: HandOverForm,
    acts.EXTEND: ExtendForm,
    acts.STOP: StopForm,
    acts.STOP_AT_REQUEST: after.StopRequestForm,
    acts.RESUME: ResumeForm,
    acts.TAKE_RESULTS: results.ResultsForm,
    acts.BEGIN_STAGE: StageForm,
    acts.RETURN_RESULTS: returning.ReturnForm,
    acts.TAKE_FEE: fees.FeeForm,
    acts.CANCEL_RECEIPT: fees.CancelForm,
    acts.REFUND: fees.RefundForm,
    acts.CORRECT: correcting.CorrectForm,
    acts.CANCEL_RECEIVING: after.CancelReceivingForm,
    acts.DECLARE_LOST: after.LostForm,
    acts.ADD_PAPERS: after.AddedForm,
    acts.TAKE_PAGE_OUT: after.TakePageOutForm,
    acts.WRITE_NOTE: after.NoteForm,
}
"""The forms of the acts that ask for more than a reason."""


def form_for(act: AnyAct, seen: DossierView, desk: Desk) -> ActForm:
    """The act's form, filled with what is known."""
    return FORMS.get(act, ReasonForm)(act, seen, desk)

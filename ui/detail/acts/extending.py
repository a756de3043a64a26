"""Apologising and promising a later date."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtWidgets import QLineEdit

from counter_app.desk import casework
from counter_app.dossier.acts import lacks
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.life import DueCause, DueChange
from counter_app.errors import CounterError
from counter_app.procedures.working_time import last_open
from ui.detail.acts.form import ActForm, Step, ready_phrases
from ui.detail.acts.moments import day_edit, read_day
from ui.detail.acts.phrase_edit import PhraseEdit

_USUAL = 3  # working days later, until the clerk says otherwise


class ExtendForm(ActForm):
    """The new date and hour, the reason, and who signs the apology."""

    def build(self) -> None:
        self.due = day_edit(self._usual(), with_hour=True)
        self.reason = PhraseEdit(*ready_phrases(self.act))
        extensions = self._extensions()
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

    def due_after(self) -> datetime | None:
        return read_day(self.due.text(), self.desk.now(), self.desk.knowledge.hours) or self.dossier.due_at

    def caution(self) -> str:
        knowledge, due = self.desk.knowledge, self.due_after()
        most = self.seen.rules.most_extensions if self.seen.rules else 0
        said = []
        if most and len(self._extensions()) >= most:
            again = self.tr("This is extension no. {n} on this dossier, and {most} is allowed.")
            said.append(again.format(n=len(self._extensions()) + 1, most=most))
        if due is not None and last_open(due, knowledge.calendar, knowledge.hours) != due:
            said.append(self.tr("The office is closed at that time."))
        return " ".join(said)

    def _extensions(self) -> list[DueChange]:
        return [change for change in self.dossier.due_changes if change.cause is DueCause.EXTENSION]

    def _usual(self) -> datetime | None:
        due, now = self.dossier.due_at, self.desk.now()
        start = max(due, now) if due else now
        try:
            day = self.desk.knowledge.calendar.after(start.astimezone(VIETNAM).date(), _USUAL)
        except CounterError:  # the calendar does not reach so far: the clerk types it
            return None
        return datetime.combine(day, (due or now).astimezone(VIETNAM).timetz())

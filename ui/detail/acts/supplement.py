"""Asking for what is missing, once and in full, and taking it in."""

from __future__ import annotations

from datetime import datetime
from itertools import count

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from counter_app.desk import casework
from counter_app.desk.reasons import usual_reason
from counter_app.dossier.life import PauseKind
from counter_app.dossier.model import Component
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.payloads.waiting import SupplementReceived, SupplementRequested
from counter_app.errors import CounterError
from counter_app.procedures.catalogue import ComponentRule
from counter_app.procedures.clocks import supplement_deadline
from counter_app.procedures.completeness import as_asked
from ui.detail.acts.form import ActForm, Step, ready_phrases
from ui.widgets.moments import day_edit
from ui.widgets.phrase_edit import PhraseEdit
from ui.widgets.ticks import Ticks


class SupplementForm(ActForm):
    """The papers that were not handed in, ticked where they are required; free lines for the rest."""

    def build(self) -> None:
        had = {component.key for component in self.dossier.components if component.here}
        rules = self.seen.procedure.asked_in(self.dossier.case) if self.seen.procedure else ()
        self.items = Ticks()
        for rule in rules:
            if rule.key not in had:
                self.items.add(rule.name, ticked=rule.required)
        self.lines = QPlainTextEdit()
        self.lines.setPlaceholderText(self.tr("One paper a line; Ctrl+Enter confirms"))
        self.lines.setTabChangesFocus(True)
        self.lines.setFixedHeight(58)
        self.reason = PhraseEdit(*ready_phrases(self.act, self.seen))
        if self.items.boxes:
            self.reason.setText(usual_reason(self.act))
        self.deadline = day_edit(self._usual_deadline())
        if self.items.boxes:
            self.put_plain(self.items, 0, 0, 12)
        self.put("items", self.tr("What else is to be brought or corrected"), self.lines, 1, 0, 12)
        self.put("reason", self.tr("Reason"), self.reason, 2, 0, 9, required=True)
        self.put("deadline", self.tr("To be brought until"), self.deadline, 2, 9, 3)
        self.again = QLineEdit()
        self.put("again", self.tr("Why it is asked for once more"), self.again, 3, 0, 12, required=True)
        self.fields["again"].setVisible(self._asked_enough())
        self.items.toggled.connect(self.changed)

    def step(self) -> Step:
        code, reason = self.dossier.code, self.reason.text()
        items = [*self.items.ticked(), *self.lines.toPlainText().splitlines()]
        deadline, again = self.day("deadline", self.deadline), self.again.text()
        return lambda desk: casework.ask_for_supplements(desk, code, items, reason, deadline, again)

    def focus_first(self) -> None:
        """On the ticks, where Enter confirms at once; in the free lines Enter begins another line."""
        first = self.items.boxes[0] if self.items.boxes else self.lines
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _asked_enough(self) -> bool:
        return self.seen.asked >= self._most > 0

    @property
    def _most(self) -> int:
        """How often the dossier's law has it; 0 where that is not known."""
        return self.seen.rules.most_supplements if self.seen.rules else 0

    def caution(self) -> str:
        if not self._asked_enough():
            return ""
        if not any(pause.kind is PauseKind.SUPPLEMENT for pause in self.dossier.pauses):
            return self.tr(
                "Supplements were asked for before the receipt already, and {most} request is allowed."
            ).format(most=self._most)
        again = self.tr("This is request no. {n} on this dossier, and {most} is allowed. QĐ 766 counts it as late.")
        return again.format(n=self.seen.asked + 1, most=self._most)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, SupplementRequested):
            self.items.tick_only(payload.items)
            ticked = self.items.ticked()
            self.lines.setPlainText("\n".join(item for item in payload.items if item not in ticked))
            self.reason.setText(payload.reason)
            self.again.setText(payload.again)
            self.deadline.setText(day_edit(payload.deadline).text())

    def _usual_deadline(self) -> datetime | None:
        knowledge, rules = self.desk.knowledge, self.seen.rules
        try:
            return supplement_deadline(self.desk.now(), rules, knowledge.calendar, knowledge.hours) if rules else None
        except CounterError:  # the calendar does not reach so far: the clerk types it
            return None


class BroughtForm(ActForm):
    """What was asked for, to be ticked as it is handed over."""

    def build(self) -> None:
        pause = self.dossier.open_pause
        self.asked = pause.asked if pause else ()
        rules = self.seen.procedure.asked_in(self.dossier.case) if self.seen.procedure else ()
        self.rules = {rule.name: rule for rule in rules}
        self.items = Ticks()
        for name in self.asked:
            self.items.add(name, ticked=True)
        for rule in rules:
            if rule.name not in self.asked:
                self.items.add(rule.name, ticked=False)
        self.put_plain(self.items, 0, 0, 12)
        self.items.toggled.connect(self.changed)

    def step(self) -> Step:
        code, came = self.dossier.code, self._came()
        return lambda desk: casework.take_supplements(desk, code, came)

    def caution(self) -> str:
        missing = [name for name in self.asked if name not in self.items.ticked()]
        if not missing:
            return ""
        return self.tr("Still missing: {papers}. The clock runs again all the same.").format(papers="; ".join(missing))

    def focus_first(self) -> None:
        if self.items.boxes:
            self.items.boxes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, SupplementReceived):
            self.items.tick_only([component.name for component in payload.components])

    def _came(self) -> list[Component]:
        """What is ticked as components; a paper the procedure does not know gets a key of its own."""
        used = {component.key for component in self.dossier.components}
        came = []
        for name in self.items.ticked():
            if rule := self.rules.get(name):
                came.append(_by_rule(rule))
            else:
                key = next(key for number in count(1) if (key := f"bo-sung-{number}") not in used)
                used.add(key)
                came.append(Component(key=key, name=name, originals=1))
        return came


def _by_rule(rule: ComponentRule) -> Component:
    """As many as the procedure asks for, one original at the least; what is only shown is not counted."""
    return Component(name=rule.shown_name if rule.shown_only else rule.name, **as_asked(rule).model_dump())

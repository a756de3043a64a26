"""Giving the dossier to another unit: a line of the control sheet."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from counter_app.desk import casework
from counter_app.dossier.payloads import HandedOver, Payload
from ui.detail.acts.form import ActForm, Step
from ui.detail.acts.phrase_edit import PhraseEdit


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
        self.to_unit.setText(_next_unit(process, here if self.dossier.hand_overs else ""))
        self.taken_by = QLineEdit()
        self.note = QLineEdit()
        self.put("to_unit", self.tr("Unit that takes it"), self.to_unit, 0, 0, 6, required=True)
        self.put("taken_by", self.tr("Taken by"), self.taken_by, 0, 6, 6)
        self.put("from_unit", self.tr("Unit that gives it"), self.from_unit, 1, 0, 6)
        self.put("note", self.tr("Note"), self.note, 1, 6, 6)

    def step(self) -> Step:
        code, unit = self.dossier.code, self.to_unit.text()
        taken_by, note, given = self.taken_by.text(), self.note.text(), self.from_unit.text()
        return lambda desk: casework.hand_over(desk, code, unit, taken_by, note, given)

    def fill(self, payload: Payload) -> None:
        if isinstance(payload, HandedOver):
            self.to_unit.setText(payload.to_unit)
            self.taken_by.setText(payload.taken_by)
            self.note.setText(payload.note)


def _next_unit(process: list[str], here: str) -> str:
    """The unit whose turn comes after `here`; the second where the process has just begun ("") at the desk."""
    if here and here not in process:
        return ""
    last = len(process) - 1 - process[::-1].index(here) if here else 0
    return process[last + 1] if last + 1 < len(process) else ""

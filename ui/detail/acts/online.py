"""Accepting what was filed online: which case it is and for when it is promised, where these are to be chosen."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtWidgets import QLabel

from counter_app.desk import online, receiving
from counter_app.dossier.states import TermUnit
from ui import words
from ui.detail.acts.form import ActForm, Step
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.moments import day_edit, read_day


class AcceptForm(ActForm):
    """Nothing to fill in for most; shows when the result will be due."""

    def build(self) -> None:
        self.case, self.promised = ChoiceBox(), day_edit()
        draft = online.draft_of(self.dossier)
        procedure = self.desk.procedure(draft)
        usual = procedure is not None and bool(procedure.case_terms) and procedure.has_usual_term
        self._cases = procedure.case_names if procedure and (usual or procedure.asks_case) else ()
        self.case.addItem(self.tr("The usual case") if usual else self.tr("Which case?"), "")
        for case in self._cases:
            self.case.addItem(f"{case}: {words.term_text(procedure.term_of(case))}" if procedure else case, case)
        unknown = procedure is not None and procedure.term_of("").unit is TermUnit.UNKNOWN
        self.put_plain(QLabel(self.tr("Checked, complete and right: the term runs from now.")), 0, 0, 12)
        self.put("case", self.tr("Case"), self.case, 1, 0, 7, required=True)
        self.put("promised_on", self.tr("Day of the result"), self.promised, 1, 7, 5, required=True)
        self.fields["case"].setVisible(bool(self._cases))
        self.fields["promised_on"].setVisible(unknown)

    def step(self) -> Step:
        code, case, day = self.dossier.code, str(self.case.currentData()), self._day()
        return lambda desk: online.accept(desk, code, case=case, promised_on=day)

    def due_after(self) -> datetime | None:
        draft = online.draft_of(self.dossier, str(self.case.currentData()), self._day())
        procedure = self.desk.procedure(draft)
        return receiving.promised(self.desk, draft, procedure) if procedure else None

    def caution(self) -> str:
        draft = online.draft_of(self.dossier, str(self.case.currentData()))
        procedure = self.desk.procedure(draft)
        lacking = online.lacking(procedure, self.dossier, draft) if procedure else []
        return self.tr("Not found among what was filed: {papers}").format(papers="; ".join(lacking)) if lacking else ""

    def _day(self) -> date | None:
        found = read_day(self.promised.text(), self.desk.now(), self.desk.knowledge.hours)
        return found.date() if found else None

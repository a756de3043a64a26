"""What is asked for and with which papers: the procedure and its checklist."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from counter_app.procedures.catalogue import Procedure
from ui.intake.checklist import Checklist
from ui.intake.checklist_model import ChecklistModel
from ui.intake.intake import Intake
from ui.intake.procedure_search import ProcedureSearch
from ui.widgets.empty_state import EmptyState
from ui.workplace import Workplace


class PapersPanel(QWidget):
    """The middle column of the intake screen."""

    def __init__(self, place: Workplace, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._intake = intake
        self.search = ProcedureSearch(self._find)
        self.search.chosen.connect(self._choose)
        self.model = ChecklistModel(intake, self)
        self.checklist = Checklist(self.model)
        self.facts = QLabel()
        self.facts.setObjectName("quiet")
        self.facts.setWordWrap(True)
        title = QLabel(self.tr("Procedure"))
        title.setObjectName("heading")
        empty = EmptyState(self.tr("Choose the procedure"), self.tr("Its list of papers will stand here."), "checklist")
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(empty)
        self._stack.addWidget(self.checklist)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(6)
        layout.addWidget(title)
        layout.addWidget(self.search)
        layout.addWidget(self.facts)
        layout.addWidget(below, 1)
        self.setMinimumWidth(360)
        intake.procedure_changed.connect(self._show)

    def _find(self, typed: str) -> list[Procedure]:
        return self._place.desk.knowledge.catalogue.find(typed, self._place.desk.now().date())

    def _choose(self, procedure: Procedure) -> None:
        self._intake.choose(procedure)
        self.checklist.setFocus()

    def _show(self) -> None:
        procedure = self._intake.procedure
        self.search.show_procedure(procedure)
        self._stack.setCurrentIndex(1 if procedure else 0)
        self.facts.setVisible(procedure is not None)
        if procedure:
            note = f"\n{procedure.term_note}" if procedure.term_note else ""
            self.facts.setText(self.search.model.facts(procedure) + note)

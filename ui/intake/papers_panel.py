"""What is asked for and with which papers: the procedure and its checklist."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from counter_app.desk.certification import counts_pages
from counter_app.desk.procedure_search import find_procedures, list_procedures
from counter_app.procedures.catalogue import Procedure
from ui.background.workplace import Workplace
from ui.intake.checklist import Checklist
from ui.intake.checklist_model import ChecklistModel
from ui.intake.costs_panel import CostsPanel
from ui.intake.intake import Intake
from ui.widgets.empty_state import EmptyState
from ui.widgets.procedure_search import ProcedureSearch

_LONGEST = 400  # letters of what is said of a procedure; the portal's notes may fill a page


class PapersPanel(QWidget):
    """The middle column of the intake screen."""

    batch_wanted = Signal()

    def __init__(self, workplace: Workplace, intake: Intake, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._intake = intake
        self.search = ProcedureSearch(self._find)
        self.search.chosen.connect(self._choose)
        self.model = ChecklistModel(intake, self)
        self.checklist = Checklist(self.model)
        self.facts = QLabel()
        self.facts.setObjectName("quiet")
        self.facts.setWordWrap(True)
        self.costs = CostsPanel(intake)
        title = QLabel(self.tr("Procedure"))
        title.setObjectName("heading")
        self.batch = QToolButton()
        self.batch.setToolTip(self.tr("Receive many dossiers of one submitter at once"))
        self.batch.setStyleSheet("QToolButton { padding: 0 6px; }")
        self.batch.setFixedHeight(20)  # no higher than the heading beside it
        self.batch.clicked.connect(self.batch_wanted)
        self.batch.hide()
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.batch)
        empty = EmptyState(self.tr("Choose the procedure"), self.tr("Its list of papers will stand here."), "checklist")
        below = QWidget()
        self._stack = QStackedLayout(below)
        self._stack.addWidget(empty)
        self._stack.addWidget(self.checklist)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self.search)
        layout.addWidget(self.facts)
        layout.addWidget(below, 1)
        layout.addWidget(self.costs)
        self.setMinimumWidth(360)
        intake.procedure_changed.connect(self._show)
        intake.changed.connect(self._show_batch)
        intake.started.connect(self._list_procedures)

    def _find(self, typed: str) -> list[Procedure]:
        return find_procedures(self._workplace.desk, typed)

    def _list_procedures(self) -> None:
        self._workplace.tasks.submit(lambda progress: list_procedures(progress.desk))

    def _choose(self, procedure: Procedure) -> None:
        self._intake.choose(procedure)
        self.checklist.setFocus()

    def _show(self) -> None:
        procedure = self._intake.procedure
        self.search.show_procedure(procedure)
        self._stack.setCurrentIndex(1 if procedure else 0)
        self.facts.setVisible(procedure is not None)
        self._show_batch()
        if procedure:
            notes = [note for note in (procedure.term_note, procedure.fee_note) if note]
            said = "\n".join((self.search.facts(procedure), *notes))
            self.facts.setText(said if len(said) <= _LONGEST else f"{said[:_LONGEST]}…")
            self.facts.setToolTip(said)

    def _show_batch(self) -> None:
        procedure, count = self._intake.procedure, len(self._intake.draft.owners)
        text = self.tr("Several dossiers ({count})…").format(count=count) if count else self.tr("Several dossiers…")
        self.batch.setText(text)
        self.batch.setVisible(count > 0 or (procedure is not None and not counts_pages(procedure)))

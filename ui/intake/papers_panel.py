"""What is asked for and with which papers: the procedure and its checklist."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedLayout, QToolButton, QVBoxLayout, QWidget

from counter_app.desk.certification import counts_pages
from counter_app.desk.procedure_search import find_procedures, quick_procedures
from counter_app.errors import CounterError
from counter_app.knowledge import change_offer
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.offered import Offer
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.intake.checklist import Checklist
from ui.intake.checklist_model import ChecklistModel
from ui.intake.costs_panel import CostsPanel
from ui.intake.intake import Intake
from ui.intake.quick_procedures import MOST, QuickProcedures
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
        self._none = 0  # what stands where no procedure is chosen
        self.search = ProcedureSearch(self._find, lambda code: code in self._favourites, self)
        self.search.chosen.connect(self._choose)
        self.star = QToolButton()
        self.star.setCheckable(True)
        self.star.setText("★")
        self.star.setToolTip(self.tr("A favourite of this office: stands first in the list (Ctrl+D)"))
        self.star.setAccessibleName(self.tr("Favourite"))
        self.star.setShortcut(QKeySequence("Ctrl+D"))
        self.star.clicked.connect(self._favour)
        quick = QScrollArea(self, widgetResizable=True)
        self.quick = QuickProcedures(quick)
        self.quick.chosen.connect(self._choose)
        intake.whose.asked.connect(lambda: self.quick.setEnabled(intake.whose.newcomer is None))  # same keys
        self.model = ChecklistModel(intake, self)
        self.checklist = Checklist(self.model, self)
        self.facts = QLabel()
        self.facts.setObjectName("quiet")
        self.facts.setWordWrap(True)
        self.costs = CostsPanel(intake, self)
        title = QLabel(self.tr("Procedure"))
        title.setObjectName("heading")
        self.batch = QToolButton()
        self.batch.setToolTip(self.tr("Receive many dossiers of one submitter at once (Shift+F2)"))
        self.batch.setStyleSheet("QToolButton { padding: 0 6px; }")
        self.batch.setFixedHeight(20)  # no higher than the heading beside it
        self.batch.clicked.connect(self.batch_wanted)
        self.batch.hide()
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self.batch)
        empty = EmptyState(
            self.tr("Choose the procedure"), self.tr("Its list of papers will stand here."), "checklist", self
        )
        below = QWidget(self)
        self._stack = QStackedLayout(below)
        _scroll(quick, self.quick)
        for state in (empty, self.checklist, quick):  # ten are more than a low window shows
            self._stack.addWidget(state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 0, 6, 0)
        layout.setSpacing(6)
        layout.addLayout(head)
        chosen = QHBoxLayout()
        chosen.setSpacing(4)
        chosen.addWidget(self.search, 1)
        chosen.addWidget(self.star)
        layout.addLayout(chosen)
        layout.addWidget(self.facts)
        layout.addWidget(below, 1)
        layout.addWidget(self.costs)
        self.setMinimumWidth(400)  # of which the counts take 270
        intake.procedure_changed.connect(self._show)
        intake.changed.connect(self._show_batch)
        intake.started.connect(self._offer_quickly)

    @property
    def going_on(self) -> QWidget:
        """Where the typing goes on: the papers, and before them the procedure."""
        return self.search if self._intake.procedure is None else self.checklist

    def _find(self, typed: str) -> list[Procedure]:
        return find_procedures(self._workplace.desk, typed)

    @property
    def _favourites(self) -> tuple[str, ...]:
        return self._workplace.desk.knowledge.offer.favourites

    def _offer_quickly(self) -> None:
        """What was received last and the favourites, read beside the window."""

        def done(found: list[Procedure]) -> None:
            self.quick.show_procedures(found, self._favourites)
            self._none = 2 if found else 0
            if self._intake.procedure is None:
                self._stack.setCurrentIndex(self._none)

        self._workplace.tasks.submit(lambda progress: quick_procedures(progress.desk, MOST), done)

    def _favour(self, wanted: bool) -> None:
        """The chosen procedure is a favourite, or is none any more."""
        procedure, knowledge = self._intake.procedure, self._workplace.desk.knowledge
        if procedure is None:
            return
        code = procedure.code

        def done(offer: Offer) -> None:
            self._show_star()
            said = (
                self.tr("“{name}” stands among the first now.")
                if wanted
                else self.tr("“{name}” is no favourite any more.")
            )
            self._workplace.messages.succeed(said.format(name=procedure.name))

        def broken(failure: CounterError) -> None:
            self._show_star()
            self._workplace.messages.fail(failure)

        def work(progress: Progress) -> Offer:
            return change_offer(knowledge, lambda offer: offer.favouring(code, wanted))

        self._workplace.tasks.submit(work, done, broken, in_order=True)

    def _show_star(self) -> None:
        procedure = self._intake.procedure
        self.star.setEnabled(procedure is not None)
        self.star.setChecked(procedure is not None and procedure.code in self._favourites)

    def _choose(self, procedure: Procedure) -> None:
        self._intake.choose(procedure)
        self.checklist.setFocus()

    def _show(self) -> None:
        procedure = self._intake.procedure
        self.search.show_procedure(procedure)
        self._stack.setCurrentIndex(1 if procedure else self._none)
        self._show_star()
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


def _scroll(area: QScrollArea, inside: QWidget) -> None:
    area.setFrameShape(QScrollArea.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)

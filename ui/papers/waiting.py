"""Papers that are not printed yet: what, on which printer, why, and what the clerk can do about it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.dossier.codes import is_dossier
from counter_app.errors import CounterError
from counter_app.store.print_jobs import JobState, PrintJob
from ui import words
from ui.background.workplace import Workplace
from ui.errors import error_of
from ui.theme import AMBER, SPACE
from ui.widgets.fit import fit
from ui.widgets.rows_model import ListColumn, RowsModel, rows_table

if TYPE_CHECKING:
    from printing.print_queue import PrintQueue

_STANDING = (JobState.WAITING, JobState.SENT)


class WaitingPapers(QDialog):
    """A list with the reason below it; the window can be used meanwhile. It closes itself once nothing waits."""

    dossier_wanted = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._printers: list[str] = []
        self.setWindowTitle(self.tr("Papers waiting to be printed"))
        fit(self, 980, 400)
        self.model = RowsModel(self._columns(), lambda job: job.id, self)
        self.table = rows_table(self.model, row_height=32, several=True)
        self.table.setAccessibleName(self.windowTitle())
        self.table.doubleClicked.connect(self._open_dossier)
        self.reason = QLabel()
        self.reason.setWordWrap(True)
        self.again = QPushButton(self.tr("Try again"))
        self.other = QPushButton(self.tr("Print on another printer"))
        self.printers = QMenu(self.other)
        self.cancel = QPushButton(self.tr("Do not print it"))
        self.out = QPushButton(self.tr("It came out whole"))
        self.not_out = QPushButton(self.tr("It did not – print it again"))
        self.again.clicked.connect(lambda: self._act(lambda queue, job: queue.try_again(job)))
        self.cancel.clicked.connect(lambda: self._act(lambda queue, job: queue.cancel(job)))
        self.out.clicked.connect(lambda: self._act(lambda queue, job: queue.settle(job, printed=True)))
        self.not_out.clicked.connect(lambda: self._act(lambda queue, job: queue.settle(job, printed=False)))
        self.other.clicked.connect(self._move_to_the_only_one)
        self._build()
        workplace.printing.changed.connect(lambda _: self.refresh())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._offer())

    def open_list(self) -> None:
        """Shows what waits now, the first of it chosen; the printers are looked for meanwhile."""
        self.refresh()
        self.show()
        self.raise_()
        self.activateWindow()
        self.table.setFocus()

        def done(names: list[str]) -> None:
            self._printers = names
            self._offer()

        self._workplace.tasks.submit(lambda _: self._workplace.printing.names(), done)

    def refresh(self) -> None:
        """Shows how the jobs stand; what was chosen stays chosen."""
        chosen = {job.id for job in self.chosen}
        self.model.show(self._workplace.printing.jobs)
        rows = [row for row, job in enumerate(self.model.rows) if job.id in chosen]
        if not self.model.rows:
            self.hide()
            self._offer()  # whoever opens it all the same reads nothing of the last one
            return
        if not self.chosen:
            choose = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
            for row in rows or [0]:
                self.table.selectionModel().select(self.model.index(row, 0), choose)
        self._offer()

    @property
    def chosen(self) -> list[PrintJob]:
        """The chosen jobs."""
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        return [self.model.rows[row] for row in rows if row < len(self.model.rows)]

    def move_to(self, printer: str) -> None:
        """The chosen papers are printed there."""
        self._act(lambda queue, job: queue.move(job, printer))

    def _act(self, act: Callable[[PrintQueue, int], object]) -> None:
        self._workplace.printing.act([job.id for job in self.chosen], act)

    def _move_to_the_only_one(self) -> None:
        if self.other.menu() is None and (others := self._others()):
            self.move_to(others[0])

    def _others(self) -> list[str]:
        """Printers that none of the chosen papers is at already."""
        taken = {job.printer for job in self.chosen}
        return [name for name in self._printers if name not in taken]

    def _offer(self) -> None:
        jobs = self.chosen
        states = {job.state for job in jobs}
        doubt = bool(jobs) and states == {JobState.UNSURE}
        standing = bool(jobs) and states <= set(_STANDING)
        others = self._others()
        self.again.setEnabled(standing)
        self.cancel.setEnabled(standing)
        self.other.setEnabled(standing and bool(others))
        for button, there in ((self.again, not doubt), (self.other, not doubt), (self.cancel, not doubt)):
            button.setVisible(there)
        for button in (self.out, self.not_out):
            button.setVisible(doubt)
        self.printers.clear()
        for name in others:
            self.printers.addAction(name).triggered.connect(lambda _=False, printer=name: self.move_to(printer))
        one = others[0] if len(others) == 1 else ""
        self.other.setMenu(self.printers if len(others) > 1 else None)  # type: ignore[arg-type]
        on = self.tr("Print on {printer}").format(printer=one)
        self.other.setText(on if one else self.tr("Print on another printer"))
        nothing = self.tr("Choose a paper above.") if self.model.rows else self.tr("No paper waits to be printed.")
        self.reason.setText(self._describe(jobs[0]) if jobs else nothing)

    def _describe(self, job: PrintJob) -> str:
        """Why the paper is not there and what to do, or how far it is."""
        language, failure = self._workplace.language, error_of(job.failure) if job.failure else None
        if job.state is JobState.UNSURE:
            said = failure.happened(language) + " " if failure else ""
            look = self.tr("Nobody knows whether the paper came out. Look into the tray of {printer} and say it here.")
            return said + look.format(printer=job.printer)
        if failure is not None:
            return f"<b>{_safe(failure.happened(language))}</b> {_safe(self._advice(failure))}"
        if job.state is JobState.SENT:
            return self.tr("The printer {printer} has the paper.").format(printer=job.printer)
        return self.tr("It is sent as soon as the printer has taken what was asked for before.")

    def _advice(self, failure: CounterError) -> str:
        return failure.advice(self._workplace.language)

    def _columns(self) -> list[ListColumn[PrintJob]]:
        return [
            ListColumn("paper", self.tr("Paper"), self._paper),
            ListColumn("dossier", self.tr("Dossier"), _dossiers, 190),
            ListColumn("printer", self.tr("Printer"), lambda job: job.printer or self.tr("none yet"), 150),
            ListColumn("since", self.tr("Asked for at"), lambda job: words.moment(job.asked_at), 135),
            ListColumn("state", self.tr("State"), _state, 130, colour=lambda job: AMBER if _stands(job) else None),
        ]

    def _paper(self, job: PrintJob) -> str:
        name = words.job_name(job.form, job.title)
        return self.tr("{paper}, reprint {n}").format(paper=name, n=job.reprint) if job.reprint else name

    def _open_dossier(self) -> None:
        if self.chosen and self.chosen[0].codes:
            self.dossier_wanted.emit(self.chosen[0].codes[0])

    def _build(self) -> None:
        below = QFrame()
        below.setObjectName("floating")
        buttons = QHBoxLayout()
        buttons.setSpacing(SPACE)
        for button in (self.again, self.other, self.out, self.not_out):
            buttons.addWidget(button)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        column = QVBoxLayout(below)
        column.setSpacing(SPACE)
        column.addWidget(self.reason)
        column.addLayout(buttons)
        layout = QVBoxLayout(self)
        layout.setSpacing(SPACE)
        layout.addWidget(self.table, 1)
        layout.addWidget(below)


def _dossiers(job: PrintJob) -> str:
    codes = [code for code in job.codes if is_dossier(code)]
    more = len(codes) - 1
    return "".join(codes[:1]) + (f" (+{more})" if more > 0 else "")


def _state(job: PrintJob) -> str:
    return words.job_state(job.state, stands=job.failure is not None)


def _stands(job: PrintJob) -> bool:
    """Whether somebody has to see to it."""
    return job.failure is not None or job.state is JobState.UNSURE


def _safe(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")

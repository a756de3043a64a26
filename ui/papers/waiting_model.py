"""The papers that are not printed yet, as a table."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from counter_app.store.print_jobs import JobState, PrintJob
from ui import words
from ui.theme import AMBER

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns."""

    PAPER = 0
    DOSSIER = 1
    PRINTER = 2
    SINCE = 3
    STATE = 4


class WaitingModel(QAbstractTableModel):
    """One job a row, the first one asked for first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs: list[PrintJob] = []

    def show(self, jobs: list[PrintJob]) -> None:
        """Shows how the jobs stand; where they are the same ones the selection stays."""
        if [job.id for job in jobs] == [job.id for job in self.jobs]:
            self.jobs = jobs
            if jobs:
                self.dataChanged.emit(self.index(0, 0), self.index(len(jobs) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self.jobs = jobs
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.jobs)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return {
            Column.PAPER: self.tr("Paper"),
            Column.DOSSIER: self.tr("Dossier"),
            Column.PRINTER: self.tr("Printer"),
            Column.SINCE: self.tr("Asked for at"),
            Column.STATE: self.tr("State"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.jobs):
            return None
        job, column = self.jobs[index.row()], Column(index.column())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(job, column)
        stands = job.failure is not None or job.state is JobState.UNSURE
        if role == Qt.ItemDataRole.ForegroundRole and column is Column.STATE and stands:
            return QColor(AMBER)
        return None

    def _text(self, job: PrintJob, column: Column) -> str:
        match column:
            case Column.PAPER:
                name = words.job_name(job.form, job.title)
                return self.tr("{paper}, reprint {n}").format(paper=name, n=job.reprint) if job.reprint else name
            case Column.DOSSIER:
                more = len(job.codes) - 1
                return "".join(job.codes[:1]) + (f" (+{more})" if more > 0 else "")
            case Column.PRINTER:
                return job.printer or self.tr("none yet")
            case Column.SINCE:
                return words.moment(job.asked_at)
            case Column.STATE:
                return words.job_state(job.state, stands=job.failure is not None)

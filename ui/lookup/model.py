"""The list of found dossiers as a table."""

from __future__ import annotations

from datetime import datetime
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.states import ENDED, PAUSED
from counter_app.store.dossiers import Line
from ui import words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of the list."""

    CODE = 0
    OWNER = 1
    PROCEDURE = 2
    STATUS = 3
    RECEIVED = 4
    DUE = 5
    SYNC = 6


LINE = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a cell gives its whole line."""


class LookupModel(QAbstractTableModel):
    """Found dossiers, one a row."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show(self, lines: list[Line]) -> None:
        """Shows other lines; where they are the same dossiers the selection and scroll position stay."""
        if [line.code for line in lines] == [line.code for line in self._lines]:
            self._lines = lines
            if lines:
                self.dataChanged.emit(self.index(0, 0), self.index(len(lines) - 1, len(Column) - 1))
            return
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def line(self, row: int) -> Line | None:
        """The dossier in a row."""
        return self._lines[row] if 0 <= row < len(self._lines) else None

    def row_of(self, code: str) -> int:
        """The row of a dossier, -1 if it is not in the list."""
        return next((row for row, line in enumerate(self._lines) if line.code == code), -1)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

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
            Column.CODE: self.tr("Dossier code"),
            Column.OWNER: self.tr("Owner"),
            Column.PROCEDURE: self.tr("Procedure"),
            Column.STATUS: self.tr("Status"),
            Column.RECEIVED: self.tr("Received"),
            Column.DUE: self.tr("Due"),
            Column.SYNC: self.tr("Province"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index.row())
        if line is None:
            return None
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(line, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._explained(line, Column(index.column()))
        return None

    def _text(self, line: Line, column: Column) -> str:
        match column:
            case Column.CODE:
                return line.code
            case Column.OWNER:
                return line.owner
            case Column.PROCEDURE:
                return line.procedure
            case Column.STATUS:
                return words.status_name(line.status)
            case Column.RECEIVED:
                return words.moment(line.received_at)
            case Column.DUE:
                return words.moment(line.due_at) or self.tr("none")
            case Column.SYNC:
                return self._sync(line)

    def _sync(self, line: Line) -> str:
        if line.conflicts:
            return self.tr("Conflict")
        return self.tr("Waiting") if line.waiting else self.tr("Sent")

    def _explained(self, line: Line, column: Column) -> str | None:
        if column is Column.SYNC:
            if line.conflicts:
                return self.tr("Two desks did things that do not fit together; open the dossier to see both sides.")
            if line.waiting:
                return self.tr("Not all of it has reached the provincial server yet; it goes by itself.")
            return self.tr("The provincial server has everything this desk wrote about it.")
        if column is Column.DUE and is_overdue(line):
            return self.tr("Overdue")
        return self._text(line, column) if column in (Column.OWNER, Column.PROCEDURE) else None


def is_overdue(line: Line, now: datetime | None = None) -> bool:
    """Whether the promised moment has passed while the clock ran and the business is not done."""
    if line.due_at is None or line.status in ENDED | PAUSED:
        return False
    return line.due_at < (now or datetime.now(VIETNAM))

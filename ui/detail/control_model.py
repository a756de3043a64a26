"""The control sheet as a table: which unit had the dossier when, and whether it kept its time."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from counter_app.procedures.control_sheet import ControlLine, Outcome
from ui import words
from ui.theme import AMBER, GREEN, QUIET, RED

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_INK = {Outcome.EARLY: GREEN, Outcome.ON_TIME: GREEN, Outcome.LATE: RED, Outcome.HELD: AMBER}


class ControlModel(QAbstractTableModel):
    """A row for each unit in turn."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[ControlLine] = []
        self._heads = (
            self.tr("Unit"),
            self.tr("Received"),
            self.tr("Passed on"),
            self.tr("Given by → taken by"),
            self.tr("Outcome"),
            self.tr("Note"),
        )

    def show(self, lines: list[ControlLine]) -> None:
        """Shows other lines."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._heads[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._lines):
            return None
        line = self._lines[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._texts(line)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(_INK[line.outcome]) if index.column() == 4 else QColor(QUIET) if index.column() == 5 else None
        return None

    def _texts(self, line: ControlLine) -> tuple[str, ...]:
        people = "\n→ ".join(part for part in (line.given_by, line.taken_by) if part)
        outcome = words.outcome_name(line.outcome)
        if line.hours:
            outcome += "\n" + self.tr("({hours} hours allowed)").format(hours=f"{line.hours:g}")
        return (line.unit, words.moment(line.received_at), words.moment(line.given_at), people, outcome, line.note)

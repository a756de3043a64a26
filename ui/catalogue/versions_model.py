"""The versions of the procedures as a table."""

from __future__ import annotations

from datetime import date
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from counter_app.procedures.catalogue import Listed
from ui import words
from ui.theme import QUIET

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns of the list."""

    CODE = 0
    NAME = 1
    VERSION = 2
    VALIDITY = 3


class VersionsModel(QAbstractTableModel):
    """One row a version; what is not in force on the day is shown quietly."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown: list[Listed] = []
        self._today = date.min

    def show(self, procedures: list[Listed], today: date) -> None:
        """Shows other versions."""
        self.beginResetModel()
        self._shown, self._today = procedures, today
        self.endResetModel()

    def procedure(self, row: int) -> Listed | None:
        """The version in a row."""
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def row_of(self, code: str, version: str) -> int:
        """The row of a version; -1 where it is not shown."""
        keys = [(one.code, one.version) for one in self._shown]
        return keys.index((code, version)) if (code, version) in keys else -1

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical or role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.TextAlignmentRole,
        ):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return {
            Column.CODE: self.tr("Code"),
            Column.NAME: self.tr("Procedure"),
            Column.VERSION: self.tr("Version"),
            Column.VALIDITY: self.tr("In force"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        procedure = self.procedure(index.row())
        if procedure is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(procedure, Column(index.column()))
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{procedure.name}\n{procedure.field}"
        if role == Qt.ItemDataRole.ForegroundRole and not procedure.in_force(self._today):
            return QColor(QUIET)
        return None

    def _text(self, procedure: Listed, column: Column) -> str:
        match column:
            case Column.CODE:
                return procedure.code
            case Column.NAME:
                return procedure.name
            case Column.VERSION:
                return procedure.version
            case Column.VALIDITY:
                until = words.day(procedure.valid_until) if procedure.valid_until else self.tr("open")
                return f"{words.day(procedure.valid_from)} – {until}"

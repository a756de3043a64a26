"""The dossiers of which something waits to be sent, as a table."""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui import sync_words as told
from ui import words

if TYPE_CHECKING:
    from counter_app.sync.waiting import WaitingDossier

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns."""

    CODE = 0
    OWNER = 1
    PROCEDURE = 2
    WAITS = 3
    SINCE = 4
    WHY = 5


class WaitingDossiersModel(QAbstractTableModel):
    """One dossier a row, the longest waiting first; `why` tells what keeps it."""

    def __init__(self, why: Callable[[WaitingDossier], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._why = why
        self.lines: list[WaitingDossier] = []

    def show(self, lines: list[WaitingDossier]) -> None:
        """Shows how they stand; where they are the same dossiers the selection and the place in the list stay."""
        if [line.code for line in lines] == [line.code for line in self.lines]:
            self.lines = lines
            self.tell_why()
            return
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def tell_why(self) -> None:
        """What keeps them may be something else now."""
        if self.lines:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.lines) - 1, len(Column) - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.lines)

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
            Column.WAITS: self.tr("What waits"),
            Column.SINCE: self.tr("Since"),
            Column.WHY: self.tr("Why"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.lines):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(self.lines[index.row()], Column(index.column()))
        return None

    def _text(self, line: WaitingDossier, column: Column) -> str:
        match column:
            case Column.CODE:
                return line.code
            case Column.OWNER:
                return line.owner
            case Column.PROCEDURE:
                return line.procedure
            case Column.WAITS:
                return told.amount(line.entries, line.files, line.size)
            case Column.SINCE:
                return words.moment(line.since)
            case Column.WHY:
                return self._why(line)

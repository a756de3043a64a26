"""Entries of others that cannot be taken over here, as a table."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui import sync_words as told
from ui import words

if TYPE_CHECKING:
    from counter_app.dossier.journal import Entry

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns."""

    DOSSIER = 0
    DESK = 1
    NUMBER = 2
    WRITTEN = 3
    REASON = 4


class AsideModel(QAbstractTableModel):
    """One entry a row, by desk and number."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[tuple[Entry, str]] = []

    def show(self, entries: list[tuple[Entry, str]]) -> None:
        """Shows other entries; the same ones stay as they are."""
        if [entry.hash for entry, _ in entries] == [entry.hash for entry, _ in self.entries]:
            return
        self.beginResetModel()
        self.entries = entries
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.entries)

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
            Column.DOSSIER: self.tr("Dossier"),
            Column.DESK: self.tr("Written by desk"),
            Column.NUMBER: self.tr("Number"),
            Column.WRITTEN: self.tr("Written at"),
            Column.REASON: self.tr("Why it was put aside"),
        }[Column(section)]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self.entries):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(*self.entries[index.row()], Column(index.column()))
        return None

    def _text(self, entry: Entry, reason: str, column: Column) -> str:
        match column:
            case Column.DOSSIER:
                return entry.dossier
            case Column.DESK:
                return entry.desk
            case Column.NUMBER:
                return str(entry.sequence)
            case Column.WRITTEN:
                return words.moment(entry.at)
            case Column.REASON:
                return told.aside_reason(reason)

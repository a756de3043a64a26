"""One list of a procedure's version as a table one can edit."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from counter_app.procedures.spreadsheet_columns import read_tiers, write_tiers
from ui.catalogue.columns import CellKind, FieldColumn

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_RIGHT = (CellKind.NUMBER, CellKind.HOURS)


class ListModel(QAbstractTableModel):
    """Rows as they go into the version; nothing is checked here but by the version itself."""

    edited = Signal()

    def __init__(self, columns: tuple[FieldColumn, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = columns
        self._rows: list[dict[str, Any]] = []

    def show(self, rows: list[dict[str, Any]]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self._rows = [dict(row) for row in rows]
        self.endResetModel()

    def rows(self) -> list[dict[str, Any]]:
        """The rows as they stand."""
        return [dict(row) for row in self._rows]

    def add(self, at: int) -> None:
        """A new row before row `at`."""
        self.beginInsertRows(_NOWHERE, at, at)
        self._rows.insert(at, {column.name: column.new for column in self.columns})
        self.endInsertRows()
        self.edited.emit()

    def remove(self, row: int) -> None:
        """Takes a row away."""
        self.beginRemoveRows(_NOWHERE, row, row)
        del self._rows[row]
        self.endRemoveRows()
        self.edited.emit()

    def move(self, row: int, by: int) -> bool:
        """Moves a row up (-1) or down (1); whether there was room."""
        to = row + by
        if not (0 <= row < len(self._rows) and 0 <= to < len(self._rows)):
            return False
        self.beginMoveRows(_NOWHERE, row, row, _NOWHERE, to + (1 if by > 0 else 0))
        self._rows.insert(to, self._rows.pop(row))
        self.endMoveRows()
        self.edited.emit()
        return True

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(self.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if self.columns[index.column()].kind is CellKind.CHECK:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _aligned(column)
        return column.title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self.columns[index.column()]
        value = self._rows[index.row()].get(column.name, column.new)
        if column.kind is CellKind.CHECK:
            if role == Qt.ItemDataRole.CheckStateRole:
                return Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
            return None
        if role == Qt.ItemDataRole.EditRole:
            return _typed(column, value)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _shown(column, value)
        return _aligned(column) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        column = self.columns[index.column()]
        if role == Qt.ItemDataRole.CheckStateRole and column.kind is CellKind.CHECK:
            kept: Any = Qt.CheckState(value) is Qt.CheckState.Checked
        elif role == Qt.ItemDataRole.EditRole and column.kind is not CellKind.CHECK:
            kept = _kept(column, value)
        else:
            return False
        if self._rows[index.row()].get(column.name) != kept:
            self._rows[index.row()][column.name] = kept
            self.dataChanged.emit(index, index)
            self.edited.emit()
        return True


def _typed(column: FieldColumn, value: Any) -> Any:
    if column.kind is CellKind.TIERS:
        return value if isinstance(value, str) else write_tiers(value)
    if column.kind is CellKind.HOURS:
        return f"{value:g}" if isinstance(value, int | float) else value
    return value


def _shown(column: FieldColumn, value: Any) -> str:
    if column.kind is CellKind.CHOICE:
        return column.choices.get(_key(value), str(value))
    if column.kind is CellKind.NUMBER:
        return f"{value:,}".replace(",", ".") if isinstance(value, int) and value else "–"
    if column.kind is CellKind.HOURS and isinstance(value, int | float):
        return f"{value:g}".replace(".", ",") if value else "–"
    return str(_typed(column, value))


def _kept(column: FieldColumn, value: Any) -> Any:
    """What was typed, as the version takes it; what it cannot take stays as typed, and is told on saving."""
    if column.kind is CellKind.NUMBER:
        return int(value or 0)
    if column.kind is CellKind.TIERS:
        return read_tiers(value) if str(value).strip() else ()
    if column.kind is CellKind.HOURS:
        typed = str(value).replace(",", ".").strip()
        return float(typed) if typed.replace(".", "", 1).isdecimal() else typed or 0.0
    return " ".join(value.split()) if isinstance(value, str) else value


def _key(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value


def _aligned(column: FieldColumn) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.kind in _RIGHT else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter

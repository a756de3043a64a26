"""A report's table for the screen: its rows as they are shown, the sums as a last line."""

from __future__ import annotations

from functools import cache
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont

from counter_app.tables import Column, Kind, Row, Table, shown

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_CODE = "Mã hồ sơ"
"""The head of the column that names a dossier."""


class ReportModel(QAbstractTableModel):
    """Rows of a table, read once where it was made, and the sums below them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns: tuple[Column, ...] = ()
        self._rows: tuple[Row, ...] = ()
        self._total: Row | None = None
        self._code: int | None = None
        self._bold = QFont()
        self._bold.setBold(True)

    def show(self, table: Table, rows: tuple[Row, ...]) -> None:
        """Shows the rows of a table."""
        self.beginResetModel()
        self.columns, self._rows = table.columns, rows
        self._total = table.total if rows else None
        heads = [column.head for column in table.columns]
        self._code = heads.index(_CODE) if _CODE in heads else None
        self.endResetModel()

    def row(self, number: int) -> Row | None:
        """A row, the line of sums included."""
        if 0 <= number < len(self._rows):
            return self._rows[number]
        return self._total if number == len(self._rows) else None

    def code(self, number: int) -> str:
        """The dossier a row is about; "" where it is about none."""
        row = self.row(number)
        return str(row[self._code] or "") if row and self._code is not None else ""

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows) + (self._total is not None)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].head if section < len(self.columns) else None
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row())
        if row is None:
            return None
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return shown(row[index.column()], column.kind)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column.kind)
            case Qt.ItemDataRole.FontRole if index.row() == len(self._rows):
                return self._bold
        return None


@cache  # flags are put together slowly, and Qt asks for each cell
def _alignment(kind: Kind) -> Qt.AlignmentFlag:
    if kind.is_number:
        return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    if kind is Kind.TEXT:
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    return Qt.AlignmentFlag.AlignCenter

"""Lists of things that are only shown: rows of one kind, columns as values; and the table that shows them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QFont, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ui.theme import Ink

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
ROW = int(Qt.ItemDataRole.UserRole) + 1
"""The role under which a cell gives the whole thing its row shows."""
SECOND_LINE = ROW + 1
"""The role that gives what is known about the thing in one more line."""
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_FOR_WORDS = 200  # pixels of the column that takes what is left, until others give way
_NOWHERE = QModelIndex()
_ROLES = frozenset(
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.TextAlignmentRole,
        SECOND_LINE,
        ROW,
    )
)
"""What a model has an answer to; a cell is asked for five others each time it is painted."""


@dataclass(frozen=True)
class ListColumn(Generic[T]):
    """What a column, called `name` in the code, says of each thing; `tip` under the mouse, by default the same;
    `strong`: whether it stands in bold letters. In a table narrower than `spared_below` pixels it is left out: what
    is chosen says it, too. Where the column that takes what is left would get too little, those that do with `least`
    pixels give way."""

    name: str
    title: str
    text: Callable[[T], str]
    width: int = 0  # pixels; 0 takes the width that is left
    tip: Callable[[T], str] | None = None
    second_line: Callable[[T], str] | None = None
    colour: Callable[[T], Ink | None] | None = None
    strong: Callable[[T], bool] | None = None
    align: Qt.AlignmentFlag = LEFT
    spared_below: int = 0
    least: int = 0


class RowsModel(QAbstractTableModel, Generic[T]):
    """One thing a row, in the order in which they are given."""

    def __init__(
        self,
        columns: Sequence[ListColumn[T]],
        key: Callable[[T], object] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """`key` says which thing is the same one shown anew; without it nothing is."""
        super().__init__(parent)
        self.columns = tuple(columns)
        self.rows: list[T] = []
        self._key = key

    def show(self, rows: Sequence[T]) -> None:
        """Shows other things; where they are the same ones, selection and place in the list stay."""
        same = self._key is not None and list(map(self._key, rows)) == list(map(self._key, self.rows))
        if same:
            self.rows = list(rows)
            self.say_anew()
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def say_anew(self) -> None:
        """What the columns say of the same things may be something else now."""
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, len(self.columns) - 1))

    def row(self, number: int) -> T | None:
        """The thing in a row."""
        return self.rows[number] if 0 <= number < len(self.rows) else None

    def row_of(self, key: object) -> int:
        """The row of the thing with that key, -1 where it is not in the list."""
        assert self._key is not None
        return next((number for number, row in enumerate(self.rows) if self._key(row) == key), -1)

    def column_of(self, name: str) -> int:
        """Where the column of that name stands, from 0."""
        return [column.name for column in self.columns].index(name)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == Qt.ItemDataRole.DisplayRole else None
        column = self.columns[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column.align
        return column.title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.row(index.row()) if role in _ROLES else None
        if row is None:
            return None
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.ToolTipRole:
                return (column.tip or column.text)(row)
            case Qt.ItemDataRole.ForegroundRole:
                colour = column.colour(row) if column.colour else None
                return colour.colour() if colour else None
            case Qt.ItemDataRole.FontRole:
                return _bold() if column.strong and column.strong(row) else None
            case Qt.ItemDataRole.TextAlignmentRole:
                return column.align
            case _ if role == SECOND_LINE:
                return column.second_line(row) if column.second_line else None
        return row if role == ROW else None


def _bold() -> QFont:
    font = QGuiApplication.font()
    font.setBold(True)
    return font


def rows_table(model: RowsModel[Any], *, row_height: int, several: bool = False) -> QTableView:
    """A table of whole rows, one of which is chosen, or `several`; heights in pixels."""
    table = _RowsTable(model)
    modes = QAbstractItemView.SelectionMode
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
    table.setShowGrid(False)
    table.setStyleSheet("QTableView::item { padding-left: 5px; }")
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(row_height)
    header = table.horizontalHeader()
    header.setTextElideMode(Qt.TextElideMode.ElideRight)
    header.setHighlightSections(False)
    for number, column in enumerate(model.columns):
        if column.width:
            table.setColumnWidth(number, column.width)
        else:
            header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
    return table


class _RowsTable(QTableView):
    """Leaves out what it has no room for, and makes narrow what does with less."""

    def __init__(self, model: RowsModel[Any]) -> None:
        super().__init__()
        self.setModel(model)
        self._columns = model.columns
        self._narrow = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        wanted = _FOR_WORDS
        for number, column in enumerate(self._columns):
            if column.spared_below:
                self.setColumnHidden(number, self.width() < column.spared_below)
            wanted += 0 if self.isColumnHidden(number) else column.width
        self._give_way(self.width() < wanted)
        super().resizeEvent(event)

    def _give_way(self, narrow: bool) -> None:
        """Once a change: what somebody drew wider by hand stays."""
        if narrow is not self._narrow:
            self._narrow = narrow
            for number, column in enumerate(self._columns):
                if column.least:
                    self.setColumnWidth(number, column.least if narrow else column.width)

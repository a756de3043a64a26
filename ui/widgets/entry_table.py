"""A table one fills by keyboard: Tab goes on, Enter begins the next row, an empty row waits at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, cast

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIntValidator, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from counter_app.dossier.value import Value

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_MOST = 9999
_ROW_HEIGHT = 32
TABLE_SHEET = """
QTableView::item { padding: 0 5px; }
QTableCornerButton::section { background: transparent; border: 0; }
"""
"""How a table with numbered rows looks, beside the window's own sheet."""


class EntryModel(QAbstractTableModel):
    """Values as rows, their fields as columns; what is typed into the last, empty row makes a new one."""

    edited = Signal(object)  # all rows, a tuple

    def __init__(
        self, blank: Value, fields: Sequence[str], titles: Sequence[str], parent: QObject | None = None
    ) -> None:
        """`titles` may be more than the fields: those columns are shown only, by `shown`."""
        super().__init__(parent)
        self.rows: tuple[Any, ...] = ()
        self.fields = tuple(fields)
        self._titles = tuple(titles)
        self._blank = blank

    def show(self, rows: Iterable[Any]) -> None:
        """Shows other rows."""
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def is_blank(self, row: int) -> bool:
        """Whether nothing stands in the row."""
        return not 0 <= row < len(self.rows) or self.rows[row] == self._blank

    def remove(self, rows: Iterable[int]) -> None:
        """Takes rows out."""
        gone = set(rows)
        self._replace(item for row, item in enumerate(self.rows) if row not in gone)

    def tidied(self, row: Any) -> Any:
        """The row after something was typed into it."""
        return row

    def shown(self, row: Any, column: int) -> str:
        """What a column that nobody types into says."""
        return ""

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows) + 1

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(self._titles)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.column() >= len(self.fields):
            return Qt.ItemFlag.NoItemFlags  # Tab passes it by
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEditable

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            if orientation is Qt.Orientation.Horizontal:
                return self._titles[section]
            return str(section + 1) if section < len(self.rows) else "+"
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return self._side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = index.column()
        row = self.rows[index.row()] if index.row() < len(self.rows) else self._blank
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._side(column)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return None
        if column >= len(self.fields):
            return "" if self.is_blank(index.row()) else self.shown(row, column)
        value = getattr(row, self.fields[column])
        if role == Qt.ItemDataRole.EditRole:
            return value
        return "" if self.is_blank(index.row()) or value == 0 else str(value)

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row, column = index.row(), index.column()
        if role != Qt.ItemDataRole.EditRole or column >= len(self.fields):
            return False
        before = self.rows[row] if row < len(self.rows) else self._blank
        after = self.tidied(before.model_copy(update={self.fields[column]: value}))
        if after == before:
            return True
        if row < len(self.rows):
            self.rows = (*self.rows[:row], after, *self.rows[row + 1 :])
        else:
            self.beginInsertRows(_NOWHERE, row + 1, row + 1)
            self.rows = (*self.rows, after)
            self.endInsertRows()
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self._titles) - 1))
        self.edited.emit(self.rows)
        return True

    def _replace(self, rows: Iterable[Any]) -> None:
        self.show(rows)
        self.edited.emit(self.rows)

    def _side(self, column: int) -> Qt.AlignmentFlag:
        text = column < len(self.fields) and isinstance(getattr(self._blank, self.fields[column]), str)
        side = Qt.AlignmentFlag.AlignLeft if text else Qt.AlignmentFlag.AlignRight
        return side | Qt.AlignmentFlag.AlignVCenter


class EntryTable(QTableView):
    """Shows an entry model. Delete takes the chosen rows out; cells that are pasted are told by `cells_pasted`."""

    cells_pasted = Signal(str)
    rows_removed = Signal(object)  # all rows as they were before
    left = Signal()  # Tab or Enter where nothing was typed into the empty row

    def __init__(self, model: EntryModel, *, live: bool = False, parent: QWidget | None = None) -> None:
        """`live`: each key is in the model at once, not when the cell is left."""
        super().__init__(parent)
        self._entries = model
        self.setModel(model)
        self.setItemDelegate(_CellDelegate(self, live))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.CurrentChanged
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(TABLE_SHEET)
        self.setCornerButtonEnabled(False)
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(_ROW_HEIGHT)
        rows.setSectionsClickable(True)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def go_to(self, row: int, column: int) -> None:
        """Puts the cursor into a cell, ready to type."""
        self.setFocus()
        index = self._entries.index(min(row, len(self._entries.rows)), column)
        if index == self.currentIndex():
            self._edit(index)
        else:
            self.setCurrentIndex(index)  # and with it begins to edit

    def finish(self) -> None:
        """What stands in the cell that is being edited is taken over."""
        editor = self.indexWidget(self.currentIndex())
        if editor is not None:
            self.commitData(editor)
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)

    def paste(self) -> None:
        """Takes over what the clipboard holds."""
        self.finish()
        self.cells_pasted.emit(QGuiApplication.clipboard().text())

    def remove_chosen(self) -> None:
        """Takes the chosen rows out, or the one with the cursor."""
        row, before = self.currentIndex().row(), self._entries.rows
        self._entries.remove({index.row() for index in self.selectedIndexes()} | {row})
        self.go_to(row, 0)
        if self._entries.rows != before:
            self.rows_removed.emit(before)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.key() == Qt.Key.Key_Delete:
            if not event.isAutoRepeat():
                self.remove_chosen()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _edit(self, index: QModelIndex) -> None:
        if self.state() is not QAbstractItemView.State.EditingState:  # Enter in an editor comes here too
            self.edit(index)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        here = self.currentIndex()
        onward = hint in (
            QAbstractItemDelegate.EndEditHint.EditNextItem,
            QAbstractItemDelegate.EndEditHint.SubmitModelCache,
        )
        if onward and here.row() == len(self._entries.rows) and here.column() == 0:
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.left.emit()
        elif hint is QAbstractItemDelegate.EndEditHint.SubmitModelCache:
            super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
            self.go_to(here.row() + 1, 0)
        else:
            super().closeEditor(editor, hint)


class _CellDelegate(QStyledItemDelegate):
    """A line for text, one that takes digits only for numbers."""

    def __init__(self, table: EntryTable, live: bool) -> None:
        super().__init__(table)
        self._table = table
        self._live = live

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        line = QLineEdit(parent)
        line.setStyleSheet("padding: 0 2px; border-radius: 0;")
        if isinstance(index.data(Qt.ItemDataRole.EditRole), int):
            line.setValidator(QIntValidator(0, _MOST, line))
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
        if self._live:
            line.textEdited.connect(lambda _: self.commitData.emit(line))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        line, value = cast(QLineEdit, editor), index.data(Qt.ItemDataRole.EditRole)
        if _typed(line.text(), value) != value:  # else the cursor would jump at each key
            line.setText(str(value))

    def setModelData(self, editor: QWidget, model: Any, index: Index) -> None:
        before = index.data(Qt.ItemDataRole.EditRole)
        model.setData(index, _typed(cast(QLineEdit, editor).text(), before), Qt.ItemDataRole.EditRole)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            pasting = event.matches(QKeySequence.StandardKey.Paste)
            if pasting and any(mark in QGuiApplication.clipboard().text().strip("\r\n") for mark in "\t\n"):
                self._table.paste()
                return True
        return super().eventFilter(editor, event)


def _typed(text: str, before: str | int) -> str | int:
    """The text as a value of the kind that stood there."""
    return int(text or 0) if isinstance(before, int) else text

"""A table of rows with its buttons: add, remove, up, down."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ui.catalogue.columns import CellKind, FieldColumn
from ui.catalogue.list_model import ListModel
from ui.widgets.choice_box import ChoiceBox

Index = QModelIndex | QPersistentModelIndex
_MOST = 1_000_000_000
_AIR = 5  # pixels above and below a text


class ListEditor(QWidget):
    """Shows a ListModel and lets it be edited."""

    def __init__(self, columns: tuple[FieldColumn, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ListModel(columns, self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setItemDelegate(_CellDelegate(self.model, self.table))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.SelectedClicked
        )
        self.table.setWordWrap(True)
        self.table.verticalHeader().setMinimumSectionSize(32)
        self.table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.table.horizontalHeader()
        header.setHighlightSections(False)
        for place, column in enumerate(columns):
            if column.width:
                self.table.setColumnWidth(place, column.width)
            else:
                header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        self._buttons = QHBoxLayout()
        self.add = self._button(self.tr("Add a row"), self._add)
        self.remove = self._button(self.tr("Remove the row"), self._remove)
        self.up = self._button(self.tr("Up"), lambda: self._move(-1))
        self.down = self._button(self.tr("Down"), lambda: self._move(1))
        self._buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 0)
        layout.addWidget(self.table, 1)
        layout.addLayout(self._buttons)

    def _button(self, text: str, act: object) -> QPushButton:
        button = QPushButton(text)
        button.clicked.connect(lambda: act() if callable(act) else None)
        self._buttons.addWidget(button)
        return button

    def _add(self) -> None:
        row = self.table.currentIndex().row() + 1 if self.table.currentIndex().isValid() else self.model.rowCount()
        self.model.add(row)
        self.table.setCurrentIndex(self.model.index(row, 0))
        self.table.edit(self.model.index(row, 0))

    def _remove(self) -> None:
        if self.table.currentIndex().isValid():
            self.model.remove(self.table.currentIndex().row())

    def _move(self, by: int) -> None:
        here = self.table.currentIndex()
        if self.model.move(here.row(), by):
            self.table.setCurrentIndex(self.model.index(here.row() + by, here.column()))


class _CellDelegate(QStyledItemDelegate):
    """A list for choices, a line for the rest; one for numbers takes digits only."""

    def __init__(self, model: ListModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = model.columns
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index) + QSize(0, 2 * _AIR)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        column = self._columns[index.column()]
        if column.kind is CellKind.NUMBER:
            line = QLineEdit(parent)
            line.setValidator(QIntValidator(0, _MOST, line))
            line.setAlignment(Qt.AlignmentFlag.AlignRight)
            line.textEdited.connect(self._model.edited)  # so that one can save without leaving the cell
            return line
        if column.kind is CellKind.CHOICE:
            box = ChoiceBox(parent)
            for key, said in column.choices.items():
                box.addItem(said, key)
            box.activated.connect(lambda _: self.commitData.emit(box))
            return box
        editor = super().createEditor(parent, option, index)
        if isinstance(editor, QLineEdit):
            editor.textEdited.connect(self._model.edited)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            keys = list(self._columns[index.column()].choices)
            value = index.data(Qt.ItemDataRole.EditRole)
            value = tuple(value) if isinstance(value, list) else value
            editor.setCurrentIndex(keys.index(value) if value in keys else 0)
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QComboBox):
            model.setData(index, list(self._columns[index.column()].choices)[editor.currentIndex()])
        else:
            super().setModelData(editor, model, index)

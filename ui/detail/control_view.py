"""The tab with the control sheet."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import (
    QHeaderView,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from counter_app.procedures.control_sheet import ControlLine
from ui.detail.control_model import ControlModel
from ui.widgets.empty_state import EmptyState

_ROOM = QSize(10, 12)  # pixels around a cell's text


class _Roomy(QStyledItemDelegate):
    """Cells with some room around their text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + _ROOM


class ControlView(QWidget):
    """The hand-overs of a dossier, or that there was none yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = ControlModel(self)
        self._table = QTableView()
        self._table.setModel(self.model)
        self._table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self._table.setShowGrid(False)
        self._table.setAlternatingRowColors(True)
        self._table.setItemDelegate(_Roomy(self._table))
        header, rows = self._table.horizontalHeader(), self._table.verticalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty())

    def show_lines(self, lines: list[ControlLine]) -> None:
        """Shows the control sheet."""
        self.model.show(lines)
        self._stack.setCurrentIndex(0 if lines else 1)

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("No hand-over yet"),
            self.tr("Units appear here as the dossier is handed from one to the next."),
            "checklist",
        )

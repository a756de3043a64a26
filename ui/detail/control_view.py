"""The tab with the control sheet: which unit had the dossier when, and whether it kept its time."""

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

from counter_app.procedures.control_sheet import ControlLine, Outcome
from ui import words
from ui.theme import AMBER, GREEN, QUIET, RED
from ui.widgets.empty_state import EmptyState
from ui.widgets.rows_model import ListColumn, RowsModel

_AIR = QSize(10, 12)  # pixels around a cell's text
_NARROWEST = 130  # pixels: the name of a unit is read in a few lines
_INK = {Outcome.EARLY: GREEN, Outcome.ON_TIME: GREEN, Outcome.LATE: RED, Outcome.HELD: AMBER}


class _Airy(QStyledItemDelegate):
    """Cells with some air around their text."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return super().sizeHint(option, index) + _AIR


class ControlView(QWidget):
    """The hand-overs of a dossier, or that there was none yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowsModel(self._columns(), parent=self)
        self._table = QTableView(self)
        self._table.setModel(self.model)
        self._table.setSelectionMode(QTableView.SelectionMode.NoSelection)
        self._table.setShowGrid(False)
        self._table.setAlternatingRowColors(True)
        self._table.setItemDelegate(_Airy(self._table))
        header, rows = self._table.horizontalHeader(), self._table.verticalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(_NARROWEST)
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty())

    def show_lines(self, lines: list[ControlLine]) -> None:
        """Shows the control sheet."""
        self.model.show(lines)
        self._stack.setCurrentIndex(0 if lines else 1)

    def _columns(self) -> list[ListColumn[ControlLine]]:
        return [
            ListColumn("unit", self.tr("Unit"), lambda line: line.unit),
            ListColumn("received", self.tr("Received"), lambda line: words.moment(line.received_at)),
            ListColumn("passed", self.tr("Passed on"), lambda line: words.moment(line.given_at)),
            ListColumn("people", self.tr("Given by → taken by"), _people),
            ListColumn("outcome", self.tr("Outcome"), self._outcome, colour=lambda line: _INK[line.outcome]),
            ListColumn("note", self.tr("Note"), lambda line: line.note, colour=lambda line: QUIET),
        ]

    def _outcome(self, line: ControlLine) -> str:
        outcome = words.outcome_name(line.outcome)
        if line.hours:
            outcome += "\n" + self.tr("({hours} hours allowed)").format(hours=f"{line.hours:g}")
        return outcome

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("No hand-over yet"),
            self.tr("Units appear here as the dossier is handed from one to the next."),
            "checklist",
        )


def _people(line: ControlLine) -> str:
    return "\n→ ".join(part for part in (line.given_by, line.taken_by) if part)

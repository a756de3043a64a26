"""After many dossiers were received together: their codes and due dates, their money, the way to the list."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QTabWidget, QVBoxLayout, QWidget

from counter_app.dossier.model import Dossier
from ui import words
from ui.background.workplace import Workplace
from ui.intake.received_banner import ReceivedBanner
from ui.papers.papers_view import Papers
from ui.widgets.entry_table import TABLE_SHEET

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class Column(IntEnum):
    """The columns."""

    CODE = 0
    OWNER = 1
    NUMBER = 2
    DUE = 3
    MONEY = 4


class BatchModel(QAbstractTableModel):
    """The dossiers in the order of their codes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dossiers: list[Dossier] = []
        self._titles = {
            Column.CODE: self.tr("Code"),
            Column.OWNER: self.tr("Owner"),
            Column.NUMBER: self.tr("Identity number"),
            Column.DUE: self.tr("Result due"),
            Column.MONEY: self.tr("To pay"),
        }

    def show(self, dossiers: list[Dossier]) -> None:
        """Shows other dossiers."""
        self.beginResetModel()
        self.dossiers = dossiers
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.dossiers)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self._titles[Column(section)] if orientation is Qt.Orientation.Horizontal else str(section + 1)
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return _side(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _side(index.column())
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        dossier = self.dossiers[index.row()]
        match Column(index.column()):
            case Column.CODE:
                return dossier.code
            case Column.OWNER:
                return dossier.owner.name
            case Column.NUMBER:
                return dossier.owner.identity_number
            case Column.DUE:
                return words.moment(dossier.due_at) or self.tr("no term")
            case Column.MONEY:
                return words.money(dossier.fees_total - dossier.paid)


class BatchReceived(QWidget):
    """Shows the dossiers of one batch."""

    next_wanted = Signal()
    open_wanted = Signal(str)  # a dossier's code
    list_wanted = Signal(str)  # the batch, to be looked for in the list

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = BatchModel(self)
        self.banner = ReceivedBanner(place, self.tr("Show them in the list"))
        self.banner.next_wanted.connect(self.next_wanted)
        self.banner.open_wanted.connect(self._show_in_list)
        self.banner.money.taken.connect(self._paid)
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setTabKeyNavigation(False)
        self.table.setStyleSheet(TABLE_SHEET)
        self.table.setCornerButtonEnabled(False)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setSectionResizeMode(Column.OWNER, QHeaderView.ResizeMode.Stretch)
        for column, width in ((Column.CODE, 200), (Column.NUMBER, 170), (Column.DUE, 160), (Column.MONEY, 130)):
            self.table.setColumnWidth(column, width)
        self.table.doubleClicked.connect(lambda index: self.open_wanted.emit(self.model.dossiers[index.row()].code))
        self.papers = Papers(place)
        self.tabs = QTabWidget(documentMode=True)
        self.tabs.addTab(self.table, self.tr("Dossiers"))
        self.tabs.addTab(self.papers, self.tr("Papers to print (Ctrl+P)"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 8)
        layout.addWidget(self.banner)
        layout.addWidget(self.tabs, 1)

    def show_dossiers(self, dossiers: list[Dossier]) -> None:
        """Shows what was received; the list has at least one."""
        self.model.show(dossiers)
        first = dossiers[0]
        by = (first.submitter or first.owner).name
        title = self.tr("Received: %n dossiers", "", len(dossiers))
        self._show_papers(("batch_receipt",))
        self.tabs.setCurrentIndex(0)
        self.banner.show_received(title, (by, first.procedure_name), dossiers)

    def print_paper(self) -> None:
        """Shows what can be printed; on the papers, prints the one that is shown."""
        if self.tabs.currentWidget() is self.papers:
            self.papers.print_now()
        else:
            self.tabs.setCurrentWidget(self.papers)

    def _paid(self, dossiers: list[Dossier]) -> None:
        self.model.show(dossiers)
        self._show_papers(("fee_receipt",))
        self.tabs.setCurrentWidget(self.papers)

    def _show_papers(self, first: Sequence[str]) -> None:
        self.papers.show_batch([one.code for one in self.model.dossiers], first)

    def _show_in_list(self) -> None:
        if self.model.dossiers:
            self.list_wanted.emit(self.model.dossiers[0].batch)


def _side(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column == Column.MONEY else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter

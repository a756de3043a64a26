"""After many dossiers were received together: their codes and due dates, their money, the way to the list."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from counter_app.dossier.model import Dossier
from ui import words
from ui.background.workplace import Workplace
from ui.intake.received_view import ReceivedBanner
from ui.papers.papers_view import Papers
from ui.widgets.entry_table import TABLE_SHEET
from ui.widgets.rows_model import RIGHT, ListColumn, RowsModel, rows_table


class BatchReceived(QWidget):
    """Shows the dossiers of one batch."""

    next_wanted = Signal()
    open_wanted = Signal(str)  # a dossier's code
    list_wanted = Signal(str)  # the batch, to be looked for in the list

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = RowsModel(self._columns(), parent=self)
        self.banner = ReceivedBanner(workplace, self.tr("Show them in the list"))
        self.banner.next_wanted.connect(self.next_wanted)
        self.banner.open_wanted.connect(self._show_in_list)
        self.banner.money.taken.connect(self._paid)
        self.table = rows_table(self.model, row_height=32, several=True)
        self.table.setStyleSheet(TABLE_SHEET)
        self.table.setShowGrid(True)
        self.table.verticalHeader().show()
        self.table.setCornerButtonEnabled(False)
        self.table.doubleClicked.connect(lambda index: self.open_wanted.emit(self.model.rows[index.row()].code))
        self.papers = Papers(workplace)
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

    def _columns(self) -> list[ListColumn[Dossier]]:
        return [
            ListColumn("code", self.tr("Code"), lambda dossier: dossier.code, 200),
            ListColumn("owner", self.tr("Owner"), lambda dossier: dossier.owner.name),
            ListColumn("number", self.tr("Identity number"), lambda dossier: dossier.owner.identity_number, 170),
            ListColumn("due", self.tr("Result due"), self._due, 160),
            ListColumn("money", self.tr("To pay"), _outstanding, 130, align=RIGHT),
        ]

    def _due(self, dossier: Dossier) -> str:
        return words.moment(dossier.due_at) or self.tr("no term")

    def _show_papers(self, first: Sequence[str]) -> None:
        self.papers.show_batch([dossier.code for dossier in self.model.rows], first)

    def _show_in_list(self) -> None:
        if self.model.rows:
            self.list_wanted.emit(self.model.rows[0].batch)


def _outstanding(dossier: Dossier) -> str:
    return words.money(dossier.fees_total - dossier.paid)

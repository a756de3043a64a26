"""The lists that can be made of several dossiers, to look at and to print."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedLayout, QVBoxLayout, QWidget

from ui.background.workplace import Workplace
from ui.papers.papers_view import Papers
from ui.widgets.empty_state import EmptyState
from ui.widgets.fit import fit


class ListsDialog(QDialog):
    """Shows the lists that can be made of the dossiers and prints them; the window can be used meanwhile."""

    def __init__(self, workplace: Workplace, codes: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Lists of %n chosen dossiers", "", len(codes)))
        self.papers = Papers(workplace, self)
        self.nothing = EmptyState(
            self.tr("No list can be made of these dossiers"),
            self.tr("Each of them must have been handed over to a unit, or have its result at the desk."),
            "paper",
        )
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.papers.print_now)
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        self._stack.addWidget(self.papers)
        self._stack.addWidget(self.nothing)
        layout = QVBoxLayout(self)
        layout.addWidget(holder)
        fit(self, 1080, 640)
        self.papers.shown.connect(self._show)
        self.finished.connect(self.papers.leave)
        self.papers.show_several(codes)

    def _show(self) -> None:
        self._stack.setCurrentIndex(0 if self.papers.model.rows else 1)
        self.papers.paper.preview.roll.setFocus()

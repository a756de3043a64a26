"""Cover and separator sheets of the chosen procedure, to be printed and laid between the papers."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from counter_app.procedures.catalogue import Procedure
from ui.background.workplace import Workplace
from ui.papers.panel import PaperPanel
from ui.widgets.fit import fit


class CoverDialog(QDialog):
    """Shows the sheets and prints them; the window can be used meanwhile."""

    def __init__(self, workplace: Workplace, procedure: Procedure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Cover and separator sheets"))
        self.paper = PaperPanel(workplace)
        layout = QVBoxLayout(self)
        layout.addWidget(self.paper)
        fit(self, 620, 640)
        self.finished.connect(self.paper.forget)
        QShortcut(QKeySequence("Ctrl+P"), self).activated.connect(self.paper.print_now)
        self.paper.preview.roll.setFocus()  # Enter prints, + and − zoom: not the first of the small buttons
        self.paper.show_separators(self.windowTitle(), procedure)

"""A report on paper before it is printed: the very PDF that goes to the printer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from counter_app.desk.report_answers import Answer
from ui.background.workplace import Workplace
from ui.papers.panel import PaperPanel, document
from ui.reports.files import paper
from ui.theme import SPACE, icon


class ReportPreview(QWidget):
    """Shows the report as PDF and prints it; `left` says that the clerk wants the screen back."""

    left = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = QPushButton(icon("back"), self.tr("Back to the report (Esc)"))
        self.back.setShortcut("Esc")
        self.back.clicked.connect(self.leave)
        self.paper = PaperPanel(place)
        self.paper.preview.bar.save.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.paper, 1)

    def show_report(self, answered: Answer) -> None:
        """Makes the paper and shows it; Enter prints."""
        self.paper.show_paper(document(answered.sheet.table.title, lambda progress: paper(progress, answered)))
        self.paper.preview.roll.setFocus()

    def leave(self) -> None:
        """Back to the screen; a paper still being made is not wanted any more."""
        self.paper.forget()
        self.left.emit()

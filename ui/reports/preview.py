"""A report on paper before it is printed: the very PDF that goes to the printer."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ui.reports.answers import Answer, paper
from ui.tasks import Progress, Task
from ui.theme import SPACE, icon
from ui.widgets.pdf_preview import PdfPreview
from ui.workplace import Workplace

_LAST = "print/report"


class ReportPreview(QWidget):
    """Shows the report as PDF and prints it; `left` says that the clerk wants the screen back."""

    left = Signal()

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._pdf = b""
        self._title = ""
        self._running: Task | None = None
        self.back = QPushButton(icon("back"), self.tr("Back to the report (Esc)"))
        self.back.setShortcut("Esc")
        self.back.clicked.connect(self.leave)
        self.paper = PdfPreview()
        self.paper.save.hide()
        self.paper.print_requested.connect(self.print_on)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.paper, 1)

    def show_report(self, answered: Answer) -> None:
        """Makes the paper and shows it."""
        self._title, self._pdf = answered.sheet.table.title, b""
        self.paper.clear()

        def work(progress: Progress) -> tuple[bytes, list[str]]:
            return paper(progress, answered), self._place.printing.names()

        def done(made: tuple[bytes, list[str]]) -> None:
            self._pdf, names = made
            self.paper.show_pdf(self._pdf)
            wanted = (str(self._place.settings.value(_LAST, "")), self._place.desk.profile.devices.printer, *names)
            self.paper.show_printers(names, next((name for name in wanted if name in names), ""))
            self.paper.print.setFocus()

        self._forget()
        self._running = self._place.tasks.submit(work, done)

    def print_on(self, printer: str) -> None:
        """Prints the paper on the named printer."""
        pdf, title, send = self._pdf, self._title, self._place.printing.send

        def done(_: object) -> None:
            self._place.settings.setValue(_LAST, printer)
            self._place.messages.succeed(self.tr("Sent to the printer: {paper}").format(paper=title))

        self._place.tasks.submit(lambda progress: send(printer, pdf, title), done)

    def leave(self) -> None:
        """Back to the screen; a paper still being made is not wanted any more."""
        self._forget()
        self.left.emit()

    def _forget(self) -> None:
        if self._running is not None:
            self._running.cancel()

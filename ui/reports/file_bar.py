"""The files a report becomes: a spreadsheet or a PDF, made beside the window's thread, with progress."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from counter_app.desk.report_answers import Answer, whole
from counter_app.durable import write_durably
from counter_app.errors import CounterError
from counter_app.reports.offered import Asks
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.errors import NotSaved
from ui.theme import SPACE, icon
from ui.widgets.file_choice import saving_dialog


class FileBar(QWidget):
    """Two buttons; while a file is made, how far it is and a way to stop it."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._answer: Answer | None = None
        self._running: Task | None = None
        self.spreadsheet = QPushButton(icon("save"), self.tr("Spreadsheet…"))
        self.spreadsheet.setToolTip(self.tr("Save as a spreadsheet (.xlsx)"))
        self.pdf = QPushButton(icon("paper"), self.tr("PDF…"))
        self.pdf.setToolTip(self.tr("Save as a PDF, ready to print"))
        self.bar = QProgressBar(textVisible=False)
        self.bar.setFixedWidth(120)
        self.stop = QPushButton(self.tr("Stop"))
        self.spreadsheet.clicked.connect(lambda: self._choose("xlsx", self.save_spreadsheet))
        self.pdf.clicked.connect(lambda: self._choose("pdf", self.save_pdf))
        self.stop.clicked.connect(self._give_up)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SPACE)
        for part in (self.bar, self.stop, self.spreadsheet, self.pdf):
            layout.addWidget(part)
        self._show_making(False)

    def show_answer(self, answered: Answer | None) -> None:
        """The report that is on the screen; None while there is none."""
        self._answer = answered
        for button in (self.spreadsheet, self.pdf):
            button.setEnabled(answered is not None)

    def save_spreadsheet(self, path: Path) -> None:
        """Writes the report on the screen, all of its pages, as a spreadsheet."""
        self._make(save_spreadsheet, path)

    def save_pdf(self, path: Path) -> None:
        """Writes the report on the screen, all of its pages, as PDF."""
        self._make(save_paper, path)

    def _make(self, make: Callable[[Progress, Answer, Path], None], path: Path) -> None:
        answered = self._answer
        if answered is None:
            return

        def done(_: object) -> None:
            self._show_making(False)
            self._workplace.messages.succeed(self.tr("The report was saved as {file}.").format(file=path.name))

        def failed(failure: CounterError) -> None:
            self._show_making(False)
            self._workplace.messages.fail(failure)

        self._show_making(True)
        work = self._workplace.tasks.submit
        self._running = work(lambda progress: make(progress, answered, path), done, failed, self._show_progress)

    def _give_up(self) -> None:
        if self._running is not None:
            self._running.cancel()
        self._show_making(False)

    def _show_progress(self, news: tuple[int, int]) -> None:
        read, count = news
        self.bar.setMaximum(count)
        self.bar.setValue(read)

    def _show_making(self, making: bool) -> None:
        self.bar.setMaximum(0)
        for part in (self.bar, self.stop):
            part.setVisible(making)
        for part in (self.spreadsheet, self.pdf):
            part.setVisible(not making)

    def _choose(self, ending: str, save: Callable[[Path], None]) -> None:
        """Asks for the file without holding up the window."""
        if self._answer is None:
            return
        kind = self.tr("Spreadsheet (*.xlsx)") if ending == "xlsx" else "PDF (*.pdf)"
        dialog = saving_dialog(self, self.tr("Save the report"), f"{_name(self._answer)}.{ending}", kind)
        dialog.fileSelected.connect(lambda chosen: save(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()


def _name(answered: Answer) -> str:
    """A file name that says which report of which days it is."""
    scope = answered.question.scope
    if answered.report.asks in (Asks.NOW, Asks.AHEAD):
        return f"{answered.report.key}-{scope.now:%Y-%m-%d}"
    first, last = scope.period.first, scope.period.last
    days = f"{first:%Y-%m-%d}" if first == last else f"{first:%Y-%m-%d}-{last:%Y-%m-%d}"
    return f"{answered.report.key}-{days}"


class GivenUp(CounterError):
    """The clerk stopped a file while it was made; nobody is told."""


def save_spreadsheet(progress: Progress, answered: Answer, path: Path) -> None:
    """Writes the report as .xlsx. Raises SpreadsheetFault."""
    from counter_app.reports.spreadsheet import write_spreadsheet

    desk = progress.desk
    write_spreadsheet(whole(desk, answered, partial(_tell, progress)), path, author=desk.clerk.name)


def paper(progress: Progress, answered: Answer) -> bytes:
    """The report as PDF."""
    from printing.form_context import letterhead
    from printing.forms.report import SIGNERS, report

    desk = progress.desk
    signers = SIGNERS if answered.report.signed else ()
    day = answered.question.scope.now.date()
    return report(whole(desk, answered, partial(_tell, progress)), letterhead(desk.profile.office), day, signers)


def save_paper(progress: Progress, answered: Answer, path: Path) -> None:
    """Writes the report as PDF. Raises NotSaved."""
    pdf = paper(progress, answered)
    try:
        write_durably(path, pdf)
    except OSError as fault:
        raise NotSaved(type(fault).__name__) from fault


def _tell(progress: Progress, read: int, count: int) -> None:
    """How far the report was read; ends it where the work was cancelled."""
    if progress.cancelled():
        raise GivenUp
    progress.tell((read, count))

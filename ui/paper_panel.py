"""A paper for the citizen on the screen: the very PDF that is printed, and its way to the printer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from counter_app.dossier.model import Dossier
from counter_app.dossier.value import FileRef
from counter_app.procedures.catalogue import Procedure
from ui import words
from ui.errors import NotSaved
from ui.tasks import Progress
from ui.widgets.pdf_preview import PdfPreview
from ui.workplace import Workplace


class PaperPanel(QWidget):
    """Shows a form of a dossier or a digitised paper. Printing a form notes that it was given out."""

    printed = Signal(object)  # Dossier

    def __init__(self, place: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._code = ""
        self._form = ""  # "" for a digitised paper
        self._name = ""
        self._pdf = b""
        self._print_soon = False
        self.preview = PdfPreview(self)
        self.preview.print_requested.connect(self.print_on)
        self.preview.save_requested.connect(self._choose_file)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.preview)

    def show_form(self, code: str, form: str) -> None:
        """Makes the paper, or takes the one given out before, and shows it."""

        def work(progress: Progress) -> bytes:
            from counter_app.handout import paper

            return paper(progress.desk, [code], form)

        self._load(code, form, words.form_name(form), work)

    def show_document(self, code: str, name: str, file: FileRef) -> None:
        """Shows a component's digitised document."""
        self._load(code, "", name, lambda progress: progress.desk.store.files.get(file.sha256))

    def show_separators(self, name: str, procedure: Procedure) -> None:
        """Makes the cover and separator sheets of a procedure's papers, and shows them."""

        def work(progress: Progress) -> bytes:
            from printing.forms.separators import separators

            return separators(procedure.name, [(rule.key, rule.name) for rule in procedure.components])

        self._load("", "", name, work)

    def print_on(self, printer: str) -> None:
        """Prints on the named printer; the journal has it once the printer took it."""
        code, form, name, pdf = self._code, self._form, self._name, self._pdf
        send = self._place.printing.send

        def work(progress: Progress) -> Dossier | None:
            from counter_app.handout import hand_out

            if form:
                return hand_out(progress.desk, code, form, lambda paper, title: send(printer, paper, title))
            send(printer, pdf, f"{code} {name}".strip())
            return progress.desk.dossier(code) if code else None

        def done(dossier: Dossier | None) -> None:
            self._place.settings.setValue(f"print/{form or 'document'}", printer)
            self._place.messages.succeed(self.tr("Sent to the printer: {paper}").format(paper=name))
            if dossier is not None:
                self.printed.emit(dossier)

        self._place.tasks.submit(work, done)

    def print_now(self) -> None:
        """Prints on the chosen printer, as soon as the paper is there."""
        self._print_soon = not self._pdf
        if self._pdf:
            self._print_if_possible()

    def save_to(self, path: Path) -> None:
        """Writes the shown PDF to a file."""
        pdf = self._pdf

        def work(progress: Progress) -> None:
            try:
                path.write_bytes(pdf)
            except OSError as fault:
                raise NotSaved(type(fault).__name__) from fault

        self._place.tasks.submit(work, lambda _: self._place.messages.succeed(self.tr("The paper was saved.")))

    def _load(self, code: str, form: str, name: str, make: Callable[[Progress], bytes]) -> None:
        self._code, self._form, self._name, self._pdf = code, form, name, b""
        self._print_soon = False
        self.preview.clear()

        def work(progress: Progress) -> tuple[bytes, list[str]]:
            return make(progress), self._place.printing.names()

        def done(made: tuple[bytes, list[str]]) -> None:
            if (code, form, name) == (self._code, self._form, self._name):
                self._pdf, names = made
                self.preview.show_pdf(self._pdf)
                self.preview.show_printers(names, self._usual_printer(form, names))
                if self._print_soon:
                    self._print_if_possible()

        self._place.tasks.submit(work, done)

    def _usual_printer(self, form: str, names: list[str]) -> str:
        """The printer this form went to last, the desk's own, or the system's first."""
        last = str(self._place.settings.value(f"print/{form or 'document'}", ""))
        wanted = (last, self._place.desk.profile.devices.printer, *names)
        return next((name for name in wanted if name in names), "")

    def _print_if_possible(self) -> None:
        self._print_soon = False
        if printer := self.preview.printers.currentText():
            self.print_on(printer)
        else:
            self._place.messages.inform(self.tr("The system has no printer; the paper can be saved as a PDF."))

    def _choose_file(self) -> None:
        name = f"{self._code or 'separators'}-{self._form or 'document'}.pdf"
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Save the paper"), name, "PDF (*.pdf)")
        if chosen:
            self.save_to(Path(chosen))

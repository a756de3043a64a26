"""A fault of the program, told: nothing that was saved is lost, and the report can be printed or saved."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout

from counter_app.crash_report import pack, report
from ui.widgets.file_choice import choose_to_save
from ui.widgets.fit import fit


class CrashDialog(QDialog):
    """Never modal: the clerk can go on with the citizen first."""

    def __init__(self, places: str, folder: Path) -> None:
        super().__init__()
        self._places, self._folder = places, folder
        self.setWindowTitle(self.tr("A fault of the program"))
        said = QLabel(
            self.tr(
                "Something in the program broke. What was typed, scanned and received is kept: go on working. If it "
                "happens again, close the program and start it anew. The report below holds nothing about citizens; "
                "print it or save it for the technician."
            )
        )
        said.setWordWrap(True)
        self.text = QPlainTextEdit(report(places, folder, datetime.now().astimezone()))
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.addButton(self.tr("Print"), QDialogButtonBox.ButtonRole.ActionRole).clicked.connect(self._print)
        buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.ActionRole).clicked.connect(self._save)
        buttons.button(QDialogButtonBox.StandardButton.Close).setText(self.tr("Go on working"))
        buttons.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        for part in (said, self.text, buttons):
            layout.addWidget(part)
        fit(self, 760, 520)

    def print_on(self, printer: QPrinter) -> None:
        """The report on paper."""
        self.text.document().print_(printer)

    def save_to(self, file: Path) -> bool:
        """The report and the logs as one archive; whether it could be written."""
        try:
            pack(self._folder, self._places, file, datetime.now().astimezone())
        except OSError:
            self.setWindowTitle(self.tr("It could not be saved there: choose another place"))
            return False
        return True

    def _print(self) -> None:
        printer = QPrinter()
        if QPrintDialog(printer, self).exec():
            self.print_on(printer)

    def _save(self) -> None:
        if name := choose_to_save(self, self.tr("Save the report"), "counter-report.zip", "ZIP (*.zip)"):
            self.save_to(Path(name))

"""The recovery key of the backups: saved as a sheet to print, and in force once it was read back from the paper."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from counter_app.durable import write_durably
from counter_app.errors import CounterError
from counter_app.store.backup_keys import new_recovery_key
from ui.background.workplace import Workplace
from ui.errors import NotSaved
from ui.widgets.file_choice import choose_to_save


class RecoveryKeyDialog(QDialog):
    """Two steps: the sheet is saved and printed, the key is scanned or typed back. The saved sheet goes afterwards."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recovery key of the backups"))
        self._workplace = workplace
        self._key = new_recovery_key()
        self._sheet: Path | None = None
        self.hint = QLabel(
            self.tr(
                "Once this computer is gone, its backups open with this key alone; it opens locked data, too, when all"
                " passwords are forgotten. Print the sheet, scan its code to show that it can be read, and put it into"
                " the safe."
            )
        )
        self.hint.setWordWrap(True)
        self.save = QPushButton(self.tr("1. Save the sheet to print it"))
        self.save.clicked.connect(self._choose)
        self.typed = QLineEdit(placeholderText=self.tr("2. Scan or type the key from the paper"))
        self.typed.setEnabled(False)
        self.typed.returnPressed.connect(self.confirm)
        self.error = QLabel()
        self.error.setWordWrap(True)
        self.error.setObjectName("fieldError")
        self.done_button = QPushButton(self.tr("The paper is in the safe"))
        self.done_button.setObjectName("primary")
        self.done_button.setEnabled(False)
        self.done_button.clicked.connect(self.confirm)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.done_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 20, 28, 20)
        layout.setSpacing(12)
        for part in (self.hint, self.save, self.typed, self.error):
            layout.addWidget(part)
        layout.addLayout(buttons)
        self.setMinimumWidth(560)
        self.finished.connect(self._clear)

    def save_to(self, file: Path) -> None:
        """Writes the sheet, readable by its user only."""
        from printing.forms.recovery_key import recovery_sheet

        desk, profile = self._workplace.desk, self._workplace.desk.profile
        sheet = recovery_sheet(self._key, profile.office.name, profile.desk_id, desk.now(), profile.mark)
        try:
            write_durably(file, sheet)
        except OSError as fault:
            self._show(NotSaved(type(fault).__name__))
            return
        self._sheet = file
        self.typed.setEnabled(True)
        self.done_button.setEnabled(True)
        self.typed.setFocus()

    def confirm(self) -> None:
        """The key comes into force if what was typed is it."""
        key, typed = self._key, self.typed.text()
        self.done_button.setEnabled(False)
        self._workplace.tasks.submit(
            lambda progress: progress.desk.store.backup_keys.set_recovery_key(key, typed),
            lambda _: self.accept(),
            self._show,
            in_order=True,
        )

    def _choose(self) -> None:
        if name := choose_to_save(self, self.tr("Save the sheet"), "khoa-khoi-phuc.pdf", "PDF (*.pdf)"):
            self.save_to(Path(name))

    def _show(self, failure: CounterError) -> None:
        self.error.setText(failure.sentence(self._workplace.language))
        self.done_button.setEnabled(self._sheet is not None)

    def _clear(self) -> None:
        """The paper is the key; nothing of it stays on this computer."""
        if self._sheet is not None:
            self._sheet.unlink(missing_ok=True)

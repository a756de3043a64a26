"""Locking the desk's data with the passwords of those who work here: the administrator types their own once more."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from counter_app.desk.desk import Desk
from counter_app.desk.store_key import lock_key
from counter_app.errors import CounterError


class LockKeyDialog(QDialog):
    """Says what it means, and does it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("Lock the data with passwords"))
        self.setMinimumWidth(520)
        hint = QLabel(
            self.tr(
                "From then on a password opens the data, and whoever takes the disk away reads nothing. Programs that"
                " run by themselves need a password, too. Print the recovery key: it opens the data when all passwords"
                " are forgotten."
            ),
            wordWrap=True,
        )
        self.password = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.password.setPlaceholderText(self.tr("Your password"))
        self.failure = QLabel(wordWrap=True)
        self.failure.setObjectName("fieldError")
        buttons = QDialogButtonBox()
        self.lock = buttons.addButton(self.tr("Lock"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.lock.setObjectName("primary")
        self.lock.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._lock)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        for part in (hint, self.password, self.failure, buttons):
            layout.addWidget(part)

    def _lock(self) -> None:
        try:
            lock_key(self._desk, self.password.text())
        except CounterError as failure:
            self.failure.setText(failure.sentence(self._desk.profile.language))
            self.password.setFocus()
            return
        self.accept()

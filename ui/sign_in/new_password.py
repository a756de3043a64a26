"""Choosing a password: twice the new one, and the old one where the clerk changes their own."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from counter_app.desk.accounts import SHORTEST
from counter_app.errors import CounterError
from ui.sign_in.next_field import goes_on
from ui.theme import SPACE

Change = Callable[[str, str, str], object]
"""Old, new, new once more; raises CounterError where they do not do."""


class NewPasswordDialog(QDialog):
    """Stays until the password is changed or the clerk gives up. `old` is not asked for where it is known."""

    def __init__(
        self, change: Change, language: str, parent: QWidget | None = None, *, old: str | None = None, name: str = ""
    ) -> None:
        super().__init__(parent)
        self._change, self._language, self._old = change, language, old
        self.setWindowTitle(self.tr("Choose a password"))
        self.setMinimumWidth(480)
        self.old, self.new, self.again = (QLineEdit(echoMode=QLineEdit.EchoMode.Password) for _ in range(3))
        hint = self.tr("At least {letters} letters. A short sentence is easy to remember and hard to guess.")
        self.hint = QLabel(hint.format(letters=SHORTEST), wordWrap=True)
        self.failure = QLabel(wordWrap=True)
        self.failure.setObjectName("fieldError")
        form = QFormLayout()
        form.setSpacing(SPACE)
        if name:
            form.addRow(self.tr("Name"), QLabel(name))
        if old is None:
            form.addRow(self.tr("Password until now"), self.old)
        form.addRow(self.tr("New password"), self.new)
        form.addRow(self.tr("Once more"), self.again)
        buttons = QDialogButtonBox()
        save = buttons.addButton(self.tr("Save"), QDialogButtonBox.ButtonRole.AcceptRole)
        save.setObjectName("primary")
        save.setDefault(True)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._save)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 20)
        layout.setSpacing(12)
        layout.addWidget(self.hint)
        layout.addLayout(form)
        layout.addWidget(self.failure)
        layout.addWidget(buttons)

    def _save(self) -> None:
        if goes_on([*([self.old] if self._old is None else []), self.new, self.again]):
            return
        try:
            self._change(self.old.text() if self._old is None else self._old, self.new.text(), self.again.text())
        except CounterError as failure:
            self.failure.setText(failure.sentence(self._language))
            (self.old if self._old is None else self.new).setFocus()
            return
        self.accept()

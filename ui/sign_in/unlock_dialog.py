"""Before the desk's data is open: its key is locked with the passwords of those who work here, and one opens it.

Who typed it is signed in with it afterwards, without being asked twice.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from counter_app.config import Profile
from counter_app.desk.unlocking import unlock
from counter_app.errors import CounterError
from counter_app.store.key_file import CannotOpen, names, unlocked_by_words
from counter_app.store.keys import StoreKey
from ui.sign_in.panel import SignInPanel
from ui.sign_in.screen import fill_screen, office_line

_FREE = 3  # wrong passwords in a row before one has to wait
_LONGEST_WAIT = 60  # seconds


class Typed(NamedTuple):
    """By what the data was opened: somebody's password, in place of which another may be to `change` to, or a key of
    the backups."""

    name: str = ""
    password: str = ""
    change: bool = False
    backup_key: str = ""


class UnlockDialog(QDialog):
    """`key` is what opens the data, `typed` by what.

    Raises KeyMissing where the file with the locked key cannot be read.
    """

    def __init__(self, folder: Path, profile: Profile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder, self._profile = folder, profile
        self._wrong = 0
        self.key: StoreKey | None = None
        self.typed = Typed()
        self.setWindowTitle(self.tr("Sign in"))
        known = names(folder)
        self.panel = SignInPanel(self.tr("Sign in"))
        self.panel.signed.connect(self._open)
        self.panel.change_wanted.connect(partial(self._open, change=True))
        self.panel.password.setPlaceholderText(self.tr("Password"))  # and no card
        self.panel.show_names(known)
        self.panel.setVisible(bool(known))
        self.words = QLineEdit(echoMode=QLineEdit.EchoMode.Password)
        self.words.setPlaceholderText(self.tr("Recovery key from the safe, or passphrase of the backups"))
        self.words.returnPressed.connect(self._open_by_words)
        self.open_by_words = QPushButton(self.tr("Open"))
        self.open_by_words.clicked.connect(self._open_by_words)
        self.failure = QLabel(wordWrap=True)
        self.failure.setObjectName("fieldError")
        self.forgotten = QPushButton(self.tr("Nobody knows a password …"), flat=True)
        self.forgotten.setAutoDefault(False)
        self.forgotten.setVisible(bool(known))
        self.forgotten.clicked.connect(self._ask_for_words)
        self.leave = QPushButton(self.tr("Close the program"))
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self._by_words = self._words_row()
        self._by_words.setVisible(not known)
        self._build()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        (self.panel.password if self.panel.isVisible() else self.words).setFocus()

    def _open(self, name: str, secret: str, *, change: bool = False) -> None:
        # a tenth of a second on the window's thread: there is nothing else to do here
        try:
            self.key = unlock(self._folder, name, secret)
        except CounterError as failure:
            self.panel.show_failure(failure, self._profile.language)
            self._slow_down(failure)
            return
        self.typed = Typed(name, secret, change)
        self.accept()

    def _slow_down(self, failure: CounterError) -> None:
        """Wrong passwords in a row are slowed down; whoever has the disk tries them elsewhere, so nothing is kept."""
        self._wrong += isinstance(failure, CannotOpen)
        if self._wrong >= _FREE:
            self.panel.set_busy(True)
            wait = min(2 ** (self._wrong - _FREE + 1), _LONGEST_WAIT)
            QTimer.singleShot(wait * 1000, self, self._try_again)

    def _try_again(self) -> None:
        self.panel.set_busy(False)
        self.panel.password.setFocus()

    def _ask_for_words(self) -> None:
        self.forgotten.hide()
        self._by_words.show()
        self.words.setFocus()

    def _open_by_words(self) -> None:
        try:
            self.key = unlocked_by_words(self._folder, self.words.text())
            self.typed = Typed(backup_key=self.words.text())
        except CounterError as failure:
            self.failure.setText(failure.sentence(self._profile.language))
            self.words.setFocus()
            return
        self.accept()

    def _words_row(self) -> QWidget:
        row = QWidget()
        fields = QHBoxLayout()
        fields.addWidget(self.words, 1)
        fields.addWidget(self.open_by_words)
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(fields)
        layout.addWidget(self.failure)
        return row

    def _build(self) -> None:
        where = office_line(self._profile, self.tr("{office} · desk {number}"))
        told = self.tr("This desk's data is locked. The password of anybody who works here opens it; a card does not.")
        if not names(self._folder):  # it was just restored
            told = self.tr(
                "This desk's data came from a backup: the backup's key opens it this once, then passwords do."
            )
        hint = QLabel(told, wordWrap=True)
        fill_screen(self, self.tr("Sign in"), (where, hint, self.panel, self._by_words), self.leave, self.forgotten)

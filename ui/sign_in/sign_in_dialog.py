"""Signing in: at the start, and as the lock over the window, behind which everything stays as it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QLabel, QPushButton, QWidget

from counter_app.desk import accounts
from counter_app.desk.desk import Desk
from counter_app.desk.unlocking import is_card
from counter_app.dossier.accounts import Account
from counter_app.dossier.roles import Clerk
from counter_app.errors import CounterError
from ui.background.awaited import awaited
from ui.sign_in.new_password import NewPasswordDialog
from ui.sign_in.panel import SignInPanel
from ui.sign_in.screen import fill_screen, office_line
from ui.sign_in.unlock_dialog import Typed


class SignInDialog(QDialog):
    """Fills the screen, so that nothing of a dossier is seen behind it. `clerk` is who signed in.

    At the start it can be left (the program ends); as the lock it stays until somebody signs in. Where a `backup_key`
    opened the data, nobody knew a password: an administrator chooses another.
    """

    def __init__(
        self, desk: Desk, parent: QWidget | None = None, *, locks: Clerk | None = None, backup_key: str = ""
    ) -> None:
        super().__init__(parent)
        self._backup_key = backup_key
        self._desk, self._locks = desk, locks
        self.clerk: Clerk | None = None
        self.setWindowTitle(self.tr("Sign in"))
        self.panel = SignInPanel(self.tr("Sign in"))
        self.panel.signed.connect(self._signed)
        self.panel.change_wanted.connect(partial(self._signed, change=True))
        self.leave = QPushButton(self.tr("Close the program"))
        self.leave.setVisible(locks is None)
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self.recover = QPushButton(self.tr("New password for the administrator…"))
        self.recover.setVisible(bool(backup_key))
        self.recover.setAutoDefault(False)
        self.recover.clicked.connect(self._recover)
        self._build()
        self.panel.show_names(accounts.names(desk), locks.name if locks else "")  # the cursor goes to the password

    def sign_in(self, typed: Typed) -> None:
        """Signs in who opened the data. Where that password was changed since, the dialog says so and asks."""
        self.panel.name.setCurrentText(typed.name)
        self._signed(typed.name, typed.password, change=typed.change)
        if self.panel.failure.text():
            since = self.tr(
                "The data was opened, but this password was changed since at another desk: type the new one."
            )
            self.panel.failure.setText(since)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panel.password.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or self._locks is None:
            super().keyPressEvent(event)

    def reject(self) -> None:
        if self.isEnabled():  # whoever asked to be let in is answered first
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._locks is not None and self.clerk is None:
            event.ignore()
            return
        super().closeEvent(event)

    def _signed(self, name: str, secret: str, *, change: bool = False) -> None:
        try:
            account = self._identified(name, secret)
        except CounterError as failure:
            self.panel.show_failure(failure, self._desk.profile.language)
            return
        asked = (change or account.changes_password) and not is_card(secret)
        if asked and not self._chosen(account, secret):
            self.panel.clear()
            return
        self.clerk = account.clerk
        self.accept()

    def _identified(self, name: str, secret: str) -> Account:
        """Whose password or card it is: made to take a fifth of a second, in which nothing else can be done here."""

        def work() -> Account:
            desk = self._desk.for_thread()
            try:
                return accounts.identified(desk, name, secret)
            finally:
                desk.store.close_connection()

        self.setEnabled(False)
        try:
            return awaited(work)
        finally:
            self.setEnabled(True)

    def _chosen(self, account: Account, old: str) -> bool:
        """Whether a password of their own was chosen in place of the one that was given out."""
        desk, language = self._desk.of(account.clerk), self._desk.profile.language
        ask = NewPasswordDialog(
            lambda old, new, again: accounts.change_password(desk, old, new, again),
            language,
            self,
            old=old,
            name=account.name,
        )
        return ask.exec() == QDialog.DialogCode.Accepted

    def _recover(self) -> None:
        name = self.panel.name.currentText()
        account = accounts.recoverable(self._desk, name)
        if account is None:
            return
        ask = NewPasswordDialog(
            lambda _, new, again: accounts.recover(self._desk, name, self._backup_key, new, again),
            self._desk.profile.language,
            self,
            old="",
            name=account.name,
        )
        if ask.exec() == QDialog.DialogCode.Accepted:
            self.clerk = account.clerk
            self.accept()

    def _build(self) -> None:
        where = office_line(self._desk.profile, self.tr("{office} · desk {number}"))
        kept = QLabel(self.tr("What was begun is kept as it stands; somebody else can go on with it."), wordWrap=True)
        kept.setVisible(self._locks is not None)
        title = self.tr("Locked") if self._locks else self.tr("Sign in")
        fill_screen(self, title, (where, kept, self.panel), self.leave, self.recover)

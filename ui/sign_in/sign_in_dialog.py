"""Signing in: at the start, and as the lock over the window, behind which everything stays as it is."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from counter_app.desk import accounts
from counter_app.desk.desk import Desk
from counter_app.dossier.accounts import Account
from counter_app.dossier.roles import Clerk
from counter_app.errors import CounterError
from ui.sign_in.new_password import NewPasswordDialog
from ui.sign_in.panel import SignInPanel
from ui.theme import GROUND

_CARD_WIDTH = 520  # pixels


class SignInDialog(QDialog):
    """Fills the screen, so that nothing of a dossier is seen behind it. `clerk` is who signed in.

    At the start it can be left (the program ends); as the lock it stays until somebody signs in.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, locks: Clerk | None = None) -> None:
        super().__init__(parent)
        self._desk, self._locks = desk, locks
        self.clerk: Clerk | None = None
        self.setWindowTitle(self.tr("Sign in"))
        self.setModal(True)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setStyleSheet(f"SignInDialog {{ background: {GROUND}; }}")
        self.panel = SignInPanel(self.tr("Sign in"))
        self.panel.signed.connect(self._signed)
        self.panel.change_wanted.connect(partial(self._signed, change=True))
        self.leave = QPushButton(self.tr("Close the program"))
        self.leave.setVisible(locks is None)
        self.leave.setAutoDefault(False)
        self.leave.clicked.connect(self.reject)
        self._build()
        self.panel.show_names(accounts.names(desk), locks.name if locks else "")  # the cursor goes to the password

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.panel.password.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or self._locks is None:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._locks is not None and self.clerk is None:
            event.ignore()
            return
        super().closeEvent(event)

    def _signed(self, name: str, secret: str, *, change: bool = False) -> None:
        # a fifth of a second on the window's thread: there is nothing else to do here
        try:
            account = accounts.identified(self._desk, name, secret)
        except CounterError as failure:
            self.panel.show_failure(failure, self._desk.profile.language)
            return
        asked = (change or account.changes_password) and not accounts.is_card(secret)
        if asked and not self._chosen(account, secret):
            self.panel.clear()
            return
        self.clerk = account.clerk
        self.accept()

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

    def _build(self) -> None:
        profile = self._desk.profile
        title = QLabel(self.tr("Locked") if self._locks else self.tr("Sign in"))
        title.setObjectName("title")
        where = QLabel(
            self.tr("{office} · desk {number}").format(office=profile.office.name, number=profile.desk.number)
        )
        where.setObjectName("quiet")
        kept = QLabel(self.tr("What was begun is kept as it stands; somebody else can go on with it."), wordWrap=True)
        kept.setVisible(self._locks is not None)
        card = QFrame()
        card.setObjectName("floating")
        card.setFixedWidth(_CARD_WIDTH)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(28, 24, 28, 24)
        inside.setSpacing(10)
        for part in (title, where, kept, self.panel):
            inside.addWidget(part)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(card)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.addStretch(2)
        layout.addLayout(row)
        layout.addStretch(3)
        layout.addWidget(self.leave, alignment=Qt.AlignmentFlag.AlignRight)

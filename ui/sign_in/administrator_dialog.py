"""The first account of a desk, of who sets it up: asked for once, before anybody works here."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from counter_app.desk.accounts import SHORTEST, make_administrator
from counter_app.desk.desk import Desk
from counter_app.dossier.roles import Clerk
from counter_app.errors import CounterError
from ui.sign_in.next_field import goes_on
from ui.theme import SPACE


class AdministratorDialog(QDialog):
    """`clerk` is who is signed in once it was accepted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.clerk: Clerk | None = None
        self.setWindowTitle(self.tr("The administrator of this desk"))
        self.setMinimumWidth(560)
        self.name = QLineEdit()
        self.name.setPlaceholderText(self.tr("Full name, as it stands on papers"))
        self.password, self.again = (QLineEdit(echoMode=QLineEdit.EchoMode.Password) for _ in range(2))
        self.failure = QLabel(wordWrap=True)
        self.failure.setObjectName("fieldError")
        self.start = QPushButton(self.tr("Start working"))
        self.start.setObjectName("primary")
        self.start.setDefault(True)
        self.start.clicked.connect(self._make)
        self._build()

    def _make(self) -> None:
        if goes_on((self.name, self.password, self.again)):
            return
        try:
            self.clerk = make_administrator(self._desk, self.name.text(), self.password.text(), self.again.text())
        except CounterError as failure:
            self.failure.setText(failure.sentence(self._desk.profile.language))
            (self.password if self.name.text().strip() else self.name).setFocus()
            return
        self.accept()

    def _build(self) -> None:
        title = QLabel(self.tr("The administrator of this desk"))
        title.setObjectName("title")
        office = QLabel(self._desk.profile.office.name)
        office.setObjectName("quiet")
        explained = self.tr(
            "Whoever works here signs in with an account of their own; it stands in every entry. This is the first: it"
            " opens the others. Asked once. The password has at least {letters} letters."
        )
        hint = QLabel(explained.format(letters=SHORTEST), wordWrap=True)
        form = QFormLayout()
        form.setSpacing(SPACE)
        form.addRow(self.tr("Full name"), self.name)
        form.addRow(self.tr("Password"), self.password)
        form.addRow(self.tr("Once more"), self.again)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.start)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 24, 28, 24)
        layout.setSpacing(12)
        layout.addWidget(title)
        layout.addWidget(office)
        layout.addWidget(hint)
        layout.addLayout(form)
        layout.addWidget(self.failure)
        layout.addLayout(buttons)

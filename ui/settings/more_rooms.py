"""What some rooms have beside fields: what stands there now, and the way to the screen where it is worked at."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from counter_app.desk import accounts
from counter_app.store.wrapping import KeyKind
from ui.background.workplace import Workplace
from ui.sign_in.new_password import NewPasswordDialog


class ClerkRoom(QWidget):
    """Who is signed in, with a new password of their own; the accounts of others are a screen."""

    def __init__(self, workplace: Workplace, go: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.who = QLabel(wordWrap=True)
        self.password = QPushButton(self.tr("Choose another password…"))
        self.password.clicked.connect(self._change_password)
        self.accounts = QPushButton(self.tr("Accounts (Ctrl+F12)"))
        self.accounts.clicked.connect(lambda: go("accounts"))
        _stack(self, self.who, self.password, self.accounts)

    def refresh(self) -> None:
        """Somebody else may be here."""
        clerk = self._workplace.desk.clerk
        self.who.setText(self.tr("Signed in: {clerk}").format(clerk=clerk.name))
        self.password.setEnabled(bool(clerk.account))

    def _change_password(self) -> None:
        desk = self._workplace.desk
        ask = NewPasswordDialog(
            lambda old, new, again: accounts.change_password(desk, old, new, again),
            self._workplace.language,
            self,
            name=desk.clerk.name,
        )
        if ask.exec():
            self._workplace.messages.succeed(self.tr("The new password holds."))


class ServerRoom(QWidget):
    """How the exchange stands is a screen of its own."""

    def __init__(self, go: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.exchange = QPushButton(self.tr("How the exchange with the province stands"))
        self.exchange.clicked.connect(go)
        _stack(self, self.exchange)

    def refresh(self) -> None:
        """Nothing changes here."""


class KnowledgeRoom(QWidget):
    """What is in force: shipped, from the province, the office's own; what is wrong with the files."""

    def __init__(self, workplace: Workplace, go: Callable[[str], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.state = QLabel(wordWrap=True, textInteractionFlags=Qt.TextInteractionFlag.TextSelectableByMouse)
        self.faults = QLabel(wordWrap=True)
        self.faults.setObjectName("fieldError")
        self.catalogue = QPushButton(self.tr("Catalogue of procedures (Ctrl+F11)"))
        self.catalogue.clicked.connect(lambda: go("catalogue"))
        self.drawing = QPushButton(self.tr("Forms that are read (Ctrl+F10)"))
        self.drawing.clicked.connect(lambda: go("drawing"))
        why = QLabel(
            self.tr(
                "Office hours, holidays, rules and the wording of papers are files of the province or of the office's"
                " own folder: they are law, checked as a whole when they are read, and not typed line by line here."
            ),
            wordWrap=True,
        )
        why.setObjectName("quiet")
        _stack(self, self.state, self.faults, self.catalogue, self.drawing, why)

    def refresh(self) -> None:
        """It may have come from the province meanwhile."""
        knowledge = self._workplace.desk.knowledge
        lines = []
        for folder, there, not_there in (
            (knowledge.province, self.tr("From the province: {folder}"), self.tr("From the province: nothing yet")),
            (knowledge.own, self.tr("The office's own: {folder}"), self.tr("The office's own: nothing yet")),
        ):
            is_there = folder is not None and folder.is_dir()
            lines.append(there.format(folder=folder) if is_there else not_there)
        self.state.setText("\n".join([self.tr("Shipped with the program: all procedures of the portal."), *lines]))
        self.faults.setText("\n".join(str(fault) for fault in knowledge.faults))
        self.faults.setVisible(bool(knowledge.faults))


class SafetyRoom(QWidget):
    """The recovery key of the backups."""

    def __init__(self, workplace: Workplace, go: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.state = QLabel(wordWrap=True)
        self.key = QPushButton(self.tr("Recovery key of the backups…"))
        self.key.clicked.connect(go)
        _stack(self, self.state, self.key)

    def refresh(self) -> None:
        """The key may have been printed meanwhile."""
        there = self._workplace.desk.store.backup_keys.has(KeyKind.RECOVERY)
        self.state.setText(
            self.tr("The recovery key was printed.")
            if there
            else self.tr("The recovery key was not printed yet: without it no backup opens on another computer.")
        )


def _stack(room: QWidget, *parts: QWidget) -> None:
    column = QVBoxLayout(room)
    column.setContentsMargins(0, 0, 12, 0)
    for part in parts:
        if isinstance(part, QPushButton):
            row = QHBoxLayout()
            row.addWidget(part)
            row.addStretch()
            column.addLayout(row)
        else:
            column.addWidget(part)

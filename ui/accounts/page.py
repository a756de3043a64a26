"""The accounts on the screen: who works here and with which roles; opening, closing, passwords and cards."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk import accounts
from counter_app.desk.store_key import is_plain_by_default, opens_the_data
from counter_app.dossier.accounts import Account
from counter_app.dossier.codes import is_account
from counter_app.dossier.identity import Card
from counter_app.dossier.roles import Role
from counter_app.durable import write_durably
from counter_app.errors import CounterError
from ui import words
from ui.accounts.lock_key_dialog import LockKeyDialog
from ui.background.changes import DossiersChanged
from ui.background.workplace import Workplace
from ui.errors import NotSaved
from ui.sign_in.new_password import NewPasswordDialog
from ui.theme import QUIET, Ink
from ui.widgets.file_choice import choose_to_save
from ui.widgets.rows_model import ListColumn, RowsModel, rows_table

_EDITOR = 420  # pixels


class AccountsPage(QWidget):
    """The list at the left, the account at the right. What is done here is written at once, as entries."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._account: Account | None = None  # None: a new one
        self._new_roles = {Role.CLERK}  # of a new one, as they were ticked last
        columns = (
            ListColumn[Account]("name", self.tr("Name"), lambda item: item.name, 240, colour=_colour),
            ListColumn[Account]("roles", self.tr("Roles"), lambda item: self._roles_text(item.roles), colour=_colour),
            ListColumn[Account]("card", self.tr("Card"), lambda item: self.tr("yes") if item.card else "–", 70),
        )
        self.model = RowsModel(columns, key=lambda column: column.code)
        self.table = rows_table(self.model, row_height=34)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self.plain_key = QLabel(
            self.tr("The key of this desk's data lies plain beside it: whoever takes the disk away reads everything."),
            wordWrap=True,
        )
        self.plain_key.setObjectName("fieldWarning")
        self.lock_key = QPushButton(self.tr("Lock it with passwords…"))
        self.lock_key.clicked.connect(self._lock_key)
        self.new = QPushButton(self.tr("New account"))
        self.new.clicked.connect(self.begin)
        self.name = QLineEdit()
        self.name.returnPressed.connect(self._save)
        self.name.setPlaceholderText(self.tr("Full name, as it stands on papers"))
        self.name.setAccessibleName(self.name.placeholderText())
        self.table.setAccessibleName(self.tr("Accounts"))
        self.roles = {role: QCheckBox(words.role_name(role)) for role in Role}
        for box in self.roles.values():
            box.clicked.connect(self._note_roles)
        self.save = QPushButton(self.tr("Save"))
        self.save.setObjectName("primary")
        self.password = QPushButton(self.tr("New password…"))
        self.card = QPushButton(self.tr("New card…"))
        self.take_card_away = QPushButton(self.tr("Card lost"))
        self.close_account = QPushButton(self.tr("Close the account"))
        self.heading = QLabel()
        self.heading.setObjectName("heading")
        self.note = QLabel(wordWrap=True)
        self.note.setObjectName("quiet")
        for button, work in (
            (self.save, self._save),
            (self.password, self._give_password),
            (self.card, self._give_card),
            (self.take_card_away, self._take_card_away),
            (self.close_account, self._close),
        ):
            button.clicked.connect(work)
        self._build()

    @property
    def is_edited(self) -> bool:
        """Whether a new account is begun and not saved yet."""
        return bool(self.name.text().strip())

    def enter(self) -> None:
        """The administrator came here; a new account that was begun is gone on with."""
        if self.is_edited:
            self.model.show(accounts.accounts(self._workplace.desk))
            self.begin()
            return
        self.refresh()
        self.table.setFocus()

    def print_paper(self) -> None:
        """Nothing: accounts are not printed."""

    def take_card(self, card: Card) -> bool:
        """No: an identity card opens no account."""
        return False

    def take_code(self, code: str) -> bool:
        """No: accounts are about no dossier."""
        return False

    def take_change(self, change: DossiersChanged) -> None:
        """Accounts came from another desk or the province; what is typed for a new one stays."""
        if not any(is_account(code) for code in change.codes):
            return
        if self._account is not None:
            self.refresh()
        else:
            self.model.show(accounts.accounts(self._workplace.desk))

    def refresh(self, code: str = "") -> None:
        """Shows the accounts as they are, and the one of this code."""
        desk = self._workplace.desk
        for part in (self.plain_key, self.lock_key):
            part.setVisible(is_plain_by_default(desk))
        found = accounts.accounts(desk)
        self.model.show(found)
        code = code or (self._account.code if self._account else "")
        row = max(self.model.row_of(code), 0)
        self.table.setCurrentIndex(self.model.index(row, 0))
        self._choose()

    def begin(self) -> None:
        """An account that is not there yet; what was typed of one stands there again."""
        self.table.setCurrentIndex(QModelIndex())  # so that the line it stood on can be chosen again
        self._show(None)
        self.name.setFocus()

    def _choose(self) -> None:
        self._show(self.model.row(self.table.currentIndex().row()))

    def _show(self, account: Account | None) -> None:
        self._account = account
        there = account is not None
        self.heading.setText(account.name if account else self.tr("New account"))
        self.name.setVisible(not there)
        for role, box in self.roles.items():
            box.setChecked(role in (account.roles if account else self._new_roles))
            box.setDisabled(bool(account and account.of_province))
        for button in (self.password, self.card, self.take_card_away, self.close_account):
            button.setVisible(there)
        self.take_card_away.setEnabled(bool(account and account.card))
        self.close_account.setEnabled(bool(account and account.is_open and not account.of_province))
        self.save.setEnabled(not (account and account.of_province))
        self.note.setText(self._note(account))

    def _note_roles(self) -> None:
        if self._account is None:
            self._new_roles = {role for role, box in self.roles.items() if box.isChecked()}

    def _note(self, account: Account | None) -> str:
        if account is None:
            return self.tr("The name stands in every entry and cannot be changed later.")
        if account.of_province:
            kept = self.tr("The province keeps the roles of this account.")
            if account.overruled is None:
                return kept
            overruled = self.tr("What was set here without knowing of it has no effect: {roles}")
            return f"{kept} {overruled.format(roles=self._roles_text(account.overruled))}"
        if not account.is_open:
            return self.tr("Closed. Give it a role to open it again.")
        if account.password and not opens_the_data(self._workplace.desk, account.code):
            return self.tr("Cannot open the locked data yet: signs in once while somebody else has it open.")
        return ""

    def _lock_key(self) -> None:
        if LockKeyDialog(self._workplace.desk, self).exec() == QDialog.DialogCode.Accepted:
            self._workplace.messages.succeed(self.tr("The data is locked with passwords."))
            self.refresh()

    def _save(self) -> None:
        desk, account = self._workplace.desk, self._account
        chosen = [role for role, box in self.roles.items() if box.isChecked()]
        if account is not None:
            self._do(lambda: accounts.change_roles(desk, account.code, chosen))
            return
        name = self.name.text()
        made: list[Account] = []
        self._ask_password(
            name, lambda _, new, again: made.append(accounts.open_account(desk, name, chosen, new, again))
        )
        if made:
            self.name.clear()
            self._new_roles = {Role.CLERK}
            self._done(made[0])

    def _give_password(self) -> None:
        desk, account = self._workplace.desk, self._account
        if account and self._ask_password(
            account.name, lambda _, new, again: accounts.give_password(desk, account.code, new, again)
        ):
            self._done(account)

    def _ask_password(self, name: str, change: Callable[[str, str, str], object]) -> bool:
        ask = NewPasswordDialog(change, self._workplace.language, self, old="", name=name)
        ask.hint.setText(f"{ask.hint.text()} {self.tr('Whoever signs in with it chooses another.')}")
        return ask.exec() == QDialog.DialogCode.Accepted

    def _give_card(self) -> None:
        """The card's code is nowhere but in the file that the administrator prints and deletes."""
        desk, account = self._workplace.desk, self._account
        if account is None:
            return
        place = choose_to_save(
            self, self.tr("Save the card, print it, delete the file"), "the-nhan-vien.pdf", "PDF (*.pdf)"
        )
        if place:
            self._do(lambda: self._write_card(accounts.give_card(desk, account.code), account, Path(place)))

    def _write_card(self, code: str, account: Account, place: Path) -> None:
        from printing.forms.staff_card import staff_card

        profile = self._workplace.desk.profile
        try:
            write_durably(place, staff_card(profile.office.name, account.name, code, profile.mark))
        except OSError as failure:
            raise NotSaved(type(failure).__name__) from failure

    def _take_card_away(self) -> None:
        desk, account = self._workplace.desk, self._account
        if account is not None:
            self._do(lambda: accounts.take_card_away(desk, account.code))

    def _close(self) -> None:
        desk, account = self._workplace.desk, self._account
        if account is not None:
            self._do(lambda: accounts.change_roles(desk, account.code, ()))

    def _do(self, work: Callable[[], object]) -> None:
        try:
            work()
        except CounterError as failure:
            self._workplace.messages.fail(failure)
            self.refresh()
            return
        if self._account is not None:
            self._done(self._account)

    def _done(self, account: Account) -> None:
        self._workplace.messages.succeed(self.tr("Saved: {name}.").format(name=account.name))
        self.refresh(account.code)
        self._workplace.attendance.sign_in(accounts.as_now(self._workplace.desk))

    def _roles_text(self, roles: tuple[Role, ...]) -> str:
        return ", ".join(words.role_name(role) for role in roles) or self.tr("closed")

    def _build(self) -> None:
        title = QLabel(self.tr("Accounts"))
        title.setObjectName("title")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self.new)
        told = QHBoxLayout()
        told.addWidget(self.plain_key, 1)
        told.addWidget(self.lock_key)
        editor = QFrame(self)
        editor.setObjectName("floating")
        editor.setFixedWidth(_EDITOR)
        inside = QVBoxLayout(editor)
        inside.setContentsMargins(20, 16, 20, 16)
        inside.setSpacing(8)
        inside.addWidget(self.heading)
        inside.addWidget(self.name)
        for box in self.roles.values():
            inside.addWidget(box)
        inside.addWidget(self.note)
        inside.addWidget(self.save, alignment=Qt.AlignmentFlag.AlignLeft)
        inside.addSpacing(16)
        for buttons in ((self.password, self.card), (self.take_card_away, self.close_account)):
            row = QHBoxLayout()
            for button in buttons:
                row.addWidget(button, 1)
            inside.addLayout(row)
        inside.addStretch()
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addWidget(self.table, 1)
        both.addWidget(editor)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(head)
        layout.addLayout(told)
        layout.addLayout(both, 1)


def _colour(account: Account) -> Ink | None:
    return None if account.is_open else QUIET

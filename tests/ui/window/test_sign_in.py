"""Signing in, the lock, the next clerk, and a second person, with the keyboard alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.config import sample_profile
from counter_app.desk import accounts, receiving
from counter_app.desk.accounts import WrongSignIn
from counter_app.desk.desk import Desk, open_desk
from counter_app.dossier import acts
from counter_app.dossier.accounts import Account
from counter_app.dossier.acts.act import NotYourTask
from counter_app.dossier.journal import PROVINCE, Entry, Tip, write
from counter_app.dossier.payloads.accounts import AccountRoles
from counter_app.dossier.payloads.after import ReceivingCancelled
from counter_app.dossier.roles import Role, Task
from counter_app.store.streams import ACCOUNTS
from tests.conftest import MORNING
from tests.ui.window.conftest import BIRTH, DeskAtWork
from tests.ui.window.life import receive, show
from ui.accounts.page import AccountsPage
from ui.shell.main_window import MainWindow
from ui.sign_in.administrator_dialog import AdministratorDialog
from ui.sign_in.panel import SignInPanel
from ui.sign_in.sign_in_dialog import SignInDialog

HEAD, CLERK, PASSWORD, OWN = "Trần Thị Phụ Trách", "Lê Văn Hai", "một câu ngắn", "câu của riêng tôi"


@pytest.fixture
def card(desk_at_work: DeskAtWork) -> str:
    """A desk with a head and a clerk, who is signed in and has a card."""
    desk = open_desk(desk_at_work.folder, sample_profile())
    desk = desk.of(accounts.make_administrator(desk, HEAD, PASSWORD, PASSWORD))
    account = accounts.open_account(desk, CLERK, [Role.CLERK], PASSWORD, PASSWORD)
    account = accounts.change_password(desk.of(account.clerk), PASSWORD, OWN, OWN)
    code = accounts.give_card(desk, account.code)
    desk.store.close()
    desk_at_work.key = desk.store.key
    desk_at_work.clerk, desk_at_work.second_asked = account.clerk, True
    return code


@pytest.fixture
def window(desk_at_work: DeskAtWork, card: str) -> MainWindow:
    return desk_at_work.open()


def test_the_first_start_makes_the_administrator(qtbot: QtBot, qapp: object, desk: Desk) -> None:
    dialog = AdministratorDialog(desk)
    qtbot.addWidget(dialog)
    for field, text in ((dialog.name, HEAD), (dialog.password, PASSWORD), (dialog.again, "anders")):
        field.setText(text)
    dialog.start.click()
    assert dialog.clerk is None and dialog.failure.text()
    dialog.show()
    dialog.again.setText(PASSWORD)
    qtbot.keyClick(dialog.again, Qt.Key.Key_Return)
    assert dialog.clerk is not None and dialog.clerk.name == HEAD
    assert accounts.names(desk) == [HEAD]


def test_enter_in_the_first_password_goes_on_to_the_second_one(qtbot: QtBot, qapp: object, desk: Desk) -> None:
    dialog = AdministratorDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    for field, text in ((dialog.name, "Tran Thi Mau"), (dialog.password, PASSWORD), (dialog.again, PASSWORD)):
        qtbot.waitUntil(field.hasFocus)
        assert not dialog.failure.text(), "nothing is refused that was not typed yet"
        field.setText(text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert dialog.clerk is not None and dialog.clerk.name == "Tran Thi Mau"


def test_at_the_start_a_wrong_password_is_said_and_the_right_one_opens(qtbot: QtBot, qapp: object, desk: Desk) -> None:
    accounts.make_administrator(desk, HEAD, PASSWORD, PASSWORD)
    dialog = SignInDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.panel.name.currentText() == HEAD and dialog.focusWidget() is dialog.panel.password
    qtbot.keyClicks(dialog.panel.password, "sai mat khau")
    qtbot.keyClick(dialog.panel.password, Qt.Key.Key_Return)
    assert dialog.clerk is None and dialog.panel.failure.text() and dialog.panel.password.text() == ""
    dialog.panel.password.setText(PASSWORD)
    qtbot.keyClick(dialog.panel.password, Qt.Key.Key_Return)
    assert dialog.clerk is not None and dialog.clerk.name == HEAD


def test_keys_pressed_twice_while_a_password_is_looked_at_neither_ask_twice_nor_close(
    qtbot: QtBot, qapp: object, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    accounts.make_administrator(desk, HEAD, PASSWORD, PASSWORD)
    dialog = SignInDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()
    asked: list[str] = []
    left: list[object] = []
    dialog.rejected.connect(lambda: left.append(dialog))
    pressed, identified = threading.Event(), accounts.identified

    def slowly(desk: Desk, name: str, secret: str) -> Account:
        asked.append(name)
        assert pressed.wait(60)
        return identified(desk, name, secret)

    def press_on() -> None:
        for target, key in ((dialog.panel.password, Qt.Key.Key_Return), (dialog, Qt.Key.Key_Escape)):
            qtbot.keyClick(target, key)
        dialog.panel.change.click()
        dialog.close()
        pressed.set()

    monkeypatch.setattr(accounts, "identified", slowly)
    dialog.panel.password.setText(PASSWORD)
    QTimer.singleShot(0, press_on)
    qtbot.keyClick(dialog.panel.password, Qt.Key.Key_Return)
    assert asked == [HEAD] and not left
    assert dialog.clerk is not None and dialog.result() == SignInDialog.DialogCode.Accepted


def test_the_lock_keeps_the_intake_and_lets_the_next_clerk_go_on_within_two_seconds(
    qtbot: QtBot, window: MainWindow, card: str, type_text: Callable[[QWidget, str], None]
) -> None:
    type_text(window.intake.applicant.owner.name, "Đặng Văn Khoẻ")
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    dialog = window.lock.dialog
    assert dialog is not None and dialog.panel.name.currentText() == CLERK
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    assert window.lock.is_locked, "nothing but signing in opens it"
    dialog.panel.name.setCurrentText(HEAD)
    dialog.panel.password.setText(PASSWORD)
    begun = time.perf_counter()
    qtbot.keyClick(dialog.panel.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not window.lock.is_locked)
    assert time.perf_counter() - begun < 10, "a fifth of a second where nothing else runs"
    assert window.workplace.desk.clerk.name == HEAD and HEAD in window.strip.clerk.text()
    assert window.intake.applicant.owner.name.text() == "Đặng Văn Khoẻ"
    window.lock.lock()
    assert window.lock.dialog is not None
    qtbot.keyClicks(window.lock.dialog.panel.password, card)  # a reader types it, and sends no Enter
    qtbot.waitUntil(lambda: not window.lock.is_locked)
    assert window.workplace.desk.clerk.name == CLERK


def test_a_window_that_nobody_touches_locks_itself(qtbot: QtBot, window: MainWindow) -> None:
    attendance = window.workplace.attendance
    attendance._untouched.setInterval(50)
    attendance._untouched.start()
    qtbot.waitUntil(lambda: window.lock.is_locked)
    assert window.workplace.desk.clerk.name == CLERK, "what goes on behind the lock is theirs"
    window.take_card("040190001234|187123456|Nguyễn Thị Hường|15041990|Nữ|Xóm 3|10052021")
    assert window.intake.applicant.owner.name.text() == "", "no card comes through it"


def test_screens_are_those_of_who_is_signed_in(qtbot: QtBot, window: MainWindow) -> None:
    head = next(account for account in accounts.accounts(window.workplace.desk) if account.name == HEAD)
    window.show_screen("accounts")
    assert window.today.isVisible(), "a clerk has no such screen"
    window.workplace.attendance.sign_in(head.clerk)
    window.show_screen("accounts")
    assert window.screens.accounts().isVisible() and window.screens.accounts().model.rowCount() == 2
    clerk = next(account for account in accounts.accounts(window.workplace.desk) if account.name == CLERK)
    window.workplace.attendance.sign_in(clerk.clerk)
    assert window.today.isVisible(), "what is not the next clerk's is left"


def test_a_supervisor_confirms_in_place_and_stands_in_the_entry(qtbot: QtBot, window: MainWindow) -> None:
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    show(qtbot, window, code)
    window.detail.steps.choose(acts.WRITE_NOTE)
    panel = window.detail.steps.panel
    assert panel.second.isHidden(), "a note needs nobody else"
    window.detail.steps.choose(acts.CANCEL_RECEIVING)
    assert not panel.second.isHidden() and panel.second.name.currentText() == HEAD
    assert panel.form is not None
    panel.form.fields["reason"].editor.setText("Bấm nhầm")  # type: ignore[attr-defined]
    panel.form.fields["signer"].editor.setText("Lê Văn Ký")  # type: ignore[attr-defined]
    panel.second.password.setText("sai mat khau")
    qtbot.keyClick(panel.second.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(panel.second.secret.error()))
    assert panel.second.password.text() == "" and panel.form.fields["reason"].editor.text() == "Bấm nhầm"  # type: ignore[attr-defined]
    panel.second.password.setText(PASSWORD)
    qtbot.keyClick(panel.second.password, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(window.workplace.desk.store.entries.of_dossier(code)) == 2)
    entry = window.workplace.desk.store.entries.of_dossier(code)[-1]
    payload = entry.read()
    assert isinstance(payload, ReceivingCancelled)
    assert (entry.clerk, payload.seconded_by) == (CLERK, HEAD)
    QApplication.processEvents()


def test_a_window_that_was_closed_locks_nothing_later(window: MainWindow) -> None:
    window.close()
    assert not window.workplace.attendance._untouched.isActive()


def test_roles_that_the_province_takes_are_gone_at_once_and_a_closed_account_locks_the_window(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk = window.workplace.desk
    code = desk.clerk.account
    entries = [_of_province(code, roles, step) for step, roles in ((11, (Role.INSPECTOR,)), (12, ()))]
    window.workplace.changes.arrived(*desk.store.journal.accept(entries[:1]))
    assert desk.clerk.tasks == {Task.INSPECTION, Task.READING} and not window.lock.is_locked
    for screen in ("catalogue", "drawing", "accounts", "reports", "settings"):
        window.show_screen(screen)
        assert window._shown == screen
    window.show_intake()  # they read everything and receive nothing
    assert window._shown == "settings" and window.messages.shown is not None
    assert "không thuộc nhiệm vụ" in window.messages.shown.sentence
    window.show_screen("today")
    with pytest.raises(NotYourTask):
        receiving.receive(desk, desk.new_draft().id)
    window.workplace.changes.arrived(*desk.store.journal.accept(entries[1:]))
    assert desk.clerk.tasks == frozenset() and window.lock.is_locked
    dialog = window.lock.dialog
    assert dialog is not None and dialog.panel.name.findText(CLERK) < 0
    dialog.panel.name.setCurrentText(HEAD)
    dialog.panel.password.setText(PASSWORD)
    qtbot.keyClick(dialog.panel.password, Qt.Key.Key_Return)
    assert not window.lock.is_locked and desk.clerk.name == HEAD


def test_the_accounts_page_says_whose_roles_the_province_keeps_and_what_had_no_effect(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk = window.workplace.desk
    window.workplace.attendance.sign_in(accounts.sign_in(desk, HEAD, PASSWORD).clerk)
    account = next(item for item in accounts.accounts(desk) if item.name == CLERK)
    window.show_screen("accounts")
    page = window.findChild(AccountsPage)
    assert page is not None
    page.refresh(account.code)
    arrived = desk.store.journal.accept([_of_province(account.code, (Role.RETURN_DESK,), account.step)])
    roles = AccountRoles(roles=(Role.SUPERVISOR,))
    desk.store.journal.append_to(ACCOUNTS, roles, code=account.code, clerk=HEAD, at=desk.now(), salt="muối")
    window.workplace.changes.arrived(*arrived)
    assert "do tỉnh quản lý" in page.note.text() and "không có hiệu lực: Phụ trách" in page.note.text()
    assert not page.save.isEnabled() and not page.close_account.isEnabled() and page.password.isEnabled()


def test_a_new_account_that_was_begun_is_gone_on_with(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.workplace.desk
    window.workplace.attendance.sign_in(accounts.sign_in(desk, HEAD, PASSWORD).clerk)
    window.show_screen("accounts")
    page = window.findChild(AccountsPage)
    assert page is not None
    page.new.click()
    page.name.setText("Phạm Thị Mới")
    page.roles[Role.SUPERVISOR].click()
    page.table.setCurrentIndex(page.model.index(0, 0))  # another account is looked at
    assert not page.name.isVisible()
    window.show_screen("lookup")
    window.show_screen("accounts")
    assert page.name.isVisible() and page.name.text() == "Phạm Thị Mới" and page.roles[Role.SUPERVISOR].isChecked()
    assert not window.close(), "said before it is lost"


def test_what_was_wrong_with_one_name_is_not_said_of_the_next(qtbot: QtBot) -> None:
    panel = SignInPanel("Sign in")
    qtbot.addWidget(panel)
    panel.show_names([HEAD, CLERK])
    panel.show_failure(WrongSignIn(), "vi")
    assert panel.failure.text()
    panel.name.setCurrentText(CLERK)
    assert panel.failure.text() == ""


def test_enter_after_the_name_goes_on_to_the_password_of_a_new_account(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = AccountsPage(window.workplace, window)
    qtbot.addWidget(page)
    asked: list[str] = []
    monkeypatch.setattr(page, "_ask_password", lambda name, change: asked.append(name))
    page.begin()
    qtbot.keyClicks(page.name, "Pham Thi Moi")
    qtbot.keyClick(page.name, Qt.Key.Key_Return)
    assert asked == ["Pham Thi Moi"]


def _of_province(code: str, roles: tuple[Role, ...], step: int) -> Entry:
    said = {"dossier": code, "step": step, "desk": PROVINCE, "clerk": "Sở Nội vụ", "at": MORNING, "salt": "muối"}
    return write(AccountRoles(roles=roles), after=Tip(step, "0" * 64), **said)  # type: ignore[arg-type]

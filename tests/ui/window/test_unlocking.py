"""A desk whose data is locked: the sign-in comes first, and what is typed once opens the data and signs in."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from counter_app.config import sample_profile
from counter_app.desk import accounts
from counter_app.desk.desk import Desk, open_desk
from counter_app.desk.store_key import is_plain_by_default
from counter_app.durable import write_durably
from counter_app.store import key_place
from counter_app.store.key_file import unlocked
from counter_app.store.keys import KeyPlace, keep_plain
from counter_app.store.store import DATABASE
from counter_app.updates.hand_over import versions_of
from tests.desk.locked import CLERK, HEAD, PASSWORD, RECOVERY, locked_desk
from tests.ui.window.conftest import DeskAtWork
from ui.accounts.lock_key_dialog import LockKeyDialog
from ui.accounts.page import AccountsPage
from ui.shell import application
from ui.shell.main_window import MainWindow
from ui.shell.rebuild_window import RebuildWindow
from ui.shell.start_error import StartErrorWindow
from ui.sign_in.new_password import NewPasswordDialog
from ui.sign_in.sign_in_dialog import SignInDialog
from ui.sign_in.unlock_dialog import UnlockDialog

OWN = "câu của riêng tôi"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return locked_desk(tmp_path / "data")


class Clerk:
    """Does what is next for each window that comes up, as somebody at the desk would; `seen` are their names."""

    def __init__(self, **acts: Callable[[QWidget], object]) -> None:
        self.seen: list[str] = []
        self._acts = acts
        self._timer = QTimer(interval=30)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        for window in sorted(QApplication.topLevelWidgets(), key=lambda item: type(item).__name__):
            name = type(window).__name__
            if window.isVisible() and name in self._acts:
                if name not in self.seen:
                    self.seen.append(name)
                self._acts[name](window)
                return

    def stop(self) -> None:
        self._timer.stop()


def sign_in(name: str, password: str) -> Callable[[QWidget], None]:
    def act(dialog: QWidget) -> None:
        assert isinstance(dialog, UnlockDialog | SignInDialog)
        dialog.panel.name.setCurrentText(name)
        dialog.panel.password.setText(password)
        dialog.panel.button.click()

    return act


def leave(window: QWidget) -> None:
    """The main window is there: the day is over."""
    assert isinstance(window, MainWindow)
    window.hide()  # it is looked at once
    QApplication.quit()


def started(data: Path, **acts: Callable[[QWidget], object]) -> list[str]:
    clerk = Clerk(MainWindow=leave, **acts)
    try:
        assert application.run(data) == 0
    finally:
        clerk.stop()
    return clerk.seen


def test_one_password_opens_the_data_and_signs_in(qtbot: QtBot, qapp: object, data: Path) -> None:
    assert started(data, UnlockDialog=sign_in(HEAD, PASSWORD)) == ["UnlockDialog", "MainWindow"]


def test_a_new_version_that_waits_for_a_password_has_not_failed_to_start(
    qtbot: QtBot, qapp: object, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(application, "__version__", "99.0")
    versions = versions_of(data)
    write_durably(versions.folder / "versions.json", b'{"current": "99.0", "trying": true, "starts": 2}')
    starts: list[int] = []

    def act(dialog: QWidget) -> None:
        starts.append(versions.state.starts)
        sign_in(HEAD, PASSWORD)(dialog)

    assert started(data, UnlockDialog=act) == ["UnlockDialog", "MainWindow"]
    assert starts[0] == 1 and not versions.state.trying


def test_data_from_a_backup_is_not_said_to_open_by_passwords_yet(
    qtbot: QtBot, qapp: QApplication, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    application.speak(qapp, "vi")
    monkeypatch.setattr("ui.sign_in.unlock_dialog.names", lambda folder: ())
    dialog = UnlockDialog(data, sample_profile())
    qtbot.addWidget(dialog)
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "khóa của bản sao lưu" in said and "ai làm việc ở đây" not in said


def test_a_password_that_was_given_out_is_changed_on_the_way(qtbot: QtBot, qapp: object, data: Path) -> None:
    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, NewPasswordDialog)
        dialog.new.setText(OWN)
        dialog.again.setText(OWN)
        dialog._save()

    seen = started(data, UnlockDialog=sign_in(CLERK, PASSWORD), NewPasswordDialog=choose)
    assert seen == ["UnlockDialog", "NewPasswordDialog", "MainWindow"]
    assert started(data, UnlockDialog=sign_in(CLERK, OWN)) == ["UnlockDialog", "MainWindow"]


def test_the_recovery_key_from_the_safe_opens_it_and_somebody_signs_in(qtbot: QtBot, qapp: object, data: Path) -> None:
    def open_by_words(dialog: QWidget) -> None:
        assert isinstance(dialog, UnlockDialog)
        dialog.forgotten.click()
        dialog.words.setText(RECOVERY.lower())
        dialog.open_by_words.click()

    seen = started(data, UnlockDialog=open_by_words, SignInDialog=sign_in(HEAD, PASSWORD))
    assert seen == ["UnlockDialog", "SignInDialog", "MainWindow"]


def test_with_the_recovery_key_an_administrator_who_forgot_everything_chooses_another_password(
    qtbot: QtBot, qapp: object, data: Path
) -> None:
    def open_by_words(dialog: QWidget) -> None:
        assert isinstance(dialog, UnlockDialog)
        dialog.forgotten.click()
        dialog.words.setText(RECOVERY)
        dialog.open_by_words.click()

    clicked: list[str] = []

    def recover(dialog: QWidget) -> None:
        assert isinstance(dialog, SignInDialog)
        if not clicked:
            clicked.append("recover")
            QTimer.singleShot(0, dialog.recover.click)  # outside of the clerk's own timer, which waits for its end

    def choose(dialog: QWidget) -> None:
        assert isinstance(dialog, NewPasswordDialog)
        dialog.new.setText(OWN)
        dialog.again.setText(OWN)
        dialog._save()

    seen = started(data, NewPasswordDialog=choose, UnlockDialog=open_by_words, SignInDialog=recover)
    assert seen == ["UnlockDialog", "SignInDialog", "NewPasswordDialog", "MainWindow"]
    assert unlocked(data, HEAD, OWN)


def test_a_password_changed_at_another_desk_since_is_asked_for_once_the_data_is_open(
    qtbot: QtBot, qapp: object, data: Path
) -> None:
    key = unlocked(data, HEAD, PASSWORD)
    before = (data / "store.wrapped").read_bytes()
    desk = open_desk(data, sample_profile(), key=key)
    account = accounts.sign_in(desk, HEAD, PASSWORD)
    accounts.change_password(desk.of(account.clerk), PASSWORD, OWN, OWN)
    desk.store.close()
    (data / "store.wrapped").write_bytes(before)  # as if it had come by sync
    said: list[str] = []

    def type_again(dialog: QWidget) -> None:
        assert isinstance(dialog, SignInDialog)
        said.append(dialog.panel.failure.text())
        assert dialog.panel.name.currentText() == HEAD
        sign_in(HEAD, OWN)(dialog)

    seen = started(data, UnlockDialog=sign_in(HEAD, PASSWORD), SignInDialog=type_again)
    assert seen == ["UnlockDialog", "SignInDialog", "MainWindow"]
    assert "đã được mở" in said[0] and "đổi" in said[0]


def test_a_wrong_password_or_a_card_is_said_and_tries_are_slowed_down(qtbot: QtBot, qapp: object, data: Path) -> None:
    dialog = UnlockDialog(data, sample_profile())
    qtbot.addWidget(dialog)
    dialog.show()
    assert [dialog.panel.name.itemText(row) for row in range(dialog.panel.name.count())] == [CLERK, HEAD]
    assert dialog.focusWidget() is dialog.panel.password
    dialog.panel.password.setText(f"QUAY1:{'A' * 32}")
    dialog.panel.button.click()
    assert "Thẻ không mở được" in dialog.panel.failure.text() and dialog.panel.button.isEnabled()
    for _ in range(3):
        assert dialog.panel.button.isEnabled()
        sign_in(HEAD, "sai mật khẩu")(dialog)
        assert "không đúng" in dialog.panel.failure.text() and dialog.key is None
    assert not dialog.panel.button.isEnabled()
    qtbot.waitUntil(dialog.panel.button.isEnabled)
    dialog.words.setText("ABCD")
    dialog.open_by_words.click()
    assert dialog.failure.text()
    photograph(dialog, "unlock")
    sign_in(HEAD, PASSWORD)(dialog)
    assert dialog.key is not None and dialog.typed.name == HEAD


def test_whoever_closes_the_question_leaves_the_data_closed(qtbot: QtBot, qapp: object, data: Path) -> None:
    clerk = Clerk(UnlockDialog=lambda dialog: dialog.leave.click())  # type: ignore[attr-defined]
    assert application.run(data) == 0
    clerk.stop()
    assert clerk.seen == ["UnlockDialog"]


def test_that_the_program_is_running_is_said_before_anybody_types_a_password(
    qtbot: QtBot, qapp: object, data: Path
) -> None:
    desk = open_desk(data, sample_profile(), key=unlocked(data, HEAD, PASSWORD))
    clerk = Clerk(StartErrorWindow=lambda window: window.close(), UnlockDialog=sign_in(HEAD, PASSWORD))
    try:
        assert application.run(data) == 1
    finally:
        clerk.stop()
        desk.store.close()
    assert clerk.seen == [StartErrorWindow.__name__]


def test_a_locked_desk_whose_records_are_gone_is_rebuilt_with_what_was_typed(
    qtbot: QtBot, qapp: object, data: Path
) -> None:
    (data / DATABASE).unlink()

    def rebuild(window: QWidget) -> None:
        assert isinstance(window, RebuildWindow)
        if window.work.isVisible():
            window.work.click()
        elif window.now.isEnabled():
            window.now.click()

    def first(dialog: QWidget) -> None:
        dialog.reject()  # type: ignore[attr-defined]

    seen = started_until(data, UnlockDialog=sign_in(HEAD, PASSWORD), RebuildWindow=rebuild, AdministratorDialog=first)
    assert seen == ["UnlockDialog", "RebuildWindow", "AdministratorDialog"], "the accounts were in the records"


def started_until(data: Path, **acts: Callable[[QWidget], object]) -> list[str]:
    clerk = Clerk(**acts)
    try:
        application.run(data)
    finally:
        clerk.stop()
    return clerk.seen


@pytest.fixture
def old_desk(desk_at_work: DeskAtWork) -> DeskAtWork:
    """A desk of before, whose key lies plain."""
    desk = open_desk(desk_at_work.folder, sample_profile())
    desk_at_work.clerk = accounts.make_administrator(desk, HEAD, PASSWORD, PASSWORD)
    key_place.choose(desk.store, key_place.Choice.NONE)
    keep_plain(desk.store.folder, desk.store.key)
    (desk.store.folder / "store.wrapped").unlink()
    desk.store.close()
    return desk_at_work


def test_the_accounts_tell_that_the_key_lies_plain_and_lock_it_with_one_button(
    qtbot: QtBot, old_desk: DeskAtWork
) -> None:
    window = old_desk.open()
    window.show_screen("accounts")
    page = window.findChild(AccountsPage)
    assert page is not None and page.plain_key.isVisible() and page.lock_key.isVisible()
    photograph(window, "accounts-plain")
    said: list[str] = []

    def lock() -> None:
        dialog = next(item for item in QApplication.topLevelWidgets() if isinstance(item, LockKeyDialog))
        dialog.password.setText("sai mật khẩu")
        dialog.lock.click()
        said.append(dialog.failure.text())
        photograph(dialog, "lock-key")
        dialog.password.setText(PASSWORD)
        qtbot.keyClick(dialog.password, Qt.Key.Key_Return)

    QTimer.singleShot(100, lock)
    page.lock_key.click()
    assert said and "không đúng" in said[0]
    desk: Desk = window.workplace.desk
    assert desk.store.key_place is KeyPlace.WRAPPED and not is_plain_by_default(desk)
    assert page.plain_key.isHidden() and page.lock_key.isHidden()
    photograph(window, "accounts-locked")
    assert unlocked(old_desk.folder, HEAD, PASSWORD).secret == desk.store.key.secret


def photograph(widget: QWidget, name: str) -> None:
    """A picture, for whoever wants to look."""
    if folder := os.environ.get("COUNTER_PICTURES"):
        widget.resize(1366, 768) if not isinstance(widget, LockKeyDialog) else None
        widget.grab().save(f"{folder}/{name}.png")

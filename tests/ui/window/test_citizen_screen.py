"""The second screen: what is about to be received, and nothing of anybody before or after."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.config import Kiosk
from tests.ui.window.conftest import CARD, begun
from tests.ui.window.life import says
from ui.intake.citizen_screen import CitizenScreen
from ui.shell.application import speak
from ui.shell.main_window import MainWindow


@pytest.fixture
def screens(window: MainWindow) -> list[QScreen]:
    """The screens beside the clerk's, in the test's hand."""
    return QGuiApplication.screens()[:1]


@pytest.fixture
def citizen(window: MainWindow, screens: list[QScreen]) -> CitizenScreen:
    file = window.workplace.profile_file
    display = file.kept.display.model_copy(update={"second_screen": True})
    window.show_intake()
    made = window.citizen
    assert made is not None
    made._screen = lambda: screens[0] if screens else None
    file.change(window.workplace.desk, file.kept.model_copy(update={"display": display}))
    return made


def complete(qtbot: QtBot, window: MainWindow, citizen: CitizenScreen) -> None:
    begun(window)
    window.take_card(CARD)
    window.intake.intake.tick_by_hand("to-khai", originals=1)
    qtbot.waitUntil(lambda: "Nguyễn Thị Hường" in citizen.text.text())


def test_it_is_off_until_somebody_turns_it_on(window: MainWindow) -> None:
    window.show_intake()
    begun(window)
    assert window.citizen is not None and window.citizen.window is None


def test_who_turns_it_on_without_a_second_screen_is_told_so_once(
    window: MainWindow, screens: list[QScreen], citizen: CitizenScreen
) -> None:
    assert "màn hình thứ hai" not in says(window)
    file, desk = window.workplace.profile_file, window.workplace.desk
    screens.clear()
    for on in (False, True):
        display = file.kept.display.model_copy(update={"second_screen": on})
        file.change(desk, file.kept.model_copy(update={"display": display}))
    assert "Chưa có màn hình thứ hai" in says(window)


def test_the_citizen_sees_what_is_complete_and_nothing_after_the_receipt(
    qtbot: QtBot, window: MainWindow, citizen: CitizenScreen
) -> None:
    assert citizen.window is not None and citizen.window.isVisible() and citizen.text.text() == ""
    begun(window)
    qtbot.wait(300)
    assert citizen.text.text() == "", "what is not complete is not confirmed"
    complete(qtbot, window, citizen)
    told = citizen.text.text()
    assert "Đăng ký khai sinh" in told and "Tờ khai" in told and "040190001234" not in told
    plain = told.replace("\u2060", "")
    assert "Hẹn trả" in plain and "/11/2026" in plain and "Phí, lệ phí phải nộp" in plain
    with qtbot.waitSignal(window.intake.intake.received):
        window.intake.intake.receive("Người nộp sẽ bổ sung sau")
    assert citizen.text.text() == ""
    qtbot.wait(300)
    assert citizen.text.text() == "", "nor a moment later"


def test_the_citizen_reads_vietnamese_whatever_the_clerk_reads(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, citizen: CitizenScreen
) -> None:
    try:
        speak(qapp, "en")
        complete(qtbot, window, citizen)
        assert "Mời ông, bà xem lại" in citizen.text.text() and "Hẹn trả" in citizen.text.text()
    finally:
        speak(qapp, "vi")


def test_it_is_empty_when_the_window_is_locked_or_left(
    qtbot: QtBot, window: MainWindow, citizen: CitizenScreen
) -> None:
    complete(qtbot, window, citizen)
    window.show_screen("lookup")
    assert citizen.text.text() == ""
    window.show_screen("intake")
    assert "Nguyễn Thị Hường" in citizen.text.text()
    window.lock.lock()
    assert citizen.text.text() == ""
    citizen.refresh()
    assert citizen.text.text() == ""


def test_what_is_complete_is_there_again_after_an_undo_and_after_the_lock(
    qtbot: QtBot, window: MainWindow, citizen: CitizenScreen
) -> None:
    complete(qtbot, window, citizen)
    intake = window.intake.intake
    intake.show_draft(intake.draft)  # as Ctrl+Z does
    qtbot.waitUntil(lambda: "Nguyễn Thị Hường" in citizen.text.text())
    window.lock.lock()
    assert citizen.text.text() == ""
    dialog, clerk = window.lock.dialog, window.workplace.desk.clerk
    assert dialog is not None
    dialog.clerk = clerk
    dialog.accept()
    assert "Nguyễn Thị Hường" in citizen.text.text()


def test_an_intake_that_is_taken_up_again_is_there_before_anything_is_changed(
    qtbot: QtBot, window: MainWindow, citizen: CitizenScreen
) -> None:
    """Somebody is back with what was missing, and the screen in front of them stayed blank."""
    complete(qtbot, window, citizen)
    put_aside = window.intake.intake.draft.id
    window.intake.intake.begin()
    qtbot.waitUntil(lambda: citizen.text.text() == "" and window.intake.intake.draft.id != put_aside)
    window.intake.take_up(put_aside)
    qtbot.waitUntil(lambda: "Nguyễn Thị Hường" in citizen.text.text())


def test_it_goes_with_its_screen(
    qtbot: QtBot, window: MainWindow, citizen: CitizenScreen, screens: list[QScreen]
) -> None:
    complete(qtbot, window, citizen)
    unplugged = screens.pop()
    app = QGuiApplication.instance()
    assert isinstance(app, QGuiApplication)
    app.screenRemoved.emit(unplugged)
    assert citizen.window is None and citizen.text.text() == ""


def test_the_page_that_asks_how_one_was_served_is_seen_before_and_after(
    qtbot: QtBot, window: MainWindow, citizen: CitizenScreen, monkeypatch: pytest.MonkeyPatch
) -> None:
    asks = window.workplace.desk.profile.model_copy(update={"kiosk": Kiosk(host="127.0.0.1")})
    monkeypatch.setattr(window.workplace.profile_file, "_in_force", asks)
    citizen.refresh()
    assert citizen.window is not None and not citizen.window.isVisible(), "the page below is seen"
    complete(qtbot, window, citizen)
    assert citizen.window.isVisible()
    with qtbot.waitSignal(window.intake.intake.received):
        window.intake.intake.receive("Người nộp sẽ bổ sung sau")
    assert not citizen.window.isVisible() and citizen.text.text() == ""

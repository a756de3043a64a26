"""Messages at the desk: they move nothing, cover nothing one needs, and are never over another person's dossier."""

from __future__ import annotations

import shutil
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.store.faults import StoreDiskFull
from counter_app.store.files import DiskFull
from tests.ui.window.conftest import BIRTH, CARD, begun
from tests.ui.window.life import receive, show
from ui.errors import NotSaved
from ui.intake.page import IntakePage
from ui.shell.main_window import MainWindow
from ui.shell.message_history import MessageHistory

OTHER_CARD = CARD.replace("040190001234", "040085001236").replace("Nguyễn Thị Hường", "Đặng Văn Bảo")
OTHER_CARD = OTHER_CARD.replace("15041990|Nữ", "01021985|Nam")


def place(window: MainWindow, widget: QWidget) -> QRect:
    """Where it is seen: what scrolls is cut to where it scrolls."""
    seen, around = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()), widget.parentWidget()
    while around is not None and around is not window:
        seen &= QRect(around.mapTo(window, QPoint(0, 0)), around.size())
        around = around.parentWidget()
    return seen


def needed(page: IntakePage) -> list[QWidget]:
    return [page.bar, page.applicant, page.papers.search, page.pages.scan]


def test_a_message_moves_nothing_and_covers_nothing(qtbot: QtBot, window: MainWindow) -> None:
    begun(window)
    page = window.intake
    before = [place(window, widget) for widget in (*needed(page), window.strip)]
    window.workplace.messages.fail(NotSaved())
    window.workplace.messages.inform("Một việc cần biết. " * 20)
    window.workplace.messages.succeed("Xong.")
    qtbot.waitUntil(window.messages.text.isVisible)
    assert [place(window, widget) for widget in (*needed(page), window.strip)] == before
    assert not any(place(window, window.messages).intersects(where) for where in before[:-1])


def test_somebody_else_is_asked_about_beside_what_one_needs(qtbot: QtBot, window: MainWindow) -> None:
    begun(window)
    page = window.intake
    page.intake.type_person("owner", identity_number="040190001234")
    page.intake.show_draft(page.intake.draft)
    for width in (1366, 1024):
        window.resize(width, 768)
        before = [place(window, widget) for widget in needed(page)]
        window.take_card(OTHER_CARD)
        qtbot.waitUntil(page.newcomer.isVisible)
        assert [place(window, widget) for widget in needed(page)] == before
        asked = place(window, page.newcomer)
        assert not any(asked.intersects(where) for where in before)
        assert window.rect().contains(asked) and page.newcomer.begin.hasFocus()
        qtbot.keyClick(page.newcomer.begin, Qt.Key.Key_Escape)
        assert not page.newcomer.isVisible()


def test_esc_in_a_field_closes_what_is_told_and_the_bell_still_has_it(qtbot: QtBot, window: MainWindow) -> None:
    name = window.intake.applicant.owner.name
    name.setFocus()
    window.workplace.messages.fail(NotSaved("disk full"))
    qtbot.keyClick(name, Qt.Key.Key_Escape)
    assert window.messages.messages == [] and name.hasFocus()
    assert window.strip.bell.text() == "1"
    qtbot.keyClick(window, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    assert window.strip.bell.text() == ""
    history = window.findChild(MessageHistory)
    assert history is not None and history.isVisible()
    assert "Không lưu được" in history.whole.text() and "disk full" in history.whole.text()
    history.reject()


def test_a_complaint_about_one_dossier_is_not_read_over_the_next(qtbot: QtBot, window: MainWindow) -> None:
    first, second = (receive(window, name, BIRTH, "to-khai") for name in ("Nguyễn Thị Hường", "Đặng Văn Bảo"))
    show(qtbot, window, first)
    window.workplace.messages.fail(NotSaved())
    show(qtbot, window, second)
    assert window.messages.messages == []
    window.workplace.messages.fail(NotSaved())
    qtbot.keyClick(window, Qt.Key.Key_Escape, Qt.KeyboardModifier.ShiftModifier)
    assert window.messages.messages == [] and window.detail.isVisible(), "Esc alone leads back to the list"
    window.workplace.messages.fail(NotSaved())
    window.show_intake()
    assert window.messages.messages == [] and len(window.messages.history) == 1


def test_a_full_disk_is_told_of_until_it_has_room_again(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It stood there for two minutes after somebody had made room."""
    disk = SimpleNamespace(free=0)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: disk)
    timer = window.teller.room._timer
    timer.setInterval(5)
    for failure in (DiskFull(), StoreDiskFull(), NotSaved()):
        window.workplace.messages.fail(failure)
    looks: list[None] = []
    timer.timeout.connect(lambda: looks.append(None))
    qtbot.waitUntil(lambda: len(looks) > 2)
    assert len(window.messages.messages) == 3, "it is still full"
    disk.free = 10**9
    qtbot.waitUntil(lambda: [message.about for message in window.messages.messages] == ["NotSaved"])
    assert not timer.isActive(), "nobody looks any more"


def test_a_disk_that_refuses_although_it_has_room_is_told_of_all_the_same(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(shutil, "disk_usage", lambda folder: asked.append(folder) or SimpleNamespace(free=10**9))
    window.workplace.messages.fail(DiskFull())
    qtbot.waitUntil(lambda: bool(asked) and not window.teller.room._told)
    assert window.messages.shown is not None and not window.teller.room._timer.isActive()


def test_each_screen_has_a_key(qtbot: QtBot, window: MainWindow) -> None:
    alone, ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    for key, held, screen in (
        (Qt.Key.Key_F3, alone, window.screens.lookup),
        (Qt.Key.Key_F4, alone, window.screens.reports),
        (Qt.Key.Key_F10, ctrl, window.screens.drawing),
        (Qt.Key.Key_F11, ctrl, window.screens.catalogue),
        (Qt.Key.Key_F12, ctrl, window.screens.accounts),
        (Qt.Key.Key_F2, alone, window.screens.intake),
    ):
        qtbot.keyClick(window, key, held)
        assert window.screens.by_name[window._shown] is screen


def test_the_bell_is_rung_again_and_again_before_anything_was_told(qtbot: QtBot, window: MainWindow) -> None:
    """Opened with nothing to tell and closed, it tore the program down: its list outlived what it listed."""
    for _ in range(5):
        window.show_history()
        history = window.findChildren(MessageHistory)[-1]
        assert history.isVisible() and history.list.isHidden()
        history.close()
        del history
        qtbot.waitUntil(lambda: not window.findChildren(MessageHistory))

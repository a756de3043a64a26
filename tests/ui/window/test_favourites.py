"""What was received last and the favourites are a key away at the intake."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.window.life import receive
from tests.ui.window.test_intake import BIRTH, choose_birth
from ui.shell.main_window import MainWindow

HOUSEHOLD = "1.001612"
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture(autouse=True)
def active(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_a_procedure_is_marked_a_favourite_and_chosen_by_its_key(qtbot: QtBot, window: MainWindow) -> None:
    papers, intake = window.intake.papers, window.intake.intake
    assert not papers.quick.isVisible() and not papers.star.isEnabled(), "nothing was received or favoured yet"
    choose_birth(qtbot, window)
    qtbot.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    knowledge = window.workplace.desk.knowledge
    qtbot.waitUntil(lambda: knowledge.offer.favourites == (BIRTH,))
    qtbot.waitUntil(papers.star.isChecked)
    receive(window, "Phan Thị Tuyết Nhung", HOUSEHOLD, "giay-de-nghi")
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.waitUntil(papers.quick.isVisible)
    shown = [button.text() for button in papers.quick.buttons if button.isVisible()]
    assert shown[0].startswith("1   ") and shown[1] == "2   ★ Đăng ký khai sinh" and len(shown) == 2
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    assert intake.procedure is not None and intake.procedure.code == BIRTH
    assert papers.checklist.isVisible() and papers.star.isChecked()
    papers.search.field.setFocus()
    qtbot.keyClick(papers.search.field, Qt.Key.Key_Down)
    assert papers.search.list.isVisible()
    names = [papers.search.model.index(row, 0).data() for row in range(2)]
    assert names[1] == "★ Đăng ký khai sinh"


def test_no_favourite_any_more(qtbot: QtBot, window: MainWindow) -> None:
    choose_birth(qtbot, window)
    knowledge = window.workplace.desk.knowledge
    for wanted in ((BIRTH,), ()):
        window.intake.papers.star.click()
        qtbot.waitUntil(lambda now=wanted: knowledge.offer.favourites == now)
    qtbot.waitUntil(lambda: not window.intake.papers.star.isChecked())

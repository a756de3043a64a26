"""Hôm nay: the day begins with what waits; a card read there leads to the person, and one key more to a new dossier."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.config import Server
from counter_app.desk.today import Pile
from counter_app.dossier.journal import PROVINCE, Tip, write
from counter_app.dossier.payloads import StatusChanged
from counter_app.dossier.states import Status
from counter_app.sync.rounds.pull import take_over
from tests.ui.window.conftest import BIRTH, CARD, DeskAtWork
from tests.ui.window.life import Clock, burst, receive
from tests.ui.window.test_many_at_once import ALT, CTRL, Keyboard
from ui.shell.main_window import MainWindow

HIS_CARD = "040085004321||Đặng Văn Bảo|20021985|Nam|Xóm 7, xã Nghi Lộc, tỉnh Nghệ An|10052021"
SHIFT_CTRL = CTRL | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(clock: Clock, desk_at_work: DeskAtWork) -> MainWindow:
    desk_at_work.server = Server(url="http://127.0.0.1:9")
    return desk_at_work.open(at="today")


def count(window: MainWindow, pile: Pile) -> str:
    return window.today.tiles.tile(pile).count.text()


def from_the_province(window: MainWindow, code: str, status: Status, sequence: int = 1) -> None:
    """What the province did to the dossier arrives, as a page of its stream does."""
    desk = window.workplace.desk
    tip = None
    for number in range(1, sequence + 1):
        entry = write(
            StatusChanged(status=status),
            dossier=code,
            step=desk.dossier(code).step + 1,
            desk=PROVINCE,
            clerk="Chuyên viên Sở",
            at=desk.now(),
            after=tip,
            salt=f"tỉnh {number}",
        )
        tip = Tip(entry.sequence, entry.hash)
    take_over(desk.store, [entry], sequence)
    window.workplace.changes.arrived(code)


def test_a_day_begins_with_what_waits_and_a_card_leads_to_a_printed_receipt_in_thirteen_keys(
    qtbot: QtBot, window: MainWindow, desk_at_work: DeskAtWork
) -> None:
    qtbot.waitUntil(lambda: window.isActiveWindow() and window.today.tiles.tiles[0].hasFocus())
    assert [count(window, pile) for pile in Pile] == ["0"] * 8
    receive(window, "Đặng Văn Bảo", BIRTH, "to-khai", number="040085004321")
    keys = Keyboard()
    burst(CARD)
    qtbot.waitUntil(lambda: window.person.isVisible() and window.person.seen is not None)
    keys.press(Qt.Key.Key_F2)
    page, intake = window.intake, window.intake.intake
    qtbot.waitUntil(lambda: page.isVisible() and intake.ready and page.papers.quick.isVisible())
    assert intake.draft.owner.name == "Nguyễn Thị Hường" and page.papers.search.field.hasFocus()
    keys.press(Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: intake.procedure is not None)
    assert intake.procedure is not None and intake.procedure.code == BIRTH
    for _ in range(2):
        keys.press(Qt.Key.Key_Space)
        keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_Space)
    keys.press(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.at_receipt or page.at_gaps)
    if page.at_gaps:
        keys.press(Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: page.at_receipt)
    keys.press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(desk_at_work.printers[0].tray))
    assert keys.count <= 13

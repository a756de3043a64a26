"""Before a receipt: what is missing is asked for, refused or received all the same; who was sent home comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window.conftest import BIRTH, CARD, READ, DeskAtWork
from tests.ui.window.life import Clock, burst, show, text_of, told
from ui.intake.checklist_model import ChecklistColumn
from ui.shell.main_window import MainWindow

OWNER = "Nguyễn Thị Hường"
DECLARATION, BIRTH_NOTE = "to-khai", "giay-chung-sinh"
NOTE_NAME = "Giấy chứng sinh hoặc giấy tờ thay thế theo quy định"
Typing = Callable[[QWidget, str], None]


@pytest.fixture
def window(clock: Clock, desk_at_work: DeskAtWork) -> MainWindow:
    return desk_at_work.open()


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
    """Presses a key where the cursor is."""
    qtbot.keyClick(QApplication.focusWidget() or window, key, held or Qt.KeyboardModifier.NoModifier)


def choose_birth(qtbot: QtBot, window: MainWindow) -> None:
    search = window.intake.papers.search
    search.field.setFocus()
    qtbot.keyClicks(search.field, BIRTH)
    qtbot.keyClick(search.field, Qt.Key.Key_Return)


def tick(window: MainWindow, key: str) -> None:
    model = window.intake.papers.model
    box = model.index(model.row_of(key), ChecklistColumn.NAME)
    model.setData(box, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)


def begin_birth(qtbot: QtBot, window: MainWindow, *keys: str) -> None:
    """A card is read, the procedure chosen, these papers ticked."""
    burst(CARD)
    qtbot.waitUntil(lambda: window.intake.applicant.owner.name.text() == OWNER)
    choose_birth(qtbot, window)
    for key in keys:
        tick(window, key)


def test_a_citizen_is_sent_home_with_mau_02_comes_back_and_nothing_is_typed_or_scanned_twice(
    qtbot: QtBot, window: MainWindow, clock: Clock, desk_at_work: DeskAtWork, paper: Callable[[str], Path]
) -> None:
    page, intake, desk = window.intake, window.intake.intake, window.workplace.desk
    begin_birth(qtbot, window)
    page.sources.add_files(DECLARATION, [paper("Quê quán: xã Quỳnh Lưu")])
    qtbot.waitUntil(lambda: any(one.reading for one in intake.pages.values()), timeout=READ)

    press(qtbot, window, Qt.Key.Key_F9)
    qtbot.waitUntil(page.gaps.isVisible)
    assert [gap.item for gap in page.gaps.gaps] == [f"{NOTE_NAME} (01 bản chính)"]
    press(qtbot, window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.at_receipt)
    assert desk.store.find() == [], "no dossier, and no code was used up"
    with qtbot.waitSignal(window.workplace.printing.printed, timeout=20_000):
        page.print_paper()
    asked = text_of(desk_at_work.printers[0].tray[0].pdf)
    assert "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ" in asked and f"1. {NOTE_NAME}" in asked
    assert OWNER in asked and "Mã hồ sơ" not in asked

    press(qtbot, window, Qt.Key.Key_F2)
    clock.turn(days=5)
    burst(CARD)
    qtbot.waitUntil(page.before.isVisible)
    assert "25/11/2026" in page.before.text.text() and "Đăng ký khai sinh" in page.before.text.text()
    taken = desk.store.guidance.find("nguyen huong")[0].code
    press(qtbot, window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: bool(intake.pages))
    assert intake.draft.owner.address == "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An"
    assert intake.ticked(DECLARATION).originals == 1 and not intake.ticked(BIRTH_NOTE).here
    tick(window, BIRTH_NOTE)
    with qtbot.waitSignal(intake.received, timeout=10_000) as received:
        press(qtbot, window, Qt.Key.Key_F9)
    code = received.args[0].code
    assert code == "H41.99-261130-0001", "the first number of that day"
    qtbot.waitUntil(lambda: desk.dossier(code).components[0].document is not None, timeout=READ)
    case = desk.store.journal.case(taken)
    assert case is not None and case.dossier == code, "the case points to its dossier"
    assert [paper.form for paper in case.papers] == ["supplement_request"], "and knows the paper it gave"
    show(qtbot, window, code)
    assert any("Mẫu 02" in line for line in told(window))

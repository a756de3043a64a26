"""The list of dossiers at work: narrowed, sorted, taken along, and many dossiers done at once, counted in keys."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from counter_app.desk import casework
from counter_app.dossier.states import Status
from tests.ui.window.conftest import BIRTH, CARD, DeskAtWork
from tests.ui.window.life import Clock, receive
from ui.shell.main_window import MainWindow

NONE, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)


class Keyboard:
    """Presses keys where the cursor is, and counts them."""

    def __init__(self) -> None:
        self.count = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        target = QApplication.activeModalWidget() or QApplication.activeWindow()
        assert target is not None
        QTest.keyClick(target.focusWidget() or target, key, modifier)
        self.count += 1


@pytest.fixture
def window(clock: Clock, desk_at_work: DeskAtWork) -> MainWindow:
    return desk_at_work.open()


def listed(window: MainWindow) -> list[str]:
    return [found.owner for found in window.lookup.model.rows]


def several(window: MainWindow, *names: str) -> list[str]:
    return [receive(window, name, BIRTH, "to-khai", number=f"0401900{number:05d}") for number, name in enumerate(names)]


def test_fifty_dossiers_are_handed_over_with_their_list_printed_in_six_keys(
    qtbot: QtBot, window: MainWindow, desk_at_work: DeskAtWork
) -> None:
    codes = several(window, *(f"Nguyễn Thị Hường {number}" for number in range(50)))
    keys = Keyboard()
    keys.press(Qt.Key.Key_F3)
    qtbot.waitUntil(lambda: window.lookup.model.rowCount() == 50)
    keys.press(Qt.Key.Key_Down)
    keys.press(Qt.Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: len(window.lookup.chosen) == 50)
    keys.press(Qt.Key.Key_1, ALT)
    dialog = window.lookup.many
    assert dialog is not None
    qtbot.waitUntil(dialog.isVisible)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.outcome is not None)
    assert dialog.outcome is not None and set(dialog.outcome.done) == set(codes) and not dialog.outcome.refused
    assert "Đã thực hiện 50 hồ sơ" in dialog.said.text()
    qtbot.waitUntil(lambda: bool(dialog.papers.model.rows))
    keys.press(Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: bool(desk_at_work.printers[0].tray))
    assert keys.count <= 6
    assert {window.workplace.desk.dossier(code).status for code in codes} == {Status.IN_PROCESS}


def test_a_result_is_returned_to_who_holds_the_card_in_four_keys(qtbot: QtBot, window: MainWindow) -> None:
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    desk = window.workplace.desk
    casework.take_results(desk, code, casework.expected_results(desk, desk.dossier(code)))
    keys = Keyboard()
    keys.press(Qt.Key.Key_F3)
    window.take_card(CARD)
    qtbot.waitUntil(lambda: window.lookup.model.rowCount() == 1 and not window.lookup.field.text().startswith(" "))
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.detail.isVisible() and window.detail.steps.seen is not None)
    keys.press(Qt.Key.Key_1, ALT)
    qtbot.waitUntil(lambda: window.detail.steps.panel.form is not None)
    keys.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: desk.dossier(code).status is Status.RESULT_RETURNED)
    assert keys.count <= 4
    taken = desk.dossier(code).results[0].returned
    assert taken is not None and taken.identity_number == "040190001234"


def test_what_could_not_be_done_is_listed_with_its_reason(qtbot: QtBot, window: MainWindow) -> None:
    first, ended = several(window, "Nguyễn Thị Hường", "Đặng Văn Bảo")
    casework.withdraw(window.workplace.desk, ended, "Đổi ý")
    window.show_screen("lookup")
    qtbot.waitUntil(lambda: window.lookup.model.rowCount() == 2)
    window.lookup.table.selectAll()
    window.lookup.acts[1].click()
    dialog = window.lookup.many
    assert dialog is not None
    told = dialog.chosen.model()
    assert {str(told.index(row, 0).data()) for row in range(told.rowCount())} == {
        f"{first} · Nguyễn Thị Hường",
        f"{ended} · Đặng Văn Bảo",
    }, "whose they are is seen before it is confirmed"
    dialog.confirm()
    qtbot.waitUntil(lambda: dialog.outcome is not None)
    assert dialog.outcome is not None and dialog.outcome.done == (first,)
    assert [refused.code for refused in dialog.outcome.refused] == [ended] and dialog.list.isVisible()
    assert "Không thực hiện được" in dialog._why(dialog.outcome.refused[0])


def test_chips_narrow_the_list_show_it_and_let_go(qtbot: QtBot, window: MainWindow, clock: Clock) -> None:
    several(window, "Nguyễn Thị Hường")
    clock.turn(days=1)
    several(window, "Đặng Văn Bảo")
    page = window.lookup
    window.show_screen("lookup")
    qtbot.waitUntil(lambda: listed(window) == ["Đặng Văn Bảo", "Nguyễn Thị Hường"])
    qtbot.keyClick(window, Qt.Key.Key_2, CTRL)
    qtbot.waitUntil(lambda: listed(window) == ["Nguyễn Thị Hường"])
    assert page.filters.overdue.isChecked() and page.filters.clear.isVisible()
    due = str(page.model.index(0, page.model.column_of("due")).data())
    assert due.startswith("!"), "whoever does not see red sees a sign"
    qtbot.keyClick(window, Qt.Key.Key_1, CTRL)
    qtbot.waitUntil(lambda: listed(window) == ["Đặng Văn Bảo"])
    assert not page.filters.overdue.isChecked(), "one or the other"
    qtbot.keyClick(window, Qt.Key.Key_0, CTRL)
    qtbot.waitUntil(lambda: len(listed(window)) == 2 and not page.filters.clear.isVisible())
    qtbot.keyClicks(page.filters.last, "25/11/2026")
    qtbot.waitUntil(lambda: listed(window) == ["Nguyễn Thị Hường"])
    page.search("bao")
    qtbot.waitUntil(lambda: listed(window) == [])
    qtbot.keyClicks(page.filters.first, "32/11/2026")
    assert page.filters.first.property("state") == "error"


def test_a_column_sorts_as_vietnamese_does_and_the_list_goes_along_as_it_stands(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    several(window, "Đặng Văn Bảo", "Dương Thị Cúc", "Ánh Nguyệt")
    page = window.lookup
    window.show_screen("lookup")
    qtbot.waitUntil(lambda: len(listed(window)) == 3)
    page._sort_by(page.model.column_of("owner"))
    qtbot.waitUntil(lambda: listed(window) == ["Ánh Nguyệt", "Dương Thị Cúc", "Đặng Văn Bảo"])
    page._sort_by(page.model.column_of("owner"))
    qtbot.waitUntil(lambda: listed(window)[0] == "Đặng Văn Bảo")
    with qtbot.waitSignal(window.workplace.messages.succeeded):
        page.save_list(tmp_path / "hồ sơ.xlsx")
    sheet = CalamineWorkbook.from_path(tmp_path / "hồ sơ.xlsx").get_sheet_by_index(0)
    cells = [cell for row in sheet.to_python() for cell in row]
    names = [cell for cell in cells if cell in ("Ánh Nguyệt", "Dương Thị Cúc", "Đặng Văn Bảo")]
    assert names == ["Đặng Văn Bảo", "Dương Thị Cúc", "Ánh Nguyệt"]
    page._sort_by(page.model.column_of("owner"))
    qtbot.waitUntil(lambda: listed(window) == ["Ánh Nguyệt", "Dương Thị Cúc", "Đặng Văn Bảo"])


def test_the_columns_sort_by_keys_one_after_the_other_and_back(qtbot: QtBot, window: MainWindow) -> None:
    several(window, "Đặng Văn Bảo", "Dương Thị Cúc", "Ánh Nguyệt")
    window.activateWindow()
    window.show_screen("lookup")
    qtbot.waitUntil(lambda: len(listed(window)) == 3)
    newest = listed(window)
    for _ in range(3):  # by code, from its end, by owner
        qtbot.keyClick(window, Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: listed(window) == ["Ánh Nguyệt", "Dương Thị Cúc", "Đặng Văn Bảo"])
    for _ in range(3):
        qtbot.keyClick(window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: listed(window) == newest)
    assert not window.lookup.table.horizontalHeader().isSortIndicatorShown()

"""The drawer is counted in the window at the end of the day, by keyboard, and stands on the day's sheet."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.desk import till
from counter_app.dossier.states import PayMethod
from counter_app.procedures.catalogue import Fee
from tests.conftest import CLERK, SUPERVISOR, with_changed
from tests.ui.window.conftest import BIRTH
from tests.ui.window.life import receive
from ui.reports.cash_panel import CashPanel
from ui.shell.main_window import MainWindow

FEE = Fee(name="Lệ phí hộ tịch", kind="le_phi", amount=130_000)


def press(qtbot: QtBot, key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)


def type_here(qtbot: QtBot, text: str) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClicks(focused, text)


@pytest.fixture
def counting(qtbot: QtBot, window: MainWindow) -> CashPanel:
    """130,000 đ were taken in cash today; F4 and F8 lead to the count."""
    knowledge, day = window.workplace.desk.knowledge, window.workplace.desk.now().date()
    knowledge.catalogue = with_changed(knowledge, BIRTH, day, fees=(FEE,))
    code = receive(window, "Phan Thị Tuyết Nhung", BIRTH, "to-khai")
    till.take_all_fees(window.workplace.desk, code, PayMethod.CASH, given=200_000)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: window.reports.answer is not None)
    press(qtbot, Qt.Key.Key_F8)
    panel = window.reports.cash
    assert panel.isVisible()
    qtbot.waitUntil(lambda: panel.expected == 130_000)
    return panel


def test_the_drawer_counted_is_that_of_who_sits_here_now(qtbot: QtBot, window: MainWindow, counting: CashPanel) -> None:
    assert counting.title.text() == f"Kiểm quỹ của {window.workplace.desk.clerk.name}"
    window.workplace.attendance.sign_in(SUPERVISOR)
    assert not counting.isVisible(), "the count of who went is not gone on with"
    window.workplace.attendance.sign_in(replace(CLERK, name="Phạm Thị Quỹ"))
    window.reports.open_cash()
    assert counting.title.text() == "Kiểm quỹ của Phạm Thị Quỹ"


def test_a_count_that_was_left_is_gone_on_with_by_who_began_it(
    qtbot: QtBot, window: MainWindow, counting: CashPanel
) -> None:
    counting.counts[100_000].setValue(1)
    counting.why.setText("Còn đếm dở")
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not counting.isVisible())
    press(qtbot, Qt.Key.Key_F8)
    assert (counting.counts[100_000].value(), counting.why.text()) == (1, "Còn đếm dở")
    first = window.workplace.desk.clerk
    window.workplace.attendance.sign_in(replace(first, name="Phạm Thị Quỹ"))
    window.reports.open_cash()
    assert counting.counted.text() == "0 đ", "another's drawer"
    window.workplace.attendance.sign_in(first)
    window.reports.open_cash()
    assert counting.counts[100_000].value() == 1
    assert not window.close() and "Báo cáo" in window.messages.messages[0].sentence, "said before it is lost"
    counting.anew.click()
    assert (counting.counts[100_000].value(), counting.why.text()) == (0, "") and not window.reports.is_edited


def test_a_count_that_fits_is_kept_and_printed_on_the_days_sheet(
    qtbot: QtBot, window: MainWindow, counting: CashPanel
) -> None:
    for count in ("", "", "1", "", "1", "1"):  # 100,000 + 20,000 + 10,000
        type_here(qtbot, count)
        press(qtbot, Qt.Key.Key_Return)
    assert counting.counted.text() == "130.000 đ" and "khớp" in counting.difference.text()
    assert not counting.explanation.isVisible()
    press(qtbot, Qt.Key.Key_F9)
    reports = window.reports
    qtbot.waitUntil(lambda: reports.answer is not None and reports.answer.report.key == "quy-cuoi-ngay")
    assert reports.answer is not None
    assert any("1 × 100.000" in note and "đúng" in note for note in reports.answer.sheet.table.notes)
    (kept,) = window.workplace.desk.store.cash_counts.between(kept_day := window.workplace.desk.now().date(), kept_day)
    assert kept.difference == 0
    window.reports.print_paper()
    with qtbot.waitSignal(window.workplace.printing.printed):
        window.reports.print_paper()


def test_a_difference_is_not_kept_without_a_word_why(qtbot: QtBot, window: MainWindow, counting: CashPanel) -> None:
    counting.counts[100_000].setValue(1)
    counting.counts[20_000].setValue(1)
    assert "thiếu 10.000 đ" in counting.difference.text() and counting.explanation.isVisible()
    press(qtbot, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(counting.explanation.error()))
    today = window.workplace.desk.now().date()
    assert counting.why.hasFocus() and window.workplace.desk.store.cash_counts.between(today, today) == []
    type_here(qtbot, "Thoi nham 10.000")
    assert not counting.explanation.error()
    press(qtbot, Qt.Key.Key_Return)
    counts = window.workplace.desk.store.cash_counts
    qtbot.waitUntil(lambda: len(counts.between(today, today)) == 1)
    (kept,) = counts.between(today, today)
    assert (kept.difference, kept.explanation) == (-10_000, "Thoi nham 10.000")
    qtbot.waitUntil(lambda: not counting.isVisible())
    press(qtbot, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: "Thoi nham 10.000" in counting.before.text())
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not counting.isVisible())

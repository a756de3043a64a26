"""Feedback in the real window: a clerk's minute from what a citizen says to the printed receipt and the answer."""

from __future__ import annotations

import socket
from pathlib import Path

import httpx
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from counter_app.config import Kiosk
from counter_app.dossier.feedback import Elsewhere, Feedback
from counter_app.dossier.states import FeedbackState
from tests.ui.window.conftest import CARD, DeskAtWork
from ui.feedback.form import MATTERS
from ui.feedback.page import FeedbackPage
from ui.shell.main_window import MainWindow
from ui.widgets.empty_state import EmptyState

SAID = "Tôi đến ba lần vẫn chưa được nhận hồ sơ khai sinh."


def opened(desk_at_work: DeskAtWork, qtbot: QtBot) -> tuple[MainWindow, FeedbackPage]:
    window = desk_at_work.open()
    qtbot.keyClick(window, Qt.Key.Key_F3, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.feedback.isVisible())
    return window, window.feedback


def type_into(qtbot: QtBot, field: QLineEdit | QPlainTextEdit, text: str) -> None:
    field.setFocus()
    qtbot.keyClicks(field, text) if text.isascii() else field.insertPlainText(text) if isinstance(
        field, QPlainTextEdit
    ) else field.insert(text)


def kept(window: MainWindow) -> list[Feedback]:
    journal = window.workplace.desk.store.journal
    return [item for line in window.workplace.desk.store.feedback.find() if (item := journal.feedback(line.code))]


def test_a_list_with_nothing_in_it_says_why(desk_at_work: DeskAtWork, qtbot: QtBot) -> None:
    _, page = opened(desk_at_work, qtbot)

    def said() -> str:
        here = page._list.currentWidget()
        return here.findChildren(QLabel)[1].text() if isinstance(here, EmptyState) else ""

    qtbot.waitUntil(lambda: said() == "Không còn việc chưa xong")
    page.only_open.click()
    qtbot.waitUntil(lambda: said() == "Chưa có phản ánh, kiến nghị nào")
    page.search.setText("khong co")
    qtbot.waitUntil(lambda: said() == "Không tìm thấy phản ánh nào")


def test_a_clerks_minute_with_the_keyboard_alone(desk_at_work: DeskAtWork, qtbot: QtBot) -> None:
    window, page = opened(desk_at_work, qtbot)
    window.take_card(CARD)
    assert page.form.name.text() == "Nguyễn Thị Hường" and "Nghi Lộc" in page.form.address.text()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(page.form.fields["content"].error()))
    assert kept(window) == [], "nothing was said yet"
    type_into(qtbot, page.form.text, SAID)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(page.form.fields["phone"].error()))
    type_into(qtbot, page.form.phone, "0912000456")
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.right.isVisible())
    (taken,) = kept(window)
    assert (taken.number, taken.taken.text, taken.taken.sender.phone) == ("1/2026", SAID, "0912000456")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1 and page.table.isVisible())

    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.papers.current is not None)
    assert page.papers.current and page.papers.current.form == "feedback_receipt"
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(kept(window)[0].papers) == 1)

    page.right.setCurrentIndex(0)
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: kept(window)[0].state is FeedbackState.IN_HAND)
    qtbot.waitUntil(lambda: page.case.answer.isVisible())
    type_into(qtbot, page.case.answer, "Đã chấn chỉnh cán bộ.")
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: kept(window)[0].state is FeedbackState.ANSWERED)
    qtbot.waitUntil(lambda: page.case.place.isVisible())
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(page.case.fields["place"].error()))
    type_into(qtbot, page.case.place, "Niêm yết tại trụ sở")
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: len(kept(window)[0].published) == 1)
    qtbot.waitUntil(lambda: page.model.rowCount() == 0)
    page.only_open.setChecked(False)
    qtbot.waitUntil(lambda: page.model.rowCount() == 1)


def test_a_complaint_is_told_where_it_goes_before_anything_is_kept(desk_at_work: DeskAtWork, qtbot: QtBot) -> None:
    window, page = opened(desk_at_work, qtbot)
    type_into(qtbot, page.form.text, "Tôi khiếu nại quyết định thu hồi đất.")
    assert page.form.told.isVisible() and "Luật Khiếu nại" in page.form.told.text() and page.form.take.isEnabled()
    page.form.matter.setCurrentIndex(MATTERS.index(Elsewhere.DENUNCIATION))
    assert "Luật Tố cáo" in page.form.told.text() and not page.form.take.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.wait(300)  # a button is pressed 100 ms after its key
    assert kept(window) == []
    page.form.matter.setCurrentIndex(0)
    page.form.anonymous.setChecked(True)
    page.form.text.setPlainText(SAID)
    assert "ghi vào sổ" in page.form.told.text() and not page.form.name.isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: len(kept(window)) == 1)
    assert kept(window)[0].state is FeedbackState.NOT_TAKEN
    qtbot.waitUntil(lambda: "không nêu tên" in page.case.facts.text())


def test_the_window_serves_the_page_for_citizens_and_stops_with_it(
    desk_at_work: DeskAtWork, qtbot: QtBot, tmp_path: Path
) -> None:
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        port = int(listening.getsockname()[1])
    desk_at_work.kiosk = Kiosk(host="127.0.0.1", port=port)
    desk_at_work.open()

    def served() -> bool:
        try:
            return httpx.get(f"http://127.0.0.1:{port}/", trust_env=False, timeout=20).status_code == 200
        except httpx.ConnectError:
            return False

    qtbot.waitUntil(served)
    desk_at_work.close()
    assert not served()


def two_for_this_office(window: MainWindow, page: FeedbackPage, qtbot: QtBot) -> None:
    """Feedback of two citizens, taken and sorted as this office's to answer."""
    for name in ("Nguyễn Thị Hường", "Đặng Văn Bảo"):
        qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: page.form.isVisible())
        for field, text in ((page.form.name, name), (page.form.phone, "0912000456"), (page.form.address, "Xóm 3")):
            field.setText(text)
        page.form.text.setPlainText(SAID)
        qtbot.keyClick(window, Qt.Key.Key_F9)
        qtbot.waitUntil(lambda: not page._writing and page.right.isVisible())
        qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
        qtbot.waitUntil(lambda: not page._writing and page.case.answer.isVisible())


def test_an_answer_begun_is_there_again_and_the_window_does_not_close_over_it_unsaid(
    desk_at_work: DeskAtWork, qtbot: QtBot
) -> None:
    window, page = opened(desk_at_work, qtbot)
    two_for_this_office(window, page, qtbot)
    first, second = sorted(item.code for item in kept(window))
    for code, text in ((first, "Đã chấn chỉnh cán bộ."), (second, "")):
        page.show_code(code)
        qtbot.waitUntil(lambda code=code: page._code == code)  # type: ignore[misc]
        assert page.case.answer.toPlainText() == ""
        page.case.answer.setPlainText(text)
    assert page.is_edited, "of one that is not shown"
    assert not window.close() and window.isVisible()
    assert "Phản ánh" in window.messages.messages[0].sentence
    page.only_open.setChecked(False)
    qtbot.waitUntil(lambda: page.model.rowCount() == 2)
    page.table.setCurrentIndex(page.model.index(page.model.row_of(first), 0))
    qtbot.waitUntil(lambda: page.case.answer.toPlainText() == "Đã chấn chỉnh cán bộ.")
    page.begin()  # a new one, and back to the line it stood on
    page.table.setCurrentIndex(page.model.index(page.model.row_of(first), 0))
    qtbot.waitUntil(lambda: page.case.isVisible() and page.case.answer.toPlainText() == "Đã chấn chỉnh cán bộ.")
    assert window.close(), "it was said"


def test_what_was_found_of_one_is_not_said_of_another_and_its_line_is_the_chosen_one(
    desk_at_work: DeskAtWork, qtbot: QtBot
) -> None:
    """What was chosen for one clerk stayed chosen for the next one's feedback, and F9 said it of them."""
    window, page = opened(desk_at_work, qtbot)
    two_for_this_office(window, page, qtbot)
    first, second = sorted((item.code for item in kept(window)), key=lambda code: code == page._code)
    qtbot.waitUntil(lambda: page.model.row_of(second) == page.table.currentIndex().row() >= 0)
    page.case.upheld.setCurrentIndex(1)
    page.case.signer.setCurrentIndex(1)
    signer = page.case.signer.currentText()
    assert signer
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.papers.isVisible())
    page.table.setCurrentIndex(page.model.index(page.model.row_of(first), 0))
    qtbot.waitUntil(lambda: page._code == first)
    assert page.case.isVisible(), "what to do with it, not the other's papers"
    assert (page.case.upheld.currentIndex(), page.case.signer.currentText()) == (0, "")
    page.table.setCurrentIndex(page.model.index(page.model.row_of(second), 0))
    qtbot.waitUntil(lambda: page._code == second)
    assert (page.case.upheld.currentIndex(), page.case.signer.currentText()) == (1, signer)


def test_esc_leads_from_the_papers_back_to_what_is_to_be_done(desk_at_work: DeskAtWork, qtbot: QtBot) -> None:
    window, page = opened(desk_at_work, qtbot)
    window.take_card(CARD)
    page.form.phone.setText("0912000456")
    page.form.text.setPlainText(SAID)
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: not page._writing and page.right.isVisible())
    qtbot.keyClick(window, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: page.papers.current is not None and page.papers.isVisible())
    qtbot.keyClick(page.table, Qt.Key.Key_Escape)
    assert page.case.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: kept(window)[0].state is FeedbackState.IN_HAND)


def test_number_day_and_state_of_the_list_are_read_whole(desk_at_work: DeskAtWork, qtbot: QtBot) -> None:
    _, page = opened(desk_at_work, qtbot)
    room = page.table.fontMetrics().horizontalAdvance
    for name, text in (("number", "49/2026"), ("due", "! 29/09 13:54"), ("state", "Không tiếp nhận")):
        assert page.model.columns[page.model.column_of(name)].width >= room(text) + 12, name

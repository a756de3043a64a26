"""Before a receipt: what is missing is asked for, refused or received all the same; who was sent home comes back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from counter_app.dossier.states import GuidanceKind, Status
from tests.ui.window.conftest import BIRTH, CARD, DeskAtWork
from tests.ui.window.life import Clock, burst, receive, says, show, text_of, told
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


def test_whose_intake_is_open_already_is_told_when_their_card_is_read_again_and_one_key_goes_on_with_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    """A clerk began anew what lay half done among six others."""
    page, intake = window.intake, window.intake.intake
    begin_birth(qtbot, window, DECLARATION)
    first = intake.draft.id
    press(qtbot, window, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: intake.ready and intake.empty and len(intake.others) == 1)
    burst(CARD)
    qtbot.waitUntil(lambda: f"{OWNER} có hồ sơ nhập dở từ 25/11/2026 09:00 · Đăng ký khai sinh" in says(window))
    window.show_screen("settings")
    intake.open_drafts_changed.emit()
    assert "nhập dở" not in says(window), "it is said at the intake alone"
    window.show_screen("intake")
    qtbot.waitUntil(lambda: "nhập dở" in says(window))
    press(qtbot, window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: intake.ready and intake.draft.id == first and "nhập dở" not in says(window))
    assert intake.draft.components and page.at_form
    assert not intake.others, "what was begun anew held the card alone, and does not lie about"
    press(qtbot, window, Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: intake.ready and intake.empty)
    burst(CARD)
    qtbot.waitUntil(lambda: page.before.begun is not None)
    qtbot.keyClicks(page.papers.search.field, "2.000635")
    qtbot.keyClick(page.papers.search.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.before.begun is None and "nhập dở" not in says(window))


def test_a_citizen_is_sent_home_with_mau_02_comes_back_and_nothing_is_typed_or_scanned_twice(
    qtbot: QtBot, window: MainWindow, clock: Clock, desk_at_work: DeskAtWork, paper: Callable[[str], Path]
) -> None:
    page, intake, desk = window.intake, window.intake.intake, window.workplace.desk
    begin_birth(qtbot, window)
    page.sources.add_files(DECLARATION, [paper("Quê quán: xã Quỳnh Lưu")])
    qtbot.waitUntil(lambda: any(item.reading for item in intake.pages.values()))

    press(qtbot, window, Qt.Key.Key_F9)
    qtbot.waitUntil(page.gaps.isVisible)
    assert [gap.item for gap in page.gaps.gaps] == [f"{NOTE_NAME} (01 bản chính)"]
    press(qtbot, window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.at_receipt)
    assert desk.store.find() == [], "no dossier, and no code was used up"
    with qtbot.waitSignal(window.workplace.printing.printed):
        page.print_paper()
    asked = text_of(desk_at_work.printers[0].tray[0].pdf)
    assert "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ" in asked and f"1. {NOTE_NAME}" in asked
    assert OWNER in asked and "Mã hồ sơ" not in asked

    press(qtbot, window, Qt.Key.Key_F2)
    clock.turn(days=5)
    burst(CARD)
    qtbot.waitUntil(lambda: page.before.found.case is not None)
    qtbot.waitUntil(lambda: "25/11/2026" in says(window) and "Đăng ký khai sinh" in says(window))
    taken = desk.store.guidance.find("nguyen huong")[0].code
    press(qtbot, window, Qt.Key.Key_F8)
    qtbot.waitUntil(lambda: bool(intake.pages))
    assert page.papers.checklist.hasFocus() and page.papers.checklist.current_key() == BIRTH_NOTE, "at what was lacking"
    assert intake.draft.owner.address == "Xóm 3, xã Nghi Lộc, tỉnh Nghệ An"
    assert intake.ticked(DECLARATION).originals == 1 and not intake.ticked(BIRTH_NOTE).here
    tick(window, BIRTH_NOTE)
    with qtbot.waitSignal(intake.received) as received:
        press(qtbot, window, Qt.Key.Key_F9)
    code = received.args[0].code
    assert code == "H41.99-261130-0001", "the first number of that day"
    qtbot.waitUntil(lambda: desk.dossier(code).components[0].document is not None)
    case = desk.store.journal.case(taken)
    assert case is not None and case.dossier == code, "the case points to its dossier"
    assert [paper.form for paper in case.papers] == ["supplement_request"], "and knows the paper it gave"
    show(qtbot, window, code)
    assert any("Mẫu 02" in line for line in told(window))


def test_a_complete_intake_takes_no_key_more_than_before(qtbot: QtBot, window: MainWindow) -> None:
    begin_birth(qtbot, window, DECLARATION, BIRTH_NOTE)
    with qtbot.waitSignal(window.intake.intake.received):
        press(qtbot, window, Qt.Key.Key_F9)
    assert not window.intake.at_gaps


def test_received_all_the_same_with_a_reason_that_the_timeline_keeps(
    qtbot: QtBot, window: MainWindow, type_text: Typing
) -> None:
    page = window.intake
    begin_birth(qtbot, window, DECLARATION)
    press(qtbot, window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.at_gaps)
    press(qtbot, window, Qt.Key.Key_F9)
    press(qtbot, window, Qt.Key.Key_Return)
    assert page.gaps.form is not None and page.gaps.form.fields["reason"].error(), "not without a reason"
    type_text(page.gaps.form.reason, "Bệnh viện gửi thẳng giấy chứng sinh")
    with qtbot.waitSignal(page.intake.received) as received:
        press(qtbot, window, Qt.Key.Key_Return)
    show(qtbot, window, received.args[0].code)
    (line,) = told(window)
    assert "Bệnh viện gửi thẳng giấy chứng sinh" in line and f"• {NOTE_NAME} (01 bản chính)" in line

    begin_birth_of_another(qtbot, window)
    press(qtbot, window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.at_gaps)
    press(qtbot, window, Qt.Key.Key_F9)
    assert page.gaps.form is not None
    assert page.gaps.form.reason.phrases[0] == "Bệnh viện gửi thẳng giấy chứng sinh", "the list grows by use"


def begin_birth_of_another(qtbot: QtBot, window: MainWindow) -> None:
    intake = window.intake.intake
    qtbot.waitUntil(lambda: intake.ready and intake.empty)
    window.show_intake()
    intake.type_person(
        "owner", name="Đặng Văn Khoẻ", identity_number="040085009999", address="Xóm 1, xã Nghi Lộc, tỉnh Nghệ An"
    )
    choose_birth(qtbot, window)
    tick(window, DECLARATION)


def test_refused_on_mau_03_without_a_code_and_found_again_by_name(
    qtbot: QtBot, window: MainWindow, desk_at_work: DeskAtWork, type_text: Typing
) -> None:
    page, desk = window.intake, window.workplace.desk
    begin_birth(qtbot, window, DECLARATION, BIRTH_NOTE)
    press(qtbot, window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)  # nothing is lacking: refused all the same
    qtbot.waitUntil(lambda: page.at_gaps and page.gaps.form is not None)
    type_text(page.gaps.form.reason, "Không thuộc thẩm quyền")  # type: ignore[union-attr]
    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.at_receipt)
    with qtbot.waitSignal(window.workplace.printing.printed):
        page.print_paper()
    paper = text_of(desk_at_work.printers[0].tray[0].pdf)
    assert "PHIẾU TỪ CHỐI TIẾP NHẬN" in paper and "Không thuộc thẩm quyền" in paper and "Mã hồ sơ (nếu có): …" in paper
    assert desk.store.find() == []

    window.show_screen("lookup")
    window.lookup.search("nguyen huong")
    qtbot.waitUntil(lambda: window.lookup.model.rowCount() == 1)
    shown = [window.lookup.model.index(0, column).data() for column in range(4)]
    assert shown == ["chưa có mã", OWNER, "Đăng ký khai sinh", "Đã từ chối (Mẫu 03)"]
    assert window.lookup.chosen == [], "no list of dossiers is printed of it"
    press(qtbot, window, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.isVisible() and page.intake.draft.owner.name == OWNER)
    assert page.intake.ticked(BIRTH_NOTE).here


def test_an_open_dossier_of_the_same_person_and_procedure_is_shown_before_another_is_received(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = window.intake
    first = receive(window, OWNER, BIRTH, DECLARATION)
    receive(window, "Đặng Văn Khoẻ", BIRTH, DECLARATION, number="040085009999")
    begin_birth(qtbot, window, DECLARATION, BIRTH_NOTE)
    press(qtbot, window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.at_gaps)
    assert [dossier.code for dossier in page.gaps.dossiers] == [first]
    assert "25/11/2026" in page.gaps.known.text() and "Được tiếp nhận" in page.gaps.known.text()
    press(qtbot, window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(window.detail.isVisible)
    window.show_screen("intake")
    assert page.intake.draft.owner.name == OWNER, "the intake stands as it was left"
    with qtbot.waitSignal(page.intake.received) as received:
        press(qtbot, window, Qt.Key.Key_F9)
    assert received.args[0].code != first and received.args[0].status is Status.ACCEPTED


def test_escape_leaves_the_panel_and_a_paper_that_is_ticked_after_all_closes_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = window.intake
    begin_birth(qtbot, window, DECLARATION)
    press(qtbot, window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.at_gaps)
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not page.at_gaps and page.intake.ticked(DECLARATION).originals == 1
    assert page.papers.checklist.hasFocus() and page.papers.checklist.current_key() == BIRTH_NOTE, "at what is lacking"
    press(qtbot, window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.at_gaps)
    tick(window, BIRTH_NOTE)
    assert not page.at_gaps and page.bar.missing.text() == ""


def test_enter_presses_the_way_that_has_the_cursor(qtbot: QtBot, window: MainWindow) -> None:
    page = window.intake
    begin_birth(qtbot, window, DECLARATION)
    press(qtbot, window, Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: page.at_gaps)
    press(qtbot, window, Qt.Key.Key_Return)
    assert page.gaps.way is GuidanceKind.SUPPLEMENTS
    with qtbot.waitSignal(page.intake.guided):
        press(qtbot, window, Qt.Key.Key_Return)


def test_who_is_sent_home_from_a_fresh_intake_though_they_were_before_is_a_second_round(
    qtbot: QtBot, window: MainWindow
) -> None:
    page = window.intake
    for _ in range(2):
        begin_birth(qtbot, window, DECLARATION)
        press(qtbot, window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: page.at_gaps and page.gaps.form is not None)
        again = page.gaps.form is not None and "again" in page.gaps.form.fields
        press(qtbot, window, Qt.Key.Key_Return)
        if not again:
            qtbot.waitUntil(lambda: page.at_receipt)
            press(qtbot, window, Qt.Key.Key_F2)
            qtbot.waitUntil(lambda: page.at_form and page.intake.ready and page.intake.empty)
    assert again and page.gaps.form is not None and page.gaps.form.fields["again"].error() and not page.at_receipt


def test_a_second_round_asks_why(qtbot: QtBot, window: MainWindow, type_text: Typing) -> None:
    page, desk = window.intake, window.workplace.desk
    begin_birth(qtbot, window, DECLARATION)
    for _ in range(2):
        press(qtbot, window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: page.at_gaps and page.gaps.form is not None)
        press(qtbot, window, Qt.Key.Key_Return)
        if page.gaps.form is not None and "again" in page.gaps.form.fields:
            assert page.gaps.form.fields["again"].error()
            type_text(page.gaps.form.again, "Giấy chứng sinh ghi sai tên mẹ")  # type: ignore[attr-defined]
            press(qtbot, window, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: page.at_receipt)
        press(qtbot, window, Qt.Key.Key_F2)
        code = desk.store.guidance.find()[0].code
        window.show_dossier(code)
        qtbot.waitUntil(lambda: page.intake.draft.guidance != "")
    case = desk.store.journal.case(code)
    assert case is not None and [answer.again for answer in case.answers] == ["", "Giấy chứng sinh ghi sai tên mẹ"]
    assert says(window) == ""

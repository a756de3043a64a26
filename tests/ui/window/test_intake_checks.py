"""What cannot be is refused where it is typed, and the error goes away when it is mended."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window.conftest import DeskAtWork
from tests.ui.window.life import complete, facts, text_of
from tests.ui.window.test_intake import choose_birth
from ui.intake.checklist_model import ChecklistColumn
from ui.shell.main_window import MainWindow

Typing = Callable[[QWidget, str], None]


@pytest.fixture(autouse=True)
def active(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_a_birth_on_31_02_is_refused_at_the_last_digit(qtbot: QtBot, window: MainWindow, type_text: Typing) -> None:
    page, form = window.intake, window.intake.applicant.owner
    type_text(form.name, "Đặng Văn Khoẻ")
    form.born.setFocus()
    type_text(form.born, "31/02/199")
    assert form.fields["born"].error() == ""
    type_text(form.born, "0")
    assert form.fields["born"].error() == "Không có ngày này; hãy đối chiếu với thẻ."
    choose_birth(qtbot, window)
    page.receive()
    assert window.focusWidget() is form.born and not page.at_receipt
    for _ in "31/02/1990":
        qtbot.keyClick(form.born, Qt.Key.Key_Backspace)
    type_text(form.born, "28021990")
    assert form.fields["born"].error() == ""
    form.name.setFocus()
    assert form.born.text() == page.intake.draft.owner.born == "28/02/1990"


@pytest.mark.parametrize(
    ("field", "wrong", "right"),
    [
        ("email", "hường@example.vn", "huong@example.vn"),
        ("phone", "09123", "0912345678"),
        ("number", "04019000123", "040190001234"),
        ("born", "15/13/1990", "1990"),
    ],
)
def test_what_is_wrong_is_said_when_the_field_is_left_and_goes_when_it_is_mended(
    window: MainWindow, type_text: Typing, field: str, wrong: str, right: str
) -> None:
    form = window.intake.applicant.owner
    edit = getattr(form, field)
    labelled = form.fields["identity_number" if field == "number" else field]
    edit.setFocus()
    type_text(edit, wrong)
    form.name.setFocus()
    assert labelled.error() and edit.property("state") == "error"
    type_text(form.address, "Xóm 3")
    assert labelled.error(), "another field mends nothing"
    edit.setFocus()
    edit.selectAll()
    type_text(edit, right)
    assert labelled.error() == ""
    window.intake.begin()
    assert edit.text() == "" and not labelled.error()


def test_a_name_that_was_missing_is_not_missed_any_more(window: MainWindow, type_text: Typing) -> None:
    form = window.intake.applicant.owner
    window.intake.receive()
    assert form.fields["name"].error()
    type_text(form.name, "Đ")
    assert not form.fields["name"].error()


def test_a_result_on_31_02_is_refused_where_it_is_typed(window: MainWindow, type_text: Typing) -> None:
    desk, bar = window.workplace.desk, window.intake.bar
    today = desk.now().date()
    window.intake.intake.choose(
        next(
            one
            for line in desk.knowledge.catalogue.listed(today)
            if (one := desk.knowledge.catalogue.get(line.code, today))
            and one.term.unit == "unknown"
            and not one.case_terms
        )
    )
    type_text(bar.day, "31/02/2027")
    assert bar.day.property("state") == "error" and "31/02/2027 không phải là một ngày" in bar.due.text()
    bar.day.clear()
    type_text(bar.day, "26/02/2027")
    assert bar.day.property("state") == "" and "26/02/2027" in bar.due.text()


def test_a_procedure_that_is_not_found_says_so_and_leaving_restores_the_chosen_one(
    qtbot: QtBot, window: MainWindow, type_text: Typing
) -> None:
    choose_birth(qtbot, window)
    search = window.intake.papers.search
    name = search.field.text()
    search.field.setFocus()
    search.field.selectAll()
    type_text(search.field, "đăng ký tàu vũ trụ")
    assert (
        search.nothing.isVisible() and "đăng ký tàu vũ trụ" in search.nothing.text() and name in search.nothing.text()
    )
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    assert search.nothing.isVisible() and not search.list.isVisible()
    window.intake.applicant.note.setFocus()
    assert search.field.text() == name and not search.nothing.isVisible()
    search.field.setFocus()
    search.field.selectAll()
    type_text(search.field, "xyzzy")
    qtbot.keyClick(search.field, Qt.Key.Key_Escape)
    assert search.field.text() == name and not search.nothing.isVisible()
    search.field.clear()
    type_text(search.field, "khai sinh")
    assert search.list.isVisible() and not search.nothing.isVisible()


def test_without_a_procedure_nothing_found_leaves_an_empty_field(window: MainWindow, type_text: Typing) -> None:
    search = window.intake.papers.search
    search.field.setFocus()
    type_text(search.field, "xyzzy")
    assert search.nothing.isVisible()
    window.intake.applicant.note.setFocus()
    assert search.field.text() == "" and not search.nothing.isVisible()


def test_the_case_that_is_chosen_decides_which_papers_are_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    """A procedure of the land whose papers stand in four cases."""
    desk, intake = window.workplace.desk, window.intake.intake
    procedure = desk.knowledge.catalogue.get("1.115496", desk.now().date())
    assert procedure is not None and len(procedure.case_names) == 4 and not procedure.case_terms
    intake.choose(procedure)
    model, box = window.intake.papers.model, window.intake.bar.case
    assert box.isVisible() and box.currentText() == "Giấy tờ của mọi trường hợp" and model.rowCount() == 23
    of_another = procedure.components[-1]
    intake.tick(of_another.key, originals=1)
    box.setCurrentIndex(1)
    box.activated.emit(1)
    keys = [model.key(row) for row in range(model.rowCount())]
    first = [rule.key for rule in procedure.components if rule.case == procedure.case_names[0]]
    assert keys == [*first, of_another.key], "what was handed in is never out of sight"
    assert "case" not in {fault.field for fault in intake.missing()}
    box.setCurrentIndex(0)
    box.activated.emit(0)
    assert model.rowCount() == 23


def test_a_paper_with_a_name_of_twelve_lines_leaves_room_for_the_others(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.workplace.desk
    procedure = desk.knowledge.catalogue.get("1.013952", desk.now().date())
    assert procedure is not None and max(len(rule.name) for rule in procedure.components) > 150
    window.intake.intake.choose(procedure)
    checklist, pages = window.intake.papers.checklist, window.intake.pages
    assert max(checklist.rowHeight(row) for row in range(checklist.model().rowCount())) < 120
    assert pages._title.text() == checklist.model().index(0, 0).data().removesuffix(" *"), "the chosen one in full"
    assert "chưa có dữ liệu" in window.intake.bar.terms.text()
    assert "Thời hạn: thời hạn" not in window.intake.bar.terms.text()


def test_the_cursor_is_seen_wherever_a_key_puts_it(qtbot: QtBot, window: MainWindow) -> None:
    choose_birth(qtbot, window)
    panel = window.intake.applicant
    window.resize(1095, 500)
    qtbot.waitUntil(lambda: panel.verticalScrollBar().maximum() > 0)
    panel.owner.focus("identity_number")
    panel.agencies.change.click()
    box = panel.agencies.decides
    assert box.hasFocus()
    shown = panel.viewport().rect()
    qtbot.waitUntil(lambda: shown.contains(box.mapTo(panel.viewport(), box.rect().center())))


@pytest.mark.parametrize("width", [1366, 1095])
def test_the_papers_names_can_be_read_in_a_narrow_window(qtbot: QtBot, window: MainWindow, width: int) -> None:
    choose_birth(qtbot, window)
    window.resize(width, 768)
    qtbot.waitUntil(lambda: window.width() == width)
    checklist = window.intake.papers.checklist
    qtbot.waitUntil(lambda: checklist.columnWidth(ChecklistColumn.NAME) >= 150)
    words = [word for row in range(5) for word in checklist.model().index(row, 0).data().split()]
    widest = max(checklist.fontMetrics().horizontalAdvance(word) for word in words)
    assert widest < checklist.columnWidth(ChecklistColumn.NAME) - 30, "no word is cut"
    assert all(checklist.rowHeight(row) < 120 for row in range(5))
    qtbot.waitUntil(lambda: all(checklist.rowHeight(row) >= checklist.sizeHintForRow(row) for row in range(5)))
    assert checklist.sizeHintForRow(4) > 3 * checklist.fontMetrics().lineSpacing(), "a long name takes its lines"


def test_a_fee_that_nobody_knows_is_not_said_to_be_nothing(
    qtbot: QtBot, window: MainWindow, type_text: Typing, desk_at_work: DeskAtWork
) -> None:
    desk, page = window.workplace.desk, window.intake
    procedure = desk.knowledge.catalogue.get("1.115496", desk.now().date())
    assert procedure is not None and "fees" in procedure.unknown
    type_text(page.applicant.owner.name, "Đặng Văn Khoẻ")
    page.intake.choose(procedure)
    page.intake.tick(procedure.components[0].key, originals=1)
    complete(window)
    assert "chưa có dữ liệu" in page.bar.terms.text()
    complete(window)
    with qtbot.waitSignal(page.intake.received) as received:
        page.receive()
    with qtbot.waitSignal(window.workplace.printing.printed):
        page.print_paper()
    text = text_of(desk_at_work.printers[0].tray[0].pdf)
    assert "Chưa có dữ liệu" in text and "lệ phí (nếu có): Không" not in text
    window.show_dossier(received.args[0].code)
    qtbot.waitUntil(lambda: window.detail.steps.seen is not None)
    assert "chưa có dữ liệu" in facts(window)

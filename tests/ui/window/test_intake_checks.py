"""What cannot be is refused where it is typed, and the error goes away when it is mended."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window.test_intake import choose_birth
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

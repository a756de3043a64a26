"""A card or the code of a paper is read in the middle of something else: what was chosen stays chosen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QSpinBox
from pytestqt.qtbot import QtBot

from tests.ui.window.life import NUMBER, burst, receive
from ui.intake.checklist_model import ChecklistColumn
from ui.shell.main_window import MainWindow

BIRTH = "1.001193"
CARD = "040190001234|187123456|Nguyễn Thị Hường|15041990|Nữ|Xóm 3, xã Nghi Lộc, tỉnh Nghệ An|10052021"


@pytest.fixture
def at_birth(qtbot: QtBot, window: MainWindow) -> MainWindow:
    """Receiving a birth registration, the last of its papers chosen."""
    procedure = window.workplace.desk.knowledge.catalogue.get(BIRTH, window.workplace.desk.now().date())
    assert procedure is not None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.intake.intake.choose(procedure)
    window.intake.papers.checklist.select(window.intake.intake.component_keys[-1])
    return window


def read_card(qtbot: QtBot, window: MainWindow) -> None:
    burst(CARD)
    qtbot.waitUntil(lambda: window.intake.applicant.owner.number.text() == NUMBER)


def token_of(window: MainWindow, code: str) -> str:
    token = window.workplace.desk.dossier(code).look_up_token
    assert token
    return token


def test_a_card_read_with_the_cursor_on_a_count_leaves_the_count(qtbot: QtBot, at_birth: MainWindow) -> None:
    checklist, last = at_birth.intake.papers.checklist, at_birth.intake.intake.component_keys[-1]
    row = at_birth.intake.papers.model.row_of(last)
    checklist.setFocus()
    checklist.setCurrentIndex(at_birth.intake.papers.model.index(row, ChecklistColumn.COPIES))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QSpinBox), "the count opens when the cursor comes"
    editor.setValue(2)
    read_card(qtbot, at_birth)
    assert QApplication.focusWidget() is editor and editor.value() == 2
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: at_birth.intake.intake.ticked(last).copies == 2)
    qtbot.waitUntil(checklist.hasFocus)  # a key opens the count again
    burst(CARD.replace("Hường", "Hoa"))
    qtbot.waitUntil(lambda: at_birth.intake.applicant.owner.name.text() == "Nguyễn Thị Hoa")
    assert at_birth.intake.intake.ticked(last).copies == 2
    assert checklist.current_key() == last and checklist.state() is QAbstractItemView.State.NoState


def test_the_code_of_a_paper_read_in_mid_intake_leaves_the_chosen_paper_chosen(
    qtbot: QtBot, at_birth: MainWindow
) -> None:
    code = receive(at_birth, "Đặng Thị Mẫu", BIRTH, "to-khai")
    intake, checklist = at_birth.intake.intake, at_birth.intake.papers.checklist
    intake.type_person("owner", name="Nguyễn Thị Hường")
    last, draft = intake.component_keys[-1], intake.draft.id
    letter = intake.procedure.components[0].name[0]  # type: ignore[union-attr]
    desk = at_birth.workplace.desk
    checklist.setFocus()
    token = letter + token_of(at_birth, code)[1:]
    burst(token)  # of no dossier: said, and nothing else
    qtbot.waitUntil(lambda: bool(at_birth.messages.messages))
    assert checklist.current_key() == at_birth.intake.pages.key == last
    burst(token_of(at_birth, code))
    qtbot.waitUntil(lambda: at_birth.screens.detail.made is not None and at_birth.detail.isVisible())
    at_birth.detail.leave()
    assert at_birth.intake.isVisible() and intake.draft.id == draft and intake.draft.owner.name == "Nguyễn Thị Hường"
    assert checklist.current_key() == at_birth.intake.pages.key == last
    assert desk.store.drafts.get(draft) is not None


def test_a_code_read_over_the_thumbnails_leaves_the_page_that_is_looked_at(
    qtbot: QtBot, at_birth: MainWindow, paper: Callable[[str], Path]
) -> None:
    intake, pages = at_birth.intake.intake, at_birth.intake.pages
    last = intake.component_keys[-1]
    at_birth.intake.sources.add_files(last, [paper("Dân tộc: Kinh"), paper("Quốc tịch: Việt Nam")])
    qtbot.waitUntil(lambda: pages.model.rowCount() == 2 and all(page.reading for page in intake.pages.values()))
    second = intake.pages_of(last)[1].id
    pages.thumbnails.setFocus()
    pages.thumbnails.select(second)
    burst("Tr3-_xYz90QrStUv")  # begins as “Trang 1” does
    qtbot.waitUntil(lambda: bool(at_birth.messages.messages))
    assert pages.current is not None and pages.current.id == second


def test_a_card_read_while_the_procedure_is_looked_for_leaves_the_search_closed_and_the_procedure(
    qtbot: QtBot, at_birth: MainWindow
) -> None:
    search = at_birth.intake.papers.search
    search.setFocus()
    chosen = at_birth.intake.intake.procedure
    assert chosen is not None and search.field.text() == chosen.name
    read_card(qtbot, at_birth)
    assert search.field.text() == chosen.name and not search.list.isVisible()
    qtbot.keyClick(search.field, Qt.Key.Key_Return)
    assert at_birth.intake.intake.procedure is chosen


def test_a_card_read_while_an_owner_is_typed_makes_the_next_row_and_keeps_what_is_typed(
    qtbot: QtBot, at_birth: MainWindow
) -> None:
    at_birth.intake.open_batch()
    batch = at_birth.intake.batch
    cell = QApplication.focusWidget()
    assert cell is not None
    qtbot.keyClicks(cell, "Ho")
    qtbot.wait(60)  # longer than a reader's pause between two keys
    burst(CARD)
    qtbot.waitUntil(lambda: len(batch.model.rows) == 2)
    assert [owner.name for owner in batch.model.rows] == ["Ho", "Nguyễn Thị Hường"]
    assert at_birth.intake.at_batch and at_birth.intake.intake.draft.owner.name == ""


def test_a_code_read_with_the_cursor_on_a_choice_leaves_the_choice(qtbot: QtBot, at_birth: MainWindow) -> None:
    box, draft = at_birth.intake.applicant.delivery, at_birth.intake.intake.draft
    box.setFocus()
    burst(box.itemText(1)[0] + "b3-_xYZ90QrStUv")
    qtbot.waitUntil(lambda: bool(at_birth.messages.messages))
    assert box.currentIndex() == 0 and at_birth.intake.intake.draft.delivery_method is draft.delivery_method

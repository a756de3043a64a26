"""What a clerk did to pages and papers is taken back by one key, and named; what is typed is never lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window.life import says
from ui.intake.checklist_model import ChecklistColumn
from ui.shell.main_window import MainWindow

DECLARATION, NOTE = "to-khai", "giay-chung-sinh"
Typing = Callable[[QWidget, str], None]


def undo(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.keyClick(widget, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def originals(window: MainWindow, key: str = DECLARATION) -> list[str]:
    return [page.original for page in window.intake.intake.pages_of(key)]


@pytest.fixture
def scanned(qtbot: QtBot, at_birth: MainWindow, paper: Callable[[str], Path]) -> MainWindow:
    """Three pages of a declaration were read."""
    pages = [paper(line) for line in ("Dân tộc: Kinh", "Quốc tịch: Việt Nam", "Quê quán: Nghi Lộc")]
    at_birth.intake.sources.add_files(DECLARATION, pages)
    intake = at_birth.intake.intake
    qtbot.waitUntil(lambda: len(intake.pages) == 3 and all(page.reading for page in intake.pages.values()))
    return at_birth


def test_a_deleted_page_is_back_where_it_was_with_all_that_was_read(qtbot: QtBot, scanned: MainWindow) -> None:
    panel, intake, store = scanned.intake.pages, scanned.intake.intake, scanned.workplace.desk.store
    before, second = originals(scanned), intake.pages_of(DECLARATION)[1]
    panel.thumbnails.select(second.id)
    qtbot.keyClick(panel.thumbnails, Qt.Key.Key_Delete)
    assert "Đã xóa trang 2 của “Tờ khai" in says(scanned) and len(intake.pages) == 2
    assert scanned.messages.offer.isVisible() and scanned.messages.offer.text() == "Hoàn tác (Ctrl+Z)"
    undo(qtbot, panel.thumbnails)
    qtbot.waitUntil(lambda: originals(scanned) == before)
    assert "Đã hoàn tác: Đã xóa trang 2" in says(scanned)
    assert store.drafts.reading(second.id) is not None and len(store.drafts.pages(intake.draft.id)) == 3


def test_what_is_scanned_after_a_deletion_is_a_page_of_its_own(
    qtbot: QtBot, scanned: MainWindow, paper: Callable[[str], Path]
) -> None:
    """The number of the page that was taken out must be no other page's: a fresh one would have been ignored."""
    intake = scanned.intake.intake
    last = intake.pages_of(DECLARATION)[-1]
    intake.remove_page(last.id)
    scanned.intake.sources.add_files(DECLARATION, [paper("Trang quét lại")])
    qtbot.waitUntil(lambda: len(intake.pages) == 3)
    assert last.id not in intake.pages
    undo(qtbot, scanned.intake.pages.thumbnails)
    qtbot.waitUntil(lambda: len(intake.pages) == 4 and last.id in intake.pages)


def test_a_page_is_moved_by_key_and_moved_back(qtbot: QtBot, scanned: MainWindow) -> None:
    panel, before = scanned.intake.pages, originals(scanned)
    panel.thumbnails.select(scanned.intake.intake.pages_of(DECLARATION)[0].id)
    qtbot.keyClick(panel.thumbnails, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: originals(scanned) == [before[1], before[0], before[2]])
    assert panel.current is not None and panel.current.original == before[0], "it stays chosen"
    qtbot.keyClick(panel.thumbnails, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: originals(scanned) == [before[1], before[2], before[0]])
    undo(qtbot, panel.thumbnails)
    qtbot.waitUntil(lambda: originals(scanned) == [before[1], before[0], before[2]])
    stored = scanned.workplace.desk.store.drafts.pages(scanned.intake.intake.draft.id)
    assert [page.original for page in stored] == originals(scanned)


def test_a_page_of_another_paper_goes_there_by_key_and_comes_back(qtbot: QtBot, scanned: MainWindow) -> None:
    panel, before = scanned.intake.pages, originals(scanned)
    panel.thumbnails.select(scanned.intake.intake.pages_of(DECLARATION)[1].id)
    qtbot.keyClick(panel.thumbnails, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    assert panel.papers_menu.isVisible() and not panel.papers_menu.actions()[0].isEnabled()
    qtbot.keyClick(panel.papers_menu, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: originals(scanned, NOTE) == [before[1]])
    assert "Đã chuyển trang 2" in says(scanned) and scanned.intake.intake.ticked(NOTE).originals == 1
    undo(qtbot, panel.thumbnails)
    qtbot.waitUntil(lambda: originals(scanned) == before and originals(scanned, NOTE) == [])


def test_a_turned_page_is_turned_back(qtbot: QtBot, scanned: MainWindow) -> None:
    panel, intake = scanned.intake.pages, scanned.intake.intake
    page = intake.pages_of(DECLARATION)[0]
    panel.thumbnails.select(page.id)
    qtbot.waitUntil(panel.decisions.isVisible)
    qtbot.keyClick(panel.thumbnails, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: intake.pages[page.id].treatment.rotation == 270)
    assert "Đã xoay trang 1" in says(scanned)
    undo(qtbot, panel.thumbnails)
    qtbot.waitUntil(lambda: intake.pages[page.id].treatment == page.treatment)


def test_a_tick_is_taken_back_and_one_taken_away_is_said(qtbot: QtBot, at_birth: MainWindow) -> None:
    checklist, intake = at_birth.intake.papers.model, at_birth.intake.intake
    box = checklist.index(1, ChecklistColumn.NAME)
    checklist.setData(box, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert intake.ticked(NOTE).here and says(at_birth) == "", "a tick is seen, nothing is said of it"
    checklist.setData(box, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert "Đã bỏ đánh dấu" in says(at_birth)
    at_birth.intake.papers.checklist.setFocus()
    undo(qtbot, at_birth.intake.papers.checklist)
    assert intake.ticked(NOTE).here
    undo(qtbot, at_birth.intake.papers.checklist)
    assert not intake.ticked(NOTE).here


def test_while_one_types_the_key_is_the_fields(
    qtbot: QtBot, scanned: MainWindow, type_text: Typing, paper: Callable[[str], Path]
) -> None:
    intake, name = scanned.intake.intake, scanned.intake.applicant.owner.name
    type_text(name, "Bảo")
    intake.remove_page(intake.pages_of(DECLARATION)[0].id)
    name.setFocus()
    undo(qtbot, name)
    qtbot.waitUntil(lambda: len(intake.pages) == 3)
    typed = name.text()
    assert "Bảo" in typed, "the page was the newest"
    intake.remove_page(intake.pages_of(DECLARATION)[0].id)
    type_text(name, "n")
    undo(qtbot, name)
    assert name.text() != typed + "n" and len(intake.pages) == 2, "now what was typed is"


def test_another_persons_pages_are_not_touched_by_the_key(qtbot: QtBot, scanned: MainWindow) -> None:
    intake, first = scanned.intake.intake, scanned.intake.intake.draft.id
    intake.remove_page(intake.pages_of(DECLARATION)[0].id)
    scanned.show_intake()
    qtbot.waitUntil(lambda: intake.ready and intake.draft.id != first)
    undo(qtbot, scanned.intake.papers.checklist)
    assert len(scanned.workplace.desk.store.drafts.pages(first)) == 2 and intake.pages == {}


def test_what_is_offered_to_be_undone_is_the_newest_act_and_none_that_is_undone(
    qtbot: QtBot, scanned: MainWindow
) -> None:
    """The page is back; the offer beside "deleted" would take back the tick before it."""
    panel, intake = scanned.intake.pages, scanned.intake.intake

    def offered() -> list[str]:
        return [message.sentence for message in scanned.messages.messages if message.offer]

    intake.remove_page(intake.pages_of(DECLARATION)[1].id)
    assert len(offered()) == 1 and "Đã xóa trang 2" in offered()[0]
    undo(qtbot, panel.thumbnails)
    qtbot.waitUntil(lambda: len(intake.pages) == 3)
    assert offered() == []
    intake.remove_page(intake.pages_of(DECLARATION)[1].id)
    intake.tick_by_hand(NOTE, originals=1)
    assert offered() == [], "it would take the tick back"


def test_the_key_on_another_screen_touches_no_intake_that_is_not_seen(qtbot: QtBot, scanned: MainWindow) -> None:
    """It says what it would take back where that is seen, and does so there."""
    intake = scanned.intake.intake
    intake.remove_page(intake.pages_of(DECLARATION)[0].id)
    scanned.show_screen("lookup")
    assert not any(message.offer for message in scanned.messages.messages), "its key is not for the list"
    undo(qtbot, scanned.lookup.table)
    assert len(intake.pages) == 2
    assert "Màn hình này không có gì để hoàn tác" in says(scanned) and "Đã xóa trang 1" in says(scanned)
    scanned.show_screen("intake")
    scanned.show_screen("intake")  # it is there already: still of the same person
    undo(qtbot, scanned.intake.pages.thumbnails)
    qtbot.waitUntil(lambda: len(intake.pages) == 3)


def test_what_is_done_after_the_clerk_went_elsewhere_is_taken_back_where_it_was_done(
    qtbot: QtBot, scanned: MainWindow
) -> None:
    intake, before = scanned.intake.intake, originals(scanned)
    intake.shift_page(intake.pages_of(DECLARATION)[0].id, 1)
    scanned.show_screen("lookup")  # before the disk has it
    qtbot.waitUntil(lambda: originals(scanned) != before)
    undo(qtbot, scanned.lookup.table)
    assert "Màn hình này không có gì để hoàn tác" in says(scanned)
    scanned.show_screen("intake")
    assert originals(scanned) != before
    undo(qtbot, scanned.intake.pages.thumbnails)
    qtbot.waitUntil(lambda: originals(scanned) == before)

"""Pages that were put to the wrong paper are proposed another one, with what tells it; one key puts them there."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from counter_app.dossier.pages import SpooledPage
from scanning.session import make_documents
from tests.ui.window.conftest import BIRTH
from tests.ui.window.life import receive, show
from tests.ui.window.read_papers import BIRTH as DECLARATION
from tests.ui.window.read_papers import CARD, CARD_CODE, NOTIFICATION, put
from ui.detail.acts.correcting import CorrectForm
from ui.intake.intake import Intake
from ui.shell.main_window import MainWindow

SLOW = 300_000
"""Milliseconds until a worker process has surely started on a busy machine."""
SECOND_PAGE = ("2", "Tôi xin chịu trách nhiệm trước pháp luật về những điều đã khai")
STRANGE = ("Kính gửi anh Ba,", "chiều nay họp xóm ở nhà văn hóa")
Lines = tuple[Sequence[str], str]
NOTICE: Lines = (NOTIFICATION, "birth_notification")
FORM: Lines = (DECLARATION, "birth_registration_declaration")
BLANK: Lines = ((), "unknown")


def stacked(qtbot: QtBot, window: MainWindow, *papers: Lines, component: str = "to-khai") -> list[SpooledPage]:
    """Everything the citizen brought went through the feeder for the one component that was chosen."""
    intake, desk = window.intake.intake, window.workplace.desk
    procedure = desk.knowledge.catalogue.get(BIRTH, desk.now().date())
    assert procedure is not None
    intake.choose(procedure)
    pages = [
        put(desk, intake.holder, component, lines, kind, codes=[CARD_CODE] if kind == "identity_card" else [])
        for lines, kind in papers
    ]
    for page in pages:
        window.workplace.pages.page_changed.emit(page)
    window.activateWindow()
    return pages


def lying(intake: Intake, key: str) -> list[str]:
    """What the pages of a component are, in their order."""
    pages = intake.pages_of(key)
    return [
        "blank" if page.reading and page.reading.blank else page.reading.document_type for page in pages if page.reading
    ]


def press(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)


def shown(qtbot: QtBot, window: MainWindow, title: str) -> str:
    """The proposal of a paper, once its page is on the screen."""
    page = window.intake
    qtbot.waitUntil(
        lambda: (proposed := page.place_bar.proposed) is not None and proposed.title == title and page.pages.is_shown,
        timeout=SLOW,
    )
    assert page.place_bar.isVisible()
    return page.place_bar.text.toolTip()


def test_a_stack_of_all_papers_falls_apart_at_the_clerks_word_each_paper_seen_before(
    qtbot: QtBot, window: MainWindow
) -> None:
    card: Lines = (CARD, "identity_card")
    stacked(qtbot, window, FORM, (SECOND_PAGE, "unknown"), NOTICE, BLANK, card, (STRANGE, "unknown"))
    intake, page = window.intake.intake, window.intake
    qtbot.waitUntil(lambda: len(intake.placing.proposals) == 2, timeout=SLOW)
    assert len(lying(intake, "to-khai")) == 6, "nothing is moved by itself"
    assert page.place_bar.isVisible() and page.place_bar.proposed is None, "the page on the screen is nobody's"
    assert not intake.ticked("giay-chung-sinh").here

    press(qtbot, window)
    said = shown(qtbot, window, "Giấy chứng sinh")
    assert "3" in said and "“GIẤY CHỨNG SINH”" in said and "100 %" in said
    press(qtbot, window)
    qtbot.waitUntil(lambda: lying(intake, "giay-chung-sinh") == ["birth_notification", "blank"])
    assert intake.ticked("giay-chung-sinh").originals == 1, "what lies there was handed in"

    said = shown(qtbot, window, "Căn cước công dân")
    assert "tùy thân" in said, "the next one is shown by itself"
    qtbot.waitUntil(lambda: "3" in page.place_bar.text.text())
    press(qtbot, window)
    qtbot.waitUntil(lambda: lying(intake, "giay-to-tuy-than") == ["identity_card"])
    assert lying(intake, "to-khai") == ["birth_registration_declaration", "unknown", "unknown"], "unknown stays"
    qtbot.waitUntil(lambda: not page.place_bar.isVisible(), timeout=SLOW)


def test_a_paper_that_was_put_elsewhere_comes_back_whole_with_one_key(qtbot: QtBot, window: MainWindow) -> None:
    pages = stacked(qtbot, window, NOTICE, BLANK, FORM)
    intake = window.intake.intake
    qtbot.waitUntil(lambda: len(intake.placing.proposals) == 1, timeout=SLOW)
    press(qtbot, window)
    shown(qtbot, window, "Giấy chứng sinh")
    press(qtbot, window)
    qtbot.waitUntil(lambda: len(lying(intake, "giay-chung-sinh")) == 2)
    assert window.workplace.undo.undo()
    qtbot.waitUntil(lambda: lying(intake, "to-khai") == ["birth_notification", "blank", pages[2].reading.document_type])  # type: ignore[union-attr]
    assert not intake.ticked("giay-chung-sinh").here, "it was ticked by its pages alone"


def test_the_key_to_verify_right_after_a_paper_was_put_elsewhere_is_not_lost(qtbot: QtBot, window: MainWindow) -> None:
    """The paper was no paper any more until it was read at its new place, and the key did nothing."""
    stacked(qtbot, window, FORM, component="giay-chung-sinh")
    intake, page = window.intake.intake, window.intake
    qtbot.waitUntil(lambda: len(intake.placing.proposals) == 1, timeout=SLOW)
    press(qtbot, window)
    shown(qtbot, window, "Tờ khai đăng ký khai sinh")
    press(qtbot, window)
    qtbot.waitUntil(lambda: lying(intake, "to-khai") == ["birth_registration_declaration"])
    assert not intake.verifying.read.counts.papers and page.verify_bar.isVisible(), "it is being read anew"
    qtbot.keyClick(window, Qt.Key.Key_J, Qt.KeyboardModifier.ControlModifier)
    assert "đọc lại" in page.verify_bar.text.text() and page.at_form
    qtbot.waitUntil(lambda: not page.at_form and page.verify.is_ready, timeout=SLOW)
    assert page.verify.paper.paper.paper == "birth_registration_declaration"


def test_files_put_to_the_wrong_paper_are_proposed_the_right_one_or_left_where_the_clerk_wants_them(
    qtbot: QtBot, window: MainWindow
) -> None:
    stacked(qtbot, window, FORM, component="giay-chung-sinh")
    intake, page = window.intake.intake, window.intake
    qtbot.waitUntil(lambda: len(intake.placing.proposals) == 1, timeout=SLOW)
    assert intake.ticked("giay-chung-sinh").originals == 1
    press(qtbot, window)
    shown(qtbot, window, "Tờ khai đăng ký khai sinh")
    page.place_bar.leave.click()
    assert not page.place_bar.isVisible() and lying(intake, "giay-chung-sinh"), "it is not asked again"
    assert intake.placing.proposals == ()


def test_nothing_is_moved_before_its_picture_was_there(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    stacked(qtbot, window, FORM, NOTICE)
    intake, panel = window.intake.intake, window.intake.pages
    qtbot.waitUntil(lambda: len(intake.placing.proposals) == 1, timeout=SLOW)
    panel.choose_page(intake.placing.proposals[0].pages[0])
    monkeypatch.setattr(panel, "_is_shown", False)
    press(qtbot, window)
    assert len(intake.placing.proposals) == 1 and not intake.pages_of("giay-chung-sinh")
    monkeypatch.setattr(panel, "_is_shown", True)
    press(qtbot, window)
    assert intake.placing.proposals == (), "the same key puts it there once it was seen"


def test_after_the_receipt_a_paper_leaves_the_wrong_document_by_the_same_key(qtbot: QtBot, window: MainWindow) -> None:
    desk, detail = window.workplace.desk, window.detail
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai", "giay-chung-sinh")
    put(desk, code, "to-khai", *FORM)
    notice = put(desk, code, "to-khai", *NOTICE)
    make_documents(desk, code)
    show(qtbot, window, code)
    detail._tabs.setCurrentWidget(detail._pages_room)
    bar, holder = detail.pages.place_bar, detail.pages.holder
    qtbot.waitUntil(lambda: len(detail.pages.placing.proposals) == 1, timeout=SLOW)
    detail.pages.panel.choose_page(notice.id)
    qtbot.waitUntil(lambda: bar.proposed is not None and detail.pages.panel.is_shown, timeout=SLOW)
    assert "“GIẤY CHỨNG SINH”" in bar.text.toolTip()
    window.activateWindow()
    press(qtbot, window)
    papers = {"to-khai": 1, "giay-chung-sinh": 1}
    qtbot.waitUntil(lambda: {key: len(holder.pages_of(key)) for key in papers} == papers, timeout=SLOW)
    made = {component.key: component for component in desk.dossier(code).components}
    assert len(made["to-khai"].pages) == 1, "one entry, with what it is as its reason"
    qtbot.waitUntil(lambda: all(page.document for page in desk.store.drafts.pages(code)), timeout=SLOW)
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_a_card_scanned_after_the_receipt_is_held_against_it_and_one_key_opens_what_puts_it_right(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk, detail = window.workplace.desk, window.detail
    code = receive(window, "Nguyễn Thị Hương", BIRTH, "to-khai", "giay-to-tuy-than", number="040190001234")
    put(desk, code, "giay-to-tuy-than", CARD, "identity_card", codes=[CARD_CODE])
    show(qtbot, window, code)
    detail._tabs.setCurrentWidget(detail._pages_room)
    bar = detail.pages.card_bar
    qtbot.waitUntil(bar.isVisible, timeout=SLOW)
    assert "040190001234" in bar.text.text() and desk.dossier(code).owner.name == "Nguyễn Thị Hương"
    said = dict(bar.said[0].said)
    assert said["name"] == "Nguyễn Thị Hường", "a single mark is another name"
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    form = detail.steps.panel.form
    assert isinstance(form, CorrectForm)
    assert {name: form.person[name].text() for name in said} == said
    assert desk.dossier(code).owner.name == "Nguyễn Thị Hương", "nothing without the clerk's entry"
    bar.pass_over.click()
    assert not bar.isVisible()


def test_a_card_of_nobody_whom_the_dossier_names_is_told_of_and_one_key_takes_its_page_out(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk, detail = window.workplace.desk, window.detail
    code = receive(window, "Lê Văn Lạ", BIRTH, "to-khai", "giay-to-tuy-than", number="040088001239")
    card = put(desk, code, "giay-to-tuy-than", CARD, "identity_card", codes=[CARD_CODE])
    show(qtbot, window, code)
    detail._tabs.setCurrentWidget(detail._pages_room)
    bar = detail.pages.card_bar
    qtbot.waitUntil(bar.isVisible, timeout=SLOW)
    assert "Nguyễn Thị Hường (040190001234)" in bar.text.text() and not bar.said
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: card.id not in {page.id for page in desk.store.drafts.pages(code)}, timeout=SLOW)
    qtbot.waitUntil(lambda: not bar.isVisible(), timeout=SLOW)
    assert desk.dossier(code).owner.name == "Lê Văn Lạ"

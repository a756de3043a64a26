"""The window and its screens: a card goes to the screen that takes it, a change to all that were ever shown."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from counter_app.desk import casework
from counter_app.dossier.roles import Clerk, Task
from tests.conftest import CLERK
from tests.ui.window.conftest import BIRTH, CARD, DeskAtWork
from tests.ui.window.life import NUMBER, receive, show
from ui.background.changes import DossiersChanged
from ui.shell.main_window import MainWindow
from ui.shell.message_strip import Tone


@pytest.fixture
def receptionist(desk_at_work: DeskAtWork) -> MainWindow:
    """The window of a clerk who administers nothing."""
    desk_at_work.clerk = Clerk(CLERK.name, frozenset({Task.RECEPTION}))
    return desk_at_work.open()


def test_a_card_read_in_the_list_finds_the_persons_dossiers(qtbot: QtBot, window: MainWindow) -> None:
    receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    receive(window, "Đặng Văn Bảo", BIRTH, "to-khai", number="040085001236")
    window.show_screen("lookup")
    window.take_card(CARD)
    qtbot.waitUntil(lambda: window.lookup.isVisible() and window.lookup.model.rowCount() == 1)
    assert window.lookup.field.text() == NUMBER


@pytest.mark.parametrize("screen", ["reports", "catalogue", "today"])
def test_a_card_read_where_no_card_is_taken_shows_the_person(qtbot: QtBot, window: MainWindow, screen: str) -> None:
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    receive(window, "Đặng Văn Bảo", BIRTH, "to-khai", number="040085001236")
    window.show_screen(screen)
    window.take_card(CARD)
    qtbot.waitUntil(lambda: window.person.isVisible() and window.person.seen is not None)
    assert window.person.seen is not None and [line.code for line in window.person.seen.dossiers] == [code]


def test_a_screen_that_the_desk_does_not_have_is_the_day(receptionist: MainWindow) -> None:
    window = receptionist
    window.show_screen("catalogue")
    assert window.today.isVisible() and window.screens.catalogue.made is None


def test_no_name_is_so_long_that_the_window_grows_beyond_the_screen(qtbot: QtBot, window: MainWindow) -> None:
    desk = window.workplace.desk
    listed = desk.knowledge.catalogue.listed(desk.now().date())
    longest = max(listed, key=lambda procedure: len(procedure.name))
    owner = ("Công ty cổ phần đầu tư xây dựng và phát triển hạ tầng " * 4)[:200].strip()
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    dossier = desk.dossier(code)
    named = dossier.owner.model_copy(update={"name": owner})
    long = dossier.model_copy(update={"owner": named, "procedure_name": longest.name})
    window.intake._received(long)
    assert window.minimumSizeHint().width() <= 1024
    show(qtbot, window, code)
    window.detail._owner_label.setText(owner)
    assert window.minimumSizeHint().width() <= 1024


def test_what_is_done_is_said_below_for_a_while_and_moves_nothing(qtbot: QtBot, window: MainWindow) -> None:
    top, messages = window.intake.mapTo(window, window.intake.rect().topLeft()), window.messages
    messages.stays[Tone.DONE] = 60
    window.workplace.messages.succeed("Trả kết quả: đã ghi nhận. " * 12)
    assert "đã ghi nhận" in messages.text.text() and window.minimumSizeHint().width() <= 1024
    assert window.intake.mapTo(window, window.intake.rect().topLeft()) == top
    qtbot.waitUntil(lambda: not messages.messages)
    assert not messages.text.isVisible() and "đã ghi nhận" in messages.history[0].sentence


def test_one_word_of_a_change_reaches_every_screen_that_was_shown(qtbot: QtBot, window: MainWindow) -> None:
    mine, other = (receive(window, name, BIRTH, "to-khai") for name in ("Nguyễn Thị Hường", "Đặng Văn Bảo"))
    window.show_dossier(mine)
    qtbot.waitUntil(lambda: window.detail.timeline.rowCount() == 1)
    heard: list[DossiersChanged] = []
    window.workplace.changes.dossiers_changed.connect(heard.append)
    desk = window.workplace.desk
    casework.hand_over(desk, other, "Phòng Tư pháp", "", "")
    window.workplace.changes.written(other)
    casework.hand_over(desk, mine, "Phòng Tư pháp", "", "")
    assert window.detail.timeline.rowCount() == 1, "it is not the dossier on the screen"
    window.workplace.changes.written(mine)
    qtbot.waitUntil(lambda: window.detail.timeline.rowCount() == 2)
    written = [change.codes for change in heard if change.written_here]
    assert written == [{other}, {mine}], "and sync hears the same, to send it"


def test_what_came_from_other_desks_is_not_taken_for_something_to_send(window: MainWindow) -> None:
    heard: list[DossiersChanged] = []
    window.workplace.changes.dossiers_changed.connect(heard.append)
    window.workplace.changes.arrived("H41.99-261125-0001")
    window.workplace.changes.waiting_changed()
    assert heard == [DossiersChanged(frozenset({"H41.99-261125-0001"})), DossiersChanged(frozenset())]


@pytest.mark.parametrize("width", [1024, 1366])
def test_no_fact_of_a_dossier_is_cut_at_the_edge_of_its_column(qtbot: QtBot, window: MainWindow, width: int) -> None:
    owner = "Nguyễn Thị Hường, Trần Thị Hoài Phương và các con " * 3
    show(qtbot, window, receive(window, owner.strip(), BIRTH, "to-khai"))
    window.resize(width, 768)
    facts = window.detail.facts
    room = facts.parentWidget()
    assert room is not None
    values = [label for label in facts.findChildren(QLabel) if label.objectName() != "quiet"]
    qtbot.waitUntil(
        lambda: window.width() == width and all(label.geometry().right() <= room.width() for label in values)
    )
    assert facts.width() <= room.width()
    assert all(label.height() >= label.heightForWidth(label.width()) for label in values), "no line is cut below"

"""Intakes that were begun and not received: listed with what a clerk knows them by, taken up, given up, taken back."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.store.drafts import Drafts
from counter_app.store.faults import StoreDiskFull
from tests.pace import slower
from tests.ui.window.conftest import BIRTH, DeskAtWork
from tests.ui.window.life import says
from ui.intake.open_intakes import OpenIntakes
from ui.shell.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier


def press(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    top = QApplication.activeWindow()
    assert top is not None
    QTest.keyClick(top.focusWidget() or top, key, modifier)


def keep(window: MainWindow, name: str, pages: int = 0) -> str:
    desk = window.workplace.desk
    draft = Draft(id=f"draft-of-{name}", procedure=BIRTH, owner=PersonTyped(name=name, identity_number="040190001234"))
    desk.keep_draft(draft)
    for number in range(pages):
        desk.store.drafts.add_page(draft.id, "to-khai", f"{number:064x}", "image/png", 300, "")
    return draft.id


def listed(dialog: OpenIntakes) -> list[list[str]]:
    columns = range(dialog.model.columnCount())
    return [[dialog.model.index(row, column).data() for column in columns] for row in range(dialog.model.rowCount())]


def opened(qtbot: QtBot, window: MainWindow, rows: int) -> OpenIntakes:
    press(Qt.Key.Key_O, CTRL)
    dialog = window.intake.open_intakes
    qtbot.waitUntil(lambda: dialog.isVisible() and dialog.isActiveWindow() and dialog.model.rowCount() == rows)
    return dialog


def test_open_intakes_are_listed_with_person_procedure_time_and_pages(qtbot: QtBot, window: MainWindow) -> None:
    keep(window, "Đặng Văn Bảo", pages=2)
    dialog = opened(qtbot, window, 1)
    ((name, procedure, at, pages),) = listed(dialog)
    assert (name, pages) == ("Đặng Văn Bảo", "2") and "khai sinh" in procedure and "25/11/2026" in at


def test_one_of_whom_only_the_number_is_known_is_told_of_by_it(qtbot: QtBot, window: MainWindow) -> None:
    keep(window, "")
    intake = window.intake.intake
    intake.type_person("owner", name="Đặng Văn Bảo")
    press(Qt.Key.Key_F2)
    qtbot.waitUntil(lambda: intake.ready and len(intake.others) == 2)
    intake.type_person("owner", identity_number="040190001234")
    qtbot.waitUntil(lambda: "040190001234 có hồ sơ nhập dở" in says(window))
    assert "040190001234" in [name for name, *_ in listed(opened(qtbot, window, 3))]


def test_what_was_typed_while_the_disk_was_full_is_told_and_kept_once_there_is_room_without_another_key(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    tasks, intake = window.workplace.tasks, window.intake.intake

    def full(*_: object) -> None:
        raise StoreDiskFull

    with monkeypatch.context() as disk:
        disk.setattr(Drafts, "keep", full)
        with qtbot.waitSignal(tasks.failed, timeout=60_000) as told:
            intake.change(owner=PersonTyped(name="Đặng Văn Bảo"))
            intake.keep()
        assert told.args is not None and "đã đầy" in told.args[0].sentence("vi")
        with qtbot.waitSignals([tasks.failed, tasks.failed], timeout=60_000):
            intake.begin()
        intake.change(owner=PersonTyped(name="Hồ Thị Lài"))
        assert "đã đầy" in says(window)
    intake.keep()
    drafts = window.workplace.desk.store.drafts
    qtbot.waitUntil(lambda: {"Đặng Văn Bảo", "Hồ Thị Lài"} <= {line.name for line in drafts.lines()})
    qtbot.waitUntil(lambda: "đã đầy" not in says(window))  # once there is room nothing is said of it
    assert intake.draft.owner.name == "Hồ Thị Lài" and len(drafts.lines()) == 2


def test_another_intake_that_is_taken_up_while_the_disk_is_full_takes_nothing_of_this_one_away(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(window, "Hồ Thị Lài")
    tasks, intake, drafts = window.workplace.tasks, window.intake.intake, window.workplace.desk.store.drafts

    def full(*_: object) -> None:
        raise StoreDiskFull

    with monkeypatch.context() as disk:
        disk.setattr(Drafts, "keep", full)
        intake.change(owner=PersonTyped(name="Đặng Văn Bảo"))
        here = intake.draft.id
        with qtbot.waitSignal(tasks.failed, timeout=60_000):
            intake.take_up("draft-of-Hồ Thị Lài")
        qtbot.waitUntil(lambda: intake.draft.owner.name == "Hồ Thị Lài")
        intake.change(note="gọi trước khi trả")
        intake.take_up(here)
        qtbot.waitUntil(lambda: intake.draft.owner.name == "Đặng Văn Bảo")
    intake.keep()
    qtbot.waitUntil(lambda: {"Đặng Văn Bảo", "Hồ Thị Lài"} <= {line.name for line in drafts.lines()})
    qtbot.waitUntil(lambda: getattr(drafts.get("draft-of-Hồ Thị Lài"), "note", "") == "gọi trước khi trả")


def test_one_is_given_up_and_taken_back_by_keys(qtbot: QtBot, window: MainWindow) -> None:
    keep(window, "Đặng Văn Bảo", pages=1)
    keep(window, "Hồ Thị Lài")
    dialog = opened(qtbot, window, 2)
    QTest.keyClicks(dialog.field, "van baox")
    assert listed(dialog) == [] and "Không có hồ sơ nhập dở nào" in dialog.said.text()
    press(Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: [row[0] for row in listed(dialog)] == ["Đặng Văn Bảo"])
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Delete)
    drafts = window.workplace.desk.store.drafts
    qtbot.waitUntil(lambda: [draft.owner.name for draft in drafts.all() if draft.owner.name] == ["Hồ Thị Lài"])
    qtbot.waitUntil(lambda: "Đã bỏ hồ sơ nhập dở của Đặng Văn Bảo" in says(window))
    press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: [row[0] for row in listed(dialog)] == ["Đặng Văn Bảo"])
    dialog.reject()
    window.intake.open_drafts()
    qtbot.waitUntil(lambda: len(listed(dialog)) == 2 and dialog.isActiveWindow())
    assert dialog.field.text() == "", "what was looked for the last time hides nothing"
    QTest.keyClicks(dialog.field, "van bao")
    qtbot.waitUntil(lambda: len(listed(dialog)) == 1)
    assert len(drafts.pages("draft-of-Đặng Văn Bảo")) == 1, "with its pages"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.intake.applicant.owner.name.text() == "Đặng Văn Bảo")
    assert len(window.intake.intake.pages) == 1


def test_a_delete_key_pressed_twice_or_held_gives_one_intake_up(qtbot: QtBot, window: MainWindow) -> None:
    for name in ("Đặng Văn Bảo", "Hồ Thị Lài", "Lê Thị Cúc"):
        keep(window, name)
    dialog = opened(qtbot, window, 3)
    dialog.table.setFocus()
    press(Qt.Key.Key_Delete)
    press(Qt.Key.Key_Delete)
    for _ in range(20):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "", True)
        QApplication.sendEvent(dialog.table, key)
        QApplication.processEvents()
    qtbot.waitUntil(lambda: len(listed(dialog)) == 2)
    drafts = window.workplace.desk.store.drafts
    assert len([draft for draft in drafts.all() if draft.owner.name]) == 2
    assert window.workplace.undo.undo() and not window.workplace.undo.undo(), "it was given up once"
    qtbot.waitUntil(lambda: len(listed(dialog)) == 3)


def test_one_given_up_where_one_types_is_taken_back_there(qtbot: QtBot, window: MainWindow) -> None:
    """The field with the cursor took Ctrl+Z for itself, though nothing was typed into it."""
    keep(window, "Đặng Văn Bảo")
    dialog = opened(qtbot, window, 1)
    dialog.field.setFocus()
    qtbot.waitUntil(dialog.field.hasFocus)
    qtbot.keyClick(dialog.field, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: listed(dialog) == [])
    qtbot.keyClick(dialog.field, Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: [row[0] for row in listed(dialog)] == ["Đặng Văn Bảo"])


def test_the_intake_on_the_screen_is_given_up_without_a_question_and_taken_back_by_its_name(
    qtbot: QtBot, window: MainWindow
) -> None:
    intake = window.intake.intake
    intake.type_person("owner", name="Lê Thị Mơ")
    draft = intake.draft
    intake.give_up(draft.id, "Lê Thị Mơ")
    qtbot.waitUntil(lambda: intake.ready and intake.draft.id != draft.id)
    assert intake.empty and QApplication.activeModalWidget() is None
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    press(Qt.Key.Key_Z, CTRL)
    qtbot.waitUntil(lambda: intake.draft == draft)
    qtbot.waitUntil(lambda: "Đã hoàn tác: Đã bỏ hồ sơ nhập dở của Lê Thị Mơ" in says(window))


def test_what_was_given_up_is_gone_when_the_program_starts_anew(qtbot: QtBot, desk_at_work: DeskAtWork) -> None:
    window = desk_at_work.open()
    given_up, kept = keep(window, "Đặng Văn Bảo", pages=1), keep(window, "Hồ Thị Lài")
    window.workplace.desk.store.drafts.give_up(given_up)
    desk_at_work.close()
    drafts = desk_at_work.open().workplace.desk.store.drafts
    qtbot.waitUntil(lambda: drafts.get(given_up) is None)
    assert drafts.get(kept) is not None and drafts.pages(given_up) == []


def test_ten_thousand_open_intakes_are_all_there_and_nothing_waits_for_them(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    store, at = window.workplace.desk.store, window.workplace.desk.now()
    with store.transaction():
        for number in range(10_000):
            person = PersonTyped(name=f"Nguyễn Thị Hường {number}", identity_number=f"0401900{number:05d}")
            store.drafts.keep(Draft(id=f"draft-{number:06d}", procedure=BIRTH, owner=person), at)
    dialog = opened(qtbot, window, 10_000)
    QTest.keyClicks(dialog.field, "huong 7777")
    qtbot.waitUntil(lambda: [row[0] for row in listed(dialog)] == ["Nguyễn Thị Hường 7777"])
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.intake.applicant.owner.name.text() == "Nguyễn Thị Hường 7777")
    began = time.thread_time()
    window.show_intake()
    assert time.thread_time() - began < 0.5 * slower(), "a fresh intake is there at once, whatever is open beside it"
    qtbot.waitUntil(lambda: window.intake.intake.ready and len(window.intake.intake.others) == 10_000)
    assert len(store.drafts.lines()) == 10_000

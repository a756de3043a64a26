"""The way to the first paint: only what the first screen needs is loaded, and one can type into it at once."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from counter_app.config import PROFILE, sample_profile, save_profile
from tests.ui.window.first_paint import TO_THE_FIRST_PAINT, TO_THE_PASSWORD, UNTIL_ALL_IS_MADE
from ui.settings.fields import ROOMS
from ui.shell.beside import SETTLED
from ui.shell.main_window import MainWindow
from ui.widgets.lazy_screen import LazyScreen, SlicedScreen, Slices

Typing = Callable[[QWidget, str], None]
TOO_EARLY = (
    # libraries of other screens, of paper and of the line
    *("numpy", "cv2", "PIL", "httpx", "zeroconf", "tomlkit", "reportlab", "pikepdf", "pypdfium2", "rapidfuzz"),
    *(
        "python_calamine",
        "xlsxwriter",
        "escpos",
        "serial",
        "usb",
        "zxingcpp",
        "pytesseract",
        "keyring",
        "urllib.request",
    ),
    *("PySide6.QtPrintSupport", "PySide6.QtMultimedia", "PySide6.QtPdf"),
    # our own rooms
    *("printing", "printing.print_queue", "printing.spooler", "counter_app.sync.worker", "counter_app.commands"),
    *("counter_app.reports", "counter_app.province", "counter_app.province.national"),
    *("ui.intake", "ui.pages", "ui.person", "ui.papers"),
    *("ui.detail", "ui.lookup", "ui.reports", "ui.catalogue", "ui.setup", "ui.sync.dialog"),
    "ui.widgets.pdf_preview",
)
"""Modules, and packages with all that is in them, that nobody needs before the first screen is painted."""


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], set[str]]:
    """Starts `counter run` by a script, on a desk that was set up, and gives the words it prints."""
    data = tmp_path_factory.mktemp("desk")
    save_profile(sample_profile(), data / PROFILE)
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring"}
    make = (
        "import sys; from pathlib import Path; from counter_app.config import *; from counter_app.desk.desk import *;"
        "from counter_app.desk.accounts import make_administrator;"
        "data = Path(sys.argv[1]); desk = open_desk(data, load_profile(data / PROFILE));"
        "make_administrator(desk, 'Trần Thị Mẫu', 'mot cau ngan', 'mot cau ngan'); desk.store.close()"
    )

    def run(script: str) -> set[str]:
        command = [sys.executable, "-c", script, str(data)]
        return set(subprocess.run(command, capture_output=True, text=True, check=True, env=env).stdout.split())

    run(make)
    return run


@pytest.fixture(scope="module")
def loaded(started: Callable[[str], set[str]]) -> set[str]:
    """The modules that `counter run` has loaded when the first field is painted."""
    return started(TO_THE_FIRST_PAINT)


def test_what_holds_qt_is_loaded_by_the_windows_thread_alone(started: Callable[[str], set[str]]) -> None:
    elsewhere = started(UNTIL_ALL_IS_MADE)
    assert {"counter_app.desk.receiving", "counter_app.reports.offered", "scanning.fields.drawing"} <= elsewhere
    assert not [name for name in elsewhere if name.partition(".")[0] in {"ui", "PySide6", "shiboken6"}]


@pytest.mark.parametrize("name", TOO_EARLY)
def test_nothing_heavy_is_loaded_before_the_first_paint(loaded: set[str], name: str) -> None:
    assert "ui.today.page" in loaded
    assert not sorted(item for item in loaded if item == name or item.startswith(f"{name}."))


def test_the_field_of_the_password_waits_for_neither_desk_nor_window(started: Callable[[str], set[str]]) -> None:
    before_it = started(TO_THE_PASSWORD)
    assert "UnlockDialog" in before_it
    later = (
        "sqlite_utils",
        "counter_app.desk.desk",
        "counter_app.dossier.acts",
        "ui.background",
        "ui.shell.main_window",
    )
    assert not [name for name in later if name in before_it]


def test_the_store_leaves_numpy_to_those_who_need_it() -> None:
    lines = "import sys, counter_app.store.store; assert 'numpy' not in sys.modules; import numpy; print(numpy.int8(7))"
    done = subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "7"


def test_a_late_screen_is_made_once_and_only_when_it_is_asked_for() -> None:
    made: list[object] = []

    def make() -> object:
        made.append(object())
        return made[-1]

    late = LazyScreen(make)
    assert late.made is None and not made
    assert late() is late() is late.made
    assert len(made) == 1


def test_a_screen_in_slices_is_whole_at_once_when_it_is_asked_for_meanwhile() -> None:
    done: list[int] = []

    def slices() -> Slices[str]:
        for number in range(3):
            done.append(number)
            yield
        return "made"

    late = SlicedScreen(slices)
    assert not late.make_slice() and not late.make_slice()
    assert done == [0, 1] and late.made is None
    assert late() == "made" == late.made and done == [0, 1, 2]
    assert late.make_slice() and late() == "made"


def test_screens_that_nobody_opened_are_not_there_yet(window: MainWindow) -> None:
    there = ("today", "intake", "lookup", "detail", "reports", "feedback", "settings", "catalogue", "drawing", "_done")
    """All but the first two are made, a slice a while, when the desk has settled."""
    screens = vars(window.screens).items()
    late = [late for name, late in screens if isinstance(late, LazyScreen) and name not in there]
    parts = vars(window.intake).items()
    late += [part for name, part in parts if isinstance(part, LazyScreen) and name not in there]
    assert len(late) == 9
    assert all(item.made is None for item in late)


def test_what_takes_longest_to_open_is_made_in_slices_for_those_who_may_open_it(window: MainWindow) -> None:
    screens = window.screens
    window.making.stop()
    assert screens.make_next(lambda name: name == "settings") and screens.settings.made is None, "not whole at once"
    window.show_screen("settings")
    page = window.settings
    assert page.list.count() == page.rooms.count() == len(page.forms) == len(ROOMS), "asked for meanwhile, it is whole"
    assert page.list.currentRow() == 0 and not page.is_edited
    while screens.make_next(lambda name: name != "drawing"):
        pass
    assert all(screen.made is not None for screen in (screens.reports, screens.feedback, screens.catalogue))
    assert window.intake._done.made is not None, "what follows the first receipt, too"
    assert screens.drawing.made is None, "whoever may not go there needs none"


@pytest.mark.parametrize(("key", "room"), [(Qt.Key.Key_F3, "lookup"), (Qt.Key.Key_F4, "reports")])
def test_a_screen_opens_by_its_key(qtbot: QtBot, window: MainWindow, key: Qt.Key, room: str) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, key)
    qtbot.waitUntil(lambda: getattr(window, room).isVisible())
    qtbot.keyClick(window, Qt.Key.Key_F2)
    qtbot.waitUntil(window.intake.isVisible)


@pytest.mark.parametrize("room", ["lookup", "reports", "intake"])
def test_a_screen_opens_by_a_click(qtbot: QtBot, window: MainWindow, room: str) -> None:
    qtbot.mouseClick(window.navigation._buttons[room], Qt.MouseButton.LeftButton)
    assert getattr(window, room).isVisible()


def test_the_signs_at_the_bottom_open_their_lists(qtbot: QtBot, window: MainWindow) -> None:
    window.strip.papers_wanted.emit()
    window.strip.sync_wanted.emit()
    assert window.waiting.isVisible() and window.sync_screen.isVisible()
    window.waiting.close()
    window.sync_screen.close()


def test_sync_and_printing_start_after_the_window_is_there(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: window._sync._worker is not None and window.workplace.printing._spooler is not None)


def test_a_window_closed_at_once_starts_nothing_afterwards(qtbot: QtBot, desk_at_work) -> None:  # type: ignore[no-untyped-def]
    window = desk_at_work.open()
    desk_at_work.close()
    qtbot.wait(2 * SETTLED)
    assert window._sync._worker is None


def test_what_is_typed_before_the_draft_is_there_stays(qtbot: QtBot, desk_at_work, type_text: Typing) -> None:  # type: ignore[no-untyped-def]
    window = _typed_at_once(desk_at_work, type_text)
    assert window.intake.applicant.owner.name.text() == "Lê Thị Mơ"
    drafts = window.workplace.desk.store.drafts
    qtbot.waitUntil(lambda: [draft.owner.name for draft in drafts.all()] == ["Lê Thị Mơ"])
    assert [draft.id for draft in drafts.all()] == [window.intake.intake.draft.id]


def test_typing_at_once_begins_a_fresh_intake_beside_the_unfinished_one(
    qtbot: QtBot,
    desk_at_work,
    type_text: Typing,  # type: ignore[no-untyped-def]
) -> None:
    before = desk_at_work.open()
    type_text(before.intake.applicant.owner.name, "Phan Văn Cũ")
    desk_at_work.close()
    window = _typed_at_once(desk_at_work, type_text)
    assert window.intake.applicant.owner.name.text() == "Lê Thị Mơ"
    assert [other.name for other in window.intake.intake.others] == ["Phan Văn Cũ"]
    drafts = window.workplace.desk.store.drafts
    qtbot.waitUntil(lambda: {draft.owner.name for draft in drafts.all()} == {"Lê Thị Mơ", "Phan Văn Cũ"})


def _typed_at_once(desk_at_work, type_text: Typing) -> MainWindow:  # type: ignore[no-untyped-def]
    """A window into which the clerk types before the store has answered."""
    from unittest.mock import patch

    begin = MainWindow.begin

    def begin_and_type(window: MainWindow) -> None:
        begin(window)
        assert not window.intake.intake.ready
        type_text(window.intake.applicant.owner.name, "Lê Thị Mơ")

    with patch.object(MainWindow, "begin", begin_and_type):
        window: MainWindow = desk_at_work.open()
    return window

"""Work beside the window's thread: what comes back, to whom, and what happens where nobody waits for it any more."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import weakref
from collections.abc import Iterator

from PySide6.QtCore import QObject, QThreadPool
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from ui.widgets.off_thread import OffThread

CLOSED_IN_THE_MIDDLE = """
import sys, time
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import delete
from ui.widgets.off_thread import OffThread

application = QApplication([])
sys.setswitchinterval(1e-5)
end = time.monotonic() + 1.5
rounds = 0
while time.monotonic() < end:
    widget = QObject()
    for _ in range(4):
        OffThread(widget).stream(lambda: iter(range(300)), lambda value: None)
    time.sleep(0.0002 * (rounds % 8))
    delete(widget)
    rounds += 1
print(rounds)
"""


def test_each_value_arrives_in_its_order_on_the_windows_thread(qtbot: QtBot) -> None:
    got: list[tuple[int, bool]] = []
    window = threading.current_thread()
    off_thread = OffThread()
    off_thread.stream(lambda: iter(range(5)), lambda value: got.append((value, threading.current_thread() is window)))
    qtbot.waitUntil(lambda: len(got) == 5)
    assert got == [(value, True) for value in range(5)]


def test_only_the_newest_page_is_shown_and_what_failed_is_told(qtbot: QtBot) -> None:
    shown: list[str] = []
    go_on = threading.Event()

    def slow() -> str:
        go_on.wait()
        return "the page before"

    def broken() -> str:
        raise ValueError("no picture")

    off_thread = OffThread()
    off_thread.run(slow, shown.append)
    off_thread.run(broken, shown.append, lambda: shown.append("failed"))
    go_on.set()
    qtbot.waitUntil(lambda: bool(shown))
    QThreadPool.globalInstance().waitForDone()
    qtbot.wait(1)
    assert shown == ["failed"]


def test_widgets_closed_while_their_pictures_are_made_do_not_end_the_program() -> None:
    """The thread told its result to an object that was being destroyed: the window was gone without a word."""
    ended = subprocess.run(
        [sys.executable, "-c", CLOSED_IN_THE_MIDDLE],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
    )
    assert ended.returncode == 0, ended.stderr
    assert int(ended.stdout) > 10


def test_a_closed_widget_is_told_nothing_and_dies_on_the_windows_thread(qtbot: QtBot) -> None:
    class Preview:
        """What only the work knows of any more."""

        def show(self, value: int) -> None:
            raise AssertionError("nobody looks at it")

    died: list[threading.Thread] = []
    begun, go_on = threading.Event(), threading.Event()

    def values() -> Iterator[int]:
        begun.set()
        go_on.wait()
        yield 1

    preview, parent = Preview(), QObject()
    weakref.finalize(preview, lambda: died.append(threading.current_thread()))
    OffThread(parent).stream(values, preview.show)
    begun.wait()
    delete(parent)
    del preview
    go_on.set()
    qtbot.waitUntil(lambda: bool(died))
    assert died == [threading.current_thread()]

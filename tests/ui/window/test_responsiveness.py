"""The window never stalls: not while pages are read, not when it opens."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QTimer
from pytestqt.qtbot import QtBot

from tests.pace import slower
from ui.shell.main_window import MainWindow
from ui.widgets.input_watch import input_watch

STALL = 0.050
"""Seconds; a clerk who types notices more, on a machine that is no slower than a desktop of today."""
PAGES = 32
TRIES = 3
"""A busy machine may take the processor away from us; a stall of our own comes every time."""


class Heartbeat:
    """Measures the longest time between two turns of the event loop, in seconds.

    What this thread only waited for a processor that others had is no stall of the window's, where the system tells.
    """

    def __init__(self) -> None:
        self.longest = 0.0
        self._last = time.perf_counter() - _waited_for_a_processor()
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.perf_counter() - _waited_for_a_processor()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    def stop(self) -> float:
        """The longest gap so far."""
        self._timer.stop()
        return self.longest


def _waited_for_a_processor() -> float:
    """Seconds this thread was ready to run and could not (Linux: the second figure, in nanoseconds)."""
    told = Path("/proc/thread-self/schedstat")
    return int(told.read_text().split()[1]) / 1e9 if told.exists() else 0.0


@pytest.mark.slow
@pytest.mark.alone
def test_the_event_loop_beats_while_pages_are_read(
    qtbot: QtBot, window: MainWindow, paper: Callable[[str], Path], record_property: Callable[[str, object], None]
) -> None:
    intake = window.intake.intake
    procedure = window.workplace.desk.knowledge.catalogue.get("1.001193", window.workplace.desk.now().date())
    assert procedure is not None
    intake.choose(procedure)
    window.intake.sources.add_files("to-khai", [paper("Trang đầu")])  # starts the workers and loads what is loaded once
    qtbot.waitUntil(lambda: not window.workplace.pages.busy(intake.draft.id) and len(intake.pages) == 1)
    qtbot.wait(500)
    gaps = []
    for attempt in range(TRIES):
        sheets = [paper(f"Trang {attempt} {page}") for page in range(4)] * (PAGES // 4)
        heartbeat = Heartbeat()
        window.intake.sources.add_files("to-khai", sheets)
        wanted = len(intake.pages) + PAGES
        qtbot.waitUntil(lambda all_pages=wanted: len(intake.pages) == all_pages, timeout=180_000)  # type: ignore[misc]
        qtbot.waitUntil(lambda: not window.workplace.pages.busy(intake.draft.id), timeout=180_000)
        qtbot.wait(300)
        gaps.append(heartbeat.stop())
        if gaps[-1] < STALL * slower():
            break
    record_property("longest stall, ms", [round(1000 * gap) for gap in gaps])
    assert min(gaps) < STALL * slower(), f"stalls of {[round(1000 * gap) for gap in gaps]} ms"


def test_what_is_painted_is_shown_to_nobody_who_watches_for_keys(qtbot: QtBot, window: MainWindow) -> None:
    shown: list[QEvent.Type] = []

    def see(watched: QObject, event: QEvent) -> bool:
        shown.append(event.type())
        return False

    input_watch().add(see, [QEvent.Type.Paint, QEvent.Type.UpdateRequest, QEvent.Type.KeyRelease])
    window.update()
    qtbot.waitUntil(lambda: QEvent.Type.UpdateRequest in shown)
    qtbot.wait(0)
    assert QEvent.Type.Paint not in shown
    qtbot.keyClick(window, "a")
    assert QEvent.Type.KeyRelease in shown, "keys are seen as before"
    input_watch().remove(see)

"""All that a clerk's day shows has room on the smallest screen.

`COUNTER_SCREENS=folder COUNTER_THEME=dark ./counter test tests/ui/window/test_every_state.py` leaves a picture of each
in that folder (light, dark or contrast), to be looked at; with QT_SCALE_FACTOR=2 they are drawn at 200 %.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.window.conftest import DeskAtWork
from tests.ui.window.every_state import states
from tests.ui.window.guide_pictures import PICTURES
from tests.ui.window.test_every_screen import SMALLEST
from ui.shell.application import speak
from ui.shell.main_window import MainWindow
from ui.theme import apply_theme

_SEEN = 400  # milliseconds until somebody would have seen all of a screen


@pytest.mark.slow
@pytest.mark.parametrize("language", ["vi", "en"])
def test_nothing_that_a_day_shows_is_larger_than_the_smallest_screen(
    qtbot: QtBot, qapp: QApplication, desk_at_work: DeskAtWork, paper: Callable[[str], Path], language: str
) -> None:
    speak(qapp, language)
    desk_at_work.language = language
    apply_theme(qapp, os.environ.get("COUNTER_THEME", "light"))
    try:
        window = desk_at_work.open()
        window.resize(*SMALLEST)
        qtbot.waitUntil(lambda: (window.width(), window.height()) == SMALLEST)
        larger, seen = [], set()
        for number, (name, shown) in enumerate(states(qtbot, window, paper)):
            QApplication.processEvents()
            seen.add(name)
            keep_picture(qtbot, shown, f"{number:03} {name}")
            size = shown.size() if shown is window else shown.minimumSizeHint()
            if size.width() > SMALLEST[0] or size.height() > SMALLEST[1]:
                larger.append(f"{name}: {size.width()} × {size.height()}")
                window.resize(*SMALLEST)
            if name.startswith("report, "):
                qtbot.waitUntil(lambda: first_row_is_seen(window))
                period = window.reports.period.shown
                assert not period.isVisible() or period.width() >= period.sizeHint().width(), f"{name}: {period.text()}"
        assert not larger, "\n".join(larger)
        assert seen >= set(PICTURES), "the guide's pictures are of these"
    finally:
        speak(qapp, "vi")
        apply_theme(qapp, "light")


def first_row_is_seen(window: MainWindow) -> bool:
    """What a report counts, whatever else it shows."""
    table = window.reports.view.table.view
    return not table.isVisible() or table.viewport().height() >= table.rowHeight(0)


def keep_picture(qtbot: QtBot, shown: QWidget, name: str) -> None:
    """For somebody who wants to look at it; what comes beside the window is there then."""
    if folder := os.environ.get("COUNTER_SCREENS"):
        Path(folder).mkdir(exist_ok=True)
        qtbot.wait(_SEEN)
        shown.grab().save(str(Path(folder) / f"{name}.png"))

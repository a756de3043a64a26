"""Text chosen on the picture of a page, by mouse and by keys."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from counter_app.dossier.pages import Word
from tests.pace import slower
from tests.ui.widgets.conftest import Picture
from ui.widgets.page_view import PageView

FRAME = 0.016
"""Seconds in which a view has to be painted to move at 60 frames a second."""
WORDS = tuple(
    Word(text, 90.0, (200 + 300 * column, 300 + 100 * line, 250, 40))
    for line, texts in enumerate((("Đặng", "Thị", "Hường"), ("xã", "Nghi", "Lộc")))
    for column, text in enumerate(texts)
)


@pytest.fixture
def view(qtbot: QtBot, picture: Picture) -> PageView:
    shown = PageView()
    qtbot.addWidget(shown)
    shown.resize(700, 700)
    shown.show()
    shown.show_picture(picture(2480, 3508))
    qtbot.waitUntil(lambda: not shown.is_empty)
    shown.show_words(WORDS)
    return shown


def middle(view: PageView, word: Word) -> QPoint:
    x, y, width, height = word.box
    return view.mapFromScene(QPointF(x + width / 2, y + height / 2))


def test_words_are_chosen_with_the_mouse_and_copied(qtbot: QtBot, view: PageView) -> None:
    port = view.viewport()
    qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=middle(view, WORDS[1]))
    qtbot.mouseMove(port, middle(view, WORDS[4]))
    qtbot.mouseRelease(port, Qt.MouseButton.LeftButton, pos=middle(view, WORDS[4]))
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Thị Hường\nxã Nghi"
    qtbot.mouseClick(port, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert view.words.text == "", "a press beside the words lets go"


def test_all_words_are_chosen_by_key_in_the_lines_of_the_page(qtbot: QtBot, view: PageView) -> None:
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "Đặng Thị Hường\nxã Nghi Lộc"
    view.show_words(())
    assert view.words.text == "", "another page has nothing chosen"


def test_the_page_moves_by_keys(qtbot: QtBot, view: PageView) -> None:
    view.true_size()
    bar = view.verticalScrollBar()
    bar.setValue(0)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    further = bar.value()
    assert further > 0
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert bar.value() > further
    qtbot.keyClick(view, Qt.Key.Key_Space, Qt.KeyboardModifier.ShiftModifier)
    assert bar.value() < further + bar.singleStep()


def test_a_page_at_300_dpi_is_painted_within_a_frame_at_every_zoom(qtbot: QtBot, view: PageView) -> None:
    view.words.choose_all()
    taken: dict[float, float] = {}
    for scale in (0.1, 0.25, 0.3, 0.5, 0.75, 1.0, 2.0):
        view.true_size()
        view.zoom(scale)
        times = []
        for step in range(12):
            view.verticalScrollBar().setValue(40 * step)
            began = time.thread_time()  # the processor may be others' meanwhile
            view.viewport().repaint()
            times.append(time.thread_time() - began)
        taken[scale] = sorted(times)[len(times) // 2]
    assert max(taken.values()) < FRAME * slower(), taken

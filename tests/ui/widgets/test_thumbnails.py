"""Pages come in from the scanner, are read, and a wrong one is taken out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPixmap
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.thumbnails import PageThumb, ThumbnailList, ThumbnailModel

Picture = Callable[..., bytes]


@pytest.fixture
def model() -> ThumbnailModel:
    return ThumbnailModel()


@pytest.fixture
def pages(qtbot: QtBot, model: ThumbnailModel) -> ThumbnailList:
    pages = ThumbnailList(model)
    qtbot.addWidget(pages)
    pages.resize(600, 124)
    pages.show()
    return pages


def thumb(number: int, state: str = "reading", picture: Callable[[], bytes] | None = None) -> PageThumb:
    return PageThumb(number, f"Page {number}", state, "from the scanner", picture)


def shown(model: ThumbnailModel, row: int) -> QPixmap | None:
    found = model.index(row).data(Qt.ItemDataRole.DecorationRole)
    return found if isinstance(found, QPixmap) and not found.isNull() else None


def test_pictures_are_read_beside_the_window_and_only_once(
    qtbot: QtBot, model: ThumbnailModel, pages: ThumbnailList, picture: Picture
) -> None:
    threads: list[int] = []
    page = picture(2480, 3508, "#336699")

    def load() -> bytes:
        threads.append(threading.get_ident())
        return page

    model.show([thumb(7, picture=load)])
    qtbot.waitUntil(lambda: shown(model, 0) is not None)
    pages.grab()
    small = shown(model, 0)
    assert small is not None and max(small.width(), small.height()) <= 152
    assert QColor(small.toImage().pixel(2, 2)).blue() > 120
    assert len(threads) == 1 and threads[0] != threading.get_ident()


def test_a_page_read_anew_shows_its_new_picture(
    qtbot: QtBot, model: ThumbnailModel, pages: ThumbnailList, picture: Picture
) -> None:
    blue, red = picture(400, 600, "#3366cc"), picture(400, 600, "#cc3333")
    model.show([replace(thumb(7, "read", lambda: blue), version="turned")])
    qtbot.waitUntil(lambda: shown(model, 0) is not None)
    model.show([replace(thumb(7, "read", lambda: red), version="turned back")])

    def is_red() -> bool:
        small = shown(model, 0)
        return small is not None and QColor(small.toImage().pixel(2, 2)).red() > 150

    qtbot.waitUntil(is_red)


def test_a_page_whose_file_is_gone_stays_a_blank_sheet(
    qtbot: QtBot, model: ThumbnailModel, pages: ThumbnailList
) -> None:
    asked: list[int] = []

    def load() -> bytes:
        asked.append(1)
        raise FileNotFoundError

    model.show([thumb(1, picture=load)])
    qtbot.waitUntil(lambda: bool(asked))
    qtbot.wait(50)
    pages.grab()
    assert shown(model, 0) is None and asked == [1], "it is not asked for again and again"


def test_what_is_selected_stays_while_pages_come_and_go(
    qtbot: QtBot, model: ThumbnailModel, pages: ThumbnailList
) -> None:
    model.show([thumb(1), thumb(2)])
    with qtbot.waitSignal(pages.page_selected) as selected:
        pages.select(2)
    assert selected.args == [2]
    with qtbot.assertNotEmitted(pages.page_selected):
        model.show([thumb(1, "read"), thumb(2, "read"), thumb(3)])
        model.show([thumb(2, "read"), thumb(3)])
    assert model.row_of(2) == pages.currentIndex().row() == 0
    assert pages.selectionModel().isSelected(model.index(0))


def test_delete_asks_for_the_selected_page(qtbot: QtBot, model: ThumbnailModel, pages: ThumbnailList) -> None:
    model.show([thumb(4), thumb(5)])
    pages.select(5)
    with qtbot.waitSignal(pages.remove_requested) as asked:
        qtbot.keyClick(pages, Qt.Key.Key_Delete)
    assert asked.args == [5]
    assert model.rowCount() == 2, "whether it goes is decided elsewhere"


def test_a_delete_key_that_is_held_asks_for_one_page(qtbot: QtBot, model: ThumbnailModel, pages: ThumbnailList) -> None:
    """The next page is chosen once one is gone: the whole stack went while a finger lay on the key."""
    model.show([thumb(4), thumb(5)])
    pages.select(4)
    asked: list[int] = []
    pages.remove_requested.connect(asked.append)
    for held in (False, True, True):
        key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier, "", held)
        QApplication.sendEvent(pages, key)
    assert asked == [4]


def test_arrow_keys_walk_through_the_pages(qtbot: QtBot, model: ThumbnailModel, pages: ThumbnailList) -> None:
    model.show([thumb(number) for number in range(1, 6)])
    pages.select(1)
    with qtbot.waitSignal(pages.page_selected) as selected:
        qtbot.keyClick(pages, Qt.Key.Key_Right)
    assert selected.args == [2]


def test_each_state_looks_different_without_its_colour(model: ThumbnailModel, pages: ThumbnailList) -> None:
    looks = set()
    for state in ("waiting", "reading", "read", "failed", "blank"):
        model.show([replace(thumb(1), state=state, label="")])
        grey = pages.viewport().grab().toImage()
        badge = [QColor(grey.pixel(x, y)).lightness() > 235 for y in range(60, 92) for x in range(46, 80)]
        looks.add(tuple(badge))
    assert len(looks) == 5


def test_a_screen_reader_hears_the_state(model: ThumbnailModel) -> None:
    model.show([thumb(3, "failed")])
    heard = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == f"Page 3, {model.state_name('failed')}"


def test_the_grid_wraps_where_the_row_scrolls(model: ThumbnailModel, pages: ThumbnailList) -> None:
    model.show([thumb(number) for number in range(20)])
    pages.resize(300, 300)
    assert pages.visualRect(model.index(19)).top() == pages.visualRect(model.index(0)).top()
    pages.set_grid(True)
    pages.grab()
    assert pages.visualRect(model.index(19)).top() > pages.visualRect(model.index(0)).top()
    assert pages.horizontalScrollBar().maximum() == 0


def test_two_hundred_pages_read_only_the_pictures_on_the_screen(
    qtbot: QtBot, model: ThumbnailModel, pages: ThumbnailList, picture: Picture
) -> None:
    page, asked = picture(300, 420), []

    def load(number: int) -> bytes:
        asked.append(number)
        return page

    model.show([thumb(number, picture=lambda number=number: load(number)) for number in range(200)])
    qtbot.waitUntil(lambda: shown(model, 0) is not None)
    qtbot.wait(100)
    assert 0 < len(asked) < 20

"""A clerk looks at a page beside what was read from it."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QGraphicsRectItem
from pytestqt.qtbot import QtBot

from tests.ui.test_palettes import contrast
from ui.drawing.canvas import Canvas, ShownBox
from ui.palettes import PALETTES
from ui.theme import apply_theme
from ui.widgets.page_picture import levels
from ui.widgets.page_view import PageView

Picture = Callable[..., bytes]


@pytest.fixture
def view(qtbot: QtBot, picture: Picture) -> PageView:
    view = PageView()
    qtbot.addWidget(view)
    view.resize(500, 600)
    view.show()
    view.show_picture(picture())
    qtbot.waitUntil(lambda: not view.is_empty)
    return view


def test_a_page_comes_at_its_whole_width_and_never_scrolls_sideways(view: PageView) -> None:
    for width in (300, 500, 811):
        view.resize(width, 600)
        QApplication.processEvents()
        assert view.horizontalScrollBar().maximum() == 0
        assert 0.9 < view.scale_factor * 1240 / view.viewport().width() <= 1


def test_keys_zoom_and_fit(view: PageView, qtbot: QtBot) -> None:
    whole_width = view.scale_factor
    qtbot.keyClick(view, Qt.Key.Key_Plus)
    assert view.scale_factor > whole_width
    view.resize(700, 600)
    assert view.scale_factor == pytest.approx(whole_width * 1.25), "what the clerk zoomed stays when the window grows"
    qtbot.keyClick(view, Qt.Key.Key_9)
    QApplication.processEvents()
    assert view.scale_factor * 1754 <= view.viewport().height()
    qtbot.keyClick(view, Qt.Key.Key_1)
    assert view.scale_factor == pytest.approx(1)
    before = view.verticalScrollBar().value()
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.verticalScrollBar().value() > before
    for _ in range(40):
        qtbot.keyClick(view, Qt.Key.Key_Minus)
    assert view.scale_factor > 0.04, "a page does not shrink to nothing"


def test_control_and_wheel_zoom_by_the_notch(view: PageView) -> None:
    before = view.scale_factor
    turn(view, 120, Qt.KeyboardModifier.ControlModifier)
    assert view.scale_factor == pytest.approx(before * 1.25)
    turn(view, -120, Qt.KeyboardModifier.ControlModifier)
    assert view.scale_factor == pytest.approx(before)


def test_double_click_goes_between_true_size_and_whole_width(view: PageView, qtbot: QtBot) -> None:
    whole_width = view.scale_factor
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert view.scale_factor == pytest.approx(1)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    assert view.scale_factor == pytest.approx(whole_width)


def test_a_marked_word_is_tinted_and_scrolled_to(view: PageView) -> None:
    view.true_size()
    view.highlight([(400, 1500, 200, 40)])
    centre = view.mapFromScene(QPointF(405, 1535))
    assert view.viewport().rect().contains(centre)
    colour = QColor(view.viewport().grab().toImage().pixel(centre))
    assert colour.green() > colour.red() + 15, "the mark lies over the word"
    view.highlight([])
    assert QColor(view.viewport().grab().toImage().pixel(centre)).lightness() > 240


def test_words_marked_while_their_page_is_still_decoded_are_marked_on_it(
    view: PageView, qtbot: QtBot, picture: Picture
) -> None:
    view.show_picture(picture(ground="#ffffee"))
    view.highlight([(100, 100, 300, 40)])
    qtbot.waitUntil(lambda: len(view.scene().items()) == 2)


def test_a_word_marked_far_down_a_page_that_follows_an_empty_view_is_in_view(
    view: PageView, qtbot: QtBot, picture: Picture
) -> None:
    view.clear()
    qtbot.wait(50)  # the bar at the side goes with the page
    view.show_picture(picture())
    view.highlight([(400, 1500, 200, 40)])
    qtbot.waitUntil(lambda: len(view.scene().items()) == 2)
    view.resize(view.width() - 40, view.height())
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.mapFromScene(QPointF(405, 1520))))


def test_only_the_page_asked_for_last_is_shown(view: PageView, qtbot: QtBot, picture: Picture) -> None:
    pages = [picture(ground="red"), picture(ground="blue", width=800), picture(ground="lime", width=600)]
    for page in pages:
        view.show_picture(page)
    qtbot.waitUntil(lambda: view.sceneRect().width() == 600)
    qtbot.wait(100)
    assert view.sceneRect().width() == 600


def test_what_is_no_picture_is_said_and_the_next_page_still_comes(
    view: PageView, qtbot: QtBot, picture: Picture
) -> None:
    view.show_picture(b"no picture at all")
    qtbot.waitUntil(lambda: view.is_empty)
    shown = view.grab().toImage()
    ink = {QColor(shown.pixel(x, y)).lightness() for x in range(100, 400) for y in range(280, 320)}
    assert min(ink) < 140, "a sentence stands where the page would be"
    view.show_picture(picture())
    qtbot.waitUntil(lambda: not view.is_empty)


def test_thin_lines_survive_when_a_300_dpi_page_is_shown_small(view: PageView, qtbot: QtBot) -> None:
    """Lines one pixel wide in every fourth row: shrunk to an eighth they are grey all over, not stripes."""
    image = QImage(2480, 3508, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    for row in range(0, 3508, 4):
        painter.drawLine(0, row, 2480, row)
    painter.end()
    encoded = QByteArray()
    buffer = QBuffer(encoded)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "BMP")
    view.resize(310, 440)
    view.show_picture(encoded.data())
    qtbot.waitUntil(lambda: view.sceneRect().width() == 2480)
    shown = view.viewport().grab().toImage()
    tones = [QColor(shown.pixel(100, y)).lightness() for y in range(100, 200)]
    assert max(tones) - min(tones) < 30
    assert 150 < sum(tones) / len(tones) < 230


def test_a_large_page_is_decoded_beside_the_window_and_comes_ready_to_be_painted(
    view: PageView, qtbot: QtBot, picture: Picture, monkeypatch: pytest.MonkeyPatch
) -> None:
    decoded: list[tuple[threading.Thread, QImage]] = []

    def watched(data: bytes, dpi: int) -> list[QImage]:
        made = levels(data, dpi)
        decoded.extend((threading.current_thread(), image) for image in made)
        return made

    monkeypatch.setattr("ui.widgets.page_view.levels", watched)
    view.clear()
    view.show_picture(picture(2480, 3508))
    assert view.is_empty, "the window goes on at once"
    qtbot.waitUntil(lambda: not view.is_empty)
    assert len(decoded) > 1 and threading.main_thread() not in {thread for thread, _ in decoded}
    ready = {QImage.Format.Format_RGB32, QImage.Format.Format_ARGB32_Premultiplied}
    assert {image.format() for _, image in decoded} <= ready, "the window's thread converts nothing"


def turn(view: PageView, angle: int, modifiers: Qt.KeyboardModifier) -> None:
    middle = QPointF(view.viewport().rect().center())
    event = QWheelEvent(
        middle, QPointF(view.viewport().mapToGlobal(middle)), QPoint(), QPoint(0, angle),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(view.viewport(), event)


def test_what_lies_around_the_page_wears_the_theme_that_is_chosen_later(
    view: PageView, qtbot: QtBot, qapp: QApplication
) -> None:
    apply_theme(qapp, "light")
    view.fit_page()
    corner = QPoint(2, 2)
    light = QColor(view.viewport().grab().toImage().pixel(corner))
    try:
        apply_theme(qapp, "contrast")
        dark = QColor(view.viewport().grab().toImage().pixel(corner))
    finally:
        apply_theme(qapp, "light")
    assert light.lightness() > 200 and dark.lightness() < 60


@pytest.mark.parametrize("theme", list(PALETTES))
def test_what_is_drawn_over_a_page_is_seen_on_white_paper_in_every_theme(
    qapp: QApplication, qtbot: QtBot, picture: Picture, theme: str
) -> None:
    """Yellow and pale green were lost on it."""
    apply_theme(qapp, theme)
    canvas = Canvas()
    qtbot.addWidget(canvas)
    canvas.show()
    canvas.show_page(picture(), 200)
    qtbot.waitUntil(lambda: not canvas.is_empty)
    boxes = [ShownBox(number, (100, 100 + 200 * number, 400, 60), number < 2) for number in range(3)]
    canvas.show_boxes(boxes, chosen=0)
    edges = {item.pen().color().name() for item in canvas.items() if isinstance(item, QGraphicsRectItem)}
    assert len(edges) == 3 and all(contrast(edge, "#ffffff") >= 3 for edge in edges)
    canvas.show_boxes([], None)
    canvas.highlight([(100, 100, 400, 60)])
    marked = [item.pen().color().name() for item in canvas.items() if isinstance(item, QGraphicsRectItem)]
    assert marked and all(contrast(edge, "#ffffff") >= 3 for edge in marked)

"""Every screen, walked: whoever cannot see it hears what has the focus, and no words are cut at 150 %."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import permutations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from counter_app.dossier.states import GuidanceKind
from tests.ui.window.conftest import BIRTH, CARD, DeskAtWork, begun
from tests.ui.window.every_state import over_them
from tests.ui.window.life import choose, receive, show
from ui.intake.answer_forms import SupplementsForm
from ui.intake.applicant_panel import ApplicantPanel
from ui.settings.fields import ROOMS
from ui.shell.application import speak
from ui.shell.main_window import MainWindow
from ui.widgets.elided_button import ElidedButton

SMALLEST = 960, 540
"""Effective pixels: a screen of 1440 × 810 at 150 %, of 1920 × 1080 at 200 %."""
_LAID_OUT = 60  # milliseconds
HOUSEHOLD = "1.001612", "giay-de-nghi"  # for which money is taken
NOTHING = {QAccessible.Role.NoRole, QAccessible.Role.Window}


def screens(qtbot: QtBot, window: MainWindow) -> Iterator[tuple[str, QWidget]]:
    """Each screen and each room of the settings, shown, with a dossier where one is wanted."""
    code = receive(window, "Nguyễn Thị Hường", BIRTH, "to-khai")
    for name in window.screens.by_name:
        if name == "detail":
            show(qtbot, window, code)
        elif name == "intake":
            window.show_intake()
            begun(window)
        elif name not in ("settings", "person"):
            window.show_screen(name)
        if name == "settings":
            window.show_screen(name)
            for room in ROOMS:
                window.settings.show_room(room.name)
                qtbot.wait(_LAID_OUT)
                yield f"settings, {room.name}", window
            continue
        qtbot.wait(_LAID_OUT)
        yield name, window
    for name, open_over in over_them(window).items():
        open_over()
        dialog = next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
        qtbot.wait(_LAID_OUT)
        yield name, dialog
        dialog.close()


def focusable(window: QWidget) -> Iterator[QWidget]:
    for widget in window.findChildren(QWidget):
        internal = widget.objectName().startswith("qt_") or isinstance(widget, QScrollBar)
        in_box = isinstance(widget, QLineEdit) and isinstance(widget.parent(), QAbstractSpinBox | QComboBox)
        internal |= isinstance(widget, QTabWidget | ApplicantPanel)  # its tabs and fields are told one by one
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible() and not internal and not in_box:
            yield widget


def test_whatever_has_the_focus_has_a_name_and_a_role(qtbot: QtBot, window: MainWindow) -> None:
    nameless: set[str] = set()
    for screen, shown in screens(qtbot, window):
        for widget in focusable(shown):
            told = QAccessible.queryAccessibleInterface(widget)
            name = told.text(QAccessible.Text.Name).strip()
            if isinstance(widget, QComboBox):  # its value serves as its name on Linux alone
                name = widget.accessibleName() or " ".join(_labels(shown, widget))
            if not name or told.role() in NOTHING:
                where = widget.parentWidget()
                nameless.add(f"{screen}: {type(widget).__name__} in {type(where).__name__} ({widget.toolTip()})")
    assert sorted(nameless) == []


def _labels(window: QWidget, widget: QWidget) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.buddy() is widget]


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_words_are_cut_at_150_percent(
    qtbot: QtBot, qapp: QApplication, desk_at_work: DeskAtWork, language: str
) -> None:
    speak(qapp, language)
    try:
        window = desk_at_work.open()
        window.resize(*SMALLEST)
        qtbot.waitUntil(lambda: (window.width(), window.height()) == SMALLEST)
        cut = {
            f"{name}: {found}" for name, shown in screens(qtbot, window) for found in cut_once_laid_out(qtbot, shown)
        }
        assert sorted(cut) == []
    finally:
        speak(qapp, "vi")


def cut_once_laid_out(qtbot: QtBot, window: QWidget) -> list[str]:
    """What is still cut when the layout has had its time: what is read beside the window comes and moves things."""
    for _ in range(20):
        if not (cut := list(cut_in(window))):
            break
        qtbot.wait(_LAID_OUT)
    return cut


def cut_in(window: QWidget) -> Iterator[str]:
    """Words that have less room than they ask for; what ends in an ellipsis says all in its tooltip."""
    for label in window.findChildren(QLabel):
        if not label.isVisible() or not label.text() or label.toolTip():
            continue
        if label.wordWrap():
            cut = label.heightForWidth(label.width()) > label.height() + 2
        else:
            cut = label.sizeHint().width() > label.width() + 2 or label.sizeHint().height() > label.height() + 2
        if cut:
            yield f"label “{label.text()[:40]}”"
    for button in window.findChildren(QAbstractButton):
        if not button.isVisible() or not button.text() or isinstance(button, ElidedButton) or button.toolTip():
            continue
        if button.sizeHint().width() > button.width() + 2:
            yield f"button “{button.text()}”"
    for bar in window.findChildren(QTabBar):
        if bar.isVisible() and not bar.usesScrollButtons() and bar.sizeHint().width() > bar.width() + 2:
            yield f"tabs “{bar.tabText(0)}…”"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_receive_is_on_the_smallest_screen(
    qtbot: QtBot, qapp: QApplication, desk_at_work: DeskAtWork, language: str
) -> None:
    speak(qapp, language)
    try:
        window = desk_at_work.open()
        window.resize(*SMALLEST)
        qtbot.waitUntil(lambda: (window.width(), window.height()) == SMALLEST)
        rooms = ("lookup", "reports", "feedback", "catalogue", "drawing", "accounts", "settings")
        for room in rooms:  # the widest of what was opened is the least of the window
            window.show_screen(room)
            QApplication.processEvents()
            assert (window.width(), window.height()) == SMALLEST, room
        for name, open_over in over_them(window).items():
            open_over()
            dialog = next(dialog for dialog in window.findChildren(QDialog) if dialog.isVisible())
            least = dialog.minimumSizeHint()
            assert least.width() <= SMALLEST[0] and least.height() <= SMALLEST[1], name
            dialog.close()
        for prepare in (window.show_intake, lambda: begun(window), lambda: window.take_card(CARD)):
            prepare()
            QApplication.processEvents()
            button = window.intake.bar.button
            corner = button.mapTo(window, button.rect().bottomRight())
            assert button.isVisible() and corner.x() <= SMALLEST[0] and corner.y() <= SMALLEST[1]
            assert (window.width(), window.height()) == SMALLEST, "nothing makes the window larger"
    finally:
        speak(qapp, "vi")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_act_is_done_on_the_smallest_screen(
    qtbot: QtBot, qapp: QApplication, desk_at_work: DeskAtWork, language: str
) -> None:
    speak(qapp, language)
    try:
        window = desk_at_work.open()
        window.resize(*SMALLEST)
        show(qtbot, window, receive(window, "Nguyễn Thị Hường", *HOUSEHOLD))
        panel = window.detail.steps.panel
        for act in window.detail.steps.acts:
            choose(window, act)
            qtbot.waitUntil(lambda: panel.isVisible() and window.size() == QSize(*SMALLEST))
            QApplication.processEvents()
            corner = panel.confirm.mapTo(window, panel.confirm.rect().bottomRight())
            assert corner.x() <= SMALLEST[0] and corner.y() <= SMALLEST[1], act
            papers = window.detail.papers
            assert papers.geometry().bottom() < papers.parentWidget().height(), f"{act}: the papers end below the edge"
            fields = list(panel.form.fields.values()) if panel.form else []
            rooms = [field.geometry() for field in fields if field.isVisible()]
            touching = [one for one, other in permutations(rooms, 2) if one.adjusted(0, 0, 4, 0).intersects(other)]
            assert not touching, f"{act}: no gap between fields"
            for field in fields:
                if field.isVisible() and field.isEnabled():
                    field.editor.setFocus()
                    seen = panel.form.visibleRegion().boundingRect()  # type: ignore[union-attr]
                    assert seen.intersects(field.geometry()), f"{act}: the cursor is where nobody sees it"
    finally:
        speak(qapp, "vi")


def test_lines_of_supplements_are_not_squeezed_on_the_smallest_screen(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(*SMALLEST)
    begun(window)
    gaps = window.intake.gaps
    gaps.open_panel(GuidanceKind.SUPPLEMENTS)
    qtbot.waitUntil(lambda: isinstance(gaps.form, SupplementsForm) and gaps.form.lines.isVisible())
    assert isinstance(gaps.form, SupplementsForm)
    QApplication.processEvents()
    assert gaps.form.lines.height() == gaps.form.lines.maximumHeight()

"""The tour: five steps on the real window, ended at any time, shown once by itself and again from help."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ui.help.dialog import HelpDialog
from ui.shell.main_window import MainWindow
from ui.shell.tour import Tour


def touring(window: MainWindow) -> Tour | None:
    return next((tour for tour in window.findChildren(Tour) if tour.isVisible()), None)


def test_five_steps_lead_through_the_window_and_the_cards_stay_inside_it(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(960, 540)
    window.show_tour_once()
    said = []
    while (tour := touring(window)) is not None:
        said.append(tour.title.text())
        assert tour.rect().contains(tour.card.geometry()) and tour._hole.isValid()
        qtbot.keyClick(tour, Qt.Key.Key_Return)
    assert len(said) == len(set(said)) == 5


def test_it_comes_by_itself_only_once_and_esc_ends_it(qtbot: QtBot, window: MainWindow) -> None:
    window.show_tour_once()
    tour = touring(window)
    assert tour is not None
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    window.show_tour_once()
    assert touring(window) is None


def test_help_shows_it_again(window: MainWindow) -> None:
    window.show_help()
    dialog = window.findChildren(HelpDialog)[-1]
    dialog.tour.click()
    assert touring(window) is not None and not dialog.isVisible()

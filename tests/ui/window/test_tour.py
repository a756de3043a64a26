"""The tour: five steps on the real window, ended at any time, shown once by itself and again from help."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from ui.help.dialog import HelpDialog
from ui.shell.main_window import MainWindow
from ui.shell.tour import Tour


def touring(window: MainWindow) -> Tour | None:
    return next((tour for tour in window.findChildren(Tour) if tour.isVisible()), None)


def test_five_steps_lead_through_the_window_and_the_cards_stay_inside_it(qtbot: QtBot, window: MainWindow) -> None:
    window.show_screen("today")
    window.resize(960, 540)
    window.show_tour_once()
    said = []
    while (tour := touring(window)) is not None:
        said.append(tour.title.text())
        assert tour.rect().contains(tour.card.geometry()) and tour._hole.isValid()
        qtbot.keyClick(tour, Qt.Key.Key_Return)
    assert len(said) == len(set(said)) == 5


def test_what_is_shown_is_framed_still_where_the_window_takes_another_size(qtbot: QtBot, window: MainWindow) -> None:
    window.show_screen("today")
    window.resize(1200, 800)
    window.show_tour_once()
    tour = touring(window)
    assert tour is not None

    def frames_the_screens() -> bool:
        shown = window.navigation.rect().translated(window.navigation.mapTo(window, QPoint(0, 0)))
        return tour._hole == shown.adjusted(-6, -6, 6, 6).intersected(tour.rect()) and tour.size() == window.size()

    for size in ((1000, 600), (1300, 900)):
        window.resize(*size)
        qtbot.waitUntil(frames_the_screens)


def test_it_comes_by_itself_only_once_and_esc_ends_it(qtbot: QtBot, window: MainWindow) -> None:
    window.show_screen("today")
    window.show_tour_once()
    tour = touring(window)
    assert tour is not None
    qtbot.keyClick(tour, Qt.Key.Key_Escape)
    window.show_screen("today")
    window.show_tour_once()
    assert touring(window) is None


def test_help_shows_it_again(window: MainWindow) -> None:
    window.show_help()
    dialog = window.findChildren(HelpDialog)[-1]
    dialog.tour.click()
    assert touring(window) is not None and not dialog.isVisible()


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """As the window system gives it: to the window, not to a part of it."""
    qtbot.keyClick(window.windowHandle(), key)


def test_esc_ends_it_wherever_the_cursor_went_and_whoever_begins_to_work_is_not_under_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_tour()
    window.intake.applicant.owner.number.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    tour = touring(window)
    assert tour is not None and tour.step == 1, "Enter is the tour's"
    window.intake.applicant.owner.number.setFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert touring(window) is None
    window.show_tour()
    press(qtbot, window, Qt.Key.Key_4)
    assert touring(window) is None, "no veil over what is typed"
    press(qtbot, window, Qt.Key.Key_0)
    assert window.intake.applicant.owner.number.text() == "40", "and no letter of it is lost"
    window.show_tour()
    press(qtbot, window, Qt.Key.Key_F3)
    assert touring(window) is None


def test_it_does_not_fall_over_work_that_began_before_it_was_ready(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_F2)
    window.show_tour_once()
    assert touring(window) is None
    window.show_screen("today")
    window.show_tour_once()
    assert touring(window) is not None, "it comes at the next start"

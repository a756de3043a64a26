"""Small coloured labels: the status of a dossier, and how its due date stands."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from counter_app.dossier import clock
from counter_app.dossier.states import ENDED, PAUSED, Status
from ui import words
from ui.theme import AMBER, AMBER_PALE, DESKTOP, GREEN, GREEN_PALE, QUIET, RED, RED_PALE

_GREY, _BLUE, _AMBER, _GREEN, _RED = "#5f6368", "#1558b0", "#9a5b00", "#1b6e3c", "#b3261e"

COLOURS = {
    Status.NEW: _GREY,
    Status.ACCEPTED: _BLUE,
    Status.NOT_ACCEPTED: _RED,
    Status.IN_PROCESS: _BLUE,
    Status.SUPPLEMENT_REQUESTED: _AMBER,
    Status.FINANCIAL_OBLIGATION: _AMBER,
    Status.WITHDRAWN: _GREY,
    Status.STOPPED: _RED,
    Status.DONE: _GREEN,
    Status.RESULT_RETURNED: _GREEN,
    Status.CANCELLED: _GREY,
}


def status_ink(status: Status) -> QColor:
    """The colour of the status's text."""
    return QColor(COLOURS[status])


def status_ground(status: Status) -> QColor:
    """The pale colour behind it."""
    colour = status_ink(status)
    colour.setAlphaF(0.12)
    return colour


class StatusBadge(QLabel):
    """The status in its colour."""

    def show_status(self, status: Status) -> None:
        """Shows the status by its official name."""
        self.setText(words.status_name(status))
        red, green, blue = (int(COLOURS[status][place : place + 2], 16) for place in (1, 3, 5))
        _paint(self, COLOURS[status], f"rgba({red}, {green}, {blue}, 0.13)")


class DueBadge(QLabel):
    """When the result is due: calm, today, overdue, or standing still. A closed dossier is never overdue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVisible(False)

    def show_due(self, due: datetime | None, status: Status, now: datetime | None = None) -> None:
        """Shows the due date; nothing where there is none."""
        self.setVisible(due is not None)
        if due is None:
            return
        now = now or clock.now()
        today = due.astimezone(clock.VIETNAM).date() == now.astimezone(clock.VIETNAM).date()
        if status in ENDED:
            text, ink, ground = self.tr("Due {when}"), QUIET, DESKTOP
        elif status in PAUSED:
            text, ink, ground = self.tr("The clock stands still"), QUIET, DESKTOP
        elif due < now:
            text, ink, ground = self.tr("Overdue since {when}"), RED, RED_PALE
        elif today:
            text, ink, ground = self.tr("Due today {when}"), AMBER, AMBER_PALE
        else:
            text, ink, ground = self.tr("Due {when}"), GREEN, GREEN_PALE
        self.setText(text.format(when=words.moment(due)))
        _paint(self, ink, ground)


def _paint(label: QLabel, ink: str, ground: str) -> None:
    label.setStyleSheet(
        f"color: {ink}; background: {ground}; border-radius: 11px; padding: 3px 10px; font-weight: 600;"
    )

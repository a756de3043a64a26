"""Small coloured labels: the status of a dossier, and how its due date stands."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QWidget

from counter_app.dossier import clock
from counter_app.dossier.states import ENDED, PAUSED, Status
from ui import words
from ui.theme import AMBER, AMBER_PALE, BLUE, DESKTOP, GREEN, GREEN_PALE, QUIET, RED, RED_PALE, Ink, dress

INKS = {
    Status.NEW: QUIET,
    Status.ACCEPTED: BLUE,
    Status.NOT_ACCEPTED: RED,
    Status.IN_PROCESS: BLUE,
    Status.SUPPLEMENT_REQUESTED: AMBER,
    Status.FINANCIAL_OBLIGATION: AMBER,
    Status.WITHDRAWN: QUIET,
    Status.STOPPED: RED,
    Status.DONE: GREEN,
    Status.RESULT_RETURNED: GREEN,
    Status.CANCELLED: QUIET,
}


def status_ink(status: Status) -> QColor:
    """The colour of the status's text."""
    return INKS[status].colour()


def status_ground(status: Status) -> QColor:
    """The pale colour behind it."""
    return _ground(INKS[status]).colour()


def _ground(ink: Ink) -> Ink:
    return DESKTOP if ink is QUIET else Ink(f"{ink.name}_pale")


class StatusBadge(QLabel):
    """The status in its colour."""

    def show_status(self, status: Status) -> None:
        """Shows the status by its official name."""
        self.setText(words.status_name(status))
        ink = INKS[status]
        _paint(self, ink, _ground(ink))


class DueBadge(QLabel):
    """When the result is due: calm, today, overdue, or standing still. A closed dossier is never overdue."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVisible(False)

    def show_due(self, due: datetime | None, status: Status, now: datetime) -> None:
        """Shows the due date; nothing where there is none."""
        self.setVisible(due is not None)
        if due is None:
            return
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


def _paint(label: QLabel, ink: Ink, ground: Ink) -> None:
    shape = "border-radius: 11px; padding: 3px 10px; font-weight: 600;"
    dress(label, f"color: @{ink.name}@; background: @{ground.name}@; {shape}")

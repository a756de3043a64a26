"""The computer's clock, watched while the window is open: papers, numbers and due dates bear its day."""

from __future__ import annotations

import time
from datetime import datetime, timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.dossier.clock import VIETNAM
from ui.background.tasks import Progress
from ui.background.workplace import Workplace

LOOK = 10_000
"""Milliseconds from one look to the next."""
_ALLOWED = timedelta(minutes=5)  # as much as may lie between the clocks of desk and province


class ClockWatch(QObject):
    """Tells when the clock leaps, forward or back, and where it stands before what was last entered here."""

    leapt = Signal(object, object)  # from which moment to which
    behind = Signal(object, object)  # the moment of the last entry, and what the clock says

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._asked = False  # for the last entry, which is done once
        self._seen, self._seen_at = workplace.desk.now(), _running()
        self._timer = QTimer(self, interval=LOOK)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Compares the clock with how much time went by since the last look."""
        now, running = self._workplace.desk.now(), _running()
        expected = self._seen + timedelta(seconds=running - self._seen_at)
        self._seen, self._seen_at = now, running
        if abs(now - expected) > _ALLOWED:
            self.leapt.emit(expected, now)
        elif not self._asked:
            self._workplace.tasks.submit(_last_entered, self._compare)
        self._asked = True

    def _compare(self, last: datetime | None) -> None:
        if last is not None and last > (now := self._workplace.desk.now()) + _ALLOWED:
            self.behind.emit(last, now)


def _last_entered(progress: Progress) -> datetime | None:
    last = progress.desk.store.entries.last()
    return last.at.astimezone(VIETNAM) if last else None


def _running() -> float:
    """Seconds that no clock's change moves; those count in which the computer slept."""
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME)
    return time.monotonic()  # on Windows

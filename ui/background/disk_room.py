"""A full disk is told of until it has room again: looked at beside the window, only while it is told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.errors import CounterError
from counter_app.store.faults import StoreDiskFull
from counter_app.store.files import DiskFull
from ui.background.workplace import Workplace

LOOK = 2_000
"""Milliseconds from one look to the next."""
_ROOM = 64_000_000  # bytes: a scanned page and its document many times over


class DiskRoom(QObject):
    """Hears that the disk is full. Where the system says it has room (a quota may be full), it is told all the same."""

    mended = Signal(str)  # the class of the error that was told

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._told: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=LOOK)
        self._timer.timeout.connect(self._look)
        workplace.messages.failed.connect(self._hear)

    def _hear(self, failure: CounterError) -> None:
        if isinstance(failure, StoreDiskFull | DiskFull):
            begun = bool(self._told)
            self._told.add(type(failure).__name__)
            if not begun:
                self._ask(self._begin)

    def _begin(self, free: int) -> None:
        if free < _ROOM:
            self._timer.start()
        else:
            self._told.clear()

    def _look(self) -> None:
        self._ask(self._end)

    def _end(self, free: int) -> None:
        if free < _ROOM:
            self._timer.start()
            return
        for kind in self._told:
            self.mended.emit(kind)
        self._told.clear()

    def _ask(self, told: Callable[[int], None]) -> None:
        folder = self._workplace.desk.store.folder
        self._workplace.tasks.submit(lambda _: _free(folder), told)


def _free(folder: Path) -> int:
    """Bytes; none where the disk does not even tell."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 0

"""Decoding and rendering of pictures beside the window's thread, which must never stall over them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal


class OffThread(QObject):
    """Runs functions one side of the window's thread and hands each result back on it; only the newest counts."""

    _made = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newest = 0
        self._made.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        """Calls `done` with the result of `work`, unless something newer was asked for meanwhile."""
        self._newest += 1
        QThreadPool.globalInstance().start(_Run(work, done, self._newest, self._made))

    def forget(self) -> None:
        """Nothing that is under way is wanted any more."""
        self._newest += 1

    def _deliver(self, number: int, done: Callable[[Any], None], result: Any) -> None:
        if number == self._newest:
            done(result)


class _Run(QRunnable):
    def __init__(self, work: Callable[[], Any], done: Callable[[Any], None], number: int, made: Any) -> None:
        super().__init__()
        self._parts = (work, done, number, made)

    def run(self) -> None:
        work, done, number, made = self._parts
        result = work()
        try:
            made.emit(number, done, result)
        except RuntimeError:
            return  # the widget was closed meanwhile: nobody waits for the result

"""Decoding and rendering of pictures beside the window's thread, which must never stall over them."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

T = TypeVar("T")
_log = logging.getLogger(__name__)


class OffThread(QObject):
    """Runs functions beside the window's thread and hands their results back on it; only the newest one counts.

    Work of a higher `priority` is begun first: the page a clerk looks at goes before the thumbnails beside it.
    """

    _made = Signal(int, object, object)  # number of the work, what to call, with what

    def __init__(self, parent: QObject | None = None, priority: int = 0) -> None:
        super().__init__(parent)
        self._priority = priority
        self._newest = 0
        self._made.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def run(self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[], None] = lambda: None) -> None:
        """Calls `done` with the result of `work`, or `failed`, unless something newer was asked for meanwhile."""

        def once() -> Iterator[T]:
            yield work()

        self.stream(once, done, failed)

    def stream(
        self, work: Callable[[], Iterator[T]], each: Callable[[T], None], failed: Callable[[], None] = lambda: None
    ) -> None:
        """Calls `each` with one value of `work` after the other; the rest is not made once nobody wants it."""
        self._newest += 1
        number = self._newest

        def tell(call: Callable[..., None], *values: Any) -> None:
            try:
                self._made.emit(number, call, values)
            except RuntimeError:
                return  # the widget was closed meanwhile: nobody waits for the result

        def wanted() -> bool:
            return number == self._newest

        QThreadPool.globalInstance().start(_Run(work, each, failed, tell, wanted), self._priority)

    def forget(self) -> None:
        """Nothing that is under way is wanted any more."""
        self._newest += 1

    def _deliver(self, number: int, call: Callable[..., None], values: tuple[Any, ...]) -> None:
        if number == self._newest:
            call(*values)


class _Run(QRunnable):
    def __init__(self, work: Any, each: Any, failed: Any, tell: Any, wanted: Callable[[], bool]) -> None:
        super().__init__()
        self._work, self._each, self._failed, self._tell, self._wanted = work, each, failed, tell, wanted

    def run(self) -> None:
        if not self._wanted():
            return
        try:
            for value in self._work():
                if not self._wanted():
                    return
                self._tell(self._each, value)
        except Exception as fault:  # noqa: BLE001 - an exception that leaves a QRunnable ends nowhere; the kind goes to the log
            _log.warning("a picture could not be shown: %s", type(fault).__name__)
            self._tell(self._failed)

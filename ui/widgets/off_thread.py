"""Decoding and rendering of pictures beside the window's thread, which must never stall over them."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, Qt, QThreadPool, Signal
from shiboken6 import isValid

T = TypeVar("T")
_log = logging.getLogger(__name__)


class OffThread(QObject):
    """Runs functions beside the window's thread and hands their results back on it; only the newest one counts.

    Work of a higher `priority` is begun first: the page a clerk looks at goes before the thumbnails beside it.
    """

    def __init__(self, parent: QObject | None = None, priority: int = 0) -> None:
        super().__init__(parent)
        self._priority = priority
        self._newest = 0

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

        def wanted() -> bool:
            return number == self._newest

        def deliver(call: Callable[..., None], *values: Any) -> None:
            if wanted() and isValid(self):  # the widget may be closed: nobody waits for the result
                call(*values)

        _results().start(_Work(work, each, failed, wanted, deliver), self._priority)

    def forget(self) -> None:
        """Nothing that is under way is wanted any more."""
        self._newest += 1


class _Work(NamedTuple):
    make: Callable[[], Iterator[Any]]
    each: Callable[[Any], None]
    failed: Callable[[], None]
    wanted: Callable[[], bool]
    deliver: Callable[..., None]


class _Results(QObject):
    """Brings results to the window's thread. It ends with the program: a thread that tells its result to an object
    which is being destroyed meanwhile ends the program. What belongs to a work is kept until its thread has let go of
    it, so that no widget dies in there with the last word of it."""

    _made = Signal(int, object)  # number of the work, a value of it
    _ended = Signal(int, bool)  # number of the work, whether it failed

    def __init__(self, application: QCoreApplication | None) -> None:
        super().__init__(application)
        self._works: dict[int, _Work] = {}
        self._numbers = itertools.count()
        self._made.connect(self._deliver, Qt.ConnectionType.QueuedConnection)
        self._ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

    def start(self, work: _Work, priority: int) -> None:
        number = next(self._numbers)
        self._works[number] = work
        QThreadPool.globalInstance().start(_Run(self, number), priority)

    def make(self, number: int) -> None:
        """In the other thread: makes what is wanted of a work."""
        failed = False
        try:
            self._make_each(number)
        except Exception as fault:  # noqa: BLE001 - an exception that leaves a QRunnable ends nowhere; the kind goes to the log
            _log.warning("a picture could not be shown: %s", type(fault).__name__)
            failed = True
        self._ended.emit(number, failed)

    def _make_each(self, number: int) -> None:
        work = self._works[number]
        if not work.wanted():
            return
        for value in work.make():
            if not work.wanted():
                return
            self._made.emit(number, value)

    def _deliver(self, number: int, value: Any) -> None:
        work = self._works[number]
        work.deliver(work.each, value)

    def _end(self, number: int, failed: bool) -> None:
        work = self._works.pop(number)
        if failed:
            work.deliver(work.failed)


class _Run(QRunnable):
    def __init__(self, results: _Results, number: int) -> None:
        super().__init__()
        self._results, self._number = results, number

    def run(self) -> None:
        self._results.make(self._number)


def _results() -> _Results:
    application = QCoreApplication.instance()
    found = application.findChild(_Results, options=Qt.FindChildOption.FindDirectChildrenOnly) if application else None
    return found or _Results(application)

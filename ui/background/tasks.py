"""The one way of long work: submit → progress → result or error, back on the window's thread, cancellable.

The window's thread itself waits for nothing: no file, no lock, no other program.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from collections.abc import Callable
from concurrent.futures import CancelledError, ThreadPoolExecutor
from functools import partial
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from counter_app.desk.desk import Desk
from counter_app.errors import CounterError
from counter_app.log import timed
from ui.errors import Unexpected

T = TypeVar("T")
_log = logging.getLogger(__name__)
_AT_ONCE = 32  # threads that mostly wait: for worker processes, devices, files
_TURN = 0.0005
"""Seconds that a thread may keep the interpreter while the window's thread wants it. Painting takes it dozens of times:
at Python's 5 ms a turn, work beside the window would stall it for a tenth of a second."""


class Task:
    """Work under way, as its screen sees it."""

    def __init__(self) -> None:
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Asks the work to stop; nothing of it is delivered any more."""
        self._cancelled.set()

    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._cancelled.is_set()


class Progress:
    """The window as the work sees it: a desk for the work's own thread, a way to tell, whether to stop."""

    def __init__(self, desk: Desk, task: Task, tell: Callable[[Any], None]) -> None:
        self._own = desk
        self._opened: Desk | None = None
        self._task = task
        self._tell = tell

    @property
    def desk(self) -> Desk:
        """The desk on a connection of this thread, opened when first asked for and closed after the work."""
        if self._opened is None:
            self._opened = self._own.for_thread()
        return self._opened

    def tell(self, news: Any) -> None:
        """Sends news to the screen; it arrives on the window's thread."""
        self._tell(news)

    def cancelled(self) -> bool:
        """Whether the work should stop."""
        return self._task.is_cancelled()

    def close(self) -> None:
        """Ends the thread's connection."""
        if self._opened is not None:
            self._opened.store.close_connection()


class _Mailbox(QObject):
    """Carries calls to the thread it lives on."""

    posted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.posted.connect(self._run, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        call()


class Tasks(QObject):
    """Runs work beside the window's thread; `failed` carries the errors nobody asked to be told of."""

    failed = Signal(object)  # CounterError
    mended = Signal(str)  # the class of an error with which work ended that went well since

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._mailbox = _Mailbox()
        self._side_by_side = ThreadPoolExecutor(_AT_ONCE, "work")
        self._one_after_another = ThreadPoolExecutor(1, "write")
        self._running: set[Task] = set()
        self._broken: dict[tuple[str, str], set[str]] = {}  # the work and what it was about; classes of its errors
        self._closed = False
        sys.setswitchinterval(_TURN)

    def submit(
        self,
        work: Callable[[Progress], T],
        on_done: Callable[[T], None] = lambda result: None,
        on_error: Callable[[CounterError], None] | None = None,
        on_progress: Callable[[Any], None] = lambda news: None,
        *,
        in_order: bool = False,
        about: str = "",
    ) -> Task:
        """Starts `work`; the other three are called on the window's thread, unless the task was cancelled.

        Work given `in_order` runs one after the other as submitted: for what a clerk does to the store. What it was
        `about` tells the same work on several things apart: an error is mended once it went well with all of them.
        """
        task = Task()
        if self._closed:
            task.cancel()
            return task
        self._running.add(task)
        on_fault = on_error or self.failed.emit
        name = (getattr(work, "__qualname__", ""), about)
        desk = self._desk.of(self._desk.clerk)  # whoever signs in later, this work is of who began it

        def run() -> None:
            progress = Progress(desk, task, lambda news: self._deliver(task, lambda: on_progress(news)))
            try:
                with timed(_log, "work", what=work):
                    result = work(progress)
            except CounterError as fault:
                self._finish(task, partial(self._tell_broken, name, fault, on_fault))
            except CancelledError:  # of a page or paper that was being read when the program ended: nobody waits for it
                self._finish(task, lambda: None)
            except Exception as fault:  # noqa: BLE001 - a mistake of ours becomes a message and a line in the log
                self._finish(task, partial(self._tell_broken, name, _logged(fault), on_fault))
            else:
                self._finish(task, lambda: self._tell_done(name, lambda: on_done(result)))
            finally:
                progress.close()

        (self._one_after_another if in_order else self._side_by_side).submit(run)
        return task

    def close(self) -> None:
        """Ends: what is to be written is written, other work is asked to stop and waited for."""
        self._closed = True
        self._one_after_another.shutdown(wait=True)
        for task in list(self._running):
            task.cancel()
        self._side_by_side.shutdown(wait=True, cancel_futures=True)

    def post(self, call: Callable[[], None]) -> None:
        """Runs `call` on the window's thread soon; from any thread."""
        self._mailbox.posted.emit(call)

    def _tell_broken(self, name: tuple[str, str], fault: CounterError, tell: Callable[[CounterError], None]) -> None:
        self._broken.setdefault(name, set()).add(type(fault).__name__)
        tell(fault)

    def _tell_done(self, name: tuple[str, str], tell: Callable[[], None]) -> None:
        for kind in self._broken.pop(name, ()):
            if not any(kind in kinds for (work, _), kinds in self._broken.items() if work == name[0]):
                self.mended.emit(kind)
        tell()

    def _finish(self, task: Task, call: Callable[[], None]) -> None:
        def end() -> None:
            self._running.discard(task)
            if not task.is_cancelled():
                call()

        self.post(end)

    def _deliver(self, task: Task, call: Callable[[], None]) -> None:
        def tell() -> None:
            if not task.is_cancelled():
                call()

        self.post(tell)


def _logged(fault: Exception) -> Unexpected:
    """The fault's kind and places go to the log, its words do not: they may be about a person."""
    _log.error("%s\n%s", type(fault).__name__, "".join(traceback.format_tb(fault.__traceback__)))
    return Unexpected(type(fault).__name__)

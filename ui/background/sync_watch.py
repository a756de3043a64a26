"""The sync worker as the window sees it: started after the window is there, heard on the window's thread."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.desk.desk import Desk
from counter_app.errors import CounterError
from ui.background.changes import Changes, DossiersChanged
from ui.background.tasks import Progress, Tasks
from ui.sync_words import PASSING

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation

    from counter_app.sync.status import SyncStatus
    from counter_app.sync.worker import SyncWorker


_TELL_AGAIN = 1800.0  # seconds; what comes and goes all the time is not told each time


class SyncWatch(QObject):
    """Starts the worker, wakes it, tells the window of each change, does what the clerk wants of it, ends it."""

    changed = Signal(object)  # SyncStatus
    failed = Signal(object)  # CounterError: something needs somebody; told once for each kind
    mended = Signal(str)  # the class of an error that is over

    def __init__(self, desk: Desk, tasks: Tasks, changes: Changes, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._changes = changes
        self._now = now
        self._worker: SyncWorker | None = None
        self._announced: dict[type[CounterError], float] = {}
        self._current: set[type[CounterError]] = set()
        self.status: SyncStatus | None = None
        """The last word of the worker; None before there was one."""
        self.paused = False
        """Whether the clerk wants nothing to be sent; until then, or until the program is started again."""
        self.network = NetworkWatch()
        self.network.came_back.connect(self._line_is_back)
        changes.dossiers_changed.connect(self._take_change)

    def start(self) -> None:
        """Loads the network libraries beside the window's thread, then lets the worker run."""

        def work(progress: Progress) -> SyncWorker:
            from counter_app.sync.worker import SyncWorker

            tell = lambda status: self._tasks.post(lambda: self.hear(status))  # noqa: E731
            return SyncWorker(self._desk.store, self._desk.profile, tell, knowledge=self._desk.knowledge)

        self._tasks.submit(work, self._run)

    def send_now(self) -> None:
        """Everything at once, files out of their hours too; ends a pause."""
        self._want(paused=False)
        if self._worker is not None:
            self._worker.send_now()

    def take_code(self, code: str) -> None:
        """A new one-time code of this desk was typed in: tries at once to be let in with it."""
        if self._worker is not None:
            self._worker.take_code(code)

    def pause(self) -> None:
        """Sends nothing until `resume` or `send_now`."""
        self._want(paused=True)
        if self._worker is not None:
            self._worker.pause()

    def resume(self) -> None:
        """Goes on after a pause."""
        self._want(paused=False)
        if self._worker is not None:
            self._worker.resume()

    def stop(self) -> None:
        """Ends the worker; what was not sent is sent next time."""
        if self._worker is not None:
            self._worker.stop()

    def hear(self, status: SyncStatus) -> None:
        """The worker says where it stands."""
        before, self.status = self.status, replace(status, paused=self.paused)
        self.changed.emit(self.status)
        if before is None or _waiting(before) != _waiting(status):
            self._changes.waiting_changed()
        self._tell_failures(status)
        if status.changed_dossiers:
            self._changes.arrived(*status.changed_dossiers)

    def _run(self, worker: SyncWorker) -> None:
        self._worker = worker
        if self.paused:
            worker.pause()
        worker.start()
        if self._desk.profile.server.url:
            self.network.start()

    def _take_change(self, change: DossiersChanged) -> None:
        """Something new is in the journal: sends it now."""
        if change.written_here and self._worker is not None:
            self._worker.wake()

    def _line_is_back(self) -> None:
        if self._worker is not None:
            self._worker.line_is_back()

    def _want(self, *, paused: bool) -> None:
        """What the clerk wants shows at once, however long the worker still waits for an answer."""
        self.paused = paused
        if self.status is not None and self.status.paused != paused:
            self.status = replace(self.status, paused=paused)
            self.changed.emit(self.status)

    def _tell_failures(self, status: SyncStatus) -> None:
        """A line that is down is normal and only shown below; anything else needs somebody."""
        failures = {type(failure): failure for failure in _failures(status)}
        now = self._now()
        for kind, failure in failures.items():
            if kind not in self._current and now - self._announced.get(kind, -_TELL_AGAIN) >= _TELL_AGAIN:
                self._announced[kind] = now
                self.failed.emit(failure)
        for kind in self._current - set(failures):
            self.mended.emit(kind.__name__)
        self._current = set(failures)


def _failures(status: SyncStatus) -> Iterator[CounterError]:
    for failure in (status.failure, status.files_failure, *status.troubles):
        if failure is not None and not isinstance(failure, PASSING):
            yield failure


def _waiting(status: SyncStatus) -> tuple[int, int, int]:
    return status.entries_waiting, status.files_waiting, status.acknowledged


_log = logging.getLogger(__name__)


class NetworkWatch(QObject):
    """Says `came_back` each time the network becomes better than it was."""

    came_back = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._known = 1

    def start(self) -> bool:
        """Listens to the system; whether it can tell. Many a Windows or a bare Linux cannot, and nothing is lost."""
        try:
            from PySide6.QtNetwork import QNetworkInformation as Information

            if not Information.loadBackendByFeatures(Information.Feature.Reachability):
                return False
            found = Information.instance()
            if found is None:
                return False
        except ImportError as fault:  # a system library of Qt's network room is missing
            _log.info("the system does not tell of the network: %s", fault)
            return False
        self._known = _rank(found.reachability())
        found.reachabilityChanged.connect(self.hear)
        return True

    def hear(self, reachability: QNetworkInformation.Reachability) -> None:
        """The system says how far the network reaches now."""
        before, self._known = self._known, _rank(reachability)
        if self._known > before:
            self.came_back.emit()


def _rank(reachability: QNetworkInformation.Reachability) -> int:
    """Unknown (0) is as good as none (1): what comes after it is worth a try."""
    return max(int(reachability.value), 1)

"""The sync worker as the window sees it: started after the window is there, heard on the window's thread."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.desk import Desk
from counter_app.errors import CounterError
from counter_app.sync.errors import ServerUnreachable
from ui.tasks import Progress, Tasks

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkInformation

    from counter_app.sync.worker import SyncStatus, SyncWorker


class SyncWatch(QObject):
    """Starts the worker, tells the window of each change, ends it."""

    changed = Signal(object)  # SyncStatus
    failed = Signal(object)  # CounterError: the server answers, but not as it should; told once for each kind
    dossiers_changed = Signal(object)  # codes of dossiers that other desks or the province changed

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._worker: SyncWorker | None = None
        self._told: type[CounterError] | None = None

    def start(self) -> None:
        """Loads the network libraries beside the window's thread, then lets the worker run."""

        def work(progress: Progress) -> SyncWorker:
            from counter_app.sync.worker import SyncWorker

            tell = lambda status: self._tasks.post(lambda: self._tell(status))  # noqa: E731
            return SyncWorker(self._desk.store, self._desk.profile, tell, knowledge=self._desk.knowledge)

        self._tasks.submit(work, self._run)
        self._watch_network()

    def nudge(self) -> None:
        """Something new is in the journal: sends it now."""
        if self._worker is not None:
            self._worker.wake()

    def send_now(self) -> None:
        """Everything at once, files too, whatever the profile says of their hours; ends a pause."""
        if self._worker is not None:
            self._worker.send_now()

    def pause(self, paused: bool) -> None:
        """Exchanges nothing while paused."""
        if self._worker is not None:
            (self._worker.pause if paused else self._worker.resume)()

    def stop(self) -> None:
        """Ends the worker; what was not sent is sent next time."""
        if self._worker is not None:
            self._worker.stop()

    def _watch_network(self) -> None:
        """Where the system tells that the network is back, the worker need not wait for its next try."""
        from PySide6.QtNetwork import QNetworkInformation  # after the window is there

        if not QNetworkInformation.loadDefaultBackend():
            return
        network = QNetworkInformation.instance()
        network.reachabilityChanged.connect(self._network_changed)

    def _network_changed(self, reach: QNetworkInformation.Reachability) -> None:
        if self._worker is not None and reach is not reach.Disconnected:
            self._worker.line_is_back()

    def _run(self, worker: SyncWorker) -> None:
        self._worker = worker
        worker.start()

    def _tell(self, status: SyncStatus) -> None:
        self.changed.emit(status)
        self._tell_failure(status)
        if status.changed_dossiers:
            self.dossiers_changed.emit(status.changed_dossiers)

    def _tell_failure(self, status: SyncStatus) -> None:
        """A line that is down is normal and only shown below; anything else needs somebody."""
        failure = status.failure
        if status.online:
            self._told = None
        elif failure is not None and not isinstance(failure, ServerUnreachable) and type(failure) is not self._told:
            self._told = type(failure)
            self.failed.emit(failure)

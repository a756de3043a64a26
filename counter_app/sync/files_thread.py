"""The thread that carries files, slowly if need be and only in the profile's hours."""

from __future__ import annotations

import logging
import time
from dataclasses import replace
from datetime import datetime

from counter_app.dossier.clock import VIETNAM
from counter_app.errors import CounterError
from counter_app.store.outgoing import OutgoingFile
from counter_app.store.store import Store
from counter_app.sync.pace import Pace, closed_until
from counter_app.sync.rounds.files import agree_on_files, send_files
from counter_app.sync.rounds.updates import fetch_update
from counter_app.sync.shared import Connection, SharedState
from counter_app.sync.status import Sending
from counter_app.sync.tus import PieceSize
from counter_app.sync.wake_up import Delay, WakeReason
from counter_app.updates.errors import UpdateDamaged, UpdateForged, UpdateNeedsInstaller
from counter_app.updates.hand_over import versions_of

_log = logging.getLogger(__name__)
_AGREE = 3600.0  # seconds between questions which files are lacking
_FILE_AGAIN = 900.0  # seconds until a file that was turned down is tried again
_LOOK = 3600.0  # seconds between looks for a newer version of the program
_TELL = 0.5  # seconds between words about the progress of a file


class FilesThread:
    """A round sends every file that may go."""

    def __init__(self, shared: SharedState) -> None:
        self._shared = shared
        self._connection = Connection(shared)
        self._agreed = -_AGREE
        self._again: dict[str, float] = {}  # files that were turned down: when they are tried next
        self._told = 0.0
        self._looked = -_LOOK
        self._size = PieceSize()

    def round(self, store: Store, reason: WakeReason | None) -> Delay:
        """Sends what may go. Raises BrokenOff, and the errors of `counter_app.sync.errors`."""
        shared = self._shared
        if not shared.server.url or shared.paused:
            return Delay(shared.quiet)
        asked_for = reason is WakeReason.CLERK
        if asked_for:
            self._again.clear()
        if closed := self._closed():
            shared.tell(store, lambda status: replace(status, files_rest_until=closed, sending=None))
            return Delay(min(shared.quiet, max((closed - shared.now()).total_seconds(), 0.1)))
        now = time.monotonic()
        skipped = [name for name, again in self._again.items() if again > now]
        failures = self._send(store, now, skipped, agree=asked_for or now - self._agreed >= _AGREE)
        self._again = {name: self._again[name] for name in skipped} | dict.fromkeys(failures, now + _FILE_AGAIN)
        update = self._fetch_update(store, now, asked_for=asked_for) if not failures else None
        if not self._breaks_off():
            shared.files_are_sent()
        kept = shared.status.files_failure if skipped else None
        failure, closed = next(iter(failures.values()), update or kept), self._closed()
        change = lambda status: replace(status, sending=None, files_rest_until=closed, files_failure=failure)  # noqa: E731
        shared.tell(store, change)
        return Delay(shared.quiet)

    def failed(self, store: Store, failure: CounterError, again: datetime) -> None:
        """Tells of a failure; when the next try comes is said of entries alone."""
        self._shared.tell(store, lambda status: replace(status, sending=None, files_failure=failure))

    def hang_up(self) -> None:
        """Ends the connection."""
        self._connection.close()

    def _send(self, store: Store, now: float, skipped: list[str], *, agree: bool) -> dict[str, CounterError]:
        server = self._connection.open(store)
        if agree:
            agree_on_files(store, server)
            self._agreed = now
        pace = Pace(self._speed, self._breaks_off)

        def progress(file: OutgoingFile, there: int) -> None:
            if (at := time.monotonic()) - self._told >= _TELL:
                self._told = at
                sending = Sending(file, there)
                change = lambda status: replace(status, sending=sending, files_failure=None, files_rest_until=None)  # noqa: E731
                self._shared.tell(store, change)

        try:
            return send_files(store, server, self._breaks_off, progress, pace, pace.rest, skip=skipped, size=self._size)
        finally:
            self._told = 0.0

    def _fetch_update(self, store: Store, now: float, *, asked_for: bool) -> CounterError | None:
        """Looks for a newer version of the program now and then; why one that is offered was not taken."""
        if not (asked_for or now - self._looked >= _LOOK):
            return None
        self._looked = now
        shared = self._shared
        pace = Pace(self._speed, self._breaks_off)
        try:
            fetch_update(self._connection.open(store), shared.server, versions_of(store.folder), shared.now, pace)
        except (UpdateForged, UpdateDamaged, UpdateNeedsInstaller) as failure:
            _log.warning("update: %s", failure)
            return failure
        except OSError as fault:
            _log.warning("update: %s", type(fault).__name__)
        return None

    def _closed(self) -> datetime | None:
        shared = self._shared
        if shared.files_at_once:
            return None
        return closed_until(shared.server.file_hours, shared.now().astimezone(VIETNAM))

    def _breaks_off(self) -> bool:
        return self._shared.breaks_off() or self._closed() is not None

    def _speed(self) -> int:
        return 0 if self._shared.files_at_once else self._shared.server.file_speed

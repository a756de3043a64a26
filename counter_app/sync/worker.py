"""Keeps desk and province alike: two threads that exchange whatever they can whenever they can. Nothing waits for them.

One thread carries entries, so that a receipt's record is at the province in a second; the other carries files. Each has
its own connection to server and store; what they share is a `SharedState`.
"""

from __future__ import annotations

import logging
import random
import threading
import time
import traceback
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Protocol

from counter_app.config import Profile
from counter_app.dossier import clock
from counter_app.dossier.clock import VIETNAM
from counter_app.errors import CounterError
from counter_app.knowledge import Knowledge
from counter_app.log import timed
from counter_app.store.store import Store
from counter_app.store.sync_points import LAST_CONTACT
from counter_app.sync.entries_thread import EntriesThread
from counter_app.sync.errors import SyncBroken, SyncFailure
from counter_app.sync.files_thread import FilesThread
from counter_app.sync.pace import BrokenOff
from counter_app.sync.shared import SharedState
from counter_app.sync.sign_in import DeskSession
from counter_app.sync.status import SyncStatus
from counter_app.sync.wake_up import Delay, WakeReason, WakeUp, retry_delay

_log = logging.getLogger(__name__)
_QUIET = 20.0  # seconds between looks when there is nothing to send
_LONGEST = 120.0  # seconds between tries when the server does not answer


class Rounds(Protocol):
    """What one thread does again and again."""

    def round(self, store: Store, reason: WakeReason | None) -> Delay:
        """Does what can be done now. Raises BrokenOff, and the errors of `counter_app.sync.errors`."""

    def failed(self, store: Store, failure: CounterError, again: datetime) -> None:
        """Tells of a failure, and when the next try comes."""

    def hang_up(self) -> None:
        """Ends the connection to the server."""


class SyncWorker:
    """The threads. `on_change` is called from them, one call after the other; `jitter` gives numbers from 0 to 1.

    With `knowledge`, what the province wants its desks to know is put in force as it comes.
    """

    def __init__(
        self,
        store: Store,
        profile: Profile,
        on_change: Callable[[SyncStatus], None],
        *,
        knowledge: Knowledge | None = None,
        quiet: float = _QUIET,
        longest: float = _LONGEST,
        jitter: Callable[[], float] = random.random,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        self._store = store
        self._longest, self._jitter, self._now = longest, jitter, now
        self._session = DeskSession(store.desk, profile.server.code)
        self._shared = shared = SharedState(profile.server, self._session, on_change, quiet, now)
        self._threads = [
            self._thread("sync", EntriesThread(shared, knowledge), shared.wake_entries),
            self._thread("sync-files", FilesThread(shared), shared.wake_files),
        ]

    def start(self) -> None:
        """Begins; without a server in the profile it tells what waits and rests."""
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """There is something to send: do it now."""
        self._shared.wake(WakeReason.NEW_ENTRY)

    def line_is_back(self) -> None:
        """The network is there again: tries at once, unless the server wants to be left alone."""
        self._shared.wake(WakeReason.NETWORK_BACK)

    def send_now(self) -> None:
        """Somebody asks for it: everything at once, once without the limit and the hours for files. Ends a pause."""
        self._shared.send_now()

    def take_code(self, code: str) -> None:
        """A new one-time code of this desk: tries at once to be let in with it."""
        self._session.take_code(code)
        self._shared.wake(WakeReason.CLERK)

    def pause(self) -> None:
        """Exchanges nothing until `resume` or `send_now`."""
        self._shared.pause()

    def resume(self) -> None:
        """Goes on after a pause."""
        self._shared.resume()

    def stop(self) -> None:
        """Ends the threads; a request under way is given two seconds, and is sent again next time."""
        self._shared.stop()
        until = time.monotonic() + 2
        for thread in self._threads:
            if thread.is_alive():
                thread.join(timeout=max(until - time.monotonic(), 0.0))

    def _thread(self, name: str, rounds: Rounds, wake_up: WakeUp) -> threading.Thread:
        return threading.Thread(target=self._run, args=(rounds, wake_up), name=name, daemon=True)

    def _run(self, rounds: Rounds, wake_up: WakeUp) -> None:
        store: Store | None = None
        failures = 0
        reason: WakeReason | None = WakeReason.NEW_ENTRY
        try:
            while not self._shared.stopped:
                try:
                    store = store or self._opened()
                    with timed(_log, "sync round", of=type(rounds)):
                        delay = rounds.round(store, reason)
                    failures = 0
                except BrokenOff:
                    delay = Delay(self._shared.quiet)
                except Exception as fault:  # noqa: BLE001 - whatever it is, the desk goes on and so does sync
                    failures += 1
                    delay = self._failed(store, rounds, fault, failures)
                reason = wake_up.wait(delay)
        finally:
            rounds.hang_up()
            if store is not None:
                store.close_connection()

    def _opened(self) -> Store:
        """The store for this thread."""
        store = self._store.sibling()
        # read here: whoever makes the worker may be on another thread than its store
        self._shared.remember_contact(_last_contact(store))
        return store

    def _failed(self, store: Store | None, rounds: Rounds, fault: Exception, failures: int) -> Delay:
        """Longer delays after each failure, never the same at two desks."""
        failure = fault if isinstance(fault, CounterError) else _unexpected(fault)
        if failures == 1 and failure is fault:
            _log.warning("sync: %s", failure)
        rounds.hang_up()
        longest = min(self._longest, 2.0 ** min(failures, 10))
        wanted = failure.retry_after if isinstance(failure, SyncFailure) else 0.0
        delay = retry_delay(longest * (0.5 + self._jitter() / 2), wanted)
        again = self._now() + timedelta(seconds=round(delay.whole))
        try:
            if store is not None:
                rounds.failed(store, failure, again)
        except Exception as another:  # noqa: BLE001 - the next round tells it
            _unexpected(another)
        return delay


def _unexpected(fault: Exception) -> SyncBroken:
    """The fault's kind and places go to the log, its words do not: they may be about a person."""
    _log.error("sync: %s\n%s", type(fault).__name__, "".join(traceback.format_tb(fault.__traceback__)))
    return SyncBroken(type(fault).__name__)


def _last_contact(store: Store) -> datetime | None:
    seconds = store.sync_points.get(LAST_CONTACT)
    return datetime.fromtimestamp(seconds, VIETNAM) if seconds else None

"""Keeps desk and province alike: a thread that pushes, pulls and uploads whenever it can. Nothing waits for it."""

from __future__ import annotations

import logging
import random
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from counter_app.config import Profile
from counter_app.dossier import clock
from counter_app.errors import CounterError
from counter_app.store.files import FileMissing
from counter_app.store.journal import files_of
from counter_app.store.store import Store
from counter_app.store.sync_points import ACKNOWLEDGED, AWAITED_FILES, CURSOR
from counter_app.sync.client import ProvincialServer
from counter_app.sync.wire import BATCH

_log = logging.getLogger(__name__)
_QUIET = 20.0  # seconds between looks when there is nothing to send
_LONGEST = 120.0  # seconds between tries when the server does not answer


@dataclass(frozen=True)
class SyncStatus:
    """Where sync stands, for the window. `failure` is why the last try did not succeed."""

    online: bool = False
    paused: bool = False
    working: bool = False
    entries_waiting: int = 0
    files_waiting: int = 0
    last_contact: datetime | None = None
    failure: CounterError | None = None
    changed_dossiers: tuple[str, ...] = ()


def sync_once(
    store: Store,
    server: ProvincialServer,
    *,
    stopped: Callable[[], bool] = lambda: False,
    progress: Callable[[], None] = lambda: None,
) -> list[str]:
    """Everything that can be exchanged now: entries first, then files one by one; the codes of changed dossiers.

    Raises the errors of `counter_app.sync.errors`; what was exchanged before stays exchanged.
    """
    _push(store, server, stopped)
    changed = _pull(store, server, stopped)
    progress()
    awaited = server.awaited()
    store.sync_points.put(AWAITED_FILES, len(awaited))
    for sent, name in enumerate(awaited, start=1):
        if stopped():
            break
        try:
            server.upload(name, store.files.get(name))
        except FileMissing as failure:
            _log.error("%s", failure)  # the doctor finds it too; the other files go on
            continue
        store.sync_points.put(AWAITED_FILES, len(awaited) - sent)
        _push(store, server, stopped)  # a new dossier does not wait for the files of the old ones
        progress()
    return changed


def waiting(store: Store) -> tuple[int, int]:
    """How many entries, and how many files, the province has not got yet."""
    acknowledged = store.sync_points.get(ACKNOWLEDGED)
    last = store.journal.last()
    unsent = store.journal.own_after(acknowledged, -1) if last and last.sequence > acknowledged else []
    named = {file.sha256 for entry in unsent for file in files_of(entry)}
    return len(unsent), len(named) + store.sync_points.get(AWAITED_FILES)


def _push(store: Store, server: ProvincialServer, stopped: Callable[[], bool]) -> None:
    while not stopped():
        acknowledged = store.sync_points.get(ACKNOWLEDGED)
        batch = store.journal.own_after(acknowledged, BATCH)
        if not batch:
            return
        store.sync_points.put(ACKNOWLEDGED, server.push(batch))


def _pull(store: Store, server: ProvincialServer, stopped: Callable[[], bool]) -> list[str]:
    changed: dict[str, None] = {}
    more = True
    while more and not stopped():
        pulled = server.pull(store.sync_points.get(CURSOR))
        with store.transaction():
            changed.update(dict.fromkeys(store.journal.accept(pulled.entries)))
            store.sync_points.put(CURSOR, pulled.cursor)
        more = pulled.more
    return list(changed)


class SyncWorker:
    """The thread. `on_change` is called from it; `jitter` gives numbers from 0 to 1."""

    def __init__(
        self,
        store: Store,
        profile: Profile,
        on_change: Callable[[SyncStatus], None],
        *,
        quiet: float = _QUIET,
        longest: float = _LONGEST,
        jitter: Callable[[], float] = random.random,
        now: Callable[[], datetime] = clock.now,
    ) -> None:
        self._store = store
        self._profile = profile
        self._on_change = on_change
        self._quiet, self._longest = quiet, longest
        self._jitter, self._now = jitter, now
        self._status = SyncStatus()
        self._woken = threading.Event()
        self._stopped = threading.Event()
        self._paused = threading.Event()
        self._thread = threading.Thread(target=self._run, name="sync", daemon=True)

    def start(self) -> None:
        """Begins; without a server in the profile it tells what waits and rests."""
        self._thread.start()

    def wake(self) -> None:
        """There is something to send: do it now."""
        self._woken.set()

    def pause(self) -> None:
        """Exchanges nothing until `resume`."""
        self._paused.set()
        self.wake()

    def resume(self) -> None:
        """Goes on after a pause."""
        self._paused.clear()
        self.wake()

    def stop(self) -> None:
        """Ends the thread; a request under way is given two seconds, and is sent again next time."""
        self._stopped.set()
        self.wake()
        if self._thread.is_alive():
            self._thread.join(timeout=2)

    def _run(self) -> None:
        store = self._store.sibling()
        failures = 0
        try:
            while not self._stopped.is_set():
                self._woken.clear()
                failures = self._round(store, failures)
                self._woken.wait(self._rest(failures))
        finally:
            store.close_connection()

    def _round(self, store: Store, failures: int) -> int:
        """One exchange; how many have failed in a row now."""
        server = self._profile.server
        if not server.url or self._paused.is_set():
            self._tell(store, working=False, paused=self._paused.is_set())
            return 0
        self._tell(store, working=True, paused=False)
        try:
            with ProvincialServer(server.url, server.token, self._profile.desk_id) as gateway:
                changed = sync_once(
                    store,
                    gateway,
                    stopped=lambda: self._stopped.is_set() or self._paused.is_set(),
                    progress=lambda: self._tell(store, online=True, last_contact=self._now(), failure=None),
                )
        except CounterError as failure:
            if not failures:
                _log.warning("sync: %s", failure)
            self._tell(store, working=False, online=False, failure=failure)
            return failures + 1
        self._tell(
            store, working=False, online=True, failure=None, last_contact=self._now(), changed_dossiers=tuple(changed)
        )
        return 0

    def _rest(self, failures: int) -> float:
        """Seconds until the next try: longer after each failure, never the same at two desks."""
        if not failures:
            return self._quiet
        longest = min(self._longest, 2.0 ** min(failures, 10))
        return longest * (0.5 + self._jitter() / 2)

    def _tell(self, store: Store, **changes: object) -> None:
        entries, files = waiting(store)
        counted = {"entries_waiting": entries, "files_waiting": files, "changed_dossiers": ()}
        self._status = replace(self._status, **(counted | changes))  # type: ignore[arg-type]
        if not self._stopped.is_set():
            self._on_change(self._status)

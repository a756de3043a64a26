"""What the threads of the sync worker share: where sync stands, what the clerk wants, how the server is reached."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from counter_app.config import Server
from counter_app.store.store import Store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.sign_in import DeskSession
from counter_app.sync.status import SyncStatus
from counter_app.sync.waiting import waits
from counter_app.sync.wake_up import WakeReason, WakeUp

Change = Callable[[SyncStatus], SyncStatus]


class SharedState:
    """Every thread reads and writes it, under its lock. `on_change` is called with one status after the other."""

    def __init__(
        self,
        server: Server,
        session: DeskSession,
        on_change: Callable[[SyncStatus], None],
        quiet: float,
        now: Callable[[], datetime],
    ) -> None:
        """`quiet`: seconds between looks when there is nothing to send."""
        self.server, self.session, self.quiet, self.now = server, session, quiet, now
        self.wake_entries, self.wake_files = WakeUp(), WakeUp()
        self._on_change = on_change
        self._lock = threading.Lock()  # held for a moment only
        self._order = threading.Lock()  # held while a status is told, so that a later one is told later
        self._status = SyncStatus()
        self._stopped = self._paused = self._files_at_once = False

    @property
    def status(self) -> SyncStatus:
        """Where sync stands."""
        with self._lock:
            return self._status

    @property
    def stopped(self) -> bool:
        """Whether the program ends."""
        with self._lock:
            return self._stopped

    @property
    def paused(self) -> bool:
        """Whether the clerk wants nothing to be exchanged."""
        with self._lock:
            return self._paused

    @property
    def files_at_once(self) -> bool:
        """Whether files go without limit and out of their hours, until none waits."""
        with self._lock:
            return self._files_at_once

    def breaks_off(self) -> bool:
        """Whether whatever is under way is to be broken off."""
        with self._lock:
            return self._stopped or self._paused

    def pause(self) -> None:
        """Nothing is exchanged until `resume` or `send_now`."""
        self._want(paused=True)

    def resume(self) -> None:
        """Goes on after a pause."""
        self._want(paused=False)

    def send_now(self) -> None:
        """Everything at once. Ends a pause."""
        self._want(paused=False, files_at_once=True)

    def files_are_sent(self) -> None:
        """No file waits that could go: limit and hours hold again."""
        with self._lock:
            self._files_at_once = False

    def stop(self) -> None:
        """The threads end, and no status is told any more."""
        with self._lock:
            self._stopped = True
        self.wake(WakeReason.CLERK)

    def wake(self, reason: WakeReason) -> None:
        """Wakes both threads."""
        self.wake_entries.set(reason)
        self.wake_files.set(reason)

    def remember_contact(self, at: datetime | None) -> None:
        """When the server last answered, as the store knows it; nothing is told."""
        with self._lock:
            self._status = replace(self._status, last_contact=self._status.last_contact or at)

    def tell(self, store: Store, change: Change = lambda status: status) -> None:
        """Changes the status, counts what waits, and tells it. `change` must ask nothing of this object."""
        found = waits(store)
        with self._order:
            with self._lock:
                counted = replace(self._status.counted(found), paused=self._paused)
                status = self._status = change(counted)
                stopped = self._stopped
            if not stopped:
                self._on_change(status)

    def _want(self, *, paused: bool, files_at_once: bool = False) -> None:
        with self._lock:
            self._paused = paused
            self._files_at_once = self._files_at_once or files_at_once
        self.wake(WakeReason.CLERK)


class Connection:
    """To the server, for one thread: opened when it is first needed, and anew after a failure."""

    def __init__(self, shared: SharedState) -> None:
        self._shared = shared
        self._server: ProvincialServer | None = None

    def open(self, store: Store) -> ProvincialServer:
        """Raises InsecureAddress, BadAuthority, NotTheServer where the profile is wrong."""
        if self._server is None:
            self._server = ProvincialServer(self._shared.server, store, self._shared.session)
        return self._server

    def close(self) -> None:
        """Ends it; the next one begins with a greeting."""
        if self._server is not None:
            self._server.close()
        self._server = None

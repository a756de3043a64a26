"""The thread that carries entries: push, pull, and now and then a greeting and a look for new knowledge."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import datetime

from counter_app.errors import CounterError
from counter_app.knowledge import Knowledge
from counter_app.store.store import Store
from counter_app.store.sync_points import CLOCK_AHEAD, LAST_CONTACT, PUT_ASIDE, UNPROVED
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import (
    EntriesPutAside,
    EntriesQuarantined,
    EntriesRefused,
    EntriesUnproved,
    SyncFailure,
    TooLarge,
)
from counter_app.sync.rounds.bring_back import bring_back
from counter_app.sync.rounds.digests import anchor
from counter_app.sync.rounds.history import agree_on_history
from counter_app.sync.rounds.knowledge import KnowledgeCheck
from counter_app.sync.rounds.pull import pull
from counter_app.sync.rounds.push import push
from counter_app.sync.shared import Change, Connection, SharedState
from counter_app.sync.status import SyncStatus
from counter_app.sync.wake_up import Delay, WakeReason

_PULL = 2.0  # seconds between looks for what others wrote, however often this desk writes
_GREETING = 600.0  # seconds between greetings, which show the server's clock, and looks for new knowledge
_NOTE = 60.0  # seconds between notes of the last contact in the store


class EntriesThread:
    """A round exchanges all the entries there are, both ways."""

    def __init__(self, shared: SharedState, knowledge: Knowledge | None = None) -> None:
        self._shared = shared
        self._connection = Connection(shared)
        self._knowledge = KnowledgeCheck(knowledge)
        self._pulled = self._greeted = self._noted = -_GREETING

    def round(self, store: Store, reason: WakeReason | None) -> Delay:
        """One exchange. Raises the errors of `counter_app.sync.errors`."""
        shared = self._shared
        if not shared.server.url or shared.breaks_off():
            shared.tell(store, lambda status: replace(status, working=False))
            return Delay(shared.quiet)
        if shared.status.failure is None:
            shared.tell(store, lambda status: replace(status, working=True))
        server = self._connection.open(store)
        agree_on_history(store, server)
        refused = self._push(store, server)
        now = time.monotonic()
        may_wait = self._pulled + _PULL - now
        pulls = reason is not WakeReason.NEW_ENTRY or may_wait <= 0
        changed = self._pull(store, server) if pulls else ()
        if refused is not None:  # what others wrote was fetched all the same
            if changed:
                shared.tell(store, lambda status: replace(status, changed_dossiers=changed))
            raise refused
        if now - self._greeted >= _GREETING:
            self._greet(store, server)
            self._greeted = now
        self._note_contact(store, now)
        shared.tell(store, self._done(store, server, changed))
        return Delay(shared.quiet if pulls else min(may_wait, shared.quiet))

    def failed(self, store: Store, failure: CounterError, again: datetime) -> None:
        """Tells of a failure, and when the next try comes."""
        change = lambda status: replace(status, working=False, online=False, failure=failure, retry_at=again)  # noqa: E731
        self._shared.tell(store, change)

    def hang_up(self) -> None:
        """Ends the connection; the next round begins with a greeting."""
        self._connection.close()

    def _push(self, store: Store, server: ProvincialServer) -> SyncFailure | None:
        """Wakes the files where entries went, for the server awaits theirs now; the refusal of entries."""
        shared = self._shared

        def progress() -> None:
            at = shared.now()
            shared.tell(store, lambda status: status.in_contact(at))

        try:
            if push(store, server, shared.breaks_off, progress):
                shared.wake_files.set(WakeReason.NEW_ENTRY)
        except (EntriesRefused, TooLarge) as failure:
            return failure
        return None

    def _pull(self, store: Store, server: ProvincialServer) -> tuple[str, ...]:
        changed = pull(store, server, self._shared.breaks_off)
        self._pulled = time.monotonic()
        return tuple(changed)

    def _greet(self, store: Store, server: ProvincialServer) -> None:
        server.greet()
        if server.clock_ahead is not None:
            store.sync_points.put(CLOCK_AHEAD, int(server.clock_ahead.total_seconds()))
        anchor(store, server)
        bring_back(store, server, self._shared.breaks_off)
        if self._knowledge.look(server):
            at = self._shared.now()
            self._shared.tell(store, lambda status: replace(status, knowledge_checked=at))

    def _done(self, store: Store, server: ProvincialServer, changed: tuple[str, ...]) -> Change:
        troubles, at, ahead = tuple(self._troubles(store)), self._shared.now(), server.clock_ahead

        def change(status: SyncStatus) -> SyncStatus:
            done = status.in_contact(at)
            return replace(done, working=False, clock_ahead=ahead, troubles=troubles, changed_dossiers=changed)

        return change

    def _troubles(self, store: Store) -> list[CounterError]:
        troubles: list[CounterError] = [self._knowledge.fault] if self._knowledge.fault else []
        if first := store.quarantine.first():
            count = store.quarantine.count()
            troubles.append(EntriesQuarantined(count=count, desk=first[0], sequence=first[1]))
        if aside := store.sync_points.get(PUT_ASIDE):
            troubles.append(EntriesPutAside(count=aside))
        if unproved := store.sync_points.get(UNPROVED):
            troubles.append(EntriesUnproved(count=unproved))
        return troubles

    def _note_contact(self, store: Store, now: float) -> None:
        if now - self._noted >= _NOTE:
            store.sync_points.put(LAST_CONTACT, int(self._shared.now().timestamp()))
            self._noted = now

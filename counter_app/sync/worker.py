"""Keeps desk and province alike: two threads that exchange whatever they can whenever they can. Nothing waits for them.

One thread carries entries, so that a receipt's record is at the province in a second; the other carries files, slowly
if need be and only in the profile's hours. Each has its own connection to server and store.
"""

from __future__ import annotations

import logging
import random
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from counter_app.config import Profile
from counter_app.dossier import clock
from counter_app.dossier.clock import VIETNAM
from counter_app.errors import CounterError
from counter_app.knowledge import Knowledge
from counter_app.log import timed
from counter_app.store.outgoing import OutgoingFile
from counter_app.store.store import Store
from counter_app.store.sync_points import LAST_CONTACT
from counter_app.sync.bell import Bell, Rest, Urge, resting_after_failure
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import EntriesAside, EntriesRefused, KnowledgeRefused, SyncBroken, SyncFailure, TooLarge
from counter_app.sync.exchange import agree_on_files, pull, push, send_files
from counter_app.sync.pace import BrokenOff, Pace, closed_until
from counter_app.sync.tus import PieceSize
from counter_app.sync.waiting import waits
from counter_app.sync.way_in import WayIn

_log = logging.getLogger(__name__)
_QUIET = 20.0  # seconds between looks when there is nothing to send
_LONGEST = 120.0  # seconds between tries when the server does not answer
_PULL = 2.0  # seconds between looks for what others wrote, however often this desk writes
_ROUND = 600.0  # seconds between greetings, which show the server's clock, and looks for new knowledge
_AGREE = 3600.0  # seconds between questions which files are lacking
_FILE_AGAIN = 900.0  # seconds until a file that was turned down is tried again
_TELL = 0.5  # seconds between words about the progress of a file
_CLOCK_OFF = timedelta(minutes=5)


@dataclass(frozen=True)
class Sending:
    """The file that is on the line, and how many bytes of it are there."""

    file: OutgoingFile
    there: int


@dataclass(frozen=True)
class SyncStatus:
    """Where sync stands, for the window.

    `failure` is why the last exchange of entries did not succeed, `files_failure` why files do not go; `troubles` stop
    nothing but somebody should know of them. `retry_at` is when the next try comes. `clock_ahead` tells how far this
    desk's clock is ahead of the server's. Files rest until `files_rest_until` because of the profile's hours.
    """

    online: bool = False
    paused: bool = False
    working: bool = False
    entries_waiting: int = 0
    files_waiting: int = 0
    last_contact: datetime | None = None
    failure: CounterError | None = None
    changed_dossiers: tuple[str, ...] = ()
    bytes_waiting: int = 0
    waiting_since: datetime | None = None
    files_failure: CounterError | None = None
    troubles: tuple[CounterError, ...] = ()
    retry_at: datetime | None = None
    clock_ahead: timedelta | None = None
    sending: Sending | None = None
    files_rest_until: datetime | None = None
    acknowledged: int = 0  # the last of this desk's entries the province has
    knowledge_checked: datetime | None = None

    @property
    def clock_is_off(self) -> bool:
        """Whether the two clocks differ by more than five minutes: papers then bear a wrong time."""
        return self.clock_ahead is not None and abs(self.clock_ahead) > _CLOCK_OFF


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
    push(store, server, stopped, progress)
    changed = pull(store, server, stopped)
    progress()
    agree_on_files(store, server)
    send_files(store, server, stopped, lambda *_: progress())
    return changed


def waiting(store: Store) -> tuple[int, int]:
    """How many entries, and how many files, the province has not got yet."""
    found = waits(store)
    return found.entries, found.files


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
        self._profile = profile
        self._on_change = on_change
        self._knowledge = knowledge
        self._quiet, self._longest = quiet, longest
        self._jitter, self._now = jitter, now
        self._way_in = WayIn(store.desk, profile.server.code)
        self._status = SyncStatus()
        self._telling = threading.Lock()
        self._bells = _Bells()
        self._stopped = threading.Event()
        self._paused = threading.Event()
        self._at_once = threading.Event()  # files go without limit and out of hours, until none waits
        entries, files = (_Entries(self), self._bells.entries), (_Uploads(self), self._bells.files)
        self._threads = [
            threading.Thread(target=self._run, args=entries, name="sync", daemon=True),
            threading.Thread(target=self._run, args=files, name="sync-files", daemon=True),
        ]

    def start(self) -> None:
        """Begins; without a server in the profile it tells what waits and rests."""
        for thread in self._threads:
            thread.start()

    def wake(self) -> None:
        """There is something to send: do it now."""
        self._bells.ring(Urge.NEWS)

    def line_is_back(self) -> None:
        """The network is there again: tries at once, unless the server wants to be left alone."""
        self._bells.ring(Urge.LINE)

    def send_now(self) -> None:
        """Somebody asks for it: everything at once, once without the limit and the hours for files. Ends a pause."""
        self._at_once.set()
        self._paused.clear()
        self._bells.ring(Urge.CLERK)

    def take_code(self, code: str) -> None:
        """A new one-time code of this desk: tries at once to be let in with it."""
        self._way_in.take(code)
        self._bells.ring(Urge.CLERK)

    def pause(self) -> None:
        """Exchanges nothing until `resume` or `send_now`."""
        self._paused.set()
        self._bells.ring(Urge.CLERK)

    def resume(self) -> None:
        """Goes on after a pause."""
        self._paused.clear()
        self._bells.ring(Urge.CLERK)

    def stop(self) -> None:
        """Ends the threads; a request under way is given two seconds, and is sent again next time."""
        self._stopped.set()
        self._bells.ring(Urge.CLERK)
        until = time.monotonic() + 2
        for thread in self._threads:
            if thread.is_alive():
                thread.join(timeout=max(until - time.monotonic(), 0.0))

    def _run(self, work: _Entries | _Uploads, bell: Bell) -> None:
        store: Store | None = None
        failures = 0
        urge: Urge | None = Urge.NEWS
        try:
            while not self._stopped.is_set():
                try:
                    store = store or self._opened()
                    with timed(_log, "sync round", of=type(work)):
                        rest = work.round(store, urge)
                    failures = 0
                except BrokenOff:
                    rest = Rest(self._quiet)
                except Exception as fault:  # noqa: BLE001 - whatever it is, the desk goes on and so does sync
                    failures += 1
                    rest = self._failed(store, work, fault, failures)
                urge = bell.wait(rest)
        finally:
            work.hang_up()
            if store is not None:
                store.close_connection()

    def _opened(self) -> Store:
        """The store for this thread."""
        store = self._store.sibling()
        with self._telling:  # read here: whoever makes the worker may be on another thread than its store
            self._status = replace(self._status, last_contact=self._status.last_contact or _last_contact(store))
        return store

    def _failed(self, store: Store | None, work: _Entries | _Uploads, fault: Exception, failures: int) -> Rest:
        """Longer rests after each failure, never the same at two desks."""
        failure = fault if isinstance(fault, CounterError) else _unexpected(fault)
        if failures == 1 and failure is fault:
            _log.warning("sync: %s", failure)
        work.hang_up()
        longest = min(self._longest, 2.0 ** min(failures, 10))
        wanted = failure.retry_after if isinstance(failure, SyncFailure) else 0.0
        rest = resting_after_failure(longest * (0.5 + self._jitter() / 2), wanted)
        again = self._now() + timedelta(seconds=round(rest.whole))
        try:
            if store is not None:
                self._tell(store, **work.failure(failure, again))
        except Exception as another:  # noqa: BLE001 - the next round tells it
            _unexpected(another)
        return rest

    def _rests(self) -> bool:
        return self._stopped.is_set() or self._paused.is_set()

    def _open(self, store: Store) -> ProvincialServer:
        return ProvincialServer(self._profile.server, store, self._way_in)

    def _tell(self, store: Store, **changes: object) -> None:
        found = waits(store)
        counted = {
            "entries_waiting": found.entries,
            "files_waiting": found.files,
            "bytes_waiting": found.size,
            "waiting_since": found.since,
            "acknowledged": found.acknowledged,
            "changed_dossiers": (),
        }
        with self._telling:
            self._status = replace(self._status, **(counted | changes))  # type: ignore[arg-type]
            if not self._stopped.is_set():
                self._on_change(self._status)


class _Bells:
    """Of both threads."""

    def __init__(self) -> None:
        self.entries, self.files = Bell(), Bell()

    def ring(self, urge: Urge) -> None:
        self.entries.ring(urge)
        self.files.ring(urge)


class _Entries:
    """The thread that carries entries, and looks for new knowledge now and then."""

    def __init__(self, worker: SyncWorker) -> None:
        self._worker = worker
        self._server: ProvincialServer | None = None
        self._pulled = self._greeted = self._noted = -_ROUND
        self._knowledge_fault: CounterError | None = None

    def round(self, store: Store, urge: Urge | None) -> Rest:
        """One exchange. Raises the errors of `counter_app.sync.errors`."""
        worker = self._worker
        if not worker._profile.server.url or worker._rests():
            worker._tell(store, working=False, paused=worker._paused.is_set())
            return Rest(worker._quiet)
        if worker._status.failure is None:
            worker._tell(store, working=True, paused=False)
        server = self._server = self._server or worker._open(store)
        told = lambda: worker._tell(store, online=True, last_contact=worker._now(), failure=None, retry_at=None)  # noqa: E731
        refused: SyncFailure | None = None
        try:
            if push(store, server, worker._rests, told):
                worker._bells.files.ring(Urge.NEWS)
        except (EntriesRefused, TooLarge) as failure:
            refused = failure  # what others wrote is fetched all the same
        now = time.monotonic()
        until_pull = self._pulled + _PULL - now
        changed: list[str] = []
        if urge is not Urge.NEWS or until_pull <= 0:
            changed = pull(store, server, worker._rests)
            self._pulled, until_pull = time.monotonic(), worker._quiet
        if refused is not None:
            if changed:
                worker._tell(store, changed_dossiers=tuple(changed))
            raise refused
        if now - self._greeted >= _ROUND:
            server.greet()
            self._look_for_knowledge(store, server)
            self._greeted = now
        self._note_contact(store, now)
        worker._tell(
            store,
            working=False,
            online=True,
            paused=worker._paused.is_set(),
            failure=None,
            retry_at=None,
            last_contact=worker._now(),
            clock_ahead=server.clock_ahead,
            troubles=tuple(self._troubles(store)),
            changed_dossiers=tuple(changed),
        )
        return Rest(min(until_pull, worker._quiet))

    def failure(self, failure: CounterError, again: datetime) -> dict[str, object]:
        """What the status says of a failure."""
        return {"working": False, "online": False, "failure": failure, "retry_at": again}

    def hang_up(self) -> None:
        """Ends the connection; the next round begins with a greeting."""
        if self._server is not None:
            self._server.close()
        self._server = None

    def _look_for_knowledge(self, store: Store, server: ProvincialServer) -> None:
        if self._worker._knowledge is None:
            return
        from counter_app.sync.fetch_knowledge import fetch_knowledge

        try:
            fetch_knowledge(server, self._worker._knowledge)
            self._knowledge_fault = None
        except KnowledgeRefused as failure:
            self._knowledge_fault = failure
        self._worker._tell(store, knowledge_checked=self._worker._now())

    def _troubles(self, store: Store) -> list[CounterError]:
        troubles = [self._knowledge_fault] if self._knowledge_fault else []
        if first := store.aside.first():
            troubles.append(EntriesAside(count=store.aside.count(), desk=first[0], sequence=first[1]))
        return troubles

    def _note_contact(self, store: Store, now: float) -> None:
        if now - self._noted >= 60:
            store.sync_points.put(LAST_CONTACT, int(self._worker._now().timestamp()))
            self._noted = now


class _Uploads:
    """The thread that carries files."""

    def __init__(self, worker: SyncWorker) -> None:
        self._worker = worker
        self._server: ProvincialServer | None = None
        self._agreed = -_AGREE
        self._again: dict[str, float] = {}  # files that were turned down: when they are tried next
        self._told = 0.0
        self._size = PieceSize()

    def round(self, store: Store, urge: Urge | None) -> Rest:
        """Sends what may go. Raises BrokenOff, and the errors of `counter_app.sync.errors`."""
        worker = self._worker
        if not worker._profile.server.url or worker._paused.is_set():
            return Rest(worker._quiet)
        if urge is Urge.CLERK:
            self._again.clear()
        if closed := self._closed():
            worker._tell(store, files_rest_until=closed, sending=None)
            return Rest(min(worker._quiet, max((closed - worker._now()).total_seconds(), 0.1)))
        server = self._server = self._server or worker._open(store)
        now = time.monotonic()
        if now - self._agreed >= _AGREE or urge is Urge.CLERK:
            agree_on_files(store, server)
            self._agreed = now
        pace = Pace(self._speed, self._breaks_off)
        skipped = [name for name, again in self._again.items() if again > now]
        try:
            failures = send_files(
                store,
                server,
                self._breaks_off,
                lambda file, there: self._tell_of(store, file, there),
                pace,
                pace.rest,
                skip=skipped,
                size=self._size,
            )
        finally:
            self._told = 0.0
        self._again = {name: self._again[name] for name in skipped} | dict.fromkeys(failures, now + _FILE_AGAIN)
        if not self._breaks_off():
            worker._at_once.clear()
        kept = worker._status.files_failure if skipped else None
        worker._tell(
            store, sending=None, files_rest_until=self._closed(), files_failure=next(iter(failures.values()), kept)
        )
        return Rest(worker._quiet)

    def failure(self, failure: CounterError, again: datetime) -> dict[str, object]:
        """What the status says of a failure."""
        return {"sending": None, "files_failure": failure}

    def hang_up(self) -> None:
        """Ends the connection."""
        if self._server is not None:
            self._server.close()
        self._server = None

    def _closed(self) -> datetime | None:
        worker = self._worker
        if worker._at_once.is_set():
            return None
        return closed_until(worker._profile.server.file_hours, worker._now().astimezone(VIETNAM))

    def _breaks_off(self) -> bool:
        return self._worker._rests() or self._closed() is not None

    def _speed(self) -> int:
        return 0 if self._worker._at_once.is_set() else self._worker._profile.server.file_speed

    def _tell_of(self, store: Store, file: OutgoingFile, there: int) -> None:
        now = time.monotonic()
        if now - self._told >= _TELL:
            self._told = now
            self._worker._tell(store, sending=Sending(file, there), files_failure=None, files_rest_until=None)


def _unexpected(fault: Exception) -> SyncBroken:
    """The fault's kind and places go to the log, its words do not: they may be about a person."""
    _log.error("sync: %s\n%s", type(fault).__name__, "".join(traceback.format_tb(fault.__traceback__)))
    return SyncBroken(type(fault).__name__)


def _last_contact(store: Store) -> datetime | None:
    seconds = store.sync_points.get(LAST_CONTACT)
    return datetime.fromtimestamp(seconds, VIETNAM) if seconds else None

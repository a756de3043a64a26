"""The worker's day: small things first, files when and as fast as they may, nothing in a hot loop, everything named."""

from __future__ import annotations

import http.server
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest

from counter_app.config import Profile, Server, sample_profile
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.business import StatusChanged, Withdrawn
from counter_app.dossier.states import Status
from counter_app.province.serve import RunningServer
from counter_app.store.store import FILES, Store
from counter_app.store.sync_points import ACKNOWLEDGED, CLOCK_AHEAD, CURSOR
from counter_app.sync.errors import FileDiffers, JournalBehind, ServerFault, TooMany
from counter_app.sync.exchange import sync_once
from counter_app.sync.pace import Pace
from counter_app.sync.rounds.files import send_files
from counter_app.sync.rounds.pull import take_over
from counter_app.sync.rounds.push import push
from counter_app.sync.status import SyncStatus
from counter_app.sync.waiting import waiting, waiting_dossiers, waits
from counter_app.sync.worker import SyncWorker
from tests.dossier.entries import CODE, journal_of, received
from tests.serving import serving
from tests.sync.conftest import append, gateway
from tests.sync.test_sync import Told, scanned

OpenDesk = Callable[[int], Store]
MORNING = datetime(2026, 11, 24, 9, 0, tzinfo=VIETNAM)


def profile_of(address: RunningServer, **more: Any) -> Profile:
    code = address.services.desks.register("H41.99:1")
    return sample_profile().model_copy(update={"server": Server(url=address.url, code=code, **more)})


@contextmanager
def working(store: Store, profile: Profile, told: Told, **more: Any) -> Iterator[SyncWorker]:
    worker = SyncWorker(store, profile, told, **more)
    worker.start()
    try:
        yield worker
    finally:
        worker.stop()


def sent(status: SyncStatus) -> bool:
    return status.online and (status.entries_waiting, status.files_waiting) == (0, 0)


class Trickle(Pace):
    """On so slow a line two chunks of a megabyte go, and the third only when there is no limit any more."""

    chunks = 0

    def __call__(self, size: int) -> None:
        self.chunks += 1
        while self.chunks > 2 and self._speed():
            self.rest(0.01)


def test_a_receipt_is_at_the_province_at_once_while_scans_trickle(
    desk: OpenDesk, address: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counter_app.sync.files_thread.Pace", Trickle)
    store, told = desk(1), Told()
    append(store, received())
    append(store, scanned(store, secrets.token_bytes(3_000_000)))
    with working(store, profile_of(address, file_speed=200_000), told) as worker:
        told.until(lambda status: status.sending is not None, 120)
        append(store, received(), "H41.99-261124-0002")
        worker.wake()
        told.until(lambda status: status.acknowledged == 3, 120)
        assert waiting(store) == (0, 1), "the scan is still on its way"
        worker.send_now()
        told.until(sent, 120)


def test_files_wait_for_their_hours_and_go_before_them_when_somebody_asks(
    desk: OpenDesk, address: RunningServer
) -> None:
    store, told = desk(1), Told()
    append(store, received())
    append(store, scanned(store, b"a scan"))
    profile = profile_of(address, file_hours=("11:30-13:30",))
    with working(store, profile, told, now=lambda: MORNING) as worker:
        rests = told.until(lambda status: status.files_rest_until is not None and status.entries_waiting == 0)
        assert rests.files_rest_until == MORNING.replace(hour=11, minute=30)
        assert (rests.files_waiting, rests.bytes_waiting) == (1, 6)
        worker.send_now()
        told.until(sent)


def test_the_server_is_asked_again_only_when_it_wants_to_be(desk: OpenDesk) -> None:
    asked: list[str] = []

    class Busy(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(429)
            self.send_header("Retry-After", "3600")
            self.end_headers()

        def log_message(self, *_: Any) -> None:
            return

    store, told = desk(1), Told()
    append(store, received())
    with serving(http.server.ThreadingHTTPServer(("127.0.0.1", 0), Busy)) as port:
        url = f"http://127.0.0.1:{port}"
        profile = sample_profile().model_copy(update={"server": Server(url=url, code="code" * 5)})
        with working(store, profile, told, longest=0.05) as worker:
            failed = told.until(lambda status: status.failure is not None)
            assert isinstance(failed.failure, TooMany) and failed.retry_at
            for _ in range(20):
                worker.wake()
                worker.line_is_back()
                time.sleep(0.02)
            assert len(asked) <= 2, "one look of each thread"
            worker.send_now()
            told.until(lambda status: status.failure is not None)
    assert len(asked) <= 4
    assert waiting(store) == (1, 0)


def test_in_whatever_fault_the_server_is_not_asked_in_a_hot_loop(desk: OpenDesk) -> None:
    from tests.sync.conftest import answering

    store, told = desk(1), Told()
    append(store, received())
    with answering(500, b"", "text/html") as url:
        profile = sample_profile().model_copy(update={"server": Server(url=url, code="code" * 5)})
        with working(store, profile, told, jitter=lambda: 1.0) as worker:
            told.until(lambda status: isinstance(status.failure, ServerFault))
            told.statuses.clear()
            for _ in range(50):
                worker.wake()
                time.sleep(0.02)
            assert len([statuse for statuse in told.statuses if statuse.failure]) <= 3


def test_a_damaged_scan_is_named_and_the_others_go(desk: OpenDesk, address: RunningServer) -> None:
    store, told = desk(1), Told()
    append(store, received())
    for content in (b"a scan that the disk will damage", b"a whole scan"):
        append(store, scanned(store, content))
    name = store.files.put(b"a scan that the disk will damage", "application/pdf").sha256
    path = store.folder / FILES / name[:2] / name
    sealed = bytearray(path.read_bytes())
    sealed[20] ^= 1
    path.write_bytes(bytes(sealed))
    with working(store, profile_of(address), told):
        named = told.until(lambda status: status.files_failure is not None)
        assert named.files_waiting == 1
    assert waiting(store) == (0, 1)


def test_the_clock_is_compared_with_the_servers(desk: OpenDesk, address: RunningServer) -> None:
    store, told = desk(1), Told()
    with working(store, profile_of(address), told):
        status = told.until(lambda status: status.clock_ahead is not None)
    assert abs(store.sync_points.get(CLOCK_AHEAD)) < 60
    assert status.clock_ahead is not None and abs(status.clock_ahead) < timedelta(seconds=60)
    assert not status.clock_is_off
    assert SyncStatus(clock_ahead=timedelta(minutes=-6)).clock_is_off


def test_what_waits_is_found_by_the_words_the_dossier_is_found_by(desk: OpenDesk, address: RunningServer) -> None:
    store = desk(1)
    append(store, received())
    append(store, scanned(store, b"a scan"))
    append(store, received(), "H41.99-261124-0002")
    assert [
        (waiting_dossier.code, waiting_dossier.entries, waiting_dossier.files, waiting_dossier.size)
        for waiting_dossier in waiting_dossiers(store)
    ] == [
        (CODE, 2, 1, 6),
        ("H41.99-261124-0002", 1, 0, 0),
    ]
    assert [waiting_dossier.code for waiting_dossier in waiting_dossiers(store, "huong 0002")] == ["H41.99-261124-0002"]
    assert waiting_dossiers(store, "nobody") == []
    assert waits(store).since == waiting_dossiers(store)[0].since
    with gateway(address, store) as server:
        push(store, server)
        assert [
            (waiting_dossier.code, waiting_dossier.entries, waiting_dossier.files)
            for waiting_dossier in waiting_dossiers(store, "Đặng")
        ] == [(CODE, 0, 1)]
        send_files(store, server)
    assert waiting_dossiers(store) == []
    assert waits(store).since is None


def test_an_entry_that_is_not_what_its_hash_says_is_kept_aside_and_the_rest_arrives(desk: OpenDesk) -> None:
    store = desk(1)
    theirs, third = "H41.99-261124-1001", "H41.99-261124-2001"
    good, done = journal_of("H41.99:2", (1, received()), (2, Withdrawn(reason="Xin rút")), dossier=theirs)
    broken = done.model_copy(update={"clerk": "Người khác"})
    (other,) = journal_of("H41.99:3", (1, received()), dossier=third)
    assert sorted(take_over(store, [good, broken, other], 3)) == [theirs, third]
    assert store.sync_points.get(CURSOR) == 3
    assert [entry for entry, _ in store.quarantine.entries()] == [broken]
    assert take_over(store, [done], 4) == [theirs], "the true one may still come"
    (another,) = journal_of("H41.99:2", (1, received(9000)), dossier=theirs)
    assert take_over(store, [another], 5) == []
    assert store.quarantine.count() == 2
    assert store.journal.differing_projections() == []


def test_a_server_that_lost_what_it_had_gets_it_again_with_the_files(desk: OpenDesk, tmp_path: Any) -> None:
    from counter_app.province.serve import running_server

    store = desk(1)
    append(store, received())
    append(store, scanned(store, b"a scan"))
    for place in ("one", "two"):  # the second is a server put up anew
        with running_server(tmp_path / place) as address:
            code = address.services.desks.register(store.desk)
            from counter_app.sync.client import ProvincialServer

            with ProvincialServer(Server(url=address.url, code=code), store) as server:
                append(store, StatusChanged(status=Status.IN_PROCESS))
                sync_once(store, server)
                state = server.dossier(CODE)
                assert (state.dossier, state.awaited) == (store.dossier(CODE), ())


def test_a_desk_restored_from_an_old_backup_says_so(desk: OpenDesk, address: RunningServer, tmp_path: Any) -> None:
    store = desk(1)
    append(store, received())
    append(store, StatusChanged(status=Status.IN_PROCESS))
    with gateway(address, store) as server:
        push(store, server)
        store.db.execute("DELETE FROM entries WHERE sequence = 2")
        store.sync_points.put(ACKNOWLEDGED, 0)
        with pytest.raises(JournalBehind):
            push(store, server)


def test_many_pages_taken_over_make_what_one_by_one_makes(desk: OpenDesk) -> None:
    one, two = desk(1), desk(2)
    steps = [(1, received(8000)), (2, StatusChanged(status=Status.IN_PROCESS)), (3, StatusChanged(status=Status.DONE))]
    entries: list[Entry] = []
    for number in range(12):
        entries += journal_of(f"H41.99:{number + 3}", *steps, dossier=f"H41.99-261124-{number:04d}")
    entries.sort(key=lambda entry: (entry.step, -int(entry.dossier[-4:])))
    for first in range(0, len(entries), 7):
        one.journal.accept(entries[first : first + 7])
    for entry in reversed(entries):
        two.journal.accept([entry])
    assert one.journal.differing_projections() == two.journal.differing_projections() == []
    assert {line.code: line for line in one.find()} == {line.code: line for line in two.find()}
    assert len(one.find("dang huong")) == 12


def test_file_differs_names_the_dossier() -> None:
    assert CODE in FileDiffers(dossier=CODE).sentence("en")

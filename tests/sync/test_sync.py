"""A desk and the province: after any day offline and any cut line, both know the same."""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.config import Profile, Server, sample_profile
from counter_app.dossier.acts.act import CannotApply
from counter_app.dossier.journal import PROVINCE
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.papers import ComponentDigitised
from counter_app.dossier.states import Status
from counter_app.province.file_register import Key
from counter_app.province.serve import RunningServer, running_server
from counter_app.store.store import Store, open_store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import (
    CodeRefused,
    EntriesRefused,
    FileDiffers,
    NotEnrolled,
    NotTheServer,
    Redirected,
    ServerFault,
    ServerTooNew,
    ServerTooOld,
    ServerUnreachable,
    TokenRefused,
    TooLarge,
    TooMany,
)
from counter_app.sync.exchange import sync_once
from counter_app.sync.status import SyncStatus
from counter_app.sync.waiting import waiting
from counter_app.sync.wire import PRODUCT, Hello
from counter_app.sync.worker import SyncWorker
from tests.dossier.entries import AT, CODE, journal_of, received
from tests.sync.conftest import CuttingLine, answering, append, gateway

OpenDesk = Callable[[int], Store]


def scanned(store: Store, content: bytes) -> ComponentDigitised:
    return ComponentDigitised(component="to-khai", document=store.files.put(content, "application/pdf"), pages=())


def test_a_day_offline_reaches_the_province_in_one_go(desk: OpenDesk, address: RunningServer) -> None:
    store = desk(1)
    for number in range(1, 451):
        append(store, received(), f"H41.99-261124-{number:04d}")
    append(store, scanned(store, b"%PDF scan"), "H41.99-261124-0001")
    assert waiting(store) == (451, 1)
    with gateway(address, store) as server:
        sync_once(store, server)
        assert waiting(store) == (0, 0)
        state = server.dossier("H41.99-261124-0001")
    assert state.dossier == store.dossier("H41.99-261124-0001")
    assert state.awaited == ()
    assert not store.find()[0].waiting


def test_sending_again_what_was_sent_changes_nothing(desk: OpenDesk, address: RunningServer) -> None:
    store = desk(1)
    append(store, received())
    with gateway(address, store) as server:
        entries = store.entries.own_after(0, 10)
        assert server.push(entries) == server.push(entries) == 1


def test_a_reply_that_is_lost_doubles_nothing(desk: OpenDesk, address: RunningServer, line: CuttingLine) -> None:
    store = desk(1)
    append(store, received())
    line.drop_reply_to = b"POST /v2/entries"
    with gateway(address, store, line.url) as server, pytest.raises(ServerUnreachable):
        sync_once(store, server)
    assert waiting(store) == (1, 0)
    line.drop_reply_to = b""
    append(store, StatusChanged(status=Status.IN_PROCESS))
    with gateway(address, store, line.url) as server:
        sync_once(store, server)
        assert server.dossier(CODE).dossier == store.dossier(CODE)
    assert waiting(store) == (0, 0)


def test_a_gap_and_a_forged_entry_are_refused_and_leave_the_state_as_it_was(
    desk: OpenDesk, address: RunningServer
) -> None:
    store = desk(1)
    append(store, received())
    append(store, StatusChanged(status=Status.IN_PROCESS))
    first, second = store.entries.own_after(0, 10)
    with gateway(address, store) as server:
        for wrong in (
            [second],
            [first, second.model_copy(update={"clerk": "Người khác"})],
            [first, second.model_copy(update={"desk": "H41.99:2"})],
            journal_of(PROVINCE, (1, received())),
        ):
            with pytest.raises(EntriesRefused):
                server.push(wrong)
        with pytest.raises(EntriesRefused):
            server.dossier(CODE)
        assert server.push([first, second]) == 2
        other = journal_of(store.desk, (1, received(8000)))
        with pytest.raises(EntriesRefused):
            server.push(other)


def test_an_upload_goes_on_at_the_byte_where_the_line_was_cut(
    desk: OpenDesk, address: RunningServer, line: CuttingLine
) -> None:
    store = desk(1)
    content = secrets.token_bytes(3_000_000)
    append(store, received())
    append(store, scanned(store, content))
    with gateway(address, store) as server:
        server.push(store.entries.own_after(0, 10))
    line.up_limit = 1_500_000
    with gateway(address, store, line.url) as server, pytest.raises(ServerUnreachable):
        sync_once(store, server)
    first_try = line.sent_up
    line.up_limit, line.sent_up = None, 0
    with gateway(address, store, line.url) as server:
        sync_once(store, server)
        assert server.dossier(CODE).awaited == ()
    assert first_try > 1_400_000
    assert line.sent_up < 1_750_000, "the first half was not sent again"
    name = store.files.put(content, "application/pdf").sha256
    assert b"".join(address.services.uploads.read(Key("H41.99", name))) == content


class Forgery:
    """A file that claims another's name."""

    def __init__(self, name: str, content: bytes) -> None:
        self.name, self.size, self._content = name, len(content), content

    def read(self, offset: int, size: int) -> bytes:
        return self._content[offset : offset + size]


def test_a_file_that_is_not_what_its_name_says_is_thrown_away(desk: OpenDesk, address: RunningServer) -> None:
    store = desk(1)
    append(store, received())
    append(store, scanned(store, b"the real scan"))
    name = store.files.put(b"the real scan", "application/pdf").sha256
    with gateway(address, store) as server:
        server.push(store.entries.own_after(0, 10))
        with pytest.raises(FileDiffers):
            server.files().upload(Forgery(name, b"another scan!"))
        assert [file.sha256 for file in server.awaited()] == [name]
        server.files().upload(Forgery(name, b"the real scan"))
        assert server.awaited() == ()


def test_what_the_province_decides_reaches_the_desk_as_an_entry(desk: OpenDesk, address: RunningServer) -> None:
    store = desk(1)
    append(store, received())
    with gateway(address, store) as server:
        sync_once(store, server)
        province = address.services.registry
        province.change_status(CODE, Status.SUPPLEMENT_REQUESTED, "Thiếu giấy chứng sinh", "Chuyên viên Mẫu")
        assert sync_once(store, server) == [CODE]
        dossier = store.dossier(CODE)
        assert dossier and dossier.status is Status.SUPPLEMENT_REQUESTED
        assert dossier.status_reason == "Thiếu giấy chứng sinh"
        assert store.entries.of_dossier(CODE)[-1].desk == PROVINCE
        with pytest.raises(CannotApply):
            province.change_status(CODE, Status.RESULT_RETURNED, "", "Chuyên viên Mẫu")
        assert sync_once(store, server) == []


def test_two_desks_that_contradict_each_other_come_to_the_same_state_with_the_same_conflict(
    desk: OpenDesk, address: RunningServer
) -> None:
    one, two = desk(1), desk(2)
    append(one, received())
    with gateway(address, one) as server_one, gateway(address, two) as server_two:
        sync_once(one, server_one)
        assert sync_once(two, server_two) == [CODE]
        append(one, StatusChanged(status=Status.WITHDRAWN))
        append(two, StatusChanged(status=Status.DONE))
        for _ in range(2):
            sync_once(one, server_one)
            sync_once(two, server_two)
        state = server_one.dossier(CODE)
    assert one.dossier(CODE) == two.dossier(CODE) == state.dossier
    assert [line.conflicts for store in (one, two) for line in store.find()] == [1, 1]
    assert [(name.desk, name.sequence) for name in state.conflicts] == [("H41.99:2", 1)]


def test_another_office_sees_nothing(tmp_path: Path, desk: OpenDesk, address: RunningServer) -> None:
    store = desk(1)
    append(store, received())
    stranger = open_store(tmp_path / "stranger", "H41.98:1")
    with gateway(address, store) as server, gateway(address, stranger) as theirs:
        sync_once(store, server)
        assert sync_once(stranger, theirs) == []
    stranger.close()


def test_the_server_may_be_restarted_at_any_time(desk: OpenDesk, tmp_path: Path) -> None:
    store = desk(1)
    append(store, received())
    with running_server(tmp_path / "server") as address, gateway(address, store) as server:
        sync_once(store, server)
    append(store, scanned(store, b"a scan"))
    with running_server(tmp_path / "server") as address, gateway(address, store) as server:
        sync_once(store, server)
        assert server.dossier(CODE).dossier == store.dossier(CODE)


def hello_of(oldest: int, newest: int) -> bytes:
    return Hello(product=PRODUCT, oldest=oldest, newest=newest, time=AT).model_dump_json().encode()


@pytest.mark.parametrize(
    ("status", "body", "kind", "failure"),
    [
        (500, b"{}", "application/json", ServerFault),
        (503, b"<html>busy</html>", "text/html", ServerFault),
        (401, b"{}", "application/json", TokenRefused),
        (200, b"<html>Sign in to the Wi-Fi</html>", "text/html", NotTheServer),
        (302, b"", "text/html", Redirected),
        (413, b"", "text/html", TooLarge),
        (429, b"", "text/html", TooMany),
        (404, b"<html>", "text/html", NotTheServer),
        (200, b'{"product": "another", "protocol": 1}', "application/json", NotTheServer),
        (200, hello_of(1, 1), "application/json", ServerTooOld),
        (200, hello_of(3, 4), "application/json", ServerTooNew),
    ],
)
def test_whatever_else_answers_is_named_and_nothing_is_lost(
    desk: OpenDesk, status: int, body: bytes, kind: str, failure: type[Exception]
) -> None:
    store = desk(1)
    append(store, received())
    with answering(status, body, kind) as url, ProvincialServer(Server(url=url, code="token" * 8), store) as server:
        with pytest.raises(failure):
            server.hello()
        with pytest.raises(failure):
            sync_once(store, server)
    assert waiting(store) == (1, 0)


def test_a_wrong_code_is_told_from_a_dead_line(desk: OpenDesk, address: RunningServer) -> None:
    store = desk(1)
    for code, failure in (("", NotEnrolled), ("short", CodeRefused), ("ABCDE-FGHJK-MNPQR-STUVW", CodeRefused)):
        with ProvincialServer(Server(url=address.url, code=code), store) as server, pytest.raises(failure):
            server.hello()
    with ProvincialServer(Server(url="http://127.0.0.1:1"), store) as server, pytest.raises(ServerUnreachable):
        server.hello()


def profile_of(address: RunningServer) -> Profile:
    profile = sample_profile()
    told = {"url": address.url, "code": address.services.desks.register(profile.desk_id)}
    return profile.model_copy(update={"server": profile.server.model_copy(update=told)})


class Told:
    """Collects what the worker tells and waits for something in it."""

    def __init__(self) -> None:
        self.statuses: list[SyncStatus] = []
        self._news = threading.Condition()

    def __call__(self, status: SyncStatus) -> None:
        with self._news:
            self.statuses.append(status)
            self._news.notify_all()

    def until(self, wanted: Callable[[SyncStatus], bool], seconds: float = 15) -> SyncStatus:
        with self._news:
            assert self._news.wait_for(lambda: any(map(wanted, self.statuses)), seconds), self.statuses[-3:]
            found = next(filter(wanted, self.statuses))
            self.statuses.clear()
            return found


def test_the_worker_sends_at_once_what_is_new_and_brings_what_changed(desk: OpenDesk, address: RunningServer) -> None:
    store, told = desk(1), Told()
    append(store, received())
    worker = SyncWorker(store, profile_of(address), told)
    worker.start()
    told.until(lambda status: status.online and not status.working and status.entries_waiting == 0)
    address.services.registry.change_status(CODE, Status.DONE, "", "Chuyên viên Mẫu")
    worker.wake()
    assert told.until(lambda status: bool(status.changed_dossiers)).changed_dossiers == (CODE,)
    worker.stop()
    dossier = store.dossier(CODE)
    assert dossier and dossier.status is Status.DONE


def test_the_worker_waits_longer_and_longer_and_recovers(desk: OpenDesk, tmp_path: Path) -> None:
    store, told = desk(1), Told()
    append(store, received())
    with running_server(tmp_path / "server") as address:
        port = int(address.url.rpartition(":")[2])
        profile = profile_of(address)
    worker = SyncWorker(store, profile, told, longest=0.2, jitter=lambda: 0.5)
    worker.start()
    failed = told.until(lambda status: status.failure is not None)
    assert isinstance(failed.failure, ServerUnreachable)
    assert (failed.online, failed.entries_waiting) == (False, 1)
    with running_server(tmp_path / "server", port):
        recovered = told.until(lambda status: status.online and not status.working)
        assert (recovered.failure, recovered.entries_waiting) == (None, 0)
        worker.stop()


def test_without_a_server_the_worker_rests_and_tells_what_waits(desk: OpenDesk) -> None:
    store, told = desk(1), Told()
    append(store, received())
    worker = SyncWorker(store, sample_profile(), told)
    worker.start()
    status = told.until(lambda status: not status.working)
    assert (status.online, status.failure, status.entries_waiting) == (False, None, 1)
    worker.stop()


def test_a_pause_sends_nothing_until_it_ends(desk: OpenDesk, address: RunningServer) -> None:
    store, told = desk(1), Told()
    append(store, received())
    worker = SyncWorker(store, profile_of(address), told)
    worker.pause()
    worker.start()
    assert told.until(lambda status: status.paused).entries_waiting == 1
    worker.resume()
    told.until(lambda status: status.online and status.entries_waiting == 0)
    worker.stop()


KILLED = """
import sys
from pathlib import Path
from counter_app.config import Server
from counter_app.store.store import open_store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.exchange import sync_once
from tests.dossier.entries import AT, received
folder, url, code = sys.argv[1:]
store = open_store(Path(folder), "H41.99:1")
last = store.entries.last()
number = last.sequence if last else 0
while True:
    number += 1
    store.journal.append(received(), dossier=f"H41.99-261124-{number:04d}", clerk="M", at=AT, salt="s")
    print("written", flush=True)
    with ProvincialServer(Server(url=url, code=code), store) as server:
        sync_once(store, server)
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is how Linux ends a process at once")
def test_a_desk_killed_at_any_moment_loses_and_doubles_nothing(tmp_path: Path, address: RunningServer) -> None:
    environment = os.environ | {
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONPATH": str(Path.cwd()),
    }
    folder = tmp_path / "desk"
    code = address.services.desks.register("H41.99:1")
    for moment in (0, 0.05, 0.11, 0.2):
        command = [sys.executable, "-c", KILLED, str(folder), address.url, code]
        writer = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
        assert writer.stdout and writer.stdout.readline() == "written\n"
        threading.Event().wait(moment)
        writer.send_signal(signal.SIGKILL)
        writer.communicate()
    store = open_store(folder, "H41.99:1")
    with gateway(address, store) as server:
        sync_once(store, server)
        for code in store.entries.codes():
            assert server.dossier(code).dossier == store.dossier(code)
    length = store.entries.check_own()
    assert length == len(store.entries.codes()) >= 4
    store.close()


STEPS = st.lists(
    st.tuples(st.integers(0, 2), st.sampled_from(["sync", "sync", *(s for s in Status if s is not Status.NEW)])),
    max_size=14,
)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_whoever_acts_and_syncs_in_whatever_order_all_end_alike(
    steps: list[tuple[int, Any]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("province")
    stores = [open_store(root / f"desk-{number}", f"H41.99:{number}") for number in (1, 2)]
    append(stores[0], received())
    with running_server(root / "server") as address:
        servers = [gateway(address, store) for store in stores]
        sync_once(stores[0], servers[0])
        sync_once(stores[1], servers[1])
        for who, what in steps:
            with suppress(CannotApply, EntriesRefused):  # a step that the status does not allow is refused
                if who == 2:
                    status = what if isinstance(what, Status) else Status.DONE
                    address.services.registry.change_status(CODE, status, "", "Mẫu")
                elif isinstance(what, Status):
                    append(stores[who], StatusChanged(status=what))
                else:
                    sync_once(stores[who], servers[who])
        for _ in range(2):
            for store, server in zip(stores, servers, strict=True):
                sync_once(store, server)
        state = servers[0].dossier(CODE)
        for server in servers:
            server.close()
    assert stores[0].dossier(CODE) == stores[1].dossier(CODE) == state.dossier
    assert {line.conflicts for store in stores for line in store.find()} == {len(state.conflicts)}
    for store in stores:
        assert store.journal.differing_projections() == []
        store.close()

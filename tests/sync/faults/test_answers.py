"""What else may answer a desk: each is named, and nothing is lost."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.config import Server, sample_profile
from counter_app.dossier import clock
from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.states import Status
from counter_app.errors import CounterError
from counter_app.province.serve import RunningServer
from counter_app.store.files import FileDamaged
from counter_app.store.store import Store, open_store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import (
    EntriesQuarantined,
    EntriesRefused,
    FileDiffers,
    JournalBehind,
    NotTheServer,
    ServerFault,
    ServerTooOld,
    ServerUnreachable,
    SyncFailure,
    TooMany,
)
from counter_app.sync.exchange import sync_once
from counter_app.sync.rounds.files import send_files
from counter_app.sync.status import SyncStatus
from counter_app.sync.waiting import waiting
from counter_app.sync.wire import PRODUCT, Hello, Pulled
from counter_app.sync.worker import SyncWorker
from tests.dossier.entries import CODE, journal_of, received
from tests.sync.conftest import append, gateway
from tests.sync.faults.answers import JSON, NAMED, OFFICES, STAGES, at, said, scanned
from tests.sync.faults.proxy import Answer, Choose, FaultyLine, Garbled

OpenDesk = Callable[[int], Store]


@contextmanager
def told(store: Store, line: FaultyLine, code: str, failure: type[SyncFailure]) -> Iterator[None]:
    """An exchange over the line fails like this."""
    with ProvincialServer(Server(url=line.url, code=code), store) as server, pytest.raises(failure) as caught:
        sync_once(store, server)
    assert caught.value.sentence() and caught.value.todo
    yield


def pulled(cursor: int, *entries: Entry) -> Answer:
    return Answer(200, Pulled(entries=entries, cursor=cursor, more=False).model_dump_json().encode(), JSON)


def huge() -> Entry:
    """An entry whose numbers no database holds."""
    (entry,) = journal_of("H41.99:2", (1, received()))
    return entry.model_copy(update={"sequence": 10**30, "step": 10**30})


def old_hello() -> Answer:
    hello = Hello(product=PRODUCT, oldest=1, newest=1, time=clock.now())
    return Answer(200, hello.model_dump_json().encode(), JSON)


OF_ENTRIES = ["greeting", "push", "pull", "awaited"]


@pytest.mark.parametrize("stage", OF_ENTRIES)
def test_each_answer_at_each_step_is_named_and_nothing_is_lost(
    stage: str, desk: OpenDesk, address: RunningServer
) -> None:
    store = desk(1)
    append(store, received())
    scanned(store, b"%PDF scan")
    code = address.services.desks.register(store.desk)
    for answer, failure in NAMED:
        with FaultyLine(address.url, at(stage, answer)) as line, told(store, line, code, failure):
            assert len(line.seen) <= 12
    with gateway(address, store) as server:
        sync_once(store, server)
        assert server.dossier(CODE).dossier == store.dossier(CODE)
        assert server.dossier(CODE).awaited == ()
    assert waiting(store) == (0, 0)


def test_an_older_server_is_named(desk: OpenDesk, address: RunningServer) -> None:
    store = desk(1)
    append(store, received())
    with FaultyLine(address.url, at("greeting", old_hello())) as line, told(store, line, "x" * 20, ServerTooOld):
        assert len(line.seen) == 1, "no credential was shown to it"
    assert waiting(store) == (1, 0)


@pytest.mark.parametrize(
    ("stage", "answer", "failure"),
    [
        ("push", said(200, {"acknowledged": 10**30}), JournalBehind),
        ("push", said(200, {"acknowledged": -1}), NotTheServer),
        ("push", said(200, {"acknowledged": 0}), NotTheServer),
        ("push", said(409, {"reason": "gap", "acknowledged": -7}), EntriesRefused),
        ("push", said(409, {"reason": "gap", "acknowledged": 10**30}), JournalBehind),
        ("push", said(409, {"reason": "gap"}), EntriesRefused),
        ("push", said(422, {"reason": "forged"}), EntriesRefused),
        ("push", said(408, {"reason": "the body stood still"}), ServerUnreachable),
        ("pull", said(200, {"entries": [], "cursor": 10**30, "more": False}), NotTheServer),
        ("pull", said(200, {"entries": [], "cursor": -1, "more": False}), NotTheServer),
        ("pull", said(200, {"entries": [], "cursor": 5, "more": True}), NotTheServer),
        ("pull", pulled(7, huge()), NotTheServer),
        ("pull", said(200, {"entries": [{"desk": "x"}], "cursor": 5, "more": False}), NotTheServer),
        ("awaited", said(200, {"files": [{"sha256": "../../x", "size": 1}]}), NotTheServer),
        ("awaited", said(200, {"files": [{"sha256": "a" * 64, "size": 10**30}]}), NotTheServer),
        ("sign-in", said(200, {"token": "\u1ed3" * 20, "valid_seconds": 5}), NotTheServer),
        ("sign-in", said(200, {"token": "a b" * 20, "valid_seconds": 5}), NotTheServer),
        ("creation", said(201), NotTheServer),
        ("creation", said(201, more="Location: http://[\r\n"), NotTheServer),
        ("creation", said(201, more="Location: http://192.0.2.1/files/1\r\n"), NotTheServer),
        ("creation", said(201, more="Location: ftp://127.0.0.1/1\r\n"), NotTheServer),
        ("greeting", said(503, more=f"Retry-After: {'9' * 5000}\r\n"), ServerFault),
        ("greeting", said(429, more="Retry-After: Wed, 21 Oct 2026 07:28:00 GMT\r\n"), TooMany),
        ("greeting", Answer(200, b"\xff\xfe{", JSON), NotTheServer),
        ("greeting", Answer(200, b"not gzip", JSON, "Content-Encoding: gzip\r\n"), NotTheServer),
        ("greeting", said(200, {"product": PRODUCT, "oldest": 2, "newest": 2, "time": "yesterday"}), NotTheServer),
    ],
)
def test_nonsense_in_the_right_shape_is_named_too(
    stage: str, answer: Answer, failure: type[SyncFailure], desk: OpenDesk, address: RunningServer
) -> None:
    store = desk(1)
    append(store, received())
    name = scanned(store, b"%PDF scan")
    code = address.services.desks.register(store.desk)
    with FaultyLine(address.url, at(stage, answer)) as line, told(store, line, code, failure):
        assert len(line.seen) <= 12
    with gateway(address, store) as server:
        sync_once(store, server)
        assert server.dossier(CODE).dossier == store.dossier(CODE)
        assert name not in {file.sha256 for file in server.awaited()}


@pytest.mark.parametrize(
    "more",
    [
        "",
        f"Upload-Offset: {'9' * 5000}\r\n",
        "Upload-Offset: -1\r\n",
        "Upload-Offset: 0\r\n",
        "Upload-Offset: 99999\r\n",
        "Upload-Offset: x\r\n",
    ],
)
def test_a_server_that_counts_wrongly_does_not_get_a_file_counted_as_sent(
    more: str, desk: OpenDesk, address: RunningServer
) -> None:
    """It says it took a piece and did not."""
    store = desk(1)
    append(store, received())
    scanned(store, b"%PDF scan")
    code = address.services.desks.register(store.desk)
    with FaultyLine(address.url, at("piece", said(204, more=more))) as line:
        with ProvincialServer(Server(url=line.url, code=code), store) as server, suppress(SyncFailure):
            sync_once(store, server)
        assert len(line.seen) <= 24
    assert waiting(store) == (0, 1)
    with gateway(address, store) as server:
        sync_once(store, server)
        assert server.awaited() == ()


def test_a_piece_that_is_changed_on_the_way_is_thrown_away_and_named(desk: OpenDesk, address: RunningServer) -> None:
    store = desk(1)
    append(store, received())
    name, other = scanned(store, b"%PDF scan"), scanned(store, b"%PDF another, larger one")
    code = address.services.desks.register(store.desk)
    garbling = at("piece", Garbled())
    choose: Choose = lambda request: garbling(request) if name in request.path else None  # noqa: E731
    with FaultyLine(address.url, choose) as line, ProvincialServer(Server(url=line.url, code=code), store) as server:
        sync_once(store, server)
        failures = send_files(store, server)
        assert [type(failure) for failure in failures.values()] == [FileDiffers]
        assert CODE in failures[name].sentence()
        assert [file.sha256 for file in server.awaited()] == [name], f"{other[:8]} went in spite of it"
        line.choose = lambda _: None
        assert send_files(store, server) == {}
        assert server.awaited() == ()


def test_a_file_that_is_damaged_here_is_named_and_the_others_go(
    desk: OpenDesk, address: RunningServer, tmp_path: Path
) -> None:
    store = desk(1)
    append(store, received())
    name = scanned(store, b"%PDF scan")
    scanned(store, b"%PDF another, larger one")
    file = tmp_path / "desk-1" / "files" / name[:2] / name
    whole = file.read_bytes()
    file.write_bytes(whole[:-20] + bytes([whole[-20] ^ 1]) + whole[-19:])
    with gateway(address, store) as server:
        sync_once(store, server)
        failures = send_files(store, server)
        assert [type(failure) for failure in failures.values()] == [FileDamaged]
        assert [item.sha256 for item in server.awaited()] == [name]


def test_entries_that_do_not_fit_are_named_and_everything_else_is_taken_over(
    desk: OpenDesk, address: RunningServer
) -> None:
    store = desk(1)
    append(store, received())
    code = address.services.desks.register(store.desk)
    theirs, other = "H41.99-261124-0002", "H41.99-261124-0003"
    good, second = journal_of("H41.99:2", (1, received()), (2, StatusChanged(status=Status.IN_PROCESS)), dossier=theirs)
    forged = second.model_copy(update={"clerk": "Người khác"})
    (odd,) = journal_of("H41.99:3", (1, received()), dossier=other)
    page = pulled(7, good, forged, odd.model_copy(update={"payload": None}))
    news: list[SyncStatus] = []
    done = threading.Event()

    def heard(status: SyncStatus) -> None:
        news.append(status)
        if status.troubles or status.failure:
            done.set()

    with FaultyLine(address.url, at("pull", page)) as line:
        profile = sample_profile().model_copy(update={"server": Server(url=line.url, code=code)})
        worker = SyncWorker(store, profile, heard)
        worker.start()
        assert done.wait(60)
        worker.stop()
    assert news[-1].failure is None
    assert [type(trouble) for trouble in news[-1].troubles] == [EntriesQuarantined]
    dossier = store.dossier(theirs)
    assert dossier and dossier.status is not Status.IN_PROCESS
    assert store.quarantine.count() >= 1
    assert waiting(store) == (0, 0)


@pytest.mark.parametrize("answer", [said(422, {"reason": "forged"}), said(413)])
def test_a_desk_whose_records_are_refused_still_hears_of_the_others(
    answer: Answer, desk: OpenDesk, address: RunningServer
) -> None:
    one, two = desk(1), desk(2)
    append(one, received())
    append(two, received(), "H41.99-261124-0002")
    with gateway(address, two) as server:
        sync_once(two, server)
    news: list[SyncStatus] = []
    failed = threading.Event()

    def heard(status: SyncStatus) -> None:
        news.append(status)
        if status.failure:
            failed.set()

    code = address.services.desks.register(one.desk)
    with FaultyLine(address.url, at("push", answer)) as line:
        profile = sample_profile().model_copy(update={"server": Server(url=line.url, code=code)})
        worker = SyncWorker(one, profile, heard)
        worker.start()
        assert failed.wait(60)
        worker.stop()
    assert two.dossier("H41.99-261124-0002") is not None
    assert one.dossier("H41.99-261124-0002") == two.dossier("H41.99-261124-0002")
    assert [status.changed_dossiers for status in news if status.changed_dossiers] == [("H41.99-261124-0002",)]
    assert waiting(one)[0] == 1


HEADERS = st.sampled_from(
    [
        "",
        "Retry-After: -1\r\n",
        "Location: //[\r\n",
        "Upload-Offset: 1e3\r\n",
        "Content-Encoding: br\r\n",
        "Tus-Max-Size: 1\r\n",
    ]
)
NUMBERS = st.one_of(st.integers(), st.sampled_from([10**30, -(10**30), 2**63]), st.none(), st.text(max_size=3))
FIELDS = ["acknowledged", "cursor", "entries", "more", "files", "token", "valid_seconds", "reason", "credential"]
BODIES = st.one_of(
    st.binary(max_size=40),
    st.dictionaries(st.sampled_from(FIELDS), st.one_of(NUMBERS, st.lists(NUMBERS, max_size=2), st.booleans())).map(
        lambda made: json.dumps(made).encode()
    ),
)
ANSWERS = st.builds(
    Answer,
    st.sampled_from([200, 200, 201, 204, 206, 301, 400, 403, 404, 405, 408, 409, 418, 421, 423, 451, 460, 500, 599]),
    BODIES,
    st.sampled_from([JSON, "text/html", "application/zip", ""]),
    HEADERS,
)


@pytest.mark.slow
@settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
@given(answer=ANSWERS, stage=st.sampled_from(sorted(STAGES)))
def test_whatever_comes_back_is_an_error_of_ours_and_the_next_exchange_goes_well(
    answer: Answer, stage: str, province: RunningServer, tmp_path_factory: pytest.TempPathFactory
) -> None:
    number = next(OFFICES)
    name, dossier = (
        f"H41.{number // 100:02d}.{number % 100:02d}:1",
        f"H41.{number // 100:02d}.{number % 100:02d}-261124-0001",
    )
    store = open_store(tmp_path_factory.mktemp("desk"), name)
    try:
        append(store, received(), dossier)
        scanned(store, b"%PDF scan", dossier)
        server = Server(url="", code=province.services.desks.register(name))
        with FaultyLine(province.url, at(stage, answer)) as line:
            here = server.model_copy(update={"url": line.url})
            with suppress(CounterError), ProvincialServer(here, store) as gone:
                sync_once(store, gone)
            assert len(line.seen) <= 40
            line.choose = lambda _: None
            with ProvincialServer(here, store) as back:
                sync_once(store, back)
                assert back.awaited() == ()
                assert back.dossier(dossier).dossier == store.dossier(dossier)
    finally:
        store.close()

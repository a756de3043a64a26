"""What else may answer a desk: each is named, nothing is lost, and nobody is asked again in a hot loop."""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import timedelta
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.config import Server, sample_profile
from counter_app.dossier import clock
from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.papers import ComponentDigitised
from counter_app.dossier.states import Status
from counter_app.errors import CounterError
from counter_app.province.admission import Limits
from counter_app.province.serve import RunningServer, running_server
from counter_app.store.files import FileDamaged
from counter_app.store.store import Store, open_store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.entries_thread import EntriesThread
from counter_app.sync.errors import (
    EntriesQuarantined,
    EntriesRefused,
    FileDiffers,
    JournalBehind,
    NotTheServer,
    QuotaUsedUp,
    Redirected,
    ServerFault,
    ServerTooOld,
    ServerUnreachable,
    SyncFailure,
    TokenRefused,
    TooLarge,
    TooMany,
)
from counter_app.sync.exchange import sync_once
from counter_app.sync.files_thread import FilesThread
from counter_app.sync.rounds.files import send_files
from counter_app.sync.status import SyncStatus
from counter_app.sync.waiting import waiting
from counter_app.sync.wake_up import Delay, WakeReason, WakeUp
from counter_app.sync.wire import PRODUCT, Hello, Pulled
from counter_app.sync.worker import SyncWorker
from tests.dossier.entries import CODE, journal_of, received
from tests.sync.conftest import append, gateway
from tests.sync.faults.proxy import Answer, Choose, Fault, FaultyLine, Garbled, Request

OpenDesk = Callable[[int], Store]
JSON = "application/json"
STAGES = {
    "greeting": ("GET", "/hello"),
    "enrolment": ("POST", "/v2/enrol"),
    "sign-in": ("POST", "/v2/sign-in"),
    "push": ("POST", "/v2/entries"),
    "pull": ("GET", "/v2/entries"),
    "awaited": ("GET", "/v2/files/awaited"),
    "creation": ("POST", "/v2/files"),
    "piece": ("PATCH", "/v2/files/"),
}
OFFICES = count(10)
WIDE = Limits(10_000, 100_000, 10_000, 100_000, 10_000, 100_000)


@pytest.fixture(scope="module")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningServer]:
    with running_server(tmp_path_factory.mktemp("server"), limits=WIDE) as running:
        yield running


def at(stage: str, fault: Fault) -> Choose:
    """That fault for all requests of a stage, none for the others."""
    method, path = STAGES[stage]

    def choose(request: Request) -> Fault | None:
        there = request.path.partition("?")[0]
        meant = there.startswith(path) if path.endswith("/") else there == path
        return fault if request.method == method and meant else None

    return choose


def scanned(store: Store, content: bytes, dossier: str = CODE) -> str:
    document = store.files.put(content, "application/pdf")
    append(store, ComponentDigitised(component="to-khai", document=document, pages=()), dossier)
    return document.sha256


@contextmanager
def told(store: Store, line: FaultyLine, code: str, failure: type[SyncFailure]) -> Iterator[None]:
    """An exchange over the line fails like this."""
    with ProvincialServer(Server(url=line.url, code=code), store) as server, pytest.raises(failure) as caught:
        sync_once(store, server)
    assert caught.value.sentence() and caught.value.todo
    yield


def said(status: int, body: dict[str, object] | bytes = b"", kind: str = "text/html", more: str = "") -> Answer:
    if isinstance(body, dict):
        return Answer(status, json.dumps(body).encode(), JSON, more)
    return Answer(status, body, kind, more)


def pulled(cursor: int, *entries: Entry) -> Answer:
    return Answer(200, Pulled(entries=entries, cursor=cursor, more=False).model_dump_json().encode(), JSON)


def huge() -> Entry:
    """An entry whose numbers no database holds."""
    (entry,) = journal_of("H41.99:2", (1, received()))
    return entry.model_copy(update={"sequence": 10**30, "step": 10**30})


def old_hello() -> Answer:
    hello = Hello(product=PRODUCT, oldest=1, newest=1, time=clock.now())
    return Answer(200, hello.model_dump_json().encode(), JSON)


PAGE = b"<html>Sign in to the Wi-Fi</html>"
NAMED: list[tuple[Answer, type[SyncFailure]]] = [
    (said(200, PAGE), NotTheServer),
    (said(401, {"reason": "sign in"}), TokenRefused),
    (said(413), TooLarge),
    (said(429, {"reason": "too many"}, more="Retry-After: 7\r\n"), TooMany),
    (said(500, b"oops"), ServerFault),
    (said(502, PAGE), ServerFault),
    (said(503, {"reason": "the database is away"}, more="Retry-After: 5\r\n"), ServerFault),
    (said(507, {"reason": "quota"}), QuotaUsedUp),
    (said(302, more="Location: http://portal.example/\r\n"), Redirected),
    (said(307, more="Location: /elsewhere\r\n"), Redirected),
    (said(404, PAGE), NotTheServer),
]
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


class SimulatedWakeUp(WakeUp):
    """No time passes, but it is counted: when it is over, the worker stops."""

    def __init__(self, seconds: float, over: Callable[[], None], reason: WakeReason | None) -> None:
        super().__init__()
        self._left, self._over, self._reason = seconds, over, reason

    def wait(self, delay: Delay) -> WakeReason | None:
        self._left -= max(delay.after(self._reason), 1.0)  # a clerk who works fast commits once a second
        if self._left <= 0:
            self._over()
        return self._reason


SECONDS = 60.0
LOOPED: list[tuple[str, Fault]] = [
    *(("greeting", answer) for answer, _ in NAMED),
    *((stage, said(401, {"reason": "sign in"})) for stage in ("sign-in", "push", "pull", "awaited", "creation")),
    *((stage, said(500)) for stage in ("sign-in", "push", "pull", "creation", "piece")),
    ("enrolment", said(401, {"reason": "no such desk"})),
    ("push", said(409, {"reason": "gap", "acknowledged": 0})),
    ("push", said(409, {"reason": "gap", "acknowledged": -1})),
    ("push", said(413)),
    ("pull", said(200, {"entries": [], "cursor": 5, "more": True})),
    ("piece", said(204)),
    ("piece", said(401, {"reason": "sign in"})),
    ("piece", said(423, {"reason": "busy"})),
    ("piece", said(404, {"reason": "gone"})),
    ("piece", Garbled()),
]


@pytest.mark.parametrize(("stage", "fault"), LOOPED, ids=lambda value: value if isinstance(value, str) else "")
@pytest.mark.parametrize(
    ("reason", "a_second"), [(WakeReason.NEW_ENTRY, 3.0), (None, 1.5)], ids=["clerk-works", "quiet"]
)
def test_nobody_is_asked_in_a_hot_loop_whatever_it_answers(
    reason: WakeReason | None, a_second: float, stage: str, fault: Fault, desk: OpenDesk, province: RunningServer
) -> None:
    store = desk(1)
    number = next(OFFICES)
    dossier = f"H41.{number:02d}-261124-0001"
    store = replace(store, desk=f"H41.{number:02d}:1")
    append(store, received(), dossier)
    scanned(store, secrets.token_bytes(64), dossier)
    code = province.services.desks.register(store.desk)
    with FaultyLine(province.url, at(stage, fault)) as line:
        profile = sample_profile().model_copy(update={"server": Server(url=line.url, code=code)})
        for thread in (EntriesThread, FilesThread):
            worker = SyncWorker(store, profile, lambda _: None, jitter=lambda: 0.0)
            shared = worker._shared
            worker._run(thread(shared), SimulatedWakeUp(SECONDS, shared.stop, reason))
        asked = len(line.seen)
    assert 2 <= asked <= SECONDS * a_second, f"{asked} requests in {SECONDS:.0f} seconds"


def test_a_server_that_wants_to_be_left_alone_is_left_alone(desk: OpenDesk, province: RunningServer) -> None:
    store = desk(1)
    append(store, received())
    answer = said(429, {"reason": "too many"}, more="Retry-After: 30\r\n")
    with FaultyLine(province.url, at("greeting", answer)) as line:
        profile = sample_profile().model_copy(update={"server": Server(url=line.url, code="x" * 20)})
        worker = SyncWorker(store, profile, lambda _: None, jitter=lambda: 0.0)
        worker._run(EntriesThread(worker._shared), SimulatedWakeUp(90.0, worker._shared.stop, WakeReason.NEW_ENTRY))
        assert len(line.seen) == 3
    assert waiting(store) == (1, 0)


def test_a_fault_nobody_thought_of_ends_no_thread(
    desk: OpenDesk, address: RunningServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk answers late once, and the window that is told has a fault of its own."""
    store = desk(1)
    append(store, received())
    scanned(store, b"%PDF scan")
    code = address.services.desks.register(store.desk)
    faults = count()
    done = threading.Event()
    opened = Store.sibling

    def locked_at_first(self: Store) -> Store:
        if next(faults) < 2:
            raise OSError("late")
        return opened(self)

    def told(status: SyncStatus) -> None:
        if next(faults) < 6:
            raise RuntimeError("the window is gone")
        if status.online and not status.working and (status.entries_waiting, status.files_waiting) == (0, 0):
            done.set()

    monkeypatch.setattr(Store, "sibling", locked_at_first)
    profile = sample_profile().model_copy(update={"server": Server(url=address.url, code=code)})
    worker = SyncWorker(store, profile, told, longest=0.05, quiet=0.2)
    worker.start()
    assert done.wait(60)
    worker.stop()


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


def test_clocks_a_day_apart_are_shown_and_change_nothing(desk: OpenDesk, address: RunningServer) -> None:
    store = desk(1)
    append(store, received())
    code = address.services.desks.register(store.desk)
    for days in (-1, 1):
        hello = Hello(product=PRODUCT, oldest=2, newest=2, time=clock.now() + timedelta(days=days))
        news: list[SyncStatus] = []
        settled = threading.Event()

        def heard(status: SyncStatus, news: list[SyncStatus] = news, settled: threading.Event = settled) -> None:
            news.append(status)
            if status.clock_ahead is not None:
                settled.set()

        answer = Answer(200, hello.model_dump_json().encode(), JSON)
        with FaultyLine(address.url, at("greeting", answer)) as line:
            profile = sample_profile().model_copy(update={"server": Server(url=line.url, code=code)})
            worker = SyncWorker(store, profile, heard)
            worker.start()
            assert settled.wait(60)
            worker.stop()
        assert news[-1].clock_is_off
        assert abs(news[-1].clock_ahead + timedelta(days=days)) < timedelta(minutes=5)  # type: ignore[operator]
    assert waiting(store) == (0, 0)

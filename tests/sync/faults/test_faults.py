"""Whatever a line does to what two desks say over it, all ends as on a day without any fault."""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counter_app.config import Server
from counter_app.dossier.journal import Entry
from counter_app.errors import CounterError
from counter_app.knowledge import Knowledge, load_knowledge
from counter_app.province.admission import Limits
from counter_app.province.file_register import Key
from counter_app.province.serve import RunningServer, running_server
from counter_app.store.entries import Entries
from counter_app.store.sync_secrets import CREDENTIAL, NEXT
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import ServerUnreachable, SyncFailure, TokenRefused
from counter_app.sync.exchange import sync_once
from counter_app.sync.sign_in import DeskSession
from counter_app.sync.waiting import waiting
from tests.sync.faults.office import ACTS, AtWork, assert_all_alike, at_work
from tests.sync.faults.proxy import (
    Answer,
    Choose,
    CutReply,
    CutRequest,
    Delay,
    Fault,
    FaultyLine,
    Late,
    Overtaken,
    Twice,
)

WIDE = Limits(10_000, 100_000, 10_000, 100_000)  # hundreds of offices sign in from this one address
ANSWERS = [
    Answer(200, b"<html>Sign in to the Wi-Fi</html>"),
    Answer(302, more="Location: http://127.0.0.1:1/portal\r\n"),
    Answer(401, b'{"reason": "sign in"}', "application/json"),
    Answer(413),
    Answer(429, more="Retry-After: 1\r\n"),
    Answer(500, b"oops"),
    Answer(502, b"<html>Bad gateway</html>"),
    Answer(503, b'{"reason": "the database is away"}', "application/json", "Retry-After: 5\r\n"),
]
FAULTS: st.SearchStrategy[Fault] = st.one_of(
    st.builds(CutRequest, st.integers(0, 60_000)),
    st.builds(CutReply, st.integers(0, 3_000)),
    st.builds(Twice, st.booleans()),
    st.builds(Late, st.integers(0, 6)),
    st.builds(Overtaken, st.just(0.02)),
    st.builds(Delay, st.just(0.005)),
    st.sampled_from(ANSWERS),
)


@dataclass(frozen=True)
class Exchange:
    """A desk (0: both at once) exchanges, and these faults befall its requests, told by their number."""

    who: int
    faults: dict[int, Fault]


@dataclass(frozen=True)
class Work:
    """What a desk does, and to which of the dossiers it knows; a scan has so many bytes."""

    who: int
    what: str
    which: int = 0
    size: int = 0


DESKS = st.integers(1, 2)
WORK = st.one_of(
    st.builds(Work, DESKS, st.just("receive")),
    st.builds(Work, DESKS, st.just("scan"), st.integers(0, 3), st.integers(1, 60_000)),
    st.builds(Work, DESKS, st.sampled_from(sorted(ACTS)), st.integers(0, 3)),
)
EXCHANGE = st.builds(Exchange, st.integers(0, 2), st.dictionaries(st.integers(0, 9), FAULTS, max_size=3))
DAY = st.lists(st.one_of(WORK, EXCHANGE), min_size=6, max_size=20)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[RunningServer, RunningServer]]:
    """The one that is spoken to over the faulty line, and the one of the undisturbed day."""
    folder = tmp_path_factory.mktemp("servers")
    with running_server(folder / "a", limits=WIDE) as one, running_server(folder / "b", limits=WIDE) as other:
        yield one, other


OFFICES = count()


def do(work: Work, one: AtWork) -> None:
    if work.what == "receive":
        one.receive()
        return
    codes = one.codes
    if not codes:
        return
    code = codes[work.which % len(codes)]
    if work.what == "scan":
        one.scan(code, random.Random(work.size).randbytes(work.size))
        return
    with suppress(CounterError):  # what the dossier does not allow at that desk is refused there
        ACTS[work.what](one.desk, code)


def exchange(line: FaultyLine, wanted: Exchange, desks: dict[int, AtWork]) -> None:
    numbers = count()
    line.choose = lambda _: wanted.faults.get(next(numbers))

    def sync(one: AtWork) -> None:
        with suppress(SyncFailure):
            one.sync(line.url)

    speaking = list(desks.values()) if wanted.who == 0 else [desks[wanted.who]]
    with ThreadPoolExecutor(len(speaking)) as pool:
        list(pool.map(sync, speaking))


def undisturbed_exchange(address: RunningServer, *desks: AtWork) -> None:
    for _ in range(2):
        for desk in desks:
            desk.sync(address.url)


@pytest.mark.parametrize("garbled", [False, True])
def test_an_upload_whose_server_was_killed_between_its_last_byte_and_its_check_is_checked_later(
    garbled: bool, address: RunningServer, knowledge: Knowledge, tmp_path: Path
) -> None:
    content = b"%PDF scan " * 1000
    with (
        at_work(tmp_path, 1, address.services.desks.register("H41.99:1"), knowledge) as one,
        FaultyLine(address.url, lambda request: CutRequest(-1) if request.method == "PATCH" else None) as line,
    ):
        one.scan(one.receive(), content)
        with pytest.raises(ServerUnreachable):
            one.sync(line.url)
        name = hashlib.sha256(content).hexdigest()
        key = Key("H41.99", name)
        (part,) = (tmp_path / "server" / "files" / "parts").rglob(name)
        part.write_bytes(content if not garbled else content[:-1] + b"!")
        line.choose = lambda _: None
        line.seen.clear()
        one.sync(line.url)
        assert address.services.registry.awaited("H41.99:1") == []
        assert b"".join(address.services.uploads.read(key)) == content
        assert any(request.method == "PATCH" for request in line.seen) is garbled, "sent again only where it must be"


@pytest.mark.parametrize("first", [True, False])
def test_a_doubled_request_for_a_credential_locks_no_desk_out(
    first: bool, address: RunningServer, knowledge: Knowledge, tmp_path: Path
) -> None:
    doubled: Choose = lambda request: Twice(first) if request.path == "/v2/enrol" else None  # noqa: E731
    code = address.services.desks.register("H41.99:1")
    with at_work(tmp_path, 1, code, knowledge) as one, FaultyLine(address.url, doubled) as line:
        one.receive()
        for _ in range(2):
            with suppress(SyncFailure):
                one.sync(line.url)
        line.choose = lambda _: None
        one.sync(line.url)
        assert waiting(one.desk.store) == (0, 0)


def test_a_desk_keeps_the_credential_that_the_province_took_though_a_stranger_says_no(
    address: RunningServer, knowledge: Knowledge, tmp_path: Path
) -> None:
    """The answer to the new credential's first use was lost, and then another one than the province answered 401."""
    desks = address.services.desks
    with at_work(tmp_path, 1, desks.register("H41.99:1"), knowledge) as one:
        one.sync(address.url)
        coming = desks.rotate("H41.99:1")
        one.desk.store.sync_secrets.put(**{NEXT: coming})
        desks.sign_in("H41.99:1", coming)
        one.receive()
        no: Choose = lambda request: ANSWERS[2] if request.path == "/v2/sign-in" else None  # noqa: E731
        with FaultyLine(address.url, no) as line, pytest.raises(TokenRefused):
            replace(one, session=DeskSession("H41.99:1", "")).sync(line.url)
        replace(one, session=DeskSession("H41.99:1", "")).sync(address.url)
        assert waiting(one.desk.store) == (0, 0)
        assert one.desk.store.sync_secrets.get(CREDENTIAL) == coming


def test_what_a_clerk_commits_while_the_outbox_is_read_goes_with_the_rest(
    address: RunningServer, knowledge: Knowledge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read, moments = Entries.own_after, iter([True])
    with at_work(tmp_path, 1, address.services.desks.register("H41.99:1"), knowledge) as one:
        one.receive()

        def at_this_moment(self: Entries, *wanted: int) -> list[Entry]:
            if next(moments, False):
                one.receive()
            return read(self, *wanted)

        def exchange() -> None:
            with ProvincialServer(Server(url=address.url), one.desk.store, one.session) as server:
                sync_once(one.desk.store, server)

        monkeypatch.setattr(Entries, "own_after", at_this_moment)
        exchange()
        assert waiting(one.desk.store) == (0, 0)
        (there,) = address.services.desks.lines("H41.99")
        assert there.last_sequence == one.desk.store.entries.last_sequence() == 2


@pytest.mark.slow
@settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(day=DAY)
def test_whatever_the_line_does_all_ends_as_on_an_undisturbed_day(
    day: list[Work | Exchange],
    servers: tuple[RunningServer, RunningServer],
    knowledge: Knowledge,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    address, undisturbed = servers
    number = next(OFFICES)
    agency, folder = f"H41.{number // 100:02d}.{number % 100:02d}", tmp_path_factory.mktemp("office")
    with ExitStack() as opened, FaultyLine(address.url) as line:
        desks = {
            who: opened.enter_context(
                at_work(folder, who, address.services.desks.register(f"{agency}:{who}"), knowledge, agency)
            )
            for who in (1, 2)
        }
        desks[1].receive()
        for step in day:
            if isinstance(step, Exchange):
                exchange(line, step, desks)
            else:
                do(step, desks[step.who])
        undisturbed_exchange(address, *desks.values())
        if line.deliver_late():
            undisturbed_exchange(address, *desks.values())
        assert_all_alike(address.services, undisturbed.services, *desks.values())

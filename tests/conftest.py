"""A desk at work: the sample office on a real store, with its clock in the test's hand."""

from __future__ import annotations

import asyncio
import gc
import os
import ssl
import time
from collections.abc import Generator, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from types import ModuleType
from typing import Any

import httpx
import keyring
import pytest
from hypothesis import settings
from keyring.backends import fail

from counter_app import passwords
from counter_app.bench.desk import opened_desk
from counter_app.config import ReceiptSeries, sample_profile
from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.draft import ComponentTicked, Draft, PersonTyped
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.roles import Clerk, Task
from counter_app.dossier.states import IdentityKind
from counter_app.knowledge import Knowledge
from counter_app.procedures.catalogue import Catalogue
from counter_app.store import wrapping
from scanning.sources.mdns import announced
from tests.kept_processes import KeptProcesses
from tests.ready_made import ReadyMade
from tests.side_by_side import Scheduling

settings.register_profile("others", deadline=None)  # a busy machine takes what it takes
settings.register_profile("same", settings.get_profile("others"), derandomize=True)
settings.load_profile("same")
"""What Hypothesis draws is the same in each run, so that a change is blamed for its own faults alone; others are looked
for with `--hypothesis-profile others`."""

MORNING = datetime(2026, 11, 20, 9, 0, tzinfo=VIETNAM)
TESTS = Path(__file__).parent
NO_KEYRING = fail.Keyring()


ONE_THREAD = {"OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1", "OPENCV_FOR_THREADS_NUM": "1"}
"""As in the processes that read pages. Where tests run side by side, threads that wait for each other's lines of a
matrix burn seven times what the second reader needs (3.1 s a page instead of 0.45 s, on two busy cores)."""


def room_of(test: Path) -> str:
    """The mark of a test: the first folder below tests/; those beside this file are about the desk."""
    folders = test.relative_to(TESTS).parts[:-1]
    return folders[0] if folders else "desk"


def pytest_configure(config: pytest.Config) -> None:
    """One mark a folder; and what makes tests cheaper, said before numpy is imported and any process is started."""
    os.environ |= ONE_THREAD | {"SANE_CONFIG_DIR": str(TESTS / "scanning" / "sources" / "no_sane")}
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # programs that tests start find our modules compiled
    for room in sorted({room_of(test) for test in TESTS.rglob("test_*.py")}):
        config.addinivalue_line("markers", f"{room}: tests of this room")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> Scheduling:
    """How `-n` shares the tests out."""
    return Scheduling(config, log)


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None, object, object]:
    """Seven thousand tests are half a million things that stay until the end: collecting garbage passes them over."""
    gc.disable()
    found = yield
    gc.freeze()
    gc.enable()
    return found


def pytest_itemcollected(item: pytest.Item) -> None:
    """Each test has the mark of its folder."""
    item.add_marker(room_of(item.path))


def pytest_runtest_setup(item: pytest.Item) -> None:
    """`counter test --quick` promises an end: no test begins after it."""
    if (end := os.environ.get("COUNTER_TESTS_END")) and time.time() > float(end):
        pytest.skip("the time of --quick is over; counter test runs it")


@pytest.fixture(scope="session", autouse=True)
def no_keyring() -> None:
    """Tests keep no key in the keyring of whoever runs them, nor do those that make a desk for a whole file."""
    keyring.set_keyring(NO_KEYRING)


@pytest.fixture(scope="session", autouse=True)
def no_power_cuts() -> Iterator[None]:
    """Nothing waits for the disk: no test cuts this process's power. Those about power cuts look at a program of their
    own, which does wait."""
    with pytest.MonkeyPatch.context() as free:
        free.setattr(os, "fsync", lambda _: None)
        free.setattr("counter_app.store.database._SYNCHRONOUS", "OFF")
        free.setattr("counter_app.province.database._SYNCHRONOUS", "OFF")
        yield


@pytest.fixture(scope="session", autouse=True)
def servers_that_end_at_once() -> Iterator[None]:
    """uvicorn looks ten times a second whether it shall end, and waits a tenth of one while it does: three hundred
    servers of tests made half a minute of it."""
    hasty = ModuleType("asyncio")
    vars(hasty).update(vars(asyncio), sleep=lambda seconds: asyncio.sleep(min(seconds, 0.01)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("uvicorn.server.asyncio", hasty)
        yield


@pytest.fixture(scope="session", autouse=True)
def authorities_read_once() -> Iterator[None]:
    """httpx reads all authorities of the world for each client, be it for a server on loopback without TLS: 24
    thousandths of a second, which were a seventh of all tests of the server."""
    read, made = httpx.create_ssl_context, httpx.create_ssl_context()

    def once(verify: Any = True, cert: Any = None, trust_env: bool = True) -> ssl.SSLContext:
        return made if verify is True and cert is None else read(verify, cert, trust_env)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("httpx._transports.default.create_ssl_context", once)
        patch.setattr(httpx, "create_ssl_context", once)
        yield


@pytest.fixture(scope="session", autouse=True)
def no_scanner_is_waited_for() -> Iterator[None]:
    """Whoever looks for scanners listens to the network for three seconds; tests know that there is none."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("scanning.sources.escl.announced", lambda _: announced(0.1))
        yield


@pytest.fixture(scope="session", autouse=True)
def ready_made() -> Iterator[ReadyMade]:
    """New stores and servers go through no migrations but the first of them."""
    with ReadyMade().in_use() as made:
        yield made


@pytest.fixture
def own_migrations(ready_made: ReadyMade) -> Iterator[None]:
    """Asked for by a test about the migrations themselves: each new database goes through all of them."""
    ready_made.paused = True
    yield
    ready_made.paused = False


@pytest.fixture(scope="session", autouse=True)
def kept_processes() -> Iterator[KeptProcesses]:
    """Workers go from test to test."""
    with KeptProcesses().in_use() as kept:
        yield kept


@pytest.fixture
def own_processes(kept_processes: KeptProcesses) -> Iterator[None]:
    """Asked for by a test about the worker processes themselves: each is new, and ended; no other is there."""
    kept_processes.end_all()
    kept_processes.paused = True
    yield
    kept_processes.paused = False


@pytest.fixture(autouse=True)
def no_keyring_left() -> Iterator[None]:
    """What one test keeps in a keyring of its own the next one does not find."""
    yield
    keyring.set_keyring(NO_KEYRING)


@pytest.fixture
def costly_passwords() -> None:
    """Asked for by a test in which passwords and passphrases cost as much time and memory as they do at a desk."""


@pytest.fixture(autouse=True)
def cheap_passwords(request: pytest.FixtureRequest) -> Iterator[None]:
    """Passwords and passphrases cost a thief nothing here, and so no test a tenth of a second each time."""
    if "costly_passwords" in request.fixturenames:
        yield
        return
    cost = passwords._MEMORY, passwords._ROUNDS, passwords._NOBODY, wrapping._COST
    passwords._MEMORY, passwords._ROUNDS, wrapping._COST = 64, 1, 2
    passwords._NOBODY = passwords._NOBODY.replace(f"${cost[0]}${cost[1]}$", "$64$1$")
    yield
    passwords._MEMORY, passwords._ROUNDS, passwords._NOBODY, wrapping._COST = cost


CLERK = Clerk("Trần Thị Mẫu", frozenset(Task))
"""Who works at the desks of tests: with every task."""
SUPERVISOR = Clerk("Lê Văn Duyệt", frozenset({Task.APPROVAL}))


def with_changed(knowledge: Knowledge, code: str, on: date, **changes: object) -> Catalogue:
    """The catalogue with what is in force of one procedure changed; none of the thousands of others is read."""
    catalogue = knowledge.catalogue
    procedure = catalogue.get(code, on)
    assert procedure is not None
    written = [item for items in catalogue._written.values() for item in items]
    return Catalogue([*written, procedure.model_copy(update=changes)], catalogue._indexes)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk whose clock stands at nine on Friday, 20 November 2026, and goes on a minute each time it is asked.

    A supervisor stands by and confirms what needs a second person.
    """
    minutes = iter(range(100_000))
    opened = opened_desk(tmp_path / "desk", sample_profile(), CLERK).seconded(SUPERVISOR)
    yield replace(opened, now=lambda: MORNING + timedelta(minutes=next(minutes)))
    opened.store.close()


def said_by_the_province(desk: Desk, code: str, payload: Payload) -> Dossier:
    """What no desk may write, as if it had come from the province."""
    return desk.store.journal.append(payload, dossier=code, clerk="Tỉnh", at=desk.now(), salt="tỉnh")


def receipts_of(number: int) -> tuple[ReceiptSeries, ...]:
    """The registered series of fee receipts that the desk of that number has: no two desks share one."""
    return tuple(receipt.model_copy(update={"symbol": f"M{number}-26T"}) for receipt in sample_profile().receipts)


def filled(draft: Draft, procedure: str = "1.001193", *keys: str) -> Draft:
    """A draft with all that a dossier needs; everybody in it is invented."""
    owner = PersonTyped(
        name="  Đặng Thị   Hường ",
        identity_kind=IdentityKind.CITIZEN,
        identity_number="040190001234",
        born="15/04/1990",
        sex="Nữ",
        address="Xóm 3, phường Sao Mai, tỉnh Nghệ An",
        phone="0912000123",
    )
    ticks = tuple(ComponentTicked(key=key, originals=1) for key in keys or ("to-khai",))
    return draft.model_copy(update={"procedure": procedure, "owner": owner, "components": ticks})


def received(desk: Desk) -> str:
    """The code of a dossier that was `filled` and received."""
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code

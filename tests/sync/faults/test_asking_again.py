"""Nobody is asked again in a hot loop whatever it answers, and no fault ends the asking."""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from dataclasses import replace
from itertools import count

import pytest

from counter_app.config import Server, sample_profile
from counter_app.province.serve import RunningServer
from counter_app.store.store import Store
from counter_app.sync.entries_thread import EntriesThread
from counter_app.sync.files_thread import FilesThread
from counter_app.sync.status import SyncStatus
from counter_app.sync.waiting import waiting
from counter_app.sync.wake_up import Delay, WakeReason, WakeUp
from counter_app.sync.worker import SyncWorker
from tests.dossier.entries import received
from tests.sync.conftest import append
from tests.sync.faults.answers import NAMED, OFFICES, at, said, scanned
from tests.sync.faults.proxy import Fault, FaultyLine, Garbled

OpenDesk = Callable[[int], Store]


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

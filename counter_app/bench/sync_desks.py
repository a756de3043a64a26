"""Desks of the sync benchmark, in processes of their own: real stores, the real worker, invented people.

Simulated is only the clerk: dossiers are written by `Journal.append` without drafts, scans and window.
"""

from __future__ import annotations

import json
import random
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from counter_app.bench.sync_servers import peak_memory
from counter_app.config import Server, sample_profile
from counter_app.dossier import clock
from counter_app.dossier.model import Agencies, Component, Person, Term
from counter_app.dossier.money import FeeDue, FeeKind
from counter_app.dossier.payloads.business import HandedOver, StatusChanged
from counter_app.dossier.payloads.papers import ComponentDigitised, Received
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.states import Status, TermUnit
from counter_app.dossier.value import FileRef
from counter_app.store.store import Store, open_store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.rounds.pull import pull
from counter_app.sync.rounds.push import push
from counter_app.sync.status import SyncStatus
from counter_app.sync.waiting import waits
from counter_app.sync.worker import SyncWorker

_NAMES = ("Nguyễn Thị Hương", "Trần Văn Dũng", "Lê Thị Mai", "Phạm Văn Đức", "Đặng Thị Ánh", "Hồ Văn Sơn")


def received(agency: str, number: int) -> Received:
    """A dossier of the usual size."""
    return Received(
        procedure="1.001193",
        procedure_name="Đăng ký khai sinh",
        procedure_version="2025-07-01",
        field="Hộ tịch",
        agencies=Agencies(receiving=agency, competent=agency),
        owner=Person(
            name=_NAMES[number % len(_NAMES)],
            identity_number=f"0401900{number % 100_000:05d}",
            phone="0912000123",
            address=f"Xóm {number % 30}, xã Mẫu, tỉnh Nghệ An",
        ),
        components=tuple(
            Component(key=key, name=name, originals=1)
            for key, name in (
                ("to-khai", "Tờ khai đăng ký khai sinh theo mẫu"),
                ("giay-chung-sinh", "Giấy chứng sinh hoặc văn bản của người làm chứng"),
                ("giay-to-tuy-than", "Giấy tờ tùy thân của người yêu cầu"),
            )
        ),
        fees=(FeeDue(name="Lệ phí", kind=FeeKind.CHARGE, amount=8000),),
        term=Term(unit=TermUnit.SAME_DAY),
        due_at=clock.now(),
        look_up_token=f"token{number:011d}",
    )


def later(number: int) -> tuple[Payload, ...]:
    """What happens to it afterwards."""
    scan = FileRef(sha256=f"{number:064x}", size=200_000, media_type="application/pdf")
    return (
        ComponentDigitised(component="to-khai", document=scan, pages=()),
        HandedOver(from_unit="Bộ phận Một cửa", to_unit="Phòng Tư pháp", given_by="Mẫu", taken_by="Mẫu"),
        StatusChanged(status=Status.DONE),
    )


def code_of(agency: str, number: int) -> str:
    """The code of a dossier."""
    return f"{agency}-26{number // 9000 % 12 + 1:02d}{number // 108_000 + 1:02d}-{number % 9000 + 1000:04d}"


def write(store: Store, number: int, payload: Payload) -> None:
    """Commits one entry."""
    agency = store.desk.rpartition(":")[0]
    store.journal.append(payload, dossier=code_of(agency, number), clerk="Mẫu", at=clock.now(), salt=f"{number}")


def fill(store: Store, dossiers: int) -> None:
    """A backlog of so many dossiers without files, in few transactions."""
    agency = store.desk.rpartition(":")[0]
    for start in range(0, dossiers, 1000):
        with store.transaction():
            for number in range(start, min(start + 1000, dossiers)):
                write(store, number, received(agency, number))


class _DeskAtWork:
    """A desk whose commits are timed until the province has acknowledged them."""

    def __init__(self, folder: Path, desk: str, url: str, code: str) -> None:
        self.store = open_store(folder, desk)
        self.committed: list[float] = []
        self.seconds: list[float] = []
        self._lock = threading.Lock()
        profile = sample_profile().model_copy(update={"server": Server(url=url, code=code)})
        self.worker = SyncWorker(self.store, profile, self._heard)

    def commit(self) -> None:
        agency, _, slot = self.store.desk.rpartition(":")
        number = len(self.committed) * 3 + int(slot)  # the numbers of an office's three desks never meet
        write(self.store, number, received(agency, number))
        with self._lock:
            self.committed.append(time.perf_counter())
        self.worker.wake()

    def is_done(self) -> bool:
        return len(self.seconds) == len(self.committed)

    def _heard(self, status: SyncStatus) -> None:
        now = time.perf_counter()
        with self._lock:
            for at in self.committed[len(self.seconds) : status.acknowledged]:
                self.seconds.append(now - at)


def at_work(told: dict[str, Any]) -> dict[str, Any]:
    """Desks that each commit a dossier now and then; seconds from commit to acknowledged, and all hashes."""
    chance = random.Random(told["seed"])
    with ExitStack() as closing:
        desks = []
        for desk, code in told["codes"].items():
            one = _DeskAtWork(Path(told["folder"], desk.replace(":", "-")), desk, told["url"], code)
            closing.callback(one.store.close)
            closing.callback(one.worker.stop)
            one.worker.start()
            desks.append(one)
        print("ready", flush=True)
        sys.stdin.readline()  # all processes begin together
        begin = time.perf_counter() + 1
        plan = sorted(
            (begin + chance.random() * told["seconds"], nth)
            for nth in range(len(desks))
            for _ in range(told["commits"])
        )
        for at, nth in plan:
            time.sleep(max(at - time.perf_counter(), 0))
            desks[nth].commit()
        until = time.perf_counter() + 60
        while time.perf_counter() < until and not all(desk.is_done() for desk in desks):
            time.sleep(0.05)
        return {
            "seconds": [second for desk in desks for second in desk.seconds],
            "entries": [[desk.store.desk, entry.sequence, entry.hash] for desk in desks for entry in _own(desk.store)],
        }


def backlog(told: dict[str, Any]) -> dict[str, Any]:
    """Fills a desk and hands everything over; the seconds that took, the peak of memory in bytes, and the bodies."""
    bodies: list[bytes] = []
    with ExitStack() as closing:
        store = open_store(Path(told["folder"]), told["desk"])
        closing.callback(store.close)
        if told["fill"]:
            fill(store, told["fill"])
            return {}
        server = closing.enter_context(ProvincialServer(Server(url=told["url"], code=told["code"]), store))
        server.hello()
        if told["bodies"]:
            server._line.event_hooks["request"].append(lambda request: bodies.append(request.content))

        def counted() -> None:
            waits(store)  # as the window is told after every batch

        start = time.perf_counter()
        handed = push(store, server, progress=counted)
        seconds = time.perf_counter() - start
        if told["bodies"]:
            Path(told["bodies"]).write_text(json.dumps([body.hex() for body in bodies]))
    return {"seconds": seconds, "entries": handed, "peak": peak_memory()}


def newcomer(told: dict[str, Any]) -> dict[str, Any]:
    """A new desk that pulls the whole journal of its office."""
    with ExitStack() as closing:
        store = open_store(Path(told["folder"]), told["desk"])
        closing.callback(store.close)
        server = closing.enter_context(ProvincialServer(Server(url=told["url"], code=told["code"]), store))
        server.hello()
        start, worked = time.perf_counter(), time.process_time()
        pull(store, server)
        seconds, processor = time.perf_counter() - start, time.process_time() - worked
        entries = store.db.execute("SELECT count(*) FROM entries").fetchone()[0]
        dossiers = store.db.execute("SELECT count(*) FROM dossiers").fetchone()[0]
    return {"seconds": seconds, "processor": processor, "entries": entries, "dossiers": dossiers, "peak": peak_memory()}


def _own(store: Store) -> list[Any]:
    return store.entries.own_after(0, 1 << 30)


if __name__ == "__main__":
    import keyring
    from keyring.backends import fail

    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call] # the benchmark's desks keep their keys in their own folders
    job = {"at_work": at_work, "backlog": backlog, "newcomer": newcomer}[sys.argv[1]]
    print(json.dumps(job(json.loads(sys.stdin.readline()))), flush=True)

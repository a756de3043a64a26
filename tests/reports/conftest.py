"""The busy office's store, made once, and a small one for single dossiers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import keyring
import pytest
from keyring.backends import fail

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.model import Agencies, Component, Dossier, Person, Term
from counter_app.knowledge import Knowledge, load_knowledge
from counter_app.store import asked_again, conduct, fee_receipts
from counter_app.store import dossiers as projection
from counter_app.store.store import Store, open_store
from counter_app.store.sync_points import ACKNOWLEDGED
from tests.reports import busy_office

NOW = datetime(2026, 11, 25, 10, 30, tzinfo=VIETNAM)
COUNT = 30_000
_ENTRY = (
    "INSERT INTO entries (id, desk, sequence, dossier, step, kind, payload_hash, clerk, at, previous, hash)"
    " VALUES (?, 'H41.99:1', ?, ?, 1, 'received', '', '', '', '', '')"
)


@dataclass(frozen=True)
class KnownStore(Store):
    """A store whose dossiers were made up whole: there are no entries to fold them from."""

    known: dict[str, Dossier]

    def dossier(self, code: str) -> Dossier | None:
        return self.known.get(code)


@dataclass(frozen=True)
class Office:
    """A store with the dossiers that are in it; each seventh waits to be sent."""

    store: Store
    dossiers: Sequence[Dossier]
    now: datetime = NOW


def filled_store(folder: Path, dossiers: Iterable[Dossier]) -> Office:
    """A store with the projections of these dossiers, written as the journal writes them, but all at once."""
    everything = list(dossiers)
    opened = open_store(folder, "H41.99:1")
    with opened.transaction():
        for place, item in enumerate(everything):
            number, sequence = place + 1, 2 if place % 7 == 0 else 1
            row = projection.row_of(item, conflicts=0, own_sequence=sequence)
            projection.write(opened.db, number, row)
            opened.db.execute(_ENTRY, [number, number, item.code])
            conduct.project(opened.db, number, item, None)
            asked_again.project(opened.db, number, item, None)
            if item.fee_receipts:
                fee_receipts.project(opened.db, number, item)
        opened.sync_points.put(ACKNOWLEDGED, 1)
    known = {item.code: item for item in everything}
    store = KnownStore(**vars(opened), known=known)
    return Office(store, everything)


@pytest.fixture(scope="session")
def knowledge() -> Knowledge:
    return load_knowledge()


@pytest.fixture(scope="session")
def busy(tmp_path_factory: pytest.TempPathFactory, knowledge: Knowledge) -> Iterator[Office]:
    """The generated year."""
    keyring.set_keyring(fail.Keyring())
    made = busy_office.dossiers(COUNT, knowledge.calendar, knowledge.hours)
    office = filled_store(tmp_path_factory.mktemp("office") / "data", made)
    yield office
    office.store.close()


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Callable[..., Office]]:
    """Opens a store with the dossiers given."""
    opened: list[Store] = []

    def make(*dossiers: Dossier, now: datetime = NOW) -> Office:
        made = filled_store(tmp_path / f"data-{len(opened)}", dossiers)
        opened.append(made.store)
        return replace(made, now=now)

    yield make
    for store in opened:
        store.close()


def dossier(code: str = "H41.99-261001-0001", **facts: object) -> Dossier:
    """A birth registration, received at nine on 1 October 2026 and due at five on the 5th, unless said otherwise."""
    usual: dict[str, object] = {
        "code": code,
        "procedure": "1.001193",
        "procedure_name": "Đăng ký khai sinh",
        "procedure_version": "1",
        "field": "Hộ tịch",
        "agencies": Agencies(receiving="H41.99", competent="H41.99", competent_name="UBND phường Sao Mai"),
        "owner": Person(name="Đặng Thị Hường", address="Xóm 3, phường Sao Mai, tỉnh Nghệ An", phone="0912000123"),
        "components": (Component(key="to-khai", name="Tờ khai", originals=1),),
        "term": Term(amount=2, unit="working_days"),
        "received_at": datetime(2026, 10, 1, 9, 0, tzinfo=VIETNAM),
        "due_at": datetime(2026, 10, 5, 17, 0, tzinfo=VIETNAM),
        "look_up_token": "token",
        "clerk": "Trần Thị Mẫu",
        "step": 1,
    }
    return Dossier(**usual | facts)

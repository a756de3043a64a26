"""Two desks of an office at work, and what must be so at every side when all is exchanged."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from itertools import count
from pathlib import Path

from counter_app.config import Server, sample_profile
from counter_app.desk import casework, receiving, till
from counter_app.desk.desk import Desk
from counter_app.dossier.fold import Folded, fold
from counter_app.dossier.journal import Entry
from counter_app.dossier.roles import Clerk, Task
from counter_app.dossier.states import PayMethod
from counter_app.knowledge import Knowledge
from counter_app.province.file_register import Key
from counter_app.province.services import Services
from counter_app.store.entries import files_of
from counter_app.store.store import open_store
from counter_app.sync.client import ProvincialServer
from counter_app.sync.exchange import sync_once
from counter_app.sync.sign_in import DeskSession
from counter_app.sync.waiting import waits
from tests.conftest import MORNING, filled, receipts_of

CHARGED = "1.001612"  # a household business, for which a charge is due
ACTS: dict[str, Callable[[Desk, str], object]] = {
    "refuse": lambda desk, code: casework.refuse(desk, code, "Không thuộc thẩm quyền"),
    "ask": lambda desk, code: casework.ask_for_supplements(desk, code, ["Giấy chứng sinh"], "Thiếu giấy"),
    "take": lambda desk, code: casework.take_supplements(desk, code),
    "hand over": lambda desk, code: casework.hand_over(desk, code, "Phòng Tư pháp"),
    "withdraw": lambda desk, code: casework.withdraw(desk, code, "Không cần nữa"),
    "take the fee": lambda desk, code: till.take_all_fees(desk, code, PayMethod.CASH),
    "give back": lambda desk, code: till.give_back(desk, code),
}


@dataclass(frozen=True)
class AtWork:
    """A desk with its way in at the province, which outlives its connections."""

    desk: Desk
    session: DeskSession

    @property
    def codes(self) -> list[str]:
        """The dossiers it knows."""
        return self.desk.store.entries.codes()

    def receive(self) -> str:
        """Receives a dossier for which a charge is due."""
        draft = filled(self.desk.new_draft(), CHARGED, "giay-de-nghi")
        self.desk.keep_draft(draft)
        return receiving.receive(self.desk, draft.id).code

    def scan(self, code: str, content: bytes) -> None:
        """The first paper of the dossier as a document of this content."""
        document = self.desk.store.files.put(content, "application/pdf")
        self.desk.add_document(code, self.desk.dossier(code).components[0].key, document, (), [])

    def sync(self, url: str) -> None:
        """One exchange over a new connection, in whatever thread this is. Raises SyncFailure."""
        store = self.desk.store.sibling()
        try:
            with ProvincialServer(Server(url=url), store, self.session) as server:
                sync_once(store, server)
        finally:
            store.close_connection()


@contextmanager
def at_work(
    folder: Path, number: int, code: str, knowledge: Knowledge, agency: str = "H41.99", ahead: timedelta = timedelta()
) -> Iterator[AtWork]:
    """Desk `number`, with its one-time code, its clock `ahead` of the right time."""
    profile = sample_profile()
    here = profile.desk.model_copy(update={"number": number})
    office = profile.office.model_copy(update={"agency": agency})
    profile = profile.model_copy(update={"desk": here, "office": office, "receipts": receipts_of(number)})
    seconds = count()
    store = open_store(folder / f"desk-{number}", profile.desk_id)
    desk = Desk(lambda: profile, store, knowledge, lambda: MORNING + ahead + timedelta(seconds=next(seconds)))
    desk = desk.of(Clerk(f"Cán bộ {number}", frozenset(Task)))
    try:
        yield AtWork(desk, DeskSession(store.desk, code))
    finally:
        store.close()


def own_entries(one: AtWork) -> list[Entry]:
    """All that the desk itself wrote."""
    return one.desk.store.entries.own_after(0, -1)


def assert_all_alike(province: Services, undisturbed: Services, *desks: AtWork) -> None:
    """Both desks and the province have every entry once, every file whole, and the state of an undisturbed day.

    The undisturbed day is the same entries handed in one after the other at another server.
    """
    written = {desk.desk.store.desk: own_entries(desk) for desk in desks}
    everything = sorted((entry for entries in written.values() for entry in entries), key=lambda entry: entry.key)
    for name, entries in written.items():
        undisturbed.desks.register(name)
        assert undisturbed.registry.accept(name, entries) == len(entries)
    codes = sorted({entry.dossier for entry in everything})
    for desk in desks:
        store = desk.desk.store
        assert (waits(store).entries, waits(store).files) == (0, 0)
        assert store.entries.check_own() == len(written[store.desk])
        assert store.entries.codes() == codes
        assert sorted(_entries_of(desk, codes), key=lambda entry: entry.key) == everything, "lost or doubled"
        assert store.journal.differing_projections() == []
        assert store.quarantine.count() == 0
    for code in codes:
        there = province.registry.folded(code)
        expected = _sorted(undisturbed.registry.folded(code))
        assert _sorted(there) == expected
        for desk in desks:
            assert _sorted(fold(desk.desk.store.entries.of_dossier(code))) == expected
        assert province.registry.awaited_of(code) == []
    for name in written:
        others = [entry for entry in everything if entry.desk != name]
        pulled = province.registry.pull(name, 0, 10_000).entries
        assert sorted(pulled, key=lambda entry: entry.key) == others, "the province has more or less"
    for desk in desks:
        agency = desk.desk.profile.office.agency
        for name in _files(written[desk.desk.store.desk]):
            content = b"".join(province.uploads.read(Key(agency, name)))
            assert hashlib.sha256(content).hexdigest() == name


def _entries_of(one: AtWork, codes: list[str]) -> list[Entry]:
    return [entry for code in codes for entry in one.desk.store.entries.of_dossier(code)]


def _files(entries: list[Entry]) -> set[str]:
    return {file.sha256 for entry in entries for file in files_of(entry)}


def _sorted(folded: Folded) -> tuple[object, ...]:
    return folded.dossier, sorted(entry.key for entry in folded.conflicts)

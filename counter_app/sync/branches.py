"""Desk and province have different entries in the same place: a rebuild puts them into one journal.

What the province has comes first, for it cannot be taken back. Either two copies of the desk were used, and both went
on after the same entry: the entries of this computer's branch are written anew behind the province's, by the same clerk
and of the same moment. A code that both drew stays with the province's dossier; this computer's gets another, and the
paper the citizen holds must be replaced. Or the province's own entries were changed on this computer afterwards: they
are put back and those that were changed are named. What was here is kept aside as it was, in either case.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from counter_app.config import Profile
from counter_app.dossier.codes import next_code
from counter_app.dossier.journal import Entry, UnknownPayload, is_sealed
from counter_app.dossier.payloads.papers import Received
from counter_app.errors import CounterError
from counter_app.store.store import Store
from counter_app.store.sync_points import ACKNOWLEDGED, ANCHORED, FILES_SEEN
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import NotTheServer

_COPY, _CHANGED = "written at a copy of this desk", "changed after the province had it"


@dataclass(frozen=True)
class Resettled:
    """An entry of this computer's branch: the dossier it was of and is of now ("" where it could not be written).

    One that was `changed` is as the province has it again, and not written anew.
    """

    dossier: str
    now: str
    kind: str
    at: str
    changed: bool = False


def settle_branches(store: Store, server: ProvincialServer, profile: Profile) -> tuple[Resettled, ...]:
    """Puts both into one journal, all or nothing; what became of this computer's entries."""
    common, theirs = _province_branch(store, server)
    known = {their.payload_hash for their in theirs}
    settled: list[Resettled] = []
    codes: dict[str, str] = {}
    with store.transaction():
        own = store.entries.own_after(common, -1)
        same = [item.sequence for item in own if _is_same(item, known)]
        handed_over = max(store.sync_points.get(ACKNOWLEDGED), *same, 0)  # a copy of the desk gave what is behind it
        changed = [item for item in own if item.sequence <= handed_over and not _is_same(item, known)]
        for entry in own:
            store.quarantine.keep(entry, _CHANGED if entry in changed else _COPY)
        store.journal.cut_off(common)
        store.journal.take_back(theirs)
        store.chain.forget(common)
        store.digests.forget(common)
        store.sync_points.put(ACKNOWLEDGED, store.entries.last_sequence())
        store.sync_points.put(ANCHORED, min(store.sync_points.get(ANCHORED), common))
        store.sync_points.put(FILES_SEEN, min(store.sync_points.get(FILES_SEEN), common))
        store.witness.stopped = False
        for entry in own:
            if entry in changed:
                settled.append(_put_right(entry))
            elif not _is_same(entry, known):
                settled.append(_written_anew(store, profile, entry, codes))
    return tuple(settled)


def put_right(store: Store, server: ProvincialServer) -> tuple[Resettled, ...]:
    """Entries that are no longer what their hashes say are put back as the province has them; which."""
    broken = [item.sequence for item in store.entries.own_after(0, -1) if not is_sealed(item)]
    found: list[Resettled] = []
    for sequence in broken:
        for entry in server.own_entries(sequence - 1, 1).entries:
            if entry.sequence == sequence and is_sealed(entry) and entry.hash == store.entries.seal(sequence):
                store.journal.put_in_place(entry)
                found.append(_put_right(entry))
    return tuple(found)


def _province_branch(store: Store, server: ProvincialServer) -> tuple[int, list[Entry]]:
    """The last sequence both have alike, and what the province has after it."""
    common, theirs = 0, list[Entry]()
    for entry in _own_at_province(server):
        if not theirs and store.entries.seal(entry.sequence) == entry.hash:
            common = entry.sequence
        else:
            theirs.append(entry)
    return common, theirs


def _own_at_province(server: ProvincialServer) -> Iterator[Entry]:
    after = 0
    while True:
        page = server.own_entries(after, 1000)
        yield from page.entries
        if not page.more or not page.entries:
            return
        if page.cursor <= after:
            raise NotTheServer("own entries in no order")
        after = page.cursor


def _is_same(entry: Entry, known: set[str]) -> bool:
    """Whether the province has what it says; its payload's salt makes that sure. Its hash may be another all the same,
    where one before it was changed."""
    return entry.payload_hash in known


def _put_right(entry: Entry) -> Resettled:
    return Resettled(entry.dossier, entry.dossier, entry.kind, entry.at.isoformat(), changed=True)


def _written_anew(store: Store, profile: Profile, entry: Entry, codes: dict[str, str]) -> Resettled:
    """`codes` are those that had to be changed."""
    code = codes.get(entry.dossier, entry.dossier)
    try:
        payload = entry.read()
        if payload is None:
            return Resettled(entry.dossier, "", entry.kind, entry.at.isoformat())
        if isinstance(payload, Received) and store.dossier(code) is not None:
            agency = profile.office.agency
            last = store.last_number(agency, entry.at, profile.codes)
            code = next_code(agency, entry.at.date(), last, profile.codes)
            codes[entry.dossier] = code
        with store.savepoint():
            store.journal.append(payload, dossier=code, clerk=entry.clerk, at=entry.at, salt=entry.hash[:16])
    except (CounterError, UnknownPayload):
        return Resettled(entry.dossier, "", entry.kind, entry.at.isoformat())
    return Resettled(entry.dossier, code, entry.kind, entry.at.isoformat())

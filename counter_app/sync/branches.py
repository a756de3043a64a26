"""Two copies of one desk were used: both went on after the same entry. A rebuild puts them into one journal.

What the province has comes first, for it cannot be taken back. The entries of this computer's branch are kept aside as
they were and written anew behind it, by the same clerk and of the same moment. A code that both drew stays with the
province's dossier; this computer's gets another, and the paper the citizen holds must be replaced.
"""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.config import Profile
from counter_app.dossier.codes import next_code
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.payloads import Received
from counter_app.errors import CounterError
from counter_app.store.store import Store
from counter_app.store.sync_points import ACKNOWLEDGED, FILES_SEEN
from counter_app.sync.client import ProvincialServer

_WHY = "written at a copy of this desk"


@dataclass(frozen=True)
class Resettled:
    """An entry of this computer's branch: the dossier it was of and is of now ("" where it could not be written)."""

    dossier: str
    now: str
    kind: str
    at: str


def settle_branches(store: Store, server: ProvincialServer, profile: Profile) -> tuple[Resettled, ...]:
    """Puts both into one journal, all or nothing; what became of this computer's branch."""
    common, theirs = _province_branch(store, server)
    with store.transaction():
        own = store.journal.own_after(common, -1)
        for entry in own:
            store.quarantine.keep(entry, _WHY)
        store.journal.cut_off(common)
        store.journal.take_back(theirs)
        store.sync_points.put(ACKNOWLEDGED, store.journal.last_sequence())
        store.sync_points.put(FILES_SEEN, min(store.sync_points.get(FILES_SEEN), common))
        store.witness.stopped = False
        codes: dict[str, str] = {}
        settled = [_written_anew(store, profile, entry, codes) for entry in own]
    return tuple(settled)


def _province_branch(store: Store, server: ProvincialServer) -> tuple[int, list[Entry]]:
    """The last sequence both have alike, and what the province has after it."""
    common, theirs, after = 0, list[Entry](), 0
    while True:
        page = server.own_entries(after, 1000)
        for entry in page.entries:
            if not theirs and store.journal.seal(entry.sequence) == entry.hash:
                common = entry.sequence
            else:
                theirs.append(entry)
        if not page.more or not page.entries:
            return common, theirs
        after = page.cursor


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

"""A province that was restored gets back what this desk has of others: entries of other desks, and the province's own.

What desks write they hand over themselves, as always. But a desk may be gone, and the province has nobody else. It
takes what it once proved to have had (`counter_app.store.proofs`); what nothing proves stays here, and is counted.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Sequence

from counter_app.dossier.acts import ERASE
from counter_app.dossier.journal import PROVINCE, Entry
from counter_app.store.store import Store
from counter_app.store.sync_points import BRINGS_BACK, UNPROVED
from counter_app.sync.client import ProvincialServer

_log = logging.getLogger(__name__)
_NAMES = 1000  # asked about in a request
_ENTRIES = 200  # handed over in a request, and no more letters than
_LETTERS = 1_000_000


def bring_back(store: Store, server: ProvincialServer, stopped: Callable[[], bool] = lambda: False) -> None:
    """Where the province is in another epoch: hands over what it lacks. Begun again, it goes on. Raises what the line
    brings."""
    if not store.sync_points.get(BRINGS_BACK):
        return
    lacking: dict[str, list[int]] = {}
    for journal in store.entries.others():
        if stopped():
            return
        lacking[journal] = list(_lacking(store, server, journal))
    count = sum(map(len, lacking.values()))
    if count and count == store.sync_points.get(UNPROVED):
        return  # nobody who wrote them was there since
    for journal, sequences in lacking.items():  # first what erases, so that nothing comes back that was erased
        _hand_over(store, server, journal, store.entries.of_journal(journal, sequences, kind=ERASE.kind))
    unproved = 0
    for journal, sequences in lacking.items():
        for lot in _lots(store, journal, sequences):
            if stopped():
                return
            unproved += _hand_over(store, server, journal, lot)
    with store.transaction():
        store.sync_points.put(UNPROVED, unproved)
        store.sync_points.put(BRINGS_BACK, 1 if unproved else 0)
    if count:
        _log.warning("brought back to the province: %s entries of others, %s unproved", count - unproved, unproved)


def _lacking(store: Store, server: ProvincialServer, journal: str) -> Iterator[int]:
    """What the province lacks of a journal, the newest first.

    A restore takes a desk's journal its end: what is before something that is there is there. The province's own goes
    on while its end is gone.
    """
    before = None
    while page := store.entries.sequences(journal, before, _NAMES):
        missing = server.lacking(journal, page)
        yield from missing
        if not missing and journal != PROVINCE:
            return
        before = page[-1]


def _lots(store: Store, journal: str, sequences: Sequence[int]) -> Iterator[list[Entry]]:
    """The entries, the newest first: each proves the one before it. As many together as a request takes."""
    for start in range(0, len(sequences), _ENTRIES):
        lot: list[Entry] = []
        letters = 0
        for entry in reversed(store.entries.of_journal(journal, sequences[start : start + _ENTRIES])):
            letters += len(entry.payload or "")
            if lot and letters > _LETTERS:
                yield lot
                lot, letters = [], len(entry.payload or "")
            lot.append(entry)
        yield lot


def _hand_over(store: Store, server: ProvincialServer, journal: str, lot: Sequence[Entry]) -> int:
    """How many of them are not proved."""
    return len(server.bring_back(journal, lot, store.proofs.of(lot))) if lot else 0

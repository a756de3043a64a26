"""Desk and province agree on where each of them stands, before anything is exchanged over a connection.

A province whose database was restored is in another epoch: what was pulled and acknowledged in the one before is not
believed, and this desk's entries and files are handed over again, then what it has of others (`bring_back`). A desk
whose store was restored takes its own entries back. Where both have gone on from the same entry nothing is exchanged: a
rebuild settles it.
"""

from __future__ import annotations

import logging

from counter_app.log import note
from counter_app.store.forgetting import forget_erased
from counter_app.store.store import Store
from counter_app.store.sync_points import ACKNOWLEDGED, ANCHORED, BRINGS_BACK, CURSOR, FILES_SEEN
from counter_app.store.sync_secrets import KNOWN_EPOCH
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import JournalForked, JournalRewritten
from counter_app.sync.wire import Standing

_log = logging.getLogger(__name__)


def agree_on_history(store: Store, server: ProvincialServer) -> None:
    """Once a connection, and whenever the epoch is another. Raises JournalForked, and what the line brings."""
    if server.agreed:
        return
    standing = server.standing(store.sync_points.get(ACKNOWLEDGED))
    if standing is not None:
        _follow_epoch(store, standing)
        last = store.entries.last_sequence()
        if standing.last_sequence > last:
            take_back(store, server)
        elif standing.last_sequence and store.entries.seal(standing.last_sequence) != standing.last_hash:
            raise _other_history(store, standing.last_sequence)
    server.agreed = True


def take_back(store: Store, server: ProvincialServer) -> int:
    """This desk's entries that the province has and this computer has not; how many came. Raises JournalForked."""
    came = 0
    while True:
        last = store.entries.last_sequence()
        page = server.own_entries(last)
        following = page.entries[0].previous if page.entries else ""
        if page.entries and last and following != store.entries.seal(last):
            raise _other_history(store, last)
        with store.transaction():
            came += store.journal.take_back(page.entries)
            store.sync_points.put(ACKNOWLEDGED, store.entries.last_sequence())
        forget_erased(store, page.entries)
        if not page.more or not page.entries:
            _log.warning("%s own entries taken back from the province", came)
            return came


def _other_history(store: Store, sequence: int) -> JournalForked:
    """Nothing is drawn any more. What this store itself handed over was changed; otherwise two copies were used."""
    store.recognition.stop(store.witness)
    rewritten = store.sync_points.get(ACKNOWLEDGED) >= sequence
    return (JournalRewritten if rewritten else JournalForked)(sequence=sequence)


def _follow_epoch(store: Store, standing: Standing) -> None:
    known = store.sync_secrets.get(KNOWN_EPOCH)
    lost = store.sync_points.get(ACKNOWLEDGED) > standing.last_sequence
    if known == standing.epoch and not lost:
        return
    with store.transaction():
        store.sync_secrets.put(**{KNOWN_EPOCH: standing.epoch})
        if known or lost:
            store.sync_points.put(CURSOR, 0)
            store.sync_points.put(FILES_SEEN, 0)
            store.sync_points.put(ANCHORED, 0)
            store.sync_points.put(BRINGS_BACK, 1)
            store.sync_points.put(ACKNOWLEDGED, min(standing.last_sequence, store.entries.last_sequence()))
            note(_log, "another epoch of the province", own=standing.last_sequence)

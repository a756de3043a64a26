"""What other desks and the province wrote is taken over, a page a transaction.

It can be broken off anywhere and done again: the cursor moves with the page.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from datetime import datetime

from counter_app.dossier import clock
from counter_app.dossier.fold import NO_STATE
from counter_app.dossier.journal import BrokenChain, Entry
from counter_app.dossier.plausibility import impossible
from counter_app.log import note
from counter_app.store.forgetting import forget_erased
from counter_app.store.store import Store
from counter_app.store.sync_points import CURSOR
from counter_app.sync.client import OtherEpoch, ProvincialServer
from counter_app.sync.errors import NotTheServer
from counter_app.sync.rounds.history import agree_on_history

_log = logging.getLogger(__name__)
PAGE = 200  # entries taken over in one transaction at first
_PAGES = (50, 1000)  # the least and the most
_LOCKED = 0.15  # seconds a transaction should take: the clerk's own commit waits no longer than that
_EPOCHS = 2  # new ones that are followed in one go


def pull(
    store: Store, server: ProvincialServer, stopped: Callable[[], bool] = lambda: False, limit: int = PAGE
) -> list[str]:
    """Takes over what others wrote, a page a transaction; the codes of the dossiers that changed.

    What cannot be taken over is put into quarantine. Raises what the line brings.
    """
    changed: dict[str, None] = {}
    more, epochs = True, 0
    while more and not stopped():
        cursor = store.sync_points.get(CURSOR)
        try:
            pulled = server.pull(cursor, limit)
        except OtherEpoch as fault:
            epochs += 1
            if epochs > _EPOCHS:
                raise NotTheServer("another epoch than it says") from fault
            server.agreed = False
            agree_on_history(store, server)
            continue
        if pulled.cursor < cursor or (pulled.more and not (pulled.entries and pulled.cursor > cursor)):
            raise NotTheServer("the cursor goes back")
        if pulled.entries or pulled.cursor != cursor:
            began = time.monotonic()
            changed.update(dict.fromkeys(take_over(store, pulled.entries, pulled.cursor, pulled.proofs)))
            limit = _fitting(limit, time.monotonic() - began)
            note(_log, "pulled", entries=len(pulled.entries), cursor=pulled.cursor, more=pulled.more)
        more = pulled.more
    return list(changed)


def take_over(
    store: Store,
    entries: Sequence[Entry],
    cursor: int,
    proofs: Sequence[str] = (),
    now: Callable[[], datetime] = clock.now,
) -> list[str]:
    """Takes a page over and moves the cursor with it; the codes of the dossiers that changed."""
    odd = [(entry, fault) for entry in entries if (fault := impossible(entry))]
    page = [entry for entry in entries if entry.key not in {item.key for item, _ in odd}]
    with store.transaction():
        for item, fault in odd:
            store.quarantine.keep(item, f"no desk can have written it: {fault}")
        for other in store.journal.differing(page):
            store.quarantine.keep(other, "another entry has its number")
    try:
        with store.transaction():
            changed = store.journal.accept(page)
            store.news.come(page, now())
            store.proofs.keep(entries, proofs)
            store.sync_points.put(CURSOR, cursor)
        forget_erased(store, page)
        return changed
    except (BrokenChain, *NO_STATE):
        return _one_by_one(store, page, cursor, now)


def _fitting(limit: int, seconds: float) -> int:
    """How many entries the next page should have, so that its transaction is short on this machine."""
    wanted = int(limit * _LOCKED / max(seconds, 0.001))
    return min(max(wanted, limit // 2, _PAGES[0]), limit * 2, _PAGES[1])


def _one_by_one(store: Store, page: list[Entry], cursor: int, now: Callable[[], datetime]) -> list[str]:
    """A page with something in it that cannot be taken over: everything else of it is."""
    changed: dict[str, None] = {}
    with store.transaction():
        for entry in page:
            try:
                with store.savepoint():
                    changed.update(dict.fromkeys(store.journal.accept([entry])))
                    store.news.come([entry], now())
            except BrokenChain:
                store.quarantine.keep(entry, "not what its hash says")
            except NO_STATE:
                store.quarantine.keep(entry, "its dossier cannot be put together with it")
        store.sync_points.put(CURSOR, cursor)
    return list(changed)

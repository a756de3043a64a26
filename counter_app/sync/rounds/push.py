"""This desk's entries go to the province, in their order and in batches.

It can be broken off anywhere and done again: what was acknowledged stays so.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from counter_app.log import note
from counter_app.store.store import Store
from counter_app.store.sync_points import ACKNOWLEDGED, FILES_SEEN, PUT_ASIDE
from counter_app.sync.client import Gap, ProvincialServer
from counter_app.sync.errors import EntriesRefused, JournalBehind, NotTheServer, TooLarge

_log = logging.getLogger(__name__)
ENTRIES = 500  # a request, at most
LETTERS = 1_000_000  # of a request, unpacked, unless one entry alone has more
_GAPS = 3


def push(
    store: Store,
    server: ProvincialServer,
    stopped: Callable[[], bool] = lambda: False,
    progress: Callable[[], None] = lambda: None,
) -> int:
    """Hands over this desk's entries in batches; how many. `progress` is called after each batch.

    Raises JournalBehind, EntriesRefused, TooLarge, and what the line brings.
    """
    limit, gaps, handed = ENTRIES, 0, 0
    while not stopped():
        done, last = store.sync_points.get(ACKNOWLEDGED), store.entries.last_sequence()
        batch = store.entries.own_after(done, limit, LETTERS) if done < last else []
        if not batch:
            return handed
        last = max(last, batch[-1].sequence)  # a clerk may have written in between
        try:
            reached = server.push(batch, last - batch[-1].sequence)
        except TooLarge:
            if len(batch) == 1:
                raise
            limit = len(batch) // 2
            continue
        except Gap as gap:
            gaps += 1
            if gap.acknowledged > last:
                raise JournalBehind(f"{gap.acknowledged} > {last}") from gap
            if gaps > _GAPS or gap.acknowledged == done or gap.acknowledged < 0:
                raise EntriesRefused("409", reason=str(gap)) from gap
            _go_on_after(store, gap.acknowledged)
            continue
        if reached > last:
            raise JournalBehind(f"{reached} > {last}")
        if reached < batch[-1].sequence:
            raise NotTheServer("acknowledged less than it was given")
        with store.transaction():
            store.sync_points.put(ACKNOWLEDGED, reached)
            store.sync_points.put(PUT_ASIDE, server.put_aside)
        handed += reached - done
        note(_log, "pushed", entries=len(batch), reached=reached, of=last)
        progress()
    return handed


def _go_on_after(store: Store, sequence: int) -> None:
    """The server has lost some of what it acknowledged: it is handed over again, and its files are looked at again."""
    with store.transaction():
        store.sync_points.put(ACKNOWLEDGED, sequence)
        store.sync_points.put(FILES_SEEN, min(store.sync_points.get(FILES_SEEN), sequence))

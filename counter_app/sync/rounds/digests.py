"""The signed heads of this desk's days are laid down at the province, and compared with those that lie there."""

from __future__ import annotations

from counter_app.store.digests import HistoryRewritten
from counter_app.store.store import Store
from counter_app.store.sync_points import ACKNOWLEDGED, ANCHORED
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import NotTheServer

_AT_ONCE = 200


def anchor(store: Store, server: ProvincialServer) -> None:
    """Hands over the digests of days of which the province has all entries. Raises what the line brings."""
    acknowledged = store.sync_points.get(ACKNOWLEDGED)
    waiting = [digest for digest in store.digests.all(store.sync_points.get(ANCHORED)) if digest.last <= acknowledged]
    for start in range(0, len(waiting), _AT_ONCE):
        lot = waiting[start : start + _AT_ONCE]
        if not server.anchor(lot):
            return
        store.sync_points.put(ANCHORED, lot[-1].last)


def check_anchors(store: Store, server: ProvincialServer) -> int:
    """Compares this desk's entries with every head that lies at the province; how many there are.

    Raises HistoryRewritten, and what the line brings.
    """
    count, after = 0, 0
    while page := server.anchored(after):
        if page[-1].last <= after:
            raise NotTheServer("heads in no order")
        for digest in page:
            if store.entries.seal(digest.last) != digest.head:
                raise HistoryRewritten(str(digest.last), day=f"{digest.day:%d/%m/%Y}")
        count, after = count + len(page), page[-1].last
    return count

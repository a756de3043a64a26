"""What the sync screen shows of the store: read beside the window's thread."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from counter_app.desk.desk import Desk
from counter_app.procedures.province_package import kept_since

if TYPE_CHECKING:
    from counter_app.dossier.journal import Entry
    from counter_app.sync.waiting import WaitingDossier

MOST = 500  # dossiers; who looks for another one types a word of it
_MOST_ASIDE = 200


@dataclass(frozen=True)
class Snapshot:
    """Dossiers that wait, the longest waiting first; entries put aside with the reasons; since when the province's
    knowledge is here."""

    lines: list[WaitingDossier]
    aside: list[tuple[Entry, str]]
    aside_count: int
    knowledge_since: datetime | None


def read_snapshot(desk: Desk, words: str) -> Snapshot:
    """Of the dossiers only those that are found by the words, if there are any."""
    from counter_app.sync.waiting import waiting_dossiers

    store, province = desk.store, desk.knowledge.province
    store.outgoing.notice()
    return Snapshot(
        lines=waiting_dossiers(store, words, MOST),
        aside=store.quarantine.entries(_MOST_ASIDE),
        aside_count=store.quarantine.count(),
        knowledge_since=kept_since(province) if province else None,
    )

"""What waits to be sent and what was put aside, as the sync screen shows it: read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.dossier.journal import Entry
from counter_app.knowledge import Knowledge
from counter_app.procedures.province_package import kept_since
from counter_app.store.store import Store
from counter_app.sync.waiting import WaitingDossier, waiting_dossiers

MOST = 500  # dossiers; who looks for another one types a word of it
_MOST_ASIDE = 200


@dataclass(frozen=True)
class SyncOverview:
    """Dossiers that wait, the longest waiting first; entries put aside with the reasons; since when the province's
    knowledge is here."""

    waiting: list[WaitingDossier]
    aside: list[tuple[Entry, str]]
    aside_count: int
    knowledge_since: datetime | None


def sync_overview(store: Store, knowledge: Knowledge, words: str) -> SyncOverview:
    """Of the dossiers only those that are found by the words, if there are any."""
    store.outgoing.notice()
    return SyncOverview(
        waiting=waiting_dossiers(store, words, MOST),
        aside=store.quarantine.entries(_MOST_ASIDE),
        aside_count=store.quarantine.count(),
        knowledge_since=kept_since(knowledge.province) if knowledge.province else None,
    )

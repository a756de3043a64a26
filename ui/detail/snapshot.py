"""A dossier as the detail screen shows it: read in one go beside the window's thread."""

from __future__ import annotations

from dataclasses import dataclass

from counter_app.desk import Desk
from counter_app.dossier.draft import SpooledPage
from counter_app.dossier.fold import fold
from counter_app.dossier.model import Dossier
from ui.detail.timeline_model import Event, events_of


@dataclass(frozen=True)
class Snapshot:
    """The dossier, what happened to it, and its pages that could not be read."""

    dossier: Dossier
    events: list[Event]
    failed_pages: tuple[SpooledPage, ...]

    @property
    def in_conflict(self) -> bool:
        """Whether something was done to it that does not fit together."""
        return any(event.conflict for event in self.events)


def take(desk: Desk, code: str) -> Snapshot:
    """Raises DossierUnknown."""
    dossier = desk.dossier(code)
    entries = desk.store.journal.of_dossier(code)
    failed = tuple(page for page in desk.store.drafts.pages(code) if page.failure)
    return Snapshot(dossier, events_of(entries, fold(entries).conflicts, dossier), failed)

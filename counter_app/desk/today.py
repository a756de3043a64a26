"""What a clerk begins the day with (Hôm nay): how much of each kind waits, and what came from outside."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from counter_app.desk.desk import Desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.describing import describe
from counter_app.dossier.description import Description
from counter_app.dossier.states import Status
from counter_app.procedures.working_time import CalendarMissing, next_open
from counter_app.store.dossiers import due_on_day_of, overdue
from counter_app.store.news import Piece

MOST_NEWS = 50
MOST_UNSENT = 2_000
"""Entries that are looked into to count of how many dossiers something waits to be sent; that many are "so many, or
more"."""


class Pile(StrEnum):
    """What waits for a clerk, in the order of the screen."""

    DRAFTS = "drafts"  # begun and not received
    DUE_TODAY = "due_today"
    OVERDUE = "overdue"
    TO_RETURN = "to_return"  # done; the result waits for the citizen
    SUPPLEMENTS = "supplements"  # asked of the citizen and not brought
    NEWS = "news"  # came from the province, or contradicts, and nobody here has looked
    UNPRINTED = "unprinted"
    UNSENT = "unsent"  # dossiers of which something has not reached the province


FROM_OUTSIDE = frozenset({Pile.NEWS, Pile.UNSENT})
"""What there is only at a desk that has a server."""


@dataclass(frozen=True)
class NewsItem:
    """Something that came of a dossier: what was done, by whom and when; how the dossier stands now."""

    code: str
    owner: str
    procedure: str
    status: Status
    description: Description
    by: str
    at: datetime
    conflicts: int
    seen: bool


@dataclass(frozen=True)
class Today:
    """How many there are in each pile; what came last, what nobody has looked at before what somebody has."""

    counts: Mapping[Pile, int]
    news: tuple[NewsItem, ...]


def counts(desk: Desk) -> dict[Pile, int]:
    """Counted in the database; a million dossiers make no difference that a clerk would notice."""
    store, now = desk.store, desk.now()
    found = {
        Pile.DRAFTS: store.drafts.count_begun(),
        Pile.DUE_TODAY: store.count_running(due_on_day_of(now)),
        Pile.OVERDUE: store.count_running(overdue(now)),
        Pile.TO_RETURN: store.count_status(Status.DONE),
        Pile.SUPPLEMENTS: store.count_status(Status.SUPPLEMENT_REQUESTED),
        Pile.UNPRINTED: store.print_jobs.count_open(),
    }
    if desk.profile.server.url:
        found |= {Pile.NEWS: store.news.count(), Pile.UNSENT: store.outgoing.count_dossiers(MOST_UNSENT)}
    return {pile: found[pile] for pile in Pile if pile in found}


def day_is_over(desk: Desk) -> bool:
    """Whether the office opens no more today, as far as its calendar goes."""
    now = desk.now().astimezone(VIETNAM)
    try:
        return next_open(now, desk.knowledge.calendar, desk.knowledge.hours).astimezone(VIETNAM).date() > now.date()
    except CalendarMissing:
        return True


def today(desk: Desk) -> Today:
    """How the desk stands now."""
    items = (_item(desk, piece) for piece in desk.store.news.newest(MOST_NEWS))
    return Today(counts(desk), tuple(item for item in items if item is not None))


def _item(desk: Desk, piece: Piece) -> NewsItem | None:
    """The piece in words; None where what came is no longer kept."""
    dossier = desk.store.dossier(piece.dossier)
    entry = next(iter(desk.store.entries.of_journal(piece.entry.desk, [piece.entry.sequence])), None)
    if dossier is None or entry is None:
        return None
    return NewsItem(
        code=dossier.code,
        owner=dossier.owner.name,
        procedure=dossier.procedure_name,
        status=dossier.status,
        description=describe(entry, dossier),
        by=entry.clerk,
        at=entry.at,
        conflicts=piece.conflicts,
        seen=piece.seen,
    )

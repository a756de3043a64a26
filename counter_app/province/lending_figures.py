"""How often each office asked for papers of others, found some, and had them serve, by procedure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Engine, case, func, select

from counter_app.province.database import reading
from counter_app.province.tables import desks, entries, paper_requests, papers_lent
from counter_app.sync.wire import agency_of_desk


@dataclass(frozen=True)
class LendingLine:
    """An office and a procedure: how often it asked, how often something was found, how many papers it fetched."""

    agency: str
    procedure: str
    asked: int
    found: int
    fetched: int


@dataclass(frozen=True)
class Unsaid:
    """A paper that was given to a desk, and of which its journal, which has come as far, says nothing."""

    desk: str
    clerk: str
    dossier: str
    at: str


def unsaid(engine: Engine) -> list[Unsaid]:
    """Those that were fetched by an entry that the desk then did not send, the newest first."""
    sent = (entries.c.desk == paper_requests.c.desk) & (entries.c.sequence == papers_lent.c.entry_sequence)
    wanted = (
        select(paper_requests.c.desk, paper_requests.c.clerk, papers_lent.c.dossier, papers_lent.c.at)
        .join(paper_requests, paper_requests.c.id == papers_lent.c.request)
        .join(desks, desks.c.desk == paper_requests.c.desk)
        .outerjoin(entries, sent)
        .where(papers_lent.c.entry_sequence > 0, desks.c.last_sequence >= papers_lent.c.entry_sequence)
        .where(func.coalesce(entries.c.hash, "") != papers_lent.c.entry_hash)
        .order_by(papers_lent.c.at.desc())
    )
    with reading(engine).begin() as db:
        return [Unsaid(*row) for row in db.execute(wanted)]


def lending_lines(engine: Engine) -> list[LendingLine]:
    """In the order of offices and procedures."""
    by = (paper_requests.c.desk, paper_requests.c.procedure)
    found = func.sum(case((paper_requests.c.found > 0, 1), else_=0))
    asked = select(*by, func.count(), found).group_by(*by)
    fetched = select(*by, func.count()).join(papers_lent, papers_lent.c.request == paper_requests.c.id).group_by(*by)
    sums: Counter[tuple[str, str, str]] = Counter()
    with reading(engine).begin() as db:
        for desk, procedure, times, with_papers in db.execute(asked):
            sums[agency_of_desk(desk), procedure, "asked"] += times
            sums[agency_of_desk(desk), procedure, "found"] += with_papers
        for desk, procedure, papers in db.execute(fetched):
            sums[agency_of_desk(desk), procedure, "fetched"] += papers
    return [
        LendingLine(*of, *(sums[*of, what] for what in ("asked", "found", "fetched")))
        for of in sorted({(agency, procedure) for agency, procedure, _ in sums})
    ]

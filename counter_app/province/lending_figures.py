"""How often each office asked for papers of others, found some, and had them serve, by procedure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import Engine, case, func, select

from counter_app.province.database import reading
from counter_app.province.tables import paper_requests, papers_lent
from counter_app.sync.wire import agency_of_desk


@dataclass(frozen=True)
class LendingLine:
    """An office and a procedure: how often it asked, how often something was found, how many papers it fetched."""

    agency: str
    procedure: str
    asked: int
    found: int
    fetched: int


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

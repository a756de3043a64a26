"""Lists of dossiers for the province. A line is a reading of the fold, made anew when entries came after it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, TextClause, func, select, update

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.fold import Folded, folded_safely
from counter_app.dossier.journal import Entry
from counter_app.dossier.plain import plain
from counter_app.dossier.states import Status
from counter_app.province.database import reading
from counter_app.province.ledger import keep_numbers, ledger_row
from counter_app.province.registry import of_dossiers
from counter_app.province.tables import BEHIND, IN_CONFLICT, dossiers, offices

_WORDS = 1000  # letters kept of what a dossier is found by
Condition = ColumnElement[bool] | TextClause
_AT_ONCE = 200  # dossiers folded in one transaction


@dataclass(frozen=True)
class DossierLine:
    """One dossier in a list; `status` is None where its first entry is still missing."""

    code: str
    agency: str
    status: Status | None
    procedure: str
    owner: str
    received_at: datetime | None
    due_at: datetime | None
    conflicts: int


@dataclass(frozen=True)
class Wanted:
    """Which dossiers a list is to show; words are looked for without their marks, in code, procedure and people."""

    agency: str | None = None
    status: Status | None = None
    words: str = ""
    in_conflict: bool = False


class Overview:
    """Readings across offices."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reader = reading(engine)

    def dossiers(
        self, *, agency: str | None = None, status: Status | None = None, after: str = "", limit: int = 100
    ) -> list[DossierLine]:
        """Dossiers by code, those after `after`; all are up to date."""
        self.refresh_all()
        wanted = select(dossiers).where(dossiers.c.dossier > after).order_by(dossiers.c.dossier).limit(limit)
        if agency is not None:
            wanted = wanted.where(dossiers.c.agency == agency)
        if status is not None:
            wanted = wanted.where(dossiers.c.status == int(status))
        with self._reader.begin() as db:
            return [_line(row) for row in db.execute(wanted)]

    def page(self, wanted: Wanted, *, skip: int = 0, limit: int = 50) -> tuple[list[DossierLine], int]:
        """Some of the dossiers, the newest first, and how many there are; `refresh` is the caller's to call."""
        conditions = _conditions(wanted)
        newest_first = (dossiers.c.received_at.desc(), dossiers.c.dossier.desc())
        lines = select(dossiers).where(*conditions).order_by(*newest_first).offset(skip).limit(limit)
        with self._reader.begin() as db:
            found = [_line(row) for row in db.execute(lines)]
            if not skip and len(found) < limit:
                return found, len(found)  # looking through all words a second time would tell nothing new
            return found, db.execute(select(func.count()).select_from(dossiers).where(*conditions)).scalar_one()

    def offices(self) -> list[str]:
        """The offices that have dossiers or desks here."""
        with self._reader.begin() as db:
            return list(db.execute(select(offices.c.agency).order_by(offices.c.agency)).scalars())

    def counts(self) -> dict[tuple[str, Status | None], int]:
        """How many dossiers of each office stand at each status."""
        self.refresh_all()
        wanted = select(dossiers.c.agency, dossiers.c.status, func.count()).group_by(
            dossiers.c.agency, dossiers.c.status
        )
        with self._reader.begin() as db:
            return {(agency, _status(status)): number for agency, status, number in db.execute(wanted)}

    def behind(self) -> int:
        """How many dossiers wait to be folded."""
        with self._reader.begin() as db:
            return db.execute(select(func.count()).select_from(dossiers).where(BEHIND)).scalar_one()

    def refresh_all(self) -> None:
        """Folds until no line is behind."""
        while self.refresh():
            pass

    def refresh(self, limit: int = _AT_ONCE) -> int:
        """Folds dossiers whose lines are behind their entries; how many. Several processes may do it at once."""
        behind = select(dossiers.c.dossier, dossiers.c.agency, dossiers.c.touched).where(BEHIND)
        with self._reader.begin() as db:
            found = db.execute(behind.order_by(dossiers.c.dossier).limit(limit)).all()
            entries = of_dossiers(db, [row.dossier for row in found]) if found else []
        by_dossier: dict[str, list[Entry]] = defaultdict(list)
        for entry in entries:
            by_dossier[entry.dossier].append(entry)
        changes = [(row, folded_safely(by_dossier[row.dossier])) for row in found]
        with self._engine.begin() as db:
            numbers = []
            for row, folded in changes:
                # entries that came meanwhile have moved `touched` on, and the line stays behind
                line = update(dossiers).where(dossiers.c.dossier == row.dossier, dossiers.c.folded < row.touched)
                written = db.execute(line.values(**_summary(folded), folded=row.touched)).rowcount
                if written and folded.dossier:
                    numbers.append(ledger_row(row.agency, folded.dossier))
            keep_numbers(db, numbers)
        return len(found)


def _summary(folded: Folded) -> dict[str, Any]:
    dossier = folded.dossier
    words = ""
    if dossier:
        people = (f"{person.name} {person.identity_number} {person.commune_name}" for person in dossier.people)
        parts = (dossier.code, dossier.portal_code, dossier.procedure_name, *people)
        words = plain(" ".join(parts)).replace("\0", "")[:_WORDS]
    return {
        "owner": dossier.owner.name.replace("\0", "") if dossier else None,
        "words": words,
        "status": int(dossier.status) if dossier else None,
        "procedure": dossier.procedure_name.replace("\0", "") if dossier else None,
        "received_at": _in_vietnam(dossier.received_at) if dossier else "",
        "due_at": dossier.due_at.isoformat() if dossier and dossier.due_at else None,
        "conflicts": len(folded.conflicts),
    }


def _in_vietnam(at: datetime) -> str:
    """The moment so that moments stand in order as text."""
    try:
        return at.astimezone(VIETNAM).isoformat()
    except OverflowError:  # a clock at the edge of the calendar
        return at.isoformat()


def _conditions(wanted: Wanted) -> list[Condition]:
    found: list[Condition] = [dossiers.c.words.contains(word, autoescape=True) for word in plain(wanted.words).split()]
    if wanted.agency is not None:
        found.append(dossiers.c.agency == wanted.agency)
    if wanted.status is not None:
        found.append(dossiers.c.status == int(wanted.status))
    if wanted.in_conflict:
        found.append(IN_CONFLICT)
    return found


def _line(row: Any) -> DossierLine:
    return DossierLine(
        code=row.dossier,
        agency=row.agency,
        status=_status(row.status),
        procedure=row.procedure or "",
        owner=row.owner or "",
        received_at=_moment(row.received_at),
        due_at=_moment(row.due_at),
        conflicts=row.conflicts,
    )


def _status(number: int | None) -> Status | None:
    return Status(number) if number is not None else None


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None

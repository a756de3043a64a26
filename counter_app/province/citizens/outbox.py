"""What citizens are to be told, each thing once, and what came of it.

As for the national portal, cursors say what came since it was looked last. A notice is claimed in a transaction of its
own before it is sent: whatever breaks off then is known as such.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Engine, Row, func, select, update

from counter_app.dossier import clock
from counter_app.dossier.fold import folded_safely
from counter_app.dossier.model import Dossier
from counter_app.province.citizens.occasions import occasions
from counter_app.province.database import reading
from counter_app.province.national_lease import Lease
from counter_app.province.registry import of_dossiers
from counter_app.province.statements import insert_missing, insert_or_change
from counter_app.province.tables import entries, notice_offices, notices, offices

WAITING, SENDING, SENT, UNDELIVERABLE, UNSURE, DROPPED = (
    "waiting",
    "sending",  # by `sender`, which may have it already
    "sent",
    "undeliverable",  # the number or mailbox takes nothing
    "unsure",  # it broke off while it was sent: perhaps it arrived
    "dropped",  # not true any more before it could be sent
)
OLD = timedelta(days=14)  # what happened longer ago when it is first seen is not told any more
LONG = 20  # attempts after which a person hears of it: about a day and a half, by `rest` and the quiet hours
_AT_ONCE = 500  # entries looked at in one transaction


@dataclass(frozen=True)
class Notice:
    """One occasion of a dossier in the outbox."""

    dossier: str
    occasion: str
    state: str
    attempts: int
    sender: str
    failure: str

    @property
    def id(self) -> str:
        """The same whenever it is sent again."""
        return f"{self.dossier}-{self.occasion.replace(':', '-')}"


class NoticeOutbox:
    """In the server's database, for the process that holds the lease; raises LeaseLost where another does."""

    def __init__(self, engine: Engine, lease: Lease, now: Callable[[], datetime] = clock.now) -> None:
        self._engine, self._reader, self._lease, self._now = engine, reading(engine), lease, now

    def collect(self) -> None:
        """Makes a notice of each occasion of the dossiers to which entries came since the last time."""
        seen = func.coalesce(notice_offices.c.seen, 0)
        known = select(offices.c.agency, offices.c.cursor, seen.label("seen"))
        known = known.join_from(offices, notice_offices, offices.c.agency == notice_offices.c.agency, isouter=True)
        with self._reader.begin() as db:
            behind = db.execute(known.where(offices.c.cursor > seen)).all()
        for row in behind:
            for after in range(row.seen, row.cursor, _AT_ONCE):
                self._collect(row.agency, after, min(after + _AT_ONCE, row.cursor))

    def due(self, limit: int) -> list[Notice]:
        """What may be tried now, the longest due first."""
        wanted = select(notices).where(notices.c.due_at <= _stamp(self._now())).order_by(notices.c.due_at).limit(limit)
        with self._reader.begin() as db:
            self._lease.check(db, writes=False)
            return [_notice(row) for row in db.execute(wanted)]

    def read(self, code: str) -> Dossier | None:
        """The dossier as it stands now."""
        with self._reader.begin() as db:
            return folded_safely(of_dossiers(db, [code])).dossier

    def claim(self, notice: Notice, sender: str) -> None:
        """It is about to be sent that way."""
        self._change(notice, state=SENDING, sender=sender)

    def later(self, notice: Notice, state: str, failure: str, again_at: datetime) -> None:
        """It waits, however long that lasts: WAITING where it was not taken, SENDING where it perhaps was."""
        tried = notice.attempts + 1
        self._change(notice, state=state, failure=failure, attempts=tried, due_at=_stamp(again_at))

    def end(self, notice: Notice, state: str, failure: str = "") -> None:
        """Nothing more is done about it."""
        self._change(notice, state=state, failure=failure, due_at=None)

    def _collect(self, agency: str, after: int, until: int) -> None:
        part = (entries.c.agency == agency, entries.c.cursor > after, entries.c.cursor <= until)
        with self._engine.begin() as db:
            self._lease.check(db)
            codes = db.execute(select(entries.c.dossier).where(*part).distinct()).scalars().all()
            journals: dict[str, list[Any]] = {code: [] for code in codes}
            for entry in of_dossiers(db, codes):
                journals[entry.dossier].append(entry)
            found = [row for code, journal in journals.items() for row in self._rows(code, journal)]
            insert_missing(db, notices, found)
            insert_or_change(db, notice_offices, [{"agency": agency, "seen": until}], "seen")

    def _rows(self, code: str, journal: Sequence[Any]) -> list[dict[str, Any]]:
        dossier = folded_safely(list(journal)).dossier
        now = self._now()
        fresh = [item for item in occasions(dossier) if item.at >= now - OLD] if dossier else []
        blank = {
            "dossier": code,
            "state": WAITING,
            "attempts": 0,
            "sender": "",
            "failure": "",
            "changed_at": _stamp(now),
        }
        return [blank | {"occasion": item.name, "due_at": _stamp(item.at)} for item in fresh]

    def _change(self, notice: Notice, **changes: Any) -> None:
        line = (notices.c.dossier == notice.dossier, notices.c.occasion == notice.occasion)
        with self._engine.begin() as db:
            self._lease.check(db)
            db.execute(update(notices).where(*line).values(**changes, changed_at=_stamp(self._now())))


def counts(engine: Engine) -> dict[str, int]:
    """How many notices are in which state."""
    with reading(engine).begin() as db:
        rows = db.execute(select(notices.c.state, func.count()).group_by(notices.c.state)).all()
    return {row[0]: row[1] for row in rows}


def for_a_person(engine: Engine, limit: int = 1000) -> list[Notice]:
    """What did not arrive or perhaps did not, and what waits for long: somebody calls the citizen, or the gateway's."""
    waits_long = notices.c.due_at.is_not(None) & (notices.c.attempts >= LONG)
    wanted = select(notices).where(notices.c.state.in_([UNDELIVERABLE, UNSURE]) | waits_long)
    with reading(engine).begin() as db:
        return [_notice(row) for row in db.execute(wanted.order_by(notices.c.changed_at).limit(limit))]


def _notice(row: Row[Any]) -> Notice:
    return Notice(row.dossier, row.occasion, row.state, row.attempts, row.sender, row.failure)


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")

"""What waits for the national portal, what came of it, and the dead letters a person looks at.

Nothing is noted for the portal while entries are accepted: the cursors under which they were committed say what came
since the gateway looked last. So accepting costs nothing, and a gateway begun later misses nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from pydantic import ValidationError
from sqlalchemy import Connection, Engine, Row, Update, case, exists, func, or_, select, text, update

from counter_app.dossier import clock
from counter_app.errors import CounterError, StoredFailure
from counter_app.province.database import reading
from counter_app.province.national.case import Case, case_of
from counter_app.province.national.errors import DossierUnsayable
from counter_app.province.national.gateway import Handed, Waiting
from counter_app.province.national_lease import GATEWAY, Lease
from counter_app.province.registry import of_dossiers
from counter_app.province.tables import files, national_dossiers, national_lease, national_offices, offices
from counter_app.store.failures import read_values, write_values

FILES_WAIT = timedelta(days=1)  # for which a dossier waits for files that its desk has still to send
_AT_ONCE = 5000  # entries looked at in one transaction
_SEEN = text(
    "INSERT INTO national_dossiers (dossier, agency, revision, changed_at, due_at, attempts, refusals, failure, "
    "failure_values, handed) SELECT dossier, agency, max(cursor), :at, :at, 0, 0, '', '', '' FROM entries "
    "WHERE agency = :agency AND cursor > :after AND cursor <= :until GROUP BY dossier, agency "
    "ON CONFLICT (dossier) DO UPDATE SET revision = excluded.revision, changed_at = excluded.changed_at, "
    "due_at = excluded.due_at, dead_at = NULL, attempts = 0, refusals = 0, failure = '', failure_values = ''"
)
_UP_TO = text(
    "INSERT INTO national_offices (agency, seen) VALUES (:agency, :until) "
    "ON CONFLICT (agency) DO UPDATE SET seen = excluded.seen"
)
_ANEW: dict[str, Any] = {"dead_at": None, "attempts": 0, "refusals": 0, "failure": "", "failure_values": ""}


class NotForThePortal(CounterError):
    """The gateway knows no such dossier."""

    what = "There is no dossier {code} for the national portal."
    todo = "Compare the code with the list of ‘counter server national list’."


@dataclass(frozen=True)
class Letter:
    """A dossier on its way to the portal: tried next at `due_at`, or since `dead_at` a matter for a person."""

    code: str
    agency: str
    changed_at: datetime
    due_at: datetime | None
    dead_at: datetime | None
    attempts: int
    failure: CounterError | None
    sent_at: datetime | None  # when the portal last took it


@dataclass(frozen=True)
class Figures:
    """How the gateway stands."""

    waiting: int
    dead: int
    last_sent: datetime | None  # when the portal last took any dossier


class NationalOutbox:
    """A `counter_app.province.national.gateway.Outbox` in the server's database, for the process that holds the lease.

    Every call raises LeaseLost where another process holds it.
    """

    def __init__(self, engine: Engine, lease: Lease, now: Callable[[], datetime] = clock.now) -> None:
        self._engine = engine
        self._reader = reading(engine)
        self._lease = lease
        self._now = now

    def collect(self) -> int:
        """Makes every dossier wait to which entries came since the last time; how many entries there were."""
        known = select(offices.c.agency, offices.c.cursor, func.coalesce(national_offices.c.seen, 0).label("seen"))
        known = known.join_from(offices, national_offices, offices.c.agency == national_offices.c.agency, isouter=True)
        with self._reader.begin() as db:
            # all entries up to an office's cursor are committed, for it moves in their transaction
            behind = db.execute(known.where(offices.c.cursor > func.coalesce(national_offices.c.seen, 0))).all()
        for row in behind:
            for after in range(row.seen, row.cursor, _AT_ONCE):
                until = min(after + _AT_ONCE, row.cursor)
                part = {"agency": row.agency, "after": after, "until": until, "at": _stamp(self._now())}
                with self._engine.begin() as db:
                    self._lease.check(db)
                    db.execute(_SEEN, part)
                    db.execute(_UP_TO, {"agency": row.agency, "until": until})
        return sum(row.cursor - row.seen for row in behind)

    def due(self, at: datetime, limit: int) -> Sequence[Waiting]:
        """See `Outbox.due`. A dossier whose files are still at its desk waits for them, for FILES_WAIT."""
        awaited = exists().where(files.c.dossier == national_dossiers.c.dossier, files.c.here.is_(False))
        patient = national_dossiers.c.changed_at <= _stamp(at - FILES_WAIT)
        wanted = select(national_dossiers).where(national_dossiers.c.due_at <= _stamp(at), or_(~awaited, patient))
        with self._reader.begin() as db:
            self._lease.check(db, writes=False)
            return [_waiting(row) for row in db.execute(wanted.order_by(national_dossiers.c.due_at).limit(limit))]

    def read(self, code: str) -> Case | None:
        """See `Outbox.read`. Raises DossierUnsayable where no desk of ours can have written its entries."""
        with self._reader.begin() as db:
            self._lease.check(db, writes=False)
            known = of_dossiers(db, [code])
        try:
            return case_of(known)
        except (ValidationError, ValueError, ArithmeticError, RecursionError) as fault:
            raise DossierUnsayable(f"fold {type(fault).__name__}") from fault

    def note(self, code: str, handed: Handed) -> None:
        """See `Outbox.note`."""
        self._change(_line(code).values(handed=handed.model_dump_json()))

    def sent(self, waiting: Waiting, at: datetime) -> None:
        """See `Outbox.sent`."""
        grown = national_dossiers.c.revision > waiting.revision
        due_at = case((grown, _stamp(at)), else_=None)
        changes = _line(waiting.code).values(**_ANEW, due_at=due_at, sent_at=_stamp(at))
        self._change(changes, update(national_lease).where(national_lease.c.name == GATEWAY).values(sent_at=_stamp(at)))

    def later(self, waiting: Waiting, failure: CounterError, again_at: datetime) -> None:
        """See `Outbox.later`."""
        self._change(_line(waiting.code).values(**_failed(waiting, failure), due_at=_stamp(again_at)))

    def dead(self, waiting: Waiting, failure: CounterError, at: datetime) -> None:
        """See `Outbox.dead`."""
        self._change(_line(waiting.code).values(**_failed(waiting, failure), due_at=None, dead_at=_stamp(at)))

    def _change(self, *changes: Update) -> None:
        with self._engine.begin() as db:
            self._lease.check(db)
            for change in changes:
                db.execute(change)


def letters(
    engine: Engine, *, dead: bool = False, agency: str | None = None, after: str = "", limit: int = 100
) -> list[Letter]:
    """What waits, or the dead letters, by code, those after `after`."""
    lines = national_dossiers.c
    wanted = select(national_dossiers).where(lines.dead_at.is_not(None) if dead else lines.due_at.is_not(None))
    wanted = wanted.where(lines.dossier > after).order_by(lines.dossier).limit(limit)
    if agency is not None:
        wanted = wanted.where(lines.agency == agency)
    with reading(engine).begin() as db:
        return [_letter(row) for row in db.execute(wanted)]


def letter(engine: Engine, code: str) -> Letter | None:
    """One dossier as the gateway knows it; None where it does not."""
    with reading(engine).begin() as db:
        row = db.execute(select(national_dossiers).where(national_dossiers.c.dossier == code)).first()
    return _letter(row) if row else None


def resend(engine: Engine, code: str, now: Callable[[], datetime] = clock.now) -> None:
    """Makes a dossier due at once, a dead letter too, as if nothing had failed. Raises NotForThePortal."""
    with engine.begin() as db:
        if not db.execute(_line(code).values(**_ANEW, due_at=_stamp(now()))).rowcount:
            raise NotForThePortal(code=code)


def figures(engine: Engine) -> Figures:
    """How many wait, how many are dead letters, and when the portal last took one."""
    with reading(engine).begin() as db:
        waiting = _count(db, national_dossiers.c.due_at)
        dead = _count(db, national_dossiers.c.dead_at)
        last = db.execute(select(national_lease.c.sent_at).where(national_lease.c.name == GATEWAY)).scalar()
    return Figures(waiting, dead, _moment(last))


def _count(db: Connection, column: Any) -> int:
    return int(db.execute(select(func.count()).where(column.is_not(None))).scalar_one())


def _line(code: str) -> Update:
    return update(national_dossiers).where(national_dossiers.c.dossier == code)


def _failed(waiting: Waiting, failure: CounterError) -> dict[str, Any]:
    kept = StoredFailure.of(failure)
    return {
        "attempts": waiting.attempts,
        "refusals": waiting.refusals,
        "failure": kept.code,
        "failure_values": write_values(kept),
    }


def _waiting(row: Row[Any]) -> Waiting:
    return Waiting(
        code=row.dossier,
        revision=row.revision,
        attempts=row.attempts,
        refusals=row.refusals,
        handed=Handed.from_json(row.handed) if row.handed else Handed(),
    )


def _letter(row: Row[Any]) -> Letter:
    changed_at = _moment(row.changed_at)
    assert changed_at is not None
    return Letter(
        code=row.dossier,
        agency=row.agency,
        changed_at=changed_at,
        due_at=_moment(row.due_at),
        dead_at=_moment(row.dead_at),
        attempts=row.attempts,
        failure=_kept(row.failure, row.failure_values) if row.failure else None,
        sent_at=_moment(row.sent_at),
    )


def _kept(code: str, values: str) -> CounterError:
    return StoredFailure(code, "", read_values(values)).error()


def _stamp(at: datetime) -> str:
    """As it is compared in the database: in UTC, always as long."""
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def _moment(stamp: str | None) -> datetime | None:
    return datetime.fromisoformat(stamp).astimezone(clock.VIETNAM) if stamp else None

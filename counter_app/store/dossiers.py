"""The projection of the journal into dossiers: a row of numbers for lists and reports, and the words it is found by.

The state of a dossier is not kept: it is the fold of its entries, made when somebody asks for it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, fields
from datetime import datetime, time, timedelta
from operator import attrgetter
from typing import Any

from sqlite_utils import Database

from counter_app.dossier.clock import VIETNAM, from_seconds
from counter_app.dossier.codes import Ranges, number_of
from counter_app.dossier.fold import Folded
from counter_app.dossier.ledger import LedgerLine, line_of
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import GuidanceKind, Status
from counter_app.store import asked_again, conduct, fee_receipts, paper_numbers, search, survey_slips
from counter_app.store.news import UNSEEN
from counter_app.store.survey_slips import Asked

VERSION = 6
"""Of what is projected and how. A store of another version is projected anew when it is opened."""

_SHARED = ("procedure", "procedure_name", "field", "agency", "clerk")  # what many dossiers have alike: `kinds`
_OWN = ("code", "owner", "conflicts", "own_sequence")
_NUMBERS = tuple(field.name for field in fields(LedgerLine) if field.name not in {"code", *_SHARED})
_numbers = attrgetter(*_NUMBERS)

RECEIVED = "status != 1 AND kind IN (SELECT id FROM kinds WHERE clerk != '')"
"""A condition on the rows of `dossiers`: a clerk received it; what came online and was never accepted has none."""

_NEW_KIND = f"INSERT INTO kinds ({', '.join(_SHARED)}) VALUES (?, ?, ?, ?, ?)"
_WRITE = (  # writes nothing where the kind is new
    f"INSERT OR REPLACE INTO dossiers (id, kind, {', '.join(_OWN + _NUMBERS)})"
    f" SELECT ?, kinds.id{', ?' * len(_OWN + _NUMBERS)} FROM kinds WHERE ({', '.join(_SHARED)}) = (?, ?, ?, ?, ?)"
)
_READ = (
    f"SELECT {', '.join(_SHARED + _OWN + _NUMBERS)} FROM dossiers JOIN kinds ON kinds.id = dossiers.kind"
    " WHERE dossiers.id = ?"
)
_LINES = (
    "SELECT code, owner, procedure_name, status, received_at, due_at, conflicts, own_sequence,"
    f" dossiers.id IN ({UNSEEN})"
    " FROM dossiers JOIN kinds ON kinds.id = dossiers.kind"
)


@dataclass(frozen=True)
class FoundDossier:
    """A dossier as a line of a list. `waiting` says that the province has not got all of it yet, `news` that something
    came of it that nobody here has looked at.

    With `guidance` it is none: a case that got that instead of a receipt, at `received_at`. `imported`: one of the
    office's past, which this program did not receive.
    """

    code: str
    owner: str
    procedure: str
    status: Status
    received_at: datetime
    due_at: datetime | None
    conflicts: int
    waiting: bool
    guidance: GuidanceKind | None = None
    news: bool = False
    imported: bool = False


@dataclass(frozen=True)
class Narrowed:
    """Which dossiers of a list are meant beside their status: received from a moment on and before another, due so;
    `running`: the clock runs, nothing of them is finished or paused; `news`: something came that nobody looked at."""

    received_from: datetime | None = None
    received_before: datetime | None = None
    due_from: datetime | None = None
    due_before: datetime | None = None
    running: bool = False
    news: bool = False

    @property
    def where(self) -> str:
        """The SQL condition; "" for all."""
        conditions = [f"{column} {sign} ?" for column, sign, at in self._bounds if at is not None]
        conditions += [_RUNNING] if self.running else []
        conditions += [f"dossiers.id IN ({UNSEEN})"] if self.news else []
        return " AND ".join(conditions)

    @property
    def values(self) -> list[int]:
        """The values of `where`."""
        return [int(at.timestamp()) for _, _, at in self._bounds if at is not None]

    @property
    def _bounds(self) -> tuple[tuple[str, str, datetime | None], ...]:
        return (
            ("received_at", ">=", self.received_from),
            ("received_at", "<", self.received_before),
            ("due_at", ">=", self.due_from),
            ("due_at", "<", self.due_before),
        )


EVERY = Narrowed()
_RUNNING = "finished_at IS NULL AND status IN (2, 4)"  # as the index `dossiers_running` has it


def due_on_day_of(now: datetime) -> Narrowed:
    """Those that run and are due on the day of that moment, be the hour past or not."""
    begins = datetime.combine(now.astimezone(VIETNAM).date(), time(), VIETNAM)
    return Narrowed(due_from=begins, due_before=begins + timedelta(days=1), running=True)


def overdue(now: datetime) -> Narrowed:
    """Those that run though the moment they were promised for has passed."""
    return Narrowed(due_before=now, running=True)


@dataclass(frozen=True, slots=True)
class Row:
    """What is projected of a dossier. `own_sequence` is that of this desk's newest entry for it, 0 without one."""

    shared: tuple[str, ...]
    own: tuple[str | int, ...]
    numbers: tuple[int | None, ...]


def row_of(dossier: Dossier, *, conflicts: int, own_sequence: int) -> Row:
    """The row a dossier makes."""
    line = line_of(dossier)
    return Row(
        _shared(dossier),
        (dossier.code, dossier.owner.name, conflicts, own_sequence),
        _numbers(line),
    )


def project(db: Database, number: int, folded: Folded, *, own_sequence: int, before: Dossier | None) -> None:
    """Writes what is projected of a dossier; inside the journal's transaction.

    `number` is that of its first entry; `before` is the dossier as projected up to now, None where it is new.
    """
    dossier = folded.dossier
    if dossier is None:
        return
    write(db, number, row_of(dossier, conflicts=len(folded.conflicts), own_sequence=own_sequence))
    if dossier.fee_receipts or (before and before.fee_receipts):
        fee_receipts.project(db, number, dossier)
    if dossier.numbers or (before and before.numbers):
        paper_numbers.project(db, dossier.code, dossier.numbers)
    if before is None:
        paper_numbers.enter(db, dossier)
    if len(dossier.papers) != (len(before.papers) if before else 0):
        asked = Asked(dossier.agencies.receiving, dossier.field, dossier.procedure)
        survey_slips.project(db, dossier.code, asked, dossier.papers)
    conduct.project(db, number, dossier, before, anew=before is None or _shared(before) != _shared(dossier))
    asked_again.project(db, number, dossier, before)
    search.project(db, number, dossier, before)


def _shared(dossier: Dossier) -> tuple[str, ...]:
    """What stands in `kinds`."""
    agency = dossier.agencies.receiving
    return (dossier.procedure, dossier.procedure_name, dossier.field, agency, dossier.clerk)


def write(db: Database, number: int, row: Row) -> None:
    """Writes the row of the dossier whose first entry bears `number`."""
    values = (number, *row.own, *row.numbers, *row.shared)
    if not db.execute(_WRITE, values).rowcount:
        db.execute(_NEW_KIND, row.shared)
        db.execute(_WRITE, values)


def forget(db: Database, number: int, code: str) -> None:
    """Takes the projection of a dossier away whose entries make no dossier (yet)."""
    db.execute("DELETE FROM dossiers WHERE id = ?", [number])
    for table in ("fee_receipts", "paper_numbers", "survey_slips"):
        db.execute(f"DELETE FROM {table} WHERE dossier = ?", [code])
    conduct.forget(db, number)
    asked_again.forget(db, number)
    search.forget(db, number)


def forget_all(db: Database) -> None:
    """Takes every projection away."""
    for table in ("dossiers", "kinds", "fee_receipts", "paper_numbers", "books", "survey_slips"):
        db.execute(f"DELETE FROM {table}")
    conduct.forget_all(db)
    asked_again.forget_all(db)
    search.forget_all(db)


def row(db: Database, number: int) -> Row | None:
    """What is projected of the dossier whose first entry bears `number`; None if it is not."""
    found = db.execute(_READ, [number]).fetchone()
    if found is None:
        return None
    own, numbers = len(_SHARED), len(_SHARED + _OWN)
    return Row(tuple(found[:own]), tuple(found[own:numbers]), tuple(found[numbers:]))


def find(
    db: Database,
    words: str = "",
    *,
    status: Status | None = None,
    in_conflict: bool = False,
    narrowed: Narrowed = EVERY,
    acknowledged: int = 0,
    limit: int = 200,
) -> list[FoundDossier]:
    """Dossiers holding all `words` (each a beginning, marks do not matter), newest first; all where there are none.

    With `in_conflict` only those in which something contradicts and waits for a clerk, whatever their status.
    """
    if search.split(words):
        only = search.Only(None if in_conflict else status, in_conflict, narrowed.where, tuple(narrowed.values))
        numbers = search.newest(db, words, only, limit)
        lines = f"{_LINES} WHERE dossiers.id IN ({','.join('?' * len(numbers))}) ORDER BY dossiers.id DESC"
        rows = db.execute(lines, numbers)
    else:
        of_status = status is not None and not in_conflict
        conditions = ("conflicts > 0" if in_conflict else "", "status = ?" if of_status else "", narrowed.where)
        together = " AND ".join(filter(None, conditions))
        where = f" WHERE {together}" if together else ""
        values = [int(status)] if of_status and status is not None else []
        rows = db.execute(f"{_LINES}{where} ORDER BY dossiers.id DESC LIMIT ?", [*values, *narrowed.values, limit])
    return [_line(found, acknowledged) for found in rows]


def used_procedures(db: Database, among: int = 300) -> tuple[list[str], list[str]]:
    """The procedures of the newest dossiers: those received last first, and those received most often first."""
    newest = "SELECT kind FROM dossiers ORDER BY id DESC LIMIT ?"
    rows = db.execute(f"SELECT procedure FROM ({newest}) AS newest JOIN kinds ON kinds.id = newest.kind", [among])
    counts = Counter(procedure for (procedure,) in rows)
    return list(counts), [procedure for procedure, _ in counts.most_common()]


def entered(db: Database, agency: str, field: str, since: int) -> int:
    """How many dossiers of a field the agency received since then (seconds since 1970)."""
    wanted = (
        "SELECT count(*) FROM dossiers WHERE kind IN (SELECT id FROM kinds WHERE agency = ? AND field = ?)"
        f" AND received_at >= ? AND {RECEIVED}"
    )
    return int(db.execute(wanted, [agency, field, since]).fetchone()[0])


def codes_of_token(db: Database, token: str) -> list[str]:
    """The codes of the dossiers that may have this look-up token: small and capital letters are not told apart."""
    numbers = search.with_token(db, token)
    wanted = f"SELECT code FROM dossiers WHERE id IN ({','.join('?' * len(numbers))})"
    return [found[0] for found in db.execute(wanted, numbers)]


def count_running(db: Database, narrowed: Narrowed) -> int:
    """How many of those that run are due so."""
    wanted = f"SELECT count(*) FROM dossiers INDEXED BY dossiers_running WHERE {narrowed.where}"
    return int(db.execute(wanted, narrowed.values).fetchone()[0])


def count_status(db: Database, status: Status) -> int:
    """How many have that status."""
    return int(db.execute("SELECT count(*) FROM dossiers WHERE status = ?", [int(status)]).fetchone()[0])


def in_conflict(db: Database) -> int:
    """How many dossiers wait for a clerk to settle a contradiction."""
    return int(db.execute("SELECT count(*) FROM dossiers WHERE conflicts > 0").fetchone()[0])


def awaiting_online(db: Database) -> int:
    """How many dossiers came by the national portal and wait to be accepted; those that were sent back do not."""
    waiting = "SELECT count(*) FROM dossiers WHERE status = ? AND paused_at IS NULL"
    return int(db.execute(waiting, [int(Status.NEW)]).fetchone()[0])


def last_number(db: Database, prefix: str, ranges: Ranges) -> int:
    """The highest dossier number of a desk's ranges that is known of an agency's day (`day_prefix`); 0 if none."""
    last = 0
    for first, end in ranges:
        found = _highest(db, prefix, first, end)
        last = found or last
        if found < end:
            return last
    raise AssertionError


def _highest(db: Database, prefix: str, first: int, end: int) -> int:
    """The highest number from `first` to `end` behind the prefix; codes of as many digits stand in their order."""
    drawn = (
        "SELECT dossier FROM entries WHERE dossier >= ? AND dossier <= ? AND length(dossier) = ?"
        " ORDER BY dossier DESC LIMIT 1"
    )
    for digits in range(len(f"{end:04d}"), len(f"{first:04d}") - 1, -1):
        lowest, highest = max(first, 10 ** (digits - 1) if digits > 4 else 0), min(end, 10**digits - 1)
        values = [f"{prefix}{lowest:04d}", f"{prefix}{highest:04d}", len(prefix) + digits]
        if found := db.execute(drawn, values).fetchone():
            return number_of(found[0])
    return 0


def _line(found: tuple[Any, ...], acknowledged: int) -> FoundDossier:
    code, owner, procedure, status, received_at, due_at, conflicts, own_sequence, news = found
    return FoundDossier(
        code,
        owner,
        procedure,
        Status(status),
        from_seconds(received_at),
        from_seconds(due_at) if due_at is not None else None,
        conflicts,
        own_sequence > acknowledged,
        news=bool(news),
    )

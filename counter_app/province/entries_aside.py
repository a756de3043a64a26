"""Entries that no desk of ours can have written: kept with the reason, given to nobody, and in nobody's way.

They keep their place in their desk's journal, so that what the desk writes after them is taken over. Of those that
only came too early, for what they follow is not here yet, nothing is lost: they are taken up once it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Connection, Engine, delete, func, select

from counter_app.dossier.journal import Entry
from counter_app.dossier.plausibility import impossible
from counter_app.province.checks import EARLY
from counter_app.province.database import reading
from counter_app.province.statements import insert_all
from counter_app.province.tables import entries, entries_aside

_WHOLE = 1_000_000  # letters of a payload up to which it is kept; the hash in its entry vouches for it either way


@dataclass(frozen=True)
class AsideLine:
    """An entry that lies aside, without what stands in it."""

    desk: str
    sequence: int
    dossier: str
    kind: str
    reason: str
    since: datetime


def sort_out(db: Connection, new: Sequence[Entry]) -> tuple[list[Entry], list[tuple[Entry, str]]]:
    """The entries that can be taken over, in order, and those that cannot, with the reasons."""
    steps = _last_steps(db, {entry.dossier for entry in new})
    fit: list[Entry] = []
    aside: list[tuple[Entry, str]] = []
    for entry in new:
        last = steps.get(entry.dossier, 0)
        reason = impossible(entry) or (EARLY if entry.step > last + 1 else "")
        if reason:
            aside.append((entry, reason))
        else:
            fit.append(entry)
            steps[entry.dossier] = max(last, entry.step)
    return fit, aside


def put_aside(db: Connection, agency: str, aside: Iterable[tuple[Entry, str]], now: datetime) -> None:
    """Keeps them."""
    rows = [
        {
            "desk": entry.desk,
            "sequence": entry.sequence,
            "agency": agency,
            "dossier": entry.dossier,
            "kind": entry.kind.replace("\0", "")[:64],
            "hash": entry.hash,
            "reason": reason,
            "since": now.isoformat(),
            "entry": _kept(entry).model_dump_json(),
        }
        for entry, reason in aside
    ]
    insert_all(db, entries_aside, rows)


def taken_up(db: Connection, agency: str, came: Sequence[Entry]) -> list[Entry]:
    """Entries that lay aside because they came too early, and follow those that came now; they lie there no more."""
    steps: dict[str, int] = {}
    for entry in came:
        steps[entry.dossier] = max(steps.get(entry.dossier, 0), entry.step)
    waiting = select(entries_aside.c.entry).where(
        entries_aside.c.agency == agency, entries_aside.c.dossier.in_(steps), entries_aside.c.reason == EARLY
    )
    early = sorted(
        (Entry.from_json(row.entry) for row in db.execute(waiting)), key=lambda entry: (entry.step, entry.desk)
    )
    ready = list(_following(early, steps))
    for entry in ready:
        db.execute(delete(entries_aside).where(*_key(entry)))
    return ready


def hashes_aside(db: Connection, desk: str, first: int, last: int) -> dict[int, str]:
    """The hashes of the desk's entries that lie aside, by their sequences."""
    found = select(entries_aside.c.sequence, entries_aside.c.hash).where(
        entries_aside.c.desk == desk, entries_aside.c.sequence.between(first, last)
    )
    return {row.sequence: row.hash for row in db.execute(found)}


def count_aside(engine: Engine, desk: str) -> int:
    """How many of the desk's entries lie aside."""
    wanted = select(func.count()).select_from(entries_aside).where(entries_aside.c.desk == desk)
    with reading(engine).begin() as db:
        return int(db.execute(wanted).scalar_one())


def lines_aside(engine: Engine, most: int = 1000) -> list[AsideLine]:
    """What lies aside, of all desks."""
    columns = (entries_aside.c[name] for name in ("desk", "sequence", "dossier", "kind", "reason", "since"))
    wanted = select(*columns).order_by(entries_aside.c.desk, entries_aside.c.sequence).limit(most)
    with reading(engine).begin() as db:
        return [
            AsideLine(row.desk, row.sequence, row.dossier, row.kind, row.reason, datetime.fromisoformat(row.since))
            for row in db.execute(wanted)
        ]


def _following(early: Iterable[Entry], steps: dict[str, int]) -> Iterator[Entry]:
    for entry in early:
        if entry.step <= steps[entry.dossier] + 1:
            steps[entry.dossier] = max(steps[entry.dossier], entry.step)
            yield entry


def _last_steps(db: Connection, codes: Iterable[str]) -> dict[str, int]:
    wanted = select(entries.c.dossier, func.max(entries.c.step).label("step")).where(
        entries.c.dossier.in_([code for code in codes if "\0" not in code])
    )
    return {row.dossier: row.step for row in db.execute(wanted.group_by(entries.c.dossier))}


def _kept(entry: Entry) -> Entry:
    long = entry.payload is not None and len(entry.payload) > _WHOLE
    return entry.model_copy(update={"payload": None}) if long else entry


def _key(entry: Entry) -> tuple[ColumnElement[bool], ...]:
    return entries_aside.c.desk == entry.desk, entries_aside.c.sequence == entry.sequence

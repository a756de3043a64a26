"""The journals of all desks as the server keeps them, and the province's own."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, select, update

from counter_app.dossier import clock
from counter_app.dossier.acts.act import CannotApply
from counter_app.dossier.codes import is_dossier
from counter_app.dossier.fold import Folded, apply, folded_safely, in_order
from counter_app.dossier.journal import PROVINCE, Entry, Tip, write
from counter_app.dossier.payloads.business import StatusChanged
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.plausibility import files_named
from counter_app.dossier.states import Status
from counter_app.dossier.value import FileRef
from counter_app.errors import CounterError
from counter_app.log import note
from counter_app.province.checks import Forged, check
from counter_app.province.citizens.tokens import tokens_of
from counter_app.province.database import reading
from counter_app.province.desks import NotLetIn, Revoked
from counter_app.province.entries_aside import count_aside, hashes_aside, put_aside, sort_out, taken_up
from counter_app.province.erasing import erase_named
from counter_app.province.file_register import Key, count_in
from counter_app.province.heard import keep_heard
from counter_app.province.owners import owners_of
from counter_app.province.statements import insert_all, insert_missing, insert_or_change
from counter_app.province.tables import desks, dossiers, entries, files, look_ups, offices, owners
from counter_app.sync.wire import AwaitedFile, Pulled, agency_of_desk, agency_of_dossier

_log = logging.getLogger(__name__)
COLUMNS = [entries.c[name] for name in Entry.model_fields]
"""Of an entry, in the order of its fields."""
_LETTERS = 8_000_000  # of the payloads that are served in one answer, unless one alone has more
_BEGINNING = datetime(2026, 1, 1, tzinfo=clock.VIETNAM)  # of the province's numbers
TIP = select(desks.c.last_sequence, desks.c.last_hash, desks.c.revoked_at, desks.c.generation).where(
    desks.c.desk == bindparam("name")
)


class Gap(Exception):
    """Entries are missing before those pushed; `acknowledged` is where the desk has to go on."""

    def __init__(self, acknowledged: int) -> None:
        super().__init__(f"after {acknowledged}")
        self.acknowledged = acknowledged


class NoSuchDossier(Exception):
    """No entry tells of it."""


class Overtaken(CounterError):
    """Another entry came after the official looked."""

    what = "The dossier changed while this page was open."
    todo = "Look at what is new in its timeline, then decide again."


class Registry:
    """Accepts, serves and folds entries. Each call is one transaction."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = clock.now) -> None:
        self._engine = engine
        self._reader = reading(engine)
        self._now = now

    def accept(self, desk: str, pushed: Sequence[Entry], waiting: int = 0, generation: int | None = None) -> int:
        """Takes a desk's entries over, each once; the last sequence it has then. `waiting` is what the desk still has.

        With the `generation` of the desk's token, one that was enrolled anew since is not let in.

        What no desk of ours can have written is put aside with the reason, and counts as taken over.

        Raises Gap, Forged, NotLetIn (no such desk), Revoked; the state is then as it was.
        """
        check(desk, pushed)  # the costly part, before anything is locked
        with self._engine.begin() as db:
            tip = db.execute(TIP.with_for_update(), {"name": desk}).first()
            if tip is None or generation not in (None, tip.generation):
                raise NotLetIn
            if tip.revoked_at:
                raise Revoked
            if any(after.sequence != before.sequence + 1 for before, after in pairwise(pushed)):
                raise Gap(tip.last_sequence)
            new = [entry for entry in pushed if entry.sequence > tip.last_sequence]
            _same(db, desk, pushed[: len(pushed) - len(new)])
            if not new:
                return int(tip.last_sequence)
            if new[0].sequence != tip.last_sequence + 1:
                raise Gap(tip.last_sequence)
            if new[0].previous != tip.last_hash:
                raise Forged(f"entry {new[0].sequence} does not follow the one stored")
            lacking = _not_here(db, desk, new)
            agency = agency_of_desk(desk)
            fit, aside = sort_out(db, lacking)
            put_aside(db, agency, aside, self._now())
            if fit:
                insert_entries(db, agency, [*fit, *taken_up(db, agency, fit)])
                erase_named(db, agency, fit)
            move_tip(db, desk, new[-1], waiting=waiting, last_seen=self._now().isoformat())
            again = len(pushed) - len(new)
            note(_log, "accepted", entries=len(fit), aside=len(aside), again=again, waiting=waiting)
            return new[-1].sequence

    def aside(self, desk: str) -> int:
        """How many of the desk's entries were put aside."""
        return count_aside(self._engine, desk)

    def pull(self, desk: str, after: int, limit: int) -> Pulled:
        """Entries that others wrote for dossiers of the desk's office, in the order they came. Raises NotLetIn."""
        agency = agency_of_desk(desk)
        known = select(offices.c.cursor, desks.c.pulled).join(desks, desks.c.agency == offices.c.agency)
        others = (entries.c.agency == agency, entries.c.cursor > after, entries.c.desk != desk)
        with self._reader.begin() as db:
            # the office's cursor first: all entries up to it are committed, for it moves in their transaction
            row = db.execute(known.where(desks.c.desk == desk)).first()
            if row is None:
                raise NotLetIn
            wanted = select(*COLUMNS, entries.c.cursor).where(*others, entries.c.cursor <= row.cursor)
            served, more = _page(db.execute(wanted.order_by(entries.c.cursor).limit(limit + 1)).mappings(), limit)
        if after > row.pulled:
            with self._engine.begin() as db:
                db.execute(update(desks).where(desks.c.desk == desk, desks.c.pulled < after).values(pulled=after))
        return Pulled(
            entries=tuple(read_entry(line) for line in served),
            cursor=served[-1]["cursor"] if more else max(after, row.cursor),
            more=more,
        )

    def folded(self, code: str) -> Folded:
        """The dossier's state by the same fold as at the desks."""
        with self._reader.begin() as db:
            return folded_safely(of_dossiers(db, [code]))

    def entries_of(self, codes: Sequence[str]) -> dict[str, list[Entry]]:
        """All entries of these dossiers, in the order they are folded."""
        found: dict[str, list[Entry]] = {code: [] for code in codes}
        with self._reader.begin() as db:
            for entry in in_order(of_dossiers(db, codes)):
                found[entry.dossier].append(entry)
        return found

    def change_status(self, code: str, status: Status, reason: str, official: str) -> None:
        """Writes the province's own entry. Raises NoSuchDossier; CannotApply where the status does not allow it."""
        self.write(code, StatusChanged(status=status, reason=reason), official)

    def write(
        self, code: str, payload: Payload, official: str, *, seen: int | None = None, kept: Sequence[FileRef] = ()
    ) -> None:
        """Writes an entry of the province. `seen` is the step of the dossier the official looked at when they decided;
        `kept` are files the entry names that lie here already.

        Raises NoSuchDossier, Overtaken, CannotApply where the status does not allow it, OverQuota; nothing is written
        then.
        """
        agency = agency_of_dossier(code)
        with self._engine.begin() as db:
            tip = province_tip(db)
            known = of_dossiers(db, [code])
            if not known:
                raise NoSuchDossier
            step = max(item.step for item in known)
            if seen is not None and seen != step:
                raise Overtaken
            entry = of_province(tip, payload, code, step + 1, official, self._now())
            apply(folded_safely(known).dossier, entry)
            keep_entry(db, agency, entry, kept)

    def awaited(self, desk: str, after: str = "", limit: int | None = None) -> list[AwaitedFile]:
        """Files the desk's entries name that are not here, by their names; those after a name, up to a limit."""
        wanted = select(files.c.sha256, files.c.size).where(files.c.desk == desk, files.c.here.is_(False)).distinct()
        wanted = wanted.where(files.c.sha256 > after).order_by(files.c.sha256).limit(limit)
        with self._reader.begin() as db:
            return [AwaitedFile(sha256=row.sha256, size=row.size) for row in db.execute(wanted)]

    def awaited_of(self, code: str) -> list[str]:
        """Files of one dossier that are not here."""
        wanted = select(files.c.sha256).where(files.c.dossier == code, files.c.here.is_(False)).distinct()
        with self._reader.begin() as db:
            return [row.sha256 for row in db.execute(wanted)]


def of_dossiers(db: Connection, codes: Iterable[str]) -> list[Entry]:
    """All entries of these dossiers."""
    return [read_entry(row) for row in db.execute(select(*COLUMNS).where(entries.c.dossier.in_(codes))).mappings()]


def province_tip(db: Connection) -> Tip:
    """The last entry of the province's journal, which is locked from here on."""
    row = db.execute(TIP.with_for_update(), {"name": PROVINCE}).one()
    return Tip(row.last_sequence, row.last_hash)


def of_province(tip: Tip, payload: Payload, code: str, step: int, clerk: str, at: datetime) -> Entry:
    """The next entry of the province's journal, not kept yet.

    Its numbers leap ahead with the clock, a second a number: after a restore none of those that were lost is given to
    another entry, for a desk may still have the one that bore it.
    """
    leapt = max(tip.sequence, int((at - _BEGINNING).total_seconds()))
    after = Tip(leapt, tip.hash)
    return write(
        payload,
        dossier=code,
        step=step,
        desk=PROVINCE,
        clerk=clerk,
        at=at,
        after=after,
        salt=secrets.token_urlsafe(16),
    )


def keep_entry(db: Connection, agency: str, entry: Entry, kept: Sequence[FileRef] = ()) -> None:
    """Keeps an entry of the province, whose journal's tip is locked, with the files it names that lie here already."""
    insert_entries(db, agency, [entry])
    for file in kept:
        count_in(db, Key(agency, file.sha256), file.size)
    move_tip(db, PROVINCE, entry)


def _page(rows: Iterable[Any], limit: int) -> tuple[list[Any], bool]:
    """So many of the rows, fewer where they are large; whether there are more."""
    page: list[Any] = []
    letters = 0
    for row in rows:
        letters += len(row["payload"] or "")
        if page and (len(page) == limit or letters > _LETTERS):
            return page, True
        page.append(row)
    return page, False


def insert_entries(db: Connection, agency: str, new: Sequence[Entry]) -> None:
    """Keeps entries, numbered under the lock of the office's row, which is held until they are committed.

    So whoever has pulled up to a cursor has all that will ever stand at or below it.
    """
    move = update(offices).where(offices.c.agency == agency).values(cursor=offices.c.cursor + len(new))
    first = db.execute(move.returning(offices.c.cursor)).scalar_one() - len(new) + 1
    rows = [
        entry.__dict__ | {"at": entry.at.isoformat(), "agency": agency, "cursor": cursor}
        for cursor, entry in enumerate(new, first)
    ]
    insert_all(db, entries, rows)
    keep_heard(db, agency, new)
    touched = {row["dossier"]: row["cursor"] for row in rows if is_dossier(row["dossier"])}
    summaries = [
        {"dossier": code, "agency": agency, "touched": cursor, "folded": 0, "conflicts": 0}
        for code, cursor in touched.items()
    ]
    if summaries:
        insert_or_change(db, dossiers, summaries, "touched")
    insert_missing(db, look_ups, tokens_of(new))
    insert_missing(db, owners, owners_of(new))
    named = {(file.sha256, entry.desk, entry.dossier): file.size for entry in new for file in files_named(entry)}
    if not named:
        return
    names = {sha256 for sha256, _, _ in named}
    whole = select(files.c.sha256).where(files.c.agency == agency, files.c.sha256.in_(names), files.c.here.is_(True))
    here = {row.sha256 for row in db.execute(whole)}
    lines: list[dict[str, Any]] = [
        {"agency": agency, "sha256": name, "desk": desk, "dossier": code, "size": size, "here": name in here}
        for (name, desk, code), size in named.items()
    ]
    insert_missing(db, files, lines)


def _same(db: Connection, desk: str, again: Sequence[Entry]) -> None:
    """Raises Forged unless these are the very entries that are stored."""
    if not again:
        return
    numbers = (again[0].sequence, again[-1].sequence)
    stored = select(entries.c.sequence, entries.c.hash).where(
        entries.c.desk == desk, entries.c.sequence.between(*numbers)
    )
    hashes = {row.sequence: row.hash for row in db.execute(stored)} | hashes_aside(db, desk, *numbers)
    for entry in again:
        if hashes.get(entry.sequence) != entry.hash:
            raise Forged(f"entry {entry.sequence} is another than the one stored")


def _not_here(db: Connection, desk: str, new: Sequence[Entry]) -> list[Entry]:
    """Those of the entries that no other desk has brought back before. Raises Forged where it brought another one."""
    between = entries.c.sequence.between(new[0].sequence, new[-1].sequence)
    stored = select(entries.c.sequence, entries.c.hash).where(entries.c.desk == desk, between)
    hashes = {row.sequence: row.hash for row in db.execute(stored)}
    for entry in new:
        if hashes.get(entry.sequence, entry.hash) != entry.hash:
            raise Forged(f"entry {entry.sequence} is another than the one stored")
    return [entry for entry in new if entry.sequence not in hashes]


def move_tip(db: Connection, desk: str, last: Entry, **changes: Any) -> None:
    tip = {"last_sequence": last.sequence, "last_hash": last.hash}
    db.execute(update(desks).where(desks.c.desk == desk).values(tip | changes))


def read_entry(row: Any) -> Entry:
    """The entry of a row."""
    return Entry.model_validate({name: row[name] for name in Entry.model_fields}, strict=False)


__all__ = ["CannotApply", "Forged", "Gap", "NoSuchDossier", "Overtaken", "Registry"]

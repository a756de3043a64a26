"""The journals of all desks as the server keeps them, and the province's own."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, insert, select, update

from counter_app.dossier import clock
from counter_app.dossier.acts import CannotApply
from counter_app.dossier.fold import Folded, apply, fold
from counter_app.dossier.journal import PROVINCE, BrokenChain, Entry, UnknownPayload, verify, write
from counter_app.dossier.payloads import StatusChanged, files_in
from counter_app.dossier.value import FileRef
from counter_app.provincial_server.tables import entries, files
from counter_app.sync.wire import Pulled, StatusRequest, agency_of_desk, agency_of_dossier

_COLUMNS = [entries.c[name] for name in Entry.model_fields]


class Gap(Exception):
    """Entries are missing before those pushed; `acknowledged` is where the desk has to go on."""

    def __init__(self, acknowledged: int) -> None:
        super().__init__(f"after {acknowledged}")
        self.acknowledged = acknowledged


class Forged(Exception):
    """The entries are not what they should be; the state stays as it was."""


class Registry:
    """Accepts, serves and folds entries. Each call is one transaction."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = clock.now) -> None:
        self._engine = engine
        self._now = now

    def accept(self, desk: str, pushed: Sequence[Entry]) -> int:
        """Takes a desk's entries over, each once; the last sequence it has then. Raises Gap, Forged."""
        with self._engine.begin() as db:
            last = _last(db, desk)
            for entry in pushed:
                if entry.desk != desk or desk == PROVINCE:
                    raise Forged("an entry of another desk")
                if last and entry.sequence <= last.sequence:
                    _same(db, entry)
                    continue
                if entry.sequence != (last.sequence if last else 0) + 1:
                    raise Gap(last.sequence if last else 0)
                try:
                    verify(entry, after_sequence=last.sequence if last else 0, after_hash=last.hash if last else "")
                except BrokenChain as fault:
                    raise Forged(f"entry {entry.sequence}: {fault.details}") from fault
                _insert(db, entry)
                last = entry
            return last.sequence if last else 0

    def pull(self, desk: str, after: int, limit: int) -> Pulled:
        """Entries that others wrote for dossiers of the desk's office, in the order they came."""
        wanted = (
            select(entries)
            .where(entries.c.agency == agency_of_desk(desk), entries.c.cursor > after, entries.c.desk != desk)
            .order_by(entries.c.cursor)
            .limit(limit + 1)
        )
        with self._engine.begin() as db:
            rows = [dict(row) for row in db.execute(wanted).mappings()]
        served = rows[:limit]
        return Pulled(
            entries=tuple(_entry(row) for row in served),
            cursor=served[-1]["cursor"] if served else after,
            more=len(rows) > limit,
        )

    def folded(self, code: str) -> Folded:
        """The dossier's state by the same fold as at the desks."""
        with self._engine.begin() as db:
            return fold(_of_dossier(db, code))

    def codes(self) -> list[str]:
        """All dossiers that have entries."""
        with self._engine.begin() as db:
            return [row.dossier for row in db.execute(select(entries.c.dossier).distinct().order_by(entries.c.dossier))]

    def change_status(self, code: str, request: StatusRequest) -> None:
        """Writes the province's own entry. Raises CannotApply where the status does not allow it."""
        with self._engine.begin() as db:
            known = _of_dossier(db, code)
            entry = write(
                StatusChanged(status=request.status, reason=request.reason),
                dossier=code,
                step=max((one.step for one in known), default=0) + 1,
                desk=PROVINCE,
                clerk=request.clerk,
                at=self._now(),
                after=_last(db, PROVINCE),
                salt=secrets.token_urlsafe(16),
            )
            apply(fold(known).dossier, entry)
            _insert(db, entry)

    def awaited(self, desk: str) -> list[str]:
        """Files the desk's entries name that are not here."""
        wanted = select(files.c.sha256).where(files.c.desk == desk, files.c.here.is_(False)).distinct()
        with self._engine.begin() as db:
            return [row.sha256 for row in db.execute(wanted)]

    def awaited_of(self, code: str) -> list[str]:
        """Files of one dossier that are not here."""
        wanted = select(files.c.sha256).where(files.c.dossier == code, files.c.here.is_(False)).distinct()
        with self._engine.begin() as db:
            return [row.sha256 for row in db.execute(wanted)]

    def size_of(self, sha256: str) -> int | None:
        """The size in bytes that an entry gives for the file; None if no entry names it."""
        with self._engine.begin() as db:
            row = db.execute(select(files.c.size).where(files.c.sha256 == sha256)).first()
        return int(row.size) if row else None

    def file_arrived(self, sha256: str) -> None:
        """The whole file is here."""
        with self._engine.begin() as db:
            db.execute(update(files).where(files.c.sha256 == sha256).values(here=True))


def _insert(db: Connection, entry: Entry) -> None:
    values = entry.model_dump(mode="json") | {"at": entry.at.isoformat(), "agency": agency_of_dossier(entry.dossier)}
    db.execute(insert(entries).values(values))
    for file in _files(entry):
        same = (files.c.sha256 == file.sha256, files.c.desk == entry.desk, files.c.dossier == entry.dossier)
        if db.execute(select(files.c.size).where(*same)).first() is None:
            here = select(files.c.here).where(files.c.sha256 == file.sha256, files.c.here.is_(True))
            row = {"sha256": file.sha256, "desk": entry.desk, "dossier": entry.dossier, "size": file.size}
            db.execute(insert(files).values(row | {"here": db.execute(here).first() is not None}))


def _files(entry: Entry) -> tuple[FileRef, ...]:
    try:
        return files_in(entry.read())
    except UnknownPayload:
        return ()  # a newer desk: kept, and asked for once the server is updated


def _same(db: Connection, entry: Entry) -> None:
    stored = select(entries.c.hash).where(entries.c.desk == entry.desk, entries.c.sequence == entry.sequence)
    row = db.execute(stored).first()
    if row is None or row.hash != entry.hash:
        raise Forged(f"entry {entry.sequence} is another than the one stored")


def _last(db: Connection, desk: str) -> Entry | None:
    newest = select(*_COLUMNS).where(entries.c.desk == desk).order_by(entries.c.sequence.desc()).limit(1)
    row = db.execute(newest).mappings().first()
    return _entry(dict(row)) if row else None


def _of_dossier(db: Connection, code: str) -> list[Entry]:
    return [_entry(dict(row)) for row in db.execute(select(*_COLUMNS).where(entries.c.dossier == code)).mappings()]


def _entry(row: dict[str, Any]) -> Entry:
    return Entry.model_validate({name: row[name] for name in Entry.model_fields}, strict=False)


__all__ = ["CannotApply", "Forged", "Gap", "Registry"]

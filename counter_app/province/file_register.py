"""Which files entries name, which of them are here, which are on their way, and how much room an office has left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, Engine, delete, insert, select, update

from counter_app.dossier import clock
from counter_app.province.database import reading
from counter_app.province.tables import files, offices, uploads

KEPT_DAYS = 7  # an upload that nobody goes on with


class OverQuota(Exception):
    """The office's files would need more room than it was given."""


class Key(NamedTuple):
    """A file of an office: offices share no file, not even one of the same content."""

    agency: str
    sha256: str


class Standing(NamedTuple):
    """A file that entries name: the sizes they give (one, unless an entry is wrong), and where it stands."""

    sizes: frozenset[int]
    here: bool
    begun: int | None  # the length of its upload


class FileRegister:
    """Each call is one transaction."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = clock.now) -> None:
        self._engine = engine
        self._reader = reading(engine)
        self._now = now

    def standing(self, key: Key) -> Standing | None:
        """Where the file stands; None for a file that no entry of the office names."""
        named = select(files.c.size, files.c.here).where(files.c.agency == key.agency, files.c.sha256 == key.sha256)
        with self._reader.begin() as db:
            rows = db.execute(named.distinct()).all()
            begun = db.execute(select(uploads.c.size).where(*_upload(key))).scalar()
        if not rows:
            return None
        return Standing(frozenset(row.size for row in rows), any(row.here for row in rows), begun)

    def begin(self, key: Key, size: int) -> None:
        """Keeps room for the file from now on; beginning again changes nothing. Raises OverQuota."""
        with self._engine.begin() as db:
            office = select(offices.c.quota, offices.c.used).where(offices.c.agency == key.agency)
            row = db.execute(office.with_for_update()).one()
            begun = db.execute(select(uploads.c.size).where(*_upload(key))).scalar()
            if begun == size:
                return
            if row.used + size - (begun or 0) > row.quota:
                raise OverQuota
            db.execute(delete(uploads).where(*_upload(key)))
            values = {"agency": key.agency, "sha256": key.sha256, "size": size, "touched_at": self._stamp()}
            db.execute(insert(uploads), values)
            _use(db, key, size - (begun or 0))

    def touch(self, key: Key) -> None:
        """Somebody goes on with it."""
        with self._engine.begin() as db:
            db.execute(update(uploads).where(*_upload(key)).values(touched_at=self._stamp()))

    def arrived(self, key: Key) -> None:
        """The whole file is here."""
        with self._engine.begin() as db:
            _lock(db, key)
            named = update(files).where(files.c.agency == key.agency, files.c.sha256 == key.sha256)
            db.execute(named.values(here=True))
            db.execute(delete(uploads).where(*_upload(key)))  # the room stays used

    def came_whole(self, key: Key, size: int) -> None:
        """The whole file is here, though no upload brought it. Raises OverQuota."""
        with self._engine.begin() as db:
            count_in(db, key, size)

    def gone(self, key: Key) -> None:
        """The upload was given up; its room is free again."""
        with self._engine.begin() as db:
            _lock(db, key)
            begun = db.execute(select(uploads.c.size).where(*_upload(key))).scalar()
            if begun is not None:
                db.execute(delete(uploads).where(*_upload(key)))
                _use(db, key, -begun)

    def unnamed(self, agency: str, names: Sequence[str]) -> list[Key]:
        """Those of the office's files that no entry names any more."""
        still = select(files.c.sha256).where(files.c.agency == agency, files.c.sha256.in_(names)).distinct()
        with self._reader.begin() as db:
            named = {row.sha256 for row in db.execute(still)}
        return [Key(agency, name) for name in names if name not in named]

    def forgotten(self) -> list[Key]:
        """Uploads that nobody has gone on with for KEPT_DAYS."""
        before = (self._now() - timedelta(days=KEPT_DAYS)).isoformat()
        with self._reader.begin() as db:
            rows = db.execute(select(uploads.c.agency, uploads.c.sha256).where(uploads.c.touched_at < before))
            return [Key(row.agency, row.sha256) for row in rows]

    def expires(self) -> datetime:
        """When an upload touched now is forgotten."""
        return self._now() + timedelta(days=KEPT_DAYS)

    def _stamp(self) -> str:
        return self._now().isoformat()


def count_in(db: Connection, key: Key, size: int) -> None:
    """A file that entries name came whole, beside tus, and is kept: it is here and takes its room. Raises OverQuota."""
    office = select(offices.c.quota, offices.c.used).where(offices.c.agency == key.agency)
    row = db.execute(office.with_for_update()).one()
    named = (files.c.agency == key.agency, files.c.sha256 == key.sha256)
    if db.execute(select(files.c.sha256).where(*named, files.c.here.is_(True)).limit(1)).first():
        return
    begun = db.execute(select(uploads.c.size).where(*_upload(key))).scalar() or 0
    if row.used + size - begun > row.quota:
        raise OverQuota
    db.execute(delete(uploads).where(*_upload(key)))
    db.execute(update(files).where(*named).values(here=True))
    _use(db, key, size - begun)


def unname(db: Connection, agency: str, dossier: str, names: Sequence[str]) -> None:
    """The dossier names these files no more, for its data was erased; the room of those that nobody names is free."""
    db.execute(select(offices.c.agency).where(offices.c.agency == agency).with_for_update())
    mine = (files.c.agency == agency, files.c.sha256.in_(names))
    here = select(files.c.sha256, files.c.size).where(*mine, files.c.here.is_(True))
    sizes = {row.sha256: row.size for row in db.execute(here)}
    db.execute(delete(files).where(*mine, files.c.dossier == dossier))
    left = {row.sha256 for row in db.execute(select(files.c.sha256).where(*mine))}
    if free := sum(size for name, size in sizes.items() if name not in left):
        db.execute(update(offices).where(offices.c.agency == agency).values(used=offices.c.used - free))


def _upload(key: Key) -> tuple[ColumnElement[bool], ...]:
    return uploads.c.agency == key.agency, uploads.c.sha256 == key.sha256


def _lock(db: Connection, key: Key) -> None:
    db.execute(select(offices.c.agency).where(offices.c.agency == key.agency).with_for_update())


def _use(db: Connection, key: Key, size: int) -> None:
    db.execute(update(offices).where(offices.c.agency == key.agency).values(used=offices.c.used + size))

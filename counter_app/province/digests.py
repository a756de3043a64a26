"""The day digests of the desks: how far each one's journal went at the end of a day, signed by the desk.

They are laid down once and never changed; none is taken that does not fit the entries that are here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import Connection, Engine, select

from counter_app.dossier import clock
from counter_app.dossier.digest import DayDigest
from counter_app.province.database import reading
from counter_app.province.entries_aside import hashes_aside
from counter_app.province.statements import insert_missing
from counter_app.province.tables import day_digests, entries

_PAGE = 400


class OtherHead(Exception):
    """A digest does not fit what is here; `last` names the entry."""

    def __init__(self, last: int) -> None:
        super().__init__(f"another entry {last} is here, or none")


class Digests:
    """The digests of all desks."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = clock.now) -> None:
        self._engine = engine
        self._reader = reading(engine)
        self._now = now

    def anchor(self, desk: str, digests: Sequence[DayDigest]) -> None:
        """Keeps them, each once, all or none. Raises OtherHead."""
        rows = [
            {"desk": desk, "last": digest.last, "digest": digest.model_dump_json(), "since": self._now().isoformat()}
            for digest in digests
        ]
        with self._engine.begin() as db:
            for digest in digests:
                if digest.desk != desk or not digest.is_signed() or _head(db, desk, digest.last) != digest.head:
                    raise OtherHead(digest.last)
            insert_missing(db, day_digests, rows)

    def of_desk(self, desk: str, after: int = 0) -> tuple[DayDigest, ...]:
        """Those of days that ended behind an entry, a page of them."""
        wanted = select(day_digests.c.digest).where(day_digests.c.desk == desk, day_digests.c.last > after)
        with self._reader.begin() as db:
            found = db.execute(wanted.order_by(day_digests.c.last).limit(_PAGE))
            return tuple(DayDigest.from_json(row.digest) for row in found)


def _head(db: Connection, desk: str, last: int) -> str:
    """The hash of the desk's entry here; "" where there is none."""
    stored = select(entries.c.hash).where(entries.c.desk == desk, entries.c.sequence == last)
    return db.execute(stored).scalar() or hashes_aside(db, desk, last, last).get(last, "")

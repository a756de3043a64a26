"""The epoch of the server's history. A database that was restored begins a new one: what desks know of an older epoch
- how far they have pulled, what was acknowledged - is not true of it.

The technician begins one after a restore (`counter server epoch new`). Where that was forgotten, a desk shows it: it
has pulled further, or was acknowledged more, in this very epoch than there is. Then its office alone gets a new one.
"""

from __future__ import annotations

import logging
import secrets

from sqlalchemy import Engine, Row, select, update

from counter_app.province.database import reading
from counter_app.province.desks import NotLetIn
from counter_app.province.registry import COLUMNS, read_entry
from counter_app.province.tables import desks, entries, offices, settings
from counter_app.sync.wire import Pulled, Standing, agency_of_desk

_log = logging.getLogger(__name__)
_EPOCH = "epoch"
_SERVER = select(settings.c.value).where(settings.c.name == _EPOCH).scalar_subquery().label("server")


class History:
    """Which history this is, and how far a desk's journal goes in it. Each call is one transaction."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._reader = reading(engine)

    def epoch(self, desk: str, presented: str = "", cursor: int = 0) -> str:
        """The epoch of the desk's office; a new one where the desk has pulled further in this very one than there is.

        "" where there is no such office.
        """
        wanted = select(offices.c.cursor, offices.c.epoch, _SERVER).where(offices.c.agency == agency_of_desk(desk))
        with self._reader.begin() as db:
            row = db.execute(wanted).first()
        if row is None:
            return ""
        if presented == _named(row) and cursor > row.cursor:
            self.was_lost(desk, presented)
            return self.epoch(desk)
        return _named(row)

    def begin_anew(self) -> None:
        """The database was restored: a new epoch for everybody."""
        with self._engine.begin() as db:
            fresh = {"value": secrets.token_hex(6).encode()}
            db.execute(update(settings).where(settings.c.name == _EPOCH).values(fresh))

    def was_lost(self, desk: str, presented: str) -> None:
        """A desk has seen more of this epoch than there is. Of another epoch, or none, it proves nothing."""
        here = offices.c.agency == agency_of_desk(desk)
        with self._engine.begin() as db:
            row = db.execute(select(offices.c.epoch, _SERVER).where(here).with_for_update(of=offices)).first()
            if row is not None and presented == _named(row):
                db.execute(update(offices).where(here).values(epoch=offices.c.epoch + 1))
                _log.error("history was lost: a new epoch begins for an office")

    def standing(self, desk: str, presented: str, acknowledged: int) -> Standing:
        """How far the desk's own journal goes here; `acknowledged` is how far it went. Raises NotLetIn."""
        with self._reader.begin() as db:
            row = db.execute(select(desks.c.last_sequence, desks.c.last_hash).where(desks.c.desk == desk)).first()
        if row is None:
            raise NotLetIn
        if acknowledged > row.last_sequence:
            self.was_lost(desk, presented)
        return Standing(last_sequence=row.last_sequence, last_hash=row.last_hash, epoch=self.epoch(desk))

    def own(self, desk: str, after: int, limit: int) -> Pulled:
        """The desk's own entries after a sequence, for a desk that lost them; the cursor is the last one's sequence."""
        # behind its tip there may be entries that others brought back, with gaps between them
        known = select(desks.c.last_sequence).where(desks.c.desk == desk).scalar_subquery()
        wanted = select(*COLUMNS).where(entries.c.desk == desk, entries.c.sequence > after, entries.c.sequence <= known)
        with self._reader.begin() as db:
            found = db.execute(wanted.order_by(entries.c.sequence).limit(limit + 1)).mappings().all()
        served = tuple(read_entry(row) for row in found[:limit])
        return Pulled(entries=served, cursor=served[-1].sequence if served else after, more=len(found) > limit)


def _named(row: Row) -> str:  # type: ignore[type-arg]
    return f"{row.server.decode()}.{row.epoch}"

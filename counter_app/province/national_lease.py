"""Which of the server's processes speaks to the national portal or to citizens, or folds: one, until its lease ends."""

from __future__ import annotations

import secrets

from sqlalchemy import Connection, Engine, Integer, literal_column, or_, select, update

from counter_app.province.database import reading
from counter_app.province.tables import national_lease

GATEWAY, NOTICES, FOLDING = "gateway", "notices", "folding"  # the tasks that one process at a time does
LEASE_SECONDS = 60  # after which the lease of a process that died is over
_CLOCK = {  # the database's: processes may run on machines whose clocks differ
    "postgresql": "CAST(extract(epoch FROM clock_timestamp()) AS bigint)",
    "sqlite": "CAST(strftime('%s', 'now') AS integer)",
}


class LeaseLost(Exception):
    """Another process speaks to the portal now; what this one has begun is that one's to go on with."""


class Lease:
    """The lease as one process sees it. It is kept by taking it again before it ends."""

    def __init__(self, engine: Engine, seconds: int = LEASE_SECONDS, name: str = GATEWAY) -> None:
        self._engine = engine
        self._reader = reading(engine)
        self._now = literal_column(_CLOCK[engine.dialect.name], Integer)
        self._row = national_lease.c.name == name
        self._holder = secrets.token_hex(16)
        self.seconds = seconds

    def take(self) -> bool:
        """Takes it or keeps it for `seconds` from now; whether this process has it."""
        free = or_(national_lease.c.holder == self._holder, national_lease.c.until <= self._now)
        with self._reader.begin() as db:  # who only looks whether it is free disturbs nobody who writes
            if not db.execute(select(national_lease.c.name).where(self._row, free)).first():
                return False
        changes = {"holder": self._holder, "until": self._now + self.seconds}
        with self._engine.begin() as db:
            return bool(db.execute(update(national_lease).where(self._row, free).values(changes)).rowcount)

    def release(self) -> None:
        """Another may have it at once."""
        mine = update(national_lease).where(self._row, national_lease.c.holder == self._holder)
        with self._engine.begin() as db:
            db.execute(mine.values(until=0))

    def check(self, db: Connection, *, writes: bool = True) -> None:
        """Raises LeaseLost where another has it. In a transaction that `writes`, none gets it before its end."""
        held = select(national_lease.c.holder).where(self._row)
        if db.execute(held.with_for_update() if writes else held).scalar_one() != self._holder:
            raise LeaseLost

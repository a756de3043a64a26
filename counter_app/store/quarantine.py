"""Entries of other journals that this desk cannot take over: kept with the reason, shown, and in nobody's way."""

from __future__ import annotations

from sqlite_utils import Database

from counter_app.dossier.journal import Entry
from counter_app.store.database import transaction


class Quarantine:
    """The entries put aside."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, entry: Entry, reason: str) -> None:
        """Puts an entry aside; a second time changes nothing."""
        values = [entry.desk, entry.sequence, entry.hash, entry.dossier, reason, entry.model_dump_json()]
        with transaction(self._db):
            self._db.execute("INSERT OR IGNORE INTO entries_aside VALUES (?, ?, ?, ?, ?, ?)", values)

    def entries(self, limit: int = 1000) -> list[tuple[Entry, str]]:
        """What lies there, with the reasons."""
        found = self._db.execute("SELECT entry, reason FROM entries_aside ORDER BY desk, sequence LIMIT ?", [limit])
        return [(Entry.from_json(row[0]), str(row[1])) for row in found]

    def first(self) -> tuple[str, int] | None:
        """Desk and sequence of one of them; None if there are none."""
        found = self._db.execute("SELECT desk, sequence FROM entries_aside ORDER BY desk, sequence LIMIT 1").fetchone()
        return (str(found[0]), int(found[1])) if found else None

    def count(self) -> int:
        """How many there are."""
        return int(self._db.execute("SELECT count(*) FROM entries_aside").fetchone()[0])

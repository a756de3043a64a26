"""How far this desk and the province know each other. Kept to spare the line; the journal decides."""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from counter_app.store.database import transaction

ACKNOWLEDGED = "acknowledged"  # the last of this desk's entries the province has
CURSOR = "cursor"  # how far the province's stream of entries was pulled


class SyncPoints:
    """Two numbers and the set of files the province confirmed."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, name: str) -> int:
        """The point's value; 0 at first."""
        rows = list(self._db.query("SELECT value FROM sync_points WHERE name = ?", [name]))
        return int(rows[0]["value"]) if rows else 0

    def put(self, name: str, value: int) -> None:
        """Moves the point."""
        with transaction(self._db):
            self._db.table("sync_points").upsert({"name": name, "value": value}, pk="name")

    def file_sent(self, sha256: str) -> None:
        """The province has the file."""
        with transaction(self._db):
            self._db.table("sent_files").upsert({"sha256": sha256}, pk="sha256")

    def unsent(self, names: Iterable[str]) -> list[str]:
        """Those of the files the province has not confirmed, each once."""
        sent = {row["sha256"] for row in self._db.query("SELECT sha256 FROM sent_files")}
        return [name for name in dict.fromkeys(names) if name not in sent]

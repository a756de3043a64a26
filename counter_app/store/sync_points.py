"""How far this desk and the province know each other. Kept to spare the line; the journal decides."""

from __future__ import annotations

from sqlite_utils import Database

from counter_app.store.database import transaction

ACKNOWLEDGED = "acknowledged"  # the last of this desk's entries the province has
CURSOR = "cursor"  # how far the province's stream of entries was pulled
AWAITED_FILES = "awaited_files"  # how many files of acknowledged entries the province lacked when last asked


class SyncPoints:
    """A few named numbers."""

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

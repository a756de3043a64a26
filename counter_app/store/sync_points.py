"""How far this desk and the province know each other. Kept to spare the line; the journal decides."""

from __future__ import annotations

from sqlite_utils import Database

from counter_app.store.database import transaction

ACKNOWLEDGED = "acknowledged"  # the last of this desk's entries the province has
CURSOR = "cursor"  # how far the province's stream of entries was pulled
FILES_SEEN = "files_seen"  # the last of this desk's entries that `counter_app.store.outgoing` looked into
ANCHORED = "anchored"  # the last of this desk's entries of which a day digest lies at the province
PUT_ASIDE = "put_aside"  # how many of this desk's entries the province keeps aside
BRINGS_BACK = "brings_back"  # 1 while the province may lack entries of others that are here
UNPROVED = "unproved"  # how many of those the province could not be shown to have had
CLOCK_AHEAD = "clock_ahead"  # by how many seconds this desk's clock was ahead of the province's at the last greeting
LAST_CONTACT = "last_contact"  # when the province last answered, in seconds since 1970


class SyncPoints:
    """A few named numbers."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, name: str) -> int:
        """The point's value; 0 at first."""
        found = self._db.execute("SELECT value FROM sync_points WHERE name = ?", [name]).fetchone()
        return int(found[0]) if found else 0

    def put(self, name: str, value: int) -> None:
        """Moves the point."""
        with transaction(self._db):
            self._db.execute("INSERT OR REPLACE INTO sync_points (name, value) VALUES (?, ?)", [name, value])

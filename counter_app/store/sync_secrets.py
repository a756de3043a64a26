"""How this desk is let in at the province, and which history of it is meant: kept in the encrypted store alone."""

from __future__ import annotations

from sqlite_utils import Database

from counter_app.store.database import transaction

CREDENTIAL = "credential"  # the desk's own, shown at every sign-in
NEXT = "next_credential"  # fetched, not used yet: the one before it still holds
ENROLLED_WITH = "enrolled_with"  # a hash of the one-time code that was used, so that another is known as new
ENROLLING = "enrolling_with"  # the same of a code whose credential came, but was not taken at a sign-in yet
KNOWN_EPOCH = "epoch"  # of the province's history, of which the cursor is


class SyncSecrets:
    """A few named texts."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, name: str) -> str:
        """The secret; "" where there is none."""
        found = self._db.execute("SELECT value FROM sync_secrets WHERE name = ?", [name]).fetchone()
        return str(found[0]) if found else ""

    def put(self, **values: str) -> None:
        """Keeps all of them, or none; "" takes one away."""
        with transaction(self._db):
            for name, value in values.items():
                if value:
                    self._db.execute("INSERT OR REPLACE INTO sync_secrets VALUES (?, ?)", [name, value])
                else:
                    self._db.execute("DELETE FROM sync_secrets WHERE name = ?", [name])

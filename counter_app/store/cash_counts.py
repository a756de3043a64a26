"""The cash counted at the end of each day, as often as it was counted."""

from __future__ import annotations

from datetime import date

from sqlite_utils import Database

from counter_app.dossier.cash import CashCount


class CashCounts:
    """Kept at the desk; a count is never changed, a later one of the same day stands beside it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, count: CashCount) -> None:
        """Adds a count."""
        self._db.execute(
            "INSERT INTO cash_counts (day, clerk, at, count) VALUES (?, ?, ?, ?)",
            [count.day.isoformat(), count.clerk, count.at.timestamp(), count.model_dump_json()],
        )

    def between(self, first: date, last: date) -> list[CashCount]:
        """The counts of those days, both included, in the order in which they were made."""
        wanted = "SELECT count FROM cash_counts WHERE day BETWEEN ? AND ? ORDER BY at, id"
        rows = self._db.query(wanted, [first.isoformat(), last.isoformat()])
        return [CashCount.model_validate_json(row["count"]) for row in rows]

"""What came from outside about dossiers of this desk and was not looked at here yet: what the province did, mistakes
that another desk put right, steps that contradict.

A row a dossier, with the newest entry that came. Which dossiers are meant is kept, and nothing of what they hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from counter_app.dossier.acts import CORRECT, LEND
from counter_app.dossier.clock import from_seconds
from counter_app.dossier.journal import PROVINCE, Entry, EntryKey
from counter_app.store.database import transaction

FRESH = timedelta(days=30)
"""What was written longer ago is history when it comes, and no news: a desk that is new, or was rebuilt, gets years."""
UNSEEN = "SELECT id FROM news WHERE seen = 0"
"""The numbers of the dossiers that nobody looked at since something came."""
_NUMBER = "(SELECT min(id) FROM entries WHERE dossier = ?)"
_COME = (
    f"INSERT INTO news (id, desk, sequence, at, seen) SELECT id, ?, ?, ?, 0 FROM dossiers WHERE id = {_NUMBER}"
    " AND (? OR conflicts > 0) ON CONFLICT (id) DO UPDATE SET desk = excluded.desk, sequence = excluded.sequence,"
    " at = excluded.at, seen = 0 WHERE (news.desk, news.sequence) <> (excluded.desk, excluded.sequence)"
)
_NEWEST = (
    "SELECT news.desk, news.sequence, news.at, news.seen, dossiers.code, dossiers.conflicts FROM news"
    " JOIN dossiers ON dossiers.id = news.id"
)


@dataclass(frozen=True)
class Piece:
    """News of a dossier: the newest entry that came, when it came, and whether somebody has looked since."""

    dossier: str
    entry: EntryKey
    came_at: datetime
    seen: bool
    conflicts: int


class News:
    """Notes what comes and what was looked at."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def come(self, entries: Iterable[Entry], now: datetime) -> None:
        """Entries of others were taken over: notes those that a clerk should know of."""
        with transaction(self._db):
            for entry in entries:
                told = (entry.desk == PROVINCE and entry.kind != LEND.kind) or entry.kind == CORRECT.kind
                if now - entry.at <= FRESH:
                    values = [entry.desk, entry.sequence, int(now.timestamp()), entry.dossier, told]
                    self._db.execute(_COME, values)

    def look(self, code: str) -> None:
        """Somebody has the dossier before them."""
        with transaction(self._db):
            self._db.execute(f"UPDATE news SET seen = 1 WHERE seen = 0 AND id = {_NUMBER}", [code])

    def look_at_all(self) -> None:
        """Nothing is new any more."""
        with transaction(self._db):
            self._db.execute("UPDATE news SET seen = 1 WHERE seen = 0")

    def count(self) -> int:
        """Of how many dossiers there is something that nobody has looked at."""
        counted = f"SELECT count(*) FROM dossiers WHERE id IN ({UNSEEN})"
        return int(self._db.execute(counted).fetchone()[0])

    def newest(self, limit: int) -> list[Piece]:
        """What came last, the newest first; what was not looked at before what was."""
        unseen = list(self._read(f"{_NEWEST} WHERE news.seen = 0 ORDER BY news.at DESC, news.id DESC LIMIT ?", limit))
        seen = f"{_NEWEST} WHERE news.seen = 1 ORDER BY news.at DESC, news.id DESC LIMIT ?"
        return [*unseen, *self._read(seen, limit - len(unseen))]

    def _read(self, wanted: str, limit: int) -> Iterator[Piece]:
        for desk, sequence, at, seen, code, conflicts in self._db.execute(wanted, [limit]):
            yield Piece(code, EntryKey(desk, sequence), from_seconds(at), bool(seen), conflicts)

"""The reasons clerks of this desk gave, offered again: a list that grows by use, the most frequent first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import datetime

from sqlite_utils import Database

from counter_app.store.database import transaction

_LONGEST = 240  # letters; what is longer tells one case
_PERSONAL = re.compile(r"\d{9}")  # an identity or telephone number: never offered for somebody else
_OFFERED = 12


class Phrases:
    """Reads and notes phrases, each by what it was said for: the name of an act."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def used(self, by: str, text: str, at: datetime) -> None:
        """A clerk gave this reason; one that tells of a single person is not kept."""
        said = " ".join(text.split())
        if not said or len(said) > _LONGEST or _PERSONAL.search(re.sub(r"[\s.]", "", said)):
            return
        with transaction(self._db):
            self._db.execute(
                "INSERT INTO phrases (act, text, times, last_at) VALUES (?, ?, 1, ?) ON CONFLICT (act, text)"
                " DO UPDATE SET times = times + 1, last_at = excluded.last_at",
                [by, said, at.isoformat()],
            )

    def of(self, act: str, shipped: Iterable[str] = ()) -> tuple[str, ...]:
        """The phrases for an act, the most frequent first, then those `shipped` that nobody used yet."""
        wanted = "SELECT text FROM phrases WHERE act = ? ORDER BY times DESC, last_at DESC LIMIT ?"
        used = [row[0] for row in self._db.execute(wanted, [act, _OFFERED])]
        return tuple(dict.fromkeys([*used, *shipped]))

    def forget(self, texts: Iterable[str]) -> None:
        """What was said of one dossier alone, whose content is erased."""
        with transaction(self._db):
            self._db.conn.executemany(
                "DELETE FROM phrases WHERE text = ? AND times = 1", [(" ".join(text.split()),) for text in texts]
            )

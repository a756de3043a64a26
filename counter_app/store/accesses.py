"""Who looked at whom (nhật ký truy cập; Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15): dossiers that were opened, people
that were looked for. Kept at the desk; nothing is changed or taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlite_utils import Database

from counter_app.dossier.clock import VIETNAM


class AccessKind(StrEnum):
    """What was done."""

    OPENED = "opened"  # a dossier, with its papers
    READ = "read"  # the digitised picture of one paper of a dossier
    SEARCHED = "searched"  # by a name, a number, a telephone
    EXPORTED = "exported"  # what was written to a file: a register, a report
    IMPORTED = "imported"  # a file of old dossiers


@dataclass(frozen=True)
class Access:
    """One look; `subject` is the dossier's code (and the key of its paper), the words looked for, or what was
    exported."""

    at: datetime
    clerk: str
    kind: AccessKind
    subject: str


class Accesses:
    """Adds and reads; each is there once what it is about is on the screen."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, access: Access) -> None:
        """One more look.

        What the same clerk did last is none again: a screen shown anew. Words typed on are one search, by the whole.
        """
        row = [access.clerk, access.kind.value, access.subject]
        last = self._db.execute("SELECT id, clerk, kind, subject FROM accesses ORDER BY id DESC LIMIT 1").fetchone()
        if last is None or [*last[1:3]] != row[:2] or not self._goes_on(access, last[3]):
            self._db.execute(
                "INSERT INTO accesses (at, clerk, kind, subject) VALUES (?, ?, ?, ?)",
                [int(access.at.timestamp()), *row],
            )
        elif len(access.subject) > len(last[3]):
            self._db.execute("UPDATE accesses SET subject = ? WHERE id = ?", [access.subject, last[0]])

    @staticmethod
    def _goes_on(access: Access, before: str) -> bool:
        typed_on = access.subject.startswith(before) or before.startswith(access.subject)
        return access.subject == before or (access.kind is AccessKind.SEARCHED and typed_on)

    def between(self, start: int, end: int, offset: int = 0, limit: int | None = None) -> Iterator[Access]:
        """Those from one second of the epoch up to before another, in order; so many of them, or all."""
        wanted = (
            "SELECT at, clerk, kind, subject FROM accesses WHERE at >= ? AND at < ? ORDER BY at, id LIMIT ? OFFSET ?"
        )
        for at, clerk, kind, subject in self._db.execute(wanted, [start, end, -1 if limit is None else limit, offset]):
            yield Access(datetime.fromtimestamp(at, VIETNAM), clerk, AccessKind(kind), subject)

    def count(self, start: int, end: int) -> int:
        """How many there are in that time."""
        counted = "SELECT count(*) FROM accesses WHERE at >= ? AND at < ?"
        return int(self._db.execute(counted, [start, end]).fetchone()[0])

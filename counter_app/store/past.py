"""The imported dossiers of an office's past (`counter_app.dossier.past`), kept beside the journal and outside every
report: this program did not receive them."""

from __future__ import annotations

from datetime import datetime, time

from sqlite_utils import Database

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.past import PastDossier
from counter_app.dossier.plain import plain
from counter_app.store.dossiers import FoundDossier
from counter_app.store.search import split


class PastDossiers:
    """Each code once: what was imported first stays."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def add(self, dossier: PastDossier, source: str) -> bool:
        """Keeps it, unless its code is here already; `source` names file and line it came from."""
        said = (dossier.code, dossier.owner, dossier.number, dossier.phone, dossier.address, plain(dossier.procedure))
        row = [dossier.code, source, " ".join(split(" ".join(said))), dossier.number, dossier.model_dump_json()]
        wanted = "INSERT OR IGNORE INTO past_dossiers (code, source, words, number, dossier) VALUES (?, ?, ?, ?, ?)"
        return bool(self._db.execute(wanted, row).rowcount)

    def get(self, code: str) -> tuple[PastDossier, str] | None:
        """The dossier with where it came from; None where none has this code."""
        row = self._db.execute("SELECT dossier, source FROM past_dossiers WHERE code = ?", [code]).fetchone()
        return (PastDossier.from_json(row[0]), row[1]) if row else None

    def of_number(self, number: str) -> list[PastDossier]:
        """Those of the person with this number."""
        rows = self._db.execute("SELECT dossier FROM past_dossiers WHERE number = ? ORDER BY id", [number])
        return [PastDossier.from_json(dossier) for (dossier,) in rows]

    def find(self, words: str, limit: int) -> list[FoundDossier]:
        """Those that hold all `words` (each a beginning, marks do not matter); none without words."""
        beginnings = split(words)
        if not beginnings:
            return []
        where = " AND ".join("' ' || words LIKE ?" for _ in beginnings)
        wanted = f"SELECT dossier FROM past_dossiers WHERE {where} ORDER BY id DESC LIMIT ?"
        rows = self._db.execute(wanted, [*(f"% {word}%" for word in beginnings), limit])
        return [_line(PastDossier.from_json(dossier)) for (dossier,) in rows]

    def erase(self, code: str) -> bool:
        """Takes it away; whether there was one."""
        return bool(self._db.execute("DELETE FROM past_dossiers WHERE code = ?", [code]).rowcount)


def _line(dossier: PastDossier) -> FoundDossier:
    received = datetime.combine(dossier.received_on, time(), VIETNAM)
    due = datetime.combine(dossier.due_on, time(), VIETNAM) if dossier.due_on else None
    return FoundDossier(
        dossier.code, dossier.owner, dossier.procedure, dossier.status, received, due, 0, waiting=False, imported=True
    )

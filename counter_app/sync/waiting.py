"""What has not reached the province yet: how much, of which dossiers, since when. Counted in the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.dossier.clock import VIETNAM
from counter_app.store import search
from counter_app.store.store import Store
from counter_app.store.sync_points import ACKNOWLEDGED

_NEWEST = 20_000  # dossiers that are searched for words
_WAITING = """
SELECT code, sum(entries) AS entries, sum(files) AS files, sum(bytes) AS bytes, min(first) AS first
FROM (
    SELECT dossier AS code, 1 AS entries, 0 AS files, 0 AS bytes, sequence AS first
    FROM entries WHERE desk = :desk AND sequence > :acknowledged
    UNION ALL
    SELECT dossier, 0, 1, size, nullif(sequence, 0) FROM outgoing_files WHERE dossier <> ''
)
GROUP BY code
"""
_LINES = f"""
SELECT waits.code, coalesce(dossiers.owner, cases.owner, said.name, ''),
    coalesce(kinds.procedure_name, cases.procedure_name, ''), waits.entries, waits.files,
    waits.bytes, (SELECT at FROM entries WHERE desk = :desk AND sequence = waits.first), dossiers.id
FROM ({_WAITING}) AS waits
LEFT JOIN dossiers ON dossiers.id = (SELECT min(id) FROM entries WHERE dossier = waits.code)
LEFT JOIN guidance_cases cases ON cases.id = (SELECT min(id) FROM entries WHERE dossier = waits.code)
LEFT JOIN feedback said ON said.id = (SELECT min(id) FROM entries WHERE dossier = waits.code)
LEFT JOIN kinds ON kinds.id = dossiers.kind
ORDER BY waits.first IS NULL, waits.first
"""


@dataclass(frozen=True)
class Waiting:
    """What waits on this desk; `size` in bytes of files, `since` when the oldest entry that waits was written."""

    entries: int = 0
    files: int = 0
    size: int = 0
    since: datetime | None = None
    acknowledged: int = 0  # the last of this desk's entries the province has


@dataclass(frozen=True)
class WaitingDossier:
    """A dossier of which something waits: entries, files and their bytes, and since when."""

    code: str
    owner: str
    procedure: str
    entries: int
    files: int
    size: int
    since: datetime | None


def waits(store: Store) -> Waiting:
    """What waits, counted without reading it."""
    store.outgoing.notice()
    acknowledged = store.sync_points.get(ACKNOWLEDGED)
    files, size = store.outgoing.count()
    oldest = (
        "SELECT at FROM entries WHERE desk = :desk AND sequence ="
        " min(:next, coalesce((SELECT min(sequence) FROM outgoing_files WHERE sequence > 0), :next))"
    )
    found = store.db.execute(oldest, {"desk": store.desk, "next": acknowledged + 1}).fetchone()
    return Waiting(
        entries=store.entries.last_sequence() - acknowledged,
        files=files,
        size=size,
        since=_instant(found[0]) if found else None,
        acknowledged=acknowledged,
    )


def waiting(store: Store) -> tuple[int, int]:
    """How many entries, and how many files, the province has not got yet."""
    found = waits(store)
    return found.entries, found.files


def waiting_dossiers(store: Store, words: str = "", limit: int = 500) -> list[WaitingDossier]:
    """Dossiers of which something waits, the longest waiting first; with `words` those that are found by them."""
    store.outgoing.notice()
    values = {"desk": store.desk, "acknowledged": store.sync_points.get(ACKNOWLEDGED)}
    meant = set(search.newest(store.db, words, search.Only(), _NEWEST)) if search.split(words) else None
    lines: list[WaitingDossier] = []
    for code, owner, procedure, entries, files, size, since, number in store.db.execute(_LINES, values):
        if meant is None or number in meant:
            at = _instant(since) if since else None
            lines.append(WaitingDossier(code, owner, procedure, entries, files, size, at))
        if len(lines) >= limit:
            break
    return lines


def _instant(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(VIETNAM)

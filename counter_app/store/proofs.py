"""The province's word that it had the entries of others which it served: with it they can be handed back to a province
that lost them (`counter_app.sync.rounds.bring_back`).

An entry proves the ones before it by its hash. So of a desk's journal only the ends of what came in a row are kept; of
the province's own, in which the entries about other offices are not here, each.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from sqlite_utils import Database

from counter_app.dossier.journal import PROVINCE, Entry


class Proofs:
    """The proofs of entries that are here."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, entries: Sequence[Entry], proofs: Sequence[str]) -> None:
        """What the province served with a page of entries; inside the transaction that takes them over."""
        by_journal: dict[str, list[tuple[Entry, str]]] = {}
        for entry, proof in zip(entries, proofs, strict=False):
            by_journal.setdefault(entry.desk, []).append((entry, proof))
        rows = [
            (entry.desk, entry.sequence, entry.hash, proof)
            for journal, served in by_journal.items()
            for entry, proof in (served if journal == PROVINCE else _ends(served))
        ]
        self._db.conn.executemany("INSERT OR REPLACE INTO entry_proofs VALUES (?, ?, ?, ?)", rows)

    def of(self, entries: Sequence[Entry]) -> tuple[str, ...]:
        """One for each of a journal's entries, in their order; "" where none is kept."""
        if not entries:
            return ()
        sequences = [entry.sequence for entry in entries]
        wanted = "SELECT sequence, hash, proof FROM entry_proofs WHERE desk = ? AND sequence BETWEEN ? AND ?"
        found = self._db.execute(wanted, [entries[0].desk, min(sequences), max(sequences)])
        kept = {(row[0], row[1]): str(row[2]) for row in found}
        return tuple(kept.get((entry.sequence, entry.hash), "") for entry in entries)


def _ends(served: list[tuple[Entry, str]]) -> list[tuple[Entry, str]]:
    """Those that no entry of the page follows."""
    served.sort(key=lambda item: item[0].sequence)
    broken = [before for before, after in pairwise(served) if after[0].previous != before[0].hash]
    return [*broken, served[-1]]

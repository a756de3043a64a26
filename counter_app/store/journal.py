"""The journal in the database, and the projections written with it in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from counter_app.dossier import journal
from counter_app.dossier.acts import CannotApply
from counter_app.dossier.fold import Folded, apply, fold
from counter_app.dossier.journal import BrokenChain, Entry, Tip
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads import ConflictSettled, Payload, files_in
from counter_app.dossier.value import FileRef
from counter_app.store import dossiers, fee_receipts
from counter_app.store.database import transaction

_COLUMNS = ", ".join(Entry.model_fields)
_INSERT = (
    f"INSERT INTO entries ({', '.join([*(name for name in Entry.model_fields if name != 'at'), 'at'])})"
    f" VALUES ({', '.join('?' * len(Entry.model_fields))})"
)


class Journal:
    """Reads and appends entries; `desk` is the desk whose journal is written here."""

    def __init__(self, db: Database, desk: str) -> None:
        self._db = db
        self.desk = desk

    def append(self, payload: Payload, *, dossier: str, clerk: str, at: datetime, salt: str) -> Dossier:
        """Writes this desk's next entry and the dossier it makes, together.

        Raises CannotApply if the payload does not fit the dossier (nothing is written then).
        """
        with transaction(self._db):
            number = self._number(dossier)
            known = self.of_dossier(dossier) if number else []
            before = fold(known)
            entry = journal.write(
                payload,
                dossier=dossier,
                step=before.dossier.step + 1 if before.dossier else 1,
                desk=self.desk,
                clerk=clerk,
                at=at,
                after=self._tip(),
                salt=salt,
            )
            after = apply(before.dossier, entry)
            settles = isinstance(payload, ConflictSettled)
            folded = fold([*known, entry]) if settles else Folded(after, before.conflicts, before.settled)
            inserted = self._insert(entry)
            dossiers.project(
                self._db,
                number or inserted,
                folded,
                own_sequence=entry.sequence,
                before=before.dossier,
            )
        return after

    def accept(self, entries: Iterable[Entry]) -> list[str]:
        """Takes over entries of other journals; the codes of the dossiers they changed.

        What is already here is passed over; a dossier is folded again from all its entries. Raises BrokenChain.
        """
        changed: dict[str, None] = {}
        with transaction(self._db):
            for entry in entries:
                if not journal.is_sealed(entry):
                    raise BrokenChain("seal", desk=entry.desk, sequence=entry.sequence)
                if entry.desk != self.desk and not self._has(entry.desk, entry.sequence):
                    self._insert(entry)
                    changed[entry.dossier] = None
            for code in changed:
                self.rebuild(code)
        return list(changed)

    def rebuild(self, code: str) -> Dossier | None:
        """Folds one dossier again from its entries and writes the projection."""
        with transaction(self._db):
            number = self._number(code)
            dossiers.forget(self._db, number, code)
            folded, own = self._folded(code)
            dossiers.project(self._db, number, folded, own_sequence=own, before=None)
        return folded.dossier

    def rebuild_all(self) -> None:
        """Projects every dossier anew, in the order in which they came."""
        with transaction(self._db):
            dossiers.forget_all(self._db)
            firsts = "SELECT min(id) AS number, dossier FROM entries GROUP BY dossier ORDER BY number"
            for first in self._db.query(firsts):
                folded, own = self._folded(first["dossier"])
                dossiers.project(self._db, first["number"], folded, own_sequence=own, before=None)

    def dossier(self, code: str) -> Dossier | None:
        """The dossier as its entries make it; None if they make none."""
        return fold(self.of_dossier(code)).dossier

    def of_dossier(self, code: str) -> list[Entry]:
        """All entries of one dossier, causes before effects."""
        return [_entry(row) for row in self._query("dossier = ? ORDER BY step, desk, sequence", [code])]

    def own_after(self, sequence: int, limit: int) -> list[Entry]:
        """This desk's entries after `sequence`, in order: the outbox."""
        where = "desk = ? AND sequence > ? ORDER BY sequence LIMIT ?"
        return [_entry(row) for row in self._query(where, [self.desk, sequence, limit])]

    def last(self) -> Entry | None:
        """This desk's newest entry."""
        rows = self._query("desk = ? ORDER BY sequence DESC LIMIT 1", [self.desk])
        return _entry(rows[0]) if rows else None

    def check_own(self) -> int:
        """Verifies this desk's whole chain and returns its length. Raises BrokenChain."""
        sequence, seal = 0, ""
        for row in self._query("desk = ? ORDER BY sequence", [self.desk]):
            entry = _entry(row)
            journal.verify(entry, after_sequence=sequence, after_hash=seal)
            sequence, seal = entry.sequence, entry.hash
        return sequence

    def codes(self) -> list[str]:
        """The codes of all dossiers that have entries."""
        return [row["dossier"] for row in self._db.query("SELECT DISTINCT dossier FROM entries ORDER BY dossier")]

    def differing_projections(self) -> list[str]:
        """Codes whose projection is not what their entries make; none on a sound desk."""
        return [code for code in self.codes() if not self._is_projected(code)]

    def _is_projected(self, code: str) -> bool:
        folded, own = self._folded(code)
        row, receipts = dossiers.row(self._db, self._number(code)), fee_receipts.of_dossier(self._db, code)
        if folded.dossier is None:
            return row is None and not receipts
        made = dossiers.row_of(folded.dossier, conflicts=len(folded.conflicts), own_sequence=own)
        return row == made and receipts == fee_receipts.lines_of(folded.dossier)

    def _folded(self, code: str) -> tuple[Folded, int]:
        """What the entries of a dossier make, and the sequence of this desk's newest among them (0: none)."""
        entries = self.of_dossier(code)
        return fold(entries), max((entry.sequence for entry in entries if entry.desk == self.desk), default=0)

    def _number(self, code: str) -> int:
        """The number of the dossier's first entry, under which it is projected; 0 without entries."""
        first = self._db.execute("SELECT min(id) FROM entries WHERE dossier = ?", [code]).fetchone()
        return int(first[0] or 0)

    def _tip(self) -> Tip | None:
        newest = "SELECT sequence, hash FROM entries WHERE desk = ? ORDER BY sequence DESC LIMIT 1"
        found = self._db.execute(newest, [self.desk]).fetchone()
        return Tip(*found) if found else None

    def _has(self, desk: str, sequence: int) -> bool:
        wanted = "SELECT 1 FROM entries WHERE desk = ? AND sequence = ?"
        return self._db.execute(wanted, [desk, sequence]).fetchone() is not None

    def _query(self, where: str, values: Sequence[Any]) -> list[dict[str, Any]]:
        return list(self._db.query(f"SELECT {_COLUMNS} FROM entries WHERE {where}", values))

    def _insert(self, entry: Entry) -> int:
        """Writes the entry; its number."""
        values = [getattr(entry, name) for name in Entry.model_fields if name != "at"]
        return self._db.execute(_INSERT, [*values, entry.at.isoformat()]).lastrowid or 0


def files_of(entry: Entry) -> tuple[FileRef, ...]:
    """The files an entry names and the province wants to have."""
    return files_in(entry.read())


def _entry(row: dict[str, Any]) -> Entry:
    return Entry.model_validate(row, strict=False)


__all__ = ["CannotApply", "Journal", "files_of"]

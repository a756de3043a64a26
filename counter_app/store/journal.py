"""The journal in the database, and the projections written with it in one transaction."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from counter_app.dossier import journal
from counter_app.dossier.acts import CannotApply
from counter_app.dossier.fold import apply, fold
from counter_app.dossier.journal import BrokenChain, Entry
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads import Payload, files_in
from counter_app.dossier.value import FileRef
from counter_app.store import dossiers
from counter_app.store.database import transaction


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
            before = dossiers.state(self._db, dossier)
            last = self.last()
            entry = journal.write(
                payload,
                dossier=dossier,
                step=before.step + 1 if before else 1,
                desk=self.desk,
                clerk=clerk,
                at=at,
                after=last,
                salt=salt,
            )
            after = apply(before, entry)
            self._insert(entry)
            conflicts = dossiers.conflicts(self._db, dossier)
            dossiers.project(self._db, after, conflicts=conflicts, own_sequence=entry.sequence)
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
                if entry.desk != self.desk and self._entry(entry.desk, entry.sequence) is None:
                    self._insert(entry)
                    changed[entry.dossier] = None
            for code in changed:
                self.rebuild(code)
        return list(changed)

    def rebuild(self, code: str) -> Dossier | None:
        """Folds one dossier again from its entries and writes the projection."""
        with transaction(self._db):
            entries = self.of_dossier(code)
            folded = fold(entries)
            own = max((entry.sequence for entry in entries if entry.desk == self.desk), default=0)
            if folded.dossier:
                dossiers.project(self._db, folded.dossier, conflicts=len(folded.conflicts), own_sequence=own)
            else:
                dossiers.forget(self._db, code)
        return folded.dossier

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
        """Codes whose projection is not the fold of their entries; none on a sound desk."""
        return [code for code in self.codes() if fold(self.of_dossier(code)).dossier != dossiers.state(self._db, code)]

    def _entry(self, desk: str, sequence: int) -> Entry | None:
        rows = self._query("desk = ? AND sequence = ?", [desk, sequence])
        return _entry(rows[0]) if rows else None

    def _query(self, where: str, values: Sequence[Any]) -> list[dict[str, Any]]:
        return list(self._db.query(f"SELECT * FROM entries WHERE {where}", values))

    def _insert(self, entry: Entry) -> None:
        self._db.table("entries").insert(entry.model_dump(mode="json") | {"at": entry.at.isoformat()})


def files_of(entry: Entry) -> tuple[FileRef, ...]:
    """The files an entry names and the province wants to have."""
    return files_in(entry.read())


def _entry(row: dict[str, Any]) -> Entry:
    return Entry.model_validate(row, strict=False)


__all__ = ["CannotApply", "Journal", "files_of"]

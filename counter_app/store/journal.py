"""The journal in the database, and the projections written with it in one transaction."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any, TypeVar

from sqlite_utils import Database

from counter_app.dossier import journal
from counter_app.dossier.accounts import Account, fold_account
from counter_app.dossier.acts import ERASE
from counter_app.dossier.acts.act import CannotApply
from counter_app.dossier.feedback import Feedback, fold_feedback
from counter_app.dossier.fold import NO_STATE, Folded, apply, fold, folded_on, folded_safely
from counter_app.dossier.guidance import GuidanceCase, fold_case
from counter_app.dossier.journal import BrokenChain, Entry, Tip
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.business import ConflictSettled
from counter_app.dossier.payloads.erasing import DataErased
from counter_app.dossier.payloads.payload import Payload
from counter_app.errors import CounterError, ExitStatus
from counter_app.store import (
    accounts,
    asked_again,
    conduct,
    dossiers,
    fee_receipts,
    paper_numbers,
    search,
    survey_slips,
)
from counter_app.store.database import once_committed, transaction
from counter_app.store.entries import Entries
from counter_app.store.recognition import StoreForked, with_entry
from counter_app.store.streams import STREAMS, Stream, stream_of
from counter_app.store.witness import Witness

_log = logging.getLogger(__name__)
_NOTHING = Folded(None)
T = TypeVar("T")
_NAMES = [name for name in Entry.model_fields if name != "at"]
_but_at = attrgetter(*_NAMES)
_INSERT = f"INSERT INTO entries ({', '.join([*_NAMES, 'at'])}) VALUES ({', '.join('?' * len(Entry.model_fields))})"


class DossierUnreadable(CounterError):
    """Its entries hold values that no honest entry has."""

    what = "Dossier {code} cannot be shown: its records hold values that no desk can have written."
    todo = "Go on with the other dossiers and tell the technician; the records themselves are kept as they are."
    exit_status = ExitStatus.STORE


class Journal:
    """Appends entries; `desk` is the desk whose journal is written here, `witness` hears what it draws."""

    def __init__(self, db: Database, desk: str, witness: Witness | None = None) -> None:
        self._db = db
        self.desk = desk
        self._witness = witness
        self.entries = Entries(db, desk)

    def append(self, payload: Payload, *, dossier: str, clerk: str, at: datetime, salt: str) -> Dossier:
        """Writes this desk's next entry and the dossier it makes, together.

        Raises CannotApply if the payload does not fit the dossier (nothing is written then).
        """
        with transaction(self._db):
            number, tip = self.entries.number_and_tip(dossier)
            known = self.entries.of_dossier(dossier) if number else []
            before = fold(known) if known else _NOTHING
            step = before.dossier.step + 1 if before.dossier else 1
            entry = self._after(tip, payload, dossier, step, clerk, at, salt)
            after = apply(before.dossier, entry)
            settles = isinstance(payload, ConflictSettled)
            folded = fold([*known, entry]) if settles else Folded(after, before.conflicts, before.settled)
            inserted = self._write(entry, payload)
            shown = self._still_shown(number, dossier, before.dossier, after)
            dossiers.project(self._db, number or inserted, folded, own_sequence=entry.sequence, before=shown)
        return after

    def append_to(self, stream: Stream[T], payload: Payload, *, code: str, clerk: str, at: datetime, salt: str) -> T:
        """Writes this desk's next entry of what is no dossier, and what that makes, together. Raises CannotApply."""
        with transaction(self._db):
            known = self.entries.of_dossier(code)
            step = max((entry.step for entry in known), default=0) + 1
            entry = self._next(payload, code, step, clerk, at, salt)
            after = stream.fold([*known, entry])
            if after is None:
                raise CannotApply(payload.kind)
            number = self.entries.number(code) if known else 0
            inserted = self._write(entry, payload)
            stream.project(self._db, number or inserted, after, own_sequence=entry.sequence)
        return after

    def erase(self, payload: DataErased, *, dossier: str, clerk: str, at: datetime, salt: str) -> None:
        """Writes the entry that erases what a dossier or case says of people, and forgets that, together."""
        with transaction(self._db):
            step = max(entry.step for entry in self.entries.of_dossier(dossier)) + 1
            entry = self._next(payload, dossier, step, clerk, at, salt)
            self._write(entry, payload)
            self._forget_content(entry)
            self.rebuild(dossier)

    def append_apart(self, payload: Payload, *, code: str, clerk: str, at: datetime, salt: str) -> None:
        """Writes an entry that is of no dossier, under a code of its own."""
        with transaction(self._db):
            self._write(self._next(payload, code, 1, clerk, at, salt), payload)

    def take_back(self, entries: Iterable[Entry]) -> int:
        """Takes this desk's own entries back from the province, each following the one before; how many were new.

        Raises BrokenChain, and writes nothing, where one does not follow this desk's last.
        """
        with transaction(self._db):
            tip = self.entries.tip() or Tip(0, "")
            new = [entry for entry in entries if entry.sequence > tip.sequence]
            touched = dict.fromkeys(entry.dossier for entry in new)
            for entry in new:
                if entry.desk != self.desk:
                    raise BrokenChain("another desk's", desk=entry.desk, sequence=entry.sequence)
                journal.verify(entry, after_sequence=tip.sequence, after_hash=tip.hash)
                self._insert(entry)
                self._forget_content(entry)
                tip = Tip(entry.sequence, entry.hash)
            for code in touched:
                self.rebuild(code)
        return len(new)

    def account(self, code: str) -> Account | None:
        """The account as its entries make it; None if they make none."""
        return fold_account(self.entries.of_dossier(code))

    def accounts(self) -> list[Account]:
        """All accounts, closed ones too, the oldest first."""
        found = map(self.account, accounts.codes(self._db))
        return [account for account in found if account is not None]

    def case(self, code: str) -> GuidanceCase | None:
        """The guidance case as its entries make it; None if they make none."""
        return fold_case(self.entries.of_dossier(code))

    def feedback(self, code: str) -> Feedback | None:
        """The feedback as its entries make it; None if they make none."""
        return fold_feedback(self.entries.of_dossier(code))

    def _next(self, payload: Payload, dossier: str, step: int, clerk: str, at: datetime, salt: str) -> Entry:
        """This desk's next entry, not written yet."""
        return self._after(self.entries.tip(), payload, dossier, step, clerk, at, salt)

    def _after(
        self, tip: Tip | None, payload: Payload, dossier: str, step: int, clerk: str, at: datetime, salt: str
    ) -> Entry:
        return journal.write(
            payload, dossier=dossier, step=step, desk=self.desk, clerk=clerk, at=at, after=tip, salt=salt
        )

    def accept(self, entries: Iterable[Entry]) -> list[str]:
        """Takes over entries of other journals; the codes of the dossiers they changed.

        What is already here is passed over; a dossier is folded again from all its entries, once for all that came.
        Raises BrokenChain before anything is written.
        """
        sealed = [entry for entry in entries if entry.desk != self.desk]
        for entry in sealed:
            if not journal.is_sealed(entry):
                raise BrokenChain("seal", desk=entry.desk, sequence=entry.sequence)
        with transaction(self._db):
            new = self.entries.unknown(sealed)
            known = self.entries.of_dossiers({entry.dossier for entry in new})
            self._db.conn.executemany(_INSERT, map(_values, new))
            for entry in new:
                self._forget_content(entry)
            by_code: dict[str, list[Entry]] = {}
            for entry in new:
                by_code.setdefault(entry.dossier, []).append(entry)
            numbers = self.entries.numbers(by_code)
            for code, came in by_code.items():
                self._fold_in(code, numbers[code], known.get(code, []), came)
        return list(by_code)

    def differing(self, entries: Sequence[Entry]) -> list[Entry]:
        """Those of the entries in whose place another one is known: somebody has changed one of the two."""
        names = {entry.key: entry for entry in entries if entry.desk != self.desk}
        return [names[key] for key, seal in self.entries.seals(names).items() if names[key].hash != seal]

    def rebuild(self, code: str) -> Dossier | None:
        """Folds one dossier again from its entries and writes the projection."""
        with transaction(self._db):
            number = self.entries.number(code)
            dossiers.forget(self._db, number, code)
            return self._project_anew(number, code)

    def rebuild_all(self) -> None:
        """Projects every dossier anew, in the order in which they came."""
        with transaction(self._db):
            dossiers.forget_all(self._db)
            for stream in STREAMS:
                stream.forget_all(self._db)
            firsts = "SELECT min(id) AS number, dossier FROM entries GROUP BY dossier ORDER BY number"
            for first in self._db.query(firsts):
                self._project_anew(first["number"], first["dossier"])

    def _project_anew(self, number: int, code: str) -> Dossier | None:
        if stream := stream_of(code):
            self._project_stream(stream, number, code)
            return None
        folded, own = self._folded(code)
        try:
            dossiers.project(self._db, number, folded, own_sequence=own, before=None)
        except NO_STATE as fault:  # numbers that no column holds: the other dossiers are shown all the same
            _log.warning("a dossier is not shown: %s", type(fault).__name__)
            dossiers.forget(self._db, number, code)
        return folded.dossier

    def _project_stream(self, stream: Stream[Any], number: int, code: str) -> None:
        entries = self.entries.of_dossier(code)
        folded = stream.fold(entries)
        if folded is not None:
            stream.project(self._db, number, folded, own_sequence=self._newest_own(entries))

    def dossier(self, code: str) -> Dossier | None:
        """The dossier as its entries make it; None if they make none. Raises DossierUnreadable."""
        try:
            return fold(self.entries.of_dossier(code)).dossier
        except NO_STATE as fault:
            raise DossierUnreadable(type(fault).__name__, code=code) from fault

    def cut_off(self, after: int) -> None:
        """Takes this desk's entries after a sequence away, of a branch that is written anew behind another one."""
        gone = "FROM entries WHERE desk = ? AND sequence > ?"
        with transaction(self._db):
            codes = [row[0] for row in self._db.execute(f"SELECT DISTINCT dossier {gone}", [self.desk, after])]
            for code in codes:
                number = self.entries.number(code)
                dossiers.forget(self._db, number, code)
                if stream := stream_of(code):
                    stream.forget(self._db, number)
            self._db.execute(f"DELETE {gone}", [self.desk, after])
            for code in codes:
                if self.entries.number(code):
                    self.rebuild(code)

    def put_in_place(self, entry: Entry) -> None:
        """The entry as it was written, in the place of one that is not what its hash says; the hash is the same."""
        with transaction(self._db):
            named = "FROM entries WHERE desk = ? AND sequence = ?"
            number, before = self._db.execute(f"SELECT id, dossier {named}", list(entry.key)).fetchone()
            self._db.execute(f"DELETE {named}", list(entry.key))
            self._db.execute("UPDATE entries SET id = ? WHERE id = ?", [number, self._insert(entry)])
            if before == entry.dossier:
                self.rebuild(before)
            else:
                self.rebuild_all()

    def _forget_content(self, by: Entry) -> None:
        """What an entry that erases names loses its content; on the disk, too."""
        payload = by.read() if by.kind == ERASE.kind else None
        if not isinstance(payload, DataErased):
            return
        self._db.execute("PRAGMA secure_delete = ON")
        gone = [(item.desk, item.sequence, by.dossier) for item in payload.erased]
        forget = "UPDATE entries SET payload = NULL WHERE desk = ? AND sequence = ? AND dossier = ?"
        self._db.conn.executemany(forget, gone)
        self._db.execute("DELETE FROM outgoing_files WHERE dossier = ?", [by.dossier])
        once_committed(self._db, lambda: self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone())

    def differing_projections(self) -> list[str]:
        """Codes whose projection is not what their entries make; none on a sound desk."""
        return [code for code in self.entries.codes() if not self._is_projected(code)]

    def _is_projected(self, code: str) -> bool:
        if stream := stream_of(code):
            entries = self.entries.of_dossier(code)
            made, own = stream.fold(entries), self._newest_own(entries)
            return stream.is_projected(self._db, self.entries.number(code), made, own_sequence=own)
        folded, own = self._folded(code)
        row, receipts = dossiers.row(self._db, self.entries.number(code)), fee_receipts.of_dossier(self._db, code)
        numbers = paper_numbers.of_dossier(self._db, code)
        slips = survey_slips.of_code(self._db, code)
        number = self.entries.number(code)
        projected = (table.is_projected(self._db, number, folded.dossier) for table in (conduct, asked_again))
        if not all(projected):
            return False
        if folded.dossier is None:
            return row is None and not receipts and not numbers and not slips
        made = dossiers.row_of(folded.dossier, conflicts=len(folded.conflicts), own_sequence=own)
        same_receipts = receipts == fee_receipts.lines_of(folded.dossier)
        same_numbers = numbers == paper_numbers.lines_of(code, folded.dossier.numbers)
        return row == made and same_receipts and same_numbers and slips == survey_slips.marks_of(folded.dossier.papers)

    def _folded(self, code: str) -> tuple[Folded, int]:
        """What the entries of a dossier make, and the sequence of this desk's newest among them (0: none)."""
        entries = self.entries.of_dossier(code)
        return folded_safely(entries), self._newest_own(entries)

    def _newest_own(self, entries: Iterable[Entry]) -> int:
        return max((entry.sequence for entry in entries if entry.desk == self.desk), default=0)

    def _fold_in(self, code: str, number: int, known: Sequence[Entry], came: Sequence[Entry]) -> None:
        """Projects a dossier with the entries that came to those known; where it is already shown, only the changes."""
        if any(entry.kind == ERASE.kind for entry in came):
            self.rebuild(code)
            return
        if stream := stream_of(code):
            self._project_stream(stream, number, code)
            return
        before, folded = folded_on(known, came)
        own = self._newest_own(known)
        shown = self._still_shown(number, code, before, folded.dossier) if known else None
        dossiers.project(self._db, number, folded, own_sequence=own, before=shown)

    def _still_shown(self, number: int, code: str, before: Dossier | None, after: Dossier | None) -> Dossier | None:
        """The dossier as it is projected, where that is only to be changed; None where it is (now) to be made anew."""
        if number and (before is None or after is None or not search.same_people(before, after)):
            dossiers.forget(self._db, number, code)
            return None
        return before

    def _write(self, entry: Entry, payload: Payload) -> int:
        """Writes this desk's next entry, and has the witness told of it; its number."""
        if witness := self._witness:
            if witness.stopped:
                raise StoreForked(sequence=entry.sequence)
            witness.reserve(entry.sequence)
            once_committed(self._db, lambda: witness.tell(lambda last: with_entry(last, entry, payload)))
        return self._insert(entry)

    def _insert(self, entry: Entry) -> int:
        """Writes the entry; its number."""
        return self._db.execute(_INSERT, _values(entry)).lastrowid or 0


def _values(entry: Entry) -> list[Any]:
    return [*_but_at(entry), entry.at.isoformat()]

"""The journal in the database, and the projections written with it in one transaction."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from operator import attrgetter
from typing import Any, TypeVar

from sqlite_utils import Database

from counter_app.dossier import journal
from counter_app.dossier.accounts import Account, fold_account
from counter_app.dossier.acts import DELETE_FILES, ERASE, SIGN_EVALUATION, files_in
from counter_app.dossier.acts.act import CannotApply
from counter_app.dossier.erasing import erasures
from counter_app.dossier.feedback import Feedback, fold_feedback
from counter_app.dossier.fold import NO_STATE, Folded, apply, fold, folded_on, folded_safely
from counter_app.dossier.guidance import GuidanceCase, fold_case
from counter_app.dossier.journal import BrokenChain, Entry, EntryKey, Tip
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.business import ConflictSettled
from counter_app.dossier.payloads.erasing import DataErased
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.value import FileRef
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
from counter_app.store.recognition import StoreForked, with_entry
from counter_app.store.streams import STREAMS, Stream, stream_of
from counter_app.store.witness import Witness

_log = logging.getLogger(__name__)
_HASH = re.compile(r"[0-9a-f]{64}")
_FRAME = 500  # letters of an entry on the line beside its payload
_LARGE = 1 << 62
_TOGETHER = 500  # dossiers asked for in one question
_NOTHING = Folded(None)
T = TypeVar("T")
_Item = TypeVar("_Item", str, int)
_COLUMNS = ", ".join(Entry.model_fields)
_NAMES = [name for name in Entry.model_fields if name != "at"]
_but_at = attrgetter(*_NAMES)
_INSERT = f"INSERT INTO entries ({', '.join([*_NAMES, 'at'])}) VALUES ({', '.join('?' * len(Entry.model_fields))})"


class DossierUnreadable(CounterError):
    """Its entries hold values that no honest entry has."""

    what = "Dossier {code} cannot be shown: its records hold values that no desk can have written."
    todo = "Go on with the other dossiers and tell the technician; the records themselves are kept as they are."
    exit_status = ExitStatus.STORE


class Journal:
    """Reads and appends entries; `desk` is the desk whose journal is written here, `witness` hears what it draws."""

    def __init__(self, db: Database, desk: str, witness: Witness | None = None) -> None:
        self._db = db
        self.desk = desk
        self._witness = witness

    def append(self, payload: Payload, *, dossier: str, clerk: str, at: datetime, salt: str) -> Dossier:
        """Writes this desk's next entry and the dossier it makes, together.

        Raises CannotApply if the payload does not fit the dossier (nothing is written then).
        """
        with transaction(self._db):
            number, tip = self._number_and_tip(dossier)
            known = self.of_dossier(dossier) if number else []
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
            known = self.of_dossier(code)
            step = max((entry.step for entry in known), default=0) + 1
            entry = self._next(payload, code, step, clerk, at, salt)
            after = stream.fold([*known, entry])
            if after is None:
                raise CannotApply(payload.kind)
            number = self._number(code) if known else 0
            inserted = self._write(entry, payload)
            stream.project(self._db, number or inserted, after, own_sequence=entry.sequence)
        return after

    def erase(self, payload: DataErased, *, dossier: str, clerk: str, at: datetime, salt: str) -> None:
        """Writes the entry that erases what a dossier or case says of people, and forgets that, together."""
        with transaction(self._db):
            step = max(entry.step for entry in self.of_dossier(dossier)) + 1
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
            tip = self._tip() or Tip(0, "")
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
        return fold_account(self.of_dossier(code))

    def accounts(self) -> list[Account]:
        """All accounts, closed ones too, the oldest first."""
        found = map(self.account, accounts.codes(self._db))
        return [account for account in found if account is not None]

    def case(self, code: str) -> GuidanceCase | None:
        """The guidance case as its entries make it; None if they make none."""
        return fold_case(self.of_dossier(code))

    def feedback(self, code: str) -> Feedback | None:
        """The feedback as its entries make it; None if they make none."""
        return fold_feedback(self.of_dossier(code))

    def _next(self, payload: Payload, dossier: str, step: int, clerk: str, at: datetime, salt: str) -> Entry:
        """This desk's next entry, not written yet."""
        return self._after(self._tip(), payload, dossier, step, clerk, at, salt)

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
            new = self._unknown(sealed)
            known = self._of_dossiers({entry.dossier for entry in new})
            self._db.conn.executemany(_INSERT, map(_values, new))
            for entry in new:
                self._forget_content(entry)
            by_code: dict[str, list[Entry]] = {}
            for entry in new:
                by_code.setdefault(entry.dossier, []).append(entry)
            numbers = self._numbers(by_code)
            for code, came in by_code.items():
                self._fold_in(code, numbers[code], known.get(code, []), came)
        return list(by_code)

    def differing(self, entries: Sequence[Entry]) -> list[Entry]:
        """Those of the entries in whose place another one is known: somebody has changed one of the two."""
        names = {entry.key: entry for entry in entries if entry.desk != self.desk}
        return [names[key] for key, seal in self._seals(names).items() if names[key].hash != seal]

    def rebuild(self, code: str) -> Dossier | None:
        """Folds one dossier again from its entries and writes the projection."""
        with transaction(self._db):
            number = self._number(code)
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
        entries = self.of_dossier(code)
        folded = stream.fold(entries)
        if folded is not None:
            stream.project(self._db, number, folded, own_sequence=self._newest_own(entries))

    def dossier(self, code: str) -> Dossier | None:
        """The dossier as its entries make it; None if they make none. Raises DossierUnreadable."""
        try:
            return fold(self.of_dossier(code)).dossier
        except NO_STATE as fault:
            raise DossierUnreadable(type(fault).__name__, code=code) from fault

    def of_dossier(self, code: str) -> list[Entry]:
        """All entries of one dossier, causes before effects."""
        return [_entry(row) for row in self._query("dossier = ? ORDER BY step, desk, sequence", [code])]

    def own_after(self, sequence: int, limit: int, size: int = _LARGE) -> list[Entry]:
        """This desk's entries after `sequence`, in order: the outbox. At least one, then up to `size` letters of it."""
        batch: list[Entry] = []
        wanted = f"SELECT {_COLUMNS} FROM entries WHERE desk = ? AND sequence > ? ORDER BY sequence LIMIT ?"
        for row in self._db.query(wanted, [self.desk, sequence, limit]):
            size -= len(row["payload"] or "") + _FRAME
            if batch and size < 0:
                break
            batch.append(_entry(row))
        return batch

    def own_of_kinds(self, after: int, until: int, kinds: Sequence[str]) -> list[Entry]:
        """This desk's entries of these kinds after one sequence up to another."""
        where = f"desk = ? AND sequence > ? AND sequence <= ? AND kind IN ({','.join('?' * len(kinds))})"
        return [_entry(row) for row in self._query(where, [self.desk, after, until, *kinds])]

    def others(self) -> list[str]:
        """Whose entries are here beside this desk's own."""
        return [row[0] for row in self._db.execute("SELECT DISTINCT desk FROM entries WHERE desk <> ?", [self.desk])]

    def sequences(self, journal: str, before: int | None, many: int) -> list[int]:
        """Those of a journal's entries that are here, the newest first; those before one, or from the end."""
        wanted = "SELECT sequence FROM entries WHERE desk = ? AND sequence < ? ORDER BY sequence DESC LIMIT ?"
        found = self._db.execute(wanted, [journal, _LARGE if before is None else before, many])
        return [row[0] for row in found]

    def of_journal(self, journal: str, sequences: Iterable[int], kind: str = "") -> list[Entry]:
        """Those of a journal's entries, in order; only those of a kind, where one is named."""
        found: list[dict[str, Any]] = []
        for some in _parts(sequences):
            named = f"desk = ? AND sequence IN ({','.join('?' * len(some))}) AND (? = '' OR kind = ?)"
            found += self._query(named, [journal, *some, kind, kind])
        return sorted(map(_entry, found), key=lambda entry: entry.sequence)

    def last_sequence(self) -> int:
        """How many entries this desk has written."""
        tip = self._tip()
        return tip.sequence if tip else 0

    def last(self) -> Entry | None:
        """This desk's newest entry."""
        rows = self._query("desk = ? ORDER BY sequence DESC LIMIT 1", [self.desk])
        return _entry(rows[0]) if rows else None

    def cut_off(self, after: int) -> None:
        """Takes this desk's entries after a sequence away, of a branch that is written anew behind another one."""
        gone = "FROM entries WHERE desk = ? AND sequence > ?"
        with transaction(self._db):
            codes = [row[0] for row in self._db.execute(f"SELECT DISTINCT dossier {gone}", [self.desk, after])]
            for code in codes:
                number = self._number(code)
                dossiers.forget(self._db, number, code)
                if stream := stream_of(code):
                    stream.forget(self._db, number)
            self._db.execute(f"DELETE {gone}", [self.desk, after])
            for code in codes:
                if self._number(code):
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

    def seal(self, sequence: int) -> str:
        """The hash of this desk's entry of that sequence; "" where it is not here."""
        return self._seals([EntryKey(self.desk, sequence)]).get(EntryKey(self.desk, sequence), "")

    def check_own(self) -> int:
        """Verifies this desk's whole chain and returns its length. Raises BrokenChain."""
        return self.check_after(Tip(0, ""), -1).sequence

    def check_after(self, verified: Tip, many: int) -> Tip:
        """Verifies so many of this desk's entries behind one that was verified (-1: all); the last of them.

        Raises BrokenChain, also where that one is no longer what it was.
        """
        if self.seal(verified.sequence) != verified.hash:
            raise BrokenChain("another entry in its place", desk=self.desk, sequence=verified.sequence)
        following = f"SELECT {_COLUMNS} FROM entries WHERE desk = ? AND sequence > ? ORDER BY sequence LIMIT ?"
        for row in self._db.query(following, [self.desk, verified.sequence, many]):
            entry = _entry(row)
            journal.verify(entry, after_sequence=verified.sequence, after_hash=verified.hash)
            if entry.payload is None and not self.is_erased(entry):
                raise BrokenChain("its content is gone", desk=self.desk, sequence=entry.sequence)
            verified = Tip(entry.sequence, entry.hash)
        return verified

    def is_erased(self, entry: Entry) -> bool:
        """Whether an entry of its dossier says that its content was erased by law."""
        by = self._query("dossier = ? AND kind = ?", [entry.dossier, ERASE.kind])
        return entry.key in erasures(map(_entry, by))

    def names_files(self, names: Iterable[str]) -> set[str]:
        """Those of the files that entries still name. All entries are looked through, which takes a while."""
        wanted, found = set(names), set[str]()
        asked = "SELECT payload FROM entries WHERE kind NOT IN (?, ?) AND payload IS NOT NULL"
        for (payload,) in self._db.execute(asked, [ERASE.kind, DELETE_FILES.kind]):
            found |= wanted.intersection(_HASH.findall(payload))
        return found

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

    def evaluations(self) -> list[Entry]:
        """What was signed off of evaluations, of this desk and of others."""
        return [_entry(row) for row in self._query(f"kind = '{SIGN_EVALUATION.kind}' ORDER BY at", [])]

    def codes(self) -> list[str]:
        """The codes of all dossiers that have entries."""
        return [row["dossier"] for row in self._db.query("SELECT DISTINCT dossier FROM entries ORDER BY dossier")]

    def differing_projections(self) -> list[str]:
        """Codes whose projection is not what their entries make; none on a sound desk."""
        return [code for code in self.codes() if not self._is_projected(code)]

    def _is_projected(self, code: str) -> bool:
        if stream := stream_of(code):
            entries = self.of_dossier(code)
            made, own = stream.fold(entries), self._newest_own(entries)
            return stream.is_projected(self._db, self._number(code), made, own_sequence=own)
        folded, own = self._folded(code)
        row, receipts = dossiers.row(self._db, self._number(code)), fee_receipts.of_dossier(self._db, code)
        numbers = paper_numbers.of_dossier(self._db, code)
        slips = survey_slips.of_code(self._db, code)
        number = self._number(code)
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
        entries = self.of_dossier(code)
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

    def _unknown(self, entries: Sequence[Entry]) -> list[Entry]:
        """Those that are not here yet, each once."""
        known = self._seals({entry.key: entry for entry in entries})
        return list({entry.key: entry for entry in entries if entry.key not in known}.values())

    def _seals(self, keys: Iterable[EntryKey]) -> dict[EntryKey, str]:
        """The hashes of those entries that are here."""
        by_desk: dict[str, list[int]] = {}
        for desk, sequence in keys:
            by_desk.setdefault(desk, []).append(sequence)
        seals: dict[EntryKey, str] = {}
        for desk, sequences in by_desk.items():
            wanted = "SELECT sequence, hash FROM entries WHERE desk = ? AND sequence BETWEEN ? AND ?"
            among = set(sequences)
            found = self._db.execute(wanted, [desk, min(sequences), max(sequences)])
            seals |= {EntryKey(desk, row[0]): row[1] for row in found if row[0] in among}
        return seals

    def _of_dossiers(self, codes: Iterable[str]) -> dict[str, list[Entry]]:
        """The entries of several dossiers."""
        found: dict[str, list[Entry]] = {}
        for some in _parts(codes):
            for row in self._query(f"dossier IN ({','.join('?' * len(some))})", some):
                found.setdefault(row["dossier"], []).append(_entry(row))
        return found

    def _numbers(self, codes: Iterable[str]) -> dict[str, int]:
        """The numbers under which dossiers are projected."""
        numbers: dict[str, int] = {}
        for some in _parts(codes):
            first = (
                f"SELECT dossier, min(id) FROM entries WHERE dossier IN ({','.join('?' * len(some))}) GROUP BY dossier"
            )
            numbers |= {row[0]: row[1] for row in self._db.execute(first, some)}
        return numbers

    def _number(self, code: str) -> int:
        """The number of the dossier's first entry, under which it is projected; 0 without entries."""
        first = self._db.execute("SELECT min(id) FROM entries WHERE dossier = ?", [code]).fetchone()
        return int(first[0] or 0)

    def _number_and_tip(self, code: str) -> tuple[int, Tip | None]:
        """Both at once, as each receipt asks for them."""
        both = (
            "SELECT (SELECT min(id) FROM entries WHERE dossier = ?), sequence, hash FROM entries"
            " WHERE desk = ? ORDER BY sequence DESC LIMIT 1"
        )
        found = self._db.execute(both, [code, self.desk]).fetchone()
        return (int(found[0] or 0), Tip(*found[1:])) if found else (self._number(code), None)

    def _tip(self) -> Tip | None:
        newest = "SELECT sequence, hash FROM entries WHERE desk = ? ORDER BY sequence DESC LIMIT 1"
        found = self._db.execute(newest, [self.desk]).fetchone()
        return Tip(*found) if found else None

    def _query(self, where: str, values: Sequence[Any]) -> list[dict[str, Any]]:
        return list(self._db.query(f"SELECT {_COLUMNS} FROM entries WHERE {where}", values))

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


def hashes_in(entries: Iterable[Entry]) -> list[str]:
    """The names of all files that the entries speak of, sent to the province or not, each once."""
    return list(dict.fromkeys(name for entry in entries for name in _HASH.findall(entry.payload or "")))


def files_of(entry: Entry) -> tuple[FileRef, ...]:
    """The files an entry names and the province wants to have."""
    return files_in(entry.read())


def _values(entry: Entry) -> list[Any]:
    return [*_but_at(entry), entry.at.isoformat()]


def _parts(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """So many at a time as fit into one question."""
    left = list(items)
    for start in range(0, len(left), _TOGETHER):
        yield left[start : start + _TOGETHER]


def _entry(row: dict[str, Any]) -> Entry:
    return Entry.model_validate(row, strict=False)


__all__ = ["CannotApply", "Journal", "files_of", "hashes_in"]

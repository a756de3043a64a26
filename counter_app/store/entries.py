"""The entries of the journal in the database, as they are read: by dossier, by journal, by their chain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, TypeVar

from sqlite_utils import Database

from counter_app.dossier import journal
from counter_app.dossier.acts import DELETE_FILES, ERASE, SIGN_EVALUATION, files_in
from counter_app.dossier.erasing import erasures
from counter_app.dossier.journal import BrokenChain, Entry, EntryKey, Tip
from counter_app.dossier.value import FileRef

_HASH = re.compile(r"[0-9a-f]{64}")
_FRAME = 500  # letters of an entry on the line beside its payload
_LARGE = 1 << 62
_TOGETHER = 500  # dossiers asked for in one question
_Item = TypeVar("_Item", str, int)
_COLUMNS = ", ".join(Entry.model_fields)


class Entries:
    """Reads the table; `desk` is whose own entries are meant. The journal writes it."""

    def __init__(self, db: Database, desk: str) -> None:
        self._db = db
        self.desk = desk

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
        tip = self.tip()
        return tip.sequence if tip else 0

    def last(self) -> Entry | None:
        """This desk's newest entry."""
        rows = self._query("desk = ? ORDER BY sequence DESC LIMIT 1", [self.desk])
        return _entry(rows[0]) if rows else None

    def seal(self, sequence: int) -> str:
        """The hash of this desk's entry of that sequence; "" where it is not here."""
        return self.seals([EntryKey(self.desk, sequence)]).get(EntryKey(self.desk, sequence), "")

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

    def evaluations(self) -> list[Entry]:
        """What was signed off of evaluations, of this desk and of others."""
        return [_entry(row) for row in self._query(f"kind = '{SIGN_EVALUATION.kind}' ORDER BY at", [])]

    def codes(self) -> list[str]:
        """The codes of all dossiers that have entries."""
        return [row["dossier"] for row in self._db.query("SELECT DISTINCT dossier FROM entries ORDER BY dossier")]

    def unknown(self, entries: Sequence[Entry]) -> list[Entry]:
        """Those that are not here yet, each once."""
        known = self.seals({entry.key: entry for entry in entries})
        return list({entry.key: entry for entry in entries if entry.key not in known}.values())

    def seals(self, keys: Iterable[EntryKey]) -> dict[EntryKey, str]:
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

    def of_dossiers(self, codes: Iterable[str]) -> dict[str, list[Entry]]:
        """The entries of several dossiers."""
        found: dict[str, list[Entry]] = {}
        for some in _parts(codes):
            for row in self._query(f"dossier IN ({','.join('?' * len(some))})", some):
                found.setdefault(row["dossier"], []).append(_entry(row))
        return found

    def numbers(self, codes: Iterable[str]) -> dict[str, int]:
        """The numbers under which dossiers are projected."""
        numbers: dict[str, int] = {}
        for some in _parts(codes):
            first = (
                f"SELECT dossier, min(id) FROM entries WHERE dossier IN ({','.join('?' * len(some))}) GROUP BY dossier"
            )
            numbers |= {row[0]: row[1] for row in self._db.execute(first, some)}
        return numbers

    def number(self, code: str) -> int:
        """The number of the dossier's first entry, under which it is projected; 0 without entries."""
        first = self._db.execute("SELECT min(id) FROM entries WHERE dossier = ?", [code]).fetchone()
        return int(first[0] or 0)

    def number_and_tip(self, code: str) -> tuple[int, Tip | None]:
        """Both at once, as each receipt asks for them."""
        both = (
            "SELECT (SELECT min(id) FROM entries WHERE dossier = ?), sequence, hash FROM entries"
            " WHERE desk = ? ORDER BY sequence DESC LIMIT 1"
        )
        found = self._db.execute(both, [code, self.desk]).fetchone()
        return (int(found[0] or 0), Tip(*found[1:])) if found else (self.number(code), None)

    def tip(self) -> Tip | None:
        """This desk's newest entry by its sequence and hash."""
        newest = "SELECT sequence, hash FROM entries WHERE desk = ? ORDER BY sequence DESC LIMIT 1"
        found = self._db.execute(newest, [self.desk]).fetchone()
        return Tip(*found) if found else None

    def _query(self, where: str, values: Sequence[Any]) -> list[dict[str, Any]]:
        return list(self._db.query(f"SELECT {_COLUMNS} FROM entries WHERE {where}", values))


def hashes_in(entries: Iterable[Entry]) -> list[str]:
    """The names of all files that the entries speak of, sent to the province or not, each once."""
    return list(dict.fromkeys(name for entry in entries for name in _HASH.findall(entry.payload or "")))


def files_of(entry: Entry) -> tuple[FileRef, ...]:
    """The files an entry names and the province wants to have."""
    return files_in(entry.read())


def _parts(items: Iterable[_Item]) -> Iterator[list[_Item]]:
    """So many at a time as fit into one question."""
    left = list(items)
    for start in range(0, len(left), _TOGETHER):
        yield left[start : start + _TOGETHER]


def _entry(row: dict[str, Any]) -> Entry:
    return Entry.model_validate(row, strict=False)

"""Is this the store the desk worked with last? Asked at every opening, before a number is drawn."""

from __future__ import annotations

import secrets
from pathlib import Path

from sqlite_utils import Database

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import ONLINE_FROM, day_prefix_of, number_of
from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.feedback import FeedbackTaken
from counter_app.dossier.payloads.money import FeeReceiptIssued
from counter_app.dossier.payloads.papers import PaperNumbered, Received
from counter_app.dossier.payloads.payload import Payload
from counter_app.errors import CounterError, ExitStatus
from counter_app.store.database import once_committed, transaction
from counter_app.store.keys import StoreKey
from counter_app.store.lost_numbers import book_name, feedback_name, paper_name
from counter_app.store.witness import Drawn, Print, Witness, desk_known, witness_of

RESTORED = "restored"
"""The note in the folder from a restore until the rebuild that follows it; it says when the backup was made."""
_STORE, _PRINTS, _STOPPED = "store", "prints", "stopped"


class NeedsRebuild(CounterError):
    """The store is not as the desk left it. Nothing is opened in its place: it is rebuilt with what there is."""

    what = "This desk's data is not as it was left."
    todo = "Receive nothing until it was rebuilt, here or with ‘counter rebuild’; the technician can help."
    exit_status = ExitStatus.STORE


class StoreMissing(NeedsRebuild):
    """There was a desk here, and its database is gone or empty."""

    what = "The file with the records of desk {desk} is missing or empty."


class StoreOlder(NeedsRebuild):
    """The database lacks what was drawn with it: an older copy was put back, or its end was lost."""

    what = "The records on this computer are older than what this desk has already written: {missing} are missing."


class StoreForked(NeedsRebuild):
    """The database has another entry in the place of the one that was drawn: two copies of the desk were used."""

    what = "Two copies of this desk's records were used: from record {sequence} on they differ."


class WitnessGone(NeedsRebuild):
    """The database was used with a witness, and there is none any more."""

    what = "What this desk has already drawn cannot be compared: its record ‘desk.drawn’ is missing or damaged."


class StoreRestored(NeedsRebuild):
    """A backup was put in place; what was drawn since it was made is not known yet."""

    what = "This desk's data was restored from a backup, and what was done since then is not known yet."
    todo = "Receive nothing until the rebuild is done, here or with ‘counter rebuild’."


def refuse_if_gone(folder: Path, database: Path, desk: str) -> None:
    """Raises StoreMissing where this desk was here before and its database is not, StoreRestored after a restore."""
    restored = (folder / RESTORED).exists()
    if (restored or desk_known(folder) == desk) and not (database.exists() and database.stat().st_size):
        raise StoreMissing(desk=desk)
    if restored:
        raise StoreRestored


class Recognition:
    """What a store knows of itself, and its witness."""

    def __init__(self, db: Database, desk: str) -> None:
        self._db = db
        self.desk = desk

    def store_id(self) -> str:
        """The identity of this store; "" before it was given one."""
        return self.note(_STORE)

    def witness(self, folder: Path, key: StoreKey) -> Witness:
        """The witness of this store; made where it never had one.

        Raises StoreOlder, StoreForked, WitnessGone, StoreFault.
        """
        found = witness_of(folder, self.desk, key.derived("witness"), key.former("witness"))
        known = self.store_id()
        if found is None:
            if known:
                raise WitnessGone
            return self.begin(folder, key)
        if known and found.store != known:
            raise StoreForked(sequence=1)
        self.compare(found.last)
        if self.note(_STOPPED):
            raise StoreForked(sequence=found.last.sequence)
        if not known:
            self.keep_note(_STORE, found.store)
        return found

    def begin(self, folder: Path, key: StoreKey) -> Witness:
        """A witness that knows what the database knows: of a new store, or one written before there was any."""
        store = self.store_id() or secrets.token_hex(8)
        made = Witness.make(folder, self.desk, store, key.derived("witness"))
        made.settle(self.drawn(Drawn()))
        self.keep_note(_STORE, store)
        return made

    def compare(self, told: Drawn) -> None:
        """Raises StoreOlder, StoreForked unless all that was told is here."""
        newest = self._db.execute("SELECT max(sequence) FROM entries WHERE desk = ?", [self.desk]).fetchone()[0] or 0
        if newest < told.sequence or int(self.note(_PRINTS) or 0) < told.prints:
            raise StoreOlder(missing=max(told.sequence - newest, 1))
        here = "SELECT hash FROM entries WHERE desk = ? AND sequence = ?"
        found = self._db.execute(here, [self.desk, told.sequence]).fetchone()
        if told.sequence and (found is None or found[0] != told.hash):
            raise StoreForked(sequence=told.sequence)

    def drawn(self, before: Drawn) -> Drawn:
        """`before`, brought to where this database stands."""
        here = "SELECT sequence, hash FROM entries WHERE desk = ? ORDER BY sequence DESC LIMIT 1"
        sequence, seal = self._db.execute(here, [self.desk]).fetchone() or (0, "")
        receipts = dict(before.receipts)
        for series, number in self._db.execute("SELECT series, max(number) FROM fee_receipts GROUP BY series"):
            receipts[series] = max(number, receipts.get(series, 0))
        received = "SELECT dossier FROM entries WHERE desk = ? AND kind = 'received' ORDER BY sequence DESC LIMIT 1"
        codes = before.codes
        for (code,) in self._db.execute(received, [self.desk]):
            codes = _with_code(before, code)
        return Drawn(
            sequence=sequence,
            hash=seal,
            reserved=sequence,
            prints=int(self.note(_PRINTS) or 0),
            codes=codes,
            receipts=receipts,
            ended=True,
        )

    def rebuilt(self, witness: Witness) -> None:
        """What the database holds is what this desk goes on with; numbers that were lost stay drawn."""
        with transaction(self._db):
            self.keep_note(_PRINTS, str(max(int(self.note(_PRINTS) or 0), witness.last.prints)))
            self.keep_note(_STORE, witness.store)
            self.keep_note(_STOPPED, "")
        witness.stopped = False
        witness.settle(self.drawn(witness.last))

    def stop(self, witness: Witness) -> None:
        """Nothing is drawn any more, and the store is not opened again until it was rebuilt."""
        witness.stopped = True
        self.keep_note(_STOPPED, "1")

    def draw_print(self, witness: Witness, printed: Print) -> None:
        """Inside the transaction in which a print number is drawn."""
        prints = int(self.note(_PRINTS) or 0) + 1
        self.keep_note(_PRINTS, str(prints))
        witness.reserve(witness.last.sequence + 1)
        once_committed(self._db, lambda: witness.tell(lambda last: _with_print(last, printed, prints)))

    def note(self, name: str) -> str:
        """What the store noted of itself; "" where it did not."""
        found = self._db.execute("SELECT value FROM identity WHERE name = ?", [name]).fetchone()
        return str(found[0]) if found else ""

    def keep_note(self, name: str, value: str) -> None:
        """Notes it."""
        with transaction(self._db):
            self._db.execute("INSERT OR REPLACE INTO identity VALUES (?, ?)", [name, value])


def with_entry(last: Drawn, entry: Entry, payload: Payload) -> Drawn:
    """What had been drawn after `last` and this entry."""
    codes, receipts, running = last.codes, last.receipts, dict[str, int]()
    if isinstance(payload, Received):
        codes = _with_code(last, entry.dossier)
        book = (payload.agencies.receiving, payload.field, entry.at.astimezone(VIETNAM).year, payload.book)
        running = {book_name(*book): payload.book_number} if payload.book_number else {}
    if isinstance(payload, PaperNumbered):
        running = {paper_name(payload.agency, payload.series, payload.year): payload.number}
    if isinstance(payload, FeedbackTaken):
        running = {feedback_name(payload.agency, payload.year): payload.number}
    if isinstance(payload, FeeReceiptIssued):
        receipts = receipts | {payload.series: max(payload.number, receipts.get(payload.series, 0))}
    later = entry.sequence > last.sequence  # another thread's entry may have been told before
    return Drawn(
        sequence=entry.sequence if later else last.sequence,
        hash=entry.hash if later else last.hash,
        reserved=max(last.reserved, entry.sequence),
        prints=last.prints,
        codes=codes,
        receipts=receipts,
        kind=entry.kind,
        dossier=entry.dossier,
        at=entry.at.isoformat(),
        running=running,
    )


def _with_code(last: Drawn, code: str) -> dict[str, int]:
    """The codes with this one, if a desk drew it: what was filed online has its number of the province."""
    number = number_of(code)
    return last.codes if number > ONLINE_FROM else last.with_code(day_prefix_of(code), number)


def _with_print(last: Drawn, printed: Print, prints: int) -> Drawn:
    told = {"kind": "", "dossier": "", "at": "", "printed": printed, "running": {}, "prints": prints, "ended": False}
    return last.model_copy(update=told)

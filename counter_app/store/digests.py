"""The day digests of this desk: made when a day is over, kept, and compared with the entries they are of."""

from __future__ import annotations

import secrets
from datetime import date, datetime, timedelta

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlite_utils import Database

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.digest import DayDigest
from counter_app.store.database import transaction
from counter_app.store.entries import Entries
from counter_app.store.recognition import NeedsRebuild, Recognition

_KEY = "digest key"
_NEWEST = 40  # digests that are compared at a start


class HistoryRewritten(NeedsRebuild):
    """The desk's entries are not those that it signed: somebody who has the key wrote them anew."""

    what = "The records of this desk up to {day} were changed afterwards: they are not those that it signed."


class Digests:
    """The digests of one desk, in the order of its days."""

    def __init__(self, db: Database, entries: Entries, known: Recognition) -> None:
        self._db = db
        self._entries = entries
        self._known = known

    def all(self, after: int = 0) -> list[DayDigest]:
        """Those of days that ended behind an entry."""
        found = self._db.execute("SELECT digest FROM day_digests WHERE last > ? ORDER BY last", [after])
        return [DayDigest.from_json(row[0]) for row in found]

    def last(self) -> int:
        """The last entry that a digest covers; 0 before there is one."""
        return int(self._db.execute("SELECT max(last) FROM day_digests").fetchone()[0] or 0)

    def close_days(self, now: datetime) -> int:
        """Signs the days that are over; how many. What a clock that was wrong dated later counts as yesterday's."""
        first = self.last() + 1
        ends = self._ends(now.astimezone(VIETNAM).date())  # of a desk of years this takes a while: nothing waits for it
        with transaction(self._db):
            for day, last in ends:
                self._keep(day, first, last)
                first = last + 1
        return len(ends)

    def check(self, newest: int = _NEWEST) -> None:
        """Compares the newest digests with the entries here; -1: all. Raises HistoryRewritten."""
        wanted = "SELECT digest FROM day_digests ORDER BY last DESC LIMIT ?"
        for (text,) in self._db.execute(wanted, [newest]).fetchall():
            digest = DayDigest.from_json(text)
            if not digest.is_signed() or self._entries.seal(digest.last) != digest.head:
                raise HistoryRewritten(str(digest.last), day=f"{digest.day:%d/%m/%Y}")

    def sign(self, said: bytes) -> tuple[str, str]:
        """The desk's public key and its signature over that, both in hexadecimal."""
        private = Ed25519PrivateKey.from_private_bytes(self._seed())
        return private.public_key().public_bytes_raw().hex(), private.sign(said).hex()

    def forget(self, after: int) -> None:
        """Entries behind this one were taken away or written anew, in a rebuild: their days are signed anew."""
        with transaction(self._db):
            self._db.execute("DELETE FROM day_digests WHERE last > ?", [after])

    def _ends(self, today: date) -> list[tuple[date, int]]:
        """Each day that is over and was not signed, with its last entry."""
        wanted = "SELECT sequence, at FROM entries WHERE desk = ? AND sequence > ? ORDER BY sequence"
        yesterday, ends = today - timedelta(days=1), dict[date, int]()
        waiting: list[int] = []  # dated today or later; of before where an entry of before follows
        day = date.min
        for sequence, at in self._db.execute(wanted, [self._entries.desk, self.last()]):
            written = datetime.fromisoformat(at).astimezone(VIETNAM).date()
            if written >= today:
                waiting.append(sequence)
                continue
            day = max(day, yesterday if waiting else written)
            waiting.clear()
            ends[day] = sequence
        return list(ends.items())

    def _keep(self, day: date, first: int, last: int) -> None:
        head = self._entries.seal(last)
        signed = DayDigest.signed(self._seed(), desk=self._entries.desk, day=day, first=first, last=last, head=head)
        self._db.execute("INSERT INTO day_digests VALUES (?, ?)", [last, signed.model_dump_json()])

    def _seed(self) -> bytes:
        """The private key of this desk, made when it is first needed; it goes into the backups with the store."""
        if not self._known.note(_KEY):
            self._known.keep_note(_KEY, secrets.token_hex(32))
        return bytes.fromhex(self._known.note(_KEY))

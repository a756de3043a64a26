"""The files this desk's entries name and the province has not confirmed: a reading of the journal, kept as it is read.

A file stands here from the moment its entry is found until the province has all of it. Where its upload was begun, the
address of that upload stands beside it, so that it goes on at the byte it got to, whatever happened to the program.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlite_utils import Database

from counter_app.dossier.acts import kinds_with_files
from counter_app.dossier.journal import UnknownPayload
from counter_app.store.database import transaction
from counter_app.store.entries import Entries, files_of
from counter_app.store.sync_points import ACKNOWLEDGED, FILES_SEEN, SyncPoints

_PAGE = 500  # entries read in one go
_READY = "SELECT sha256, max(size), dossier FROM outgoing_files WHERE sequence <= ?"


@dataclass(frozen=True)
class OutgoingFile:
    """A file on its way: its name, its size in bytes, one of the dossiers that name it ("" if not known)."""

    sha256: str
    size: int
    dossier: str


class Outgoing:
    """The queue of files, smallest first, and the addresses of the uploads that were begun."""

    def __init__(self, db: Database, desk: str) -> None:
        self._db = db
        self._desk = desk
        self._points = SyncPoints(db)

    def notice(self) -> None:
        """Reads on in the journal; afterwards every file this desk's entries name is counted."""
        last = Entries(self._db, self._desk).last_sequence()
        while (seen := self._points.get(FILES_SEEN)) < last:
            self._notice_after(seen, last)

    def ready(self, limit: int = 100, *, but: Sequence[str] = ()) -> list[OutgoingFile]:
        """The smallest files whose entries the province has, without those named in `but`."""
        wanted = f"{_READY} AND sha256 NOT IN ({','.join('?' * len(but))}) GROUP BY sha256 ORDER BY 2, 1 LIMIT ?"
        found = self._db.execute(wanted, [self._points.get(ACKNOWLEDGED), *but, limit])
        return [OutgoingFile(*row) for row in found]

    def count(self) -> tuple[int, int]:
        """How many files wait, and how many bytes they are together."""
        each = "SELECT max(size) AS size FROM outgoing_files GROUP BY sha256"
        files, size = self._db.execute(f"SELECT count(*), coalesce(sum(size), 0) FROM ({each})").fetchone()
        return int(files), int(size)

    def count_dossiers(self, most: int) -> int:
        """Of how many dossiers, cases and accounts an entry or a file waits. Of more than so many entries only the
        oldest are looked into: then there are at least as many."""
        waiting = (
            "SELECT count(*) FROM (SELECT dossier FROM (SELECT dossier FROM entries WHERE desk = ? AND sequence > ?"
            " ORDER BY sequence LIMIT ?) UNION SELECT dossier FROM outgoing_files WHERE dossier <> '')"
        )
        values = [self._desk, self._points.get(ACKNOWLEDGED), most]
        return int(self._db.execute(waiting, values).fetchone()[0])

    def arrived(self, sha256: str) -> None:
        """The province has the file; its upload is not unwanted but done."""
        with transaction(self._db):
            self._db.execute("DELETE FROM outgoing_files WHERE sha256 = ?", [sha256])
            self._db.execute("DELETE FROM uploads WHERE sha256 = ?", [sha256])

    def agree(self, after: str, last: str, up_to: int, awaited: Iterable[tuple[str, int]]) -> None:
        """The province said which files it lacks among those named above `after` up to `last` ("" for no end).

        Only files of entries up to the sequence `up_to` are struck: the province cannot have known of later ones.
        """
        lacking = dict(awaited)
        span = "sha256 > ? AND (? = '' OR sha256 <= ?)"
        with transaction(self._db):
            here = self._db.execute(
                f"SELECT DISTINCT sha256 FROM outgoing_files WHERE {span} AND sequence <= ?", [after, last, last, up_to]
            )
            known = {row[0] for row in here}
            for name in known - lacking.keys():
                self._db.execute("DELETE FROM outgoing_files WHERE sha256 = ? AND sequence <= ?", [name, up_to])
            for name in lacking.keys() - known:
                self._db.execute("INSERT OR IGNORE INTO outgoing_files VALUES (?, '', ?, 0)", [name, lacking[name]])

    def upload_url(self, sha256: str, server: str) -> str:
        """Where the file's upload to that server was begun; "" if it was not."""
        wanted = "SELECT url FROM uploads WHERE sha256 = ? AND server = ?"
        found = self._db.execute(wanted, [sha256, server]).fetchone()
        return str(found[0]) if found else ""

    def begun(self, sha256: str, server: str, url: str) -> None:
        """Keeps the address of an upload; "" forgets it."""
        with transaction(self._db):
            if url:
                self._db.execute("INSERT OR REPLACE INTO uploads VALUES (?, ?, ?)", [sha256, server, url])
            else:
                self._db.execute("DELETE FROM uploads WHERE sha256 = ?", [sha256])

    def unwanted(self, server: str) -> list[tuple[str, str]]:
        """Uploads that were begun there of files that do not wait any more: names and addresses."""
        wanted = (
            "SELECT sha256, url FROM uploads WHERE server = ?"
            " AND sha256 NOT IN (SELECT sha256 FROM outgoing_files) LIMIT 100"
        )
        return [(str(name), str(url)) for name, url in self._db.execute(wanted, [server])]

    def _notice_after(self, seen: int, last: int) -> None:
        until = min(seen + _PAGE, last)
        with transaction(self._db):
            for entry in Entries(self._db, self._desk).own_of_kinds(seen, until, kinds_with_files()):
                try:
                    named = files_of(entry)
                except UnknownPayload:
                    continue
                for file in named:
                    values = [file.sha256, entry.dossier, file.size, entry.sequence]
                    self._db.execute("INSERT OR REPLACE INTO outgoing_files VALUES (?, ?, ?, ?)", values)
            self._points.put(FILES_SEEN, until)

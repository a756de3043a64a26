"""Thousands of versions in one file, of which only what is asked for is read.

One SQLite file: a row a version, its details as JSON, packed with a dictionary of what the versions have in common.
Opening it costs the same whatever its size; lists and searches read the columns, `versions` unpacks one procedure.
"""

from __future__ import annotations

import hashlib
import re
import sqlite3
import zlib
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path
from threading import Lock

from pydantic import ValidationError

from counter_app.durable import write_durably
from counter_app.procedures.catalogue import Listed, Procedure, as_listed
from counter_app.procedures.data_files import DataFault, Wanted, fault_at

_FORMAT = 1  # SQLite's user_version: another format is another program's
_FILE = re.compile(r"catalogue(-\d{6})?\.db")
_PACKING = 9
_COMMON = 32_000  # bytes of the dictionary; zlib looks back no further
_TABLES = """
CREATE TABLE common (packing BLOB NOT NULL, sources TEXT NOT NULL);
CREATE TABLE procedures (
    code TEXT NOT NULL, version TEXT NOT NULL, name TEXT NOT NULL, field TEXT NOT NULL,
    valid_from TEXT NOT NULL, valid_until TEXT, levels TEXT NOT NULL, publisher TEXT NOT NULL,
    plain_name TEXT NOT NULL, words TEXT NOT NULL, initials TEXT NOT NULL, details BLOB NOT NULL,
    PRIMARY KEY (code, version)
);
"""
_LISTED = """
SELECT code, version, name, field, valid_from, valid_until, levels, publisher, plain_name, words, initials
FROM procedures
"""
_DAMAGED = Wanted("an index of procedures made by this program; import it again")


class CatalogueIndex:
    """A file of versions, open for reading by any thread. `sources` says of which texts it holds all there is."""

    def __init__(self, file: Path) -> None:
        """Raises DataFault where it is no such file."""
        self._file = file
        self._lock = Lock()
        try:
            self._db = sqlite3.connect(
                f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True, check_same_thread=False
            )
            if self._db.execute("PRAGMA user_version").fetchone() != (_FORMAT,):
                raise self._damaged()
            self._common, self.sources = self._db.execute("SELECT packing, sources FROM common").fetchone()
        except (sqlite3.Error, TypeError) as failure:
            raise self._damaged() from failure

    def listed(self) -> list[Listed]:
        """All versions, as lists need them. Raises DataFault."""
        return [
            Listed(
                row[0],
                row[1],
                row[2],
                row[3],
                date.fromisoformat(row[4]),
                date.fromisoformat(row[5]) if row[5] else None,
                tuple(row[6].split()),
                row[7],
                row[8],
                row[9],
                row[10],
            )
            for row in self._rows(_LISTED)
        ]

    def versions(self, code: str) -> list[Procedure]:
        """All versions of a procedure, whole. Raises DataFault."""
        rows = self._rows("SELECT details FROM procedures WHERE code = ? ORDER BY valid_from", code)
        return [self._unpacked(row[0]) for row in rows]

    def all(self) -> Iterator[Procedure]:
        """Every version, one after the other. Raises DataFault."""
        for (details,) in self._rows("SELECT details FROM procedures ORDER BY code, valid_from"):
            yield self._unpacked(details)

    def close(self) -> None:
        """Lets go of the file."""
        self._db.close()

    def _rows(self, query: str, *values: str) -> list[tuple[str, ...]]:
        try:
            with self._lock:
                return self._db.execute(query, values).fetchall()
        except sqlite3.Error as failure:
            raise self._damaged() from failure

    def _unpacked(self, details: object) -> Procedure:
        try:
            unpacking = zlib.decompressobj(zdict=self._common)
            return Procedure.model_validate_json(unpacking.decompress(details))  # type: ignore[arg-type]
        except (zlib.error, ValidationError, TypeError) as failure:
            raise self._damaged() from failure

    def _damaged(self) -> DataFault:
        return DataFault(faults=[fault_at(self._file.name, 1, "index", _DAMAGED)])


def packed_index(procedures: Iterable[Procedure], sources: str = "") -> bytes:
    """The versions as the content of such a file; `sources` as `digest_of` gives it."""
    versions = sorted(procedures, key=lambda procedure: (procedure.code, procedure.valid_from, procedure.version))
    texts = [version.model_dump_json(exclude_defaults=True).encode() for version in versions]
    common = _in_common(texts)
    db = sqlite3.connect(":memory:")
    db.executescript(_TABLES)
    db.execute(f"PRAGMA user_version = {_FORMAT}")
    db.execute("INSERT INTO common VALUES (?, ?)", [common, sources])
    for version, text in zip(versions, texts, strict=True):
        packing = zlib.compressobj(_PACKING, zdict=common)
        db.execute(
            f"INSERT INTO procedures VALUES ({', '.join('?' * 12)})",
            [*_columns(as_listed(version)), packing.compress(text) + packing.flush()],
        )
    db.commit()
    db.execute("VACUUM")
    return db.serialize()


def digest_of(folder: Path) -> str:
    """What the folder's TOML files say, in short: the same while nobody wrote in them."""
    digest = hashlib.sha256()
    for path in sorted(folder.glob("*.toml")):
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()


def write_index(procedures: Iterable[Procedure], folder: Path) -> None:
    """Writes the versions as the folder's index. Raises OSError."""
    replace_index(folder, packed_index(procedures))


def replace_index(folder: Path, content: bytes | None) -> None:
    """Puts another index beside the one before, which may still be open; None leaves the folder without one.

    Raises OSError.
    """
    before = _files(folder)
    if content is not None:
        number = int(before[-1].stem.partition("-")[2] or 0) if before else 0
        write_durably(folder / f"catalogue-{number + 1:06}.db", content)
    for old in before[:-1] if content is not None else before:  # the last one stays: another window may read it
        with suppress(OSError):
            old.unlink()


def index_file(folder: Path) -> Path | None:
    """The folder's newest index; None where it has none."""
    files = _files(folder)
    return files[-1] if files else None


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.glob("catalogue*.db") if _FILE.fullmatch(path.name))


def _columns(line: Listed) -> list[str | None]:
    until = line.valid_until.isoformat() if line.valid_until else None
    dates = (line.valid_from.isoformat(), until)
    return [*line[:4], *dates, " ".join(line.levels), line.publisher, line.plain_name, line.words, line.initials]


def _in_common(texts: list[bytes]) -> bytes:
    """Some of the texts, as a dictionary: from all over the catalogue, since each field has words of its own."""
    size = sum(map(len, texts))
    step = max(size // _COMMON, 1)
    return b"".join(texts[::step])[:_COMMON]

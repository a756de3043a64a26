"""What a program that was killed in the middle of a backup or restore leaves behind, and a look at all that is kept.

A sweep takes hours where there are many files, and is done a few at a time beside the clerk's work.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher
from sqlite_utils import Database

from counter_app import durable
from counter_app.dossier.acts import kinds_with_files
from counter_app.dossier.journal import UnknownPayload
from counter_app.dossier.value import FileRef
from counter_app.errors import CounterError
from counter_app.store.entries import Entries, files_of
from counter_app.store.faults import StoreDamaged, StoreDiskFails
from counter_app.store.files import FileDamaged, FileMissing, Files
from counter_app.store.updates import AFTER, BEFORE

STAGING = ".restoring"
_OLD = 3600.0  # seconds; what is younger may be somebody's work
_ENTRIES = 500  # read in one go
_WAY_BACK = 30 * 86_400.0  # seconds for which one can go back to before an update


@dataclass(frozen=True)
class SweepReport:
    """What a sweep found: how many files are whole, which are damaged, and how many pages of the database."""

    files: int = 0
    damaged: tuple[str, ...] = ()
    bad_pages: int = 0

    @property
    def sound(self) -> bool:
        """Whether all is as it was written."""
        return not self.damaged and not self.bad_pages


def clear_leftovers(folder: Path) -> None:
    """Takes away what killed backups, restores and writers left; never what is in use, for the store is locked."""
    shutil.rmtree(folder / STAGING, ignore_errors=True)
    for pattern in ("backup-*.db*", ".*.part"):
        durable.clear_leftovers(folder, _OLD, pattern)
    for name in (BEFORE, AFTER):  # they hold what may have been erased by law since
        path = folder / name
        if path.exists() and path.stat().st_mtime < time.time() - _WAY_BACK:
            path.unlink(missing_ok=True)


def bad_pages(db: Database) -> int:
    """How many faults the database's pages have: each is authenticated (HMAC), and its tables are looked through."""
    faults = 0
    for question in ("cipher_integrity_check", "quick_check(100)"):
        try:
            faults += sum(row[0] != "ok" for row in db.execute(f"PRAGMA {question}"))
        except (
            StoreDamaged,
            StoreDiskFails,
            sqlcipher.DatabaseError,
        ):  # so damaged that it cannot even be looked through
            faults += 1
    return faults


def damaged_files(files: Files, stopped: Callable[[], bool] = lambda: False) -> Iterator[str | None]:
    """Reads every file: its name where it is damaged, None where it is whole. The caller sets the pace."""
    for name in files.names():
        if stopped():
            return
        try:
            files.get(name)
        except FileMissing:  # taken away meanwhile
            continue
        except (FileDamaged, CounterError):
            yield name
        else:
            yield None


def missing_files(
    entries: Entries, files: Files, after: int = 0, stopped: Callable[[], bool] = lambda: False
) -> Iterator[FileRef]:
    """Files that this desk's own entries behind `after` name and that are not here; none on a sound desk. What only a
    newer program can read is passed over. The caller sets the pace."""
    last, told = entries.last_sequence(), set[str]()
    for seen in range(after, last, _ENTRIES):
        if stopped():
            return
        for entry in entries.own_of_kinds(seen, min(seen + _ENTRIES, last), kinds_with_files()):
            with suppress(UnknownPayload):
                for file in files_of(entry):
                    if file.sha256 not in told and not files.has(file.sha256):
                        told.add(file.sha256)
                        yield file


def sweep(db: Database, files: Files, rest: float = 0.0, stopped: Callable[[], bool] = lambda: False) -> SweepReport:
    """Looks at everything once; `rest` is how many seconds it waits after a file."""
    whole, damaged = 0, []
    pages = bad_pages(db)
    files.clear_leftovers(_OLD)
    for name in damaged_files(files, stopped):
        if name is None:
            whole += 1
        else:
            damaged.append(name)
        time.sleep(rest)
    return SweepReport(whole, tuple(damaged), pages)

"""What the database says when it fails, told so that a clerk or a technician knows what is wrong.

SQLite names its failures by result codes (sqlite.org/rescode.html); the lowest eight bits are the kind.
"""

from __future__ import annotations

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from counter_app.errors import CounterError, ExitStatus

_KIND = 0xFF
_LITTLE = 1 << 20  # bytes; with less on the disk its refusal to write is one for want of space


class WrongKey(CounterError):
    """The key does not open the database, or it is no database: of an encrypted file the two look the same."""

    what = "This desk's data cannot be opened: the key does not fit, or the file is damaged."
    todo = "Change nothing; call the technician, who can restore the last backup."
    exit_status = ExitStatus.STORE


class StoreFault(CounterError):
    """The database failed while it was used."""

    what = "This desk's data could not be saved."
    todo = "Check that the disk is not full, then try again; what was saved before is safe."
    exit_status = ExitStatus.STORE


class StoreNotOpened(StoreFault):
    """The database failed in a way that has no sentence of its own before it was open."""

    what = "This desk's data could not be opened."
    todo = "Start the program again; if it happens again, call the technician."


class StoreDamaged(StoreFault):
    """The key fits, but a page of the file is not what was written, or is missing."""

    what = "The file with this desk's data is damaged."
    todo = "Change nothing; call the technician, who can restore the last backup."


class StoreDiskFull(StoreFault):
    """There is no space for what the database must write, be it only to open."""

    what = "This computer's disk is full: this desk's data can be neither opened nor saved."
    todo = "Free some disk space, then try again; what was saved before is safe."


class StoreDiskFails(StoreFault):
    """The system could not read or write the file, though there is space."""

    what = "This computer's disk could not read or write this desk's data."
    todo = "Try again; if it happens again, call the technician: the disk may be failing."


class StoreHeld(StoreFault):
    """Another program holds the file and did not let go of it within ten seconds."""

    what = "Another program holds the file with this desk's data."
    todo = "Close what may be using it (a backup, a virus scan), wait a moment, then try again."


class StoreNotAllowed(StoreFault):
    """The file or its folder may not be opened or written by this user, or is not there."""

    what = "This computer does not let the program open or change this desk's data."
    todo = "Sign in with the account that set the desk up; otherwise call the technician."


_KINDS: dict[int, type[CounterError]] = {
    sqlite3.SQLITE_NOTADB: WrongKey,
    sqlite3.SQLITE_CORRUPT: StoreDamaged,
    sqlite3.SQLITE_FULL: StoreDiskFull,
    sqlite3.SQLITE_IOERR: StoreDiskFails,
    sqlite3.SQLITE_BUSY: StoreHeld,
    sqlite3.SQLITE_LOCKED: StoreHeld,
    sqlite3.SQLITE_CANTOPEN: StoreNotAllowed,
    sqlite3.SQLITE_READONLY: StoreNotAllowed,
    sqlite3.SQLITE_PERM: StoreNotAllowed,
    sqlite3.SQLITE_AUTH: StoreNotAllowed,
}
_OF_SYSTEM: dict[int | None, type[CounterError]] = {
    errno.ENOSPC: StoreDiskFull,
    errno.EDQUOT: StoreDiskFull,
    errno.EACCES: StoreNotAllowed,
    errno.EPERM: StoreNotAllowed,
    errno.EROFS: StoreNotAllowed,
    errno.ENOTDIR: StoreNotAllowed,
    errno.EISDIR: StoreNotAllowed,
    errno.EEXIST: StoreNotAllowed,
    errno.ENOENT: StoreNotAllowed,
}


def store_error(fault: Exception, folder: Path, *, opened: bool) -> CounterError:
    """The failure that `fault` of the database or the system is. `folder` is where the database lies; once it was
    `opened` its key fits, and what looks like a wrong one is damage."""
    if isinstance(fault, OSError):
        kind = _OF_SYSTEM.get(fault.errno, StoreDiskFails)
        return kind(f"{type(fault).__name__}: {errno.errorcode.get(fault.errno or 0, '')}")
    code = getattr(fault, "sqlite_errorcode", None) or 0  # what the driver itself refuses has none
    kind = _KINDS.get(code & _KIND, StoreFault if opened else StoreNotOpened)
    if kind is WrongKey and opened:
        kind = StoreDamaged
    if kind in (StoreDiskFails, StoreNotAllowed) and _is_full(folder):
        kind = StoreDiskFull  # of the files beside the database a full disk is told as a failure to read or open
    return kind(f"{type(fault).__name__}: {getattr(fault, 'sqlite_errorname', fault)}")


def is_of_the_disk(fault: Exception) -> bool:
    """Whether the database tells of the disk, the file or who holds it, not of a statement that is wrong."""
    return (getattr(fault, "sqlite_errorcode", None) or 0) & _KIND in _KINDS


@contextmanager
def opening(folder: Path) -> Iterator[None]:
    """What fails inside is raised as what it means to whoever opens the store in `folder`."""
    try:
        yield
    except (sqlcipher.Error, OSError) as fault:
        raise store_error(fault, folder, opened=False) from fault


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < _LITTLE
    except OSError:  # the folder itself cannot be reached: no sign of a full disk
        return False

"""Opening the encrypted database: SQLCipher through sqlite-utils, one instance a store, durable by default."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

import sqlcipher3.dbapi2 as sqlcipher
from sqlite_utils import Database

from counter_app.errors import CounterError, ExitStatus


class WrongKey(CounterError):
    """The key does not open the database, or it is no database."""

    what = "This desk's data cannot be opened: the key does not fit, or the file is damaged."
    todo = "Change nothing; call the technician, who can restore the last backup."
    exit_status = ExitStatus.STORE


class StoreFault(CounterError):
    """The database failed while it was used."""

    what = "This desk's data could not be saved."
    todo = "Check that the disk is not full, then try again; what was saved before is safe."
    exit_status = ExitStatus.STORE


def connect(path: Path, key: bytes) -> Database:
    """A connection to the database at `path`, encrypted with the 32-byte `key`. Raises WrongKey.

    WAL with synchronous=FULL: a committed entry survives a power cut, and readers do not wait for the writer.
    """
    connection: Any = sqlcipher.connect(str(path), isolation_level=None, timeout=10)
    try:
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
    except sqlcipher.DatabaseError as fault:
        connection.close()
        raise WrongKey(type(fault).__name__) from fault
    return Database(connection, execute_plugins=False)


@contextmanager
def transaction(db: Database) -> Iterator[None]:
    """All or nothing, and the write lock from the start, so that what is read inside stays true until commit.

    Raises StoreFault where the database fails. Inside another transaction it is part of that one.
    """
    connection = cast(Any, db.conn)
    if connection.in_transaction:
        yield
        return
    try:
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
    except sqlcipher.DatabaseError as fault:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise StoreFault(f"{type(fault).__name__}: {fault}") from fault


@contextmanager
def savepoint(db: Database) -> Iterator[None]:
    """Part of the transaction that is undone alone where it raises."""
    connection = cast(Any, db.conn)
    connection.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK TO part")
        raise
    finally:
        connection.execute("RELEASE part")

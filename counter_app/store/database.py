"""Opening the encrypted database: SQLCipher through sqlite-utils, one instance a store, durable by default."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path
from typing import Any, cast

import sqlcipher3.dbapi2 as sqlcipher
from sqlite_utils import Database

from counter_app.store.faults import is_of_the_disk, opening, store_error

_STATEMENTS = 500
"""Prepared statements a connection keeps: all that the program has. Where they are more than it keeps, those it meets
last are prepared anew each time, which costs more than most of them: a receipt 0.2 ms."""
_SYNCHRONOUS = "FULL"
"""A committed entry survives a power cut."""


class _Connection(sqlcipher.Connection):  # type: ignore[misc]
    """Once it is `opened`, a failing disk or a damaged page is told as that wherever it is met, in a plain read too."""

    opened = False
    folder = Path()  # where the database lies

    def cursor(self, *_: Any) -> Any:
        """Every statement of a connection goes through one."""
        return super().cursor(_Cursor)


class _Cursor(sqlcipher.Cursor):  # type: ignore[misc]
    """Raises StoreFault, by its kind; what is a mistake of a statement stays what it is."""

    def execute(self, *asked: Any) -> Any:
        try:
            return super().execute(*asked)
        except sqlcipher.DatabaseError as fault:
            _tell(self, fault)
            raise

    def executemany(self, *asked: Any) -> Any:
        try:
            return super().executemany(*asked)
        except sqlcipher.DatabaseError as fault:
            _tell(self, fault)
            raise

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except sqlcipher.DatabaseError as fault:
            _tell(self, fault)
            raise

    def fetchall(self) -> Any:
        try:
            return super().fetchall()
        except sqlcipher.DatabaseError as fault:
            _tell(self, fault)
            raise

    def __iter__(self) -> Iterator[Any]:
        try:  # a `__next__` of our own would cost every row twice as much
            yield from iter(super().fetchone, None)
        except sqlcipher.DatabaseError as fault:
            _tell(self, fault)
            raise


def _tell(cursor: Any, fault: sqlcipher.DatabaseError) -> None:
    """Raises the StoreFault that it is; does nothing where the statement is wrong. No context manager: a receipt asks
    twenty questions, and each would cost it several microseconds."""
    if cursor.connection.opened and is_of_the_disk(fault):
        raise store_error(fault, cursor.connection.folder, opened=True) from fault


class StoreDatabase(Database):
    """A connection to a store; `committed` is what is still to be done once the transaction is on the disk."""

    def __init__(self, connection: Any) -> None:
        super().__init__(connection, execute_plugins=False)
        self.committed: list[Callable[[], None]] = []


def connect(path: Path, key: bytes, *, patience: float = 10.0) -> StoreDatabase:
    """A connection to the database at `path`, encrypted with the 32-byte `key`. Raises WrongKey, StoreFault.

    It waits `patience` seconds for who else holds the file.

    WAL: readers do not wait for the writer.
    """
    with opening(path.parent):
        connection: Any = sqlcipher.connect(
            str(path), isolation_level=None, timeout=patience, factory=_Connection, cached_statements=_STATEMENTS
        )
        try:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute(f"PRAGMA synchronous = {_SYNCHRONOUS}")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.folder, connection.opened = path.parent, True
        except BaseException:
            connection.close()
            raise
    return StoreDatabase(connection)


def transaction(db: Database) -> AbstractContextManager[None]:
    """All or nothing, and the write lock from the start, so that what is read inside stays true until commit.

    Raises StoreFault where the database fails, by its kind. Inside another transaction it is part of that one.
    """
    return _PART if cast(Any, db.conn).in_transaction else _whole(db)


_PART = nullcontext()


@contextmanager
def _whole(db: Database) -> Iterator[None]:
    connection = cast(Any, db.conn)
    committed = db.committed if isinstance(db, StoreDatabase) else []
    committed.clear()
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
        raise store_error(fault, connection.folder, opened=True) from fault
    for act in committed:
        act()


def once_committed(db: Database, act: Callable[[], None]) -> None:
    """Inside a transaction: acts when it is on the disk, and never where it was undone."""
    if isinstance(db, StoreDatabase):
        db.committed.append(act)


@contextmanager
def savepoint(db: Database) -> Iterator[None]:
    """Part of the transaction that is undone alone where it raises."""
    connection = cast(Any, db.conn)
    committed = db.committed if isinstance(db, StoreDatabase) else []
    before = len(committed)
    connection.execute("SAVEPOINT part")
    try:
        yield
    except BaseException:
        connection.execute("ROLLBACK TO part")
        del committed[before:]
        raise
    finally:
        connection.execute("RELEASE part")

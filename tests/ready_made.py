"""New databases of tests begin as the migrations left the first one of this process: to go through all of them again
costs every desk fifteen thousandths of a second, and every server fifty.

Each has keys of its own, as if it had been made by itself. What is there already is migrated as always.
"""

from __future__ import annotations

import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import Connection
from sqlite_utils import Database

from counter_app.province import database as province
from counter_app.store.migrations import migrations

_OWN_TABLES = "SELECT name, sql FROM sqlite_master WHERE sql NOTNULL AND name NOT LIKE 'sqlite_%' ORDER BY rowid"


class ReadyMade:
    """What the migrations did to the first empty database of each kind."""

    def __init__(self) -> None:
        self.paused = False
        self._stores: dict[tuple[str, ...], list[tuple[str, tuple[Any, ...]]]] = {}
        self._server: sqlite3.Connection | None = None
        self._migrate_server = province._migrate

    @contextmanager
    def in_use(self) -> Iterator[ReadyMade]:
        """All stores and servers of this process are begun from here."""
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("counter_app.store.store.migrations", SimpleNamespace(apply=self._begin_store))
            patch.setattr(province, "_migrate", self._begin_server)
            yield self

    def _begin_store(self, db: Database) -> None:
        """By statements, as each store is encrypted with its own key. One that is not new is migrated."""
        if self.paused or db.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone():
            migrations.apply(db)
            return
        steps = tuple(step.name for step in migrations.pending(Database(memory=True)))
        if steps in self._stores:
            for statement, values in self._stores[steps]:
                db.execute(statement, values)
            return
        migrations.apply(db)
        self._stores[steps] = [*_made(db), *_filled(db)]

    def _begin_server(self, connection: Connection, scripts: Any) -> None:
        """By a copy. One that is not new, or not SQLite's, is migrated."""
        new = not self.paused and connection.dialect.name == "sqlite" and _is_empty(connection)
        file = connection.connection.dbapi_connection
        assert file is not None
        if not new or self._server is None:
            self._migrate_server(connection, scripts)
            if new:
                self._server = sqlite3.connect(":memory:", check_same_thread=False)
                file.backup(self._server)  # type: ignore[attr-defined]
            return
        self._server.backup(file)  # type: ignore[arg-type]
        with connection.begin():
            for name, value in (("token-key", secrets.token_bytes(32)), ("epoch", secrets.token_hex(6).encode())):
                connection.exec_driver_sql("UPDATE settings SET value = ? WHERE name = ?", (value, name))


def _made(db: Database) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """What makes the tables, indexes, triggers and views; tables of a full text search make those under them."""
    known = list(db.execute(_OWN_TABLES))
    searched = tuple(f"{name}_" for name, sql in known if sql.startswith("CREATE VIRTUAL"))
    return ((sql, ()) for name, sql in known if not (searched and name.startswith(searched)))


def _filled(db: Database) -> Iterator[tuple[str, tuple[Any, ...]]]:
    """What puts in the rows that the migrations did."""
    for name, sql in list(db.execute(_OWN_TABLES)):
        if sql.startswith("CREATE TABLE"):
            for row in db.execute(f'SELECT * FROM "{name}"').fetchall():
                yield f'INSERT OR REPLACE INTO "{name}" VALUES ({", ".join("?" * len(row))})', row


def _is_empty(connection: Connection) -> bool:
    found = connection.exec_driver_sql("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    connection.rollback()
    return found is None

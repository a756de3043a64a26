"""Inserts that find their row there already, in the words of the database at hand."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.dialects import postgresql, sqlite


def insert_missing(db: Connection, table: Table) -> Any:
    """Inserts what is not there; what is there stays as it is."""
    return _insert(db, table).on_conflict_do_nothing()


def insert_or_change(db: Connection, table: Table, *columns: str) -> Any:
    """Inserts; where a row of that key is there, its `columns` take the new values."""
    statement = _insert(db, table)
    changes = {name: statement.excluded[name] for name in columns}
    return statement.on_conflict_do_update(index_elements=list(table.primary_key), set_=changes)


def _insert(db: Connection, table: Table) -> Any:
    return postgresql.insert(table) if db.dialect.name == "postgresql" else sqlite.insert(table)

"""Inserts of many rows at once, some of which may be there already, in the words of the database at hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table


def insert_missing(db: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts what is not there; what is there stays as it is."""
    _insert(db, table, rows, "ON CONFLICT DO NOTHING")


def insert_or_change(db: Connection, table: Table, rows: Sequence[Mapping[str, Any]], *columns: str) -> None:
    """Inserts; where a row of that key is there, its `columns` take the new values."""
    key = ", ".join(column.name for column in table.primary_key)
    changes = ", ".join(f"{name} = excluded.{name}" for name in columns)
    _insert(db, table, rows, f"ON CONFLICT ({key}) DO UPDATE SET {changes}")


def insert_all(db: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Inserts rows that are not there. All rows have the same columns."""
    _insert(db, table, rows, "")


def _insert(db: Connection, table: Table, rows: Sequence[Mapping[str, Any]], on_conflict: str) -> None:
    if not rows:
        return
    names = list(rows[0])
    into = f"INSERT INTO {table.name} ({', '.join(names)})"
    if db.dialect.name == "postgresql":
        # one statement with an array a column is planned once for all rows; binary, for text is escaped by the letter
        dialect = db.dialect
        arrays = ", ".join(f"%b::{table.c[name].type.compile(dialect)}[]" for name in names)
        columns = tuple([row[name] for row in rows] for name in names)
        db.exec_driver_sql(f"{into} SELECT * FROM unnest({arrays}) {on_conflict}", columns)
        return
    marks = ", ".join("?" * len(names))
    bare = [tuple(row[name] for name in names) for row in rows]
    db.exec_driver_sql(f"{into} VALUES ({marks}) {on_conflict}", bare)

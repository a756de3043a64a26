"""Who holds each dossier, and what discipline is watched by (`counter_app.dossier.conduct`), as tables for lists."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

from sqlite_utils import Database

from counter_app.dossier.conduct import Conduct, ConductKind, Holding, conduct_of, holdings_of
from counter_app.dossier.model import Dossier

_HOLDING = "unit, person, since, until, touched_at, stay, timed"
_CONDUCT = "kind, at, clerk, unit, times, before, after, reason"
_TABLES = {"holdings": (_HOLDING, "kind"), "conduct": (_CONDUCT, "of_kind")}
"""Of each its columns, and the one that names the dossier's row in `kinds`."""


def project(db: Database, number: int, dossier: Dossier, before: Dossier | None, *, anew: bool = False) -> None:
    """Writes both where they changed; inside the journal's transaction, when the dossier's own row is written.

    `number` is that of the first entry, `before` the dossier as it is projected, None where nothing is; `anew`: its row
    in `kinds` is another one than it was.
    """
    for table, lines, earlier in (
        ("holdings", holdings_of(dossier), holdings_of(before) if before else ()),
        ("conduct", conduct_of(dossier), conduct_of(before) if before else ()),
    ):
        if lines != earlier or (anew and lines):
            _write(db, number, table, [astuple(line) for line in lines], is_new=before is None)


def forget(db: Database, number: int) -> None:
    """Takes what is projected of a dossier away."""
    for table in _TABLES:
        db.execute(f"DELETE FROM {table} WHERE dossier = ?", [number])


def forget_all(db: Database) -> None:
    """Takes every projection away."""
    for table in _TABLES:
        db.execute(f"DELETE FROM {table}")


def is_projected(db: Database, number: int, dossier: Dossier | None) -> bool:
    """Whether exactly that is projected."""
    held = [Holding(*row) for row in _read(db, number, "holdings")]
    done = [Conduct(ConductKind(kind), *rest) for kind, *rest in _read(db, number, "conduct")]
    if dossier is None:
        return not held and not done
    of_kind = all(_is_of_kind(db, number, table) for table in _TABLES)
    return tuple(held) == holdings_of(dossier) and tuple(done) == conduct_of(dossier) and of_kind


def _read(db: Database, number: int, table: str) -> list[tuple[Any, ...]]:
    columns, _ = _TABLES[table]
    return list(db.execute(f"SELECT {columns} FROM {table} WHERE dossier = ? ORDER BY nth", [number]))


def _is_of_kind(db: Database, number: int, table: str) -> bool:
    _, kind = _TABLES[table]
    other = f"SELECT 1 FROM {table} JOIN dossiers ON id = dossier WHERE dossier = ? AND {table}.{kind} <> dossiers.kind"
    return db.execute(other, [number]).fetchone() is None


def _write(db: Database, number: int, table: str, lines: list[tuple[Any, ...]], *, is_new: bool) -> None:
    if not is_new:
        db.execute(f"DELETE FROM {table} WHERE dossier = ?", [number])
    columns, kind = _TABLES[table]
    marks = ", ".join("?" * (2 + len(columns.split(", "))))
    values = f"{marks}, (SELECT kind FROM dossiers WHERE id = ?)"
    wanted = f"INSERT INTO {table} (dossier, nth, {columns}, {kind}) VALUES ({values})"
    for nth, line in enumerate(lines, start=1):
        db.execute(wanted, [number, nth, *line, number])

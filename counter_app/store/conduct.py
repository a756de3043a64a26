"""Who holds each dossier, and what discipline is watched by (`counter_app.dossier.conduct`), as tables for lists."""

from __future__ import annotations

from dataclasses import astuple
from typing import Any

from sqlite_utils import Database

from counter_app.dossier.conduct import Conduct, ConductKind, Holding, conduct_of, holdings_of
from counter_app.dossier.model import Dossier

_HOLDING = "unit, person, since, until, touched_at"
_CONDUCT = "kind, at, clerk, unit, times, before, after, reason"
_TABLES = {"holdings": _HOLDING, "conduct": _CONDUCT}


def project(db: Database, number: int, dossier: Dossier, before: Dossier | None) -> None:
    """Writes both where they changed; inside the journal's transaction. `number` is that of the first entry, `before`
    the dossier as it is projected, None where nothing is."""
    for table, lines, earlier in (
        ("holdings", holdings_of(dossier), holdings_of(before) if before else ()),
        ("conduct", conduct_of(dossier), conduct_of(before) if before else ()),
    ):
        if lines != earlier:
            _write(db, number, table, [astuple(line) for line in lines], anew=before is None)


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
    return tuple(held) == holdings_of(dossier) and tuple(done) == conduct_of(dossier)


def _read(db: Database, number: int, table: str) -> list[tuple[Any, ...]]:
    wanted = f"SELECT {_TABLES[table]} FROM {table} WHERE dossier = ? ORDER BY nth"
    return list(db.execute(wanted, [number]))


def _write(db: Database, number: int, table: str, lines: list[tuple[Any, ...]], *, anew: bool) -> None:
    if not anew:
        db.execute(f"DELETE FROM {table} WHERE dossier = ?", [number])
    columns = _TABLES[table]
    marks = ", ".join("?" * (2 + len(columns.split(", "))))
    for nth, line in enumerate(lines, start=1):
        db.execute(f"INSERT INTO {table} (dossier, nth, {columns}) VALUES ({marks})", [number, nth, *line])

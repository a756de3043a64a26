"""Papers that a citizen had to bring although a digitised one of theirs could have served, as a table for reports."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from counter_app.dossier.ledger import counted_status
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import NOT_COUNTED

_COLUMNS = "received_at, agency, field, procedure, paper"
_WRITE = f"INSERT INTO asked_again (dossier, nth, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)"
_Line = tuple[Any, ...]


def project(db: Database, number: int, dossier: Dossier, before: Dossier | None) -> None:
    """Writes them where they changed; inside the journal's transaction. `number` is that of the first entry, `before`
    the dossier as it is projected, None where nothing is."""
    lines, earlier = _lines_of(dossier), _lines_of(before)
    if lines != earlier:
        forget(db, number)
        for nth, line in enumerate(lines, start=1):
            db.execute(_WRITE, [number, nth, *line])


def forget(db: Database, number: int) -> None:
    """Takes what is projected of a dossier away."""
    db.execute("DELETE FROM asked_again WHERE dossier = ?", [number])


def forget_all(db: Database) -> None:
    """Takes every projection away."""
    db.execute("DELETE FROM asked_again")


def is_projected(db: Database, number: int, dossier: Dossier | None) -> bool:
    """Whether exactly that is projected."""
    wanted = f"SELECT {_COLUMNS} FROM asked_again WHERE dossier = ? ORDER BY nth"
    return tuple(db.execute(wanted, [number])) == _lines_of(dossier)


def _lines_of(dossier: Dossier | None) -> tuple[_Line, ...]:
    """None of a dossier that reports do not count."""
    if dossier is None or counted_status(dossier) in NOT_COUNTED:
        return ()
    of = (int(dossier.received_at.timestamp()), dossier.agencies.receiving, dossier.field, dossier.procedure)
    return tuple((*of, component.name) for component in dossier.components if component.asked_again)

"""How far a dossier is, for whoever has its receipt: number and status, nothing else (TT 01/2018 art. 16.2d)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, select

from counter_app.dossier.codes import CODE
from counter_app.dossier.fold import folded_safely
from counter_app.dossier.states import Status
from counter_app.province.database import reading
from counter_app.province.registry import of_dossiers
from counter_app.province.tables import dossiers, look_ups

_LINE = select(dossiers.c.dossier, dossiers.c.status, dossiers.c.folded, dossiers.c.touched)
_BY_CODE = _LINE.where(dossiers.c.dossier == bindparam("code"))
_BY_TOKEN = (
    _LINE.join(look_ups, look_ups.c.dossier == dossiers.c.dossier)
    .where(look_ups.c.token == bindparam("token"))
    .limit(2)
)
"""Made once: to put a question together anew costs as much as to ask it."""


@dataclass(frozen=True)
class Standing:
    """All that is told without authentication."""

    code: str
    status: Status


class LookUp:
    """Reads one dossier's standing; never writes, so that strangers hold up no desk."""

    def __init__(self, engine: Engine) -> None:
        self._reader = reading(engine)

    def by_token(self, token: str) -> Standing | None:
        """By the code in the receipt's QR; None where there is none, or where two dossiers claim it."""
        if "\0" in token:
            return None
        with self._reader.begin() as db:
            lines = db.execute(_BY_TOKEN, {"token": token}).all()
            return _standing(db, lines[0]) if len(lines) == 1 else None

    def by_code(self, code: str) -> Standing | None:
        """By the dossier's number; None where there is none."""
        if not code.isascii() or not CODE.fullmatch(code):
            return None
        with self._reader.begin() as db:
            line = db.execute(_BY_CODE, {"code": code}).first()
            return _standing(db, line) if line else None


def _standing(db: Connection, line: Any) -> Standing | None:
    if line.folded >= line.touched:
        return Standing(line.dossier, Status(line.status)) if line.status is not None else None
    dossier = folded_safely(of_dossiers(db, [line.dossier])).dossier
    return Standing(line.dossier, dossier.status) if dossier else None

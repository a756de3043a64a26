"""The projection of the journal into dossiers, and finding them: by state, by date, by words without diacritics."""

from __future__ import annotations

import re
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import day_prefix, number_of
from counter_app.dossier.ledger import line_of
from counter_app.dossier.model import Dossier
from counter_app.dossier.plain import plain
from counter_app.dossier.states import Status
from counter_app.store import fee_receipts


@dataclass(frozen=True)
class Line:
    """A dossier as a line of a list. `waiting` says that the province has not got all of it yet."""

    code: str
    owner: str
    procedure: str
    status: Status
    received_at: datetime
    due_at: datetime | None
    conflicts: int
    waiting: bool


def state(db: Database, code: str) -> Dossier | None:
    """The dossier as projected; None if the desk does not know it."""
    rows = list(db.query("SELECT state FROM dossiers WHERE code = ?", [code]))
    return Dossier.model_validate_json(rows[0]["state"], strict=False) if rows else None


def conflicts(db: Database, code: str) -> int:
    """How many entries of the dossier could not apply."""
    rows = list(db.query("SELECT conflicts FROM dossiers WHERE code = ?", [code]))
    return int(rows[0]["conflicts"]) if rows else 0


def project(db: Database, dossier: Dossier, *, conflicts: int, own_sequence: int) -> None:
    """Writes the projection and its search row; inside the journal's transaction.

    `own_sequence` is the sequence of this desk's newest entry for the dossier, 0 if it wrote none.
    """
    row = {
        "code": dossier.code,
        "owner": dossier.owner.name,
        "procedure": dossier.procedure_name,
        "status": int(dossier.status),
        "received_at": dossier.received_at.astimezone(VIETNAM).isoformat(),
        "due_at": dossier.due_at.astimezone(VIETNAM).isoformat() if dossier.due_at else None,
        "conflicts": conflicts,
        "own_sequence": own_sequence,
        "state": dossier.model_dump_json(),
    }
    db.table("dossiers").upsert(row, pk="code")
    db.table("ledger").upsert(asdict(line_of(dossier)), pk="code")
    if dossier.fee_receipts:
        fee_receipts.project(db, dossier)
    rowid = next(iter(db.query("SELECT rowid AS id FROM dossiers WHERE code = ?", [dossier.code])))["id"]
    db.execute("DELETE FROM search WHERE rowid = ?", [rowid])
    db.execute(
        "INSERT INTO search (rowid, code, people, procedure, papers) VALUES (?, ?, ?, ?, ?)",
        [rowid, plain(f"{dossier.code} {dossier.batch}"), _people(dossier), _procedure(dossier), _papers(dossier)],
    )


def forget(db: Database, code: str) -> None:
    """Takes the projection of a dossier away whose entries make no dossier (yet)."""
    rows = list(db.query("SELECT rowid AS id FROM dossiers WHERE code = ?", [code]))
    for row in rows:
        db.execute("DELETE FROM search WHERE rowid = ?", [row["id"]])
        db.execute("DELETE FROM dossiers WHERE code = ?", [code])
        db.execute("DELETE FROM ledger WHERE code = ?", [code])
        db.execute("DELETE FROM fee_receipts WHERE dossier = ?", [code])


def find(
    db: Database, words: str = "", *, status: Status | None = None, acknowledged: int = 0, limit: int = 200
) -> list[Line]:
    """Dossiers holding all `words` (each a beginning, marks do not matter), newest first; all where there are none."""
    conditions, values = [], list[Any]()
    if query := _match(words):
        conditions.append("rowid IN (SELECT rowid FROM search WHERE search MATCH ?)")
        values.append(query)
    if status is not None:
        conditions.append("status = ?")
        values.append(int(status))
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    columns = "code, owner, procedure, status, received_at, due_at, conflicts, own_sequence"
    rows = db.query(
        f"SELECT {columns} FROM dossiers {where} ORDER BY received_at DESC, code DESC LIMIT ?", [*values, limit]
    )
    return [_line(row, acknowledged) for row in rows]


def last_number(db: Database, agency: str, day: datetime, *, desk: int, slots: int) -> int:
    """The highest dossier number that desk `desk` of `slots` drew for the agency on that day; 0 if none."""
    prefix = day_prefix(agency, day.date())
    rows = db.query("SELECT code FROM dossiers WHERE code >= ? AND code < ?", [prefix, prefix + ":"])
    numbers = (number_of(row["code"]) for row in rows)
    return max((number for number in numbers if number % slots == desk % slots), default=0)


def _match(words: str) -> str:
    """An FTS5 query for beginnings of all words; "" where there is nothing to look for."""
    return " ".join(f'"{word}"*' for word in re.findall(r"\w+", plain(words)))


def _people(dossier: Dossier) -> str:
    people = [dossier.owner, *([dossier.submitter] if dossier.submitter else [])]
    return plain(" ".join(f"{one.name} {one.identity_number} {one.phone} {one.address}" for one in people))


def _procedure(dossier: Dossier) -> str:
    return plain(f"{dossier.procedure} {dossier.procedure_name}")


def _papers(dossier: Dossier) -> str:
    return plain(" ".join(page.text for component in dossier.components for page in component.pages))


def _line(row: dict[str, Any], acknowledged: int) -> Line:
    return Line(
        code=row["code"],
        owner=row["owner"],
        procedure=row["procedure"],
        status=Status(row["status"]),
        received_at=datetime.fromisoformat(row["received_at"]),
        due_at=datetime.fromisoformat(row["due_at"]) if row["due_at"] else None,
        conflicts=row["conflicts"],
        waiting=row["own_sequence"] > acknowledged,
    )

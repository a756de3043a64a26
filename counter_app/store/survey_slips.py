"""The slips that went out with papers and ask how citizens were served: how many were asked, and which token is whose.

A projection of the papers of dossiers and guidance cases; written with them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlite_utils import Database

from counter_app.dossier.clock import from_seconds
from counter_app.dossier.model import PaperHandedOut
from counter_app.dossier.states import Occasion
from counter_app.dossier.survey import OCCASIONS


@dataclass(frozen=True)
class Asked:
    """Who asks, and about what: the office, field and procedure."""

    agency: str
    field: str
    procedure: str


@dataclass(frozen=True)
class Slip:
    """A slip that is in somebody's hands."""

    mark: str
    occasion: Occasion
    asked: Asked
    at: datetime


_COLUMNS = "mark, occasion, agency, field, procedure, at"
_LATELY = 200  # entries of a desk among which its newest slip is looked for


class SurveySlips:
    """Reads the table; the journal writes it."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def get(self, mark: str) -> Slip | None:
        """The slip of this mark; None where none is known here."""
        row = self._db.execute(f"SELECT {_COLUMNS} FROM survey_slips WHERE mark = ?", [mark]).fetchone()
        return _slip(row) if row else None

    def newest_own(self, since: datetime, desk: str) -> Slip | None:
        """The slip this desk gave out last, if that was after `since`; None where it was not."""
        lately = "SELECT dossier FROM entries WHERE desk = :desk ORDER BY sequence DESC LIMIT :many"
        wanted = f"SELECT {_COLUMNS} FROM survey_slips WHERE dossier IN ({lately}) AND at >= :since ORDER BY at DESC"
        values = {"desk": desk, "many": _LATELY, "since": int(since.timestamp())}
        row = self._db.execute(f"{wanted} LIMIT 1", values).fetchone()
        return _slip(row) if row else None

    def asked(self, start: int, end: int, agency: str = "") -> dict[str, dict[Occasion, int]]:
        """How many slips went out from one moment up to another (seconds since 1970), by field and occasion.

        One after the other, each a stretch of the index: a million rows are counted without being sorted.
        """
        counted = (
            "SELECT count(*) FROM survey_slips WHERE field = ? AND occasion = ? AND at >= ? AND at < ?"
            " AND ? IN ('', agency)"
        )
        found: dict[str, dict[Occasion, int]] = {}
        for field in self._fields():
            for occasion in dict.fromkeys(OCCASIONS.values()):
                number = self._db.execute(counted, [field, occasion.value, start, end, agency]).fetchone()[0]
                if number:
                    found.setdefault(field, {})[occasion] = int(number)
        return found

    def _fields(self) -> list[str]:
        """The fields of all slips, each found by leaping over the slips of the one before."""
        leaps = (
            "WITH RECURSIVE fields (name) AS (SELECT min(field) FROM survey_slips UNION ALL"
            " SELECT (SELECT min(field) FROM survey_slips WHERE field > name) FROM fields WHERE name IS NOT NULL)"
            " SELECT name FROM fields WHERE name IS NOT NULL"
        )
        return [row[0] for row in self._db.execute(leaps)]


def project(db: Database, code: str, asked: Asked, papers: Iterable[PaperHandedOut]) -> None:
    """Writes the slips of a dossier or case; asked once on one occasion, whatever was printed again."""
    db.execute("DELETE FROM survey_slips WHERE dossier = ?", [code])
    for paper in papers:
        if paper.slip:
            values = (paper.slip, code, asked.agency, asked.field, asked.procedure, OCCASIONS[paper.form].value)
            db.execute(
                "INSERT OR IGNORE INTO survey_slips (mark, dossier, agency, field, procedure, occasion, at)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [*values, int(paper.at.timestamp())],
            )


def of_code(db: Database, code: str) -> set[str]:
    """The marks that are projected of a dossier or case."""
    return {row[0] for row in db.execute("SELECT mark FROM survey_slips WHERE dossier = ?", [code])}


def marks_of(papers: Iterable[PaperHandedOut]) -> set[str]:
    """The marks that should be."""
    return {paper.slip for paper in papers if paper.slip}


def _slip(row: tuple[str, str, str, str, str, int]) -> Slip:
    mark, occasion, agency, field, procedure, at = row
    return Slip(mark, Occasion(occasion), Asked(agency, field, procedure), from_seconds(at))

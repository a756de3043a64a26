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
        wanted = (
            f"SELECT {_COLUMNS} FROM survey_slips WHERE at >= ? AND EXISTS (SELECT 1 FROM entries WHERE"
            " entries.dossier = survey_slips.dossier AND desk = ? AND kind = 'paper_given')"
            " ORDER BY at DESC, mark LIMIT 1"
        )
        row = self._db.execute(wanted, [int(since.timestamp()), desk]).fetchone()
        return _slip(row) if row else None


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

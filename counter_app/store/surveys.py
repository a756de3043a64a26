"""What citizens said of how they were served, as reports count it: a row an answer, by the day they were asked.

A projection of the journal. Who said it stands nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from counter_app.dossier.clock import midnight
from counter_app.dossier.survey import Survey

_COLUMNS = "asked_on, survey, question, points, agency, occasion, field, slip"


def project(db: Database, number: int, survey: Survey, *, own_sequence: int) -> None:
    """Writes the answers; inside the journal's transaction. `number` is that of the first entry."""
    forget(db, number)
    for row in _rows(number, survey):
        db.execute(f"INSERT INTO survey_answers ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)


def is_projected(db: Database, number: int, survey: Survey | None, *, own_sequence: int) -> bool:
    """Whether exactly that is projected."""
    rows = list(db.execute(f"SELECT {_COLUMNS} FROM survey_answers WHERE survey = ?", [number]))
    return sorted(rows) == sorted(_rows(number, survey) if survey else ())


def forget(db: Database, number: int) -> None:
    """Takes the answers away."""
    db.execute("DELETE FROM survey_answers WHERE survey = ?", [number])


def forget_all(db: Database) -> None:
    """Takes all answers away."""
    db.execute("DELETE FROM survey_answers")


def _rows(number: int, survey: Survey) -> Iterator[tuple[Any, ...]]:
    said = survey.said
    for answer in {answer.question: answer for answer in said.answers}.values():
        yield (
            midnight(survey.asked_on),
            number,
            answer.question,
            answer.points,
            survey.agency,
            said.occasion.value,
            said.field,
            int(said.slip),
        )

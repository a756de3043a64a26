"""The guidance cases (`counter_app.dossier.guidance`) as lists, look-up and reports ask for them.

A projection of the journal, as the dossiers are: a row a case, with the words it is found by, and a row an answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlite_utils import Database

from counter_app.dossier.clock import from_seconds
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.plain import plain
from counter_app.dossier.states import GuidanceKind, Status
from counter_app.dossier.written import tidied_day
from counter_app.store import paper_numbers, survey_slips
from counter_app.store.dossiers import FoundDossier
from counter_app.store.search import split
from counter_app.store.survey_slips import Asked

_COLUMNS = (
    "id, code, procedure, procedure_name, field, agency, owner, name, number, born, words, kind, at, dossier,"
    " own_sequence"
)
_LINES = "SELECT code, owner, procedure_name, kind, at, own_sequence FROM guidance_cases"
_ANSWER = "INSERT INTO guidance_answers (guidance, nth, kind, at, reason, again) VALUES (?, ?, ?, ?, ?, ?)"
_ANSWERS = "SELECT nth, kind, at, reason, again FROM guidance_answers WHERE guidance = ? ORDER BY nth"
_STATUS = {GuidanceKind.SUPPLEMENTS: Status.SUPPLEMENT_REQUESTED, GuidanceKind.REFUSAL: Status.NOT_ACCEPTED}
"""Which status of a dossier an answer resembles."""


class GuidanceCases:
    """Finds the cases that are open: of which no dossier was made."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def find(self, words: str = "", *, acknowledged: int = 0, limit: int = 200) -> list[FoundDossier]:
        """Those that hold all `words` (each a beginning, marks do not matter), newest first; all without words."""
        beginnings = split(words)
        where = " AND ".join(["dossier = ''", *("' ' || words LIKE ?" for _ in beginnings)])
        values = [*(f"% {word}%" for word in beginnings), limit]
        rows = self._db.execute(f"{_LINES} WHERE {where} ORDER BY at DESC, id DESC LIMIT ?", values)
        return [_line(row, acknowledged) for row in rows]

    def of_person(self, person: PersonTyped, procedure: str = "") -> list[str]:
        """The codes of a person's cases, newest first: by the number, or by name and birth where none was known.

        Of one procedure, where it is said.
        """
        number, name = person.identity_number.strip(), " ".join(split(person.name))
        known = {"number = ?": [number]} if number else {}
        known |= {"(number = '' AND name = ? AND born = ?)": [name, tidied_day(person.born)]} if name else {}
        if not known:
            return []
        where = f"dossier = '' AND ({' OR '.join(known)})"
        values = [value for values in known.values() for value in values]
        if procedure:
            where, values = f"{where} AND procedure = ?", [*values, procedure]
        rows = self._db.execute(f"SELECT code FROM guidance_cases WHERE {where} ORDER BY at DESC, id DESC", values)
        return [row[0] for row in rows]


def project(db: Database, number: int, case: GuidanceCase, *, own_sequence: int) -> None:
    """Writes what is projected of a case; inside the journal's transaction. `number` is that of its first entry."""
    row = (number, *_row(case), own_sequence)
    forget(db, number)
    db.execute(f"INSERT INTO guidance_cases ({_COLUMNS}) VALUES ({', '.join('?' * len(row))})", row)
    for answer in _answers(case):
        db.execute(_ANSWER, [number, *answer])
    paper_numbers.project(db, case.code, case.numbers)
    survey_slips.project(db, case.code, Asked(case.agency, case.field, case.procedure), case.papers)


def forget(db: Database, number: int) -> None:
    """Takes the projection of a case away."""
    db.execute("DELETE FROM guidance_cases WHERE id = ?", [number])
    db.execute("DELETE FROM guidance_answers WHERE guidance = ?", [number])


def forget_all(db: Database) -> None:
    """Takes every projection away."""
    for table in ("guidance_cases", "guidance_answers"):
        db.execute(f"DELETE FROM {table}")


def is_projected(db: Database, number: int, case: GuidanceCase | None, *, own_sequence: int) -> bool:
    """Whether exactly that is projected."""
    row = db.execute(f"SELECT {_COLUMNS} FROM guidance_cases WHERE id = ?", [number]).fetchone()
    answers = db.execute(
        "SELECT nth, kind, at, reason, again FROM guidance_answers WHERE guidance = ? ORDER BY nth", [number]
    )
    if case is None:
        return row is None
    numbers = paper_numbers.of_dossier(db, case.code) == paper_numbers.lines_of(case.code, case.numbers)
    slips = survey_slips.of_code(db, case.code) == survey_slips.marks_of(case.papers)
    return row == (number, *_row(case), own_sequence) and list(answers) == list(_answers(case)) and numbers and slips


def _row(case: GuidanceCase) -> tuple[Any, ...]:
    people = [case.owner, *([case.submitter] if case.submitter else [])]
    said = " ".join(f"{person.name} {person.identity_number} {person.phone} {person.address}" for person in people)
    return (
        case.code,
        case.procedure,
        case.procedure_name,
        case.field,
        case.agency,
        case.owner.name,
        " ".join(split(case.owner.name)),
        case.owner.identity_number,
        case.owner.born,
        " ".join(split(f"{said} {case.procedure} {plain(case.procedure_name)}")),
        case.last.kind.value,
        int(case.last.at.timestamp()),
        case.dossier,
    )


def _answers(case: GuidanceCase) -> Iterator[tuple[int, str, int, str, str]]:
    for nth, answer in enumerate(case.answers, 1):
        yield nth, answer.kind.value, int(answer.at.timestamp()), answer.reason, answer.again


def _line(row: tuple[Any, ...], acknowledged: int) -> FoundDossier:
    code, owner, procedure, kind, at, own_sequence = row
    return FoundDossier(
        code,
        owner,
        procedure,
        _STATUS[GuidanceKind(kind)],
        from_seconds(at),
        None,
        0,
        own_sequence > acknowledged,
        GuidanceKind(kind),
    )

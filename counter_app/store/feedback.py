"""Feedback (`counter_app.dossier.feedback`) as the list, the register and the reports ask for it.

A projection of the journal: a row each, with the words it is found by.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from counter_app.dossier.clock import from_seconds
from counter_app.dossier.codes import Ranges
from counter_app.dossier.feedback import Feedback
from counter_app.dossier.payloads.feedback import Sender
from counter_app.dossier.plain import plain
from counter_app.dossier.states import FeedbackMatter, FeedbackState
from counter_app.store import paper_numbers
from counter_app.store.lost_numbers import LostNumbers, feedback_name
from counter_app.store.search import split

_COLUMNS = (
    "id",
    *("code", "agency", "year", "number", "state", "sorting", "way", "matter", "name", "text", "dossier", "to_agency"),
    *("words", "same", "taken_at", "due_at", "settled_at", "answered_at", "published", "against_staff", "clerk"),
    "own_sequence",
)
_LINE = "code, number, year, state, matter, name, text, taken_at, due_at, settled_at, own_sequence"
_SHOWN = 200  # letters of the text in a list


@dataclass(frozen=True)
class FeedbackLine:
    """Feedback in a list; `waiting`: this desk has entries of it that the province has not."""

    code: str
    number: str
    state: FeedbackState
    matter: FeedbackMatter
    name: str
    text: str
    taken_at: datetime
    due_at: datetime
    settled_at: datetime | None
    waiting: bool


class Feedbacks:
    """Reads the table; the journal writes it."""

    def __init__(self, db: Database, lost: LostNumbers) -> None:
        self._db = db
        self._lost = lost

    def find(
        self, words: str = "", *, only_open: bool = False, acknowledged: int = 0, limit: int = 200
    ) -> list[FeedbackLine]:
        """What holds all `words` (each a beginning): the open ones by their deadlines, else the newest first."""
        beginnings = split(words)
        conditions = ["settled_at IS NULL"] if only_open else []
        conditions += ["' ' || words LIKE ?" for _ in beginnings]
        where = f" WHERE {' AND '.join(conditions)}" if conditions else ""
        order = "due_at, id" if only_open else "taken_at DESC, id DESC"
        values = [*(f"% {word}%" for word in beginnings), limit]
        rows = self._db.execute(f"SELECT {_LINE} FROM feedback{where} ORDER BY {order} LIMIT ?", values)
        return [_line(row, acknowledged) for row in rows]

    def same(self, sender: Sender, text: str) -> str | None:
        """The code of what the same sender said in the same words before."""
        row = self._db.execute("SELECT code FROM feedback WHERE same = ? LIMIT 1", [_same(sender, text)]).fetchone()
        return str(row[0]) if row else None

    def last(self, agency: str, year: int, ranges: Ranges) -> int:
        """The highest number of the register that a desk's ranges gave; 0 if none."""
        wanted = "SELECT max(number) FROM feedback WHERE (agency, year) = (?, ?) AND number BETWEEN ? AND ?"
        last = 0
        for first, end in ranges:
            found = self._db.execute(wanted, [agency, year, first, end]).fetchone()[0] or 0
            last = found or last
            if found < end:
                return max(int(last), self._lost.running(feedback_name(agency, year)))
        raise AssertionError


def project(db: Database, number: int, feedback: Feedback, *, own_sequence: int) -> None:
    """Writes what is projected of it; inside the journal's transaction. `number` is that of its first entry."""
    forget(db, number)
    row = _row(number, feedback, own_sequence)
    marks = ", ".join("?" * len(row))
    db.execute(f"INSERT INTO feedback ({', '.join(_COLUMNS)}) VALUES ({marks})", row)
    paper_numbers.project(db, feedback.code, feedback.numbers)


def is_projected(db: Database, number: int, feedback: Feedback | None, *, own_sequence: int) -> bool:
    """Whether exactly that is projected."""
    row = db.execute(f"SELECT {', '.join(_COLUMNS)} FROM feedback WHERE id = ?", [number]).fetchone()
    if feedback is None:
        return row is None
    numbers = paper_numbers.of_dossier(db, feedback.code) == paper_numbers.lines_of(feedback.code, feedback.numbers)
    return row == tuple(_row(number, feedback, own_sequence)) and numbers


def forget(db: Database, number: int) -> None:
    """Takes the projection away."""
    db.execute("DELETE FROM feedback WHERE id = ?", [number])


def forget_all(db: Database) -> None:
    """Takes every projection away."""
    db.execute("DELETE FROM feedback")


def _row(number: int, feedback: Feedback, own_sequence: int) -> Sequence[Any]:
    taken, settled, answered = feedback.taken, feedback.settled_at, feedback.answered
    sender = taken.sender
    said = f"{feedback.number} {sender.name} {sender.phone} {sender.address} {taken.dossier} {taken.text}"
    return (
        number,
        *(feedback.code, taken.agency, taken.year, taken.number, feedback.state.value),
        *(feedback.sorted.sorting.value if feedback.sorted else "", taken.way.value, taken.matter.value),
        *(sender.name, taken.text, taken.dossier, feedback.sorted.to_agency if feedback.sorted else ""),
        *(" ".join(split(plain(said))), _same(sender, taken.text)),
        *(int(feedback.taken_at.timestamp()), int(feedback.due_at.timestamp())),
        *(int(settled.timestamp()) if settled else None, int(answered.at.timestamp()) if answered else None),
        *(len(feedback.published), int(feedback.counts_against_staff), feedback.clerk),
        own_sequence,
    )


def _same(sender: Sender, text: str) -> str:
    """By what the same words of the same sender are known."""
    words = " ".join(plain(f"{sender.name} | {text}").split())
    return hashlib.sha256(words.encode()).digest()[:16].hex()


def _line(row: tuple[Any, ...], acknowledged: int) -> FeedbackLine:
    code, number, year, state, matter, name, text, taken_at, due_at, settled_at, own_sequence = row
    return FeedbackLine(
        code,
        f"{number}/{year}",
        FeedbackState(state),
        FeedbackMatter(matter),
        name,
        text[:_SHOWN],
        from_seconds(taken_at),
        from_seconds(due_at),
        from_seconds(settled_at) if settled_at is not None else None,
        own_sequence > acknowledged,
    )

"""Feedback and satisfaction across offices: lists and figures for officials, and what an official does to feedback.

The figures are counted as at a desk (`counter_app.reports.feedback`, `satisfaction`), office by office.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Engine, and_, case, func, or_, select

from counter_app.dossier import clock
from counter_app.dossier.clock import from_seconds
from counter_app.dossier.feedback import Feedback, answered_with, fold_feedback, sorted_as
from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.plain import plain
from counter_app.dossier.states import FeedbackState, Sorting
from counter_app.procedures.survey_questions import SATISFACTION
from counter_app.province.database import reading
from counter_app.province.registry import NoSuchDossier, Overtaken, keep_entry, of_dossiers, of_province, province_tip
from counter_app.province.tables import feedback, survey_answers, survey_slips
from counter_app.reports.periods import Period
from counter_app.sync.wire import agency_of_dossier


@dataclass(frozen=True)
class Line:
    """Feedback in a list."""

    code: str
    agency: str
    number: str
    state: FeedbackState
    sender: str
    content: str
    to_agency: str
    taken_at: datetime
    due_at: datetime
    is_open: bool


@dataclass(frozen=True)
class Figures:
    """An office in a period: see `counter_app.reports.feedback` for the first, `satisfaction` for the last."""

    agency: str
    before: int = 0
    came: int = 0
    in_time: int = 0
    late: int = 0
    open: int = 0
    overdue: int = 0
    asked: int = 0
    by_slip: int = 0
    answered: int = 0
    satisfied: int = 0

    @property
    def due(self) -> int:
        """What was settled, or should have been."""
        return self.in_time + self.late + self.overdue

    @property
    def rate(self) -> float | None:
        """The share settled in time of what was due."""
        return self.in_time / self.due if self.due else None

    @property
    def share(self) -> float | None:
        """The share of those asked who answered."""
        return self.by_slip / self.asked if self.asked else None

    @property
    def satisfaction(self) -> float | None:
        """The share that is satisfied."""
        return self.satisfied / self.answered if self.answered else None


def total(offices: Sequence[Figures]) -> Figures:
    """All of them together."""
    counted = [item.name for item in fields(Figures) if item.name != "agency"]
    return Figures("", **{name: sum(getattr(office, name) for office in offices) for name in counted})


class ProvinceFeedback:
    """Each call is one transaction."""

    def __init__(self, engine: Engine, now: Callable[[], datetime] = clock.now) -> None:
        self._engine = engine
        self._reader = reading(engine)
        self._now = now

    def page(
        self, *, agency: str | None, only_open: bool, words: str = "", skip: int = 0, limit: int = 50
    ) -> tuple[list[Line], int]:
        """Some of it, and how much there is: the open ones by their deadlines, else the newest first."""
        conditions: list[ColumnElement[bool]] = [
            feedback.c.words.contains(word, autoescape=True) for word in plain(words).split()
        ]
        if agency is not None:
            conditions.append(feedback.c.agency == agency)
        if only_open:
            conditions.append(feedback.c.settled_at.is_(None))
        order = feedback.c.due_at if only_open else feedback.c.taken_at.desc()
        wanted = select(feedback).where(*conditions).order_by(order, feedback.c.dossier).offset(skip).limit(limit)
        with self._reader.begin() as db:
            found = [_line(row) for row in db.execute(wanted)]
            count = db.execute(select(func.count()).select_from(feedback).where(*conditions)).scalar_one()
        return found, int(count)

    def one(self, code: str) -> tuple[Feedback, list[Entry]] | None:
        """The feedback as its entries make it, and these; None where there is none."""
        with self._reader.begin() as db:
            entries = of_dossiers(db, [code])
        found = fold_feedback(entries)
        return (found, entries) if found else None

    def figures(self, period: Period, agency: str | None = None) -> list[Figures]:
        """Every office that has any, by its code."""
        rows: dict[str, dict[str, int]] = {}
        with self._reader.begin() as db:
            for wanted in (self._settled(period), _asked(period), _said(period)):
                for row in db.execute(wanted).mappings():
                    named = {key: int(value or 0) for key, value in row.items() if key != "agency"}
                    rows.setdefault(row["agency"], {}).update(named)
        shown = sorted(name for name in rows if agency in (None, name))
        return [Figures(name, **rows[name]) for name in shown]

    def sort(self, code: str, sorting: Sorting, to_agency: str, reason: str, official: str, seen: int) -> None:
        """Sorts it in the desk's place. Raises NoSuchDossier, Overtaken, StepIncomplete, FeedbackClosed."""
        self._write(code, lambda found: sorted_as(found, sorting, to_agency, reason), official, seen)

    def answer(self, code: str, text: str, late_reason: str, upheld: bool | None, official: str, seen: int) -> None:
        """Answers it. Raises as `sort` does, and LateAnswer."""
        at = self._now()
        self._write(
            code,
            lambda found: answered_with(found, at, text, signer=official, upheld=upheld, late_reason=late_reason),
            official,
            seen,
        )

    def _write(self, code: str, say: Callable[[Feedback], Payload], official: str, seen: int) -> None:
        with self._engine.begin() as db:
            tip, known = province_tip(db), of_dossiers(db, [code])
            found = fold_feedback(known)
            if found is None:
                raise NoSuchDossier
            if seen != found.step:
                raise Overtaken
            entry = of_province(tip, say(found), code, found.step + 1, official, self._now())
            keep_entry(db, agency_of_dossier(code), entry)

    def _settled(self, period: Period) -> Any:
        row, start, end = feedback.c, period.start, period.end
        seen = min(end, int(self._now().timestamp()))
        done = and_(row.settled_at.is_not(None), row.settled_at < end)
        open_then = or_(row.settled_at.is_(None), row.settled_at >= end)
        counted = {
            "before": row.taken_at < start,
            "came": row.taken_at >= start,
            "in_time": and_(done, row.settled_at <= row.due_at),
            "late": and_(done, row.settled_at > row.due_at),
            "open": and_(open_then, row.due_at >= seen),
            "overdue": and_(open_then, row.due_at < seen),
        }
        sums = (func.sum(case((condition, 1), else_=0)).label(name) for name, condition in counted.items())
        within = row.taken_at < end, or_(row.settled_at.is_(None), row.settled_at >= start)
        return select(row.agency, *sums).where(*within).group_by(row.agency)


def _asked(period: Period) -> Any:
    row = survey_slips.c
    within = row.at >= period.start, row.at < period.end
    return select(row.agency, func.count().label("asked")).where(*within).group_by(row.agency)


def _said(period: Period) -> Any:
    row = survey_answers.c
    within = row.question == SATISFACTION, row.asked_on >= period.start, row.asked_on < period.end
    return (
        select(
            row.agency,
            func.count().label("answered"),
            func.sum(row.slip).label("by_slip"),
            func.sum(case((row.points > 0, 1), else_=0)).label("satisfied"),
        )
        .where(*within)
        .group_by(row.agency)
    )


def _line(row: Any) -> Line:
    return Line(
        code=row.dossier,
        agency=row.agency,
        number=row.number,
        state=FeedbackState(row.state),
        sender=row.sender,
        content=row.content,
        to_agency=row.to_agency,
        taken_at=from_seconds(row.taken_at),
        due_at=from_seconds(row.due_at),
        is_open=row.settled_at is None,
    )

"""The control sheet (phiếu kiểm soát quá trình giải quyết hồ sơ): which unit held the dossier when, early or late.

A unit with hours of its own in the internal process is measured by them, office time only, without the time in which
the clock stood still. One without is measured by the due date in force when the dossier left it: before that day is
early, on it and not after its hour on time.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from counter_app.dossier.life import HandOver
from counter_app.dossier.model import Dossier
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.working_time import OfficeHours, WorkCalendar, open_time_between


class Outcome(StrEnum):
    """How a unit did with its time."""

    EARLY = "early"  # trước hạn
    ON_TIME = "on_time"  # đúng hạn
    LATE = "late"  # quá hạn
    HELD = "held"  # the unit still has it, and is not late yet


@dataclass(frozen=True)
class ControlLine:
    """A unit's time with the dossier: `given_at` is None while it has it, `hours` its own time, 0 where none is set."""

    unit: str
    received_at: datetime
    given_at: datetime | None
    given_by: str
    taken_by: str
    hours: float
    outcome: Outcome
    note: str


def control_lines(
    dossier: Dossier, procedure: Procedure | None, calendar: WorkCalendar, hours: OfficeHours, now: datetime
) -> list[ControlLine]:
    """A line for each unit in turn, the receiving one first; none before a hand-over. Raises CalendarMissing."""
    if not dossier.hand_overs:
        return []
    own = hours_of_stays(procedure)
    stays: Counter[str] = Counter()
    first = dossier.hand_overs[0]
    came = [(first.from_unit, dossier.received_at, "", dossier.clerk, ""), *map(_came, dossier.hand_overs)]
    left = [*(line.at for line in dossier.hand_overs), dossier.finished_at]
    due = [*(line.due_at for line in dossier.hand_overs), dossier.due_at]
    lines = []
    for (unit, at, given_by, taken_by, note), until, due_at in zip(came, left, due, strict=True):
        allowed = allowed_in(own, unit, stays[unit])
        stays[unit] += 1
        outcome = _by_due_date(due_at, until, now)
        if allowed:
            spent = _worked(dossier, at, until or now, calendar, hours)
            outcome = _by_hours(timedelta(hours=allowed), spent, held=until is None)
        lines.append(ControlLine(unit, at, until, given_by, taken_by, allowed, outcome, note))
    return lines


def hours_of_stays(procedure: Procedure | None) -> dict[str, list[float]]:
    """The hours the process gives each unit, one stay after the other: steps that follow each other there are one."""
    found: dict[str, list[float]] = {}
    before = ""
    for step in procedure.steps if procedure else ():
        if step.unit == before:
            found[step.unit][-1] += step.hours
        else:
            found.setdefault(step.unit, []).append(step.hours)
        before = step.unit
    return found


def allowed_in(stays: Mapping[str, Sequence[float]], unit: str, nth: int) -> float:
    """The hours of a unit's stay, counted from 0; who comes more often than the process says has those of the last."""
    hours = stays.get(unit, ())
    return hours[min(nth, len(hours) - 1)] if hours else 0.0


def _came(line: HandOver) -> tuple[str, datetime, str, str, str]:
    return line.to_unit, line.at, line.given_by, line.taken_by, line.note


def _worked(dossier: Dossier, start: datetime, end: datetime, calendar: WorkCalendar, hours: OfficeHours) -> timedelta:
    """Office time from `start` to `end`, less the pauses in it."""
    spent = open_time_between(start, end, calendar, hours)
    for pause in dossier.pauses:
        began, ended = max(pause.began_at, start), min(pause.ended_at or end, end)
        if began < ended:
            spent -= open_time_between(began, ended, calendar, hours)
    return spent


def _by_hours(allowed: timedelta, spent: timedelta, *, held: bool) -> Outcome:
    if spent > allowed:
        return Outcome.LATE
    if held:
        return Outcome.HELD
    return Outcome.ON_TIME if spent == allowed else Outcome.EARLY


def _by_due_date(due_at: datetime | None, left_at: datetime | None, now: datetime) -> Outcome:
    at = left_at or now
    if due_at is not None and at > due_at:
        return Outcome.LATE
    if left_at is None:
        return Outcome.HELD
    if due_at is not None and left_at.astimezone(due_at.tzinfo).date() == due_at.date():
        return Outcome.ON_TIME
    return Outcome.EARLY

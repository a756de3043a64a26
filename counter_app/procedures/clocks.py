"""What becomes of a promised date when the clock stood still, and how long an applicant has meanwhile.

The rules: docs/domain/clocks.md.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.model import Term
from counter_app.dossier.states import PauseMode, TermUnit
from counter_app.procedures.rules import LegalRules
from counter_app.procedures.working_time import USUAL, Counting, OfficeHours, WorkCalendar, due_at, open_times


def due_after_pause(
    mode: PauseMode,
    due: datetime | None,
    term: Term,
    *,
    began_at: datetime,
    ended_at: datetime,
    calendar: WorkCalendar,
    hours: OfficeHours,
    counting: Counting = USUAL,
    extensions: Iterable[tuple[datetime, datetime]] = (),
) -> datetime | None:
    """The due date after a pause, in Vietnam's time; None where the law sets no term.

    RESTART counts the whole term again from `ended_at`, even after a pause of no length: the dossier is complete only
    then; a term that is not known cannot be counted again, so its date moves as by SHIFT. What the term was extended
    by (`extensions`: from which date to which) is added to it once more: it was granted for the work, not for the
    days. SHIFT moves the date by the time the clock stood still, whether it was over already or not: office time for
    terms counted in it; days for calendar days, where a time that begins or ends outside office hours does so at the
    next opening. A pause in which the office was never open shifts nothing. Raises CalendarMissing.
    """
    if due is None or term.unit == TermUnit.NONE:
        return None
    began_at, ended_at, due = (moment.astimezone(VIETNAM) for moment in (began_at, ended_at, due))
    if mode is PauseMode.SHIFT or term.unit is TermUnit.UNKNOWN:
        return _moved(due, began_at, ended_at, term, calendar, hours)
    again = due_at(ended_at, term, calendar, hours, counting)
    for before, after in extensions:
        again = again and _moved(again, before.astimezone(VIETNAM), after.astimezone(VIETNAM), term, calendar, hours)
    return again


def _moved(
    due: datetime, began_at: datetime, ended_at: datetime, term: Term, calendar: WorkCalendar, hours: OfficeHours
) -> datetime:
    """The due date later by the time from `began_at` to `ended_at`, as the term counts it."""
    times = open_times(calendar, hours)
    waited = times.between(began_at, ended_at)
    if not waited:
        return due
    if term.unit is TermUnit.CALENDAR_DAYS:
        days = (times.next_open(ended_at).date() - times.next_open(began_at).date()).days
        moved = due + timedelta(days=days)
        day = calendar.from_day(moved.date())
        return times.closing(day, moved) if day > moved.date() else times.last_open(moved)
    return times.last_open(times.after(due, waited))


def supplement_deadline(
    asked_at: datetime, rules: LegalRules, calendar: WorkCalendar, hours: OfficeHours
) -> datetime | None:
    """Until when the applicant may bring what is missing (thời hạn bổ sung); None where the rules set no limit.

    The working days are counted from the day after the request; the last one counts until the office closes.
    Raises CalendarMissing.
    """
    if not rules.supplement_days:
        return None
    asked_at = asked_at.astimezone(VIETNAM)
    return open_times(calendar, hours).closing(calendar.after(asked_at.date(), rules.supplement_days), asked_at)

"""What becomes of a promised date when the clock stood still (DOMAIN §4): the two legal modes."""

from __future__ import annotations

from datetime import datetime

from counter_app.dossier.model import Term
from counter_app.dossier.states import PauseMode
from counter_app.procedures.working_time import (
    OfficeHours,
    WorkCalendar,
    due_at,
    next_open,
    open_time_after,
    open_time_between,
)


def due_after_pause(
    mode: PauseMode,
    due: datetime | None,
    term: Term,
    *,
    began_at: datetime,
    ended_at: datetime,
    calendar: WorkCalendar,
    hours: OfficeHours,
) -> datetime | None:
    """The due date after a pause; None where the law sets no term.

    RESTART counts the whole term again from `ended_at`. SHIFT moves the date by the time the clock stood still: office
    time for terms counted in it, calendar time for calendar days, moved on to where the office is open.
    Raises CalendarMissing.
    """
    if due is None or term.unit == "none":
        return None
    if mode is PauseMode.RESTART:
        return due_at(ended_at, term, calendar, hours)
    if term.unit == "calendar_days":
        return next_open(due + (ended_at - began_at), calendar, hours)
    waited = open_time_between(began_at, ended_at, calendar, hours)
    return open_time_after(due, waited, calendar, hours)

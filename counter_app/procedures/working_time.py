"""When a result is due: office hours, weekends, public holidays, make-up workdays.

The rules are those a one-stop desk works by (NĐ 118/2025/NĐ-CP and the procedures' own decisions): working days are
counted from the day after receipt at the same clock time; calendar days that end on a day off move forward; same-day
results are due the next working day for what comes in after 15:00.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain

from counter_app.dossier.model import Term
from counter_app.errors import CounterError

SAME_DAY_CUT_OFF = time(15, 0)


class CalendarMissing(CounterError):
    """The calendar data does not reach the year asked for."""

    what = "The working calendar of {year} is not in the program's data, so no due date can be promised."
    todo = "Update the program, or have the technician add that year's calendar file."


@dataclass(frozen=True)
class OfficeHours:
    """The spans of a working day in order, e.g. 07:00–11:30 and 13:30–17:00; a half-day has the first only."""

    spans: tuple[tuple[time, time], ...]


class WorkCalendar:
    """Which days are worked, in the years the data covers.

    `holidays` are days off, `makeup` are weekend days worked instead, `half_days` are worked in the morning only.
    """

    def __init__(
        self, years: Iterable[int], holidays: Iterable[date], makeup: Iterable[date], half_days: Iterable[date] = ()
    ) -> None:
        self._years = frozenset(years)
        self._half = frozenset(half_days)
        off, worked = frozenset(holidays), frozenset(makeup)
        self._working = [
            day.toordinal()
            for day in chain.from_iterable(map(_days_of, sorted(self._years)))
            if day in worked or (day.weekday() < 5 and day not in off)
        ]

    def is_working(self, day: date) -> bool:
        """Whether the office works on that day. Raises CalendarMissing."""
        self._covered(day)
        place = bisect_left(self._working, day.toordinal())
        return place < len(self._working) and self._working[place] == day.toordinal()

    def is_half(self, day: date) -> bool:
        """Whether only the morning is worked."""
        return day in self._half

    def from_day(self, day: date) -> date:
        """That day if it is worked, else the next one that is. Raises CalendarMissing."""
        self._covered(day)
        return self._at(bisect_left(self._working, day.toordinal()), day)

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`. Raises CalendarMissing."""
        self._covered(day)
        return self._at(bisect_right(self._working, day.toordinal()) + count - 1, day)

    def _at(self, place: int, start: date) -> date:
        if place >= len(self._working):
            raise CalendarMissing(year=max(max(self._years), start.year) + 1)
        found = date.fromordinal(self._working[place])
        for year in range(start.year, found.year + 1):
            self._covered(date(year, 1, 1))
        return found

    def _covered(self, day: date) -> None:
        if day.year not in self._years:
            raise CalendarMissing(year=day.year)


def due_at(
    received_at: datetime,
    term: Term,
    calendar: WorkCalendar,
    hours: OfficeHours,
    same_day_cut_off: time = SAME_DAY_CUT_OFF,
) -> datetime | None:
    """When the result is due, in the time zone of `received_at`; None where the law sets no term.

    Raises CalendarMissing where the span leaves the years of the calendar.
    """
    if term.unit == "none":
        return None
    start = next_open(received_at, calendar, hours)
    if term.unit == "hours":
        return _after_hours(start, timedelta(hours=term.amount), calendar, hours)
    if term.unit == "same_day":
        late = start.time() > same_day_cut_off
        return _closing(calendar.after(start.date(), 1) if late else start.date(), start, calendar, hours)
    if term.unit == "working_days":
        day = calendar.after(start.date(), term.amount) if term.amount else start.date()
    else:
        day = calendar.from_day(start.date() + timedelta(days=term.amount))
    return next_open(datetime.combine(day, start.time(), start.tzinfo), calendar, hours)


def next_open(moment: datetime, calendar: WorkCalendar, hours: OfficeHours) -> datetime:
    """The moment itself while the office is open, else when it opens next."""
    if calendar.is_working(moment.date()):
        for opens, closes in _spans(moment.date(), calendar, hours):
            if moment.time() < closes:
                return moment if moment.time() >= opens else datetime.combine(moment.date(), opens, moment.tzinfo)
    day = calendar.after(moment.date(), 1)
    return datetime.combine(day, hours.spans[0][0], moment.tzinfo)


def open_time_between(start: datetime, end: datetime, calendar: WorkCalendar, hours: OfficeHours) -> timedelta:
    """How long the office was open from `start` to `end`. Raises CalendarMissing."""
    open_for = timedelta()
    day = start.date()
    while day <= end.date():
        if calendar.is_working(day):
            for opens, closes in _spans(day, calendar, hours):
                first = max(start, datetime.combine(day, opens, start.tzinfo))
                last = min(end, datetime.combine(day, closes, start.tzinfo))
                open_for += max(last - first, timedelta())
        day += timedelta(days=1)
    return open_for


def open_time_after(start: datetime, left: timedelta, calendar: WorkCalendar, hours: OfficeHours) -> datetime:
    """The moment at which the office was open for `left` since `start`. Raises CalendarMissing."""
    return _after_hours(next_open(start, calendar, hours), left, calendar, hours) if left else start


def _after_hours(start: datetime, left: timedelta, calendar: WorkCalendar, hours: OfficeHours) -> datetime:
    """`left` of open time after `start`, which lies in office hours."""
    moment = start
    while True:
        closes = next(
            datetime.combine(moment.date(), end, moment.tzinfo)
            for _, end in _spans(moment.date(), calendar, hours)
            if moment.time() < end
        )
        if left <= closes - moment:
            return moment + left
        left -= closes - moment
        moment = next_open(closes, calendar, hours)


def _closing(day: date, like: datetime, calendar: WorkCalendar, hours: OfficeHours) -> datetime:
    return datetime.combine(day, _spans(day, calendar, hours)[-1][1], like.tzinfo)


def _spans(day: date, calendar: WorkCalendar, hours: OfficeHours) -> tuple[tuple[time, time], ...]:
    return hours.spans[:1] if calendar.is_half(day) else hours.spans


def _days_of(year: int) -> Iterable[date]:
    first = date(year, 1, 1)
    return (first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days))

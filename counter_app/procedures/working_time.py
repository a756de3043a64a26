"""When a result is due: office hours, weekends, public holidays, make-up workdays.

The rules are those a one-stop desk works by (NĐ 118/2025/NĐ-CP and the procedures' own decisions): working days are
counted from the day after receipt at the same clock time; calendar days from the day of the receipt, whatever the hour,
to the closing of the last one, or of the next worked day if that is off; same-day results are due the next working day
for what comes in after 15:00. A promise falls on an hour at which the office is there to keep it: never while it is
closed nor on the minute it opens, but on the closing before.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import accumulate

from counter_app.dossier.model import Term
from counter_app.dossier.states import TermUnit
from counter_app.errors import CounterError

SAME_DAY_CUT_OFF = time(15, 0)
"""What comes in after it is too late for the same day, unless the rules in force say otherwise."""

NOON = time(12)
_MINUTE = timedelta(minutes=1)

MonthDay = tuple[int, int]
Spans = tuple[tuple[time, time], ...]


class CalendarMissing(CounterError):
    """The calendar data does not reach the year asked for."""

    what = "The working calendar of {year} is not in the program's data, so no due date can be promised."
    todo = "Update the program, or have the technician add that year's calendar file."


@dataclass(frozen=True)
class Counting:
    """How the law in force counts a term from its receipt.

    What comes in after `same_day_cut_off` is too late for the same day. In the last `last_minutes` of office time a
    term of hours or working days begins the next working day; 0 where no such rule holds. Calendar days count from the
    day of the receipt, or, `from_open_day`, from the day on which the office opens next if it was closed.
    """

    same_day_cut_off: time = SAME_DAY_CUT_OFF
    last_minutes: int = 0
    from_open_day: bool = False


USUAL = Counting()
"""How terms are counted unless the rules in force say otherwise."""


@dataclass(frozen=True)
class Season:
    """The spans of a working day in order, e.g. 07:00–11:30 and 13:30–17:00, in a part of every year.

    `first` and `last` are its first and last day (month, day); it may run over New Year. Outside the days of validity
    other seasons hold.
    """

    spans: Spans
    first: MonthDay = (1, 1)
    last: MonthDay = (12, 31)
    valid_from: date = date.min
    valid_until: date = date.max

    def holds(self, day: date) -> bool:
        """Whether these are the hours of that day."""
        return self.valid_from <= day <= self.valid_until and self.covers((day.month, day.day))

    def covers(self, place: MonthDay) -> bool:
        """Whether that day of the year lies in the season, while it is valid."""
        if self.first <= self.last:
            return self.first <= place <= self.last
        return place >= self.first or place <= self.last


@dataclass(frozen=True, eq=False)
class OfficeHours:
    """The hours of a working day. Its seasons hold every day of the year once (`calendar_files` sees to it)."""

    seasons: tuple[Season, ...]

    def spans_of(self, day: date, *, half: bool = False) -> Spans:
        """The open spans of that day, were it worked; a half-day ends at noon."""
        spans = next(season.spans for season in self.seasons if season.holds(day))
        return tuple((opens, min(closes, NOON)) for opens, closes in spans if opens < NOON) if half else spans


class WorkCalendar:
    """Which days are worked, in the years the data covers.

    `holidays` are days off, `makeup` are weekend days worked instead, `half_days` are worked in the morning only. The
    yearly notice of the holidays may still change what is said of the days in `unannounced`.
    """

    def __init__(
        self,
        years: Iterable[int],
        holidays: Iterable[date],
        makeup: Iterable[date],
        half_days: Iterable[date] = (),
        unannounced: Iterable[date] = (),
    ) -> None:
        self._years = frozenset(years)
        self._unannounced = sorted(unannounced)
        self._half = frozenset(half_days)
        off, worked = frozenset(holidays), frozenset(makeup)
        self._working = [
            day.toordinal()
            for year in sorted(self._years)
            for day in days_of(year)
            if day in worked or (day.weekday() < 5 and day not in off)
        ]

    def worked_days(self) -> Iterator[date]:
        """All days the office works, in order."""
        return map(date.fromordinal, self._working)

    def is_working(self, day: date) -> bool:
        """Whether the office works on that day. Raises CalendarMissing."""
        self.check(day, day)
        place = bisect_left(self._working, day.toordinal())
        return place < len(self._working) and self._working[place] == day.toordinal()

    def is_half(self, day: date) -> bool:
        """Whether only the morning is worked."""
        return day in self._half

    def not_announced(self, start: date, end: date) -> date | None:
        """The first day from `start` to `end` of which the notice of the holidays is still to come."""
        place = bisect_left(self._unannounced, start)
        return next((day for day in self._unannounced[place : place + 1] if day <= end), None)

    def from_day(self, day: date) -> date:
        """That day if it is worked, else the next one that is. Raises CalendarMissing."""
        return self._at(bisect_left(self._working, day.toordinal()), day)

    def after(self, day: date, count: int) -> date:
        """The `count`-th working day after `day`. Raises CalendarMissing."""
        return self._at(bisect_right(self._working, day.toordinal()) + count - 1, day)

    def check(self, start: date, end: date | None) -> None:
        """Raises CalendarMissing for the first year from `start` to `end` without data; an `end` of None lies beyond
        the data."""
        years, year = self._years, start.year
        last = year if end is None else end.year
        while year in years and (end is None or year < last):
            year += 1
        if year not in years:
            raise CalendarMissing(year=year)

    def _at(self, place: int, start: date) -> date:
        found = date.fromordinal(self._working[place]) if place < len(self._working) else None
        self.check(start, found)
        assert found is not None  # else the check has raised
        return found


class OpenTimes:
    """Calendar and hours put together once: every span in which the office is open, so that each question is a look-up.

    Moments come and go in their own time zone, which is that of the office.
    """

    def __init__(self, calendar: WorkCalendar, hours: OfficeHours) -> None:
        self._calendar = calendar
        spans = [
            (datetime.combine(day, opens), datetime.combine(day, closes))
            for day in calendar.worked_days()
            for opens, closes in hours.spans_of(day, half=calendar.is_half(day))
        ]
        self._opens = [opens for opens, _ in spans]
        self._closes = [closes for _, closes in spans]
        self._open_before = list(accumulate((closes - opens for opens, closes in spans), initial=timedelta()))

    @property
    def spans(self) -> Iterator[tuple[datetime, datetime]]:
        """When the office opens and closes, in order, on its own clock."""
        return zip(self._opens, self._closes, strict=True)

    def next_open(self, moment: datetime) -> datetime:
        """The moment itself while the office is open, else when it opens next."""
        clock = moment.replace(tzinfo=None)
        return self._from_span(bisect_right(self._closes, clock), clock, moment)

    def last_open(self, moment: datetime) -> datetime:
        """The latest hour up to that moment at which the office is there to keep a promise: the moment itself while
        the office is open or just closing, else, as on the minute it opens, the closing before."""
        clock = moment.replace(tzinfo=None)
        place = bisect_right(self._opens, clock - _MINUTE) - 1
        if place < 0:
            raise CalendarMissing(year=self._opens[0].year - 1 if self._opens else clock.year)
        closes = self._closes[place]
        if closes >= clock:
            return moment
        self._calendar.check(closes, moment)
        return closes.replace(tzinfo=moment.tzinfo)

    def opening(self, day: date, like: datetime) -> datetime:
        """When a worked day begins, in the time zone of `like`."""
        return self.next_open(datetime.combine(day, time.min, like.tzinfo))

    def closing(self, day: date, like: datetime) -> datetime:
        """When a worked day ends, in the time zone of `like`."""
        place = bisect_left(self._opens, datetime.combine(day, time.max)) - 1
        return self._closes[place].replace(tzinfo=like.tzinfo)

    def between(self, start: datetime, end: datetime) -> timedelta:
        """How long the office was open from `start` to `end`."""
        if end <= start:
            return timedelta()
        end = end.astimezone(start.tzinfo)
        self._calendar.check(start, end)
        return self._open_until(end) - self._open_until(start)

    def after(self, start: datetime, left: timedelta) -> datetime:
        """The first moment at which the office was open for `left` (more than nothing) since `start`."""
        wanted = self._open_until(start) + left
        place = bisect_left(self._open_before, wanted) - 1
        if place == len(self._opens):
            self._calendar.check(start, None)
        found = self._opens[place] + (wanted - self._open_before[place])
        self._calendar.check(start, found)
        return found.replace(tzinfo=start.tzinfo)

    def _from_span(self, place: int, clock: datetime, moment: datetime) -> datetime:
        """The moment, which the clock shows, if the span of that place has begun, else when it begins."""
        if place == len(self._opens):
            self._calendar.check(moment, None)
        opens = self._opens[place]
        if opens <= clock:
            return moment
        self._calendar.check(moment, opens)
        return opens.replace(tzinfo=moment.tzinfo)

    def _open_until(self, moment: datetime) -> timedelta:
        """How long the office was open from the first day of the data to the moment."""
        clock = moment.replace(tzinfo=None)
        place = bisect_right(self._opens, clock) - 1
        if place < 0:
            return timedelta()
        return self._open_before[place] + min(clock, self._closes[place]) - self._opens[place]


@lru_cache(maxsize=4)
def open_times(calendar: WorkCalendar, hours: OfficeHours) -> OpenTimes:
    """The open spans of that calendar with those hours."""
    return OpenTimes(calendar, hours)


def due_at(
    received_at: datetime,
    term: Term,
    calendar: WorkCalendar,
    hours: OfficeHours,
    counting: Counting = USUAL,
) -> datetime | None:
    """When the result is due, in the time zone of `received_at`; None where the law sets no term, or it is not known.

    A term of nothing is due within the day. Raises CalendarMissing where the span leaves the years of the calendar.
    """
    if term.unit in (TermUnit.NONE, TermUnit.UNKNOWN):
        return None
    times = open_times(calendar, hours)
    if term.unit is TermUnit.CALENDAR_DAYS and term.amount:
        first = times.next_open(received_at) if counting.from_open_day else received_at
        return times.closing(calendar.from_day(first.date() + timedelta(days=term.amount)), received_at)
    start = times.next_open(received_at)
    if term.unit is TermUnit.SAME_DAY or not term.amount:
        late = start.time() > counting.same_day_cut_off
        return times.closing(calendar.after(start.date(), 1) if late else start.date(), start)
    start = _after_last_minutes(start, calendar, times, counting.last_minutes)
    if term.unit is TermUnit.HOURS:
        return times.last_open(times.after(start, timedelta(hours=term.amount)))
    return times.last_open(datetime.combine(calendar.after(start.date(), term.amount), start.time(), start.tzinfo))


def _after_last_minutes(start: datetime, calendar: WorkCalendar, times: OpenTimes, minutes: int) -> datetime:
    """When a term that would begin at `start` begins: the next working day, if the office closes within so many."""
    if minutes and start >= times.closing(start.date(), start) - timedelta(minutes=minutes):
        return times.opening(calendar.after(start.date(), 1), start)
    return start


def hand_over_by(
    received_at: datetime, calendar: WorkCalendar, hours: OfficeHours, cut_off: time = SAME_DAY_CUT_OFF
) -> datetime:
    """Until when the desk hands a dossier over to the unit that settles it (docs/domain/clocks.md).

    By the end of the same day, or first thing on the next working day if it came in after 15:00 or after closing.

    What comes in on a day off counts as received when the office opens. Raises CalendarMissing.
    """
    times = open_times(calendar, hours)
    day = calendar.from_day(received_at.date())
    closing = times.closing(day, received_at)
    if day > received_at.date() or (received_at.time() <= cut_off and received_at < closing):
        return closing
    return times.opening(calendar.after(day, 1), received_at)


def next_open(moment: datetime, calendar: WorkCalendar, hours: OfficeHours) -> datetime:
    """The moment itself while the office is open, else when it opens next. Raises CalendarMissing."""
    return open_times(calendar, hours).next_open(moment)


def last_open(moment: datetime, calendar: WorkCalendar, hours: OfficeHours) -> datetime:
    """The latest hour up to that moment at which the office can keep a promise. Raises CalendarMissing."""
    return open_times(calendar, hours).last_open(moment)


def open_time_between(start: datetime, end: datetime, calendar: WorkCalendar, hours: OfficeHours) -> timedelta:
    """How long the office was open from `start` to `end`. Raises CalendarMissing."""
    return open_times(calendar, hours).between(start, end)


def open_time_after(start: datetime, left: timedelta, calendar: WorkCalendar, hours: OfficeHours) -> datetime:
    """The first moment at which the office was open for `left` since `start`. Raises CalendarMissing."""
    return open_times(calendar, hours).after(start, left) if left else start


def days_of(year: int) -> Iterator[date]:
    """All days of a year."""
    return map(date.fromordinal, range(date(year, 1, 1).toordinal(), date(year + 1, 1, 1).toordinal()))

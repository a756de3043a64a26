"""When a result is due: the worked examples, and a slow but obvious reference."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.model import Term
from counter_app.procedures.calendar_files import load_calendar, load_office_hours
from counter_app.procedures.working_time import CalendarMissing, OfficeHours, WorkCalendar, due_at, next_open
from counter_app.resources import resource

CALENDAR = load_calendar(resource("calendar"))
HOURS = load_office_hours(resource("calendar", "office-hours.toml"))


def due(received: str, amount: int, unit: str, calendar: WorkCalendar = CALENDAR) -> str:
    at = datetime.fromisoformat(received).replace(tzinfo=VIETNAM)
    result = due_at(at, Term(amount=amount, unit=unit), calendar, HOURS)
    assert result is not None
    assert result.tzinfo is VIETNAM
    return f"{result:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("received", "amount", "unit", "expected"),
    [
        # the example of the law's commentary: Tuesday 24/11/2026 is Ngày Văn hóa Việt Nam
        ("2026-11-20 09:00", 3, "working_days", "2026-11-26 09:00"),
        # over a weekend, over New Year (2024 to 2025), over Tết 2027
        ("2026-03-06 10:00", 1, "working_days", "2026-03-09 10:00"),
        ("2024-12-30 14:00", 3, "working_days", "2025-01-03 14:00"),
        ("2025-12-31 08:00", 2, "working_days", "2026-01-06 08:00"),
        ("2027-02-04 09:00", 1, "working_days", "2027-02-12 09:00"),
        # the make-up Saturday 26/04/2025 is worked, Friday 02/05/2025 is not
        ("2025-04-25 09:00", 1, "working_days", "2025-04-26 09:00"),
        ("2025-04-29 09:00", 1, "working_days", "2025-05-05 09:00"),
        # received after closing, before opening, in the lunch break
        ("2026-03-02 17:30", 3, "working_days", "2026-03-06 07:00"),
        ("2026-03-02 06:10", 3, "working_days", "2026-03-05 07:00"),
        ("2026-03-02 12:00", 3, "working_days", "2026-03-05 13:30"),
        # hours carry over lunch, over the day's end, over the weekend
        ("2026-03-02 10:30", 2, "hours", "2026-03-02 14:30"),
        ("2026-03-02 16:00", 4, "hours", "2026-03-03 10:00"),
        ("2026-03-06 16:00", 8, "hours", "2026-03-09 16:00"),
        # calendar days that end on a day off move forward
        ("2026-03-02 09:00", 4, "calendar_days", "2026-03-06 09:00"),
        ("2026-03-02 09:00", 5, "calendar_days", "2026-03-09 09:00"),
        ("2026-01-29 09:00", 20, "calendar_days", "2026-02-23 09:00"),
        # the 15:00 rule of same-day procedures
        ("2026-03-02 08:00", 0, "same_day", "2026-03-02 17:00"),
        ("2026-03-02 15:00", 0, "same_day", "2026-03-02 17:00"),
        ("2026-03-02 15:01", 0, "same_day", "2026-03-03 17:00"),
        ("2026-11-23 15:01", 0, "same_day", "2026-11-25 17:00"),
    ],
)
def test_worked_examples(received: str, amount: int, unit: str, expected: str) -> None:
    assert due(received, amount, unit) == expected


def test_a_procedure_without_a_term_promises_nothing() -> None:
    at = datetime(2026, 3, 2, 9, tzinfo=VIETNAM)
    assert due_at(at, Term(unit="none"), CALENDAR, HOURS) is None


def test_a_half_day_ends_at_noon() -> None:
    half = WorkCalendar([2026], [], [], [date(2026, 3, 3)])
    assert due("2026-03-02 16:00", 6, "hours", half) == "2026-03-04 07:30"
    assert due("2026-03-02 14:00", 1, "working_days", half) == "2026-03-04 07:00"


def test_a_year_without_data_is_said_so_and_not_guessed() -> None:
    with pytest.raises(CalendarMissing) as missing:
        due("2027-12-30 09:00", 5, "working_days")
    assert "2028" in missing.value.sentence()
    with pytest.raises(CalendarMissing):
        due("2023-03-01 09:00", 1, "hours")
    with pytest.raises(CalendarMissing):
        due("2025-12-30 09:00", 5, "working_days", WorkCalendar([2025, 2027], [], []))


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_public_holidays_agree_with_the_holidays_library(year: int) -> None:
    known = holidays.country_holidays("VN", years=year)
    for day, name in known.items():
        if day.weekday() < 5:
            assert not CALENDAR.is_working(day), f"{day}: {name}"


def _minutes(calendar: WorkCalendar, hours: OfficeHours, start: datetime) -> datetime:
    """The next minute at which the office is open, one minute at a time."""
    moment = start
    while not (
        calendar.is_working(moment.date())
        and any(opens <= moment.time() < closes for opens, closes in hours.spans_of(moment.date()))
    ):
        moment += timedelta(minutes=1)
    return moment


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 31)).map(
    lambda at: at.replace(second=0, microsecond=0, tzinfo=VIETNAM)
)


@given(at=moments)
def test_the_next_open_minute_is_the_one_found_by_waiting(at: datetime) -> None:
    assert next_open(at, CALENDAR, HOURS) == _minutes(CALENDAR, HOURS, at)


@given(at=moments, amount=st.integers(0, 60))
def test_working_days_are_those_found_by_counting_days(at: datetime, amount: int) -> None:
    start = _minutes(CALENDAR, HOURS, at)
    day, left = start.date(), amount
    while left:
        day += timedelta(days=1)
        left -= CALENDAR.is_working(day)
    expected = datetime.combine(day, start.time(), VIETNAM)
    assert due_at(at, Term(amount=amount, unit="working_days"), CALENDAR, HOURS) == expected


@given(at=moments, amount=st.integers(1, 30))
def test_hours_are_those_found_by_counting_minutes(at: datetime, amount: int) -> None:
    moment = _minutes(CALENDAR, HOURS, at)
    for _ in range(amount * 60):
        moment = _minutes(CALENDAR, HOURS, moment) + timedelta(minutes=1)
    assert due_at(at, Term(amount=amount, unit="hours"), CALENDAR, HOURS) == moment


@given(at=moments, amount=st.integers(0, 60))
def test_calendar_days_end_on_the_first_worked_day_from_then(at: datetime, amount: int) -> None:
    start = _minutes(CALENDAR, HOURS, at)
    day = start.date() + timedelta(days=amount)
    while not CALENDAR.is_working(day):
        day += timedelta(days=1)
    expected = datetime.combine(day, start.time(), VIETNAM)
    assert due_at(at, Term(amount=amount, unit="calendar_days"), CALENDAR, HOURS) == expected


def test_the_shipped_office_hours_are_those_of_the_desks() -> None:
    assert HOURS.spans_of(date(2026, 3, 2)) == ((time(7), time(11, 30)), (time(13, 30), time(17)))

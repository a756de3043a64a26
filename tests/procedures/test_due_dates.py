"""When a result is due: the worked examples, and a slow but obvious reference."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.desk.desk import Desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.model import Term
from counter_app.procedures.calendar_files import load_calendar
from counter_app.procedures.rules import Rules
from counter_app.procedures.working_time import (
    CalendarMissing,
    Counting,
    OfficeHours,
    WorkCalendar,
    due_at,
    hand_over_by,
    next_open,
    open_time_after,
    open_time_between,
)
from counter_app.resources import resource
from tests.procedures.all_year import ALL_YEAR

CALENDAR = load_calendar(resource("calendar"))
HOURS = ALL_YEAR


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
        # received after closing, before opening, in the lunch break: the closing before, not the minute of opening
        ("2026-03-02 17:30", 3, "working_days", "2026-03-05 17:00"),
        ("2026-03-02 06:10", 3, "working_days", "2026-03-04 17:00"),
        ("2026-03-02 12:00", 3, "working_days", "2026-03-05 11:30"),
        # hours carry over lunch, over the day's end, over the weekend
        ("2026-03-02 10:30", 2, "hours", "2026-03-02 14:30"),
        ("2026-03-02 16:00", 4, "hours", "2026-03-03 10:00"),
        ("2026-03-06 16:00", 8, "hours", "2026-03-09 16:00"),
        # calendar days last until closing; those that end on a day off move forward
        ("2026-03-02 09:00", 4, "calendar_days", "2026-03-06 17:00"),
        ("2026-03-02 09:00", 5, "calendar_days", "2026-03-09 17:00"),
        ("2026-01-29 09:00", 20, "calendar_days", "2026-02-23 17:00"),
        # the 15:00 rule of same-day procedures
        ("2026-03-02 08:00", 0, "same_day", "2026-03-02 17:00"),
        ("2026-03-02 15:00", 0, "same_day", "2026-03-02 17:00"),
        ("2026-03-02 15:01", 0, "same_day", "2026-03-03 17:00"),
        ("2026-11-23 15:01", 0, "same_day", "2026-11-25 17:00"),
    ],
)
def test_worked_examples(received: str, amount: int, unit: str, expected: str) -> None:
    assert due(received, amount, unit) == expected


# The worked examples of docs/domain/clocks.md by name


def test_three_working_days_from_friday_20_november_2026_are_over_on_thursday_because_the_24th_is_a_holiday() -> None:
    assert due("2026-11-20 09:00", 3, "working_days") == "2026-11-26 09:00"


def test_the_same_three_days_a_year_before_there_was_no_such_holiday() -> None:
    assert due("2025-11-21 09:00", 3, "working_days") == "2025-11-26 09:00"


def test_a_receipt_after_closing_counts_from_the_next_morning_and_one_before_opening_from_that_morning() -> None:
    assert due("2026-03-02 17:00", 1, "hours") == "2026-03-03 08:00"
    assert due("2026-03-02 05:45", 1, "hours") == "2026-03-02 08:00"


def test_a_receipt_in_the_lunch_break_counts_from_13_30_and_not_from_a_wrong_hour() -> None:
    assert due("2026-03-02 11:30", 1, "hours") == "2026-03-02 14:30"
    assert due("2026-03-02 12:15", 4, "hours") == "2026-03-03 07:30"
    assert due("2026-03-02 13:29", 1, "working_days") == "2026-03-03 11:30"


def test_a_span_over_new_year_knows_the_holidays_of_both_years() -> None:
    assert due("2026-12-31 09:00", 1, "working_days") == "2027-01-04 09:00"
    assert due("2025-12-31 16:00", 9, "hours") == "2026-01-05 17:00"
    assert due("2025-12-30 09:00", 3, "calendar_days") == "2026-01-05 17:00"


def test_a_make_up_saturday_is_a_working_day_like_any_other() -> None:
    assert due("2026-08-21 16:00", 2, "hours") == "2026-08-22 08:00"
    assert due("2026-01-09 10:00", 1, "calendar_days") == "2026-01-10 17:00"
    assert due("2025-04-26 15:01", 0, "same_day") == "2025-04-28 17:00"
    assert due("2026-08-28 09:00", 1, "working_days") == "2026-09-03 09:00"  # for which Monday 31/08 is off


def test_a_holiday_on_sunday_is_had_on_monday() -> None:
    """Giỗ Tổ is Sunday 26/04/2026."""
    assert due("2026-04-24 09:00", 1, "working_days") == "2026-04-28 09:00"


def test_a_same_day_result_is_due_the_next_working_day_for_what_comes_in_after_15_00() -> None:
    assert due("2026-11-20 15:00", 0, "same_day") == "2026-11-20 17:00"
    assert due("2026-11-20 15:01", 0, "same_day") == "2026-11-23 17:00"
    assert due("2026-11-20 18:00", 0, "same_day") == "2026-11-23 17:00"


def test_the_15_00_rule_adds_no_day_to_a_procedure_of_several_days() -> None:
    assert due("2026-11-20 16:30", 3, "working_days") == "2026-11-26 16:30"


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-11-20 08:00", "2026-11-20 17:00"),
        ("2026-11-20 12:00", "2026-11-20 17:00"),
        ("2026-11-20 15:00", "2026-11-20 17:00"),
        ("2026-11-20 15:01", "2026-11-23 07:00"),
        ("2026-11-23 16:59", "2026-11-25 07:00"),  # the 24th is a holiday
        ("2026-11-23 19:00", "2026-11-25 07:00"),
        ("2026-11-20 06:00", "2026-11-20 17:00"),
        ("2026-11-22 16:00", "2026-11-23 17:00"),  # sent in on a Sunday: received on Monday morning
    ],
)
def test_a_dossier_is_handed_over_the_same_day_or_first_thing_next_working_day_after_15_00(
    received: str, expected: str
) -> None:
    at = datetime.fromisoformat(received).replace(tzinfo=VIETNAM)
    assert f"{hand_over_by(at, CALENDAR, HOURS):%Y-%m-%d %H:%M}" == expected


def test_a_desk_promises_by_the_hour_its_rules_name(desk: Desk) -> None:
    """An office whose rules say 16:00 still does the same day what comes in at 15:30."""
    afternoon = datetime(2026, 11, 20, 15, 30, tzinfo=VIETNAM)
    today, same_day = afternoon.date(), Term(unit="same_day")
    assert desk.due(afternoon, same_day) == datetime(2026, 11, 23, 17, tzinfo=VIETNAM)
    later = desk.knowledge.rules.of(today).model_copy(update={"same_day_cut_off": time(16)})
    generous = replace(desk, knowledge=replace(desk.knowledge, rules=Rules([later])))
    assert generous.due(afternoon, same_day) == datetime(2026, 11, 20, 17, tzinfo=VIETNAM)


def test_a_procedure_without_a_term_promises_nothing() -> None:
    at = datetime(2026, 3, 2, 9, tzinfo=VIETNAM)
    assert due_at(at, Term(unit="none"), CALENDAR, HOURS) is None


def test_a_half_day_ends_at_noon() -> None:
    half = WorkCalendar([2026], [], [], [date(2026, 3, 3)])
    assert due("2026-03-02 16:00", 6, "hours", half) == "2026-03-04 07:30"
    assert due("2026-03-02 14:00", 1, "working_days", half) == "2026-03-03 11:30"


def test_a_year_without_data_is_said_so_and_not_guessed() -> None:
    with pytest.raises(CalendarMissing) as missing:
        due("2032-12-30 09:00", 5, "working_days")
    assert "2033" in missing.value.sentence()
    with pytest.raises(CalendarMissing):
        due("2023-03-01 09:00", 1, "hours")


@pytest.mark.parametrize(("unit", "amount"), [("hours", 40), ("working_days", 5), ("calendar_days", 5)])
def test_a_year_missing_between_two_others_is_said_so(unit: str, amount: int) -> None:
    with pytest.raises(CalendarMissing) as missing:
        due("2025-12-30 09:00", amount, unit, WorkCalendar([2025, 2027], [], []))
    assert "2026" in missing.value.sentence()


@pytest.mark.parametrize(
    ("unit", "amount", "received"),
    [
        ("hours", 17, "2032-12-30 09:00"),
        ("working_days", 2, "2032-12-30 09:00"),
        ("calendar_days", 2, "2032-12-30 09:00"),
        ("calendar_days", 900, "2032-12-30 09:00"),
        ("same_day", 0, "2032-12-31 15:01"),
        ("hours", 0, "2032-12-31 17:00"),
    ],
)
def test_no_unit_promises_beyond_the_last_year_known(unit: str, amount: int, received: str) -> None:
    with pytest.raises(CalendarMissing):
        due(received, amount, unit)
    assert due("2032-12-30 09:00", 8, "hours") == "2032-12-31 09:00"


def test_open_time_outside_the_years_known_is_said_so() -> None:
    first, last = datetime(2023, 12, 31, tzinfo=VIETNAM), datetime(2033, 1, 1, tzinfo=VIETNAM)
    inside = datetime(2026, 3, 2, 9, tzinfo=VIETNAM)
    for start, end in ((first, inside), (inside, last)):
        with pytest.raises(CalendarMissing):
            open_time_between(start, end, CALENDAR, HOURS)
    for start, hours in ((first, 1), (inside, 8 * 2000), (last, 1)):
        with pytest.raises(CalendarMissing):
            open_time_after(start, timedelta(hours=hours), CALENDAR, HOURS)
    assert open_time_between(inside, inside - timedelta(days=3), CALENDAR, HOURS) == timedelta()


def test_open_time_until_a_moment_told_in_another_zone_is_the_same() -> None:
    start, end = datetime(2026, 3, 2, 9, tzinfo=VIETNAM), datetime(2026, 3, 3, 9, tzinfo=VIETNAM)
    assert open_time_between(start, end.astimezone(UTC), CALENDAR, HOURS) == timedelta(hours=8)


def test_seconds_are_kept_as_they_come() -> None:
    at = datetime(2026, 3, 2, 11, 29, 59, 500_000, tzinfo=VIETNAM)
    assert next_open(at, CALENDAR, HOURS) == at
    assert due_at(at, Term(amount=1, unit="hours"), CALENDAR, HOURS) == datetime(
        2026, 3, 2, 14, 29, 59, 500_000, tzinfo=VIETNAM
    )


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_the_public_holidays_agree_with_the_holidays_library(year: int) -> None:
    known = holidays.country_holidays("VN", years=year)
    for day, name in known.items():
        if day.weekday() < 5:
            assert not CALENDAR.is_working(day), f"{day}: {name}"


def _is_open(calendar: WorkCalendar, hours: OfficeHours, minute: datetime) -> bool:
    return calendar.is_working(minute.date()) and any(
        opens <= minute.time() < closes for opens, closes in hours.spans_of(minute.date())
    )


def _minutes(calendar: WorkCalendar, hours: OfficeHours, start: datetime) -> datetime:
    """The next minute at which the office is open, one minute at a time."""
    moment = start
    while not _is_open(calendar, hours, moment):
        moment += timedelta(minutes=1)
    return moment


def _kept(calendar: WorkCalendar, hours: OfficeHours, moment: datetime) -> datetime:
    """The latest minute up to that one before which the office was open for a minute, one minute at a time."""
    while not _is_open(calendar, hours, moment - timedelta(minutes=1)):
        moment -= timedelta(minutes=1)
    return moment


moments = st.datetimes(datetime(2026, 1, 1), datetime(2027, 1, 31)).map(
    lambda at: at.replace(second=0, microsecond=0, tzinfo=VIETNAM)
)


@given(at=moments)
def test_the_next_open_minute_is_the_one_found_by_waiting(at: datetime) -> None:
    assert next_open(at, CALENDAR, HOURS) == _minutes(CALENDAR, HOURS, at)


@given(at=moments, amount=st.integers(1, 60))
def test_working_days_are_those_found_by_counting_days(at: datetime, amount: int) -> None:
    start = _minutes(CALENDAR, HOURS, at)
    day, left = start.date(), amount
    while left:
        day += timedelta(days=1)
        left -= CALENDAR.is_working(day)
    expected = _kept(CALENDAR, HOURS, datetime.combine(day, start.time(), VIETNAM))
    assert due_at(at, Term(amount=amount, unit="working_days"), CALENDAR, HOURS) == expected


@given(at=moments, amount=st.integers(1, 30))
def test_hours_are_those_found_by_counting_minutes(at: datetime, amount: int) -> None:
    moment = _minutes(CALENDAR, HOURS, at)
    for _ in range(amount * 60):
        moment = _minutes(CALENDAR, HOURS, moment) + timedelta(minutes=1)
    assert due_at(at, Term(amount=amount, unit="hours"), CALENDAR, HOURS) == moment


@given(at=moments, amount=st.integers(1, 60))
def test_calendar_days_end_with_the_first_worked_day_from_then(at: datetime, amount: int) -> None:
    day = at.date() + timedelta(days=amount)
    while not CALENDAR.is_working(day):
        day += timedelta(days=1)
    expected = datetime.combine(day, time(17), VIETNAM)
    assert due_at(at, Term(amount=amount, unit="calendar_days"), CALENDAR, HOURS) == expected


@given(at=moments, amount=st.integers(0, 60), unit=st.sampled_from(["hours", "working_days", "calendar_days"]))
def test_no_promise_falls_on_a_minute_at_which_the_office_is_not_there_or_just_opens(
    at: datetime, amount: int, unit: str
) -> None:
    promised = due_at(at + timedelta(seconds=30), Term(amount=amount, unit=unit), CALENDAR, HOURS)
    assert promised is not None and promised > at
    spans = HOURS.spans_of(promised.date())
    assert CALENDAR.is_working(promised.date())
    assert any(opens < promised.replace(second=0).time() <= closes for opens, closes in spans)


def test_a_receipt_within_the_minute_of_opening_is_promised_for_the_closing_before() -> None:
    assert due("2026-03-02 07:00:40", 3, "working_days") == "2026-03-04 17:00"
    assert due("2026-03-02 07:01:00", 3, "working_days") == "2026-03-05 07:01"


def test_a_term_of_nothing_is_due_within_the_day() -> None:
    assert due("2026-03-02 09:00", 0, "working_days") == "2026-03-02 17:00"
    assert due("2026-03-02 17:30", 0, "hours") == "2026-03-03 17:00"


def test_where_the_rules_say_so_the_clock_of_what_comes_in_the_last_hour_starts_the_next_working_day() -> None:
    def promised(received: str, unit: str, last_minutes: int) -> str:
        at, counting = datetime.fromisoformat(received).replace(tzinfo=VIETNAM), Counting(last_minutes=last_minutes)
        return f"{due_at(at, Term(amount=2, unit=unit), CALENDAR, HOURS, counting):%Y-%m-%d %H:%M}"

    assert promised("2026-03-02 16:10", "working_days", 0) == "2026-03-04 16:10"
    assert promised("2026-03-02 16:10", "working_days", 60) == "2026-03-04 17:00"
    assert promised("2026-03-02 15:59", "working_days", 60) == "2026-03-04 15:59"
    assert promised("2026-03-02 16:10", "hours", 60) == "2026-03-03 09:00"
    assert promised("2026-03-02 16:10", "calendar_days", 60) == "2026-03-04 17:00"


def test_where_the_rules_say_so_calendar_days_of_what_comes_in_out_of_hours_count_from_the_next_open_day() -> None:
    saturday, term = datetime(2026, 3, 7, 9, tzinfo=VIETNAM), Term(amount=2, unit="calendar_days")
    assert due_at(saturday, term, CALENDAR, HOURS) == datetime(2026, 3, 9, 17, tzinfo=VIETNAM)
    later = due_at(saturday, term, CALENDAR, HOURS, Counting(from_open_day=True))
    assert later == datetime(2026, 3, 11, 17, tzinfo=VIETNAM)

"""What becomes of a promised date when the clock stood still: both legal modes, at the hours at which things happen."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

import pytest

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.model import Term
from counter_app.dossier.states import PauseMode
from counter_app.procedures.calendar_files import load_calendar
from counter_app.procedures.clocks import due_after_pause, supplement_deadline
from counter_app.procedures.rules import LegalRules
from counter_app.procedures.working_time import CalendarMissing
from counter_app.resources import resource
from tests.procedures.all_year import ALL_YEAR

CALENDAR = load_calendar(resource("calendar"))
HOURS = ALL_YEAR
THREE_DAYS = Term(amount=3, unit="working_days")
TEN_CALENDAR_DAYS = Term(amount=10, unit="calendar_days")
RESTART, SHIFT = PauseMode.RESTART, PauseMode.SHIFT


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def moved(mode: PauseMode, due: str, term: Term, began: str, ended: str) -> str:
    after = due_after_pause(
        mode,
        moment(due),
        term,
        began_at=moment(began),
        ended_at=moment(ended),
        calendar=CALENDAR,
        hours=HOURS,
    )
    assert after is not None
    return f"{after:%Y-%m-%d %H:%M}"


@pytest.mark.parametrize(
    ("mode", "expected"),
    [
        (RESTART, "2026-03-10 10:00"),  # three days from Thursday 10:00, when it was brought
        (SHIFT, "2026-03-09 10:00"),  # two working days and half an hour after Thursday 09:30
    ],
)
def test_a_pause_of_two_days_in_each_mode(mode: PauseMode, expected: str) -> None:
    assert moved(mode, "2026-03-05 09:30", THREE_DAYS, "2026-03-03 09:30", "2026-03-05 10:00") == expected


def test_over_tet_only_the_hours_before_and_after_it_count() -> None:
    """Asked on Friday 13/02/2026 at 16:00, brought on Monday 23/02 at 08:00: the office was open for two hours."""
    pause = ("2026-02-13 16:00", "2026-02-23 08:00")
    assert moved(SHIFT, "2026-02-24 09:00", THREE_DAYS, *pause) == "2026-02-24 11:00"
    assert moved(RESTART, "2026-02-24 09:00", THREE_DAYS, *pause) == "2026-02-26 08:00"


def test_over_new_year_the_holidays_of_both_years_count() -> None:
    """01/01/2026 is a holiday, Friday 02/01 was swapped with Saturday 10/01, then a weekend."""
    pause = ("2025-12-31 16:00", "2026-01-05 08:00")
    assert moved(SHIFT, "2025-12-31 16:30", THREE_DAYS, *pause) == "2026-01-05 08:30"
    assert moved(RESTART, "2025-12-31 16:30", THREE_DAYS, *pause) == "2026-01-08 08:00"


def test_a_make_up_saturday_inside_a_pause_counts() -> None:
    """Saturday 26/04/2025 was worked."""
    assert moved(SHIFT, "2025-04-28 09:00", THREE_DAYS, "2025-04-25 17:00", "2025-04-28 07:00") == "2025-04-29 09:00"


@pytest.mark.parametrize(
    ("began", "ended"),
    [
        ("2026-03-06 17:00", "2026-03-09 07:00"),  # from closing on Friday to opening on Monday
        ("2026-03-06 20:15", "2026-03-08 11:00"),  # in the night, on a Sunday
        ("2026-03-03 11:30", "2026-03-03 13:30"),  # in the lunch break
        ("2026-03-03 09:00", "2026-03-03 09:00"),  # no time at all
    ],
)
@pytest.mark.parametrize("term", [Term(amount=8, unit="hours"), THREE_DAYS, TEN_CALENDAR_DAYS, Term(unit="same_day")])
@pytest.mark.parametrize("due", ["2026-03-10 09:00", "2026-03-10 17:00", "2026-03-02 11:30", "2026-03-14 12:00"])
def test_a_pause_while_the_office_was_closed_shifts_nothing(term: Term, due: str, began: str, ended: str) -> None:
    """Not even a date that an officer put at closing time or on a day off."""
    assert moved(SHIFT, due, term, began, ended) == due


@pytest.mark.parametrize("ended", ["2026-03-06 17:30", "2026-03-07 10:00", "2026-03-09 06:59", "2026-03-09 07:00"])
def test_what_is_brought_while_the_office_is_closed_counts_from_its_opening(ended: str) -> None:
    assert moved(RESTART, "2026-03-06 09:00", THREE_DAYS, "2026-03-04 09:00", ended) == "2026-03-11 17:00"
    assert moved(SHIFT, "2026-03-06 09:00", THREE_DAYS, "2026-03-06 08:00", ended) == "2026-03-09 08:00"


def test_a_dossier_that_is_late_stays_as_late_when_shifted_and_begins_anew_when_restarted() -> None:
    """Due on Monday 09:00, asked a day later, brought a day after that: it was and stays one day late."""
    pause = ("2026-03-03 09:00", "2026-03-04 09:00")
    assert moved(SHIFT, "2026-03-02 09:00", THREE_DAYS, *pause) == "2026-03-03 09:00"
    assert moved(RESTART, "2026-03-02 09:00", THREE_DAYS, *pause) == "2026-03-09 09:00"


@pytest.mark.parametrize(
    ("due", "began", "ended", "expected"),
    [
        ("2026-03-12 09:00", "2026-03-03 09:00", "2026-03-05 09:00", "2026-03-16 17:00"),  # Saturday moves to Monday
        ("2026-03-10 09:00", "2026-03-03 09:00", "2026-03-05 09:00", "2026-03-12 09:00"),
        ("2026-03-10 17:00", "2026-03-03 09:00", "2026-03-05 09:00", "2026-03-12 17:00"),
        ("2026-03-10 10:00", "2026-03-03 09:00", "2026-03-05 11:00", "2026-03-12 10:00"),  # days, not hours
        # asked on Friday evening, brought on Tuesday before opening: from Monday 07:00 to Tuesday 07:00
        ("2026-03-10 09:00", "2026-03-06 18:00", "2026-03-10 06:00", "2026-03-11 09:00"),
    ],
)
def test_calendar_days_shift_by_days(due: str, began: str, ended: str, expected: str) -> None:
    assert moved(SHIFT, due, TEN_CALENDAR_DAYS, began, ended) == expected


def test_a_same_day_dossier_completed_after_15_00_is_due_the_next_working_day() -> None:
    same_day = Term(unit="same_day")
    assert moved(RESTART, "2026-03-02 17:00", same_day, "2026-03-02 09:00", "2026-03-06 15:01") == "2026-03-09 17:00"
    assert moved(RESTART, "2026-03-02 17:00", same_day, "2026-03-02 09:00", "2026-03-06 15:00") == "2026-03-06 17:00"
    assert moved(SHIFT, "2026-03-02 17:00", same_day, "2026-03-02 09:00", "2026-03-02 10:00") == "2026-03-03 08:00"


@pytest.mark.parametrize("mode", PauseMode)
def test_where_the_law_sets_no_term_a_pause_makes_none(mode: PauseMode) -> None:
    began, ended = moment("2026-03-02 09:00"), moment("2026-03-05 09:00")
    for due, term in ((None, THREE_DAYS), (moment("2026-03-02 09:00"), Term(unit="none"))):
        assert due_after_pause(mode, due, term, began_at=began, ended_at=ended, calendar=CALENDAR, hours=HOURS) is None


@pytest.mark.parametrize("mode", PauseMode)
def test_an_entry_that_tells_its_time_in_another_zone_changes_nothing(mode: PauseMode) -> None:
    def after(zone: tzinfo) -> datetime | None:
        due, began, ended = (
            moment(text).astimezone(zone) for text in ("2026-03-05 16:30", "2026-03-03 16:00", "2026-03-04 08:30")
        )
        return due_after_pause(mode, due, THREE_DAYS, began_at=began, ended_at=ended, calendar=CALENDAR, hours=HOURS)

    here = after(VIETNAM)
    assert here is not None
    for zone in (UTC, timezone(timedelta(hours=-8))):
        there = after(zone)
        assert there == here and there.tzinfo is VIETNAM


@pytest.mark.parametrize("mode", PauseMode)
def test_a_pause_that_leaves_the_calendar_is_said_so(mode: PauseMode) -> None:
    with pytest.raises(CalendarMissing) as missing:
        moved(mode, "2032-12-31 09:00", THREE_DAYS, "2032-12-29 09:00", "2032-12-31 16:00")
    assert "2033" in missing.value.sentence()


def rules(supplement_days: int) -> LegalRules:
    return LegalRules(
        name="Quy định",
        legal_base=("118/2025/NĐ-CP",),
        forms="03/2025/TT-VPCP",
        valid_from=date(2025, 7, 1),
        on_supplement=RESTART,
        on_obligation=SHIFT,
        supplement_days=supplement_days,
    )


@pytest.mark.parametrize(
    ("asked", "days", "expected"),
    [
        ("2026-03-02 09:00", 5, "2026-03-09 17:00"),
        ("2026-03-02 17:30", 5, "2026-03-09 17:00"),  # the first day is the one after the request, whatever the hour
        ("2026-02-13 10:00", 1, "2026-02-23 17:00"),  # over Tết
        ("2025-04-25 10:00", 1, "2025-04-26 17:00"),  # a make-up Saturday
        ("2025-12-31 10:00", 2, "2026-01-06 17:00"),
    ],
)
def test_an_applicant_has_until_the_last_working_day_closes(asked: str, days: int, expected: str) -> None:
    assert supplement_deadline(moment(asked), rules(days), CALENDAR, HOURS) == moment(expected)


def test_rules_that_know_no_limit_set_no_deadline() -> None:
    assert supplement_deadline(moment("2026-03-02 09:00"), rules(0), CALENDAR, HOURS) is None

"""The calendar, an office's closures and its hours as files: what ships, what they mean, and files with mistakes."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path

import holidays
import pytest

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.model import Term
from counter_app.procedures.calendar_files import load_calendar, load_office_hours
from counter_app.procedures.data_files import DataFault
from counter_app.procedures.rules import load_rules
from counter_app.procedures.working_time import CalendarMissing, OfficeHours, WorkCalendar, days_of, due_at
from counter_app.resources import resource
from tests.procedures.all_year import ALL_YEAR

CALENDAR = load_calendar(resource("calendar"), resource("calendar", "closures.toml"))
MORNINGS_AND_AFTERNOONS = ((time(7), time(11, 30)), (time(13, 30), time(17)))

YEAR = """[[holiday]]
date = 2026-01-01
name = "Tết Dương lịch"

[[holiday]]
date = 2026-01-02
name = "Nghỉ hoán đổi"

[[makeup]]
date = 2026-01-10
instead_of = 2026-01-02

[[half_day]]
date = 2026-02-13
name = "Chiều 26 tháng Chạp"
"""

CLOSURES = """[[closure]]
date = 2026-03-02
until = 2026-03-04
reason = "Di chuyển trụ sở"

[[closure]]
date = 2026-03-06
reason = "Họp"
half = true
"""

HOURS = """[[season]]
name = "Mùa hè"
from = "04-16"
until = "10-15"

[[season.span]]
opens = 06:30:00
closes = 11:30:00

[[season.span]]
opens = 13:30:00
closes = 17:00:00

[[season]]
name = "Mùa đông"
from = "10-16"
until = "04-15"

[[season.span]]
opens = 07:30:00
closes = 12:00:00

[[season.span]]
opens = 13:30:00
closes = 17:30:00
"""


def calendar_of(folder: Path, closures: str = CLOSURES, **years: str) -> WorkCalendar:
    for name, text in (years or {"y2026": YEAR}).items():
        (folder / f"{name[1:]}.toml").write_text(text, encoding="utf-8")
    (folder / "closures.toml").write_text(closures, encoding="utf-8")
    return load_calendar(folder, folder / "closures.toml")


def hours_of(folder: Path, text: str) -> OfficeHours:
    (folder / "office-hours.toml").write_text(text, encoding="utf-8")
    return load_office_hours(folder / "office-hours.toml")


def faults(load: Callable[[], object]) -> list[str]:
    with pytest.raises(DataFault) as failure:
        load()
    first = str(failure.value.faults[0])
    assert first in failure.value.sentence("en")
    assert failure.value.faults[0].where in failure.value.sentence(), "in Vietnamese with the same place"
    return [str(fault) for fault in failure.value.faults]


def due(received: str, amount: int, unit: str, calendar: WorkCalendar, hours: OfficeHours) -> str:
    at = datetime.fromisoformat(received).replace(tzinfo=VIETNAM)
    return f"{due_at(at, Term(amount=amount, unit=unit), calendar, hours):%Y-%m-%d %H:%M}"


# What ships


@pytest.mark.parametrize(
    ("year", "days_off", "made_up"),
    [
        # docs/domain/clocks.md, every day off from Monday to Friday
        (
            2025,
            "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
            "04-26",
        ),
        (
            2026,
            "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
            "01-10 08-22",
        ),
        # mùng 1 is Saturday 06/02/2027; the span of Tết and the day beside Quốc khánh are not official yet
        (2027, "01-01 02-05 02-08 02-09 02-10 02-11 04-16 04-30 05-03 09-02 09-03 11-24", ""),
    ],
)
def test_the_shipped_years_are_those_of_the_law(year: int, days_off: str, made_up: str) -> None:
    days = [date(year, 1, 1) + timedelta(days=nth) for nth in range(365)]
    off = [day for day in days if day.weekday() < 5 and not CALENDAR.is_working(day)]
    worked = [day for day in days if day.weekday() >= 5 and CALENDAR.is_working(day)]
    assert " ".join(f"{day:%m-%d}" for day in off) == days_off
    assert " ".join(f"{day:%m-%d}" for day in worked) == made_up


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_a_public_holiday_on_a_weekend_is_had_on_the_next_working_day(year: int) -> None:
    fixed = [date(year, 1, 1), date(year, 4, 30), date(year, 5, 1), date(year, 9, 2)]
    if year >= 2026:
        fixed.append(date(year, 11, 24))  # Ngày Văn hóa Việt Nam, since 01/07/2026
    kings = {2024: (4, 18), 2025: (4, 7), 2026: (4, 26), 2027: (4, 16)}  # Giỗ Tổ, 10th of the third lunar month
    for day in [*fixed, date(year, *kings[year])]:
        assert not CALENDAR.is_working(day)
        if day.weekday() >= 5:
            monday = day + timedelta(days=7 - day.weekday())
            assert not CALENDAR.is_working(monday), f"nothing for {day}"


def test_vietnamese_culture_day_is_free_only_since_2026() -> None:
    assert CALENDAR.is_working(date(2025, 11, 24)) and CALENDAR.is_working(date(2024, 11, 25))


@pytest.mark.parametrize("year", [2024, 2025, 2026, 2027])
def test_tet_is_five_working_days_off_and_national_day_has_one_beside_it(year: int) -> None:
    first = {2024: date(2024, 2, 10), 2025: date(2025, 1, 29), 2026: date(2026, 2, 17), 2027: date(2027, 2, 6)}[year]
    around = [first + timedelta(days=nth) for nth in range(-6, 10)]
    assert sum(day.weekday() < 5 and not CALENDAR.is_working(day) for day in around) == 5
    beside = [CALENDAR.is_working(date(year, 9, day)) for day in (1, 3) if date(year, 9, day).weekday() < 5]
    assert False in beside


def test_the_shipped_hours_are_the_two_seasons_of_nghe_an_and_the_office_has_no_closures_of_its_own() -> None:
    hours = load_office_hours(resource("calendar", "office-hours.toml"))
    winter = ((time(7, 30), time(12)), (time(13, 30), time(17)))
    for day in (date(2026, 4, 16), date(2026, 7, 15), date(2026, 10, 15)):
        assert hours.spans_of(day) == MORNINGS_AND_AFTERNOONS
        assert hours.spans_of(day, half=True) == MORNINGS_AND_AFTERNOONS[:1]
    for day in (date(2026, 10, 16), date(2024, 2, 29), date(2026, 4, 15)):
        assert hours.spans_of(day) == winter
        assert hours.spans_of(day, half=True) == winter[:1]
    assert list(CALENDAR.worked_days()) == list(load_calendar(resource("calendar")).worked_days())


def test_years_without_a_notice_are_computed_from_the_law_and_said_to_be_so() -> None:
    calendar = load_calendar(resource("calendar"))
    known = holidays.country_holidays("VN", years=range(2028, 2033))
    worked = [day for day in sorted(known) if day.weekday() < 5 and calendar.is_working(day)]
    notices = [date(2028, 1, 3), date(2028, 1, 24)]  # in lieu of New Year's Day [K?], a second day before Tết
    assert [day for day in worked if day.year < 2030] == notices
    off = [day for day in days_of(2030) if day.weekday() < 5 and not calendar.is_working(day)]
    assert [f"{day:%d/%m}" for day in off] == [
        *("01/01", "01/02", "04/02", "05/02", "06/02", "07/02"),  # the first of the first month is Saturday 02/02
        *("12/04", "30/04", "01/05", "02/09", "03/09", "25/11"),  # Sunday 01/09 and 24/11 are had later
    ]
    assert calendar.not_announced(date(2026, 11, 27), date(2027, 2, 4)) is None
    assert calendar.not_announced(date(2027, 2, 1), date(2027, 2, 12)) == date(2027, 2, 5)
    assert calendar.not_announced(date(2027, 4, 1), date(2027, 6, 1)) is None  # these the law dates itself
    assert calendar.not_announced(date(2027, 12, 1), date(2028, 1, 3)) == date(2028, 1, 1)
    with pytest.raises(CalendarMissing):
        calendar.is_working(date(2033, 1, 3))


def test_the_notice_of_a_year_comes_as_its_file_and_ends_what_was_computed(tmp_path: Path) -> None:
    shutil.copytree(resource("calendar"), tmp_path, dirs_exist_ok=True)
    swapped = '[[holiday]]\ndate = 2028-01-03\nname = "Nghỉ bù Tết Dương lịch"\n'
    (tmp_path / "2028.toml").write_text(swapped, encoding="utf-8")
    calendar = load_calendar(tmp_path)
    assert not calendar.is_working(date(2028, 1, 3))
    assert calendar.not_announced(date(2028, 1, 1), date(2028, 12, 31)) is None
    assert calendar.not_announced(date(2028, 12, 31), date(2029, 12, 31)) == date(2029, 1, 1)


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("tet = 2030-02-02", "tet = 2031-02-02", "tet: a day of 2030"),
        ("hung_kings = 2030-04-12", "hung_kings = 12", "hung_kings: "),
        ('day = "04-30"', 'day = "04-31"', "a month and a day such as 04-16"),
        ("[[lunar]]\nyear = 2028", "[[luna]]\nyear = 2028", "luna: [[day]] or [[lunar]] is expected here"),
    ],
)
def test_a_fault_in_what_is_computed_names_its_line(tmp_path: Path, old: str, new: str, fault: str) -> None:
    shutil.copytree(resource("calendar"), tmp_path, dirs_exist_ok=True)
    file = tmp_path / "by-law.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(DataFault) as failure:
        load_calendar(tmp_path)
    assert failure.value.faults[0].file == "by-law.toml"
    assert fault in failure.value.faults[0].expected


@pytest.mark.parametrize("name", ["closures.toml", "office-hours.toml"])
def test_the_patterns_in_the_comments_work_when_their_signs_are_taken_away(tmp_path: Path, name: str) -> None:
    lines = resource("calendar", name).read_text(encoding="utf-8").splitlines()
    first = next(nth for nth, line in enumerate(lines) if line.startswith("# [["))
    pattern = "\n".join(line.removeprefix("#").removeprefix(" ") for line in lines[first:] if line.startswith("#"))
    if name == "closures.toml":
        (tmp_path / name).write_text(pattern, encoding="utf-8")
        calendar = load_calendar(resource("calendar"), tmp_path / name)
        assert [calendar.is_working(date(2026, 9, day)) for day in (25, 28, 29, 30)] == [True, False, False, False]
        assert calendar.is_half(date(2026, 12, 18)) and calendar.is_working(date(2026, 12, 18))
    else:
        hours = hours_of(tmp_path, pattern)
        assert hours.spans_of(date(2026, 7, 1)) == hours.spans_of(date(2026, 12, 31)) == MORNINGS_AND_AFTERNOONS


# What the files mean


def test_an_office_that_is_closed_works_on_none_of_these_days_and_a_half_closure_ends_at_noon(tmp_path: Path) -> None:
    calendar, hours = calendar_of(tmp_path), ALL_YEAR
    assert due("2026-02-27 10:00", 1, "working_days", calendar, hours) == "2026-03-05 10:00"
    assert due("2026-02-27 10:00", 3, "calendar_days", calendar, hours) == "2026-03-05 17:00"
    assert due("2026-03-05 16:00", 2, "hours", calendar, hours) == "2026-03-06 08:00"
    assert due("2026-03-05 14:00", 1, "working_days", calendar, hours) == "2026-03-06 11:30"
    assert due("2026-03-06 08:00", 0, "same_day", calendar, hours) == "2026-03-06 11:30"


def test_an_office_may_be_closed_on_a_make_up_saturday_or_over_a_holiday_too(tmp_path: Path) -> None:
    closures = '[[closure]]\ndate = 2026-01-10\nreason = "Mất điện"\n\n'
    closures += '[[closure]]\ndate = 2025-12-31\nuntil = 2026-01-02\nreason = "Kiểm kê"\n'
    calendar = calendar_of(tmp_path, closures, y2025="", y2026=YEAR)
    assert not calendar.is_working(date(2026, 1, 10))
    assert not calendar.is_working(date(2025, 12, 31))
    assert calendar.is_working(date(2025, 12, 30)) and calendar.is_working(date(2026, 1, 5))


def test_hours_change_with_the_season_on_its_very_day_and_over_new_year(tmp_path: Path) -> None:
    hours = hours_of(tmp_path, HOURS)
    opening = [
        hours.spans_of(date(2026, month, day))[0][0].isoformat("minutes")
        for month, day in ((1, 1), (4, 15), (4, 16), (10, 15), (10, 16), (12, 31))
    ]
    assert opening == ["07:30", "07:30", "06:30", "06:30", "07:30", "07:30"]


def test_a_promise_across_the_change_of_season_falls_into_the_hours_of_its_day(tmp_path: Path) -> None:
    hours = hours_of(tmp_path, HOURS)
    assert due("2026-04-15 07:10", 1, "working_days", CALENDAR, hours) == "2026-04-16 07:30"
    assert due("2026-10-15 06:40", 1, "working_days", CALENDAR, hours) == "2026-10-15 17:00"
    assert due("2026-04-15 17:10", 1, "working_days", CALENDAR, hours) == "2026-04-16 17:00"
    assert due("2026-04-15 17:00", 1, "working_days", CALENDAR, hours) == "2026-04-16 17:00"  # the minute of closing
    assert due("2026-04-15 17:00", 1, "hours", CALENDAR, hours) == "2026-04-16 07:00"
    assert due("2026-04-15 10:00", 0, "same_day", CALENDAR, hours) == "2026-04-15 17:30"


def test_an_office_without_a_lunch_break_still_has_its_half_days(tmp_path: Path) -> None:
    hours = hours_of(tmp_path, "[[span]]\nopens = 08:00:00\ncloses = 16:00:00\n")
    assert hours.spans_of(date(2026, 2, 13), half=True) == ((time(8), time(12)),)
    shifts = "".join(f"[[span]]\nopens = {item:02}:00:00\ncloses = {item + 1:02}:30:00\n" for item in (7, 9, 11, 13))
    halves = hours_of(tmp_path, shifts).spans_of(date(2026, 2, 13), half=True)
    assert halves == ((time(7), time(8, 30)), (time(9), time(10, 30)), (time(11), time(12)))
    assert due("2026-02-13 11:00", 2, "hours", calendar_of(tmp_path), hours) == "2026-02-16 09:00"


NEW_HOURS = """[[season]]
from = "01-01"
until = "12-31"
valid_until = 2026-06-30
span = [{ opens = 07:00:00, closes = 16:00:00 }]

[[season]]
from = "01-01"
until = "12-31"
valid_from = 2026-07-01
span = [{ opens = 08:00:00, closes = 17:00:00 }]
"""


def test_new_hours_are_valid_from_their_day_and_the_old_ones_until_the_day_before(tmp_path: Path) -> None:
    hours = hours_of(tmp_path, NEW_HOURS)
    assert hours.spans_of(date(2026, 6, 30)) == ((time(7), time(16)),)
    assert hours.spans_of(date(2026, 7, 1)) == ((time(8), time(17)),)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("2026-07-01", "2026-08-01"), "4: valid_until: hours for every day, but none are valid on 01/07/2026"),
        (("2026-07-01", "2026-06-30"), "8: from: one season a day, but 01-01 is in two from 30/06/2026 on"),
        (("valid_until = 2026-06-30", "valid_from = 2020-01-01"), "4: valid_from: nothing, for the hours that"),
        (("valid_from = 2026-07-01", "valid_from = 2026-07-01\nvalid_until = 2026-06-30"), "11: valid_until: the same"),
        (("valid_until = 2026-06-30\n", ""), "7: from: one season a day, but 01-01 is in two from 01/07/2026 on"),
    ],
)
def test_hours_that_leave_a_time_without_or_with_two_are_named(
    tmp_path: Path, change: tuple[str, str], expected: str
) -> None:
    told = faults(lambda: hours_of(tmp_path, NEW_HOURS.replace(*change, 1)))
    assert told[0].startswith(f"office-hours.toml:{expected}")


# Files with mistakes


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("date = 2026-01-01", "date = 2026-02-30"), "2026.toml:2: "),
        (("date = 2026-01-01", 'date = "01/01/2026"'), "2026.toml:2: date: a date such as 2026-03-01"),
        (("date = 2026-01-01", "date = 20260101"), "2026.toml:2: date: a date such as 2026-03-01"),
        (("date = 2026-01-01", "date = 2027-01-01"), "2026.toml:2: date: a day of 2026"),
        (("date = 2026-01-10", "date = 2027-01-10"), "2026.toml:10: date: a day of 2026"),
        (("date = 2026-02-13", "date = 2025-02-13"), "2026.toml:14: date: a day of 2026"),
        (("date = 2026-01-01\n", ""), "2026.toml:1: date: a value, which is missing"),
        (('name = "Tết Dương lịch"', 'name = ""'), "2026.toml:3: name: a text that is not empty"),
        (("name = ", "nmae = "), "2026.toml:1: name: a value, which is missing"),
        (("[[holiday]]", "[[hliday]]"), "2026.toml:1: hliday: [[holiday]] or [[makeup]] or [[half_day]]"),
        (("[[half_day]]", "[half_day]"), "2026.toml:13: half_day: [[holiday]] or [[makeup]] or [[half_day]]"),
        (("date = 2026-01-02", "date = 2026-01-01"), "2026.toml:6: date: a day that is not a holiday already"),
        (("date = 2026-01-10", "date = 2026-01-09"), "2026.toml:10: date: a Saturday or Sunday that is no holiday"),
        (("date = 2026-01-01", "date = 2026-01-10"), "2026.toml:10: date: a Saturday or Sunday that is no holiday"),
        (("instead_of = 2026-01-02", "instead_of = 2026-01-05"), "2026.toml:11: instead_of: a holiday from Monday"),
        (("instead_of = 2026-01-02", "instead_of = 2026-01-2"), "2026.toml:11: "),
        (("date = 2026-02-13", "date = 2026-01-01"), "2026.toml:14: date: a working day"),
        (("date = 2026-02-13", "date = 2026-02-14"), "2026.toml:14: date: a working day"),
    ],
)
def test_a_mistake_in_a_year_is_named_with_its_line_and_what_is_expected(
    tmp_path: Path, change: tuple[str, str], expected: str
) -> None:
    assert faults(lambda: calendar_of(tmp_path, "", y2026=YEAR.replace(*change, 1)))[0].startswith(expected)


def test_two_saturdays_cannot_make_up_for_one_day_nor_one_saturday_for_two(tmp_path: Path) -> None:
    another = "\n[[makeup]]\ndate = 2026-01-17\ninstead_of = 2026-01-02\n"
    assert faults(lambda: calendar_of(tmp_path, "", y2026=YEAR + another)) == [
        "2026.toml:19: instead_of: a holiday from Monday to Friday that no other day makes up for"
    ]
    again = "\n[[makeup]]\ndate = 2026-01-10\ninstead_of = 2026-01-01\n"
    assert faults(lambda: calendar_of(tmp_path, "", y2026=YEAR + again)) == [
        "2026.toml:18: date: a Saturday or Sunday that is no holiday and given once"
    ]


def test_a_saturday_of_the_year_before_may_make_up_for_a_day_of_this_one(tmp_path: Path) -> None:
    swap = "[[makeup]]\ndate = 2025-12-27\ninstead_of = 2026-01-01\n"
    calendar = calendar_of(tmp_path, "", y2025=swap, y2026=YEAR)
    assert calendar.is_working(date(2025, 12, 27)) and not calendar.is_working(date(2026, 1, 1))
    assert faults(lambda: calendar_of(tmp_path, "", y2025=swap, y2026=""))[0].startswith("2025.toml:3: instead_of")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("date = 2026-03-02", "date = 2028-03-02"), "closures.toml:2: date: a day of a year that has a calendar file"),
        (("until = 2026-03-04", "until = 9999-12-31"), "closures.toml:3: until: a day of a year that has a calendar"),
        (("until = 2026-03-04", "until = 2026-03-01"), "closures.toml:3: until: the same day as date, or a later one"),
        (("until = 2026-03-04", "until = 2026-03-06"), "closures.toml:7: date: days that no closure above has"),
        (("until = 2026-03-04", "until = 2026-03-32"), "closures.toml:3: "),
        (('reason = "Họp"\n', ""), "closures.toml:6: reason: a value, which is missing"),
        (("half = true", 'half = "chiều"'), "closures.toml:9: half: yes or no"),
        (("half = true", "half = true\nhours = 4"), "closures.toml:10: hours: there is no such field"),
        (("[[closure]]", "[[holiday]]"), "closures.toml:1: holiday: [[closure]] is expected here"),
        (("[[closure]]", "[[closure]"), "closures.toml:1: "),
    ],
)
def test_a_mistake_in_the_closures_is_named_with_its_line_and_what_is_expected(
    tmp_path: Path, change: tuple[str, str], expected: str
) -> None:
    assert faults(lambda: calendar_of(tmp_path, CLOSURES.replace(*change, 1)))[0].startswith(expected)


def test_a_closures_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    (tmp_path / "2026.toml").write_text(YEAR, encoding="utf-8")
    assert faults(lambda: load_calendar(tmp_path, tmp_path / "closures.toml")) == ["closures.toml:1: a UTF-8 text file"]


def test_all_mistakes_of_all_years_are_told_at_once(tmp_path: Path) -> None:
    told = faults(
        lambda: calendar_of(
            tmp_path,
            CLOSURES.replace('reason = "Họp"\n', ""),
            y2025="[[holiday]]\n",
            y2026=YEAR.replace("date = 2026-01-01", "date = 2027-01-01"),
        )
    )
    assert {fault.split(":")[0] for fault in told} == {"2025.toml", "2026.toml", "closures.toml"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (('until = "10-15"', 'until = "10-14"'), "4: until: every day of the year in a season, but 10-15 is in none"),
        (('from = "10-16"', 'from = "10-15"'), "16: from: one season a day, but 10-15 is in two"),
        (('until = "04-15"', 'until = "03-31"'), "17: until: every day of the year in a season, but 04-01 is in none"),
        (('until = "04-15"', 'until = "04-31"'), "17: until: Value error, a month and a day such as 04-16"),
        (('from = "04-16"', 'from = "16/04"'), "3: from: Value error, a month and a day such as 04-16"),
        (('from = "04-16"', "from = 4"), "3: from: a text"),
        (("opens = 06:30:00", "opens = 12:30:00"), "7: opens: before closes, after the span above"),
        (("opens = 13:30:00", "opens = 11:00:00"), "11: opens: before closes, after the span above"),
        (("opens = 06:30:00", "opens = 7"), "7: span.0.opens: a time such as 07:30"),
        (("opens = 06:30:00", "opens = 6:30"), "7: "),
        (("opens = 06:30:00\ncloses = 11:30:00", "opens = 12:00:00\ncloses = 13:00:00"), "7: opens: before 12:00"),
        (
            ("[[season.span]]\nopens = 06:30:00", "[[season.spans]]\nopens = 06:30:00"),
            "6: spans: there is no such field",
        ),
        (("[[season]]", "[[saison]]"), ""),
    ],
)
def test_a_mistake_in_the_hours_is_named_with_its_line_and_what_is_expected(
    tmp_path: Path, change: tuple[str, str], expected: str
) -> None:
    told = faults(lambda: hours_of(tmp_path, HOURS.replace(*change, 1)))
    assert any(fault.startswith(f"office-hours.toml:{expected}") for fault in told), told


@pytest.mark.parametrize(
    "text", ["", "[[span]]\nopens = 07:00:00\ncloses = 11:30:00\n" + HOURS, 'from = "04-16"\n', "season = []\n"]
)
def test_hours_are_for_the_whole_year_or_by_season(tmp_path: Path, text: str) -> None:
    told = faults(lambda: hours_of(tmp_path, text))
    assert len(told) == 1 and "[[span]]" in told[0] and "[[season]]" in told[0]


RULES = """[[rules]]
name = "Quy định"
legal_base = ["118/2025/NĐ-CP"]
forms = "03/2025/TT-VPCP"
valid_from = 2025-07-01
on_supplement = "restart"
on_obligation = "shift"
same_day_cut_off = 15:30:00
"""


def test_the_hour_after_which_it_is_too_late_for_the_same_day_is_data(tmp_path: Path) -> None:
    (tmp_path / "rules.toml").write_text(RULES, encoding="utf-8")
    assert load_rules(tmp_path).of(date(2026, 1, 1)).same_day_cut_off == time(15, 30)
    assert load_rules(resource("rules")).of(date(2026, 1, 1)).same_day_cut_off == time(15)
    (tmp_path / "rules.toml").write_text(RULES.replace("same_day_cut_off = 15:30:00\n", ""), encoding="utf-8")
    assert load_rules(tmp_path).of(date(2026, 1, 1)).same_day_cut_off == time(15)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("15:30:00", "15"), "rules.toml:8: same_day_cut_off: a time such as 07:30"),
        (('"restart"', '"again"'), "rules.toml:6: on_supplement: "),
        (
            ("2025-07-01", "2025-07-01\nvalid_until = 2025-01-01"),
            "rules.toml:6: valid_until: the same day as valid_from",
        ),
        (("[[rules]]", RULES + "\n[[rules]]"), "rules.toml:14: valid_from: a day after the valid_until of the rules"),
    ],
)
def test_a_mistake_in_the_rules_is_named_with_its_line_and_what_is_expected(
    tmp_path: Path, change: tuple[str, str], expected: str
) -> None:
    (tmp_path / "rules.toml").write_text(RULES.replace(*change, 1), encoding="utf-8")
    assert faults(lambda: load_rules(tmp_path))[0].startswith(expected)

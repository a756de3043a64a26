"""Periods cut as NĐ 09/2019/NĐ-CP does."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.dossier.clock import VIETNAM
from counter_app.reports import periods
from counter_app.reports.periods import Cut, Period

ONE = timedelta(days=1)
DAYS = st.dates(date(2019, 1, 1), date(2040, 12, 31))


@pytest.mark.parametrize(
    ("period", "first", "last", "title"),
    [
        (periods.month(2026, 1), (2025, 12, 15), (2026, 1, 14), "Tháng 1 năm 2026"),
        (periods.month(2026, 3), (2026, 2, 15), (2026, 3, 14), "Tháng 3 năm 2026"),
        (periods.month(2026, 12), (2026, 11, 15), (2026, 12, 14), "Tháng 12 năm 2026"),
        (periods.quarter(2026, 1), (2025, 12, 15), (2026, 3, 14), "Quý I năm 2026"),
        (periods.quarter(2026, 4), (2026, 9, 15), (2026, 12, 14), "Quý IV năm 2026"),
        (periods.half(2026, 1), (2025, 12, 15), (2026, 6, 14), "6 tháng đầu năm 2026"),
        (periods.half(2026, 2), (2026, 6, 15), (2026, 12, 14), "6 tháng cuối năm 2026"),
        (periods.year(2026), (2025, 12, 15), (2026, 12, 14), "Năm 2026"),
        (periods.calendar_month(2026, 2), (2026, 2, 1), (2026, 2, 28), "Tháng dương lịch 2/2026"),
        (periods.calendar_month(2026, 12), (2026, 12, 1), (2026, 12, 31), "Tháng dương lịch 12/2026"),
    ],
)
def test_a_period_has_its_days_and_its_name(
    period: Period, first: tuple[int, int, int], last: tuple[int, int, int], title: str
) -> None:
    assert (period.first, period.last) == (date(*first), date(*last))
    assert period.title == f"{title} (từ ngày {date(*first):%d/%m/%Y} đến ngày {date(*last):%d/%m/%Y})"


def test_a_day_and_any_days_say_themselves() -> None:
    assert periods.day(date(2026, 2, 5)).title == "Ngày 05/02/2026"
    assert periods.span(date(2026, 2, 5), date(2026, 3, 1)).title == "Từ ngày 05/02/2026 đến ngày 01/03/2026"


def test_a_period_begins_and_ends_at_midnight_in_vietnam() -> None:
    one = periods.day(date(2026, 2, 5))
    assert datetime.fromtimestamp(one.start, VIETNAM) == datetime(2026, 2, 5, tzinfo=VIETNAM)
    assert datetime.fromtimestamp(one.end, VIETNAM) == datetime(2026, 2, 6, tzinfo=VIETNAM)


@given(DAYS, st.sampled_from(Cut))
def test_every_day_lies_in_one_period_that_touches_its_neighbours(day: date, cut: Cut) -> None:
    here = periods.containing(cut, day)
    assert here.first <= day <= here.last
    assert periods.containing(cut, here.first) == periods.containing(cut, here.last) == here
    assert periods.before(cut, here).last + ONE == here.first
    assert periods.after(cut, here).first - ONE == here.last
    assert periods.before(cut, here).end == here.start


@given(DAYS)
def test_months_make_quarters_and_quarters_make_halves_and_years(day: date) -> None:
    inside = [periods.containing(cut, day) for cut in (Cut.MONTH, Cut.QUARTER, Cut.HALF, Cut.YEAR)]
    for small, large in pairwise(inside):
        assert large.first <= small.first <= small.last <= large.last
    year = inside[-1]
    for cut, count in ((Cut.MONTH, 12), (Cut.QUARTER, 4), (Cut.HALF, 2)):
        part, parts = periods.containing(cut, year.first), 1
        while part.last < year.last:
            part, parts = periods.after(cut, part), parts + 1
        assert (part.last, parts) == (year.last, count)

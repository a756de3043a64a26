"""Open hours by numbers are those by moments, whatever the two instants."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.dossier.clock import VIETNAM
from counter_app.knowledge import Knowledge, load_knowledge
from counter_app.procedures.open_seconds import open_seconds
from counter_app.procedures.working_time import CalendarMissing, open_times


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    return load_knowledge()


_AT = st.integers(int(datetime(2023, 1, 1).timestamp()), int(datetime(2034, 1, 1).timestamp()))


@given(since=_AT, until=_AT)
def test_seconds_and_moments_say_the_same(knowledge: Knowledge, since: int, until: int) -> None:
    between = open_seconds(knowledge.calendar, knowledge.hours).between
    moments = [datetime.fromtimestamp(at, VIETNAM) for at in (since, until)]
    try:
        expected: int | None = int(open_times(knowledge.calendar, knowledge.hours).between(*moments).total_seconds())
    except CalendarMissing:
        expected = None
    assert between([since], [until]).tolist() == ([] if expected is None else [expected])
    assert between([since, until], [until, until]).tolist() == ([] if expected is None else [expected]) + [0]


def test_a_moment_of_a_year_nobody_knows_makes_no_other_moment_of_it_known(knowledge: Knowledge) -> None:
    at = int(datetime(2060, 5, 4, 9, tzinfo=VIETNAM).timestamp())
    between = open_seconds(knowledge.calendar, knowledge.hours).between
    assert between([at, at, at], [at, at + 3600, at - 60]).tolist() == [0, 0]
    assert between([], []).tolist() == []

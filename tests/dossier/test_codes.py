"""Dossier codes drawn at desks that do not see each other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.dossier.codes import AGENCY, Ranges, next_code, number_of

DAY = date(2026, 11, 24)


def test_one_desks_numbers_follow_each_other() -> None:
    """Numbers of one desk ran 0001, 0021, 0041, which looked as if dossiers were missing between."""
    third = Ranges(3, 20, 1_000)
    assert next_code("H41.15", DAY, 0, Ranges(1, 20, 1_000)) == "H41.15-261124-0001"
    assert next_code("H41.15", DAY, 1, Ranges(1, 20, 1_000)) == "H41.15-261124-0002"
    assert next_code("H41.15", DAY, 0, third) == "H41.15-261124-2001"
    assert next_code("H41.15", DAY, 2_001, third) == "H41.15-261124-2002"


def test_a_full_range_goes_on_where_all_desks_had_theirs() -> None:
    assert next_code("H41.15", DAY, 3_000, Ranges(3, 20, 1_000)) == "H41.15-261124-22001"


def test_an_office_of_one_desk_has_numbers_without_a_gap() -> None:
    alone, last, drawn = Ranges(1, 1, 10), 0, []
    for _ in range(25):
        last = alone.after(last)
        drawn.append(last)
    assert drawn == list(range(1, 26))


@given(slots=st.integers(1, 60), size=st.integers(1, 9), dossiers=st.lists(st.integers(1, 60), max_size=60))
def test_desks_that_never_meet_never_draw_the_same_code(slots: int, size: int, dossiers: list[int]) -> None:
    drawn: list[str] = []
    last = dict.fromkeys(range(1, slots + 1), 0)
    for desk in (1 + dossier % slots for dossier in dossiers):
        code = next_code("H41.15", DAY, last[desk], Ranges(desk, slots, size))
        last[desk] = number_of(code)
        drawn.append(code)
    assert len(set(drawn)) == len(drawn)


def test_a_desk_outside_the_offices_slots_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="desk 21 of 20"):
        Ranges(21, 20, 1_000)


@pytest.mark.parametrize("code", ["H41", "H41.15", "H41.15.02", "000.00.06.H56", "G15"])
def test_both_agency_schemes_are_known(code: str) -> None:
    assert AGENCY.match(code)


@pytest.mark.parametrize("code", ["41.15", "H4", "H41-15", "000.00.H56", ""])
def test_what_is_no_agency_code_is_refused(code: str) -> None:
    assert not AGENCY.match(code)

"""Dossier codes drawn at desks that do not see each other."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counter_app.dossier.codes import AGENCY, next_code, number_of

DAY = date(2026, 11, 24)


def test_the_code_is_agency_day_and_number() -> None:
    assert next_code("H41.15", DAY, last=0, desk=3, slots=20) == "H41.15-261124-0003"
    assert next_code("H41.15", DAY, last=3, desk=3, slots=20) == "H41.15-261124-0023"


def test_numbers_beyond_four_digits_grow_instead_of_starting_again() -> None:
    assert next_code("H41.15", DAY, last=9_999, desk=19, slots=20) == "H41.15-261124-10019"


@given(slots=st.integers(1, 60), dossiers=st.lists(st.integers(1, 60), max_size=60))
def test_desks_that_never_meet_never_draw_the_same_code(slots: int, dossiers: list[int]) -> None:
    drawn: list[str] = []
    last = dict.fromkeys(range(1, slots + 1), 0)
    for desk in (1 + one % slots for one in dossiers):
        code = next_code("H41.15", DAY, last=last[desk], desk=desk, slots=slots)
        last[desk] = number_of(code)
        drawn.append(code)
    assert len(set(drawn)) == len(drawn)


def test_a_desk_outside_the_offices_slots_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="desk 21 of 20"):
        next_code("H41.15", DAY, last=0, desk=21, slots=20)


@pytest.mark.parametrize("code", ["H41", "H41.15", "H41.15.02", "000.00.06.H56", "G15"])
def test_both_agency_schemes_are_known(code: str) -> None:
    assert AGENCY.match(code)


@pytest.mark.parametrize("code", ["41.15", "H4", "H41-15", "000.00.H56", ""])
def test_what_is_no_agency_code_is_refused(code: str) -> None:
    assert not AGENCY.match(code)

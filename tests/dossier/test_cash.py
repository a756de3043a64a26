"""Cash: change in the fewest notes, a drawer counted by notes."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from counter_app.dossier.cash import NOTES, CashCount, NoteCount, in_notes, notes_counted, read_amount
from counter_app.dossier.clock import VIETNAM


def test_change_is_made_up_of_the_fewest_notes() -> None:
    assert in_notes(92_000) == {50_000: 1, 20_000: 2, 2_000: 1}
    assert in_notes(0) == {}


@given(st.integers(0, 10_000_000).map(lambda hundreds: hundreds * 100).filter(lambda amount: amount % 1000 != 100))
def test_notes_make_up_the_amount(amount: int) -> None:
    rest = amount - sum(note * count for note, count in in_notes(amount).items())
    assert 0 <= rest < min(NOTES)


def test_a_drawer_is_the_sum_of_its_notes_and_tells_what_is_too_much_or_missing() -> None:
    counted = notes_counted({2_000: 4, 100_000: 3, 50_000: 0})
    assert counted == (NoteCount(note=100_000, count=3), NoteCount(note=2_000, count=4))
    at = datetime(2026, 11, 20, 17, tzinfo=VIETNAM)
    count = CashCount(day=date(2026, 11, 20), clerk="Trần Thị Mẫu", at=at, expected=316_000, notes=counted)
    assert (count.counted, count.difference) == (308_000, -8_000)


@pytest.mark.parametrize(("note", "count"), [(3_000, 1), (1_000, -1)])
def test_a_note_that_does_not_exist_or_a_negative_count_is_refused(note: int, count: int) -> None:
    with pytest.raises(ValidationError):
        NoteCount(note=note, count=count)


@pytest.mark.parametrize("typed", ["500000", "500.000", "500 000 đ", "500k", "500,000Đ"])
def test_an_amount_is_read_as_clerks_type_it(typed: str) -> None:
    assert read_amount(typed) == 500_000


@pytest.mark.parametrize("typed", ["", "năm trăm", "-5", "5.00", "1.2.3"])
def test_what_is_no_amount_is_none(typed: str) -> None:
    assert read_amount(typed) is None

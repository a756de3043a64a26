"""Days and hours as clerks type them."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from counter_app.dossier.clock import VIETNAM
from counter_app.procedures.working_time import OfficeHours, Season
from ui.widgets.moments import read_day

HOURS = OfficeHours((Season(((time(7), time(11, 30)), (time(13, 30), time(17)))),))
NOW = datetime(2026, 11, 25, 9, 0, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("26/11/2026 09:00", (2026, 11, 26, 9, 0)),
        ("26/11/2026 9:05", (2026, 11, 26, 9, 5)),
        ("26-11-2026 9h", (2026, 11, 26, 9, 0)),
        ("26.11 14g30", (2026, 11, 26, 14, 30)),
        (" 5/12 ", (2026, 12, 5, 17, 0)),
        ("05122026", (2026, 12, 5, 17, 0)),
        ("25/11", (2026, 11, 25, 17, 0)),
        ("4/1", (2027, 1, 4, 17, 0)),
        ("29/2/2028", (2028, 2, 29, 17, 0)),
    ],
)
def test_what_a_clerk_types_is_understood(typed: str, meant: tuple[int, ...]) -> None:
    assert read_day(typed, NOW, HOURS) == datetime(*meant, tzinfo=VIETNAM)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize("typed", ["", "mai", "31/11/2026", "29/2", "26/13/2026", "26/11/2026 25:00", "26/11/26"])
def test_what_is_no_day_is_not_guessed_at(typed: str) -> None:
    assert read_day(typed, NOW, HOURS) is None

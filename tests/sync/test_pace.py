"""How fast and when files go."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from counter_app.config import Server
from counter_app.dossier.clock import VIETNAM
from counter_app.sync.pace import BrokenOff, Pace, closed_until
from counter_app.sync.wake_up import WakeReason, WakeUp, retry_delay

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=VIETNAM)
HOURS = ("11:30-13:30", "17:00-07:00")


@given(st.lists(st.integers(1, 300_000), min_size=1, max_size=40), st.integers(10_000, 1_000_000))
def test_never_more_bytes_go_than_the_limit_and_a_quarter_second_more(chunks: list[int], speed: int) -> None:
    now = 0.0

    def sleep(seconds: float) -> None:
        nonlocal now
        now += seconds

    pace = Pace(lambda: speed, lambda: False, sleep, lambda: now)
    gone = 0
    for chunk in chunks:
        pace(chunk)
        gone += chunk
        assert gone <= speed * (now + 0.25) + chunk + 1
    assert now <= sum(chunks) / speed + 0.001, "and not slower than it"


def test_a_stop_is_heard_in_the_middle_of_a_wait() -> None:
    naps: list[float] = []
    pace = Pace(lambda: 1000, lambda: len(naps) > 2, naps.append, lambda: float(sum(naps)))
    with pytest.raises(BrokenOff):
        pace(1_000_000)
    assert sum(naps) < 1


@pytest.mark.parametrize(
    ("hour", "minute", "opens"),
    [
        (11, 29, (24, 11, 30)),
        (11, 30, None),
        (13, 29, None),
        (13, 30, (24, 17, 0)),
        (23, 59, None),
        (7, 0, (24, 11, 30)),
    ],
)
def test_files_go_in_their_hours_over_midnight_too(hour: int, minute: int, opens: tuple[int, int, int] | None) -> None:
    found = closed_until(HOURS, NOON.replace(hour=hour, minute=minute))
    assert (found and (found.day, found.hour, found.minute)) == opens


@given(st.integers(0, 2 * 24 * 60))
def test_when_the_hours_are_said_to_open_they_are_open_and_not_a_minute_earlier(minutes: int) -> None:
    at = NOON + timedelta(minutes=minutes)
    opens = closed_until(HOURS, at)
    if opens is not None:
        assert opens > at and closed_until(HOURS, opens) is None
        assert closed_until(HOURS, opens - timedelta(minutes=1)) is not None


def test_hours_that_are_none_are_refused_in_the_profile() -> None:
    assert Server(file_hours=HOURS).file_hours == HOURS
    for wrong in ("noon", "11:30", "11:70-12:00", "25:00-26:00"):
        with pytest.raises(ValidationError):
            Server(file_hours=(wrong,))


def test_a_server_that_wants_to_be_left_alone_is_woken_by_a_clerk_only() -> None:
    delay = retry_delay(2.0, wanted=60.0)
    assert [delay.after(reason) for reason in (None, *WakeReason)] == [60.0, 60.0, 60.0, 0.0]
    delay = retry_delay(90.0, wanted=0.0)
    assert [delay.after(reason) for reason in (None, *WakeReason)] == [90.0, 5.0, 1.0, 0.0]
    wake_up = WakeUp()
    wake_up.set(WakeReason.CLERK)
    wake_up.set(WakeReason.NEW_ENTRY)
    assert wake_up.wait(retry_delay(90.0, 60.0)) is WakeReason.CLERK

"""How fast and when files may go: the profile's bytes a second, and its hours."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

_BURST = 0.25  # seconds whose bytes may go at once
_SHORT = 0.2  # seconds of sleep before it is looked again whether to stop


class BrokenOff(Exception):
    """The upload was stopped on purpose: a pause, the end of the hours, the end of the program."""


class Pace:
    """Waits before each chunk so long that no more than `speed` bytes a second go; raises BrokenOff to stop."""

    def __init__(
        self,
        speed: Callable[[], int],
        stopped: Callable[[], bool],
        sleep: Callable[[float], object] = time.sleep,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """`speed` of 0 is without a limit."""
        self._speed, self._stopped = speed, stopped
        self._sleep, self._now = sleep, now
        self._free_at = now()  # when the bytes that have gone are paid for

    def __call__(self, size: int) -> None:
        """Before `size` bytes go. Raises BrokenOff."""
        speed = self._speed()
        if speed:
            now = self._now()
            self._free_at = max(self._free_at, now - _BURST) + size / speed
            self.rest(self._free_at - now - _BURST)
        elif self._stopped():
            raise BrokenOff

    def rest(self, seconds: float) -> None:
        """Waits. Raises BrokenOff as soon as it is to stop."""
        until = self._now() + seconds
        while True:
            if self._stopped():
                raise BrokenOff
            left = until - self._now()
            if left <= 0:
                return
            self._sleep(min(left, _SHORT))


def closed_until(hours: Sequence[str], now: datetime) -> datetime | None:
    """When files may go again; None if they may now. Hours over midnight are such as 17:00-07:00."""
    if not hours:
        return None
    opening = []
    for hour in hours:
        begin, end = (_minutes(part) for part in hour.split("-"))
        minute = now.hour * 60 + now.minute
        inside = begin <= minute < end if begin < end else minute >= begin or minute < end
        if inside:
            return None
        midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
        opens = midnight + timedelta(minutes=begin)
        opening.append(opens if opens > now else opens + timedelta(days=1))
    return min(opening)


def _minutes(text: str) -> int:
    hour, _, minute = text.partition(":")
    return int(hour) * 60 + int(minute)

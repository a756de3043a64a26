"""Vietnam's time zone, and how moments are written.

It has no summer time, so a fixed offset is exact and needs no zone data.
"""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "ICT")
_EPOCH = datetime(1970, 1, 1, 7, tzinfo=VIETNAM)
_FIRST, _LAST = (datetime(year, 1, 1, tzinfo=VIETNAM).timestamp() for year in (1800, 2201))


def now() -> datetime:
    """The present, to the second, in Vietnam."""
    return datetime.now(VIETNAM).replace(microsecond=0)


def from_seconds(seconds: float) -> datetime:
    """An instant of the store in Vietnam. One that no calendar of ours has is shown as the nearest that it has: a list
    does not fail for one row."""
    return _EPOCH + timedelta(seconds=min(max(seconds, _FIRST), _LAST))  # Windows' own clock begins in 1970


def midnight(day: date) -> int:
    """The beginning of a day in Vietnam, in seconds since 1970."""
    return int(datetime.combine(day, time(), VIETNAM).timestamp())


def moment(at: datetime | None) -> str:
    """An instant on the office's clock: 26/11/2026 09:00; "" for none."""
    return f"{at.astimezone(VIETNAM):%d/%m/%Y %H:%M}" if at else ""

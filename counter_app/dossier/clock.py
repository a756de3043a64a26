"""Vietnam's time zone, and how moments are written.

It has no summer time, so a fixed offset is exact and needs no zone data.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7), "ICT")


def now() -> datetime:
    """The present, to the second, in Vietnam."""
    return datetime.now(VIETNAM).replace(microsecond=0)


def moment(at: datetime | None) -> str:
    """An instant on the office's clock: 26/11/2026 09:00; "" for none."""
    return f"{at.astimezone(VIETNAM):%d/%m/%Y %H:%M}" if at else ""

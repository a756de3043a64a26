"""How long the office was open between two instants, in seconds since 1970: for reports that ask a million times, where
moments of the calendar (`working_time.OpenTimes`) cost ten times as much."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime
from functools import lru_cache
from itertools import accumulate

from counter_app.dossier.clock import VIETNAM, midnight
from counter_app.procedures.working_time import CalendarMissing, OfficeHours, OpenTimes, WorkCalendar, open_times

_YEARS = range(1970, 2201)


class OpenSeconds:
    """The spans in which the office is open, as numbers."""

    def __init__(self, times: OpenTimes) -> None:
        self._times = times
        spans = [(_seconds(opens), _seconds(closes)) for opens, closes in times.spans]
        self._opens = [opens for opens, _ in spans]
        self._closes = [closes for _, closes in spans]
        self._before = list(accumulate((closes - opens for opens, closes in spans), initial=0))
        self._years = [midnight(date(year, 1, 1)) for year in _YEARS]
        self._known: dict[tuple[int, int], bool] = {}

    def between(self, since: int, until: int) -> int | None:
        """Seconds; None where the calendar has no data on a year between."""
        if until <= since:
            return 0
        years = (bisect_right(self._years, since), bisect_right(self._years, until))
        known = self._known.get(years)
        if known is None:
            known = self._known[years] = self._are_known(since, until)
        return self._open_until(until) - self._open_until(since) if known else None

    def _are_known(self, since: int, until: int) -> bool:
        try:
            self._times.between(datetime.fromtimestamp(since, VIETNAM), datetime.fromtimestamp(until, VIETNAM))
        except CalendarMissing:
            return False
        return True

    def _open_until(self, at: int) -> int:
        place = bisect_right(self._opens, at) - 1
        return self._before[place] + min(at, self._closes[place]) - self._opens[place] if place >= 0 else 0


@lru_cache(maxsize=4)
def open_seconds(calendar: WorkCalendar, hours: OfficeHours) -> OpenSeconds:
    """Those of that calendar with those hours."""
    return OpenSeconds(open_times(calendar, hours))


def _seconds(at: datetime) -> int:
    return int(at.replace(tzinfo=VIETNAM).timestamp())

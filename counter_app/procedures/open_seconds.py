"""How long the office was open between two instants, in seconds since 1970: for reports that ask a million times at
once, where moments of the calendar (`working_time.OpenTimes`) cost a hundred times as much."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from counter_app.dossier.clock import VIETNAM, midnight
from counter_app.procedures.working_time import CalendarMissing, OfficeHours, OpenTimes, WorkCalendar, open_times

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Seconds = NDArray[np.int64]

_YEARS = range(1970, 2201)


class OpenSeconds:
    """The spans in which the office is open, as numbers."""

    def __init__(self, times: OpenTimes) -> None:
        import numpy as np  # here, and not at the start of every window: no other report needs it

        self._times = times
        spans = [(_seconds(opens), _seconds(closes)) for opens, closes in times.spans]
        self._opens = np.array([opens for opens, _ in spans], dtype=np.int64)
        self._closes = np.array([closes for _, closes in spans], dtype=np.int64)
        self._before = np.concatenate(([0], np.cumsum(self._closes - self._opens)))
        self._years = np.array([midnight(date(year, 1, 1)) for year in _YEARS], dtype=np.int64)
        self._known: dict[tuple[int, int], bool] = {}

    def between(self, since: Sequence[int] | Seconds, until: Sequence[int] | Seconds) -> Seconds:
        """Seconds of each pair; those in between the calendar has no data on a year are left out."""
        import numpy as np

        begun, ended = np.asarray(since, dtype=np.int64), np.asarray(until, dtype=np.int64)
        ended = np.maximum(begun, ended)
        known = self.are_known(begun, ended)
        begun, ended = begun[known], ended[known]
        return self._open_until(ended) - self._open_until(begun)

    def are_known(self, since: Sequence[int] | Seconds, until: Sequence[int] | Seconds) -> NDArray[np.bool_]:
        """Of which pairs the calendar has the data of every year in between."""
        import numpy as np

        since, until = np.asarray(since, dtype=np.int64), np.asarray(until, dtype=np.int64)
        if not since.size:
            return np.zeros(0, dtype=bool)
        first, last = self._years.searchsorted(since, "right"), self._years.searchsorted(until, "right")
        years = range(int(first.min()), int(last.max()) + 1)
        known = np.array([[one <= other and self._is_known(one, other) for other in years] for one in years])
        found: NDArray[np.bool_] = known[first - years.start, last - years.start] | (since == until)
        return found

    def _is_known(self, first: int, last: int) -> bool:
        """Whether there is data on all days of these years, which are counted from 1970 as 1."""
        if (first, last) not in self._known:
            since, until = int(self._years[first - 1]), int(self._years[last]) - 1
            try:
                self._times.between(datetime.fromtimestamp(since, VIETNAM), datetime.fromtimestamp(until, VIETNAM))
            except CalendarMissing:
                self._known[first, last] = False
            else:
                self._known[first, last] = True
        return self._known[first, last]

    def _open_until(self, at: Seconds) -> Seconds:
        import numpy as np

        if not self._opens.size:
            return np.zeros(at.shape, dtype=np.int64)
        place = self._opens.searchsorted(at, "right") - 1
        within = np.minimum(at, self._closes[place]) - self._opens[place]
        return np.where(place >= 0, self._before[place] + within, 0)


@lru_cache(maxsize=4)
def open_seconds(calendar: WorkCalendar, hours: OfficeHours) -> OpenSeconds:
    """Those of that calendar with those hours."""
    return OpenSeconds(open_times(calendar, hours))


def _seconds(at: datetime) -> int:
    return int(at.replace(tzinfo=VIETNAM).timestamp())

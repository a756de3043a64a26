"""What wakes a thread of the worker, and how early each kind of waking may come."""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import IntEnum
from threading import Condition


class Urge(IntEnum):
    """Why to look now: something new was written, the network is back, somebody asked for it."""

    NEWS = 1
    LINE = 2
    CLERK = 3


@dataclass(frozen=True)
class Rest:
    """Seconds to rest: without being woken, and at least, for each kind of waking."""

    whole: float
    news: float = 0.0
    line: float = 0.0
    clerk: float = 0.0

    def after(self, urge: Urge | None) -> float:
        """Seconds to rest, woken like this."""
        by_urge = {Urge.NEWS: self.news, Urge.LINE: self.line, Urge.CLERK: self.clerk}
        return min(self.whole, by_urge[urge]) if urge else self.whole


def resting_after_failure(seconds: float, wanted: float) -> Rest:
    """The rest after a failure: `seconds` of back-off; sooner than the server `wanted` only where a clerk asks."""
    whole = max(seconds, wanted)
    return Rest(whole, news=max(min(seconds, 5.0), wanted), line=max(min(seconds, 1.0), wanted))


class Bell:
    """Rung by any thread, waited for by one."""

    def __init__(self) -> None:
        self._rung = Condition()
        self._urge: Urge | None = None

    def ring(self, urge: Urge) -> None:
        """Wakes whoever waits, or shortens the next rest."""
        with self._rung:
            self._urge = max(self._urge or urge, urge)
            self._rung.notify()

    def wait(self, rest: Rest) -> Urge | None:
        """Rests; why it ended early, if it did."""
        began = time.monotonic()
        with self._rung:
            while (left := began + rest.after(self._urge) - time.monotonic()) > 0:
                self._rung.wait(left)
            urge, self._urge = self._urge, None
            return urge

"""What wakes a thread of the worker, and how early each reason may wake it."""

from __future__ import annotations

import time
from dataclasses import dataclass
from enum import IntEnum
from threading import Condition


class WakeReason(IntEnum):
    """Why to look now: something new was written, the network is back, somebody asked for it.

    The later ones are the stronger.
    """

    NEW_ENTRY = 1
    NETWORK_BACK = 2
    CLERK = 3


@dataclass(frozen=True)
class Delay:
    """Seconds until the next look: without being woken, and at least, for each reason to wake."""

    whole: float
    new_entry: float = 0.0
    network_back: float = 0.0
    clerk: float = 0.0

    def after(self, reason: WakeReason | None) -> float:
        """Seconds until the next look, woken for this reason."""
        by_reason = {
            WakeReason.NEW_ENTRY: self.new_entry,
            WakeReason.NETWORK_BACK: self.network_back,
            WakeReason.CLERK: self.clerk,
        }
        return min(self.whole, by_reason[reason]) if reason else self.whole


def retry_delay(seconds: float, wanted: float) -> Delay:
    """After a failure: `seconds` of back-off; sooner than the server `wanted` (Retry-After) only where a clerk asks."""
    whole = max(seconds, wanted)
    return Delay(whole, new_entry=max(min(seconds, 5.0), wanted), network_back=max(min(seconds, 1.0), wanted))


class WakeUp:
    """An event with a reason: set by any thread, waited for by one."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._reason: WakeReason | None = None

    def set(self, reason: WakeReason) -> None:
        """Wakes whoever waits, or shortens the next wait."""
        with self._changed:
            self._reason = max(self._reason or reason, reason)
            self._changed.notify()

    def wait(self, delay: Delay) -> WakeReason | None:
        """Waits; why it ended early, if it did."""
        began = time.monotonic()
        with self._changed:
            while (left := began + delay.after(self._reason) - time.monotonic()) > 0:
                self._changed.wait(left)
            reason, self._reason = self._reason, None
            return reason

"""How often one desk, or one address that has not signed in, may ask: a bucket of tokens each, in this process."""

from __future__ import annotations

import ipaddress
import time
from collections import OrderedDict
from collections.abc import Callable

_REMEMBERED = 10_000
_LETTERS = 100  # by which somebody is remembered
_NEIGHBOURS = 64  # bits of an IPv6 address: one machine may take any address that shares them


def neighbourhood(host: str) -> str:
    """By what an address that has not signed in is remembered."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.version == 4:
        return host
    return str(address.ipv4_mapped or ipaddress.ip_network((address, _NEIGHBOURS), strict=False))


class Rates:
    """`burst` requests at once, then `per_second` of them."""

    def __init__(self, per_second: float, burst: int, now: Callable[[], float] = time.monotonic) -> None:
        self._per_second, self._burst, self._now = per_second, burst, now
        self._buckets: OrderedDict[str, tuple[float, float]] = OrderedDict()  # what is left, and when

    def wait(self, who: str) -> float:
        """Takes one token: 0.0, or after how many seconds there is one again."""
        who, now = who[:_LETTERS], self._now()
        left, at = self._buckets.pop(who, (float(self._burst), now))
        left = min(self._burst, left + (now - at) * self._per_second)
        enough = left >= 1
        self._buckets[who] = (left - 1 if enough else left), now
        if len(self._buckets) > _REMEMBERED:
            self._buckets.popitem(last=False)
        return 0.0 if enough else (1 - left) / self._per_second

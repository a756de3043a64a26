"""More than one pass of a scanner: waiting until paper lies in the feeder, both sides by hand."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace

from counter_app.errors import CounterError
from scanning.errors import FeederEmpty, ScannerBusy, SidesDiffer
from scanning.pages import RawPage
from scanning.sources.scanner import InputSource, Scanner, ScanWish

PAUSES = (0.5, 5.0)
"""Seconds between two looks into the feeder: the first, and what they grow to, so that an idle device may rest."""
HANDS_OFF = 1.0
"""Seconds that a hand may still straighten the sheets after the sensor saw them."""


def pages_from(
    scanner: Scanner,
    wish: ScanWish,
    *,
    when_paper_is_in: bool = False,
    turned: Callable[[int], bool] = lambda fronts: True,
    cancelled: Callable[[], bool] = lambda: False,
) -> Iterator[RawPage | CounterError]:
    """All pages of a wish, each with its place in the document as its index.

    `turned` is called between the passes of both sides by hand with the number of fronts, waits until the stack lies
    in the feeder the other way round, and tells whether to go on.
    """
    waits = when_paper_is_in and wish.place is not InputSource.GLASS
    pages = when_paper_lies_in(scanner, wish, cancelled) if waits else scanner.scan(wish, cancelled)
    if wish.place is not InputSource.BY_HAND:
        yield from pages
        return
    fronts = 0
    for page in pages:
        yield replace(page, index=2 * fronts)
        fronts += 1
    if fronts and not cancelled() and turned(fronts):
        yield from _backs(scanner, wish, fronts, cancelled)


def when_paper_lies_in(
    scanner: Scanner, wish: ScanWish, cancelled: Callable[[], bool] = lambda: False
) -> Iterator[RawPage]:
    """The pages of the next stack that is put into the feeder; ends without any when cancelled before."""
    pause, seen_empty = PAUSES[0], False
    while not cancelled():
        came = False
        try:
            loaded = scanner.paper_loaded()
            if loaded is not False:  # without a sensor, pulling at the paper is the only way to know
                _rest(HANDS_OFF if loaded and seen_empty else 0, cancelled)
                for page in scanner.scan(wish, cancelled):
                    came = True
                    yield page
                return
        except (FeederEmpty, ScannerBusy):
            if came:
                raise
        seen_empty = True
        _rest(pause, cancelled)
        pause = min(pause * 1.3, PAUSES[1])


def place_of_back(fronts: int, nth: int) -> int:
    """Where the `nth` back that comes belongs (both from 0): the turned stack begins with its last sheet's back.

    Backs beyond the number of fronts follow all others.
    """
    return 2 * (fronts - nth) - 1 if nth < fronts else fronts + nth


def _backs(
    scanner: Scanner, wish: ScanWish, fronts: int, cancelled: Callable[[], bool]
) -> Iterator[RawPage | CounterError]:
    backs = 0
    for page in scanner.scan(wish, cancelled):
        yield replace(page, index=place_of_back(fronts, backs))
        backs += 1
    if backs != fronts and not cancelled():
        yield SidesDiffer(fronts=fronts, backs=backs)


def _rest(seconds: float, cancelled: Callable[[], bool]) -> None:
    until = time.monotonic() + seconds
    while not cancelled() and time.monotonic() < until:
        time.sleep(0.05)

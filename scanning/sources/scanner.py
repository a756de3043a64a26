"""What every scanner is to the rest of the house: what it can do, its pages as they come, whether paper lies in it.

A new kind of scanner is one file beside this one with a class that fits `Scanner`, and a line in `finding`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from scanning.errors import CannotScanThere, NoFeeder
from scanning.pages import RawPage

Millimetres = tuple[float, float]
"""Width and height."""


LARGEST_PAGE = 250_000_000
"""Bytes: an A3 page of 600 dpi in colour, unpacked, has 210 million."""
MOST_FED = 5000
"""Pages of one wish; a device that gives more has no paper that ends."""


class InputSource(StrEnum):
    """Where the paper lies, and which of its sides are scanned."""

    GLASS = "glass"
    FEEDER = "feeder"
    BOTH_SIDES = "both_sides"
    """The feeder turns the sheets itself."""
    BY_HAND = "by_hand"
    """The feeder scans one side; the clerk turns the stack for the other."""


class Paper(StrEnum):
    """The sheet's size; `LARGEST` for sheets of several sizes: the clean-up cuts the rest away."""

    LARGEST = "largest"
    A3 = "A3"
    A4 = "A4"
    A5 = "A5"

    @property
    def size(self) -> Millimetres:
        """Of a sheet standing upright. `LARGEST` ends at A3: feeders for endless paper name metres."""
        return {"A4": (210.0, 297.0), "A5": (148.0, 210.0)}.get(self.value, (297.0, 420.0))


@dataclass(frozen=True)
class ScanWish:
    """How to scan; a device that cannot do a detail does the nearest it can."""

    place: InputSource = InputSource.FEEDER
    dpi: int = 300
    colour: bool = True
    paper: Paper = Paper.A4


@dataclass(frozen=True)
class ScannerOptions:
    """What a device lets itself be asked."""

    places: tuple[InputSource, ...]
    colours: tuple[bool, ...] = (True, False)
    """True: colour, False: grey."""
    resolutions: tuple[int, ...] = ()
    """Every resolution (dpi) it knows, or the two ends of its range; empty where it offers no choice."""
    any_resolution: bool = False
    """`resolutions` is a range."""
    largest: Millimetres | None = None
    """Its largest sheet; None where it does not tell."""

    def check(self, place: InputSource) -> None:
        """Raises NoFeeder or CannotScanThere where the device does not scan from `place`."""
        if place in self.places:
            return
        fed = {InputSource.FEEDER, InputSource.BOTH_SIDES}.intersection(self.places)
        raise NoFeeder(place.value) if place is not InputSource.GLASS and not fed else CannotScanThere(place.value)

    def resolution(self, dpi: int) -> int | None:
        """The resolution nearest to `dpi` that it knows, rather finer than coarser."""
        if not self.resolutions:
            return None
        if self.any_resolution:
            return min(max(dpi, min(self.resolutions)), max(self.resolutions))
        return min(self.resolutions, key=lambda known: (known < dpi, abs(known - dpi)))

    def sheet(self, paper: Paper) -> Millimetres | None:
        """What to scan for a sheet of `paper`: no more than the device reaches; None where it does not tell."""
        if self.largest is None:
            return None
        width, height = paper.size
        return min(width, self.largest[0]), min(height, self.largest[1])


class Scanner(Protocol):
    """A scanner that may be asked from any thread, by one at a time."""

    @property
    def id(self) -> str:
        """Its kind and address ("sane:…", "escl:…"): what a desk remembers it by, for `finding.scanner`."""

    @property
    def label(self) -> str:
        """Maker and model for the clerk."""

    @property
    def host(self) -> str:
        """Its network address as the system names it; "" for a device on a cable."""

    def options(self) -> ScannerOptions:
        """What it can do; raises ScannerGone where it is not there."""

    def scan(self, wish: ScanWish, cancelled: Callable[[], bool] = lambda: False) -> Iterator[RawPage]:
        """The pages as they come: one from the glass, or all from the feeder until it is empty.

        Both sides by hand counts as the feeder here: `feeding` asks for the two passes. When `cancelled` turns true
        the scanner is stopped and the pages end. Raises a child of CounterError when the scanner fails; the pages
        that came before are good.
        """

    def paper_loaded(self) -> bool | None:
        """Whether paper lies in the feeder; None where the device cannot tell."""

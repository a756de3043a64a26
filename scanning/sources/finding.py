"""All the scanners a desk has, whatever their kind: found side by side, opened by what the desk remembers."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType

from counter_app.errors import CounterError
from scanning.sources import escl, sane, wia
from scanning.sources.scanner import Scanner

KINDS: dict[str, ModuleType] = {**({"wia": wia} if sys.platform == "win32" else {"sane": sane}), "escl": escl}
"""Each kind has `find(seconds)` and `open_scanner(address)`; its name begins the ids of its scanners."""
SECONDS = 20.0
"""How long a kind may search: SANE's network backends take their time, and the clerk waits."""


def find_scanners(seconds: float = SECONDS) -> list[Scanner]:
    """The scanners there are now, each once; raises a kind's failure only where no kind found any."""
    with ThreadPoolExecutor(len(KINDS)) as side_by_side:
        asked = [side_by_side.submit(kind.find, seconds) for kind in KINDS.values()]
    found: list[Scanner] = []
    failures: list[CounterError] = []
    for answer in asked:
        try:
            found += answer.result()
        except CounterError as failure:
            failures.append(failure)
    if failures and not found:
        raise failures[0]
    return each_once(found)


def scanner(remembered: str) -> Scanner:
    """The scanner of that id, whether it is there or not; a name without a kind is one of the system's own."""
    kind, _, address = remembered.partition(":")
    known, name = (KINDS[kind], address) if kind in KINDS else (next(iter(KINDS.values())), remembered)
    opened: Scanner = known.open_scanner(name)
    return opened


def each_once(found: Sequence[Scanner]) -> list[Scanner]:
    """A network device that the system's own eSCL driver found as well is listed as ours only: it tells more."""
    ours = {device.host for device in found if device.id.startswith("escl:")}
    twice = ("sane:airscan:", "sane:escl:")
    return [device for device in found if not (device.id.startswith(twice) and device.host in ours)]

"""All the scanners a desk has, whatever their kind: found side by side, opened by what the desk remembers."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from types import ModuleType

from counter_app.errors import CounterError
from scanning.sources import escl, sane
from scanning.sources.scanner import Scanner

KINDS: dict[str, ModuleType] = {"sane": sane, "escl": escl}
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
    """The scanner of that id, whether it is there or not; a name without a kind is one of SANE's."""
    kind, _, address = remembered.partition(":")
    return KINDS[kind].open_scanner(address) if kind in KINDS else sane.open_scanner(remembered)


def each_once(found: Sequence[Scanner]) -> list[Scanner]:
    """A network device that SANE's own eSCL backends found as well is listed as ours only: it tells more."""
    ours = {device.host for device in found if device.id.startswith("escl:")}
    twice = ("sane:airscan:", "sane:escl:")
    return [device for device in found if not (device.id.startswith(twice) and device.host in ours)]

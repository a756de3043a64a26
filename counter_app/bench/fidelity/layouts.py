"""The part of `counter bench fidelity` that lays papers of every layout on the glass in all four lies.

A page may be righted or left as it lies; turned any other way it is wrong. A list is never cut in two, an open book is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import fmean

from counter_app.bench.fidelity.filing import chosen, filed, tell
from counter_app.bench.figures import Figure
from counter_app.bench.layouts.cases import Case, cases
from counter_app.bench.layouts.kinds import KINDS, UNREADABLE, UNTUNED
from counter_app.bench.layouts.spreads import SPREADS

RESOLUTIONS = (200, 300)
SEEDS = 100_000
"""Papers are drawn from the seed's remainder: they take small ones."""


@dataclass(frozen=True)
class Outcome:
    """How one page came out."""

    case: Case
    rotation: int
    """Degrees clockwise by which the program took it to be turned."""
    pages: int

    @property
    def right(self) -> bool:
        """Upright now."""
        return self.rotation == self.case.turned

    @property
    def wrong(self) -> bool:
        """Neither upright nor as it lay."""
        return not self.right and self.rotation != 0

    @property
    def is_spread(self) -> bool:
        """Two pages lie on it."""
        return self.case.name in SPREADS


def layout_figures(share: float, seed: int) -> Iterator[Figure]:
    """That share of the kinds in all four lies at two resolutions."""
    names = chosen(list(KINDS), list(KINDS), seed, share)
    yield from figures_of(list(outcomes(list(cases(names, [seed % SEEDS], RESOLUTIONS)))))


def outcomes(todo: Sequence[Case]) -> Iterator[Outcome]:
    """Every page read."""
    for case, read in filed(todo, Case.raw):
        yield Outcome(case, read[0].rotation, len(read))


def figures_of(results: Sequence[Outcome]) -> Iterator[Figure]:
    """Pages turned wrong and righted, sheets cut that are one page, spreads cut."""
    if not results:
        return
    for result in results:
        for fault in _faults(result):
            case = result.case
            tell(f"layout {fault}: {case.name}, turned {case.turned}°, {case.dpi} dpi, found {result.rotation}°")
    yield _per_cent("layouts turned wrong", [result.wrong for result in results], 1, "1 % allowed")
    untuned = [result.wrong for result in results if result.case.name in UNTUNED]
    yield _per_cent("  of kinds never tuned on", untuned, 1, "1 % allowed")
    readable = [result.right for result in results if result.case.name not in UNREADABLE]
    yield _per_cent("  readable ones righted", readable, 95, "95 % asked for")
    upright = [result.rotation != 0 for result in results if not result.case.turned]
    yield Figure("  upright ones turned", sum(upright), len(upright), "such pages", "pages")
    single = [result.pages > 1 for result in results if not result.is_spread]
    yield Figure("lists and pages cut in two", sum(single), len(single), "such sheets", "pages")
    spreads = [result.pages == 2 for result in results if result.is_spread]
    yield Figure("spreads cut in two", sum(spreads), len(spreads), "such sheets", "pages")


def _faults(one: Outcome) -> Iterator[str]:
    if one.wrong:
        yield "TURNED WRONG"
    elif not one.right and one.case.name not in UNREADABLE:
        yield "not righted"
    if (one.pages > 1) != one.is_spread:
        yield "not cut" if one.is_spread else "CUT"


def _per_cent(bench: str, which: Sequence[bool], asked: float, asked_for: str) -> Figure:
    """The share of them; `asked` where there are none."""
    return Figure(bench, 100 * fmean(which) if which else asked, asked, asked_for, "%")

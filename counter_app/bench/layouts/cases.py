"""Drawn papers as they are laid on the glass: worn, a little askew, in one of four lies."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np

from counter_app.bench.layouts.kinds import layout
from counter_app.demo.wear import encoded_jpeg, wear
from scanning.pages import RawPage

LIES = (0, 90, 180, 270)
FURTHEST_SKEW = 2.5
"""Degrees by which pages are laid askew, two of three."""


@dataclass(frozen=True)
class Case:
    """One page as it is laid on the glass."""

    name: str
    seed: int
    dpi: int
    turned: int

    @property
    def skew(self) -> float:
        """Degrees clockwise."""
        chance = np.random.default_rng([self.seed, *self.name.encode()])
        return float(chance.uniform(-FURTHEST_SKEW, FURTHEST_SKEW)) if self.seed % 3 else 0.0

    def raw(self) -> RawPage:
        """As the scanner hands it over."""
        worn = wear(layout(self.name, self.seed, self.dpi), self.seed, skew=self.skew, turned=self.turned, speckles=20)
        return RawPage(encoded_jpeg(worn, self.dpi), "image/jpeg", self.dpi, f"{self.name}.jpg", 0)


def cases(names: Iterable[str], seeds: Iterable[int], resolutions: Iterable[int]) -> Iterator[Case]:
    """Each of them in all four lies."""
    return (Case(*case) for case in product(names, seeds, resolutions, LIES))

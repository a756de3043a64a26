"""A figure of the benchmarks, and how both sides of it are measured."""

from __future__ import annotations

import math
import os
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

PROMISED, AT_MOST, AIMED = "promised at least", "promised at most", "aimed at"
"""In place of a peer: what the office was told."""


@dataclass(frozen=True)
class Figure:
    """One comparison: medians in seconds (or bytes), ours beside the peer's."""

    bench: str
    ours: float
    peer: float
    peer_name: str
    unit: str = "s"

    @property
    def ratio(self) -> float:
        """Ours as a multiple of the peer's; 1 where both are nothing."""
        if not self.peer:
            return math.inf if self.ours else 1.0
        return self.ours / self.peer


def medians(runs: int, *sides: Callable[[], object]) -> list[float]:
    """The median seconds of each side, run in turns after one warm-up."""
    seconds: list[list[float]] = [[] for _ in sides]
    for turn in range(runs + 1):
        for side, times in zip(sides, seconds, strict=True):
            start = time.perf_counter()
            side()
            if turn:
                times.append(time.perf_counter() - start)
    return [statistics.median(times) for times in seconds]


def percentile(percent: int, seconds: list[float]) -> float:
    """The time within which so many percent of the runs were done."""
    return sorted(seconds)[min(len(seconds) * percent // 100, len(seconds) - 1)]


def bench_scale() -> float:
    """COUNTER_BENCH_SCALE: which part of a bench is run, for a look or a test; 1 if it is not set."""
    return float(os.environ.get("COUNTER_BENCH_SCALE") or 1)


def bench_seed() -> int:
    """What drawn pages are drawn from: another one each time, told so that it can be asked for again.

    COUNTER_BENCH_SEED sets it.
    """
    seed = int(os.environ.get("COUNTER_BENCH_SEED") or time.time())
    print(f"COUNTER_BENCH_SEED={seed}", file=sys.stderr)
    return seed

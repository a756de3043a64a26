"""Figures for Prometheus (text exposition format 0.0.4). Each process tells its own; `process` tells them apart."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from threading import Lock

_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)  # seconds
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"


class Metrics:
    """Counts since the process began."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._answers: Counter[tuple[str, str, int]] = Counter()
        self._slower: Counter[tuple[str, float]] = Counter()
        self._seconds: Counter[str] = Counter()
        self._totals: Counter[str] = Counter()
        self._values: dict[str, float] = {}

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        """A request ended."""
        with self._lock:
            self._answers[method, route, status] += 1
            self._seconds[route] += seconds  # type: ignore[assignment]
            for bound in _BOUNDS:
                if seconds <= bound:
                    self._slower[route, bound] += 1

    def add(self, name: str, amount: int) -> None:
        """Adds to the total `counter_<name>_total`."""
        with self._lock:
            self._totals[name] += amount

    def set(self, name: str, value: float) -> None:
        """What `counter_<name>` is at present."""
        with self._lock:
            self._values[name] = value

    def text(self) -> str:
        """The exposition."""
        with self._lock:
            return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        process = f'process="{os.getpid()}"'
        yield "# TYPE counter_requests_total counter"
        for (method, route, status), count in sorted(self._answers.items()):
            labels = f'method="{method}",route="{route}",status="{status}",{process}'
            yield f"counter_requests_total{{{labels}}} {count}"
        yield "# TYPE counter_request_seconds histogram"
        for route, seconds in sorted(self._seconds.items()):
            count = sum(number for (_, other, _), number in self._answers.items() if other == route)
            for bound in _BOUNDS:
                within = self._slower[route, bound]
                yield f'counter_request_seconds_bucket{{route="{route}",le="{bound}",{process}}} {within}'
            yield f'counter_request_seconds_bucket{{route="{route}",le="+Inf",{process}}} {count}'
            yield f'counter_request_seconds_sum{{route="{route}",{process}}} {seconds:.6f}'
            yield f'counter_request_seconds_count{{route="{route}",{process}}} {count}'
        for name, total in sorted(self._totals.items()):
            yield f"# TYPE counter_{name}_total counter"
            yield f"counter_{name}_total{{{process}}} {total}"
        for name, value in sorted(self._values.items()):
            yield f"# TYPE counter_{name} gauge"
            yield f"counter_{name}{{{process}}} {value:.0f}"

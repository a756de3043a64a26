"""A few worker processes that are kept for the next who asks: to start one costs a fifth of a second."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

from counter_app.apart.worker_process import WorkerProcess


class Pool:
    """Asks idle workers, or new ones where all are at work; from any thread."""

    def __init__(self, memory: int, kept: int = 2) -> None:
        """`memory`: bytes beyond which a worker ends itself. `kept`: how many idle ones."""
        self._memory, self._kept = memory, kept
        self._idle: list[WorkerProcess] = []
        self._lock = threading.Lock()

    def results(self, function: str, *given: Any, seconds: float) -> Iterator[Any]:
        """What the function ("module:name", an iterator) gives, one after the other, each within `seconds`.

        Raises the CounterError that it raises, or WorkerDied. Whoever stops in the middle ends the worker.
        """
        worker = self._taken()
        try:
            yield from worker.results(function, *given, seconds=seconds)
        finally:
            self._give_back(worker)

    def close(self) -> None:
        """Ends those that are idle."""
        with self._lock:
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.close()

    def _taken(self) -> WorkerProcess:
        with self._lock:
            while self._idle:
                worker = self._idle.pop()
                if worker.alive:
                    return worker
                worker.close()
        return WorkerProcess(self._memory, urgent=True)

    def _give_back(self, worker: WorkerProcess) -> None:
        with self._lock:
            if worker.alive and len(self._idle) < self._kept:
                self._idle.append(worker)
                return
        worker.close()

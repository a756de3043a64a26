"""Worker processes that tests hand on: to start one and to import what reads a page costs half a second."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import Any

import pytest

from counter_app.apart.process_tree import kill_tree
from counter_app.apart.worker_process import WorkerProcess

_KEPT = 4
_Process = subprocess.Popen[bytes]


class KeptProcesses:
    """Idle processes for the next who would start the same one, in the same place and environment.

    A worker that is closed alive has nothing under way: what is left in the middle has been killed.
    """

    def __init__(self) -> None:
        self.paused = False
        self._idle: list[tuple[Hashable, _Process]] = []
        self._lock = Lock()

    @contextmanager
    def in_use(self) -> Iterator[KeptProcesses]:
        """All workers of this process are served from here; those that are idle in the end are ended."""
        start, end = WorkerProcess.__init__, WorkerProcess.close
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(WorkerProcess, "__init__", lambda worker, *how, **more: self._begin(worker, start, how, more))
            patch.setattr(WorkerProcess, "close", lambda worker: self._close(worker, end))
            yield self
        self.end_all()

    def end_all(self) -> None:
        """Ends those that are idle."""
        with self._lock:
            idle, self._idle = self._idle, []
        for _, process in idle:
            _end(process)

    def _begin(self, worker: WorkerProcess, start: Callable[..., None], how: Any, more: Any) -> None:
        kind = _kind(how, more)
        process = None if self.paused else self._taken(kind)
        if process is None:
            start(worker, *how, **more)
        else:
            worker._process = process
        vars(worker).update(kind=kind, handed_on=False)

    def _taken(self, kind: Hashable) -> _Process | None:
        with self._lock:
            for place, (known, process) in enumerate(self._idle):
                if known == kind and process.poll() is None:
                    del self._idle[place]
                    return process
        return None

    def _close(self, worker: WorkerProcess, end: Callable[[WorkerProcess], None]) -> None:
        if vars(worker)["handed_on"]:
            return
        if self.paused or not worker.alive:
            end(worker)
            return
        vars(worker)["handed_on"] = True
        with self._lock:
            self._idle.append((vars(worker)["kind"], worker._process))
            surplus = self._idle.pop(0)[1] if len(self._idle) > _KEPT else None
        if surplus is not None:
            _end(surplus)


def _kind(how: Any, more: Any) -> Hashable:
    """What makes a process fit: how it was started, where, and in which environment."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTEST_CURRENT_TEST"}
    return how, frozenset(more.items()), Path.cwd(), frozenset(environment.items())


def _end(process: _Process) -> None:
    kill_tree(process)
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()

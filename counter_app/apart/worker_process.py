"""The parent's end of one worker process: ask for a function's results, wait for each, end it at once if need be."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Any

from counter_app.apart.process_tree import NO_CONSOLE, interpreter, kill_tree
from counter_app.errors import CounterError

MEMORY = 3 * 1024**3
"""Bytes of addresses, libraries included, beyond which a worker ends itself; an A4 page takes a tenth of it."""
_ROOT = Path(__file__).resolve().parents[2]
_MEMORY_KEPT = {"MALLOC_MMAP_THRESHOLD_": str(16 * 1024**2), "MALLOC_TRIM_THRESHOLD_": str(64 * 1024**2)}
"""For the C library of Linux: memory that a page's pictures used is kept for the next one. To give it back and fetch
it again several times a page takes a tenth of a second of the system's own time. What is larger than 16 MB, the decoded
picture alone, is given back at once."""


class WorkerDied(Exception):
    """The worker ended without an answer: it crashed, took too long or too much memory, or was ended."""


class WorkerProcess:
    """A running `python -m counter_app.apart.worker`.

    A process of its own making instead of multiprocessing's: nothing of the parent's main module is imported again,
    whatever that is (a window, a test run), and the end of its pipe is all it needs to know that the parent is gone.
    """

    def __init__(self, memory: int = MEMORY, farewell: str = "", *, urgent: bool = False) -> None:
        """`memory`: bytes beyond which the process ends itself. `farewell`: a function ("module:name") that it calls
        when the parent is gone, before it ends. `urgent`: somebody waits for it; others give way to the window."""
        self._process = subprocess.Popen(
            [interpreter(), "-m", "counter_app.apart.worker", str(memory), farewell, *(["urgent"] if urgent else [])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if sys.stderr else subprocess.DEVNULL,  # a window on Windows has none to hand on
            env=_environment(),
            start_new_session=True,
            creationflags=NO_CONSOLE,
        )

    def __enter__(self) -> WorkerProcess:
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, _: TracebackType | None) -> None:
        self.close()

    @property
    def process_id(self) -> int:
        """The system's number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def results(self, function: str, *given: Any, seconds: float) -> Iterator[Any]:
        """What the function ("module:name", an iterator) gives, one after the other, each within `seconds`.

        Raises the CounterError that it raises, or WorkerDied. Whoever stops in the middle ends the worker.
        """
        done, answer = False, None
        try:
            self._ask(function, given, seconds)
            while True:
                done, answer = self._answer(seconds)
                if done:
                    break
                yield answer
        finally:
            if not done:
                self.kill()
        if isinstance(answer, CounterError):
            raise answer

    def kill(self) -> None:
        """End it now, with whatever it runs."""
        kill_tree(self._process)

    def close(self) -> None:
        """End it and give its pipes back."""
        self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was not yet written to a dead worker
                    pipe.close()

    def _ask(self, function: str, given: tuple[Any, ...], seconds: float) -> None:
        requests = self._process.stdin
        assert requests is not None
        with self._within(seconds):
            pickle.dump((function, given), requests, pickle.HIGHEST_PROTOCOL)
            requests.flush()

    def _answer(self, seconds: float) -> tuple[bool, Any]:
        """The next result, or the end: whether it is the end, and the error that made it one."""
        answers = self._process.stdout
        assert answers is not None
        with self._within(seconds):
            done, answer = pickle.load(answers)
        return bool(done), answer

    @contextlib.contextmanager
    def _within(self, seconds: float) -> Iterator[None]:
        too_long = threading.Timer(seconds, self.kill)
        too_long.daemon = True
        too_long.start()
        try:
            yield
        except (OSError, EOFError, pickle.UnpicklingError, ValueError) as error:
            self.kill()
            raise WorkerDied from error
        finally:
            too_long.cancel()


def _environment() -> dict[str, str]:
    """One thread for Tesseract and numpy (pages are what runs in parallel); the program on the path."""
    path = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))
    one_thread = {"OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}
    return {**os.environ, **_MEMORY_KEPT, **one_thread, "PYTHONPATH": path}

"""The parent's end of one worker process: send a page, wait for what was read, end it at once if need be."""

from __future__ import annotations

import contextlib
import os
import pickle
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from counter_app.errors import CounterError
from scanning.pages import RawPage, ReadPage
from scanning.pipeline.process_tree import kill_tree
from scanning.private_directory import sweep

if TYPE_CHECKING:
    from scanning.pipeline.worker import Answer

_ROOT = Path(__file__).resolve().parents[2]
_MEMORY_KEPT = {"MALLOC_MMAP_THRESHOLD_": str(16 * 1024**2), "MALLOC_TRIM_THRESHOLD_": str(64 * 1024**2)}
"""For the C library of Linux: memory that a page's pictures used is kept for the next one. To give it back and fetch
it again several times a page takes a tenth of a second of the system's own time. What is larger than 16 MB, the decoded
picture alone, is given back at once."""


class WorkerDied(Exception):
    """The worker ended without an answer: it crashed, took too long, or was ended."""


class WorkerProcess:
    """A running `python -m scanning.pipeline.worker`.

    A process of its own making instead of multiprocessing's: nothing of the parent's main module is imported again,
    whatever that is (a window, a test run), and the end of its pipe is all it needs to know that the parent is gone.
    """

    def __init__(self, memory: int) -> None:
        """`memory`: bytes beyond which the process ends itself."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", "scanning.pipeline.worker", str(memory)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=_environment(),
            start_new_session=True,
        )

    @property
    def process_id(self) -> int:
        """The system's number of the process."""
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether it still runs."""
        return self._process.poll() is None

    def read(self, page: RawPage, language: str, timeout: float) -> tuple[ReadPage, ...]:
        """The page, or the two on it, read; raises what `read_pages` raises, or WorkerDied.

        At the latest after `timeout` seconds.
        """
        too_long = threading.Timer(timeout, self.kill)
        too_long.daemon = True
        too_long.start()
        try:
            answer = self._exchange(page, language)
        except (OSError, EOFError, pickle.UnpicklingError, ValueError) as error:
            self.kill()
            raise WorkerDied from error
        finally:
            too_long.cancel()
        if isinstance(answer, CounterError):
            raise answer
        return answer

    def _exchange(self, page: RawPage, language: str) -> Answer:
        requests, answers = self._process.stdin, self._process.stdout
        assert requests is not None and answers is not None
        pickle.dump((page, language), requests, pickle.HIGHEST_PROTOCOL)
        requests.flush()
        answer: Answer = pickle.load(answers)
        return answer

    def kill(self) -> None:
        """End it now, with whatever it runs, and remove the files it worked on."""
        kill_tree(self._process)
        sweep()

    def close(self) -> None:
        """End it and give its pipes back."""
        self.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):  # what was not yet written to a dead worker
                    pipe.close()


def _environment() -> dict[str, str]:
    """One thread for Tesseract and numpy (pages are what runs in parallel); the program on the path."""
    path = os.pathsep.join(filter(None, [str(_ROOT), os.environ.get("PYTHONPATH")]))
    one_thread = {"OMP_THREAD_LIMIT": "1", "OPENBLAS_NUM_THREADS": "1"}
    return {**os.environ, **_MEMORY_KEPT, **one_thread, "PYTHONPATH": path}

"""Stalls of the window's thread: between two turns of its event loop nothing is painted and no key is taken.

A stall counts by the clock, less the time the thread was ready to run and others had the processor, and by the thread's
own CPU time: on a machine that is shared, only the second is surely ours. What it did meanwhile is looked at from
another thread.
"""

from __future__ import annotations

import faulthandler
import os
import re
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from types import TracebackType
from typing import IO

from PySide6.QtCore import QTimer

ALLOWED = 0.050
"""Seconds; a clerk who types notices more."""
_LOOK = 0.010  # seconds between two looks at what the thread does
_DEEPEST = 6  # frames of ours that are told


@dataclass(frozen=True)
class Stall:
    """How long, by the clock and by the thread's own work (s); in the middle of what; where it was seen."""

    clock: float
    work: float
    during: str
    seen: str


class Heartbeat:
    """Beats as often as the event loop turns; `during` is what the clerk does now. Used with `with`."""

    def __init__(self) -> None:
        self.during = ""
        self.stalls: list[Stall] = []
        self.longest = Stall(0.0, 0.0, "", "")
        self.most_work = Stall(0.0, 0.0, "", "")
        self._seen: list[str] = []
        self._thread = threading.get_ident()
        self._ended = threading.Event()
        self._timer = QTimer(interval=1)
        self._timer.timeout.connect(self._beat)
        self._unhindered = _Clock()
        self._clock, self._work, self._at = self._unhindered.now(), time.thread_time(), time.perf_counter()

    def __enter__(self) -> Heartbeat:
        self._timer.start()
        threading.Thread(target=self._watch, name="stall-watch", daemon=True).start()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, at: TracebackType | None) -> None:
        self._timer.stop()
        self._unhindered.close()
        self._ended.set()

    def _beat(self) -> None:
        clock, work = self._unhindered.now(), time.thread_time()
        seen, self._seen = self._seen, []
        stall = Stall(clock - self._clock, work - self._work, self.during, max(seen, key=seen.count, default=""))
        if stall.clock > ALLOWED or stall.work > ALLOWED:
            self.stalls.append(stall)
        self.longest = max(self.longest, stall, key=lambda item: item.clock)
        self.most_work = max(self.most_work, stall, key=lambda item: item.work)
        self._clock, self._work, self._at = self._unhindered.now(), time.thread_time(), time.perf_counter()

    def _watch(self) -> None:
        """Looks where the window's thread is once it has not beaten for a while."""
        with TemporaryFile("w+") as notes:
            while not self._ended.wait(_LOOK):
                if time.perf_counter() - self._at > ALLOWED / 2:
                    self._seen.append(_steps(notes, self._thread))


def _steps(notes: IO[str], thread: int) -> str:
    """Where a thread is, the innermost step first. Its frames are not touched: what they hold would go away here, in
    the wrong thread."""
    notes.seek(0)
    notes.truncate()
    faulthandler.dump_traceback(notes, all_threads=True)
    notes.seek(0)
    _, _, told = notes.read().partition(f"0x{thread:016x} (most recent call first):\n")
    found = re.findall(r'File "(?:.*/)?(.+?)\.py", line (\d+) in (\S+)', told.partition("\n\n")[0])
    return " < ".join(f"{file}.{function}:{line}" for file, line, function in found[:_DEEPEST])


class _Clock:
    """Seconds of the clock, less those in which this thread was ready to run and could not (Linux tells). Held open: it
    is read twice a beat, a thousand beats a second."""

    def __init__(self) -> None:
        told = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._told = os.open(told, os.O_RDONLY) if told.exists() else None

    def now(self) -> float:
        waited = int(os.pread(self._told, 100, 0).split()[1]) / 1e9 if self._told is not None else 0.0
        return time.perf_counter() - waited

    def close(self) -> None:
        if self._told is not None:
            os.close(self._told)

"""The threads that work at the print queue: one for each printer, so that none waits for another."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from counter_app.desk.desk import Desk
from counter_app.store.faults import StoreFault
from counter_app.store.print_jobs import JobState, PrintJob
from printing.print_queue import Pauses, Printers, PrintQueue

_log = logging.getLogger(__name__)


_AGAIN = 5.0
"""Seconds after which a thread whose store failed begins anew: a disk that is full for a while ends no printing."""


def _until_stopped(stopped: threading.Event, serve: Callable[[], None]) -> None:
    while not stopped.is_set():
        try:
            serve()
        except StoreFault as fault:
            _log.error("spooler: %s", type(fault).__name__)
            stopped.wait(_AGAIN)


@contextmanager
def _own_connection(desk: Desk) -> Iterator[Desk]:
    own = desk.for_thread()
    try:
        yield own
    finally:
        own.store.close_connection()


class Spooler:
    """Works at the queue for as long as the window is open, and starts with what was left the last time.

    `on_change` is called from these threads.
    """

    def __init__(
        self, desk: Desk, printers: Printers, on_change: Callable[[PrintJob], None] = lambda job: None
    ) -> None:
        self._desk, self._printers, self._on_change = desk, printers, on_change
        self._pauses = Pauses()
        self._woken, self._stopped = threading.Event(), threading.Event()
        self._threads: dict[str, _PrinterThread] = {}
        self._thread = threading.Thread(target=self._run, name="spooler", daemon=True)

    def start(self) -> None:
        """Begins; printers are looked for, and their libraries loaded, in its threads."""
        self._thread.start()

    def wake(self) -> None:
        """Something was asked for: do it now."""
        self._woken.set()

    def queue(self, desk: Desk) -> PrintQueue:
        """The queue for the thread of that desk, to move, cancel or settle jobs; it takes effect at once."""

        def changed(job: PrintJob) -> None:
            self._on_change(job)
            self.wake()

        return PrintQueue(desk, self._printers, changed, self._pauses)

    def stop(self) -> None:
        """Ends the threads; a paper they cannot finish sending in that time is asked about at the next start."""
        self._stopped.set()
        self.wake()
        if self._thread.is_alive():
            self._thread.join(timeout=2)

    def _run(self) -> None:
        _until_stopped(self._stopped, self._serve)
        for thread in self._threads.values():
            thread.end()

    def _serve(self) -> None:
        with _own_connection(self._desk) as desk:
            queue = PrintQueue(desk, self._printers)
            while not self._stopped.is_set():
                self._woken.clear()
                for name in queue.busy() - self._threads.keys():
                    self._threads[name] = _PrinterThread(
                        self._desk, name, self._printers, self._told, self._pauses, self._stopped
                    )
                for thread in self._threads.values():
                    thread.woken.set()
                self._woken.wait()

    def _told(self, job: PrintJob) -> None:
        if not self._stopped.is_set():
            self._on_change(job)
        if job.state is JobState.WAITING and not job.failure:  # it was given to another printer's thread
            self.wake()


class _PrinterThread:
    """The thread of one printer."""

    def __init__(
        self,
        desk: Desk,
        printer: str,
        printers: Printers,
        on_change: Callable[[PrintJob], None],
        pauses: Pauses,
        stopped: threading.Event,
    ) -> None:
        self._desk, self._printer, self._printers = desk, printer, printers
        self._on_change, self._pauses, self._stopped = on_change, pauses, stopped
        self.woken = threading.Event()
        self._thread = threading.Thread(target=self._run, name=f"printer {printer}", daemon=True)
        self._thread.start()

    def end(self) -> None:
        """Waits a moment for the thread, which was told to stop."""
        self.woken.set()
        self._thread.join(timeout=1)

    def _run(self) -> None:
        _until_stopped(self._stopped, self._serve)

    def _serve(self) -> None:
        with _own_connection(self._desk) as desk:
            queue = PrintQueue(desk, self._printers, self._on_change, self._pauses)
            while not self._stopped.is_set():
                self.woken.clear()
                self.woken.wait(self._work(queue))

    def _work(self, queue: PrintQueue) -> float | None:
        """One go at the printer; whatever goes wrong with it, the next papers are printed."""
        try:
            return queue.work_at(self._printer)
        except Exception as fault:  # noqa: BLE001 - a mistake of ours must not end the printing; the kind goes to the log
            _log.error("print queue: %s", type(fault).__name__)
            if isinstance(fault, StoreFault):
                with suppress(StoreFault):  # of a disk that cannot even be read
                    queue.tell(self._printer, fault)
            self._pauses.begin(self._printer)
            return self._pauses.left(self._printer)

"""The print queue as the window sees it: started after the window is there, heard on the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.desk.desk import Desk
from counter_app.errors import CounterError
from counter_app.store.print_jobs import JobState, PrintJob
from ui.background.changes import Changes
from ui.background.printers import Printers
from ui.background.tasks import Progress, Tasks

if TYPE_CHECKING:
    from printing.print_queue import PrintQueue
    from printing.spooler import Spooler


class PrintWatch(QObject):
    """Starts the spooler, tells the window of each job that changes, does what the clerk wants of one, ends it."""

    changed = Signal(object)  # PrintJob, as it is now
    printed = Signal(object)  # PrintJob whose paper is out: the journal has it
    stuck = Signal(object)  # PrintJob that began to wait for somebody; told once for each printer and cause
    went_on = Signal(str)  # a printer at which nothing waits for somebody any more
    failed = Signal(object)  # CounterError: what the clerk wanted of a job was not possible

    def __init__(self, desk: Desk, tasks: Tasks, changes: Changes, printers: Printers) -> None:
        super().__init__()
        self._desk, self._tasks, self._changes, self.printers = desk, tasks, changes, printers
        self._spooler: Spooler | None = None
        self._open: dict[int, PrintJob] = {}
        self._ended: set[int] = set()
        self._announced: set[tuple[str, str]] = set()

    @property
    def jobs(self) -> list[PrintJob]:
        """The papers that are asked for and not printed yet, the first one first."""
        return [self._open[number] for number in sorted(self._open)]

    def names(self) -> list[str]:
        """The printers' names; may take a while, so never on the window's thread."""
        return [printer.name for printer in self.printers.listed()]

    def trays(self, printer: str) -> list[str]:
        """The printer's trays, none where it does not answer; may take a while likewise."""
        try:
            return self.printers.find(printer).trays()
        except CounterError:
            return []

    def start(self) -> None:
        """Loads what printing needs beside the window's thread, then goes on with what was left."""

        def work(progress: Progress) -> tuple[Spooler, list[PrintJob]]:
            from printing.spooler import Spooler

            tell = lambda job: self._tasks.post(lambda: self.show([job]))  # noqa: E731
            return Spooler(self._desk, self.printers.find, tell), progress.desk.store.print_jobs.open()

        def done(made: tuple[Spooler, list[PrintJob]]) -> None:
            self._spooler, jobs = made
            self.show(jobs)
            self._spooler.start()

        self._tasks.submit(work, done)

    def stop(self) -> None:
        """Ends the spooler; what was not printed is printed next time."""
        if self._spooler is not None:
            self._spooler.stop()

    def take(self, job: PrintJob) -> None:
        """A paper was asked for: it goes to its printer now."""
        if job.id not in self._open and job.id not in self._ended:  # the spooler may have been quicker
            self.show([job])
        if self._spooler is not None:
            self._spooler.wake()

    def act(self, jobs: Iterable[int], act: Callable[[PrintQueue, int], object]) -> None:
        """Does something with jobs, in their order; what cannot be done any more is said, the others are done."""
        spooler, numbers = self._spooler, list(jobs)
        if spooler is None:
            return

        def work(progress: Progress) -> CounterError | None:
            queue, failed = spooler.queue(progress.desk), None
            for number in numbers:
                try:
                    act(queue, number)
                except CounterError as failure:
                    failed = failure
            return failed

        def done(failed: CounterError | None) -> None:
            if failed is not None:
                self.failed.emit(failed)

        self._tasks.submit(work, done, in_order=True)

    def show(self, jobs: Iterable[PrintJob]) -> None:
        """Takes over how far jobs are and tells the window."""
        for job in jobs:
            if job.open:
                self._open[job.id] = job
            else:
                self._open.pop(job.id, None)
                self._ended.add(job.id)
            self.changed.emit(job)
            self._tell(job)

    def _tell(self, job: PrintJob) -> None:
        if job.state is JobState.PRINTED:
            self.printed.emit(job)
            if job.form:  # of what is no form the journal knows nothing
                self._changes.written(*job.codes)
        cause = (job.printer, "unsure" if job.state is JobState.UNSURE else job.failure.code if job.failure else "")
        if cause[1] and cause not in self._announced:
            self._announced.add(cause)
            self.stuck.emit(job)
        standing = {waiting.printer for waiting in self.jobs if waiting.failure or waiting.state is JobState.UNSURE}
        for printer in {known[0] for known in self._announced} - standing:
            self.went_on.emit(printer)
        self._announced = {known for known in self._announced if known[0] in standing}

"""From the print job to the paper in the tray: what waits is sent, what was sent is followed, what came out is noted.

A job is `sending` in the store before the printer is touched, and anything else only once the printer has answered. So
a program that dies leaves a doubt at that one point alone, and there the clerk is asked. Nothing is sent a second time
without the clerk's word:

    waiting → sending → sent → printed
    sending → waiting                        the printer is off, gone, or took nothing of the paper
    sending, sent → unsure                   the program, or the paper, broke off in the middle
    unsure, sent → printed, waiting          the clerk looked into the tray
    waiting, sent → waiting elsewhere, cancelled

The journal gets its entry, one for each dossier of the paper, in the transaction that makes the job `printed`. The
number of a print is drawn in the transaction that makes it `sending`: one more than the highest that the journal knows
or another job under way bears. So what comes out first is the first print, and no number is used twice.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Unpack

from counter_app.desk.desk import Desk
from counter_app.dossier.roles import AT_COUNTER, Clerk
from counter_app.errors import CounterError, StoredFailure
from counter_app.language import Phrase
from counter_app.log import note
from counter_app.store.print_jobs import UNDER_WAY, JobChanges, JobState, PrintJob, reprint_number
from printing.errors import NoPrinter, PaperBrokeOff, PaperForgotten, PrinterGone, PrinterOff, PrinterRefused
from printing.printers.order import Order, Printer, Progress

_DECIDING = Phrase("acts", "Decide on a paper that waits to be printed")
_log = logging.getLogger(__name__)
_FIRST_PAUSE, _LONGEST_PAUSE = 2.0, 30.0  # seconds before a printer is tried again
_FOLLOW = 0.5  # seconds between looks at what a printer makes of the papers it has

Printers = Callable[[str], Printer]
"""The printer of a name, and of "" the first there is. Raises PrinterGone. Several threads may ask."""


class JobMovedOn(CounterError):
    """What the clerk wanted of the job does not fit what became of it."""

    what = "This print job has gone on meanwhile."
    todo = "Look at it again in the list of print jobs."


@dataclass
class Pauses:
    """When a printer (by its name) or a job (by its number) is tried again: later after each failure."""

    clock: Callable[[], float] = time.monotonic
    _ends: dict[str | int, tuple[float, float]] = field(default_factory=dict)  # the moment, and the length

    def begin(self, key: str | int) -> None:
        """It failed."""
        _, before = self._ends.get(key, (0.0, _FIRST_PAUSE / 2))
        length = min(2 * before, _LONGEST_PAUSE)
        self._ends[key] = self.clock() + length, length

    def end(self, key: str | int) -> None:
        """It went well, or somebody wants it tried now."""
        self._ends.pop(key, None)

    def left(self, key: str | int) -> float:
        """Seconds until it may be tried; 0 if it may now."""
        end, _ = self._ends.get(key, (0.0, 0.0))
        return max(0.0, end - self.clock())


class PrintQueue:
    """The print jobs of a desk as one thread works at them; queues of several threads share their `pauses`.

    `on_change` is told every job that changed, once the store has it. Each printer is worked at by one thread only.
    """

    def __init__(
        self,
        desk: Desk,
        printers: Printers,
        on_change: Callable[[PrintJob], None] = lambda job: None,
        pauses: Pauses | None = None,
    ) -> None:
        self._desk, self._printers, self._on_change = desk, printers, on_change
        self._jobs = desk.store.print_jobs
        self._pauses = pauses or Pauses()
        self._found: dict[str, Printer] = {}

    def run_once(self) -> float | None:
        """Does what can be done now at every printer; seconds until there may be more, None if nothing is left."""
        if "" in self.busy():
            self.work_at("")
        rests = [self.work_at(printer) for printer in sorted(self.busy())]
        return min((rest for rest in rests if rest is not None), default=None)

    def busy(self) -> set[str]:
        """The names of the printers that have something to do."""
        return {job.printer for job in self._jobs.open() if job.state is not JobState.UNSURE}

    def work_at(self, printer: str) -> float | None:
        """Does what can be done now at one printer, in the order of its jobs; when to come back as in `run_once`."""
        for job in self._of(printer, JobState.SENDING):  # this thread alone sends here, so it was broken off
            self._change(job, JobState.UNSURE)
        waiting = self._of(printer, JobState.WAITING)
        if self._pauses.left(printer) and all(job.failure for job in waiting):  # a new one is worth a try
            return self._rest(printer)
        if printer:
            for job in self._of(printer, JobState.SENT):
                self._follow(job)
            for job in waiting:
                if not self._pauses.left(job.id) and not self._send(job):
                    break
        elif waiting:
            self._find_printer(waiting)
        return self._rest(printer)

    def tell(self, printer: str, failure: CounterError) -> None:
        """Whoever looks hears why nothing is printed there, where the store itself cannot be told."""
        for job in self._of(printer, JobState.WAITING):
            self._on_change(job.model_copy(update={"failure": StoredFailure.of(failure)}))

    def try_again(self, job_id: int) -> PrintJob:
        """The clerk helped the printer: no pause any more. Raises JobMovedOn."""
        job = self._standing(job_id, JobState.WAITING, JobState.SENT)
        self._pauses.end(job.printer)
        self._pauses.end(job.id)
        self._on_change(job)
        return job

    def move(self, job_id: int, printer: str, tray: str = "") -> PrintJob:
        """Another printer takes the paper, after the first gave it back.

        Raises NotYourTask, JobMovedOn, and what the first printer says where it cannot give it back: PrinterGone,
        PrinterRefused.
        """
        self._desk.refuse_who_only_looks(_DECIDING)
        job = self._standing(job_id, JobState.WAITING, JobState.SENT)
        if job.printer == printer and job.state is JobState.WAITING:
            return self.try_again(job_id)
        self._withdraw(job)
        self._pauses.end(job.id)
        return self._decide(job, JobState.WAITING, printer=printer, tray=tray, remote="")

    def cancel(self, job_id: int) -> PrintJob:
        """The paper is not wanted any more; a printer that has it gives it back. Raises as `move` does."""
        self._desk.refuse_who_only_looks(_DECIDING)
        job = self._standing(job_id, JobState.WAITING, JobState.SENT)
        self._withdraw(job)
        return self._decide(job, JobState.CANCELLED)

    def settle(self, job_id: int, printed: bool) -> PrintJob:
        """The clerk looked into the tray: the whole paper came out, or it did not and is to be sent again.

        It settles what nobody knows, and what a printer took that never answers again. Raises NotYourTask, JobMovedOn.
        """
        self._desk.refuse_who_only_looks(_DECIDING)
        job = self._standing(job_id, JobState.UNSURE, JobState.SENT)
        if printed:
            if done := self._printed(job):
                return done
            raise JobMovedOn()
        with suppress(CounterError):  # the clerk's word counts, whatever the printer says
            self._withdraw(job)
        return self._decide(job, JobState.WAITING, remote="")

    def _printer(self, name: str) -> Printer:
        """The printer, with its line open as long as it answers."""
        if name not in self._found:
            self._found[name] = self._printers(name)
        return self._found[name]

    def _of(self, printer: str, state: JobState) -> list[PrintJob]:
        return [job for job in self._jobs.open() if (job.printer, job.state) == (printer, state)]

    def _rest(self, printer: str) -> float | None:
        waiting, sent = self._of(printer, JobState.WAITING), self._of(printer, JobState.SENT)
        if not waiting and not sent:
            return None
        if left := self._pauses.left(printer):
            return left
        return min([self._pauses.left(job.id) for job in waiting] + [_FOLLOW] * bool(sent))

    def _find_printer(self, waiting: list[PrintJob]) -> None:
        """Jobs for the first printer there is get its name."""
        try:
            name = self._printer("").name
        except PrinterGone:
            self._stands_still("", NoPrinter())
            return
        for job in waiting:
            self._change(job, JobState.WAITING, printer=name)

    def _send(self, job: PrintJob) -> bool:
        """Sends a job that waits; False where the printer can do nothing now."""
        sending = self._claimed(job)
        if sending is None:
            return True
        try:
            remote = self._printer(job.printer).send(self._order(sending))
        except (PrinterOff, PrinterGone) as failure:
            self._change(sending, JobState.WAITING, failure)
            self._stands_still(job.printer, failure)
            return False
        except (PaperBrokeOff, PaperForgotten) as failure:  # sheets of it may lie in the tray
            self._change(sending, JobState.UNSURE, failure)
            return True
        except CounterError as failure:  # this paper, not the printer: those behind it go on
            self._pauses.begin(job.id)
            self._change(sending, JobState.WAITING, failure)
            return True
        self._pauses.end(job.printer)
        self._pauses.end(job.id)
        if remote:
            self._change(sending, JobState.SENT, remote=remote)
        else:
            self._printed(sending)
        return True

    def _claimed(self, job: PrintJob) -> PrintJob | None:
        """The job as it is being sent, with its number; None where the clerk was quicker."""
        with self._desk.store.transaction():
            under_way = [other for other in self._jobs.open() if other.state in UNDER_WAY]
            dossiers = map(self._desk.subject, job.codes) if job.form else ()
            lost = self._desk.store.lost_numbers
            number = reprint_number(job.form, job.about, dossiers, under_way, lost)
            self._desk.store.draw_print(job.form, job.about, job.codes, number + 1)
            return self._written(job, JobState.SENDING, reprint=number)

    def _order(self, job: PrintJob) -> Order:
        pdf = self._desk.store.files.get(job.file.sha256)
        if job.reprint:
            from printing.layout.reprint import marked  # its libraries come with the first reprint

            pdf = marked(pdf, job.reprint, self._desk.now())
        return Order(pdf, f"{job.title} {job.id}", job.copies, job.tray)

    def _follow(self, job: PrintJob) -> None:
        """Asks the printer that has the job how it goes on."""
        try:
            progress = self._printer(job.printer).progress(job.remote)
        except (PrinterOff, PrinterGone) as failure:
            self._change(job, JobState.SENT, failure)
            self._stands_still(job.printer, failure)
        except PrinterRefused as failure:  # it died there, and sheets of it may lie in the tray
            self._change(job, JobState.UNSURE, failure)
        else:
            self._pauses.end(job.printer)
            if progress is Progress.DONE:
                self._printed(job)
            else:
                self._change(job, JobState.SENT)

    def _stands_still(self, printer: str, failure: CounterError) -> None:
        """Nothing more is sent there for a while, and every paper that waits for it says why."""
        self._pauses.begin(printer)
        self._found.pop(printer, None)  # it may come back at another place
        for job in self._of(printer, JobState.WAITING):
            self._change(job, JobState.WAITING, failure)

    def _printed(self, job: PrintJob) -> PrintJob | None:
        """The paper lies in the tray: the job is done and the journal has it, both or neither.

        None where it is not any more as `job` says.
        """
        asked = self._desk.of(Clerk(job.clerk, AT_COUNTER))  # whose task it is was checked when the paper was asked for
        with self._desk.store.transaction():
            done = self._written(job, JobState.PRINTED)
            for code in job.codes if done and job.form else ():
                asked.paper_given(code, job.form, job.file, job.about, job.reprint + 1)
        if done:
            self._on_change(done)
        return done

    def _withdraw(self, job: PrintJob) -> None:
        if job.state is JobState.SENT:
            self._printer(job.printer).cancel(job.remote)

    def _standing(self, job_id: int, *states: JobState) -> PrintJob:
        job = self._jobs.get(job_id)
        if job is None or job.state not in states:
            raise JobMovedOn()
        return job

    def _decide(self, job: PrintJob, state: JobState, **more: Unpack[JobChanges]) -> PrintJob:
        """The clerk's word. A paper that was withdrawn may have been missed by who follows it: it is unsure then."""
        with self._desk.store.transaction():
            now = self._standing(job.id, job.state, JobState.UNSURE)
            decided = self._written(now, state, **more)
            assert decided is not None
        self._on_change(decided)
        return decided

    def _change(
        self, job: PrintJob, state: JobState, failure: CounterError | None = None, **more: Unpack[JobChanges]
    ) -> None:
        """The job goes on, unless the clerk was quicker."""
        kept = StoredFailure.of(failure) if failure else None
        if (job.state, job.failure) == (state, kept) and not more:
            return
        if changed := self._written(job, state, kept, **more):
            self._on_change(changed)

    def _written(
        self, job: PrintJob, state: JobState, failure: StoredFailure | None = None, **more: Unpack[JobChanges]
    ) -> PrintJob | None:
        """Writes the job's new state; None, and nothing, if it is not any more as `job` says."""
        with self._desk.store.transaction():
            now = self._jobs.get(job.id)
            if now is None or (now.state, now.printer, now.remote) != (job.state, job.printer, job.remote):
                return None
            note(_log, "print job", job=job.id, state=state, failed=failure is not None)
            changes = {"state": state, "failure": failure, "changed_at": self._desk.now(), **more}
            return self._jobs.put(now.model_copy(update=changes))

"""Windows' printers: painted on through Qt, and each job followed in the spooler to its end."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from counter_app.language import Phrase
from printing.errors import PaperBrokeOff, PrinterGone, PrinterOff, PrinterRefused
from printing.printers import reasons
from printing.printers.order import Order, Progress

_DELETED = 0x0004 | 0x0100  # JOB_STATUS_DELETING, _DELETED
_PRINTED = 0x0080 | 0x1000  # JOB_STATUS_PRINTED, _COMPLETE
_STANDS: tuple[tuple[int, Phrase], ...] = (
    (0x0040, reasons.NO_PAPER),  # JOB_STATUS_PAPEROUT
    (0x0020, reasons.SILENT),  # JOB_STATUS_OFFLINE
    (0x0001, reasons.PAUSED),  # JOB_STATUS_PAUSED
    (0x0002 | 0x0200 | 0x0400, reasons.FAULT),  # JOB_STATUS_ERROR, _BLOCKED_DEVQ, _USER_INTERVENTION
)
"""Why a job does not go on, the more telling first."""


@dataclass(frozen=True)
class Job:
    """One in the spooler: its number, the title it was given, and JOB_INFO_1's status."""

    number: int
    title: str
    status: int = 0


class Spooler(Protocol):
    """What is asked of Windows' spooler; both raise OSError where it knows no such printer."""

    def jobs(self, printer: str) -> list[Job]:
        """All of a printer's that wait or print."""

    def delete(self, printer: str, number: int) -> bool:
        """Whether the job was taken out."""


@dataclass(frozen=True)
class WindowsPrinter:
    """A printer of the system."""

    name: str
    spooler: Spooler
    paint: Callable[[Order], None]
    """Hands the paper to the spooler; raises PrinterGone, PrinterOff, PrinterRefused."""
    ready: Callable[[], None]
    """Raises what keeps it from printing."""

    def send(self, order: Order) -> str:
        """Prints the pages in their true size; "" where all was printed before anybody could ask after it."""
        before = {job.number for job in self._jobs()}
        self.paint(order)
        ours = [job.number for job in self._jobs() if job.title == order.title and job.number not in before]
        return str(max(ours)) if ours else ""

    def progress(self, job: str) -> Progress:
        """How far the job is: the spooler forgets one as soon as the printer has all of it."""
        if not job:
            return Progress.DONE
        status = next((known.status for known in self._jobs() if known.number == int(job)), _PRINTED)
        if status & _PRINTED:  # one that came out is deleted by the spooler, too
            return Progress.DONE
        if status & _DELETED:
            raise PaperBrokeOff("deleted", printer=self.name)
        for bits, reason in _STANDS:
            if status & bits:
                raise PrinterOff(f"{status:#06x}", reason=reason, printer=self.name)
        return Progress.WORKING

    def cancel(self, job: str) -> None:
        """Takes the job out of the spooler; raises PrinterRefused where it is no longer in it."""
        try:
            withdrawn = bool(job) and self.spooler.delete(self.name, int(job))
        except OSError as fault:
            raise PrinterGone(type(fault).__name__, printer=self.name) from fault
        if not withdrawn:
            raise PrinterRefused("not withdrawn", printer=self.name)

    def trays(self) -> list[str]:
        """None: the system's own window sets them."""
        return []

    def check(self) -> None:
        """Raises PrinterGone where the system knows it no more, PrinterOff where it is stopped or in error."""
        self.ready()

    def _jobs(self) -> list[Job]:
        try:
            return self.spooler.jobs(self.name)
        except OSError as fault:
            raise PrinterGone(type(fault).__name__, printer=self.name) from fault

"""What a printer is told, and what every printer can do, whichever way the paper takes to it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


@dataclass(frozen=True)
class Order:
    """A paper for a printer. `tray` is one of the printer's `trays()`, "" for its own choice.

    `title` is what the printer's queue shows: the form and a number of the queue, nothing of a person.
    """

    pdf: bytes
    title: str
    copies: int = 1
    tray: str = ""


class Progress(StrEnum):
    """How far a printer is with a job it has taken."""

    WORKING = "working"
    DONE = "done"  # every sheet of it lies in the tray


class Printer(Protocol):
    """A printer a desk can print on.

    `send` gives the printer's own number of the job where the printer tells how the job goes on, "" where its taking
    the paper is all that will be known. It raises PrinterGone, PrinterOff, PrinterRefused.
    `progress` asks after such a job; it raises PrinterOff where the job stands still (the printer keeps it, and goes on
    when it is helped), PrinterRefused where the job has died, PrinterGone where nobody answers.
    `cancel` withdraws such a job, so that another printer can take the paper and it does not come out twice. It raises
    PrinterGone, and PrinterRefused where the job cannot be withdrawn any more.
    `check` raises what would keep it from printing now: PrinterGone, PrinterOff, PrinterRefused.
    `trays` are the printer's own names of them; none where it does not tell, and none where nobody answers.
    """

    @property
    def name(self) -> str: ...

    def send(self, order: Order) -> str: ...

    def progress(self, job: str) -> Progress: ...

    def cancel(self, job: str) -> None: ...

    def trays(self) -> list[str]: ...

    def check(self) -> None: ...

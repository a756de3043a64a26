"""What the work beside the window has to say: told to the clerk, and taken back once it is mended."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from counter_app.store.print_jobs import JobState, PrintJob
from ui import words
from ui.background.clock_watch import ClockWatch
from ui.background.disk_room import DiskRoom
from ui.background.sync_watch import SyncWatch
from ui.background.workplace import Workplace
from ui.errors import error_of


class Teller(QObject):
    """Hears what failed beside the window, and what went well since."""

    def __init__(self, workplace: Workplace, sync: SyncWatch, parent: QObject) -> None:
        super().__init__(parent)
        self._workplace, self._messages = workplace, workplace.messages
        printing = workplace.printing
        for failed in (workplace.pages.failed, workplace.tasks.failed, printing.failed, sync.failed):
            failed.connect(self._messages.fail)
        self.room = DiskRoom(workplace, self)
        for mended in (workplace.pages.mended, workplace.tasks.mended, sync.mended, self.room.mended):
            mended.connect(self._messages.take_back)
        self.clock = ClockWatch(workplace, self)
        self.clock.leapt.connect(self._tell_leap)
        self.clock.behind.connect(self._tell_behind)
        printing.stuck.connect(self._tell_stuck)
        printing.went_on.connect(lambda printer: self._messages.take_back(_about(printer)))

    def tell_composed(self) -> None:
        """An input method was on while a card was read."""
        compare = self.tr("A Vietnamese input method was on while the card was read: compare names with the card.")
        self._messages.inform(compare)

    def _tell_leap(self, before: datetime, now: datetime) -> None:
        said = self.tr("This computer's clock leapt from {before} to {now}.")
        self._tell_clock(said.format(before=words.moment(before), now=words.moment(now)))

    def _tell_behind(self, last: datetime, now: datetime) -> None:
        said = self.tr("This computer's clock says {now}, but work was last entered here at {last}.")
        self._tell_clock(said.format(last=words.moment(last), now=words.moment(now)))

    def _tell_clock(self, said: str) -> None:
        check = self.tr("Check day and time before the next receipt: number, due date and papers bear them.")
        self._messages.inform(f"{said} {check}", "clock", of_desk=True)

    def _tell_stuck(self, job: PrintJob) -> None:
        """A paper does not come out: said once and for a while; the sign at the bottom has what waits."""
        paper = " · ".join((words.job_name(job.form, job.title), *job.codes[:1]))  # whose, for another may be shown
        if job.state is JobState.UNSURE:
            ask = self.tr("Did “{paper}” come out of {printer}? Look, and say it at the printer sign below.")
            said = ask.format(paper=paper, printer=job.printer)
        elif job.failure is not None:
            waits = self.tr("“{paper}” waits to be printed.").format(paper=paper)
            said = f"{waits} {error_of(job.failure).sentence(self._workplace.language)}"
        else:
            return
        self._messages.inform(said, _about(job.printer), for_a_while=True)


def _about(printer: str) -> str:
    """What a message about a printer is taken back by."""
    return f"printer {printer}"

"""The files a report becomes, made beside the window's thread, with progress."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from counter_app.desk.report_answers import Answer, whole
from counter_app.errors import CounterError
from ui.background.tasks import Progress
from ui.errors import NotSaved


class GivenUp(CounterError):
    """The clerk stopped a file while it was made; nobody is told."""


def save_spreadsheet(progress: Progress, answered: Answer, path: Path) -> None:
    """Writes the report as .xlsx. Raises SpreadsheetFault."""
    from counter_app.reports.spreadsheet import write_spreadsheet

    desk = progress.desk
    write_spreadsheet(whole(desk, answered, partial(_tell, progress)), path, author=desk.profile.desk.clerk)


def paper(progress: Progress, answered: Answer) -> bytes:
    """The report as PDF."""
    from printing.forms.report import SIGNERS, report
    from printing.handout import letterhead

    desk = progress.desk
    signers = SIGNERS if answered.report.signed else ()
    day = answered.question.scope.now.date()
    return report(whole(desk, answered, partial(_tell, progress)), letterhead(desk.profile.office), day, signers)


def save_paper(progress: Progress, answered: Answer, path: Path) -> None:
    """Writes the report as PDF. Raises NotSaved."""
    pdf = paper(progress, answered)
    try:
        path.write_bytes(pdf)
    except OSError as fault:
        raise NotSaved(type(fault).__name__) from fault


def _tell(progress: Progress, read: int, count: int) -> None:
    """How far the report was read; ends it where the work was cancelled."""
    if progress.cancelled():
        raise GivenUp
    progress.tell((read, count))

"""What a report is asked and what comes back, made beside the window's thread; files of it, with progress."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from counter_app.desk.desk import Desk
from counter_app.errors import CounterError
from counter_app.reports.offered import Fields, Offered, Question
from counter_app.tables import Bars, Row, Rows, Table
from ui.background.tasks import Progress
from ui.errors import NotSaved
from ui.reports.table import PAGE, Sheet

_TELL = 100
"""Rows between two words of progress."""


@dataclass(frozen=True)
class Answer:
    """A page of a report with its charts, and the fields that can be asked for, each with its number of lines."""

    report: Offered
    question: Question
    sheet: Sheet
    charts: tuple[Bars, ...]
    fields: tuple[tuple[str, int], ...]


class GivenUp(CounterError):
    """The clerk stopped a file while it was made; nobody is told."""


def answer(desk: Desk, report: Offered, question: Question) -> Answer:
    """Makes a page of the report. A field that has no lines in the period gives way to the first that has.

    Raises what the report raises.
    """
    store, knowledge = desk.store, desk.knowledge
    fields = tuple(report.lines_of(store, knowledge, question))
    asked = replace(question, field=_field(report, question.field, fields), limit=PAGE if report.paged else None)
    table = report.table(store, knowledge, asked)
    charts = report.charts(store, knowledge, asked, table)
    return Answer(report, asked, _sheet(table, asked.offset), charts, fields)


def behind(desk: Desk, answered: Answer, row: Row, column: int, offset: int) -> Sheet | None:
    """A page of the dossiers behind a cell of the report; None where there are none to name."""
    if answered.report.behind is None:
        return None
    asked = replace(answered.question, offset=offset, limit=PAGE)
    table = answered.report.behind(desk.store, asked, row, column)
    return _sheet(table, offset) if table else None


def whole(progress: Progress, answered: Answer) -> Table:
    """All pages of the report as one table, which tells how far it was read."""
    desk = progress.desk
    asked = replace(answered.question, offset=0, limit=None)
    table = answered.report.table(desk.store, desk.knowledge, asked)
    return replace(table, rows=_Told(table.rows, progress))


def save_spreadsheet(progress: Progress, answered: Answer, path: Path) -> None:
    """Writes the report as .xlsx. Raises SpreadsheetFault."""
    from counter_app.reports.spreadsheet import write_spreadsheet

    write_spreadsheet(whole(progress, answered), path, author=progress.desk.profile.desk.clerk)


def paper(progress: Progress, answered: Answer) -> bytes:
    """The report as PDF."""
    from printing.forms.report import SIGNERS, report
    from printing.handout import letterhead

    desk = progress.desk
    signers = SIGNERS if answered.report.signed else ()
    day = answered.question.scope.now.date()
    return report(whole(progress, answered), letterhead(desk.profile.office), day, signers)


def save_paper(progress: Progress, answered: Answer, path: Path) -> None:
    """Writes the report as PDF. Raises NotSaved."""
    pdf = paper(progress, answered)
    try:
        path.write_bytes(pdf)
    except OSError as fault:
        raise NotSaved(type(fault).__name__) from fault


@dataclass(frozen=True)
class _Told:
    """Rows that tell the window how many were read; they end where the work was cancelled."""

    rows: Rows
    progress: Progress

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        count = len(self)
        for number, row in enumerate(self.rows):
            if number % _TELL == 0:
                if self.progress.cancelled():
                    raise GivenUp
                self.progress.tell((number, count))
            yield row


def _sheet(table: Table, offset: int) -> Sheet:
    return Sheet(table, tuple(table.rows), offset)


def _field(report: Offered, wanted: str | None, fields: tuple[tuple[str, int], ...]) -> str | None:
    names = [name for name, _ in fields]
    if report.fields is Fields.ALL:
        return None
    if wanted in names or report.fields is Fields.ANY:
        return wanted
    return names[0] if names else None

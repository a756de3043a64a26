"""What a report is asked and what comes back, page by page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from counter_app.desk.desk import Desk
from counter_app.desk.finding import note
from counter_app.desk.sampling import keep_sample
from counter_app.dossier.roles import Task
from counter_app.errors import CounterError
from counter_app.language import Phrase
from counter_app.reports.offered import Fields, Offered, Question
from counter_app.store.accesses import AccessKind
from counter_app.tables import Bars, Row, Rows, Table


class NoSuchList(CounterError):
    """No dossiers stand behind the sum of a column of that head."""

    what = "Nothing stands behind “{head}” in this report."
    todo = "Name one of its columns with a sum above nought: {heads}."


PAGE = 100
"""Rows on a page."""
_READING = {
    "nhat-ky-truy-cap": Phrase("acts", "Look into the access log"),
    "mau-ngau-nhien": Phrase("acts", "Draw a sample for an inspection"),
    "mau-rui-ro": Phrase("acts", "Draw a sample for an inspection"),
}
"""What reports that are not everybody's are called where they are refused."""
_TELL = 100
"""Rows between two words of progress."""


@dataclass(frozen=True)
class Sheet:
    """A page of a table, its rows read: rows of a store are not read on the window's thread."""

    table: Table
    rows: tuple[Row, ...]
    offset: int = 0

    @property
    def count(self) -> int:
        """How many rows there are on all pages."""
        return self.table.count if self.table.count is not None else len(self.rows)


@dataclass(frozen=True)
class Answer:
    """A page of a report with its charts, and the fields that can be asked for, each with its number of lines."""

    report: Offered
    question: Question
    sheet: Sheet
    charts: tuple[Bars, ...]
    fields: tuple[tuple[str, int], ...]


def answer(desk: Desk, report: Offered, question: Question) -> Answer:
    """Makes a page of the report. A field that has no lines in the period gives way to the first that has.
    A sample is written into the journal when it is drawn first.

    Raises NotYourTask, and what the report raises.
    """
    _refuse_unless_theirs(desk, report)
    store, knowledge = desk.store, desk.knowledge
    fields = tuple(report.lines_of(store, knowledge, question))
    asked = replace(question, field=_field(report, question.field, fields), limit=PAGE if report.paged else None)
    if report.by_risk is not None:
        keep_sample(desk, asked.scope, asked.draw, by_risk=report.by_risk)
    table = report.table(store, knowledge, asked)
    charts = report.charts(store, knowledge, asked, table)
    return Answer(report, asked, _sheet(table, asked.offset), charts, fields)


def details_of(desk: Desk, answered: Answer, row: Row, column: int, offset: int) -> Sheet | None:
    """A page of the dossiers behind a cell of the report; None where there are none to name."""
    if answered.report.details is None:
        return None
    asked = replace(answered.question, offset=offset, limit=PAGE)
    table = answered.report.details(desk.store, desk.knowledge, asked, row, column)
    return _sheet(table, offset) if table else None


def whole(desk: Desk, answered: Answer, tell: Callable[[int, int], None]) -> Table:
    """All pages of the report as one table, to be written to a file or on paper, which is noted.

    It tells how many of its rows were read; what `tell` raises ends it. Raises NotYourTask.
    """
    _refuse_unless_theirs(desk, answered.report)
    note(desk, AccessKind.EXPORTED, answered.report.key)
    asked = replace(answered.question, offset=0, limit=None)
    table = answered.report.table(desk.store, desk.knowledge, asked)
    return replace(table, rows=_TellingRows(table.rows, tell), mark=desk.profile.mark)


def whole_behind(desk: Desk, answered: Answer, head: str) -> Table:
    """All the dossiers behind the sum of the column of that head, to be written to a file, which is noted.

    Raises NotYourTask, NoSuchList.
    """
    _refuse_unless_theirs(desk, answered.report)
    heads = [column.head for column in answered.sheet.table.columns]
    total = answered.sheet.table.total
    if head not in heads or total is None or answered.report.details is None:
        raise NoSuchList(head=head, heads=", ".join(heads))
    note(desk, AccessKind.EXPORTED, answered.report.key)
    asked = replace(answered.question, offset=0, limit=None)
    table = answered.report.details(desk.store, desk.knowledge, asked, total, heads.index(head))
    if table is None:
        raise NoSuchList(head=head, heads=", ".join(heads))
    return replace(table, mark=desk.profile.mark)


@dataclass(frozen=True)
class _TellingRows:
    rows: Rows
    tell: Callable[[int, int], None]

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[Row]:
        count = len(self)
        for number, row in enumerate(self.rows):
            if number % _TELL == 0:
                self.tell(number, count)
            yield row


def _refuse_unless_theirs(desk: Desk, report: Offered) -> None:
    if report.task is not None and not desk.clerk.may({Task.READING}):
        desk.refuse_unless(report.task, _READING.get(report.key, Phrase("acts", "Read this report")))


def _sheet(table: Table, offset: int) -> Sheet:
    return Sheet(table, tuple(table.rows), offset)


def _field(report: Offered, wanted: str | None, fields: tuple[tuple[str, int], ...]) -> str | None:
    names = [name for name, _ in fields]
    if report.fields is Fields.ALL:
        return None
    if wanted in names or report.fields is Fields.ANY:
        return wanted
    return names[0] if names else None

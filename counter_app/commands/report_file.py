"""`counter access-log`, `counter feedback`: a register of the desk as a spreadsheet, for an inspection or a report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from counter_app.desk.desk import Desk
from counter_app.desk.report_answers import answer, whole
from counter_app.reports.offered import Question, offered
from counter_app.reports.periods import span
from counter_app.reports.scope import Scope
from counter_app.reports.spreadsheet import write_spreadsheet

ACCESS_LOG, FEEDBACK = "nhat-ky-truy-cap", "so-phan-anh"


def export_report(desk: Desk, report: str, file: Path, first: date | None, last: date | None) -> None:
    """Writes the report of those days, of this year where none are said. Raises NotYourTask, SpreadsheetFault."""
    today = desk.now().date()
    period = span(first or date(today.year, 1, 1), last or today)
    question = Question(Scope(period, desk.now(), office=desk.profile.office.name))
    answered = answer(desk, offered(report), question)
    write_spreadsheet(whole(desk, answered, lambda read, count: None), file, author=desk.clerk.name)

"""`counter access-log`, `counter feedback`, `counter sample`: a register or a sample as a spreadsheet, for inspections
or reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from counter_app.desk.desk import Desk
from counter_app.desk.report_answers import Answer, answer, whole
from counter_app.reports.offered import Question, offered
from counter_app.reports.periods import span
from counter_app.reports.sampling import AS_USUAL, Draw
from counter_app.reports.scope import Scope
from counter_app.reports.spreadsheet import write_spreadsheet

ACCESS_LOG, FEEDBACK = "nhat-ky-truy-cap", "so-phan-anh"
SAMPLE, SAMPLE_BY_RISK = "mau-ngau-nhien", "mau-rui-ro"


def export_report(
    desk: Desk, report: str, file: Path, first: date | None, last: date | None, draw: Draw = AS_USUAL
) -> Answer:
    """Writes the report of those days, of this year where none are said; its first page.

    Raises NotYourTask, SpreadsheetFault.
    """
    today = desk.now().date()
    period = span(first or date(today.year, 1, 1), last or today)
    question = Question(Scope(period, desk.now(), office=desk.profile.office.name), draw=draw)
    answered = answer(desk, offered(report), question)
    write_spreadsheet(whole(desk, answered, lambda read, count: None), file, author=desk.clerk.name)
    return answered

"""`counter report`, `access-log`, `feedback`, `sample`: what the desk reports, or dossiers drawn, as a spreadsheet."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from counter_app.desk.desk import Desk
from counter_app.desk.report_answers import Answer, answer, whole, whole_behind
from counter_app.errors import CounterError, ExitStatus
from counter_app.reports.offered import REPORTS, Question, offered
from counter_app.reports.periods import span
from counter_app.reports.sampling import AS_USUAL, Draw
from counter_app.reports.scope import Scope
from counter_app.reports.spreadsheet import write_spreadsheet


class NoSuchReport(CounterError):
    """No report has that key."""

    what = "There is no report “{key}”."
    todo = "Name one of these: {keys}."
    exit_status = ExitStatus.USAGE


ACCESS_LOG, FEEDBACK = "nhat-ky-truy-cap", "so-phan-anh"
SAMPLE, SAMPLE_BY_RISK = "mau-ngau-nhien", "mau-rui-ro"


def export_report(
    desk: Desk,
    report: str,
    file: Path,
    first: date | None,
    last: date | None,
    behind: str = "",
    draw: Draw = AS_USUAL,
) -> Answer:
    """Writes the report of those days, of this year where none are said; or the dossiers behind the sum of one of its
    columns, named by its head. Its first page.

    Raises NoSuchReport, NotYourTask, NoSuchList, SpreadsheetFault.
    """
    if report not in (each.key for each in REPORTS):
        raise NoSuchReport(key=report, keys=", ".join(each.key for each in REPORTS))
    today = desk.now().date()
    period = span(first or date(today.year, 1, 1), last or today)
    office = desk.profile.office
    scope = Scope(period, desk.now(), office=office.name, report_to=office.report_to)
    answered = answer(desk, offered(report), Question(scope, draw=draw))
    table = whole_behind(desk, answered, behind) if behind else whole(desk, answered, lambda read, count: None)
    write_spreadsheet(table, file, author=desk.clerk.name)
    return answered

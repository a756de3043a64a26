"""`counter evaluation`: the monthly evaluation signed off, as a package for the provincial portal."""

from __future__ import annotations

from pathlib import Path

from counter_app.desk.desk import Desk
from counter_app.desk.evaluation import sign_off, versions
from counter_app.durable import write_durably
from counter_app.errors import CounterError
from counter_app.reports.evaluation import as_json, as_page, evaluation_table
from counter_app.reports.periods import Period
from counter_app.reports.spreadsheet import write_spreadsheet


class NotSignedOff(CounterError):
    """Nothing was signed off of that period."""

    what = "No evaluation of {period} was signed off at this office."
    todo = "Sign it off with --sign and the official's name, or wait until the other desk's entries have come."


def publish(desk: Desk, period: Period, folder: Path, signer: str = "", reason: str = "") -> list[Path]:
    """Signs the period off where a signer is named; writes the newest version's files into the folder, and says which.

    Raises NotYourTask, PeriodNotOver, CorrectionWithoutReason, NotSignedOff, SpreadsheetFault, OSError.
    """
    from printing.form_context import letterhead
    from printing.forms.report import report

    if signer:
        sign_off(desk, period, signer, reason)
    known = versions(desk, period)
    if not known:
        raise NotSignedOff(period=period.title)
    signed, entry = known[-1]
    table = evaluation_table(signed, entry)
    folder.mkdir(parents=True, exist_ok=True)
    name = f"danh-gia-766-{signed.agency}-{signed.last:%Y-%m}-ban-{signed.version}"
    files = [folder / f"{name}.{ending}" for ending in ("pdf", "xlsx", "json", "html")]
    write_durably(files[0], report(table, letterhead(desk.profile.office), entry.at.date(), ("THỦ TRƯỞNG ĐƠN VỊ",)))
    write_spreadsheet(table, files[1], author=signed.signer)
    write_durably(files[2], as_json(signed, entry).encode())
    write_durably(files[3], as_page(table).encode())
    return files

"""`counter evaluation`, `counter server evaluation`: the signed monthly evaluation of an office, of the province, as a
package for the provincial portal."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from counter_app.desk.desk import Desk
from counter_app.desk.evaluation import sign_off, versions
from counter_app.dossier import clock
from counter_app.errors import CounterError
from counter_app.reports.periods import Period


class NotSignedOff(CounterError):
    """Nothing was signed off of that period."""

    what = "No evaluation of {period} was signed off at this office."
    todo = "Sign it off with --sign and the official's name, or wait until the other desk's entries have come."


class ProvinceNotSignedOff(CounterError):
    """Nothing was signed off of the province's period."""

    what = "No evaluation of the province of {period} was signed off."
    todo = "Sign it off with --by and the name of an official of the province."


def publish(desk: Desk, period: Period, folder: Path, signer: str = "", reason: str = "") -> list[Path]:
    """Signs the period off where a signer is named; writes the newest version's files into the folder, and says which.

    Raises NotYourTask, PeriodNotOver, CorrectionWithoutReason, NotSignedOff, SpreadsheetFault, OSError.
    """
    from printing.evaluation_package import write_package
    from printing.form_context import letterhead

    if signer:
        sign_off(desk, period, signer, reason)
    known = versions(desk, period)
    if not known:
        raise NotSignedOff(period=period.title)
    return write_package(*known[-1], letterhead(desk.profile.office), folder)


def publish_of_province(
    engine: Engine, period: Period, folder: Path, office: tuple[str, str], signer: str = "", reason: str = ""
) -> list[Path]:
    """The same of the province, out of its database; `office` is what it is called, and its place on papers.

    Raises PeriodNotOver, OfficialNotOfProvince, NothingToAddUp, CorrectionWithoutReason, ProvinceNotSignedOff,
    SpreadsheetFault, OSError.
    """
    from counter_app.province import evaluation
    from printing.evaluation_package import write_package
    from printing.layout.heads import Letterhead

    name, place = office
    if signer:
        evaluation.sign_off(engine, period, name, signer, reason, clock.now())
    known = evaluation.versions(engine, period)
    if not known:
        raise ProvinceNotSignedOff(period=period.title)
    newest = known[-1]
    head = Letterhead(agency=newest.evaluation.office, unit="", place=place)
    return write_package(newest.evaluation, newest.entry, head, folder)

"""`counter evaluation`, `counter server evaluation`: the signed monthly evaluation of an office, of the province, as a
package for the provincial portal; `counter server settlement`: what became of the dossiers of all offices."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Engine

from counter_app.desk.desk import Desk
from counter_app.desk.evaluation import sign_off, versions
from counter_app.dossier import clock
from counter_app.durable import write_durably
from counter_app.errors import CounterError
from counter_app.procedures.catalogue import Catalogue
from counter_app.reports.periods import Period
from counter_app.tables import Table


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
    return write_package(*known[-1], letterhead(desk.profile.office), folder, desk.profile.mark)


def publish_of_province(
    engine: Engine, period: Period, folder: Path, office: tuple[str, str], signer: str = "", reason: str = ""
) -> list[Path]:
    """The same of the province, out of its database; `office` is what it is called, and its place on papers.

    Raises PeriodNotOver, OfficialNotOfProvince, NothingToCount, CorrectionWithoutReason, ProvinceNotSignedOff,
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
    return write_package(newest.evaluation, newest.entry, head, folder, mark="")


def settlement_of_offices(
    engine: Engine, period: Period, folder: Path, office: tuple[str, str], catalogue: Catalogue
) -> list[Path]:
    """What became of the dossiers of all offices, by office and by field, and what procedures there are, each as a PDF
    and a spreadsheet; which files.

    Raises SpreadsheetFault, OSError.
    """
    from counter_app.province.database import reading
    from counter_app.province.evaluation import count_offices
    from counter_app.province.one_stop_report import one_stop_now
    from counter_app.province.overview import Overview
    from counter_app.province.settlement_report import Each, settlement_of_province
    from counter_app.reports.spreadsheet import write_spreadsheet
    from printing.forms.report import report
    from printing.layout.heads import Letterhead

    name, place = office
    now = clock.now()
    files: list[Path] = []
    Overview(engine).refresh_all()
    names = {one.agency: one.signed.office for one in count_offices(engine, period, now) if one.signed}
    folder.mkdir(parents=True, exist_ok=True)
    tables: dict[str, Table] = {}
    with reading(engine).begin() as db:
        for each in Each:
            made = settlement_of_province(db, period, now, each, province=name, names=names)
            tables[f"ii06-{period.last:%Y-%m}-{each}"] = made
    tables[f"ii07b-{period.last:%Y-%m}"] = one_stop_now(engine, catalogue, period, name)
    day = now.astimezone(clock.VIETNAM).date()
    head = Letterhead(agency=name, unit="", place=place)
    for key, table in tables.items():
        file = folder / f"tong-hop-{key}"
        write_durably(file.with_suffix(".pdf"), report(table, head, day, ("NGƯỜI LẬP BIỂU", "THỦ TRƯỞNG ĐƠN VỊ")))
        write_spreadsheet(table, file.with_suffix(".xlsx"), author=name)
        files += [file.with_suffix(".pdf"), file.with_suffix(".xlsx")]
    return files

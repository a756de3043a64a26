"""Figures for officials, counted by the province: what became of dossiers (II.06), how offices are rated (QĐ 766)."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass, replace
from pathlib import Path

from starlette.responses import Response
from starlette.routing import Route

from counter_app.dossier import clock
from counter_app.province.database import reading
from counter_app.province.evaluation import OfficeCount, count_offices, rates
from counter_app.province.ledger import added
from counter_app.province.one_stop_report import one_stop_now
from counter_app.province.services import Services
from counter_app.province.settlement_report import Each, named, settlement_of_province
from counter_app.province.web.list_pages import Lines
from counter_app.province.web.rendering import number, rendered
from counter_app.province.web.visits import Gate, Visit
from counter_app.reports.periods import Cut, Period, containing, month_said
from counter_app.reports.quality import Measured
from counter_app.reports.spreadsheet import write_spreadsheet
from counter_app.tables import Table

_SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_PROCEDURES = "procedures"
"""The sheet of procedures, beside those of dossiers."""
_BY = {Each.OFFICE: "theo đơn vị", Each.FIELD: "theo lĩnh vực"}
CUTS = {Cut.MONTH: "Tháng", Cut.QUARTER: "Quý", Cut.HALF: "6 tháng", Cut.YEAR: "Năm"}


@dataclass(frozen=True)
class RatedOffice:
    """A line of the evaluation: an office, or all of them where it has no name."""

    name: str
    measured: list[Measured]
    signed: bool
    differing: tuple[str, ...]

    @property
    def earned(self) -> float:
        """The points of what is measured."""
        return sum(one.points for one in self.measured if one.rate is not None)

    @property
    def possible(self) -> float:
        """The points there are for that."""
        return sum(one.indicator.points for one in self.measured if one.rate is not None)


def figures_pages(gate: Gate, services: Services, lines: Lines) -> list[Route]:
    """The routes."""
    reader = reading(services.engine)

    def counted(visit: Visit, period: Period) -> list[OfficeCount]:
        found = count_offices(services.engine, period, clock.now())
        return [one for one in found if visit.who.sees(one.agency)]

    def table(visit: Visit, period: Period, each: Each, offices: list[OfficeCount]) -> Table:
        names, agency = _names(offices), visit.who.agency or ""
        with reader.begin() as db:
            return settlement_of_province(db, period, clock.now(), each, agency=agency, names=names)

    def show(visit: Visit) -> Response:
        complete = lines.renew()
        cut, period = _asked(visit)
        offices = counted(visit, period)
        response = rendered(
            visit,
            "figures.html",
            period=period,
            cut=cut,
            cuts=CUTS,
            month=visit.text("month"),
            tables=[(each, name, table(visit, period, each, offices)) for each, name in _BY.items()],
            rated=_rated(offices, period),
            behind=0 if complete else lines.behind(),
        )
        return lines.shown(response, complete)

    def sheet(visit: Visit) -> Response:
        complete = lines.renew()
        _, period = _asked(visit)
        each = next((str(one) for one in (*Each, _PROCEDURES) if one == visit.text("each")), str(Each.OFFICE))
        of_procedures = each == _PROCEDURES
        made = (
            one_stop_now(services.engine, services.catalogue(), period)
            if of_procedures
            else table(visit, period, Each(each), counted(visit, period))
        )
        if not complete:
            made = replace(made, notes=(*made.notes, f"Chưa đủ: còn {number(lines.behind())} hồ sơ chưa tính vào."))
        with tempfile.TemporaryDirectory() as folder:
            form = "ii07b" if of_procedures else "ii06"
            file = Path(folder) / f"tong-hop-{form}-{period.last:%Y-%m}-{each}.xlsx"
            write_spreadsheet(made, file, author=visit.who.name)
            headers = {"Content-Disposition": f'attachment; filename="{file.name}"'}
            answer = Response(file.read_bytes(), media_type=_SHEET, headers=headers)
        return lines.shown(answer, complete)

    return [Route("/figures", gate.page(show)), Route("/figures.xlsx", gate.page(sheet))]


def _rated(offices: list[OfficeCount], period: Period) -> list[RatedOffice]:
    """Each office, and all of them."""
    names = _names(offices)
    found = [
        RatedOffice(named(one.agency, names), rates(one.figures, period.last), bool(one.signed), one.differing)
        for one in offices
    ]
    if len(found) > 1:
        found.append(RatedOffice("", rates(added([one.figures for one in offices]), period.last), True, ()))
    return found


def _names(offices: list[OfficeCount]) -> dict[str, str]:
    return {one.agency: one.signed.office for one in offices if one.signed}


def _asked(visit: Visit) -> tuple[Cut, Period]:
    """The period in which the month asked for lies; without one that of today."""
    cut = next((one for one in Cut if one == visit.text("cut")), Cut.MONTH)
    month = month_said(visit.text("month"))
    return cut, containing(cut, month.last if month else clock.now().date())

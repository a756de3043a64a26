"""What a report is about: which days, as seen when, of which receiving agency."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from counter_app.dossier.agency_names import in_full
from counter_app.dossier.clock import VIETNAM, from_seconds, midnight
from counter_app.dossier.collation import collated
from counter_app.dossier.states import NOT_COUNTED
from counter_app.reports.periods import Period
from counter_app.tables import Cell, Row

DAY = 86_400
ZONE = 7 * 3_600
"""Seconds from UTC to Vietnam, where days begin; instants plus this, by 86,400, are days."""

NO_FIELD = "Chưa phân lĩnh vực"
COUNTED = f"status NOT IN ({', '.join(str(int(status)) for status in sorted(NOT_COUNTED))})"
"""A condition on the rows of `dossiers`: those that count as received."""


@dataclass(frozen=True)
class Scope:
    """A period, seen at `now`, of the dossiers one agency received (all agencies on this desk where it is "")."""

    period: Period
    now: datetime
    agency: str = ""
    office: str = ""  # the agency's name in titles
    report_to: str = ""  # who receives its reports (đơn vị nhận báo cáo)

    @property
    def values(self) -> dict[str, Any]:
        """The named values of the reports' SQL.

        `cut` is the midnight by which open dossiers are judged (a day that is not over makes nobody late), `seen` the
        moment for those who judge to the second.
        """
        seen = min(self.period.end, int(self.now.timestamp()))
        today = midnight(self.now.astimezone(VIETNAM).date())
        start, end = self.period.start, self.period.end
        return {"start": start, "end": end, "cut": min(end, today), "seen": seen, "agency": self.agency}

    @property
    def parties(self) -> tuple[tuple[str, str], ...]:
        """Who reports to whom, as it stands on the forms."""
        return (("Đơn vị báo cáo", in_full(self.office)), ("Đơn vị nhận báo cáo", in_full(self.report_to)))

    @property
    def mine(self) -> str:
        """A condition on the rows of `dossiers`."""
        return "kind IN (SELECT id FROM kinds WHERE agency = :agency)" if self.agency else "1"


def counts(conditions: Mapping[str, str]) -> dict[str, str]:
    """SQL: how many lines each of the conditions holds for, for `summed`.

    As a filter: SQLite leaves a condition at its first part that fails; one that is summed it works out to its end."""
    return {name: f"count(*) FILTER (WHERE {condition})" for name, condition in conditions.items()}


def summed(
    db: Database, scope: Scope, lines: str, figures: Mapping[str, str], by: str, **values: Any
) -> list[dict[str, Any]]:
    """Figures (counts and sums in SQL) over lines that have a `kind`, by what the lines of a kind share: its field,
    its procedure.

    They come in the order of the alphabet, in which Đ follows D. One scan in the order of `dossiers_counts`: the lines
    of a kind stand together, and kinds are few.
    """
    inner = ", ".join(f"{figure} AS {name}" for name, figure in figures.items())
    outer = ", ".join(f"coalesce(sum({name}), 0) AS {name}" for name in figures)
    wanted = (
        f"SELECT {by}, {outer} FROM (SELECT kind, {inner} FROM ({lines}) GROUP BY kind) counted "
        f"JOIN kinds ON kinds.id = counted.kind GROUP BY {by}"
    )
    names = by.split(", ")
    rows = db.query(wanted, scope.values | values)
    return sorted(rows, key=lambda row: tuple(collated(str(row[name])) for name in names))


def dossier_cells(number: int, row: dict[str, Any]) -> tuple[Cell, ...]:
    """What every list of dossiers begins with: line, code, field, procedure, owner, received, due."""
    return (
        number,
        row["code"],
        row["field"] or NO_FIELD,
        row["procedure_name"],
        row["owner"],
        moment(row["received_at"]),
        moment(row["due_at"]),
    )


def moment(seconds: int | None) -> datetime | None:
    """An instant of the store in Vietnam."""
    return None if seconds is None else from_seconds(seconds)


def number_in(row: Row, place: int) -> int:
    """The count in a cell; 0 where there is none."""
    cell = row[place]
    return cell if isinstance(cell, int) else 0


def percent(part: float) -> str:
    """A share of 1 in words."""
    return f"{part * 100:.0f} %"


def share(part: float, whole: float) -> float | None:
    """A rate; None where there is nothing to have a share of."""
    return part / whole if whole else None

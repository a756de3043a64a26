"""The numbers of each dossier as the province folds it, and what it counts of them itself.

It counts by the very conditions by which a desk does (`counter_app.reports.settlement`, `quality`), over rows of its
own. A dossier is of the office in whose journal it stands, whatever agency it names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import astuple
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, text

from counter_app.dossier.collation import collated
from counter_app.dossier.ledger import LedgerLine, line_of
from counter_app.dossier.model import Dossier
from counter_app.province.statements import insert_or_change
from counter_app.province.tables import ledger
from counter_app.reports import quality, settlement
from counter_app.reports.periods import Period
from counter_app.reports.quality import MEASURES, SYNCED
from counter_app.reports.scope import Scope
from counter_app.reports.settlement import Settlement

Figures = dict[str, tuple[int, int]]
"""The good and the counted of each indicator."""
_OF_CODE = {"dossier", "agency"}
_NUMBERS = tuple(column.name for column in ledger.columns if column.name not in _OF_CODE)
_EVERY, _ONE = "TRUE", "agency = :agency"


def ledger_row(agency: str, dossier: Dossier) -> dict[str, Any]:
    """The row of a dossier in the journal of that office."""
    line = line_of(dossier)
    numbers = {name: _kept(line, name) for name in _NUMBERS}
    return {"dossier": dossier.code, "agency": agency} | numbers


def keep_numbers(db: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
    """Writes rows, each in place of the one there was."""
    insert_or_change(db, ledger, rows, "agency", *_NUMBERS)


def settlements(db: Connection, period: Period, now: datetime, by: str, agency: str = "") -> list[Settlement]:
    """II.06a of each `agency` or each `field`, as the alphabet orders them: what is named in the place of the field."""
    mine = _ONE if agency else _EVERY
    lines = settlement.lines(mine, key=f"dossier, {by}", table="ledger")
    rows = _summed(db, lines, settlement.FIGURES, by, Scope(period, now, agency))
    found = [Settlement(name, *(row[key] for key in settlement.FIGURES)) for name, row in rows.items()]
    return sorted((one for one in found if any(astuple(one)[1:])), key=lambda one: collated(one.field))


def measured(db: Connection, period: Period, now: datetime) -> dict[str, Figures]:
    """By office what it is rated by of QĐ 766, as far as dossiers tell: all but 1.4, which the portal tells."""
    sums: dict[str, str] = {}
    for place, (key, item) in enumerate(MEASURES.items()):
        if key != SYNCED:
            sums |= {f"good{place}": f"{item.of} AND {item.good}", f"count{place}": item.of}
    lines = quality.lines(_EVERY, key="dossier, agency", table="ledger", synced="FALSE")
    found: dict[str, Figures] = {}
    for agency, row in _summed(db, lines, sums, "agency", Scope(period, now)).items():
        figures = {
            key: (row[f"good{place}"], row[f"count{place}"]) for place, key in enumerate(MEASURES) if key != SYNCED
        }
        if any(count for _, count in figures.values()):
            found[agency] = figures
    return found


def added(offices: Sequence[Figures]) -> Figures:
    """The figures of all of them together."""
    sums: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for key, (good, count) in (item for one in offices for item in one.items()):
        sums[key] = (sums[key][0] + good, sums[key][1] + count)
    return dict(sums)


def _summed(db: Connection, lines: str, sums: Mapping[str, str], by: str, scope: Scope) -> dict[str, dict[str, int]]:
    counted = ", ".join(f"count(CASE WHEN {condition} THEN 1 END) AS {name}" for name, condition in sums.items())
    wanted = text(f"SELECT {by}, {counted} FROM ({lines}) lines GROUP BY {by}")
    values = {name: value for name, value in scope.values.items() if f":{name}" in wanted.text}
    rows = db.execute(wanted, values).mappings()
    return {str(row[by]): {name: int(row[name]) for name in sums} for row in rows}


def _kept(line: LedgerLine, name: str) -> Any:
    """As the database keeps it: PostgreSQL knows no letter 0."""
    value = getattr(line, name)
    return value.replace("\0", "") if isinstance(value, str) else value

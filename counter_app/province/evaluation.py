"""The province's evaluation of a month (QĐ 766): what its offices signed off, added up, and what the province knows.

An office counts with its newest version. What citizens said is counted out of the province's own rows, of all offices;
so is what the national portal has of the dossiers received, once it took any. A signed one is an entry of the
province's journal, as an office's is of a desk's.
"""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import Connection, Engine, func, select

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import case_code
from counter_app.dossier.journal import PROVINCE, Entry, UnknownPayload
from counter_app.dossier.payloads.evaluation import EvaluationSigned
from counter_app.dossier.states import NOT_COUNTED
from counter_app.errors import CounterError
from counter_app.province.database import reading
from counter_app.province.feedback import ProvinceFeedback, total
from counter_app.province.overview import Overview
from counter_app.province.registry import COLUMNS, keep_entry, of_province, province_tip, read_entry
from counter_app.province.statements import insert_missing
from counter_app.province.tables import EVALUATED, desks, dossiers, entries, national_dossiers, officials
from counter_app.province.tables import offices as office_rows
from counter_app.reports.evaluation import lines_of, refuse_unless_over, refuse_without_reason
from counter_app.reports.indicators import load_indicators
from counter_app.reports.periods import Period
from counter_app.reports.quality import HEARD, SATISFIED, SYNCED, rated
from counter_app.resources import resource
from counter_app.sync.wire import agency_of_dossier

_REPORT_TO = "Văn phòng Chính phủ"
Figures = dict[str, tuple[int, int]]
"""The good and the counted of each indicator."""


class OfficialNotOfProvince(CounterError):
    """Unknown, revoked, or of one office alone."""

    what = "{official} is no official of the whole province, so its evaluation cannot be signed off."
    todo = "‘counter server officials list’ shows who sees all offices."


class NothingToAddUp(CounterError):
    """No office signed the period off."""

    what = "No office has signed off its evaluation of {period}."
    todo = "Wait until the offices' evaluations have come; each office signs its own off at its desk."


@dataclass(frozen=True)
class Signed:
    """An evaluation with the entry that holds it."""

    evaluation: EvaluationSigned
    entry: Entry


def sign_off(engine: Engine, period: Period, name: str, official: str, reason: str, now: datetime) -> Signed:
    """Writes the evaluation of the province called so, as its next version.

    Raises PeriodNotOver, OfficialNotOfProvince, NothingToAddUp, CorrectionWithoutReason.
    """
    refuse_unless_over(period, now)
    received = _received(engine, period)
    heard = total(ProvinceFeedback(engine, lambda: now).figures(period))
    with engine.begin() as db:
        tip = province_tip(db)  # locks: one signs at a time
        _refuse_unless_of_province(db, official)
        known = _signed(db, period)
        of_offices = {one.evaluation.agency: one.evaluation for one in known if one.entry.desk != PROVINCE}
        if not of_offices:
            raise NothingToAddUp(period=period.title)
        figures = _added(of_offices.values()) | {
            SATISFIED: (heard.satisfied, heard.answered),
            HEARD: (heard.in_time, heard.in_time + heard.late + heard.overdue),
        }
        if received is not None:
            figures[SYNCED] = received
        with_desks = set(db.execute(select(desks.c.agency).where(desks.c.desk != PROVINCE)).scalars())
        agency = min(of_offices).partition(".")[0]
        evaluation = EvaluationSigned(
            agency=agency,
            office=name,
            report_to=_REPORT_TO,
            first=period.first,
            last=period.last,
            name=period.name,
            version=1 + sum(one.entry.desk == PROVINCE for one in known),
            signer=official,
            reason=reason.strip(),
            lines=lines_of(rated(figures, load_indicators(resource("indicators")), period.last)),
            of_offices=tuple(sorted(of_offices)),
            lacking=tuple(sorted(with_desks - set(of_offices))),
        )
        refuse_without_reason(evaluation)
        code = case_code(agency, now.astimezone(VIETNAM).date(), secrets.randbits(59))
        entry = of_province(tip, evaluation, code, 1, official, now)
        insert_missing(db, office_rows, [{"agency": agency, "cursor": 0, "quota": 0, "used": 0}])
        keep_entry(db, agency, entry)
    return Signed(evaluation, entry)


def versions(engine: Engine, period: Period) -> list[Signed]:
    """What was signed off of the province's period, the oldest first."""
    with reading(engine).begin() as db:
        return [one for one in _signed(db, period) if one.entry.desk == PROVINCE]


def _signed(db: Connection, period: Period) -> list[Signed]:
    """What the province and its offices signed off of the period; of each the newest last."""
    since = entries.c.at >= period.last.isoformat()  # nobody signs before it is over
    found: list[Signed] = []
    for row in db.execute(select(*COLUMNS).where(EVALUATED, since)).mappings():
        entry = read_entry(row)
        try:
            evaluation = entry.read()
        except UnknownPayload:
            continue  # of a newer desk: counted once the server is updated
        if isinstance(evaluation, EvaluationSigned) and evaluation.agency == agency_of_dossier(entry.dossier):
            found.append(Signed(evaluation, entry))
    mine = [one for one in found if (one.evaluation.first, one.evaluation.last) == (period.first, period.last)]
    return sorted(mine, key=lambda one: (one.evaluation.version, one.entry.at))


def _added(evaluations: Iterable[EvaluationSigned]) -> Figures:
    """What the offices know, added up."""
    sums: Figures = {}
    for line in (line for one in evaluations for line in one.lines if line.known):
        good, count = sums.get(line.key, (0, 0))
        sums[line.key] = (good + line.good, count + line.count)
    return sums


def _received(engine: Engine, period: Period) -> tuple[int, int] | None:
    """How many of the dossiers received in the period the national portal has; None while it has none at all."""
    overview = Overview(engine)
    while overview.refresh():
        pass
    row, portal = dossiers.c, national_dossiers.c
    after = period.last + timedelta(days=1)
    within = (
        row.received_at >= period.first.isoformat(),
        row.received_at < after.isoformat(),
        row.status.not_in([int(status) for status in NOT_COUNTED]),
    )
    with reading(engine).begin() as db:
        if db.execute(select(portal.dossier).where(portal.sent_at.is_not(None)).limit(1)).first() is None:
            return None
        joined = dossiers.outerjoin(national_dossiers, portal.dossier == row.dossier)
        counted = select(func.count(portal.sent_at), func.count()).select_from(joined).where(*within)
        sent, count = db.execute(counted).one()
        return int(sent), int(count)


def _refuse_unless_of_province(db: Connection, official: str) -> None:
    known = select(officials.c.agency).where(officials.c.name == official, officials.c.revoked_at.is_(None))
    row = db.execute(known).first()
    if row is None or row.agency is not None:
        raise OfficialNotOfProvince(official=official)

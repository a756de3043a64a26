"""The province's evaluation of a month (QĐ 766), counted by the province itself out of the journals of its offices.

What dossiers tell it counts out of its own rows (`ledger`), and what citizens said (`feedback`); how much of what was
received the national portal has, out of what it sent there. Where it sends nothing there, the offices' own figures
stand for that. What an office signed off, in its newest version, is held against the count, and the paper names the
offices that signed other figures. A signed one is an entry of the province's journal, as an office's is of a desk's.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, Engine, func, select, text

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import case_code
from counter_app.dossier.journal import PROVINCE, Entry, UnknownPayload
from counter_app.dossier.payloads.evaluation import EvaluationSigned
from counter_app.errors import CounterError
from counter_app.province.database import reading
from counter_app.province.feedback import ProvinceFeedback
from counter_app.province.ledger import Figures, added, measured
from counter_app.province.overview import Overview
from counter_app.province.registry import COLUMNS, keep_entry, of_province, province_tip, read_entry
from counter_app.province.statements import insert_missing
from counter_app.province.tables import EVALUATED, desks, entries, ledger, national_dossiers, officials
from counter_app.province.tables import offices as office_rows
from counter_app.reports.evaluation import lines_of, refuse_unless_over, refuse_without_reason
from counter_app.reports.indicators import load_indicators
from counter_app.reports.periods import Period
from counter_app.reports.quality import HEARD, SATISFIED, SYNCED, Measured, rated
from counter_app.reports.scope import COUNTED
from counter_app.resources import resource
from counter_app.sync.wire import agency_of_dossier

_REPORT_TO = "Văn phòng Chính phủ"
_COMPARED = ("2.1", "3.3", "4.1", "4.2", "4.3", SATISFIED, HEARD)
"""What office and province both count."""


class OfficialNotOfProvince(CounterError):
    """Unknown, revoked, or of one office alone."""

    what = "{official} is no official of the whole province, so its evaluation cannot be signed off."
    todo = "‘counter server officials list’ shows who sees all offices."


class NothingToCount(CounterError):
    """No office has anything of the period here."""

    what = "The province has nothing of {period} from any office."
    todo = "Wait until the desks have sent their entries; ‘counter server desks list’ shows which wait."


@dataclass(frozen=True)
class Signed:
    """An evaluation with the entry that holds it."""

    evaluation: EvaluationSigned
    entry: Entry


@dataclass(frozen=True)
class OfficeCount:
    """An office in a period: what the province counts of it, and what it signed off itself, if it did."""

    agency: str
    figures: Figures
    signed: EvaluationSigned | None

    @property
    def differing(self) -> tuple[str, ...]:
        """The indicators of which it signed other figures than the province counts."""
        lines = self.signed.lines if self.signed else ()
        said = {line.key: (line.good, line.count) for line in lines if line.known}
        return tuple(key for key in _COMPARED if key in said and said[key] != self.figures.get(key, (0, 0)))


def sign_off(engine: Engine, period: Period, name: str, official: str, reason: str, now: datetime) -> Signed:
    """Writes the evaluation of the province called so, as its next version.

    Raises PeriodNotOver, OfficialNotOfProvince, NothingToCount, CorrectionWithoutReason.
    """
    refuse_unless_over(period, now)
    Overview(engine).refresh_all()  # counted is what has come
    counted = count_offices(engine, period, now)
    with engine.begin() as db:
        tip = province_tip(db)  # locks: one signs at a time
        _refuse_unless_of_province(db, official)
        if not counted:
            raise NothingToCount(period=period.title)
        agency = counted[0].agency.partition(".")[0]
        evaluation = EvaluationSigned(
            agency=agency,
            office=name,
            report_to=_REPORT_TO,
            first=period.first,
            last=period.last,
            name=period.name,
            version=1 + sum(one.entry.desk == PROVINCE for one in _signed(db, period)),
            signer=official,
            reason=reason.strip(),
            lines=lines_of(rates(added([one.figures for one in counted]), period.last)),
            of_offices=tuple(one.agency for one in counted),
            lacking=tuple(one.agency for one in counted if one.signed is None),
            differing=tuple(one.agency for one in counted if one.differing),
            counted=True,
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


def count_offices(engine: Engine, period: Period, now: datetime) -> list[OfficeCount]:
    """Every office that has anything of the period here, or a desk, by its code; none where no office has anything.

    Counted are dossiers as they were folded last: see `Overview.refresh`.
    """
    heard = {one.agency: one for one in ProvinceFeedback(engine, lambda: now).figures(period)}
    with reading(engine).begin() as db:
        of_dossiers = measured(db, period, now)
        synced = _synced(db, period)
        signed = {one.evaluation.agency: one.evaluation for one in _signed(db, period) if one.entry.desk != PROVINCE}
        with_desks = set(db.execute(select(desks.c.agency).where(desks.c.desk != PROVINCE)).scalars())
    found = []
    for agency in sorted(with_desks | set(of_dossiers) | set(heard) | set(signed)):
        figures = of_dossiers.get(agency, {}) | synced(agency, signed.get(agency))
        if said := heard.get(agency):
            figures |= {SATISFIED: (said.satisfied, said.answered), HEARD: (said.in_time, said.due)}
        found.append(OfficeCount(agency, figures, signed.get(agency)))
    return found if any(one.figures or one.signed for one in found) else []


def rates(figures: Figures, last: date) -> list[Measured]:
    """The indicators in force on that day; what the province counts of dossiers and citizens is known, if only that
    there were none."""
    nothing = dict.fromkeys(_COMPARED, (0, 0))
    return rated(nothing | figures, load_indicators(resource("indicators")), last)


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


def _synced(db: Connection, period: Period) -> Callable[[str, EvaluationSigned | None], Figures]:
    """What 1.4 is of an office: out of what the national portal has, else what the office itself signed off."""
    portal, row = national_dossiers.c, ledger.c
    if db.execute(select(portal.dossier).where(portal.sent_at.is_not(None)).limit(1)).first() is None:
        return _as_signed
    within = (row.received_at >= period.start, row.received_at < period.end, text(f"ledger.{COUNTED}"))
    joined = ledger.outerjoin(national_dossiers, portal.dossier == row.dossier)
    wanted = select(row.agency, func.count(portal.sent_at), func.count()).select_from(joined).where(*within)
    sent = {agency: (int(good), int(count)) for agency, good, count in db.execute(wanted.group_by(row.agency)).all()}
    return lambda agency, _: {SYNCED: sent[agency]} if agency in sent else {}


def _as_signed(_: str, signed: EvaluationSigned | None) -> Figures:
    lines = signed.lines if signed else ()
    return {line.key: (line.good, line.count) for line in lines if line.key == SYNCED and line.known}


def _refuse_unless_of_province(db: Connection, official: str) -> None:
    known = select(officials.c.agency).where(officials.c.name == official, officials.c.revoked_at.is_(None))
    row = db.execute(known).first()
    if row is None or row.agency is not None:
        raise OfficialNotOfProvince(official=official)

"""The monthly evaluation (QĐ 766) signed off: an entry of the journal, never changed; a correction is another."""

from __future__ import annotations

import secrets

from counter_app.desk.desk import Desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import case_code
from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.evaluation import EvaluationSigned
from counter_app.dossier.roles import Task
from counter_app.errors import CounterError
from counter_app.language import Phrase
from counter_app.reports.evaluation import evaluated
from counter_app.reports.indicators import load_indicators
from counter_app.reports.periods import Period
from counter_app.reports.scope import Scope
from counter_app.resources import resource


class PeriodNotOver(CounterError):
    """A period is evaluated when it is over."""

    what = "The period {period} is not over, so its evaluation cannot be signed off."
    todo = "Sign it off from the day after its last."


class CorrectionWithoutReason(CounterError):
    """The period was signed off before."""

    what = "The evaluation of {period} was signed off already, and it stays as it is."
    todo = "Say the reason of the correction; it becomes version {version}."


def sign_off(desk: Desk, period: Period, signer: str, reason: str = "") -> tuple[EvaluationSigned, Entry]:
    """Evaluates the office's period and writes it into the journal as the next version.

    Raises NotYourTask, PeriodNotOver, CorrectionWithoutReason.
    """
    desk.refuse_unless(Task.APPROVAL, Phrase("acts", "Sign the monthly evaluation off"))
    if desk.now().astimezone(VIETNAM).date() <= period.last:
        raise PeriodNotOver(period=period.title)
    version = len(versions(desk, period)) + 1
    if version > 1 and not reason.strip():
        raise CorrectionWithoutReason(period=period.title, version=str(version))
    office = desk.profile.office
    scope = Scope(period, desk.now(), office.agency, office.name, office.report_to)
    signed = EvaluationSigned(
        agency=office.agency,
        office=office.name,
        report_to=office.report_to,
        first=period.first,
        last=period.last,
        name=period.name,
        version=version,
        signer=signer.strip() or desk.clerk.name,
        reason=reason.strip(),
        lines=evaluated(desk.store, scope, load_indicators(resource("indicators"))),
    )
    code = case_code(office.agency, desk.now().astimezone(VIETNAM).date(), secrets.randbits(59))
    journal = desk.store.journal
    journal.append_apart(signed, code=code, clerk=desk.clerk.name, at=desk.now(), salt=desk.token(16))
    return versions(desk, period)[-1]


def versions(desk: Desk, period: Period) -> list[tuple[EvaluationSigned, Entry]]:
    """What was signed off of the office's period, here or at another desk of it, the oldest first."""
    found = []
    for entry in desk.store.journal.evaluations():
        signed = entry.read()
        if isinstance(signed, EvaluationSigned) and _is_of(signed, desk.profile.office.agency, period):
            found.append((signed, entry))
    return sorted(found, key=lambda item: (item[0].version, item[1].at))


def _is_of(signed: EvaluationSigned, agency: str, period: Period) -> bool:
    return (signed.agency, signed.first, signed.last) == (agency, period.first, period.last)

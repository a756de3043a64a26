"""The monthly evaluation (QĐ 766) signed off: an entry of the journal, never changed; a correction is another."""

from __future__ import annotations

import secrets

from counter_app.desk.desk import Desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.codes import case_code
from counter_app.dossier.journal import Entry
from counter_app.dossier.payloads.evaluation import EvaluationSigned
from counter_app.dossier.roles import Task
from counter_app.language import Phrase
from counter_app.reports.evaluation import evaluated, refuse_unless_over, refuse_without_reason
from counter_app.reports.indicators import load_indicators
from counter_app.reports.periods import Period
from counter_app.reports.scope import Scope
from counter_app.resources import resource


def sign_off(desk: Desk, period: Period, signer: str, reason: str = "") -> tuple[EvaluationSigned, Entry]:
    """Evaluates the office's period and writes it into the journal as the next version.

    Raises NotYourTask, PeriodNotOver, CorrectionWithoutReason.
    """
    signed = counted(desk, period, signer, reason)
    refuse_without_reason(signed)
    code = case_code(signed.agency, desk.now().astimezone(VIETNAM).date(), secrets.randbits(59))
    journal = desk.store.journal
    journal.append_apart(signed, code=code, clerk=desk.clerk.name, at=desk.now(), salt=desk.token(16))
    return versions(desk, period)[-1]


def counted(desk: Desk, period: Period, signer: str = "", reason: str = "") -> EvaluationSigned:
    """What signing off now would write as the next version. Raises NotYourTask, PeriodNotOver."""
    desk.refuse_unless(Task.APPROVAL, Phrase("acts", "Sign the monthly evaluation off"))
    refuse_unless_over(period, desk.now())
    office = desk.profile.office
    scope = Scope(period, desk.now(), office.agency, office.name, office.report_to)
    return EvaluationSigned(
        agency=office.agency,
        office=office.name,
        report_to=office.report_to,
        first=period.first,
        last=period.last,
        name=period.name,
        version=len(versions(desk, period)) + 1,
        signer=signer.strip() or desk.clerk.name,
        reason=reason.strip(),
        lines=evaluated(desk.store, scope, load_indicators(resource("indicators"))),
    )


def versions(desk: Desk, period: Period) -> list[tuple[EvaluationSigned, Entry]]:
    """What was signed off of the office's period, here or at another desk of it, the oldest first."""
    found = []
    for entry in desk.store.entries.evaluations():
        signed = entry.read()
        if isinstance(signed, EvaluationSigned) and _is_of(signed, desk.profile.office.agency, period):
            found.append((signed, entry))
    return sorted(found, key=lambda item: (item[0].version, item[1].at))


def _is_of(signed: EvaluationSigned, agency: str, period: Period) -> bool:
    return (signed.agency, signed.first, signed.last) == (agency, period.first, period.last)

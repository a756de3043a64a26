"""A contradiction as the clerk reads it: both sides in sentences, and what can be done about it here and now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.desk.desk import Desk
from counter_app.dossier import acts
from counter_app.dossier.acts import refuse_unless_settler
from counter_app.dossier.acts.act import AnyAct, CannotApply, NotYourRole, refuse_unless_allowed, refuse_unless_role
from counter_app.dossier.contradictions import Contradiction, about_money, act_again, contradictions
from counter_app.dossier.describing import describe, written_by
from counter_app.dossier.journal import Entry, EntryKey
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads import FeeReceiptIssued, Payload, PaymentRecorded
from counter_app.dossier.settling import readable
from counter_app.language import joined, said
from ui import words


@dataclass(frozen=True)
class Side:
    """One of two steps that do not fit together: what was done, and by whom, where and when."""

    sentence: str
    by: str


@dataclass(frozen=True)
class Conflict:
    """An open contradiction. `act` is the one that puts it right, None where there is none.

    `not_settled` and `not_done` say why it cannot be settled here, or the act not be done; "" where it can.
    """

    key: EntryKey
    payload: Payload | None
    without_effect: Side
    in_effect: Side | None
    now: str
    note: str
    act: AnyAct | None
    not_settled: str
    not_done: str

    @property
    def takes_back(self) -> bool:
        """Whether the act takes the step's money back, and does not do the step again."""
        return self.act is acts.REFUND


def conflicts_of(desk: Desk, entries: list[Entry], dossier: Dossier) -> list[Conflict]:
    """The contradictions of a dossier that wait for a clerk, in their order."""
    return [_conflict(desk, one, dossier) for one in contradictions(entries) if one.settled is None]


def _conflict(desk: Desk, found: Contradiction, dossier: Dossier) -> Conflict:
    payload = readable(found.entry)
    act = acts.REFUND if isinstance(payload, FeeReceiptIssued) else act_again(payload)
    return Conflict(
        key=found.entry.key,
        payload=payload,
        without_effect=_side(found.entry, dossier, desk),
        in_effect=_side(found.against, dossier, desk) if found.against else None,
        now=_now(dossier),
        note=_note(payload, found.against),
        act=act,
        not_settled=_not_settled(desk, payload),
        not_done=_not_done(desk, payload, act, dossier),
    )


def _side(entry: Entry, dossier: Dossier, desk: Desk) -> Side:
    here = _say("this desk") if entry.desk == desk.store.desk else ""
    return Side(describe(entry, dossier).in_full(words.say), said(joined(" · ", written_by(entry), here), words.say))


def _now(dossier: Dossier) -> str:
    lines = [_say("Status: {status}").format(status=words.status_name(dossier.status))]
    if dossier.status_reason:
        lines.append(dossier.status_reason)
    if dossier.due_at:
        lines.append(_say("Due: {due}").format(due=words.moment(dossier.due_at)))
    if dossier.fees_total or dossier.fee_receipts:
        money = _say("Fees: {due} due, {paid} taken")
        lines.append(money.format(due=words.money(dossier.fees_total), paid=words.money(dossier.paid)))
    return "\n".join(lines)


def _note(payload: Payload | None, against: Entry | None) -> str:
    """What is particular about money: it is there, or gone, whatever is decided."""
    if isinstance(payload, FeeReceiptIssued):
        twice = _say("The money was taken twice.")
        undue = _say("Money was taken that was not due any more.")
        said = twice if against is not None and against.kind == payload.kind else undue
        kept = _say("Receipt {number} of {series} is with the payer and counts in the cash of its day.")
        receipt = kept.format(number=words.receipt_number(payload.number), series=payload.series)
        return f"{said} {receipt} " + _say("Give the money back, or set it aside if that was put right otherwise.")
    if isinstance(payload, PaymentRecorded):
        return _say("This money was given back a second time; it is missing in the drawer and in no report.")
    return ""


def _not_settled(desk: Desk, payload: Payload | None) -> str:
    if payload is None:
        return _say("A newer version of the program wrote this step. It waits for the update.")
    try:
        refuse_unless_settler(desk.profile.desk.roles, about_money=about_money(payload))
    except NotYourRole as failure:
        return failure.happened(desk.profile.language)
    return ""


def _not_done(desk: Desk, payload: Payload | None, act: AnyAct | None, dossier: Dossier) -> str:
    if act is None:
        return _say("This step cannot be done again at a desk.")
    if isinstance(payload, FeeReceiptIssued) and not any(
        one.holds and (one.series, one.number) == (payload.series, payload.number) for one in dossier.fee_receipts
    ):
        return _say("The receipt was cancelled, or its money given back.")
    try:
        refuse_unless_role(act, desk.profile.desk.roles)
        refuse_unless_allowed(act, dossier)
    except (CannotApply, NotYourRole) as failure:
        return failure.happened(desk.profile.language)
    return ""


def _say(sentence: str) -> str:
    return QCoreApplication.translate("conflict", sentence)

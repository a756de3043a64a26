"""A contradiction as the clerk reads it: both sides in sentences, and what can be done about it here and now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.desk.conflict_view import ConflictView, Hindrance, Reason
from counter_app.desk.desk import Desk
from counter_app.dossier.describing import describe, written_by
from counter_app.dossier.journal import Entry
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.money import FeeReceiptIssued, PaymentRecorded
from counter_app.dossier.payloads.payload import Payload
from counter_app.language import joined, said
from ui import words


@dataclass(frozen=True)
class Side:
    """One of two steps that do not fit together: what was done, and by whom, where and when."""

    sentence: str
    by: str


@dataclass(frozen=True)
class Conflict:
    """An open contradiction in sentences; `not_settled` and `not_done` are "" where it can be."""

    view: ConflictView
    without_effect: Side
    in_effect: Side | None
    now: str
    note: str
    not_settled: str
    not_done: str


def conflict_of(desk: Desk, view: ConflictView, dossier: Dossier) -> Conflict:
    """The contradiction in the window's language."""
    language = desk.profile.language
    return Conflict(
        view=view,
        without_effect=_side(view.without_effect, dossier, desk),
        in_effect=_side(view.in_effect, dossier, desk) if view.in_effect else None,
        now=_now(dossier),
        note=_note(view.payload, view.in_effect),
        not_settled=_why(view.not_settled, language),
        not_done=_why(view.not_done, language),
    )


def _why(reason: Reason | None, language: str) -> str:
    match reason:
        case Hindrance.NEWER_PROGRAM:
            return _say("A newer version of the program wrote this step. It waits for the update.")
        case Hindrance.NO_ACT:
            return _say("This step cannot be done again at a desk.")
        case Hindrance.RECEIPT_GONE:
            return _say("The receipt was cancelled, or its money given back.")
        case None:
            return ""
        case _:
            return reason.happened(language)


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


def _say(sentence: str) -> str:
    return QCoreApplication.translate("conflict", sentence)

"""What an entry about money does to a dossier's receipts; a part of the fold."""

from __future__ import annotations

from typing import Any

from counter_app.dossier.acts import Act, CannotApply, refuse_unless_allowed
from counter_app.dossier.journal import Entry
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import FeeReceipt
from counter_app.dossier.payloads import FeeReceiptCancelled, FeeReceiptIssued, PaymentRecorded
from counter_app.dossier.states import Payment

Changes = dict[str, Any]
TAKEN = "fee_receipt_issued"


def taken(dossier: Dossier, payload: FeeReceiptIssued, entry: Entry) -> Changes:
    """Raises CannotApply for money that is not due (any more), StepRefused where the status forbids to take any.

    A receipt spoiled while writing is worth nothing and fits whatever is due.
    """
    if any((one.series, one.number) == (payload.series, payload.number) for one in dossier.fee_receipts):
        raise CannotApply("receipt number used before")
    if payload.amount:
        refuse_unless_allowed(Act.TAKE_FEE, dossier)
        if payload.amount > dossier.outstanding(payload.fee_kind):
            raise CannotApply("paid before")
    return with_receipt(dossier, payload, entry)


def with_receipt(dossier: Dossier, payload: FeeReceiptIssued, entry: Entry) -> Changes:
    """The receipt is there, whether it should have been given or not."""
    facts = payload.model_dump(exclude={"kind", "fee_kind"})
    receipt = FeeReceipt(**facts, kind=payload.fee_kind, at=entry.at, clerk=entry.clerk)
    return _paid(dossier, (*dossier.fee_receipts, receipt))


def cancelled(dossier: Dossier, payload: FeeReceiptCancelled) -> Changes:
    """Raises CannotApply for a receipt that does not hold."""
    return _paid(dossier, _one_marked(dossier, payload.series, payload.number, {"cancelled": payload.reason}))


def given_back(dossier: Dossier, payload: PaymentRecorded, entry: Entry) -> Changes:
    """Raises CannotApply for money given back that was not there any more."""
    if payload.payment is not Payment.REFUNDED:
        return {"payment": payload.payment}
    given = {"refunded_at": entry.at, "refund_method": payload.method, "refunded_by": entry.clerk}
    if payload.series:
        changes = _paid(dossier, _one_marked(dossier, payload.series, payload.number, given))
        kept = any(one.holds for one in changes["fee_receipts"])
        return changes if kept else changes | {"payment": Payment.REFUNDED}
    if payload.amount and dossier.fee_receipts and not dossier.paid:
        raise CannotApply("given back before")
    receipts = (one.model_copy(update=given) if one.holds else one for one in dossier.fee_receipts)
    return {"payment": payload.payment, "fee_receipts": tuple(receipts)}


def _one_marked(dossier: Dossier, series: str, number: int, marks: Changes) -> tuple[FeeReceipt, ...]:
    """The receipts with that one marked; of two that bear one number, the later."""
    receipts = list(dossier.fee_receipts)
    for place in reversed(range(len(receipts))):
        if (receipts[place].series, receipts[place].number) == (series, number) and receipts[place].holds:
            receipts[place] = receipts[place].model_copy(update=marks)
            return tuple(receipts)
    raise CannotApply("no such receipt, or cancelled or given back before")


def _paid(dossier: Dossier, receipts: tuple[FeeReceipt, ...]) -> Changes:
    paid = sum(one.amount for one in receipts if one.holds)
    due = dossier.fees_total
    state = Payment.NOTHING_DUE if not due else Payment.PAID if paid >= due else Payment.UNPAID
    return {"fee_receipts": receipts, "payment": state}

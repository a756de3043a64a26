"""Money: taken on a receipt, a receipt cancelled, money given back.

Money that was taken is in the drawer, so its receipt counts, fitting or not, settled or not.
"""

from __future__ import annotations

from counter_app.dossier.acts.act import Act, CannotApply, Written, refuse_unless_allowed
from counter_app.dossier.amounts import money
from counter_app.dossier.description import Description
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import FeeReceipt, FeeReceiptChanges, receipt_number
from counter_app.dossier.names import FEE_KIND, PAYMENT, method_words
from counter_app.dossier.payloads.money import FeeReceiptCancelled, FeeReceiptIssued, PaymentRecorded
from counter_app.dossier.roles import Task
from counter_app.dossier.states import OPEN, Payment, Status
from counter_app.language import Phrase, Words, joined, sentence


def _taken(dossier: Dossier, payload: FeeReceiptIssued, entry: Written) -> Dossier:
    """Raises CannotApply for money that is not due (any more), StepRefused where the status forbids to take any.

    A receipt spoiled while writing is worth nothing and fits whatever is due.
    """
    if any((receipt.series, receipt.number) == (payload.series, payload.number) for receipt in dossier.fee_receipts):
        raise CannotApply("receipt number used before")
    if payload.amount:
        refuse_unless_allowed(TAKE_FEE, dossier)
        if payload.amount > dossier.outstanding(payload.fee_kind):
            raise CannotApply("paid before")
    return _with_receipt(dossier, payload, entry)


def _with_receipt(dossier: Dossier, payload: FeeReceiptIssued, entry: Written) -> Dossier:
    """The receipt is there, whether it should have been given or not."""
    receipt = FeeReceipt(
        series=payload.series,
        number=payload.number,
        kind=payload.fee_kind,
        amount=payload.amount,
        method=payload.method,
        payer=payload.payer,
        given=payload.given,
        at=entry.at,
        clerk=entry.clerk,
    )
    return with_payment(dossier, (*dossier.fee_receipts, receipt))


def _describe_taken(payload: FeeReceiptIssued, dossier: Dossier | None) -> Description:
    amount = money(payload.amount)
    taken = sentence(
        "timeline",
        "{kind} taken: {facts} – receipt {number} of {series}",
        kind=sentence("status", FEE_KIND[payload.fee_kind]).within(),
        facts=joined(", ", amount, method_words(payload.method), payload.payer),
        number=receipt_number(payload.number),
        series=payload.series,
    )
    return Description(taken, public=(TAKE_FEE.words, amount))


def _cancelled(dossier: Dossier, payload: FeeReceiptCancelled, entry: Written) -> Dossier:
    """Raises CannotApply for a receipt that does not hold."""
    marks = FeeReceiptChanges(cancelled=payload.reason)
    return with_payment(dossier, _one_marked(dossier, payload.series, payload.number, marks))


def _describe_cancelled(payload: FeeReceiptCancelled, dossier: Dossier | None) -> Description:
    number, series = receipt_number(payload.number), payload.series
    cancelled = sentence("timeline", "Receipt {number} of {series} cancelled", number=number, series=series)
    return Description(cancelled, payload.reason, public=(CANCEL_RECEIPT.words,))


def _given_back(dossier: Dossier, payload: PaymentRecorded, entry: Written) -> Dossier:
    """Raises CannotApply for money given back that was not there any more."""
    if payload.payment is not Payment.REFUNDED:
        return dossier.changed(payment=payload.payment)
    given = FeeReceiptChanges(refunded_at=entry.at, refund_method=payload.method, refunded_by=entry.clerk)
    if payload.series:
        after = with_payment(dossier, _one_marked(dossier, payload.series, payload.number, given))
        kept = any(receipt.holds for receipt in after.fee_receipts)
        return after if kept else after.changed(payment=Payment.REFUNDED)
    if payload.amount and dossier.fee_receipts and not dossier.paid:
        raise CannotApply("given back before")
    receipts = (receipt.changed(**given) if receipt.holds else receipt for receipt in dossier.fee_receipts)
    return dossier.changed(payment=payload.payment, fee_receipts=tuple(receipts))


def _describe_payment(payload: PaymentRecorded, dossier: Dossier | None) -> Description:
    what = Phrase("status", PAYMENT[payload.payment])
    amount = money(payload.amount) if payload.amount else ""
    receipt: Words = ""
    if payload.series:
        number = receipt_number(payload.number)
        receipt = sentence("timeline", "receipt {number} of {series}", number=number, series=payload.series)
    facts = joined(", ", what, amount, method_words(payload.method), receipt)
    return Description(
        sentence("timeline", "Payment: {facts}", facts=facts),
        public=(sentence("timeline", "Payment: {facts}", facts=what),),
    )


def _one_marked(dossier: Dossier, series: str, number: int, marks: FeeReceiptChanges) -> tuple[FeeReceipt, ...]:
    """The receipts with that one marked; of two that bear one number, the later."""
    receipts = list(dossier.fee_receipts)
    for place in reversed(range(len(receipts))):
        if (receipts[place].series, receipts[place].number) == (series, number) and receipts[place].holds:
            receipts[place] = receipts[place].changed(**marks)
            return tuple(receipts)
    raise CannotApply("no such receipt, or cancelled or given back before")


def with_payment(dossier: Dossier, receipts: tuple[FeeReceipt, ...]) -> Dossier:
    """The dossier with these receipts, and what they say of its payment."""
    paid = sum(receipt.amount for receipt in receipts if receipt.holds)
    due = dossier.fees_total
    state = Payment.NOTHING_DUE if not due else Payment.PAID if paid >= due else Payment.UNPAID
    return dossier.changed(fee_receipts=receipts, payment=state)


def _refundable(dossier: Dossier) -> bool:
    back = dossier.status is not Status.RESULT_RETURNED or dossier.paid > dossier.fees_total
    return dossier.paid > 0 and back  # also where a part was given back before


TAKE_FEE = Act(
    name="take_fee",
    title="Take the fee",
    payload=FeeReceiptIssued,
    apply=_taken,
    describe=_describe_taken,
    tasks=frozenset({Task.CASHIER}),
    allowed=OPEN | {Status.DONE},
    fits=lambda dossier: dossier.payment in (Payment.UNPAID, Payment.PENDING),
    needs=("series", "amount"),
    form="fee_receipt",
    money=True,
    despite=_with_receipt,
)
CANCEL_RECEIPT = Act(
    name="cancel_receipt",
    title="Cancel a fee receipt",
    payload=FeeReceiptCancelled,
    apply=_cancelled,
    describe=_describe_cancelled,
    tasks=frozenset({Task.CASHIER}),
    allowed=frozenset(Status),
    fits=lambda dossier: any(receipt.holds for receipt in dossier.fee_receipts),
    needs=("reason",),
    reasons=(
        "Written wrongly.",
        "The printer damaged the receipt.",
        "Money was taken by mistake.",
    ),
    money=True,
)
REFUND = Act(
    name="refund",
    title="Give the fee back",
    payload=PaymentRecorded,
    apply=_given_back,
    describe=_describe_payment,
    tasks=frozenset({Task.CASHIER}),
    allowed=frozenset(Status),
    fits=_refundable,
    money=True,
)

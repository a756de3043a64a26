"""Money at the desk: fees and charges apart, a receipt each, numbers without gaps, cancelled ones kept."""

from __future__ import annotations

from collections.abc import Mapping

from counter_app.config import ReceiptSeries
from counter_app.desk.desk import Desk, logged
from counter_app.dossier import acts
from counter_app.dossier.acts.act import given
from counter_app.dossier.amounts import money
from counter_app.dossier.model import Dossier
from counter_app.dossier.money import FeeKind
from counter_app.dossier.payloads.money import FeeReceiptCancelled, FeeReceiptIssued, PaymentRecorded
from counter_app.dossier.states import Payment, PayMethod
from counter_app.errors import CounterError


class NoSeries(CounterError):
    """The desk has no registered series of receipts for this kind of money, or they are used up."""

    what = "This desk has no registered fee receipts for this kind of money, or none are left."
    todo = "Have the administrator enter the registered series under [[receipts]] in the desk's profile."


class NumberUsed(CounterError):
    """The receipt number was used before."""

    what = "Receipt {number} of {series} was used before."
    todo = "Take the next number, {next}; a number is never used twice."


class NumberSkipped(CounterError):
    """The receipt number would leave a gap."""

    what = "Receipt {number} of {series} would leave a gap."
    todo = "Take number {next}; where a paper receipt was spoiled, cancel its number with the reason first."


class TooLittleGiven(CounterError):
    """Less cash was handed over than is to be paid."""

    what = "{given} is less than the {due} that are to be paid."
    todo = "Ask for the rest, or leave the money field empty."


class NothingDue(CounterError):
    """Nothing of this kind is to be paid."""

    what = "Nothing of this kind is left to pay on this dossier."
    todo = "Look at the fees and receipts of the dossier."


class NoSuchReceipt(CounterError):
    """The dossier has no such receipt that is not cancelled."""

    what = "This dossier has no receipt {number} of {series} that could be cancelled."
    todo = "Look at the receipts of the dossier."


def series_for(desk: Desk, kind: FeeKind) -> ReceiptSeries:
    """The desk's series of that kind with numbers left. Raises NoSeries."""
    for series in desk.profile.series(kind):
        if desk.store.fee_receipts.last_number(series.name) < series.last:
            return series
    raise NoSeries(kind)


def next_number(desk: Desk, series: ReceiptSeries) -> int:
    """The number the next receipt of the series has."""
    return max(desk.store.fee_receipts.last_number(series.name) + 1, series.first)


def outstanding(dossier: Dossier, kind: FeeKind) -> int:
    """What is still to be paid of that kind, in đồng."""
    return dossier.outstanding(kind)


def take_fee(
    desk: Desk,
    code: str,
    kind: FeeKind,
    method: PayMethod,
    *,
    number: int | None = None,
    payer: str = "",
    given: int = 0,
) -> Dossier:
    """Takes all that is outstanding of one kind and gives the next receipt of its series.

    `number` is the one on the paper in the clerk's hand, if it is preprinted; `given` is the cash handed over, 0 where
    nobody entered it. Raises NothingDue, NoSeries, NumberUsed, NumberSkipped, TooLittleGiven.
    """
    with desk.store.transaction():
        dossier = desk.checked(code, acts.TAKE_FEE)
        amount = outstanding(dossier, kind)
        if amount <= 0:
            raise NothingDue(kind)
        refuse_too_little(given, amount)
        series = series_for(desk, kind)
        payload = FeeReceiptIssued(
            series=series.name,
            number=_number(desk, series, number),
            fee_kind=kind,
            amount=amount,
            method=method,
            payer=payer.strip() or (dossier.submitter or dossier.owner).name,
            given=given,
        )
        return desk.record(code, payload)


def take_all_fees(
    desk: Desk,
    code: str,
    method: PayMethod,
    *,
    numbers: Mapping[FeeKind, int] | None = None,
    payer: str = "",
    given: int = 0,
) -> Dossier:
    """Takes fees and charges together, with a receipt each. `numbers`: by kind, those on preprinted receipts.

    Of the cash handed over for both, `given`, each receipt has its amount and the last one what is more. Raises as
    `take_fee`; then nothing was taken.
    """
    typed = numbers or {}
    with desk.store.transaction():
        dossier = desk.dossier(code)
        due = {kind: amount for kind in FeeKind if (amount := outstanding(dossier, kind)) > 0}
        refuse_too_little(given, sum(due.values()))
        left = given
        for kind, amount in due.items():
            handed = left if kind is list(due)[-1] else min(amount, left)
            left -= handed
            dossier = take_fee(desk, code, kind, method, number=typed.get(kind), payer=payer, given=handed)
        return dossier


def cancel_receipt(desk: Desk, code: str, series: str, number: int, reason: str) -> Dossier:
    """Cancels a receipt; its number stays used. Raises NoSuchReceipt, StepIncomplete."""
    with desk.store.transaction():
        dossier = desk.checked(code, acts.CANCEL_RECEIPT)
        why = given(acts.CANCEL_RECEIPT, "reason", reason)
        if not any(
            receipt.holds and (receipt.series, receipt.number) == (series, number) for receipt in dossier.fee_receipts
        ):
            raise NoSuchReceipt(series=series, number=number)
        return desk.record(code, FeeReceiptCancelled(series=series, number=number, reason=why))


def spoil_receipt(desk: Desk, code: str, kind: FeeKind, reason: str, *, number: int | None = None) -> Dossier:
    """A preprinted receipt was spoiled while writing it: its number is used up, cancelled, and worth nothing."""
    why = given(acts.CANCEL_RECEIPT, "reason", reason)
    with desk.store.transaction():
        dossier, series = desk.checked(code, acts.TAKE_FEE), series_for(desk, kind)
        spoiled = FeeReceiptIssued(
            series=series.name,
            number=_number(desk, series, number),
            fee_kind=kind,
            amount=0,
            method=PayMethod.CASH,
            payer=(dossier.submitter or dossier.owner).name,
        )
        desk.record(code, spoiled)
        return desk.record(code, FeeReceiptCancelled(series=series.name, number=spoiled.number, reason=why))


def give_back(
    desk: Desk, code: str, method: PayMethod = PayMethod.CASH, receipt: tuple[str, int] | None = None
) -> Dossier:
    """Gives back what was paid (hoàn phí), or what was paid on one receipt (its series and number).

    The receipts stay, marked. Raises NoSuchReceipt.
    """
    with desk.store.transaction():
        dossier = desk.checked(code, acts.REFUND)
        if receipt is None:
            return desk.record(code, PaymentRecorded(payment=Payment.REFUNDED, method=method, amount=dossier.paid))
        series, number = receipt
        held = [given for given in dossier.fee_receipts if (given.series, given.number) == receipt and given.holds]
        if not held:
            raise NoSuchReceipt(series=series, number=number)
        payload = PaymentRecorded(
            payment=Payment.REFUNDED, method=method, amount=held[-1].amount, series=series, number=number
        )
        return desk.record(code, payload)


def refuse_too_little(given: int, due: int) -> None:
    """Raises TooLittleGiven where cash was handed over and does not reach."""
    if given and given < due:
        with logged(acts.TAKE_FEE.name):
            raise TooLittleGiven(given=money(given), due=money(due))


def _number(desk: Desk, series: ReceiptSeries, wanted: int | None) -> int:
    expected = next_number(desk, series)
    if wanted is None or wanted == expected:
        return expected
    refused = NumberUsed if desk.store.fee_receipts.used(series.name, wanted) or wanted < expected else NumberSkipped
    with logged(acts.TAKE_FEE.name):
        raise refused(series=series.name, number=wanted, next=expected)

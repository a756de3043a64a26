"""Counting the drawer at the end of the day (kiểm quỹ): what should be there, what is there, and why they differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta

from counter_app.desk.desk import Desk
from counter_app.dossier.amounts import money
from counter_app.dossier.cash import CashCount, notes_counted
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.roles import Task
from counter_app.dossier.states import PayMethod
from counter_app.errors import CounterError
from counter_app.language import Phrase
from counter_app.store.fee_receipts import ReceiptLine


class DifferenceUnexplained(CounterError):
    """The drawer holds more or less than the receipts say, and nobody said why."""

    what = "The drawer holds {counted}, but the receipts of the day say {expected}."
    todo = "Count again; if it stays so, write down why."


def expected_cash(desk: Desk, day: date) -> int:
    """What the desk's clerk took in cash that day, less what they gave back in cash and what stood on receipts they
    cancelled, of that day or an earlier one."""
    clerk, receipts = desk.clerk.name, desk.store.fee_receipts
    start = datetime.combine(day, time.min, VIETNAM)
    span = int(start.timestamp()), int((start + timedelta(days=1)).timestamp())
    held = [line for line in receipts.between(*span) if not line.cancelled]
    taken = _cash([*held, *receipts.undone_after(*span)], clerk)
    given_back = sum(
        line.amount
        for line in receipts.refunded_between(*span)
        if line.refunded_by == clerk and line.refund_method == PayMethod.CASH
    )
    return taken - given_back - _cash(receipts.undone_between(*span), clerk)


def _cash(lines: Iterable[ReceiptLine], clerk: str) -> int:
    return sum(line.amount for line in lines if line.clerk == clerk and line.method == PayMethod.CASH)


def count_cash(desk: Desk, counts: Mapping[int, int], explanation: str = "") -> CashCount:
    """Keeps what the clerk counted today, by note. Raises NotYourTask, DifferenceUnexplained; then nothing is kept."""
    desk.refuse_unless(Task.CASHIER, Phrase("acts", "Count the cash"))
    at = desk.now().astimezone(VIETNAM)
    count = CashCount(
        day=at.date(),
        clerk=desk.clerk.name,
        at=at,
        expected=expected_cash(desk, at.date()),
        notes=notes_counted(counts),
        explanation=" ".join(explanation.split()),
    )
    if count.difference and not count.explanation:
        raise DifferenceUnexplained(counted=money(count.counted), expected=money(count.expected))
    with desk.store.transaction():
        desk.store.cash_counts.keep(count)
    return count

"""Both sides of a contradiction: the step that did not apply, and the one that stands against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counter_app.dossier.acts import Act, CannotApply
from counter_app.dossier.fold import Folding, apply, foldings
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.payloads import (
    Extended,
    FeeReceiptCancelled,
    FeeReceiptIssued,
    HandedOver,
    ObligationMet,
    ObligationRequested,
    Payload,
    PaymentRecorded,
    Refused,
    ResultReturned,
    ResultsArrived,
    Resumed,
    StageBegun,
    Stopped,
    SupplementReceived,
    SupplementRequested,
    Withdrawn,
)
from counter_app.dossier.settling import settlements
from counter_app.dossier.states import Payment

ACTS: dict[type[Payload], Act] = {
    Refused: Act.REFUSE,
    SupplementRequested: Act.ASK_SUPPLEMENT,
    SupplementReceived: Act.TAKE_SUPPLEMENT,
    ObligationRequested: Act.ASK_OBLIGATION,
    ObligationMet: Act.CONFIRM_OBLIGATION,
    HandedOver: Act.HAND_OVER,
    Extended: Act.EXTEND,
    Stopped: Act.STOP,
    Resumed: Act.RESUME,
    Withdrawn: Act.WITHDRAW,
    ResultsArrived: Act.TAKE_RESULTS,
    ResultReturned: Act.RETURN_RESULTS,
    StageBegun: Act.BEGIN_STAGE,
}
"""The act by which a clerk does again what an entry says. Money and papers are not done again: they are there."""


@dataclass(frozen=True)
class Contradiction:
    """An entry that had no effect, and the one after which it did not fit any more (None: it never fitted).

    Of an act that was done again at one desk while another settled it otherwise, that is the other's settlement.
    `settled` is the entry by which a clerk settled it, None while it waits.
    """

    entry: Entry
    against: Entry | None
    settled: Entry | None


def contradictions(entries: Iterable[Entry]) -> list[Contradiction]:
    """All contradictions among the entries of one dossier, open and settled, in their order."""
    steps = list(foldings(entries))
    holding, outdone = settlements([step.entry for step in steps])
    return [
        Contradiction(
            step.entry,
            outdone.get(step.entry.key) or _against(step.entry, steps[:place]),
            holding.get(step.entry.key),
        )
        for place, step in enumerate(steps)
        if step.failure is not None
    ]


def act_of(payload: Payload | None) -> Act | None:
    """The act by which the step is done again; None where a desk cannot do it again."""
    return ACTS.get(type(payload)) if payload else None


def about_money(payload: Payload | None) -> bool:
    """Whether the step took money, gave it back or cancelled a receipt."""
    return isinstance(payload, FeeReceiptIssued | FeeReceiptCancelled) or (
        isinstance(payload, PaymentRecorded) and payload.payment is Payment.REFUNDED
    )


def _against(entry: Entry, earlier: list[Folding]) -> Entry | None:
    for step in reversed(earlier):
        if step.failure is None and _fits(entry, step):
            return step.entry
    return None


def _fits(entry: Entry, step: Folding) -> bool:
    """Whether the entry would have applied just before that step."""
    try:
        apply(step.before, entry)
    except (CannotApply, UnknownPayload):
        return False
    return True

"""The contradictions of a dossier that wait for a clerk, and what can be done about each at this desk now."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from counter_app.desk.desk import Desk
from counter_app.dossier import acts
from counter_app.dossier.acts import refuse_unless_settler
from counter_app.dossier.acts.act import AnyAct, CannotApply, NotYourTask, refuse_unless_allowed, refuse_unless_task
from counter_app.dossier.contradictions import Contradiction, about_money, act_again, contradictions
from counter_app.dossier.journal import Entry
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.money import FeeReceiptIssued
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.settling import readable
from counter_app.errors import CounterError


class Hindrance(Enum):
    """Why something cannot be done about a contradiction, where no error says it."""

    NEWER_PROGRAM = auto()
    """A newer version of the program wrote the step."""
    NO_ACT = auto()
    """The step is none that is done at a desk."""
    RECEIPT_GONE = auto()
    """Its receipt was cancelled, or its money given back."""


Reason = CounterError | Hindrance


@dataclass(frozen=True)
class ConflictView:
    """An open contradiction. `act` is the one that puts it right, None where there is none.

    `not_settled` and `not_done` say why it cannot be settled here, or the act not be done; None where it can.
    """

    without_effect: Entry
    in_effect: Entry | None
    payload: Payload | None
    """Of the entry without effect, as far as this version of the program can read it."""
    act: AnyAct | None
    not_settled: Reason | None
    not_done: Reason | None

    @property
    def takes_back(self) -> bool:
        """Whether the act takes the step's money back, and does not do the step again."""
        return self.act is acts.REFUND


def conflict_views(desk: Desk, entries: list[Entry], dossier: Dossier) -> list[ConflictView]:
    """Those that are not settled yet, in their order."""
    return [_view(desk, found, dossier) for found in contradictions(entries) if found.settled is None]


def _view(desk: Desk, found: Contradiction, dossier: Dossier) -> ConflictView:
    payload = readable(found.entry)
    act = acts.REFUND if isinstance(payload, FeeReceiptIssued) else act_again(payload)
    return ConflictView(
        without_effect=found.entry,
        in_effect=found.against,
        payload=payload,
        act=act,
        not_settled=_not_settled(desk, payload),
        not_done=_not_done(desk, payload, act, dossier),
    )


def _not_settled(desk: Desk, payload: Payload | None) -> Reason | None:
    if payload is None:
        return Hindrance.NEWER_PROGRAM
    try:
        refuse_unless_settler(desk.clerk.tasks, about_money=about_money(payload))
    except NotYourTask as refusal:
        return refusal
    return None


def _not_done(desk: Desk, payload: Payload | None, act: AnyAct | None, dossier: Dossier) -> Reason | None:
    if act is None:
        return Hindrance.NO_ACT
    if isinstance(payload, FeeReceiptIssued) and not any(
        receipt.holds and (receipt.series, receipt.number) == (payload.series, payload.number)
        for receipt in dossier.fee_receipts
    ):
        return Hindrance.RECEIPT_GONE
    try:
        refuse_unless_task(act, desk.clerk.tasks)
        refuse_unless_allowed(act, dossier)
    except (CannotApply, NotYourTask) as refusal:
        return refusal
    return None

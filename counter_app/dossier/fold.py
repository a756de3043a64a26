"""The one place that says in what state a dossier is: the fold over its journal entries.

The desk, the other desks and the province fold the same entries in the same order and so come to the same state, in
whatever order the entries reached them. An entry that cannot apply (two desks contradicted each other while offline)
is kept and reported as a conflict, until a clerk settles it.

What was settled stays settled: the entry does not apply any more, even where it would, because other entries arrived.
Of two settlements of one conflict the first by step, desk and sequence holds; what the other desk had done again is a
conflict itself then. Money that was taken is in the drawer, so its receipt counts, fitting or not, settled or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from counter_app.dossier import receipts
from counter_app.dossier.acts import MOVES, Act, CannotApply, refuse_unless_allowed
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.life import DueCause, DueChange, HandOver, Pause, PauseKind, Result, Return
from counter_app.dossier.model import Component, Dossier, PaperHandedOut, left_out_of
from counter_app.dossier.payloads import (
    ComponentDigitised,
    ComponentReused,
    ConflictSettled,
    DeliveryChanged,
    Extended,
    FeeReceiptCancelled,
    FeeReceiptIssued,
    HandedOver,
    ObligationMet,
    ObligationRequested,
    PaperGiven,
    Payload,
    PaymentRecorded,
    Received,
    Refused,
    ResultReturned,
    ResultsArrived,
    Resumed,
    StageBegun,
    StatusChanged,
    Stopped,
    SupplementReceived,
    SupplementRequested,
    Withdrawn,
)
from counter_app.dossier.settling import SETTLED, readable, settlements
from counter_app.dossier.states import ENDED, Delivery, PauseMode, Payment, Status

Changes = dict[str, Any]


@dataclass(frozen=True)
class Settled:
    """A conflict a clerk settled: the entry that does not count, and the entry that says so."""

    entry: Entry
    by: Entry


@dataclass(frozen=True)
class Folded:
    """What the entries of one dossier amount to; `conflicts` are those that could not apply and wait for a clerk."""

    dossier: Dossier | None
    conflicts: tuple[Entry, ...] = ()
    settled: tuple[Settled, ...] = ()


@dataclass(frozen=True)
class Folding:
    """One entry as it was folded in: the dossier before and after it, and why it had no effect if it had none."""

    entry: Entry
    before: Dossier | None
    after: Dossier | None
    failure: CannotApply | UnknownPayload | None


def fold(entries: Iterable[Entry]) -> Folded:
    """The state after all entries of one dossier, given in any order."""
    known = in_order(entries)
    holding, _ = settlements(known)
    dossier: Dossier | None = None
    conflicts: list[Entry] = []
    settled: list[Settled] = []
    for step in foldings(known):
        dossier = step.after
        if step.failure is None:
            continue
        if by := holding.get(step.entry.key):
            settled.append(Settled(step.entry, by))
        else:
            conflicts.append(step.entry)
    return Folded(dossier, tuple(conflicts), tuple(settled))


def folded_on(known: Sequence[Entry], came: Sequence[Entry]) -> tuple[Dossier | None, Folded]:
    """A dossier as its known entries make it, and as it is with those that came.

    The fold goes on from the known ones where all that came stands after them and nothing is settled.
    """
    if not known:
        return None, fold(came)
    last = max(_place(entry) for entry in known)
    if any(_place(entry) < last for entry in came) or any(entry.kind == SETTLED for entry in (*known, *came)):
        return fold(known).dossier, fold([*known, *came])
    before: Dossier | None = None
    after: Dossier | None = None
    conflicts: list[Entry] = []
    for nth, step in enumerate(foldings([*known, *came]), 1):
        after = step.after
        if step.failure:
            conflicts.append(step.entry)
        if nth == len(known):
            before = after
    return before, Folded(after, tuple(conflicts))


def foldings(entries: Iterable[Entry]) -> Iterator[Folding]:
    """The entries of one dossier, given in any order, as they are folded in one after the other."""
    known = in_order(entries)
    holding, outdone = settlements(known)
    dossier: Dossier | None = None
    for entry in known:
        before, failure = dossier, None
        try:
            if before and (entry.key in holding or entry.key in outdone):
                raise CannotApply("settled")
            dossier = apply(before, entry)
        except (CannotApply, UnknownPayload) as fault:
            failure, dossier = fault, _without_effect(before, entry)
        yield Folding(entry, before, dossier, failure)


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Causes before effects; what was written without knowing of each other, by desk and sequence."""
    return sorted(entries, key=_place)


def _place(entry: Entry) -> tuple[int, str, int]:
    return entry.step, entry.desk, entry.sequence


def apply(dossier: Dossier | None, entry: Entry) -> Dossier:
    """The dossier after one more entry.

    Raises CannotApply if the entry does not fit, UnknownPayload if it cannot be read.
    """
    payload = entry.read()
    if isinstance(payload, Received):
        if dossier is not None:
            raise CannotApply("received twice")
        return _received(payload, entry)
    if dossier is None:
        raise CannotApply("not received")
    changes = _changes(dossier, payload, entry) if payload else {}
    return dossier.model_copy(update=changes | {"step": max(dossier.step, entry.step)})


def _without_effect(dossier: Dossier | None, entry: Entry) -> Dossier | None:
    """The dossier after an entry that does not apply: only money taken counts all the same."""
    if dossier is None:
        return None
    changes: Changes = {"step": max(dossier.step, entry.step)}
    if entry.kind == receipts.TAKEN and isinstance(payload := readable(entry), FeeReceiptIssued):
        changes |= receipts.with_receipt(dossier, payload, entry)
    return dossier.model_copy(update=changes)


def _received(payload: Received, entry: Entry) -> Dossier:
    return Dossier(
        **{name: getattr(payload, name) for name in Received.model_fields if name != "kind"},
        code=entry.dossier,
        received_at=entry.at,
        promised_at=payload.due_at,
        clerk=entry.clerk,
        status=Status.ACCEPTED,
        payment=Payment.UNPAID if sum(fee.amount for fee in payload.fees) else Payment.NOTHING_DUE,
        step=entry.step,
    )


def _changes(dossier: Dossier, payload: Payload, entry: Entry) -> Changes:
    match payload:
        case ComponentDigitised():
            scan = {"document": payload.document, "pages": payload.pages, "reused": None, "signed": payload.signed}
            scan["left_out"] = max(payload.left_out, left_out_of(payload.pages))  # older entries do not say it
            return _component(dossier, payload.component, scan)
        case ComponentReused():
            reuse = {
                "document": payload.document,
                "pages": payload.pages,
                "reused": payload.source,
                "signed": payload.signed,
            }
            reuse["left_out"] = left_out_of(payload.pages)
            return _component(dossier, payload.component, reuse)
        case PaperGiven():
            given = payload.model_dump(exclude={"kind", "file"})
            return {"papers": (*dossier.papers, PaperHandedOut(**given, file=payload.file, at=entry.at))}
        case StatusChanged():
            return _said_by_the_province(dossier, payload, entry.at)
        case Refused():
            return _acted(Act.REFUSE, dossier, Status.NOT_ACCEPTED, entry.at, payload.reason)
        case SupplementRequested():
            changes = _acted(Act.ASK_SUPPLEMENT, dossier, Status.SUPPLEMENT_REQUESTED, entry.at, payload.reason)
            pause = _pause(PauseKind.SUPPLEMENT, dossier, entry.at, payload.reason, payload.deadline, payload.items)
            return changes | {"pauses": (*dossier.pauses, pause)}
        case SupplementReceived():
            return _supplement_received(dossier, payload, entry)
        case ObligationRequested():
            changes = _acted(Act.ASK_OBLIGATION, dossier, Status.FINANCIAL_OBLIGATION, entry.at, payload.reason)
            pause = _pause(PauseKind.OBLIGATION, dossier, entry.at, payload.reason, payload.deadline)
            return changes | {"pauses": (*dossier.pauses, pause)}
        case ObligationMet():
            changes = _acted(Act.CONFIRM_OBLIGATION, dossier, Status.IN_PROCESS, entry.at, payload.proof)
            return changes | _resumed(dossier, DueCause.OBLIGATION, payload.due_at, entry)
        case Extended():
            refuse_unless_allowed(Act.EXTEND, dossier)
            return _promised(dossier, DueCause.EXTENSION, payload.due_at, entry, payload.reason, payload.signer)
        case Stopped():
            changes = _acted(Act.STOP, dossier, Status.STOPPED, entry.at, payload.reason)
            pause = _pause(PauseKind.STOP, dossier, entry.at, payload.reason)
            signed = pause.model_copy(update={"signer": payload.signer})
            return changes | {"pauses": (*_ended(dossier.pauses, entry.at), signed)}
        case Resumed():
            changes = _acted(Act.RESUME, dossier, Status.IN_PROCESS, entry.at, payload.reason)
            return changes | _resumed(dossier, DueCause.STOP, payload.due_at, entry, payload.reason)
        case Withdrawn():
            return _acted(Act.WITHDRAW, dossier, Status.WITHDRAWN, entry.at, payload.reason)
        case HandedOver():
            changes = _acted(Act.HAND_OVER, dossier, Status.IN_PROCESS, entry.at)
            line = HandOver(**payload.model_dump(exclude={"kind"}), at=entry.at, due_at=dossier.due_at)
            return changes | {"hand_overs": (*dossier.hand_overs, line)}
        case ResultsArrived():
            return _results_arrived(dossier, payload, entry.at)
        case ResultReturned():
            return _result_returned(dossier, payload, entry)
        case StageBegun():
            changes = _acted(Act.BEGIN_STAGE, dossier, Status.IN_PROCESS, entry.at)
            changes |= _resumed(dossier, DueCause.STAGE, payload.due_at, entry)
            begun = {"stage": payload.stage, "next_term": None, "term": payload.term, "delivery": Delivery.AWAITED}
            return changes | begun
        case FeeReceiptIssued():
            return receipts.taken(dossier, payload, entry)
        case FeeReceiptCancelled():
            return receipts.cancelled(dossier, payload)
        case PaymentRecorded():
            return receipts.given_back(dossier, payload, entry)
        case DeliveryChanged():
            return {"delivery": payload.delivery}
        case ConflictSettled():
            return {}  # `settlements` reads it before the first entry is folded
        case Received():
            raise CannotApply("received twice")


def _acted(act: Act, dossier: Dossier, to: Status, at: datetime, reason: str = "") -> Changes:
    refuse_unless_allowed(act, dossier)
    return _moved(dossier, to, at, reason)


def _moved(dossier: Dossier, to: Status, at: datetime, reason: str) -> Changes:
    """The status with the moments that hang on it; a dossier that ended leaves no pause open."""
    changes: Changes = {"status": to, "status_reason": reason}
    if to in ENDED:
        changes |= {"finished_at": dossier.finished_at or at, "pauses": _ended(dossier.pauses, at)}
    else:
        changes |= {"finished_at": None, "returned_at": None}
    if to is Status.RESULT_RETURNED:
        changes |= {"returned_at": at, "delivery": Delivery.HANDED_OVER}
    return changes


def _said_by_the_province(dossier: Dossier, payload: StatusChanged, at: datetime) -> Changes:
    if payload.status != dossier.status and payload.status not in MOVES[dossier.status]:
        raise CannotApply(f"{dossier.status.value} to {payload.status.value}")
    changes = _moved(dossier, payload.status, at, payload.reason)
    kinds = {
        Status.SUPPLEMENT_REQUESTED: PauseKind.SUPPLEMENT,
        Status.FINANCIAL_OBLIGATION: PauseKind.OBLIGATION,
        Status.STOPPED: PauseKind.STOP,
    }
    if payload.status == dossier.status:
        return changes
    pauses = _ended(dossier.pauses, at)
    if kind := kinds.get(payload.status):
        pauses = (*pauses, _pause(kind, dossier, at, payload.reason))
    return changes | {"pauses": pauses}


def _pause(
    kind: PauseKind,
    dossier: Dossier,
    at: datetime,
    reason: str,
    deadline: datetime | None = None,
    asked: tuple[str, ...] = (),
) -> Pause:
    return Pause(kind=kind, began_at=at, reason=reason, asked=asked, deadline=deadline, before=dossier.status)


def _ended(pauses: tuple[Pause, ...], at: datetime) -> tuple[Pause, ...]:
    if all(pause.ended_at for pause in pauses):
        return pauses
    return tuple(pause if pause.ended_at else pause.model_copy(update={"ended_at": at}) for pause in pauses)


def _promised(
    dossier: Dossier, cause: DueCause, due_at: datetime | None, entry: Entry, reason: str = "", signer: str = ""
) -> Changes:
    """Another due date, with the line that tells of it: the only place in which a promise moves."""
    if due_at == dossier.due_at:
        return {}
    change = DueChange(
        cause=cause, before=dossier.due_at, after=due_at, at=entry.at, reason=reason, signer=signer, clerk=entry.clerk
    )
    return {"due_at": due_at, "due_changes": (*dossier.due_changes, change)}


def _resumed(dossier: Dossier, cause: DueCause, due_at: datetime | None, entry: Entry, reason: str = "") -> Changes:
    return {"pauses": _ended(dossier.pauses, entry.at)} | _promised(dossier, cause, due_at, entry, reason)


def _supplement_received(dossier: Dossier, payload: SupplementReceived, entry: Entry) -> Changes:
    pause = dossier.open_pause
    again = payload.mode is PauseMode.RESTART or pause is None
    to = Status.ACCEPTED if again or pause is None else pause.before
    changes = _acted(Act.TAKE_SUPPLEMENT, dossier, to, entry.at)
    changes |= _resumed(dossier, DueCause.SUPPLEMENT, payload.due_at, entry, pause.reason if pause else "")
    components = {component.key: component for component in dossier.components}
    for came in payload.components:
        components[came.key] = _with_counts(components.get(came.key), came)
    return changes | {"components": tuple(components.values())}


def _with_counts(known: Component | None, came: Component) -> Component:
    if known is None:
        return came
    counts = ("originals", "certified_copies", "copies")
    return known.model_copy(update={name: getattr(known, name) + getattr(came, name) for name in counts})


def _results_arrived(dossier: Dossier, payload: ResultsArrived, at: datetime) -> Changes:
    refuse_unless_allowed(Act.TAKE_RESULTS, dossier)
    arrived = tuple(Result(**dict(named), arrived_at=at) for named in payload.results)
    changes: Changes = {"results": (*dossier.results, *arrived)}
    if payload.complete or dossier.status is Status.DONE:
        changes |= {"delivery": Delivery.AT_DESK} | _moved(dossier, Status.DONE, at, "")
    return changes


def _result_returned(dossier: Dossier, payload: ResultReturned, entry: Entry) -> Changes:
    refuse_unless_allowed(Act.RETURN_RESULTS, dossier)
    results = list(dossier.results)
    handed = Return(**payload.model_dump(exclude={"kind", "results"}), at=entry.at, clerk=entry.clerk)
    for place in payload.results:
        if not 0 <= place < len(results) or results[place].returned:
            raise CannotApply("no such result, or returned before")
        results[place] = results[place].model_copy(update={"returned": handed})
    changes: Changes = {"results": tuple(results)}
    if all(result.returned for result in results):
        changes |= _moved(dossier, Status.RESULT_RETURNED, entry.at, "")
    return changes


def _component(dossier: Dossier, key: str, changes: Changes) -> Changes:
    if all(component.key != key for component in dossier.components):
        raise CannotApply("no such component")
    return {
        "components": tuple(
            component.model_copy(update=changes) if component.key == key else component
            for component in dossier.components
        )
    }

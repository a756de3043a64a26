"""The one place that says in what state a dossier is: the fold over its journal entries.

The desk, the other desks and the province fold the same entries in the same order and so come to the same state, in
whatever order the entries reached them. An entry that cannot apply (two desks contradicted each other while offline)
is kept and reported as a conflict.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counter_app.dossier.journal import (
    ComponentDigitised,
    DeliveryChanged,
    Entry,
    PaperGiven,
    PaymentRecorded,
    Received,
    StatusChanged,
    UnknownPayload,
)
from counter_app.dossier.model import Component, Dossier, PaperHandedOut, Payment, Status
from counter_app.errors import CounterError

MOVES: dict[Status, frozenset[Status]] = {
    Status.NEW: frozenset({Status.ACCEPTED, Status.NOT_ACCEPTED, Status.WITHDRAWN}),
    Status.ACCEPTED: frozenset(
        {
            Status.NOT_ACCEPTED,
            Status.IN_PROCESS,
            Status.SUPPLEMENT_REQUESTED,
            Status.FINANCIAL_OBLIGATION,
            Status.WITHDRAWN,
            Status.STOPPED,
            Status.DONE,
        }
    ),
    Status.NOT_ACCEPTED: frozenset(),
    Status.IN_PROCESS: frozenset(
        {
            Status.SUPPLEMENT_REQUESTED,
            Status.FINANCIAL_OBLIGATION,
            Status.WITHDRAWN,
            Status.STOPPED,
            Status.DONE,
        }
    ),
    Status.SUPPLEMENT_REQUESTED: frozenset(
        {Status.ACCEPTED, Status.IN_PROCESS, Status.NOT_ACCEPTED, Status.WITHDRAWN, Status.STOPPED}
    ),
    Status.FINANCIAL_OBLIGATION: frozenset({Status.IN_PROCESS, Status.WITHDRAWN, Status.STOPPED}),
    Status.WITHDRAWN: frozenset(),
    Status.STOPPED: frozenset({Status.IN_PROCESS}),
    Status.DONE: frozenset({Status.RESULT_RETURNED}),
    Status.RESULT_RETURNED: frozenset(),
}
"""Where each national status may go (DOMAIN §5). Who may do it and what it needs belongs to the procedures."""


class CannotApply(CounterError):
    """The entry does not fit the dossier's state."""

    what = "This step does not fit the dossier as it stands now."
    todo = "Look at its timeline: another desk or the province may have acted first."


@dataclass(frozen=True)
class Folded:
    """What the entries of one dossier amount to; `conflicts` are those that could not apply."""

    dossier: Dossier | None
    conflicts: tuple[Entry, ...] = ()


def fold(entries: Iterable[Entry]) -> Folded:
    """The state after all entries of one dossier, given in any order."""
    dossier: Dossier | None = None
    conflicts: list[Entry] = []
    for entry in in_order(entries):
        try:
            dossier = apply(dossier, entry)
        except (CannotApply, UnknownPayload):
            conflicts.append(entry)
            if dossier:
                dossier = dossier.model_copy(update={"step": max(dossier.step, entry.step)})
    return Folded(dossier, tuple(conflicts))


def in_order(entries: Iterable[Entry]) -> list[Entry]:
    """Causes before effects; what was written without knowing of each other, by desk and sequence."""
    return sorted(entries, key=lambda entry: (entry.step, entry.desk, entry.sequence))


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
    changes: dict[str, object]
    match payload:
        case None:
            changes = {}
        case ComponentDigitised():
            changes = {"components": _with_document(dossier.components, payload)}
        case PaperGiven():
            paper = PaperHandedOut(form=payload.form, file=payload.file, at=entry.at, print_number=payload.print_number)
            changes = {"papers": (*dossier.papers, paper)}
        case StatusChanged():
            changes = {"status": _moved(dossier.status, payload.status), "status_reason": payload.reason}
        case PaymentRecorded():
            changes = {"payment": payload.payment}
        case DeliveryChanged():
            changes = {"delivery": payload.delivery}
    return dossier.model_copy(update=changes | {"step": max(dossier.step, entry.step)})


def _received(payload: Received, entry: Entry) -> Dossier:
    due = sum(fee.amount for fee in payload.fees)
    return Dossier(
        **{name: getattr(payload, name) for name in Received.model_fields if name != "kind"},
        code=entry.dossier,
        received_at=entry.at,
        clerk=entry.clerk,
        status=Status.ACCEPTED,
        payment=Payment.UNPAID if due else Payment.NOTHING_DUE,
        step=entry.step,
    )


def _moved(now: Status, to: Status) -> Status:
    if to != now and to not in MOVES[now]:
        raise CannotApply(f"{now.value} to {to.value}")
    return to


def _with_document(components: tuple[Component, ...], scan: ComponentDigitised) -> tuple[Component, ...]:
    if all(component.key != scan.component for component in components):
        raise CannotApply("no such component")
    return tuple(
        component.model_copy(update={"document": scan.document, "pages": scan.pages})
        if component.key == scan.component
        else component
        for component in components
    )

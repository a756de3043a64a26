"""A dossier with its story: what it is now, and who did what when, as its journal tells."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from counter_app.dossier.acts import act_of
from counter_app.dossier.acts.act import CannotApply
from counter_app.dossier.fold import apply, fold, in_order
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.money import FeeReceiptIssued
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.states import Status
from counter_app.language import translate

OFFICIAL = "vi"
"""The portal's language, whatever the clerk's is."""


@dataclass(frozen=True)
class Step:
    """A step of the dossier's business. `name` is its entry's, `unit` where the dossier lies after it.

    `due_at` is what was promised after it; `what` is said in the portal's language, with the reason the clerk gave.
    """

    name: str
    at: datetime
    clerk: str
    unit: str
    what: str
    status: Status
    due_at: datetime | None
    payload: Payload


@dataclass(frozen=True)
class Case:
    """A dossier as it stands, the steps of its business from the first to the last, and the status in which each
    receipt (series, number) was given."""

    dossier: Dossier
    steps: tuple[Step, ...]
    paid_at: Mapping[tuple[str, int], Status] = field(default_factory=dict)


def case_of(entries: Iterable[Entry]) -> Case | None:
    """The case all entries of one dossier amount to; None where it was not received, or was erased by law."""
    known = in_order(entries)
    now = fold(known).dossier
    if now is None:
        return None
    steps: list[Step] = []
    paid_at: dict[tuple[str, int], Status] = {}
    dossier: Dossier | None = None
    for entry in known:
        try:
            payload, dossier = entry.read(), apply(dossier, entry)
        except (CannotApply, UnknownPayload):
            continue  # the fold's conflicts: kept in the journal, and not said to have happened
        if isinstance(payload, FeeReceiptIssued):
            paid_at[payload.series, payload.number] = dossier.status
        elif payload and (what := _what(payload)):
            steps.append(_step(entry, payload, dossier, what))
    return Case(now, tuple(steps), paid_at)


def _step(entry: Entry, payload: Payload, dossier: Dossier, what: str) -> Step:
    return Step(
        name=f"{entry.desk}/{entry.sequence}",
        at=entry.at,
        clerk=entry.clerk,
        unit=dossier.hand_overs[-1].to_unit if dossier.hand_overs else dossier.agencies.receiving_name,
        what=what,
        status=dossier.status,
        due_at=dossier.due_at,
        payload=payload,
    )


def _what(payload: Payload) -> str:
    """What happened, in the portal's language; "" for what is no step of the business, such as a print."""
    act = act_of(payload)
    if not act.business:
        return ""
    what = translate(*(act.official(payload) if act.official else act.words), OFFICIAL)
    reason = act.describe(payload, None).reason
    return f"{what}: {reason}" if reason else what

"""The parts of which acts make their step: the status with what hangs on it, pauses, a promise that moves, papers that
came."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from counter_app.dossier.acts.act import AnyAct, CannotApply, Written, refuse_unless_allowed
from counter_app.dossier.life import DueCause, DueChange, Pause
from counter_app.dossier.model import Component, ComponentChanges, Dossier
from counter_app.dossier.states import ENDED, Delivery, Status
from counter_app.language import Words, sentence


def acted(act: AnyAct, dossier: Dossier, to: Status, at: datetime, reason: str = "") -> Dossier:
    """The dossier in the status the act leads to. Raises StepRefused."""
    refuse_unless_allowed(act, dossier)
    return moved(dossier, to, at, reason)


def moved(dossier: Dossier, to: Status, at: datetime, reason: str = "") -> Dossier:
    """The status with the moments that hang on it; a dossier that ended leaves no pause open."""
    if to in ENDED:
        dossier = resumed(dossier, at).changed(finished_at=dossier.finished_at or at)
    else:
        dossier = dossier.changed(finished_at=None, returned_at=None)
    if to is Status.RESULT_RETURNED:
        dossier = dossier.changed(returned_at=at, delivery=Delivery.HANDED_OVER)
    return dossier.changed(status=to, status_reason=reason)


def paused(dossier: Dossier, pause: Pause) -> Dossier:
    """The clock stands still."""
    return dossier.changed(pauses=(*dossier.pauses, pause))


def resumed(dossier: Dossier, at: datetime) -> Dossier:
    """No pause is open any more."""
    if all(pause.ended_at for pause in dossier.pauses):
        return dossier
    ended = (pause if pause.ended_at else pause.ended(at) for pause in dossier.pauses)
    return dossier.changed(pauses=tuple(ended))


def promised(
    dossier: Dossier, cause: DueCause, due_at: datetime | None, entry: Written, reason: str = "", signer: str = ""
) -> Dossier:
    """Another due date, with the line that tells of it: the only place in which a promise moves."""
    if due_at == dossier.due_at:
        return dossier
    change = DueChange(
        cause=cause, before=dossier.due_at, after=due_at, at=entry.at, reason=reason, signer=signer, clerk=entry.clerk
    )
    return dossier.changed(due_at=due_at, due_changes=(*dossier.due_changes, change))


def with_papers(dossier: Dossier, came: Iterable[Component]) -> Dossier:
    """The papers that came now are among the others; those of a kind that was there are counted with them."""
    components = {component.key: component for component in dossier.components}
    for paper in came:
        components[paper.key] = _with_counts(components.get(paper.key), paper)
    return dossier.changed(components=tuple(components.values()))


def with_component(dossier: Dossier, key: str, changes: ComponentChanges) -> Dossier:
    """One of the papers is otherwise now. Raises CannotApply where the dossier has none of that key."""
    if all(component.key != key for component in dossier.components):
        raise CannotApply("no such component")
    components = (
        component.changed(**changes) if component.key == key else component for component in dossier.components
    )
    return dossier.changed(components=tuple(components))


def signed_by(signer: str) -> Words:
    """Who signed, as it stands behind the sentence; "" where nobody did."""
    return sentence("timeline", "signed by {signer}", signer=signer) if signer else ""


def _with_counts(known: Component | None, came: Component) -> Component:
    if known is None:
        return came
    return known.changed(
        originals=known.originals + came.originals,
        certified_copies=known.certified_copies + came.certified_copies,
        copies=known.copies + came.copies,
    )

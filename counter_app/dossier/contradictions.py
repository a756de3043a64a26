"""Both sides of a contradiction: the step that did not apply, and the one that stands against it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counter_app.dossier.acts import act_of
from counter_app.dossier.acts.act import AnyAct, CannotApply
from counter_app.dossier.fold import Folding, apply, foldings
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.settling import settlements


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


def act_again(payload: Payload | None) -> AnyAct | None:
    """The act by which the step is done again; None where a desk cannot do it again."""
    act = act_of(payload) if payload else None
    return act if act and act.can_be_done_again else None


def about_money(payload: Payload | None) -> bool:
    """Whether the step took money, gave it back or cancelled a receipt."""
    return payload is not None and act_of(payload).money


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

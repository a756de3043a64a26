"""The one place that says in what state a dossier is: the fold over its journal entries.

The desk, the other desks and the province fold the same entries in the same order and so come to the same state, in
whatever order the entries reached them. An entry that cannot apply (two desks contradicted each other while offline)
is kept and reported as a conflict, until a clerk settles it.

What was settled stays settled: the entry does not apply any more, even where it would, because other entries arrived.
Of two settlements of one conflict the first by step, desk and sequence holds; what the other desk had done again is a
conflict itself then. Money that was taken is in the drawer, so its receipt counts, fitting or not, settled or not.

What an entry does is its act's own step (`counter_app.dossier.acts`); here stands only in which order, and what counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from counter_app.dossier.acts import ACTS, ERASE, act_of
from counter_app.dossier.acts.act import CannotApply
from counter_app.dossier.acts.papers import begun, registered
from counter_app.dossier.erasing import with_remains
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.papers import FiledOnline, Received
from counter_app.dossier.settling import SETTLED, readable, settlements

NO_STATE = (ValidationError, ValueError, ArithmeticError, RecursionError)
"""What the fold raises of values that no honest entry has."""


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


def folded_safely(entries: Iterable[Entry]) -> Folded:
    """The fold; a dossier whose entries no desk of ours can have written has no state instead of a fault.

    An older program took such entries over; today they are kept apart (`counter_app.dossier.plausibility`).
    """
    known = list(entries)
    try:
        return fold(known)
    except NO_STATE:
        return Folded(None, tuple(known))


def folded_on(known: Sequence[Entry], came: Sequence[Entry]) -> tuple[Dossier | None, Folded]:
    """A dossier as its known entries make it, and as it is with those that came.

    The fold goes on from the known ones where all that came stands after them and nothing is settled or erased.
    """
    if not known:
        return None, fold(came)
    last = max(_place(entry) for entry in known)
    looks_back = any(entry.kind in (SETTLED, ERASE.kind) for entry in (*known, *came))
    if looks_back or any(_place(entry) < last for entry in came):
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
    """Causes before effects; what was written without knowing of each other, by desk and sequence.

    Of what was erased stands what remains of it.
    """
    return with_remains(sorted(entries, key=_place))


def _place(entry: Entry) -> tuple[int, str, int]:
    return entry.step, entry.desk, entry.sequence


def apply(dossier: Dossier | None, entry: Entry) -> Dossier:
    """The dossier after one more entry.

    Raises CannotApply if the entry does not fit, UnknownPayload if it cannot be read.
    """
    payload = entry.read()
    if dossier is None:
        if isinstance(payload, Received):
            return begun(payload, entry)
        if isinstance(payload, FiledOnline):
            return registered(payload, entry)
        raise CannotApply("not received")
    after = act_of(payload).apply(dossier, payload, entry) if payload else dossier
    return after.changed(step=max(dossier.step, entry.step))


def _without_effect(dossier: Dossier | None, entry: Entry) -> Dossier | None:
    """The dossier after an entry that does not apply: only money taken counts all the same."""
    if dossier is None:
        return None
    act = ACTS.get(entry.kind)
    payload = readable(entry) if act and act.despite else None
    after = act.despite(dossier, payload, entry) if act and act.despite and payload else dossier
    return after.changed(step=max(dossier.step, entry.step))

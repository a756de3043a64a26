"""What an import would change in the catalogue: decided here, shown to the administrator, then put in force.

What a source does not know takes nothing away from what is known. What it tells anew becomes a version of its own, so
that the history stays. What says nothing new changes nothing, however often it is imported.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from counter_app.procedures.catalogue import Catalogue, Procedure, ProcessStep
from counter_app.procedures.portal_records import Doubt, Taken

_OF_THE_VERSION = ("version", "valid_from", "valid_until", "source", "source_date")
_OURS = ("steps", "exemptions", "next_term", "on_supplement", "on_obligation", "unsure")
"""What no portal knows: the office's own work."""
_BELONGS = {"term": ("term", "term_note", "case_terms"), "fees": ("fees", "fee_note")}


class Effect(StrEnum):
    """What becomes of a procedure."""

    ADDED = "added"
    CHANGED = "changed"
    DELETED = "deleted"
    UNCHANGED = "unchanged"
    NOT_NEWER = "not newer"
    REFUSED = "refused"


@dataclass(frozen=True)
class Difference:
    """A field of a procedure, as it was and as it becomes."""

    field: str
    before: object
    after: object


@dataclass(frozen=True)
class Change:
    """What an import does to one procedure. `versions` are to be put in force; `doubts` say what is not known."""

    effect: Effect
    code: str
    name: str
    versions: tuple[Procedure, ...] = ()
    differences: tuple[Difference, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True)
class ImportPlan:
    """What an import does to the catalogue. `indexed`: many versions of a portal, which are not written as text."""

    changes: tuple[Change, ...]
    indexed: bool

    @property
    def versions(self) -> tuple[Procedure, ...]:
        """All versions to be put in force."""
        return tuple(version for change in self.changes for version in change.versions)

    @property
    def counts(self) -> Counter[Effect]:
        """How many procedures of each effect."""
        return Counter(change.effect for change in self.changes)


@dataclass(frozen=True)
class StepsTaken:
    """The internal process of a procedure as a decision has it; `doubt` says why it is not taken."""

    code: str
    name: str
    decision: str
    steps: tuple[ProcessStep, ...]
    doubt: Doubt | None = None


def plan_of_steps(catalogue: Catalogue, taken: Iterable[StepsTaken], today: date) -> ImportPlan:
    """What processes change: the procedure in force gets another version with their steps, and stays as it is else."""
    return ImportPlan(tuple(_of_steps(catalogue, one, today) for one in taken), indexed=False)


def _of_steps(catalogue: Catalogue, taken: StepsTaken, today: date) -> Change:
    before = catalogue.get(taken.code, today)
    doubt = taken.doubt
    if doubt is None and before is None:
        doubt = Doubt("steps", "the catalogue has no procedure of this code in force")
    if doubt or before is None:
        return Change(Effect.REFUSED, taken.code, taken.name, doubts=(doubt,) if doubt else ())
    if before.steps == taken.steps:
        return Change(Effect.UNCHANGED, taken.code, before.name)
    after = before.model_copy(update={"steps": taken.steps, "version": taken.decision or before.version})
    own = _of_its_own(after, before, catalogue.versions(taken.code), today)
    version = after.model_copy(update=own | {"source_date": before.source_date})  # the portal said nothing new
    versions = (*_closed(before, version), version)
    return Change(Effect.CHANGED, taken.code, before.name, versions, tuple(_differences(before, after)))


def plan_of_records(catalogue: Catalogue, records: Iterable[Taken], today: date) -> ImportPlan:
    """What records of the portal change; of several with one code the last counts, and one that lives undoes a
    deleted one."""
    last: dict[str, Taken] = {}
    for record in records:
        if not (record.deleted and record.code in last):
            last[record.code] = record
    return ImportPlan(tuple(_of_record(catalogue, record, today) for record in last.values()), indexed=True)


def plan_of_versions(catalogue: Catalogue, versions: Iterable[Procedure]) -> ImportPlan:
    """What whole versions change: those of our own files. One of a known code and version takes its place."""
    return ImportPlan(tuple(_of_version(catalogue, version) for version in versions), indexed=False)


def _of_version(catalogue: Catalogue, version: Procedure) -> Change:
    known = catalogue.version(version.code, version.version)
    if known is None:
        before = catalogue.get(version.code, version.valid_from)
        differences = tuple(_differences(before, version)) if before else ()
        return Change(Effect.CHANGED if before else Effect.ADDED, version.code, version.name, (version,), differences)
    if known == version:
        return Change(Effect.UNCHANGED, version.code, version.name)
    return Change(Effect.CHANGED, version.code, version.name, (version,), tuple(_differences(known, version)))


def _of_record(catalogue: Catalogue, record: Taken, today: date) -> Change:
    if record.deleted:
        return _deleted(catalogue, record, today)
    new = record.procedure
    if new is None:
        return Change(Effect.REFUSED, record.code, record.name, doubts=record.doubts)
    versions = catalogue.versions(record.code)
    if not versions:
        return Change(Effect.ADDED, record.code, record.name, (new,), doubts=record.doubts)
    before = catalogue.get(record.code, today) or versions[-1]
    after = _filled(new, before, record.partial)
    differences = tuple(_differences(before, after))
    doubts = tuple(doubt for doubt in record.doubts if doubt.about not in _kept(new, before))
    ended = before.valid_until is not None and before.valid_until < today
    if not differences and not ended:
        return Change(Effect.UNCHANGED, record.code, record.name, doubts=doubts)
    if record.partial is None and before.source_date and new.source_date and new.source_date <= before.source_date:
        return Change(Effect.NOT_NEWER, record.code, record.name, differences=differences, doubts=doubts)
    version = after.model_copy(update=_of_its_own(after, before, versions, today))
    return Change(Effect.CHANGED, record.code, record.name, (*_closed(before, version), version), differences, doubts)


def _deleted(catalogue: Catalogue, record: Taken, today: date) -> Change:
    """The portal took the procedure out: its last version ends today."""
    versions = catalogue.versions(record.code)
    if not versions or (versions[-1].valid_until is not None and versions[-1].valid_until <= today):
        return Change(Effect.UNCHANGED, record.code, record.name)
    before = versions[-1]
    closed = before.model_copy(update={"valid_until": max(today, before.valid_from)})
    return Change(Effect.DELETED, record.code, before.name, (closed,), tuple(_differences(before, closed, whole=True)))


def _filled(new: Procedure, before: Procedure, partial: Sequence[str] | None) -> Procedure:
    """The new version with what only the one before knows."""
    if partial is not None:
        return before.model_copy(update={name: getattr(new, name) for name in partial})
    kept = _kept(new, before)
    names = [name for about in kept for name in _BELONGS.get(about, (about,))]
    if not new.case_terms and new.term == before.term:
        names.append("case_terms")  # the term is that of before, so the portal says nothing against its cases
    values = {name: getattr(before, name) for name in (*names, *_OURS)}
    unknown = tuple(name for name in new.unknown if name not in kept or name in before.unknown)
    return _without_lost_cases(new.model_copy(update={**values, "unknown": unknown}), before)


def _kept(new: Procedure, before: Procedure) -> frozenset[str]:
    """The fields that the new version does not know and the one before does, be it for some cases only."""
    in_part = set()
    if before.case_terms and not new.case_terms:
        in_part.add("term")
    if before.fees and not new.fees:
        in_part.add("fees")
    return frozenset(name for name in new.unknown if name not in before.unknown or name in in_part)


def _without_lost_cases(after: Procedure, before: Procedure) -> Procedure:
    """Fees of a case that the terms do not name any more are unknown: nobody could choose the case."""
    cases = {"", *(case_term.name for case_term in after.case_terms)}
    fees = tuple(fee for fee in after.fees if fee.case in cases)
    if not before.case_terms or fees == after.fees:
        return after
    return after.model_copy(update={"fees": fees, "unknown": tuple(dict.fromkeys([*after.unknown, "fees"]))})


def _of_its_own(after: Procedure, before: Procedure, versions: Sequence[Procedure], today: date) -> dict[str, object]:
    """Name and days of a version that follows another: from the day it was imported, unless the other began then, to
    the day before the next one that is known already."""
    begins = max(today, before.valid_from + timedelta(days=1))
    later = [version.valid_from for version in versions if version.valid_from > begins]
    names, name, nth = {version.version for version in versions}, after.version, 1
    while name in names:
        nth += 1
        name = f"{after.version}.{nth}"
    return {
        "version": name,
        "valid_from": begins,
        "valid_until": min(later) - timedelta(days=1) if later else None,
        "source_date": after.source_date or today,
    }


def _closed(before: Procedure, after: Procedure) -> tuple[Procedure, ...]:
    last = after.valid_from - timedelta(days=1)
    if before.valid_until is not None and before.valid_until <= last:
        return ()
    return (before.model_copy(update={"valid_until": last}),)


def _differences(before: Procedure, after: Procedure, *, whole: bool = False) -> Iterator[Difference]:
    for name in Procedure.model_fields:
        if whole or name not in _OF_THE_VERSION:
            old, new = getattr(before, name), getattr(after, name)
            if old != new:
                yield Difference(name, old, new)

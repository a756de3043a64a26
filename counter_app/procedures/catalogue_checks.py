"""What has to hold between the values of a catalogue, wherever they were read from: each flaw with its place."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from counter_app.dossier.states import COUNTED
from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.data_files import Place, Wanted

ANOTHER_VERSION = "another version: {code} has “{version}” already"


@dataclass(frozen=True)
class Flaw:
    """What is wrong with the procedure number `index`, where in it, and what is expected there."""

    index: int
    place: Place
    wanted: Wanted


def flaws(procedures: Sequence[Procedure]) -> list[Flaw]:
    """All flaws of all versions, in the order of the versions."""
    found = [flaw for index, procedure in enumerate(procedures) for flaw in _inside(index, procedure)]
    return sorted([*found, *_between(procedures)], key=lambda flaw: flaw.index)


def _inside(index: int, procedure: Procedure) -> Iterator[Flaw]:
    if procedure.valid_until is not None and procedure.valid_until < procedure.valid_from:
        wanted = Wanted("a day not before {day}, when it comes into force", {"day": f"{procedure.valid_from:%d/%m/%Y}"})
        yield Flaw(index, ["valid_until"], wanted)
    yield from _doubled(index, "components", [component.key for component in procedure.components])
    yield from _doubled(index, "exemptions", [exemption.key for exemption in procedure.exemptions])
    if procedure.term.unit in COUNTED and not procedure.term.amount:
        yield Flaw(index, ["term", "amount"], Wanted("at least 1 for this unit"))
    for nth, rule in enumerate(procedure.components):
        if rule.shown_only and rule.originals + rule.certified_copies + rule.copies:
            counted = next(name for name in ("originals", "certified_copies", "copies") if getattr(rule, name))
            yield Flaw(index, ["components", nth, counted], Wanted("0: what is only shown is not handed in"))
    for nth, fee in enumerate(procedure.fees):
        pages = [tier.from_page for tier in fee.tiers]
        for place, (before, after) in enumerate(pairwise(pages), 1):
            if after <= before:
                wanted = Wanted("a page after {page}: tiers go up", {"page": before})
                yield Flaw(index, ["fees", nth, "tiers", place, "from_page"], wanted)
        if (fee.tiers or fee.most_per_copy) and fee.per != "page":
            yield Flaw(index, ["fees", nth, "per"], Wanted("page, since it has tiers or a limit for each copy"))
        if fee.case and fee.case not in procedure.case_names:
            yield Flaw(index, ["fees", nth, "case"], Wanted("one of the cases that the term depends on"))


def _doubled(index: int, name: str, keys: list[str]) -> Iterator[Flaw]:
    for place, key in enumerate(keys):
        if key in keys[:place]:
            yield Flaw(index, [name, place, "key"], Wanted("another key: “{key}” stands there twice", {"key": key}))


def _between(procedures: Iterable[Procedure]) -> Iterator[Flaw]:
    versions: dict[str, list[tuple[int, Procedure]]] = defaultdict(list)
    for index, procedure in enumerate(procedures):
        versions[procedure.code].append((index, procedure))
    for code, all_of_it in versions.items():
        all_of_it.sort(key=lambda item: item[1].valid_from)
        for (index, before), (_, after) in pairwise(all_of_it):
            if before.valid_until is None or before.valid_until >= after.valid_from:
                values = {"code": code, "version": after.version, "day": f"{after.valid_from:%d/%m/%Y}"}
                sentence = "a last day before {day}, when version “{version}” of {code} begins"
                yield Flaw(index, ["valid_until"], Wanted(sentence, values))
        seen: set[str] = set()
        for index, procedure in all_of_it:
            if procedure.version in seen:
                values = {"code": code, "version": procedure.version}
                yield Flaw(index, ["version"], Wanted(ANOTHER_VERSION, values))
            seen.add(procedure.version)

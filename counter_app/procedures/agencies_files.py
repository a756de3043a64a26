"""Loading the agencies from resources/agencies and the office's own files, every fault named with its line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from counter_app.procedures.agencies import Agency, AgencyDirectory
from counter_app.procedures.catalogue_checks import Flaw
from counter_app.procedures.data_files import DataFault, Layer, Wanted, dotted, fault_at, load_overlaid


def load_agencies(folder: Path, *layers: Layer) -> AgencyDirectory:
    """The agencies in the folder's files. One in a layer replaces that of the same code and first day.

    Raises DataFault with all faults of all files.
    """
    agencies, faults, locate = load_overlaid(
        folder, layers, "agency", Agency, lambda agency: (agency.code, agency.valid_from)
    )
    for flaw in _flaws(agencies):
        faults.append(fault_at(*locate(flaw.index, flaw.place), dotted(flaw.place), flaw.wanted))
    if faults:
        raise DataFault(faults=faults)
    return AgencyDirectory(agencies)


def _flaws(agencies: Sequence[Agency]) -> Iterator[Flaw]:
    known = {agency.code for agency in agencies} | {agency.old_code for agency in agencies if agency.old_code}
    parents = {agency.code: agency.parent for agency in agencies}
    before = {agency.code: agency.predecessors for agency in agencies}
    for index, agency in enumerate(agencies):
        if agency.valid_until is not None and agency.valid_until < agency.valid_from:
            wanted = Wanted(
                "a day not before {day}, when it comes into force", {"day": f"{agency.valid_from:%d/%m/%Y}"}
            )
            yield Flaw(index, ["valid_until"], wanted)
        if agency.parent and agency.parent not in known:
            yield Flaw(index, ["parent"], Wanted("the code of a known agency, not {code}", {"code": agency.parent}))
        elif _turns_round(agency.code, lambda code: (parents.get(code, ""),)):
            yield Flaw(
                index, ["parent"], Wanted("an agency that does not lie below {code} itself", {"code": agency.code})
            )
        for nth, code in enumerate(agency.predecessors):
            if code not in known:
                wanted = Wanted("the code of a known agency, not {code}", {"code": code})
                yield Flaw(index, ["predecessors", nth], wanted)
        for nth, code in enumerate(agency.serves):
            if code not in known:
                yield Flaw(index, ["serves", nth], Wanted("the code of a known agency, not {code}", {"code": code}))
        if _turns_round(agency.code, lambda code: before.get(code, ())):
            wanted = Wanted("agencies that did not come after {code} themselves", {"code": agency.code})
            yield Flaw(index, ["predecessors"], wanted)
    yield from _overlaps(agencies)


def _turns_round(start: str, following: Callable[[str], Iterable[str]]) -> bool:
    """Whether one comes back to `start` by following the codes."""
    waiting, seen = [*following(start)], set()
    while waiting:
        code = waiting.pop()
        if code == start:
            return True
        if code and code not in seen:
            seen.add(code)
            waiting += following(code)
    return False


def _overlaps(agencies: Sequence[Agency]) -> Iterator[Flaw]:
    by_code: dict[str, list[int]] = defaultdict(list)
    for index, agency in enumerate(agencies):
        for code in filter(None, (agency.code, agency.old_code)):
            by_code[code].append(index)
    for code, indices in by_code.items():
        indices.sort(key=lambda index: agencies[index].valid_from)
        for first, second in pairwise(indices):
            until, begins = agencies[first].valid_until, agencies[second].valid_from
            if until is None or until >= begins:
                values = {"code": code, "day": f"{begins:%d/%m/%Y}"}
                yield Flaw(first, ["valid_until"], Wanted("a last day before {day}, when {code} is given anew", values))

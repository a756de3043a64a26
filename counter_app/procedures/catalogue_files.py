"""Loading the catalogue from resources/procedures: one TOML file a field of law, every fault named with its line."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from pathlib import Path

from counter_app.procedures.catalogue import Catalogue, Procedure
from counter_app.procedures.data_files import DataFault, Fault, Locate, load_tables


def load_catalogue(folder: Path) -> Catalogue:
    """The catalogue in the folder's files. Raises DataFault with all faults of all files."""
    procedures, faults, locate = load_tables(folder, "procedure", Procedure)
    faults += _doubled_components(procedures, locate) + _overlaps(procedures, locate)
    if not procedures and not faults:
        faults.append(Fault(folder.name, 1, "at least one [[procedure]]"))
    if faults:
        raise DataFault(faults=faults)
    return Catalogue(procedures)


def _doubled_components(procedures: list[Procedure], locate: Locate) -> list[Fault]:
    faults = []
    for index, procedure in enumerate(procedures):
        keys = [component.key for component in procedure.components]
        for place, key in enumerate(keys):
            if key in keys[:place]:
                file, line = locate(index, ["components", place, "key"])
                faults.append(Fault(file, line, f"components.{place}.key: “{key}” stands there twice"))
    return faults


def _overlaps(procedures: list[Procedure], locate: Locate) -> list[Fault]:
    versions: dict[str, list[int]] = defaultdict(list)
    for index, procedure in enumerate(procedures):
        versions[procedure.code].append(index)
    faults = []
    for code, indices in versions.items():
        indices.sort(key=lambda index: procedures[index].valid_from)
        for before, after in pairwise(indices):
            until = procedures[before].valid_until
            if until is None or until >= procedures[after].valid_from:
                file, line = locate(before, ["valid_until"])
                wanted = f"valid_until: {code} needs a last day before {procedures[after].valid_from}"
                faults.append(Fault(file, line, wanted))
            if procedures[before].version == procedures[after].version:
                file, line = locate(after, ["version"])
                faults.append(Fault(file, line, f"version: {code} has “{procedures[after].version}” already"))
    return faults

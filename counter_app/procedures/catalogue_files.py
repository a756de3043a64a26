"""The catalogue read from TOML files, with the line of every fault. `catalogue_texts` writes them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from counter_app.procedures.catalogue import Catalogue, Index, Procedure
from counter_app.procedures.catalogue_checks import flaws
from counter_app.procedures.catalogue_index import digest_of
from counter_app.procedures.data_files import DataFault, Layer, dotted, fault_at, load_overlaid


def load_catalogue(folder: Path, *layers: Layer, indexes: Sequence[Index] = ()) -> Catalogue:
    """The catalogue in the folder's files; versions in a layer replace those of the same code and version, others are
    added; under all of them lie the `indexes`. Raises DataFault with all faults of all files.

    Where nothing lies over files that an index holds too, word for word, they are not parsed.
    """
    if not layers and indexes and digest_of(folder) in {index.sources for index in indexes}:
        return Catalogue((), indexes)
    procedures, faults, locate = load_overlaid(
        folder, layers, "procedure", Procedure, lambda procedure: (procedure.code, procedure.version)
    )
    for flaw in flaws(procedures):
        faults.append(fault_at(*locate(flaw.index, flaw.place), dotted(flaw.place), flaw.wanted))
    if faults:
        raise DataFault(faults=faults)
    return Catalogue(procedures, indexes)

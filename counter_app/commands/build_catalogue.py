"""The catalogue that ships, made of its sources: `python -m counter_app.commands.build_catalogue`, before a release.

What the national portal said lies beside it as it was taken over (docs/domain/catalogue.md). Procedures in the TOML
files were checked by hand and go before it. They stand in the index too, so that no start has to parse them.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from counter_app.procedures.catalogue import Procedure
from counter_app.procedures.catalogue_files import load_catalogue
from counter_app.procedures.catalogue_index import digest_of, packed_index
from counter_app.procedures.portal_files import read_portal_records
from counter_app.resources import resource

SOURCE = "portal-2026-07-18.jsonl.xz"
SOURCE_DATE = date(2026, 7, 18)
INDEX = "catalogue.db"


def shipped_procedures(folder: Path) -> list[Procedure]:
    """What the index in the folder is made of, from the sources beside it. Raises DataFault."""
    by_hand = load_catalogue(folder).all
    codes = {item.code for item in by_hand}
    taken = read_portal_records(folder / SOURCE, SOURCE_DATE)
    return [*by_hand, *(item.procedure for item in taken if item.procedure is not None and item.code not in codes)]


def main() -> None:
    """Writes the index."""
    folder = resource("procedures")
    (folder / INDEX).write_bytes(packed_index(shipped_procedures(folder), digest_of(folder)))


if __name__ == "__main__":
    main()

"""What a desk's entries must be before anything is stored. Pure: the database is not asked."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.dossier.journal import PROVINCE, Entry, is_sealed
from counter_app.dossier.plausibility import LARGEST


class Forged(Exception):
    """The entries are not what they should be; the state stays as it was."""


EARLY = "it follows entries that are not here"
"""Why an entry lies aside until they are: a restored server gets them from the desk that wrote them."""


def check(desk: str, pushed: Sequence[Entry]) -> None:
    """Raises Forged unless these are sealed entries of the desk, each fitting its last."""
    before: Entry | None = None
    for entry in pushed:
        if entry.desk != desk or desk == PROVINCE:
            raise Forged("an entry of another desk")
        if entry.sequence > LARGEST:
            raise Forged("out of bounds")
        if not is_sealed(entry):
            raise Forged(f"entry {entry.sequence}: changed")
        if before and entry.sequence == before.sequence + 1 and entry.previous != before.hash:
            raise Forged(f"entry {entry.sequence} does not follow the one before")
        before = entry

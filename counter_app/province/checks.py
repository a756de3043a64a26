"""What a desk's entries must be before anything is stored. Pure: the database is not asked."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from pydantic import ValidationError

from counter_app.dossier.acts import files_in, kinds_with_files
from counter_app.dossier.codes import CODE
from counter_app.dossier.fold import Folded, fold
from counter_app.dossier.journal import PROVINCE, Entry, UnknownPayload, is_sealed
from counter_app.dossier.value import FileRef
from counter_app.province.tables import LARGEST
from counter_app.sync.wire import agency_of_desk, agency_of_dossier

_LONGEST = 64  # letters of a kind and of a dossier's code
_LARGEST_FILE = 2**53


class Forged(Exception):
    """The entries are not what they should be; the state stays as it was."""


def check(desk: str, pushed: Sequence[Entry]) -> None:
    """Raises Forged unless these are sound entries of the desk about its office's dossiers, each fitting its last."""
    agency = agency_of_desk(desk)
    before: Entry | None = None
    for entry in pushed:
        if entry.desk != desk or desk == PROVINCE:
            raise Forged("an entry of another desk")
        if fault := _fault(entry, agency):
            raise Forged(f"entry {entry.sequence}: {fault}")
        if before and entry.sequence == before.sequence + 1 and entry.previous != before.hash:
            raise Forged(f"entry {entry.sequence} does not follow the one before")
        before = entry


def files_named(entry: Entry) -> tuple[FileRef, ...]:
    """The files the entry wants to be here. Only the kinds that name files are read."""
    if entry.kind not in kinds_with_files():
        return ()
    try:
        return files_in(entry.read())
    except UnknownPayload:
        return ()  # a newer desk: kept, and asked for once the server is updated


def folded_safely(entries: Iterable[Entry]) -> Folded:
    """The fold; a dossier whose entries no desk of ours can have written has no state here instead of a fault."""
    known = list(entries)
    try:
        return fold(known)
    except (ValidationError, ValueError, ArithmeticError, RecursionError):
        return Folded(None, tuple(known))


def _fault(entry: Entry, agency: str) -> str:
    if agency_of_dossier(entry.dossier) != agency or not CODE.match(entry.dossier) or not entry.dossier.isascii():
        return "a dossier of another office"
    if entry.sequence > LARGEST or entry.step > LARGEST or len(entry.kind) > _LONGEST:
        return "out of bounds"
    if "\0" in entry.clerk or "\0" in entry.kind:
        return "a letter that is none"
    if not is_sealed(entry):
        return "changed"
    if entry.payload is not None:
        try:
            content = json.loads(entry.payload)
        except (ValueError, RecursionError):
            return "no content"
        if not isinstance(content, dict) or content.get("kind") != entry.kind:
            return "another content than it says"
        if any(file.size > _LARGEST_FILE for file in files_named(entry)):
            return "out of bounds"
    return ""

"""What a desk's entries must be before anything is stored. Pure: the database is not asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from pydantic import ValidationError
from pydantic_core import from_json

from counter_app.dossier import bounds
from counter_app.dossier.acts import files_in, kinds_with_files
from counter_app.dossier.codes import CODE
from counter_app.dossier.fold import Folded, fold
from counter_app.dossier.journal import PROVINCE, Entry, UnknownPayload, is_sealed
from counter_app.dossier.value import FileRef
from counter_app.province.tables import LARGEST
from counter_app.sync.wire import agency_of_desk, agency_of_dossier

_LONGEST = 64  # letters of a kind and of a dossier's code
_DIGITS = 7  # of a dossier's number of the day
_LARGEST_FILE = 2**53
RECEIVED = "received"


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


def impossible(entry: Entry) -> str:
    """Why no desk of ours can have written the entry, told to whoever looks after the server; "" where one can.

    Whether it follows what is here (`EARLY`) only the database can tell.
    """
    return _of_its_place(entry) or _of_its_frame(entry) or _of_its_content(entry)


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


def _of_its_place(entry: Entry) -> str:
    code = CODE.match(entry.dossier) if entry.dossier.isascii() else None
    if code is None or agency_of_dossier(entry.dossier) != agency_of_desk(entry.desk):
        return "a dossier of another office"
    if not _is_day(code["day"]) or len(code["number"]) > _DIGITS:
        return "a code that no desk draws"
    if entry.kind != RECEIVED:
        return "a first step that does not receive the dossier" if entry.step == 1 else ""
    if entry.step != 1:
        return "received at a later step"
    if int(code["number"]) < int(entry.desk.rpartition(":")[2]):
        return "a code of another desk"  # its own numbers begin with its place among the office's desks
    return ""


def _is_day(digits: str) -> bool:
    try:
        datetime.strptime(digits, "%y%m%d")
    except ValueError:
        return False
    return True


def _of_its_frame(entry: Entry) -> str:
    if entry.step > LARGEST or len(entry.kind) > _LONGEST or len(entry.clerk) > bounds.LONGEST_NAME:
        return "out of bounds"
    if bounds.has_strange_letters(entry.clerk) or bounds.has_strange_letters(entry.kind):
        return "a letter that is none"
    if entry.at.year not in bounds.WRITTEN:
        return "a year out of bounds"
    return ""


def _of_its_content(entry: Entry) -> str:
    if entry.payload is None:
        return ""
    if fault := bounds.fault_of(entry.payload):
        return fault
    try:
        content = from_json(entry.payload, allow_inf_nan=False)
    except ValueError:
        return "no content"
    if not isinstance(content, dict) or content.get("kind") != entry.kind:
        return "another content than it says"
    if any(file.size > _LARGEST_FILE for file in files_named(entry)):
        return "out of bounds"
    return ""

"""Erasing what entries say about people, so that the chain and the dossier's course still hold.

An entry's hash covers its payload's hash, not the payload, so the payload can go. What the fold needs of it (procedure,
term, status, amounts) stands without people in the entry that erases: every side, whether it has the payload still or
not, folds the same remains.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from counter_app.dossier.acts import ACTS, ERASE
from counter_app.dossier.journal import Entry, EntryKey, UnknownPayload
from counter_app.dossier.model import Person
from counter_app.dossier.payloads.erasing import DataErased, ErasedEntry
from counter_app.dossier.payloads.payload import Payload

ERASED = "(đã xóa)"
"""What stands in the place of a name or a text that cannot be empty."""
_KEPT_OF_PERSON = ("kind", "party", "commune", "commune_name")  # what statistics count
_PERSON = frozenset(("identity_number", "name"))
_TEXTS = frozenset(
    (
        *("reason", "text", "note", "recipient", "declared_by", "asked_by", "request", "payer", "proof", "checked"),
        *("items", "again", "lacking", "late_reason"),
    )
)
_EMPTIED = frozenset(
    (
        *("identity_number", "phone", "email", "post_bill", "look_up_token", "born", "address"),
        *("signed", "taken_by"),
        *("value", "normal", "read"),  # what stood in a field of a paper; that it was confirmed stays
    )
)


def remains_of(entry: Entry) -> str:
    """The entry's payload without people, as JSON; "" where nothing of it can be kept."""
    try:
        payload = entry.read()
    except UnknownPayload:
        return ""
    if payload is None:
        return ""
    kind: type[Payload] = ACTS[entry.kind].payload
    try:
        return kind.from_json(json.dumps(_without_people(payload.model_dump(mode="json")))).model_dump_json()
    except ValueError:
        return ""


def erasures(entries: Iterable[Entry]) -> dict[EntryKey, str]:
    """The remains of those of a dossier's entries that were erased."""
    return {
        EntryKey(item.desk, item.sequence): item.remains
        for entry in entries
        if entry.kind == ERASE.kind and (payload := _read(entry))
        for item in payload.erased
    }


def with_remains(entries: Sequence[Entry]) -> list[Entry]:
    """The entries of a dossier as they are folded: of those that were erased, what remains."""
    if not any(entry.kind == ERASE.kind for entry in entries):
        return list(entries)
    gone = erasures(entries)
    return [
        entry.model_copy(update={"payload": gone[entry.key] or None}) if entry.key in gone else entry
        for entry in entries
    ]


def erased(entries: Sequence[Entry], reason: str, signer: str, files: Iterable[str]) -> DataErased:
    """The payload that erases all these entries of a dossier."""
    before = erasures(entries)
    lines = [
        ErasedEntry(desk=entry.desk, sequence=entry.sequence, remains=before.get(entry.key) or remains_of(entry))
        for entry in entries
        if entry.kind != ERASE.kind
    ]
    return DataErased(reason=reason, signer=signer, erased=tuple(lines), files=tuple(files))


def texts_in(entries: Iterable[Entry]) -> set[str]:
    """What clerks wrote in the entries in their own words."""
    return {text for entry in entries for text in _texts(json.loads(entry.payload or "{}"))}


def _texts(part: Any, field: str = "") -> Iterator[str]:
    if isinstance(part, dict):
        for name, value in part.items():
            yield from _texts(value, name)
    elif isinstance(part, list):
        for item in part:
            yield from _texts(item, field)
    elif isinstance(part, str) and field in _TEXTS:
        yield part


def _read(entry: Entry) -> DataErased | None:
    try:
        payload = entry.read()
    except UnknownPayload:
        return None
    return payload if isinstance(payload, DataErased) else None


def _without_people(part: Any, field: str = "") -> Any:
    if field == "sender":
        return {}
    if isinstance(part, dict):
        if part.keys() >= _PERSON:
            kept = {name: part[name] for name in _KEPT_OF_PERSON if name in part}
            return kept | {"name": ERASED} if part.keys() <= Person.model_fields.keys() else {}
        return {name: _without_people(value, name) for name, value in part.items()}
    if field in _EMPTIED:
        return [] if isinstance(part, list) else "" if isinstance(part, str) else part
    if field == "authority":
        return "" if isinstance(part, str) else None
    if isinstance(part, list):
        return [_without_people(item, field) for item in part]
    if isinstance(part, str) and part and field in _TEXTS:
        return ERASED
    return part

"""Journal entries: the one record of every change to a dossier, immutable and chained by hashes.

An entry is written in the same transaction as the rows it changes. Timeline, audit trail and sync outbox are readings
of it. Its hash covers the hash of the payload, not the payload: a payload can be erased by law (Luật Bảo vệ dữ liệu cá
nhân 91/2025/QH15) and the chain still holds; a random salt inside the payload keeps an erased one from being guessed.
"""

from __future__ import annotations

import hashlib
import json
import re
from datetime import datetime
from typing import Any, NamedTuple

from pydantic import AwareDatetime, Field
from pydantic_core import PydanticSerializationError, from_json, to_json

from counter_app.dossier import bounds
from counter_app.dossier.acts import ACTS
from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.value import Sha256, Value
from counter_app.errors import CounterError, ExitStatus

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), check_circular=False)
_SALT = re.compile(r'\{"salt":"[\w-]*",')
PROVINCE = "province"  # the journal of the province's own entries; every other journal is a desk's


class BrokenChain(CounterError):
    """An entry does not follow the one before it, or is not what its hash says."""

    what = "The record of desk {desk} is damaged at entry {sequence}."
    todo = "Do not go on working with it: call the technician, who can restore the last backup."
    exit_status = ExitStatus.STORE


class UnknownPayload(CounterError):
    """The entry's payload is of a kind or shape this version does not know."""

    what = "An entry of desk {desk} was written by a newer version of the program."
    todo = "Update the program on this desk; the entry is kept until then."
    exit_status = ExitStatus.STORE


class EntryTooLarge(CounterError):
    """What was typed is longer, or larger, than the province takes from any desk."""

    what = "A text or number of this dossier is far larger than such papers have, so nothing was saved."
    todo = "Look for a field with too much pasted into it, shorten it, and save again."


class EntryKey(NamedTuple):
    """Names one entry among those of all desks."""

    desk: str
    sequence: int


class Entry(Value):
    """One line of a desk's journal.

    `sequence` counts the desk's entries without gaps from 1; `previous` is the hash of the one before ("" for the
    first). `step` counts the dossier's entries as the writer knew them: a later step has seen the earlier ones, equal
    steps were written without knowing of each other. Order in a dossier comes from it and never from a clock.
    """

    desk: str = Field(min_length=1, max_length=64)
    sequence: int = Field(ge=1, le=2**62)
    dossier: str = Field(min_length=1, max_length=64)
    step: int = Field(ge=1, le=2**62)
    kind: str
    payload: str | None  # JSON text; None once erased
    payload_hash: Sha256
    clerk: str
    at: AwareDatetime
    previous: str = Field(pattern=r"^([0-9a-f]{64})?$")
    hash: Sha256

    @property
    def key(self) -> EntryKey:
        """The entry's name."""
        return EntryKey(self.desk, self.sequence)

    def read(self) -> Payload | None:
        """The typed payload, strictly checked; None if it was erased.

        Raises UnknownPayload where this version of the program cannot read it.
        """
        if self.payload is None:
            return None
        try:
            payload: type[Payload] = ACTS[self.kind].payload
            said = payload.from_json(_without_salt(self.payload))
            if "kind" not in said.model_fields_set:
                raise ValueError("no kind")
            return said
        except (ValueError, AttributeError, LookupError, TypeError) as fault:
            raise UnknownPayload(f"{self.kind} {type(fault).__name__}", desk=self.desk) from fault


class Tip(NamedTuple):
    """The newest entry of a journal, as far as the next one needs it."""

    sequence: int
    hash: str


def write(
    payload: Payload,
    *,
    dossier: str,
    step: int,
    desk: str,
    clerk: str,
    at: datetime,
    after: Entry | Tip | None,
    salt: str,
) -> Entry:
    """The entry that follows `after` in the desk's journal; `salt` is random text.

    Letters that nobody types or sees are left out. Raises EntryTooLarge (see `bounds`).
    """
    text = _text_of(payload, salt)
    unsealed: dict[str, Any] = {
        "desk": desk,
        "sequence": after.sequence + 1 if after else 1,
        "dossier": dossier,
        "step": step,
        "kind": payload.kind,
        "payload_hash": _sha256(text),
        "clerk": bounds.cleaned(clerk)[: bounds.LONGEST_NAME],
        "at": at,
        "previous": after.hash if after else "",
    }
    return Entry(**unsealed, payload=text, hash=_seal(unsealed))


def _text_of(payload: Payload, salt: str) -> str:
    """The payload as it stands in its entry: JSON, the salt first."""
    try:
        text = f'{{"salt":{_canonical(salt)},{payload.model_dump_json()[1:]}'
        if bounds.is_clean(text) and not bounds.fault_of(text):
            return text
    except PydanticSerializationError:  # half a letter
        pass
    text = _canonical(bounds.cleaned({"salt": salt, **payload.model_dump(mode="json")}))
    if fault := bounds.fault_of(text):
        raise EntryTooLarge(fault)
    return text


def is_sealed(entry: Entry) -> bool:
    """Whether the entry is what its hash says; an erased payload does not break the seal."""
    sealed = entry.model_dump(exclude={"payload", "hash"})
    return entry.hash == _seal(sealed) and (entry.payload is None or entry.payload_hash == _sha256(entry.payload))


def verify(entry: Entry, *, after_sequence: int, after_hash: str) -> None:
    """Raises BrokenChain unless `entry` is intact and follows the entry named by sequence and hash."""
    if not is_sealed(entry):
        raise BrokenChain("changed", desk=entry.desk, sequence=entry.sequence)
    if entry.sequence != after_sequence + 1 or entry.previous != after_hash:
        raise BrokenChain("out of order", desk=entry.desk, sequence=entry.sequence)


def _without_salt(text: str) -> str | bytes:
    """What a payload says, as JSON: only there does strict know that a moment, a code or a list of parts is a text."""
    if first := _SALT.match(text):
        return "{" + text[first.end() :]
    content = from_json(text)  # it stood anywhere until 2026, and nowhere in what remains of an erased one
    content.pop("salt", None)
    return to_json(content)


def _seal(unsealed: dict[str, Any]) -> str:
    return _sha256(_canonical(unsealed | {"at": unsealed["at"].isoformat()}))


def _canonical(content: dict[str, Any] | str) -> str:
    return _CANONICAL.encode(content)


def _sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()

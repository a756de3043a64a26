"""Which contradictions were settled, and by which entry: read from the journal before a dossier is folded."""

from __future__ import annotations

from collections.abc import Sequence

from counter_app.dossier.acts import ACTS, SETTLE
from counter_app.dossier.journal import Entry, EntryKey, UnknownPayload
from counter_app.dossier.life import Decision
from counter_app.dossier.payloads.business import ConflictSettled
from counter_app.dossier.payloads.payload import Payload

SETTLED = SETTLE.kind


def settlements(known: Sequence[Entry]) -> tuple[dict[EntryKey, Entry], dict[EntryKey, Entry]]:
    """The settlements that hold, by the entry they settle; and those that outdo, by the entry by which another desk
    had done the act again.

    `known` stands in order. A settlement is of an entry its writer knew; one that comes before it settles nothing.
    Money is never outdone: what left the drawer, or was taken, did.
    """
    if not any(entry.kind == SETTLED for entry in known):
        return {}, {}
    entries = {entry.key: entry for entry in known}
    holding: dict[EntryKey, Entry] = {}
    outdone: dict[EntryKey, Entry] = {}
    for entry in known:
        payload = _settlement(entry)
        if payload is None:
            continue
        key = EntryKey(payload.desk, payload.sequence)
        named = entries.get(key)
        if named and (named.step >= entry.step or named.kind == SETTLED):
            continue
        if key not in holding:
            holding[key] = entry
        elif payload.decision is Decision.DONE_AGAIN:
            again = (entries.get(EntryKey(entry.desk, sequence)) for sequence in payload.again)
            outdone |= {done.key: holding[key] for done in again if done and not _is_money(done)}
    return holding, outdone


def _is_money(entry: Entry) -> bool:
    act = ACTS.get(entry.kind)
    return act is not None and act.money


def _settlement(entry: Entry) -> ConflictSettled | None:
    payload = readable(entry) if entry.kind == SETTLED else None
    return payload if isinstance(payload, ConflictSettled) else None


def readable(entry: Entry) -> Payload | None:
    """What the entry says; None where it was erased, or where this version of the program cannot read it."""
    try:
        return entry.read()
    except UnknownPayload:
        return None

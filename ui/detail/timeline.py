"""What happened to a dossier, told from its journal entries."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from counter_app.dossier.fold import Folded, Settled
from counter_app.dossier.journal import Entry, EntryKey
from counter_app.dossier.life import Decision
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads import ConflictSettled
from counter_app.dossier.receipts import TAKEN
from counter_app.dossier.settling import readable
from ui.detail.told import said_by, told


@dataclass(frozen=True)
class Event:
    """One entry as a sentence; `by` says who and when; `conflict` that it could not apply and waits for a clerk.

    `note` says what became of it, where that is not what the sentence says.
    """

    sentence: str
    by: str
    conflict: bool
    note: str = ""


def events_of(entries: list[Entry], folded: Folded, dossier: Dossier) -> list[Event]:
    """All entries told, the newest first; a settlement tells the step it is about."""
    open_ones = {entry.key for entry in folded.conflicts}
    settled = {one.entry.key: one for one in folded.settled}
    by_key = {entry.key: entry for entry in entries}
    events = []
    for entry in reversed(entries):
        sentence, note = told(entry, dossier), ""
        if entry.key in open_ones:
            note = _say("taken though not due") if entry.kind == TAKEN else _say("had no effect")
        elif entry.key in settled:
            note = _say("taken though not due, settled") if entry.kind == TAKEN else _decided(settled[entry.key])
        elif isinstance(payload := readable(entry), ConflictSettled):
            named = EntryKey(payload.desk, payload.sequence)
            if step := by_key.get(named):
                sentence += f"\n{said_by(step)}: {told(step, dossier)}"
            if named in settled and settled[named].by.key != entry.key:
                note = _say("another desk had settled it before")
        events.append(Event(sentence, said_by(entry), entry.key in open_ones, note))
    return events


def _decided(settled: Settled) -> str:
    payload = readable(settled.by)
    again = isinstance(payload, ConflictSettled) and payload.decision is Decision.DONE_AGAIN
    return _say("was done again later") if again else _say("was set aside")


def _say(sentence: str) -> str:
    return QCoreApplication.translate("timeline", sentence)

"""What happened to a dossier, as its journal entries say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from counter_app.dossier.acts import TAKE_FEE
from counter_app.dossier.describing import describe, written_by
from counter_app.dossier.fold import Folded, Settled
from counter_app.dossier.journal import Entry, EntryKey
from counter_app.dossier.life import Decision
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads import ConflictSettled
from counter_app.dossier.settling import readable
from counter_app.language import said
from ui import words

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Event:
    """One entry as a sentence; `by` says who and when; `conflict` that it could not apply and waits for a clerk.

    `note` says what became of it, where that is not what the sentence says.
    """

    sentence: str
    by: str
    conflict: bool
    note: str = ""


EVENT = int(Qt.ItemDataRole.UserRole) + 1
"""The role that gives the whole event."""


class TimelineModel(QAbstractListModel):
    """The events of one dossier, the newest first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._events: list[Event] = []

    def show(self, events: list[Event]) -> None:
        """Shows other events."""
        self.beginResetModel()
        self._events = events
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._events)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not 0 <= index.row() < len(self._events):
            return None
        event = self._events[index.row()]
        if role == EVENT:
            return event
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return f"{event.sentence}\n{event.by}"
        return None


def events_of(entries: list[Entry], folded: Folded, dossier: Dossier) -> list[Event]:
    """All entries described, the newest first; a settlement names the step it is about."""
    open_ones = {entry.key for entry in folded.conflicts}
    settled = {one.entry.key: one for one in folded.settled}
    by_key = {entry.key: entry for entry in entries}
    events = []
    for entry in reversed(entries):
        sentence, note = _sentence(entry, dossier), ""
        if entry.key in open_ones:
            note = _say("taken though not due") if entry.kind == TAKE_FEE.kind else _say("had no effect")
        elif entry.key in settled:
            taken = entry.kind == TAKE_FEE.kind
            note = _say("taken though not due, settled") if taken else _decided(settled[entry.key])
        elif isinstance(payload := readable(entry), ConflictSettled):
            named = EntryKey(payload.desk, payload.sequence)
            if step := by_key.get(named):
                sentence += f"\n{_by(step)}: {_sentence(step, dossier)}"
            if named in settled and settled[named].by.key != entry.key:
                note = _say("another desk had settled it before")
        events.append(Event(sentence, _by(entry), entry.key in open_ones, note))
    return events


def _sentence(entry: Entry, dossier: Dossier) -> str:
    return describe(entry, dossier).in_full(words.say)


def _by(entry: Entry) -> str:
    return said(written_by(entry), words.say)


def _decided(settled: Settled) -> str:
    payload = readable(settled.by)
    again = isinstance(payload, ConflictSettled) and payload.decision is Decision.DONE_AGAIN
    return _say("was done again later") if again else _say("was set aside")


def _say(sentence: str) -> str:
    return QCoreApplication.translate("timeline", sentence)

"""What happened to a dossier, told from its journal entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from counter_app.dossier.journal import PROVINCE, Entry
from counter_app.dossier.model import Dossier
from ui import words
from ui.detail.told import told

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


@dataclass(frozen=True)
class Event:
    """One entry as a sentence; `by` says who and when; `conflict` that it could not apply."""

    sentence: str
    by: str
    conflict: bool


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


def events_of(entries: list[Entry], conflicts: tuple[Entry, ...], dossier: Dossier) -> list[Event]:
    """All entries told, the newest first."""
    refused = {(entry.desk, entry.sequence) for entry in conflicts}
    return [
        Event(told(entry, dossier), _by(entry), conflict=(entry.desk, entry.sequence) in refused)
        for entry in reversed(entries)
    ]


def _by(entry: Entry) -> str:
    if entry.desk == PROVINCE:
        place = _say("the province")
    else:
        place = _say("desk {number}").format(number=entry.desk.rpartition(":")[2])
    return " · ".join(part for part in (words.moment(entry.at), entry.clerk, place) if part)


def _say(sentence: str) -> str:
    return QCoreApplication.translate("timeline", sentence)

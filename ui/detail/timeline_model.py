"""What happened to a dossier, told from its journal entries."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from counter_app.dossier.journal import PROVINCE, Entry, UnknownPayload
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads import (
    ComponentDigitised,
    DeliveryChanged,
    PaperGiven,
    PaymentRecorded,
    Received,
    StatusChanged,
)
from ui import words

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
        Event(_told(entry, dossier), _by(entry), conflict=(entry.desk, entry.sequence) in refused)
        for entry in reversed(entries)
    ]


def _by(entry: Entry) -> str:
    if entry.desk == PROVINCE:
        place = _say("the province")
    else:
        place = _say("desk {number}").format(number=entry.desk.rpartition(":")[2])
    return " · ".join(part for part in (words.moment(entry.at), entry.clerk, place) if part)


def _told(entry: Entry, dossier: Dossier) -> str:
    try:
        payload = entry.read()
    except UnknownPayload as fault:
        return fault.sentence()
    match payload:
        case None:
            return _say("An entry whose content was erased by law")
        case Received():
            return _say("Dossier received: {procedure}").format(procedure=payload.procedure_name)
        case ComponentDigitised():
            name = next((one.name for one in dossier.components if one.key == payload.component), payload.component)
            return _say("Digitised: {component} ({pages} pages)").format(component=name, pages=len(payload.pages))
        case PaperGiven():
            sentence = _say("Given out: {paper}") if payload.print_number == 1 else _say("Printed again: {paper}")
            return sentence.format(paper=words.form_name(payload.form))
        case StatusChanged():
            sentence = _say("Status: {status}").format(status=words.status_name(payload.status))
            return f"{sentence} – {payload.reason}" if payload.reason else sentence
        case PaymentRecorded():
            what, method = words.payment_name(payload.payment), words.payment_method_name(payload.method)
            amount = words.money(payload.amount) if payload.amount else ""
            return _say("Payment: {facts}").format(facts=", ".join(part for part in (what, amount, method) if part))
        case DeliveryChanged():
            sentence = words.delivery_name(payload.delivery)
            to = _say("to {recipient}").format(recipient=payload.recipient) if payload.recipient else ""
            return f"{sentence} {to}".strip()


def _say(sentence: str) -> str:
    return QCoreApplication.translate("timeline", sentence)

"""Whose dossiers they are, as entries tell it."""

from __future__ import annotations

from collections.abc import Iterable

from counter_app.dossier.acts import CORRECT, FILE_ONLINE, RECEIVE
from counter_app.dossier.correctable import Correctable
from counter_app.dossier.identity import is_citizen_number
from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.payloads.after import Corrected
from counter_app.dossier.payloads.papers import FiledOnline, Received

_TELLING = (RECEIVE.kind, FILE_ONLINE.kind, CORRECT.kind)


def owners_of(new: Iterable[Entry]) -> list[dict[str, str]]:
    """Rows of the table of owners for those of the entries that tell of one with a citizen's number."""
    found: list[dict[str, str]] = []
    for entry in new:
        if entry.kind not in _TELLING or entry.payload is None:
            continue
        try:
            payload = entry.read()
        except UnknownPayload:
            continue
        told = payload.after if isinstance(payload, Corrected) else payload
        if isinstance(told, Received | FiledOnline | Correctable) and is_citizen_number(told.owner.identity_number):
            found.append({"number": told.owner.identity_number, "dossier": entry.dossier})
    return found

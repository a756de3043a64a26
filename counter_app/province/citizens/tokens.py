"""The opaque codes on receipts, as entries tell them."""

from __future__ import annotations

from collections.abc import Iterable

from counter_app.dossier.journal import Entry, UnknownPayload
from counter_app.dossier.payloads.papers import Received

_RECEIVED = Received.model_fields["kind"].default
_LONGEST = 64  # letters


def tokens_of(new: Iterable[Entry]) -> list[dict[str, str]]:
    """Rows of the table of look-ups for those of the entries that are receipts."""
    found: list[dict[str, str]] = []
    for entry in new:
        if entry.kind != _RECEIVED or entry.payload is None:
            continue
        try:
            payload = entry.read()
        except UnknownPayload:
            continue
        if isinstance(payload, Received) and 0 < len(payload.look_up_token) <= _LONGEST:
            found.append({"token": payload.look_up_token.replace("\0", ""), "dossier": entry.dossier})
    return found

"""An entry as it is told: in the timeline of the desk and on the pages of the province."""

from __future__ import annotations

from dataclasses import replace

from counter_app.dossier.acts import act_of
from counter_app.dossier.clock import moment
from counter_app.dossier.description import Description
from counter_app.dossier.journal import PROVINCE, Entry, UnknownPayload
from counter_app.dossier.life import DueChange
from counter_app.dossier.model import Dossier
from counter_app.dossier.names import DUE_CAUSE
from counter_app.dossier.payloads.payload import Payload
from counter_app.language import Phrase, Sentence, Words, joined, sentence


def describe(entry: Entry, dossier: Dossier | None) -> Description:
    """The entry in sentences, with the due date it moved; `dossier` as all entries together left it."""
    try:
        payload = entry.read()
    except UnknownPayload as fault:
        what = sentence("errors", fault.what, desk=entry.desk)
        return Description(joined(" ", what, Phrase("errors", fault.todo)), public=(what,))
    if payload is None:
        return Description(sentence("timeline", "An entry whose content was erased by law"))
    description, change = act_of(payload).describe(payload, dossier), _due_change(payload, entry, dossier)
    if change is None:
        return description
    moved = _moved(change)
    public = (*description.public, moved) if description.public else ()
    return replace(description, lines=(*description.lines, moved), public=public)


def place_of(entry: Entry) -> Words:
    """Where it was written: at a desk, or by the province."""
    if entry.desk == PROVINCE:
        return Phrase("timeline", "the province")
    return sentence("timeline", "desk {number}", number=entry.desk.rpartition(":")[2])


def written_by(entry: Entry) -> Words:
    """When, by whom and where it was done."""
    return joined(" · ", moment(entry.at), entry.clerk, place_of(entry))


def _due_change(payload: Payload, entry: Entry, dossier: Dossier | None) -> DueChange | None:
    """What the entry did to the due date; None where it left it or had no effect."""
    cause, changes = act_of(payload).moves_due, dossier.due_changes if dossier else ()
    return next((change for change in changes if (change.cause, change.at) == (cause, entry.at)), None)


def _moved(change: DueChange) -> Sentence:
    """What became of the promise; reason and signer stand in the entry's own sentence."""
    none = Phrase("timeline", "none")
    old, new = moment(change.before) or none, moment(change.after) or none
    cause = Phrase("status", DUE_CAUSE[change.cause])
    return sentence("timeline", "Due date moved: {old} → {new} ({cause})", old=old, new=new, cause=cause)

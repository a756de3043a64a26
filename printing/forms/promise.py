"""The promised date a paper shows: as of the promise it is about, with what that one replaced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from counter_app.dossier.life import DueCause
from counter_app.dossier.model import Dossier
from counter_app.dossier.subjects import WHOLE, ActAt, Subject


@dataclass(frozen=True)
class Promise:
    """When the result is promised (None: the law sets no term) and which date that replaces, if it does.

    `made_at` is when it was made. Of a second stage that has begun, `stage_began_at` and `stage_due_at` tell.
    """

    made_at: datetime
    due_at: datetime | None
    replaced: datetime | None = None
    stage_began_at: datetime | None = None
    stage_due_at: datetime | None = None

    @property
    def newest(self) -> datetime | None:
        """When to come, whichever stage it is."""
        return self.stage_due_at if self.stage_began_at else self.due_at


def promise_about(dossier: Dossier, about: Subject) -> Promise:
    """The promise a paper is about; the first one is the whole dossier's. Raises ValueError where it was not made."""
    changes = dossier.due_changes
    first = dossier.promised_at or (changes[0].before if changes else dossier.due_at)
    promise = Promise(dossier.received_at, first)
    if about == WHOLE:
        return promise
    for change in changes:
        if change.cause is DueCause.STAGE:
            promise = Promise(change.at, promise.due_at, None, change.at, change.after)
        elif promise.stage_began_at:
            promise = Promise(change.at, promise.due_at, change.before, promise.stage_began_at, change.after)
        else:
            promise = Promise(change.at, change.after, change.before)
        if about == ActAt(change.at):
            return promise
    raise ValueError("no promise was made at that moment")

"""Of what a citizen is told, derived from the dossier as it stands: no second place decides a state."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from counter_app.dossier.life import DueCause, PauseKind
from counter_app.dossier.model import Dossier
from counter_app.dossier.states import OPEN, WORKED, Status

DAY_BEFORE = timedelta(days=1)  # how long before its end a citizen is reminded of the term


class Kind(StrEnum):
    """Of what a notice tells."""

    RECEIPT = "receipt"
    SUPPLEMENT = "supplement"
    DUE = "due"
    READY = "ready"
    APOLOGY = "apology"


@dataclass(frozen=True)
class Occasion:
    """One thing to be told once, from `at` on."""

    kind: Kind
    at: datetime

    @property
    def name(self) -> str:
        """By what it is told apart from the others of its dossier."""
        return f"{self.kind}:{self.at.timestamp():.0f}"


def occasions(dossier: Dossier) -> tuple[Occasion, ...]:
    """What its citizen is to be told as it stands now; nothing where they did not consent.

    What is not true any more (a supplement that was brought, a dossier that was cancelled) is no occasion any more.
    """
    if not dossier.notices:
        return ()
    found: list[Occasion] = []
    if dossier.status in OPEN:
        found.append(Occasion(Kind.RECEIPT, dossier.received_at))
        found += [Occasion(Kind.APOLOGY, change.at) for change in dossier.due_changes[-1:] if _apologises(change.cause)]
    if dossier.status is Status.SUPPLEMENT_REQUESTED:
        asked = [pause for pause in dossier.pauses if pause.kind is PauseKind.SUPPLEMENT and not pause.ended_at]
        found += [Occasion(Kind.SUPPLEMENT, pause.began_at) for pause in asked]
    if dossier.status in WORKED and dossier.due_at and dossier.due_at - DAY_BEFORE > dossier.received_at:
        found.append(Occasion(Kind.DUE, dossier.due_at - DAY_BEFORE))
    if dossier.status is Status.DONE:
        found.append(Occasion(Kind.READY, dossier.finished_at or dossier.received_at))
    return tuple(found)


def _apologises(cause: DueCause) -> bool:
    return cause is DueCause.EXTENSION

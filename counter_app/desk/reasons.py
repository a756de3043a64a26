"""The reasons a clerk is offered for an act: the list grows by use, at this desk."""

from __future__ import annotations

from datetime import datetime

from counter_app.desk.desk import Desk
from counter_app.dossier.acts.act import AnyAct
from counter_app.language import translate


def reasons(desk: Desk, act: AnyAct) -> tuple[str, ...]:
    """Those given at this desk, the most frequent first, then those shipped."""
    shipped = (translate("reasons", sentence, desk.profile.language) for sentence in act.reasons)
    return desk.store.phrases.of(act.name, shipped)


def note_reason(desk: Desk, act: AnyAct, reason: str, at: datetime) -> None:
    """A clerk gave it: it is offered from now on."""
    desk.store.phrases.used(act.name, reason, at)

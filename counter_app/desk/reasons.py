"""The reasons a clerk is offered for an act: the list grows by use, at this desk.

They stand on papers and in the journal, which are Vietnamese whatever language the window speaks.
"""

from __future__ import annotations

from datetime import datetime

from counter_app.desk.desk import Desk
from counter_app.dossier.acts.act import AnyAct
from counter_app.language import DEFAULT_LANGUAGE, translate


def reasons(desk: Desk, act: AnyAct) -> tuple[str, ...]:
    """Those given at this desk, the most frequent first, then those shipped."""
    return desk.store.phrases.of(act.name, (on_papers(sentence) for sentence in act.reasons))


def usual_reason(act: AnyAct) -> str:
    """The first of those shipped."""
    return on_papers(act.reasons[0])


def on_papers(reason: str) -> str:
    """A shipped reason as it is written down."""
    return translate("reasons", reason, DEFAULT_LANGUAGE)


def note_reason(desk: Desk, act: AnyAct, reason: str, at: datetime) -> None:
    """A clerk gave it: it is offered from now on."""
    desk.store.phrases.used(act.name, reason, at)

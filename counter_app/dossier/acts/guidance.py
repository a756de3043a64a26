"""What is answered before a receipt: entries of a case (`counter_app.dossier.guidance`), never of a dossier."""

from __future__ import annotations

from counter_app.dossier.acts.act import Act, of_no_dossier
from counter_app.dossier.description import Description
from counter_app.dossier.model import Dossier
from counter_app.dossier.names import GUIDANCE
from counter_app.dossier.payloads.guidance import GuidanceEnded, GuidanceGiven
from counter_app.dossier.roles import AT_DESK, Task
from counter_app.language import Phrase, Words, sentence


def _describe_given(payload: GuidanceGiven, dossier: Dossier | None) -> Description:
    items = tuple(f"• {item}" for item in payload.items)
    again: Words = sentence("timeline", "Asked for once more: {reason}", reason=payload.again) if payload.again else ""
    return Description(Phrase("status", GUIDANCE[payload.answer]), payload.reason, lines=(*items, again))


def _describe_ended(payload: GuidanceEnded, dossier: Dossier | None) -> Description:
    return Description(sentence("timeline", "Became dossier {code}", code=payload.dossier))


GUIDE = Act(
    name="guide",
    title="Answer before a receipt",
    payload=GuidanceGiven,
    apply=of_no_dossier,
    describe=_describe_given,
    tasks=AT_DESK,
    needs=("reason",),
)
END_GUIDANCE = Act(
    name="end_guidance",
    title="Receive a dossier",
    tasks=frozenset({Task.RECEPTION}),
    payload=GuidanceEnded,
    apply=of_no_dossier,
    describe=_describe_ended,
)

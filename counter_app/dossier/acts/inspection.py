"""A sample that was drawn for an inspection; it is of no dossier."""

from __future__ import annotations

from counter_app.dossier.acts.act import Act, of_no_dossier
from counter_app.dossier.description import Description
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.inspection import SampleDrawn
from counter_app.dossier.roles import Task
from counter_app.language import sentence


def _describe(payload: SampleDrawn, dossier: Dossier | None) -> Description:
    return Description(sentence("timeline", "Sample for an inspection drawn: {seed}", seed=payload.seed))


DRAW_SAMPLE = Act(
    name="draw_sample",
    payload=SampleDrawn,
    apply=of_no_dossier,
    describe=_describe,
    tasks=frozenset({Task.INSPECTION}),
)

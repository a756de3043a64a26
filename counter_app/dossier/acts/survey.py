"""What a citizen says of how they were served: an entry of its own (`counter_app.dossier.survey`), of no dossier."""

from __future__ import annotations

from counter_app.dossier.acts.act import Act, of_no_dossier
from counter_app.dossier.description import Description
from counter_app.dossier.payloads.survey import SurveyAnswered
from counter_app.language import Phrase

ANSWER_SURVEY = Act(
    name="answer_survey",
    payload=SurveyAnswered,
    apply=of_no_dossier,
    describe=lambda payload, dossier: Description(Phrase("timeline", "A citizen said how they were served")),
)

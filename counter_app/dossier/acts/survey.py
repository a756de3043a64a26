"""What a citizen says of how they were served: an entry of its own (`counter_app.dossier.survey`), of no dossier."""

from __future__ import annotations

from counter_app.dossier.acts.act import Act, CannotApply, Written
from counter_app.dossier.description import Description
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.survey import SurveyAnswered
from counter_app.language import Phrase


def _no_dossier(dossier: Dossier, payload: SurveyAnswered, entry: Written) -> Dossier:
    raise CannotApply("of a survey")


ANSWER_SURVEY = Act(
    name="answer_survey",
    payload=SurveyAnswered,
    apply=_no_dossier,
    describe=lambda payload, dossier: Description(Phrase("timeline", "A citizen said how they were served")),
)

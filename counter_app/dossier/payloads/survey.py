"""Payloads of what citizens say about how they were served (TT 01/2018, QĐ 766)."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from counter_app.dossier.payloads.payload import Payload
from counter_app.dossier.states import Occasion
from counter_app.dossier.value import Value


class SurveyAnswer(Value):
    """What a citizen said to one question: its points by TT 01/2018 art. 13."""

    question: str = Field(min_length=1, max_length=40)
    points: int = Field(ge=0, le=2)


class SurveyAnswered(Payload):
    """A citizen said how they were served; of whom and of which dossier is not in it. `slip`: a slip asked them."""

    kind: Literal["survey_answered"] = "survey_answered"
    occasion: Occasion
    field: str = ""
    procedure: str = ""
    slip: bool = False
    answers: tuple[SurveyAnswer, ...] = Field(min_length=1, max_length=10)

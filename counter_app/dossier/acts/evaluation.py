"""The monthly evaluation of an office that an official signs off; it is of no dossier."""

from __future__ import annotations

from counter_app.dossier.acts.act import Act, of_no_dossier
from counter_app.dossier.description import Description
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.evaluation import EvaluationSigned
from counter_app.dossier.roles import Task
from counter_app.language import sentence


def _describe(payload: EvaluationSigned, dossier: Dossier | None) -> Description:
    signed = sentence("timeline", "Evaluation of {period} signed, version {n}", period=payload.name, n=payload.version)
    return Description(signed, payload.reason, by=payload.signer)


SIGN_EVALUATION = Act(
    name="sign_evaluation",
    payload=EvaluationSigned,
    apply=of_no_dossier,
    describe=_describe,
    tasks=frozenset({Task.APPROVAL}),
)

"""What a citizen answers at the kiosk: under the slip that asked them, or at will. Nothing personal is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from counter_app.desk.desk import Desk
from counter_app.dossier.codes import survey_code
from counter_app.dossier.payloads.survey import SurveyAnswer, SurveyAnswered
from counter_app.dossier.states import Occasion
from counter_app.dossier.survey import code_of, mark_of
from counter_app.store.streams import SURVEYS

CITIZEN = "Công dân"
"""Who wrote the entry: nobody with an account."""
_AT_THE_DESK = timedelta(minutes=10)
"""For so long after a paper went out, who stands at the screen is taken for whom it was given."""


@dataclass(frozen=True)
class Asked:
    """Who is asked: on which occasion, about what, and under which code the answer is counted once. `mark` is that of
    their slip, "" for none."""

    code: str
    occasion: Occasion
    field: str = ""
    procedure: str = ""
    mark: str = ""


def asked_by(desk: Desk, token: str) -> Asked | None:
    """Whom the slip with this token asks; None where this desk knows none."""
    return asked_under(desk, mark_of(token))


def asked_under(desk: Desk, mark: str) -> Asked | None:
    """Whom the slip of this mark asks; None where this desk knows none."""
    slip = desk.store.survey_slips.get(mark)
    if slip is None:
        return None
    code = code_of(slip.asked.agency, slip.at.date(), mark)
    return Asked(code, slip.occasion, slip.asked.field, slip.asked.procedure, mark)


def asked_here(desk: Desk) -> Asked | None:
    """Who got a paper at this desk a moment ago and has not answered yet; None where nobody did."""
    slip = desk.store.survey_slips.newest_own(desk.now() - _AT_THE_DESK, desk.profile.desk_id)
    asked = asked_under(desk, slip.mark) if slip else None
    return asked if asked and not is_answered(desk, asked) else None


def asked_at_will(desk: Desk, number: int) -> Asked:
    """Somebody who answers without a slip; `number` is that of the page they answer on, random."""
    agency = desk.profile.office.agency
    return Asked(survey_code(agency, desk.now().date(), number), Occasion.AT_WILL)


def is_answered(desk: Desk, asked: Asked) -> bool:
    """Whether they were heard already."""
    return bool(desk.store.entries.of_dossier(asked.code))


def answer(desk: Desk, asked: Asked, points: Mapping[str, int]) -> bool:
    """Keeps the answers, by question; whether they were new: sent twice, they count once."""
    with desk.store.transaction():
        if is_answered(desk, asked):
            return False
        desk.store.journal.append_to(
            SURVEYS,
            SurveyAnswered(
                occasion=asked.occasion,
                field=asked.field,
                procedure=asked.procedure,
                slip=bool(asked.mark),
                answers=tuple(SurveyAnswer(question=key, points=value) for key, value in points.items()),
            ),
            code=asked.code,
            clerk=CITIZEN,
            at=desk.now(),
            salt=desk.token(16),
        )
    return True

"""What citizens are asked, as data: resources/survey."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from pydantic import Field

from counter_app.dossier.states import Occasion
from counter_app.dossier.value import Value
from counter_app.procedures.data_files import DataFault, Fault, load_tables
from counter_app.resources import resource

SATISFACTION = "satisfaction"
"""The question that is asked on every occasion; from one point on somebody is satisfied."""
MOST = 3
"""How many questions, and touches, an occasion has."""
BEST = 2


class Question(Value):
    """A question: the choice that gives two points of TT 01/2018 art. 13 first, then one, then none.

    `indicator` is the number of the indicator it is asked for, 0 for none.
    """

    key: str = Field(min_length=1, max_length=40)
    text: str = Field(min_length=1)
    occasions: tuple[Occasion, ...] = Field(min_length=1)
    choices: tuple[str, str, str]
    indicator: int = Field(default=0, ge=0, le=9)

    @property
    def scored(self) -> tuple[tuple[int, str], ...]:
        """The choices with their points."""
        return tuple((BEST - place, text) for place, text in enumerate(self.choices))


def asked_on(occasion: Occasion) -> tuple[Question, ...]:
    """The questions of an occasion, in their order."""
    return tuple(question for question in questions() if occasion in question.occasions)


@cache
def questions() -> tuple[Question, ...]:
    """All questions that are shipped. Raises DataFault."""
    return load_questions(resource("survey"))


def load_questions(folder: Path) -> tuple[Question, ...]:
    """The [[question]] tables of the folder's files. Raises DataFault."""
    found, faults, locate = load_tables(folder, "question", Question)
    for place, question in enumerate(found):
        if any(before.key == question.key for before in found[:place]):
            faults.append(Fault(*locate(place, ["key"]), "key: a name no other question has"))
    for occasion in Occasion:
        asked = [question.key for question in found if occasion in question.occasions]
        if not faults and (SATISFACTION not in asked or len(asked) > MOST):
            faults.append(Fault(folder.name, 1, f"{occasion.value}: {SATISFACTION} and at most {MOST} questions"))
    if faults:
        raise DataFault(faults=faults)
    return tuple(found)

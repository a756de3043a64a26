"""Several dossiers at once: each for itself, and at the end what was done and what was not, with its reason."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counter_app.desk import casework
from counter_app.desk.desk import Desk
from counter_app.dossier.acts import HAND_OVER
from counter_app.dossier.acts.act import lacks
from counter_app.dossier.applicants import Relation
from counter_app.dossier.model import Dossier
from counter_app.dossier.payloads.results import ResultReturned
from counter_app.dossier.states import DeliveryMethod
from counter_app.errors import CounterError

Step = Callable[[Desk, str], Dossier]


@dataclass(frozen=True)
class Refused:
    """A dossier that stayed as it was, and why."""

    code: str
    owner: str
    failure: CounterError


@dataclass(frozen=True)
class Outcome:
    """The codes of what was done, and what was not, both in the order in which they were asked for."""

    done: tuple[str, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True)
class Taker:
    """Who takes the results of several dossiers; nobody named: the owner or submitter of each."""

    name: str = ""
    identity_number: str = ""
    authority: str = ""


def each(desk: Desk, codes: Sequence[str], step: Step, tell: Callable[[int], None] = lambda done: None) -> Outcome:
    """Does the step for each of the dossiers, one transaction a dossier; one that is refused holds up no other.

    `tell` is told how many are done with.
    """
    done: list[str] = []
    refused: list[Refused] = []
    for number, code in enumerate(codes, start=1):
        try:
            step(desk, code)
        except CounterError as failure:
            refused.append(Refused(code, desk.dossier(code).owner.name, failure))
        else:
            done.append(code)
        tell(number)
    return Outcome(tuple(done), tuple(refused))


def handing_over(to_unit: str = "", taken_by: str = "") -> Step:
    """Gives each to the unit, or to the one whose turn it is by its procedure. Raises StepIncomplete where nobody
    knows it."""

    def step(desk: Desk, code: str) -> Dossier:
        dossier = desk.dossier(code)
        here = dossier.hand_overs[-1].to_unit if dossier.hand_overs else ""
        unit = to_unit.strip() or casework.next_unit(_process(desk, dossier), here)
        if not unit:
            raise lacks(HAND_OVER, "to_unit")
        return casework.hand_over(desk, code, unit, taken_by, from_unit=here)

    return step


def _process(desk: Desk, dossier: Dossier) -> list[str]:
    """The units of its procedure, in the version it was received under."""
    procedure = desk.knowledge.catalogue.version(dossier.procedure, dossier.procedure_version)
    return [part.unit for part in procedure.steps] if procedure else []


def taking_results(desk: Desk, code: str) -> Dossier:
    """What the procedure of each ends in is at the desk now."""
    return casework.take_results(desk, code, casework.expected_results(desk, desk.dossier(code)))


def returning(taker: Taker) -> Step:
    """Hands all results of each over at the desk."""

    def step(desk: Desk, code: str) -> Dossier:
        dossier = desk.dossier(code)
        holder = dossier.submitter or dossier.owner
        own_number = "" if taker.name.strip() else holder.identity_number
        waiting = tuple(place for place, result in enumerate(dossier.results) if result.returned is None)
        return casework.return_results(
            desk,
            code,
            ResultReturned(
                results=waiting or (0,),
                method=DeliveryMethod.COUNTER,
                recipient=taker.name.strip() or holder.name,
                identity_number="".join(taker.identity_number.split()) or own_number,
                relation=Relation.AUTHORISED if taker.authority.strip() else Relation.HOLDER,
                authority=taker.authority.strip(),
            ),
        )

    return step

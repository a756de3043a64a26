"""People of whom earlier dossiers of this desk say something: what may stand on a paper that could not be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counter_app.desk.after_receipt import typed
from counter_app.desk.desk import Desk
from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.identity import is_citizen_number
from counter_app.dossier.model import Dossier
from counter_app.dossier.whose import by_paper, filled_up

_MOST = 6
"""People that are looked for, and dossiers of each, the newest."""


def known_people(desk: Desk, numbers: Iterable[str]) -> tuple[PersonTyped, ...]:
    """Those who have one of the citizen numbers, each as their newest dossier says, filled up by older ones."""
    wanted = [number for number in dict.fromkeys(numbers) if is_citizen_number(number)][:_MOST]
    return tuple(person for number in wanted if (person := _known(desk, number)) is not None)


def _known(desk: Desk, number: str) -> PersonTyped | None:
    known: PersonTyped | None = None
    for line in desk.store.find(number, limit=_MOST):
        for said in _people(desk.dossier(line.code)):
            if said.identity_number == number:
                known = said if known is None else filled_up(known, said)
    return known


def _people(dossier: Dossier) -> Iterator[PersonTyped]:
    """The people of a dossier as it was received, and those whom its papers name as far as that was confirmed."""
    yield from map(typed, dossier.people)
    for paper in dossier.verified:
        for role in dict.fromkeys(field.name.partition(".")[0] for field in paper.fields):
            yield by_paper(paper, role)

"""What may stand in a field that could not be read, or not surely: what is known of the same person elsewhere. Pure.

The same person is one of the same name: on this paper, on another one of the intake, or among its applicants.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.place_names import is_one_address
from counter_app.dossier.plain import plain
from counter_app.dossier.verifying import Verification

_OF_PEOPLE = ("born", "sex", "address", "identity_number", "phone", "email", "nationality")


def suggested(field: str, of: Verification, papers: Sequence[Verification], people: Sequence[PersonTyped]) -> str:
    """The one value known of the field's person elsewhere; "" where nothing is, or several things are. Who applies by
    the paper is who applies in the intake."""
    role, _, what = field.partition(".")
    if what == "name":
        return _only([person.name for person in people]) if role == of.paper.applicant else ""
    name = _named(of, role)
    if not what or not name:
        return ""
    known = [
        _value(paper, f"{other}.{what}")
        for paper in papers
        for other in _roles(paper)
        if (paper, other) != (of, role) and _named(paper, other) == name
    ]
    known += [getattr(person, what) for person in people if what in _OF_PEOPLE and plain(person.name) == name]
    return _only_address(known) if what == "address" else _only(known)


def _only(known: Sequence[str]) -> str:
    different = {plain(value): value for value in known if value}
    return next(iter(different.values())) if len(different) == 1 else ""


def _only_address(known: Sequence[str]) -> str:
    """As it is written most fully: cards leave the kinds of places out."""
    fullest = max(known, key=len, default="")
    return fullest if all(is_one_address(fullest, other) for other in known if other) else ""


def _roles(paper: Verification) -> Iterator[str]:
    yield from dict.fromkeys(row.read.name.partition(".")[0] for row in paper.rows)


def _named(paper: Verification, role: str) -> str:
    return plain(_value(paper, f"{role}.name"))


def _value(paper: Verification, field: str) -> str:
    return next((row.value for row in paper.rows if row.read.name == field), "")

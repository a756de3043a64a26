"""What a receipt says and a clerk can have got wrong: as it stands, put right, and what differs between the two."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import AwareDatetime, Field

from counter_app.dossier.applicants import Authority, Relation
from counter_app.dossier.model import RECEIPT, Agencies, Component, Dossier, DossierChanges, Person, Term
from counter_app.dossier.money import FeeDue
from counter_app.dossier.states import DeliveryMethod, PauseMode
from counter_app.dossier.value import Value


class StatedPaper(Value):
    """A line of the list of papers as the receipt has it, without its scan."""

    key: str
    name: str
    originals: int = Field(default=0, ge=0)
    certified_copies: int = Field(default=0, ge=0)
    copies: int = Field(default=0, ge=0)
    shown: bool = False

    @classmethod
    def of(cls, component: Component) -> StatedPaper:
        """What the receipt says of the component."""
        return cls(**{name: getattr(component, name) for name in cls.model_fields})


class Correctable(Value):
    """Everything of a dossier that can be put right by an entry. A field is named as the dossier has it."""

    owner: Person
    co_owners: tuple[Person, ...] = ()
    submitter: Person | None = None
    relation: Relation = Relation.AUTHORISED
    authority: Authority | None = None
    components: tuple[StatedPaper, ...]
    sets: int = Field(default=1, ge=1)
    delivery_method: DeliveryMethod = DeliveryMethod.COUNTER
    notices: bool = False

    # the procedure, and what follows from it
    procedure: str
    procedure_name: str
    procedure_version: str
    receipt_form: str = RECEIPT
    field: str = ""
    agencies: Agencies
    fees: tuple[FeeDue, ...] = ()
    fees_unknown: bool = False
    term: Term
    case: str = ""
    next_term: Term | None = None
    on_supplement: PauseMode = PauseMode.RESTART
    on_obligation: PauseMode = PauseMode.SHIFT
    due_at: AwareDatetime | None = None


_WHOLE = (Authority, Term, FeeDue, StatedPaper)
"""What is read as one thing, whatever in it differs."""
_ANY_TIME = frozenset(
    {"owner", "co_owners", "submitter", "relation", "authority", "components", "sets", "delivery_method", "notices"}
)


@dataclass(frozen=True)
class Difference:
    """One thing that was put right: where it stands (from the outside in), what stood there, what stands there now.

    None where there was nothing, or is nothing any more.
    """

    path: tuple[str, ...]
    before: object
    after: object


def correctable(dossier: Dossier) -> Correctable:
    """What can be put right of the dossier, as it stands."""
    papers = tuple(StatedPaper.of(component) for component in dossier.components)
    others = {name: getattr(dossier, name) for name in Correctable.model_fields if name != "components"}
    return Correctable(**others, components=papers)


def corrected_fields(before: Correctable, after: Correctable) -> list[str]:
    """The names of the fields in which the two differ."""
    return [name for name in Correctable.model_fields if getattr(before, name) != getattr(after, name)]


def touches_procedure(before: Correctable, after: Correctable) -> bool:
    """Whether another procedure was meant: that is put right only while no act followed the receipt."""
    return not _ANY_TIME.issuperset(corrected_fields(before, after))


def put_right(dossier: Dossier, after: Correctable, fields: list[str]) -> Dossier:
    """The dossier with these fields as they should have been; scans stay with their papers. The due date is not moved
    here: a promise moves with a line of its own."""
    changes: Any = {name: getattr(after, name) for name in fields if name not in ("components", "due_at")}
    if "components" in fields:
        known = {component.key: component for component in dossier.components}
        changes["components"] = tuple(_component(known.get(paper.key), paper) for paper in after.components)
    typed: DossierChanges = changes
    return dossier.changed(**typed)


def differences(before: object, after: object, path: tuple[str, ...] = ()) -> Iterator[Difference]:
    """What differs between two values, field by field: whatever fields a person or an agency has."""
    if before == after:
        return
    if isinstance(before, Value) and type(before) is type(after) and not isinstance(before, _WHOLE):
        for name in type(before).model_fields:
            yield from differences(getattr(before, name), getattr(after, name), (*path, name))
    elif isinstance(before, tuple) and isinstance(after, tuple):
        olds, news = _by_name(before), _by_name(after)
        for key in dict.fromkeys((*olds, *news)):
            if olds.get(key) != news.get(key):
                yield Difference(path, olds.get(key), news.get(key))
    else:
        yield Difference(path, before, after)


def _component(known: Component | None, paper: StatedPaper) -> Component:
    if known is None:
        return Component(**dict(paper))
    return known.changed(
        name=paper.name,
        originals=paper.originals,
        certified_copies=paper.certified_copies,
        copies=paper.copies,
        shown=paper.shown,
    )


def _by_name(values: tuple[object, ...]) -> dict[object, object]:
    """The values of a list by what tells them apart: a key, else their place."""
    return {getattr(value, "key", place): value for place, value in enumerate(values)}

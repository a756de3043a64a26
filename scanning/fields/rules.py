"""Rules between the fields of a paper and between the papers of a dossier: they point, and correct nothing.

Data of resources/templates/rules.toml: what is compared with what, how, how grave it is and the sentence for the
clerk. What was not read, or only in part, is never called wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from string import Formatter
from typing import Annotated, Literal

from pydantic import Field as Given
from pydantic import field_validator
from pydantic_core import PydanticCustomError

from counter_app.dossier.plain import plain
from counter_app.dossier.value import Value
from counter_app.procedures.data_files import DataFault, DataFile
from counter_app.procedures.wordings import BRACES
from counter_app.resources import resource
from scanning.fields.field import Field
from scanning.fields.names import caption
from scanning.fields.titles import title_of

SAME_ROLE = "*."
_PLACEHOLDERS = {"one", "other", "one_field", "other_field", "one_paper", "other_paper", "meant"}
Names = Annotated[tuple[str, ...], Given(min_length=1)]


class Severity(StrEnum):
    """How grave what a rule points at is."""

    WRONG = "wrong"
    """Two things that were read contradict each other."""
    DOUBTFUL = "doubtful"
    """It is seldom so."""
    NOTE = "note"
    """Worth knowing."""


class Which(Value):
    """Fields by name, `*.name` those of every role; of these papers, or of any."""

    fields: Names
    papers: tuple[str, ...] = ()


class Condition(Value):
    """What a field of the same paper says, one of several words."""

    field: str
    is_: Names = Given(alias="is")


class Rule(Value):
    """A rule of the file."""

    name: str
    check: Literal[
        "same", "different", "person", "number_of_person", "number_agrees", "province", "before_today",
        "in_order", "at_most", "words", "place", "old_place", "several_places", "desk",
    ]  # fmt: skip
    severity: Severity
    one: Which
    other: Which | None = None
    compare: Literal["name", "text", "code", "number", "day"] = "text"
    years: int = 0
    """At least so many between two days, or between a day and today."""
    papers: tuple[str, ...] = ()
    """Papers it is about; none: all."""
    only: Condition | None = None
    """It holds only where a field says so."""
    says: str

    @field_validator("says")
    @classmethod
    def _well_formed(cls, says: str) -> str:
        names = [name for _, name, _, _ in Formatter().parse(says) if name is not None]
        if not set(names) <= _PLACEHOLDERS:
            raise PydanticCustomError("braces", BRACES)
        return says


@dataclass(frozen=True)
class ReadPaper:
    """A paper and what was read in its fields."""

    paper: str
    """A name of titles.toml."""
    fields: tuple[Field, ...]
    title: str = ""
    """As the clerk knows it; "" for the one in titles.toml."""

    @property
    def called(self) -> str:
        """The paper's title."""
        return self.title or title_of(self.paper)

    def field(self, name: str) -> Field | None:
        """The field of that name, where it was read."""
        return next((field for field in self.fields if field.name == name), None)


@dataclass(frozen=True)
class FieldAt:
    """A field and the number of its paper, from 0."""

    paper: int
    field: Field


@dataclass(frozen=True)
class Finding:
    """What a rule points at. `fields`: what is asked about first, what it was held against after it."""

    rule: str
    severity: Severity
    sentence: str
    """In Vietnamese, for the clerk."""
    fields: tuple[FieldAt, ...]
    suggestion: str = ""
    """What the first field may be meant to say; the clerk decides. "" where nothing better is known."""


@dataclass(frozen=True)
class Dossier:
    """What rules look at: all papers of a dossier, the day, and the office that receives it ("" where unknown)."""

    papers: tuple[ReadPaper, ...]
    today: date
    office: str = ""

    def found(self, which: Which, papers: Sequence[str] = ()) -> Iterator[FieldAt]:
        """The fields that are asked for, paper after paper."""
        for number, paper in enumerate(self.papers):
            if (not which.papers or paper.paper in which.papers) and (not papers or paper.paper in papers):
                for field in paper.fields:
                    if any(_is_meant(field.name, name) for name in which.fields):
                        yield FieldAt(number, field)

    def against(self, rule: Rule, one: FieldAt) -> list[FieldAt]:
        """What a field is held against: in its own paper, of its role where the rule has `*.`; else in the others."""
        if rule.other is None:
            return []
        if rule.other.papers:
            return [other for other in self.found(rule.other) if other.paper != one.paper]
        role = one.field.name.split(".", 1)[0]
        names = {name.replace(SAME_ROLE, f"{role}.") for name in rule.other.fields}
        return [FieldAt(one.paper, field) for field in self.papers[one.paper].fields if field.name in names]

    def holds_for(self, rule: Rule, one: FieldAt) -> bool:
        """Whether the rule is about this field's paper and its condition holds there."""
        if rule.only is None:
            return True
        said = self.papers[one.paper].field(rule.only.field)
        return said is not None and plain(said.value) in {plain(word) for word in rule.only.is_}


@cache
def rules() -> tuple[Rule, ...]:
    """The rules that the program ships. Raises DataFault where the file is faulty."""
    file = DataFile(resource("templates", "rules.toml"))
    found: list[Rule] = []
    if faults := file.collect("rule", Rule, found):
        raise DataFault(faults=faults)
    return tuple(found)


def sentence(rule: Rule, dossier: Dossier, fields: Sequence[FieldAt], meant: str = "") -> str:
    """The rule's sentence about these fields, its first letter large."""
    one, other = fields[0], fields[-1]
    said = rule.says.format(
        one=one.field.value,
        other=other.field.value,
        one_field=caption(one.field.name),
        other_field=caption(other.field.name),
        one_paper=dossier.papers[one.paper].called,
        other_paper=dossier.papers[other.paper].called,
        meant=meant,
    )
    return said[:1].upper() + said[1:]


def _is_meant(field: str, name: str) -> bool:
    if not name.startswith(SAME_ROLE):
        return field == name
    role, _, datum = field.partition(".")
    return bool(role) and datum == name.removeprefix(SAME_ROLE)

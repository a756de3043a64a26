"""What fields are called: their stable names, the clerk's words for them, and the kind of value each takes.

Data of resources/templates/fields.toml. A person's field is a role and a datum: `mother.born`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from counter_app.resources import resource

OTHER = "other."
"""Before the name of a field that an office named: letters of its own words."""


@dataclass(frozen=True)
class FieldName:
    """A field that there is."""

    name: str
    says: str
    """In the clerk's words, in small letters: `ngày sinh của người mẹ`."""
    kind: str
    """A name of `scanning.fields.values.KINDS`."""


@cache
def field_names() -> dict[str, FieldName]:
    """Every field that there is, by its name: people's first, role by role."""
    content = tomllib.loads(resource("templates", "fields.toml").read_text(encoding="utf-8"))
    people = [
        FieldName(f"{role['name']}.{datum['name']}", f"{datum['says']} của {role['says']}", datum["kind"])
        for role in content["role"]
        for datum in content["of_person"]
    ]
    others = [FieldName(row["name"], row["says"], row["kind"]) for row in content["field"]]
    return {field.name: field for field in (*people, *others)}


def caption(field: str) -> str:
    """The clerk's words for a field; what an office named itself in the letters of its name."""
    known = field_names().get(field)
    return known.says if known else field.removeprefix(OTHER).replace("_", " ")

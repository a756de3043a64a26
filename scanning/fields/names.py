"""What fields are called: their stable names, the clerk's words for them, and the kind of value each takes.

Data of resources/templates/fields.toml. A person's field is a role and a datum: `mother.born`.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache

from counter_app.dossier.field_names import field_words, role_words
from counter_app.language import said, translate
from counter_app.resources import resource


@dataclass(frozen=True)
class FieldName:
    """A field that there is."""

    name: str
    says: str
    """In the clerk's words: `Ngày sinh của mẹ`."""
    kind: str
    """A name of `scanning.fields.values.KINDS`."""


@cache
def field_names() -> dict[str, FieldName]:
    """Every field that there is, by its name: people's first, role by role."""
    content = tomllib.loads(resource("templates", "fields.toml").read_text(encoding="utf-8"))
    people = [
        FieldName(name, _of_person(name), kind)
        for role in content["roles"]
        for name, kind in ((f"{role}.{datum}", kind) for datum, kind in content["of_person"].items())
    ]
    others = [FieldName(row["name"], row["says"], row["kind"]) for row in content["field"]]
    return {field.name: field for field in (*people, *others)}


def caption(field: str) -> str:
    """The clerk's words for a field; what an office named itself in the letters of its name."""
    known = field_names().get(field)
    return known.says if known else said(field_words(field), translate)


def _of_person(name: str) -> str:
    what, whose = said(field_words(name), translate), said(role_words(name), translate)
    return f"{what} của {whose[:1].lower()}{whose[1:]}"

"""Reading templates: what labels a form prints, in their order, and which field stands behind each.

Data of resources/templates/forms/*.toml. A form is a sequence of labels, so that two people with the same labels are
told apart by where they stand; a label without a field ends what stands before it. A new form needs no code.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from counter_app.dossier.plain import plain
from counter_app.resources import resource

Area = tuple[float, float, float, float]
"""Left, top, width and height in millimetres, from the upper left corner of the page."""


@dataclass(frozen=True)
class Part:
    """A field, and the kind of value it takes: a name of `scanning.fields.values.KINDS`."""

    field: str
    kind: str


@dataclass(frozen=True)
class Label:
    """One printed label in its several wordings."""

    wordings: tuple[str, ...]
    """Letters and digits without marks."""
    parts: tuple[Part, ...]
    """What stands behind it; nothing for a heading or a sentence."""
    columns: tuple[str, ...] = ()
    """Names of the parties of its table, before each field's name."""
    anchor: bool = False
    """It opens a block: the labels of other blocks never stand on its wrong side."""
    area: Area | None = None
    """Where its value stands on an upright page of the form; None where nobody drew it."""
    page: int = 0
    """Of the form, from 0: the one `area` lies on."""


@dataclass(frozen=True)
class Template:
    """A form as it is read."""

    paper: str
    """Its name in titles.toml."""
    versions: tuple[str, ...]
    labels: tuple[Label, ...]
    parties: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The columns of its table: (party's name, headings as they are printed, without marks)."""

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field it can give."""
        names = {
            f"{column}.{part.field}" if column else part.field: None
            for label in self.labels
            for part in label.parts
            for column in (label.columns or ("",))
        }
        return tuple(names)


@cache
def templates() -> dict[str, Template]:
    """By the paper's name."""
    files = sorted(Path(str(resource("templates", "forms"))).glob("*.toml"))
    read = [_template(form) for file in files for form in tomllib.loads(file.read_text(encoding="utf-8"))["form"]]
    return {template.paper: template for template in read}


def letters_of(label: str) -> str:
    """A label as it is compared."""
    return re.sub(r"[^a-z0-9]+", "", plain(label))


def _template(form: dict[str, Any]) -> Template:
    parties = tuple(
        (name, tuple(letters_of(heading) for heading in headings)) for name, headings in form.get("parties", {}).items()
    )
    labels = [_label(row, block, parties) for block in form["block"] for row in _rows(block)]
    return Template(form["paper"], tuple(form["versions"]), tuple(labels), parties)


def _rows(block: dict[str, Any]) -> list[dict[str, Any]]:
    opening = [{"label": block["anchor"], "anchor": True}] if "anchor" in block else []
    return opening + list(block["labels"])


def _label(row: dict[str, Any], block: dict[str, Any], parties: tuple[tuple[str, tuple[str, ...]], ...]) -> Label:
    wordings = [row["label"]] if isinstance(row["label"], str) else row["label"]
    parts = tuple(Part(field, kind) for field, kind in row.get("fields", {}).items())
    return Label(
        tuple(letters_of(wording) for wording in wordings),
        parts,
        tuple(name for name, _ in parties) if block.get("table") else (),
        bool(row.get("anchor")),
        tuple(row["area"]) if "area" in row else None,
        row.get("page", 0),
    )

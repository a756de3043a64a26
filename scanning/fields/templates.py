"""Reading templates: what labels a form prints, in their order, and which field stands behind each.

Data of resources/templates/forms/*.toml; those drawn at an office lie in the folder `templates` of its knowledge, in
the same shape (`scanning.fields.drawing` makes them). A form is a sequence of labels, so that two people with the same
labels are told apart by where they stand; a label without a field ends what stands before it. A new form needs no code.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from counter_app.dossier.plain import plain
from counter_app.dossier.value import Value
from counter_app.procedures.data_files import DataFault, Fault, load_tables
from counter_app.resources import resource
from scanning.fields.values import KINDS

FOLDER = "templates"
"""Of the office's knowledge: where the forms lie that were drawn there."""
NO_SUCH_KIND = "a kind of value that there is, such as name, date or text"
_log = logging.getLogger(__name__)

_Length = Annotated[float, Field(allow_inf_nan=False, ge=-2000, le=2000)]
Area = tuple[_Length, _Length, _Length, _Length]
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
    below: bool = False
    """The value goes on in the next lines, however much room was left."""
    optional: bool = False
    """Only some versions of the form have it: none misses it."""
    leads: bool = False
    """It begins a line that the next label ends, the answer between them: `Là … của người có tên dưới đây`."""


@dataclass(frozen=True)
class Template:
    """A form as it is read."""

    paper: str
    """Its name in titles.toml, or the one its office gave it."""
    versions: tuple[str, ...]
    labels: tuple[Label, ...]
    parties: tuple[tuple[str, tuple[str, ...]], ...] = ()
    """The columns of its table: (party's name, headings as they are printed, without marks)."""
    titles: tuple[str, ...] = ()
    """As printed; of a form whose titles do not stand in titles.toml."""
    name: str = ""
    """For the clerk's eyes; of a form drawn at an office."""
    beside: bool = False
    """Its labels stand in columns beside each other, each to be read to its end."""

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


@dataclass(frozen=True)
class Forms:
    """All forms that can be read: those of the program, and before them those drawn at the office."""

    templates: tuple[Template, ...]
    faults: tuple[Fault, ...] = ()
    """What is wrong with files of the office; the forms in them are left out."""

    def of(self, paper: str) -> tuple[Template, ...]:
        """The templates of a paper: several where an office drew another version of a form."""
        return tuple(template for template in self.templates if template.paper == paper)

    @property
    def own_titles(self) -> tuple[tuple[str, str], ...]:
        """(title as printed, paper's name) of the forms drawn at the office."""
        return tuple((title, template.paper) for template in self.templates for title in template.titles)


def _known(kind: str) -> str:
    if kind not in KINDS:
        raise PydanticCustomError("kind", NO_SUCH_KIND)
    return kind


_Wordings = str | Annotated[tuple[str, ...], Field(min_length=1)]
_FIELD = r"^[a-z_]+(\.[a-z_]+)*$"


class LabelRow(Value):
    """A label in its file."""

    label: _Wordings
    fields: dict[Annotated[str, Field(pattern=_FIELD)], Annotated[str, AfterValidator(_known)]] = Field({})
    area: Area | None = None
    page: int = Field(default=0, ge=0, le=10_000)
    below: bool = False
    optional: bool = False
    leads: bool = False


class BlockTable(Value):
    """A run of labels in its file; `table`: each of them stands in a row with a column for each party."""

    anchor: _Wordings = ()
    table: bool = False
    labels: tuple[LabelRow, ...]


class FormTable(Value):
    """A form in its file."""

    paper: str = Field(pattern=r"^[a-z][a-z0-9_]*$")
    name: str = ""
    titles: tuple[str, ...] = ()
    versions: tuple[str, ...] = ()
    parties: dict[str, tuple[str, ...]] = Field({})
    beside: bool = False
    block: Annotated[tuple[BlockTable, ...], Field(min_length=1)]


@cache
def templates() -> dict[str, Template]:
    """Those that the program ships, by the paper's name. Raises DataFault where they are faulty."""
    read, faults = _load(resource("templates", "forms"))
    if faults:
        raise DataFault(faults=faults)
    return {template.paper: template for template in read}


def forms_of(own: Path | None = None) -> Forms:
    """The forms of the program and those that lie in the folder `own`; faulty files of it are left out and told."""
    if own is None or not own.is_dir():
        return Forms(tuple(templates().values()))
    return _forms_with(own, tuple(_as_written(own)))


def _as_written(own: Path) -> Iterator[tuple[str, int, int]]:
    """What tells that a form was drawn, changed or removed."""
    for file in sorted(own.glob("*.toml")):
        with suppress(OSError):  # removed in this moment
            facts = file.stat()
            yield file.name, facts.st_mtime_ns, facts.st_size


@lru_cache(maxsize=2)
def _forms_with(own: Path, as_written: tuple[tuple[str, int, int], ...]) -> Forms:
    """They are read once as they were written: a worker asks for them with each page."""
    drawn, faults = _load(own, f"{FOLDER}/")
    for fault in faults:
        _log.warning("a form of the office is faulty: %s line %s", fault.file, fault.line)
    return Forms((*drawn, *templates().values()), tuple(faults))


def folder_in(own: Path | None) -> Path | None:
    """Where the forms lie that were drawn at an office; `own`: the folder of its knowledge."""
    return own / FOLDER if own else None


def letters_of(label: str) -> str:
    """A label as it is compared."""
    return re.sub(r"[^a-z0-9]+", "", plain(label))


def template_of(form: FormTable) -> Template:
    """The form as it is read."""
    parties = tuple((name, tuple(map(letters_of, headings))) for name, headings in form.parties.items())
    labels = tuple(label for block in form.block for label in _labels(block, tuple(form.parties)))
    return Template(form.paper, form.versions, labels, parties, form.titles, form.name, form.beside)


def _load(folder: Path, shown: str = "") -> tuple[list[Template], list[Fault]]:
    forms, faults, _ = load_tables(folder, "form", FormTable, shown)
    return [template_of(form) for form in forms], faults


def _labels(block: BlockTable, parties: tuple[str, ...]) -> Iterator[Label]:
    if block.anchor:
        yield Label(_wordings(block.anchor), (), parties if block.table else (), True)
    for row in block.labels:
        parts = tuple(Part(field, kind) for field, kind in row.fields.items())
        columns = parties if block.table else ()
        yield Label(
            _wordings(row.label),
            parts,
            columns,
            area=row.area,
            page=row.page,
            below=row.below,
            optional=row.optional,
            leads=row.leads,
        )


def _wordings(printed: str | Iterable[str]) -> tuple[str, ...]:
    return tuple(letters_of(wording) for wording in ([printed] if isinstance(printed, str) else printed))

"""The sentences that stand on the papers, as data: resources/forms, one file a form, named as the journal names it.

    [[text]]
    key = "contact"
    text = "Tra cứu, giải đáp: {contact}."
    places = ["contact"]

`places` are the placeholders the text may use. A text for one circular alone says so (`base`) and goes before the one
for all. An office's own file of the same name replaces texts by key and base, and may use the same placeholders.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from string import Formatter

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from counter_app.dossier.value import Value
from counter_app.procedures.data_files import DataFault, Fault, Layer, Locate, Wanted, fault_at, load_tables

BRACES = "a text whose braces hold the name of a placeholder and nothing else"
_NO_SUCH_TEXT = Wanted("a text of the form; there is none with this key and circular")


class FormText(Value):
    """One sentence of a form; `base` is the circular whose form it belongs to, "" for all of them."""

    key: str = Field(min_length=1)
    text: str
    base: str = ""
    places: tuple[str, ...] = ()

    @field_validator("text")
    @classmethod
    def _well_formed(cls, text: str) -> str:
        try:
            _placeholders(text)
        except ValueError as fault:
            raise PydanticCustomError("braces", BRACES) from fault
        return text


class Wording:
    """The texts of one form under one circular."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def __call__(self, key: str, **values: str) -> str:
        """The text with its placeholders filled in; "" where the form has no such text under this circular."""
        return self._texts.get(key, "").format(**values)

    def over(self, other: Wording) -> Wording:
        """These texts, and those of another form where this one has none of its own."""
        return Wording({**other._texts, **self._texts})


class Wordings:
    """The texts of all forms."""

    def __init__(self, texts: Mapping[tuple[str, str, str], FormText]) -> None:
        self._texts = texts

    def of(self, form: str, base: str) -> Wording:
        """The texts of `form` as the circular `base` (such as "03/2025/TT-VPCP") has them."""
        common = {key: item.text for (name, key, where), item in self._texts.items() if (name, where) == (form, "")}
        own = {key: item.text for (name, key, where), item in self._texts.items() if (name, where) == (form, base)}
        return Wording({**common, **own})


def load_wordings(shipped: Path, *layers: Layer) -> Wordings:
    """The shipped texts with those of each layer over them. Raises DataFault."""
    texts, _ = _load(shipped, "")
    faults: list[Fault] = []
    over: dict[_Name, FormText] = {}
    for layer in layers:
        replaced, places = _load(layer.folder, layer.shown)
        for name, item in replaced.items():
            if name not in texts:
                faults.append(fault_at(*places[name]("key"), "key", _NO_SUCH_TEXT))
            elif wrong := _placeholders(item.text) - set(texts[name].places):
                faults.append(_wrong_places(*places[name]("text"), wrong, texts[name].places))
        over |= replaced
    if faults:
        raise DataFault(faults=faults)
    return Wordings({**texts, **over})


_Name = tuple[str, str, str]
"""A text's form, key and circular."""


def _load(folder: Path, shown: str) -> tuple[dict[_Name, FormText], dict[_Name, Callable[[str], tuple[str, int]]]]:
    """The texts, and for each where a field of it stands: file and line. Raises DataFault."""
    found, faults, locate = load_tables(folder, "text", FormText, shown)
    texts: dict[_Name, FormText] = {}
    places: dict[_Name, Callable[[str], tuple[str, int]]] = {}
    for nth, item in enumerate(found):
        where = partial(_place, locate, nth)
        if not shown and (wrong := _placeholders(item.text) - set(item.places)):
            faults.append(_wrong_places(*where("text"), wrong, item.places))
        file, _ = locate(nth, ())
        name = (Path(file).stem, item.key, item.base)
        texts[name], places[name] = item, where
    if faults:
        raise DataFault(faults=faults)
    return texts, places


def _place(locate: Locate, nth: int, field: str) -> tuple[str, int]:
    return locate(nth, [field])


def _placeholders(text: str) -> set[str]:
    """The names in braces. Raises ValueError where a brace stands alone, or holds more than a name."""
    found = [(name, spec, conversion) for _, name, spec, conversion in Formatter().parse(text) if name is not None]
    if any(spec or conversion or not name.isidentifier() for name, spec, conversion in found):
        raise ValueError(BRACES)
    return {name for name, _, _ in found}


def _wrong_places(file: str, line: int, wrong: set[str], allowed: tuple[str, ...]) -> Fault:
    values = {"wrong": ", ".join(sorted(wrong)), "allowed": ", ".join(allowed) or "–"}
    return fault_at(file, line, "text", Wanted("a text without the placeholder {wrong}; it may use: {allowed}", values))

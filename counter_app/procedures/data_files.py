"""Reading data files so that a fault names its file, its line and what is expected there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from counter_app.bounded_files import read_file
from counter_app.errors import CounterError, Value
from counter_app.language import DEFAULT_LANGUAGE, translate

Model = TypeVar("Model", bound=BaseModel)
Place = Sequence[int | str]
"""A place inside a value: names of fields and, after the name of a list, the number of an entry from 0."""


@dataclass(frozen=True)
class Wanted:
    """What is expected at a place, as a sentence of the translations (context "data") with its values."""

    sentence: str
    values: Mapping[str, Value] = field(default_factory=dict, hash=False)

    def said(self, language: str = DEFAULT_LANGUAGE) -> str:
        """The sentence in the reader's language."""
        sentence = translate("data", self.sentence, language)
        return sentence.format(**self.values) if self.values else sentence


@dataclass(frozen=True)
class Fault:
    """One mistake in a data file; `line` counts from 1. In a spreadsheet `cell` says sheet and cell instead."""

    file: str
    line: int
    expected: str
    cell: str = ""
    wanted: Wanted | None = None

    @property
    def where(self) -> str:
        """The place as one looks it up: “ho-tich.toml:12”, or “thu-tuc.xlsx, Thành phần, B7”."""
        return f"{self.file}, {self.cell}" if self.cell else f"{self.file}:{self.line}"

    def said(self, language: str = DEFAULT_LANGUAGE) -> str:
        """What is expected, in the reader's language."""
        if self.wanted is None:
            return self.expected
        place, _, _ = self.expected.partition(": ")
        return f"{place}: {self.wanted.said(language)}"

    def __str__(self) -> str:
        return f"{self.where}: {self.expected}"


def fault_at(file: str, line: int, place: str, wanted: Wanted, cell: str = "") -> Fault:
    """A fault whose expectation can be said in the reader's language; `place` is the field's name."""
    return Fault(file, line, f"{place}: {wanted.said('en')}", cell, wanted)


class DataFault(CounterError):
    """One or more mistakes in the data files; `faults` holds them all."""

    what = "The data files of the program have {count} fault(s). The first: {first}"
    todo = "Have the technician correct that line; the last good state stays in force until then."

    def __init__(self, details: str = "", faults: Sequence[Fault] = (), **values: Value) -> None:
        self.faults = tuple(faults)
        if faults:
            values = {"count": len(faults), "first": str(faults[0])}
            details = "; ".join(str(fault) for fault in faults)
        super().__init__(details, **values)

    def _said(self, sentence: str, language: str) -> str:
        if self.faults:
            self.values = {**self.values, "first": f"{self.faults[0].where}: {self.faults[0].said(language)}"}
        return super()._said(sentence, language)


class DataFile:
    """A TOML file with its text, so that a place in its values can be found as a line again.

    `name` is how a fault calls it; without one, by the file's own name.
    """

    def __init__(self, path: Path, name: str = "") -> None:
        self.name = name or path.name
        self._headers: dict[str, list[int]] = {}
        try:
            self._lines = read_file(path, _LARGEST).decode().splitlines()
            self.content: dict[str, Any] = tomllib.loads("\n".join(self._lines))
        except tomllib.TOMLDecodeError as fault:
            line = re.search(r"line (\d+)", str(fault))
            raise DataFault(
                faults=[Fault(self.name, int(line[1]) if line else len(self._lines), str(fault))]
            ) from fault
        except (OSError, ValueError, RecursionError) as fault:  # also numbers and lists without end
            raise DataFault(faults=[Fault(self.name, 1, "a UTF-8 text file")]) from fault

    def tables(self, name: str) -> int:
        """How many [[name]] tables there are. Raises DataFault where `name` is something else."""
        found = self.content.get(name, [])
        if not isinstance(found, list):
            wanted = Wanted("written as [[{name}]], once for each", {"name": name})
            raise DataFault(faults=[fault_at(self.name, self.line_of_key(name), name, wanted)])
        return len(found)

    def table(self, name: str, nth: int, model: type[Model]) -> Model | list[Fault]:
        """The `nth` [[name]] table (from 0) as a checked value, or its faults."""
        try:
            return model.model_validate(self.content[name][nth])
        except ValidationError as failure:
            return [
                fault_at(self.name, self.line(name, nth, error["loc"]), dotted(error["loc"]), wanted_by(error))
                for error in failure.errors(include_url=False)
            ]

    def collect(self, name: str, model: type[Model], into: list[Model]) -> list[Fault]:
        """Puts the sound [[name]] tables into the list; the faults of the others. Raises DataFault as `tables` does."""
        faults: list[Fault] = []
        for nth in range(self.tables(name)):
            value = self.table(name, nth, model)
            if isinstance(value, list):
                faults += value
            else:
                into.append(value)
        return faults

    def line(self, name: str, nth: int = 0, place: Place = ()) -> int:
        """The line of a place inside the `nth` [[name]] table: of its key, else of the table it is missing from."""
        headers = self._headers_of(name)
        start = headers[nth] if nth < len(headers) else 0
        end = next((line for line in headers if line > start), len(self._lines))
        path, parts = name, list(place)
        while parts:
            key = parts.pop(0)
            index = parts.pop(0) if parts and isinstance(parts[0], int) else None
            path = f"{path}.{key}"
            headers = self._all(_header(path), start, end)
            if headers and int(index or 0) < len(headers):
                start = headers[int(index or 0)]
                end = next((line for line in headers if line > start), self._end_of(path, start, end))
                continue
            found = self._all(
                re.compile(rf"^\s*{re.escape(str(key))}\s*="), start, self._next(_ANY_HEADER, start + 1, end)
            )
            return self._entry(found[0], index) + 1 if found else start + 1
        return start + 1

    def _entry(self, line: int, index: int | str | None) -> int:
        """The line of an entry of a list that has each entry on a line of its own; else of the list."""
        if not isinstance(index, int) or not self._lines[line].rstrip().endswith("["):
            return line
        entry = line + 1 + index
        return entry if entry < len(self._lines) and self._lines[entry].lstrip().startswith(("{", '"')) else line

    def line_of_key(self, key: str) -> int:
        """The first line where a key of the file itself, or a table of that name, stands."""
        pattern = re.compile(rf"^\s*\[{{0,2}}{re.escape(key)}\s*[\].=]")
        return next((number for number, line in enumerate(self._lines, 1) if pattern.match(line)), 1)

    def _end_of(self, path: str, start: int, end: int) -> int:
        """Where the table `path` that begins at `start` and the tables inside it are over."""
        inside = re.compile(rf"^\s*\[\[?{re.escape(path)}\.")
        return next(
            (line for line in self._all(_ANY_HEADER, start + 1, end) if not inside.match(self._lines[line])), end
        )

    def _all(self, pattern: re.Pattern[str], start: int, end: int) -> list[int]:
        return [number for number in range(start, end) if pattern.match(self._lines[number])]

    def _headers_of(self, name: str) -> list[int]:
        """Where the [[name]] tables begin, looked for once."""
        if name not in self._headers:
            self._headers[name] = self._all(_header(name), 0, len(self._lines))
        return self._headers[name]

    def _next(self, pattern: re.Pattern[str], start: int, end: int | None = None) -> int:
        last = len(self._lines) if end is None else end
        return next((number for number in range(start, last) if pattern.match(self._lines[number])), last)


def load_tables(
    folder: Path, name: str, model: type[Model], shown: str = ""
) -> tuple[list[Model], list[Fault], Locate]:
    """All [[name]] tables of all TOML files in `folder`, the faults found, and where each value came from.

    `shown` goes before the files' names in faults.
    """
    values: list[Model] = []
    faults: list[Fault] = []
    places: list[tuple[DataFile, int]] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            file = DataFile(path, f"{shown}{path.name}")
            count = file.tables(name)
        except DataFault as failure:
            faults += failure.faults
            continue
        faults += [
            fault_at(file.name, file.line_of_key(key), key, NO_SUCH_FIELD) for key in file.content if key != name
        ]
        for nth in range(count):
            value = file.table(name, nth, model)
            if isinstance(value, list):
                faults += value
            else:
                values.append(value)
                places.append((file, nth))

    def locate(index: int, place: Place) -> tuple[str, int]:
        file, nth = places[index]
        return file.name, file.line(name, nth, place)

    return values, faults, locate


class Layer(NamedTuple):
    """A folder whose tables go over others; `shown` goes before the names of its files in faults."""

    folder: Path
    shown: str


def load_overlaid(
    folder: Path, layers: Sequence[Layer], name: str, model: type[Model], same: Callable[[Model], Hashable]
) -> tuple[list[Model], list[Fault], Locate]:
    """The tables of `folder`; those of each layer take the place of the ones that are the `same`, or are added."""
    values, faults, locate = load_tables(folder, name, model)
    places = [(locate, index) for index in range(len(values))]
    for layer in layers:
        added, more_faults, locate_added = load_tables(layer.folder, name, model, layer.shown)
        faults += more_faults
        replaced = {same(value) for value in added}
        kept = [index for index, value in enumerate(values) if same(value) not in replaced]
        values = [values[index] for index in kept] + added
        places = [places[index] for index in kept] + [(locate_added, index) for index in range(len(added))]
    if not values and not faults:
        faults.append(Fault(folder.name, 1, f"at least one [[{name}]]"))

    def where(index: int, place: Place) -> tuple[str, int]:
        locate_it, nth = places[index]
        return locate_it(nth, place)

    return values, faults, where


Locate = Callable[[int, Place], tuple[str, int]]
"""From a value's index and a place inside it to the file's name and the line."""

ONE_OF = "one of {expected}"
_LARGEST = 50_000_000  # bytes; the whole catalogue has some five million
_ANY_HEADER = re.compile(r"^\s*\[\[?[A-Za-z_]")
NO_SUCH_FIELD = Wanted("there is no such field; remove it or correct its name")
_WANTED: dict[str, str] = {
    "missing": "a value, which is missing",
    "extra_forbidden": NO_SUCH_FIELD.sentence,
    "string_too_short": "a text that is not empty",
    "too_short": "at least one",
    "string_type": "a text",
    "bool_parsing": "yes or no",
    "bool_type": "yes or no",
    "greater_than_equal": "a number not below {ge}",
    "less_than_equal": "a number not above {le}",
}


def wanted_by(error: ErrorDetails, day: str = "2026-03-01") -> Wanted:
    """What a value should have been, from what pydantic says of it; `day` shows how a date is written there."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "string_pattern_mismatch":
        return _pattern(str(context["pattern"]))
    if kind == "enum":
        words = re.findall(r"'([^']*)'", str(context["expected"]))
        return Wanted(ONE_OF, {"expected": ", ".join(words) or str(context["expected"])})
    if kind.startswith("date"):
        return Wanted("a date such as {day}", {"day": day})
    if kind.startswith("time"):
        return Wanted("a time such as 07:30")
    if kind.startswith("int"):
        return Wanted("a whole number")
    if kind.startswith("float"):
        return Wanted("a number")
    if kind in _WANTED:
        return Wanted(
            _WANTED[kind], {name: value for name, value in context.items() if name in ("ge", "le", "expected")}
        )
    return Wanted(error["msg"])


def dotted(place: Place) -> str:
    """The place as text: `components.1.name`."""
    return ".".join(str(part) for part in place)


def _pattern(pattern: str) -> Wanted:
    words = re.fullmatch(r"\^\(([a-z_|]+)\)\$", pattern)
    if words:
        return Wanted(ONE_OF, {"expected": words[1].replace("|", ", ")})
    if pattern.startswith("^[a-z0-9]+"):
        return Wanted("small letters a–z, digits and hyphens only, such as to-khai")
    if pattern.startswith(r"^[1-9]\.[0-9]{6,9}"):
        return Wanted("a procedure code such as 1.001193")
    if pattern.startswith("^[HG]"):
        return Wanted("an agency code such as H41.15 or 000.00.15.H41")
    if "KQ" in pattern:
        return Wanted("a result code such as KQ.G15.000031")
    return Wanted("a text without line breaks")


def _header(path: str) -> re.Pattern[str]:
    return re.compile(rf"^\s*\[\[?{re.escape(path)}\]")

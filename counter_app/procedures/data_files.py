"""Reading data files so that a fault names its file, its line and what is expected there."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from counter_app.errors import CounterError, Value

Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Fault:
    """One mistake in a data file; `line` counts from 1."""

    file: str
    line: int
    expected: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.expected}"


class DataFault(CounterError):
    """One or more mistakes in the data files; `faults` holds them all."""

    what = "The data files of the program have {count} fault(s). The first: {first}"
    todo = "Have the technician correct that line; the version installed before can be used until then."

    def __init__(self, details: str = "", faults: Sequence[Fault] = (), **values: Value) -> None:
        self.faults = tuple(faults)
        if faults:
            values = {"count": len(faults), "first": str(faults[0])}
            details = "; ".join(str(fault) for fault in faults)
        super().__init__(details, **values)


class DataFile:
    """A TOML file with its text, so that a place in its values can be found as a line again."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        try:
            self._lines = path.read_text(encoding="utf-8").splitlines()
            self.content: dict[str, Any] = tomllib.loads("\n".join(self._lines))
        except tomllib.TOMLDecodeError as fault:
            line = re.search(r"line (\d+)", str(fault))
            raise DataFault(
                faults=[Fault(self.name, int(line[1]) if line else len(self._lines), str(fault))]
            ) from fault
        except (OSError, UnicodeDecodeError) as fault:
            raise DataFault(faults=[Fault(self.name, 1, "a UTF-8 text file")]) from fault

    def table(self, name: str, nth: int, model: type[Model]) -> Model | list[Fault]:
        """The `nth` [[name]] table (from 0) as a checked value, or its faults."""
        try:
            return model.model_validate(self.content[name][nth])
        except ValidationError as failure:
            return [
                Fault(self.name, self.line(name, nth, error["loc"]), _expected(error["loc"], error["msg"]))
                for error in failure.errors(include_input=False, include_url=False)
            ]

    def line(self, name: str, nth: int = 0, place: Sequence[int | str] = ()) -> int:
        """The line of a place inside the `nth` [[name]] table: of its key, else of the table it is missing from."""
        start = self._nth_line(re.compile(rf"^\s*\[\[{re.escape(name)}\]\]"), nth, 0, len(self._lines))
        end = self._next(re.compile(rf"^\s*\[\[{re.escape(name)}\]\]"), start + 1)
        keys = [part for part in place if isinstance(part, str)]
        index = next((part for part in place if isinstance(part, int)), 0)
        for depth, key in enumerate(keys):
            header = re.compile(rf"^\s*\[\[?{re.escape('.'.join([name, *keys[: depth + 1]]))}\]")
            inside = self._nth_line(header, index, start, end)
            if inside > start:
                start, end = inside, self._next(re.compile(r"^\s*\["), inside + 1, end)
                continue
            return self._nth_line(re.compile(rf"^\s*{re.escape(key)}\s*="), 0, start, end) + 1
        return start + 1

    def _nth_line(self, pattern: re.Pattern[str], nth: int, start: int, end: int) -> int:
        found = [number for number in range(start, end) if pattern.match(self._lines[number])]
        return found[nth] if nth < len(found) else start

    def _next(self, pattern: re.Pattern[str], start: int, end: int | None = None) -> int:
        last = len(self._lines) if end is None else end
        return next((number for number in range(start, last) if pattern.match(self._lines[number])), last)


def load_tables(folder: Path, name: str, model: type[Model]) -> tuple[list[Model], list[Fault], Locate]:
    """All [[name]] tables of all TOML files in `folder`, the faults found, and where each value came from."""
    values: list[Model] = []
    faults: list[Fault] = []
    places: list[tuple[DataFile, int]] = []
    for path in sorted(folder.glob("*.toml")):
        try:
            file = DataFile(path)
        except DataFault as failure:
            faults += failure.faults
            continue
        for nth in range(len(file.content.get(name, []))):
            value = file.table(name, nth, model)
            if isinstance(value, list):
                faults += value
            else:
                values.append(value)
                places.append((file, nth))

    def locate(index: int, place: Sequence[int | str]) -> tuple[str, int]:
        file, nth = places[index]
        return file.name, file.line(name, nth, place)

    return values, faults, locate


Locate = Callable[[int, Sequence[int | str]], tuple[str, int]]
"""From a value's index and a place inside it to the file's name and the line."""


def _expected(place: Sequence[int | str], message: str) -> str:
    return f"{'.'.join(str(part) for part in place)}: {message}"

"""The import of an office's past: a spreadsheet of old dossiers, which column is which, line by line.

A line that is wrong is named and left out; the others are taken. What was imported is not imported again.
"""

from __future__ import annotations

import csv
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from counter_app.bounded_files import read_file
from counter_app.desk.desk import Desk
from counter_app.desk.finding import note
from counter_app.dossier.past import PastDossier
from counter_app.dossier.plain import plain
from counter_app.dossier.roles import Task
from counter_app.errors import CounterError
from counter_app.language import Phrase, translate
from counter_app.procedures.sheets import MOST_BYTES, NoSpreadsheet, read_sheets
from counter_app.store.accesses import AccessKind

NEEDED = ("code", "owner", "received_on")
DATES = ("received_on", "due_on", "returned_on")
HEADS: dict[str, tuple[str, ...]] = {
    "code": ("ma ho so", "so ho so", "ma so ho so", "so bien nhan"),
    "owner": ("chu ho so", "ho ten chu ho so", "ho ten", "ho va ten", "ten ca nhan", "nguoi nop", "to chuc ca nhan"),
    "number": ("so dinh danh", "so cccd", "cccd", "cmnd", "so giay to", "can cuoc", "ma so thue"),
    "phone": ("so dien thoai", "dien thoai", "sdt"),
    "address": ("dia chi chu ho so", "dia chi"),
    "procedure": ("ten thu tuc", "ten tthc", "thu tuc", "noi dung ho so", "noi dung", "loai ho so"),
    "field": ("linh vuc",),
    "received_on": ("ngay tiep nhan", "ngay nhan ho so", "ngay nhan", "nhan ho so"),
    "due_on": ("ngay hen tra", "hen tra ket qua", "hen tra", "han tra"),
    "returned_on": ("ngay tra ket qua", "ngay tra", "tra ket qua"),
    "state": ("tinh trang", "trang thai"),
    "note": ("ghi chu",),
}
"""How the columns of old books are headed, without marks: a head that is, or else begins with, one of these."""
_HEADS_IN = 10  # lines in which the heads may stand, below a title
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?:\s.*)?")
_FIRST_YEAR = 1990


class NoPastSheet(CounterError):
    """The file is no spreadsheet that can be read, or the heads are not found in it."""

    what = "{file} has no table of old dossiers: the columns {columns} were not found."
    todo = "Name the columns in a file and give it with --columns; ‘--check’ prints one to begin with."


class BadColumns(CounterError):
    """The file that says which column is which is wrong."""

    what = "{file} does not say which column is which: {fault}."
    todo = 'Below [columns] write lines such as code = "Mã hồ sơ".'


@dataclass(frozen=True)
class Sheet:
    """A table of old dossiers: in which column (from 0) which part stands, with the head it has, and its lines by their
    number in the file."""

    columns: Mapping[str, tuple[int, str]]
    lines: Sequence[tuple[int, Sequence[Any]]]


@dataclass(frozen=True)
class Wrong:
    """A line that is left out, and why."""

    line: int
    why: str


@dataclass(frozen=True)
class Imported:
    """How many came in, how many were here before, and what was left out."""

    new: int
    known: int
    wrong: tuple[Wrong, ...]


def read_columns(file: Path) -> dict[str, str]:
    """Which part stands below which head, from a TOML file. Raises BadColumns."""
    try:
        columns = tomllib.loads(read_file(file, 100_000).decode())["columns"]
    except (OSError, ValueError, KeyError) as fault:
        raise BadColumns(file=file.name, fault="[columns]") from fault
    if not isinstance(columns, dict) or not all(isinstance(head, str) for head in columns.values()):
        raise BadColumns(file=file.name, fault="[columns]")
    if strange := [name for name in columns if name not in HEADS]:
        raise BadColumns(file=file.name, fault=", ".join(strange))
    return columns


def columns_text(sheet: Sheet) -> str:
    """The same as TOML, to be corrected and given back."""
    lines = (f'{name} = "{head.translate({34: None, 92: None})}"' for name, (_, head) in sheet.columns.items())
    return "\n".join(["[columns]", *lines])


def read_sheet(file: Path, columns: Mapping[str, str]) -> Sheet:
    """The first table in the file that has the columns; without `columns` they are guessed by their heads. Raises
    NoPastSheet."""
    missing: list[str] = list(NEEDED)
    for cells in _tables(file):
        for at, row in enumerate(cells[:_HEADS_IN]):
            heads = [" ".join(str(cell).split()) for cell in row]
            found = _named(heads, columns) if columns else _guessed(heads)
            lacking = [name for name in (columns or NEEDED) if name not in found]
            if not lacking and all(name in found for name in NEEDED):
                lines = [(nth, cells[nth - 1]) for nth in range(at + 2, len(cells) + 1)]
                return Sheet(found, [(nth, line) for nth, line in lines if any(str(cell).strip() for cell in line)])
            missing = min(missing, lacking or list(NEEDED), key=len)
    raise NoPastSheet(file=file.name, columns=", ".join(columns.get(name, name) for name in missing))


def import_past(desk: Desk, file: Path, sheet: Sheet, *, check: bool = False) -> Imported:
    """Takes the lines over, each once; `check` only tells. All or nothing is written of what is right. Raises
    NotYourTask unless who does it keeps the desk's settings."""
    desk.refuse_unless(Task.SETTINGS, Phrase("acts", "Import old dossiers"))
    seen: dict[str, int] = {}
    wrong: list[Wrong] = []
    new = known = 0
    with desk.store.transaction():
        for line, cells in sheet.lines:
            try:
                dossier = _dossier(sheet, cells, desk.now().date())
                if (first := seen.setdefault(dossier.code, line)) != line:
                    raise _Wrong("The code {code} stands in line {first} already.", code=dossier.code, first=first)
                if desk.store.dossier(dossier.code) is not None:
                    raise _Wrong("The dossier {code} was received with this program.", code=dossier.code)
            except _Wrong as fault:
                wrong.append(Wrong(line, fault.said(desk.profile.language)))
                continue
            here = desk.store.past.get(dossier.code) is not None
            known, new = known + here, new + (not here)
            if not (check or here):
                desk.store.past.add(dossier, f"{file.name}:{line}")
    if new and not check:
        note(desk, AccessKind.IMPORTED, file.name)
    return Imported(new, known, tuple(wrong))


class _Wrong(Exception):
    def __init__(self, sentence: str, **values: str | int) -> None:
        super().__init__(sentence)
        self._sentence, self._values = sentence, values

    def said(self, language: str) -> str:
        """The sentence for who reads the list."""
        return translate("past", self._sentence, language).format(**self._values)


def _dossier(sheet: Sheet, cells: Sequence[Any], today: date) -> PastDossier:
    values: dict[str, Any] = {}
    for name, (place, head) in sheet.columns.items():
        cell = cells[place] if place < len(cells) else ""
        values[name] = _day(cell, head, date.max if name == "due_on" else today) if name in DATES else _text(cell)
        if name in NEEDED and not values[name]:
            raise _Wrong("Nothing stands below “{head}”.", head=head)
    if values.get("number"):
        values["number"] = re.sub(r"[\s.'-]", "", values["number"])
    for name in ("due_on", "returned_on"):
        if values.get(name) and values[name] < values["received_on"]:
            raise _Wrong("“{head}” lies before the day of receipt.", head=sheet.columns[name][1])
    try:
        return PastDossier(**values)
    except ValidationError as fault:
        name = str(fault.errors()[0]["loc"][0])
        raise _Wrong("What stands below “{head}” cannot be right.", head=sheet.columns[name][1]) from fault


def _text(cell: Any) -> str:
    whole = isinstance(cell, float) and cell.is_integer()
    return " ".join("".join(filter(str.isprintable, str(int(cell) if whole else cell).replace("\n", " "))).split())


def _day(cell: Any, head: str, latest: date) -> date | None:
    day: date | None
    if isinstance(cell, datetime):
        day = cell.date()
    else:
        day = cell if isinstance(cell, date) else _written_day(_text(cell), head)
    if day is not None and (day.year < _FIRST_YEAR or day > latest):
        raise _Wrong("“{head}” is no day of the past: {text}.", head=head, text=f"{day:%d/%m/%Y}")
    return day


def _written_day(text: str, head: str) -> date | None:
    if not text:
        return None
    try:
        if match := _DAY.fullmatch(text):
            day, month, year = (int(part) for part in match.groups())
            return date(year + 2000 if year < 100 else year, month, day)
        return date.fromisoformat(text[:10])
    except ValueError as fault:
        raise _Wrong("“{head}” is no day: {text}.", head=head, text=text[:40]) from fault


def _named(heads: Sequence[str], columns: Mapping[str, str]) -> dict[str, tuple[int, str]]:
    bare = [plain(head) for head in heads]
    return {name: (bare.index(plain(head)), head) for name, head in columns.items() if plain(head) in bare}


def _guessed(heads: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Heads that are what a column is called come before those that only begin so; no column is two things."""
    bare = [re.sub(r"[^\w ]+", " ", plain(head)).strip() for head in heads]
    found: dict[str, tuple[int, str]] = {}
    for is_it in (str.__eq__, str.startswith):
        for name, known in HEADS.items():
            taken = {place for place, _ in found.values()}
            free = [(nth, head) for nth, head in enumerate(bare) if head and nth not in taken]
            places = [nth for word in known for nth, head in free if is_it(head, word)]
            if name not in found and places:
                found[name] = (places[0], heads[places[0]])
    return found


def _tables(file: Path) -> Iterator[Sequence[Sequence[Any]]]:
    """The tables of the file. Raises NoPastSheet."""
    try:
        if file.suffix.lower() == ".csv":
            yield _csv(read_file(file, MOST_BYTES))
        else:
            yield from read_sheets(file).values()
    except (OSError, NoSpreadsheet, csv.Error) as fault:
        raise NoPastSheet(type(fault).__name__, file=file.name, columns=", ".join(NEEDED)) from fault


def _csv(data: bytes) -> list[list[str]]:
    """As spreadsheet programs write it: UTF-8, UTF-16 or the old Vietnamese code page; commas, semicolons or tabs."""
    utf16 = data[:2] in (b"\xff\xfe", b"\xfe\xff")
    try:
        text = data.decode("utf-16" if utf16 else "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1258", errors="replace")
    first = text.partition("\n")[0]
    return list(csv.reader(text.splitlines(), delimiter=max(",;\t", key=first.count)))

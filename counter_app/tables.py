"""A table as it is shown, printed or put into a spreadsheet, and bars for a chart; how is not known here."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Protocol

Cell = str | int | float | date | datetime | None
"""What stands in a cell; None where there is nothing to say."""

Row = tuple[Cell, ...]


class Kind(StrEnum):
    """What a column holds, from which follow its alignment and its format."""

    TEXT = "text"
    ORDINAL = "ordinal"  # a number that is not added up: a line's, a receipt's
    NUMBER = "number"  # a count
    MONEY = "money"  # đồng
    PERCENT = "percent"  # a share of 1
    POINTS = "points"  # with two decimals
    DATE = "date"
    MOMENT = "moment"  # a date with its time of day

    @property
    def is_number(self) -> bool:
        """Whether cells stand on the right."""
        return self in (Kind.NUMBER, Kind.MONEY, Kind.PERCENT, Kind.POINTS)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, the heads it shares with its neighbours (outermost first), its width in letters.

    `number` is what stands under the head of official forms, such as "(3)=(4)+(5)+(6)". `to_sign`: it is empty, and
    people sign in it on paper.
    """

    head: str
    kind: Kind = Kind.TEXT
    width: float = 10
    groups: tuple[str, ...] = ()
    number: str = ""
    to_sign: bool = False


class Rows(Protocol):
    """Rows that can be gone through more than once; long registers read them as they are wanted."""

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[Row]: ...


@dataclass(frozen=True)
class Table:
    """A table with all that stands around it.

    `count` is how many rows there are in all where `rows` are only a page of them. `faults` are sentences about what is
    wrong in the data and stand before the notes. `form` is the number of the official form, `symbol` what stands in the
    number of a book (STD), `parties` who reports to whom: label and name, "" where it is not known. `mark` stands
    across it wherever it leaves the desk; "" where nothing does.
    """

    title: str
    columns: tuple[Column, ...]
    rows: Rows
    subtitles: tuple[str, ...] = ()
    total: Row | None = None
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    form: str = ""
    symbol: str = ""
    parties: tuple[tuple[str, str], ...] = ()
    count: int | None = None
    mark: str = ""

    @property
    def letters(self) -> float:
        """The width of all columns."""
        return sum(column.width for column in self.columns)

    @property
    def is_numbered(self) -> bool:
        """Whether a row of column numbers stands under the heads."""
        return any(column.number for column in self.columns)


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar of a chart."""

    label: str
    value: float


@dataclass(frozen=True)
class Bars:
    """A chart: what its bars are, and the kind of their values."""

    title: str
    kind: Kind
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A cell of the heads: its text, its place, and over how many levels and columns it reaches."""

    text: str
    level: int
    column: int
    levels: int = 1
    columns: int = 1


def head_levels(columns: Sequence[Column]) -> int:
    """How many lines of heads there are."""
    return 1 + max(len(column.groups) for column in columns)


def head_cells(columns: Sequence[Column]) -> list[HeadCell]:
    """The heads as they span: shared ones over their columns, the others down to the last level."""
    levels = head_levels(columns)
    cells: list[HeadCell] = []
    for level in range(levels):
        column = 0
        while column < len(columns):
            one = columns[column]
            if len(one.groups) > level:
                shared = one.groups[: level + 1]
                reach = 1
                while column + reach < len(columns) and columns[column + reach].groups[: level + 1] == shared:
                    reach += 1
                cells.append(HeadCell(one.groups[level], level, column, 1, reach))
                column += reach
                continue
            if len(one.groups) == level:
                cells.append(HeadCell(one.head, level, column, levels - level, 1))
            column += 1
    return cells


def shown(cell: Cell, kind: Kind) -> str:
    """The cell in Vietnamese writing: 1.234.567 · 87,50 % · 05/02/2026 · 09:05 05/02/2026."""
    match cell:
        case None:
            return ""
        case str():
            return cell
        case datetime() if kind is Kind.MOMENT:
            return f"{cell:%H:%M %d/%m/%Y}"
        case date():
            return f"{cell:%d/%m/%Y}"
        case _ if kind is Kind.PERCENT:
            return f"{_decimal(cell * 100)} %"
        case _ if kind is Kind.POINTS:
            return _decimal(cell)
        case _ if kind is Kind.ORDINAL:
            return str(cell)
    return f"{round(cell):,}".replace(",", ".")


def _decimal(number: float) -> str:
    return f"{number:,.2f}".translate(str.maketrans(",.", ".,"))

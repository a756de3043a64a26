"""Running numbers: those of outgoing papers, and those of the registers' books; drawn from the folded dossiers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from counter_app.dossier.codes import Ranges
from counter_app.dossier.model import Dossier, PaperNumber
from counter_app.store.lost_numbers import LostNumbers, book_name, paper_name


@dataclass(frozen=True)
class NumberLine:
    """An outgoing paper as its register lists it; `at` in seconds since 1970 (UTC), `dossiers` how many it is about."""

    agency: str
    series: str
    year: int
    number: int
    text: str
    form: str
    dossier: str
    dossiers: int
    at: int
    clerk: str


_BETWEEN = "FROM paper_numbers WHERE at >= ?1 AND at < ?2 AND ?3 IN ('', agency)"
_IN_ORDER = "ORDER BY agency, series, year, number, rowid"
_OWNER = (
    "coalesce((SELECT owner FROM dossiers"
    " WHERE id = (SELECT min(id) FROM entries WHERE entries.dossier = paper_numbers.dossier)),"
    " (SELECT owner FROM guidance_cases WHERE code = paper_numbers.dossier),"
    " (SELECT name FROM feedback WHERE code = paper_numbers.dossier))"
)


class PaperNumbers:
    """Reads the tables; the journal writes them with the dossier."""

    def __init__(self, db: Database, lost: LostNumbers) -> None:
        self._db = db
        self._lost = lost

    def last(self, agency: str, series: str, year: int, ranges: Ranges) -> int:
        """The highest number of the series that was drawn of a desk's ranges, be its paper here or lost; 0 if none."""
        wanted = (
            "SELECT max(number) FROM paper_numbers WHERE (agency, series, year) = (?, ?, ?) AND number BETWEEN ? AND ?"
        )
        last = 0
        for first, end in ranges:
            found = self._db.execute(wanted, [agency, series, year, first, end]).fetchone()[0] or 0
            last = found or last
            if found < end:
                return max(int(last), self._lost.running(paper_name(agency, series, year)))
        raise AssertionError

    def between(
        self, start: int, end: int, agency: str = "", offset: int = 0, limit: int | None = None
    ) -> Iterator[tuple[NumberLine, str]]:
        """Papers numbered from `start` up to, not including, `end`, by series and number; so many of them, or all. With
        each, whose its dossier, guidance case or feedback is."""
        values = [start, end, agency, -1 if limit is None else limit, offset]
        for row in self._db.query(f"SELECT *, {_OWNER} AS owner {_BETWEEN} {_IN_ORDER} LIMIT ? OFFSET ?", values):
            owner = str(row.pop("owner") or "")
            yield _line(row), owner

    def count(self, start: int, end: int, agency: str = "") -> int:
        """How many there are."""
        return int(self._db.execute(f"SELECT count(*) {_BETWEEN}", [start, end, agency]).fetchone()[0])

    def twice(self, start: int, end: int, agency: str = "") -> list[tuple[str, int, int]]:
        """The numbers that several papers bear: as printed, the year, how many papers."""
        same = "GROUP BY agency, series, year, number HAVING count(*) > 1"
        found = self._db.execute(f"SELECT min(text), year, count(*) {_BETWEEN} {same}", [start, end, agency])
        return [(str(text), int(year), int(times)) for text, year, times in found]

    def last_in_book(self, agency: str, field: str, year: int, book: int) -> int | None:
        """The last running number of a register's book, be its dossier here or lost; None before there is one."""
        wanted = "SELECT last FROM books WHERE (agency, field, year, book) = (?, ?, ?, ?)"
        found = self._db.execute(wanted, [agency, field, year, book]).fetchone()
        lost = self._lost.running(book_name(agency, field, year, book))
        return max(int(found[0]) if found else 0, lost) or None

    def left_free(self, agency: str, year: int, book: int) -> int:
        """How many numbers a book of which nothing is known leaves free at its beginning: they may have been drawn."""
        return self._lost.of_any_book(agency, year, book)

    def books(self, agency: str, year: int, book: int) -> dict[str, int]:
        """The last running number of each of a desk's books of a year, by field."""
        wanted = "SELECT field, last FROM books WHERE (agency, year, book) = (?, ?, ?)"
        return dict(self._db.execute(wanted, [agency, year, book]).fetchall())

    def numbered(self, agency: str, field: str, year: int) -> int:
        """How many dossiers were entered by number in the books of a field and year."""
        wanted = "SELECT coalesce(sum(last - first + 1), 0) FROM books WHERE (agency, field, year) = (?, ?, ?)"
        return int(self._db.execute(wanted, [agency, field, year]).fetchone()[0])


def project(db: Database, code: str, numbers: Sequence[PaperNumber]) -> None:
    """Writes the numbers of a dossier's, or of a guidance case's, papers; inside the journal's transaction."""
    db.execute("DELETE FROM paper_numbers WHERE dossier = ?", [code])
    for line in lines_of(code, numbers):
        db.execute("INSERT INTO paper_numbers VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", tuple(vars(line).values()))


def enter(db: Database, dossier: Dossier) -> None:
    """Notes from where and how far the book goes in which the dossier is entered."""
    if dossier.book_number:
        agency, year = dossier.agencies.receiving, dossier.received_on.year
        db.execute(
            "INSERT INTO books VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE"
            " SET first = min(first, excluded.first), last = max(last, excluded.last)",
            [agency, dossier.field, year, dossier.book, dossier.book_number, dossier.book_number],
        )


def of_dossier(db: Database, code: str) -> list[NumberLine]:
    """What is projected of the dossier's papers."""
    wanted = "SELECT * FROM paper_numbers WHERE dossier = ? ORDER BY rowid"
    return [_line(row) for row in db.query(wanted, [code])]


def lines_of(code: str, numbers: Sequence[PaperNumber]) -> list[NumberLine]:
    """The numbered papers of a code, in the order in which they got their numbers."""
    return [
        NumberLine(
            number.agency,
            number.series,
            number.year,
            number.number,
            number.text,
            number.form,
            code,
            1 + len(number.others),
            int(number.at.timestamp()),
            number.clerk,
        )
        for number in numbers
    ]


def _line(row: dict[str, Any]) -> NumberLine:
    return NumberLine(**row)

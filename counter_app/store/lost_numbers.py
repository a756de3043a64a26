"""Numbers that were drawn and are in no entry here: after an older database was put back they are not drawn again.

A rebuild writes them down (`counter_app.sync.rebuild`); a sound desk has none.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sqlite_utils import Database

from counter_app.dossier.subjects import Subject, write_subject
from counter_app.store.database import transaction
from counter_app.store.witness import Print

_CODE, _RECEIPT, _PRINT, _RUNNING = "code ", "receipt ", "print ", "running "
_ANY = "*"
_NONE: Mapping[str, int] = MappingProxyType({})


class LostNumbers:
    """The highest number by what it numbers."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def code(self, prefix: str) -> int:
        """The highest dossier number of an agency's day (`counter_app.dossier.codes.day_prefix`); 0 if none."""
        return self._get(_CODE + prefix)

    def receipt(self, series: str) -> int:
        """The highest receipt number of the series."""
        return self._get(_RECEIPT + series)

    def print(self, form: str, about: Subject, codes: Iterable[str]) -> int:
        """The highest print number of a paper of any of these dossiers: 1 for the first print."""
        if not self._any():
            return 0
        return max((self._get(_paper(form, write_subject(about), code)) for code in codes), default=0)

    def running(self, name: str) -> int:
        """The highest number of a year's outgoing papers (`paper_name`), or of a register's book (`book_name`)."""
        return self._get(_RUNNING + name)

    def of_any_book(self, agency: str, year: int, book: int) -> int:
        """The highest number that a book may have reached of which nothing is known."""
        return self._get(_RUNNING + any_book_name(agency, year, book))

    def keep(
        self,
        *,
        codes: Mapping[str, int] = _NONE,
        receipts: Mapping[str, int] = _NONE,
        running: Mapping[str, int] = _NONE,
        prints: Iterable[Print] = (),
    ) -> None:
        """From now on numbers follow these, by day's prefix, series and name."""
        with transaction(self._db):
            for kind, numbers in ((_CODE, codes), (_RECEIPT, receipts), (_RUNNING, running)):
                for name, number in numbers.items():
                    self._put(kind + name, number)
            for item in prints:
                for code in item.codes:
                    self._put(_paper(item.form, item.about, code), item.number)

    def set_receipt(self, series: str, number: int) -> None:
        """The highest number of the series as the clerk read it from the stubs: surer than any margin."""
        with transaction(self._db):
            self._db.execute("INSERT OR REPLACE INTO lost_numbers VALUES (?, ?)", [_RECEIPT + series, number])

    def _any(self) -> bool:
        return bool(self._db.execute("SELECT 1 FROM lost_numbers LIMIT 1").fetchone())

    def _get(self, name: str) -> int:
        found = self._db.execute("SELECT number FROM lost_numbers WHERE name = ?", [name]).fetchone()
        return int(found[0]) if found else 0

    def _put(self, name: str, number: int) -> None:
        raised = "INSERT INTO lost_numbers VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET number = max(number, ?)"
        self._db.execute(raised, [name, number, number])


def paper_name(agency: str, series: str, year: int) -> str:
    """What the numbers of a year's outgoing papers of a series are known by."""
    return f"paper {agency} {year} {series}"


def book_name(agency: str, field: str, year: int, book: int) -> str:
    """What the numbers of a register's book are known by."""
    return f"book {agency} {year} {book} {field}"


def feedback_name(agency: str, year: int) -> str:
    """What the numbers of a year's register of feedback are known by."""
    return f"feedback {agency} {year}"


def any_book_name(agency: str, year: int, book: int) -> str:
    """What stands for all books of which nothing is known."""
    return book_name(agency, _ANY, year, book)


def _paper(form: str, about: str, code: str) -> str:
    return f"{_PRINT}{form} {about} {code}"

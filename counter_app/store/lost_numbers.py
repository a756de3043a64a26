"""Numbers that were drawn and are in no entry here: after an older database was put back they are not drawn again.

A rebuild writes them down (`counter_app.sync.rebuild`); a sound desk has none.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlite_utils import Database

from counter_app.dossier.subjects import Subject, write_subject
from counter_app.store.database import transaction
from counter_app.store.witness import Drawn, Print

_CODE, _MARGIN, _RECEIPT, _PRINT = "code ", "margin ", "receipt ", "print "


class LostNumbers:
    """The highest number by what it numbers."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def code(self, prefix: str) -> tuple[int, int]:
        """The highest dossier number of an agency's day (`counter_app.dossier.codes.day_prefix`), 0 if none; and how
        many more may have been drawn after the highest known one."""
        named = "(SELECT number FROM lost_numbers WHERE name = ?)"
        found = self._db.execute(f"SELECT {named}, {named}", [_CODE + prefix, _MARGIN + prefix]).fetchone()
        return found[0] or 0, found[1] or 0

    def receipt(self, series: str) -> int:
        """The highest receipt number of the series."""
        return self._get(_RECEIPT + series)

    def print(self, form: str, about: Subject, codes: Iterable[str]) -> int:
        """The highest print number of a paper of any of these dossiers: 1 for the first print."""
        if not self._any():
            return 0
        return max((self._get(_paper(form, write_subject(about), code)) for code in codes), default=0)

    def keep(self, drawn: Drawn, prints: Iterable[Print], *, margin: int = 0) -> None:
        """From now on numbers follow these. `margin`: how many more of each may have been drawn."""
        with transaction(self._db):
            for prefix, number in drawn.codes.items():
                self._put(_CODE + prefix, number)
                self._put(_MARGIN + prefix, margin)
            for series, number in drawn.receipts.items():
                self._put(_RECEIPT + series, number + margin)
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


def _paper(form: str, about: str, code: str) -> str:
    return f"{_PRINT}{form} {about} {code}"

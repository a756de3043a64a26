"""What was read in the fields of the papers of a draft: proposals of this desk, until a clerk confirms them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from pydantic import TypeAdapter, ValidationError
from sqlite_utils import Database

from counter_app.dossier.pages import SpooledPage
from counter_app.dossier.read_papers import ReadPaper
from counter_app.store.database import transaction

_PAPERS = TypeAdapter(tuple[ReadPaper, ...])


class ReadPapers:
    """The papers read among the pages of each component. They hold for exactly those pages, as they were read."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def keep(self, holder: str, component: str, pages: Sequence[SpooledPage], papers: Sequence[ReadPaper]) -> None:
        """Notes the papers that these pages of a component are."""
        row = [holder, component, _mark(pages), _PAPERS.dump_json(tuple(papers)).decode()]
        with transaction(self._db):
            self._db.execute("INSERT OR REPLACE INTO read_papers VALUES (?, ?, ?, ?)", row)

    def of(self, holder: str, component: str, pages: Sequence[SpooledPage]) -> tuple[ReadPaper, ...] | None:
        """The papers that these pages are; None where that was not read yet, or is damaged."""
        wanted = "SELECT papers FROM read_papers WHERE holder = ? AND component = ? AND pages = ?"
        found = self._db.execute(wanted, [holder, component, _mark(pages)]).fetchone()
        try:
            return _PAPERS.validate_json(found[0]) if found else None
        except ValidationError:
            return None

    def keep_only(self, holder: str, components: Iterable[str]) -> None:
        """Forgets those of components that have no pages any more."""
        kept = set(components)
        noted = self._db.execute("SELECT component FROM read_papers WHERE holder = ?", [holder]).fetchall()
        gone = [(holder, component) for (component,) in noted if component not in kept]
        with transaction(self._db):
            self._db.conn.executemany("DELETE FROM read_papers WHERE holder = ? AND component = ?", gone)


def _mark(pages: Sequence[SpooledPage]) -> str:
    """Tells these pages, in this order and as they were read, from all others."""
    return " ".join(f"{page.id}:{page.picture}" for page in pages)

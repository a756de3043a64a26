"""Scanned pages are put to another paper: of an intake, or of a dossier whose documents have them already."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from counter_app.desk.after_receipt import PageNotInDocument, leave_document
from counter_app.desk.desk import Desk, logged
from counter_app.dossier import acts
from counter_app.dossier.pages import SEPARATOR, SpooledPage


def moved(desk: Desk, pages: Sequence[SpooledPage], key: str, away: float | None = None) -> list[SpooledPage]:
    """The pages as they are kept anew at another paper, so that a reading still on its way finds none of them; order
    and notes stay. `away`: by how much their positions change; behind the pages there where it is None."""
    drafts = desk.store.drafts
    found: dict[int, SpooledPage] = {}
    with desk.store.transaction():
        for _, of_one in groupby(sorted(pages, key=place_of), key=lambda page: page.component):
            together = list(of_one)
            further = drafts.end(together[0].holder, key) - together[0].position if away is None else away
            for page in together:
                note_of = found[page.note_of].id if page.note_of in found else 0
                found[page.id] = drafts.put_again(page, key, page.position + further, note_of)
    return list(found.values())


def put_right(
    desk: Desk, code: str, page_ids: Sequence[int], key: str, reason: str, away: float | None = None
) -> list[SpooledPage]:
    """Pages of a dossier that lie at the wrong paper: what its document has of them leaves it by one entry, and all of
    them wait to be made into the other paper's document.

    Raises PageNotInDocument, StepIncomplete, StepRefused.
    """
    drafts = desk.store.drafts
    with desk.store.transaction(), logged(acts.TAKE_PAGE_OUT.name):
        pages = [page for page in map(drafts.get_page, page_ids) if page is not None and page.holder == code]
        if len(pages) < len(page_ids):
            raise PageNotInDocument()
        if within := [page for page in pages if page.document not in ("", SEPARATOR)]:
            leave_document(desk, code, within, reason)
        found = moved(desk, pages, key, away)
        drafts.documented([page.id for page in found], "")
    return [page.model_copy(update={"document": ""}) for page in found]


def place_of(page: SpooledPage) -> tuple[str, float, int]:
    """Where a page stands among those of its paper."""
    return page.component, page.position, page.id

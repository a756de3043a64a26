"""The fields of scanned papers, read in the background once all pages of a component are: the store's side."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from counter_app.desk.desk import Desk
from counter_app.dossier.pages import SpooledPage
from counter_app.errors import CounterError
from scanning.fields.proposals import with_spot_checks
from scanning.fields.templates import folder_in
from scanning.pages import ReadPage
from scanning.pipeline.pipeline import Pipeline
from scanning.session import reading_of


def read_papers(desk: Desk, pipeline: Pipeline, holder: str, chance: Callable[[], float]) -> None:
    """Reads the papers of a draft whose pages are all read, where that is not done; what it has none of any more goes.

    `chance` gives 0 to 1: it chooses which sure fields are looked at one by one all the same. Pages that cannot be
    taken out of the store are passed over: their papers have no fields, and the clerk types what is needed.
    """
    store = desk.store
    pages = store.drafts.pages(holder)
    store.read_papers.keep_only(holder, (page.component for page in pages))
    forms = folder_in(desk.knowledge.own)
    waiting = []
    for component in dict.fromkeys(page.component for page in pages):
        mine = [page for page in pages if page.component == component]
        done = all(page.reading or page.failure for page in mine)
        if done and store.read_papers.of(holder, component, mine) is None and (read := _read(desk, mine)):
            waiting.append((component, mine, pipeline.submit_papers(*read, forms)))
    for component, mine, future in waiting:
        try:
            papers = future.result()
        except CounterError:
            continue  # the pipeline has written it into its log
        store.read_papers.keep(holder, component, mine, with_spot_checks(papers, chance))


def _read(desk: Desk, pages: Sequence[SpooledPage]) -> tuple[list[ReadPage], list[int]] | None:
    """What was read of the pages, with their numbers; without the pictures that show a page once more."""
    good = [page for page in pages if page.reading and not page.note_of]
    try:
        return [reading_of(desk, page) for page in good], [page.id for page in good]
    except CounterError:
        return None

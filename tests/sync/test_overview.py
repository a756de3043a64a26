"""What the sync screen reads: what waits, what was put aside, since when the province's knowledge is here."""

from __future__ import annotations

from collections.abc import Callable

from counter_app.knowledge import load_knowledge
from counter_app.store.store import Store
from counter_app.sync.overview import sync_overview
from tests.dossier.entries import received
from tests.sync.conftest import append


def test_dossiers_that_wait_are_listed_and_found_by_a_word(desk: Callable[[int], Store]) -> None:
    store, knowledge = desk(1), load_knowledge()
    for code in ("H41.99-261124-0001", "H41.99-261124-0002"):
        append(store, received(), code)
    overview = sync_overview(store, knowledge, "")
    assert [waiting.code for waiting in overview.waiting] == ["H41.99-261124-0001", "H41.99-261124-0002"]
    assert (overview.aside, overview.aside_count, overview.knowledge_since) == ([], 0, None)
    assert [waiting.code for waiting in sync_overview(store, knowledge, "0002").waiting] == ["H41.99-261124-0002"]

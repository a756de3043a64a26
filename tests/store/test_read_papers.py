"""What was read in the fields of papers holds for exactly the pages it was read from, and goes with them."""

from __future__ import annotations

from datetime import datetime

from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.draft import Draft
from counter_app.dossier.pages import SpooledPage
from counter_app.dossier.read_papers import ReadField, ReadPaper
from counter_app.store.store import Store

HOLDER = "draft-12345678"
PAPER = ReadPaper(
    "birth_registration_declaration", "Tờ khai", (1,), (ReadField("subject.name", "name", "Trần Gia Hân"),)
)


def page(store: Store, picture: str = "b" * 64) -> SpooledPage:
    added = store.drafts.add_page(HOLDER, "to-khai", "a" * 64, "image/jpeg", 200, "scan")
    return added.model_copy(update={"picture": picture})


def kept(store: Store) -> int:
    return int(store.db.execute("SELECT count(*) FROM read_papers").fetchone()[0])


def test_it_holds_for_these_pages_in_this_order_as_they_were_read(store: Store) -> None:
    pages = [page(store), page(store)]
    store.read_papers.keep(HOLDER, "to-khai", pages, [PAPER])
    assert store.read_papers.of(HOLDER, "to-khai", pages) == (PAPER,)
    assert store.read_papers.of(HOLDER, "to-khai", pages[::-1]) is None
    turned = pages[0].model_copy(update={"picture": "c" * 64})
    assert store.read_papers.of(HOLDER, "to-khai", [turned, pages[1]]) is None


def test_what_has_no_pages_any_more_is_forgotten(store: Store) -> None:
    store.read_papers.keep(HOLDER, "to-khai", [page(store)], [PAPER])
    store.read_papers.keep_only(HOLDER, ["giay-chung-sinh"])
    assert kept(store) == 0


def test_it_goes_with_its_draft(store: Store) -> None:
    for end in (store.drafts.drop, lambda draft: store.drafts.become(draft, "H41.99-261120-0001")):
        store.drafts.keep(Draft(id=HOLDER), datetime(2026, 11, 20, tzinfo=VIETNAM))
        store.read_papers.keep(HOLDER, "to-khai", [page(store)], [PAPER])
        end(HOLDER)
        assert kept(store) == 0, "a proposal is not kept longer than what it is about"

"""Intakes in progress."""

from __future__ import annotations

from pathlib import Path

from counter_app.dossier.draft import Draft, PersonTyped
from counter_app.dossier.pages import LEFT_TO_THE_PROGRAM, PageReading
from counter_app.errors import StoredFailure
from counter_app.store.database import connect
from counter_app.store.drafts import Drafts
from counter_app.store.files import FileMissing
from counter_app.store.migrations import migrations
from counter_app.store.store import Store
from tests.dossier.entries import AT, CODE

READING = PageReading(10, 20, 300, 90, 0.5, True, 0, False, (), "", 0.0, (), "to-khai")
GONE = StoredFailure.of(FileMissing("ab"))
DRAFT = Draft(id="draft-000001", procedure="1.001193", owner=PersonTyped(name="Đặng Thị"))


def test_what_was_typed_is_kept_and_the_newest_comes_first(store: Store) -> None:
    store.drafts.keep(DRAFT, AT)
    store.drafts.keep(Draft(id="draft-000002"), AT.replace(hour=10))
    store.drafts.keep(DRAFT.model_copy(update={"note": "gấp"}), AT.replace(hour=11))
    assert [draft.id for draft in store.drafts.all()] == ["draft-000001", "draft-000002"]
    kept = store.drafts.get(DRAFT.id)
    assert kept and kept.note == "gấp"


def test_a_page_taken_out_is_nobodys_until_it_is_put_back_and_its_number_is_no_other_pages(store: Store) -> None:
    drafts, original = store.drafts, "ab" * 32
    drafts.keep(DRAFT, AT)
    page = drafts.add_page(DRAFT.id, "to-khai", original, "image/png", 300, "")
    drafts.page_read(page.id, picture="cd" * 32, reading=READING)
    drafts.remove_page(page.id)
    assert drafts.pages(DRAFT.id) == [] and drafts.get_page(page.id) is None and drafts.holder_of(page.id) == ""
    assert drafts.hold_files([original]) == set() and drafts.unfinished() == []
    later = drafts.add_page(DRAFT.id, "to-khai", "ef" * 32, "image/png", 300, "")
    assert later.id != page.id
    (back,) = drafts.put_back(page.id)
    assert back.reading == READING.facts and drafts.reading(page.id) == READING
    assert [item.id for item in drafts.pages(DRAFT.id)] == [page.id, later.id]
    assert drafts.hold_files([original]) == {original} and drafts.given_up(AT.replace(year=2100)) == []
    drafts.remove_page(page.id)
    drafts.forget_removed()
    assert drafts.put_back(page.id) == []


def test_pages_keep_their_order_and_go_with_the_dossier(store: Store) -> None:
    store.drafts.keep(DRAFT, AT)
    pages = [store.drafts.add_page(DRAFT.id, "to-khai", f"{number:064x}", "image/png", 300, "") for number in range(3)]
    store.drafts.page_read(pages[0].id, picture="ab" * 32, reading=READING)
    store.drafts.page_failed(pages[1].id, GONE)
    store.drafts.remove_page(pages[2].id)
    store.drafts.become(DRAFT.id, CODE)
    kept = store.drafts.pages(CODE, "to-khai")
    assert [(page.id, page.reading, page.failure) for page in kept] == [
        (pages[0].id, READING.facts, None),
        (pages[1].id, None, GONE),
    ]
    assert store.drafts.get(DRAFT.id) is None


def test_a_page_with_a_place_of_its_own_stands_there(store: Store) -> None:
    for number, position in enumerate((0, 2, 3, 1, None)):
        store.drafts.add_page(DRAFT.id, "to-khai", f"{number:064x}", "image/png", 300, "", position)
    store.drafts.add_page(DRAFT.id, "giay-chung-sinh", "f" * 64, "image/png", 300, "")
    assert [int(page.original, 16) for page in store.drafts.pages(DRAFT.id, "to-khai")] == [0, 3, 1, 2, 4]
    assert store.drafts.end(DRAFT.id, "giay-chung-sinh") == 1


def test_pages_spooled_before_pages_had_places_keep_their_order(tmp_path: Path) -> None:
    db = connect(tmp_path / "old.db", bytes(32))
    migrations.apply(db, stop_before="order_and_treatment")
    said = ("holder", "component", "original", "media_type", "source", "picture", "reading", "failure", "document")
    for number in range(3):
        db.table("pages").insert(dict.fromkeys(said, "") | {"holder": "d", "original": f"{number:064x}"})
    migrations.apply(db)
    drafts = Drafts(db)
    drafts.add_page("d", "", "f" * 64, "image/png", None, "")
    assert [page.original[-1] for page in drafts.pages("d")] == ["0", "1", "2", "f"]
    db.close()


def test_pages_in_no_document_are_unfinished_work(store: Store) -> None:
    page = store.drafts.add_page(CODE, "to-khai", "0" * 64, "image/png", None, "")
    assert store.drafts.unfinished() == [CODE]
    store.drafts.documented([page.id], "ab" * 32)
    assert store.drafts.unfinished() == []
    assert store.drafts.pages(CODE)[0].document == "ab" * 32


def test_a_draft_given_up_leaves_nothing_to_do(store: Store) -> None:
    store.drafts.keep(DRAFT, AT)
    store.drafts.add_page(DRAFT.id, "to-khai", "0" * 64, "image/png", None, "")
    store.drafts.drop(DRAFT.id)
    assert store.drafts.all() == []
    assert store.drafts.unfinished() == []


def test_pages_spooled_before_notes_were_known_are_pages_of_their_own(tmp_path: Path) -> None:
    db = connect(tmp_path / "old.db", bytes(32))
    migrations.apply(db, stop_before="pages_with_notes")
    said = ("holder", "component", "original", "media_type", "source", "picture", "reading", "failure", "document")
    db.table("pages").insert(dict.fromkeys(said, "") | {"holder": "d", "original": "a" * 64})
    migrations.apply(db)
    drafts = Drafts(db)
    (page,) = drafts.pages("d")
    assert page.note_of == 0
    note = drafts.add_note(page.id, "b" * 64, "image/png", None, "")
    assert note is not None and [item.id for item in drafts.pages("d")] == [page.id, note.id]
    db.close()


def test_a_page_takes_its_notes_with_it(store: Store) -> None:
    pages = [store.drafts.add_page(DRAFT.id, "to-khai", f"{number:064x}", "image/png", 300, "") for number in range(3)]
    for number, page in ((10, pages[0]), (11, pages[0]), (12, pages[1])):
        store.drafts.add_note(page.id, f"{number:064x}", "image/png", 300, "")
    store.drafts.assign_page(pages[0].id, DRAFT.id, "giay-chung-sinh")
    assert numbers(store, "to-khai") == [1, 12, 2]
    assert numbers(store, "giay-chung-sinh") == [0, 10, 11]
    store.drafts.remove_page(pages[1].id)
    assert numbers(store, "to-khai") == [2]


def test_the_second_half_of_a_booklet_cut_in_two_follows_the_notes_of_the_first(store: Store) -> None:
    page = store.drafts.add_page(DRAFT.id, "to-khai", f"{1:064x}", "image/png", 300, "")
    store.drafts.add_note(page.id, f"{10:064x}", "image/png", 300, "")
    store.drafts.add_after(page, LEFT_TO_THE_PROGRAM)
    store.drafts.add_page(DRAFT.id, "to-khai", f"{2:064x}", "image/png", 300, "")
    assert numbers(store, "to-khai") == [1, 10, 1, 2]


def numbers(store: Store, component: str) -> list[int]:
    return [int(page.original, 16) for page in store.drafts.pages(DRAFT.id, component)]

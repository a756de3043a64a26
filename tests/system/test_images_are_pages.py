"""Number of images = number of pages, in order (TT 01/2023/TT-VPCP art. 8.2); a page with a note is two images."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
import pikepdf
import pytest

from counter_app.demo.sample_papers import SamplePaper
from counter_app.demo.wear import encoded_jpeg
from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.dossier.draft import ComponentTicked
from counter_app.dossier.ledger import line_of
from counter_app.dossier.model import Dossier
from counter_app.dossier.pages import SpooledPage, Treatment
from counter_app.dossier.payloads.papers import ComponentDigitised
from printing.forms.separators import separators
from printing.layout.pictures import page_pictures
from scanning.pages import RawPage
from scanning.pipeline.pipeline import Pipeline
from scanning.session import make_documents, resume, scan, treat
from tests.conftest import filled

EMPTY = encoded_jpeg(np.full((1754, 1240), 255, np.uint8), 150)
IDENTITY = "giay-to-tuy-than"


@pytest.fixture(scope="module")
def pipeline() -> Iterator[Pipeline]:
    with Pipeline(workers=2) as running:
        yield running


def sheet(number: int) -> bytes:
    """A page that says its number in words."""
    words = ("không", "một", "hai", "ba", "bốn", "năm", "sáu")
    lines = tuple(f"Tờ khai này, đây là trang {words[number]}, có nhiều dòng" for _ in range(6))
    (picture,) = page_pictures(SamplePaper("to-khai", lines, "Đơn đề nghị").pdf(), 150)
    return picture


def load(*sheets: bytes) -> list[RawPage]:
    return [RawPage(item, "image/png", 150, "máy quét", index) for index, item in enumerate(sheets)]


def begun(desk: Desk) -> str:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    return draft.id


def received(desk: Desk, draft: str) -> Dossier:
    return make_documents(desk, receiving.receive(desk, draft).code)


def filed(desk: Desk, dossier: Dossier, place: int = 0) -> list[str]:
    """The numbers the pages of a document say, in its order."""
    document = dossier.components[place].document
    assert document is not None
    with pikepdf.open(io.BytesIO(desk.store.files.get(document.sha256))) as pdf:
        assert len(pdf.pages) == dossier.components[place].images
    said = [
        page.text.split("là trang")[1].split()[0].strip(",")
        for page in dossier.components[place].pages
        if not page.blank
    ]
    assert len(said) == dossier.components[place].images
    return said


def digitised(desk: Desk, code: str) -> ComponentDigitised:
    payloads = [entry.read() for entry in desk.store.entries.of_dossier(code)]
    return next(payload for payload in reversed(payloads) if isinstance(payload, ComponentDigitised))


def test_the_document_has_a_page_for_each_that_was_scanned_and_says_how_many_were_left_out(
    desk: Desk, pipeline: Pipeline
) -> None:
    draft = begun(desk)
    (patch,) = page_pictures(separators("Đăng ký khai sinh", [], ""), 150)
    assert scan(desk, pipeline, draft, "to-khai", load(sheet(1), EMPTY, sheet(2), patch, sheet(3))) == []
    dossier = received(desk, draft)
    assert filed(desk, dossier) == ["một", "hai", "ba"]
    assert (dossier.components[0].images, dossier.components[0].left_out) == (3, 2)
    assert digitised(desk, dossier.code).left_out == 2
    back = next(page for page in desk.store.drafts.pages(dossier.code) if page.reading and page.reading.blank)
    treat(desk, back, Treatment(blank=False))
    resume(desk, pipeline, dossier.code)
    again = make_documents(desk, dossier.code).components[0]
    assert (again.images, again.left_out) == (4, 1), "what a clerk took back is a page of the document"


def test_nothing_but_a_blank_page_is_filed_and_not_called_left_out(desk: Desk, pipeline: Pipeline) -> None:
    draft = begun(desk)
    scan(desk, pipeline, draft, "to-khai", load(EMPTY))
    component = received(desk, draft).components[0]
    assert (component.images, component.left_out) == (1, 0)


def test_a_page_scanned_again_with_its_note_stands_right_behind_it(desk: Desk, pipeline: Pipeline) -> None:
    draft = begun(desk)
    scan(desk, pipeline, draft, "to-khai", load(sheet(1), sheet(2), sheet(3)))
    first, second, _ = desk.store.drafts.pages(draft)
    scan(desk, pipeline, draft, "to-khai", load(sheet(4)), note_of=second.id)
    scan(desk, pipeline, draft, "to-khai", load(sheet(5)), note_of=second.id)
    scan(desk, pipeline, draft, "to-khai", load(sheet(6)), note_of=first.id)
    dossier = received(desk, draft)
    assert filed(desk, dossier) == ["một", "sáu", "hai", "bốn", "năm", "ba"]
    assert [page.with_note for page in dossier.components[0].pages] == [False, True, False, True, True, False]


def test_a_note_is_filed_though_it_hides_all_that_is_printed(desk: Desk, pipeline: Pipeline) -> None:
    draft = begun(desk)
    scan(desk, pipeline, draft, "to-khai", load(sheet(1)))
    (page,) = desk.store.drafts.pages(draft)
    scan(desk, pipeline, draft, "to-khai", load(EMPTY), note_of=page.id)
    component = received(desk, draft).components[0]
    assert (component.images, component.left_out) == (2, 0)


def test_a_note_of_a_page_that_was_taken_out_meanwhile_is_an_ordinary_page(desk: Desk, pipeline: Pipeline) -> None:
    draft = begun(desk)
    scan(desk, pipeline, draft, "to-khai", load(sheet(1)))
    (page,) = desk.store.drafts.pages(draft)
    desk.store.drafts.remove_page(page.id)
    scan(desk, pipeline, draft, "to-khai", load(sheet(2)), note_of=page.id)
    assert filed(desk, received(desk, draft)) == ["hai"]


def test_a_separator_passes_over_what_is_only_shown_and_its_own_cover_sheet_leads_to_it(
    desk: Desk, pipeline: Pipeline
) -> None:
    draft, order = begun(desk), ["to-khai", IDENTITY, "van-ban-uy-quyen"]
    cover, patch = page_pictures(separators("Đăng ký khai sinh", [(IDENTITY, "Giấy tờ tùy thân")], ""), 150)
    feed = load(sheet(1), patch, sheet(2), cover, sheet(3))
    assert scan(desk, pipeline, draft, "to-khai", feed, order=order, shown=[IDENTITY]) == []
    dossier = received(desk, draft)
    assert [component.key for component in dossier.components] == ["to-khai", "van-ban-uy-quyen", IDENTITY]
    assert [filed(desk, dossier, place) for place in range(3)] == [["một"], ["hai"], ["ba"]]
    assert dossier.components[2].shown and digitised(desk, dossier.code).shown, "scanned because somebody wanted it"


def test_what_was_only_shown_is_received_without_a_count_and_awaits_no_scan(desk: Desk) -> None:
    draft = filled(desk.new_draft())
    shown = ComponentTicked(key=IDENTITY, shown=True)
    desk.keep_draft(draft.model_copy(update={"components": (*draft.components, shown)}))
    dossier = receiving.receive(desk, draft.id)
    identity = dossier.components[1]
    assert identity.shown and identity.here and not identity.awaits_scan
    assert (identity.originals, identity.certified_copies, identity.copies) == (0, 0, 0)
    assert line_of(dossier).components == 1, "reports count what is to be digitised"


def test_a_copy_of_what_is_only_shown_was_handed_in(desk: Desk) -> None:
    draft = filled(desk.new_draft())
    copied = ComponentTicked(key=IDENTITY, shown=True, copies=1)
    desk.keep_draft(draft.model_copy(update={"components": (copied,)}))
    (component,) = receiving.receive(desk, draft.id).components
    assert not component.shown and component.awaits_scan and component.copies == 1


def test_a_cover_sheet_leads_a_page_together_with_the_note_it_got_meanwhile(desk: Desk, pipeline: Pipeline) -> None:
    draft, told = begun(desk), []
    (cover, _) = page_pictures(separators("Đăng ký khai sinh", [("giay-chung-sinh", "Giấy chứng sinh")], ""), 150)
    note = desk.store.files.put(sheet(4), "image/png").sha256

    def on_page(page: SpooledPage) -> None:
        told.append((page.id, page.component))
        if page.source == "máy quét" and not page.reading and not desk.store.drafts.notes_of(page.id):
            desk.store.drafts.add_note(page.id, note, "image/png", 150, "giấy kèm")

    scan(desk, pipeline, draft, "to-khai", load(cover, sheet(1), sheet(2)), on_page=on_page)
    pages = desk.store.drafts.pages(draft)
    assert [page.component for page in pages] == ["giay-chung-sinh"] * 6
    sources = [page.source for page in pages]
    assert sources == ["máy quét", "giấy kèm"] * 3, "each note stands behind its page"
    assert {(page.id, page.component) for page in pages} <= set(told), "the window hears of the notes too"

"""One feeder load falls apart into its components by itself."""

from __future__ import annotations

import io
from collections.abc import Iterator

import numpy as np
import pytest
from PIL import Image

from counter_app.demo.sample_papers import sample_dossiers
from counter_app.demo.wear import encoded_jpeg
from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.dossier.cover import Cover
from counter_app.dossier.pages import SpooledPage, Treatment
from printing.forms.separators import separators
from printing.layout.pictures import page_pictures
from scanning.page_sorting import StrangeCover
from scanning.pages import RawPage
from scanning.pipeline.pipeline import Pipeline
from scanning.session import resume, scan, treat
from tests.conftest import filled

PAPERS = [paper.pdf() for paper in sample_dossiers()[0].papers if paper.lines]
KEYS = ["to-khai", "giay-chung-sinh", "uy-quyen"]
EMPTY = encoded_jpeg(np.full((1754, 1240), 255, np.uint8), 150)


@pytest.fixture(scope="module")
def pipeline() -> Iterator[Pipeline]:
    with Pipeline(workers=2) as running:
        yield running


def load(*sheets: bytes) -> list[RawPage | Exception]:
    """What the feeder gives."""
    media = ["application/pdf" if sheet.startswith(b"%PDF") else "image/png" for sheet in sheets]
    return [
        RawPage(sheet, kind, 150, "máy quét", index)
        for index, (sheet, kind) in enumerate(zip(sheets, media, strict=True))
    ]


def sheets(*keys: str, dossier: str = "") -> list[bytes]:
    """Cover sheets of these components, and the sheet that only separates."""
    return page_pictures(separators("Đăng ký khai sinh", [(key, key) for key in keys], dossier), 150)


def kept(desk: Desk, holder: str) -> dict[str, int]:
    """Pages of the document by component, separators and empty ones not counted."""
    pages = desk.store.drafts.pages(holder)
    found: dict[str, int] = {}
    for page in pages:
        if page.reading and not page.reading.left_out:
            found[page.component] = found.get(page.component, 0) + 1
    return found


def test_cover_sheets_lead_the_pages_after_them(desk: Desk, pipeline: Pipeline) -> None:
    draft = desk.new_draft()
    first, second, _ = sheets("giay-chung-sinh", "to-khai")
    told: list[SpooledPage] = []
    papers = load(first, PAPERS[1], PAPERS[1], second, PAPERS[0])
    assert scan(desk, pipeline, draft.id, "to-khai", papers, order=KEYS, on_page=told.append) == []  # type: ignore[arg-type]
    assert kept(desk, draft.id) == {"giay-chung-sinh": 2, "to-khai": 1}
    assert {page.id: page.component for page in told}[told[0].id] == "giay-chung-sinh", "the window is told"


def test_patch_t_and_empty_sheets_lead_to_the_next_component(desk: Desk, pipeline: Pipeline) -> None:
    for sheet, blank_separates in ((sheets()[0], False), (EMPTY, True)):
        draft = desk.new_draft()
        papers = load(PAPERS[0], sheet, PAPERS[1], sheet, PAPERS[1], sheet, PAPERS[1])
        scan(desk, pipeline, draft.id, "to-khai", papers, order=KEYS, blank_separates=blank_separates)  # type: ignore[arg-type]
        assert kept(desk, draft.id) == {"to-khai": 1, "giay-chung-sinh": 1, "uy-quyen": 2}


def test_an_empty_sheet_separates_nothing_unless_the_clerk_wants_it(desk: Desk, pipeline: Pipeline) -> None:
    draft = desk.new_draft()
    scan(desk, pipeline, draft.id, "to-khai", load(PAPERS[0], EMPTY, PAPERS[1]), order=KEYS)  # type: ignore[arg-type]
    assert kept(desk, draft.id) == {"to-khai": 2}


def test_a_strange_cover_is_told_and_moves_nothing(desk: Desk, pipeline: Pipeline) -> None:
    draft = desk.new_draft()
    papers = load(sheets("ban-ve")[0], PAPERS[0])
    (failure,) = scan(desk, pipeline, draft.id, "to-khai", papers, order=KEYS)  # type: ignore[arg-type]
    assert isinstance(failure, StrangeCover)
    assert kept(desk, draft.id) == {"to-khai": 1}


def test_a_cover_of_another_dossier_brings_its_pages_there(desk: Desk, pipeline: Pipeline) -> None:
    waiting = filled(desk.new_draft())
    desk.keep_draft(waiting)
    code = receiving.receive(desk, waiting.id).code
    cover, _ = sheets("to-khai", dossier=code)
    assert Cover.from_text(Cover("to-khai", code).to_text()) == Cover("to-khai", code)
    draft = desk.new_draft()
    assert scan(desk, pipeline, draft.id, "to-khai", load(PAPERS[1], cover, PAPERS[0]), order=KEYS) == []  # type: ignore[arg-type]
    assert kept(desk, draft.id) == {"to-khai": 1}
    (component, *_) = (item for item in desk.dossier(code).components if item.key == "to-khai")
    assert component.document is not None and len(component.pages) == 1, "the cover is no page of it"
    assert desk.store.drafts.unfinished() == [draft.id], "nothing of that dossier is left to do"


def test_a_separator_that_was_none_is_a_page_again(desk: Desk, pipeline: Pipeline) -> None:
    draft = desk.new_draft()
    scan(desk, pipeline, draft.id, "to-khai", load(sheets("to-khai")[0]), order=KEYS)  # type: ignore[arg-type]
    (page,) = desk.store.drafts.pages(draft.id)
    assert kept(desk, draft.id) == {}
    treat(desk, page, Treatment(blank=False))
    resume(desk, pipeline, draft.id)
    assert kept(desk, draft.id) == {"to-khai": 1}


def test_pages_follow_a_draft_that_was_received_while_they_were_read(desk: Desk, pipeline: Pipeline) -> None:
    draft = filled(desk.new_draft(), "1.001193", "to-khai", "giay-chung-sinh")
    desk.keep_draft(draft)
    codes: list[str] = []

    def receive_at_once(page: SpooledPage) -> None:
        if not codes and len(desk.store.drafts.pages(draft.id)) == 3:  # all on disk, none led on yet
            codes.append(receiving.receive(desk, draft.id).code)

    papers = load(sheets("giay-chung-sinh")[0], PAPERS[1], sheets("uy-quyen")[0])
    failures = scan(desk, pipeline, draft.id, "to-khai", papers, order=KEYS, on_page=receive_at_once)  # type: ignore[arg-type]
    assert [type(failure) for failure in failures] == [StrangeCover], "it was received without that paper"
    assert kept(desk, codes[0]) == {"giay-chung-sinh": 1}
    assert desk.store.drafts.pages(draft.id) == []


def test_one_booklet_taken_in_twice_is_joined_only_where_the_clerk_says(desk: Desk, pipeline: Pipeline) -> None:
    (page,) = page_pictures(sample_dossiers()[0].papers[0].pdf(), 150)
    with Image.open(io.BytesIO(page)) as one:
        spread = Image.new("RGB", (2 * one.width, one.height), "white")
        for left in (0, one.width):
            spread.paste(one, (left, 0))
        spread.paste((60, 60, 60), (one.width - 4, 0, one.width + 4, one.height))  # the fold's shadow
    memory = io.BytesIO()
    spread.save(memory, "PNG", dpi=(150, 150))
    draft = desk.new_draft()
    scan(desk, pipeline, draft.id, "to-khai", load(memory.getvalue(), memory.getvalue()))  # type: ignore[arg-type]
    pages = desk.store.drafts.pages(draft.id)
    assert [item.treatment.side for item in pages] == [1, 2, 1, 2]
    treat(desk, pages[3], Treatment(side=0))
    resume(desk, pipeline, draft.id)
    left = desk.store.drafts.pages(draft.id)
    assert [item.id for item in left] == [pages[0].id, pages[1].id, pages[2].id]
    assert [item.treatment.side for item in left] == [1, 2, 0]


def test_two_forms_one_under_the_other_are_one_page_again_where_the_clerk_says(desk: Desk) -> None:
    draft = desk.new_draft()
    sha = desk.store.files.put(EMPTY, "image/jpeg").sha256
    upper = desk.store.drafts.add_page(
        draft.id, "to-khai", sha, "image/jpeg", 150, "scan", 1, Treatment(rotation=0, side=3)
    )
    lower = desk.store.drafts.add_after(upper, Treatment(rotation=0, side=4))
    (one,) = treat(desk, lower, Treatment(side=0))
    assert [(page.id, page.treatment.side) for page in desk.store.drafts.pages(draft.id)] == [(upper.id, 0)]
    assert one.id == upper.id

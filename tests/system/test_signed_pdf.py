"""A signed PDF from the citizen's stick to the dossier: the signed file stays what it was, and its signer is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pikepdf import String

from counter_app.config import sample_profile
from counter_app.desk import receiving, reusing
from counter_app.desk.desk import Desk, open_desk
from counter_app.dossier.model import Reuse
from counter_app.dossier.pages import LEFT_TO_THE_PROGRAM, Signature, Treatment
from counter_app.dossier.payloads.papers import ComponentDigitised
from counter_app.dossier.signed import DigitalSignature, signer_and_day
from scanning.pipeline.pipeline import Pipeline
from scanning.session import make_documents, reading_of, resume, scan, treat
from scanning.sources.files import pages_of
from tests.conftest import CLERK, filled
from tests.scanning.pdf_papers import draft as paper
from tests.scanning.pdf_papers import line, sign, signed_container

SIGNER = "Nguyễn Văn Mẫu"
WORDS = ("MOT MOT MOT TO KHAI MAU THU NHAT", "HAI HAI HAI GIAY MAU THU HAI", "BA BA BA DON MAU THU BA")


@pytest.fixture(scope="module")
def pipeline() -> Iterator[Pipeline]:
    with Pipeline(workers=1) as running:
        yield running


@pytest.fixture
def brought(tmp_path: Path) -> Path:
    made = paper()
    for words in WORDS:
        made.add_page(line(words) + line("NOI DUNG THU NGHIEM CUA TRANG NAY", y=700))
    file = tmp_path / "đơn.pdf"
    file.write_bytes(sign(made, signed_container(SIGNER), M=String("D:20261124201500Z")).data())
    return file


def files_on(desk_folder: Path) -> int:
    return sum(path.is_file() for path in (desk_folder / "files").rglob("*"))


def test_the_signed_file_is_kept_once_and_its_dossier_says_who_signed(
    desk: Desk, pipeline: Pipeline, brought: Path
) -> None:
    form = filled(desk.new_draft())
    desk.keep_draft(form)
    assert scan(desk, pipeline, form.id, "to-khai", pages_of([brought])) == []
    pages = desk.store.drafts.pages(form.id)
    assert [page.media_type for page in pages] == [f"application/pdf; page={number}" for number in (1, 2, 3)]
    (original,) = {page.original for page in pages}
    assert desk.store.files.get(original) == brought.read_bytes()
    dossier = make_documents(desk, receiving.receive(desk, form.id).code)
    component = dossier.components[0]
    assert component.signed == (DigitalSignature(signer=SIGNER, time="2026-11-24T20:15:00+00:00"),)
    assert [(page.original, page.page_of_original) for page in component.pages] == [(original, n) for n in (1, 2, 3)]
    assert [words in page.text for words, page in zip(WORDS, component.pages, strict=True)] == [True] * 3
    assert not desk.store.journal.differing_projections()


def test_after_a_restart_the_pages_of_a_signed_file_are_read_each_from_its_place(
    tmp_path: Path, pipeline: Pipeline, brought: Path
) -> None:
    desk = open_desk(tmp_path / "desk", sample_profile(), CLERK)
    form = desk.new_draft()
    desk.keep_draft(form)
    spooled: list[int] = []
    scan(
        desk,
        pipeline,
        form.id,
        "to-khai",
        pages_of([brought]),
        on_page=lambda page: spooled.append(page.id),
        cancelled=lambda: len(spooled) >= 3,
    )
    for page in desk.store.drafts.pages(form.id):
        desk.store.drafts.treat_page(page.id, LEFT_TO_THE_PROGRAM)  # as if the power had gone before the first was read
    desk.store.close()

    again = open_desk(tmp_path / "desk", sample_profile(), CLERK)
    brought.unlink()
    resume(again, pipeline, form.id)
    pages = again.store.drafts.pages(form.id)
    assert pages and not any(page.failure for page in pages)
    for words, page in zip(WORDS, pages, strict=False):
        read = reading_of(again, page)
        assert words in read.text
        assert read.signatures == (Signature(SIGNER, "2026-11-24T20:15:00+00:00"),)
    again.store.close()


def test_a_page_treated_anew_stays_the_page_it_was_and_stays_signed(
    desk: Desk, pipeline: Pipeline, brought: Path
) -> None:
    form = desk.new_draft()
    scan(desk, pipeline, form.id, "to-khai", pages_of([brought]))
    second = desk.store.drafts.pages(form.id)[1]
    treat(desk, second, Treatment(rotation=180))
    resume(desk, pipeline, form.id)
    read = reading_of(desk, desk.store.drafts.pages(form.id)[1])
    assert read.rotation == 180
    assert [signature.signer for signature in read.signatures] == [SIGNER]
    treat(desk, second, Treatment())
    resume(desk, pipeline, form.id)
    assert WORDS[1] in reading_of(desk, desk.store.drafts.pages(form.id)[1]).text


def test_a_signed_document_that_serves_again_is_still_named_as_signed(
    desk: Desk, pipeline: Pipeline, brought: Path
) -> None:
    first, second = filled(desk.new_draft()), filled(desk.new_draft())
    for form in (first, second):
        desk.keep_draft(form)
    scan(desk, pipeline, first.id, "to-khai", pages_of([brought]))
    old = make_documents(desk, receiving.receive(desk, first.id).code)
    new = receiving.receive(desk, second.id)
    reused = reusing.reuse_document(desk, new.code, "to-khai", Reuse(dossier=old.code), "to-khai")
    assert reused.components[0].signed == old.components[0].signed != ()


def test_an_entry_of_the_time_before_signatures_were_told_is_read() -> None:
    document = {"sha256": "ab" * 32, "size": 1, "media_type": "application/pdf"}
    old = {"component": "to-khai", "document": document, "pages": [{"original": "cd" * 32}]}
    entry = ComponentDigitised.model_validate(old)
    assert entry.signed == () and entry.pages[0].page_of_original == 0


@pytest.mark.parametrize(
    ("signer", "time", "said"),
    [
        (SIGNER, "2026-11-24T20:15:00+00:00", f"{SIGNER}, 25/11/2026"),
        (SIGNER, "2026-11-24T20:15:00", f"{SIGNER}, 24/11/2026"),
        (SIGNER, None, SIGNER),
        ("", "0001-01-01T00:00:00+14:00", "?"),
        ("", "2026-11-24T10:15:00+07:00", "?, 24/11/2026"),
    ],
)
def test_the_day_of_a_signature_is_the_offices(signer: str, time: str | None, said: str) -> None:
    assert signer_and_day(signer, time, "?") == said

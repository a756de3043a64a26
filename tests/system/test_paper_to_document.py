"""From a scanned page to the dossier's document, with real workers and Tesseract; power cuts included."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pytest

from counter_app.config import PROFILE, sample_profile, save_profile
from counter_app.demo.sample_papers import sample_dossiers
from counter_app.desk import receiving
from counter_app.desk.desk import Desk, open_desk
from counter_app.dossier.pages import SpooledPage
from counter_app.errors import CounterError
from counter_app.store.files import FileMissing
from printing.layout.pictures import page_pictures
from scanning.errors import PaperJam
from scanning.pages import RawPage
from scanning.pipeline.pipeline import Pipeline
from scanning.session import NotAComponent, SourceFailed, import_paper, make_documents, reading_of, resume, scan
from scanning.sources.files import pages_of
from tests.conftest import CLERK, filled

BIRTH = sample_dossiers()[0]


@pytest.fixture(scope="module")
def pipeline() -> Iterator[Pipeline]:
    with Pipeline(workers=1) as running:
        yield running


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("paper") / "to-khai.png"
    path.write_bytes(page_pictures(BIRTH.papers[0].pdf(), 150)[0])
    return path


def received(desk: Desk) -> str:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    return receiving.receive(desk, draft.id).code


def test_a_page_becomes_a_searchable_document_of_its_dossier(desk: Desk, pipeline: Pipeline, page_file: Path) -> None:
    draft = filled(desk.new_draft())
    desk.keep_draft(draft)
    told: list[SpooledPage] = []
    assert scan(desk, pipeline, draft.id, "to-khai", pages_of([page_file]), on_page=told.append) == []
    assert [bool(page.reading) for page in told] == [False, True]
    code = receiving.receive(desk, draft.id).code
    dossier = make_documents(desk, code)
    document = dossier.components[0].document
    assert document
    (page,) = pdfium.PdfDocument(desk.store.files.get(document.sha256))
    assert "Trần Nguyễn Bảo Anh" in page.get_textpage().get_text_range().replace("\r\n", " ")
    assert [line.code for line in desk.store.find("bao anh")] == [code]
    assert make_documents(desk, code).step == dossier.step, "nothing new, nothing written"


def test_a_page_added_later_joins_the_document(desk: Desk, pipeline: Pipeline, page_file: Path) -> None:
    code = received(desk)
    for count in (1, 2):
        scan(desk, pipeline, code, "to-khai", pages_of([page_file]))
        document = make_documents(desk, code).components[0].document
        assert document
        assert len(pdfium.PdfDocument(desk.store.files.get(document.sha256))) == count


def test_what_is_no_picture_is_said_so_and_the_rest_is_read(
    desk: Desk, pipeline: Pipeline, page_file: Path, tmp_path: Path
) -> None:
    draft = desk.new_draft()
    (tmp_path / "letter.jpg").write_text("not a picture")
    failures = scan(desk, pipeline, draft.id, "to-khai", pages_of([tmp_path / "letter.jpg", page_file]))
    pages = desk.store.drafts.pages(draft.id)
    assert len(failures) + sum(bool(page.failure) for page in pages) == 1
    assert [bool(page.reading) for page in pages if not page.failure] == [True]


def test_a_feeder_that_jams_costs_no_page_that_came_before(desk: Desk, pipeline: Pipeline, page_file: Path) -> None:
    draft = desk.new_draft()

    def jamming() -> Iterator[RawPage | CounterError]:
        yield from pages_of([page_file])
        raise PaperJam

    (failure,) = scan(desk, pipeline, draft.id, "to-khai", jamming())
    assert isinstance(failure, PaperJam)
    assert [bool(page.reading) for page in desk.store.drafts.pages(draft.id)] == [True]


def test_a_stack_turned_by_hand_is_a_document_in_the_order_of_its_sheets(
    desk: Desk, pipeline: Pipeline, page_file: Path
) -> None:
    code = received(desk)
    (before,) = pages_of([page_file])
    assert isinstance(before, RawPage)
    scan(desk, pipeline, code, "to-khai", [before])
    came = ("front 1", "front 2", "back 2", "back 1")
    stack = [replace(before, index=index, source=side) for index, side in zip((0, 2, 3, 1), came, strict=True)]
    scan(desk, pipeline, code, "to-khai", stack)
    order = ["to-khai.png", "front 1", "back 1", "front 2", "back 2"]
    assert [page.source for page in desk.store.drafts.pages(code)] == order
    assert len(make_documents(desk, code).components[0].pages) == 5


def test_a_bug_in_a_source_reaches_the_clerk(desk: Desk, pipeline: Pipeline) -> None:
    def broken() -> Iterator[RawPage | CounterError]:
        raise ZeroDivisionError
        yield

    (failure,) = scan(desk, pipeline, desk.new_draft().id, "to-khai", broken())
    assert isinstance(failure, SourceFailed)


def test_a_scan_that_is_cancelled_keeps_its_pages_to_be_read_later(
    desk: Desk, pipeline: Pipeline, page_file: Path
) -> None:
    draft = desk.new_draft()
    pages: list[SpooledPage] = []
    scan(
        desk,
        pipeline,
        draft.id,
        "to-khai",
        pages_of([page_file, page_file]),
        on_page=pages.append,
        cancelled=lambda: bool(pages),
    )
    (kept, *_) = desk.store.drafts.pages(draft.id)
    assert not kept.reading and not kept.failure
    resume(desk, pipeline, draft.id)
    (kept, *_) = desk.store.drafts.pages(draft.id)
    assert "KHAI SINH" in reading_of(desk, kept).text


def test_the_backlog_finds_its_dossiers_by_folder_and_its_papers_by_name(
    desk: Desk, pipeline: Pipeline, page_file: Path, tmp_path: Path
) -> None:
    code = received(desk)
    folder = tmp_path / "backlog" / code
    folder.mkdir(parents=True)
    (folder / "to-khai.png").write_bytes(page_file.read_bytes())
    (folder / "anh-cuoi.png").write_bytes(page_file.read_bytes())
    (failure,) = import_paper(desk, pipeline, folder)
    assert isinstance(failure, NotAComponent)
    assert "to-khai" in failure.sentence()
    assert desk.dossier(code).components[0].document


KILLED = """
import sys
from pathlib import Path
from counter_app.config import PROFILE, load_profile
from counter_app.desk.desk import open_desk
from counter_app.dossier.roles import Clerk, Task
from scanning.session import scan
from scanning.pipeline.pipeline import Pipeline
from scanning.sources.files import pages_of
if __name__ == "__main__":
    folder, page = map(Path, sys.argv[1:])
    desk = open_desk(folder, load_profile(folder / PROFILE), Clerk("Trần Thị Mẫu", frozenset(Task)))
    draft = desk.new_draft().model_copy(update={"note": "gấp"})
    desk.keep_draft(draft)
    scan(desk, Pipeline(workers=1), draft.id, "to-khai", pages_of([page] * 5),
         on_page=lambda page: print(page.id, flush=True))
"""


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL is how Linux ends a process at once")
def test_after_kill_9_everything_typed_and_scanned_is_there_and_is_read(
    tmp_path: Path, pipeline: Pipeline, page_file: Path
) -> None:
    folder = tmp_path / "desk"
    save_profile(sample_profile(), folder / PROFILE)
    environment = os.environ | {
        "PYTHON_KEYRING_BACKEND": "keyring.backends.fail.Keyring",
        "PYTHONPATH": str(Path.cwd()),
    }
    command = [sys.executable, "-c", KILLED, str(folder), str(page_file)]
    clerk = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True)
    assert clerk.stdout
    told = [clerk.stdout.readline() for _ in range(3)]
    clerk.send_signal(signal.SIGKILL)
    clerk.communicate()
    desk = open_desk(folder, sample_profile(), CLERK)
    (draft,) = desk.store.drafts.all()
    pages = desk.store.drafts.pages(draft.id)
    assert draft.note == "gấp"
    assert len(pages) >= len(set(told))
    resume(desk, pipeline, draft.id)
    assert all(page.reading for page in desk.store.drafts.pages(draft.id))
    desk.store.close()


def test_a_page_whose_file_is_gone_fails_alone(desk: Desk, pipeline: Pipeline, page_file: Path) -> None:
    draft = desk.new_draft()
    desk.store.drafts.add_page(draft.id, "to-khai", "0" * 64, "image/png", 150, "scanner")
    kept = desk.store.files.put(page_file.read_bytes(), "image/png")
    desk.store.drafts.add_page(draft.id, "to-khai", kept.sha256, "image/png", 150, "scanner")
    resume(desk, pipeline, draft.id)
    gone, read = desk.store.drafts.pages(draft.id)
    assert gone.failure
    assert "KHAI SINH" in reading_of(desk, read).text


def test_a_file_that_lies_at_another_desk_is_said_to(desk: Desk) -> None:
    with pytest.raises(FileMissing) as failure:
        desk.store.files.get("0" * 64)
    assert "máy chủ tỉnh" in failure.value.sentence()

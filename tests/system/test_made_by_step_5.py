"""A desk, a server and a backup that were made with the code of step 5 (26 November 2026), kept beside this test.

The desk: four dossiers at four stages, one intake with a page turned by the clerk and a page that failed, a print job
that waits for a printer that was off, one entry the province does not have yet.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from counter_app.config import PROFILE, Profile, load_profile
from counter_app.desk import casework, receiving
from counter_app.desk.desk import Desk, open_desk
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.life import ResultNamed
from counter_app.dossier.states import Status
from counter_app.province.serve import RunningServer, running_server
from counter_app.store.print_jobs import JobState
from counter_app.store.restore import restore
from counter_app.sync.client import ProvincialServer
from counter_app.sync.exchange import sync_once
from counter_app.sync.rebuild import rebuild
from counter_app.sync.waiting import waiting
from printing.errors import PrinterOff
from printing.print_queue import PrintQueue
from printing.printers.pdf_file import FolderPrinter
from scanning.pipeline.pipeline import Pipeline
from scanning.session import make_documents, reading_of, resume
from tests.conftest import CLERK

MADE = Path(__file__).with_name("step5") / "desk_and_server.tar.xz"
RETURNED, SUPPLEMENTED, WITHDRAWN, MOVED = (f"H41.99-261124-{number:04d}" for number in (1, 21, 41, 61))
NEXT_DAY = datetime(2026, 11, 25, 8, 0, tzinfo=VIETNAM)


@pytest.fixture
def made(tmp_path: Path) -> Path:
    with tarfile.open(MADE) as archive:
        archive.extractall(tmp_path / "made", filter="data")
    return tmp_path / "made"


@pytest.fixture
def server(made: Path) -> Iterator[RunningServer]:
    with running_server(made / "server") as running:
        yield running


@pytest.fixture
def profile(made: Path, server: RunningServer) -> Profile:
    """As the desk has it, with the address where the server is now."""
    before = load_profile(made / "desk" / PROFILE)
    return before.model_copy(update={"server": before.server.model_copy(update={"url": server.url})})


@pytest.fixture
def desk(made: Path, profile: Profile) -> Iterator[Desk]:
    minutes = iter(range(1000))
    opened = open_desk(made / "desk", profile, CLERK)
    yield replace(opened, now=lambda: NEXT_DAY + timedelta(minutes=next(minutes)))
    opened.store.close()


def test_the_journal_is_whole_and_every_dossier_is_what_it_was(desk: Desk) -> None:
    assert desk.store.entries.check_own() > 0
    assert not desk.store.journal.differing_projections()
    statuses = {line.code: line.status for line in desk.store.find()}
    assert statuses == {
        RETURNED: Status.RESULT_RETURNED,
        SUPPLEMENTED: Status.ACCEPTED,
        WITHDRAWN: Status.WITHDRAWN,
        MOVED: Status.IN_PROCESS,
    }
    returned = desk.dossier(RETURNED)
    assert returned.owner.name == "Đặng Thị Hường"
    assert [paper.form for paper in returned.papers] == ["receipt"]
    document = returned.components[0].document
    assert document is not None
    assert desk.store.files.get(document.sha256).startswith(b"%PDF")


def test_the_intake_goes_on_where_it_was(desk: Desk) -> None:
    (draft,) = [draft for draft in desk.store.drafts.all() if desk.store.drafts.pages(draft.id)]
    _, failed = desk.store.drafts.pages(draft.id)
    assert failed.failure is not None
    assert "không phải là ảnh" in failed.failure.sentence()
    with Pipeline() as pipeline:
        resume(desk, pipeline, draft.id)
    turned, failed = desk.store.drafts.pages(draft.id)
    assert reading_of(desk, turned).rotation == 90
    desk.store.drafts.remove_page(failed.id)
    dossier = make_documents(desk, receiving.receive(desk, draft.id).code)
    assert dossier.components[0].document is not None


def test_what_waited_for_a_printer_and_for_the_line_goes_out_now(
    desk: Desk, profile: Profile, server: RunningServer, tmp_path: Path
) -> None:
    (job,) = desk.store.print_jobs.open()
    assert job.state is JobState.WAITING
    assert job.failure is not None
    assert isinstance(job.failure.error(), PrinterOff)
    PrintQueue(desk, lambda _: FolderPrinter("in-tep", tmp_path / "printed")).run_once()
    assert [paper.form for paper in desk.dossier(MOVED).papers] == ["receipt"]

    casework.take_results(desk, SUPPLEMENTED, [ResultNamed(name="Giấy khai sinh")])
    assert waiting(desk.store)[0] == 3
    with ProvincialServer(profile.server, desk.store) as province:
        sync_once(desk.store, province)
        assert waiting(desk.store) == (0, 0)
        for code in (RETURNED, SUPPLEMENTED, WITHDRAWN, MOVED):
            assert province.dossier(code).dossier == desk.dossier(code)


@pytest.mark.usefixtures("costly_passwords")
def test_its_backup_is_restored(made: Path, tmp_path: Path, profile: Profile) -> None:
    restored = restore(made / "backup.counter", tmp_path / "restored", "mat khau sao luu")
    rebuild(tmp_path / "restored", profile, alone=True, key=restored.key)
    desk = open_desk(tmp_path / "restored", profile, CLERK, restored.key)
    try:
        assert len(list(desk.store.find())) == 4
        assert desk.store.entries.check_own() > 0
    finally:
        desk.store.close()

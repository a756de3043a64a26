"""Pages are read in workers: several at once, cancelled at once, and a dead worker costs one second try."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import textwrap
import time
from concurrent.futures import CancelledError
from pathlib import Path
from typing import Any

import pytest

from printing.layout.pictures import DRAWERS
from scanning.errors import NotAPicture, PageFailed
from scanning.pages import RawPage
from scanning.pipeline.pipeline import Pipeline

WornPages = dict[str, Any]
ROOT = Path(__file__).parents[3]
posix_only = pytest.mark.skipif(os.name != "posix", reason="looks at processes through /proc")


@pytest.fixture(autouse=True)
def nobody_else_at_work(own_processes: None) -> None:
    """The processes that drew papers for the tests before are gone: those that are there are of the pipeline."""
    DRAWERS.close()


def children(of: int) -> dict[int, str]:
    """Number and command of every descendant of a process, by /proc."""
    parents = {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            facts = (folder / "stat").read_text()
        except OSError:
            continue
        name, rest = facts[facts.index("(") + 1 : facts.rindex(")")], facts[facts.rindex(")") + 2 :].split()
        if rest[0] != "Z":
            parents[int(folder.name)] = (int(rest[1]), name)
    found: dict[int, str] = {}
    ring = {of}
    while ring:
        ring = {number for number, (parent, _) in parents.items() if parent in ring and number not in found}
        found |= {number: parents[number][1] for number in ring}
    return found


def wait_for(what: Any, seconds: float = 120) -> Any:
    """Ask until the answer is true."""
    until = time.monotonic() + seconds
    while not (answer := what()):
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.02)
    return answer


def reader_at_work(of: int) -> dict[int, str]:
    """The process's descendants, once a Tesseract is among them."""
    return wait_for(lambda: (found := children(of)) and "tesseract" in found.values() and found)  # type: ignore[no-any-return]


def stop_a_reader(of: int) -> None:
    """Stops the Tesseracts below a process in the middle of their pages: now they end only if they are ended. One that
    was done in between is followed by the page's next."""
    wait_for(lambda: [number for number, name in children(of).items() if name == "tesseract" and stopped(number)])


def stopped(process: int) -> bool:
    try:
        os.kill(process, signal.SIGSTOP)
    except ProcessLookupError:
        return False
    return True


def test_good_pages_and_bad_ones_come_back_each_in_its_own_future(worn_pages: WornPages) -> None:
    names = ["upright", "turned 90", "upside down"]
    with Pipeline(workers=2) as pipeline:
        futures = [pipeline.submit(worn_pages[name].raw) for name in names]
        bad = pipeline.submit(RawPage(b"no picture", "image/jpeg", None, "hỏng.jpg", 0))
        assert [future.result(120)[0].rotation for future in futures] == [0, 90, 180]
        with pytest.raises(NotAPicture):
            bad.result(120)
    assert not children(os.getpid())


@posix_only
def test_cancelling_ends_the_work_at_once_and_the_next_page_is_read(worn_pages: WornPages) -> None:
    with Pipeline(workers=1) as pipeline:
        first = pipeline.submit(worn_pages["upright"].raw)
        stop_a_reader(os.getpid())
        assert first.cancel()
        wait_for(lambda: "tesseract" not in children(os.getpid()).values())
        with pytest.raises(CancelledError):
            first.result(0)
        assert pipeline.submit(worn_pages["upside down"].raw).result(120)[0].rotation == 180


@posix_only
def test_a_worker_that_crashes_costs_its_page_one_second_try(worn_pages: WornPages) -> None:
    with Pipeline(workers=1) as pipeline:
        future = pipeline.submit(worn_pages["upright"].raw)
        worker = next(number for number, name in reader_at_work(os.getpid()).items() if name != "tesseract")
        os.kill(worker, signal.SIGSEGV)
        assert len(future.result(120)[0].words) > 200
        assert worker not in children(os.getpid())


@posix_only
def test_a_worker_that_hangs_twice_fails_its_page_and_no_other(worn_pages: WornPages) -> None:
    with Pipeline(workers=1, page_timeout=0.3) as pipeline:
        hung = pipeline.submit(worn_pages["upright"].raw)
        with pytest.raises(PageFailed) as error:
            hung.result(120)
        assert "upright.jpg" in error.value.sentence("en")
    assert not children(os.getpid())


@posix_only
def test_a_worker_that_eats_memory_fails_its_page_and_the_program_goes_on(worn_pages: WornPages) -> None:
    with Pipeline(workers=1, worker_memory=300_000_000) as pipeline:
        greedy = pipeline.submit(worn_pages["upright"].raw)
        with pytest.raises(PageFailed):
            greedy.result(120)
    assert not children(os.getpid())


@posix_only
def test_closing_with_cancel_leaves_nothing_running(worn_pages: WornPages) -> None:
    pipeline = Pipeline(workers=2)
    futures = [pipeline.submit(worn_pages["upright"].raw) for _ in range(6)]
    stop_a_reader(os.getpid())
    pipeline.close(cancel=True)
    assert all(future.done() for future in futures) and any(future.cancelled() for future in futures)
    assert not children(os.getpid())


@posix_only
def test_kill_9_of_the_program_takes_workers_and_tesseract_along(worn_pages: WornPages, tmp_path: Path) -> None:
    (tmp_path / "page.jpg").write_bytes(worn_pages["upright"].raw.data)
    program = textwrap.dedent(
        """
        import sys, time
        from pathlib import Path
        from scanning.pages import RawPage
        from scanning.pipeline.pipeline import Pipeline
        pipeline = Pipeline(workers=2)
        for _ in range(4):
            pipeline.submit(RawPage(Path(sys.argv[1]).read_bytes(), "image/jpeg", 300, "page.jpg", 0))
        time.sleep(60)
        """
    )
    parent = subprocess.Popen([sys.executable, "-c", program, str(tmp_path / "page.jpg")], cwd=ROOT)
    started = reader_at_work(parent.pid)
    parent.kill()
    parent.wait()
    wait_for(lambda: not any(Path(f"/proc/{number}").exists() for number in started))

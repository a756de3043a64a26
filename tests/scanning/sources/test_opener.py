"""Files of strangers are opened in a process of bounded memory and time, and none of them brings down the program."""

from __future__ import annotations

import io
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image

from counter_app.apart.worker_process import WorkerDied, WorkerProcess
from counter_app.errors import CounterError
from scanning.errors import FileNotOpened, FileTooLarge, NotAFile, NotAPicture, TooManyPages
from scanning.pages import RawPage
from scanning.sources import opening
from scanning.sources.files import Opener

pytestmark = pytest.mark.usefixtures("own_processes")
posix_only = pytest.mark.skipif(os.name != "posix", reason="memory is bounded by the system's own way there")


@pytest.fixture(scope="module")
def opener() -> Iterator[Opener]:
    with Opener() as made:
        yield made


def jpeg() -> bytes:
    memory = io.BytesIO()
    Image.new("RGB", (60, 80), "white").save(memory, "JPEG")
    return memory.getvalue()


def opened(opener: Opener, path: Path) -> list[RawPage | CounterError]:
    return list(opener.pages_of([path]))


def test_a_good_file_comes_as_it_is(opener: Opener, tmp_path: Path) -> None:
    file = tmp_path / "giấy tờ.jpg"
    file.write_bytes(jpeg())
    (page,) = opened(opener, file)
    assert isinstance(page, RawPage) and page.data == jpeg() and page.source == "giấy tờ.jpg"


@posix_only
def test_pipes_devices_and_holes_are_told(opener: Opener, tmp_path: Path) -> None:
    pipe, hole, huge = tmp_path / "pipe.pdf", tmp_path / "hole.pdf", tmp_path / "huge.pdf"
    os.mkfifo(pipe)
    for file, size in ((hole, 300_000_000), (huge, 1 << 40)):
        with file.open("wb") as written:
            written.truncate(size)
    began = time.monotonic()
    found = [type(opened(opener, file)[0]) for file in (pipe, Path("/dev/zero"), hole, huge)]
    assert found == [NotAFile, NotAFile, NotAPicture, FileTooLarge]
    assert time.monotonic() - began < 30


@posix_only
def test_a_file_that_takes_too_much_memory_or_time_costs_itself_alone(tmp_path: Path) -> None:
    good, large = tmp_path / "good.jpg", tmp_path / "large.pdf"
    good.write_bytes(jpeg())
    with large.open("wb") as written:
        written.write(b"%PDF-1.7\n")
        written.truncate(950_000_000)
    for opener in (Opener(memory=1_000_000_000), Opener(seconds=0.001)):
        with opener:
            (failure,) = opened(opener, large)
            assert isinstance(failure, FileNotOpened | FileTooLarge)
    with Opener(memory=1_000_000_000) as small:
        kinds = [type(item) for file in (good, large, good) for item in opened(small, file)]
        assert kinds[0] is kinds[2] is RawPage


def test_more_pages_than_any_dossier_has_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "MOST_PAGES", 3)
    pages = list(opening.pages_in(b"P5 1 1 255 \x00" * 10, "nhiều trang.pgm"))
    assert [type(page) for page in pages] == [RawPage] * 3 + [TooManyPages]


def test_of_a_signed_file_the_bytes_come_once() -> None:
    page = RawPage(b"x" * 100, "application/pdf; page=1", None, "đơn.pdf", 0)
    sent = list(opening._sent(iter([page, page, page])))
    assert [type(item) for item in sent] == [RawPage, opening.SameFile, opening.SameFile]


def test_what_a_worker_raises_and_how_it_ends_is_told() -> None:
    with WorkerProcess() as worker:
        assert list(worker.results("builtins:range", 3, seconds=30)) == [0, 1, 2]
        with pytest.raises(WorkerDied):
            list(worker.results("builtins:int", "no number", seconds=30))
        assert not worker.alive
    with WorkerProcess() as slow, pytest.raises(WorkerDied):
        list(slow.results("itertools:cycle", (), seconds=0.01))

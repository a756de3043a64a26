"""The folder into which the vendor's program writes: half-written, overwritten, vanishing, locked."""

from __future__ import annotations

import os
import queue
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from PIL import Image

from counter_app.errors import CounterError
from scanning.errors import EncryptedPdf, FileNotReadable, FilesLeftAlone, FileUnfinished
from scanning.pages import RawPage
from scanning.sources.watched_folder import TAKEN, WatchedFolder

LOOK, STILL = 0.05, 0.2
"""Seconds between two looks, and without a change; a fifth and less of a desk's, so that waiting is short."""
A_WHILE = 12 * LOOK
HANGS = 120.0
"""Seconds after which nothing comes any more, however slow the machine is."""


class Looking(WatchedFolder):
    """Says when it has looked for the first time: what comes after that is new."""

    def __init__(self, *how: Any) -> None:
        super().__init__(*how)
        self.begun = threading.Event()

    def _listed(self) -> dict[str, tuple[int, int]]:
        found = super()._listed()
        self.begun.set()
        return found


class Watch:
    """The program watching a folder in its own thread."""

    folder: Looking

    def __init__(self) -> None:
        self.stop = threading.Event()
        self.came: queue.SimpleQueue[RawPage | CounterError] = queue.SimpleQueue()

    def next(self, seconds: float = HANGS) -> RawPage | CounterError:
        return self.came.get(timeout=seconds)

    def nothing_comes(self) -> bool:
        """For many looks, and long after a file stood still."""
        time.sleep(A_WHILE + STILL)
        return self.came.empty()


@contextmanager
def watching(folder: Path, patience: float = 30.0) -> Iterator[Watch]:
    watch = Watch()
    watch.folder = Looking(folder, watch.stop.is_set, patience, LOOK, STILL)

    def run() -> None:
        for page in watch.folder:
            watch.came.put(page)

    thread = threading.Thread(target=run)
    thread.start()
    assert watch.folder.begun.wait(HANGS)
    try:
        yield watch
    finally:
        watch.stop.set()
        thread.join(HANGS)
        assert not thread.is_alive(), "a cancelled watch ends"


def jpeg(path: Path, shade: int = 200) -> bytes:
    Image.effect_noise((300, 400), shade).save(path, "JPEG")
    return path.read_bytes()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "máy quét").mkdir()
    return tmp_path / "máy quét"


def until(so: Callable[[], bool]) -> None:
    """Waits until it is so."""
    end = time.monotonic() + 60
    while not so():
        assert time.monotonic() < end
        time.sleep(LOOK)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_are_taken_in_the_order_they_came_and_moved_aside(folder: Path) -> None:
    with watching(folder) as watch:
        contents = []
        for name in ("b.jpg", "a.jpg"):
            contents.append(jpeg(folder / name))
            time.sleep(2 * LOOK)
        pages = [watch.next(), watch.next()]
        assert [page.source for page in pages if isinstance(page, RawPage)] == ["b.jpg", "a.jpg"]
        assert [page.data for page in pages if isinstance(page, RawPage)] == contents, "handed on as they came"
        until(lambda: names(folder) == [TAKEN])
        assert [path.name[:2] for path in sorted((folder / TAKEN).iterdir())] == ["a ", "b "]
        assert {path.read_bytes() for path in (folder / TAKEN).iterdir()} == set(contents)


def test_a_scan_is_not_overwritten_by_the_next_one_of_the_same_name(folder: Path) -> None:
    with watching(folder) as watch:
        for shade in (40, 90):
            content = jpeg(folder / "scan.jpg", shade)
            page = watch.next()
            assert isinstance(page, RawPage) and page.data == content
            until(lambda: not (folder / "scan.jpg").exists())
    assert len(list((folder / TAKEN).iterdir())) == 2


def test_a_half_written_file_is_waited_for(folder: Path, tmp_path: Path) -> None:
    content = jpeg(tmp_path / "whole.jpg")
    with watching(folder) as watch:
        with (folder / "scan.jpg").open("wb") as file:
            file.write(content[: len(content) // 2])
            file.flush()
            assert watch.nothing_comes(), "it stands still, but half a picture is no picture"
            file.write(content[len(content) // 2 :])
        page = watch.next()
        assert isinstance(page, RawPage) and page.data == content


def test_a_pdf_of_two_pages_is_two_pages(folder: Path) -> None:
    with watching(folder) as watch:
        with pikepdf.new() as document:
            for _ in range(2):
                document.add_blank_page()
            document.save(folder / "scan.pdf")
        pages = [watch.next(), watch.next()]
        assert [(page.media_type, page.index) for page in pages if isinstance(page, RawPage)] == [
            ("application/pdf", 0),
            ("application/pdf", 1),
        ]


def test_what_lay_there_before_may_be_another_citizens_and_is_left_alone(folder: Path) -> None:
    old = jpeg(folder / "hôm qua.jpg")
    with watching(folder) as watch:
        told = watch.next()
        assert isinstance(told, FilesLeftAlone) and "máy quét" in told.sentence("vi")
        new = jpeg(folder / "hôm nay.jpg")
        page = watch.next()
        assert isinstance(page, RawPage) and page.data == new
    assert (folder / "hôm qua.jpg").read_bytes() == old


def test_a_file_that_stays_empty_is_told_once_and_the_next_ones_are_taken(folder: Path) -> None:
    with watching(folder, patience=A_WHILE) as watch:
        (folder / "rỗng.jpg").touch()
        time.sleep(2 * LOOK)
        jpeg(folder / "sau.jpg")
        told, page = watch.next(), watch.next()
        assert isinstance(told, FileUnfinished) and "rỗng.jpg" in told.sentence("vi")
        assert isinstance(page, RawPage) and page.source == "sau.jpg"
        assert watch.nothing_comes()
        content = jpeg(folder / "rỗng.jpg")
        late = watch.next()
        assert isinstance(late, RawPage) and late.data == content, "when it is written at last, it is taken"


def test_a_locked_pdf_is_told_as_such(folder: Path) -> None:
    with watching(folder) as watch:
        with pikepdf.new() as document:
            document.add_blank_page()
            document.save(folder / "khoá.pdf", encryption=pikepdf.Encryption(owner="chủ", user="bí mật"))
        assert isinstance(watch.next(), EncryptedPdf)


def test_a_file_that_vanishes_and_files_that_are_no_pages_are_nobodys_business(folder: Path, tmp_path: Path) -> None:
    half = jpeg(tmp_path / "whole.jpg")[:5_000]
    with watching(folder) as watch:
        (folder / "thoáng qua.jpg").write_bytes(half)  # not taken, however long it lies there
        until(lambda: "thoáng qua.jpg" in watch.folder._waiting)
        (folder / "thoáng qua.jpg").unlink()
        (folder / "ghi chú.txt").write_text("x")
        (folder / "~tạm.jpg").write_bytes(b"x")
        (folder / "thư mục.jpg").mkdir()
        assert watch.nothing_comes()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotReadable):
        next(iter(WatchedFolder(tmp_path / "không có", lambda: False)))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_folder_without_rights_is_told(folder: Path) -> None:
    folder.chmod(0)
    try:
        with pytest.raises(FileNotReadable):
            next(iter(WatchedFolder(folder, lambda: False)))
    finally:
        folder.chmod(0o700)


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights do not bind this user")
def test_where_nothing_may_be_moved_each_file_is_taken_once_all_the_same(folder: Path) -> None:
    with watching(folder) as watch:
        jpeg(folder / "scan.jpg")
        folder.chmod(0o500)
        try:
            assert isinstance(watch.next(), RawPage)
            assert watch.nothing_comes()
        finally:
            folder.chmod(0o700)


@pytest.mark.skipif(os.name == "nt", reason="Windows renames no folder that is watched; a share goes otherwise")
def test_a_share_that_is_gone_for_a_while_is_told_once_and_found_again(folder: Path) -> None:
    away = folder.with_name("tạm mất")
    with watching(folder) as watch:
        folder.rename(away)
        assert isinstance(watch.next(), FileNotReadable)
        assert watch.nothing_comes()
        away.rename(folder)
        time.sleep(4 * LOOK)
        jpeg(folder / "scan.jpg")
        assert isinstance(watch.next(), RawPage)

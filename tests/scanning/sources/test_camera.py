"""Photos become pages one by one, from one thread to another; the preview is searched by a process of its own."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from counter_app.dossier.pages import PHOTOGRAPHED
from scanning.page.sheet_finder import ANSWER_BYTES, answer, command, corners_in, request
from scanning.pages import RawPage
from scanning.picture import Picture
from scanning.sources.camera import CameraPages
from tests.scanning.camera_pictures import empty_desk, photographed

Typeset = Callable[[str], Picture]
PREVIEW = (640, 480)


def test_a_page_is_handed_on_while_the_next_is_not_yet_taken() -> None:
    photos = CameraPages()
    photos.put(b"first", "Camera")
    pages = photos.pages()
    assert next(pages) == RawPage(b"first", "image/jpeg", None, "Camera", 0, PHOTOGRAPHED)
    threading.Timer(0.2, photos.put, (b"second", "Other camera")).start()
    second = next(pages)
    assert (second.data, second.source, second.index) == (b"second", "Other camera", 1)
    photos.close()
    assert list(pages) == []


def test_photos_taken_before_done_are_all_handed_on() -> None:
    photos = CameraPages()
    for number in range(5):
        photos.put(bytes([number]), "Camera")
    photos.close()
    assert [(page.index, page.data) for page in photos.pages()] == [(n, bytes([n])) for n in range(5)]


def test_nobody_waits_for_photos_once_the_work_is_cancelled() -> None:
    photos, stop = CameraPages(), threading.Event()
    photos.put(b"taken", "Camera")
    stop.set()
    assert [page.data for page in photos.pages(stop.is_set)] == [b"taken"], "what was taken is not thrown away"


@pytest.fixture
def finder() -> Iterator[subprocess.Popen[bytes]]:
    program, environment = command()
    process = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment)
    yield process
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            pipe.close()


def ask(finder: subprocess.Popen[bytes], picture: Picture, padding: int = 0) -> list[tuple[float, float]] | None:
    assert finder.stdin is not None and finder.stdout is not None
    rows, columns = picture.shape[:2]
    filled = np.pad(picture.reshape(rows, 3 * columns), ((0, 0), (0, padding)))
    finder.stdin.write(request(columns, rows, 3 * columns + padding, filled.tobytes()))
    finder.stdin.flush()
    return corners_in(finder.stdout.read(ANSWER_BYTES))


def test_the_preview_is_searched_frame_after_frame(
    finder: subprocess.Popen[bytes], typeset_page: Typeset, papers: dict[str, str]
) -> None:
    photo = photographed(typeset_page(papers["land"]), 31, frame=PREVIEW)
    assert ask(finder, empty_desk(30, frame=PREVIEW)) is None
    for padding in (0, 2):
        found = ask(finder, photo.picture, padding)
        assert found is not None
        assert np.abs(np.array(found) * PREVIEW - (photo.corners + 0.5)).max() < 3


def test_the_finder_ends_with_the_window(finder: subprocess.Popen[bytes]) -> None:
    assert finder.stdin is not None
    finder.stdin.write(request(640, 480, 1920, b"half a frame"))
    finder.stdin.close()
    assert finder.wait(300) == 0


def test_what_is_no_frame_ends_the_finder_instead_of_filling_the_memory(finder: subprocess.Popen[bytes]) -> None:
    assert finder.stdin is not None
    finder.stdin.write(request(2**31, 2**31, 2**31, b""))
    finder.stdin.flush()
    assert finder.wait(300) == 0


def test_an_answer_says_where_the_corners_are() -> None:
    corners = [(0.1, 0.2), (0.9, 0.2), (0.9, 0.8), (0.1, 0.8)]
    assert corners_in(answer(corners)) == corners
    assert corners_in(answer(None)) is None


def test_the_windows_process_learns_the_protocol_without_opencv() -> None:
    code = "import sys, scanning.page.sheet_finder, scanning.sources.camera; sys.exit('cv2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], env=command()[1], check=False).returncode == 0

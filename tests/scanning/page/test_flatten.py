"""A paper under the document camera is found, flattened to its true size, and read as if it had been scanned."""

from __future__ import annotations

import time
from collections.abc import Callable

import cv2
import numpy as np
import pytest
from rapidfuzz.distance import Levenshtein

from counter_app.demo.wear import encoded_jpeg
from counter_app.dossier.pages import PHOTOGRAPHED
from scanning.page.decode import decode
from scanning.page.flatten import A4, A5, CARD, find_sheet, flattened
from scanning.page.read_page import read_page
from scanning.pages import RawPage
from scanning.picture import Picture
from tests.pace import slower
from tests.scanning.camera_pictures import A5_MM, CARD_MM, DESKS, FRAME, CameraPicture, empty_desk, photographed

Typeset = Callable[[str], Picture]
EIGHT_MEGAPIXELS = (3264, 2448)
SMALL = (2000, 1500)


@pytest.fixture(scope="module")
def page(typeset_page: Typeset, papers: dict[str, str]) -> Picture:
    return typeset_page(papers["birth"])


def farthest(photo: CameraPicture) -> float:
    """The worst corner's distance from the truth as a share of the picture's diagonal; 1 where no sheet was found."""
    corners = find_sheet(photo.picture)
    if corners is None:
        return 1.0
    rows, columns = photo.picture.shape[:2]
    return float(np.linalg.norm(corners - photo.corners, axis=1).max() / np.hypot(rows, columns))


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(30))
def test_the_sheet_is_found_on_every_desk(seed: int, page: Picture) -> None:
    photo = photographed(page, seed, frame=FRAME if seed < len(DESKS) else SMALL)
    assert farthest(photo) * 5000 < 3, "three pixels of a 12-megapixel picture; asked for were forty"


@pytest.mark.parametrize("seed", range(12))
def test_no_sheet_is_invented_where_none_lies(seed: int) -> None:
    assert find_sheet(empty_desk(seed, frame=SMALL)) is None


@pytest.mark.parametrize("seed", range(8))
def test_a_hand_that_holds_the_sheet_does_not_hide_it(seed: int, page: Picture) -> None:
    assert farthest(photographed(page, 200 + seed, frame=SMALL, hand=True)) < 0.004


@pytest.mark.parametrize("seed", range(6))
def test_white_paper_is_found_on_a_white_desk(seed: int, page: Picture) -> None:
    nearly_the_desks = (214, 213, 212)
    assert farthest(photographed(page, 300 + seed, frame=SMALL, desk="white", paper=nearly_the_desks)) < 0.008


@pytest.mark.parametrize("seed", range(6))
def test_old_yellow_paper_darker_than_the_desk_is_found(seed: int, page: Picture) -> None:
    assert farthest(photographed(page, 400 + seed, desk="white", paper=(215, 200, 160))) < 0.008


@pytest.mark.parametrize("desk", DESKS)
def test_a_small_preview_is_enough_to_find_it(desk: str, page: Picture) -> None:
    assert farthest(photographed(page, 500, frame=(640, 480), desk=desk)) < 0.008


def test_a_sheet_that_fills_the_frame_is_found(page: Picture) -> None:
    assert farthest(photographed(page, 600, frame=SMALL, fills=0.99, tilt=2)) < 0.008


def test_a_sheet_that_runs_out_of_the_picture_is_not_half_found(page: Picture) -> None:
    photo = photographed(page, 601, frame=SMALL)
    left, right = photo.corners[:, 0].min(), photo.corners[:, 0].max()
    assert find_sheet(photo.picture[:, int(left + (right - left) / 4) :]) is None


@pytest.mark.parametrize("size", [(480, 640), (3000, 4000), (30, 40), (2, 3), (3, 2000)])
def test_a_picture_of_nothing_has_no_sheet(size: tuple[int, int]) -> None:
    assert find_sheet(np.full((*size, 3), 200, np.uint8)) is None


def test_a_grey_camera_will_do(page: Picture) -> None:
    photo = photographed(page, 602, frame=SMALL)
    grey = np.asarray(cv2.cvtColor(photo.picture, cv2.COLOR_RGB2GRAY), np.uint8)
    assert farthest(CameraPicture(grey, photo.corners)) < 0.004


@pytest.mark.alone  # counts the processor's time, which a neighbour in its cache makes longer
def test_finding_takes_a_blink_on_one_core(page: Picture) -> None:
    photo = photographed(page, 603)
    threads = cv2.getNumThreads()
    cv2.setNumThreads(1)
    try:
        seconds = []
        for _ in range(9):
            started = time.thread_time()
            find_sheet(photo.picture)
            seconds.append(time.thread_time() - started)
    finally:
        cv2.setNumThreads(threads)
    assert min(seconds) < 0.12 * slower()  # 0.04 where nothing else runs


@pytest.mark.parametrize("seed", range(6))
def test_a_sheet_has_its_true_proportions_again(seed: int, page: Picture) -> None:
    photo = photographed(page, 700 + seed, frame=EIGHT_MEGAPIXELS, tilt=20, fills=0.9)
    flat = flattened(photo.picture, photo.corners)
    assert flat.size is A4
    rows, columns = flat.picture.shape[:2]
    assert max(rows, columns) / min(rows, columns) == pytest.approx(297 / 210, rel=0.001)
    assert flat.dpi == round(max(rows, columns) / 297 * 25.4)


@pytest.mark.parametrize("seed", range(4))
def test_identity_cards_and_half_sheets_are_known_by_their_size(seed: int, page: Picture) -> None:
    card = photographed(page[:1561, :2475], 800 + seed, frame=SMALL, size_mm=CARD_MM, fills=0.4)
    corners = find_sheet(card.picture)
    assert corners is not None and flattened(card.picture, corners).size is CARD
    half = photographed(page, 810 + seed, frame=SMALL, size_mm=A5_MM, fills=0.5)
    corners = find_sheet(half.picture)
    assert corners is not None and flattened(half.picture, corners).size is A5


def test_a_sheet_of_no_known_size_keeps_its_own_proportions(page: Picture) -> None:
    photo = photographed(page[:2480, :2480], 820, frame=SMALL, size_mm=(200, 200))
    flat = flattened(photo.picture, photo.corners)
    assert (flat.size, flat.dpi) == (None, None)
    assert flat.picture.shape[1] / flat.picture.shape[0] == pytest.approx(1, rel=0.02)


@pytest.mark.slow
@pytest.mark.parametrize(("paper", "seed"), [("birth", 0), ("building", 1), ("land", 5)])
def test_a_photographed_paper_is_read(paper: str, seed: int, typeset_page: Typeset, papers: dict[str, str]) -> None:
    photo = photographed(typeset_page(papers[paper]), seed, hand=False)
    jpeg = encoded_jpeg(photo.picture, 72, quality=92)
    read = read_page(RawPage(jpeg, "image/jpeg", None, "camera", 0, PHOTOGRAPHED))
    truth, text = " ".join(papers[paper].split()), " ".join(read.text.split())
    assert Levenshtein.distance(truth, text) / len(truth) < 0.03


def test_a_photo_without_a_sheet_stays_as_it_is() -> None:
    desk = empty_desk(900, frame=SMALL)
    page = RawPage(encoded_jpeg(desk, 72), "image/jpeg", None, "camera", 0, PHOTOGRAPHED)
    assert decode(page).picture.shape == desk.shape


def test_only_photos_are_flattened(page: Picture) -> None:
    photo = photographed(page, 901, frame=SMALL).picture
    scanned = RawPage(encoded_jpeg(photo, 200), "image/jpeg", 200, "scanner", 0)
    assert decode(scanned).picture.shape == photo.shape

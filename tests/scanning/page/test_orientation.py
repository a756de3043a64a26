"""Whatever lies upright stays upright; what lies otherwise is righted, or stays as it lay where nobody could tell."""

from __future__ import annotations

import numpy as np
import pytest

from counter_app.bench.layouts.cases import LIES, Case
from counter_app.bench.layouts.kinds import LAYOUTS, UNREADABLE, layout
from counter_app.demo.wear import encoded_jpeg
from counter_app.dossier.pages import PHOTOGRAPHED, Word
from scanning.page.orientation import Attempt
from scanning.page.read_page import read_page
from scanning.page.straighten import Letters, Orientation, find_letters, possible_orientations, share_of_lines_down
from scanning.pages import RawPage
from scanning.picture import CleanPage
from scanning.reading.ocr import Reading
from tests.scanning.camera_pictures import photographed
from tests.scanning.layout_count import Count, counted, table

COLUMNS = [
    ("numbers", 90),
    ("list", 0),
    ("list", 270),
    ("receipt", 0),
    ("receipt", 180),
    ("scores", 90),
    ("vertical heads", 0),
    ("coordinates", 180),
    ("names and amounts", 270),
]
FEW_WORDS = [
    ("one line", 90),
    ("dotted form", 180),
    ("certificate", 90),
    ("capitals", 180),
    ("parcel map", 270),
    ("floor plan", 0),
    ("identity card", 180),
    ("barcodes", 90),
]


@pytest.mark.parametrize(("name", "turned"), COLUMNS)
def test_a_list_comes_out_upright_though_its_columns_line_up_better_than_its_lines(name: str, turned: int) -> None:
    case = Case(name, 1, 200, turned)
    page = read_page(case.raw())
    assert page.rotation == turned
    assert abs(page.skew - case.skew) < 0.3


@pytest.mark.parametrize(("name", "turned"), FEW_WORDS)
def test_a_page_with_few_words_is_righted_by_them(name: str, turned: int) -> None:
    assert read_page(Case(name, 2, 200, turned).raw()).rotation == turned


@pytest.mark.parametrize(("name", "turned"), [("sketch map", 0), ("sketch map", 270), ("digits", 90), ("drawing", 0)])
def test_where_nobody_can_tell_a_page_stays_as_it_lay(name: str, turned: int) -> None:
    page = read_page(Case(name, 1, 200, turned).raw())
    assert page.rotation == 0
    assert page.skew == 0.0, "nothing proved that those were lines of text"


@pytest.mark.parametrize("name", ["prose", "two columns", "list", "scores", "wide table", "one line"])
def test_an_upright_page_is_read_once(name: str) -> None:
    _, count = counted(Case(name, 1, 200, 0))
    assert (count.right, count.readings) == (1, 1)


def test_a_receipt_on_a_desk_comes_out_upright() -> None:
    receipt = layout("short receipt", 2, 300)
    seen = photographed(receipt, 3, size_mm=(80.0, 120.0), desk="dark wood", tilt=12)
    page = read_page(RawPage(encoded_jpeg(seen.picture, 300), "image/jpeg", 300, "phiếu.jpg", 0, PHOTOGRAPHED))
    assert page.rotation == 0
    assert "Cảm ơn quý khách" in page.text


def attempt(words: list[tuple[str, float, tuple[int, int]]], orientation: Orientation) -> Attempt:
    """A reading of words with their confidence, width and height."""
    read = tuple(Word(text, sure, (0, 0, *size)) for text, sure, size in words)
    paper = CleanPage(
        np.full((10, 10), 255, np.uint8), 200, orientation.rotation, orientation.skew, False, (0, 0, 10, 10)
    )
    return Attempt(orientation, paper, Reading(read, ""))


def test_text_read_on_its_side_proves_nothing() -> None:
    along = [("Nguyễn", 96.0, (60, 20))] * 30
    across = [("Nguyễn", 96.0, (20, 60))] * 30
    orientations = Orientation(0, 0.0, 1.0, along=1.0), Orientation(270, 0.0, 1.0, along=1.0)
    for orientation in orientations:
        assert attempt(along, orientation).is_proof()
        assert not attempt(across, orientation).is_proof()
        assert not attempt(along + across, orientation).is_proof()


def test_ornaments_and_numbers_that_read_either_way_prove_nothing_nor_do_labels_turn_a_drawing() -> None:
    assert not attempt([("OOOOOOOO", 90.0, (200, 20))] * 30, Orientation(0, 0.0, 1.0, along=1.0)).is_proof()
    assert not attempt(
        [("S9", 97.0, (40, 25)), ("86", 97.0, (40, 25))] * 30, Orientation(0, 0.0, 1.0, along=1.0)
    ).is_proof()
    labels = [("Đường", 96.0, (60, 20))] * 8
    assert attempt(labels, Orientation(0, 0.0, 1.0, along=1.0)).is_proof()
    assert not attempt(labels, Orientation(90, 0.0, 1.0, along=1.0)).is_proof()
    assert not attempt(labels * 5, Orientation(90, 0.0, 1.0, along=0.6)).is_proof()


@pytest.mark.parametrize("name", ["numbers", "list", "receipt", "scores", "phone numbers", "names and amounts"])
def test_neighbours_tell_which_way_lines_run_in_columns(name: str) -> None:
    for seed in range(3):
        grey = np.asarray(layout(name, seed, 150)[:, :, 0])
        assert share_of_lines_down(find_letters(grey, 150)) < 0.15
        assert share_of_lines_down(find_letters(np.ascontiguousarray(np.rot90(grey)), 150)) > 0.85


def test_letters_far_from_each_other_tell_nothing() -> None:
    lonely = np.array([[x * 300, y * 300, 12, 18] for x in range(4) for y in range(4)], np.int32)
    assert share_of_lines_down(Letters(lonely, 1200, 1200)) == 0.5
    assert {orientation.along for orientation in possible_orientations(Letters(lonely, 1200, 1200))} == {0.5}


def readable(found: dict[str, Count]) -> Count:
    """Of the kinds with enough words to tell."""
    return sum((count for name, count in found.items() if name not in UNREADABLE), Count())


@pytest.mark.slow
@pytest.mark.parametrize(("dpi", "one_of"), [(200, 11), (300, 24)])
def test_whatever_the_layout_and_however_it_lies_it_is_neither_turned_wrong_nor_cut(dpi: int, one_of: int) -> None:
    """A kind lies in one of the four ways; `counter bench fidelity` lays all of them in all four."""
    names = [name for number, name in enumerate(LAYOUTS) if number % one_of == 0]
    found = table([Case(name, 11, dpi, LIES[number % len(LIES)]) for number, name in enumerate(names)], at_once=1)
    everything = sum(found.values(), Count())
    assert everything.pages == len(names)
    assert everything.wrong <= 0.01 * everything.pages, found
    assert everything.cut == 0, found
    read = readable(found)
    assert read.pages - read.right <= max(1, 0.05 * read.pages), found

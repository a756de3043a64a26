"""A one-sided feeder and paper printed on both sides; a feeder that waits for paper."""

from __future__ import annotations

import io
import shutil
from collections.abc import Iterator

import pytest
from PIL import Image

from counter_app.errors import CounterError
from scanning.errors import PaperJam, ScannerGone, SidesDiffer
from scanning.pages import RawPage
from scanning.sources.escl import EsclScanner
from scanning.sources.feeding import pages_from, place_of_back, when_paper_lies_in
from scanning.sources.finding import scanner
from scanning.sources.scanner import InputSource, ScanWish
from tests.scanning.sources.escl_server import NetworkScanner, serving

FEEDER = ScanWish(InputSource.FEEDER, 75, colour=False)
BY_HAND = ScanWish(InputSource.BY_HAND, 75, colour=False)


@pytest.fixture
def device() -> Iterator[tuple[NetworkScanner, EsclScanner]]:
    device = NetworkScanner(duplex=False)
    with serving(device) as url:
        yield device, EsclScanner(url, "MF-1", silence=2)


def in_order(pages: list[RawPage | CounterError]) -> list[int]:
    """The shade of each page in the order of the document."""
    ordered = sorted((page for page in pages if isinstance(page, RawPage)), key=lambda page: page.index)
    return [round(Image.open(io.BytesIO(page.data)).getpixel((5, 5)) / 10) for page in ordered]  # type: ignore[operator]


def test_backs_go_between_the_fronts_however_many_sheets_there_are() -> None:
    for sheets in range(1, 8):
        fronts = [2 * sheet for sheet in range(sheets)]
        backs = [place_of_back(sheets, nth) for nth in range(sheets)]
        assert backs == sorted(backs, reverse=True), "the last sheet's back comes first"
        assert sorted(fronts + backs) == list(range(2 * sheets))
    extra = [place_of_back(2, nth) for nth in range(4)]
    assert extra == [3, 1, 4, 5], "a back too many displaces nothing"


def test_fronts_then_the_turned_stack_make_one_document(device: tuple[NetworkScanner, EsclScanner]) -> None:
    paper, escl = device
    paper.sheets = 3
    asked = []

    def turned(fronts: int) -> bool:
        asked.append(fronts)
        paper.jobs.clear()  # its pictures are numbered from 1 again
        paper.sheets = 3
        return True

    pages = list(pages_from(escl, BY_HAND, turned=turned))
    assert asked == [3]
    assert [page.index for page in pages if isinstance(page, RawPage)] == [0, 2, 4, 5, 3, 1]
    assert in_order(pages) == [1, 3, 2, 2, 3, 1], "front 1, its back (the last that came), front 2 …"


def test_a_missing_back_is_told_and_no_page_is_lost(device: tuple[NetworkScanner, EsclScanner]) -> None:
    paper, escl = device
    paper.sheets = 3

    def turned(fronts: int) -> bool:
        paper.sheets = 2
        return True

    pages = list(pages_from(escl, BY_HAND, turned=turned))
    assert len(pages) == 6
    assert isinstance(pages[-1], SidesDiffer)
    assert "3" in pages[-1].sentence("vi") and "2" in pages[-1].sentence("vi")


def test_giving_up_the_backs_keeps_the_fronts(device: tuple[NetworkScanner, EsclScanner]) -> None:
    paper, escl = device
    paper.sheets = 2
    assert len(list(pages_from(escl, BY_HAND, turned=lambda fronts: False))) == 2


def test_a_jam_among_the_backs_keeps_what_came_in_its_place(device: tuple[NetworkScanner, EsclScanner]) -> None:
    paper, escl = device
    paper.sheets = 3

    def turned(fronts: int) -> bool:
        paper.jobs.clear()
        paper.sheets, paper.jam_after = 3, 1
        return True

    kept: list[RawPage | CounterError] = []
    with pytest.raises(PaperJam):
        for page in pages_from(escl, BY_HAND, turned=turned):
            kept.append(page)
    assert [page.index for page in kept if isinstance(page, RawPage)] == [0, 2, 4, 5]


def asked(device: NetworkScanner) -> int:
    """How often its sensor was asked."""
    return device.asked.count("/eSCL/ScannerStatus")


def test_scanning_starts_when_paper_is_put_in(device: tuple[NetworkScanner, EsclScanner]) -> None:
    paper, escl = device
    stack = [2]

    def put_in() -> bool:
        """The citizen's sheets come when the feeder was found empty twice."""
        if asked(paper) > 2 and stack:
            paper.sheets = stack.pop()
        return False

    assert len(list(pages_from(escl, FEEDER, when_paper_is_in=True, cancelled=put_in))) == 2
    assert asked(paper) > 2


def test_waiting_for_paper_can_be_given_up(device: tuple[NetworkScanner, EsclScanner]) -> None:
    paper, escl = device
    assert list(when_paper_lies_in(escl, FEEDER, lambda: asked(paper) > 2)) == []
    assert paper.jobs == {}, "nothing was scanned"


@pytest.mark.skipif(shutil.which("scanimage") is None, reason="needs sane-utils")
def test_a_feeder_without_a_sensor_is_tried_until_it_pulls() -> None:
    sane = scanner("sane:test")
    assert sane.paper_loaded() is None
    pages = list(pages_from(sane, FEEDER, when_paper_is_in=True))
    assert len(pages) == 10


@pytest.mark.skipif(shutil.which("scanimage") is None, reason="needs sane-utils")
def test_a_scanner_unplugged_while_it_waits_is_told() -> None:
    with pytest.raises(ScannerGone):
        list(pages_from(scanner("sane:epson2:libusb:001:099"), FEEDER, when_paper_is_in=True))

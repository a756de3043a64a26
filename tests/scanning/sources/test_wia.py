"""Scanning through WIA of Windows, proved against a stand-in for its objects: Wine has none, no real PC is here."""

from __future__ import annotations

import io
import time

import pytest
from PIL import Image

from counter_app.errors import CounterError
from scanning.errors import FeederEmpty, PaperJam, ScannerBusy, ScannerFailed, ScannerGone
from scanning.sources import wia_device
from scanning.sources.scanner import InputSource, Paper, ScanWish
from scanning.sources.wia import WiaScanner, open_scanner
from scanning.sources.wia_device import Automation
from tests.scanning.sources import fake_wia
from tests.scanning.sources.fake_wia import NUMBER, ComFault, Device, Manager

pytestmark = pytest.mark.usefixtures("own_processes")
FAKE = "tests.scanning.sources.fake_wia"


def test_scanners_are_listed_and_cameras_are_not() -> None:
    assert list(wia_device.found(fake_wia.three_sheets())) == [(NUMBER, "Canon DR-C230")]


def test_what_the_device_can_do_is_told_in_the_words_of_the_house() -> None:
    scanner = WiaScanner(NUMBER, automation=f"{FAKE}:three_sheets")
    known = scanner.options()
    assert set(known.places) == set(InputSource)
    assert known.resolutions == (200, 300, 600) and known.resolution(250) == 300
    assert known.largest is not None and [round(side) for side in known.largest] == [210, 297]
    assert scanner.paper_loaded() is True


def test_the_feeder_gives_all_its_sheets_and_then_ends() -> None:
    scanner = WiaScanner(NUMBER, "Canon", automation=f"{FAKE}:three_sheets")
    pages = list(scanner.scan(ScanWish(InputSource.FEEDER, 300, colour=False, paper=Paper.A5)))
    assert [(page.index, page.dpi, page.media_type, page.source) for page in pages] == [
        (index, 300, "image/bmp", "Canon") for index in range(3)
    ]
    picture = Image.open(io.BytesIO(pages[0].data))
    assert picture.mode == "L" and picture.size == (int(148 / 25.4 * 300) // 10, int(210 / 25.4 * 300) // 10)


def test_the_glass_gives_one_page_and_both_sides_are_asked_of_the_device() -> None:
    device = Device()
    wia = Automation(Manager(device), ComFault)
    assert len(list(wia_device.pages(wia, NUMBER, ScanWish(InputSource.GLASS)))) == 1
    assert device.Properties.Item("3088").Value == 2
    list(wia_device.pages(wia, NUMBER, ScanWish(InputSource.BOTH_SIDES)))
    assert device.Properties.Item("3088").Value == 5


def test_a_jam_after_good_pages_is_told_and_the_pages_stay() -> None:
    came = []
    with pytest.raises(PaperJam):
        for page in WiaScanner(NUMBER, automation=f"{FAKE}:jams").scan(ScanWish(InputSource.FEEDER)):
            came.append(page)
    assert len(came) == 1


@pytest.mark.parametrize(
    ("code", "kind"),
    [(0x80210003, FeederEmpty), (0x80210006, ScannerBusy), (0x80210005, ScannerGone), (0x80004005, ScannerFailed)],
)
def test_what_windows_says_becomes_what_the_clerk_can_do(code: int, kind: type[CounterError]) -> None:
    wia = Automation(Manager(Device(sheets=0, fails=code - 2**32)), ComFault)
    with pytest.raises(kind):
        list(wia_device.pages(wia, NUMBER, ScanWish(InputSource.FEEDER)))


def test_a_device_that_is_not_listed_is_gone() -> None:
    with pytest.raises(ScannerGone):
        WiaScanner("another", automation=f"{FAKE}:three_sheets").options()
    assert open_scanner(NUMBER).id == f"wia:{NUMBER}"


def test_a_scan_that_is_stopped_ends_at_once_though_the_driver_is_in_the_middle_of_a_page() -> None:
    began = time.monotonic()
    scanner = WiaScanner(NUMBER, automation=f"{FAKE}:slow_sheets")
    assert list(scanner.scan(ScanWish(InputSource.FEEDER), lambda: time.monotonic() - began > 1)) == []
    assert time.monotonic() - began < 50

"""Scanning with SANE's test device: a flatbed and a feeder that holds ten sheets."""

from __future__ import annotations

import io
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PIL import Image

from counter_app.errors import CounterError
from scanning.errors import (
    CoverOpen,
    FeederEmpty,
    NoFeeder,
    PaperJam,
    ScannerBusy,
    ScannerDenied,
    ScannerFailed,
    ScannerGone,
    ScanProgramMissing,
)
from scanning.pages import RawPage
from scanning.private_directory import memory_directory
from scanning.sources.escl import EsclScanner
from scanning.sources.finding import each_once, find_scanners, scanner
from scanning.sources.sane import SaneScanner, find
from scanning.sources.sane_options import read_options
from scanning.sources.scanner import InputSource, Paper, ScannerOptions, ScanWish

SMALL = {"x": "60", "y": "80"}
SLOW = {**SMALL, "read-delay": "yes", "read-delay-duration": "200000", "read-limit": "yes"}


def scan(
    device: str,
    *,
    feeder: bool,
    dpi: int = 300,
    colour: bool = True,
    cancelled: Callable[[], bool] = lambda: False,
    settings: dict[str, str] | None = None,
) -> Iterator[RawPage]:
    wish = ScanWish(InputSource.FEEDER if feeder else InputSource.GLASS, dpi, colour)
    return SaneScanner(device, settings=settings or {}).scan(wish, cancelled)


pytestmark = pytest.mark.skipif(shutil.which("scanimage") is None, reason="needs sane-utils")


def test_the_glass_gives_one_page_at_the_resolution_asked_for() -> None:
    pages = list(scan("test", feeder=False, dpi=150, settings={**SMALL, "test-picture": "Grid"}))
    assert [(page.index, page.dpi, page.source) for page in pages] == [(0, 150, "test")]
    picture = Image.open(io.BytesIO(pages[0].data))
    assert picture.mode == "RGB"
    assert abs(picture.width - 60 / 25.4 * 150) < 4
    assert picture.convert("L").getextrema() == (0, 255)


def test_grey_is_one_channel() -> None:
    (page,) = scan("test", feeder=False, dpi=75, colour=False, settings=SMALL)
    assert Image.open(io.BytesIO(page.data)).mode == "L"


def test_the_feeder_is_emptied_and_that_is_no_error() -> None:
    assert [page.index for page in scan("test", feeder=True, dpi=75, settings=SMALL)] == list(range(10))


_MINE = f"{memory_directory()}/counter-pages-{os.getpid()}-"
"""Stands in the command line of a scanner's program that this process started."""


def test_the_first_page_is_there_while_the_next_is_still_being_scanned() -> None:
    slow = {
        **SMALL,
        "read-delay": "yes",
        "read-delay-duration": "200000",
        "read-limit": "yes",
        "read-limit-size": "20000",
    }
    pages = scan("test", feeder=True, dpi=75, settings=slow)
    next(pages)
    assert any(_MINE in command for command in _running()), "nine sheets are still in the feeder"
    next(pages)
    pages.close()  # type: ignore[attr-defined]
    assert not any(_MINE in command for command in _running())


def _running() -> Iterator[str]:
    """The command lines of all processes."""
    for folder in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):  # a process that ends while it is looked at
            yield (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")


def test_cancelling_stops_the_scanner_in_the_middle_of_a_page() -> None:
    slow = {
        **SMALL,
        "read-delay": "yes",
        "read-delay-duration": "200000",
        "read-limit": "yes",
        "read-limit-size": "1000",
    }
    seen: list[str] = []

    def cancelled() -> bool:
        seen.extend(command for command in _running() if _MINE in command)
        return bool(seen)

    assert list(scan("test", feeder=True, dpi=300, settings=slow, cancelled=cancelled)) == []
    assert seen, "it was in the middle of its first page"
    assert [command for command in _running() if _MINE in command] == []


@pytest.mark.parametrize(
    ("status", "error"),
    [
        ("JAMMED", PaperJam),
        ("COVER_OPEN", CoverOpen),
        ("DEVICE_BUSY", ScannerBusy),
        ("ACCESS_DENIED", ScannerDenied),
        ("IO_ERROR", ScannerGone),
        ("NO_DOCS", FeederEmpty),
        ("NO_MEM", ScannerFailed),
    ],
)
def test_each_way_of_failing_has_its_own_message(status: str, error: type[CounterError]) -> None:
    with pytest.raises(CounterError) as caught:
        list(scan("test", feeder=True, dpi=75, settings={**SMALL, "read-return-value": f"SANE_STATUS_{status}"}))
    assert caught.type is error
    assert len(caught.value.sentence("en")) > 30


def test_an_unplugged_scanner_is_said_not_to_answer() -> None:
    with pytest.raises(ScannerGone):
        list(scan("epson2:libusb:001:099", feeder=False))


def test_no_page_lies_about_as_a_file_afterwards() -> None:
    pages = scan("test", feeder=True, dpi=75, settings=SMALL)
    taken = [next(pages) for _ in range(3)]
    pages.close()  # type: ignore[attr-defined]
    assert all(isinstance(page, RawPage) for page in taken)
    assert not list(memory_directory().glob(f"counter-pages-{os.getpid()}-*/*.pnm"))


def test_scanners_are_listed_with_maker_and_model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "dll.conf").write_text("test\n")
    monkeypatch.setenv("SANE_CONFIG_DIR", str(tmp_path))
    found = find(20)
    assert found[0].id == "sane:test:0"
    assert "frontend-tester" in found[0].label
    assert "sane:test:0" in [device.id for device in find_scanners()]


def test_a_machine_without_scanimage_says_which_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ScanProgramMissing) as error:
        find(20)
    assert "sane-utils" in error.value.sentence("en")


def test_a_desk_finds_its_scanner_again_by_what_it_remembered() -> None:
    assert scanner("sane:test").id == "sane:test"
    assert scanner("epson2:libusb:001:004").id == "sane:epson2:libusb:001:004", "as profiles named them before"
    (page,) = scanner("sane:test").scan(ScanWish(InputSource.GLASS, 75))
    assert page.source == "test"


def test_the_test_device_offers_what_it_has() -> None:
    offered = scanner("sane:test").options()
    assert offered.places == (InputSource.FEEDER, InputSource.BY_HAND, InputSource.GLASS)
    assert (offered.colours, offered.largest) == ((True, False), (200, 200))
    assert (offered.resolution(300), offered.resolution(5000)) == (300, 1200)


def test_the_sheet_is_as_large_as_the_paper_where_the_scanner_reaches_that_far() -> None:
    def millimetres(paper: Paper) -> tuple[float, float]:
        (page,) = scanner("sane:test").scan(ScanWish(InputSource.GLASS, 100, False, paper))
        picture = Image.open(io.BytesIO(page.data))
        return round(picture.width / 100 * 25.4), round(picture.height / 100 * 25.4)

    assert millimetres(Paper.A5) == (148, 200)
    assert millimetres(Paper.A4) == millimetres(Paper.LARGEST) == (200, 200)


FUJITSU = """
All options specific to device `fujitsu:fi-7160:1':
  Standard:
    --source ADF Front|ADF Back|ADF Duplex [ADF Front]
    --mode Lineart|Halftone|Gray|Color [Lineart]
    --resolution 50..600dpi (in steps of 1) [600]
  Geometry:
    --page-width 0..221.121mm (in steps of 0.0211639) [215.872]
    --page-height 0..863.489mm (in steps of 0.0211639) [279.364]
    -l 0..215.872mm (in steps of 0.0211639) [0]
    -t 0..279.364mm (in steps of 0.0211639) [0]
    -x 0..215.872mm (in steps of 0.0211639) [215.872]
    -y 0..279.364mm (in steps of 0.0211639) [279.364]
  Sensors:
    --page-loaded[=(yes|no)] [no] [hardware]
"""
BROTHER = """
    --mode Black & White|Gray[Error Diffusion]|True Gray|24bit Color[Fast]|24bit Color [24bit Color[Fast]]
    --resolution 100|150|200|300|400|600|1200dpi [200]
    --source FlatBed|Automatic Document Feeder(left aligned)|Automatic Document Feeder(left aligned,Duplex) [FlatBed]
    -x 0..215.9mm (in steps of 0.0999908) [215.9]
    -y 0..355.6mm (in steps of 0.0999908) [355.6]
"""
EPSON = """
    --source Flatbed|Automatic Document Feeder [Flatbed]
    --adf-mode Simplex|Duplex [inactive]
    --resolution 75|150|300|600dpi [75]
    -x 0..215.9mm [215.9]
    -y 0..297.18mm [297.18]
"""


def test_a_feeder_for_both_sides_is_asked_in_its_own_words() -> None:
    office = read_options(FUJITSU)
    assert office.offered().places == (InputSource.FEEDER, InputSource.BOTH_SIDES, InputSource.BY_HAND)
    assert office.source(InputSource.FEEDER) == "ADF Front"
    both = office.chosen(ScanWish(InputSource.BOTH_SIDES, 300, colour=False))
    assert (both["source"], both["mode"]) == ("ADF Duplex", "Gray")
    assert (both["page-height"], both["y"]) == ("297", "297"), "its own default is Letter: an A4's end is cut"
    assert office.chosen(ScanWish(paper=Paper.LARGEST))["page-height"] == "420", "not 86 cm of nothing"


def test_names_with_blanks_and_brackets_are_read_whole() -> None:
    brother = read_options(BROTHER)
    assert (brother.mode(False), brother.mode(True)) == ("True Gray", "24bit Color")
    assert brother.source(InputSource.BOTH_SIDES) == "Automatic Document Feeder(left aligned,Duplex)"
    assert brother.source(InputSource.BY_HAND) == "Automatic Document Feeder(left aligned)"
    assert brother.source(InputSource.GLASS) == "FlatBed"
    assert brother.offered().resolution(250) == 300


def test_a_feeder_that_turns_sheets_by_an_option_of_its_own() -> None:
    epson = read_options(EPSON)
    assert epson.offered().places == (
        InputSource.FEEDER,
        InputSource.BOTH_SIDES,
        InputSource.BY_HAND,
        InputSource.GLASS,
    )
    assert epson.chosen(ScanWish(InputSource.BOTH_SIDES))["adf-mode"] == "Duplex"
    assert epson.chosen(ScanWish(InputSource.FEEDER))["adf-mode"] == "Simplex"
    assert "adf-mode" not in epson.chosen(ScanWish(InputSource.GLASS)), "the option sleeps while the glass is chosen"


def test_a_plain_flatbed_is_never_asked_for_a_stack() -> None:
    flatbed = read_options("    --mode Gray|Color [Gray]\n    --resolution 300dpi [300]\n")
    assert flatbed.offered().places == (InputSource.GLASS,)
    office = ScannerOptions((InputSource.GLASS,), resolutions=(100, 200, 600))
    assert (office.resolution(300), office.resolution(200)) == (600, 200)


def test_a_flatbed_without_feeder_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    flatbed = "    --source Flatbed [Flatbed]\n"
    monkeypatch.setattr("scanning.sources.sane._ask", lambda *_: flatbed)
    with pytest.raises(NoFeeder):
        list(scan("test", feeder=True))


def test_a_network_scanner_that_sane_knows_as_well_is_listed_once() -> None:
    ours = EsclScanner("http://192.168.1.20/eSCL", "Canon MF440")
    found = [
        SaneScanner("epson2:libusb:001:004", "Epson DS-530"),
        SaneScanner("airscan:e0:Canon MF440", "eSCL Canon MF440", "192.168.1.20"),
        SaneScanner("airscan:w1:Ricoh", "WSD Ricoh", "192.168.1.30"),
        ours,
    ]
    assert each_once(found) == [found[0], found[2], ours]

"""Scanning with SANE's test device: a flatbed and a feeder that holds ten sheets."""

from __future__ import annotations

import io
import os
import shutil
import time
from collections.abc import Iterator
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
from scanning.sources.sane import ScannerOptions, devices, options, scan

SMALL = {"x": "60", "y": "80"}
SLOW = {**SMALL, "read-delay": "yes", "read-delay-duration": "200000", "read-limit": "yes"}

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


def test_the_first_page_is_there_while_the_next_is_still_being_scanned() -> None:
    slow = {
        **SMALL,
        "read-delay": "yes",
        "read-delay-duration": "200000",
        "read-limit": "yes",
        "read-limit-size": "20000",
    }
    started = time.monotonic()
    pages = scan("test", feeder=True, dpi=75, settings=slow)
    next(pages)
    first = time.monotonic() - started
    next(pages)
    assert time.monotonic() - started > 1.5 * first
    pages.close()  # type: ignore[attr-defined]


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
    started = time.monotonic()
    pages = list(scan("test", feeder=True, dpi=300, settings=slow, cancelled=lambda: time.monotonic() - started > 0.5))
    assert pages == []
    assert time.monotonic() - started < 6
    mine = f"{memory_directory()}/counter-pages-{os.getpid()}-"
    assert [command for command in _running() if mine in command] == []


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
    found = devices()
    assert found[0].device == "test:0"
    assert "frontend-tester" in found[0].label


def test_a_machine_without_scanimage_says_which_package_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(ScanProgramMissing) as error:
        devices()
    assert "sane-utils" in error.value.sentence("en")


def test_the_devices_own_words_are_used_for_source_mode_and_resolution() -> None:
    test = options("test")
    assert (test.source(True), test.source(False)) == ("Automatic Document Feeder", "Flatbed")
    assert (test.mode(True), test.mode(False)) == ("Color", "Gray")
    assert (test.resolution(300), test.resolution(5000)) == (300, 1200)
    office = ScannerOptions(("ADF Duplex", "ADF Front", "FlatBed"), ("Lineart", "Gray"), (100, 200, 600), False)
    assert (office.source(True), office.source(False)) == ("ADF Front", "FlatBed")
    assert (office.resolution(300), office.resolution(200), office.mode(True)) == (600, 200, None)


def test_a_flatbed_without_feeder_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    flatbed = ScannerOptions(("Flatbed",), ("Color",), (300,), False)
    monkeypatch.setattr("scanning.sources.sane.options", lambda _: flatbed)
    with pytest.raises(NoFeeder):
        list(scan("test", feeder=True))

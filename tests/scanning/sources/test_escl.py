"""Network scanners: a multifunction device down the corridor, on good days and bad ones."""

from __future__ import annotations

import datetime
import io
import shutil
import ssl
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from PIL import Image

from counter_app.errors import CounterError
from scanning.errors import (
    CoverOpen,
    FeederEmpty,
    NoFeeder,
    PaperJam,
    ScannerBusy,
    ScannerFailed,
    ScannerGone,
    ScannerSilent,
    ScannerUnclear,
)
from scanning.pages import RawPage
from scanning.sources import escl
from scanning.sources.escl import EsclScanner
from scanning.sources.finding import scanner
from scanning.sources.sane import SaneScanner
from scanning.sources.scanner import InputSource, Paper, ScanWish
from tests.scanning.sources.escl_server import NetworkScanner, serving

Plug = Callable[..., EsclScanner]
HANGS = 60.0
"""Seconds of silence that no device makes which answers, however slow the machine is."""
FEEDER = ScanWish(InputSource.FEEDER, 75, colour=False)


@pytest.fixture
def plug_in() -> Iterator[Plug]:
    """Puts a device on the network."""
    with ExitStack() as network:

        def plug(device: NetworkScanner, tls: ssl.SSLContext | None = None) -> EsclScanner:
            url = network.enter_context(serving(device, tls))
            silence = HANGS if device.silent_at is None else 2.5
            return EsclScanner(url, "MF-1", silence=silence, patience=2.0)

        yield plug


def picture(page: RawPage) -> Image.Image:
    return Image.open(io.BytesIO(page.data))


def shades(pages: list[RawPage]) -> list[int]:
    """Which side of which sheet each page shows."""
    return [round(picture(page).convert("L").getpixel((5, 5)) / 10) for page in pages]  # type: ignore[operator]


def kept_until_failure(pages: Iterator[RawPage]) -> tuple[list[RawPage], CounterError]:
    kept: list[RawPage] = []
    with pytest.raises(CounterError) as failure:
        for page in pages:
            kept.append(page)
    return kept, failure.value


def test_the_device_tells_what_it_can_do(plug_in: Plug) -> None:
    offered = plug_in(NetworkScanner()).options()
    assert offered.places == (InputSource.FEEDER, InputSource.BOTH_SIDES, InputSource.BY_HAND, InputSource.GLASS)
    assert (offered.colours, offered.resolutions, offered.any_resolution) == ((True, False), (75, 200, 300, 600), False)
    assert offered.largest is not None and [round(side) for side in offered.largest] == [216, 356]
    assert plug_in(NetworkScanner(duplex=False, glass=False)).options().places == (
        InputSource.FEEDER,
        InputSource.BY_HAND,
    )


def test_settings_named_once_and_referred_to_are_understood(plug_in: Plug) -> None:
    shared = plug_in(NetworkScanner(shared_profile=True)).options()
    assert shared == plug_in(NetworkScanner()).options()


@pytest.mark.skipif(shutil.which("scanimage") is None, reason="needs sane-utils")
def test_the_device_of_these_tests_is_one_that_another_client_scans_from(monkeypatch: pytest.MonkeyPatch) -> None:
    """SANE has an eSCL client of its own; where it cannot scan, the tests here would prove nothing."""
    monkeypatch.delenv("SANE_CONFIG_DIR")  # its drivers as they are installed
    with serving(NetworkScanner(sheets=2)) as url:
        sane = SaneScanner(f"escl:{url.removesuffix('/eSCL')}")
        assert InputSource.BOTH_SIDES in sane.options().places
        assert shades(list(sane.scan(FEEDER))) == [1, 2]
        assert shades(list(sane.scan(replace(FEEDER, place=InputSource.GLASS)))) == [1]


def test_the_glass_gives_one_page_of_the_size_and_resolution_asked_for(plug_in: Plug) -> None:
    device = NetworkScanner()
    (page,) = plug_in(device).scan(ScanWish(InputSource.GLASS, 180, True, Paper.A5))
    assert (page.dpi, page.source, page.media_type, page.index) == (200, "MF-1", "image/jpeg", 0)
    assert picture(page).mode == "RGB"
    assert picture(page).size == pytest.approx((148 / 25.4 * 200, 210 / 25.4 * 200), abs=1)
    assert device.jobs == {}, "the device is free again"


def test_the_feeder_is_emptied_and_that_is_no_error(plug_in: Plug) -> None:
    device = NetworkScanner(sheets=4)
    pages = list(plug_in(device).scan(FEEDER))
    assert shades(pages) == [1, 2, 3, 4]
    assert [page.index for page in pages] == [0, 1, 2, 3]
    assert picture(pages[0]).mode == "L"
    assert device.deleted == [], "a job that came to its end is not cancelled"


def test_both_sides_come_in_the_order_of_the_sheets(plug_in: Plug) -> None:
    device = NetworkScanner(sheets=3)
    assert shades(list(plug_in(device).scan(replace(FEEDER, place=InputSource.BOTH_SIDES)))) == [1, 2, 3, 4, 5, 6]
    (job,) = device.jobs.values()
    assert (job.settings["Duplex"], job.settings["ColorMode"], job.settings["Version"]) == (
        "true",
        "Grayscale8",
        "2.63",
    )


def test_a_sheet_larger_than_the_device_is_scanned_as_far_as_it_reaches(plug_in: Plug) -> None:
    device = NetworkScanner(sheets=1)
    list(plug_in(device).scan(replace(FEEDER, paper=Paper.A3)))
    (job,) = device.jobs.values()
    assert int(job.settings["Width"]) in (2549, 2550)
    assert int(job.settings["Height"]) in (4199, 4200)


def test_the_first_page_is_there_while_the_next_is_still_being_scanned(plug_in: Plug) -> None:
    device = NetworkScanner(sheets=3, silent_at=1)
    pages = plug_in(device).scan(FEEDER)
    next(pages)
    assert not device.released.is_set(), "and nothing lets the next one through"
    pages.close()  # type: ignore[attr-defined]


def test_cancelling_in_the_middle_of_a_page_is_heard_by_the_device(plug_in: Plug) -> None:
    device = NetworkScanner(sheets=9, silent_at=1)
    pages = list(plug_in(device).scan(FEEDER, lambda: device.sheets <= 7))
    assert len(pages) == 1
    assert len(device.deleted) == 1
    assert not device.released.is_set(), "it did not wait for the end of the second page"


def test_a_jam_in_the_middle_of_the_stack_is_told_and_the_pages_before_it_are_kept(plug_in: Plug) -> None:
    device = NetworkScanner(sheets=6, jam_after=2)
    pages, failure = kept_until_failure(plug_in(device).scan(FEEDER))
    assert (shades(pages), type(failure)) == ([1, 2], PaperJam)
    assert len(device.deleted) == 1, "the device is free again"


def test_an_empty_feeder_and_an_open_cover_are_told_before_anything_is_scanned(plug_in: Plug) -> None:
    empty = NetworkScanner(sheets=0)
    with pytest.raises(FeederEmpty):
        list(plug_in(empty).scan(FEEDER))
    assert empty.jobs == {}, "it might have scanned its glass instead"
    open_cover = NetworkScanner(sheets=0, hatch_open=True)
    with pytest.raises(CoverOpen):
        list(plug_in(open_cover).scan(FEEDER))


def test_the_sensor_of_the_feeder_is_read(plug_in: Plug) -> None:
    assert plug_in(NetworkScanner(sheets=2)).paper_loaded() is True
    assert plug_in(NetworkScanner(sheets=0)).paper_loaded() is False
    assert plug_in(NetworkScanner(hatch_open=True)).paper_loaded() is None


def test_a_device_busy_with_a_copy_is_waited_for(plug_in: Plug) -> None:
    assert len(list(plug_in(NetworkScanner(sheets=2, busy_times=2, not_ready_times=2)).scan(FEEDER))) == 2
    with pytest.raises(ScannerBusy):
        list(plug_in(NetworkScanner(sheets=2, busy_times=99)).scan(FEEDER))


def test_a_wait_for_a_busy_device_can_be_cancelled(plug_in: Plug) -> None:
    device = NetworkScanner(sheets=2, busy_times=99)
    assert list(plug_in(device).scan(FEEDER, lambda: device.busy_times < 99)) == []
    assert device.jobs == {}


@pytest.mark.parametrize("how", ["silent_at", "cut_at"])
def test_a_device_that_falls_silent_in_the_middle_of_a_page_is_told(plug_in: Plug, how: str) -> None:
    device = NetworkScanner(sheets=3, **{how: 1})  # type: ignore[arg-type]
    pages, failure = kept_until_failure(plug_in(device).scan(FEEDER))
    assert (shades(pages), type(failure)) == ([1], ScannerSilent)


def test_a_job_that_the_device_gives_up_is_told(plug_in: Plug) -> None:
    with pytest.raises(ScannerFailed):
        list(plug_in(NetworkScanner(sheets=3, aborts=True)).scan(FEEDER))


def test_an_unplugged_device_is_said_not_to_answer() -> None:
    with serving(NetworkScanner()) as url:
        pass
    for address in (url, "http://", "http://127.0.0.1:notaport/eSCL"):
        with pytest.raises(ScannerGone):
            EsclScanner(address, "MF-1").options()


def test_a_flatbed_asked_for_a_stack_says_so(plug_in: Plug) -> None:
    flatbed = NetworkScanner().capabilities_xml().replace(b"AdfSimplex", b"X").replace(b"AdfDuplex", b"Y")
    with pytest.raises(NoFeeder):
        list(plug_in(NetworkScanner(capabilities=flatbed)).scan(FEEDER))


BOMB = b"""<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>
<scan:ScannerCapabilities xmlns:scan="http://schemas.hp.com/imaging/escl/2011/05/03">&c;</scan:ScannerCapabilities>"""


@pytest.mark.parametrize(
    ("nonsense", "failure"),
    [
        (b"<scan:ScannerCapabilities", ScannerUnclear),
        (b"<html><body>Printer</body></html>", ScannerUnclear),
        (b"\xff\xfe<\x00!\x00", ScannerUnclear),
        (BOMB, ScannerUnclear),
        (BOMB.decode().encode("utf-16"), ScannerUnclear),
        (NetworkScanner().capabilities_xml().replace(b"InputCaps", b"Nothing"), ScannerUnclear),
        (b"<a>" * 2_000_000, ScannerFailed),
    ],
)
def test_nonsense_from_the_network_is_told_in_a_sentence(
    plug_in: Plug, nonsense: bytes, failure: type[CounterError]
) -> None:
    with pytest.raises(failure) as told:
        plug_in(NetworkScanner(capabilities=nonsense)).options()
    assert len(told.value.sentence("vi")) > 30


def test_numbers_that_are_none_are_left_out(plug_in: Plug) -> None:
    odd = NetworkScanner().capabilities_xml().replace(b"<scan:MaxWidth>2550", b"<scan:MaxWidth>99999999999999")
    offered = plug_in(
        NetworkScanner(capabilities=odd.replace(b"<scan:XResolution>75<", b"<scan:XResolution>x<"))
    ).options()
    assert offered.largest is None
    assert offered.resolutions == (200, 300, 600)


def self_signed(folder: Path) -> ssl.SSLContext:
    """What a device makes itself in the factory."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "MF-1")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=4000))
        .not_valid_after(now - datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    ) + certificate.public_bytes(serialization.Encoding.PEM)
    (folder / "device.pem").write_bytes(pem)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "device.pem")
    return context


def test_the_devices_own_expired_certificate_is_taken_inside_the_office(plug_in: Plug, tmp_path: Path) -> None:
    assert len(list(plug_in(NetworkScanner(sheets=2), self_signed(tmp_path)).scan(FEEDER))) == 2


def test_beyond_the_office_certificates_are_checked() -> None:
    from counter_app.near_devices import trust

    assert trust("may-quet.example.vn") is True
    assert trust("8.8.8.8") is True
    for inside in ("192.168.1.20", "10.0.0.7", "169.254.3.4", "fe80::1", "mf440.local", "may-quet"):
        assert isinstance(trust(inside), ssl.SSLContext)


def test_a_desk_finds_it_again_by_what_it_remembered(plug_in: Plug) -> None:
    device = NetworkScanner(sheets=1)
    remembered = plug_in(device).id
    assert remembered.startswith("escl:http://127.0.0.1:")
    again = scanner(remembered)
    assert again.host == "127.0.0.1"
    assert len(list(again.scan(FEEDER))) == 1


def test_a_device_whose_paper_never_ends_is_given_up(plug_in: Plug, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(escl, "MOST_FED", 2)
    device, pages = NetworkScanner(sheets=5), []
    with pytest.raises(ScannerFailed):
        for page in plug_in(device).scan(FEEDER):
            pages.append(page)
    assert shades(pages) == [1, 2] and len(device.deleted) == 1

"""Slips on thermal printers: what comes out of a printer that reads the bytes as its manual says."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
import usb.core
import zxingcpp
from PIL import Image, ImageChops
from usb.backend import IBackend

from counter_app.dossier.model import Dossier
from printing.errors import PaperBrokeOff, PrinterGone, PrinterOff, PrinterRefused
from printing.forms.context import FormContext
from printing.forms.receipt import receipt
from printing.forms.slip import slip
from printing.layout.pictures import rendered_pages
from printing.printers import reasons, thermal_connections
from printing.printers.escpos_raster import printed
from printing.printers.finding import printer_at
from printing.printers.order import Order, Progress
from printing.printers.thermal import ThermalPrinter, at_address
from tests.printing.printers.escpos_reader import PAPER, STATE, WHY_OFFLINE, SlipPrinter, slip_printer, slips
from tests.printing.printers_here import free_port, until

pty, termios, tty = (
    pytest.importorskip(name, reason="a pseudo terminal stands for the serial line")
    for name in ("pty", "termios", "tty")
)


@pytest.fixture
def pdf(dossier: Dossier, context: Callable[..., FormContext]) -> bytes:
    return slip(context(dossier))


@pytest.fixture
def there() -> Iterator[SlipPrinter]:
    with slip_printer() as printer:
        yield printer


def at(printer: SlipPrinter, query: str = "") -> ThermalPrinter:
    return at_address("Phiếu hẹn", printer.address + query)


# What comes out


def test_the_slip_comes_out_as_the_pdf_shows_it_and_its_code_is_read(
    there: SlipPrinter, pdf: bytes, dossier: Dossier
) -> None:
    printer = at(there)
    assert printer.send(Order(pdf, "slip")) == ""
    (paper,) = slips(bytes(there.got))
    assert paper.width == 576
    (page,) = rendered_pages(pdf, 203.2)
    middle = page.convert("L").crop(((page.width - 576) // 2, 0, (page.width - 576) // 2 + 576, paper.height))
    differing = ImageChops.difference(paper, middle).point(lambda value: 255 if value > 180 else 0)
    assert differing.getbbox() is None  # no dot is far from what the page shows
    below = page.convert("L").crop((0, paper.height, page.width, page.height))
    assert below.getextrema()[0] >= 180  # nothing is cut away but empty paper
    assert [code.text for code in zxingcpp.read_barcodes(paper)] == [dossier.look_up_token]


def test_letters_are_read_from_the_slip(there: SlipPrinter, pdf: bytes, tmp_path: Path) -> None:
    at(there).send(Order(pdf, "slip"))
    (paper,) = slips(bytes(there.got))
    paper.resize((paper.width * 2, paper.height * 2), Image.Resampling.LANCZOS).save(tmp_path / "slip.png")
    command = ["tesseract", tmp_path / "slip.png", "-", "-l", "vie", "--psm", "6"]
    read = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"OMP_THREAD_LIMIT": "1"}).stdout
    for words in ("H41.99-260205-0001", "Đặng Thị Hường", "Đăng ký thành lập hộ kinh doanh", "khi nhận kết quả"):
        assert words in " ".join(read.split())


def test_each_copy_and_each_page_is_cut_off(
    there: SlipPrinter, pdf: bytes, dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    at(there).send(Order(pdf, "slip", copies=2))
    first, second = slips(bytes(there.got))
    assert first.tobytes() == second.tobytes()
    assert len(slips(printed(receipt(context(dossier)), 80, 1))) == 2  # two liên on A4, made narrow


@pytest.mark.parametrize(("width", "dots"), [(80, 576), (58, 384)])
def test_a_page_wider_than_the_paper_is_made_narrow_and_loses_nothing(
    width: int, dots: int, dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    paper, _ = slips(printed(receipt(context(dossier)), width, 1))
    assert paper.width == dots
    page = next(rendered_pages(receipt(context(dossier)), 72)).convert("L")
    inked = page.point(lambda value: 0 if value > 160 else 255).getbbox()
    seen = paper.point(lambda value: 255 - value).getbbox()
    assert inked and seen
    for there, here in zip(inked, seen, strict=True):
        assert abs(here - there * dots / page.width) < dots / 72


def test_the_narrow_printer_still_prints_a_readable_code(there: SlipPrinter, pdf: bytes, dossier: Dossier) -> None:
    at(there, "?width=58").send(Order(pdf, "slip"))
    (paper,) = slips(bytes(there.got))
    assert paper.width == 384
    assert [code.text for code in zxingcpp.read_barcodes(paper)] == [dossier.look_up_token]


def test_a_long_slip_goes_in_strips_the_printer_has_room_for(
    dossier: Dossier, context: Callable[..., FormContext]
) -> None:
    many = replace_name(dossier, "Đăng ký thành lập hộ kinh doanh " * 60)
    data = printed(slip(context(many)), 80, 1)
    assert slips(data)[0].height > 2000
    assert data.count(b"\x1dv0") >= 3


def replace_name(dossier: Dossier, name: str) -> Dossier:
    return dossier.model_copy(update={"procedure_name": name})


def test_the_library_leaves_nothing_behind_and_says_nothing(pdf: bytes, tmp_path: Path) -> None:
    (tmp_path / "slip.pdf").write_bytes(pdf)
    desk = (
        "import sys; from pathlib import Path; from printing.printers.escpos_raster import printed;"
        "printed(Path(sys.argv[1]).read_bytes(), 80, 1)"
    )
    (tmp_path / "tmp").mkdir()
    command = [sys.executable, "-c", desk, str(tmp_path / "slip.pdf")]
    done = subprocess.run(command, capture_output=True, env=os.environ | {"TMPDIR": str(tmp_path / "tmp")}, timeout=60)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert list((tmp_path / "tmp").iterdir()) == []


# Printers in trouble


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ({STATE: 0x12, WHY_OFFLINE: 0x12, PAPER: 0x7E}, reasons.NO_PAPER),
        ({STATE: 0x1A, WHY_OFFLINE: 0x32, PAPER: 0x12}, reasons.NO_PAPER),
        ({STATE: 0x1A, WHY_OFFLINE: 0x16, PAPER: 0x12}, reasons.DOOR),
        ({STATE: 0x1A, WHY_OFFLINE: 0x52, PAPER: 0x12}, reasons.FAULT),
    ],
)
def test_a_printer_that_cannot_print_gets_nothing_and_says_why(
    there: SlipPrinter, pdf: bytes, state: dict[int, int], reason: object
) -> None:
    there.state = state
    for attempt in (at(there).check, lambda: at(there).send(Order(pdf, "slip"))):
        with pytest.raises(PrinterOff) as failure:
            attempt()
        assert failure.value.values["reason"] == reason
    assert b"\x1dv0" not in there.got


def test_paper_that_is_nearly_out_still_prints(there: SlipPrinter, pdf: bytes) -> None:
    there.state[PAPER] = 0x1E
    at(there).send(Order(pdf, "slip"))
    assert len(slips(bytes(there.got))) == 1


def test_paper_that_runs_out_in_the_slip_is_no_slip(
    there: SlipPrinter, pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("printing.printers.thermal.SLOWEST", 100_000)
    there.paper_ends_after = 20_000
    with pytest.raises(PaperBrokeOff) as failure:
        at(there).send(Order(pdf, "slip"))
    assert "Phiếu hẹn" in failure.value.sentence()


@pytest.mark.parametrize("mute", [True, False])
@pytest.mark.parametrize("share", [0.3, 0.95, 1])
def test_a_printer_that_hangs_up_in_the_slip_has_not_printed_it(
    there: SlipPrinter, pdf: bytes, mute: bool, share: float
) -> None:
    there.mute, there.hangs_up_after = mute, round(share * len(printed(pdf, 80, 1)))
    with pytest.raises(PaperBrokeOff):
        at(there).send(Order(pdf, "slip"))


def test_a_mute_printer_and_one_that_knows_little_print_all_the_same(
    there: SlipPrinter, pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("printing.printers.thermal.SLOWEST", 100_000)
    there.mute = True
    at(there).check()
    at(there).send(Order(pdf, "slip"))
    there.mute, there.knows_when_all_is_printed = False, False
    at(there).send(Order(pdf, "slip"))
    until(lambda: len(slips(bytes(there.got))) == 2, "two slips")


def test_a_printer_that_is_not_there_is_gone(pdf: bytes, tmp_path: Path) -> None:
    for address in (
        f"escpos+tcp://127.0.0.1:{free_port()}",
        f"escpos+file:{tmp_path}/lp0",
        f"escpos+serial:{tmp_path}/ttyS0",
        "escpos+usb://0001:0002",
    ):
        printer = at_address("Phiếu hẹn", address)
        for attempt in (printer.check, lambda printer=printer: printer.send(Order(pdf, "slip"))):
            with pytest.raises(PrinterGone):
                attempt()
    assert not (tmp_path / "lp0").exists()


def test_what_was_sent_is_printed_and_cannot_be_withdrawn(there: SlipPrinter, pdf: bytes) -> None:
    printer = at(there)
    assert printer.progress(printer.send(Order(pdf, "slip"))) is Progress.DONE
    with pytest.raises(PrinterRefused):
        printer.cancel("")
    assert printer.trays() == []


# The other cables


def test_a_device_file_takes_the_slip(pdf: bytes, tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    device.touch()
    printer_at("Phiếu hẹn", f"escpos+file:{device}").send(Order(pdf, "slip"))
    assert device.read_bytes() == printed(pdf, 80, 1)


def test_a_device_that_takes_no_more_is_given_up(pdf: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(thermal_connections, "STALLED_SECONDS", 0.2)
    os.mkfifo(tmp_path / "lp0")
    reader = os.open(tmp_path / "lp0", os.O_RDONLY | os.O_NONBLOCK)  # holds it open, reads nothing
    with pytest.raises(PaperBrokeOff):
        at_address("Phiếu hẹn", f"escpos+file:{tmp_path}/lp0").send(Order(pdf, "slip", copies=3))
    os.close(reader)


def test_a_serial_port_takes_the_slip_and_brings_back_what_the_printer_says(pdf: bytes) -> None:
    ours, theirs = pty.openpty()
    tty.setraw(theirs, termios.TCSANOW)
    got, ended = bytearray(), threading.Event()

    def printer() -> None:
        while not ended.is_set():
            got.extend(os.read(ours, 1024))
            if got[-3:-1] == b"\x10\x04":
                os.write(ours, b"\x12")
            if got.endswith(b"\x1dr\x01"):
                os.write(ours, b"\0")
                ended.set()

    thread = threading.Thread(target=printer, daemon=True)
    thread.start()
    at_address("Phiếu hẹn", f"escpos+serial:{os.ttyname(theirs)}?baud=115200").send(Order(pdf, "slip"))
    assert ended.wait(60), "it heard the printer out"
    assert len(slips(bytes(got))) == 1
    thread.join(60)
    assert not thread.is_alive()
    os.close(ours)
    os.close(theirs)


class FakeBus(IBackend):  # type: ignore[misc]
    """A USB bus with one thermal printer on it, whose ends lie where python-escpos would not look for them."""

    def __init__(self) -> None:
        self.got = bytearray()

    def enumerate_devices(self) -> Iterator[int]:
        yield 1

    def get_device_descriptor(self, dev: int) -> SimpleNamespace:
        known = {"idVendor": 0x0416, "idProduct": 0x5011, "bNumConfigurations": 1, "bcdUSB": 0x200}
        return SimpleNamespace(**dict.fromkeys(DEVICE_FIELDS, 0) | known)

    def get_configuration_descriptor(self, dev: int, config: int) -> SimpleNamespace:
        known = {"bNumInterfaces": 2, "bConfigurationValue": 1}
        return SimpleNamespace(**dict.fromkeys(CONFIGURATION_FIELDS, 0) | known, extra_descriptors=[])

    def get_interface_descriptor(self, dev: int, intf: int, alt: int, config: int) -> SimpleNamespace:
        if alt or intf > 1:
            raise IndexError
        kind = (3, 7)[intf]  # a keyboard, as some pretend to have for their keys, and the printer
        known = {"bInterfaceNumber": intf, "bNumEndpoints": 2, "bInterfaceClass": kind}
        return SimpleNamespace(**dict.fromkeys(INTERFACE_FIELDS, 0) | known, extra_descriptors=[])

    def get_endpoint_descriptor(self, dev: int, ep: int, intf: int, alt: int, config: int) -> SimpleNamespace:
        address = ((0x02, 0x84), (0x03, 0x81))[intf][ep]
        known = {"bEndpointAddress": address, "bmAttributes": 2, "wMaxPacketSize": 64}
        return SimpleNamespace(**dict.fromkeys(ENDPOINT_FIELDS, 0) | known, extra_descriptors=[])

    def open_device(self, dev: int) -> int:
        return 1

    def close_device(self, dev_handle: int) -> None: ...

    def set_configuration(self, dev_handle: int, config_value: int) -> None: ...

    def get_configuration(self, dev_handle: int) -> int:
        return 1

    def claim_interface(self, dev_handle: int, intf: int) -> None: ...

    def release_interface(self, dev_handle: int, intf: int) -> None: ...

    def reset_device(self, dev_handle: int) -> None: ...

    def bulk_write(self, dev_handle: int, ep: int, intf: int, data: bytes, timeout: int) -> int:
        assert ep == 0x03
        self.got.extend(data)
        return len(data)

    def bulk_read(self, dev_handle: int, ep: int, intf: int, buff: array[int], timeout: int) -> int:
        assert ep == 0x81
        if self.got[-3:-1] == b"\x10\x04":
            buff[0] = 0x12
        elif self.got.endswith(b"\x1dr\x01"):
            buff[0] = 0
        else:
            raise usb.core.USBTimeoutError("nothing")
        return 1


DEVICE_FIELDS = (
    *("bLength", "bDescriptorType", "bcdUSB", "bDeviceClass", "bDeviceSubClass", "bDeviceProtocol", "bMaxPacketSize0"),
    *("idVendor", "idProduct", "bcdDevice", "iManufacturer", "iProduct", "iSerialNumber", "bNumConfigurations"),
    *("address", "bus", "port_number", "port_numbers", "speed"),
)
CONFIGURATION_FIELDS = (
    *("bLength", "bDescriptorType", "wTotalLength", "bNumInterfaces", "bConfigurationValue", "iConfiguration"),
    *("bmAttributes", "bMaxPower"),
)
INTERFACE_FIELDS = (
    *("bLength", "bDescriptorType", "bInterfaceNumber", "bAlternateSetting", "bNumEndpoints", "bInterfaceClass"),
    *("bInterfaceSubClass", "bInterfaceProtocol", "iInterface"),
)
ENDPOINT_FIELDS = (
    *("bLength", "bDescriptorType", "bEndpointAddress", "bmAttributes", "wMaxPacketSize", "bInterval"),
    *("bRefresh", "bSynchAddress"),
)


def test_a_printer_on_the_usb_bus_is_found_with_its_ends(pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    bus, find = FakeBus(), usb.core.find
    monkeypatch.setattr(usb.core, "find", lambda **wanted: find(backend=bus, **wanted))
    printer = at_address("Phiếu hẹn", "escpos+usb://0416:5011")
    printer.check()
    printer.send(Order(pdf, "slip"))
    assert len(slips(bytes(bus.got))) == 1
    with pytest.raises(PrinterGone):
        at_address("Phiếu hẹn", "escpos+usb://04b8:0202").check()

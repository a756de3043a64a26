"""Printers that speak IPP: real ones on the loopback address, and one with every trouble there is."""

from __future__ import annotations

import ctypes
import io
import os
import socket
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from counter_app.dossier.model import Dossier
from counter_app.errors import CounterError
from counter_app.language import translate
from printing.errors import (
    BadAddress,
    PaperBrokeOff,
    PaperForgotten,
    PaperUnknown,
    PrinterGone,
    PrinterOff,
    PrinterRefused,
)
from printing.forms.context import FormContext
from printing.forms.receipt import receipt
from printing.layout.pictures import rendered_pages
from printing.printers import ipp_connection
from printing.printers.finding import printer_at
from printing.printers.ipp import IppPrinter, at_address
from printing.printers.ipp_connection import Operation
from printing.printers.ipp_messages import Attribute, Group, Tag, read, written
from printing.printers.order import Order, Progress
from printing.printers.pwg_raster import raster
from printing.printers.reasons import OF_KEYWORD
from tests.printing.printers_here import (
    TroubledPrinter,
    enum,
    every_printer,
    finished,
    keyword,
    troubled_printer,
    until,
)


@pytest.fixture
def pdf(dossier: Dossier, context: Callable[..., FormContext]) -> bytes:
    return receipt(context(dossier))


@pytest.fixture
def troubled() -> Iterator[TroubledPrinter]:
    with troubled_printer() as printer:
        yield printer


def at(printer: TroubledPrinter) -> IppPrinter:
    return at_address("Tầng 2", printer.address)


# A paper and its way


def test_the_very_pdf_reaches_the_printer_and_is_followed_until_it_lies_in_the_tray(pdf: bytes) -> None:
    with every_printer() as there:
        printer = at_address("Tầng 2", there.address)
        job = printer.send(Order(pdf, "receipt H41.99-260205-0001"))
        assert finished(printer, job) is Progress.DONE
        assert there.received() == [pdf]


def test_it_travels_encrypted_to_a_printer_with_a_certificate_of_its_own_making(pdf: bytes) -> None:
    with every_printer() as there:
        printer = at_address("Tầng 2", there.address.replace("ipp://", "ipps://"))
        assert finished(printer, printer.send(Order(pdf, "receipt"))) is Progress.DONE
        assert there.received() == [pdf]


def test_copies_tray_and_paper_are_what_was_ordered(pdf: bytes) -> None:
    with every_printer() as there:
        printer = at_address("Tầng 2", there.address)
        assert printer.trays() == ["main", "manual", "by-pass-tray"]
        finished(printer, printer.send(Order(pdf, "receipt", copies=3, tray="by-pass-tray")))
        told = there.told()
    assert "IPP_COPIES=3\n" in told
    assert "IPP_SIDES=one-sided\n" in told
    media = next(line for line in told.splitlines() if line.startswith("IPP_MEDIA_COL="))
    assert "x-dimension=21000 y-dimension=29700" in media
    assert "media-source=by-pass-tray" in media


def test_a_printer_that_makes_no_copies_gets_the_pages_as_often_as_ordered(
    troubled: TroubledPrinter, pdf: bytes
) -> None:
    at(troubled).send(Order(pdf, "receipt", copies=2))
    (document,) = troubled.papers()
    assert "copies" not in troubled.asked[-1].first(Group.JOB)
    texts = [page.get_textpage().get_text_range() for page in pdfium.PdfDocument(document)]
    assert len(texts) == 4  # two liên, twice
    assert texts[:2] == texts[2:]


@pytest.mark.parametrize(
    ("paper", "asked"),
    [((595, 842), (21000, 29700)), ((595, 420), (14805, 21005)), ((227, 300), None)],  # A4, A5 on its side, a slip
)
def test_paper_is_asked_for_as_the_printer_measures_it_and_only_if_it_has_it(
    troubled: TroubledPrinter, paper: tuple[float, float], asked: tuple[int, int] | None
) -> None:
    troubled.media = ((21000, 33000), (21000, 29700), (14805, 21005))
    memory = io.BytesIO()
    page = Canvas(memory, pagesize=paper)
    page.drawString(10, 10, "Phieu")
    page.save()
    at(troubled).send(Order(memory.getvalue(), "slip"))
    media = troubled.asked[-1].first(Group.JOB).get("media-col") if asked else None
    sides = asked and {"x-dimension": (asked[0],), "y-dimension": (asked[1],)}
    assert media == (asked and ({"media-size": (sides,)},))
    assert asked or troubled.asked[-1].first(Group.JOB) == {}


def test_a_tray_that_is_no_more_leaves_the_choice_to_the_printer(pdf: bytes) -> None:
    with every_printer() as there:
        printer = at_address("Tầng 2", there.address)
        finished(printer, printer.send(Order(pdf, "receipt", tray="tray-9")))
        (media,) = (line for line in there.told().splitlines() if line.startswith("IPP_MEDIA_COL="))
        assert "media-size" in media and "media-source" not in media


def test_a_printer_without_pdf_gets_the_pages_as_raster_that_cups_itself_can_read(pdf: bytes, tmp_path: Path) -> None:
    with every_printer("image/pwg-raster,image/jpeg") as there:
        printer = at_address("Tầng 2", there.address)
        assert finished(printer, printer.send(Order(pdf, "receipt"))) is Progress.DONE
        (received,) = there.received()
    (tmp_path / "raster").write_bytes(received)
    expected = [page.convert("L") for page in rendered_pages(pdf, 300)]
    pages = read_by_cups(tmp_path / "raster")
    assert [(page[:2]) for page in pages] == [page.size for page in expected]
    assert [page[2] for page in pages] == [page.tobytes() for page in expected]
    assert len(received) < sum(page.width * page.height for page in expected) / 10


@pytest.mark.skipif(os.name == "nt", reason="CUPS' own library reads the pages")
def test_empty_paper_survives_the_packing(tmp_path: Path) -> None:
    memory = io.BytesIO()
    page = Canvas(memory, pagesize=(595, 842))
    page.drawString(100, 700, "Phieu")
    page.save()
    (tmp_path / "raster").write_bytes(raster(memory.getvalue(), 300))
    (expected,) = (page.convert("L") for page in rendered_pages(memory.getvalue(), 300))
    assert read_by_cups(tmp_path / "raster") == [(*expected.size, expected.tobytes())]


def read_by_cups(path: Path) -> list[tuple[int, int, bytes]]:
    """Width, height and grey dots of each page, read by CUPS' own library."""
    cups = ctypes.CDLL("libcups.so.2")
    cups.cupsRasterOpen.restype = ctypes.c_void_p
    cups.cupsRasterReadPixels.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint]
    cups.cupsRasterReadHeader2.argtypes = [ctypes.c_void_p, ctypes.c_char_p]
    cups.cupsRasterClose.argtypes = [ctypes.c_void_p]
    handle = os.open(path, os.O_RDONLY)
    stream = cups.cupsRasterOpen(handle, 0)
    pages = []
    header = ctypes.create_string_buffer(1796)
    while cups.cupsRasterReadHeader2(stream, header):
        numbers = memoryview(header.raw).cast("I")
        width, height = numbers[372 // 4], numbers[376 // 4]
        assert (numbers[276 // 4], numbers[352 // 4]) == (300, 595)
        dots = ctypes.create_string_buffer(width * height)
        assert cups.cupsRasterReadPixels(stream, dots, width * height) == width * height
        pages.append((width, height, dots.raw))
    cups.cupsRasterClose(stream)
    os.close(handle)
    return pages


def test_a_printer_that_takes_neither_says_so_before_anything_is_sent(troubled: TroubledPrinter, pdf: bytes) -> None:
    troubled.formats = ("application/vnd.hp-PCL", "image/urf")
    with pytest.raises(PaperUnknown):
        at(troubled).send(Order(pdf, "receipt"))
    assert troubled.papers() == []


def test_nothing_personal_goes_with_the_paper(troubled: TroubledPrinter, pdf: bytes) -> None:
    at(troubled).send(Order(pdf, "receipt H41.99-260205-0001"))
    request = troubled.asked[-1]
    said = request.first(Group.OPERATION)
    assert (said["job-name"], said["requesting-user-name"]) == (("receipt H41.99-260205-0001",), ("counter",))


def test_a_printer_is_asked_once_whether_it_is_ready_and_then_has_the_paper(
    troubled: TroubledPrinter, pdf: bytes
) -> None:
    """Nothing else is said, so that the first byte is there within some milliseconds."""
    printer = at(troubled)
    for sheets in range(1, 4):
        troubled.asked.clear()
        printer.send(Order(pdf, "receipt", copies=sheets))
        operations = [Operation(request.code) for request in troubled.asked]
        assert operations == [Operation.GET_PRINTER_ATTRIBUTES, Operation.PRINT_JOB]


# Printers in trouble


def test_a_printer_that_is_not_there_is_gone(pdf: bytes) -> None:
    with every_printer() as there:
        printer = at_address("Tầng 2", there.address)
        printer.check()
    for attempt in (printer.check, lambda: printer.send(Order(pdf, "receipt")), lambda: printer.progress("1")):
        with pytest.raises(PrinterGone) as failure:
            attempt()
        assert "Tầng 2" in failure.value.sentence()
    assert printer.trays() == []


def test_a_printer_that_dies_in_the_paper_is_never_taken_for_done(pdf: bytes) -> None:
    with every_printer(command="sleep 60") as there:
        printer = at_address("Tầng 2", there.address)
        job = printer.send(Order(pdf, "receipt"))
        assert printer.progress(job) is Progress.WORKING
        there.program.kill()
        there.program.wait()
        with pytest.raises(PrinterGone):
            printer.progress(job)


def test_a_paper_the_printer_gives_up_half_way_broke_off(pdf: bytes) -> None:
    with every_printer(command="exit 1") as there:
        printer = at_address("Tầng 2", there.address)
        with pytest.raises(PaperBrokeOff) as failure:
            finished(printer, printer.send(Order(pdf, "receipt")))
    assert "Tầng 2" in failure.value.sentence()


def test_a_withdrawn_paper_does_not_come_out_and_a_printed_one_cannot_be_withdrawn(pdf: bytes) -> None:
    with every_printer(command='until [ -e "${0%/*}/withdrawn" ]; do sleep 0.05; done') as there:
        printer = at_address("Tầng 2", there.address)
        job = printer.send(Order(pdf, "receipt"))
        until(lambda: (there.root / "told").exists(), "it does not print")
        printer.cancel(job)
        (there.root / "withdrawn").touch()
        with pytest.raises(PaperBrokeOff):
            finished(printer, job)
    with every_printer() as there:
        printer = at_address("Tầng 2", there.address)
        job = printer.send(Order(pdf, "receipt"))
        finished(printer, job)
        with pytest.raises(PrinterRefused):
            printer.cancel(job)


def test_a_printer_busy_with_another_paper_says_so(pdf: bytes) -> None:
    with every_printer(command="sleep 60") as there:
        printer = at_address("Tầng 2", there.address)
        printer.send(Order(pdf, "receipt"))
        with pytest.raises(PrinterOff) as failure:
            printer.send(Order(pdf, "receipt"))
    assert failure.value.values["reason"] == OF_KEYWORD["spool-area-full"]


def test_a_printer_that_stands_still_gets_nothing_it_could_print_later(troubled: TroubledPrinter, pdf: bytes) -> None:
    troubled.state, troubled.reasons = 5, ("media-low-warning", "media-empty-error")
    for attempt in (at(troubled).check, lambda: at(troubled).send(Order(pdf, "receipt"))):
        with pytest.raises(PrinterOff) as failure:
            attempt()
        assert failure.value.sentence().startswith("Máy in Tầng 2 không in: máy hết giấy.")
    assert troubled.papers() == []


def test_a_job_waits_for_help_and_goes_on_with_it(troubled: TroubledPrinter, pdf: bytes) -> None:
    printer = at(troubled)
    job = printer.send(Order(pdf, "receipt"))
    troubled.state, troubled.reasons = 4, ("toner-low-warning", "media-jam")
    with pytest.raises(PrinterOff) as failure:
        printer.progress(job)
    assert failure.value.values["reason"] == OF_KEYWORD["media-jam"]
    troubled.reasons = ("toner-empty-warning", "media-empty-report")
    assert printer.progress(job) is Progress.WORKING
    troubled.job = {Operation.GET_JOB_ATTRIBUTES: [enum("job-state", 9), keyword("job-state-reasons", "none")]}
    assert printer.progress(job) is Progress.DONE


@pytest.mark.parametrize(
    ("job", "raised"),
    [
        ([enum("job-state", 7)], PaperBrokeOff),
        ([enum("job-state", 8)], PaperBrokeOff),
        ([enum("job-state", 9), keyword("job-state-reasons", "job-completed-with-errors")], PaperBrokeOff),
        ([enum("job-state", 6)], PrinterOff),
        ([enum("job-state", 4)], PrinterOff),
    ],
)
def test_how_a_job_can_end_or_stop(
    troubled: TroubledPrinter, pdf: bytes, job: list[Attribute], raised: type[CounterError]
) -> None:
    printer = at(troubled)
    number = printer.send(Order(pdf, "receipt"))
    troubled.job = {Operation.GET_JOB_ATTRIBUTES: job}
    with pytest.raises(raised):
        printer.progress(number)


@pytest.mark.parametrize(
    ("status", "raised"),
    [(0x0507, PrinterOff), (0x0504, PrinterOff), (0x040A, PrinterRefused), (0x0406, PrinterGone)],
)
def test_how_a_printer_can_refuse(
    troubled: TroubledPrinter, pdf: bytes, status: int, raised: type[CounterError]
) -> None:
    troubled.status = {Operation.PRINT_JOB: status}
    with pytest.raises(raised):
        at(troubled).send(Order(pdf, "receipt"))


def test_a_printer_that_takes_no_jobs_refuses(troubled: TroubledPrinter, pdf: bytes) -> None:
    troubled.accepting = False
    with pytest.raises(PrinterRefused):
        at(troubled).send(Order(pdf, "receipt"))
    assert troubled.papers() == []


def test_a_job_that_died_while_it_was_taken_broke_off(troubled: TroubledPrinter, pdf: bytes) -> None:
    troubled.job = {Operation.PRINT_JOB: [Attribute("job-id", Tag.INTEGER, (7,)), enum("job-state", 8)]}
    with pytest.raises(PaperBrokeOff):
        at(troubled).send(Order(pdf, "receipt"))


def test_a_printer_that_forgot_the_job_does_not_count_it_as_printed(troubled: TroubledPrinter, pdf: bytes) -> None:
    printer = at(troubled)
    job = printer.send(Order(pdf, "receipt"))
    troubled.status = {Operation.GET_JOB_ATTRIBUTES: 0x0406}
    with pytest.raises(PaperForgotten):
        printer.progress(job)


@pytest.mark.parametrize("answer", [b"", b"<html>", written(0, 1, [(Group.JOB, [enum("job-state", 3)])])[:-3]])
def test_a_line_that_breaks_with_the_paper_on_it(troubled: TroubledPrinter, pdf: bytes, answer: bytes) -> None:
    troubled.raw = lambda operation: answer if operation is Operation.PRINT_JOB else None
    with pytest.raises(PaperBrokeOff):
        at(troubled).send(Order(pdf, "receipt"))
    troubled.raw = lambda operation: answer
    with pytest.raises(PrinterRefused if answer else PrinterGone):
        at(troubled).check()


def test_a_line_cut_in_the_middle_of_the_paper(troubled: TroubledPrinter) -> None:
    """A printer unplugged after the first bytes of a large paper."""
    cut = threading.Event()

    class Cutting:
        def __init__(self) -> None:
            self.listening = socket.create_server(("127.0.0.1", 0))

        def serve(self) -> None:
            while not cut.is_set():
                connection, _ = self.listening.accept()
                with connection:
                    heard = b""
                    while b"\r\n\r\n" not in heard:
                        heard += connection.recv(65536)
                    head, _, body = heard.partition(b"\r\n\r\n")
                    length = int(head.lower().partition(b"content-length:")[2].split()[0])
                    if length > 100_000:
                        cut.set()
                        return
                    while len(body) < length:
                        body += connection.recv(65536)
                    answer = troubled.answer(read(body))
                    head = f"HTTP/1.1 200 OK\r\nContent-Length: {len(answer)}\r\nConnection: close\r\n\r\n".encode()
                    connection.sendall(head + answer)

    server = Cutting()
    thread = threading.Thread(target=server.serve)
    thread.start()
    with pytest.raises(PaperBrokeOff):
        address = f"ipp://127.0.0.1:{server.listening.getsockname()[1]}/"
        at_address("Tầng 2", address).send(Order(large_pdf(), "list"))
    thread.join()
    server.listening.close()


def large_pdf() -> bytes:
    """More than a line holds on its way: a list with a picture in it."""
    memory = io.BytesIO()
    Image.frombytes("RGB", (2000, 2000), os.urandom(12_000_000)).save(memory, "PDF", quality=95)
    return memory.getvalue()


def test_a_printer_that_says_nothing_is_given_up(pdf: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ipp_connection, "ANSWER_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(PrinterGone):
        at_address("Tầng 2", f"ipp://127.0.0.1:{silent.getsockname()[1]}/").send(Order(pdf, "receipt"))


@pytest.mark.parametrize(
    "address",
    [
        *("", "ipp:", "ipp://", "ipp://host:none/", "ipp://host:99999/", "http://host/", "lpd://host", "/dev/lp0"),
        *("escpos+tcp:", "escpos+usb://04b8", "escpos+usb://xx:yy", "escpos+tcp://host?width=60", "folder:"),
        *("escpos+tcp://host:9100?width=wide", "escpos+serial:", "escpos+bluetooth:1", "escpos+tcp://host?colour=1"),
    ],
)
def test_an_address_that_is_none_is_said_to_be(address: str, pdf: bytes) -> None:
    printer = printer_at("Tầng 2", address)
    for attempt in (printer.check, lambda: printer.send(Order(pdf, "receipt")), lambda: printer.cancel("1")):
        with pytest.raises(BadAddress) as failure:
            attempt()
        assert "Tầng 2" in failure.value.sentence()
    assert printer.trays() == []


def test_every_trouble_is_said_in_vietnamese() -> None:
    for phrase in OF_KEYWORD.values():
        assert translate(*phrase) != phrase.source

"""`counter bench print`: papers and their way to a printer, each figure beside what is allowed."""

from __future__ import annotations

import io
import math
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Thread

import pypdfium2 as pdfium

from counter_app.bench.desk import desk_with, draft
from counter_app.bench.figures import Figure, medians
from counter_app.desk import receiving
from counter_app.desk.desk import Desk
from counter_app.dossier.life import HandOver
from counter_app.dossier.model import Dossier
from counter_app.dossier.subjects import ActAt
from printing.form_context import context
from printing.form_list import FORMS
from printing.handout import ask_for, paper
from printing.printers.finding import printer_at
from printing.printers.ipp_connection import Operation
from printing.printers.ipp_messages import Attribute, Group, Tag, read, written
from printing.spooler import Spooler

_PAGES = 200
_LINES = 1_000  # of the list that shows how many make a page
_RECEIPTS = 20


def print_figures() -> Iterator[Figure]:
    """A receipt from data to PDF, its size, a long list, and the way from “receive” to a printer on this machine."""
    with desk_with(1) as desk:
        code = desk.store.find()[0].code
        ours, plain = medians(_RECEIPTS, lambda: paper(desk, [code], "receipt"), _plain_pages)
        yield Figure("receipt, two copies", ours, plain, "two plain pages by the same library")
        yield Figure("receipt from data to PDF", ours, 0.040, "the 40 ms allowed")
        yield Figure("receipt's size", len(paper(desk, [code], "receipt")) / 1000, 60, "the 60 kB allowed", "kB")
        yield _long_list(desk, desk.dossier(code))
        yield Figure("receive to printer", _way_to_printer(desk), 0.300, "the 300 ms allowed")


def _plain_pages() -> None:
    from reportlab.pdfgen.canvas import Canvas

    canvas = Canvas(io.BytesIO())
    for _ in range(2):
        for line in range(40):
            canvas.drawString(72, 760 - 16 * line, "GIAY TIEP NHAN HO SO VA HEN TRA KET QUA " * 2)
        canvas.showPage()
    canvas.save()


def _long_list(desk: Desk, dossier: Dossier) -> Figure:
    """A hand-over list of as many dossiers as fill 200 pages, both copies counted."""
    step = HandOver(
        from_unit=desk.profile.office.unit,
        to_unit="Phòng Văn hóa – Xã hội",
        given_by="Trần Thị Mẫu",
        taken_by="Lê Văn Mẫu",
        at=desk.now(),
        due_at=dossier.due_at,
    )
    handed_over = dossier.model_copy(update={"hand_overs": (step,)})

    def made(lines: int) -> bytes:
        several = tuple(
            handed_over.model_copy(update={"code": f"{dossier.code[:-4]}{number:04}"}) for number in range(lines)
        )
        return FORMS["hand_over_list"].make(context(desk, several, "hand_over_list", ActAt(step.at)))

    lines = math.ceil(_LINES * _PAGES / (len(pdfium.PdfDocument(made(_LINES))) - 2))  # each copy ends with a short page
    start = time.perf_counter()
    pdf = made(lines)
    seconds = time.perf_counter() - start
    return Figure(f"list of {len(pdfium.PdfDocument(pdf))} pages", seconds, 2.0, "the 2 s allowed")


def _way_to_printer(desk: Desk) -> float:
    """Median seconds from “receive” to the last byte of the receipt at an IPP printer on the loopback address."""
    seconds = []
    with _loopback_printer() as loopback:
        printer = printer_at("loopback", loopback.address)
        spooler = Spooler(desk, lambda name: printer)
        spooler.start()
        try:
            for number in range(_RECEIPTS + 1):
                intake = draft(desk, number)
                start = time.perf_counter()
                dossier = receiving.receive(desk, intake.id)
                ask_for(desk, [dossier.code], "receipt", printer="loopback")
                spooler.wake()
                seconds.append(loopback.wait_for(number + 1) - start)
        finally:
            spooler.stop()
    return statistics.median(seconds[1:])


@dataclass
class _Loopback:
    """An IPP printer that takes every paper and is done at once."""

    address: str
    _came: list[float] = field(default_factory=list)
    _news: Condition = field(default_factory=Condition)

    def wait_for(self, paper: int) -> float:
        """When the paper of that number, counted from 1, was there with its last byte."""
        with self._news:
            if not self._news.wait_for(lambda: len(self._came) >= paper, timeout=30):
                raise TimeoutError
            return self._came[paper - 1]

    def take(self, body: bytes) -> bytes:
        """The answer to a request."""
        at, request = time.perf_counter(), read(body)
        if request.code == Operation.PRINT_JOB:
            with self._news:
                self._came.append(at)
                self._news.notify_all()
        said = {Operation.GET_PRINTER_ATTRIBUTES: (Group.PRINTER, _READY)}
        group = said.get(Operation(request.code), (Group.JOB, _DONE))
        return written(0, request.number, [(Group.OPERATION, _HEAD), group])


_HEAD = [Attribute("attributes-charset", Tag.CHARSET, ("utf-8",))]
_READY = [
    Attribute("printer-state", Tag.ENUM, (3,)),
    Attribute("printer-state-reasons", Tag.KEYWORD, ("none",)),
    Attribute("printer-is-accepting-jobs", Tag.BOOLEAN, (True,)),
    Attribute("document-format-supported", Tag.MIME_TYPE, ("application/pdf",)),
]
_DONE = [Attribute("job-id", Tag.INTEGER, (1,)), Attribute("job-state", Tag.ENUM, (9,))]


@contextmanager
def _loopback_printer() -> Iterator[_Loopback]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # an answer goes in one piece; in two, the second would wait 40 ms for the first

        def do_POST(self) -> None:
            answer = loopback.take(self.rfile.read(int(self.headers["Content-Length"])))
            self.send_response(200)
            self.send_header("Content-Type", "application/ipp")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:
            """Says nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        server.daemon_threads = True
        loopback = _Loopback(f"ipp://127.0.0.1:{server.server_address[1]}/ipp/print")
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield loopback
        finally:
            server.shutdown()

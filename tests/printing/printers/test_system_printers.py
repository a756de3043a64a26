"""A real CUPS scheduler of our own: what the clerk is told when a queue has troubles, by IPP and through Qt."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf
import pytest

from counter_app.commands.doctor import Verdict, examine
from counter_app.dossier.model import Dossier
from printing.errors import PaperBrokeOff, PrinterGone, PrinterOff, PrinterRefused
from printing.forms.context import FormContext
from printing.forms.receipt import receipt
from printing.printers.finding import printer, printers
from printing.printers.order import Order, Progress
from printing.printers.reasons import OF_KEYWORD, PAUSED
from tests.pace import slower
from tests.printing.printers_here import Cups, cups_scheduler, every_printer, finished, until

QUEUE = "Tang2"


@pytest.fixture
def cups(monkeypatch: pytest.MonkeyPatch) -> Iterator[Cups]:
    with cups_scheduler() as scheduler:
        for name, value in scheduler.environment.items():
            monkeypatch.setenv(name, value)
        scheduler.queue(QUEUE)
        yield scheduler


@pytest.fixture
def pdf(dossier: Dossier, context: Callable[..., FormContext]) -> bytes:
    return receipt(context(dossier))


def test_the_very_pdf_goes_through_the_queue_to_the_printer_and_is_followed_there(cups: Cups, pdf: bytes) -> None:
    with every_printer() as there:
        cups.queue("Phong1", there.address)
        queue = printer("Phong1", {})
        assert finished(queue, queue.send(Order(pdf, "receipt H41.99-260205-0001"))) is Progress.DONE
        assert there.received() == [pdf]
        assert [path.read_bytes() for path in cups.documents()] == [pdf]


def test_a_queue_hands_on_how_many_copies_were_ordered(cups: Cups, pdf: bytes) -> None:
    with every_printer() as there:
        cups.queue("Phong1", there.address)
        queue = printer("Phong1", {})
        finished(queue, queue.send(Order(pdf, "receipt", copies=2)))
        assert there.received() == [pdf]
        assert "IPP_COPIES=2\n" in there.told()


def test_a_printer_that_dies_behind_the_queue_stops_the_job_and_withdrawn_it_prints_elsewhere(
    cups: Cups, pdf: bytes
) -> None:
    with every_printer() as there:
        cups.queue("Phong1", there.address)
    queue = printer("Phong1", {})
    job = queue.send(Order(pdf, "receipt"))
    reasons = []

    def stands_still() -> bool:
        try:
            assert queue.progress(job) is Progress.WORKING
        except PrinterOff as failure:
            reasons.append(failure.values["reason"])
        return bool(reasons)

    until(stands_still, "nobody is told that the printer is gone", 60)
    assert reasons == [OF_KEYWORD["offline"]]
    queue.cancel(job)
    with pytest.raises(PaperBrokeOff):
        finished(queue, job)
    other = printer(QUEUE, {})
    assert finished(other, other.send(Order(pdf, "receipt"))) is Progress.DONE


def test_the_desks_own_printers_stand_before_the_systems_and_its_default_before_the_others(
    cups: Cups, tmp_path: Path
) -> None:
    cups.queue("A-first")
    cups.run("lpadmin", "-d", QUEUE)
    own = {"Phiếu hẹn": "escpos+tcp://192.168.1.8", "Thư mục": f"folder:{tmp_path}", "A-first": f"folder:{tmp_path}"}
    assert [item.name for item in printers(own)] == ["Phiếu hẹn", "Thư mục", "A-first", QUEUE]
    assert [item.name for item in printers({})] == [QUEUE, "A-first"]


def test_cups_without_queues_has_none(cups: Cups) -> None:
    cups.run("lpadmin", "-x", QUEUE)
    assert printers({}) == []


def test_a_queue_in_trouble_says_which(cups: Cups, pdf: bytes) -> None:
    queue = printer(QUEUE, {})
    cups.run("cupsdisable", QUEUE)
    with pytest.raises(PrinterOff) as failure:
        queue.send(Order(pdf, "receipt"))
    assert failure.value.values["reason"] == PAUSED
    cups.run("cupsenable", QUEUE)
    cups.run("cupsreject", QUEUE)
    with pytest.raises(PrinterRefused):
        queue.send(Order(pdf, "receipt"))
    cups.run("cupsaccept", QUEUE)
    queue.check()
    assert cups.documents() == []
    cups.run("lpadmin", "-x", QUEUE)
    with pytest.raises(PrinterGone):
        queue.send(Order(pdf, "receipt"))
    with pytest.raises(PrinterGone):
        printer(QUEUE, {})


def test_the_doctor_names_each_printer_and_whether_it_is_ready(cups: Cups, tmp_path: Path) -> None:
    cups.queue("Phong1")
    cups.run("cupsdisable", QUEUE)
    found = [item for item in examine(tmp_path, tmp_path / "profile.toml") if item.check == "printers"]
    assert [(item.verdict, item.message.partition(".")[0]) for item in found] == [
        (Verdict.SOUND, "Phong1 đã sẵn sàng"),
        (Verdict.WARNING, f"Máy in {QUEUE} không in: máy đã bị tạm dừng"),
    ]


@pytest.mark.alone  # what CUPS takes cannot be counted, only timed
def test_a_queue_has_the_paper_within_fifty_milliseconds(cups: Cups, pdf: bytes) -> None:
    queue, taken = printer(QUEUE, {}), []
    for _ in range(5):
        begun = time.perf_counter()
        queue.send(Order(pdf, "receipt"))
        taken.append(time.perf_counter() - begun)
    assert min(taken) < 0.05 * slower()


# Through Qt: a system whose CUPS does not answer by IPP, and Windows


def printed_by_a_desk(pdf: bytes, tmp_path: Path, copies: int = 1) -> str:
    """What a desk says that prints the paper on the queue: "taken", or the name of the error."""
    (tmp_path / "paper.pdf").write_bytes(pdf)
    desk = f"""
from pathlib import Path
from PySide6.QtWidgets import QApplication
from counter_app.errors import CounterError
from printing.printers.order import Order
from printing.printers import qt
application = QApplication([])
try:
    qt.QtPrinter("{QUEUE}").send(Order(Path({str(tmp_path / "paper.pdf")!r}).read_bytes(), "receipt", {copies}))
    print("taken")
except CounterError as failure:
    print(type(failure).__name__)
"""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run([sys.executable, "-c", desk], env=environment, capture_output=True, text=True, timeout=60)
    return done.stdout.strip() or done.stderr


def test_a_paper_reaches_the_queue_through_qt_in_its_true_size(cups: Cups, pdf: bytes, tmp_path: Path) -> None:
    assert printed_by_a_desk(pdf, tmp_path, copies=2) == "taken"
    (job,) = cups.documents()
    with pikepdf.open(job) as printed:
        boxes = [page.mediabox for page in printed.pages]
    assert len(boxes) == 4  # two liên, twice
    assert all((round(float(box[2])), round(float(box[3]))) == (595, 842) for box in boxes)


def test_a_queue_in_trouble_is_never_taken_for_printed_by_qt(cups: Cups, pdf: bytes, tmp_path: Path) -> None:
    cups.run("cupsdisable", QUEUE)
    assert printed_by_a_desk(pdf, tmp_path) == "PrinterOff"
    cups.run("cupsenable", QUEUE)
    cups.run("cupsreject", QUEUE)  # on, but takes no jobs: Qt alone would call this printed
    assert printed_by_a_desk(pdf, tmp_path) == "PrinterRefused"
    cups.run("cupsaccept", QUEUE)
    assert printed_by_a_desk(pdf, tmp_path) == "taken"
    assert len(cups.documents()) == 1
    cups.run("lpadmin", "-x", QUEUE)
    assert printed_by_a_desk(pdf, tmp_path) == "PrinterGone"


def test_a_system_without_cups_is_asked_through_qt(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CUPS_SERVER", str(tmp_path / "nobody"))
    desk = "from printing.printers.finding import printers; import sys; print(printers({}), 'PySide6' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", desk], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "[] True", done.stderr


def test_no_library_of_a_kind_is_loaded_before_one_of_its_printers_is_used() -> None:
    desk = "import sys, printing.printers.finding; print({'PySide6', 'httpx', 'escpos'} & sys.modules.keys())"
    done = subprocess.run([sys.executable, "-c", desk], capture_output=True, text=True, timeout=60)
    assert done.stdout.strip() == "set()", done.stderr

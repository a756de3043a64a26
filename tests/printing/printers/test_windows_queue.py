"""A paper on a Windows printer is followed to its end; a stand-in for the spooler says what the real one says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest

from counter_app.errors import CounterError
from printing.errors import PaperBrokeOff, PrinterGone, PrinterOff, PrinterRefused
from printing.printers.order import Order, Progress
from printing.printers.reasons import NO_PAPER, PAUSED, SILENT
from printing.printers.windows_queue import Job, WindowsPrinter

ORDER = Order(b"%PDF", "receipt 17")


@dataclass
class FakeSpooler:
    waiting: list[Job] = field(default_factory=lambda: [Job(4, "receipt 17"), Job(5, "thư của phòng khác")])
    gone: bool = False

    def jobs(self, printer: str) -> list[Job]:
        if self.gone:
            raise OSError(1801, printer)  # ERROR_INVALID_PRINTER_NAME
        return list(self.waiting)

    def delete(self, printer: str, number: int) -> bool:
        before = len(self.waiting)
        self.waiting = [job for job in self.jobs(printer) if job.number != number]
        return len(self.waiting) < before

    def paint(self, order: Order) -> None:
        self.waiting.append(Job(6, order.title, 0x0008))  # JOB_STATUS_SPOOLING

    def says(self, status: int) -> None:
        self.waiting[-1] = replace(self.waiting[-1], status=status)


@pytest.fixture
def spooler() -> FakeSpooler:
    return FakeSpooler()


@pytest.fixture
def printer(spooler: FakeSpooler) -> WindowsPrinter:
    return WindowsPrinter("Máy in tầng 2", spooler, spooler.paint, lambda: None)


def test_the_job_is_found_among_others_and_followed_until_the_spooler_forgets_it(
    printer: WindowsPrinter, spooler: FakeSpooler
) -> None:
    job = printer.send(ORDER)
    assert job == "6", "an older job of the same title is another paper"
    assert printer.progress(job) is Progress.WORKING
    spooler.says(0x0010)  # JOB_STATUS_PRINTING
    assert printer.progress(job) is Progress.WORKING
    spooler.waiting.pop()
    assert printer.progress(job) is Progress.DONE


def test_what_was_printed_before_anybody_could_ask_counts_as_printed(spooler: FakeSpooler) -> None:
    quick = WindowsPrinter("Máy in tầng 2", spooler, lambda order: None, lambda: None)
    assert quick.send(ORDER) == ""
    assert quick.progress("") is Progress.DONE


@pytest.mark.parametrize(("status", "reason"), [(0x0050, NO_PAPER), (0x0022, SILENT), (0x0001, PAUSED)])
def test_a_job_that_stands_says_why(printer: WindowsPrinter, spooler: FakeSpooler, status: int, reason: object) -> None:
    job = printer.send(ORDER)
    spooler.says(status)
    with pytest.raises(PrinterOff) as told:
        printer.progress(job)
    assert told.value.values["reason"] == reason


def test_a_printed_job_that_the_spooler_clears_away_is_printed(printer: WindowsPrinter, spooler: FakeSpooler) -> None:
    job = printer.send(ORDER)
    spooler.says(0x0084)  # JOB_STATUS_PRINTED, _DELETING
    assert printer.progress(job) is Progress.DONE


def test_a_job_that_somebody_deletes_broke_off(printer: WindowsPrinter, spooler: FakeSpooler) -> None:
    job = printer.send(ORDER)
    spooler.says(0x0004)  # JOB_STATUS_DELETING
    with pytest.raises(PaperBrokeOff):
        printer.progress(job)


def test_a_job_can_be_withdrawn_once(printer: WindowsPrinter) -> None:
    job = printer.send(ORDER)
    printer.cancel(job)
    for done in (job, ""):
        with pytest.raises(PrinterRefused):
            printer.cancel(done)


def test_a_printer_that_windows_no_longer_knows_is_gone(printer: WindowsPrinter, spooler: FakeSpooler) -> None:
    spooler.gone = True
    failures: list[type[CounterError]] = []
    for ask in (lambda: printer.send(ORDER), lambda: printer.progress("6"), lambda: printer.cancel("6")):
        with pytest.raises(CounterError) as told:
            ask()
        failures.append(type(told.value))
    assert failures == [PrinterGone] * 3

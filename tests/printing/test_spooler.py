"""The threads of the printers: none waits for another, and no fault ends the printing."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

import pytest

from counter_app.desk.desk import Desk
from counter_app.store.faults import StoreDiskFull
from counter_app.store.print_jobs import JobState, PrintJob
from counter_app.store.store import Store
from printing.errors import PrinterOff
from printing.handout import ask_for
from printing.print_queue import JobMovedOn, PrintQueue
from printing.spooler import Spooler
from tests.conftest import received
from tests.printing.paper_printers import PaperPrinter


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 120  # so long a failure takes; what is waited for comes at once
    while not true():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_the_spooler_prints_while_one_printer_hangs(desk: Desk) -> None:
    class Hanging(PaperPrinter):
        def send(self, order):  # type: ignore[no-untyped-def]
            begun.set()
            go_on.wait(120)
            return super().send(order)

    begun, go_on = threading.Event(), threading.Event()
    printers = {"Máy A": Hanging("Máy A"), "Máy B": PaperPrinter("Máy B")}
    code = received(desk)
    told: list[PrintJob] = []
    spooler = Spooler(desk, lambda name: printers[name or "Máy B"], told.append)
    spooler.start()
    try:
        slow = ask_for(desk, [code], "receipt", printer="Máy A")
        spooler.wake()
        assert begun.wait(60)
        with pytest.raises(JobMovedOn):
            spooler.queue(desk).cancel(slow.id)
        for _ in range(3):
            ask_for(desk, [code], "slip")
            spooler.wake()
        until(lambda: len(printers["Máy B"].tray) == 3)
        go_on.set()
        until(lambda: len(desk.dossier(code).papers) == 4)
        until(lambda: slow.id in [job.id for job in told if job.state is JobState.PRINTED])
    finally:
        go_on.set()
        spooler.stop()


def test_what_the_clerk_decides_takes_effect_at_once_and_a_fault_of_the_program_stops_nothing(desk: Desk) -> None:
    printers = {"Máy A": PaperPrinter("Máy A", trouble=ZeroDivisionError()), "Máy B": PaperPrinter("Máy B")}
    job = ask_for(desk, [received(desk)], "receipt", printer="Máy A")
    spooler = Spooler(desk, printers.__getitem__)
    spooler.start()

    def state() -> JobState:
        kept = desk.store.print_jobs.get(job.id)
        assert kept
        return kept.state

    def waits_with_a_reason() -> bool:  # before it was tried it waits too, and may be sent any moment
        kept = desk.store.print_jobs.get(job.id)
        return kept is not None and kept.state is JobState.WAITING and kept.failure is not None

    try:
        until(lambda: state() is JobState.UNSURE)
        queue = spooler.queue(desk)
        queue.settle(job.id, printed=False)
        until(lambda: state() is JobState.UNSURE)
        printers["Máy A"].trouble = PrinterOff(printer="Máy A")
        queue.settle(job.id, printed=False)
        until(waits_with_a_reason)
        queue.move(job.id, "Máy B")
        until(lambda: state() is JobState.PRINTED)
    finally:
        spooler.stop()


def test_a_disk_too_full_to_note_a_print_is_told_beside_the_paper_that_waits(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[PrintJob] = []
    job = ask_for(desk, [received(desk)], "receipt", printer="Máy A")

    def full(*_: object) -> None:
        raise StoreDiskFull

    monkeypatch.setattr(Store, "draw_print", full)
    spooler = Spooler(desk, PaperPrinter, told.append)
    spooler.start()
    try:
        until(lambda: bool(told))
    finally:
        spooler.stop()
    assert told[0].id == job.id and told[0].failure is not None
    assert "đã đầy" in told[0].failure.sentence("vi")
    kept = desk.store.print_jobs.get(job.id)
    assert kept is not None and kept.state is JobState.WAITING, "nothing was sent"


def test_a_store_that_fails_for_a_while_ends_no_printing(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    busy, failed = PrintQueue.busy, threading.Event()

    def fails_once(queue: PrintQueue) -> set[str]:
        if not failed.is_set():
            failed.set()
            raise StoreDiskFull
        return busy(queue)

    monkeypatch.setattr(PrintQueue, "busy", fails_once)
    monkeypatch.setattr("printing.spooler._AGAIN", 0.01)
    code = received(desk)
    ask_for(desk, [code], "receipt", printer="Máy A")
    spooler = Spooler(desk, PaperPrinter)
    spooler.start()
    try:
        until(lambda: len(desk.dossier(code).papers) == 1)
    finally:
        spooler.stop()
    assert failed.is_set()

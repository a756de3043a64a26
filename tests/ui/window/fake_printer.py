"""A printer as a clerk meets it: it prints into a folder, runs out of paper, is moved away, goes dark in the middle."""

from __future__ import annotations

from pathlib import Path

from counter_app.errors import CounterError
from printing.errors import PrinterOff
from printing.order import Order, Progress
from printing.printers import pdf_file
from printing.printers.reasons import NO_PAPER


class DeskPrinter:
    """Takes papers at once, unless `fault` says why not; with `follows` it keeps each job until `done` is set."""

    def __init__(self, name: str, folder: Path, *, trays: tuple[str, ...] = ()) -> None:
        self.name = name
        self.folder = folder
        self.fault: CounterError | None = None
        self.orders: list[Order] = []
        self._trays = list(trays)

    def run_out_of_paper(self) -> None:
        """From now on nothing comes out."""
        self.fault = PrinterOff(printer=self.name, reason=NO_PAPER)

    def send(self, order: Order) -> str:
        if self.fault is not None:
            raise self.fault
        self.orders.append(order)
        pdf_file.send(self.folder, order.pdf, order.title)
        return ""

    def progress(self, job: str) -> Progress:
        return Progress.DONE

    def cancel(self, job: str) -> None:
        return None

    def trays(self) -> list[str]:
        return self._trays

    def check(self) -> None:
        if self.fault is not None:
            raise self.fault

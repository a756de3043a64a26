"""All the printers a desk has, whatever their kind: its own by address, then the system's.

A kind's libraries are loaded with the first of its printers: the window starts without them.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counter_app.errors import CounterError
from printing.errors import BadAddress, PrinterGone
from printing.printers.order import Order, Printer, Progress


def printers(own: Mapping[str, str]) -> list[Printer]:
    """The desk's own (name → address, from its profile) in their order, then the system's, its default one first.

    May take a while: the system asks its printers. One of the system's with the name of an own one is left out.
    """
    ours = [printer_at(name, address) for name, address in own.items()]
    return [*ours, *(system_printer for system_printer in system_printers() if system_printer.name not in own)]


def printer(name: str, own: Mapping[str, str]) -> Printer:
    """The printer of that name, whether it is ready or not. Raises PrinterGone where nothing is called so."""
    if name in own:
        return printer_at(name, own[name])
    for system_printer in system_printers():
        if system_printer.name == name:
            return system_printer
    raise PrinterGone(printer=name)


def printer_at(name: str, address: str) -> Printer:
    """The printer at an address; one with an address that is none refuses everything."""
    kind = address.partition(":")[0].lower()
    try:
        if kind in {"ipp", "ipps"}:
            from printing.printers import ipp

            return ipp.at_address(name, address)
        if kind.startswith("escpos+"):
            from printing.printers import thermal

            return thermal.at_address(name, address)
        if kind == "folder":
            from printing.printers import pdf_file

            return pdf_file.at_address(name, address)
    except BadAddress:
        pass
    return Misaddressed(name, address)


def system_printers() -> Sequence[Printer]:
    """The printers the system has set up, its default one first."""
    if os.name != "nt":
        from printing.printers import cups

        try:
            return cups.queues()
        except CounterError:
            pass  # no CUPS, or one that only its own library reaches
    from printing.printers import qt

    return qt.printers() if os.name != "nt" else [_followed(found) for found in qt.printers()]


def _followed(painted: Printer) -> Printer:
    """The same printer of Windows, with its jobs followed in the spooler."""
    from printing.printers.windows_queue import WindowsPrinter
    from printing.printers.winspool import WindowsSpooler

    return WindowsPrinter(painted.name, WindowsSpooler(), lambda order: _painted(painted, order), painted.check)


def _painted(printer: Printer, order: Order) -> None:
    printer.send(order)


@dataclass(frozen=True)
class Misaddressed:
    """A printer of the profile whose address is none: it is listed, so that the clerk sees which one is wrong."""

    name: str
    address: str

    def send(self, order: Order) -> str:
        """Raises BadAddress."""
        raise self._failure()

    def progress(self, job: str) -> Progress:
        """Raises BadAddress."""
        raise self._failure()

    def cancel(self, job: str) -> None:
        """Raises BadAddress."""
        raise self._failure()

    def trays(self) -> list[str]:
        """None."""
        return []

    def check(self) -> None:
        """Raises BadAddress."""
        raise self._failure()

    def _failure(self) -> BadAddress:
        return BadAddress(printer=self.name, address=self.address)

"""The printers as the window knows them: their names, and a way to send a paper to one."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class PrintingRoom:
    """`names` may take a while (the system asks its printers); `send(printer, pdf, title)` raises where one refuses."""

    names: Callable[[], list[str]]
    send: Callable[[str, bytes, str], None]


def system_printers() -> PrintingRoom:
    """The printers the system has set up; their libraries are loaded with the first paper."""

    def names() -> list[str]:
        from printing.printers.qt import printers

        return [printer.name for printer in printers()]

    def send(printer: str, pdf: bytes, title: str) -> None:
        from printing.printers.qt import send

        send(printer, pdf, title)

    return PrintingRoom(names, send)

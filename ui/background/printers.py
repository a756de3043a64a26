"""The printers as the window knows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.config import Profile

if TYPE_CHECKING:
    from printing.printers.order import Printer


@dataclass(frozen=True)
class PrintingRoom:
    """`printers` may take a while (the system asks its printers); `printer` finds one by its name, "" the first there
    is, and raises PrinterGone where there is none. Both are called from several threads."""

    printers: Callable[[], list[Printer]]
    printer: Callable[[str], Printer]


def room_of(printers: Callable[[], list[Printer]]) -> PrintingRoom:
    """A room of these printers and no others."""

    def printer(name: str) -> Printer:
        from printing.errors import PrinterGone

        found = next((one for one in printers() if name in ("", one.name)), None)
        if found is None:
            raise PrinterGone(printer=name)
        return found

    return PrintingRoom(printers, printer)


def printing_room(profile: Profile) -> PrintingRoom:
    """The desk's own printers and those the system has set up; their libraries are loaded with the first paper."""
    own = {one.name: one.address for one in profile.printers}

    def printers() -> list[Printer]:
        from printing.printers.finding import printers

        return printers(own)

    def printer(name: str) -> Printer:
        from printing.printers import finding

        return finding.printer(name, own) if name else room_of(printers).printer("")

    return PrintingRoom(printers, printer)

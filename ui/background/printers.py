"""The printers as the window knows them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from counter_app.config import Profile

if TYPE_CHECKING:
    from printing.printers.order import Printer


@dataclass(frozen=True)
class Printers:
    """`listed` may take a while (the system asks its printers); `find` finds one by its name, "" the first there
    is, and raises PrinterGone where there is none. Both are called from several threads."""

    listed: Callable[[], list[Printer]]
    find: Callable[[str], Printer]


def printers_of(listed: Callable[[], list[Printer]]) -> Printers:
    """These printers and no others."""

    def find(name: str) -> Printer:
        from printing.errors import PrinterGone

        found = next((printer for printer in listed() if name in ("", printer.name)), None)
        if found is None:
            raise PrinterGone(printer=name)
        return found

    return Printers(listed, find)


def desk_printers(profile: Callable[[], Profile]) -> Printers:
    """The desk's own printers and those the system has set up; their libraries are loaded with the first paper."""

    def own() -> dict[str, str]:
        return {printer.name: printer.address for printer in profile().printers}

    def listed() -> list[Printer]:
        from printing.printers.finding import printers

        return printers(own())

    def find(name: str) -> Printer:
        from printing.printers import finding

        return finding.printer(name, own()) if name else printers_of(listed).find("")

    return Printers(listed, find)

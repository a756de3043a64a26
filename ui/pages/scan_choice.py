"""How this desk scanned last: kept with the window's settings."""

from __future__ import annotations

from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QSettings

from scanning.sources.scanner import InputSource, Paper, ScanWish
from ui.background.feed import ScanOrder

E = TypeVar("E", bound=StrEnum)


def remember(settings: QSettings, order: ScanOrder) -> None:
    """Keeps an order for the next scan."""
    wish = order.wish
    settings.setValue("scan/device", order.device)
    settings.setValue("scan/place", wish.place.value)
    settings.setValue("scan/dpi", wish.dpi)
    settings.setValue("scan/colour", wish.colour)
    settings.setValue("scan/paper", wish.paper.value)
    settings.setValue("scan/when_paper_is_in", order.when_paper_is_in)
    settings.setValue("scan/blank_separates", order.blank_separates)


def remembered(settings: QSettings) -> ScanOrder:
    """How was scanned last; a device of "" was never chosen."""
    dpi = str(settings.value("scan/dpi", 300))
    wish = ScanWish(
        place=_one_of(InputSource, settings, "scan/place", InputSource.FEEDER),
        dpi=int(dpi) if dpi.isdecimal() else 300,
        colour=_yes(settings, "scan/colour", otherwise=True),
        paper=_one_of(Paper, settings, "scan/paper", Paper.A4),
    )
    return ScanOrder(
        str(settings.value("scan/device", "")),
        wish,
        _yes(settings, "scan/when_paper_is_in", otherwise=False),
        _yes(settings, "scan/blank_separates", otherwise=False),
    )


def _yes(settings: QSettings, name: str, *, otherwise: bool) -> bool:
    return str(settings.value(name, otherwise)).lower() == "true"


def _one_of(kind: type[E], settings: QSettings, name: str, otherwise: E) -> E:
    said = str(settings.value(name, otherwise.value))
    return kind(said) if said in [each.value for each in kind] else otherwise

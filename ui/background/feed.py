"""A scanner or a watched folder giving pages, as the window and the feeding thread both see it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from scanning.sources.scanner import InputSource, ScanWish

if TYPE_CHECKING:
    from counter_app.errors import CounterError
    from scanning.pages import RawPage

FOLDER = "folder:"
"""Begins the `device` of an order for a watched folder; its path follows."""


@dataclass(frozen=True)
class ScanOrder:
    """What the clerk asks of a scanner, or of the folder into which the vendor's program writes."""

    device: str
    """A scanner's id, or FOLDER and a path; "" was never chosen."""
    wish: ScanWish
    when_paper_is_in: bool = False
    blank_separates: bool = False
    """An empty sheet between two papers leads to the next component."""
    one_page: bool = False
    """No more is wanted of a watched folder than the next file."""

    @property
    def once_more(self) -> ScanOrder:
        """For a page that is scanned again with its note: one side, and of a folder one file."""
        place = self.wish.place if self.wish.place is InputSource.GLASS else InputSource.FEEDER
        return replace(self, wish=replace(self.wish, place=place), blank_separates=False, one_page=True)

    @property
    def folder(self) -> Path | None:
        """The folder to be watched, if it is one."""
        return Path(self.device.removeprefix(FOLDER)) if self.device.startswith(FOLDER) else None


class FeedState(StrEnum):
    """What a feed is doing."""

    SCANNING = "scanning"
    WAITING_FOR_PAPER = "waiting"
    TURN = "turn"
    """The fronts are scanned; the clerk turns the stack."""
    WATCHING = "watching"


class Feed(QObject):
    """Ends by itself when the paper is through, or when the clerk finishes it; pages that came are kept and read."""

    changed = Signal()

    def __init__(self, order: ScanOrder, component: str, post: Callable[[Callable[[], None]], None]) -> None:
        """`post` runs a call on the window's thread."""
        super().__init__()
        self.order = order
        self.component = component
        self.state = FeedState.SCANNING
        if order.folder is not None:
            self.state = FeedState.WATCHING
        elif order.when_paper_is_in:
            self.state = FeedState.WAITING_FOR_PAPER
        self.pages = 0
        self._post = post
        self._finished = threading.Event()
        self._turned = threading.Event()

    @property
    def idle(self) -> bool:
        """Whether it only waits: nothing is lost when it is ended."""
        return self.state in (FeedState.WATCHING, FeedState.WAITING_FOR_PAPER)

    def source(self, stopped: Callable[[], bool]) -> Iterable[RawPage | CounterError]:
        """The pages, for the feeding thread."""
        from scanning.sources.feeding import pages_from
        from scanning.sources.finding import scanner
        from scanning.sources.watched_folder import WatchedFolder

        def ended() -> bool:
            return stopped() or self._finished.is_set()

        order = self.order
        if order.folder is not None:
            return WatchedFolder(order.folder, ended)
        return pages_from(
            scanner(order.device),
            order.wish,
            when_paper_is_in=order.when_paper_is_in,
            turned=lambda fronts: self._wait_for_turn(ended),
            cancelled=ended,
        )

    def came(self) -> None:
        """Another page was given; called in the feeding thread."""
        if self.order.one_page and self.order.folder is not None:
            self._finished.set()
        self._post(self._count)

    def go_on(self) -> None:
        """The clerk has put the turned stack into the feeder."""
        self._turned.set()

    def finish(self) -> None:
        """The clerk wants no more pages of it."""
        self._finished.set()

    def _wait_for_turn(self, ended: Callable[[], bool]) -> bool:
        self._post(lambda: self._change_state(FeedState.TURN))
        while not self._turned.wait(0.1):
            if ended():
                return False
        self._post(lambda: self._change_state(FeedState.SCANNING))
        return True

    def _count(self) -> None:
        self.pages += 1
        self._change_state(FeedState.SCANNING if self.state is FeedState.WAITING_FOR_PAPER else self.state)

    def _change_state(self, state: FeedState) -> None:
        self.state = state
        self.changed.emit()

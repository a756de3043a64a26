"""Scanners that Windows knows, through WIA: flatbed, document feeder, both sides.

Each question and each scan runs in a worker process of its own, so that a driver that hangs or crashes costs that
process alone, and a scan is stopped at once by ending it: WIA's service then frees the device.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from counter_app.apart.worker_process import WorkerDied, WorkerProcess
from scanning.errors import ScannerGone, ScannerSilent
from scanning.pages import RawPage
from scanning.sources import wia_device
from scanning.sources.scanner import Scanner, ScannerOptions, ScanWish

LONGEST_PAGE = 180.0
"""Seconds without a page after which a scanner is taken to be stuck."""
QUESTION_SECONDS = 60.0
OF_WINDOWS = "scanning.sources.wia_device:of_windows"


@dataclass(frozen=True)
class WiaScanner:
    """A device as WIA numbers it."""

    number: str
    """WIA's name: "{6BDD1FC6-810F-11D0-BEC7-08002BE2092F}\\\\0001"."""
    label: str = ""
    host: str = ""
    automation: str = OF_WINDOWS
    """Where its objects come from ("module:function")."""

    @property
    def id(self) -> str:
        """What a desk remembers it by."""
        return f"wia:{self.number}"

    def options(self) -> ScannerOptions:
        """What the device can do; raises ScannerGone where it is not there."""
        (answer,) = _asked("options", self.automation, self.number)
        return answer  # type: ignore[no-any-return]

    def paper_loaded(self) -> bool | None:
        """What its sensor says; None where it has none."""
        (answer,) = _asked("paper_loaded", self.automation, self.number)
        return answer  # type: ignore[no-any-return]

    def scan(self, wish: ScanWish, cancelled: Callable[[], bool] = lambda: False) -> Iterator[RawPage]:
        """See `Scanner.scan`."""
        ended = threading.Event()
        with WorkerProcess(urgent=True) as worker:
            threading.Thread(target=_watch, args=(worker, cancelled, ended), daemon=True).start()
            try:
                pages = worker.results(f"{__name__}:pages", self.automation, self.number, wish, seconds=LONGEST_PAGE)
                for index, (data, dpi) in enumerate(pages):
                    yield RawPage(data, "image/bmp", dpi, self.label or self.number, index)
            except WorkerDied as death:
                if not cancelled():
                    raise ScannerSilent from death
            finally:
                ended.set()


def find(seconds: float) -> list[Scanner]:
    """The scanners that WIA lists now; raises ScannerGone where it takes longer than `seconds`."""
    return [WiaScanner(number, label) for number, label in _asked("found", OF_WINDOWS, seconds=seconds)]


def open_scanner(address: str) -> Scanner:
    """The device of that number, whether it is there or not."""
    return WiaScanner(address, address)


def answers(question: str, automation: str, *given: str) -> Iterator[Any]:
    """In the worker: what `wia_device` answers."""
    answer = getattr(wia_device, question)(_automation(automation), *given)
    if question == "found":
        yield from answer
    else:
        yield answer


def pages(automation: str, number: str, wish: ScanWish) -> Iterator[tuple[bytes, int]]:
    """In the worker: the pages."""
    return wia_device.pages(_automation(automation), number, wish)


def _automation(function: str) -> wia_device.Automation:
    import importlib

    module, _, name = function.partition(":")
    made: wia_device.Automation = getattr(importlib.import_module(module), name)()
    return made


def _asked(question: str, automation: str, *given: str, seconds: float = QUESTION_SECONDS) -> list[Any]:
    with WorkerProcess(urgent=True) as worker:
        try:
            return list(worker.results(f"{__name__}:answers", question, automation, *given, seconds=seconds))
        except WorkerDied as death:
            raise ScannerGone("no answer") from death


def _watch(worker: WorkerProcess, cancelled: Callable[[], bool], ended: threading.Event) -> None:
    """Ends the worker, and with it the scan, once the clerk stops it: a transfer cannot be asked to stop."""
    while not ended.wait(0.1):
        if cancelled():
            worker.kill()
            return

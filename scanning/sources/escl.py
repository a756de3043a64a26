"""Network scanners that speak eSCL (also called AirScan, AirPrint scan): no driver, nothing to set up.

GET ScannerCapabilities, POST ScanJobs, then GET NextDocument until the device answers that there is none: each page is
handed on while the device scans the next.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar
from urllib.parse import urlsplit

import httpx

from counter_app.bounded_http import BoundedClient
from counter_app.errors import CounterError
from scanning.errors import (
    CoverOpen,
    FeederEmpty,
    PaperJam,
    ScannerBusy,
    ScannerDenied,
    ScannerFailed,
    ScannerGone,
    ScannerSilent,
    ScannerUnclear,
    TwoSheetsAtOnce,
)
from scanning.pages import RawPage
from scanning.sources.escl_http import LONGEST_PAGE, Answer, connected, received
from scanning.sources.escl_xml import Capabilities, Status, read_capabilities, read_status, scan_settings
from scanning.sources.mdns import announced
from scanning.sources.scanner import LARGEST_PAGE, MOST_FED, InputSource, Scanner, ScannerOptions, ScanWish

T = TypeVar("T")
_PAUSE = 0.5
_END = (404, 410)
_FEEDER_FAULTS: dict[str, type[CounterError]] = {
    "ScannerAdfJam": PaperJam,
    "ScannerAdfMispick": PaperJam,
    "ScannerAdfInputTrayFailed": PaperJam,
    "ScannerAdfMultipickDetected": TwoSheetsAtOnce,
    "ScannerAdfHatchOpen": CoverOpen,
    "ScannerAdfDoorOpen": CoverOpen,
}


@dataclass(frozen=True)
class EsclScanner:
    """A device by the address of its eSCL service."""

    url: str
    """"http://192.168.1.20/eSCL"."""
    label: str
    silence: float = 60.0
    """Seconds without a byte after which it is taken to be stuck."""
    patience: float = 20.0
    """Seconds that it may be busy before the clerk is told."""

    @property
    def id(self) -> str:
        """What a desk remembers it by."""
        return f"escl:{self.url}"

    @property
    def host(self) -> str:
        """Its network address or name."""
        return urlsplit(self.url).hostname or ""

    def options(self) -> ScannerOptions:
        """What the device can do; raises ScannerGone where it is not there, ScannerUnclear where it speaks nonsense."""
        with connected(self.url, self.silence) as client:
            return self._capabilities(client).offered()

    def paper_loaded(self) -> bool | None:
        """What the feeder's sensor says."""
        with connected(self.url, self.silence) as client:
            return {"ScannerAdfLoaded": True, "ScannerAdfEmpty": False}.get(self._status(client).feeder)

    def scan(self, wish: ScanWish, cancelled: Callable[[], bool] = lambda: False) -> Iterator[RawPage]:
        """See `Scanner.scan`."""
        with connected(self.url, self.silence) as client:
            capabilities = self._capabilities(client)
            capabilities.offered().check(wish.place)
            options = capabilities.input(wish.place)
            dpi = options.resolution(wish.dpi) or wish.dpi
            job = self._begin(client, wish, capabilities, options, cancelled)
            if job is None:
                return
            at_end = False
            try:
                index = 0
                while page := self._next(client, job, cancelled, wish, index):
                    if index == MOST_FED:
                        raise ScannerFailed("pages without end")
                    yield RawPage(page.body, _media_type(page), dpi, self.label, index)
                    index += 1
                    if wish.place is InputSource.GLASS:
                        return
                at_end = not cancelled()
            finally:
                if not at_end:
                    self._end(client, job)

    def _begin(
        self,
        client: BoundedClient,
        wish: ScanWish,
        capabilities: Capabilities,
        options: ScannerOptions,
        cancelled: Callable[[], bool],
    ) -> str | None:
        """The path of a new job; None when cancelled. Waits while the device is busy."""
        fed = wish.place is not InputSource.GLASS
        if fed and self._status(client).feeder == "ScannerAdfEmpty":
            raise FeederEmpty(self.host)  # some devices would take the glass instead
        settings = scan_settings(wish, capabilities, options)
        given_up = time.monotonic() + self.patience
        while not cancelled():
            answer = self._ask(client, "POST", "ScanJobs", settings)
            if answer.status == 201:
                return _job_path(answer)
            self._check(self._status(client), fed)
            if answer.status != 503:
                raise _refusal(answer.status, fed)
            if time.monotonic() > given_up:
                raise ScannerBusy(self.host)
            time.sleep(_PAUSE)
        return None

    def _next(
        self, client: BoundedClient, job: str, cancelled: Callable[[], bool], wish: ScanWish, index: int
    ) -> Answer | None:
        """The job's next page; None at its end or when cancelled."""
        fed = wish.place is not InputSource.GLASS
        given_up = time.monotonic() + LONGEST_PAGE
        while not cancelled():
            answer = _unless(cancelled, lambda: self._fetch(client, job))
            if answer is None:
                return None
            if answer.status == 200 and answer.body:
                return answer
            status = self._status_at_end(client) if answer.status in _END else self._status(client)
            self._check(status, fed, job.rpartition("/")[2])
            if answer.status in _END:
                if index == 0:
                    raise FeederEmpty(self.host) if fed else ScannerFailed("no page")
                return None
            if answer.status != 503:
                raise ScannerFailed(str(answer.status))
            if time.monotonic() > given_up:
                raise ScannerSilent(self.host)
            time.sleep(_PAUSE)  # some devices answer so until the page is ready
        return None

    def _fetch(self, client: BoundedClient, job: str) -> Answer:
        try:
            return received(client, "GET", f"{job}/NextDocument", limit=LARGEST_PAGE)
        except httpx.ConnectError as error:
            raise ScannerGone(type(error).__name__) from error
        except httpx.TransportError as error:
            raise ScannerSilent(type(error).__name__) from error

    def _check(self, status: Status, fed: bool, job: str = "") -> None:
        """Raises what the device says is wrong."""
        fault = _FEEDER_FAULTS.get(status.feeder) if fed else None
        if fault is not None:
            raise fault(status.feeder)
        if status.jobs.get(job) == "Aborted":
            raise ScannerFailed("Aborted")

    def _status_at_end(self, client: BoundedClient) -> Status:
        """The pages have ended as they should; a device that falls asleep at once makes no failure of that."""
        try:
            return self._status(client)
        except (ScannerGone, ScannerSilent, ScannerUnclear, ScannerFailed):
            return Status("", {})

    def _end(self, client: BoundedClient, job: str) -> None:
        """Stops the device; one that no longer answers has stopped."""
        with suppress(httpx.TransportError, ScannerFailed):
            received(client, "DELETE", job, timeout=5.0)

    def _capabilities(self, client: BoundedClient) -> Capabilities:
        return read_capabilities(self._found(client, "ScannerCapabilities"))

    def _status(self, client: BoundedClient) -> Status:
        return read_status(self._found(client, "ScannerStatus"))

    def _found(self, client: BoundedClient, what: str) -> bytes:
        given_up = time.monotonic() + self.patience
        while (answer := self._ask(client, "GET", what)).status == 503 and time.monotonic() < given_up:
            time.sleep(_PAUSE)
        if answer.status != 200:
            raise _refusal(answer.status, fed=False)
        return answer.body

    def _ask(self, client: BoundedClient, method: str, what: str, content: bytes | None = None) -> Answer:
        try:
            return received(client, method, f"{urlsplit(self.url).path.rstrip('/')}/{what}", content)
        except httpx.TransportError as error:
            raise ScannerGone(type(error).__name__) from error


def find(seconds: float) -> list[Scanner]:
    """The scanners that announce themselves on the local network; none where it carries no announcements."""
    return [EsclScanner(service.url, service.name) for service in announced(min(seconds, 3.0))]


def open_scanner(address: str) -> Scanner:
    """The device with its service at that address, whether it is there or not."""
    return EsclScanner(address, urlsplit(address).hostname or address)


def _unless(cancelled: Callable[[], bool], call: Callable[[], T]) -> T | None:
    """The call's result, waited for beside it so that a cancel is heard in the middle of a page."""
    future: Future[T] = Future()

    def run() -> None:
        try:
            future.set_result(call())
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised again in the waiting thread
            future.set_exception(error)

    threading.Thread(target=run, name="escl-page", daemon=True).start()
    while not cancelled():
        with suppress(TimeoutError):
            future.exception(0.1)
            return future.result()
    return None


def _job_path(answer: Answer) -> str:
    """The job's path; devices name themselves by hosts that nobody else can resolve, so only the path counts."""
    path = urlsplit(str(answer.headers.get("Location", ""))).path.rstrip("/")
    if not path.startswith("/"):
        raise ScannerUnclear("location")
    return path


def _media_type(page: Answer) -> str:
    kind = str(page.headers.get("Content-Type", "")).partition(";")[0].strip().lower()
    return kind if kind.startswith("image/") or kind == "application/pdf" else "image/jpeg"


def _refusal(status: int, fed: bool) -> CounterError:
    if status in (401, 403):
        return ScannerDenied(str(status))
    if status == 409 and fed:
        return FeederEmpty(str(status))
    return ScannerBusy(str(status)) if status == 503 else ScannerFailed(str(status))

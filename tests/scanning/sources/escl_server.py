"""A network scanner made for the tests after the public eSCL description: real HTTP on the loopback address."""

from __future__ import annotations

import io
import threading
import time
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from typing import Any
from xml.etree import ElementTree

from PIL import Image

from tests.serving import serving as answering

SCAN = "http://schemas.hp.com/imaging/escl/2011/05/03"
PWG = "http://www.pwg.org/schemas/2010/12/sm"


@dataclass
class Job:
    """One order to scan."""

    settings: dict[str, str]
    given: int = 0
    state: str = "Processing"


@dataclass
class NetworkScanner:
    """A multifunction device: what lies in it, what goes wrong with it, what it was asked."""

    sheets: int = 0
    """In the feeder; a sheet's front is as grey as its number, its back one lighter."""
    duplex: bool = True
    glass: bool = True
    page_seconds: float = 0.0
    jam_after: int | None = None
    hatch_open: bool = False
    busy_times: int = 0
    not_ready_times: int = 0
    silent_at: int | None = None
    cut_at: int | None = None
    aborts: bool = False
    shared_profile: bool = False
    """Its capabilities name their settings once and refer to them, as some devices do."""
    capabilities: bytes | None = None
    """Instead of the true ones."""
    jobs: dict[str, Job] = field(default_factory=dict)
    deleted: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    released: threading.Event = field(default_factory=threading.Event)
    """Lets a silent device's handler end with the test."""

    @property
    def feeder(self) -> str:
        """Its sensor."""
        given = max((job.given for job in self.jobs.values()), default=0)
        if self.hatch_open:
            return "ScannerAdfHatchOpen"
        if self.jam_after is not None and given >= self.jam_after:
            return "ScannerAdfJam"
        return "ScannerAdfLoaded" if self.sheets else "ScannerAdfEmpty"

    def next_page(self, job: Job) -> bytes | None:
        """The next side's picture, as large as was ordered; None when there is none."""
        fed, both = job.settings["InputSource"] == "Feeder", job.settings.get("Duplex") == "true"
        if (fed and not both) or (both and job.given % 2 == 0):
            if not self.sheets:
                return None
            self.sheets -= 1
        elif not fed and job.given:
            return None
        job.given += 1
        inches = [int(job.settings[name]) / 300 for name in ("Width", "Height")]
        size = tuple(round(inch * int(job.settings["XResolution"])) for inch in inches)
        colour = job.settings["ColorMode"] == "RGB24"
        page = Image.new("RGB" if colour else "L", size, (10 * job.given,) * 3 if colour else 10 * job.given)
        memory = io.BytesIO()
        page.save(memory, "JPEG", dpi=(72, 72))  # as real ones do, whatever the resolution
        return memory.getvalue()

    def capabilities_xml(self) -> bytes:
        """What it can do, as real devices write it."""
        profile = (
            '<scan:SettingProfile name="p"><scan:ColorModes><scan:ColorMode>Grayscale8</scan:ColorMode>'
            "<scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes><scan:DocumentFormats>"
            "<pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>"
            "</scan:DocumentFormats><scan:SupportedResolutions><scan:DiscreteResolutions>"
            + "".join(
                f"<scan:DiscreteResolution><scan:XResolution>{dpi}</scan:XResolution>"
                f"<scan:YResolution>{dpi}</scan:YResolution></scan:DiscreteResolution>"
                for dpi in (75, 200, 300, 600)
            )
            + "</scan:DiscreteResolutions></scan:SupportedResolutions></scan:SettingProfile>"
        )

        def caps(name: str, height: int, profiles: str) -> str:
            return (
                f"<scan:{name}><scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth><scan:MinHeight>16"
                f"</scan:MinHeight><scan:MaxHeight>{height}</scan:MaxHeight><scan:SettingProfiles>{profiles}"
                f"</scan:SettingProfiles></scan:{name}>"
            )

        same = '<scan:SettingProfile ref="p"/>' if self.shared_profile else profile
        shared = f"<scan:SettingProfiles>{profile}</scan:SettingProfiles>" if self.shared_profile else ""
        platen = f"<scan:Platen>{caps('PlatenInputCaps', 3508, same)}</scan:Platen>" if self.glass else ""
        both = caps("AdfDuplexInputCaps", 4200, same) if self.duplex else ""
        adf = f"<scan:Adf>{caps('AdfSimplexInputCaps', 4200, same)}{both}</scan:Adf>"
        return (
            f'<?xml version="1.0" encoding="UTF-8"?><scan:ScannerCapabilities xmlns:scan="{SCAN}" xmlns:pwg="{PWG}">'
            "<pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Máy quét thử MF-1</pwg:MakeAndModel>"
            f"{shared}{platen}{adf}</scan:ScannerCapabilities>"
        ).encode()

    def status_xml(self) -> bytes:
        """How it stands now."""
        jobs = "".join(
            f"<scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/{name}</pwg:JobUri><pwg:JobState>{job.state}</pwg:JobState>"
            "</scan:JobInfo>"
            for name, job in self.jobs.items()
        )
        return (
            f'<scan:ScannerStatus xmlns:scan="{SCAN}" xmlns:pwg="{PWG}"><pwg:Version>2.63</pwg:Version>'
            f"<pwg:State>Idle</pwg:State><scan:AdfState>{self.feeder}</scan:AdfState>"
            f"<scan:Jobs>{jobs}</scan:Jobs></scan:ScannerStatus>"
        ).encode()


class _Handler(BaseHTTPRequestHandler):
    device: NetworkScanner

    def do_GET(self) -> None:
        self.device.asked.append(self.path)
        if self.path == "/eSCL/ScannerCapabilities":
            self._answer(200, self.device.capabilities or self.device.capabilities_xml())
        elif self.path == "/eSCL/ScannerStatus":
            self._answer(200, self.device.status_xml())
        elif self.path.endswith("/NextDocument"):
            self._next_document(self.device.jobs.get(self.path.split("/")[3]))
        else:
            self._answer(404)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        device = self.device
        if device.busy_times:
            device.busy_times -= 1
            return self._answer(503)
        root = ElementTree.fromstring(body)
        settings = {each.tag.rpartition("}")[2]: (each.text or "").strip() for each in root.iter()}
        if settings["InputSource"] == "Feeder" and not device.sheets:
            return self._answer(409)
        name = uuid.uuid4().hex
        device.jobs[name] = Job(settings)
        return self._answer(201, location=f"http://may-quet.invalid:8080/eSCL/ScanJobs/{name}")

    def do_DELETE(self) -> None:
        self.device.deleted.append(self.path)
        self.device.jobs.pop(self.path.split("/")[3], None)
        self._answer(200)

    def _next_document(self, job: Job | None) -> None:
        device = self.device
        if job is None:
            return self._answer(410)
        if device.not_ready_times:
            device.not_ready_times -= 1
            return self._answer(503)
        if device.aborts:
            job.state = "Aborted"
            return self._answer(404)
        if device.jam_after is not None and job.given >= device.jam_after:
            return self._answer(404)
        time.sleep(device.page_seconds)
        number, page = job.given, device.next_page(job)
        if page is None:
            job.state = "Completed"
            return self._answer(404)
        if number in (device.silent_at, device.cut_at):
            return self._part_of(page, silent=number == device.silent_at)
        return self._answer(200, page, "image/jpeg")

    def _part_of(self, page: bytes, *, silent: bool) -> None:
        """Half the page; then nothing more comes, or the line is gone."""
        self.send_response(200)
        self.send_header("Content-Type", "image/jpeg")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page[: len(page) // 2])
        self.wfile.flush()
        if silent:
            self.device.released.wait(30)

    def _answer(self, status: int, body: bytes = b"", kind: str = "text/xml", location: str = "") -> None:
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *words: Any) -> None:
        """Tests are quiet."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: Any) -> None:
        """A client that hangs up is part of the tests."""


@contextmanager
def serving(device: NetworkScanner, tls: SSLContext | None = None) -> Iterator[str]:
    """The device on the network; its eSCL address."""
    server = _Server(("127.0.0.1", 0), type("Handler", (_Handler,), {"device": device}))
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    with answering(server) as port:
        try:
            yield f"{'https' if tls else 'http'}://127.0.0.1:{port}/eSCL"
        finally:
            device.released.set()

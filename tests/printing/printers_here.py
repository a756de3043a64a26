"""Real printers of the tests' own: ippeveprinter and a CUPS scheduler on the loopback address, and one that misbehaves.

Everything lies in folders of the test; nothing of the system's own is touched.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from printing.errors import PrinterOff
from printing.printers.ipp_connection import Operation
from printing.printers.ipp_messages import Attribute, Group, Message, Tag, read, written
from printing.printers.order import Printer, Progress
from tests.serving import serving

BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
 <type>system</type><listen>unix:path={root}/bus</listen><auth>EXTERNAL</auth>
 <policy context="default">
  <allow user="*"/><allow own="*"/><allow send_destination="*"/><allow receive_sender="*"/>
  <allow send_type="method_call"/>
 </policy>
</busconfig>"""
CUPSD = """
Listen {root}/sock
Browsing No
DefaultAuthType None
PreserveJobFiles Yes
ErrorPolicy retry-job
<Location />
  Allow all
</Location>
<Location /admin>
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""
CUPS_FILES = """
ServerRoot {root}
RequestRoot {root}/spool
CacheDir {root}/cache
StateDir {root}/run
TempDir {root}/spool/tmp
AccessLog {root}/access
ErrorLog {root}/error
PageLog {root}/page
FileDevice Yes
SystemGroup root
"""
PATH = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin"


def needed(*programs: str) -> None:
    """Skips a test where Debian's cups-daemon, cups-client, cups-ipp-utils, dbus-daemon are missing."""
    for program in programs:
        if not shutil.which(program, path=PATH):
            pytest.skip(f"no {program} on this machine (`counter test` installs it)")


@contextmanager
def running(command: Sequence[str | Path], **environment: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program of the test's, ended with it."""
    quiet = subprocess.DEVNULL
    with subprocess.Popen(
        command, env=os.environ | environment | {"PATH": PATH}, stdout=quiet, stderr=quiet
    ) as program:
        try:
            yield program
        finally:
            program.terminate()
            try:
                program.wait(10)
            except subprocess.TimeoutExpired:
                program.kill()


def until(true: Callable[[], bool], what: str, seconds: float = 20) -> None:
    """Waits until it is true, and fails where it does not become so."""
    late = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < late, what
        time.sleep(0.02)


def free_port() -> int:
    """A port nobody listens on."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def _answers(place: int | str) -> bool:
    """Whether somebody listens on the port, or on the socket of that name."""
    family, address = (socket.AF_UNIX, place) if isinstance(place, str) else (socket.AF_INET, ("127.0.0.1", place))
    with socket.socket(family) as asked:
        return asked.connect_ex(address) == 0


@dataclass
class EveryPrinter:
    """A running ippeveprinter."""

    port: int
    root: Path
    program: subprocess.Popen[bytes]

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"ipp://localhost:{self.port}/ipp/print"

    def received(self) -> list[bytes]:
        """The documents it got, the oldest first."""
        files = (path for path in (self.root / "spool").iterdir() if path.suffix != ".prn")  # its command's output
        return [path.read_bytes() for path in sorted(files, key=lambda path: int(path.name.partition("-")[0]))]

    def told(self) -> str:
        """What its print command was told of the job."""
        return (self.root / "told").read_text()


@contextmanager
def every_printer(formats: str = "application/pdf", command: str = "exit 0", ppm: int = 600) -> Iterator[EveryPrinter]:
    """An IPP Everywhere printer that takes `formats` and does `command` (shell) with each paper.

    It looks for a D-Bus to announce itself on, and gets one of its own.
    """
    needed("ippeveprinter", "dbus-daemon")
    with TemporaryDirectory(prefix="ipp") as name:
        root = Path(name)
        (root / "spool").mkdir()
        (root / "keys").mkdir()
        (root / "bus.conf").write_text(BUS.format(root=root))
        script = root / "print"
        script.write_text(f"#!/bin/sh\nenv > {root}/told.new\nmv {root}/told.new {root}/told\n{command}\n")
        script.chmod(0o755)
        port = free_port()
        printer = ["ippeveprinter", "-r", "off", "-n", "localhost", "-p", str(port), "-s", str(ppm), "-k"]
        printer += ["-d", str(root / "spool"), "-K", str(root / "keys"), "-c", str(script), "-f", formats, "Tang2"]
        with running(["dbus-daemon", f"--config-file={root}/bus.conf", "--nofork", "--nopidfile"]):
            until((root / "bus").exists, "the bus does not start")
            with running(printer, DBUS_SYSTEM_BUS_ADDRESS=f"unix:path={root}/bus") as program:
                until(lambda: _answers(port) or program.poll() is not None, "the printer does not start")
                assert program.poll() is None, "the printer does not start"
                yield EveryPrinter(port, root, program)


class Cups:
    """A scheduler of the test's own, asked as an administrator."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.environment = {"CUPS_SERVER": str(root / "sock"), "PATH": PATH}

    def run(self, *command: str) -> None:
        """One of CUPS' own programs."""
        done = subprocess.run(command, env=os.environ | self.environment, capture_output=True, text=True, timeout=30)
        assert done.returncode == 0, done.stderr

    def queue(self, name: str, device: str = "file:///dev/null") -> None:
        """A new queue that hands on what it gets as it is."""
        self.run("lpadmin", "-p", name, "-E", "-v", device, "-m", "raw")

    def documents(self) -> list[Path]:
        """What it keeps of its jobs."""
        return sorted((self.root / "spool").glob("d*-*"))


@contextmanager
def cups_scheduler() -> Iterator[Cups]:
    """A CUPS scheduler behind a socket of its own."""
    needed("cupsd", "lpadmin")
    if os.geteuid() != 0:
        pytest.skip("a CUPS scheduler of one's own needs root")
    with TemporaryDirectory(prefix="cups") as name:  # a short path: a socket's name has 107 letters at most
        root = Path(name)
        root.chmod(0o755)  # its printers' programs run as another user
        for folder in ("spool/tmp", "cache", "run"):
            (root / folder).mkdir(parents=True)
        (root / "cupsd.conf").write_text(CUPSD.format(root=root))
        (root / "cups-files.conf").write_text(CUPS_FILES.format(root=root))
        with running(["cupsd", "-f", "-c", root / "cupsd.conf", "-s", root / "cups-files.conf"]) as scheduler:
            until(lambda: _answers(str(root / "sock")) or scheduler.poll() is not None, "the scheduler does not start")
            assert scheduler.poll() is None, "the scheduler does not start"
            yield Cups(root)


def finished(printer: Printer, job: str, seconds: float = 30) -> Progress:
    """The job's progress once it is done; what is raised where it dies. A printer that stands still is waited for."""
    late = time.monotonic() + seconds
    while time.monotonic() < late:
        try:
            if printer.progress(job) is Progress.DONE:
                return Progress.DONE
        except PrinterOff:
            pass
        time.sleep(0.05)
    return Progress.WORKING


def keyword(name: str, *values: str) -> Attribute:
    """An attribute of keywords."""
    return Attribute(name, Tag.KEYWORD, values)


def enum(name: str, value: int) -> Attribute:
    """An attribute of one enum."""
    return Attribute(name, Tag.ENUM, (value,))


def _sizes(media: Sequence[tuple[int, int]]) -> list[Attribute]:
    sizes = tuple(
        (Attribute("x-dimension", Tag.INTEGER, (x,)), Attribute("y-dimension", Tag.INTEGER, (y,))) for x, y in media
    )
    return [Attribute("media-size-supported", Tag.COLLECTION, sizes), keyword("media-col-supported", "media-size")]


@dataclass
class TroubledPrinter:
    """An IPP printer in Python whose troubles the test sets while it runs."""

    state: int = 3
    reasons: tuple[str, ...] = ("none",)
    accepting: bool = True
    formats: tuple[str, ...] = ("application/pdf",)
    media: tuple[tuple[int, int], ...] = ()
    """The sizes it has, in hundredths of a millimetre."""
    job: Mapping[Operation, Sequence[Attribute]] = field(default_factory=dict)
    """What it says of the job, by what it was asked."""
    status: Mapping[Operation, int] = field(default_factory=dict)
    raw: Callable[[Operation], bytes | None] = lambda operation: None
    """The bytes it answers instead of a message; b"" hangs up."""
    asked: list[Message] = field(default_factory=list)
    """What it got."""
    port: int = 0

    @property
    def address(self) -> str:
        """Where it listens."""
        return f"ipp://127.0.0.1:{self.port}/ipp/print"

    def papers(self) -> list[bytes]:
        """The documents it got."""
        return [message.document for message in self.asked if message.code == Operation.PRINT_JOB]

    def answer(self, request: Message) -> bytes:
        """What it says."""
        operation = Operation(request.code)
        if (raw := self.raw(operation)) is not None:
            return raw
        groups: list[tuple[Group, Sequence[Attribute]]] = [
            (Group.OPERATION, [Attribute("attributes-charset", Tag.CHARSET, ("utf-8",))])
        ]
        if operation is Operation.GET_PRINTER_ATTRIBUTES:
            accepting = Attribute("printer-is-accepting-jobs", Tag.BOOLEAN, (self.accepting,))
            formats = Attribute("document-format-supported", Tag.MIME_TYPE, self.formats)
            state = [enum("printer-state", self.state), keyword("printer-state-reasons", *self.reasons)]
            groups.append((Group.PRINTER, [*state, accepting, formats, *_sizes(self.media)]))
        else:
            usual = [Attribute("job-id", Tag.INTEGER, (7,)), enum("job-state", 5)]
            groups.append((Group.JOB, self.job.get(operation, usual)))
        return written(self.status.get(operation, 0), request.number, groups)


@contextmanager
def troubled_printer() -> Iterator[TroubledPrinter]:
    """The printer, listening."""
    printer = TroubledPrinter()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        wbufsize = -1  # an answer goes in one piece, as from a printer; in two the second waits 40 ms for the first

        def do_POST(self) -> None:
            request = read(self.rfile.read(int(self.headers["Content-Length"])))
            printer.asked.append(request)
            answer = printer.answer(request)
            if not answer:
                self.connection.shutdown(socket.SHUT_RDWR)
                self.close_connection = True
                return
            self.send_response(200)
            self.send_header("Content-Type", "application/ipp")
            self.send_header("Content-Length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    with serving(server) as printer.port:
        yield printer

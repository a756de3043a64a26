"""Running the reference server: `counter server`, and inside the demo and the tests."""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn
from platformdirs import user_data_path

from counter_app.errors import CounterError
from counter_app.language import translate
from counter_app.province.admission import Limits
from counter_app.province.app import make_app
from counter_app.province.citizens.notice_settings import NoticeSettings, load_notices
from counter_app.province.citizens.teller import telling
from counter_app.province.connections import GuardedProtocol
from counter_app.province.folding import folding
from counter_app.province.host_names import HostNames, NoHostName, is_loopback, names_in
from counter_app.province.national_gateway import handing_over
from counter_app.province.national_settings import GatewaySettings, load_gateway
from counter_app.province.server_log import log_as_json
from counter_app.province.services import Services, open_services

HOST = "127.0.0.1"
_GRACE = 20  # seconds a request under way is given when the server stops
_CONNECTIONS = 2000  # at once in one process; more are told 503
_SWEEP = 3600.0  # seconds between looks for uploads that nobody goes on with
_log = logging.getLogger(__name__)


class PortTaken(CounterError):
    """The port cannot be opened."""

    what = "Port {port} cannot be opened."
    todo = "Another program may use it: choose another with --port."


class OpenToAll(CounterError):
    """Other machines were to be served without TLS."""

    what = "The server does not serve other machines without TLS."
    todo = "Give --certificate and --key; behind a proxy that does the TLS it listens on this machine only (no --host)."


@dataclass(frozen=True)
class Settings:
    """What `counter server` is told. `take_over` lets it start on a port that another one still serves."""

    database: str = ""
    files: Path | None = None
    host: str = HOST
    port: int = 8040
    workers: int = 1
    knowledge: Path | None = None
    updates: Path | None = None
    bucket: str = ""
    s3_endpoint: str = ""
    certificate: Path | None = None
    key: Path | None = None
    names: str = ""
    behind_proxy: bool = False
    take_over: bool = False
    national: Path | None = None
    notices: Path | None = None
    debug: bool = False

    @property
    def folder(self) -> Path:
        """Where files lie, and the database where none was named."""
        return self.files or user_data_path("counter-server", appauthor=False)

    def host_names(self) -> HostNames:
        """By which names the server is asked: those it was told, and those of its certificate.

        Raises OpenToAll, NoHostName, CertificateUnusable.
        """
        if not (self.certificate or is_loopback(self.host)):
            raise OpenToAll(self.host)
        told = self.names.replace(",", " ").split()
        if self.behind_proxy and not told:
            raise NoHostName
        return HostNames([*told, *(names_in(self.certificate) if self.certificate else ())])

    def services(self) -> Services:
        """Everything the routes need. Raises NoDatabase, DataFault."""
        return open_services(
            self.database or sqlite_in(self.folder),
            self.folder / "files",
            knowledge=self.knowledge,
            updates=self.updates,
            bucket=self.bucket,
            s3_endpoint=self.s3_endpoint,
        )

    def gateway(self) -> GatewaySettings | None:
        """How dossiers are handed over to the national portal. Raises BadNationalSettings, NationalCertificateWrong."""
        return load_gateway(self.national) if self.national else None

    def told(self) -> NoticeSettings | None:
        """How citizens are told. Raises BadNoticeSettings."""
        return load_notices(self.notices) if self.notices else None


@dataclass
class RunningServer:
    """A server in this process, as tests and the demo know it."""

    url: str
    services: Services
    _credentials: dict[str, str] = field(default_factory=dict)

    def credential(self, desk: str) -> str:
        """The desk's credential; the desk is registered and enrolled where it was not."""
        if desk not in self._credentials:
            code = self.services.desks.register(desk)
            self._credentials[desk] = self.services.desks.enrol(desk, code)
        return self._credentials[desk]


def main(settings: Settings) -> int:
    """Serves until it is stopped; requests under way are finished.

    Raises PortTaken, OpenToAll, NoHostName, CertificateUnusable, NoDatabase, BadNationalSettings,
    NationalCertificateWrong, BadNoticeSettings.
    """
    settings.host_names()
    settings.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    settings.gateway()
    settings.told()
    services = settings.services()  # faults in the settings are told here, once, before anything is served
    listening = _listen(settings.host, settings.port, take_over=settings.take_over)
    scheme = "https" if settings.certificate else "http"
    say = translate("server", "Listening on {address}.")
    print(say.format(address=f"{scheme}://{settings.host}:{listening.getsockname()[1]}"), flush=True)
    log_as_json(debug=settings.debug)
    if settings.workers == 1:
        _serve(settings, services, listening)
        return 0
    services.engine.dispose()
    return _supervise(settings, listening)


@contextmanager
def running_server(
    folder: Path,
    port: int = 0,
    *,
    database: str = "",
    knowledge: Path | None = None,
    updates: Path | None = None,
    bucket: tuple[str, str] = ("", ""),
    limits: Limits | None = None,
    national: GatewaySettings | None = None,
    names: Sequence[str] = (),
) -> Iterator[RunningServer]:
    """The server in a thread of this process, its data in `folder`, or files in an S3 `bucket` (name, address)."""
    folder.mkdir(parents=True, exist_ok=True)
    listening = _listen(HOST, port, take_over=False)
    name, endpoint = bucket
    services = open_services(
        database or sqlite_in(folder),
        folder / "files",
        knowledge=knowledge,
        updates=updates,
        bucket=name,
        s3_endpoint=endpoint,
        limits=limits,
    )
    config = uvicorn.Config(
        make_app(services, HostNames(names)),
        http=GuardedProtocol,
        ws="none",
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=3,
    )
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="server", daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.005)
    try:
        with handing_over(national, services):
            yield RunningServer(f"http://{HOST}:{listening.getsockname()[1]}", services)
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listening.close()
        services.engine.dispose()


def sqlite_in(folder: Path) -> str:
    """The address of the database that is used where none was named."""
    return f"sqlite:///{(folder / 'server.db').as_posix()}"


def _serve(settings: Settings, services: Services, listening: socket.socket) -> None:
    """Serves in this process until SIGTERM."""
    config = uvicorn.Config(
        make_app(services, settings.host_names()),
        http=GuardedProtocol,
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=_GRACE,
        ssl_certfile=settings.certificate,
        ssl_keyfile=settings.key,
        forwarded_allow_ips="127.0.0.1,::1" if settings.behind_proxy else "",
    )
    threading.Thread(target=_sweep, args=(services,), name="sweep", daemon=True).start()
    server = uvicorn.Server(config)

    def stop(*_: object) -> None:  # uvicorn hands the signal on to this when all is finished: the end was no failure
        server.should_exit = True

    signal.signal(signal.SIGTERM, stop)
    with handing_over(settings.gateway(), services), telling(settings.told(), services.engine), folding(services):
        server.run(sockets=[listening])
    services.engine.dispose()


def _sweep(services: Services) -> None:
    while True:
        try:
            services.uploads.sweep()
        except Exception:  # noqa: BLE001 - looked for again in an hour, whatever it was
            _log.exception("sweep")
        time.sleep(_SWEEP)


def _supervise(settings: Settings, listening: socket.socket) -> int:
    """Keeps `workers` processes serving the same socket: one that dies is replaced, a stop is passed on."""
    stopped = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stopped.set())
    context = multiprocessing.get_context("spawn")

    def started() -> multiprocessing.process.BaseProcess:
        process = context.Process(target=_work, args=(settings, listening), name="worker")
        process.start()
        return process

    workers = [started() for _ in range(settings.workers)]
    while not stopped.wait(0.5):
        for place, process in enumerate(workers):
            if not process.is_alive():
                _log.error("a worker ended with %s", process.exitcode)
                stopped.wait(1.0)  # one that cannot start is not started in a hot loop
                workers[place] = started()
    for process in workers:
        process.terminate()
    for process in workers:
        process.join(_GRACE + 5)
        if process.is_alive():
            process.kill()
    return 0


def _work(settings: Settings, listening: socket.socket) -> None:
    """One process of several; it ends with the one that started it."""
    log_as_json(debug=settings.debug)
    parent = multiprocessing.parent_process()

    def follow() -> None:
        if parent is not None:
            parent.join()
        os.kill(os.getpid(), signal.SIGTERM)

    threading.Thread(target=follow, name="parent", daemon=True).start()
    _serve(settings, settings.services(), listening)


def _listen(host: str, port: int, *, take_over: bool) -> socket.socket:
    """The listening socket. Another server may share the port to take over from this one; by mistake it does not."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    try:
        if port and not take_over:
            with _socket(family) as probe:
                probe.bind((host, port))
        listening = _socket(family)
        if hasattr(socket, "SO_REUSEPORT"):
            listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        try:
            listening.bind((host, port))
        except OSError:
            listening.close()
            raise
    except OSError as fault:
        raise PortTaken(type(fault).__name__, port=port) from fault
    listening.set_inheritable(True)
    return listening


def _socket(family: int) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    if os.name != "nt":
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    return made

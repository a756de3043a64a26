"""Running the reference server: `counter server`, and inside the demo and the tests."""

from __future__ import annotations

import os
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import uvicorn
from platformdirs import user_data_path

from counter_app.errors import CounterError
from counter_app.language import translate
from counter_app.provincial_server.app import make_app
from counter_app.provincial_server.doors import Limits
from counter_app.provincial_server.services import Services, open_services

HOST = "127.0.0.1"


class PortTaken(CounterError):
    """The port cannot be opened."""

    what = "Port {port} cannot be opened."
    todo = "Another program may use it: choose another with --port."


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


def main(database: str, files: Path | None, port: int) -> int:
    """Serves until it is stopped. Without a database it keeps a SQLite file beside the files."""
    folder = files or user_data_path("counter-server", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    listening = _listen(port)
    server = _server(open_services(database or sqlite_in(folder), folder / "files"))
    say = translate("server", "Listening on {address}.")
    print(say.format(address=f"http://{HOST}:{listening.getsockname()[1]}"), flush=True)
    server.run(sockets=[listening])
    return 0


@contextmanager
def running_server(
    folder: Path, port: int = 0, *, database: str = "", knowledge: Path | None = None, limits: Limits | None = None
) -> Iterator[RunningServer]:
    """The server in a thread of this process, with its data in `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    listening = _listen(port)
    services = open_services(database or sqlite_in(folder), folder / "files", knowledge=knowledge, limits=limits)
    server = _server(services)
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="server", daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.005)
    try:
        yield RunningServer(f"http://{HOST}:{listening.getsockname()[1]}", services)
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listening.close()
        services.engine.dispose()


def sqlite_in(folder: Path) -> str:
    """The address of the database that is used where none was named."""
    return f"sqlite:///{(folder / 'server.db').as_posix()}"


def _server(services: Services) -> uvicorn.Server:
    config = uvicorn.Config(make_app(services), log_level="warning", access_log=False, timeout_graceful_shutdown=3)
    return uvicorn.Server(config)


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name != "nt":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError as fault:
        listening.close()
        raise PortTaken(type(fault).__name__, port=port) from fault
    return listening

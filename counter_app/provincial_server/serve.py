"""Running the reference server: `counter server`, and inside the demo and the tests."""

from __future__ import annotations

import os
import secrets
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import uvicorn
from platformdirs import user_data_path

from counter_app.errors import CounterError
from counter_app.language import translate
from counter_app.provincial_server.app import make_app
from counter_app.provincial_server.registry import Registry
from counter_app.provincial_server.tables import open_database
from counter_app.provincial_server.uploads import Uploads

_TOKEN_FILE = "server-token"
_HOST = "127.0.0.1"


class PortTaken(CounterError):
    """The port cannot be opened."""

    what = "Port {port} cannot be opened."
    todo = "Another program may use it: choose another with --port."


def main(database: str, files: Path | None, port: int) -> int:
    """Serves until it is stopped. Without a database it keeps a SQLite file beside the files."""
    folder = files or user_data_path("counter-server", appauthor=False)
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    listening = _listen(port)
    server, _ = _server(folder, database or _sqlite(folder))
    say = translate("server", "Listening on {address}. The desks' token lies in {file}.")
    address = f"http://{_HOST}:{listening.getsockname()[1]}"
    print(say.format(address=address, file=folder / _TOKEN_FILE), flush=True)
    server.run(sockets=[listening])
    return 0


@contextmanager
def running_server(folder: Path, port: int = 0) -> Iterator[tuple[str, str]]:
    """The server in a thread of this process, with its data in `folder`: its address and token."""
    folder.mkdir(parents=True, exist_ok=True)
    listening = _listen(port)
    server, token = _server(folder, _sqlite(folder))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, name="server", daemon=True)
    thread.start()
    while not server.started and thread.is_alive():
        time.sleep(0.005)
    try:
        yield f"http://{_HOST}:{listening.getsockname()[1]}", token
    finally:
        server.should_exit = True
        thread.join(timeout=10)
        listening.close()


def _server(folder: Path, database: str) -> tuple[uvicorn.Server, str]:
    token = _token(folder / _TOKEN_FILE)
    app = make_app(Registry(open_database(database)), Uploads(folder / "files"), token)
    config = uvicorn.Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=3)
    return uvicorn.Server(config), token


def _listen(port: int) -> socket.socket:
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    if os.name != "nt":
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((_HOST, port))
    except OSError as fault:
        listening.close()
        raise PortTaken(type(fault).__name__, port=port) from fault
    return listening


def _sqlite(folder: Path) -> str:
    return f"sqlite:///{(folder / 'server.db').as_posix()}"


def _token(file: Path) -> str:
    """The desks' token, made at the first start in a file only this user can read."""
    if not file.exists():
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="ascii") as out:
            out.write(secrets.token_urlsafe(32))
    return file.read_text(encoding="ascii").strip()

"""A PostgreSQL and a provincial server of the benchmarks' own, each in processes that end with the benchmark."""

from __future__ import annotations

import getpass
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_PROGRAMS = Path("/usr/lib/postgresql")


@dataclass(frozen=True)
class BenchServer:
    """A running server; `codes` are the one-time codes of its desks, by their names, `process` is its number."""

    url: str
    codes: dict[str, str]
    process: int

    def processor_seconds(self) -> float:
        """What its process worked so far, in itself and for itself in the kernel."""
        fields = Path(f"/proc/{self.process}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


@contextmanager
def postgres() -> Iterator[str]:
    """The address of a PostgreSQL in a folder that goes away, without a database's name; "" where there is none.

    It fsyncs as a province's would. PostgreSQL does not run as root: then as the system's own user for it.
    """
    found = sorted(_PROGRAMS.glob("*/bin/initdb"))
    if not found:
        yield ""
        return
    root = os.name != "nt" and os.geteuid() == 0
    user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if root else []
    name = "postgres" if root else getpass.getuser()
    folder = Path(tempfile.mkdtemp(prefix="counter-bench-"))
    if root:
        shutil.chown(folder, "postgres", "postgres")
    programs, port = found[-1].parent, _free_port()

    def run(*command: str) -> None:
        subprocess.run([*user, *command], check=True, cwd=folder, stdout=subprocess.DEVNULL)

    control = [str(programs / "pg_ctl"), "-D", str(folder / "data")]
    try:
        run(str(programs / "initdb"), "-D", str(folder / "data"), "-A", "trust", "-U", name, "-E", "UTF8")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c max_connections=100"
        run(*control, "-o", options, "-l", str(folder / "log"), "-w", "start")
        try:
            yield f"postgresql://{name}@127.0.0.1:{port}"
        finally:
            run(*control, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def database(server: str, name: str, folder: Path) -> Iterator[str]:
    """A new database on the PostgreSQL at `server`; without one a SQLite file."""
    if not server:
        yield f"sqlite:///{(folder / f'{name}.db').as_posix()}"
        return
    from sqlalchemy import create_engine, text

    admin = create_engine(f"{server.replace('postgresql:', 'postgresql+psycopg:')}/postgres").execution_options(
        isolation_level="AUTOCOMMIT"
    )
    with admin.connect() as db:
        db.execute(text(f"CREATE DATABASE {name}"))
    admin.dispose()
    yield f"{server}/{name}"


@contextmanager
def server_process(address: str, folder: Path, desks: Sequence[str]) -> Iterator[BenchServer]:
    """The provincial server over the database, in a process of its own, with these desks registered."""
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "counter_app.bench.sync_servers", address, str(folder)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin and process.stdout
    try:
        process.stdin.write(json.dumps(list(desks)) + "\n")
        process.stdin.flush()
        told = json.loads(process.stdout.readline())
        yield BenchServer(told["url"], told["codes"], process.pid)
    finally:
        process.stdin.close()  # it ends when nobody holds the other end any more
        try:
            process.wait(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()


def peak_memory(process: int | None = None) -> int:
    """Bytes of memory a process, without a number this one, had at most; 0 on Windows, which does not tell."""
    status = Path("/proc", str(process or "self"), "status")  # getrusage would count what the process was forked from
    if status.exists():
        return 1024 * next(int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    if process or sys.platform == "win32":
        return 0
    import resource

    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most * 1024  # macOS counts bytes, the others kilobytes


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _serve(address: str, folder: Path) -> None:
    """The server, with one route more: PUT writes a body to the disk, hashes it where asked, and does no more."""
    import hashlib
    import threading

    import uvicorn
    from starlette.types import Receive, Scope, Send

    from counter_app.province.admission import Limits
    from counter_app.province.app import make_app
    from counter_app.province.host_names import HostNames
    from counter_app.province.services import open_services

    # the benchmark's desks all speak from one address, at the same second
    limits = Limits(strangers_per_second=1000, strangers_burst=10_000)
    services = open_services(address, folder / "files", limits=limits)
    app = make_app(services, HostNames())

    async def with_put(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] != "PUT":
            await app(scope, receive, send)
            return
        hashed, seal = scope["path"].endswith("/hashed"), hashlib.sha256()
        with (folder / "put").open("wb") as file:
            more = True
            while more:
                message = await receive()
                file.write(message.get("body", b""))
                if hashed:
                    seal.update(message.get("body", b""))
                more = message.get("more_body", False)
            file.flush()
            os.fsync(file.fileno())
        await send({"type": "http.response.start", "status": 204, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    desks = json.loads(sys.stdin.readline())
    codes = {desk: services.desks.register(desk) for desk in desks}
    listening = socket.create_server(("127.0.0.1", 0), backlog=1024)
    server = uvicorn.Server(
        uvicorn.Config(with_put, log_level="warning", access_log=False, timeout_graceful_shutdown=2)
    )
    print(json.dumps({"url": f"http://127.0.0.1:{listening.getsockname()[1]}", "codes": codes}), flush=True)

    def follow() -> None:
        sys.stdin.read()
        server.should_exit = True

    threading.Thread(target=follow, daemon=True).start()
    server.run(sockets=[listening])
    services.engine.dispose()


if __name__ == "__main__":
    _serve(sys.argv[1], Path(sys.argv[2]))

"""Servers on SQLite and on a PostgreSQL of the tests' own, and desks that speak to them."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import ssl
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import count
from pathlib import Path

import httpx
import pytest
from sqlalchemy import create_engine, text

from counter_app.dossier.journal import Entry, Tip, write
from counter_app.dossier.model import FileRef
from counter_app.dossier.payloads.papers import ComponentDigitised
from counter_app.dossier.payloads.payload import Payload
from counter_app.province.database import open_database
from counter_app.province.serve import RunningServer, running_server
from counter_app.province.services import Services, open_services
from counter_app.sync.wire import Push, SignIn
from tests.dossier.entries import AT, CODE
from tests.province.national.fakes import Fake, FakeCentralised, FakeClassic

NO_TLS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Trusts nobody: to read the system's certificates takes a client longer than what it asks on loopback."""
DESK, OTHER, STRANGER = "H41.99:1", "H41.99:2", "H41.98:1"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL that was started for these tests, without the name of a database."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    if not found:
        pytest.skip("PostgreSQL is not on this machine")
    programs = found[-1].parent
    # it refuses to run as root: then as the system's own user for it
    root = os.name != "nt" and os.geteuid() == 0
    user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if root else []
    folder = Path(tempfile.mkdtemp(prefix="counter-postgres-"))  # not pytest's own, into which that user may not look
    if root:
        shutil.chown(folder, "postgres", "postgres")
    port = free_port()
    name = "postgres" if root else getpass.getuser()

    def run(*command: str) -> None:
        subprocess.run([*user, *command], check=True, cwd=folder, stdout=subprocess.DEVNULL)

    try:
        run(str(programs / "initdb"), "-D", str(folder / "data"), "-A", "trust", "-U", name, "--no-sync", "-E", "UTF8")
        options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c max_connections=200"
        run(
            str(programs / "pg_ctl"),
            "-D",
            str(folder / "data"),
            "-o",
            options,
            "-l",
            str(folder / "log"),
            "-w",
            "start",
        )
        yield f"postgresql://{name}@127.0.0.1:{port}"
        run(str(programs / "pg_ctl"), "-D", str(folder / "data"), "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def new_postgres_database(postgres: str) -> Callable[[], str]:
    """Makes a database with the newest schema; its address."""
    admin = create_engine(
        postgres.replace("postgresql:", "postgresql+psycopg:") + "/postgres", isolation_level="AUTOCOMMIT"
    )
    numbers = count()
    with admin.connect() as db:
        db.execute(text("CREATE DATABASE ready"))
    open_database(f"{postgres}/ready").dispose()

    def made() -> str:
        name = f"test_{next(numbers)}"
        with admin.connect() as db:
            db.execute(text(f"CREATE DATABASE {name} TEMPLATE ready"))
        return f"{postgres}/{name}"

    return made


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of an empty database, of each kind the server knows."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'server.db'}"
    return str(request.getfixturevalue("new_postgres_database")())


@pytest.fixture
def services(database: str, tmp_path: Path) -> Iterator[Services]:
    """The server's insides with three desks registered: two of one office, one of another."""
    opened = open_services(database, tmp_path / "files")
    for desk in (DESK, OTHER, STRANGER):
        opened.desks.register(desk)
    yield opened
    opened.engine.dispose()


@pytest.fixture
def province(tmp_path: Path) -> Iterator[RunningServer]:
    """A server on loopback."""
    with running_server(tmp_path / "server") as running:
        yield running


class Caller(httpx.Client):
    """A desk that speaks HTTP by hand."""

    def __init__(self, province: RunningServer, desk: str = DESK) -> None:
        super().__init__(base_url=province.url, timeout=30, verify=NO_TLS)
        self.desk = desk
        body = SignIn(desk=desk, credential=province.credential(desk))
        answer = httpx.post(f"{province.url}/v2/sign-in", json=body.model_dump(), timeout=30, verify=NO_TLS)
        self.headers["Authorization"] = f"Bearer {answer.json()['token']}"

    def push(self, entries: list[Entry]) -> httpx.Response:
        return self.post("/v2/entries", content=Push(desk=self.desk, entries=tuple(entries)).model_dump_json())


@pytest.fixture
def caller(province: RunningServer) -> Iterator[Caller]:
    """Desk 1, signed in."""
    with Caller(province) as desk:
        yield desk


class Journal:
    """A desk that writes entries one after the other."""

    def __init__(self, desk: str = DESK) -> None:
        self.desk = desk
        self.entries: list[Entry] = []

    def write(self, payload: Payload, dossier: str = CODE, step: int = 1, at: datetime = AT) -> Entry:
        last = self.entries[-1] if self.entries else None
        entry = write(
            payload,
            dossier=dossier,
            step=step,
            desk=self.desk,
            clerk="Mẫu",
            at=at,
            after=Tip(last.sequence, last.hash) if last else None,
            salt="salt",
        )
        self.entries.append(entry)
        return entry


def scanned(sha256: str, size: int) -> ComponentDigitised:
    document = FileRef(sha256=sha256, size=size, media_type="application/pdf")
    return ComponentDigitised(component="to-khai", document=document, pages=())


@pytest.fixture
def classic() -> Iterator[FakeClassic]:
    fake = FakeClassic()
    yield fake
    fake.close()


@pytest.fixture(params=[FakeClassic, FakeCentralised])
def portal(request: pytest.FixtureRequest) -> Iterator[Fake]:
    """Either service."""
    fake: Fake = request.param()
    yield fake
    fake.close()

"""Desks and server are killed at any moment, again and again, and nothing is lost or doubled.

COUNTER_KILL_ROUNDS says how often; 300 rounds take some minutes.
"""

from __future__ import annotations

import multiprocessing
import os
import random
import sys
import time
from contextlib import ExitStack
from multiprocessing.context import ForkServerContext
from multiprocessing.process import BaseProcess
from pathlib import Path

import httpx
import pytest

from counter_app.province.database import open_database
from counter_app.province.desks import Desks
from counter_app.province.services import open_services
from tests.province.conftest import free_port, new_postgres_database, postgres  # noqa: F401 - fixtures
from tests.sync.faults.office import assert_all_alike
from tests.sync.faults.processes import Notes, kill, opened, serve_province, work

ROUNDS = int(os.environ.get("COUNTER_KILL_ROUNDS", "15"))
NUMBERS = (1, 2)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL is how Linux ends a process at once"),
]


class Office:
    """Two desks and a server, each a process; `last` is how far the server's journal of each desk is."""

    def __init__(self, folder: Path, database: str, seed: int) -> None:
        self.folder, self.database, self.port = folder, database, free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.chance = random.Random(seed)
        self._made: ForkServerContext = multiprocessing.get_context("forkserver")
        self._made.set_forkserver_preload(["tests.sync.faults.processes"])
        engine = open_database(database)
        self.codes = {number: Desks(engine).register(f"H41.99:{number}") for number in NUMBERS}
        engine.dispose()
        self.running: dict[str, BaseProcess] = {}

    def start(self, name: str) -> None:
        if name == "server":
            target, values = serve_province, (self.database, self.folder / "server", self.port)
        else:
            number = int(name)
            seed = self.chance.randrange(1 << 30)
            target, values = work, (self.folder, number, self.codes[number], self.url, seed)  # type: ignore[assignment]
        process = self._made.Process(target=target, args=values, daemon=True)
        process.start()
        self.running[name] = process

    def kill(self, name: str) -> None:
        process = self.running.pop(name)
        faults = "" if name == "server" else "".join(str(line[0]) for line in self.notes(int(name)).read("fault"))
        assert process.exitcode is None, f"{name} ended by itself {faults}"
        kill(process)
        if name == "server":
            self.nothing_acknowledged_is_lost()

    def nothing_acknowledged_is_lost(self) -> None:
        engine = open_database(self.database)
        there = {line.desk: line.last_sequence for line in Desks(engine).lines()}
        engine.dispose()
        for number in NUMBERS:
            acknowledged = max((int(str(line[0])) for line in self.notes(number).read("acknowledged")), default=0)
            assert there[f"H41.99:{number}"] >= acknowledged

    def notes(self, number: int) -> Notes:
        return Notes(self.folder / f"notes-{number}")

    def await_server(self) -> None:
        for _ in range(600):
            try:
                if httpx.get(f"{self.url}/health/ready", timeout=5).is_success:
                    return
            except httpx.HTTPError:
                time.sleep(0.05)
        raise AssertionError("the server does not start")


def live_through(folder: Path, database: str, rounds: int) -> None:
    office = Office(folder, database, rounds)
    for name in ("server", "1", "2"):
        office.start(name)
    office.await_server()
    for _ in range(rounds):
        time.sleep(office.chance.uniform(0.0, 1.2))
        doomed = office.chance.choice(["server", "1", "2"])
        office.kill(doomed)
        office.start(doomed)
    for name in list(office.running):
        office.kill(name)
    office.start("server")
    office.await_server()
    with ExitStack() as open_desks:
        desks = [open_desks.enter_context(opened(folder, number, office.codes[number])) for number in NUMBERS]
        for number, desk in zip(NUMBERS, desks, strict=True):
            hashes = {entry.sequence: entry.hash for entry in desk.desk.store.entries.own_after(0, -1)}
            for sequence, seal in office.notes(number).read("kept"):
                assert hashes[int(str(sequence))] == seal, "what the clerk was told was kept is not there"
            assert desk.desk.missing_files() == []
            assert list(office.notes(number).read("fault")) == []
        for _ in range(2):
            for desk in desks:
                desk.sync(office.url)
        office.kill("server")
        province = open_services(database, folder / "server" / "files")
        undisturbed = open_services(f"sqlite:///{folder / 'undisturbed.db'}", folder / "undisturbed")
        try:
            assert_all_alike(province, undisturbed, *desks)
            written = [desk.desk.store.entries.last_sequence() for desk in desks]
            sent = sum(1 for file in (folder / "server" / "files" / "whole").rglob("*") if file.is_file())
            print(f"{rounds} rounds: entries {written}, dossiers {len(desks[0].codes)}, files {sent}")
            assert all(written)
        finally:
            province.engine.dispose()
            undisturbed.engine.dispose()


def test_desks_and_a_server_on_sqlite_killed_at_any_moment_lose_and_double_nothing(tmp_path: Path) -> None:
    (tmp_path / "server").mkdir()
    live_through(tmp_path, f"sqlite:///{tmp_path / 'server' / 'server.db'}", ROUNDS)


def test_desks_and_a_server_on_postgresql_killed_at_any_moment_lose_and_double_nothing(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    database = str(request.getfixturevalue("new_postgres_database")())
    live_through(tmp_path, database, max(ROUNDS // 5, 1))

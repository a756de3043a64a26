"""The server as processes: several over one PostgreSQL, killed, restarted, and replaced while desks go on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest

from counter_app.dossier.journal import Entry
from counter_app.province.database import open_database
from counter_app.province.desks import Desks
from counter_app.sync.wire import Pulled, Push
from tests.dossier.entries import received
from tests.province.conftest import NO_TLS, OTHER, Journal, free_port

pytestmark = [pytest.mark.slow, pytest.mark.skipif(os.name == "nt", reason="signals are how Linux ends processes")]


class Server:
    """`counter server` in a process of its own."""

    def __init__(self, folder: Path, port: int, *words: str) -> None:
        self.url = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "counter_app", "server", "--files", str(folder), "--port", str(port), *words]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)

    def wait(self) -> Server:
        for _ in range(1200):
            assert self.process.poll() is None, self.process.stderr and self.process.stderr.read()
            try:
                httpx.get(f"{self.url}/health/ready", timeout=5).raise_for_status()
                return self
            except httpx.HTTPError:
                time.sleep(0.05)
        raise AssertionError("the server did not start")

    def end(self, number: signal.Signals = signal.SIGTERM) -> str:
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.communicate(timeout=60)[1]


@contextmanager
def serving(folder: Path, port: int, *words: str) -> Iterator[Server]:
    server = Server(folder, port, *words)
    try:
        yield server.wait()
    finally:
        server.end(signal.SIGKILL if server.process.poll() is None and "--workers" not in words else signal.SIGTERM)


def tokens(address: str, *names: str) -> dict[str, str]:
    """Signs desks in beside the server, over its database."""
    engine = open_database(address)
    desks = Desks(engine)
    found = {name: desks.sign_in(name, desks.enrol(name, desks.register(name))).token for name in names}
    engine.dispose()
    return found


def push(http: httpx.Client, url: str, token: str, entries: list[Entry]) -> int | None:
    """Sends entries; None where no answer came."""
    body = Push(desk=entries[0].desk, entries=tuple(entries)).model_dump_json()
    try:
        answer = http.post(f"{url}/v2/entries", content=body, headers={"Authorization": f"Bearer {token}"})
    except httpx.HTTPError:
        return None
    assert answer.status_code == 200, answer.text
    return int(answer.json()["acknowledged"])


def everything(url: str, token: str) -> list[Entry]:
    headers = {"Authorization": f"Bearer {token}"}
    for _ in range(5):  # a connection that the old server had not taken up when it stopped is tried again, as desks do
        with suppress(httpx.TransportError):
            answer = httpx.get(f"{url}/v2/entries?limit=1000", headers=headers, timeout=30)
            break
    pulled = Pulled.model_validate_json(answer.content, strict=False)
    assert not pulled.more
    return list(pulled.entries)


def written(desk: str, length: int) -> list[Entry]:
    journal = Journal(desk)
    for number in range(length):
        journal.write(received(), f"H41.99-261124-{int(desk[7:]):02d}{number:03d}")
    return journal.entries


def test_a_server_killed_at_any_moment_loses_and_doubles_nothing(tmp_path: Path) -> None:
    desk, port = "H41.99:1", free_port()
    address = f"sqlite:///{tmp_path / 'server.db'}"
    token = tokens(address, desk, OTHER)
    entries = written(desk, 200)
    acknowledged = 0
    for moment in (0.01, 0.06, 0.13):
        with serving(tmp_path, port) as server, httpx.Client(timeout=5) as http:
            threading.Timer(moment, server.process.kill).start()
            while server.process.poll() is None:
                reached = push(http, server.url, token[desk], entries[acknowledged : acknowledged + 2])
                acknowledged = acknowledged if reached is None else reached
                if acknowledged >= 190:
                    break
    with serving(tmp_path, port) as server, httpx.Client(timeout=30) as http:
        assert len(everything(server.url, token[OTHER])) >= acknowledged
        assert push(http, server.url, token[desk], entries[acknowledged:]) == 200
        assert everything(server.url, token[OTHER]) == entries


def test_several_processes_over_one_database_give_every_entry_once_and_skip_none(
    tmp_path: Path, new_postgres_database: Callable[[], str]
) -> None:
    address, port = new_postgres_database(), free_port()
    desks = [f"H41.99:{number}" for number in range(10, 18)]
    token = tokens(address, *desks, OTHER)
    done = threading.Event()

    def send(desk: str) -> list[Entry]:
        entries = written(desk, 40)
        with httpx.Client(timeout=30) as http:
            for start in range(0, 40, 4):
                assert push(http, f"http://127.0.0.1:{port}", token[desk], entries[start : start + 4]) == start + 4
        return entries

    def collect() -> list[Entry]:
        found: list[Entry] = []
        cursor, last = 0, False
        while not last:
            last = done.is_set()
            more = True
            while more:  # each on a connection of its own: the processes take turns
                answer = httpx.get(
                    f"http://127.0.0.1:{port}/v2/entries?after={cursor}&limit=7",
                    headers={"Authorization": f"Bearer {token[OTHER]}"},
                    timeout=30,
                    verify=NO_TLS,
                )
                pulled = Pulled.model_validate_json(answer.content, strict=False)
                found += pulled.entries
                cursor, more = pulled.cursor, pulled.more
        return found

    words = ("--database", address, "--workers", "2")
    with serving(tmp_path, port, *words) as server, ThreadPoolExecutor(9) as threads:
        collecting = threads.submit(collect)
        sent = [entry for entries in threads.map(send, desks) for entry in entries]
        done.set()
        found = collecting.result()
        log = server.end()
    assert len(found) == len(sent) == 320
    assert {(item.desk, item.sequence) for item in found} == {(item.desk, item.sequence) for item in sent}
    assert len({line.split('"process": ')[1].split(",")[0] for line in log.splitlines() if "answered" in line}) == 2
    assert server.process.returncode == 0


def test_a_stop_lets_requests_under_way_finish_and_a_new_server_takes_over(tmp_path: Path) -> None:
    desk, port = "H41.99:1", free_port()
    token = tokens(f"sqlite:///{tmp_path / 'server.db'}", desk, OTHER)
    entries = written(desk, 3)
    body = Push(desk=desk, entries=tuple(entries)).model_dump_json().encode()
    begun, go_on = threading.Event(), threading.Event()

    def slowly() -> Iterator[bytes]:
        sent = 0
        while not go_on.wait(1) and sent < len(body) - 1:  # as long as it takes, but never standing still
            sent += 1
            yield body[sent - 1 : sent]
            begun.set()
        yield body[sent:]

    headers = {"Authorization": f"Bearer {token[desk]}", "Content-Length": str(len(body))}
    with serving(tmp_path, port) as old, ThreadPoolExecutor(1) as thread:
        answer = thread.submit(httpx.post, f"{old.url}/v2/entries", content=slowly(), headers=headers, timeout=300)
        begun.wait()
        refused = Server(tmp_path, port)
        assert "PortTaken" in refused.end(signal.SIGCONT) or refused.process.returncode == 1, "not by mistake"
        new = Server(tmp_path, port, "--take-over")
        try:
            while f'process="{new.process.pid}"' not in httpx.get(f"{new.url}/metrics", timeout=30).text:
                time.sleep(0.05)  # both answer, by turns
            old.process.terminate()
            assert old.process.poll() is None, "it waits for the request under way"
            assert everything(new.url, token[OTHER]) == []
            go_on.set()
            assert answer.result().json() == {"acknowledged": 3}
            assert old.process.wait(60) == 0
            assert everything(new.url, token[OTHER]) == entries
        finally:
            go_on.set()
            new.end()

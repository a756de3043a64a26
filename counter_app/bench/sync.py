"""`counter bench sync`: desks and province under load, each figure beside its peer or what is allowed.

COUNTER_BENCH_SCALE makes everything smaller (0.01 is a hundredth), for a look that does not take minutes.
"""

from __future__ import annotations

import http.client
import json
import os
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from counter_app.bench.figures import Figure, percentile
from counter_app.bench.sync_servers import BenchServer, database, peak_memory, postgres, server_process
from counter_app.config import Server
from counter_app.errors import CounterError

_OFFICE = "H41.01"
_DESK = f"{_OFFICE}:1"
_PROCESSES = 3  # of desks at work
_AT_ONCE = 210
_PROVINCE = 500  # desks, more than Nghệ An's 130 communes have
_SECONDS = 30  # during which the desks at work commit
_COMMITS = 6  # of each of them
_BACKLOG = 10_000  # dossiers
_JOURNAL = 100_000  # entries a new desk pulls
_FILE = 200_000_000  # bytes
_RUNS = 3


class NothingMayBeLost(CounterError):
    """The province has other entries than the desks wrote."""

    what = "The province does not have exactly the entries the desks wrote: {missing} are missing, {extra} too many."
    todo = "This is a fault of the program: report it."


def sync_figures() -> Iterator[Figure]:
    """Many desks at once, a backlog, memory, a journal pulled, and files."""
    scale = float(os.environ.get("COUNTER_BENCH_SCALE", "1"))
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place, postgres() as address:
        folder, on = Path(place), "PostgreSQL" if address else "SQLite"
        for count in sorted({max(int(count * scale), 6) for count in (_AT_ONCE, _PROVINCE)}):
            yield from _at_once(folder, address, on, count, max(_SECONDS * scale, 3))
        yield from _backlog(folder / "backlog", address, max(int(_BACKLOG * scale), 50))
        yield _pulled(folder / "journal", address, max(int(_JOURNAL * scale), 400))
        yield from _uploads(folder / "uploads", address, max(int(_FILE * scale), 2_000_000))


def _at_once(folder: Path, address: str, on: str, count: int, seconds: float) -> Iterator[Figure]:
    """Three desks an office, each committing a dossier every few seconds; then both sides are compared."""
    desks = [f"H41.{nth // 3 + 1:02d}:{nth % 3 + 1}" for nth in range(count)]
    name = f"desks_{count}"
    folder /= name
    with database(address, name, folder) as db, server_process(db, folder, desks) as server:
        start = time.perf_counter()
        shares = [dict(list(server.codes.items())[nth::_PROCESSES]) for nth in range(_PROCESSES)]
        told = [
            {
                "codes": share,
                "url": server.url,
                "folder": str(folder),
                "seed": nth,
                "seconds": seconds,
                "commits": _COMMITS,
            }
            for nth, share in enumerate(shares)
        ]
        results = _desks_at_work(told)
        took, memory = time.perf_counter() - start, peak_memory(server.process)
        written = {(desk, number, seal) for result in results for desk, number, seal in result["entries"]}
        _compare(db, written)
    waits = [second for result in results for second in result["seconds"]]
    if len(waits) != len(written):
        raise NothingMayBeLost(missing=len(written) - len(waits), extra=0)
    name = f"{count} desks, {len(waits)} commits on {on}"
    yield Figure(f"{name}: p95", percentile(95, waits), 1.0, "the second allowed from commit to acknowledged")
    yield Figure(f"{count} desks: all of it", took, 120.0 * count / _AT_ONCE, "what is allowed, stores made included")
    yield Figure(f"{count} desks: the server's memory", memory / 1e6, 500.0, "what a process may take", "MB")


def _desks_at_work(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    processes = [_started("at_work", task) for task in told]
    for process in processes:
        _line_of(process)  # ready
    for process in processes:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    return [_result(process) for process in processes]


def _compare(address: str, written: set[tuple[str, int, str]]) -> None:
    """Raises NothingMayBeLost unless the server has exactly what was written, each once."""
    from sqlalchemy import select

    from counter_app.province.database import open_database
    from counter_app.province.tables import entries

    engine = open_database(address, connections=1)
    with engine.connect() as db:
        rows = [tuple(row) for row in db.execute(select(entries.c.desk, entries.c.sequence, entries.c.hash))]
    engine.dispose()
    if len(rows) != len(set(rows)) or set(rows) != written:
        extra = len(rows) - len(written & set(rows))
        raise NothingMayBeLost(missing=len(written - set(rows)), extra=extra)


def _backlog(folder: Path, address: str, dossiers: int) -> Iterator[Figure]:
    """Handing over a backlog, beside posting the very same bodies to the same server on an empty database."""
    few = max(dossiers // 10, 5)
    peaks, seconds = [], 0.0
    bodies = folder / "bodies.json"
    for count in (few, dossiers):
        place = folder / str(count)
        place.mkdir(parents=True)
        _result(_started("backlog", {"folder": str(place / "desk"), "desk": _DESK, "fill": count}))
        with database(address, f"backlog_{count}", place) as db, server_process(db, place, [_DESK]) as server:
            told = {"folder": str(place / "desk"), "desk": _DESK, "fill": 0, "url": server.url, "bodies": ""}
            done = _result(_started("backlog", told | {"code": server.codes[_DESK]}))
            peaks.append(done["peak"])
            seconds = done["seconds"]
    # once more with the bodies written down, for the bare side: the same desk before a server that knows nothing of it
    place = folder / str(dossiers)
    with database(address, "recorded", folder) as db, server_process(db, folder / "recorded", [_DESK]) as server:
        _forget(place / "desk")
        told = {"folder": str(place / "desk"), "desk": _DESK, "fill": 0, "url": server.url, "bodies": str(bodies)}
        _result(_started("backlog", told | {"code": server.codes[_DESK]}))
    with database(address, "bare", folder) as db, server_process(db, folder / "bare", [_DESK]) as server:
        bare = _bare_posts(server, [bytes.fromhex(load) for load in json.loads(bodies.read_text())])
    yield Figure(
        f"backlog of {dossiers} dossiers", dossiers / seconds, dossiers / bare, "bare posts of the same bytes", "1/s"
    )
    yield Figure(f"memory: {dossiers} and {few} dossiers", peaks[1] / 1e6, peaks[0] / 1e6, "the smaller backlog", "MB")


def _forget(folder: Path) -> None:
    """Lets the desk begin anew with the province."""
    with _store(folder, _DESK) as store, store.transaction():
        store.db.execute("DELETE FROM sync_points")
        store.db.execute("DELETE FROM sync_secrets")


def _bare_posts(server: BenchServer, bodies: list[bytes]) -> float:
    """Seconds to post the bodies one after the other over one connection."""
    headers = {"Content-Type": "application/json"}
    line = http.client.HTTPConnection(urlsplit(server.url).netloc)

    def ask(path: str, body: bytes, more: dict[str, str]) -> dict[str, Any]:
        line.request("POST", path, body, headers | more)
        reply = line.getresponse()
        content = reply.read()
        if reply.status != 200:
            raise RuntimeError(f"{path}: {reply.status}")
        answer: dict[str, Any] = json.loads(content)
        return answer

    code = server.codes[_DESK]
    credential = ask("/v2/enrol", json.dumps({"desk": _DESK, "code": code}).encode(), {})["credential"]
    token = ask("/v2/sign-in", json.dumps({"desk": _DESK, "credential": credential}).encode(), {})["token"]
    allowed = {"Authorization": f"Bearer {token}", "Content-Encoding": "gzip"}
    start = time.perf_counter()
    for body in bodies:
        ask("/v2/entries", body, allowed if body[:2] == b"\x1f\x8b" else {"Authorization": f"Bearer {token}"})
    return time.perf_counter() - start


def _pulled(folder: Path, address: str, count: int) -> Figure:
    """A new desk of an office whose other desks have written so many entries."""
    from counter_app.bench.sync_desks import code_of, later, received
    from counter_app.dossier import clock
    from counter_app.dossier.journal import Entry, Tip, write
    from counter_app.province.services import open_services

    newcomer, desks = f"{_OFFICE}:9", [f"{_OFFICE}:{number}" for number in (1, 2, 3)]
    folder.mkdir(parents=True)
    with database(address, "journal", folder) as db:
        services = open_services(db, folder / "files")
        tips: dict[str, Tip] = {}
        waiting: dict[str, list[Entry]] = {desk: [] for desk in desks}
        at = clock.now()

        def entry(number: int, step: int) -> None:
            desk = desks[number % 3]
            payload = received(_OFFICE, number) if step == 1 else later(number)[step - 2]
            made = write(
                payload,
                dossier=code_of(_OFFICE, number),
                step=step,
                desk=desk,
                clerk="Mẫu",
                at=at,
                after=tips.get(desk),
                salt=str(number),
            )
            tips[desk] = Tip(made.sequence, made.hash)
            waiting[desk].append(made)

        for desk in desks:
            services.desks.register(desk)
        steps = 1 + len(later(0))
        dossiers = count // steps
        for number in range(dossiers + 60 * (steps - 1)):  # a dossier's steps come while others are received
            for step in range(1, steps + 1):
                if 0 <= number - 60 * (step - 1) < dossiers:
                    entry(number - 60 * (step - 1), step)
            if number % 100 == 0 or number + 1 == dossiers + 60 * (steps - 1):
                for desk, entries in waiting.items():
                    for first in range(0, len(entries), 1000):
                        services.registry.accept(desk, entries[first : first + 1000])
                    entries.clear()
        services.engine.dispose()
        with server_process(db, folder, [newcomer]) as server:
            told = {"folder": str(folder / "desk"), "desk": newcomer, "url": server.url}
            done = _result(_started("newcomer", told | {"code": server.codes[newcomer]}))
    if done["entries"] != dossiers * steps or done["dossiers"] != dossiers:
        raise NothingMayBeLost(missing=dossiers * steps - done["entries"], extra=0)
    allowed = 60 * done["entries"] / _JOURNAL
    return Figure(
        f"journal of {done['entries']} entries pulled", done["seconds"], allowed, "what is allowed for so many"
    )


def _uploads(folder: Path, address: str, size: int) -> Iterator[Figure]:
    """Bytes a second of files from the encrypted store by tus, beside a PUT of as many to the same server.

    A file that arrives is hashed by the server, because it may be nothing else than its name says; so the PUT is
    measured with and without that.
    """
    from counter_app.bench.sync_desks import received, write
    from counter_app.dossier.payloads.papers import ComponentDigitised
    from counter_app.sync.client import ProvincialServer
    from counter_app.sync.rounds.push import push

    ours: list[float] = []
    plain: dict[str, list[float]] = {"plain": [], "hashed": []}
    with (
        database(address, "uploads", folder) as db,
        server_process(db, folder, [_DESK]) as server,
        _store(folder / "desk", _DESK) as store,
        ProvincialServer(Server(url=server.url, code=server.codes[_DESK]), store) as gateway,
    ):
        write(store, 0, received(_OFFICE, 0))
        for run in range(_RUNS + 1):
            content = secrets.token_bytes(size)
            document = store.files.put(content, "application/pdf")
            write(store, 0, ComponentDigitised(component="to-khai", document=document, pages=()))
            push(store, gateway)
            tus = gateway.files()
            tus.abilities()
            start = time.perf_counter()
            with store.files.reading(document.sha256) as file:
                tus.upload(file)
            if run:
                ours.append(time.perf_counter() - start)
            for kind, seconds in plain.items():
                start = time.perf_counter()
                line = http.client.HTTPConnection(urlsplit(server.url).netloc)
                line.request("PUT", f"/bench/{kind}", content)
                line.getresponse().read()
                line.close()
                if run:
                    seconds.append(time.perf_counter() - start)
    rate, bare, hashed = (size / 1e6 / statistics.median(item) for item in (ours, *plain.values()))
    name = f"upload of {size / 1e6:.0f} MB"
    yield Figure(name, rate, hashed, "a plain PUT that the server hashes too", "MB/s")
    yield Figure(name, rate, bare, "a plain PUT that is only written down", "MB/s")


@contextmanager
def _store(folder: Path, desk: str) -> Iterator[Any]:
    import keyring
    from keyring.backends import fail

    from counter_app.store.store import open_store

    before = keyring.get_keyring()
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]
    store = open_store(folder, desk)
    try:
        yield store
    finally:
        store.close()
        keyring.set_keyring(before)


def _started(job: str, told: dict[str, Any]) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "counter_app.bench.sync_desks", job]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdin
    process.stdin.write(json.dumps(told) + "\n")
    process.stdin.flush()
    return process


def _line_of(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    line = process.stdout.readline()
    if not line:
        raise RuntimeError(f"the desks ended with {process.wait()}")
    return line


def _result(process: subprocess.Popen[str]) -> dict[str, Any]:
    result: dict[str, Any] = json.loads(_line_of(process))
    process.wait()
    return result

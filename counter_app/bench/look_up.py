"""`counter bench look-up`: the public page of the province at 100 requests a second, from the moment each was to begin.

Each citizen has a connection of their own and asks by the code of a receipt, which nobody is slowed for.
COUNTER_BENCH_SCALE makes it smaller.
"""

from __future__ import annotations

import http.client
import random
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

from counter_app.bench.figures import Figure, bench_scale, percentile
from counter_app.bench.sync_desks import code_of, received
from counter_app.bench.sync_servers import database, postgres, server_process
from counter_app.dossier import clock
from counter_app.dossier.journal import Entry, write
from counter_app.province.overview import Overview
from counter_app.province.services import open_services

_OFFICE = "H41.01"
_DOSSIERS = 50_000
_A_SECOND, _SECONDS = 100, 30
_ALLOWED = 0.050  # seconds
_LOT = 1000


class LookUpFailed(RuntimeError):
    """The page did not answer as it must: a figure of that would say nothing."""


def look_up_figures() -> Iterator[Figure]:
    """95 and 99 of a hundred answers, on PostgreSQL where it is installed."""
    dossiers, asked = max(int(_DOSSIERS * bench_scale()), 100), max(int(_A_SECOND * _SECONDS * bench_scale()), 50)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as place, postgres() as address:
        folder, on = Path(place), "PostgreSQL" if address else "SQLite"
        with database(address, "look_up", folder) as db:
            _fill(db, folder, dossiers)
            with server_process(db, folder, []) as server:
                _asked(server.url, dossiers, _A_SECOND)  # the first second opens connections to the database
                fresh = _asked(server.url, dossiers, asked)
                _fold(db, folder)
                begun = server.processor_seconds()
                waits = _asked(server.url, dossiers, asked)
                between = server.processor_seconds()
                floor = _asked(server.url, 0, asked)
                own, floor_own = between - begun, server.processor_seconds() - between
    name = f"look-up, {dossiers:,} dossiers on {on}, {_A_SECOND} a second"
    yield Figure(f"{name}: p95", percentile(95, waits), _ALLOWED, "the 50 ms allowed")
    yield Figure(f"{name}, what came a moment ago: p95", percentile(95, fresh), _ALLOWED, "the 50 ms allowed")
    yield Figure(
        f"{name} beside: p95", percentile(95, waits), percentile(95, floor), "the style sheet, asked for as often"
    )
    yield Figure(f"{name}: p99", percentile(99, waits), _ALLOWED, "the 50 ms allowed for p95")
    yield Figure(f"{name}: the server's processor time a request", own / asked, floor_own / asked, "the style sheet's")


def _fill(address: str, folder: Path, dossiers: int) -> None:
    services, desk, at = open_services(address, folder / "files"), f"{_OFFICE}:1", clock.now()
    services.desks.register(desk)
    lot: list[Entry] = []
    last: Entry | None = None
    for number in range(dossiers):
        payload, code = received(_OFFICE, number), code_of(_OFFICE, number)
        last = write(payload, dossier=code, step=1, desk=desk, clerk="Mẫu", at=at, after=last, salt=str(number))
        lot.append(last)
        if len(lot) == _LOT or number + 1 == dossiers:
            services.registry.accept(desk, lot)
            lot = []
    services.engine.dispose()


def _fold(address: str, folder: Path) -> None:
    """As the server does in its background, batch by batch, once dossiers have come."""
    services = open_services(address, folder / "files")
    Overview(services.engine).refresh_all()
    services.engine.dispose()


def _asked(url: str, dossiers: int, many: int) -> list[float]:
    """Seconds of each answer since the moment it was due to be asked for: a server that falls behind is not spared.

    Without dossiers it is the style sheet that is asked for.
    """
    place, chance, began = urlsplit(url).netloc, random.Random(many), time.perf_counter() + 0.1

    def ask(nth: int) -> float:
        due = began + nth / _A_SECOND
        time.sleep(max(due - time.perf_counter(), 0))
        line = http.client.HTTPConnection(place, timeout=30)
        line.request("GET", f"/look-up?ma=token{numbers[nth]:011d}" if dossiers else "/web/style.css")
        reply = line.getresponse()
        content = reply.read()
        line.close()
        if reply.status != 200 or (dossiers and code_of(_OFFICE, numbers[nth]).encode() not in content):
            raise LookUpFailed(f"{reply.status} for dossier {numbers[nth]}")
        return time.perf_counter() - due

    numbers = [chance.randrange(dossiers or 1) for _ in range(many)]
    with ThreadPoolExecutor(32) as citizens:
        return list(citizens.map(ask, range(many)))

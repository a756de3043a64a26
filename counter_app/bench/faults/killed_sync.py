"""Killed in the middle of an exchange with a province that goes on."""

from __future__ import annotations

import json
import multiprocessing
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from counter_app.bench.desk import draft
from counter_app.bench.faults.killed_desk import NOTES, PROFILE, Work, again, entries_lost
from counter_app.config import Profile, Server
from counter_app.desk import receiving
from counter_app.sync.client import ProvincialServer
from counter_app.sync.exchange import sync_once

_ADDRESS = "address.json"


@contextmanager
def province(folder: Path) -> Iterator[str]:
    """A province in a process of its own, as its address and the desk's one-time code (JSON)."""
    told = folder / _ADDRESS
    process = multiprocessing.Process(target=_serve, args=(folder / "province", told), daemon=True)
    process.start()
    while not told.exists() and process.is_alive():
        time.sleep(0.02)
    try:
        yield told.read_text()
    finally:
        process.terminate()
        process.join()


def _serve(folder: Path, told: Path) -> None:
    from counter_app.province.serve import running_server

    with running_server(folder) as running:
        code = running.services.desks.register(PROFILE.desk_id)
        aside = told.with_suffix(".part")
        aside.write_text(json.dumps({"url": running.url, "code": code}))
        aside.replace(told)
        while True:
            time.sleep(3600)


def _prepare(folder: Path, told: str) -> None:
    (folder / _ADDRESS).write_text(told)


def _profile(folder: Path) -> Profile:
    return PROFILE.model_copy(update={"server": Server(**json.loads((folder / _ADDRESS).read_text()))})


def _run(folder: Path, _: int) -> None:
    desk = again(folder, _profile(folder))
    with (folder / NOTES).open("a") as said, ProvincialServer(desk.profile.server, desk.store) as server:
        for number in range(10_000):
            said.write(f"{receiving.receive(desk, draft(desk, number).id).code}\n")
            said.flush()
            sync_once(desk.store, server)


def _lost(folder: Path) -> int:
    """What the desk lost, and what the province has otherwise than the desk, or not."""
    lost = entries_lost(folder, _profile(folder))
    desk = again(folder, _profile(folder))
    try:
        with ProvincialServer(desk.profile.server, desk.store) as server:
            sync_once(desk.store, server)
            last = desk.store.entries.last_sequence()
            page = server.own_entries(max(last - 200, 0), 1000).entries
            there = [entry.hash for entry in page]
        here = [entry.hash for entry in desk.store.entries.own_after(max(last - 200, 0), -1)]
        return lost + int(there != here)
    finally:
        desk.store.close()


SYNC = Work("sync", 150, 0.6, _run, _lost, _prepare)

"""Desks and a server as processes that are made to be killed: they say on disk what they were told was safe."""

from __future__ import annotations

import json
import logging
import os
import random
import threading
import time
import traceback
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import keyring
from keyring.backends import fail

from counter_app.cli import main
from counter_app.config import Server
from counter_app.errors import CounterError
from counter_app.knowledge import load_knowledge
from counter_app.province import (
    serve,  # noqa: F401 - so that a process made from this one has it at once
)
from counter_app.store.sync_points import ACKNOWLEDGED
from counter_app.sync.errors import ServerFault, ServerUnreachable, TooMany
from counter_app.sync.status import SyncStatus
from counter_app.sync.worker import SyncWorker
from tests.sync.faults.office import ACTS, AtWork, at_work

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_BEGAN = time.time()


class Notes:
    """Lines that outlive the process that wrote them."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def write(self, what: str, *values: object) -> None:
        """One line, whole or not at all."""
        line = json.dumps([what, *values]).encode() + b"\n"
        with self._file.open("ab", buffering=0) as file:
            file.write(line)

    def read(self, what: str) -> Iterator[list[object]]:
        """What was noted under that word."""
        if self._file.exists():
            for line in self._file.read_text().splitlines():
                name, *values = json.loads(line)
                if name == what:
                    yield values


@contextmanager
def opened(folder: Path, number: int, code: str) -> Iterator[AtWork]:
    """A desk of the sample office, whichever process it is in."""
    keyring.set_keyring(fail.Keyring())
    with at_work(folder, number, code, load_knowledge(), ahead=timedelta(seconds=time.time() - _BEGAN)) as one:
        yield one


def work(folder: Path, number: int, code: str, url: str, seed: int) -> None:
    """A clerk who works without a break while the worker carries everything to the province."""
    logging.disable(logging.WARNING)
    logging.basicConfig(filename=folder / f"log-{number}")
    notes = Notes(folder / f"notes-{number}")

    def ended(what: threading.ExceptHookArgs) -> None:  # a thread of the worker that ends is seen by whoever started it
        notes.write("fault", "".join(traceback.format_exception(what.exc_type, what.exc_value, what.exc_traceback)))
        os._exit(1)

    threading.excepthook = ended
    try:
        _work(folder, number, code, url, random.Random(seed), notes)
    except Exception:
        notes.write("fault", traceback.format_exc())
        raise


def _work(folder: Path, number: int, code: str, url: str, chance: random.Random, notes: Notes) -> None:
    with opened(folder, number, code) as one:
        store = one.desk.store
        server = Server(url=url, code=code)
        profile = one.desk.profile.model_copy(update={"server": server})

        def told(status: SyncStatus) -> None:
            for failure in (status.failure, status.files_failure, *status.troubles):
                if failure is not None and not isinstance(failure, ServerUnreachable | ServerFault | TooMany):
                    notes.write("fault", str(failure))  # a killed server is unreachable, and nothing else

        worker = SyncWorker(store, profile, told, quiet=0.1, longest=0.3)
        worker.start()
        notes.write("began")
        while True:
            with suppress(CounterError):  # what the dossier does not allow is refused
                _one_thing(one, chance)
            last = store.entries.last()
            if last is not None:
                notes.write("kept", last.sequence, last.hash)
            notes.write("acknowledged", store.sync_points.get(ACKNOWLEDGED))
            worker.wake()
            time.sleep(chance.uniform(0.0, 0.06))


def _one_thing(one: AtWork, chance: random.Random) -> None:
    codes = one.codes[-8:]
    what = chance.choice(["receive", "scan", "scan", *ACTS])
    if what == "receive" or not codes:
        one.receive()
    elif what == "scan":
        one.scan(chance.choice(codes), chance.randbytes(chance.choice([300, 20_000, 400_000])))
    else:
        ACTS[what](one.desk, chance.choice(codes))


def serve_province(database: str, folder: Path, port: int) -> None:
    """`counter server`."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    main(["server", "--database", database, "--files", str(folder), "--port", str(port)])


def kill(process: BaseProcess) -> None:
    """As a power cut does it."""
    process.kill()
    process.join()

"""An intake on a disk that is full for a while, run by itself so that its writes can be refused: `python -m … FOLDER`.

Each intake is a process of its own, whose calls the tracer counts from 1. It refuses some, from call `FULL_FROM` on; so
an intake whose n-th write is to be refused first writes nothing, `FULL_FROM` - n times.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import sys
import traceback
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from itertools import count
from pathlib import Path
from types import SimpleNamespace
from typing import Any, TypeVar, cast

import keyring
import numpy as np
from keyring.backends import fail

from counter_app.bench.desk import CLERK, draft
from counter_app.bench.faults.killed_desk import PROFILE
from counter_app.desk.desk import Desk
from counter_app.desk.receiving import receive
from counter_app.dossier.pages import SOME_SHADES
from counter_app.errors import CounterError
from counter_app.knowledge import Knowledge, load_knowledge
from counter_app.store.print_jobs import JobState
from counter_app.store.store import open_store
from printing.handout import ask_for
from printing.print_queue import Pauses, PrintQueue
from printing.printers.pdf_file import FolderPrinter
from scanning.page.layers import Layers
from scanning.page.sheet import sheet_pdf
from scanning.pages import RawPage, ReadPage
from scanning.pipeline.pipeline import Pipeline
from scanning.session import make_documents, resume, scan

T = TypeVar("T")
FULL_FROM = 400
"""More writes than an intake has."""
PRINTER, TRAY = "Máy in", "tray"
_PICTURE = b"a picture as it came from the scanner" * 500
_NO_ROOM = SimpleNamespace(free=0)
_TRIES = 60  # of one step


class _ReadAlready:
    """In the place of the processes that read pages: what they would say of any page."""

    def __init__(self, read: ReadPage) -> None:
        self._read = read

    def submit(self, *_: Any) -> Future[tuple[ReadPage, ...]]:
        done: Future[tuple[ReadPage, ...]] = Future()
        done.set_result((self._read,))
        return done


def main(folder: Path, refused: int, step: int) -> None:
    """Intakes at copies of the desk `folder`/sound: the first finds the disk full at its first write, the next `step`
    writes later, and so on until one never does. Each is `folder`/its number; what they said is `folder`/said.

    `refused` is how many writes one after the other find the disk full, before there is room again.
    """
    keyring.set_keyring(fail.Keyring())  # type: ignore[no-untyped-call]  # a keyring lies elsewhere
    knowledge, read, said = load_knowledge(), _page(), []
    for number in range(1, FULL_FROM, step):
        place = folder / str(number)
        shutil.copytree(folder / "sound", place / "desk")
        shutil.copy(folder / "sound.drawn", place / "desk.drawn")
        one = _in_a_child(partial(_intake, place, number, refused, knowledge, read))
        said.append(one | {"number": number})
        if not one["met"]:
            break
    (folder / "said").write_text(json.dumps(said))


def _in_a_child(work: Callable[[], dict[str, Any]]) -> dict[str, Any]:
    here, there = socket.socketpair()  # what is sent on it is no write
    child = os.fork()
    if not child:
        try:
            said = work()
        except BaseException:  # noqa: BLE001 - whatever it is, it is what is looked for
            said = {"raw": traceback.format_exc(), "met": True, "told": []}
        there.sendall(json.dumps(said).encode())
        os._exit(0)
    there.close()
    with here:
        answer = b"".join(iter(lambda: here.recv(1 << 16), b""))
    os.waitpid(child, 0)
    return cast(dict[str, Any], json.loads(answer))


def _intake(place: Path, number: int, refused: int, knowledge: Knowledge, read: ReadPage) -> dict[str, Any]:
    """What the clerk was told until all was done, and whether the disk was full meanwhile."""
    nothing = os.open(os.devnull, os.O_RDWR)
    vars(shutil)["disk_usage"] = lambda _: _NO_ROOM  # a disk that refuses to write says so when it is asked, too
    _failures(nothing, FULL_FROM - number)
    told: list[str] = []
    store = _patiently(lambda: open_store(place / "desk", PROFILE.desk_id), told)
    desk = Desk(lambda: PROFILE, store, knowledge).of(CLERK)
    typed = _patiently(lambda: draft(desk, 7), told)
    _patiently(lambda: _scanned(desk, typed.id, read), told)
    code = _patiently(lambda: receive(desk, typed.id).code, told)
    _patiently(lambda: make_documents(desk, code), told)
    _patiently(lambda: ask_for(desk, [code], "receipt", printer=PRINTER), told)
    _patiently(lambda: _printed(desk, place / TRAY), told)
    store.close()
    return {"raw": "", "met": _failures(nothing, FULL_FROM + refused) < refused, "told": told}


def _failures(nothing: int, times: int) -> int:
    """Writes nothing so many times; how often the disk was full for that."""
    full = 0
    for call in range(2 * times):
        try:
            os.write(nothing, b"") if call % 2 else os.pwrite(nothing, b"", 0)
        except OSError:
            full += 1
    return full


def _patiently(step: Callable[[], T], told: list[str]) -> T:
    """What the step makes; the clerk tries again, whatever she is told."""
    for _ in range(_TRIES):
        try:
            return step()
        except CounterError as failure:
            told.append(f"{type(failure).__name__}: {failure.sentence()}")
    raise AssertionError(told[-1])


def _scanned(desk: Desk, draft_id: str, read: ReadPage) -> None:
    """A page lies in the scanner until it is on the disk, and is read until what was read is."""
    pipeline, drafts = cast(Pipeline, _ReadAlready(read)), desk.store.drafts
    if not drafts.pages(draft_id):
        scan(desk, pipeline, draft_id, "to-khai", [RawPage(_PICTURE, "image/png", 200, "máy quét", 0)])
    resume(desk, pipeline, draft_id)


def _printed(desk: Desk, tray: Path) -> None:
    """Works at the printer until it has printed; the clerk looks into its tray where nobody knows."""
    later = count(0.0, 100.0)
    queue = PrintQueue(desk, lambda _: FolderPrinter(PRINTER, tray), pauses=Pauses(lambda: next(later)))
    queue.run_once()
    for job in desk.store.print_jobs.open():
        if job.state is JobState.UNSURE:
            queue.settle(job.id, printed=any(tray.glob("*")))
        elif job.failure:
            raise job.failure.error()


def _page() -> ReadPage:
    """A white page of 200 dpi."""
    width, height = 1654, 2339
    sheet = sheet_pdf(Layers((width, height), np.zeros((height, width), np.bool_), (), SOME_SHADES), 200)
    return ReadPage(width, height, 200, 0, 0.0, False, 0, False, (), "", 90.0, (), "unknown", sheet=sheet)


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]))

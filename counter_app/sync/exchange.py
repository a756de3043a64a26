"""What desk and province exchange, step by step: entries there, entries back, which files lack, files.

Each step can be broken off anywhere and done again; what was exchanged before stays exchanged.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Collection, Iterable

from pydantic import ValidationError

from counter_app.dossier.journal import BrokenChain, Entry
from counter_app.errors import CounterError
from counter_app.log import note
from counter_app.store.files import FileDamaged, FileMissing
from counter_app.store.outgoing import OutgoingFile
from counter_app.store.store import Store
from counter_app.store.sync_points import ACKNOWLEDGED, CURSOR, FILES_SEEN
from counter_app.sync.client import Gap, ProvincialServer
from counter_app.sync.errors import (
    EntriesRefused,
    FileDiffers,
    JournalBehind,
    NotTheServer,
    TooLarge,
    UploadRefused,
)
from counter_app.sync.tus import PieceSize, Tus

_log = logging.getLogger(__name__)
ENTRIES = 500  # a request, at most
LETTERS = 1_000_000  # of a request, unpacked, unless one entry alone has more
PAGE = 200  # entries taken over in one transaction at first
_PAGES = (50, 1000)  # the least and the most
_LOCKED = 0.15  # seconds a transaction should take: the clerk's own commit waits no longer than that
_FILES = 20  # looked up at a time; small ones that came meanwhile go first in the next lot
_GAPS = 3
_AWAITED = 1000
_NO_STATE = (ValidationError, ValueError, ArithmeticError, RecursionError)
_OF_ONE_FILE = (FileMissing, FileDamaged, FileDiffers, UploadRefused, TooLarge)


def never() -> bool:
    """Nobody wants to stop."""
    return False


def nothing() -> None:
    """Nobody wants to be told."""


def push(
    store: Store, server: ProvincialServer, stopped: Callable[[], bool] = never, told: Callable[[], None] = nothing
) -> int:
    """Hands over this desk's entries in batches; how many. `told` is called after each batch.

    Raises JournalBehind, EntriesRefused, TooLarge, and what the line brings.
    """
    limit, gaps, handed = ENTRIES, 0, 0
    while not stopped():
        done, last = store.sync_points.get(ACKNOWLEDGED), store.journal.last_sequence()
        batch = store.journal.own_after(done, limit, LETTERS) if done < last else []
        if not batch:
            return handed
        last = max(last, batch[-1].sequence)  # a clerk may have written in between
        try:
            reached = server.push(batch, last - batch[-1].sequence)
        except TooLarge:
            if len(batch) == 1:
                raise
            limit = len(batch) // 2
            continue
        except Gap as gap:
            gaps += 1
            if gap.acknowledged > last:
                raise JournalBehind(f"{gap.acknowledged} > {last}") from gap
            if gaps > _GAPS or gap.acknowledged == done:
                raise EntriesRefused("409", reason=str(gap)) from gap
            _go_on_after(store, gap.acknowledged)
            continue
        if reached > last:
            raise JournalBehind(f"{reached} > {last}")
        if reached < batch[-1].sequence:
            raise NotTheServer("acknowledged less than it was given")
        store.sync_points.put(ACKNOWLEDGED, reached)
        handed += reached - done
        note(_log, "pushed", entries=len(batch), reached=reached, of=last)
        told()
    return handed


def pull(store: Store, server: ProvincialServer, stopped: Callable[[], bool] = never, limit: int = PAGE) -> list[str]:
    """Takes over what others wrote, a page a transaction; the codes of the dossiers that changed.

    What cannot be taken over is put aside. Raises what the line brings.
    """
    changed: dict[str, None] = {}
    more = True
    while more and not stopped():
        cursor = store.sync_points.get(CURSOR)
        pulled = server.pull(cursor, limit)
        if pulled.cursor < cursor or (pulled.more and not (pulled.entries and pulled.cursor > cursor)):
            raise NotTheServer("the cursor goes back")
        if pulled.entries or pulled.cursor != cursor:
            began = time.monotonic()
            changed.update(dict.fromkeys(take_over(store, pulled.entries, pulled.cursor)))
            limit = _fitting(limit, time.monotonic() - began)
            note(_log, "pulled", entries=len(pulled.entries), cursor=pulled.cursor, more=pulled.more)
        more = pulled.more
    return list(changed)


def take_over(store: Store, entries: Iterable[Entry], cursor: int) -> list[str]:
    """Takes a page over and moves the cursor with it; the codes of the dossiers that changed."""
    page = list(entries)
    with store.transaction():
        for other in store.journal.differing(page):
            store.aside.keep(other, "another entry has its number")
    try:
        with store.transaction():
            changed = store.journal.accept(page)
            store.sync_points.put(CURSOR, cursor)
        return changed
    except (BrokenChain, *_NO_STATE):
        return _one_by_one(store, page, cursor)


def agree_on_files(store: Store, server: ProvincialServer) -> None:
    """Asks which files the province lacks, page by page, and makes the queue so."""
    store.outgoing.notice()
    known = store.sync_points.get(ACKNOWLEDGED)
    after = ""
    while True:
        page = server.awaited(after, _AWAITED)
        last = page[-1].sha256 if len(page) >= _AWAITED else ""
        store.outgoing.agree(after, last, known, ((file.sha256, file.size) for file in page))
        if not last:
            return
        if last <= after:
            raise NotTheServer("awaited files in no order")
        after = last


def send_files(
    store: Store,
    server: ProvincialServer,
    stopped: Callable[[], bool] = never,
    told: Callable[[OutgoingFile, int], None] = lambda *_: None,
    pace: Callable[[int], None] = lambda _: None,
    rest: Callable[[float], None] = lambda _: None,
    *,
    skip: Collection[str] = (),
    size: PieceSize | None = None,
) -> dict[str, CounterError]:
    """Uploads the files whose entries the province has, the small ones first; the failures of single files, by name.

    Those named in `skip` are left out; `size` remembers how large pieces may be on this line.
    `told` hears of each file how many bytes are there. Raises QuotaUsedUp, and what the line brings.
    """
    tus = server.files(size)
    failures: dict[str, CounterError] = {}
    store.outgoing.notice()
    for name, url in store.outgoing.unwanted(tus.url):
        tus.give_up(url)
        store.outgoing.begun(name, tus.url, "")
    while not stopped() and (lot := store.outgoing.ready(_FILES, but=(*skip, *failures))):
        for file in lot:
            if stopped():
                break
            try:
                _upload(store, tus, file, told, pace, rest)
            except _OF_ONE_FILE as failure:
                _log.error("file %s: %s", file.sha256[:8], failure)
                failures[file.sha256] = failure
        if len(failures) >= _AWAITED:
            break  # something else is wrong
    return failures


def _upload(
    store: Store,
    tus: Tus,
    file: OutgoingFile,
    told: Callable[[OutgoingFile, int], None],
    pace: Callable[[int], None],
    rest: Callable[[float], None],
) -> None:
    with store.files.reading(file.sha256) as content:
        try:
            tus.upload(
                content,
                store.outgoing.upload_url(file.sha256, tus.url),
                begun=lambda url: store.outgoing.begun(file.sha256, tus.url, url),
                pace=pace,
                rest=rest,
                told=lambda offset: told(file, offset),
            )
        except FileDiffers as failure:
            store.files.get(file.sha256)  # is it whole here?
            raise FileDiffers(failure.details, dossier=file.dossier or file.sha256[:8]) from failure
    store.outgoing.arrived(file.sha256)
    note(_log, "file arrived", size=file.size)


def _fitting(limit: int, seconds: float) -> int:
    """How many entries the next page should have, so that its transaction is short on this machine."""
    wanted = int(limit * _LOCKED / max(seconds, 0.001))
    return min(max(wanted, limit // 2, _PAGES[0]), limit * 2, _PAGES[1])


def _go_on_after(store: Store, sequence: int) -> None:
    """The server has lost some of what it acknowledged: it is handed over again, and its files are looked at again."""
    with store.transaction():
        store.sync_points.put(ACKNOWLEDGED, sequence)
        store.sync_points.put(FILES_SEEN, min(store.sync_points.get(FILES_SEEN), sequence))


def _one_by_one(store: Store, page: list[Entry], cursor: int) -> list[str]:
    """A page with something in it that cannot be taken over: everything else of it is."""
    changed: dict[str, None] = {}
    with store.transaction():
        for entry in page:
            try:
                with store.savepoint():
                    changed.update(dict.fromkeys(store.journal.accept([entry])))
            except BrokenChain:
                store.aside.keep(entry, "not what its hash says")
            except _NO_STATE:
                store.aside.keep(entry, "its dossier cannot be put together with it")
        store.sync_points.put(CURSOR, cursor)
    return list(changed)

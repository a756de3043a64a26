"""The files this desk's entries name go to the province, each from the byte the server has got to."""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection

from counter_app.errors import CounterError
from counter_app.log import note
from counter_app.store.files import FileDamaged, FileMissing
from counter_app.store.outgoing import OutgoingFile
from counter_app.store.store import Store
from counter_app.store.sync_points import ACKNOWLEDGED
from counter_app.sync.client import ProvincialServer
from counter_app.sync.errors import FileDiffers, NotTheServer, TooLarge, UploadRefused
from counter_app.sync.tus import PieceSize, Tus

_log = logging.getLogger(__name__)
_FILES = 20  # looked up at a time; small ones that came meanwhile go first in the next lot
_AWAITED = 1000
_OF_ONE_FILE = (FileMissing, FileDamaged, FileDiffers, UploadRefused, TooLarge)


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
    stopped: Callable[[], bool] = lambda: False,
    progress: Callable[[OutgoingFile, int], None] = lambda *_: None,
    pace: Callable[[int], None] = lambda _: None,
    rest: Callable[[float], None] = lambda _: None,
    *,
    skip: Collection[str] = (),
    size: PieceSize | None = None,
) -> dict[str, CounterError]:
    """Uploads the files whose entries the province has, the small ones first; the failures of single files, by name.

    Those named in `skip` are left out; `size` remembers how large pieces may be on this line.
    `progress` hears of each file how many bytes are there. Raises QuotaUsedUp, and what the line brings.
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
                _upload(store, tus, file, progress, pace, rest)
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
    progress: Callable[[OutgoingFile, int], None],
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
                progress=lambda offset: progress(file, offset),
            )
        except FileDiffers as failure:
            store.files.get(file.sha256)  # is it whole here?
            raise FileDiffers(failure.details, dossier=file.dossier or file.sha256[:8]) from failure
    store.outgoing.arrived(file.sha256)
    note(_log, "file arrived", size=file.size)

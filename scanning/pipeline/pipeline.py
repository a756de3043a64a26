"""Pages read in worker processes, several at a time: progress, cancelling, and workers that may crash or hang.

Each worker has one thread here that hands it one page after the other. concurrent.futures' own process pool is broken
as a whole when one process dies; here a dead worker costs one page a second try.
"""

from __future__ import annotations

import logging
import os
import threading
import time
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any

from counter_app.apart.worker_process import MEMORY, WorkerDied, WorkerProcess
from counter_app.dossier.pages import page_number
from counter_app.dossier.read_papers import ReadPaper
from counter_app.errors import CounterError
from counter_app.log import note
from scanning.errors import FileTooLarge, PageFailed
from scanning.pages import RawPage, ReadPage
from scanning.pipeline.worker_process import PageWorker

_log = logging.getLogger(__name__)
TRIES = 2
"""A page whose worker dies is tried once more, by a new worker."""
MOST_SENT = 20 * 1024**2
"""Bytes of a file kept whole up to which it goes to the worker for each of its pages; from a larger one the page is
taken out before by a process of its own, one at a time, so that not every worker holds the file."""


@dataclass(eq=False)
class _Work:
    do: Callable[[PageWorker], Any]
    """Raises WorkerDied, and the CounterError that ends it."""
    source: str
    """Of its pages, for the clerk's eyes."""
    note: Callable[[Any, int, float], None]
    """Told how it came out (the result, or the CounterError), after how many attempts and seconds."""
    future: Future[Any] = field(default_factory=Future)
    worker: PageWorker | None = None
    """Who works on it now."""


class Pipeline:
    """Reads pages in the background.

    `workers`: processes at a time, one a core if None. `page_timeout`: seconds after which a worker is taken to hang.
    `worker_memory`: bytes beyond which it ends itself.
    """

    def __init__(
        self,
        workers: int | None = None,
        language: str = "vie",
        page_timeout: float = 120,
        worker_memory: int = MEMORY,
    ) -> None:
        self.workers = workers or cores()
        self._language = language
        self._page_timeout = page_timeout
        self._worker_memory = worker_memory
        self._waiting: SimpleQueue[_Work | None] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._unfinished: set[_Work] = set()
        self._lock = threading.Lock()
        self._taking_out = threading.Lock()
        self._closed = False

    def submit(self, page: RawPage, own: Path | None = None) -> Future[tuple[ReadPage, ...]]:
        """The page's result to come: one page, or the two that lay side by side; `own` is the folder of the forms that
        were drawn at the office.

        `cancel()` works until the result is there: it ends the worker's work at once. The future fails with the
        CounterError that the page's picture deserves, or with PageFailed.
        """
        return self._begin(
            _Work(
                lambda worker: worker.read(self._to_send(page), self._language, own, self._page_timeout),
                page.source,
                partial(_note, page),
            )
        )

    def submit_papers(
        self, pages: Sequence[ReadPage], numbers: Sequence[int], own: Path | None = None
    ) -> Future[tuple[ReadPaper, ...]]:
        """The papers to come that the pages of one component are, with their fields; `numbers` are those of the pages
        in the spool, `own` is the folder of the forms that were drawn at the office. Fails with PageFailed."""
        told = partial(_note_papers, len(pages))
        return self._begin(_Work(lambda worker: worker.read_papers(pages, numbers, own, self._page_timeout), "", told))

    def _begin(self, work: _Work) -> Future[Any]:
        with self._lock:
            if self._closed:
                raise RuntimeError("the pipeline is closed")
            self._unfinished.add(work)
            if len(self._threads) < min(self.workers, len(self._unfinished)):
                thread = threading.Thread(target=self._serve, name="page reading", daemon=True)
                self._threads.append(thread)
                thread.start()
        work.future.add_done_callback(lambda _: self._when_done(work))
        self._waiting.put(work)
        return work.future

    def close(self, cancel: bool = False) -> None:
        """Finish what was submitted (or drop it) and end the workers."""
        with self._lock:
            self._closed = True
            unfinished = list(self._unfinished)
        if cancel:
            for work in unfinished:
                work.future.cancel()
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def __enter__(self) -> Pipeline:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        self.close(cancel=kind is not None)

    def _when_done(self, work: _Work) -> None:
        with self._lock:
            self._unfinished.discard(work)
            if work.future.cancelled() and work.worker is not None:
                work.worker.kill()

    def _serve(self) -> None:
        """One worker's thread: page after page until the pipeline is closed."""
        worker: PageWorker | None = None
        while (work := self._waiting.get()) is not None:
            began = time.perf_counter()
            for attempt in range(1, TRIES + 1):
                if worker is None or not worker.alive:
                    if worker is not None:
                        worker.close()
                    worker = PageWorker(self._worker_memory)
                try:
                    outcome: Any = self._do(work, worker)
                except WorkerDied:
                    outcome = PageFailed(f"attempt {attempt}", file=work.source)
                    if not work.future.cancelled():
                        continue
                except CounterError as error:
                    outcome = error
                break
            work.note(outcome, attempt, time.perf_counter() - began)
            _settle(work.future, outcome)
        if worker is not None:
            worker.close()

    def _do(self, work: _Work, worker: PageWorker) -> Any:
        with self._lock:
            if work.future.cancelled():
                raise WorkerDied
            work.worker = worker
        try:
            return work.do(worker)
        finally:
            with self._lock:
                work.worker = None

    def _to_send(self, page: RawPage) -> RawPage:
        """Raises what `taken_out` raises, and FileTooLarge."""
        if len(page.data) <= MOST_SENT:
            return page
        if not page_number(page.media_type):
            return page
        try:
            with self._taking_out, WorkerProcess(self._worker_memory) as taker:
                (alone,) = taker.results("scanning.formats.pdf_whole:page_taken_out", page, seconds=self._page_timeout)
        except WorkerDied as error:
            raise FileTooLarge("memory", file=page.source) from error
        taken: RawPage = alone
        return taken


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _settle(future: Future[Any], outcome: Any) -> None:
    """Only now does the future count as running, so that it could be cancelled until now."""
    if not future.set_running_or_notify_cancel():
        return
    if isinstance(outcome, CounterError):
        future.set_exception(outcome)
    else:
        future.set_result(outcome)


def _note(page: RawPage, outcome: tuple[ReadPage, ...] | CounterError, attempts: int, seconds: float) -> None:
    """One line of the log a page, and one for each page found on it: how it went, never what stands on it."""
    failure = type(outcome) if isinstance(outcome, CounterError) else None
    note(_log, "page", index=page.index, attempts=attempts, seconds=round(seconds, 2), failure=failure)
    for read in () if isinstance(outcome, CounterError) else outcome:
        note(
            _log,
            "page read",
            dpi=read.dpi,
            rotation=read.rotation,
            words=len(read.words),
            confidence=round(read.mean_confidence),
            blank=read.blank,
            kept=round(read.kept, 3),
        )


def _note_papers(pages: int, outcome: tuple[ReadPaper, ...] | CounterError, attempts: int, seconds: float) -> None:
    """One line of the log for the papers of a component: how many fields, never what stands in them."""
    failure = type(outcome) if isinstance(outcome, CounterError) else None
    fields = [] if isinstance(outcome, CounterError) else [field for paper in outcome for field in paper.fields]
    sure = sum(field.sure for field in fields)
    counts = {"pages": pages, "fields": len(fields), "sure": sure, "attempts": attempts}
    note(_log, "papers read", **counts, seconds=round(seconds, 2), failure=failure)

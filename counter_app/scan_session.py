"""From a source to a dossier's document: source → spool → pipeline → searchable PDF → journal.

The window, the demo and the backlog import all come through here. A page is on disk before anything looks at it;
after a crash `resume` goes on where the spool stands.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue

from counter_app.desk import Desk
from counter_app.dossier.draft import SpooledPage
from counter_app.dossier.model import DigitisedPage, Dossier
from counter_app.errors import CounterError
from scanning.pages import RawPage, ReadPage
from scanning.pipeline import Pipeline
from scanning.searchable_pdf import searchable_pdf
from scanning.sources.files import pages_of

Source = Iterable[RawPage | CounterError]
_IN_FLIGHT = 8  # pages in memory between the scanner and the workers


class NotAComponent(CounterError):
    """A file of the backlog is not named after a component of its dossier."""

    what = "The file {name} is not named after a paper of its dossier."
    todo = "Name it one of: {expected}."


class SourceFailed(CounterError):
    """A source broke in a way no error class describes."""

    what = "Scanning stopped because of an unexpected fault."
    todo = "The pages scanned so far are kept; scan the rest again."


@dataclass(frozen=True)
class _Arrived:
    page: RawPage | CounterError


@dataclass(frozen=True)
class _Read:
    page: SpooledPage
    result: Future[ReadPage]


@dataclass(frozen=True)
class _Ended:
    failure: CounterError | None


_Event = _Arrived | _Read | _Ended


def scan(
    desk: Desk,
    pipeline: Pipeline,
    holder: str,
    component: str,
    source: Source,
    *,
    on_page: Callable[[SpooledPage], None] = lambda page: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[CounterError]:
    """Spools and reads all pages of a source for a component of a draft or dossier; the failures of the source.

    `on_page` is told of each page when it is on disk and again when it was read. Blocks until all is read; `desk` must
    belong to the calling thread. What was spooled before a cancel stays.
    """
    events: SimpleQueue[_Event] = SimpleQueue()
    room = threading.Semaphore(_IN_FLIGHT)
    stopped = threading.Event()
    feed = (source, events, room, lambda: stopped.is_set() or cancelled())
    threading.Thread(target=_feed, args=feed, name="scan-feeder", daemon=True).start()
    try:
        return _collect(desk, pipeline, holder, component, events, room, on_page, cancelled)
    finally:
        stopped.set()
        room.release()


def _collect(
    desk: Desk,
    pipeline: Pipeline,
    holder: str,
    component: str,
    events: SimpleQueue[_Event],
    room: threading.Semaphore,
    on_page: Callable[[SpooledPage], None],
    cancelled: Callable[[], bool],
) -> list[CounterError]:
    failures: list[CounterError] = []
    reading: dict[int, Future[ReadPage]] = {}
    fed, start = False, 0
    while not fed or reading:
        match events.get():
            case _Arrived(page=CounterError() as failure):
                failures.append(failure)
                room.release()
            case _Arrived(page=RawPage() as raw):
                if raw.index == 0:  # a document begins; its pages need not come in their order
                    start = desk.store.drafts.end(holder, component)
                page = _spool(desk, holder, component, raw, start + raw.index)
                on_page(page)
                reading[page.id] = _submit(pipeline, page, raw, events)
            case _Read(page=page, result=result):
                del reading[page.id]
                room.release()
                on_page(_note_reading(desk, page, result))
            case _Ended(failure=failure):
                fed = True
                failures += [failure] if failure else []
        if cancelled():
            for future in reading.values():
                future.cancel()
    return failures


def resume(
    desk: Desk, pipeline: Pipeline, holder: str, *, on_page: Callable[[SpooledPage], None] = lambda page: None
) -> None:
    """Reads the pages of a draft or dossier that are spooled but were not read: after a crash, or to try again."""
    events: SimpleQueue[_Event] = SimpleQueue()
    waiting = [page for page in desk.store.drafts.pages(holder) if not page.reading and not page.failure]
    for start in range(0, len(waiting), _IN_FLIGHT):
        batch = waiting[start : start + _IN_FLIGHT]
        submitted = 0
        for page in batch:
            try:
                original = desk.store.files.get(page.original)
            except CounterError as fault:  # gone or damaged: this page is shown as failed, the others are read
                on_page(_note_failure(desk, page, fault))
                continue
            _submit(pipeline, page, RawPage(original, page.media_type, page.dpi, page.source, 0), events)
            submitted += 1
        for _ in range(submitted):
            event = events.get()
            if isinstance(event, _Read):
                on_page(_note_reading(desk, event.page, event.result))


def make_documents(desk: Desk, code: str) -> Dossier:
    """One searchable PDF for each component of the dossier that has read pages not in its document yet.

    A page that failed stays in the spool beside it. Raises DossierUnknown.
    """
    dossier = desk.dossier(code)
    for component in dossier.components:
        pages = [page for page in desk.store.drafts.pages(code, component.key) if page.reading]
        if any(not page.document for page in pages):
            readings = [reading_of(desk, page) for page in pages]
            pdf = searchable_pdf(
                readings,
                title=f"{dossier.code} – {component.name}",
                created=desk.now(),
                author=desk.profile.office.name,
            )
            document = desk.store.files.put(pdf, "application/pdf")
            digitised = tuple(_digitised(page, read) for page, read in zip(pages, readings, strict=True))
            dossier = desk.add_document(code, component.key, document, digitised, [page.id for page in pages])
    return dossier


def reading_of(desk: Desk, page: SpooledPage) -> ReadPage:
    """The result of reading a spooled page, with its cleaned picture."""
    return ReadPage.from_json(page.reading, desk.store.files.get(page.picture))


def import_paper(
    desk: Desk, pipeline: Pipeline, folder: Path, *, on_page: Callable[[SpooledPage], None] = lambda page: None
) -> list[CounterError]:
    """The backlog: a folder named by a dossier's code, in it files or folders named by component → its documents.

    Raises DossierUnknown; other failures are returned and the rest goes on.
    """
    dossier = desk.dossier(folder.name)
    keys = [component.key for component in dossier.components]
    failures: list[CounterError] = []
    for path in sorted(folder.iterdir()):
        key = path.stem if path.is_file() else path.name
        if key in keys:
            failures += scan(desk, pipeline, dossier.code, key, pages_of([path]), on_page=on_page)
        else:
            failures.append(NotAComponent(name=path.name, expected=", ".join(keys)))
    make_documents(desk, dossier.code)
    return failures


def _feed(
    source: Source,
    events: SimpleQueue[_Event],
    room: threading.Semaphore,
    cancelled: Callable[[], bool],
) -> None:
    failure: CounterError | None = None
    try:
        for page in _until(cancelled, source):
            room.acquire()
            events.put(_Arrived(page))
    except CounterError as fault:
        failure = fault
    except Exception as fault:  # noqa: BLE001 - a source's bug must reach the clerk instead of dying in this thread
        failure = SourceFailed(type(fault).__name__)
    events.put(_Ended(failure))


def _until(cancelled: Callable[[], bool], source: Source) -> Iterator[RawPage | CounterError]:
    for page in source:
        if cancelled():
            return
        yield page


def _spool(desk: Desk, holder: str, component: str, raw: RawPage, position: int) -> SpooledPage:
    original = desk.store.files.put(raw.data, raw.media_type)
    return desk.store.drafts.add_page(holder, component, original.sha256, raw.media_type, raw.dpi, raw.source, position)


def _submit(pipeline: Pipeline, page: SpooledPage, raw: RawPage, events: SimpleQueue[_Event]) -> Future[ReadPage]:
    future = pipeline.submit(raw)
    future.add_done_callback(lambda result: events.put(_Read(page, result)))
    return future


def _note_reading(desk: Desk, page: SpooledPage, result: Future[ReadPage]) -> SpooledPage:
    try:
        read = result.result()
    except CancelledError:
        return page  # it stays in the spool, unread, and can be read later
    except CounterError as fault:
        return _note_failure(desk, page, fault)
    picture = desk.store.files.put(read.image, read.media_type)
    reading = read.to_json()
    desk.store.drafts.page_read(page.id, picture=picture.sha256, reading=reading)
    return page.model_copy(update={"picture": picture.sha256, "reading": reading})


def _note_failure(desk: Desk, page: SpooledPage, fault: CounterError) -> SpooledPage:
    failure = fault.sentence(desk.profile.language)
    desk.store.drafts.page_failed(page.id, failure)
    return page.model_copy(update={"failure": failure})


def _digitised(page: SpooledPage, read: ReadPage) -> DigitisedPage:
    return DigitisedPage(original=page.original, text=read.text, mean_confidence=read.mean_confidence, blank=read.blank)

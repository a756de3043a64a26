"""From a source to a dossier's document: source → spool → pipeline → searchable PDF → journal.

The window, the demo and the backlog import all come through here. A page is on disk before anything looks at it;
after a crash `resume` goes on where the spool stands.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, replace
from pathlib import Path
from queue import SimpleQueue

from counter_app.desk.after_receipt import add_result_document
from counter_app.desk.desk import Desk
from counter_app.dossier.model import Component, DigitisedPage, Dossier, left_out_of, result_key
from counter_app.dossier.pages import LEFT, LOWER, RIGHT, SEPARATOR, UPPER, SpooledPage, Treatment, page_number
from counter_app.dossier.signed import DigitalSignature
from counter_app.dossier.value import FileRef
from counter_app.errors import CounterError, StoredFailure
from counter_app.store.page_notes import PageNotesDamaged
from scanning.documents.searchable_pdf import searchable_pdf
from scanning.fields.templates import folder_in
from scanning.page_sorting import Sorter
from scanning.pages import RawPage, ReadPage, with_sheet
from scanning.pipeline.pipeline import Pipeline
from scanning.sources.files import Opener

Source = Iterable[RawPage | CounterError]
_IN_FLIGHT = 8  # pages in memory between the scanner and the workers
_MOST_SIGNATURES = 50  # that an entry of the journal names


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
    result: Future[tuple[ReadPage, ...]]


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
    order: Sequence[str] = (),
    shown: Collection[str] = (),
    blank_separates: bool = False,
    note_of: int = 0,
    on_page: Callable[[SpooledPage], None] = lambda page: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> list[CounterError]:
    """Spools and reads all pages of a source for a component of a draft or dossier; the failures of the source.

    Separators among the pages lead those after them to their components; `order` is the order of the components for
    separators that name none, and those of them in `shown` (papers only shown) are led to by their own cover sheets
    alone. With `note_of` the pages are one page of the spool once more, with the note attached to it, and stand behind
    it. `on_page` is told of each page when it is on disk, when it was read, and when a separator moved it. Blocks until
    all is read; `desk` must belong to the calling thread. What was spooled before a cancel stays.
    """
    events: SimpleQueue[_Event] = SimpleQueue()
    slots = threading.Semaphore(_IN_FLIGHT)
    stopped = threading.Event()
    feed = (source, events, slots, lambda: stopped.is_set() or cancelled())
    threading.Thread(target=_feed, args=feed, name="scan-feeder", daemon=True).start()
    sorter = Sorter(desk, holder, component, order, shown, blank_separates, on_page)
    spool = _Spool(desk, holder, component, note_of)
    try:
        return _collect(desk, pipeline, spool, events, slots, sorter, cancelled)
    finally:
        stopped.set()
        slots.release()


def _collect(
    desk: Desk,
    pipeline: Pipeline,
    spool: _Spool,
    events: SimpleQueue[_Event],
    slots: threading.Semaphore,
    sorter: Sorter,
    cancelled: Callable[[], bool],
) -> list[CounterError]:
    failures: list[CounterError] = []
    reading: dict[int, Future[tuple[ReadPage, ...]]] = {}
    fed = False
    while not fed or reading:
        match events.get():
            case _Arrived(page=CounterError() as failure):
                failures.append(failure)
                slots.release()
            case _Arrived(page=RawPage() as raw):
                place = sorter.place(raw.index)
                page = spool.add(raw, place)
                sorter.arrived(page, place)
                reading[page.id] = _submit(desk, pipeline, page, replace(raw, treatment=page.treatment), events)
            case _Read(page=page, result=result):
                del reading[page.id]
                slots.release()
                sorter.read(_note_reading(desk, page, result))
            case _Ended(failure=failure):
                fed = True
                failures += [failure] if failure else []
        if cancelled():
            for future in reading.values():
                future.cancel()
    sorter.finish()
    for code in sorter.other_dossiers:
        make_documents(desk, code)
    return failures + sorter.failures


def resume(
    desk: Desk, pipeline: Pipeline, holder: str, *, on_page: Callable[[SpooledPage], None] = lambda page: None
) -> None:
    """Reads the pages of a draft or dossier that are spooled but were not read: after a crash, or to try again."""
    events: SimpleQueue[_Event] = SimpleQueue()
    waiting = [page for page in desk.store.drafts.pages(holder) if not page.reading and not page.failure]
    for start in range(0, len(waiting), _IN_FLIGHT):
        batch = waiting[start : start + _IN_FLIGHT]
        originals: dict[str, bytes] = {}  # pages of a file kept whole share it
        submitted = 0
        for page in batch:
            try:
                if page.original not in originals:
                    originals[page.original] = desk.store.files.get(page.original)
            except CounterError as fault:  # gone or damaged: this page is shown as failed, the others are read
                on_page(_note_failure(desk, page, fault))
                continue
            original = originals[page.original]
            raw = RawPage(original, page.media_type, page.dpi, page.source, 0, page.treatment)
            _submit(desk, pipeline, page, raw, events)
            submitted += 1
        for _ in range(submitted):
            event = events.get()
            if isinstance(event, _Read):
                for page in _note_reading(desk, event.page, event.result):
                    on_page(page)


def treat(desk: Desk, page: SpooledPage, treatment: Treatment) -> list[SpooledPage]:
    """The clerk decided how a page is to be taken: it is noted and waits for `resume`; the pages it now is.

    Two pages that lay side by side become one again where the clerk says so.
    """
    drafts = desk.store.drafts
    if treatment.side == 0:
        page, *others = both_sides(page, drafts.pages(page.holder, page.component))
        for other in others:
            drafts.give_notes(other.id, page.id)
            drafts.remove_page(other.id)
    drafts.treat_page(page.id, treatment)
    return [other for other in drafts.pages(page.holder, page.component) if other.id == page.id]


def both_sides(page: SpooledPage, pages: Iterable[SpooledPage]) -> list[SpooledPage]:
    """Both pages where `page` is one of two that lay on one sheet, the first one first; otherwise the page alone.

    The same picture may have been taken in twice; the two that belong together are the ones half a place apart.
    """
    sides = (UPPER, LOWER) if page.treatment.side in (UPPER, LOWER) else (LEFT, RIGHT)
    first = page.position - (0.5 if page.treatment.side == sides[1] else 0)
    places = {first: sides[0], first + 0.5: sides[1]}
    found = [
        side
        for side in sorted(pages, key=lambda side: side.position)
        if (side.original, side.media_type) == (page.original, page.media_type)
        and side.position in places
        and side.treatment.side == places[side.position]
    ]
    return found if page.id in [side.id for side in found] else [page]


def make_documents(desk: Desk, code: str) -> Dossier:
    """One searchable PDF for each component and result of the dossier that has read pages not in its document yet.

    It has as many pages as were scanned and not left out, in their order (TT 01/2023/TT-VPCP art. 8.2). A page that
    failed stays in the spool beside it. Raises DossierUnknown.
    """
    dossier = desk.dossier(code)
    for component in dossier.components:
        pages, separators = _waiting(desk, code, component.key)
        if pages:
            dossier = _document(desk, dossier, component, pages, separators)
    for place, result in enumerate(dossier.results):
        pages, _ = _waiting(desk, code, result_key(place))
        if pages:
            file, digitised, spooled = _pdf(desk, code, result.name, pages)
            dossier = add_result_document(desk, code, place, file, digitised, spooled)
    return dossier


def _waiting(desk: Desk, code: str, key: str) -> tuple[list[tuple[SpooledPage, ReadPage]], int]:
    """All pages of a document that is to be made (anew), none where it is made, and how many separators lay among
    them."""
    read = _read_pages(desk, code, key)
    sheets = [page for page, reading in read if reading.document_type == SEPARATOR]
    pages = [(page, reading) for page, reading in read if reading.document_type != SEPARATOR]
    # done with: they are part of no document
    desk.store.drafts.documented([page.id for page in sheets if not page.document], SEPARATOR)
    waits = any(not page.document for page, _ in pages)
    return (pages if waits else []), len(sheets)


def _read_pages(desk: Desk, code: str, component: str) -> list[tuple[SpooledPage, ReadPage]]:
    """Those of a component that were read; one that the clerk treats at this moment is not among them."""
    readings = [(page, desk.store.drafts.reading(page.id)) for page in desk.store.drafts.pages(code, component)]
    return [
        (page, with_sheet(reading, desk.store.files.get(page.picture)))
        for page, reading in readings
        if page.reading and reading
    ]


def _document(
    desk: Desk, dossier: Dossier, component: Component, pages: list[tuple[SpooledPage, ReadPage]], separators: int
) -> Dossier:
    document, digitised, spooled = _pdf(desk, dossier.code, component.name, pages)
    left_out, signed = separators + left_out_of(digitised), _signed(read for _, read in pages)
    return desk.add_document(dossier.code, component.key, document, digitised, spooled, left_out, signed)


def _pdf(
    desk: Desk, code: str, name: str, pages: list[tuple[SpooledPage, ReadPage]]
) -> tuple[FileRef, tuple[DigitisedPage, ...], list[int]]:
    """The pages as one file in the files store, what was read of each, and their ids in the spool."""
    pdf = searchable_pdf(
        [read for _, read in pages],
        title=f"{code} – {name}",
        created=desk.now(),
        author=desk.profile.office.name,
    )
    document = desk.store.files.put(pdf, "application/pdf")
    return document, tuple(_digitised(page, read) for page, read in pages), [page.id for page, _ in pages]


def _signed(pages: Iterable[ReadPage]) -> tuple[DigitalSignature, ...]:
    """The signatures of the files that the pages came in, each once."""
    found = dict.fromkeys(signature for page in pages for signature in page.signatures)
    told = [DigitalSignature(signer=signature.signer, time=signature.time or "") for signature in found]
    return tuple(told[:_MOST_SIGNATURES])


def reading_of(desk: Desk, page: SpooledPage) -> ReadPage:
    """The result of reading a spooled page, with its sheet. Raises PageNotesDamaged, also where it was not read."""
    reading = desk.store.drafts.reading(page.id)
    if reading is None:
        raise PageNotesDamaged("not read")
    return with_sheet(reading, desk.store.files.get(page.picture))


def import_paper(
    desk: Desk, pipeline: Pipeline, folder: Path, *, on_page: Callable[[SpooledPage], None] = lambda page: None
) -> list[CounterError]:
    """The backlog: a folder named by a dossier's code, in it files or folders named by component → its documents.

    Raises DossierUnknown; other failures are returned and the rest goes on.
    """
    dossier = desk.dossier(folder.name)
    keys = [component.key for component in dossier.components]
    shown = {component.key for component in dossier.components if component.shown}
    failures: list[CounterError] = []
    with Opener() as opener:
        for path in sorted(folder.iterdir()):
            key = path.stem if path.is_file() else path.name
            if key in keys:
                source = opener.pages_of([path])
                failures += scan(desk, pipeline, dossier.code, key, source, order=keys, shown=shown, on_page=on_page)
            else:
                failures.append(NotAComponent(name=path.name, expected=", ".join(keys)))
    make_documents(desk, dossier.code)
    return failures


def _feed(
    source: Source,
    events: SimpleQueue[_Event],
    slots: threading.Semaphore,
    cancelled: Callable[[], bool],
) -> None:
    failure: CounterError | None = None
    try:
        for page in _until(cancelled, source):
            slots.acquire()
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


class _Spool:
    """Where the pages of a source are put: after those of their component, or behind the page they show once more."""

    def __init__(self, desk: Desk, holder: str, component: str, note_of: int) -> None:
        self._desk = desk
        self._holder = holder
        self._component = component
        self._note_of = note_of
        self._start = desk.store.drafts.end(holder, component)
        self._last: bytes | None = None
        self._last_name = ""

    def add(self, raw: RawPage, place: int) -> SpooledPage:
        """The page on disk; `place`: where it stands in its source, from 0."""
        drafts = self._desk.store.drafts
        original = self._kept(raw)
        if self._note_of:
            treatment = replace(raw.treatment, side=0, blank=False)  # one picture, wanted in any case
            note = drafts.add_note(self._note_of, original, raw.media_type, raw.dpi, raw.source, treatment)
            if note is not None:
                return note
        treatment = raw.treatment
        position = self._start + place
        return drafts.add_page(
            self._holder, self._component, original, raw.media_type, raw.dpi, raw.source, position, treatment
        )

    def _kept(self, raw: RawPage) -> str:
        """The name of its bytes in the files store; a file kept whole is hashed for the first of its pages alone."""
        if raw.data is not self._last:
            self._last_name = self._desk.store.files.put(raw.data, raw.media_type).sha256
            self._last = raw.data
        return self._last_name


def _submit(
    desk: Desk, pipeline: Pipeline, page: SpooledPage, raw: RawPage, events: SimpleQueue[_Event]
) -> Future[tuple[ReadPage, ...]]:
    future = pipeline.submit(raw, folder_in(desk.knowledge.own))
    future.add_done_callback(lambda result: events.put(_Read(page, result)))
    return future


def _note_reading(desk: Desk, page: SpooledPage, result: Future[tuple[ReadPage, ...]]) -> list[SpooledPage]:
    """Keeps what was read; the page, and the second one where two lay side by side."""
    try:
        first, *others = result.result()
    except CancelledError:
        return [page]  # it stays in the spool, unread, and can be read later
    except CounterError as fault:
        return [_note_failure(desk, page, fault)]
    sheets = [desk.store.files.put(read.sheet, "application/pdf").sha256 for read in (first, *others)]
    with desk.store.transaction():
        if others:
            desk.store.drafts.treat_page(page.id, _of_side(page, first))
            page = page.model_copy(update={"treatment": _of_side(page, first)})
        pages = [page, *(desk.store.drafts.add_after(page, _of_side(page, other)) for other in others)]
        return [_kept(desk, *kept) for kept in zip(pages, (first, *others), sheets, strict=True)]


def _of_side(page: SpooledPage, read: ReadPage) -> Treatment:
    return replace(page.treatment, rotation=read.rotation, side=read.side)


def _kept(desk: Desk, page: SpooledPage, read: ReadPage, sheet: str) -> SpooledPage:
    desk.store.drafts.page_read(page.id, picture=sheet, reading=read)
    return page.model_copy(update={"picture": sheet, "reading": read.facts})


def _note_failure(desk: Desk, page: SpooledPage, fault: CounterError) -> SpooledPage:
    failure = StoredFailure.of(fault)
    desk.store.drafts.page_failed(page.id, failure)
    return page.model_copy(update={"failure": failure})


def _digitised(page: SpooledPage, read: ReadPage) -> DigitisedPage:
    return DigitisedPage(
        original=page.original,
        page_of_original=page_number(page.media_type),
        text=read.text,
        mean_confidence=read.mean_confidence,
        blank=read.blank,
        with_note=page.note_of > 0,
    )

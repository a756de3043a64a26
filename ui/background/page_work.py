"""Pages on their way, as the window sees them: from a source into the spool, read, and made into documents.

A page that is on disk belongs to a holder: a draft, or a dossier once that was received. Documents of a dossier are
made when none of its pages is on its way any more.
"""

from __future__ import annotations

import random
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.dossier.codes import CODE
from counter_app.dossier.pages import SpooledPage
from counter_app.errors import CounterError
from ui.background.changes import Changes
from ui.background.feed import Feed, ScanOrder
from ui.background.tasks import Progress, Tasks

if TYPE_CHECKING:
    from counter_app.dossier.pages import Treatment
    from scanning.pages import RawPage, ReadPage
    from scanning.pipeline.pipeline import Pipeline

Source = Iterable["RawPage | CounterError"]


@dataclass(frozen=True)
class ReadFile:
    """A file that was read for itself: its name and its pages."""

    name: str
    pages: tuple[ReadPage, ...]


@dataclass(eq=False)
class _Run:
    """One source being worked off for a holder."""

    holder: str
    feed: Feed | None = None  # where a scanner or a watched folder gives the pages
    delivered: int = 0  # pages the source has given
    spooled: set[int] = field(default_factory=set)
    read: set[int] = field(default_factory=set)
    instead_of: int = 0  # the page whose place the first one takes
    at_end: bool = False
    end_announced: bool = False  # that no more pages come
    stop: threading.Event = field(default_factory=threading.Event)
    kind: str = ""  # of its source, where an error of one is mended once another gives a page
    failed_before: set[str] = field(default_factory=set)  # classes of the errors with which its like ended

    @property
    def feeding(self) -> bool:
        """Whether pages may still come that are not on disk yet."""
        return not self.at_end or len(self.spooled) < self.delivered


class PageWork(QObject):
    """Everything that happens to pages, in the background."""

    page_changed = Signal(object)  # SpooledPage: it is on disk, or it was read, or it failed
    failed = Signal(object)  # CounterError of a source
    counted = Signal(int, int)  # pages read, pages there are to read; 0, 0 when all is done
    feeding_changed = Signal(str)  # a holder's source began or ended
    mended = Signal(str)  # the class of an error of a scanner or camera that gives pages again
    replaced = Signal(int, int, object)  # ids of the old and the new page, the SpooledPage that stands there now
    papers_read = Signal(str)  # what stands in the fields of a draft's papers is known, or is not any more

    def __init__(self, tasks: Tasks, changes: Changes) -> None:
        super().__init__()
        self._tasks, self._changes = tasks, changes
        self._pipeline: Pipeline | None = None
        self._starting = threading.Lock()
        self._runs: list[_Run] = []
        self._received: dict[str, str] = {}  # drafts that became dossiers while their pages were on their way
        self._reading_papers: dict[str, bool] = {}  # drafts; whether they changed meanwhile
        self._failed: dict[str, set[str]] = {}  # by the kind of source, the classes of what it told
        self._counts = (0, 0)  # read and all of the runs that ended since the work began

    def add_files(
        self, holder: str, component: str, paths: list[Path], order: Sequence[str] = (), shown: Sequence[str] = ()
    ) -> None:
        """Takes pictures and PDFs as pages of a component.

        `order`: of the components, for separators among them; `shown`: those of them that separators pass over.
        """

        def source(cancelled: Callable[[], bool]) -> Source:
            from scanning.sources.files import pages_of

            return pages_of(paths)

        self._take(self._begin(holder), component, source, order, shown)

    def scan(
        self,
        holder: str,
        component: str,
        wanted: ScanOrder,
        order: Sequence[str] = (),
        shown: Sequence[str] = (),
        note_of: int = 0,
        instead_of: int = 0,
    ) -> None:
        """Takes pages from a scanner or a watched folder; one that only waited until now ends.

        With `note_of` they are that page once more, with the note attached to it; `instead_of` a page, the first takes
        its place.
        """
        self.end_waiting()
        feed = Feed(wanted, component, self._tasks.post)
        run = self._begin(holder, feed)
        run.instead_of = instead_of
        self._like_before(run, "scanner")
        self._take(run, component, feed.source, order, shown, wanted.blank_separates, note_of)

    def take_photos(self, holder: str, component: str, photos: Callable[[Callable[[], bool]], Source]) -> None:
        """Takes the pages a camera's dialog gives, until it is closed."""
        run = self._begin(holder)
        self._like_before(run, "camera")
        self._take(run, component, photos)

    def feed(self, holder: str) -> Feed | None:
        """The scanner or folder that is giving pages for the holder."""
        feeds = [run.feed for run in self._runs if run.holder == holder and run.feed and not run.at_end]
        return feeds[-1] if feeds else None

    def end_waiting(self) -> None:
        """Ends what waits for paper or files: the next ones may be another citizen's."""
        for run in self._runs:
            if run.feed is not None and run.feed.idle:
                run.feed.finish()

    def read_files(
        self,
        paths: Sequence[Path],
        done: Callable[[tuple[ReadFile, ...]], None],
        broken: Callable[[CounterError], None],
    ) -> None:
        """Reads files that belong to no draft and no dossier; nothing of them is kept. The first fault ends it."""

        def work(progress: Progress) -> tuple[ReadFile, ...]:
            from scanning.fields.templates import folder_in
            from scanning.sources.files import pages_of

            pipeline, forms = self._started_pipeline(), folder_in(progress.desk.knowledge.own)
            read: list[ReadFile] = []
            for path in paths:
                pages: list[ReadPage] = []
                for page in pages_of([path]):
                    if isinstance(page, CounterError):
                        raise page
                    pages += pipeline.submit(page, forms).result()
                read.append(ReadFile(path.name, tuple(pages)))
            return tuple(read)

        self._tasks.submit(work, done, broken)

    def resume(self, holder: str) -> None:
        """Reads what lies unread for a draft or dossier, and makes the dossier's documents."""
        run = self._begin(holder)
        run.at_end = True

        def work(progress: Progress) -> None:
            from scanning.session import resume

            for page in progress.desk.store.drafts.pages(holder):
                if not page.reading and not page.failure:
                    progress.tell(page)
            resume(progress.desk, self._started_pipeline(), holder, on_page=progress.tell)

        self._submit(run, work)

    def try_again(self, page: SpooledPage) -> None:
        """Reads a page once more that failed."""

        def clear(progress: Progress) -> SpooledPage:
            return progress.desk.store.drafts.try_again(page)

        def go_on(cleared: SpooledPage) -> None:
            self.page_changed.emit(cleared)
            self.resume(cleared.holder)

        self._tasks.submit(clear, go_on, in_order=True)

    def treat(self, page: SpooledPage, treatment: Treatment) -> None:
        """Reads a page anew as the clerk decided."""

        def note(progress: Progress) -> list[SpooledPage]:
            from scanning.session import treat

            return treat(progress.desk, page, treatment)

        def go_on(pages: list[SpooledPage]) -> None:
            for treated in pages:
                self.page_changed.emit(treated)
            self.resume(page.holder)

        self._tasks.submit(note, go_on, in_order=True)

    def received(self, draft_id: str, code: str) -> None:
        """The draft became a dossier: its documents follow once its pages are read."""
        if self.busy(draft_id):
            self._received[draft_id] = code
        else:
            self.resume(code)

    def feeding(self, holder: str) -> bool:
        """Whether a source is still giving pages for the holder; it must not be received until then."""
        return any(run.feeding for run in self._runs if run.holder == holder)

    def cancel(self) -> None:
        """Stops all sources and readings; what is on disk stays there, unread."""
        for run in self._runs:
            run.stop.set()

    def close(self) -> None:
        """Stops all work and ends the worker processes."""
        self.cancel()
        if self._pipeline is not None:
            self._pipeline.close(cancel=True)

    def _take(
        self,
        run: _Run,
        component: str,
        source: Callable[[Callable[[], bool]], Source],
        order: Sequence[str] = (),
        shown: Sequence[str] = (),
        blank_separates: bool = False,
        note_of: int = 0,
    ) -> None:
        holder, feed, stopped = run.holder, run.feed, run.stop.is_set

        def tell(failure: CounterError) -> None:
            """At once, not when the pages before it are read: the clerk stands at the scanner now."""
            self._tasks.post(lambda: self._source_failed(run, failure))

        def work(progress: Progress) -> list[CounterError]:
            from scanning.session import scan

            def counted() -> Iterator[RawPage | CounterError]:
                try:
                    for page in source(stopped):
                        if isinstance(page, CounterError):
                            tell(page)
                            continue
                        run.delivered += 1
                        if feed is not None:
                            feed.came()
                        yield page
                except CounterError as failure:
                    tell(failure)
                finally:
                    run.at_end = True
                    self._tasks.post(lambda: self.feeding_changed.emit(holder))

            pipeline = self._started_pipeline()
            return scan(
                progress.desk,
                pipeline,
                holder,
                component,
                counted(),
                order=order,
                shown=shown,
                note_of=note_of,
                blank_separates=blank_separates,
                on_page=progress.tell,
                cancelled=stopped,
            )

        self._submit(run, work)

    def _submit(self, run: _Run, work: Callable[[Progress], list[CounterError] | None]) -> None:
        def done(failures: list[CounterError] | None) -> None:
            for failure in failures or []:
                self.failed.emit(failure)
            self._end(run)

        def broken(failure: CounterError) -> None:
            self.failed.emit(failure)
            self._end(run)

        self._tasks.submit(work, done, broken, lambda page: self._on_page(run, page))

    def _like_before(self, run: _Run, kind: str) -> None:
        """A page of it mends what its like told before."""
        run.kind, run.failed_before = kind, self._failed.pop(kind, set())

    def _source_failed(self, run: _Run, failure: CounterError) -> None:
        if run.kind:
            self._failed.setdefault(run.kind, set()).add(type(failure).__name__)
        self.failed.emit(failure)

    def _begin(self, holder: str, feed: Feed | None = None) -> _Run:
        run = _Run(holder, feed)
        self._runs.append(run)
        self.feeding_changed.emit(holder)
        return run

    def _on_page(self, run: _Run, page: SpooledPage) -> None:
        run.spooled.add(page.id)
        mended, run.failed_before = run.failed_before - self._failed.get(run.kind, set()), set()
        for kind in mended:
            self.mended.emit(kind)
        if page.reading or page.failure:
            run.read.add(page.id)
        if run.instead_of:
            self._replace(run.instead_of, page)
            run.instead_of = 0
        holder = self._received.get(page.holder, page.holder)
        self.page_changed.emit(page.model_copy(update={"holder": holder}))
        self._tell_counts()
        if run.at_end and len(run.spooled) == run.delivered and not run.end_announced:
            run.end_announced = True
            self.feeding_changed.emit(run.holder)

    def _replace(self, old_id: int, page: SpooledPage) -> None:
        """The page just scanned stands where the old one stood; as another page, which is read there."""

        def work(progress: Progress) -> SpooledPage | None:
            return progress.desk.store.drafts.take_place(old_id, page.id)

        def done(there: SpooledPage | None) -> None:
            if there is not None:
                self.replaced.emit(old_id, page.id, there)
                self.resume(there.holder)

        self._tasks.submit(work, done, in_order=True)

    def _end(self, run: _Run) -> None:
        self._runs.remove(run)
        if run.failed_before:  # it gave no page: what was told still stands
            self._failed.setdefault(run.kind, set()).update(run.failed_before)
        read, all_pages = self._counts
        self._counts = (read + len(run.read), all_pages + len(run.spooled)) if self._runs else (0, 0)
        self._tell_counts()
        self.feeding_changed.emit(run.holder)
        if self.busy(run.holder):
            return
        if run.holder in self._received:
            self.resume(self._received.pop(run.holder))
        elif CODE.match(run.holder):
            self._make_documents(run.holder)
        else:
            self.read_papers(run.holder)

    def read_papers(self, holder: str) -> None:
        """Reads the fields of a draft's papers where they are other papers by now; again where that is under way."""
        if holder in self._reading_papers:
            self._reading_papers[holder] = True
            return
        self._reading_papers[holder] = False

        def work(progress: Progress) -> None:
            from scanning.paper_reading import read_papers

            read_papers(progress.desk, self._started_pipeline(), holder, random.random)

        def end() -> None:
            if self._reading_papers.pop(holder):
                self.read_papers(holder)

        def done(_: None) -> None:
            self.papers_read.emit(holder)
            end()

        def broken(failure: CounterError) -> None:
            self.failed.emit(failure)
            self.papers_read.emit(holder)  # nobody waits for it any more
            end()

        self._tasks.submit(work, done, broken)

    def _make_documents(self, code: str) -> None:
        def work(progress: Progress) -> None:
            from scanning.session import make_documents

            make_documents(progress.desk, code)

        self._tasks.submit(work, lambda _: self._changes.written(code))

    def busy(self, holder: str) -> bool:
        """Whether pages of the holder are on their way."""
        return any(run.holder == holder for run in self._runs)

    def reads_papers(self, holder: str) -> bool:
        """Whether pages of the holder are on their way, or the fields of its papers are being read."""
        return self.busy(holder) or holder in self._reading_papers

    def _tell_counts(self) -> None:
        read = self._counts[0] + sum(len(run.read) for run in self._runs)
        all_pages = self._counts[1] + sum(len(run.spooled) for run in self._runs)
        self.counted.emit(read, all_pages)

    def _started_pipeline(self) -> Pipeline:
        """The pipeline; its libraries are loaded when the first page comes, not when the window opens."""
        from scanning.pipeline.pipeline import Pipeline

        with self._starting:
            if self._pipeline is None:
                self._pipeline = Pipeline()
            return self._pipeline

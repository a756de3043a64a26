"""What was read of the papers whose pages are on the screen: those of an intake, or of a dossier that was received."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.dossier.misplaced import Misplaced
from counter_app.dossier.pages import SpooledPage
from counter_app.dossier.read_papers import ReadPaper, sure_from
from counter_app.dossier.verified import VerifiedPaper
from counter_app.dossier.verifying import State, Verification, begun
from counter_app.errors import CounterError
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.pages.holder import PageHolder

_SOON = 200  # milliseconds in which pages that change are looked at together


@dataclass(frozen=True)
class _Read:
    """The papers by their components, and those of them that another component asks for."""

    papers: tuple[tuple[str, ReadPaper], ...] = ()
    misplaced: tuple[Misplaced, ...] = ()


@dataclass(frozen=True)
class Counts:
    """How the fields of all papers stand."""

    papers: int = 0
    sure: int = 0
    asking: int = 0
    missing: int = 0
    settled: int = 0


class PapersRead(QObject):
    """Follows the holder's pages. What was only read is this desk's proposal; `verified` says what of a component's
    paper was confirmed, and `is_asked` of which components papers are verified at all."""

    changed = Signal()  # other papers were read, or something was confirmed
    looked = Signal()  # what was read was looked up, whether it is something else or not

    def __init__(
        self,
        workplace: Workplace,
        holder: PageHolder,
        verified: Callable[[str, ReadPaper], VerifiedPaper | None],
        is_asked: Callable[[str], bool] = lambda key: True,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._workplace, self._holder = workplace, holder
        self._verified, self._is_asked = verified, is_asked
        self._read = _Read()
        self._looking: Task | None = None
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._read_papers)
        holder.started.connect(self._begin)
        holder.page_changed.connect(lambda _: self.look())
        holder.procedure_changed.connect(self._look_up)
        workplace.pages.papers_read.connect(self._papers_read)
        workplace.profile_file.changed.connect(lambda _: self._look_up())

    @property
    def papers(self) -> tuple[Verification, ...]:
        """The papers whose pages are still there, in the order of the procedure's, each as far as it was verified."""
        keys = self._holder.component_keys
        here = [item for item in self._read.papers if self._is_asked(item[0]) and self._is_here(item[0], item[1].pages)]
        here.sort(key=lambda item: (keys.index(item[0]) if item[0] in keys else len(keys), item[1].place))
        return tuple(begun(key, paper, self._verified(key, paper)) for key, paper in here)

    @property
    def holder(self) -> str:
        """Whose pages they are."""
        return self._holder.holder

    @property
    def is_looking(self) -> bool:
        """Whether it may soon be told that other papers are there: pages were moved, turned, or are being read."""
        looking = self._soon.isActive() or self._looking is not None
        return bool(self._holder.pages) and (looking or self._workplace.pages.reads_papers(self._holder.holder))

    @property
    def misplaced(self) -> tuple[Misplaced, ...]:
        """The papers that another component asks for than that whose pages they still are."""
        return tuple(paper for paper in self._read.misplaced if self._is_here(paper.here, paper.pages))

    @property
    def counts(self) -> Counts:
        """What a clerk is told before they look."""
        papers = self.papers
        states = [row.state for paper in papers for row in paper.rows]
        asking = sum(len(paper.asking) for paper in papers)
        missing = states.count(State.MISSING)
        settled = sum(row.done is not None for paper in papers for row in paper.rows)
        return Counts(len(papers), states.count(State.SURE), asking - missing, missing, settled)

    def _is_here(self, key: str, numbers: tuple[int, ...]) -> bool:
        pages = (self._holder.pages.get(page) for page in numbers)
        return all(page is not None and page.component == key and page.reading is not None for page in pages)

    def _begin(self) -> None:
        self._read = _Read()
        self.look()
        self.changed.emit()

    def look(self) -> None:
        """The pages may be other papers by now: that is seen to soon."""
        if self._holder.ready and (self._holder.pages or self._read.papers):
            self._soon.start()

    def _read_papers(self) -> None:
        """Reads what other papers the pages are now; while pages are on their way that follows by itself."""
        if not self._workplace.pages.busy(self._holder.holder):
            self._workplace.pages.read_papers(self._holder.holder)

    def _papers_read(self, holder: str) -> None:
        if holder == self._holder.holder:
            self._look_up()

    def _look_up(self) -> None:
        """What was read of the papers, as it is kept, held against the components there are now."""
        if not (self._holder.ready and (self._holder.pages or self._read.papers)):
            return
        holder, components = self._holder.holder, tuple(self._holder.papers.items())

        def work(progress: Progress) -> _Read:
            return _papers_of(progress, holder, components)

        def done(read: _Read) -> None:
            self._looking = None
            if holder == self._holder.holder and read != self._read:
                self._read = read
                self.changed.emit()
            self.looked.emit()

        def broken(failure: CounterError) -> None:
            self._looking = None
            self._workplace.tasks.failed.emit(failure)

        if self._looking is not None:
            self._looking.cancel()  # what it read is older, and it may be the last to end
        self._looking = self._workplace.tasks.submit(work, done, broken)


def _papers_of(progress: Progress, holder: str, components: tuple[tuple[str, str], ...]) -> _Read:
    """The papers in which something is asked, with what the rules point at between them; of all, those misplaced."""
    from scanning.fields.components import misplaced
    from scanning.fields.pointing import with_findings

    desk, store = progress.desk, progress.desk.store
    by_component: dict[str, list[SpooledPage]] = {}
    for page in store.drafts.pages(holder):
        by_component.setdefault(page.component, []).append(page)
    found = [
        (component, sure_from(paper, desk.profile.sure_from(paper.paper)))
        for component, pages in by_component.items()
        for paper in store.read_papers.of(holder, component, pages) or ()
    ]
    asked = [(component, paper) for component, paper in found if paper.asks]
    pointed = with_findings([paper for _, paper in asked], desk.now().date(), desk.profile.office.name)
    papers = tuple((component, paper) for (component, _), paper in zip(asked, pointed, strict=True))
    return _Read(papers, misplaced(found, components))

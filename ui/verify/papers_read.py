"""What was read of the papers whose pages are on the screen: those of an intake, or of a dossier that was received."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.dossier.pages import SpooledPage
from counter_app.dossier.read_papers import ReadPaper
from counter_app.dossier.verified import VerifiedPaper
from counter_app.dossier.verifying import State, Verification, begun
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.pages.holder import PageHolder

_SOON = 200  # milliseconds in which pages that change are looked at together


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
        self._read: tuple[tuple[str, ReadPaper], ...] = ()
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._read_papers)
        holder.started.connect(self._begin)
        holder.page_changed.connect(lambda _: self.look())
        workplace.pages.papers_read.connect(self._papers_read)

    @property
    def papers(self) -> tuple[Verification, ...]:
        """The papers whose pages are still there, in the order of the procedure's, each as far as it was verified."""
        keys = self._holder.component_keys
        here = [(key, paper) for key, paper in self._read if self._is_asked(key) and self._is_here(key, paper)]
        here.sort(key=lambda item: (keys.index(item[0]) if item[0] in keys else len(keys), item[1].place))
        return tuple(begun(key, paper, self._verified(key, paper)) for key, paper in here)

    @property
    def counts(self) -> Counts:
        """What a clerk is told before they look."""
        papers = self.papers
        states = [row.state for paper in papers for row in paper.rows]
        asking = sum(len(paper.asking) for paper in papers)
        missing = states.count(State.MISSING)
        settled = sum(row.done is not None for paper in papers for row in paper.rows)
        return Counts(len(papers), states.count(State.SURE), asking - missing, missing, settled)

    def _is_here(self, key: str, paper: ReadPaper) -> bool:
        pages = (self._holder.pages.get(page) for page in paper.pages)
        return all(page is not None and page.component == key and page.reading is not None for page in pages)

    def _begin(self) -> None:
        self._read = ()
        self.look()
        self.changed.emit()

    def look(self) -> None:
        """The pages may be other papers by now: that is seen to soon."""
        if self._holder.ready and (self._holder.pages or self._read):
            self._soon.start()

    def _read_papers(self) -> None:
        """Reads what other papers the pages are now; while pages are on their way that follows by itself."""
        if not self._workplace.pages.busy(self._holder.holder):
            self._workplace.pages.read_papers(self._holder.holder)

    def _papers_read(self, holder: str) -> None:
        if holder != self._holder.holder:
            return

        def work(progress: Progress) -> tuple[tuple[str, ReadPaper], ...]:
            return _papers_of(progress, holder)

        def done(read: tuple[tuple[str, ReadPaper], ...]) -> None:
            if holder == self._holder.holder and read != self._read:
                self._read = read
                self.changed.emit()

        self._workplace.tasks.submit(work, done)


def _papers_of(progress: Progress, holder: str) -> tuple[tuple[str, ReadPaper], ...]:
    """The papers by their components, with what the rules point at between them."""
    from scanning.fields.pointing import with_findings

    desk, store = progress.desk, progress.desk.store
    by_component: dict[str, list[SpooledPage]] = {}
    for page in store.drafts.pages(holder):
        by_component.setdefault(page.component, []).append(page)
    found = [
        (component, paper)
        for component, pages in by_component.items()
        for paper in store.read_papers.of(holder, component, pages) or ()
    ]
    pointed = with_findings([paper for _, paper in found], desk.now().date(), desk.profile.office.name)
    return tuple((component, paper) for (component, _), paper in zip(found, pointed, strict=True))

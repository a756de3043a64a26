"""What was read of the intake's papers, and what the clerk confirmed of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_app.dossier.pages import SpooledPage
from counter_app.dossier.read_papers import ReadPaper
from counter_app.dossier.verified import VerifiedPaper
from counter_app.dossier.verifying import State, Verification, begun
from counter_app.dossier.whose import by_paper
from ui.background.tasks import Progress
from ui.background.workplace import Workplace

if TYPE_CHECKING:
    from ui.intake.intake import Intake

_SOON = 200  # milliseconds in which pages that change are looked at together


@dataclass(frozen=True)
class Counts:
    """How the fields of all papers stand."""

    papers: int = 0
    sure: int = 0
    asking: int = 0
    missing: int = 0
    settled: int = 0


class Verifying(QObject):
    """The papers of the intake on the screen. What was only read is this desk's proposal; what was confirmed is kept
    with the draft and goes into the dossier's journal when that is received."""

    changed = Signal()  # other papers were read, or something was confirmed

    def __init__(self, workplace: Workplace, intake: Intake) -> None:
        super().__init__(intake)
        self._workplace, self._intake = workplace, intake
        self._read: tuple[tuple[str, ReadPaper], ...] = ()
        self._finished: dict[
            tuple[str, tuple[int, ...], str], Verification
        ] = {}  # whose people are not in the intake yet
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self._look)
        intake.started.connect(self._begin)
        intake.page_changed.connect(lambda _: self._pages_changed())
        intake.pages_moved.connect(lambda *_: self._pages_changed())
        workplace.pages.papers_read.connect(self._papers_read)

    @property
    def papers(self) -> tuple[Verification, ...]:
        """The papers whose pages are still there, in the order of the procedure's, each as far as it was verified."""
        keys = self._intake.component_keys
        here = [(key, paper) for key, paper in self._read if self._is_here(key, paper)]
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

    def take(self, verification: Verification) -> None:
        """Keeps what is confirmed of a paper so far."""
        paper = verification.verified
        if paper.fields and not verification.open:
            self._finished[paper.component, paper.pages, paper.paper] = verification
        others = [
            other
            for other in self._intake.draft.verified
            if (other.component, other.pages, other.paper) != (paper.component, paper.pages, paper.paper)
        ]
        self._intake.change(verified=(*others, *([paper] if paper.fields else [])))
        self.changed.emit()

    def fill_intake(self) -> None:
        """The applicants named by papers that were confirmed since fill what is empty of the intake's; others are asked
        about."""
        for verification in self._finished.values():
            named = by_paper(verification.verified, verification.paper.applicant)
            if verification.paper.applicant and named.name:
                self._intake.whose.read_paper(named, verification.paper.title)
        self._finished = {}

    def _verified(self, key: str, paper: ReadPaper) -> VerifiedPaper | None:
        every = self._intake.draft.verified
        wanted = (key, paper.pages, paper.paper)  # two forms may stand on one sheet
        return next((one for one in every if (one.component, one.pages, one.paper) == wanted), None)

    def _is_here(self, key: str, paper: ReadPaper) -> bool:
        pages = (self._intake.pages.get(page) for page in paper.pages)
        return all(page is not None and page.component == key and page.reading is not None for page in pages)

    def _begin(self) -> None:
        self._read, self._finished = (), {}
        self._pages_changed()
        self.changed.emit()

    def _pages_changed(self) -> None:
        if self._intake.ready and (self._intake.pages or self._read):
            self._soon.start()

    def _look(self) -> None:
        """Reads what other papers the pages are now; while pages are on their way that follows by itself."""
        if not self._workplace.pages.busy(self._intake.holder):
            self._workplace.pages.read_papers(self._intake.holder)

    def _papers_read(self, holder: str) -> None:
        if holder != self._intake.holder:
            return

        def work(progress: Progress) -> tuple[tuple[str, ReadPaper], ...]:
            return _papers_of(progress, holder)

        def done(read: tuple[tuple[str, ReadPaper], ...]) -> None:
            if holder == self._intake.holder and read != self._read:
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

"""Papers whose pages lie at another component than the one that asks for them: the clerk says where they belong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.dossier.misplaced import Misplaced
from counter_app.dossier.pages import SpooledPage
from ui.background.workplace import Workplace

if TYPE_CHECKING:
    from ui.pages.holder import PageHolder
    from ui.verify.papers_read import PapersRead


class Placing(QObject):
    """What is proposed of the pages that were read. Nothing is moved unless the clerk says so, page by page or paper by
    paper."""

    changed = Signal()

    def __init__(self, workplace: Workplace, holder: PageHolder, read: PapersRead) -> None:
        super().__init__(holder)
        self._workplace, self._holder, self._read = workplace, holder, read
        self._left: set[tuple[int, ...]] = set()  # pages that are to stay where they are
        self.proposals: tuple[Misplaced, ...] = ()
        read.changed.connect(self._show)
        holder.page_changed.connect(lambda _: self._show())

    def of(self, page: int) -> Misplaced | None:
        """What is proposed of the paper that the page is of."""
        return next((paper for paper in self.proposals if page in paper.pages), None)

    def accept(self, paper: Misplaced) -> None:
        """The paper is what it was taken for: its pages go there together, with what shows them once more and the blank
        backs between and behind them. It can be taken back."""
        pages = _together(self._holder.pages_of(paper.here), paper)
        first = min(pages, key=lambda page: page.position).position
        name = self._holder.papers.get(paper.there, "")
        said = self.tr("“{title}” put to “{paper}”").format(title=paper.title, paper=name)

        def done(moved: list[SpooledPage]) -> None:
            self._workplace.undo.did(said, lambda: self._take_back(moved, paper, first), whose=self._holder.message_key)

        self.proposals = tuple(other for other in self.proposals if other != paper)
        self._holder.put_pages(pages, paper.there, done, because=self.tr("It is “{title}”.").format(title=paper.title))
        self.changed.emit()

    def leave(self, paper: Misplaced) -> None:
        """The pages lie where they belong."""
        self._left.add(paper.pages)
        self._show()

    def _take_back(self, moved: list[SpooledPage], paper: Misplaced, first: float) -> None:
        if all(page.id in self._holder.pages for page in moved):  # none was put elsewhere since
            because = self.tr("“{title}” was moved by mistake.").format(title=paper.title)
            self._holder.put_pages(moved, paper.here, away=first - moved[0].position, because=because)

    def _show(self) -> None:
        found = tuple(paper for paper in self._read.misplaced if paper.pages not in self._left)
        if found != self.proposals:
            self.proposals = found
            self.changed.emit()


def _together(order: list[SpooledPage], paper: Misplaced) -> list[SpooledPage]:
    """The paper's pages among those in `order`, and what goes with them."""
    places = [at for at, page in enumerate(order) if page.id in paper.pages or page.note_of in paper.pages]
    end = places[-1] + 1
    while end < len(order) and _is_back(order[end]):
        end += 1
    blank = (page for page in order[places[0] : end] if _is_back(page))
    return [*(order[at] for at in places), *blank]


def _is_back(page: SpooledPage) -> bool:
    """Whether nothing stands on it."""
    return page.reading is not None and page.reading.blank and not page.reading.is_separator

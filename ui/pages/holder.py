"""Whose scanned pages are on the screen: those of an intake, or of a dossier that was received."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.desk.moving import moved
from counter_app.dossier.pages import SpooledPage
from counter_app.procedures.catalogue import Procedure
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace

if TYPE_CHECKING:
    from counter_app.dossier.pages import Treatment


class PageHolder(QObject):
    """Holds the pages by their ids and knows which papers they may be of; what is done to a page is on disk at once."""

    started = Signal()  # another intake or dossier is on the screen now
    changed = Signal()  # something of it changed beside its pages
    procedure_changed = Signal()  # it may have pages of other papers now
    page_changed = Signal(object)  # SpooledPage
    page_placed = Signal(object)  # SpooledPage: the clerk put it somewhere else

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.pages: dict[int, SpooledPage] = {}
        self._gone: set[int] = set()  # pages taken out or moved, whose reading may still arrive
        self._reading: Task | None = None
        self._told: set[int] = set()  # pages that were told of while all are read from the disk
        workplace.pages.page_changed.connect(self.take_page)
        workplace.pages.replaced.connect(self._replaced)

    @property
    def holder(self) -> str:
        """The draft or dossier, as the spool knows it."""
        raise NotImplementedError

    @property
    def message_key(self) -> str:
        """Under which it is said and taken back what was done to its pages, whatever is on the screen by then."""
        raise NotImplementedError

    @property
    def ready(self) -> bool:
        """Whether it is on disk, so that pages can be of it."""
        return True

    @property
    def papers(self) -> dict[str, str]:
        """The names of the papers pages may be of, by their keys, in their order."""
        raise NotImplementedError

    @property
    def covers(self) -> Procedure | None:
        """The procedure whose cover sheets lead pages to their papers here; None where there are none."""
        return None

    def only_shown(self, key: str) -> bool:
        """Whether a paper is only to be shown and no sheet of it was handed in: it is not scanned."""
        return False

    def keep(self) -> None:
        """Has it on disk, so that pages find whose they are."""

    @property
    def component_keys(self) -> list[str]:
        """The keys of the papers in their order."""
        return list(self.papers)

    @property
    def not_scanned(self) -> list[str]:
        """The papers that are only shown."""
        return [key for key in self.component_keys if self.only_shown(key)]

    def pages_of(self, key: str) -> list[SpooledPage]:
        """The paper's pages in their order."""
        pages = [page for page in self.pages.values() if page.component == key]
        return sorted(pages, key=lambda page: (page.position, page.id))

    def remove_page(self, page_id: int) -> None:
        """Takes a page out that does not belong there, and with it what shows it with a note."""

        def work(progress: Progress) -> None:
            progress.desk.store.drafts.remove_page(page_id)

        gone = [page for page in self.pages.values() if page_id in (page.id, page.note_of)]
        if not gone:
            return
        said = self.tr("Page {number} of “{paper}” deleted").format(**self._called(self.pages[page_id]))
        self._gone |= {page.id for page in gone}
        self._workplace.tasks.submit(work, in_order=True)
        for page in gone:
            del self.pages[page.id]
            self.page_changed.emit(page)
        self._workplace.undo.did(said, lambda: self._put_back(page_id), whose=self.message_key)

    def _replaced(self, old_id: int, new_id: int, there: SpooledPage) -> None:
        """A page was scanned anew; until that is taken back, the old one and its notes are gone."""
        old = self.pages.get(old_id)
        if there.holder != self.holder or old is None:
            return
        said = self.tr("Page {number} of “{paper}” scanned anew").format(**self._called(old))
        gone = [page for page in self.pages.values() if new_id == page.id or old_id in (page.id, page.note_of)]
        self._gone |= {page.id for page in gone}
        for page in gone:
            del self.pages[page.id]
            self.page_changed.emit(page)
        self.take_page(there)
        self.page_placed.emit(there)
        self._workplace.undo.did(said, lambda: self._take_back_new(old_id, there.id), whose=self.message_key)

    def _take_back_new(self, old_id: int, new_id: int) -> None:
        """The old page is there again instead of the one scanned anew."""
        page = self.pages.pop(new_id, None)
        if page is not None:
            self._gone.add(new_id)
            self.page_changed.emit(page)
            self._workplace.tasks.submit(lambda progress: progress.desk.store.drafts.remove_page(new_id), in_order=True)
        self._put_back(old_id)

    def _put_back(self, page_id: int) -> None:
        def done(pages: list[SpooledPage]) -> None:
            for page in pages:
                self._gone.discard(page.id)
                self.take_page(page)
            self._read_unread(pages)

        self._workplace.tasks.submit(lambda progress: progress.desk.store.drafts.put_back(page_id), done, in_order=True)

    def shift_page(self, page_id: int, steps: int) -> None:
        """Puts a page before or behind its neighbour, with what shows it with a note; `steps` is -1 or 1."""
        page = self.pages.get(page_id)
        if page is None or page.document:
            return
        base = self.pages.get(page.note_of, page)
        order = [other for other in self.pages_of(base.component) if not other.note_of]
        place = order.index(base) + steps
        if 0 <= place < len(order):
            order.remove(base)
            before = order[place - 1].position if place else order[0].position - 1
            behind = order[place].position if place < len(order) else order[-1].position + 1
            said = self.tr("Page {number} of “{paper}” moved").format(**self._called(base))
            self._place(base, base.component, (before + behind) / 2, said)

    def move_page(self, page_id: int, key: str) -> None:
        """Puts a page to another paper, behind the pages there."""
        page = self.pages.get(page_id)
        if page is None or page.document or key not in self.papers or key == page.component:
            return
        base = self.pages.get(page.note_of, page)
        there = self.pages_of(key)
        said = self.tr("Page {number} of “{paper}” moved to “{other}”")
        said = said.format(**self._called(base), other=self.papers[key])
        self._place(base, key, there[-1].position + 1 if there else 0.0, said)

    def put_pages(
        self,
        pages: list[SpooledPage],
        key: str,
        then: Callable[[list[SpooledPage]], None] = lambda there: None,
        *,
        away: float | None = None,
        because: str = "",
    ) -> None:
        """Puts pages together to another paper without a word; `then` is told of the pages as they are now. `away`: by
        how much their positions change; behind the pages there where it is None. `because`: for an entry, if that takes
        one."""
        raise NotImplementedError

    def _place(self, page: SpooledPage, key: str, position: float, said: str = "") -> None:
        """The page and its notes at another place, as other pages, so that a reading on its way finds none of them;
        what is `said` can be taken back."""
        together = [page, *(note for note in self.pages_of(page.component) if note.note_of == page.id)]
        whose = self.message_key

        def work(progress: Progress) -> list[SpooledPage]:
            return moved(progress.desk, together, key, position - page.position)

        def done(there: list[SpooledPage]) -> None:
            self._are_now(together, there)
            self.page_placed.emit(there[0])
            self._read_unread(there)
            if said:
                self._workplace.undo.did(
                    said, lambda: self._place(there[0], page.component, page.position), whose=whose
                )

        self._gone |= {item.id for item in together}
        self._workplace.tasks.submit(work, done, in_order=True)

    def _are_now(self, pages: Sequence[SpooledPage], there: Sequence[SpooledPage]) -> None:
        """Pages that were put elsewhere are other pages `there` now."""
        for page in pages:
            if self.pages.pop(page.id, None):
                self.page_changed.emit(page)
        for page in there:
            self.take_page(page)

    def _read_unread(self, pages: list[SpooledPage]) -> None:
        if any(not page.reading and not page.failure for page in pages):
            self._workplace.pages.resume(self.holder)

    def _called(self, page: SpooledPage) -> dict[str, object]:
        """The page by its number and paper, for what is said of it."""
        numbered = [other.id for other in self.pages_of(page.component) if not other.note_of]
        number = numbered.index(page.note_of or page.id) + 1
        return {"number": number, "paper": self.papers.get(page.component, "")}

    def treat_page(self, page: SpooledPage, treatment: Treatment) -> None:
        """Takes a page as the clerk decided; two pages that are one again leave the second one's place."""
        from scanning.session import both_sides

        gone = both_sides(page, self.pages_of(page.component))[1:] if treatment.side == 0 else []
        for other in gone:
            self.pages.pop(other.id)
            self._gone.add(other.id)
            self.page_changed.emit(other)
            for note in [shown for shown in self.pages.values() if shown.note_of == other.id]:
                self.pages[note.id] = note.model_copy(update={"note_of": page.id})
        self._workplace.pages.treat(page, treatment)
        if not gone and page.treatment != treatment:
            said = self.tr("Page {number} of “{paper}” treated otherwise").format(**self._called(page))
            if page.treatment.rotation != treatment.rotation:
                said = self.tr("Page {number} of “{paper}” turned").format(**self._called(page))
            self._workplace.undo.did(
                said, lambda: self._workplace.pages.treat(page, page.treatment), whose=self.message_key
            )

    def read_anew(self) -> None:
        """Its pages as they lie on disk now: some may have been read, put into a document or taken out of one since."""
        holder, known = self.holder, set(self.pages)
        self._told.clear()

        def work(progress: Progress) -> list[SpooledPage]:
            return progress.desk.store.drafts.pages(holder)

        def done(found: list[SpooledPage]) -> None:
            if holder != self.holder:
                return
            news = [page for page in found if page != self.pages.get(page.id) and page.id not in self._told]
            for page_id in known - {page.id for page in found} - self._told:
                if page := self.pages.pop(page_id, None):
                    self.page_changed.emit(page)
            for page in news:
                self.take_page(page)

        if self._reading is not None:
            self._reading.cancel()  # what it read is older, and it may be the last to end
        self._reading = self._workplace.tasks.submit(work, done)

    def take_page(self, page: SpooledPage) -> None:
        """A page came, was read, or went elsewhere."""
        self._told.add(page.id)
        if page.holder != self.holder and page.id in self.pages:
            self.went(self.pages.pop(page.id))
            self.page_changed.emit(page)  # a cover sheet led it to another dossier
        if page.holder != self.holder or page.id in self._gone:
            return
        before = self.pages.get(page.id)
        self.pages[page.id] = page
        if before is None or before.component != page.component:
            self.came(page)
        if before is not None and (before.component != page.component or _is_separator(page)):
            self.went(before)
        if before is not None and before.component != page.component:
            self.page_changed.emit(before)  # a cover sheet led it to another paper
        self.page_changed.emit(page)

    def came(self, page: SpooledPage) -> None:
        """A page that was not here before, or not of this paper."""

    def went(self, page: SpooledPage) -> None:
        """A page that a cover sheet led from this paper to another one, or that turned out to be that sheet."""


def _is_separator(page: SpooledPage) -> bool:
    return page.reading is not None and page.reading.is_separator

"""Whose scanned pages are on the screen: those of an intake, or of a dossier that was received."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from counter_app.dossier.pages import SpooledPage
from counter_app.procedures.catalogue import Procedure
from ui.background.tasks import Progress
from ui.background.workplace import Workplace

if TYPE_CHECKING:
    from counter_app.dossier.pages import Treatment


class PageHolder(QObject):
    """Holds the pages by their ids and knows which papers they may be of; what is done to a page is on disk at once."""

    started = Signal()  # another intake or dossier is on the screen now
    changed = Signal()  # something of it changed beside its pages
    procedure_changed = Signal()  # it may have pages of other papers now
    page_changed = Signal(object)  # SpooledPage

    def __init__(self, workplace: Workplace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.pages: dict[int, SpooledPage] = {}
        self._gone: set[int] = set()  # pages taken out or moved, whose reading may still arrive
        workplace.pages.page_changed.connect(self.take_page)

    @property
    def holder(self) -> str:
        """The draft or dossier, as the spool knows it."""
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
        if gone:
            self._gone |= {page.id for page in gone}
            self._workplace.tasks.submit(work, in_order=True)
        for page in gone:
            del self.pages[page.id]
            self.page_changed.emit(page)

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

    def take_page(self, page: SpooledPage) -> None:
        """A page came, was read, or went elsewhere."""
        if page.holder != self.holder and page.id in self.pages:
            del self.pages[page.id]
            self.page_changed.emit(page)  # a cover sheet led it to another dossier
        if page.holder != self.holder or page.id in self._gone:
            return
        new = page.id not in self.pages
        self.pages[page.id] = page
        if new:
            self.came(page)
        self.page_changed.emit(page)

    def came(self, page: SpooledPage) -> None:
        """A page that was not here before."""

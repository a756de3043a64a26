"""One feeder load falls apart into its components: cover sheets and separators lead the pages after them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence

from counter_app.desk.desk import Desk
from counter_app.dossier.cover import Cover
from counter_app.dossier.pages import SpooledPage
from counter_app.errors import CounterError


class StrangeCover(CounterError):
    """A cover sheet of a component or dossier that is not at hand."""

    what = "A cover sheet names a paper that this dossier does not have."
    todo = "The pages after it stayed with the paper before it; move them by hand, and print the cover sheets anew."


class Sorter:
    """Leads the pages of one source, in their order, to their components.

    Pages are read in any order; a page is led on once all before it were read.
    """

    def __init__(
        self,
        desk: Desk,
        holder: str,
        component: str,
        order: Sequence[str],
        shown: Collection[str],
        blank_separates: bool,
        on_page: Callable[[SpooledPage], None],
    ) -> None:
        self._desk = desk
        self._started = (holder, component)
        self._now = (holder, component)
        self._order = list(order)
        self._shown = shown
        self._blank_separates = blank_separates
        self._on_page = on_page
        self._document = self._end = self._next = 0  # places: where this document begins, the next free, to lead
        self._places: dict[int, int] = {}  # of the pages not led on yet, by their number
        self._read: dict[int, list[SpooledPage]] = {}  # by place
        self.failures: list[CounterError] = []
        self.other_dossiers: set[str] = set()

    def place(self, index: int) -> int:
        """Where a page stands in the run: `index` counts from 0 in each document, in any order."""
        if index == 0:
            self._document = self._end
        self._end = max(self._end, self._document + index + 1)
        return self._document + index

    def arrived(self, page: SpooledPage, place: int) -> None:
        """A page is on disk."""
        self._places[page.id] = place
        self._on_page(page)

    def read(self, pages: list[SpooledPage]) -> None:
        """A page was read (or failed, or was cancelled); with it the second one that lay beside it."""
        self._read[self._places.pop(pages[0].id)] = pages
        for page in pages:
            self._on_page(page)
        while self._next in self._read:
            self._lead_all(self._read.pop(self._next))
            self._next += 1

    def finish(self) -> None:
        """No more pages come: those after a gap are led on too."""
        for place in sorted(self._read):
            self._lead_all(self._read.pop(place))

    def _lead_all(self, pages: list[SpooledPage]) -> None:
        for page in pages:
            self._lead(page)

    def _lead(self, page: SpooledPage) -> None:
        if page.reading and page.reading.is_separator:
            reading = self._desk.store.drafts.reading(page.id)
            self._turn_to([code.text for code in reading.codes] if reading else [])
        elif page.reading and page.reading.blank and self._blank_separates:
            self._turn_to_next()
        if self._now != self._started:
            self._move(page)

    def _move(self, page: SpooledPage) -> None:
        drafts = self._desk.store.drafts
        holder, component = self._now
        if holder == self._started[0]:
            holder = drafts.holder_of(page.id)  # by now the draft may be a dossier, or the page taken out
        if not holder or not self._takes(holder, component):
            if holder:
                self._refuse()
            return
        moved = {"holder": holder, "component": component, "position": drafts.assign_page(page.id, holder, component)}
        self._on_page(page.model_copy(update=moved))
        for note in drafts.notes_of(page.id):
            self._on_page(note)

    def _refuse(self) -> None:
        """The pages stay where they are; said once, not for each of them."""
        if not self.failures:
            self.failures.append(StrangeCover())

    def _takes(self, holder: str, component: str) -> bool:
        """Whether a draft (which takes any component) or a dossier (only those it was received with) has it."""
        dossier = self._desk.store.dossier(holder)
        return dossier is None or component in {known.key for known in dossier.components}

    def _turn_to(self, texts: list[str]) -> None:
        covers = [cover for text in texts if (cover := Cover.from_text(text))]
        if not covers:
            self._turn_to_next()
            return
        cover, holder = covers[0], covers[0].dossier or self._started[0]
        if holder != self._started[0] and self._desk.store.dossier(holder) and self._takes(holder, cover.component):
            self.other_dossiers.add(holder)
        elif holder != self._started[0] or (self._order and cover.component not in self._order):
            self._refuse()
            return
        self._now = (holder, cover.component)

    def _turn_to_next(self) -> None:
        """A separator that names nothing: the next component in order; after the last one, the last.

        What is only shown is not scanned, and so not expected among the papers.
        """
        holder, component = self._now
        if component in self._order:
            following = [key for key in self._order[self._order.index(component) + 1 :] if key not in self._shown]
            self._now = (holder, following[0] if following else component)

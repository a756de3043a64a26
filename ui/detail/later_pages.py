"""Papers that come after the receipt, and results, are scanned into the dossier: with the panel of the intake."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Signal
from PySide6.QtWidgets import QHBoxLayout, QListView, QSplitter, QVBoxLayout, QWidget

from counter_app.desk.moving import put_right
from counter_app.dossier.model import Dossier, result_key
from counter_app.dossier.pages import SpooledPage
from counter_app.errors import CounterError
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.detail.card_bar import DossierCardBar
from ui.detail.verifying import DossierVerifying
from ui.pages.feed_bar import FeedBar
from ui.pages.holder import PageHolder
from ui.pages.panel import PagesPanel
from ui.pages.sources import PageSources
from ui.theme import SPACE
from ui.verify.bar import VerifyBar
from ui.verify.place_bar import PlaceBar
from ui.verify.placing import Placing
from ui.widgets.rows_model import ListColumn, RowsModel
from ui.widgets.two_line_delegate import TwoLineDelegate


class DossierPages(PageHolder):
    """The pages of a dossier: what was scanned goes into its documents as soon as it was read."""

    taking_out_wanted = Signal(int, int, str)  # of a page in a document: its id, its number, its paper's name

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(workplace, parent)
        self._code = ""
        self._papers: dict[str, str] = {}

    @property
    def holder(self) -> str:
        return self._code

    @property
    def message_key(self) -> str:
        return f"dossier {self._code}"

    @property
    def papers(self) -> dict[str, str]:
        return self._papers

    def show(self, dossier: Dossier) -> None:
        """The dossier's papers, those that were handed in and the results; its pages follow."""
        results = {result_key(place): result.name for place, result in enumerate(dossier.results)}
        papers = {component.key: component.name for component in dossier.components if not component.shown} | results
        if dossier.code != self._code:
            self._code, self.pages, self._gone, self._papers = dossier.code, {}, set(), {}
            self.started.emit()
        if papers != self._papers:
            self._papers = papers
            self.procedure_changed.emit()
        self.read_anew()

    def remove_page(self, page_id: int) -> None:
        """What is in a document already leaves it by an entry alone, with its reason."""
        page = self.pages.get(page_id)
        if page is not None and page.document:
            number = [other.id for other in self.pages_of(page.component)].index(page_id) + 1
            self.taking_out_wanted.emit(page_id, number, self._papers.get(page.component, ""))
            return
        super().remove_page(page_id)

    def put_pages(
        self,
        pages: list[SpooledPage],
        key: str,
        then: Callable[[list[SpooledPage]], None] = lambda there: None,
        *,
        away: float | None = None,
        because: str = "",
    ) -> None:
        code, numbers = self._code, [page.id for page in pages]

        def work(progress: Progress) -> list[SpooledPage]:
            return put_right(progress.desk, code, numbers, key, because, away)

        def done(there: list[SpooledPage]) -> None:
            if code == self._code:
                self._are_now(pages, there)
            then(there)
            self._workplace.changes.written(code)
            self._workplace.pages.resume(code)  # the documents are made anew

        def refused(failure: CounterError) -> None:
            self._gone -= set(numbers)
            self._workplace.messages.fail(failure)

        self._gone |= set(numbers)
        self._workplace.tasks.submit(work, done, refused, in_order=True)


class PaperList(QListView):
    """The papers pages are scanned for."""

    selected = Signal(str)
    scan_wanted = Signal(str)
    files_wanted = Signal(str)

    def __init__(self, holder: DossierPages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._holder = holder
        self.rows = RowsModel([ListColumn("paper", "", _name, second_line=self._facts)], key=_key, parent=self)
        self.setModel(self.rows)
        self.setItemDelegate(TwoLineDelegate(self))
        self.selectionModel().currentChanged.connect(lambda *_: self.selected.emit(self.current_key()))
        holder.procedure_changed.connect(self.refresh)
        holder.page_changed.connect(lambda _: self.viewport().update())

    def refresh(self) -> None:
        """Shows the papers as they are; the first without pages is chosen where none is."""
        key = self.current_key()
        self.rows.show(list(self._holder.papers.items()))
        if key not in self._holder.papers:
            waiting = [key for key in self._holder.papers if not self._holder.pages_of(key)]
            self.select(next(iter([*waiting, *self._holder.papers]), ""))

    def current_key(self) -> str:
        """The key of the chosen paper; "" for none."""
        row = self.rows.row(self.currentIndex().row())
        return row[0] if row else ""

    def select(self, key: str) -> None:
        """Chooses a paper."""
        keys = list(self._holder.papers)
        if key in keys:
            index = self.rows.index(keys.index(key), 0)
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _facts(self, row: tuple[str, str]) -> str:
        count = len(self._holder.pages_of(row[0]))
        return self.tr("%n pages", "", count) if count else self.tr("no page yet")


class LaterPages(QWidget):
    """The papers at the left, the pages of the chosen one at the right; below them what was read of them."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.holder = DossierPages(workplace, self)
        self.verifying = DossierVerifying(workplace, self.holder)
        self.verify_bar = VerifyBar(self.verifying.read)
        self.card_bar = DossierCardBar(self.verifying)
        self.card_bar.page_unwanted.connect(self.holder.remove_page)
        self.papers = PaperList(self.holder)
        self.panel = PagesPanel(workplace, self.holder)
        self.placing = Placing(workplace, self.holder, self.verifying.read)
        self.place_bar = PlaceBar(self.placing, self.holder, self.panel)
        self.place_bar.paper_wanted.connect(self.papers.select)
        self.panel.put_above(self.place_bar)
        self.panel.setContentsMargins(SPACE, 0, 0, 0)
        self.sources = PageSources(workplace, self.holder, self.papers, self.panel, self)
        self.feed = FeedBar(workplace, self.holder, self.panel)
        self.papers.selected.connect(self.panel.show_component)
        split = QSplitter()
        split.addWidget(self.papers)
        split.addWidget(self.panel)
        split.setStretchFactor(1, 1)
        split.setSizes([220, 520])
        row = QHBoxLayout()
        row.addWidget(split)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 0)
        column.addLayout(row, 1)
        column.addWidget(self.card_bar)
        column.addWidget(self.verify_bar)

    def show_dossier(self, dossier: Dossier) -> None:
        """Shows the pages of a dossier."""
        self.verifying.show(dossier)
        self.holder.show(dossier)


def _key(row: tuple[str, str]) -> str:
    return row[0]


def _name(row: tuple[str, str]) -> str:
    return row[1]

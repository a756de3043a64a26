"""The scanned pages of one component: thumbnails, the page itself, the text read from it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.dossier.pages import LEFT_TO_THE_PROGRAM, SpooledPage, Treatment
from counter_app.errors import StoredFailure
from ui.background.tasks import Progress
from ui.background.workplace import Workplace
from ui.errors import sentence_of
from ui.pages.decisions import WELL_KEPT, Decisions, percent
from ui.pages.holder import PageHolder
from ui.pages.read_text import ReadText
from ui.pages.thumbs import original_of, thumbs
from ui.theme import icon
from ui.widgets.empty_state import EmptyState
from ui.widgets.page_view import PageView
from ui.widgets.scrolled_form import ScrolledForm
from ui.widgets.thumbnails import ThumbnailList, ThumbnailModel

if TYPE_CHECKING:
    from scanning.pages import ReadPage


_NARROWEST, _SIDE_BY_SIDE = 168, 400  # pixels
_LOW = 370  # pixels of height in which a narrow panel has room for the page, but not for its text below
_LEAST_PAGE = 56  # pixels
_TOGETHER = 40  # milliseconds in which pages that change are shown together: a feeder gives many at once


@dataclass(frozen=True)
class _Loaded:
    """What of which page is on the screen."""

    picture: str = ""
    page_id: int = 0
    failure: StoredFailure | None = None
    treatment: Treatment = LEFT_TO_THE_PROGRAM


_NOTHING = _Loaded()


@dataclass(frozen=True)
class _Shown:
    """What is shown of a page: its picture, its text and words, what was decided about it."""

    picture: bytes
    read: ReadPage | None = None


class PagesPanel(QWidget):
    """Shows the pages of the paper that is selected beside it."""

    page_shown = Signal(int)  # the page on the screen is another, or its picture is there now
    scan_wanted = Signal(str)
    files_wanted = Signal(str)
    files_dropped = Signal(str, list)  # component, list[Path]
    scanner_wanted = Signal()
    camera_wanted = Signal()
    covers_wanted = Signal()
    note_wanted = Signal()
    anew_wanted = Signal()

    def __init__(self, workplace: Workplace, holder: PageHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._holder = holder
        self.key = ""
        self._page_id = 0
        self._loaded = _NOTHING  # what is on the screen
        self._is_shown = False  # whether its picture is there
        self._marked: frozenset[int] = frozenset()
        self.model = ThumbnailModel(self)
        self._below = QWidget(self)
        self._scroll = ScrolledForm(self._below)
        self._paper = QWidget()
        self._scroll.setWidget(self._paper)
        self.thumbnails = ThumbnailList(self.model, self._paper)
        self._split = QSplitter(Qt.Orientation.Horizontal, self._paper)
        self.view = PageView(self._split)
        self.decisions = Decisions(self._paper)
        self._reading = QWidget(self._split)
        self.text = ReadText(self._reading)
        self.setAcceptDrops(True)
        self._build()
        self.thumbnails.page_selected.connect(self.show_page)
        self.thumbnails.remove_requested.connect(holder.remove_page)
        self.thumbnails.shift_requested.connect(holder.shift_page)
        holder.page_placed.connect(self._follow)
        self.decisions.decided.connect(self._treat)
        self.text.boxes_selected.connect(self.view.highlight)
        self._soon = QTimer(self, singleShot=True, interval=_TOGETHER)
        self._soon.timeout.connect(self._refresh)
        holder.page_changed.connect(self._page_changed)
        holder.changed.connect(self._offer_scanning)
        holder.started.connect(self._restart)
        holder.procedure_changed.connect(self._restart)

    @property
    def current(self) -> SpooledPage | None:
        """The page on the screen."""
        return self._holder.pages.get(self._page_id)

    @property
    def is_shown(self) -> bool:
        """Whether the picture of the page on the screen is there, so that the clerk can have seen it."""
        return self._is_shown

    @property
    def first(self) -> QWidget:
        """Where the cursor goes that comes here."""
        return self.thumbnails if self.thumbnails.isVisible() else self.scan

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow panel the name stands above its buttons, and the page above its text, where there is room: the
        words can be chosen on the page, too."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _SIDE_BY_SIDE
        self._head.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        self._split.setOrientation(Qt.Orientation.Vertical if is_narrow else Qt.Orientation.Horizontal)
        self._reading.setVisible(not is_narrow or event.size().height() >= _LOW)
        self.scan.setText("F5" if is_narrow else self.tr("Scan (F5)"))
        self.add.setText("F6" if is_narrow else self.tr("Add files (F6)"))

    def show_component(self, key: str) -> None:
        """Shows another component's pages, the last one that came first."""
        if key != self.key:
            self.key = key
            self._page_id = 0
        self._refresh()

    def choose_page(self, page_id: int) -> None:
        """Shows a page of the component that is shown, and has it chosen among the others."""
        self._soon.stop()
        self._page_id = page_id
        self._refresh()

    def mark(self, pages: Collection[int]) -> None:
        """Marks the pages that may be of another paper."""
        if self._marked != set(pages):
            self._marked = frozenset(pages)
            self._refresh()

    def put_above(self, bar: QWidget) -> None:
        """Has a bar stand between the head and the pages."""
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(1, bar)

    def numbers_of(self, pages: Sequence[int]) -> list[int]:
        """The numbers of the pages of the component that is shown, as their thumbnails say them."""
        numbered = [page.id for page in self._holder.pages_of(self.key) if not page.note_of]
        return [numbered.index(page) + 1 for page in pages if page in numbered]

    def show_page(self, page_id: int) -> None:
        """Shows one page with what was read from it."""
        self._page_id = page_id
        page = self._holder.pages.get(page_id)
        if page is None:
            self._clear()
            return
        wanted = _Loaded(page.picture or page.original, page.id, page.failure, page.treatment)
        if wanted == self._loaded:
            return
        self._loaded, self._is_shown = wanted, False
        self.page_shown.emit(page.id)
        self.failure.setText(sentence_of(page.failure, self._workplace.language))
        self._failed.setVisible(page.failure is not None)

        def done(shown: _Shown) -> None:
            if self._loaded != wanted:
                return
            read = shown.read
            self.view.show_picture(shown.picture, read.dpi if read else 300)
            self.view.show_words(read.words if read else ())
            self.text.show_text(read.text if read else "", read.words if read else ())
            self.facts.setText(self._facts(read) if read else "")
            self.decisions.show_page(page.treatment, read, with_note=page.note_of > 0)
            self._is_shown = True
            self.page_shown.emit(page.id)

        self._workplace.tasks.submit(lambda progress: self._load(progress, page), done)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.key and any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        self.files_dropped.emit(self.key, paths)
        event.acceptProposedAction()

    def _load(self, progress: Progress, page: SpooledPage) -> _Shown:
        """The page from the store; runs beside the window's thread."""
        from scanning.pages import with_sheet

        files = progress.desk.store.files
        reading = progress.desk.store.drafts.reading(page.id)
        if reading is None:  # not read yet, or to be read anew
            return _Shown(original_of(page, files))
        read = with_sheet(reading, files.get(page.picture))
        return _Shown(read.sheet, read)

    def _facts(self, read: ReadPage) -> str:
        certainty = self.tr("Read with {n} % certainty").format(n=round(read.mean_confidence))
        facts = [self.tr("Blank page") if read.blank else certainty]
        if read.kept < WELL_KEPT:
            facts.append(self.tr("The cleaned page keeps {n} % of the paper's marks").format(n=percent(read.kept)))
        return "\n".join(facts)

    def _refresh(self, *_: object) -> None:
        pages = self._holder.pages_of(self.key) if self.key else []
        self.model.show(thumbs(pages, self._picture, self._workplace.language, self._marked))
        self._title.setText(self._component_name())
        ids = [page.id for page in pages]
        self._stack.setCurrentIndex(1 if ids else 0)
        if not ids:
            self._clear()
        else:
            shown = self._page_id if self._page_id in ids else ids[-1]
            self.thumbnails.select(shown)
            self.show_page(shown)
        self._offer_scanning()

    def _offer_scanning(self) -> None:
        """What is only shown offers no scan; the clerk may still want one, by the key."""
        only_shown = self._holder.only_shown(self.key)
        for button in (self.scan, self.add):
            button.setEnabled(bool(self.key) and not only_shown)
        for action in (self.note, self.anew):
            action.setEnabled(self.current is not None)
        self.covers.setVisible(self._holder.covers is not None)
        if not self._stack.currentIndex() or not self._holder.pages_of(self.key):
            self._stack.setCurrentIndex(2 if only_shown else 0)

    def _page_changed(self, page: SpooledPage) -> None:
        if page.note_of and page.note_of == self._page_id and self.model.row_of(page.id) < 0:
            self._page_id = page.id  # what was just scanned is shown
        if not self._soon.isActive():
            self._soon.start()

    def _follow(self, page: SpooledPage) -> None:
        """What the clerk put somewhere else stays chosen while it is in sight."""
        if page.component == self.key:
            self._soon.stop()
            self._refresh()
            self.thumbnails.select(page.id)

    def turn_page(self) -> None:
        """Turns the page on the screen by a quarter (Ctrl+R)."""
        if self.isVisible() and self.decisions.isVisible():
            self.decisions.rotate.click()

    def _offer_papers(self) -> None:
        """The papers the page on the screen may belong to, numbered."""
        self.papers_menu.clear()
        page = self.current
        for number, (key, name) in enumerate(self._holder.papers.items(), start=1):
            action = self.papers_menu.addAction(f"&{number}  {name}")
            action.setEnabled(page is not None and not page.document and key != page.component)
            action.triggered.connect(lambda _=False, key=key: self._move_to(key))

    def _move_to(self, key: str) -> None:
        page = self.current
        if page is not None:
            self._holder.move_page(page.id, key)

    def open_papers(self) -> None:
        """Asks which paper the page on the screen belongs to (Ctrl+M)."""
        if self.isVisible() and self.current is not None:
            self._offer_papers()
            self.papers_menu.popup(self.thumbnails.mapToGlobal(self.thumbnails.rect().bottomLeft()))

    def _restart(self) -> None:
        keys = self._holder.component_keys
        if self.key not in keys:
            self.key = keys[0] if keys else ""
        self._page_id = 0
        self._refresh()

    def _clear(self) -> None:
        self._page_id = 0
        self._loaded, self._is_shown = _NOTHING, False
        self.view.clear()
        self.page_shown.emit(0)
        self.text.show_text("", ())
        self.decisions.show_page(LEFT_TO_THE_PROGRAM, None)
        self.facts.clear()
        self._failed.hide()

    def _picture(self, page: SpooledPage) -> bytes:
        files = self._workplace.desk.store.files
        return files.get(page.picture) if page.picture else original_of(page, files)

    def _component_name(self) -> str:
        return self._holder.papers.get(self.key, "")

    def _treat(self, treatment: Treatment) -> None:
        page = self.current
        if page is not None:
            self._holder.treat_page(page, treatment)

    def _try_again(self) -> None:
        page = self.current
        if page is not None:
            self._workplace.pages.try_again(page)

    def _build(self) -> None:
        self._title = QLabel()
        self._title.setObjectName("heading")
        self._title.setWordWrap(True)
        self.scan = QPushButton(icon("scan"), self.tr("Scan (F5)"))
        self.scan.setToolTip(self.tr("Scan (F5)"))
        self.scan.clicked.connect(lambda: self.scan_wanted.emit(self.key))
        self.add = QPushButton(icon("add"), self.tr("Add files (F6)"))
        self.add.setToolTip(self.tr("Add files (F6)"))
        self.add.clicked.connect(lambda: self.files_wanted.emit(self.key))
        more = QToolButton(autoRaise=True)
        more.setText("…")
        more.setToolTip(self.tr("Scanner, camera, cover sheets"))
        more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more = QMenu(more)
        self.more.addAction(
            icon("scan"), self.tr("Choose the scanner and how it scans… (Ctrl+F5)"), self.scanner_wanted.emit
        )
        self.note = self.more.addAction(self.tr("Scan the page again with its note (F7)"), self.note_wanted.emit)
        self.anew = self.more.addAction(self.tr("Scan the page anew (Shift+F7)"), self.anew_wanted.emit)
        self.anew.setToolTip(self.tr("The new picture takes the place of the one on the screen"))
        self.note.setToolTip(self.tr("A page with a note attached is two pictures: the new one stands behind the page"))
        self.more.setToolTipsVisible(True)
        self.more.addAction(icon("camera"), self.tr("Document camera… (Ctrl+F6)"), self.camera_wanted.emit)
        self.covers = self.more.addAction(
            icon("print"), self.tr("Cover and separator sheets… (Ctrl+F7)"), self.covers_wanted.emit
        )
        self.papers_menu = QMenu(self.tr("Page of another paper (Ctrl+M)"), self.more)
        self.papers_menu.aboutToShow.connect(self._offer_papers)
        self.more.addMenu(self.papers_menu)
        more.setMenu(self.more)
        for key, act in (("Ctrl+M", self.open_papers), ("Ctrl+R", self.turn_page)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(act)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._head.addWidget(self._title, 1)
        buttons = QHBoxLayout()
        for button in (self.scan, more, self.add):
            buttons.addWidget(button)
        self._head.addLayout(buttons)

        self.failure = QLabel()
        self.failure.setWordWrap(True)
        again = QPushButton(self.tr("Try again"))
        again.clicked.connect(self._try_again)
        self._failed = QWidget(self._paper)
        self._failed.setObjectName("failed")
        failed = QHBoxLayout(self._failed)
        failed.setContentsMargins(8, 4, 8, 4)
        failed.addWidget(self.failure, 1)
        failed.addWidget(again)
        self._failed.hide()

        self.facts = QLabel()
        self.facts.setObjectName("quiet")
        self.facts.setWordWrap(True)
        reading = self._reading
        right = QVBoxLayout(reading)
        right.setContentsMargins(6, 0, 0, 0)
        right.addWidget(self.text, 1)
        right.addWidget(self.facts)
        split = self._split
        split.addWidget(self.view)
        split.addWidget(reading)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([330, 220])
        for part in (self.view, reading):  # in a low window what is below the pages gets smaller, not the window larger
            part.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        split.setMinimumHeight(_LEAST_PAGE)
        self.setMinimumWidth(_NARROWEST)
        self.thumbnails.setFixedHeight(124)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(self._head)
        column = QVBoxLayout(self._paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.thumbnails)
        column.addWidget(self._failed)
        column.addWidget(self.decisions)
        column.addWidget(split, 1)
        nothing = EmptyState(
            self.tr("No page yet"),
            self.tr("Scan the paper (F5), add files (F6), or drop pictures and PDFs here."),
            "paper",
            self._below,
        )
        only_shown = EmptyState(
            self.tr("Only shown"),
            self.tr("This paper is shown and taken home again: tick it when you saw it. It is not scanned."),
            "paper",
            self._below,
        )
        self._stack = QStackedLayout(self._below)
        for state in (nothing, self._scroll, only_shown):
            self._stack.addWidget(state)
        layout.addWidget(self._below, 1)

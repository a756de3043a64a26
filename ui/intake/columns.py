"""The three columns of the intake: who, which papers, their pages."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QWidget

from ui.intake.applicant_panel import ApplicantPanel
from ui.intake.papers_panel import PapersPanel
from ui.pages.panel import PagesPanel

_PERSON, _PAPERS, _PAGES = 272, 480, 220  # pixels of the columns, the last at the least


class Columns(QSplitter):
    """As wide as they need, until the clerk moves them; the cursor goes from one to the next."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setChildrenCollapsible(False)
        self.splitterMoved.connect(self._let_columns)
        self._as_moved = False  # by the clerk

    def hold(self, applicant: ApplicantPanel, papers: PapersPanel, pages: PagesPanel) -> None:
        """The three, from the left."""
        self._applicant, self._papers, self._pages = applicant, papers, pages
        for panel in (applicant, papers, pages):
            self.addWidget(panel)

    def fit(self, width: int) -> None:
        """Shares the width of the screen among them."""
        if not self._as_moved:
            self.setSizes(_widths(width))

    def step(self, step: int) -> None:
        """The cursor to the column beside: person, papers, pages, and the page itself."""
        focused = self.window().focusWidget()
        papers, pages = self._papers, self._pages
        columns: list[tuple[QWidget, QWidget]] = [
            (self._applicant, self._applicant.owner.number),
            (papers, papers.going_on),
            (pages, pages.first),
        ]
        if pages.view.isVisible():
            columns[-1:] = [(pages.thumbnails, pages.thumbnails), (pages.view, pages.view)]
        inside = [focused is not None and (focused is column or column.isAncestorOf(focused)) for column, _ in columns]
        at = inside.index(True) if True in inside else -1
        columns[(at + step) % len(columns) if at >= 0 else 0][1].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _let_columns(self) -> None:
        """The clerk moved them: they stay so."""
        self._as_moved = True


def _widths(width: int) -> list[int]:
    """The widths of the columns, in pixels: the papers' names have room first, what is left shows the pages."""
    rest = width - _PERSON
    papers = min(max(_PAPERS, rest // 2), rest - _PAGES)
    return [_PERSON, papers, rest - papers]

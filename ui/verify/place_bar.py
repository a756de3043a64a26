"""Over the pages: the paper on the screen looks like another one of the procedure; one key puts it there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from counter_app.dossier.misplaced import Misplaced
from ui.pages.holder import PageHolder
from ui.pages.panel import PagesPanel
from ui.theme import SPACE, dress
from ui.verify.placing import Placing
from ui.verify.reasons import what_tells
from ui.widgets.offer_bar import leave_button

_NARROW = 300  # pixels
_LONGEST, _LONGEST_NARROW = 70, 34  # letters of a component's name


class PlaceBar(QFrame):
    """Not there while every paper lies where it is asked for, or nobody knows what it is. What is not on the screen is
    shown first: nothing is moved unseen."""

    paper_wanted = Signal(str)  # the component whose pages are to be shown

    def __init__(self, placing: Placing, holder: PageHolder, panel: PagesPanel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._placing, self._holder, self._panel = placing, holder, panel
        self.setObjectName("place")
        dress(self, "QFrame#place { background: @amber_pale@; border: 1px solid @amber@; border-radius: 6px; }")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.accept = QPushButton()
        self.accept.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # no stop more on the way to the receipt
        self.accept.clicked.connect(self._act)
        self.leave = leave_button(self.tr("Leave the pages where they are"), self._leave)
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept, 1)
        buttons.addWidget(self.leave)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(SPACE, SPACE // 2, SPACE // 2, SPACE // 2)
        layout.setSpacing(SPACE // 2)
        layout.addWidget(self.text)
        layout.addLayout(buttons)
        key = QShortcut(QKeySequence("Shift+F6"), self)  # as long as the bar is there
        key.activated.connect(self._act)
        placing.changed.connect(self._show)
        panel.page_shown.connect(lambda _: self._show())
        holder.page_changed.connect(lambda _: self._show())  # of fewer pages the numbers are others
        self.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.size().width() < _NARROW) != (event.oldSize().width() < _NARROW):
            self._show()

    @property
    def proposed(self) -> Misplaced | None:
        """What is proposed of the page on the screen."""
        page = self._panel.current
        return self._placing.of(page.id) if page is not None else None

    def _act(self) -> None:
        """The page on the screen goes where it belongs, and the next one is shown; or the first is."""
        if paper := self.proposed:
            if not self._panel.is_shown:
                return
            self._placing.accept(paper)
        self._show_next()

    def _show_next(self) -> None:
        """The next paper of which something is proposed, of the same component before others."""
        papers = self._placing.proposals
        if papers:
            paper = next((paper for paper in papers if paper.here == self._panel.key), papers[0])
            self.paper_wanted.emit(paper.here)
            self._panel.choose_page(paper.pages[0])

    def _leave(self) -> None:
        papers = self._placing.proposals
        for paper in (self.proposed,) if self.proposed else papers:
            self._placing.leave(paper)

    def _show(self) -> None:
        papers, paper = self._placing.proposals, self.proposed
        self._panel.mark({page for paper in papers for page in paper.pages})
        self.setVisible(bool(papers))
        if paper is not None:
            self._say(paper)
            self._offer(self.tr("Put it there (Shift+F6)"), self._panel.is_shown)
        elif papers:
            self.text.setText(self.tr("%n papers may belong elsewhere", "", len(papers)))
            self.text.setToolTip("")
            self._offer(self.tr("Look (Shift+F6)"), True)

    def _offer(self, words: str, now: bool) -> None:
        self.accept.setText("Shift+F6" if self._is_narrow else words)
        self.accept.setToolTip(words)
        self.accept.setEnabled(now)

    @property
    def _is_narrow(self) -> bool:
        return self.width() < _NARROW

    def _say(self, paper: Misplaced) -> None:
        """Which pages look like what, and what tells it; that only in the tip where there is little room."""
        numbers = self._panel.numbers_of(paper.pages)
        pages = self.tr("Page {n}").format(n=", ".join(map(str, numbers)))
        if len(numbers) > 1:
            pages = self.tr("Pages {numbers}").format(numbers=", ".join(map(str, numbers)))
        whole = self.tr("{pages}: looks like “{paper}” – {why}, {n} % sure.")
        short = self.tr("{pages}: looks like “{paper}”")
        name = self._holder.papers.get(paper.there, "")
        longest = _LONGEST_NARROW if self._is_narrow else _LONGEST
        shown = name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"
        why, sure = what_tells(paper.title, paper.reason), round(paper.confidence)
        said = short if self._is_narrow else whole
        self.text.setText(said.format(pages=pages, paper=shown, why=why, n=sure))
        self.text.setToolTip(whole.format(pages=pages, paper=name, why=why, n=sure))

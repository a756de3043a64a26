"""While pages come from a scanner or a folder: what it waits for, and the button that ends it, at their foot.

It lies over them and moves nothing: it comes and goes with every paper.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.background.feed import Feed, FeedState
from ui.background.workplace import Workplace
from ui.pages.holder import PageHolder
from ui.theme import show_sign
from ui.widgets.foot import Foot

_SIDE_BY_SIDE = 400  # pixels


class FeedBar(QFrame):
    """Shows the feed of what is on the screen; hidden while there is none."""

    def __init__(self, workplace: Workplace, holder: PageHolder, pages: QWidget) -> None:
        foot = Foot(pages)
        super().__init__(foot)
        self._workplace = workplace
        self._holder = holder
        self._feed: Feed | None = None
        self.setObjectName("floating")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.go_on = QPushButton()
        self.go_on.setObjectName("primary")
        self.go_on.clicked.connect(lambda: self._feed and self._feed.go_on())
        self.end = QPushButton()
        self.end.clicked.connect(self._finish)
        self.end.setShortcut(QKeySequence("Ctrl+F4"))
        self._sign = QLabel()
        show_sign(self._sign, "scan", 24)
        said = QHBoxLayout()
        said.setSpacing(10)
        said.addWidget(self._sign)
        said.addWidget(self.text, 1)
        buttons = QVBoxLayout()
        for button in (self.go_on, self.end):
            buttons.addWidget(button, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._rows = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._rows.setContentsMargins(12, 6, 8, 6)
        self._rows.setSpacing(6)
        self._rows.addLayout(said, 1)
        self._rows.addLayout(buttons)
        self.hide()
        foot.hold(self)
        workplace.pages.feeding_changed.connect(lambda holder: self._follow())
        holder.started.connect(self._another)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow panel the buttons stand below the words, and their keys below their names."""
        super().resizeEvent(event)
        is_narrow = event.size().width() < _SIDE_BY_SIDE
        self._rows.setDirection(QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight)
        self._sign.setHidden(is_narrow)
        self._name_buttons()

    def _follow(self) -> None:
        """Takes up the feed there is now."""
        feed = self._workplace.pages.feed(self._holder.holder)
        if feed is not self._feed:
            if self._feed is not None:
                self._feed.changed.disconnect(self._show)
            self._feed = feed
            if feed is not None:
                feed.changed.connect(self._show)
        self._show()

    def _another(self) -> None:
        """The next paper may be another citizen's: what only waited for it does so no more."""
        if self._feed is not None and self._workplace.pages.feed(self._holder.holder) is not self._feed:
            self._workplace.pages.end_waiting()
        self._follow()

    def _show(self) -> None:
        feed = self._feed
        self.setVisible(feed is not None)
        if feed is None:
            return
        self.text.setText(self._describe(feed))
        self.go_on.setVisible(feed.state is FeedState.TURN)
        self.end.setEnabled(True)
        self._name_buttons()

    def _name_buttons(self) -> None:
        is_narrow = self.width() < _SIDE_BY_SIDE
        names = {self.go_on: self.tr("Scan the back sides (F5)")}
        if self._feed is not None:
            names[self.end] = f"{self._ending(self._feed)} (Ctrl+F4)"
        for button, name in names.items():
            button.setText(name.replace(" (", "\n(") if is_narrow else name)
        self.end.setShortcut(QKeySequence("Ctrl+F4"))  # another text takes it away

    def _describe(self, feed: Feed) -> str:
        paper = self._name(feed.component)
        match feed.state:
            case FeedState.WATCHING:
                sentence = self.tr("New files in the folder “{folder}” become pages of “{paper}”.")
                folder = feed.order.folder.name if feed.order.folder else ""
                described = sentence.format(folder=folder, paper=paper)
                return f"{described} {self.tr('%n pages so far.', '', feed.pages)}"
            case FeedState.WAITING_FOR_PAPER:
                sentence = self.tr("Put the sheets of “{paper}” into the feeder: scanning begins by itself.")
                return sentence.format(paper=paper)
            case FeedState.TURN:
                fronts = self.tr("%n front sides are scanned.", "", feed.pages)
                turn = self.tr("Take the stack as it lies, turn it over without sorting it, put it into the feeder.")
                return f"{fronts} {turn}"
            case FeedState.SCANNING:
                return self.tr("Scanning “{paper}”: {n} pages so far.").format(paper=paper, n=feed.pages)

    def _ending(self, feed: Feed) -> str:
        match feed.state:
            case FeedState.WATCHING:
                return self.tr("Finished")
            case FeedState.WAITING_FOR_PAPER:
                return self.tr("Do not scan")
            case FeedState.TURN:
                return self.tr("No back sides")
            case FeedState.SCANNING:
                return self.tr("Stop scanning")

    def _name(self, component: str) -> str:
        return self._holder.papers.get(component, "")

    def _finish(self) -> None:
        if self._feed is not None:
            self.end.setEnabled(False)
            self._feed.finish()

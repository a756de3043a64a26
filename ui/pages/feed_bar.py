"""While pages come from a scanner or a folder: what it waits for, and the button that ends it. Never in the way."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ui.background.feed import Feed, FeedState
from ui.background.workplace import Workplace
from ui.pages.holder import PageHolder
from ui.theme import show_sign


class FeedBar(QFrame):
    """Shows the feed of what is on the screen; hidden while there is none."""

    def __init__(self, workplace: Workplace, holder: PageHolder, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._holder = holder
        self._feed: Feed | None = None
        self.setObjectName("floating")
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.go_on = QPushButton(self.tr("Scan the back sides (F5)"))
        self.go_on.setObjectName("primary")
        self.go_on.clicked.connect(lambda: self._feed and self._feed.go_on())
        self.end = QPushButton()
        self.end.clicked.connect(self._finish)
        self.end.setShortcut(QKeySequence("Ctrl+F4"))
        sign = QLabel()
        show_sign(sign, "scan", 24)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(sign)
        row.addWidget(self.text, 1)
        row.addWidget(self.go_on)
        row.addWidget(self.end)
        self.hide()
        workplace.pages.feeding_changed.connect(lambda holder: self._follow())
        holder.started.connect(self._another)

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
        self.end.setText(f"{self._ending(feed)} (Ctrl+F4)")
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

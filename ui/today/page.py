"""Hôm nay: what waits, as tiles; what came, as a list; whoever stands at the desk, by their card or number."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk.today import NewsItem, Today, today
from counter_app.dossier.clock import VIETNAM
from counter_app.dossier.identity import Card
from counter_app.dossier.whose import is_whole
from counter_app.language import Phrase
from ui import words
from ui.background.changes import DossiersChanged
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.theme import SPACE
from ui.today.tiles import Tiles
from ui.widgets.empty_state import EmptyState
from ui.widgets.rows_model import ListColumn, RowsModel
from ui.widgets.two_line_delegate import TwoLineDelegate

_SOON = 500  # milliseconds: what changes in one go is read once
_MINUTE = 60_000  # milliseconds; time alone makes dossiers overdue
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_NO_CARD, _BY_HAND, _AFTER_CARD = 150, 115, 600
"""Milliseconds: after a digit without another key no card reader is typing, whatever its speed; between two keys that
come from a hand; without a key after which a reader has ended."""


class TodayPage(QWidget):
    """Digits and arrows open a pile; news come by themselves and take no focus. All is read beside the window's thread,
    after the first paint."""

    pile_wanted = Signal(object)  # Pile
    person_wanted = Signal(object)  # Card, or a number that was typed
    text_wanted = Signal(str)  # words to look for in the list of dossiers
    dossier_wanted = Signal(str)

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._reading: Task | None = None
        self._digit, self._run = "", ""  # the key that waits to be meant; all that came in one go with it
        self._stamp = 0  # when the last one came, in milliseconds
        self.day = QLabel()
        self.day.setObjectName("title")
        self.number = QLineEdit(clearButtonEnabled=True)
        self.number.setPlaceholderText(self.tr("Read a card, or just type the citizen number and Enter"))
        self.number.setAccessibleName(self.tr("Citizen number of who is at the desk, or words to find a dossier by"))
        self.number.returnPressed.connect(self._typed)
        self.tiles = Tiles(with_server=bool(workplace.desk.profile.server.url))
        told = ListColumn("news", "", self._said, second_line=self._more, strong=lambda item: not item.seen)
        self.news = RowsModel([told], lambda item: item.code, self)
        self.list = QListView()
        self.list.setModel(self.news)
        self.list.setItemDelegate(TwoLineDelegate(self.list))
        self.list.setAccessibleName(self.tr("News of dossiers"))
        self.list.activated.connect(self._open)
        for part in (self.list, *self.tiles.tiles):
            part.installEventFilter(self)
        self.all_seen = QPushButton(self.tr("All seen"))
        self.all_seen.clicked.connect(self.look_at_all)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)
        self._soon.timeout.connect(self.refresh)
        self._each_minute = QTimer(self, interval=_MINUTE)
        self._each_minute.timeout.connect(self.refresh)
        self._press_soon = QTimer(self, singleShot=True, interval=_NO_CARD)
        self._press_soon.timeout.connect(self._press)
        self._build()
        self._show_day()
        self.tiles.chosen.connect(self.pile_wanted)
        self.tiles.left_below.connect(self.list.setFocus)
        workplace.printing.changed.connect(lambda _: self._changed())

    def enter(self) -> None:
        """The clerk comes here: counts and news as they are now."""
        self.refresh()
        left = self.focusWidget()
        (self.tiles.tiles[0] if left in (None, self.number) else left).setFocus()

    def print_paper(self) -> None:
        """Nothing: what waits is no paper."""

    def take_card(self, card: Card) -> bool:
        """Shows what is here of the person."""
        self.person_wanted.emit(card)
        return True

    def take_code(self, code: str) -> bool:
        """No: a dossier has a screen of its own."""
        return False

    def take_change(self, change: DossiersChanged) -> None:
        """Counts and news may be others now; not shown, they are read when the clerk comes here."""
        self._changed()

    def refresh(self) -> None:
        """Reads everything anew; only what was read last is shown."""
        if self._reading is not None:
            self._reading.cancel()
        self._show_day()
        self._reading = self._workplace.tasks.submit(lambda progress: today(progress.desk), self._show)

    def look_at_all(self) -> None:
        """Nothing of what came is new any more."""

        def work(progress: Progress) -> None:
            progress.desk.refuse_who_only_looks(Phrase("acts", "Mark news as seen"))
            progress.desk.store.news.look_at_all()

        self._workplace.tasks.submit(work, lambda _: self.refresh(), in_order=True)
        self.list.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._each_minute.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._each_minute.stop()
        self.number.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Digits mean the same from the list of news as from a tile; a number typed in one go ends with Enter."""
        if not isinstance(event, QKeyEvent) or event.type() is not QEvent.Type.KeyPress:
            return False
        if event.text().isdigit():
            self.keyPressEvent(event)
            return True
        if event.key() in _ENTER and self._press_soon.isActive() and is_whole(self._run):
            self._press_soon.stop()
            self.person_wanted.emit(self._run)
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A digit opens its pile, 0 begins a number, as all of them do; those of a card reader come too quickly to be
        meant."""
        if not event.text():
            super().keyPressEvent(event)
            return
        gap, self._stamp = event.timestamp() - self._stamp, event.timestamp()
        digit = event.text() if event.text().isdigit() and not event.modifiers() else ""
        self._run = self._run + event.text() if self._press_soon.isActive() else digit
        if not self._press_soon.isActive():
            self._digit = digit
            self._press_soon.start(_NO_CARD)
        elif digit and self._digit and gap >= _BY_HAND:
            self._begin_number(self._digit + digit)
        else:
            self._digit = ""
            self._press_soon.start(_AFTER_CARD)
        if not digit:
            super().keyPressEvent(event)

    def _press(self) -> None:
        if self._digit == "0":
            self._begin_number("0")
        elif self._digit and self.isVisible():
            self.tiles.press(int(self._digit))

    def _begin_number(self, digits: str) -> None:
        self._digit = ""
        self._press_soon.stop()
        self.number.setText(digits)
        self.number.setFocus()
        self.number.deselect()

    def _changed(self) -> None:
        if self.isVisible() and not self._soon.isActive():  # while much changes, it is read time and again
            self._soon.start()

    def _typed(self) -> None:
        text = self.number.text().strip()
        if is_whole(text):
            self.person_wanted.emit(text)
        elif text:
            self.text_wanted.emit(text)

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        if item := self.news.row(index.row()):
            self.dossier_wanted.emit(item.code)

    def _show_day(self) -> None:
        on = self._workplace.desk.now().astimezone(VIETNAM).date()
        self.day.setText(self.tr("Today, {weekday} {day}").format(weekday=words.weekday(on), day=words.day(on)))

    def _show(self, seen: Today) -> None:
        self.tiles.show_counts(seen.counts)
        current = self.news.row(self.list.currentIndex().row())
        self.news.show(seen.news)
        row = self.news.row_of(current.code) if current else -1
        if seen.news:
            self.list.setCurrentIndex(self.news.index(max(row, 0), 0))
        self._stack.setCurrentIndex(0 if seen.news else 1)
        self.all_seen.setEnabled(any(not item.seen for item in seen.news))

    def _said(self, item: NewsItem) -> str:
        what = item.description.in_full(words.say).replace("\n", " ")
        said = self.tr("Contradiction: {what}").format(what=what) if item.conflicts else what
        return said if item.seen else self.tr("New · {what}").format(what=said)

    def _more(self, item: NewsItem) -> str:
        return " · ".join((item.code, item.owner, item.procedure, f"{item.by}, {words.moment(item.at)}"))

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.day, 1)
        head.addWidget(self.number, 1)
        title = QLabel(self.tr("News from the province and other desks (Enter opens)"))
        title.setObjectName("heading")
        over = QHBoxLayout()
        over.addWidget(title, 1)
        over.addWidget(self.all_seen)
        nothing = EmptyState(
            self.tr("Nothing new"), self.tr("What the province does to dossiers of this desk will stand here."), "bell"
        )
        below = QWidget(self)
        self._stack = QStackedLayout(below)
        self._stack.addWidget(self.list)
        self._stack.addWidget(nothing)
        self._stack.setCurrentIndex(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 8)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(self.tiles)
        layout.addLayout(over)
        layout.addWidget(below, 1)

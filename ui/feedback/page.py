"""Feedback and recommendations on the screen: the list at the left, a new one or the chosen one at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedLayout,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk import feedback as use_cases
from counter_app.desk.feedback import FeedbackTyped
from counter_app.dossier.codes import is_feedback
from counter_app.dossier.feedback import Feedback
from counter_app.dossier.identity import Card
from counter_app.dossier.names import FEEDBACK_STATE
from counter_app.errors import CounterError
from counter_app.store.feedback import FeedbackLine
from counter_app.store.sync_points import ACKNOWLEDGED
from ui import words
from ui.background.changes import DossiersChanged
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.feedback.case import FeedbackCase, Step
from ui.feedback.form import FeedbackForm
from ui.papers.papers_view import Papers
from ui.theme import RED, Ink
from ui.widgets.empty_state import EmptyState
from ui.widgets.lazy_screen import Slices
from ui.widgets.rows_model import ListColumn, RowsModel, rows_table
from ui.widgets.tab_room import tab_room

_LIST, _NARROW, _LEAST = 512, 430, 330  # pixels: as wide as it gets; without the state; on the smallest screen
_TYPING = 250  # milliseconds after the last key until the list is read
_NEW, _ONE = range(2)


class FeedbackPage(QWidget):
    """What is open stands by its deadline. What is typed for a new one stays while others are looked at."""

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self._code = ""  # of the one that is shown; "" for a new one
        self._writing = False  # what the clerk did last is being kept
        self._listing: Task | None = None
        self._reading: Task | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Name, telephone, number, words of it"))
        self.search.setAccessibleName(self.search.placeholderText())
        self.only_open = QCheckBox(self.tr("Only open ones"))
        self.only_open.setChecked(True)
        self.new = QPushButton(self.tr("New (Ctrl+N)"))
        self.new.setShortcut("Ctrl+N")
        columns = (
            ListColumn[FeedbackLine]("number", self.tr("No."), lambda line: line.number, 72),
            ListColumn[FeedbackLine]("due", self.tr("Due"), self._due, 100, colour=self._colour),
            ListColumn[FeedbackLine]("name", self.tr("From"), lambda line: line.name or "–", 100),
            ListColumn[FeedbackLine]("text", self.tr("What is said"), lambda line: " ".join(line.text.split())),
            ListColumn[FeedbackLine]("state", self.tr("State"), _state, 116, spared_below=_NARROW),
        )
        self.model = RowsModel(columns, key=lambda line: line.code)
        self.table = rows_table(self.model, row_height=32)
        self.table.setAccessibleName(self.tr("Feedback and recommendations"))
        self._side = QFrame(self)
        self._side.setObjectName("floating")  # before it is dressed
        self.right = QTabWidget(self._side)
        self.heading = QLabel()
        self.heading.setObjectName("heading")

    def make_rest(self) -> Slices[None]:
        """What is typed and done, and the papers; nobody comes here before the last is there."""
        self.form = FeedbackForm(self._side)
        yield
        self.case = FeedbackCase(self._workplace.desk, tab_room(self.right))
        yield
        self.papers = Papers(self._workplace, tab_room(self.right))
        yield
        self._wait = QTimer(self, singleShot=True, interval=_TYPING)
        self._wait.timeout.connect(self.refresh)
        self.search.textChanged.connect(lambda _: self._wait.start())
        self.only_open.toggled.connect(lambda _: self.refresh())
        self.new.clicked.connect(self.begin)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self.right.currentChanged.connect(lambda _: self._show_papers())
        self.form.wanted.connect(self._take)
        self.case.wanted.connect(self._do)
        self._build()
        self._show_new()

    @property
    def is_edited(self) -> bool:
        """Whether something is typed that nobody took or did yet."""
        return self.form.is_begun or self.case.is_begun

    def enter(self) -> None:
        """The clerk came here: the newest list, and a new one to type where none is shown."""
        self.refresh()
        if self._code:
            self._read(self._code)
        else:
            self.form.name.setFocus()

    def print_paper(self) -> None:
        """Prints the paper of the one that is shown: first its papers are shown."""
        if not self._code:
            return
        if self.right.currentIndex() == _ONE:
            self.papers.print_now()
        else:
            self.right.setCurrentIndex(_ONE)

    def take_card(self, card: Card) -> bool:
        """The sender's card, for a new one."""
        self.begin()
        self.form.take_card(card)
        return True

    def take_code(self, code: str) -> bool:
        """The paper of the dossier that a new one is about."""
        if self._code:
            return False
        self.form.dossier.setText(code)
        return True

    def take_change(self, change: DossiersChanged) -> None:
        """Feedback came from another desk or the province, or was changed here."""
        if not any(is_feedback(code) for code in change.codes):
            return
        self.refresh()
        if self._code in change.codes:
            self._read(self._code)

    def show_code(self, code: str) -> None:
        """The feedback of this code."""
        self._read(code)

    def begin(self) -> None:
        """A new one."""
        self.table.setCurrentIndex(QModelIndex())  # so that the line it stood on can be chosen again
        self._show_new()
        self.form.name.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leads from the papers back to what is to be done."""
        if event.key() == Qt.Key.Key_Escape and self._code and self.right.currentIndex() == _ONE:
            self.right.setCurrentIndex(_NEW)
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def refresh(self) -> None:
        """Reads the list anew; an older reading no longer lies over it."""
        self._wait.stop()
        if self._listing is not None:
            self._listing.cancel()
        text, only_open = self.search.text(), self.only_open.isChecked()

        def work(progress: Progress) -> list[FeedbackLine]:
            store = progress.desk.store
            acknowledged = store.sync_points.get(ACKNOWLEDGED)
            return store.feedback.find(text, only_open=only_open, acknowledged=acknowledged)

        def show(found: list[FeedbackLine]) -> None:
            self.model.show(found)
            self._mark_shown()
            self._list.setCurrentIndex(0 if found else 1 if text.strip() else 2 if only_open else 3)

        self._listing = self._workplace.tasks.submit(work, show)

    def _choose(self) -> None:
        line = self.model.row(self.table.currentIndex().row())
        if line is not None and line.code != self._code:
            self._read(line.code)

    def _mark_shown(self) -> None:
        """The line of the one at the right is the chosen one, also where it came there by no click."""
        row = self.model.row_of(self._code)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, 0))

    def _read(self, code: str) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._workplace.tasks.submit(lambda progress: use_cases.opened(progress.desk, code), self._show)

    def _take(self, typed: FeedbackTyped) -> None:
        """Enters it in the register; asked for once more meanwhile, it is entered once."""
        if self._writing:
            return
        self._writing = True

        def done(feedback: Feedback) -> None:
            self.form.clear()
            if feedback.is_anonymous:
                self._written(feedback, self.tr("Feedback no. {number}: saved."))
            else:
                self._written(feedback, self.tr("Feedback no. {number} was taken; print its receipt with Ctrl+P."))

        self._workplace.tasks.submit(
            lambda progress: use_cases.take(progress.desk, typed), done, self._not_taken, in_order=True
        )

    def _not_taken(self, failure: CounterError) -> None:
        self._writing = False
        self.form.show_failure(failure)
        self._workplace.messages.fail(failure)

    def _do(self, step: Step) -> None:
        if self._writing:
            return
        self._writing = True

        def done(feedback: Feedback) -> None:
            self._written(feedback, self.tr("Feedback no. {number}: saved."))

        self._workplace.tasks.submit(lambda progress: step(progress.desk), done, self._not_done, in_order=True)

    def _not_done(self, failure: CounterError) -> None:
        self._writing = False
        self.case.show_failure(failure)
        self._workplace.messages.fail(failure)

    def _written(self, feedback: Feedback, said: str) -> None:
        self._writing = False
        self._show(feedback)
        self._workplace.messages.succeed(said.format(number=feedback.number))
        self._workplace.changes.written(feedback.code)

    def _show(self, feedback: Feedback) -> None:
        if self._code != feedback.code:
            self.right.setCurrentIndex(_NEW)  # what to do with this one, not another's papers
        self._code = feedback.code
        self._mark_shown()
        self.heading.setText(self.tr("Feedback no. {number}").format(number=feedback.number))
        self.case.show_feedback(feedback, self._workplace.desk.now())
        if self.form.isVisible():
            self.form.hide()
            self.table.setFocus()
        self.right.show()
        self._show_papers()

    def _show_new(self) -> None:
        if self._reading is not None:
            self._reading.cancel()
        self._code = ""
        self.heading.setText(self.tr("New feedback or recommendation"))
        self.right.hide()
        self.papers.leave()
        self.right.setCurrentIndex(_NEW)
        self.form.show()

    def _show_papers(self) -> None:
        if self._code and self.right.currentIndex() == _ONE:
            self.papers.show_dossier(self._code)

    def _due(self, line: FeedbackLine) -> str:
        if line.settled_at is not None:
            return "–"
        return f"{'! ' if self._is_late(line) else ''}{line.due_at:%d/%m %H:%M}"  # for whoever does not see red

    def _colour(self, line: FeedbackLine) -> Ink | None:
        return RED if self._is_late(line) else None

    def _is_late(self, line: FeedbackLine) -> bool:
        return line.settled_at is None and line.due_at < self._workplace.desk.now()

    def _build(self) -> None:
        title = QLabel(self.tr("Feedback and recommendations"))
        title.setObjectName("title")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self.new)
        above = QHBoxLayout()
        above.addWidget(self.search, 1)
        above.addWidget(self.only_open)
        left = QVBoxLayout()
        left.addLayout(above)
        left.addWidget(self._lists(), 1)
        self.right.addTab(self.case, self.tr("What to do"))
        self.right.addTab(self.papers, self.tr("Papers (Ctrl+P)"))
        side = self._side
        inside = QVBoxLayout(side)
        inside.setContentsMargins(0, 12, 0, 0)
        heading = QHBoxLayout()
        heading.setContentsMargins(20, 0, 20, 0)
        heading.addWidget(self.heading)
        inside.addLayout(heading)
        inside.addWidget(self.form, 1)
        inside.addWidget(self.right, 1)
        both = QHBoxLayout()
        both.setSpacing(12)
        both.addLayout(left, 3)
        both.addWidget(side, 4)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.addLayout(head)
        layout.addLayout(both, 1)

    def _lists(self) -> QWidget:
        """The table, or what is said where it has no line."""
        lists = QWidget(self)
        lists.setMinimumWidth(_LEAST)
        lists.setMaximumWidth(_LIST)
        self._list = QStackedLayout(lists)
        self._list.addWidget(self.table)
        for title, sentence, picture in (
            (self.tr("No feedback found"), self.tr("Fewer words find more; diacritics do not matter."), "search"),
            (
                self.tr("Nothing is open"),
                self.tr("Without “Only open ones” those that are done stand here, too."),
                "check",
            ),
            (self.tr("No feedback yet"), self.tr("What a citizen says is taken at the right."), "feedback"),
        ):
            self._list.addWidget(EmptyState(title, sentence, picture, lists))
        return lists


def _state(line: FeedbackLine) -> str:
    return words.say("feedback", FEEDBACK_STATE[line.state])

"""The person who stands at the desk: what of theirs is here and open, what can be returned now; one key begins a new
dossier for them. Another card, or another screen, leaves nothing of them here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QSplitter,
    QStackedLayout,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from counter_app.desk.person import PersonsDossier, PersonView, person_view, prefilled
from counter_app.dossier.draft import Draft
from counter_app.dossier.guidance import GuidanceCase
from counter_app.dossier.identity import Card
from counter_app.dossier.names import GUIDANCE
from counter_app.dossier.reuse import Reusable
from counter_app.errors import CounterError
from ui import words
from ui.background.changes import DossiersChanged
from ui.background.tasks import Progress, Task
from ui.background.workplace import Workplace
from ui.theme import ON_ACCENT, SPACE, icon
from ui.widgets.elided_label import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.rows_model import ListColumn, RowsModel
from ui.widgets.two_line_delegate import TwoLineDelegate

_SIDE = 300  # pixels


@dataclass(frozen=True)
class PersonRow:
    """What is here of the person, in two lines; what Enter opens."""

    what: PersonsDossier | GuidanceCase | Draft | str
    """A text is looked for in the list of all dossiers."""
    said: str
    more: str


class PersonPage(QWidget):
    """Enter opens what is chosen, Alt+1 hands a result over; what is open stands first."""

    begin_wanted = Signal(object)  # Prefilled: a new dossier for the person
    return_wanted = Signal(str)  # the code of a dossier whose result is at the desk
    dossier_wanted = Signal(str)  # its code, or that of a guidance case
    draft_wanted = Signal(object)  # Draft that goes on
    text_wanted = Signal(str)  # to be looked for in the list of dossiers
    left = Signal()

    def __init__(self, workplace: Workplace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workplace = workplace
        self.who: Card | str = ""  # whose card was read, or the number that was typed; "" is nobody
        self._reading: Task | None = None
        self.seen: PersonView | None = None
        self._begin_once_read = False
        self.name, self.facts = QLabel(), ElidedLabel()
        self.name.setObjectName("title")
        self.contact = QLabel()
        self.contact.setWordWrap(True)
        self.rows = RowsModel([ListColumn("row", "", _said, second_line=_more, strong=_wants_something)], parent=self)
        self.list = _list(self.rows, self.tr("Dossiers of this person"))
        self.list.activated.connect(self._open)
        self.papers = RowsModel([ListColumn("paper", "", _paper, second_line=self._whence)], parent=self)
        self._papers_title = _heading("")
        self._papers_list = _list(self.papers, self.tr("Digitised papers"))
        self.begin = QPushButton(icon("intake", ON_ACCENT), self.tr("Receive a new dossier for this person (F2)"))
        self.begin.setObjectName("primary")
        self.begin.setAutoDefault(True)
        self.begin.clicked.connect(self.begin_new)
        self.give = QPushButton(self.tr("Return the result (Alt+1)"))
        self.give.clicked.connect(self.return_result)
        QShortcut(QKeySequence("Alt+1"), self).activated.connect(self.return_result)
        self._build()

    def show_person(self, who: Card | str) -> None:
        """Shows who has the card, or the number; of whoever was here before nothing stays."""
        self.forget()
        self.who = who
        self._say_whose()
        self.begin.setFocus()
        self._read()

    def forget(self) -> None:
        """Nobody is shown."""
        if self._reading is not None:
            self._reading.cancel()
        self.who, self._reading, self.seen, self._begin_once_read = "", None, None, False
        for label in (self.name, self.contact, self._papers_title):
            label.clear()
        self.facts.setText("")
        self.rows.show([])
        self.papers.show([])
        self.give.setEnabled(False)
        self._stack.setCurrentIndex(0)

    def enter(self) -> None:
        """The person as they stand now; nobody where the screen was left."""
        if self.who:
            self._read()

    def print_paper(self) -> None:
        """Nothing: a paper is printed with its dossier before one."""

    def take_card(self, card: Card) -> bool:
        """Shows the person whose card it is in the place of the one before."""
        self.show_person(card)
        return True

    def take_code(self, code: str) -> bool:
        """No: a dossier has a screen of its own."""
        return False

    def take_change(self, change: DossiersChanged) -> None:
        """Reads the person anew where one of the dossiers shown changed."""
        shown = {line.code for line in self.seen.dossiers} if self.seen else set()
        if not shown.isdisjoint(change.codes):
            self._read()

    def begin_new(self) -> None:
        """A new dossier for the person, with what is known of them filled in: at once, or once that was read."""
        if self.seen is not None:
            self.begin_wanted.emit(prefilled(self.seen))
        elif self.who:
            self._begin_once_read = True
            if self._reading is None:  # the last time that failed
                self._read()

    def return_result(self) -> None:
        """Hands over the result of the chosen dossier, or of the first that has one at the desk."""
        row = self.rows.row(self.list.currentIndex().row())
        candidates = [item.what for item in (row, *self.rows.rows) if item is not None]
        returnable = (what for what in candidates if isinstance(what, PersonsDossier) and what.returnable)
        if found := next(returnable, None):
            self.return_wanted.emit(found.code)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say_whose()

    def hideEvent(self, event: QHideEvent) -> None:
        """Another screen is shown: leaving clears this one; the window may be put away for a moment."""
        super().hideEvent(event)
        if not event.spontaneous():
            self.forget()

    def _say_whose(self) -> None:
        if self.isVisible():
            number = self.who.number if isinstance(self.who, Card) else self.who
            self._workplace.messages.show_whose(f"person {number}")

    def _read(self) -> None:
        who = self.who
        if self._reading is not None:
            self._reading.cancel()

        def work(progress: Progress) -> PersonView:
            return person_view(progress.desk, who)

        self._reading = self._workplace.tasks.submit(work, self._show, self._fail)

    def _fail(self, failure: CounterError) -> None:
        self._reading, self._begin_once_read = None, False
        self._workplace.messages.fail(failure)

    def _show(self, view: PersonView) -> None:
        first = self.seen is None
        self.seen = view
        person = view.person
        self.name.setText(person.name or self.tr("Nobody known by this number"))
        self.facts.setText(" · ".join(filter(None, (person.identity_number, person.born, person.sex, person.address))))
        self.contact.setText(self._reached(view))
        self.rows.show([*self._rows(view)])
        self.papers.show(view.papers)
        self._papers_title.setText(self.tr("%n digitised papers", "", len(view.papers)))
        self._papers_list.setVisible(bool(view.papers))
        self.give.setEnabled(any(line.returnable for line in view.dossiers))
        self._stack.setCurrentIndex(1 if self.rows.rows else 2)
        if self.rows.rows and not self.list.currentIndex().isValid():
            self.list.setCurrentIndex(self.rows.index(0, 0))
        if first and self.begin.hasFocus() and self._is_something_open(view):
            self.list.setFocus()
        if self._begin_once_read:
            self._begin_once_read = False
            self.begin_new()

    def _is_something_open(self, view: PersonView) -> bool:
        return bool(view.begun or view.cases) or any(line.open for line in view.dossiers)

    def _rows(self, view: PersonView) -> Iterator[PersonRow]:
        """Results that wait first, then what was begun, what was sent home, what runs, what is over."""
        dossiers = [PersonRow(line, self._title(line), self._state(line)) for line in view.dossiers]
        yield from (row for row in dossiers if isinstance(row.what, PersonsDossier) and row.what.returnable)
        for draft in view.begun:
            procedure = self._workplace.desk.procedure(draft)
            named = procedure.name if procedure else self.tr("no procedure yet")
            yield PersonRow(
                draft, self.tr("Intake begun · {procedure}").format(procedure=named), self.tr("Enter goes on with it")
            )
        for case in view.cases:
            answer = words.say("status", GUIDANCE[case.last.kind])
            lacking = "; ".join(case.last.items) or case.last.reason
            yield PersonRow(case, f"{answer} · {case.procedure_name}", f"{words.moment(case.last.at)} · {lacking}")
        yield from (row for row in dossiers if isinstance(row.what, PersonsDossier) and not row.what.returnable)
        if view.more:
            number = self.who.number if isinstance(self.who, Card) else self.who
            newest = self.tr("Above are only the %n newest; Enter lists all of them", "", len(view.dossiers))
            yield PersonRow(number, self.tr("There are older dossiers"), newest)

    def _title(self, line: PersonsDossier) -> str:
        if line.returnable:
            return self.tr("Result here · {procedure}").format(procedure=line.procedure)
        if line.asked:
            return self.tr("Waits for supplements · {procedure}").format(procedure=line.procedure)
        return line.procedure if line.open else self.tr("Over · {procedure}").format(procedure=line.procedure)

    def _state(self, line: PersonsDossier) -> str:
        due = self.tr("due {when}").format(when=words.moment(line.due_at)) if line.due_at and line.open else ""
        until = self.tr("until {when}").format(when=words.moment(line.deadline)) if line.deadline else ""
        owner = self.tr("filed for {owner}").format(owner=line.acts_for) if line.acts_for else ""
        asked = " ".join(filter(None, ("; ".join(line.asked), until)))
        return " · ".join(filter(None, (line.code, words.status_name(line.status), asked or due, owner)))

    def _reached(self, view: PersonView) -> str:
        contact = view.contact
        if contact is None:
            return self.tr("No telephone, address or e-mail is known from earlier dossiers.")
        said = "\n".join(filter(None, (contact.phone, contact.email, contact.address)))
        source = self.tr("as said in dossier {code}, {day}").format(code=contact.code, day=words.day(contact.at.date()))
        return f"{said}\n{source}"

    def _whence(self, paper: Reusable) -> str:
        validity = words.validity(paper, self._workplace.desk.knowledge.reuse.last_day(paper))
        return " · ".join(filter(None, (words.day(paper.received_at.date()), paper.source.dossier, validity)))

    def _open(self, index: QModelIndex | QPersistentModelIndex) -> None:
        row = self.rows.row(index.row())
        match row.what if row else None:
            case Draft() as draft:
                self.draft_wanted.emit(draft)
            case PersonsDossier(code=code) | GuidanceCase(code=code):
                self.dossier_wanted.emit(code)
            case str() as number:
                self.text_wanted.emit(number)

    def _build(self) -> None:
        back = QToolButton(autoRaise=True)
        back.setToolTip(self.tr("Back to today (Esc)"))
        back.setIcon(icon("back"))
        back.setShortcut(QKeySequence(Qt.Key.Key_Escape))
        back.clicked.connect(self.left)
        head = QHBoxLayout()
        for part in (back, self.name):
            head.addWidget(part)
        head.addWidget(self.facts, 1)
        nothing = EmptyState(
            self.tr("No dossier of this person is here"),
            self.tr("Enter or F2 receives one; what the card says is filled in."),
            "person",
        )
        room = QWidget(self)
        self._stack = QStackedLayout(room)
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self.list)
        self._stack.addWidget(nothing)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(SPACE, 0, 0, 0)
        column.addWidget(_heading(self.tr("Reached by")))
        column.addWidget(self.contact)
        column.addWidget(self._papers_title)
        column.addWidget(self._papers_list, 1)
        column.addStretch()
        split = QSplitter()
        split.addWidget(room)
        split.addWidget(side)
        split.setChildrenCollapsible(False)
        split.setStretchFactor(0, 1)
        split.setSizes([900, _SIDE])
        foot = QHBoxLayout()
        foot.addWidget(self.give)
        foot.addStretch()
        foot.addWidget(self.begin)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 8)
        layout.setSpacing(SPACE)
        layout.addLayout(head)
        layout.addWidget(split, 1)
        layout.addLayout(foot)
        self.give.setEnabled(False)


def _said(row: PersonRow) -> str:
    return row.said


def _more(row: PersonRow) -> str:
    return row.more


def _wants_something(row: PersonRow) -> bool:
    """Whether something can be done about it while the person is here."""
    if isinstance(row.what, PersonsDossier):
        return row.what.returnable or bool(row.what.asked)
    return not isinstance(row.what, str)


def _paper(paper: Reusable) -> str:
    return paper.name


def _list(model: RowsModel[PersonRow] | RowsModel[Reusable], name: str) -> QListView:
    view = QListView()
    view.setModel(model)
    view.setItemDelegate(TwoLineDelegate(view))
    view.setAccessibleName(name)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return view


def _heading(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("heading")
    return label

"""Somebody else's card or number while an intake is open: the clerk says in place what they are here for."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from counter_app.dossier.draft import PersonTyped
from counter_app.dossier.whose import Newcomer, Place
from ui.intake.intake import Intake
from ui.theme import AMBER, SPACE, dress, show_sign

_WIDEST = 560  # pixels
_ARROWS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}


class NewcomerPanel(QFrame):
    """Not there while nobody else came. Enter takes the choice with the cursor, first a dossier of their own, which
    changes nothing of the open one, or for whom a paper names that they file it; Alt and a digit take another, Esc
    leaves all as it was.

    It lies over the lower part of the papers and their pages and moves nothing: the people stay in sight beside it,
    the receive bar below it.
    """

    settled = Signal()

    def __init__(self, intake: Intake, form: QWidget, columns: QSplitter) -> None:
        """`columns` of the `form`: the people, then what may lie under the question."""
        super().__init__(form)
        self._intake = intake
        self._columns = columns
        columns.installEventFilter(self)
        columns.splitterMoved.connect(self._lie)
        self.setObjectName("newcomer")
        edge = "border: 1px solid @amber@; border-left-width: 4px;"
        dress(self, f"QFrame#newcomer {{ background: @amber_pale@; {edge} }}")
        self.question = QLabel()
        self.question.setWordWrap(True)
        self.holds = QLabel()
        self.holds.setObjectName("quiet")
        self.holds.setWordWrap(True)
        whose = intake.whose
        self.begin = self._button(1, self.tr("New dossier, this one is kept (Alt+1)"), whose.begin_for_newcomer)
        self.file = self._button(2, self.tr("They file for the owner (Alt+2)"), whose.let_newcomer_file)
        self.replace = self._button(3, "", whose.replace_by_newcomer)
        self.mend = self._button(4, self.tr("The same person, number mended (Alt+4)"), whose.mend_number)
        self.leave = QPushButton(self.tr("Leave all as it was (Esc)"))
        self.leave.setStyleSheet("text-align: left;")
        self.leave.setAutoDefault(True)
        self.leave.clicked.connect(whose.dismiss_newcomer)
        self.leave.installEventFilter(self)
        self._build()
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(whose.dismiss_newcomer)
        whose.asked.connect(self._ask)
        self.hide()

    @property
    def choices(self) -> list[QPushButton]:
        """What can be chosen now."""
        every = (self.begin, self.file, self.replace, self.mend, self.leave)
        return [button for button in every if not button.isHidden()]

    def take_focus(self) -> None:
        """The cursor to the first choice."""
        self.choices[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._columns:
            if event.type() is QEvent.Type.Resize:
                self._lie()
            return False
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ARROWS:
            choices = self.choices
            place = next((place for place, button in enumerate(choices) if button is watched), 0)
            choices[(place + _ARROWS[Qt.Key(event.key())]) % len(choices)].setFocus()
            return True
        return False

    def _ask(self) -> None:
        newcomer, had_focus = self._intake.whose.newcomer, self.isAncestorOf(self.window().focusWidget() or self)
        self.setVisible(newcomer is not None)
        if newcomer is None:
            if had_focus:
                self.settled.emit()
            return
        self._say(newcomer)
        self._lie()
        self.take_focus()

    def _lie(self) -> None:
        """Beside the people, at the foot of the columns."""
        if self.isHidden():
            return
        columns, people = self._columns.geometry(), self._columns.widget(0)
        assert people is not None
        left = columns.x() + people.geometry().right() + 1
        width = min(columns.right() - left, _WIDEST)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.setGeometry(left, columns.bottom() - height, width, height)
        self.raise_()

    def _say(self, newcomer: Newcomer) -> None:
        draft = self._intake.draft
        at_submitter = newcomer.typed_at is Place.SUBMITTER
        whose = _called(draft.submitter or PersonTyped() if at_submitter else draft.owner)
        who = _called(newcomer.person)
        if newcomer.named_on:
            said = self.tr("<b>“{paper}” names {who}.</b> The open intake is that of {owner}.")
        elif newcomer.typed_at is None:
            said = self.tr("<b>This is the card of {who}.</b> The open intake is that of {owner}.")
        else:
            said = self.tr("<b>{who} is not the number of {owner}.</b> Is it somebody else?")
        self.question.setText(said.format(who=who, owner=whose, paper=escape(newcomer.named_on)))
        self.holds.setText(self._held())
        self.replace.setText(
            self.tr("Instead of the submitter (Alt+3)") if at_submitter else self.tr("Instead of the owner (Alt+3)")
        )
        self.begin.setHidden(bool(newcomer.named_on))  # their paper lies in this intake
        self.file.setHidden(at_submitter)
        self.mend.setHidden(newcomer.typed_at is None)

    def _held(self) -> str:
        """What the open intake holds: it would go with whoever takes its owner's place."""
        papers = sum(tick.here for tick in self._intake.draft.components)
        parts = [
            self._intake.procedure.name if self._intake.procedure else "",
            self.tr("%n papers ticked", "", papers) if papers else "",
            self.tr("%n pages scanned", "", len(self._intake.pages)) if self._intake.pages else "",
        ]
        return " · ".join(part for part in parts if part)

    def _button(self, number: int, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setStyleSheet("text-align: left;")
        button.setAutoDefault(True)  # Enter presses it
        button.clicked.connect(lambda: act())
        button.installEventFilter(self)
        key = QShortcut(QKeySequence(f"Alt+{number}"), self)
        key.activated.connect(button.click)
        return button

    def _build(self) -> None:
        sign = QLabel()
        show_sign(sign, "warning", 20, AMBER)
        head = QHBoxLayout()
        head.setSpacing(SPACE)
        head.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self.question)
        texts.addWidget(self.holds)
        head.addLayout(texts, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setSpacing(SPACE // 2)
        layout.addLayout(head)
        for button in (self.begin, self.file, self.replace, self.mend, self.leave):
            layout.addWidget(button)


def _called(person: PersonTyped) -> str:
    """Name and number, as far as they are known."""
    return escape(" · ".join(part for part in (person.name, person.identity_number) if part)) or "…"

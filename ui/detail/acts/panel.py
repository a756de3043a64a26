"""Where the form of a chosen act opens: under the bar, in place. Enter confirms, Esc closes it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from counter_app.desk.accounts import CardNotKnown, WaitToSignIn, WrongSignIn
from counter_app.desk.desk import Desk, NoSecond
from counter_app.desk.dossier_view import DossierView
from counter_app.dossier.acts.act import AnyAct
from counter_app.dossier.identity import Card
from counter_app.errors import CounterError
from ui import words
from ui.detail.acts.form import ActForm
from ui.detail.acts.forms import form_for
from ui.sign_in.second_row import SecondRow
from ui.theme import SPACE
from ui.widgets.scrolled_form import ScrolledForm
from ui.widgets.typed_texts import put_texts, texts_of

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OF_SECOND = (WrongSignIn, WaitToSignIn, CardNotKnown, NoSecond)


class ActPanel(QFrame):
    """One form at a time; it stays open, with all that was typed, until the act was done or given up. What was typed
    into one that was given up stands there again when it is opened anew."""

    confirmed = Signal(object, object)  # AnyAct, Step
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("floating")
        self.form: ActForm | None = None
        self._fresh: dict[str, str] = {}  # what stood in the form before anybody typed
        self._kept: dict[tuple[str, AnyAct], dict[str, str]] = {}  # typed into forms that were given up
        self._title = QLabel()
        self._title.setObjectName("heading")
        self.due = QLabel()
        self.due.setObjectName("heading")
        self.caution = QLabel()
        self.caution.setObjectName("fieldWarning")
        self.caution.setWordWrap(True)
        self.confirm = QPushButton()
        self.confirm.setObjectName("primary")
        self.confirm.clicked.connect(self.do)
        self.cancel = QPushButton(self.tr("Close (Esc)"))
        self.cancel.clicked.connect(self.close_form)
        self.second = SecondRow()
        self.second.card_read.connect(self.do)
        foot = QHBoxLayout()
        foot.addWidget(self.due)
        foot.addWidget(self.caution, 1)
        foot.addWidget(self.cancel)
        foot.addWidget(self.confirm)
        self._room = QVBoxLayout(self)
        self._room.setContentsMargins(SPACE + 4, SPACE, SPACE + 4, SPACE)
        self._room.setSpacing(SPACE // 2 + 2)
        self._scroll = ScrolledForm()
        self._room.addWidget(self._title)
        self._room.addWidget(self._scroll)
        self._room.addWidget(self.second)
        self._room.addLayout(foot)
        self.hide()

    @property
    def act(self) -> AnyAct | None:
        """The act whose form is open."""
        return self.form.act if self.form else None

    @property
    def is_begun(self) -> bool:
        """Whether something was typed into the form that is open."""
        return self.form is not None and texts_of(self.form.fields) != self._fresh

    def open_form(self, act: AnyAct, seen: DossierView, desk: Desk) -> None:
        """Opens the act's form in place of another."""
        self._drop()
        form = form_for(act, seen, desk)
        form.changed.connect(self._foresee)
        self.form = form
        self._title.setText(words.act_name(act))
        several_lines = any(isinstance(field.editor, QPlainTextEdit) for field in form.fields.values())
        self.confirm.setText(self.tr("Confirm (Ctrl+Enter)") if several_lines else self.tr("Confirm (Enter)"))
        self._scroll.setWidget(form)
        self._scroll.setVisible(not form.is_empty)
        self._fresh = texts_of(form.fields)
        put_texts(form.fields, self._kept.get((form.dossier.code, act), {}))
        self._ask_for_second(act, seen, desk)
        self.setEnabled(True)
        self._foresee()
        self.show()
        form.focus_first()

    def close_form(self) -> None:
        """Closes the form; nothing is done, and what was typed is kept for the next time."""
        if self.form is not None:
            self._drop()
            self.hide()
            self.closed.emit()

    def do(self) -> None:
        """Confirms: the form waits until the act was done or refused."""
        if self.form is None or not self.isEnabled():
            return
        try:
            step = self.form.step()
        except CounterError as failure:
            self.form.show_fault(failure)
            return
        self.setEnabled(False)
        self.confirmed.emit(self.form.act, step)

    def finish(self) -> None:
        """The act that was confirmed is done; a form that was opened since stays."""
        if not self.isEnabled() and self.form is not None:
            done = (self.form.dossier.code, self.form.act)
            self.close_form()
            self._kept.pop(done, None)

    def show_fault(self, failure: CounterError) -> bool:
        """The act was refused: what stands in its form stays. Whether what is missing is said at its field."""
        if self.isEnabled():
            return False  # the clerk has gone on to another form meanwhile
        self.setEnabled(True)
        if self.form is None:
            return False
        if isinstance(failure, _OF_SECOND):
            return self.second.show_fault(failure, self.form.desk.profile.language)
        return self.form.show_fault(failure)

    def take_card(self, card: Card) -> bool:
        """Whether the open form has use for the card."""
        return self.form is not None and self.isEnabled() and self.form.take_card(card)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.close_form() if self.cancel.hasFocus() else self.do()
        else:
            super().keyPressEvent(event)

    def _ask_for_second(self, act: AnyAct, seen: DossierView, desk: Desk) -> None:
        if desk.second is None and desk.needs_second(act):
            self.second.ask(seen.seconds)
        else:
            self.second.hide()

    def _foresee(self) -> None:
        """The due date as it will be, and what to know before confirming."""
        if self.form is None:
            return
        language, before = self.form.desk.profile.language, self.form.dossier.due_at
        try:
            due, caution = self.form.due_after(), self.form.caution()
        except CounterError as failure:  # the calendar does not reach so far
            due, caution = before, failure.sentence(language)
        moved = self.tr("New due date: {new}; before: {old}")
        new, old = words.moment(due) or self.tr("none"), words.moment(before) or self.tr("none")
        self.due.setText("" if due == before else moved.format(new=new, old=old))
        self.due.setVisible(due != before)
        self.caution.setText(caution)

    def _drop(self) -> None:
        if self.form is not None:
            typed = {name: text for name, text in texts_of(self.form.fields).items() if text != self._fresh.get(name)}
            self._kept[self.form.dossier.code, self.form.act] = typed
            self._scroll.takeWidget().deleteLater()
            self.form = None
